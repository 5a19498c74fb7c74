"""Say over the agenda, in a line at its foot, what the step would do that somebody considers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label, picture

WIDEST, MARGIN = 640, 12
"""Widest the line gets before it breaks, and how far it stays from the edges."""


class Caption(QFrame):
    """Be the line. It takes no clicks and no focus: a screen reader is told otherwise.

    ``covered`` says how much of the right side lies under something else.
    """

    def __init__(self, ctx: Context, over: QWidget, covered: Callable[[], int]) -> None:
        super().__init__(over)
        self._covered = covered
        self.setObjectName("caption")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        tokens = ctx.theme.tokens
        self.setStyleSheet(
            f"#caption {{ background: {tokens.text}; border-radius: 8px; }}"
            f" #caption QLabel {{ color: {tokens.surface}; }}"
        )
        self._over = over
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 14, 7)
        row.setSpacing(8)
        row.addWidget(picture(ctx.theme, "eye", "surface", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words = label("", "small", name="caption_words", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._words, 1)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, nothing while it is hidden."""
        return self._words.text() if self.isVisible() else ""

    def say(self, words: str) -> None:
        """Say this; nothing goes away."""
        self._words.setText(words)
        self.setVisible(bool(words))
        if words:
            self._place()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        over, free = self._over, self._over.width() - self._covered()
        around = 12 + 16 + 8 + 14
        most = min(roomy(WIDEST), free - 2 * MARGIN) - around
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        self._words.setFixedWidth(max(40, min(line, most)))
        self._words.setFixedHeight(self._words.heightForWidth(self._words.width()))
        self.adjustSize()
        self.move((free - self.width()) // 2, over.height() - self.height() - MARGIN)
