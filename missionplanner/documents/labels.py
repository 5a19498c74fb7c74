"""Put badges, cards, labels and signs on sheets to be cut or folded: formats as data, marks to cut along.

A label is drawn as its sides, each a block; the format says where they stand, and which is turned upside down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Frame
from missionplanner.documents.design import Sheet
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.spot import Spot
from missionplanner.documents.typeset import Block, Document, Page

MM = 72 / 25.4
MARK = 9.0
"""Length of a mark to cut along, in points."""
OFF = 2.5
"""Between a mark and the label: it must not be on what is kept."""
LEAST_MARGIN = OFF + MARK
SLUG = typography.sized(typography.FOOT, 6.4, 8.0)
SAFE = 10.0
"""How near the edge of a sheet an office printer still prints, in points."""
DASHES = (2.0, 2.0)
Size = tuple[float, float]
"""Width and height in points."""


class Fold(StrEnum):
    """Say how many sides a label has, and where they are on the sheet."""

    NONE = "none"
    TENT = "tent"
    """Two sides, one above the other and upside down."""
    FOOTED = "footed"
    """A tent with a third part to stand on."""
    BOOK = "book"
    """Two sides beside each other."""
    DUPLEX = "duplex"
    """Two sides of the sheet, printed on both."""

    @property
    def panels(self) -> tuple[int, int]:
        """Return how many parts a label has across and down."""
        return {Fold.TENT: (1, 2), Fold.FOOTED: (1, 3), Fold.BOOK: (2, 1)}.get(self, (1, 1))


@dataclass(frozen=True, slots=True)
class Format:
    """Be a label as it is cut, unfolded, in millimetres; 0 is as wide or high as the sheet.

    ``columns`` and ``rows`` are how many an A4 sheet holds; a smaller sheet holds fewer. ``loose`` labels are
    pages of their own size.
    """

    width: float = 0.0
    height: float = 0.0
    columns: int = 1
    rows: int = 1
    gap: float = 0.0
    fold: Fold = Fold.NONE
    landscape: bool = False
    loose: bool = False


FORMATS: dict[str, Format] = {
    "90x55": Format(90, 55, 2, 5),
    "86x54": Format(86, 54, 2, 5),
    "105x74": Format(105, 74.25, 2, 4),
    "86x54_duplex": Format(86, 54, 2, 5, fold=Fold.DUPLEX),
    "86x54_fold": Format(172, 54, 1, 5, gap=3.0, fold=Fold.BOOK),
    "86x54_loose": Format(86, 54, fold=Fold.DUPLEX, loose=True),
    "70x37": Format(70, 37, 3, 8),
    "63x38": Format(63.5, 38.1, 3, 7, gap=2.5),
    "85x55_fold": Format(85, 110, 2, 2, gap=6.0, fold=Fold.TENT),
    "tent": Format(fold=Fold.FOOTED),
    "a5_fold": Format(fold=Fold.TENT),
    "a6_fold": Format(148.5, 210, 2, 1, fold=Fold.TENT, landscape=True),
    "a4": Format(landscape=True),
}


@dataclass(frozen=True)
class Label:
    """Be something to cut out: what it is called, and how its sides are drawn in a size.

    ``key`` names the record it shows. Without a ``back``, the other side of a folded one says the same again.
    """

    key: str
    title: str
    front: Callable[[Size], Block]
    back: Callable[[Size], Block] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Be how labels are to be printed: format, marks to cut along, the first free place of a used sheet."""

    format: Format
    marks: bool = True
    start: int = 1


