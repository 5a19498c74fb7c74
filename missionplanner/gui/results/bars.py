"""Draw figures as bars beside their names: the number stands at each bar, the length only repeats it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.basics import plain_tip

_ROW, _BAR, _GAP = 30, 12, 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Bar:
    """Be one bar. ``value`` of the whole is dark, the rest up to ``most`` pale; ``text`` says both."""

    name: str
    value: float
    text: str
    most: float = 0.0
    tone: str = "accent"

    @property
    def longest(self) -> float:
        return max(self.value, self.most)


class Bars(QWidget):
    """Show bars below each other, all on one scale."""

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title, self._theme = title, theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(())

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription("; ".join(f"{one.name}: {one.text}" for one in self._bars))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(roomy(260), roomy(_ROW) * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(roomy(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = event.pos().y() // roomy(_ROW)
            if 0 <= number < len(self._bars):
                one = self._bars[number]
                QToolTip.showText(event.globalPos(), plain_tip(f"{one.name}: {one.text}"), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((one.longest for one in self._bars), default=0) or 1
        names = min(
            max((metrics("body").horizontalAdvance(one.name) for one in self._bars), default=0) + 2,
            self.width() * 42 // 100,
        )
        figures = max((metrics("strong").horizontalAdvance(one.text) for one in self._bars), default=0) + 2
        figures = min(figures, self.width() * 40 // 100)
        room = max(self.width() - names - figures - 2 * roomy(_GAP), 8)
        for number, one in enumerate(self._bars):
            row = QRect(0, number * roomy(_ROW), self.width(), roomy(_ROW))
            self._write(painter, QRect(0, row.top(), names, row.height()), one.name, "body", "text2")
            left, high = names + roomy(_GAP), roomy(_BAR)
            top = row.center().y() - high // 2
            for value, colour in ((one.most, "border"), (one.value, one.tone)):
                wide = round(room * value / longest)
                if wide > 0:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._theme.colour(colour))
                    painter.drawRoundedRect(QRect(left, top, max(wide, 3), high), 3, 3)
            at = left + round(room * one.longest / longest) + 6
            self._write(painter, QRect(at, row.top(), self.width() - at, row.height()), one.text, "strong", "text")

    def _write(self, painter: QPainter, area: QRect, text: str, role: str, colour: str) -> None:
        painter.setFont(font(role))
        painter.setPen(self._theme.colour(colour))
        shown = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignLeft, shown)
