"""Paint the marks a style sheet cannot: the arrow of lists and days, the tick of a box, in the theme's colours."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QWidget

from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.painting import draw_icon

BOX = 18


class Choice(QComboBox):
    """Be a list to choose from, or a text with suggestions.

    ``values`` are what the entries stand for; they stay in Python, because Qt would make plain texts of
    the words of a vocabulary.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.values: tuple[Any, ...] = ()

    def chosen(self) -> Any:
        """Return what the chosen entry stands for."""
        return self.values[self.currentIndex()]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        super().paintEvent(event)
        _arrow(self, self._theme)


class DayField(QDateEdit):
    """Be a field for a day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        super().paintEvent(event)
        _arrow(self, self._theme)


class Check(QCheckBox):
    """Be a box to tick, large enough to hit and to see."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(font("body"))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + roomy(BOX) + 12, roomy(28))

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = roomy(BOX)
        box = QRect(1, (self.height() - side) // 2, side, side)
        ticked, focused = self.isChecked(), self.hasFocus()
        edge = "accent" if ticked or focused else "border_strong"
        painter.setPen(QPen(self._theme.colour(edge), 2 if focused else 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            draw_icon(painter, self._theme, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        painter.setPen(self._theme.colour("text"))
        words = self.rect().adjusted(side + 9, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


def _arrow(widget: QWidget, theme: Theme) -> None:
    painter = QPainter(widget)
    size = roomy(14)
    area = QRect(widget.width() - size - 8, (widget.height() - size) // 2, size, size)
    draw_icon(painter, theme, "chevron-down", "text2", area)
