"""Count below each item of the matrix: people, seats, and diets by kind where somebody asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from missionplanner.domain.delegates import counting
from missionplanner.domain.delegates.counting import Heads
from missionplanner.domain.delegates.diets import WORDS, Diet
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import EMPTY, Grid, Head, Look
from missionplanner.gui.matrix.lines import Line
from missionplanner.gui.matrix.model import MatrixModel
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import roomy

PEOPLE, SEATS = ("count", None), ("seats", None)
ROW = 28
MOST, SHARE = 6, 0.3
"""Lines that are seen at once, and what they may take of the height; more are scrolled."""
MEALS = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})


class FootModel(Grid):
    """Hold the counts of the items that a matrix shows."""

    def __init__(self, ctx: Context, matrix: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._matrix = ctx, matrix
        self._heads: dict[UUID, Heads] = {}
        self._diets: dict[UUID, dict[Diet, int]] = {}
        self.with_diets = False

    def recount(self) -> None:
        """Count anew."""
        t, matrix = self._ctx.t, self._matrix
        self._heads, self._diets = {}, {}
        lines = [Line(PEOPLE, t("People")), Line(SEATS, t("Seats"))]
        if self.with_diets and matrix.plan is not None:
            meals = [one for one in matrix.items if one.kind in MEALS]
            self._diets = {one.id: counting.meals(matrix.attendees, one) for one in meals}
            found = {diet for some in self._diets.values() for diet in some}
            lines += [Line((diet.value, None), t(WORDS[diet])) for diet in Diet if diet in found]
        self.show_grid(lines, matrix.keys)

    def heads(self, place: int) -> Heads:
        """Return how many are at the item of a column."""
        item = self._matrix.items[place]
        if item.id not in self._heads:
            self._heads[item.id] = counting.heads(self._matrix.attendees, item)
        return self._heads[item.id]

    def look(self, row: int, place: int) -> Look:
        key = self.lines[row].key
        if key == PEOPLE:
            heads = self.heads(place)
            return Look("", "danger" if heads.too_many else "", str(heads.people), mark=heads.too_many)
        if key == SEATS:
            seats = self.heads(place).seats
            return Look(text=str(seats)) if seats is not None else EMPTY
        number = self._diets.get(self._matrix.items[place].id, {}).get(Diet(key[0]), 0)
        return Look("utensils", "info", str(number)) if number else EMPTY

    def head(self, place: int) -> Head:
        return self._matrix.head(place)

    def spoken(self, row: int, place: int) -> str:
        t, line, heads = self._ctx.t, self.lines[row], self.heads(place)
        words = self.look(row, place).text or "–"
        if line.key == PEOPLE:
            unnamed, guests = heads.unnamed, heads.guests
            more = (
                t.plural("{count} not named yet", "{count} not named yet", unnamed) if unnamed else "",
                t.plural("{count} with a role only", "{count} with a role only", guests) if guests else "",
                t("more than there are seats") if heads.too_many else "",
            )
            words = ", ".join(filter(None, (words, *more)))
        return f"{self._matrix.head(place).title}, {line.name}: {words}"


class Footer(GridTable):
    """Lie under the matrix and scroll across with it."""

    def __init__(self, ctx: Context, model: Grid, table: GridTable) -> None:
        super().__init__(ctx, model, ctx.t("Counts"), column=1, banded=False)
        self.setObjectName("matrix_counts")
        self._above, self._one = table, False
        self.over.hide()
        self.over.setDefaultSectionSize(table.over.defaultSectionSize())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        own, other = self.horizontalScrollBar(), table.horizontalScrollBar()
        other.valueChanged.connect(own.setValue)
        own.valueChanged.connect(other.setValue)
        other.rangeChanged.connect(lambda *_range: own.setValue(other.value()))
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as high as the lines are, where the matrix has room enough left."""
        above: QWidget | None = self.parentWidget()
        whole = above.height() if above is not None else 0
        most = 1 if self._one else min(MOST, max(2, int(whole * SHARE / roomy(ROW))))
        self.setFixedHeight(roomy(ROW) * max(min(self.model().rowCount(), most), 1) + 1)

    def set_low(self, low: bool) -> None:
        """Show the first line alone, where there is little room, or as many as usual."""
        self._one = low
        self.fit()

    def set_room(self, right: int) -> None:
        """Leave room at the right, as wide as the bar beside the matrix."""
        self.setViewportMargins(self.viewportMargins().left(), 0, right, 0)

    def _size_lines(self) -> None:
        for row in range(self.model().rowCount()):
            self.names.resizeSection(row, roomy(ROW))

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return the counts of the first column with their names."""
        model = self.model()
        assert isinstance(model, FootModel)
        return [(line.name, model.look(row, 0).text) for row, line in enumerate(model.lines) if model.keys]
