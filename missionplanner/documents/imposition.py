"""Put pages for the pocket on sheets of A4 that are folded: which page where, marks to fold and cut by.

A5: two pages beside each other, turned on the short edge, folded once. A6: four, turned on the long edge, cut
across the middle, the upper halves laid on the lower ones, folded once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from missionplanner.documents import design
from missionplanner.documents.design import A4_HEIGHT, A4_WIDTH, SHEETS
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document, Page, Placing, Style

SIGNATURE = 4
"""Pages of a folded sheet: their number is made a multiple of it."""
MARK = 14.0
EDGE = 13.0
"""From the edge of the sheet to the line that says how to fold it, in points."""
SLUG = Style(size=5.6, leading=6.2, colour=design.FAINT)


@dataclass(frozen=True, slots=True)
class Fold:
    """Be how pages of a size are folded: the sheet, and how many folded sheets are side by side on it."""

    width: float
    height: float
    stacks: int


FOLDS = {"a5": Fold(A4_HEIGHT, A4_WIDTH, 1), "a6": Fold(A4_WIDTH, A4_HEIGHT, 2)}


def padded(pages: int) -> int:
    """Return how many pages a booklet has: a multiple of four."""
    return max(SIGNATURE, -(-pages // SIGNATURE) * SIGNATURE)


def places(pages: int, size: str) -> Iterator[tuple[int, Placing]]:
    """Give for each page, in the order of reading, its sheet side (front, back, front …) and its place on it.

    Folded sheets lie in each other: the outermost has the first and the last pages.
    """
    fold, page = FOLDS[size], SHEETS[size]
    folded = pages // SIGNATURE
    a_stack = -(-folded // fold.stacks)
    for number in range(pages):
        from_outside = min(number, pages - 1 - number)
        leaf, back = divmod(from_outside, 2)
        stack, sheet = divmod(leaf, a_stack)
        # The first half of the pages is at the right of a front and at the left of a back.
        right = (number < pages / 2) != bool(back)
        x = fold.width / 2 if right else 0.0
        y = fold.height - (stack + 1) * fold.height / fold.stacks
        yield 2 * sheet + back, Placing(x, y, page.scale)


def impose(setter: Setter, document: Document, pages: int, size: str) -> list[Page]:
    """Say where the pages of a booklet go, and mark the sheets; ``pages`` is a multiple of four."""
    fold = FOLDS[size]
    sheets = document.impose((fold.width, fold.height), tuple(places(pages, size)))
    for number, sheet in enumerate(sheets):
        with sheet.artifact("Layout"):
            _mark(setter, sheet, fold, first=not number)
    return sheets


def _mark(setter: Setter, sheet: Page, fold: Fold, first: bool) -> None:
    """Draw where to fold, where to cut, and on the first sheet how."""
    middle = fold.width / 2
    for stack in range(fold.stacks):
        top = fold.height - stack * fold.height / fold.stacks
        bottom = top - fold.height / fold.stacks
        for y in (top, bottom + MARK):
            sheet.line(middle, y, middle, y - MARK, design.FAINT, 0.4, dash=(3.0, 2.0))
    for stack in range(1, fold.stacks):
        y = fold.height * stack / fold.stacks
        for x in (0.0, fold.width - MARK):
            sheet.line(x, y, x + MARK, y, design.FAINT, 0.4)
    if first:
        for number, line in enumerate(_instructions(setter, fold)):
            sheet.text(middle / 2, fold.height - EDGE - number * SLUG.leading, line, SLUG, align="centre")


def _instructions(setter: Setter, fold: Fold) -> Sequence[str]:
    t = setter.t
    if fold.stacks == 1:
        text = t("Print on both sides, turned on the short edge; fold in the middle.")
    else:
        text = t(
            "Print on both sides, turned on the long edge; cut across the middle, lay the upper half on the lower "
            "one and fold."
        )
    return setter.batch.wrap(text, SLUG, fold.width / 2 - 2 * MARK, balanced=True)
