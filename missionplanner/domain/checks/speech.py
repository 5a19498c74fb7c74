"""Say a finding in a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from missionplanner.base.i18n import Translator
from missionplanner.domain.checks.findings import Finding


def said(
    finding: Finding,
    t: Translator,
    show_day: Callable[[dt.date], str] = dt.date.isoformat,
    languages: Iterable[str] = (),
) -> str:
    """Return the sentence of a finding in the translator's language.

    ``show_day`` writes days the way that language does. Titles are taken in that language, else in
    one of ``languages``, the mission's.
    """
    titles = dict(finding.titles)
    arguments = dict(finding.message.arguments)
    for name, value in arguments.items():
        if name in titles:
            arguments[name] = titles[name].best(t.language, languages)
        elif name == "day" or name.endswith("_day"):
            arguments[name] = show_day(dt.date.fromisoformat(value))
    return t(finding.message.text, **arguments)
