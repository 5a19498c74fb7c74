"""Carry a meeting to another place with the mouse, from the timetable or the tray; only what takes it is lit.

What the keys do by “Place or move” and the arrows with Alt: the same services, one step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollBar, QWidget

from missionplanner.domain.meetings.session import is_live
from missionplanner.domain.meetings.targets import Blocked, Fits
from missionplanner.gui.logistics.carried import CarriedTag
from missionplanner.gui.matchmaking.timetable_cells import FITS, SWAPS

if TYPE_CHECKING:
    from missionplanner.domain import records as r
    from missionplanner.domain.meetings.targets import Targets
    from missionplanner.gui.matchmaking.meeting_deeds import MeetingDeeds
    from missionplanner.gui.matchmaking.meeting_part import MeetingPart
    from missionplanner.gui.matchmaking.timetable_grid import TimetableGrid
    from missionplanner.gui.matchmaking.timetable_model import Spot
    from missionplanner.gui.matchmaking.timetable_tray import Tray

EDGE, STEP, EVERY = 28, 24, 30
"""Pixels from the edge within which the grid scrolls by itself, by how many, and after how many milliseconds."""


class TimetableDrag(QObject):
    """Watch the mouse over grid and tray. ``told`` carries what the place under the pointer says."""

    told = Signal(str)

    def __init__(self, part: MeetingPart, grid: TimetableGrid, tray: Tray, deeds: MeetingDeeds) -> None:
        super().__init__(part)
        self._part, self._grid, self._tray, self._deeds = part, grid, tray, deeds
        self._pressed: tuple[QAbstractItemView, QPoint] | None = None
        self._carried: r.Meeting | None = None
        self._targets: Targets | None = None
        self._at = QPoint()
        self._tag = CarriedTag(part.ctx, part, "carried_meeting")
        self._scroll = QTimer(self, interval=EVERY)
        self._scroll.timeout.connect(self._creep)
        for one in (grid, tray):
            one.viewport().installEventFilter(self)
            one.installEventFilter(self)

    @property
    def carried(self) -> r.Meeting | None:
        """Return the meeting that is carried now."""
        return self._carried

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QMouseEvent):
            view: QAbstractItemView = self._tray if watched is self._tray.viewport() else self._grid
            return watched is view.viewport() and self._mouse(view, event)
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._carried is not None and event.type() == QEvent.Type.KeyPress and escaped:
            self._end()
            return True
        return False

    def _mouse(self, view: QAbstractItemView, event: QMouseEvent) -> bool:
        at, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = (view, at) if plain and self._meeting(view, at) is not None else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if self._carried is None and self._is_far(at):
                self._begin()
            if self._carried is not None:
                self._follow(view.viewport().mapTo(self._part, at))
            return True  # no cells are chosen meanwhile
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            return self._drop()
        return False

    def _is_far(self, at: QPoint) -> bool:
        assert self._pressed is not None
        return (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()

    def _meeting(self, view: QAbstractItemView, at: QPoint) -> r.Meeting | None:
        index = view.indexAt(at)
        if view is self._tray:
            entry = self._tray.entry_at(index)
            return entry.meeting if entry is not None and is_live(entry.meeting) else None
        return self._grid.timetable.meeting(index.row(), index.column()) if index.isValid() else None

    # -- carrying ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        assert self._pressed is not None
        meeting = self._meeting(*self._pressed)
        if meeting is None:
            return
        t, words = self._part.ctx.t, self._part.words
        if meeting.locked:
            self._pressed = None
            self._part.ctx.notices.say(t("A locked meeting stays where it is: release it first."), tone="info")
            return
        self._carried, self._targets = meeting, self._part.targets(meeting)
        own = (meeting.slot, meeting.table)
        lit = {
            (slot, table): FITS if isinstance(found, Fits) else SWAPS
            for (slot, table), found in self._targets.every().items()
            if not isinstance(found, Blocked) and (slot, table) != own
        }
        self._grid.timetable.light(lit)
        self._tag.show(words.pair(meeting))
        self._scroll.start()

    def _follow(self, at: QPoint) -> None:
        self._at = at
        self._tag.follow(at)
        spot, words = self._spot(), ""
        lit = self._grid.timetable.lit or {}
        open_ = spot is not None and spot in lit
        if spot is not None:
            words = self._says(spot)
        shape = Qt.CursorShape.ClosedHandCursor if open_ else Qt.CursorShape.ForbiddenCursor
        for one in (self._grid, self._tray):
            one.viewport().setCursor(QCursor(shape))
        self.told.emit(words)

    def _says(self, spot: Spot) -> str:
        """Return what a place says of the meeting that is carried."""
        assert self._targets is not None
        t, words, session = self._part.ctx.t, self._part.words, self._part.session
        slot, found = self._targets.session.slot(spot[0]), self._targets.at(*spot)
        where = f"{words.slot(slot)}, {words.table(spot[1])}" if slot is not None else ""
        if isinstance(found, Blocked):
            return f"{where}: {t.say(found.why)}"
        told = t("free")
        if not isinstance(found, Fits) and session is not None:
            other = session.meeting(found.other)
            told = t("changes places with {pair}", pair=words.pair(other) if other is not None else "–")
        warning = f". {t.say(found.warning)}" if found.warning is not None else ""
        return f"{where}: {told}{warning}"

    def _spot(self) -> Spot | None:
        room: QWidget = self._grid.viewport()
        at = room.mapFrom(self._part, self._at)
        index = self._grid.indexAt(at) if room.rect().contains(at) else None
        return (
            self._grid.timetable.spot(index.row(), index.column())
            if index is not None and index.isValid()
            else None
        )

    def _drop(self) -> bool:
        carried, spot = self._carried, self._spot() if self._carried is not None else None
        lit = self._grid.timetable.lit or {}
        self._end()
        if carried is None:
            return False
        if spot is not None and spot in lit:
            self._deeds.put(carried, spot)
        return True

    def _end(self) -> None:
        self._carried = self._targets = self._pressed = None
        self._scroll.stop()
        self._tag.hide()
        for one in (self._grid, self._tray):
            one.viewport().unsetCursor()
        self._grid.timetable.light(None)
        self.told.emit("")

    def _creep(self) -> None:
        """Scroll the grid while the pointer is at its edge."""
        room = self._grid.viewport()
        at = room.mapFrom(self._part, self._at)
        if not room.rect().adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(at):
            return
        before = self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()
        _creep(self._grid.horizontalScrollBar(), at.x(), room.width())
        _creep(self._grid.verticalScrollBar(), at.y(), room.height())
        if before != (self._grid.horizontalScrollBar().value(), self._grid.verticalScrollBar().value()):
            self._follow(self._at)


def _creep(bar: QScrollBar, at: int, length: int) -> None:
    if at < EDGE:
        bar.setValue(bar.value() - STEP)
    elif at > length - EDGE:
        bar.setValue(bar.value() + STEP)
