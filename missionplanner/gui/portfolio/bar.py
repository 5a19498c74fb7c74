"""Be a mission on the year: a bar from its first to its last day, its title beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from missionplanner.domain.results.portfolio import Entry
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.basics import plain_tip

HIGH, SLIM, RING = 12, 5, 2
"""Height of what one leads, of what one takes part in, width of the ring around what has the focus."""
BESIDE = 5
"""Between a bar and its title."""
ARROWS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class YearBar(QAbstractButton):
    """Open a mission. ``stepped`` carries an arrow key; ``long`` and ``before`` say how it is laid out."""

    stepped = Signal(int)
    reached = Signal()

    def __init__(self, parent: QWidget, entry: Entry, words: tuple[str, str], theme: Theme, *, slim: bool) -> None:
        super().__init__(parent)
        self.entry, self.slim = entry, slim
        self._title, self._theme = words[0], theme
        self.long, self.before = 0, False
        self.setObjectName(f"year_bar_{entry.code}{'_part' if slim else ''}")
        self.setAccessibleName(words[1])
        self.setToolTip(plain_tip(words[1]))
        self.setFont(font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def words_width(self) -> int:
        """Return how wide the title is."""
        return metrics("small").horizontalAdvance(self._title) + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(self.long + BESIDE + self.words_width, roomy(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.reached.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        high, long = roomy(SLIM if self.slim else HIGH), self.long
        left = self.width() - long - RING - 1 if self.before else RING + 1
        self._draw_bar(painter, QRectF(left, (self.height() - high) / 2, long, high))
        words = self.rect().adjusted(RING + 1, 0, -RING - 1, 0)
        words = words.adjusted(0, 0, -long - BESIDE, 0) if self.before else words.adjusted(long + BESIDE, 0, 0, 0)
        painter.setPen(self._theme.colour("text2" if self.slim else "text"))
        painter.setFont(self.font())
        shown = metrics("small").elidedText(self._title, Qt.TextElideMode.ElideRight, words.width())
        side = Qt.AlignmentFlag.AlignRight if self.before else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _draw_bar(self, painter: QPainter, area: QRectF) -> None:
        draw_bar(painter, area, self.entry, self._theme, slim=self.slim)


def draw_bar(painter: QPainter, area: QRectF, entry: Entry, theme: Theme, *, slim: bool) -> None:
    """Draw a bar: filled, slanting lines while it is being planned, an outline where it does not take place."""
    colour: QColor = theme.colour("text2" if slim else "accent")
    radius = min(3.0, area.height() / 2)
    planned = entry.status in (None, MissionStatus.PLANNING)
    if entry.going and not planned:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, radius, radius)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine if planned else Qt.PenStyle.DashLine))
    inner = area.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.drawRoundedRect(inner, radius, radius)
    if planned:
        painter.save()
        painter.setClipRect(inner)
        painter.setPen(QPen(colour, 1.0))
        at = inner.left()
        while at < inner.right() + inner.height():
            painter.drawLine(QPointF(at, inner.top()), QPointF(at - inner.height(), inner.bottom()))
            at += 4
        painter.restore()
