"""List what a field offers, under it, within the window: the focus stays in the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from missionplanner.gui.theme import Theme, font, roomy

_ROWS = 8
_ROW = 30
_EDGE = 4


class Offered(QListView):
    """Be the list. ``taken`` carries the place of what was clicked; the field moves the mark with the keys."""

    taken = Signal(int)

    def __init__(self, field: QWidget, theme: Theme) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName("offered")
        self.setAccessibleName(field.accessibleName())
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        tokens = theme.tokens
        self.setStyleSheet(
            f"#offered {{ background: {tokens.surface}; color: {tokens.text}; border: 1px solid"
            f" {tokens.border_strong}; border-radius: 6px; padding: 3px; }}"
            f" #offered::item {{ padding: 4px 6px; min-height: {roomy(_ROW) - 10}px; border-radius: 4px; }}"
            f" #offered::item:hover {{ background: {tokens.hover}; }}"
            f" #offered::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
        )
        self.clicked.connect(lambda index: self.taken.emit(index.row()))
        self.hide()

    @property
    def texts(self) -> list[str]:
        return self._model.stringList()

    def marked(self) -> int | None:
        """Return the place of the mark while the list is open, None without one."""
        index = self.currentIndex()
        return index.row() if self.isVisible() and index.isValid() else None

    def offer(self, texts: Sequence[str]) -> None:
        """Show these texts under the field, or above it where there is no room; none of them hides the list."""
        self._model.setStringList(list(texts))
        if not texts:
            self.hide()
            return
        ground = self._field.window()
        if self.parentWidget() is not ground:
            self.setParent(ground)
        wide, high = self._field.width(), min(len(texts), _ROWS) * roomy(_ROW) + 8
        below = self._field.mapTo(ground, QPoint(0, self._field.height() + 2))
        above = self._field.mapTo(ground, QPoint(0, -high - 2))
        fits = below.y() + high <= ground.height() - _EDGE or above.y() < _EDGE
        if fits:  # a low dialog shows fewer of them at once
            high = min(high, max(ground.height() - _EDGE - below.y(), roomy(_ROW) + 8))
        self.setGeometry((below if fits else above).x(), (below if fits else above).y(), wide, high)
        self.show()
        self.raise_()

    def move_mark(self, steps: int) -> None:
        """Mark the next entry, or the one before, and have it read out."""
        count = self._model.rowCount()
        now = self.currentIndex().row()
        place = (now + steps) % count if now >= 0 else (0 if steps > 0 else count - 1)
        self.setCurrentIndex(self._model.index(place))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, self.texts[place]))

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(self._field.width(), _ROWS * roomy(_ROW))
