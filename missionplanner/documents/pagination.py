"""Decide which day stands on which page, from heights alone. Pure: nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

LEVELS = 5
"""Settings from loose to tight; a day is set tighter only where that keeps it on one page."""
SHARED_LEVELS = 2
"""How tight a day may be set to share a page with others, or with the head of the first page."""
SPLIT_LEVELS = (1, 2, 3)
"""What a day that runs over pages anyway is set at: never the tightest."""
TIGHTEST_SHARE = 0.7
"""No level takes less than this share of the height of the one before it."""
KEPT_TOGETHER = 2
"""Entries that stay with the head of a day, and that a continuation has at least."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Be the heights of one day in points: its head, and its entries as they are at a level."""

    head: float
    entries: Callable[[int], Sequence[float]]

    def whole(self, level: int) -> float:
        return self.head + sum(self.entries(level))


@dataclass(frozen=True, slots=True)
class Piece:
    """Be a day, or a part of one, on a page: the entries from ``first`` up to ``last``, at a level."""

    day: int
    level: int
    first: int
    last: int
    continued: bool = False


@dataclass(slots=True)
class Page:
    """Be a page that fills up; ``left`` is the room in points it still has."""

    left: float
    pieces: list[Piece] = field(default_factory=list)


def paginate(days: Sequence[Measured], first_room: float, room: float, gap: float) -> list[Page]:
    """Place days on pages. ``first_room`` is what the first page offers, ``gap`` stands between two days.

    A day that fits a page at any level is never split; the first page may stay without a day.
    """
    pages = [Page(first_room)]
    for number, day in enumerate(days):
        if not _place_here(pages[-1], number, day, gap) and not _place_fresh(pages, number, day, room):
            _split(pages, number, day, room, gap)
    return pages


def _space(page: Page, gap: float) -> float:
    return gap if page.pieces else 0.0


def _place_here(page: Page, number: int, day: Measured, gap: float) -> bool:
    """Put a whole day on a page as it stands, no tighter than days share a page."""
    for level in range(SHARED_LEVELS):
        heights = day.entries(level)
        need = _space(page, gap) + day.head + sum(heights)
        if need * TIGHTEST_SHARE > page.left:
            return False
        if need <= page.left:
            page.pieces.append(Piece(number, level, 0, len(heights)))
            page.left -= need
            return True
    return False


def _place_fresh(pages: list[Page], number: int, day: Measured, room: float) -> bool:
    """Put a whole day on a page of its own, at the loosest level that holds it."""
    for level in range(LEVELS):
        heights = day.entries(level)
        need = day.head + sum(heights)
        if need <= room:
            if pages[-1].pieces or pages[-1].left < room:
                pages.append(Page(room))
            pages[-1].pieces.append(Piece(number, level, 0, len(heights)))
            pages[-1].left -= need
            return True
    return False


def _split(pages: list[Page], number: int, day: Measured, room: float, gap: float) -> None:
    """Let a day longer than a page run on, at the loosest level that takes the fewest pages."""
    runs = [_run_on(pages[-1], (number, level), day, room, gap) for level in SPLIT_LEVELS]
    best = min(runs, key=len)
    if best[0].pieces[-1:] and best[0].pieces[-1].day == number:
        pages[-1:] = best
    else:
        pages += best[1:]


def _run_on(page: Page, which: tuple[int, int], day: Measured, room: float, gap: float) -> list[Page]:
    """Return the page and those after it, with a day running on over them: heads never alone."""
    number, level = which
    heights = day.entries(level)
    pages = [Page(page.left, list(page.pieces))]
    if _space(page, gap) + day.head + sum(heights[:KEPT_TOGETHER]) > page.left:
        pages.append(Page(room))
    at = 0
    while at < len(heights):
        here = pages[-1]
        here.left -= _space(here, gap) + day.head
        last = _fitting(heights, at, here.left)
        here.left -= sum(heights[at:last])
        here.pieces.append(Piece(number, level, at, last, continued=at > 0))
        at = last
        if at < len(heights):
            pages.append(Page(room))
    return pages


def _fitting(heights: Sequence[float], first: int, room: float) -> int:
    """Return the entry to break before: at least one stands here, at least two go on."""
    last, used = first, 0.0
    while last < len(heights) and (used + heights[last] <= room or last == first):
        used += heights[last]
        last += 1
    remaining = len(heights) - last
    if 0 < remaining < KEPT_TOGETHER and last - first > KEPT_TOGETHER:
        last -= KEPT_TOGETHER - remaining
    return last
