"""Show one hint beside what it is about, until it is followed or sent away; never again after that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label, picture

_TIP, _WIDEST, _EDGE = 9, 320, 8


class CoachMark(QFrame):
    """Be a bubble on ``ground`` that points at a rectangle. It takes no focus away and hides nothing for good.

    ``point_at`` shows it where the person has not seen it yet; ``finish`` is called when the hint was followed.
    """

    def __init__(self, ctx: Context, ground: QWidget, text: str) -> None:
        super().__init__(ground)
        self._ctx, self._ground, self._text = ctx, ground, text
        self._target = QRect()
        self._below = True
        self.setObjectName("coach_mark")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, _TIP + 10, 10, _TIP + 10)
        row.setSpacing(10)
        row.addWidget(picture(ctx.theme, "lightbulb", "on_accent", 18))
        words = label(text, "button", name="coach_text", wrap=True)
        words.setMinimumWidth(min(roomy(_WIDEST), words.fontMetrics().horizontalAdvance(text) + 4))
        words.setMaximumWidth(roomy(_WIDEST))
        row.addWidget(words)
        self._done = button(ctx.t("Got it"), "coach_done")
        self._done.clicked.connect(self.finish)
        row.addWidget(self._done)
        ground.installEventFilter(self)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Tell whether the person has not followed the hint yet, nor sent it away."""
        return not self._ctx.settings.values.coached

    def point_at(self, target: QRect) -> None:
        """Show the hint beside a rectangle of the ground, unless it was followed before."""
        self._target = target
        if not self.wanted:
            return
        first = not self.isVisible()
        self._place()
        self.show()
        self.raise_()
        if first:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text))

    def finish(self) -> None:
        """Go, and do not come again."""
        self.hide()
        if self.wanted:
            try:
                self._ctx.settings.change(coached=True)
            except MissionPlannerError as error:
                self._ctx.tell(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._ground and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(self._ctx.theme.colour("accent"))
        painter.drawRoundedRect(self.rect().adjusted(0, _TIP, 0, -_TIP), 8, 8)
        middle = self._target.center().x() - self.x()
        at = float(max(_TIP + 10, min(self.width() - _TIP - 10, middle)))
        tip, root = (0.0, _TIP + 1.0) if self._below else (float(self.height()), self.height() - _TIP - 1.0)
        painter.drawPolygon(QPolygonF([QPointF(at - _TIP, root), QPointF(at, tip), QPointF(at + _TIP, root)]))

    def _place(self) -> None:
        """Go below the rectangle where there is room, else above it; never out of the ground."""
        self.adjustSize()
        size, ground, target = self.sizeHint(), self._ground.rect(), self._target
        self._below = target.bottom() + size.height() <= ground.bottom() - _EDGE
        top = target.bottom() if self._below else target.top() - size.height()
        left = target.center().x() - size.width() // 2
        left = max(_EDGE, min(left, ground.width() - size.width() - _EDGE))
        self.setGeometry(QRect(QPoint(left, max(0, top)), size))
        self.update()
