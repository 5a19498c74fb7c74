"""Check the codes that Italian public money travels under: CUP of a project, CIG of a contract."""

from __future__ import annotations

import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

_CUP = re.compile(r"[A-Z]\d{2}[A-Z]\d{11}")
_CIG = re.compile(r"[A-Z0-9]{10}")
_BETWEEN = re.compile(r"[\s.\-]+")


def cup(text: str | None, field: str) -> str | None:
    """Return a CUP in capitals, None for nothing. Raises Invalid, naming ``field``, for what cannot be one.

    Fifteen characters: a letter, two digits, a letter, eleven digits (CIPE, resolution 143 of 2002).
    """
    typed = _BETWEEN.sub("", text or "").upper()
    if typed and _CUP.fullmatch(typed) is None:
        raise Invalid(
            N_("“{text}” is not a CUP: fifteen characters such as E39J21003700001."), field=field, text=typed
        )
    return typed or None


def cig(text: str | None, field: str) -> str | None:
    """Return a CIG in capitals, None for nothing. Raises Invalid, naming ``field``, for what cannot be one.

    Ten letters and digits, as the Italian anti-corruption authority (ANAC) gives them out.
    """
    typed = _BETWEEN.sub("", text or "").upper()
    if typed and _CIG.fullmatch(typed) is None:
        raise Invalid(N_("“{text}” is not a CIG: ten letters and digits."), field=field, text=typed)
    return typed or None
