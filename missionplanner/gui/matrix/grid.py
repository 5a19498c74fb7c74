"""Be the model of a grid of people: lines down, something across, a look for every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.gui.matrix.lines import Key, Line
from missionplanner.gui.widgets.basics import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Look:
    """Be how a cell looks: an icon and words on the ground of a tone; ``mark`` adds a warning sign."""

    icon: str = ""
    tone: str = ""
    text: str = ""
    mark: bool = False


EMPTY = Look()


@dataclass(frozen=True, slots=True)
class Head:
    """Be what stands over a column. ``band`` is what several columns beside each other have in common."""

    title: str
    over: str = ""
    under: str = ""
    icon: str = ""
    tone: str = ""
    band: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Be what is told of a line at its right edge: two short texts, the lower one in a tone."""

    upper: str = ""
    lower: str = ""
    tone: str = ""


class Grid(QAbstractTableModel):
    """Show lines and columns. What a subclass says of them is asked for only where it is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.keys: tuple[object, ...] = ()
        """What tells one column from another."""

    # -- said by subclasses -----------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        """Return how a cell looks."""
        return EMPTY

    def head(self, place: int) -> Head:
        """Return what stands over a column."""
        return Head("")

    def facts(self, row: int) -> Facts:
        """Return what is told of a line beside its name."""
        return Facts()

    def spoken(self, row: int, place: int) -> str:
        """Return a cell in words, with whose it is and of what."""
        return ""

    # -- showing ----------------------------------------------------------------------------------

    def show_grid(self, lines: Sequence[Line], keys: Sequence[object]) -> bool:
        """Show these lines and columns; tell whether they were the same, so that only looks are others."""
        lines, keys = tuple(lines), tuple(keys)
        same = keys == self.keys and [one.key for one in lines] == [one.key for one in self.lines]
        if same:
            self.lines = lines
            self.tell_all()
            return True
        self.beginResetModel()
        self.lines, self.keys = lines, keys
        self.endResetModel()
        return False

    def tell_all(self) -> None:
        """Tell views that every look may be another one."""
        if self.lines and self.keys:
            last = self.index(len(self.lines) - 1, len(self.keys) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.keys) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.lines) - 1)

    def place_of(self, key: object) -> int:
        """Return where a column is, -1 where it is not."""
        return self.keys.index(key) if key in self.keys else -1

    def row_of(self, key: Key) -> int:
        """Return where a line is, -1 where it is not."""
        return next((row for row, one in enumerate(self.lines) if one.key == key), -1)

    # -- Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines) or index.column() >= len(self.keys):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.spoken(index.row(), index.column()))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.keys) if across else len(self.lines)):
            return None
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in words:
            return None
        if across:
            head = self.head(section)
            said = head.spoken or head.title
            return said if role == Qt.ItemDataRole.AccessibleTextRole else self._tip(role, head.title, said)
        line, facts = self.lines[section], self.facts(section)
        said = ", ".join(filter(None, (line.name, line.detail, facts.upper, facts.lower)))
        return said if role == Qt.ItemDataRole.AccessibleTextRole else self._tip(role, line.name, said)

    @staticmethod
    def _tip(role: int, plain: str, said: str) -> str:
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else plain
