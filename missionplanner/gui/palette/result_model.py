"""Be the list under the query: headings and entries, ready to be painted and to be read out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.base.i18n import Translator
from missionplanner.gui.palette.entries import HEADINGS, Entry, Group
from missionplanner.gui.palette.finding import Found
from missionplanner.gui.palette.matching import Needle, marks

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the whole ``Row``."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """Be a heading, or an entry with the places of the letters that fit."""

    heading: str = ""
    count: str = ""
    entry: Entry | None = None
    marked: frozenset[int] = frozenset()
    group: str = ""


class ResultModel(QAbstractListModel):
    """Be the rows that were found last."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.rows: list[Row] = []
        self._places: list[int] = []

    def show(self, found: list[Found], sought: Needle) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.rows = [row for one in found for row in self._rows(one, sought)]
        self._places = [place for place, row in enumerate(self.rows) if row.entry is not None]
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        """Return the entry of a row, None for a heading and for no row."""
        return self.rows[index.row()].entry if 0 <= index.row() < len(self.rows) else None

    @property
    def count(self) -> int:
        """Return how many entries there are."""
        return len(self._places)

    def stepped(self, row: int, steps: int) -> int:
        """Return the row some entries on or back from a row, from end to end; -1 where there is no entry."""
        if not self._places:
            return -1
        here = self._places.index(row) if row in self._places else 0
        return self._places[min(max(here + steps, 0), len(self._places) - 1)]

    def spoken(self, index: AnyIndex) -> str:
        """Return what a screen reader says of a row."""
        row = self.rows[index.row()]
        if row.entry is None:
            return row.heading
        return ", ".join(
            part for part in (row.entry.title, row.entry.hint, row.entry.note, row.group, row.entry.keys) if part
        )

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.title if row.entry is not None else row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.entry is not None:
            number = self._places.index(index.row()) + 1
            return self._t("{number} of {count}", number=number, count=len(self._places))
        if role == Qt.ItemDataRole.ToolTipRole and row.entry is not None:
            return self.spoken(index)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) if self.entry(index) is not None else Qt.ItemFlag.NoItemFlags

    def _rows(self, found: Found, sought: Needle) -> list[Row]:
        rows = []
        group = self._t(HEADINGS[found.group]) if found.group in HEADINGS else ""
        more = found.count > len(found.entries)
        count = self._t("{shown} of {count}", shown=len(found.entries), count=found.count) if more else ""
        if group or count:
            rows.append(Row(heading=group, count=count))
        for one in found.entries:
            kind = one.group if found.group in (Group.BEST, Group.RECENT, Group.SUGGESTED) else found.group
            said = self._t(HEADINGS[kind]) if kind in HEADINGS else ""
            rows.append(Row(entry=one, marked=marks(sought, one.title), group=said))
        return rows
