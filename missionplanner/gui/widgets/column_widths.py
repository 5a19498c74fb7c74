"""Share the width of a table between its columns: one rule for the agenda's list and all others."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


_SCROLLED = 1.25
"""How much wider than the room columns may be at their least: beyond, cutting their texts gains nothing."""


def fitted(wanted: Mapping[Key, int], least: Mapping[Key, int], room: int, filler: Key | None) -> dict[Key, int]:
    """Return how wide each column is shown, in pixels, so that they fill the room.

    Where they want more than there is, all give way in proportion to what they have over their least. What is
    over the ``filler`` takes, nobody for None. Where even the least widths do not fit the table is scrolled: a
    little with all at their least, else with all as wanted.
    """
    widths = dict(wanted)
    narrow = {one: min(width, least[one]) for one, width in widths.items()}
    over, total = sum(widths.values()) - room, sum(widths.values()) - sum(narrow.values())
    if over > total:
        return narrow if sum(narrow.values()) <= room * _SCROLLED else widths
    for one in widths if over > 0 else ():
        most = widths[one] - narrow[one]
        part = -(-over * most // total) if total else 0
        widths[one] -= part
        over, total = over - part, total - most
    if over < 0 and filler is not None:
        widths[filler] -= over
    return widths
