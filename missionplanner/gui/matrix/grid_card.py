"""Frame a grid with its counts, or what one begins with while there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.gui.matrix.footer import Footer
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.heads import NARROW, WIDE
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.widgets.pages_stack import PagesLayout


class GridCard(QFrame):
    """Show a table over the counts of its columns, which keep to its columns whether or not it scrolls."""

    def __init__(
        self, name: str, model: Grid, table: GridTable, nothing: Nothing, footer: Footer | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._grid, self._table, self._nothing, self._footer = model, table, nothing, footer
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 4, 1, 4)
        self._stack = PagesLayout()
        inside.addLayout(self._stack)  # before it gets anything: what no widget holds yet is shown as a window
        cells = QWidget()
        both = QVBoxLayout(cells)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(table, 1)
        if footer is not None:
            both.addWidget(footer)
            table.verticalScrollBar().installEventFilter(self)
        self._stack.addWidget(cells)
        self._stack.addWidget(nothing)

    def shows(self) -> bool:
        """Tell whether there is a cell to be seen."""
        return bool(self._grid.lines and self._grid.keys)

    def follow(self) -> None:
        """Show the cells there are now, or what one begins with."""
        self._stack.setCurrentIndex(0 if self.shows() else 1)

    def region(self) -> QWidget:
        """Return what F6 comes to here."""
        return self._table if self.shows() else self._nothing

    def take_focus(self) -> None:
        """Give the focus to the cells, or to what one begins with."""
        if self.shows():
            self._table.go_to_first()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._nothing.take_focus()

    def set_narrow(self, narrow: bool) -> None:
        """Show names as wide as they are, or as narrow as they can be."""
        self._table.names.set_wide(NARROW if narrow else WIDE)
        if self._footer is not None:
            self._footer.names.set_wide(NARROW if narrow else WIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if self._footer is not None and event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            bar = self._table.verticalScrollBar()
            self._footer.set_room(bar.width() if bar.isVisible() else 0)
        return super().eventFilter(watched, event)
