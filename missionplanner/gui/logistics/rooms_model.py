"""Be the rooming grid as Qt asks for it: hotels, their rooms, a cell for each stay, and who has no bed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.domain import records as r
from missionplanner.domain.clock import DAY
from missionplanner.domain.delegates.naming import ROOM_WISHES
from missionplanner.domain.logistics.rooming_grid import Grid, Line
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import plain_tip

Index = QModelIndex | QPersistentModelIndex
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Row:
    """Be one row of the grid: those without a bed, the name of a hotel, or a room."""

    line: Line | None = None
    hotel: str = ""
    rooms: int = 0

    @property
    def lacks(self) -> bool:
        return self.line is None and not self.rooms


@dataclass(frozen=True, slots=True)
class Cell:
    """Be what a cell shows. ``tone`` is that of what is odd about it, empty where nothing is."""

    text: str
    said: str
    stay: r.Stay | None = None
    night: dt.date | None = None
    people: frozenset[UUID] = frozenset()
    free: int = 0
    tone: str = ""


class RoomsModel(QAbstractTableModel):
    """Hold the rows; the first column names the room, the others are nights."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.rows: tuple[Row, ...] = ()
        self.nights: tuple[dt.date, ...] = ()
        self._cells: dict[tuple[int, int], Cell] = {}
        self.spans: list[tuple[int, int, int]] = []
        """Row, column and width of every cell that is wider than one."""

    # -- filling ----------------------------------------------------------------------------------

    def show_grid(self, plan: MissionPlan, grid: Grid) -> None:
        """Show the rooms of a mission."""
        self.beginResetModel()
        self.nights, self._cells, self.spans = grid.nights, {}, []
        rows: list[Row] = []
        if grid.without:
            rows.append(Row())
            for night, people in grid.without.items():
                self._put(0, self._column(night), self._lacking(grid, night, people))
        hotel: object = self
        for line in grid.lines:
            if line.first.hotel_id != hotel:
                hotel = line.first.hotel_id
                count = sum(one.first.hotel_id == hotel for one in grid.lines)
                rows.append(Row(hotel=self._hotel(plan, line), rooms=count))
                self.spans.append((len(rows) - 1, 0, len(self.nights) + 1))
            rows.append(Row(line))
            for stay in line.stays:
                self._stay(plan, grid, len(rows) - 1, stay)
        self.rows = tuple(rows)
        self.endResetModel()

    def _hotel(self, plan: MissionPlan, line: Line) -> str:
        place = plan.place(line.first.hotel_id)
        return (place.name if place is not None else None) or self._ctx.t("Without a hotel")

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if column > 0:
            self._cells[row, column] = cell

    def _column(self, night: dt.date) -> int:
        days = (night - self.nights[0]).days
        return days + 1 if 0 <= days < len(self.nights) else 0

    def _lacking(self, grid: Grid, night: dt.date, people: frozenset[UUID]) -> Cell:
        t = self._ctx.t
        day = self._ctx.wording.plain_day(night)
        words = t.plural("{count} without a bed", "{count} without a bed", len(people))
        names = ", ".join(sorted(grid.names.get(one, "–") for one in people))
        said = t("{words}, night of {day}: {names}", words=words, day=day, names=names)
        return Cell(words, said, night=night, people=people, tone="warn")

    def _stay(self, plan: MissionPlan, grid: Grid, row: int, stay: r.Stay) -> None:
        guests = tuple(one.person_id for one in plan.stay_guests(stay))
        names = ", ".join(grid.names.get(one) or plan.label(one) or "–" for one in guests)
        beds = BEDS[stay.room] if stay.room is not None else len(guests)
        cell = Cell(
            names or self._ctx.t("Nobody yet"),
            self._said(grid, stay, names),
            stay,
            stay.from_day,
            frozenset(guests),
            max(0, beds - len(guests)),
            self._tone(grid, stay, len(guests) > beds),
        )
        first, count = self._stretch(stay)
        self._put(row, first, cell)
        if count > 1:
            self.spans.append((row, first, count))

    def _stretch(self, stay: r.Stay) -> tuple[int, int]:
        """Return the first column of a stay and how many it takes; one without nights stands in the first."""
        if stay.from_day is None or stay.to_day is None:
            return 1, 1
        first = max(0, (stay.from_day - self.nights[0]).days)
        last = min(len(self.nights), (stay.to_day - self.nights[0]).days)
        return first + 1, max(1, last - first)

    def _tone(self, grid: Grid, stay: r.Stay, overfull: bool) -> str:
        if stay.id in grid.doubled or overfull:
            return "danger"
        return "warn" if stay.id in grid.odd or stay.from_day is None or stay.to_day is None else ""

    def _said(self, grid: Grid, stay: r.Stay, names: str) -> str:
        """Return a cell in words: the room, its nights, who sleeps there, what is odd about it."""
        t, wording = self._ctx.t, self._ctx.wording
        nights = ""
        if stay.from_day is not None and stay.to_day is not None:
            nights = wording.days(stay.from_day, stay.to_day)
        odd = t("one guest in a room for two") if stay.id in grid.odd else ""
        twice = ""
        if stay.id in grid.doubled:
            some = ", ".join(sorted(grid.names.get(one, "–") for one in grid.doubled[stay.id]))
            twice = t("two rooms in one night: {names}", names=some)
        said = (self.room_name(stay), names or t("Nobody yet"), nights, stay.board or "", odd, twice)
        return ", ".join(one for one in said if one)

    def room_name(self, stay: r.Stay) -> str:
        """Return the kind and number of a room."""
        kind = self._ctx.t(ROOM_WISHES[stay.room]) if stay.room is not None else self._ctx.t("Room")
        return f"{kind} {stay.room_no}" if stay.room_no else kind

    # -- asking -----------------------------------------------------------------------------------

    def cell(self, index: Index) -> Cell | None:
        """Return the cell at an index: that of the stay which spans it."""
        return self._cells.get((index.row(), index.column())) if index.isValid() else None

    def place_of(self, stay_id: UUID) -> QModelIndex:
        """Return where a stay is shown."""
        found = (at for at, cell in self._cells.items() if cell.stay is not None and cell.stay.id == stay_id)
        at = next(found, None)
        return self.index(*at) if at is not None else QModelIndex()

    def stays_of(self, row: int) -> tuple[r.Stay, ...]:
        """Return the stays of a row."""
        line = self.rows[row].line if 0 <= row < len(self.rows) else None
        return line.stays if line is not None else ()

    def table(self) -> list[list[str]]:
        """Return the grid as texts, with its headings: every night of a stay is filled."""
        grid = [[str(self.headerData(number, Qt.Orientation.Horizontal)) for number in range(self.columnCount())]]
        wide = {(row, column): count for row, column, count in self.spans}
        for row, one in enumerate(self.rows):
            line = [self._label(one)] + [""] * len(self.nights)
            for column in range(1, len(self.nights) + 1):
                cell = self._cells.get((row, column))
                if cell is not None:
                    for night in range(wide.get((row, column), 1)):
                        line[column + night] = cell.text
            grid.append(line)
        return grid

    def _label(self, row: Row) -> str:
        t = self._ctx.t
        if row.line is not None:
            return self.room_name(row.line.first)
        return row.hotel if row.rooms else t("Without a bed")

    # -- Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.nights) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(self.rows[index.row()]) if index.column() == 0 else cell.text if cell else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self._label(self.rows[index.row()])
                if index.column() == 0
                else cell.said
                if cell
                else self._none(index)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cell.said) if cell is not None else None
        return None

    def _none(self, index: Index) -> str:
        day = self._ctx.wording.plain_day(self.nights[index.column() - 1])
        return self._ctx.t("Nobody in the night of {day}", day=day)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.nights):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if section == 0:
                return self._ctx.t("Room")
            return self._ctx.wording.weekday(self.nights[section - 1])
        if role == Qt.ItemDataRole.ToolTipRole and section:
            night = self.nights[section - 1]
            t, wording = self._ctx.t, self._ctx.wording
            return t(
                "Night from {day} to {next_day}",
                day=wording.plain_day(night),
                next_day=wording.plain_day(night + DAY),
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
