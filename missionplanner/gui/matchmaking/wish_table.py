"""Be the table of wishes: a click chooses whose wish is meant, digits say it, Space turns to the other's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from missionplanner.domain.naming import WISHES
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.low_heads import put_low_heads
from missionplanner.gui.matchmaking.marks import KEYS, letter
from missionplanner.gui.matchmaking.wish_cells import WishCells
from missionplanner.gui.matchmaking.wish_model import WishModel
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import roomy

COLUMN, ROW = 112, 46
"""Pixels of a column and of a row."""
_DIGITS: dict[Qt.Key, Wish] = {
    Qt.Key.Key_1: Wish.MUST,
    Qt.Key.Key_2: Wish.WANT,
    Qt.Key.Key_3: Wish.COULD,
    Qt.Key.Key_0: Wish.NO_THANKS,
    Qt.Key.Key_Minus: Wish.NO_THANKS,
}
assert set(KEYS) == set(_DIGITS.values())


class WishTable(GridTable):
    """Show both sides' wishes. ``wished`` carries the wish that the chosen cells get, None for none.

    ``turned_to`` asks for the rows' wishes (False) or the columns' (True), ``copied`` to put the chosen cells on
    the clipboard, ``pasted`` to take it in.
    """

    wished = Signal(object)
    turned_to = Signal(bool)
    copied = Signal()
    pasted = Signal()

    def __init__(self, ctx: Context, model: WishModel) -> None:
        super().__init__(ctx, model, ctx.t("Wishes"), column=COLUMN, banded=False)
        self._wishes = model
        put_low_heads(self, model, ctx, banded=False, height=68)
        self.cells: WishCells = WishCells(self, model, ctx.theme, {one: letter(ctx.t, one) for one in WISHES})
        self.setItemDelegate(self.cells)
        self.toggled.connect(lambda: self.turned_to.emit(not self._wishes.by_column))
        self.put.connect(lambda _in: self.wished.emit(None))

    def _size_lines(self) -> None:
        for row in range(self.model().rowCount()):
            self.names.resizeSection(row, roomy(ROW))

    def half_at(self, at: QPoint) -> bool | None:
        """Return which half of its cell a point is in: False the row's, True the column's; None beside all."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        area = self.visualRect(index)
        return at.x() >= area.left() + area.width() // 2

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the names are Qt's
        half = self.half_at(event.position().toPoint())
        if half is not None and event.button() is Qt.MouseButton.LeftButton and half != self._wishes.by_column:
            self.turned_to.emit(half)
        super().mousePressEvent(event)
        self._pressed = None  # a click chooses only: what it would say is not to be guessed

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        wish = _DIGITS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier)
        if wish is not None and held == Qt.KeyboardModifier.NoModifier:
            self.wished.emit(wish)
        else:
            super().keyPressEvent(event)

    def _keys(self, control: bool) -> dict[Qt.Key, Callable[[], object]]:
        own = super()._keys(control)
        if control:
            own[Qt.Key.Key_C] = self.copied.emit
            own[Qt.Key.Key_V] = self.pasted.emit
        return own
