"""Show the entries of a proposal as rows: what would come of each, and what it says field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.import_preview.words import LOOKS, REFUSED, look_of, sentence, shown
from missionplanner.gui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from missionplanner.services.imports import Entry

Index = QModelIndex | QPersistentModelIndex
STATE = 0
"""Column of the tick and of what would come of an entry."""
_NONE = QModelIndex()
_SURE = 100
"""Percent of confidence that needs no word."""


class EntriesModel(QAbstractTableModel):
    """Follow a review. Ticks and typed values go to it; it proposes anew.

    ``faults`` are sentences about what was typed and could not be taken, by entry and field.
    """

    def __init__(self, ctx: Context, review: Review, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self.review = ctx, review
        self.entries: tuple[Entry, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.faults: dict[tuple[int, str], str] = {}
        review.proposed.connect(self._follow)
        review.read_anew.connect(self._clear)

    def _clear(self) -> None:
        self.beginResetModel()
        self.entries, self.keys = (), ()
        self.faults.clear()
        self.endResetModel()

    def _follow(self) -> None:
        from missionplanner.services.imports.typing_in import SHOWN

        entries = self.review.shown()
        lists = list(dict.fromkeys(one.draft.list for one in entries))
        keys = tuple(dict.fromkeys(key for target in lists for key in SHOWN[target]))
        if keys == self.keys and len(entries) == len(self.entries):
            self.entries = entries
            if entries:
                last = self.index(len(entries) - 1, len(keys))
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.entries, self.keys = entries, keys
        self.endResetModel()

    # -- what is asked ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802
        return 0 if parent.isValid() or not self.entries else len(self.keys) + 1

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row."""
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def key(self, column: int) -> str:
        """Return the field of a column, empty for the first."""
        return self.keys[column - 1] if 0 < column <= len(self.keys) else ""

    def text(self, one: Entry, key: str) -> str:
        """Return what a cell shows."""
        return shown(one, key, self._ctx.wording)

    def title(self, column: int) -> str:
        """Return what heads a column."""
        from missionplanner.services.imports.typing_in import has_own_word, title_of

        t = self._ctx.t
        if column == STATE or not self.entries:
            return t("What happens")
        key = self.key(column)
        target = next((one.draft.list for one in self.entries), "")
        name = title_of(target, key, t.language)
        return t(name) if has_own_word(target, key) else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.entry(index.row())
        if one is None:
            return None
        if index.column() == STATE:
            return self._state(one, role)
        key = self.key(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(one, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(index.column())}: {self.text(one, key)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.fault(one, key))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.fault(one, key)
        return None

    def _state(self, one: Entry, role: int) -> Any:
        words = self.state_words(one, look_of(one))
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_taken(one) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words}: {one.name}"
        return None

    def state_words(self, one: Entry, look: str) -> str:
        """Return what would come of an entry, and how sure its reading is where that is not quite."""
        words = self._ctx.t(LOOKS[look][2])
        percent = round(one.draft.confidence * 100)
        return words if percent >= _SURE or look == REFUSED else f"{words}  {percent} %"

    def is_taken(self, one: Entry) -> bool:
        """Tell whether an entry is ticked, as decided by now."""
        take = self.review.decision(one.draft.number).take
        return str(one.state) != "refused" and (one.taken if take is None else take)

    def fault(self, one: Entry, key: str) -> str:
        """Return what is wrong with a cell, or was kept aside of it."""
        typed = self.faults.get((one.draft.number, key))
        if typed:
            return typed
        trouble = next((each for each in one.draft.troubles if each.field == key), None)
        return (
            sentence(trouble.message, self._ctx.wording) if trouble is not None and not one.values.get(key) else ""
        )

    def is_unsure(self, one: Entry, key: str) -> bool:
        """Tell whether a value was guessed."""
        return key in one.draft.unsure

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        from missionplanner.services.imports.typing_in import can_type

        one = self.entry(index.row())
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if one is None:
            return base
        if index.column() == STATE:
            return base if str(one.state) == "refused" else base | Qt.ItemFlag.ItemIsUserCheckable
        if can_type(one.draft.list, self.key(index.column())):
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    # -- what is decided ----------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        one = self.entry(index.row())
        if one is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.review.take([one.draft.number], Qt.CheckState(value) is Qt.CheckState.Checked)
            self.dataChanged.emit(index, index)
            return True
        return role == Qt.ItemDataRole.EditRole and self._typed(one, self.key(index.column()), str(value))

    def _typed(self, one: Entry, key: str, text: str) -> bool:
        from missionplanner.base.errors import Invalid
        from missionplanner.services.imports.typing_in import typed

        if text == self.text(one, key):
            return False
        reading = self.review.reading
        try:
            value = typed(one.draft.list, key, text, reading.around if reading is not None else None)
        except Invalid as error:
            self.faults[one.draft.number, key] = self._ctx.t.say(error)
            return False
        self.faults.pop((one.draft.number, key), None)
        self.review.change(one.draft.number, key, value)
        return True

    def toggle(self, rows: list[int]) -> None:
        """Take the entries of rows in; where all of them are, leave them out."""
        some = [one for row in rows if (one := self.entry(row)) is not None and str(one.state) != "refused"]
        on = not all(self.is_taken(one) for one in some)
        self.review.take([one.draft.number for one in some], on)
        if some:
            self.dataChanged.emit(self.index(min(rows), STATE), self.index(max(rows), STATE))
