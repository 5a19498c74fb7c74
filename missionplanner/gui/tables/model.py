"""Hold the rows of a list: which of them are shown in which order, and what their cells say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from missionplanner.gui.tables.filters import Language, Said, Test
from missionplanner.gui.tables.finder import Finder
from missionplanner.gui.tables.spec import Column
from missionplanner.gui.tables.values import Values
from missionplanner.gui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from missionplanner.services.rows import Row

Index = QModelIndex | QPersistentModelIndex
SortKey = tuple[str, bool]
"""Key of a column and whether it is sorted downwards."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _SHOWN | Qt.ItemFlag.ItemIsEditable
_TIP_FROM = 16
"""Characters of a text that may not be seen as a whole."""


class RecordModel(QAbstractTableModel):
    """Be the rows of a list as Qt asks for them.

    An edited row stays where it is until somebody sorts or filters anew: nothing jumps away under one's hands.
    ``counted`` tells that more or fewer rows are shown, or there.
    """

    counted = Signal()

    def __init__(
        self, columns: Sequence[Column], fields: Sequence[str], values: Values, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.values = values
        self.language = Language(columns, values, fields)
        self.columns = self.language.columns
        self._fields = tuple(fields)
        self._places = [list(fields).index(one.key) for one in self.columns]
        self._rows: list[Row] = []
        self._at: dict[UUID, int] = {}
        self._shown: list[int] = []
        self._finder = Finder(self.language)
        self.query = ""
        self._tests: list[Test] = []
        self.sorted: tuple[SortKey, ...] = ()
        self.total = 0

    # -- Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - the names are Qt's
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, place = index.row(), index.column()
        if not index.isValid() or row >= len(self._shown) or place >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, place)
        if role == Qt.ItemDataRole.EditRole:
            return self.values.typed(self.columns[place], self.value(row, place))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, place)
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self.text(row, place)
            return plain_tip(text) if len(text) > _TIP_FROM else None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[place].figures:
            return _RIGHT
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.values.t(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.values.t(column.title))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.figures:
            return _RIGHT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITED if self.editable(index.column()) else _SHOWN

    def editable(self, place: int) -> bool:
        """Tell whether a column can be typed into: not where its values are masked."""
        column = self.columns[place]
        return column.editable and not (column.masked and column.key not in self.values.revealed)

    # -- cells ------------------------------------------------------------------------------------

    def row(self, place: int) -> Row:
        """Return a shown row."""
        return self._rows[self._shown[place]]

    def value(self, row: int, place: int) -> Any:
        """Return the value of a cell."""
        return self._rows[self._shown[row]].values[self._places[place]]

    def text(self, row: int, place: int) -> str:
        """Return what a cell shows: of a text of several lines the first."""
        said = self.values.say(self.columns[place], self._rows[self._shown[row]].values[self._places[place]])
        return said.partition("\n")[0] if "\n" in said else said

    def brief(self, row: int, place: int) -> str:
        """Return what a cell shows that is narrow: days with their months cut short."""
        return self.values.brief(self.columns[place], self.value(row, place))

    def value_of(self, identity: UUID, key: str) -> Any:
        """Return what a row has in a column, None where the row is not there."""
        at = self._at.get(identity)
        place = self.place_of_column(key)
        return self._rows[at].values[self._places[place]] if at is not None and place >= 0 else None

    def held(self, identity: UUID, name: str) -> Any:
        """Return what a row holds in a field, whether a column shows it or not."""
        at = self._at.get(identity)
        known = at is not None and name in self._fields
        return self._rows[at].values[self._fields.index(name)] if known and at is not None else None

    def place_of_column(self, key: str) -> int:
        """Return the place of a column among all, -1 where there is none of this key."""
        return next((place for place, one in enumerate(self.columns) if one.key == key), -1)

    def place_of(self, identity: UUID | None) -> int:
        """Return where a row is shown, -1 where it is not."""
        at = self._at.get(identity) if identity is not None else None
        try:
            return self._shown.index(at) if at is not None else -1
        except ValueError:
            return -1

    def places_of(self, ids: Collection[UUID]) -> list[int]:
        """Return where rows are shown, from the top; those not shown are left out."""
        wanted = {at for one in ids if (at := self._at.get(one)) is not None}
        return [place for place, at in enumerate(self._shown) if at in wanted] if wanted else []

    def has(self, identity: UUID) -> bool:
        """Tell whether a row is there, shown or not."""
        return identity in self._at

    @property
    def loaded(self) -> int:
        return len(self._rows)

    # -- rows -------------------------------------------------------------------------------------

    def show(self, rows: Sequence[Row], total: int, said: Said | None = None) -> None:
        """Show these rows; ``said`` is what they say, folded, where that was prepared beside the window."""
        self.beginResetModel()
        self._rows = list(rows)
        self._finder.take(said)
        self._at = {one.id: place for place, one in enumerate(self._rows)}
        self.total = total
        self._arrange()
        self.endResetModel()
        self.counted.emit()

    def shows(self, rows: Sequence[Row]) -> bool:
        """Tell whether these rows, in whatever order, are what is there."""
        known, at = self._rows, self._at
        return len(rows) == len(known) and all(
            (place := at.get(one.id)) is not None and known[place] == one for one in rows
        )

    def renew(self, rows: Iterable[Row], gone: Collection[UUID]) -> None:
        """Take what was read anew of some rows; add those not known yet where they belong; drop those gone."""
        fresh: list[Row] = []
        for one in rows:
            at = self._at.get(one.id)
            if at is None:
                fresh.append(one)
                continue
            self._rows[at] = one
            self._finder.renew(at, one)
            place = self.place_of(one.id)
            if place >= 0:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        known = [one for one in gone if one in self._at]
        if known:
            self._drop(set(known))
        for one in fresh:
            self._insert(one)
        if known or fresh:
            self.total += len(fresh) - len(known)
            self.counted.emit()

    def prepare(self, rows: Sequence[Row]) -> Said:
        """Return what rows say, folded; may be called beside the window's thread."""
        return self.language.said(rows)

    def _drop(self, gone: set[UUID]) -> None:
        for place in reversed(self.places_of(gone)):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()
        keep = [number for number, one in enumerate(self._rows) if one.id not in gone]
        moved = {old: new for new, old in enumerate(keep)}
        self._rows = [self._rows[number] for number in keep]
        self._finder.keep(keep)
        self._at = {one.id: number for number, one in enumerate(self._rows)}
        self._shown = [moved[number] for number in self._shown]

    def _insert(self, one: Row) -> None:
        at = len(self._rows)
        self._rows.append(one)
        self._finder.add(one)
        self._at[one.id] = at
        place = self._place_for(at)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.insert(place, at)
        self.endInsertRows()

    def _place_for(self, at: int) -> int:
        """Return where a new row is shown: by the first key of the order, at the end without one."""
        if not self.sorted:
            return len(self._shown)
        key, down = self.sorted[0]
        column = self.place_of_column(key)
        if column < 0 or down:
            return 0
        place, said = self._places[column], self.values.order
        value = self._rows[at].values[place]
        if value in (None, ""):
            return len(self._shown)
        known = [number for number in self._shown if self._rows[number].values[place] not in (None, "")]
        orders = [said(self.columns[column], self._rows[number].values[place]) for number in known]
        return bisect_left(orders, said(self.columns[column], value))

    # -- order and filter -------------------------------------------------------------------------

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Order the rows by these columns, the first outweighing the rest; without any as they were read."""
        self.sorted = tuple(keys)
        self._rearrange()

    def filter(self, query: str) -> None:
        """Show the rows a query means."""
        self.query = query
        self._tests = self.language.tests(query)
        self._rearrange()
        self.counted.emit()

    @property
    def filtered(self) -> frozenset[str]:
        """Return the keys of the columns the filter asks something of."""
        return frozenset(one.column.key for one in self._tests if one.column is not None)

    def cells_besides(self, key: str) -> list[Any]:
        """Return what a column holds in the rows that pass all the filter asks of other columns."""
        others = [one for one in self._tests if one.column is None or one.column.key != key]
        place = self._places[self.place_of_column(key)]
        return [self._rows[number].values[place] for number in self._finder.find(self._rows, others)]

    def reveal(self, key: str, on: bool) -> None:
        """Show what a masked column holds, or hide it again."""
        (self.values.revealed.add if on else self.values.revealed.discard)(key)
        if self._shown:
            place = self.place_of_column(key)
            self.dataChanged.emit(self.index(0, place), self.index(len(self._shown) - 1, place))

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        ordered = list(self._finder.find(self._rows, self._tests))
        for key, down in reversed(self.sorted):
            ordered = self._ordered(ordered, key, down)
        self._shown = ordered

    def _ordered(self, shown: list[int], key: str, down: bool) -> list[int]:
        column = self.place_of_column(key)
        if column < 0:
            return shown
        place, rows = self._places[column], self._rows
        spec, order = self.columns[column], self.values.order
        known = [number for number in shown if rows[number].values[place] not in (None, "", ())]
        open_ends = [number for number in shown if rows[number].values[place] in (None, "", ())]
        kinds = {type(rows[number].values[place]) for number in known}
        orders: Sequence[Any] | dict[int, Any]
        if self.values.ordered_by_text(spec, kinds):
            orders = self._finder.texts(rows, spec)
        else:
            orders = {number: order(spec, rows[number].values[place]) for number in known}
        known.sort(key=orders.__getitem__, reverse=down)
        return known + open_ends  # what is unknown comes last, whichever way round

    def _said(self, row: int, place: int) -> str:
        t, column = self.values.t, self.columns[place]
        words = {
            "column": t(column.title),
            "text": self.text(row, place) or t("empty"),
            "row": row + 1,
            "count": len(self._shown),
        }
        if column.required:
            return t("{column}: {text}, required, row {row} of {count}", **words)
        return t("{column}: {text}, row {row} of {count}", **words)
