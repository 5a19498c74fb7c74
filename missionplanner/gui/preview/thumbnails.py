"""Show the pages of a document small, to go to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.preview.sheets import Size, draw
from missionplanner.gui.theme import Theme, font, metrics

WIDTH, AROUND = 84, 12
"""Width of a thumbnail and the room beside it, in logical pixels."""
SIZE = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the ``Size`` of a page."""
AnyIndex = QModelIndex | QPersistentModelIndex
_Key = tuple[bytes, int]


class ThumbnailModel(QAbstractListModel):
    """Be the pages of a document; each is drawn when it is first asked for."""

    def __init__(self, ctx: Context, ratio: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._ratio = ctx, ratio
        self._data = b""
        self._sizes: Sequence[Size] = ()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()

    def show_document(self, data: bytes, sizes: Sequence[Size]) -> None:
        """Show another document; the old pictures stay where there is a page of that number."""
        self._data, self._asked = data, set()
        if len(sizes) != len(self._sizes):
            self.beginResetModel()
            self._sizes = tuple(sizes)
            self._pictures = {number: one for number, one in self._pictures.items() if number < len(sizes)}
            self.endResetModel()
        else:
            self._sizes = tuple(sizes)
            if sizes:
                self.dataChanged.emit(self.index(0), self.index(len(sizes) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self._sizes):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(row + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._ctx.t("Page {number} of {count}", number=row + 1, count=len(self._sizes))
            case Qt.ItemDataRole.DecorationRole:
                self._ask(row)
                return self._pictures.get(row)
        return self._sizes[row] if role == SIZE else None

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        data, width = self._data, round(WIDTH * self._ratio)

        def work(_progress: Progress) -> object:
            return (data, page), draw(data, page, width)

        job = self._ctx.jobs.read(work)
        job.done.connect(self._take)

    def _take(self, made: object) -> None:
        (data, page), picture = cast("tuple[_Key, QImage]", made)
        if data is self._data and page < len(self._sizes):
            self._pictures[page] = picture
            self.dataChanged.emit(self.index(page), self.index(page), [Qt.ItemDataRole.DecorationRole])


class Thumbnails(QListView):
    """Be the strip of pages. ``wanted`` carries the page somebody chose."""

    wanted = Signal(int)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("thumbnails")
        self.setAccessibleName(ctx.t("Pages"))
        self.pages = ThumbnailModel(ctx, self.devicePixelRatioF(), self)
        self.setModel(self.pages)
        self.setItemDelegate(_Delegate(ctx.theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH + 2 * AROUND + 14)
        self.selectionModel().currentChanged.connect(self._tell)
        self._following = False

    def show_page(self, page: int) -> None:
        """Mark the page in view."""
        index = self.pages.index(page)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.setCurrentIndex(index)
            self._following = False

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.wanted.emit(current.row())


class _Delegate(QStyledItemDelegate):
    """Paint a page with its edge, which is white on white otherwise, and its number below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(WIDTH + 2 * AROUND, _height(index) + metrics("label").height() + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paper = QRectF(area.x() + AROUND, area.y() + 10, WIDTH, _height(index))
        picture: QImage | None = index.data(Qt.ItemDataRole.DecorationRole)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if picture is None:
            painter.fillRect(paper, Qt.GlobalColor.white)  # paper is white in every theme
        else:
            painter.drawImage(paper, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        if chosen:
            focused = self._view.hasFocus()
            painter.setPen(QPen(self._theme.colour("accent"), 3 if focused else 2))
            painter.drawRoundedRect(paper.adjusted(-3, -3, 3, 3), 4, 4)
        painter.setFont(font("strong" if chosen else "label"))
        painter.setPen(self._theme.colour("accent" if chosen else "text2"))
        below = QRectF(area.x(), paper.bottom() + 4, WIDTH + 2 * AROUND, metrics("label").height() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


def _height(index: AnyIndex) -> int:
    """Return the height of a page's picture in logical pixels."""
    size: Size = index.data(SIZE)
    return round(WIDTH * size.height / size.width)
