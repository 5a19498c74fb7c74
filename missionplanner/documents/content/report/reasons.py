"""Say why something was not held in the language of the paper, where it was noted in words all languages know."""

from __future__ import annotations

import re
from functools import lru_cache

from missionplanner.base.i18n import Translator, translator
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.domain.results.naming import ABSENT, BOTH_ABSENT, USUAL_REASONS
from missionplanner.domain.text import folded


def reason_said(why: str, t: Translator) -> str:
    """Return a reason in the language of ``t``; what somebody put in words of their own as they wrote it."""
    for pattern, reason in _written():
        found = pattern.fullmatch(why.strip())
        if found is not None:
            return t(reason, **found.groupdict())
    usual = _usual().get(_bare(why))
    return t(usual) if usual is not None else why


def _bare(text: str) -> str:
    return folded(text).rstrip(". ")


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """Return the usual reasons by how each language writes them."""
    return {_bare(translator(code)(one)): one for code in LANGUAGES for one in USUAL_REASONS}


@lru_cache(maxsize=1)
def _written() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return, for each language, what is written where somebody did not come; two names are looked for first."""
    return tuple(
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(translator(code)(one)))), one)
        for one in (BOTH_ABSENT, ABSENT)
        for code in LANGUAGES
    )
