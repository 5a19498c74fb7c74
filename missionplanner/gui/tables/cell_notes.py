"""Say under a cell what is wrong with what was typed, or offer it to the other selected rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QTableView, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label

_GAP = 4


class CellNotes(QObject):
    """Hold the notes of a table. ``wanted`` carries what was offered, once somebody takes it."""

    wanted = Signal(object)

    def __init__(self, table: QTableView, ctx: Context) -> None:
        super().__init__(table)
        self._table, self._ctx = table, ctx
        self._fault = label("", "small", tone="danger", name="cell_fault", wrap=True)
        self._apply = button("", "apply_to_rows")
        self._offered: object = None
        self._apply.clicked.connect(self._take)
        for note in (self._fault, self._apply):
            note.setParent(table.viewport())
            note.hide()
        table.verticalScrollBar().valueChanged.connect(self.hide_all)
        table.selectionModel().selectionChanged.connect(self.hide_offer)

    @property
    def offering(self) -> bool:
        """Tell whether something is offered now."""
        return self._offered is not None

    def say_fault(self, text: str, index: QModelIndex) -> None:
        """Say what is wrong under a cell; nothing takes it back."""
        self.hide_offer()
        self._fault.setVisible(bool(text))
        if text:
            self._fault.setText(text)
            self._fault.setFixedWidth(min(roomy(320), self._fault.sizeHint().width() + 20))
            self._fault.adjustSize()
            self._put_under(self._fault, index)
            self._ctx.say_aloud(self._table, text)

    def offer(self, count: int, index: QModelIndex, what: object) -> None:
        """Offer to do the same in all selected rows."""
        self._offered = what
        words = self._ctx.t.plural("Apply to {count} row", "Apply to {count} rows", count)
        self._apply.setText(words)
        self._apply.setAccessibleName(words)
        self._apply.adjustSize()
        self._put_under(self._apply, index)
        self._ctx.say_aloud(self._table, words)

    def hide_fault(self) -> None:
        """Take back what is said to be wrong."""
        self._fault.hide()

    def hide_offer(self, *_told: object) -> None:
        """Take the offer back."""
        self._offered = None
        self._apply.hide()

    def hide_all(self, *_told: object) -> None:
        """Take all notes back."""
        self.hide_fault()
        self.hide_offer()

    def take(self) -> bool:
        """Take what is offered, by key; tell whether anything was."""
        if self._offered is None:
            return False
        self._take()
        return True

    def _take(self) -> None:
        what = self._offered
        self.hide_offer()
        if what is not None:
            self.wanted.emit(what)

    def _put_under(self, note: QWidget, index: QModelIndex) -> None:
        area, ground = self._table.visualRect(index), self._table.viewport().rect()
        left = max(_GAP, min(area.left(), ground.width() - note.width() - _GAP))
        below = area.bottom() + 2
        fits = below + note.height() <= ground.height()
        note.move(QPoint(left, below if fits else area.top() - note.height() - 2))
        note.show()
        note.raise_()
