"""Show photos as a grid of thumbnails, made small beside the window; what one sees is said in words too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import Index
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.alone import GoesAlone
from missionplanner.gui.widgets.basics import draw_lines, plain_tip
from missionplanner.gui.widgets.painting import draw_icon
from missionplanner.services import media

WIDE, HIGH, WORDS, GAP = 196, 132, 50, 10
"""Least pixels of a thumbnail, and those of the words below it, at the usual size of letters."""
_AT_ONCE = 6
"""Photos that are read before those read so far are shown."""
_MOST = 400
NOWHERE = QModelIndex()


class PhotoModel(QAbstractListModel):
    """Hold the photos of the open mission with their thumbnails."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.photos: tuple[r.Photo, ...] = ()
        self._plan: MissionPlan | None = None
        self._made: dict[str, QPixmap] = {}
        self._asked: set[str] = set()

    def show_photos(self, plan: MissionPlan, photos: Sequence[r.Photo]) -> None:
        """Show photos as they are now; the same ones in the same order stay chosen."""
        same = [one.id for one in photos] == [one.id for one in self.photos]
        self._plan = plan
        if same:
            self.photos = tuple(photos)
            if photos:
                self.dataChanged.emit(self.index(0), self.index(len(photos) - 1))
        else:
            self.beginResetModel()
            self.photos = tuple(photos)
            self.endResetModel()
        self._read()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - the name is Qt's
        return 0 if parent.isValid() else len(self.photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.photos):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.spoken(index.row()))
        return None

    # -- words ------------------------------------------------------------------------------------

    def caption(self, row: int) -> str:
        """Return what stands under a photo."""
        one, t = self.photos[row], self._ctx.t
        return one.caption.best(t.language) if one.caption else t("Without a caption")

    def below(self, row: int) -> str:
        """Return what stands under the caption: the item, or when it was taken."""
        one, plan = self.photos[row], self._plan
        item = plan.item(one.item_id) if plan is not None else None
        if item is not None and plan is not None:
            return item.title.best(self._ctx.t.language, plan.mission.languages)
        return self._ctx.wording.days(one.taken_at.date(), one.taken_at.date()) if one.taken_at else ""

    def spoken(self, row: int) -> str:
        """Return a photo in words."""
        one, t = self.photos[row], self._ctx.t
        credit = t("Photo: {name}", name=one.credit) if one.credit else ""
        cleared = t("May be printed") if one.cleared else t("Not cleared: it is not printed")
        number = t("{number} of {count}", number=row + 1, count=len(self.photos))
        return ", ".join(filter(None, (self.caption(row), self.below(row), credit, cleared, number)))

    def thumbnail(self, row: int) -> QPixmap | None:
        """Return the small picture of a photo, None until it is there."""
        return self._made.get(self.photos[row].medium or "")

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read what is not there yet, a few at once, beside the window."""
        workspace = self._ctx.workspace
        names = [one.medium for one in self.photos if one.medium and one.medium not in self._asked]
        if workspace is None or not names:
            return
        some = list(dict.fromkeys(names))[:_AT_ONCE]
        self._asked.update(some)
        size = QSize(roomy(WIDE) * 2, roomy(HIGH) * 2)

        def work(_progress: Progress) -> object:
            return {name: small(data, size) for name, data in media.of_names(workspace, some).items()}

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(self._take)
        job.failed.connect(self._ctx.tell_failure)

    def _take(self, found: dict[str, QImage]) -> None:
        if len(self._made) > _MOST:
            self._made, self._asked = {}, set(found)
        self._made |= {name: QPixmap.fromImage(one) for name, one in found.items() if not one.isNull()}
        if self.photos:
            self.dataChanged.emit(self.index(0), self.index(len(self.photos) - 1))
        self._read()


def small(data: bytes, size: QSize) -> QImage:
    """Return a picture that just covers a size, read no larger than needed; an empty one for what is none."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


