"""Be a list view whose items lie on days and hours: place and paint are ours, the rest is Qt's.

Selection, focus and what screen readers ask come from ``QListView``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from missionplanner.domain.programme.placing import Placing
from missionplanner.gui.board.corners import paint_corners
from missionplanner.gui.board.gestures import Gestures, pixels
from missionplanner.gui.board.ghost_paint import paint_carried
from missionplanner.gui.board.keys import MOVES
from missionplanner.gui.board.outlook import Outlook
from missionplanner.gui.board.rename import Renaming
from missionplanner.gui.board.scale import HOUR, Box, Scale, Spot, into
from missionplanner.gui.board.scene import Scene
from missionplanner.gui.board.scene_paint import paint_focus, paint_scene
from missionplanner.gui.board.sheet import Sheet
from missionplanner.gui.board.stage import Stage
from missionplanner.gui.board.zooming import Zooming
from missionplanner.gui.models.agenda import AgendaModel
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.wording import Wording

AnyIndex = QModelIndex | QPersistentModelIndex

PATIENCE = 0.025
"""Seconds a frame draws after a zoom; what is left comes with the next frames."""
MANY = 40
"""Rows from which drawing everything anew is cheaper than each of them."""
FOCUS = 4
"""Pixels the ring of the focus reaches beyond a block."""

_Flag = QItemSelectionModel.SelectionFlag
ALONE, ADD = _Flag.ClearAndSelect | _Flag.Rows, _Flag.Select | _Flag.Rows
"""How rows are selected: whole ones, because a table shares the selection."""


class BoardView(QListView):
    """Show rows of the model on days, lanes and hours, and let them be carried."""

    placed = Signal(object)
    copied = Signal(object)
    create_wanted = Signal(object)
    day_wanted = Signal(object)
    slot_wanted = Signal(object, QPoint)

    def __init__(self, model: AgendaModel, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self.setObjectName("board")
        self.wording, self.t = wording, wording.t
        self.setAccessibleName(self.t("Agenda board"))
        self.stage = Stage(theme, wording)
        self.sheet = Sheet(self._paint_still)
        self.judge: Callable[[Sequence[Placing]], str] | None = None
        self.snap = 5
        self.hour: float = roomy(int(HOUR))
        self._rows = model
        self._settled, self._busy, self._patient = True, False, False
        self._shelf_y = 0.0
        self._pointed: Spot | None = None
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.settle)
        self.zooming, self.gestures, self.outlook = Zooming(self), Gestures(self), Outlook(self)
        self._dress()
        self.setModel(model)
        moved = (model.layoutChanged, model.rowsInserted, model.rowsRemoved)
        for changed in (model.modelReset, model.dataChanged, *moved):
            changed.connect(self.unsettle)
        self.unsettle()

    def _dress(self) -> None:
        self.setItemDelegate(Renaming(self.t, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(320, 200)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what is laid out -------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """Return what is drawn, laid out as the model is now."""
        if not self._settled:
            self.settle()
        return self.stage.scene

    def unsettle(self) -> None:
        """Lay everything out anew before it is looked at again."""
        self._settled = False
        self._later.start()

    def settle(self) -> None:
        """Lay everything out now."""
        if self._settled:
            return
        self._settled = True
        self._later.stop()
        self.stage.rows = tuple(self._rows.rows)
        self.stage.refresh()
        self._choose_shown()
        self.updateGeometries()
        self.respoil()

    def respoil(self, boxes: Iterable[Box] | None = None) -> None:
        """Have some rectangles drawn anew, or everything."""
        if boxes is None:
            self.sheet.spoil()
            self.viewport().update()
            return
        for box in boxes:
            part = pixels(box).adjusted(-FOCUS, -FOCUS, FOCUS, FOCUS)
            self.sheet.spoil(part)
            self.viewport().update(part)

    def rescale(self, hour: float, minute: float, y: float) -> None:
        """Take another height of an hour, with a minute of the day at this height."""
        self.hour, self._busy = hour, True
        self._measure()
        self._ranges()
        bar, scale = self.verticalScrollBar(), self.stage.scene.scale
        bar.setValue(bar.value() + round(scale.y_of(minute) - y))
        self._measure()
        self._busy = False

    def be_patient(self) -> None:
        """Draw what is spoilt a bit at a time, over what is there."""
        self._patient = True

    def lift(self, places: set[int]) -> None:
        """Take rows off the board, into somebody's hand; those no longer lifted lie down again."""
        scene = self.scene
        changed, scene.lifted = scene.lifted ^ places, places
        self._respoil_places(changed)

    def _respoil_places(self, places: set[int]) -> None:
        """Have some rows drawn anew; of many, everything."""
        if len(places) > MANY:
            self.respoil()
            return
        scene = self.stage.scene
        for place in places:
            self.respoil(scene.scale.boxes_of(scene.layout, place))

    def head_clicked(self, spot: Spot) -> None:
        """Hear that the head of a day was clicked."""

    def pointer(self) -> QPointF:
        """Return where the mouse was seen last."""
        return self.gestures.at

    def point_at(self, spot: Spot) -> None:
        """Remember the spot that was clicked: what is pasted or added goes there."""
        self._pointed = spot

    def _measure(self) -> Scale:
        room = self.viewport()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.stage.fit(room.width(), room.height(), self.hour, (across, down, self._shelf_y))

    def _ranges(self) -> None:
        scale = self.stage.scene.scale
        body = scale.body
        for bar, content, page, step in (
            (self.verticalScrollBar(), scale.content_height, body.height, self.hour / 2),
            (self.horizontalScrollBar(), scale.content_width, body.width - 2, scale.day_width / 4),
        ):
            bar.setRange(0, max(0, round(content - page)))
            bar.setPageStep(max(1, round(page)))
            bar.setSingleStep(max(1, round(step)))

    # -- what Qt asks of a view -------------------------------------------------------------------

    def doItemsLayout(self) -> None:  # noqa: N802 - the name is Qt's
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802 - the name is Qt's
        if not self._settled:
            return
        self._measure()
        self._ranges()
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        self.updateGeometries()
        self.sheet.spoil()
        self.updateEditorGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - the name is Qt's
        if self._busy or not self._settled:
            return
        scale = self._measure()
        self.sheet.scroll(dx, dy, QRectF(*scale.body).toAlignedRect())
        if dy:
            self.sheet.spoil(QRectF(scale.shelf, scale.head, scale.gutter, scale.height).toAlignedRect())
        if dx:
            self.sheet.spoil(QRectF(scale.shelf, 0, scale.width, scale.head).toAlignedRect())
        self.viewport().update()
        self.updateEditorGeometries()

    def horizontalOffset(self) -> int:  # noqa: N802 - the name is Qt's
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:  # noqa: N802 - the name is Qt's
        return self.verticalScrollBar().value()

    def visualRect(self, index: AnyIndex) -> QRect:  # noqa: N802 - the name is Qt's
        box = self.scene.box_of(index.row()) if index.isValid() else None
        return QRectF(*box).toAlignedRect() if box is not None else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - the name is Qt's
        place = self.scene.place_at(point.x(), point.y())
        return self._rows.index(place, 0) if place is not None else QModelIndex()

    def isIndexHidden(self, index: AnyIndex) -> bool:  # noqa: N802 - the name is Qt's
        return not self.scene.layout.shows(index.row())

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        region = QRegion()
        scene = self.scene
        for index in selection.indexes():
            for box in scene.scale.boxes_of(scene.layout, index.row()):
                region += pixels(box)
        return region

    def setSelection(  # noqa: N802 - the name is Qt's
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        area = rect.normalized()
        self._select(self._within(Box(area.x(), area.y(), area.width(), area.height())), command)

    def scrollTo(  # noqa: N802 - the name is Qt's
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        box = self.scene.box_of(index.row()) if index.isValid() else None
        if box is None:
            return
        scale = self.stage.scene.scale
        if index.row() in self.stage.scene.layout.shelf_of:
            self.scroll_shelf(into(box.y, box.bottom, scale.head, scale.height))
            return
        body = scale.body
        middle = hint is QAbstractItemView.ScrollHint.PositionAtCenter
        down = (
            box.y + box.height / 2 - (body.y + body.height / 2)
            if middle
            else into(box.y, box.bottom, body.y, body.bottom)
        )
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(down))
        across = self.horizontalScrollBar()
        across.setValue(across.value() + round(into(box.x, box.right, body.x, body.right)))

    def moveCursor(  # noqa: N802 - the name is Qt's
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        scene, walk = self.scene, self.stage.walk
        page = scene.scale.body.height / self.hour * 60
        current = self.currentIndex()
        place = current.row() if current.isValid() else -1
        there = walk.step(place, MOVES[action], page)
        return self._rows.index(there, 0) if there >= 0 else QModelIndex()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - the name is Qt's
        """Leave letters to the page: there they are actions."""

    # -- selection --------------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        super().selectionChanged(selected, deselected)
        self._choose_shown()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        scene = self.scene
        if current.isValid():
            self._pointed = None
        for index in (current, previous):
            self.respoil(scene.scale.boxes_of(scene.layout, index.row()) if index.isValid() else ())

    def _choose_shown(self) -> None:
        """Take over what is selected, and draw what changed by it anew."""
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        scene = self.stage.scene
        changed, scene.chosen = scene.chosen ^ places, places
        if self._settled:
            self._respoil_places(changed)

    def choose_place(self, place: int, *, more: bool = False, keep: bool = False) -> None:
        """Select a row alone, with the others (``more``), or leave what is selected and go there (``keep``)."""
        flag = _Flag.NoUpdate if keep else ADD if more else ALONE
        self.selectionModel().setCurrentIndex(self._rows.index(place, 0), flag)

    def toggle_place(self, place: int) -> None:
        """Select a row as well, or no longer."""
        self.selectionModel().setCurrentIndex(self._rows.index(place, 0), _Flag.Toggle | _Flag.Rows)

    def choose_within(self, box: Box, *, more: bool) -> None:
        """Select what a rectangle meets."""
        self._select(self._within(box), ADD if more else ALONE)

    def scroll_shelf(self, by: float) -> None:
        """Scroll the shelf."""
        scale = self.scene.scale
        count = len(self.stage.scene.layout.shelf)
        content = scale.shelf_box(count).y + self._shelf_y - scale.head
        top = min(max(0.0, self._shelf_y + by), max(0.0, content - scale.body.height))
        if top != self._shelf_y:
            self._shelf_y = top
            self._measure()
            self.respoil([Box(0, 0, scale.shelf, scale.height)])

    def _within(self, box: Box) -> list[int]:
        scene = self.scene
        places = [*scene.layout.blocks_of, *scene.layout.chip_of, *scene.layout.shelf_of]
        return [
            place for place in places if any(one.meets(box) for one in scene.scale.boxes_of(scene.layout, place))
        ]

    def _select(self, places: Iterable[int], command: QItemSelectionModel.SelectionFlag) -> None:
        selection = QItemSelection()
        for place in places:
            index = self._rows.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, command | _Flag.Rows)

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        scene, room = self.scene, self.viewport()
        scene.ratio = self.devicePixelRatioF()
        self.sheet.fit(room.size(), scene.ratio)
        self.sheet.freshen(PATIENCE if self._patient else None)
        if self.sheet.stale:
            QTimer.singleShot(0, room, room.update)
        else:
            self._patient = False
        painter = QPainter(room)
        painter.drawPixmap(QPointF(), self.sheet.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            paint_focus(painter, scene, current.row())
        if self.outlook.shown:
            self.outlook.paint(painter)
        if self.gestures.carried is not None:
            paint_carried(painter, self.gestures.carried, scene.ink, scene.scale)
        right, bottom = self.verticalScrollBar().isHidden(), self.horizontalScrollBar().isHidden()
        paint_corners(painter, room.rect(), scene.ink, right=right, bottom=bottom)
        painter.end()

    def _paint_still(self, painter: QPainter, clip: Box) -> None:
        paint_scene(painter, clip, self.stage.scene)

    # -- mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        self.gestures.release(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - the name is Qt's
        QAbstractItemView.focusInEvent(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - the name is Qt's
        QAbstractItemView.focusOutEvent(self, event)
        self.viewport().update()
