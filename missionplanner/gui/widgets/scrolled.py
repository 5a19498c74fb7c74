"""Show what is longer than the window: downwards only, without a frame of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Scroll a part of a page or dialog.

    ``reads`` lets it take the focus: where there is nothing inside to go to, the keys scroll it. With ``late``
    what is inside is laid out when it is first shown: laid out before, each new parent would dress it anew.
    """

    def __init__(
        self, name: str, words: str, inside: QWidget | None = None, *, reads: bool = False, late: bool = False
    ) -> None:
        super().__init__()
        self._late: QWidget | None = None
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reads else Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if inside is not None and late:
            inside.setParent(self.viewport())
            self._late = inside
        elif inside is not None:
            self.setWidget(inside)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        if self._late is not None:
            inside, self._late = self._late, None
            self.setWidget(inside)
        super().showEvent(event)

    def place(self) -> int:
        """Return how far down it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def return_to(self, place: int) -> None:
        """Scroll there once what is inside has been laid out: before, it has no height."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))
