"""Show the pages of a document below each other; the old ones stay until the new are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.preview.layout import FIT, GAP, Layout
from missionplanner.gui.preview.sheets import Size, draw
from missionplanner.gui.theme import font

KEPT = 160_000_000
"""Bytes of drawn pages that are kept; more are drawn anew when they come into view."""
_Key = tuple[bytes, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """Be a line of a page that leads somewhere: ``area`` is in points from the page's top left."""

    page: int
    key: str
    area: QRectF


class PreviewView(QAbstractScrollArea):
    """Show a PDF. ``turned`` carries the page in view, ``wanted`` the key of a line somebody opened.

    ``marked`` carries the key of the line that Ctrl and an arrow key went to.
    """

    wanted = Signal(str)
    marked = Signal(str)
    turned = Signal(int)
    drawn = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(ctx.t("Preview"))
        self.viewport().setMouseTracking(True)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), ctx.theme.colour("surface2"))
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        self._data, self._said = b"", ""
        self._layout = Layout((), QSizeF())
        self._lines: Sequence[Line] = ()
        self._mark: Line | None = None
        self._pictures: dict[int, tuple[bytes, int, QImage]] = {}
        self._asked: set[_Key] = set()
        self._page = 0
        self._sharpen = QTimer(self, interval=80, singleShot=True)
        self._sharpen.timeout.connect(self._draw_missing)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self.horizontalScrollBar().valueChanged.connect(self._follow)

    @property
    def pages(self) -> int:
        return len(self._layout.sizes)

    @property
    def page(self) -> int:
        """Return the number of the page in view, from 0."""
        return self._page

    @property
    def scale(self) -> float:
        """Return how many logical pixels a point takes."""
        return self._layout.scale

    def show_document(self, data: bytes, sizes: Sequence[Size], lines: Sequence[Line] = ()) -> None:
        """Show another document, or the same one printed anew: the place one looks at stays."""
        self._data, self._lines, self._mark, self._said = data, lines, None, ""
        self._pictures = {number: one for number, one in self._pictures.items() if number < len(sizes)}
        self._lay_out(sizes=tuple(sizes))
        self._draw_missing()

    def say(self, words: str) -> None:
        """Show words where no document is."""
        self._said = words
        self.viewport().update()

    @property
    def said(self) -> str:
        """Return the words that stand where no document is."""
        return self._said if not self.pages else ""

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= page < self.pages:
            top = self._layout.areas(QPointF(0, 0))[page].top()
            self.verticalScrollBar().setValue(round(top) - GAP)
            self._turn(page)  # near the end more of another page may be seen

    def go_to_start(self) -> None:
        """Bring the beginning into view: another document is to be shown."""
        self.verticalScrollBar().setValue(0)
        self._mark = None

    def zoom_by(self, factor: float) -> None:
        """Show pages larger or smaller."""
        self._lay_out(zoom=self.scale * factor)

    def fit(self) -> None:
        """Fit pages to the width again."""
        self._lay_out(zoom=FIT)

    def page_area(self, page: int) -> QRectF:
        """Return where a page stands in the viewport."""
        return self._areas()[page]

    # -- geometry ---------------------------------------------------------------------------------

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _areas(self) -> list[QRectF]:
        return self._layout.areas(self._scrolled())

    def _lay_out(self, *, sizes: Sequence[Size] | None = None, zoom: float | None = None) -> None:
        before, old = self._layout, self.verticalScrollBar()
        middle = (old.value() + before.port.height() / 2) / max(1.0, before.whole.height())
        port = QSizeF(self.viewport().size())
        wanted = before.zoom if zoom is None else zoom
        kept = Layout((), port, wanted).scale if wanted != FIT else FIT  # no further than it can be seen
        self._layout = Layout(before.sizes if sizes is None else sizes, port, kept)
        whole = self._layout.whole
        for bar, room, seen in (
            (self.verticalScrollBar(), whole.height(), port.height()),
            (self.horizontalScrollBar(), whole.width(), port.width()),
        ):
            bar.setRange(0, max(0, round(room) - round(seen)))
            bar.setPageStep(round(seen))
            bar.setSingleStep(40)
        if self._layout.scale != before.scale and before.sizes:
            old.setValue(round(middle * whole.height() - port.height() / 2))
        self._follow()

    def _follow(self) -> None:
        self._turn(self._layout.page_in_view(self._scrolled()))
        self._sharpen.start()
        self.viewport().update()

    def _turn(self, page: int) -> None:
        t = self._ctx.t
        words = t("Page {number} of {count}", number=page + 1, count=self.pages) if self.pages else ""
        self.setAccessibleDescription(words)
        self._page = page
        self.turned.emit(page)

    # -- drawing ----------------------------------------------------------------------------------

    def _draw_missing(self) -> None:
        """Have the pages in view drawn, and those next to them."""
        port = QRectF(self.viewport().rect())
        near = port.adjusted(0, -port.height(), 0, port.height())
        areas = self._areas()
        shown = [number for number, area in enumerate(areas) if area.intersects(near)]
        shown.sort(key=lambda number: not areas[number].intersects(port))
        for number in shown:
            width = round(areas[number].width() * self.devicePixelRatioF())
            known = self._pictures.get(number)
            key = (self._data, number, width)
            if (known is None or known[:2] != (self._data, width)) and key not in self._asked:
                self._start(key)

    def _start(self, key: _Key) -> None:
        self._asked.add(key)

        def work(_progress: Progress) -> object:
            return key, draw(*key)

        job = self._ctx.jobs.read(work)
        job.done.connect(self._take)
        job.failed.connect(self._ctx.tell_failure)
        job.ended.connect(lambda: self._asked.discard(key))

    def _take(self, made: object) -> None:
        (data, number, width), picture = cast("tuple[_Key, QImage]", made)
        if data is not self._data:
            return
        self._pictures[number] = (data, width, picture)
        while sum(one[2].sizeInBytes() for one in self._pictures.values()) > KEPT and len(self._pictures) > 1:
            del self._pictures[max(self._pictures, key=lambda one: abs(one - self._page))]
        self.viewport().update()
        self.drawn.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the names are Qt's
        painter = QPainter(self.viewport())
        theme, port = self._ctx.theme, QRectF(self.viewport().rect())
        painter.fillRect(port, theme.colour("surface2"))
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if self.said:
            painter.setFont(font("body"))
            painter.setPen(theme.colour("text2"))
            painter.drawText(port, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.said)
        for number, area in enumerate(self._areas()):
            if area.intersects(port):
                self._paint_page(painter, number, area)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(port.adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int, area: QRectF) -> None:
        theme = self._ctx.theme
        painter.fillRect(area.adjusted(-1, -1, 1, 1), theme.colour("border"))
        known = self._pictures.get(number)
        if known is None:
            painter.fillRect(area, Qt.GlobalColor.white)  # paper is white in every theme
        else:
            painter.drawImage(area, known[2])
        if self._mark is not None and self._mark.page == number:
            tint = theme.colour("accent")
            painter.setPen(QPen(tint, 1))
            tint.setAlpha(28)
            painter.setBrush(tint)
            painter.drawRoundedRect(self._seen(self._mark, area).adjusted(-4, -3, 4, 3), 4, 4)

    def _seen(self, line: Line, page: QRectF) -> QRectF:
        """Return where a line of a page stands in the viewport."""
        scale, area = self.scale, line.area
        at = page.topLeft() + QPointF(area.x(), area.y()) * scale
        return QRectF(at, QSizeF(area.width(), area.height()) * scale)

    # -- what people do ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()  # a click is told when the button is let go

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        line = self._line_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            self.wanted.emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        zooms = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mark is not None:
            self.wanted.emit(self._mark.key)
        elif key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        elif key in zooms:
            self.zoom_by(zooms[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Mark the next line that leads somewhere, or the one before, and bring it into view."""
        if not self._lines:
            return
        lines = list(self._lines)
        first = next((n for n, one in enumerate(lines) if one.page >= self._page), 0) - (by > 0)
        here = lines.index(self._mark) if self._mark in lines else first
        self._mark = lines[min(len(lines) - 1, max(0, here + by))]
        area = self._seen(self._mark, self._areas()[self._mark.page])
        port, bar = QRectF(self.viewport().rect()), self.verticalScrollBar()
        if area.top() < port.top() or area.bottom() > port.bottom():
            bar.setValue(round(bar.value() + area.center().y() - port.height() / 2))
        self.viewport().update()
        self.marked.emit(self._mark.key)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point(self._line_at(event.position()))
        elif event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().viewportEvent(event)

    def _point(self, line: Line | None) -> None:
        if line is not self._mark:
            self._mark = line
            shape = Qt.CursorShape.ArrowCursor if line is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(560, 640)

    def _line_at(self, position: QPointF) -> Line | None:
        found = self._layout.point_at(position, self._scrolled())
        if found is None:
            return None
        page, at = found[0], QPointF(found[1], found[2])
        return next((one for one in self._lines if one.page == page and one.area.contains(at)), None)