def run_of(order: Order, form: str = "") -> Run:
    """Return how an order wants its labels; ``form`` is the format where it is no choice."""
    start = order.choice("start")
    return Run(FORMATS[form or order.choice("format")], order.choice("marks") != "no", int(start) if start else 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """Be where labels stand on a page: its size, theirs, and left and top of each place."""

    page: Size
    label: Size
    columns: int
    places: tuple[tuple[float, float], ...]

    @property
    def sides(self) -> tuple[float, float]:
        """Return left and right of all labels."""
        return self.places[0][0], self.places[self.columns - 1][0] + self.label[0]

    @property
    def ends(self) -> tuple[float, float]:
        """Return top and bottom of all labels."""
        return self.places[0][1], self.places[-1][1] - self.label[1]


def grid_of(form: Format, sheet: Sheet) -> Grid:
    """Return the places of a format on a sheet, in its middle."""
    width, height = form.width * MM, form.height * MM
    page = (width, height) if form.loose else (sheet.width, sheet.height)
    if form.landscape:
        page = page[1], page[0]
    label = min(width or page[0], page[0]), min(height or page[1], page[1])
    gap = form.gap * MM
    columns = _as_many(form.columns, label[0], gap, page[0])
    # Sheets of labels have the gap between columns only; cards to fold stand apart both ways.
    between = gap if form.fold in (Fold.TENT, Fold.BOOK) else 0.0
    rows = _as_many(form.rows, label[1], between, page[1])
    left = (page[0] - columns * label[0] - (columns - 1) * gap) / 2
    top = page[1] - (page[1] - rows * label[1] - (rows - 1) * between) / 2
    places = tuple(
        (left + column * (label[0] + gap), top - row * (label[1] + between))
        for row in range(rows)
        for column in range(columns)
    )
    return Grid(page, label, columns, places)


def _as_many(wanted: int, length: float, gap: float, room: float) -> int:
    """Return how many of a length a room holds, at most those wanted; half a point is no matter."""
    fit = int((room + gap + 0.5) / (length + gap)) if length else 1
    return max(1, min(wanted, fit))


def lay_out(setter: Setter, document: Document, frame: Frame, labels: Sequence[Label], run: Run) -> int:
    """Draw labels into a document; return how many pages it has."""
    grid = grid_of(run.format, setter.sheet)
    count = len(grid.places)
    cells: list[Label | None] = [None] * ((run.start - 1) % count)
    cells += labels
    sheets = [cells[at : at + count] for at in range(0, len(cells), count)]
    sides = 2 if run.format.fold is Fold.DUPLEX else 1
    with document.section("L"):
        for chunk in sheets:
            for side in range(sides):
                page = document.page(*grid.page)
                _edges(page, grid, run)
                for at, label in enumerate(chunk):
                    if label is not None:
                        _place(setter, page, label, (grid, run), (at, side))
    own = document.pages[document.first :]  # of one of several documents in a file, not those before it
    for page in own:
        # Said once: who hears the pages need not hear it again on each.
        with page.artifact("Pagination") if page is not own[0] else page.tag("P"):
            _slug(setter, page, frame, (grid, run), len(own))
    return len(own)


def empty(setter: Setter, document: Document, said: str) -> int:
    """Draw the one page that says why there are no labels."""
    sheet = setter.sheet
    page = document.page(sheet.width, sheet.height)
    with page.tag("P"):
        page.text(sheet.left, sheet.ceiling - 20, said, typography.BODY)
    return 1


def _place(setter: Setter, page: Page, label: Label, how: tuple[Grid, Run], where: tuple[int, int]) -> None:
    """Place the sides of a label that belong on this page."""
    (grid, run), (at, side) = how, where
    if side and label.back is None:
        return
    x, top = grid.places[_mirrored(at, grid.columns) if side else at]
    across, down = run.format.fold.panels
    size = grid.label[0] / across, grid.label[1] / down
    front = label.back(size) if side and label.back is not None else label.front(size)
    if not side:
        page.document.bookmark(label.title, page, top)
        _mark_spot(setter, page, label, (x, top), grid.label)
    if across == 2 and label.back is not None:
        page.place(front, x, top)
        page.place(label.back(size), x + size[0], top)
    elif down > 1:
        page.place(front, x, top - size[1])
        behind = label.back(size) if label.back is not None else front
        page.place(behind.upside_down(*size), x, top)
    else:
        page.place(front, x, top)


def _mirrored(at: int, columns: int) -> int:
    """Return the place behind a place, on a sheet turned over its long side."""
    row, column = divmod(at, columns)
    return row * columns + columns - 1 - column


def _mark_spot(setter: Setter, page: Page, label: Label, at: tuple[float, float], size: Size) -> None:
    if setter.spots is not None and label.key:
        x, top = at[0], page.height - at[1]
        setter.spots.append(Spot(page.index, label.key, x, top, x + size[0], top + size[1]))


# -- around the labels ------------------------------------------------------------------------------


def _edges(page: Page, grid: Grid, run: Run) -> None:
    """Draw marks to cut and to fold along, on what is cut off."""
    with page.artifact("Page"):
        for line in (*_cuts(grid), *_folds(grid, run.format)) if run.marks else ():
            page.line(*line, design.FAINT, 0.4)
        if run.format.fold is Fold.FOOTED:
            floor = grid.label[1] / 3
            page.line(24, floor, grid.page[0] - 24, floor, design.RULE, 0.4, DASHES)


def _slug(setter: Setter, page: Page, frame: Frame, how: tuple[Grid, Run], pages: int) -> None:
    """Say below the labels, where it is cut off, which copy this is; on a sign only that it is no real one."""
    grid, run = how
    floor = grid.label[1] / 3 if run.format.fold is Fold.FOOTED else grid.ends[1]
    marks = (frame.draft, frame.sample)
    if floor > LEAST_MARGIN + SLUG.leading:
        numbers = setter.t("Page {page} of {pages}", page=page.number, pages=pages)
        shown = " · ".join(part for part in (*marks, frame.kind, frame.code, frame.edition, numbers) if part)
        left, y = max(grid.sides[0] + 4, 30.0), floor - LEAST_MARGIN - SLUG.size
        width = page.width - 2 * left
        if y < SAFE:
            # Between the marks: no longer than one part of a label, or it would run into the next mark.
            y, width = min(SAFE, floor - OFF - SLUG.size), grid.label[0] / run.format.fold.panels[0] - 8
        line = setter.batch.wrap(shown, SLUG, width, max_lines=1)[0]
        page.text(left, y, line, SLUG)
    elif run.format.height == 0 or run.format.fold is Fold.TENT:
        page.text(grid.page[0] / 2, 12, " · ".join(mark for mark in marks if mark), SLUG, align="centre")


def _cuts(grid: Grid) -> Iterator[tuple[float, float, float, float]]:
    """Give marks at the edges of all labels, in the margins only."""
    (left, right), (top, bottom), (wide, tall) = grid.sides, grid.ends, grid.label
    width, height = grid.page
    edges = sorted({edge for at, _ in grid.places for edge in (at, at + wide)})
    if min(height - top, bottom) >= LEAST_MARGIN:
        for x in edges:
            yield x, top + OFF, x, top + OFF + MARK
            yield x, bottom - OFF, x, bottom - OFF - MARK
    if min(left, width - right) >= LEAST_MARGIN:
        for y in sorted({edge for _, at in grid.places for edge in (at, at - tall)}):
            yield left - OFF, y, left - OFF - MARK, y
            yield right + OFF, y, right + OFF + MARK, y


def _folds(grid: Grid, form: Format) -> Iterator[tuple[float, float, float, float]]:
    """Give short marks where labels are folded, beside each; on a whole sheet at its edge."""
    (across, down), (wide, tall) = form.fold.panels, grid.label
    inside = min(grid.sides[0], grid.ends[1]) < LEAST_MARGIN
    reach = (0.0, MARK) if inside else (-OFF, -OFF - MARK / 2)
    for x, top in grid.places:
        for number in range(1, down):
            y = top - tall * number / down
            yield x + reach[0], y, x + reach[1], y
            yield x + wide - reach[0], y, x + wide - reach[1], y
        for number in range(1, across):
            middle = x + wide * number / across
            yield middle, top - reach[0], middle, top - reach[1]
            yield middle, top - tall + reach[0], middle, top - tall + reach[1]
