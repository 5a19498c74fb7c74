"""Be the items of a mission as a table that lists, tables and the board share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from missionplanner.base.messages import N_
from missionplanner.gui.models.rows import (
    TIMING,
    Column,
    Row,
    all_rows,
    audience_of,
    icon_of,
    place_of,
    rows_of,
    times_of,
)
from missionplanner.gui.wording import Wording

__all__ = [
    "ROW",
    "AgendaModel",
    "Column",
    "Row",
    "all_rows",
    "audience_of",
    "icon_of",
    "place_of",
    "rows_of",
    "times_of",
]

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the whole ``Row``."""

AnyIndex = QModelIndex | QPersistentModelIndex

HEADINGS: dict[Column, str] = {
    Column.TITLE: N_("Title"),
    Column.DAY: N_("Day"),
    Column.START: N_("Start"),
    Column.END: N_("End"),
    Column.PLACE: N_("Place"),
    Column.HOSTS: N_("Hosts"),
    Column.GROUPS: N_("Who takes part"),
    Column.STATUS: N_("Status"),
}


class AgendaModel(QAbstractTableModel):
    """Be rows of a mission, one an item. The model changes nothing itself: what is typed is told.

    ``edited`` carries the item's id, the ``Column`` and the text; ``renamed`` the id and the title typed.
    """

    edited = Signal(object, int, str)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.rows: list[Row] = []
        self._places: dict[UUID, int] = {}

    # -- what is shown ----------------------------------------------------------------------------

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; what is the same item stays selected, wherever it goes."""
        wanted = {row.id for row in rows}
        self._remove(lambda row: row.id not in wanted)
        known = self._places
        self._arrange([row.id for row in rows if row.id in known])
        self._renew({row.id: row for row in rows})
        self._insert(rows)

    def place_of(self, identity: UUID) -> int | None:
        """Return the row of an item, None where it is not shown."""
        return self._places.get(identity)

    def row_of(self, identity: UUID) -> Row | None:
        """Return what is shown of an item, None where it is not."""
        place = self._places.get(identity)
        return self.rows[place] if place is not None else None

    def _remove(self, gone: Callable[[Row], bool]) -> None:
        runs = [(leaves, len(list(run))) for leaves, run in groupby(self.rows, gone)]
        last = len(self.rows)
        for leaves, count in reversed(runs):
            first = last - count
            if leaves:
                self.beginRemoveRows(QModelIndex(), first, last - 1)
                del self.rows[first:last]
                self._count()
                self.endRemoveRows()
            last = first

    def _arrange(self, order: list[UUID]) -> None:
        """Put the rows there are into another order."""
        if order == [row.id for row in self.rows]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        there = [(self.rows[index.row()].id, index.column()) for index in before]
        self.rows = [self.rows[self._places[identity]] for identity in order]
        self._count()
        after = [self.index(self._places[identity], column) for identity, column in there]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _renew(self, rows: dict[UUID, Row]) -> None:
        changed = [place for place, row in enumerate(self.rows) if rows[row.id] != row]
        self.rows = [rows[row.id] for row in self.rows]
        last = self.columnCount() - 1
        for first, end in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))

    def _insert(self, rows: Sequence[Row]) -> None:
        new = [place for place, row in enumerate(rows) if row.id not in self._places]
        for first, end in _runs(new):
            self.beginInsertRows(QModelIndex(), first, end)
            self.rows[first:first] = rows[first : end + 1]
            self._count()
            self.endInsertRows()

    def _count(self) -> None:
        self._places = {row.id: place for place, row in enumerate(self.rows)}

    # -- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - the name is Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not shown or orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        return self._wording.t(HEADINGS[Column(section)])

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column] if column else row.title
        if role == Qt.ItemDataRole.EditRole:
            return _typed(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if column is Column.TITLE else self._said(row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._wording.t("{number} of {count}", number=index.row() + 1, count=len(self.rows))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.spoken, *row.problems))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        kept = self.rows[index.row()].locked and Column(index.column()) in TIMING
        return base if kept else base | Qt.ItemFlag.ItemIsEditable

    def setData(  # noqa: N802 - the name is Qt's
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        row, column = self.rows[index.row()], Column(index.column())
        text = str(value).strip()
        if text == _typed(row, column) or (column is Column.TITLE and not text):
            return True
        self.edited.emit(row.id, column, text)
        return True

    def _said(self, row: Row, column: Column) -> str:
        shown = row.cells[column] or self._wording.t("empty")
        return f"{self._wording.t(HEADINGS[column])}: {shown}"


def _typed(row: Row, column: Column) -> str:
    """Return the text an editor begins with: times as the clock shows them, without the days they are later."""
    if column is Column.TITLE:
        return row.title
    if column is Column.START:
        return f"{row.times.start:%H:%M}" if row.times.start else ""
    if column is Column.END:
        return f"{row.times.end:%H:%M}" if row.times.end else ""
    return row.cells[column]


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each unbroken run of ascending numbers."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
