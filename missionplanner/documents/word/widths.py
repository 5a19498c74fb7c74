"""Share the width of a table out among its columns, so that none breaks a word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LETTER, AROUND = 6.9, 14.0
"""Points a bold letter takes in the wide font that stands in where there is no Calibri, and a cell around it."""
MOST = 0.42
"""Part of the width a column may ask for: of longer words some letters stand on the next line."""
WHOLE = frozenset({"number", "time"})
"""Looks of columns whose texts stand on one line."""
_BREAKS = re.compile(r"[\s\-–/]+")


def least(texts: Iterable[str], *, whole: bool = False) -> float:
    """Return the points a column needs for the longest word of its texts, or for the longest of ``whole`` ones."""
    words = (word for text in texts for word in ([text] if whole else _BREAKS.split(text)))
    return max((len(word) for word in words), default=0) * LETTER + AROUND


def shared_out(shares: Sequence[float], needs: Sequence[float], width: float) -> list[float]:
    """Return what each column gets of a width: its share, or what it needs where that is more."""
    wanted = [min(need, width * MOST) for need in needs]
    if sum(wanted) >= width:
        return [width * one / sum(wanted) for one in wanted]
    fixed: set[int] = set()
    while True:
        left = width - sum(wanted[one] for one in fixed)
        over = sum(share for number, share in enumerate(shares) if number not in fixed)
        found = [wanted[n] if n in fixed else left * share / over for n, share in enumerate(shares)]
        short = {n for n, got in enumerate(found) if n not in fixed and got < wanted[n]}
        if not short:
            return found
        fixed |= short
