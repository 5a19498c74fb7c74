"""Tick some of a list, found by typing; a line tells at its right what is lacking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.ticking import FACT, TickDelegate
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import button
from missionplanner.gui.widgets.search_field import search_field

_ID = Qt.ItemDataRole.UserRole + 1


class TickList(QWidget):
    """Be a search over a list with boxes. ``changed`` tells that others are ticked."""

    changed = Signal()

    def __init__(self, ctx: Context, title: str) -> None:
        super().__init__()
        t = ctx.t
        self.setObjectName("letter_people")
        self._filling = False
        self.search = search_field("letter_search", t("Search"), t("Search"), ctx.theme, t)
        self.search.textChanged.connect(self._filter)
        self._every, self._none = button(t("Everybody"), "letter_all"), button(t("Nobody"), "letter_none")
        self._every.clicked.connect(lambda: self._turn(on=True))
        self._none.clicked.connect(lambda: self._turn(on=False))
        self.list = QListView()
        self.list.setObjectName("letter_list")
        self.list.setAccessibleName(title)
        self.list.setFont(font("body"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(TickDelegate(ctx.theme, self.list))
        self.model = QStandardItemModel(self)
        self.list.setModel(self.model)
        self.model.itemChanged.connect(lambda _item: self.changed.emit() if not self._filling else None)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self._every)
        row.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def show_lines(self, lines: Sequence[tuple[UUID, str]]) -> None:
        """Show these, all ticked."""
        self._filling = True
        self.model.clear()
        for identity, name in lines:
            item = QStandardItem(name)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(identity, _ID)
            item.setData(name, Qt.ItemDataRole.AccessibleTextRole)
            self.model.appendRow(item)
        self._filling = False
        if lines:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._filter(self.search.text())
        self.changed.emit()

    def tell(self, facts: Mapping[str, tuple[str, str]]) -> None:
        """Say beside names what is lacking, in short and, to who asks, in full; nothing beside the others."""
        self._filling = True
        for item in self._items():
            fact, whole = facts.get(item.text(), ("", ""))
            said = ", ".join(one for one in (item.text(), whole) if one)
            item.setData(fact, FACT)
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(said)
        self._filling = False

    def chosen(self) -> tuple[UUID, ...]:
        """Return who is ticked, in the order of the list."""
        return tuple(one.data(_ID) for one in self._items() if one.checkState() is Qt.CheckState.Checked)

    # -- inside -----------------------------------------------------------------------------------

    def _items(self) -> list[QStandardItem]:
        return [self.model.item(row) for row in range(self.model.rowCount())]

    def _turn(self, *, on: bool) -> None:
        """Tick all that are in sight, or take their ticks away."""
        self._filling = True
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row, item in enumerate(self._items()):
            if not self.list.isRowHidden(row):
                item.setCheckState(state)
        self._filling = False
        self.changed.emit()

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        for row, item in enumerate(self._items()):
            self.list.setRowHidden(row, not all(word in folded(item.text()) for word in wanted))