class PhotoGrid(GoesAlone, QListView):
    """Show photos; ``dropped`` carries the files somebody drops on it, ``chosen`` tells that others are chosen."""

    dropped = Signal(list)
    chosen = Signal()
    opened = Signal()

    def __init__(self, ctx: Context, model: PhotoModel, takes: Callable[[str], bool]) -> None:
        super().__init__()
        self._takes = takes
        self.setObjectName("photo_grid")
        self.setAccessibleName(ctx.t("Photos"))
        self.setModel(model)
        self.setItemDelegate(_Cells(self, ctx, model))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self._fit()
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setStyleSheet(f"QListView {{ background: {ctx.theme.tokens.surface}; border: none; outline: none; }}")
        self.selectionModel().selectionChanged.connect(lambda *_some: self.chosen.emit())
        self.activated.connect(lambda _index: self.opened.emit())

    def chosen_ids(self) -> list[UUID]:
        """Return the chosen photos in their order."""
        model = self.model()
        assert isinstance(model, PhotoModel)
        rows = sorted(one.row() for one in self.selectionModel().selectedIndexes())
        return [model.photos[row].id for row in rows if row < len(model.photos)]

    def choose(self, ids: Sequence[UUID]) -> None:
        """Choose photos and bring the first into sight."""
        model = self.model()
        assert isinstance(model, PhotoModel)
        rows = [row for row, one in enumerate(model.photos) if one.id in set(ids)]
        if rows:
            self.setCurrentIndex(model.index(rows[0]))
            flag = self.selectionModel().SelectionFlag.Select
            for row in rows[1:]:
                self.selectionModel().select(model.index(row), flag)

    def picture(self) -> QSize:
        """Return the size of a thumbnail: as wide as lets whole columns fill the grid."""
        wide = self.gridSize().width() - 3 * GAP
        return QSize(wide, wide * HIGH // WIDE)

    def _fit(self) -> None:
        room = self.viewport().width() - GAP
        columns = max(1, room // (roomy(WIDE) + 3 * GAP))
        wide = max(roomy(WIDE) + 3 * GAP, room // columns)
        high = (wide - 3 * GAP) * HIGH // WIDE + roomy(WORDS) + 3 * GAP
        if self.gridSize() != QSize(wide, high):
            self.setGridSize(QSize(wide, high))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        self._fit()
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self._files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if self._files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        files = self._files(event)
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def _files(self, event: QDropEvent) -> list[str]:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        return [one for one in paths if self._takes(one)]


class _Cells(QStyledItemDelegate):
    """Draw a photo, its caption, and a sign where it may not be printed."""

    def __init__(self, view: PhotoGrid, ctx: Context, model: PhotoModel) -> None:
        super().__init__(view)
        self._view, self._theme, self._model = view, ctx.theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        return self._view.gridSize() - QSize(GAP, GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        if row >= len(self._model.photos):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRect(option.rect.topLeft(), self.sizeHint(option, index)).adjusted(GAP // 2, GAP // 2, 0, 0)
        picked = bool(option.state.value & QStyle.StateFlag.State_Selected.value)
        if picked or option.state.value & QStyle.StateFlag.State_MouseOver.value:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if picked else "hover"))
            painter.drawRoundedRect(whole, 8, 8)
        picture = QRect(whole.topLeft() + QPoint(GAP - 2, GAP - 2), self._view.picture())
        self._picture(painter, picture, row)
        self._words(painter, picture, row)
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(whole, 8, 8)
        painter.restore()

    def _picture(self, painter: QPainter, area: QRect, row: int) -> None:
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(area.toRectF(), 6, 6)
        painter.setClipPath(path)
        painter.fillRect(area, self._theme.colour("surface2"))
        made = self._model.thumbnail(row)
        if made is None:
            side = roomy(28)
            spot = QRect(area.center().x() - side // 2, area.center().y() - side // 2, side, side)
            draw_icon(painter, self._theme, "image", "text3", spot)
        else:
            cut = made.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            place = QRect(0, 0, cut.width(), cut.height())
            place.moveCenter(area.center())
            painter.drawPixmap(place, made)
        painter.restore()

    def _words(self, painter: QPainter, picture: QRect, row: int) -> None:
        one = self._model.photos[row]
        left = picture.left() + 2
        if not one.cleared:
            side = roomy(15)
            draw_icon(painter, self._theme, "eye-off", "warn", QRect(left, picture.bottom() + 8, side, side))
            left += side + 5
        wide = picture.right() - left
        painter.setFont(font("strong"))
        painter.setPen(self._theme.colour("text" if one.caption else "text3"))
        high = metrics("strong").height()
        draw_lines(painter, QRect(left, picture.bottom() + 7, wide, high), self._model.caption(row))
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        below = QRect(
            picture.left() + 2, picture.bottom() + 9 + high, picture.width() - 2, metrics("small").height()
        )
        draw_lines(painter, below, self._model.below(row))
