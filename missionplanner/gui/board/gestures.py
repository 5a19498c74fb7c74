"""Follow the mouse on a board: choose, carry, stretch, draw anew, draw around; Esc leaves all as it was."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from missionplanner.domain.programme.placing import Placing
from missionplanner.gui.board.dragging import (
    FINE,
    Ghost,
    Hold,
    drawn,
    held,
    moved,
    new_of,
    placing_of,
    stretched,
)
from missionplanner.gui.board.ghost_paint import Carried
from missionplanner.gui.board.scale import Area, Box, Spot
from missionplanner.gui.board.scene import Slot
from missionplanner.gui.board.showing import Showing
from missionplanner.gui.board.slots import slot_at

if TYPE_CHECKING:
    from missionplanner.gui.board.view import BoardView

FAR = 5
"""Pixels the mouse goes before a press is a drag."""
EDGE, EDGE_CHOSEN = 6, 12
"""Pixels at the upper and lower edge that stretch a block: 24 around the edge of a chosen one."""
NEAR, SCROLL, EVERY = 30, 14, 30
"""Pixels from the edge at which a drag scrolls, pixels it scrolls by, milliseconds between two steps."""

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Kind(Enum):
    """What a press becomes when the mouse moves."""

    MOVE = "move"
    START = "start"
    END = "end"
    DRAW = "draw"
    BAND = "band"
    NONE = "none"


class Gestures(QObject):
    """Be the mouse on one board. ``carried`` is what is drawn over the board meanwhile."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self._showing = Showing(board)
        self.carried: Carried | None = None
        self._kind = Kind.NONE
        self._begun = False
        self._origin, self._at = QPointF(), QPointF()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._pressed: int | None = None
        self._slot: Slot | None = None
        self._spot: Spot | None = None
        self._hold: Hold | None = None
        self._ghosts: list[Ghost] = []
        self._scrolling = QTimer(self, interval=EVERY)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def at(self) -> QPointF:
        """Return where the mouse was seen last."""
        return self._at

    @property
    def under_way(self) -> bool:
        """Tell whether something is being dragged."""
        return self._begun

    # -- the mouse --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, ready to be dragged."""
        board, scene = self._board, self._board.scene
        at = event.position()
        self._origin = self._at = at
        self._keys, self._begun, self._kind = event.modifiers(), False, Kind.NONE
        self._spot = scene.scale.spot(at.x(), at.y())
        self._pressed = scene.place_at(at.x(), at.y())
        left = event.button() is Qt.MouseButton.LeftButton
        self._slot = slot_at(scene, at.x(), at.y()) if self._pressed is None and left else None
        if self._slot is not None:
            return
        if not left:
            if self._pressed is not None and self._pressed not in scene.chosen:
                board.choose_place(self._pressed)
            return
        if self._pressed is None:
            self._press_empty()
            return
        self._choose_pressed()
        if not board.stage.locked(self._pressed):
            self._kind = self._kind_at(at, self._pressed)

    def _press_empty(self) -> None:
        assert self._spot is not None
        spread = bool(self._keys & (_CTRL | _SHIFT))
        if self._spot.area in (Area.GRID, Area.GUTTER):
            band = spread or self._spot.area is Area.GUTTER
            self._kind = Kind.BAND if band else Kind.DRAW
            self._board.point_at(self._spot)
        if not spread and self._spot.area is not Area.HEADER:
            self._board.clearSelection()

    def _choose_pressed(self) -> None:
        assert self._pressed is not None
        if self._keys & _CTRL:
            return
        if self._keys & _SHIFT:
            self._board.choose_place(self._pressed, more=True)
        elif self._pressed not in self._board.scene.chosen:
            self._board.choose_place(self._pressed)
        else:
            self._board.choose_place(self._pressed, keep=True)

    def _kind_at(self, at: QPointF, place: int) -> Kind:
        """Tell what a drag from here does with a row: its edges stretch it."""
        scene = self._board.scene
        blocks = scene.layout.blocks_of.get(place, ())
        chosen = place in scene.chosen
        for block in blocks:
            box = scene.scale.box(block)
            edge = min(EDGE_CHOSEN if chosen else EDGE, box.height / 3)
            if not box.holds(at.x(), at.y()) or box.height < 9:
                continue
            if at.y() < box.y + edge and not block.from_before:
                return Kind.START
            if at.y() >= box.bottom - edge and not block.goes_on:
                return Kind.END
        night = scene.layout.chip_of.get(place)
        return Kind.NONE if night is not None and night.from_before else Kind.MOVE

    def move(self, event: QMouseEvent) -> None:
        """Carry on what was begun, else show what could be."""
        self._at, self._keys = event.position(), event.modifiers()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover()
            return
        if self._kind is Kind.NONE:
            return
        if not self._begun:
            if (self._at - self._origin).manhattanLength() < FAR:
                return
            self._begin()
        self._follow()
        self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """Ask for what the drag has come to; without one, choose what was pressed alone."""
        self._at, self._keys = event.position(), event.modifiers()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._begun:
            self._follow()
        kind, ghosts, hold, begun = self._kind, self._ghosts, self._hold, self._begun
        slot, self._slot = self._slot, None
        self._end()
        if slot is not None:
            self._board.slot_wanted.emit(slot.id, event.globalPosition().toPoint())
        elif begun:
            self._ask(kind, ghosts, hold)
        elif self._pressed is not None:
            if self._keys & _CTRL:
                self._board.toggle_place(self._pressed)
            elif not self._keys & _SHIFT:
                self._board.choose_place(self._pressed)
        elif self._spot is not None and self._spot.area is Area.HEADER:
            self._board.head_clicked(self._spot)

    def cancel(self) -> bool:
        """Let go of everything as it was; False where nothing was held."""
        begun = self._begun
        self._end()
        return begun

    def refresh(self, keys: Qt.KeyboardModifier) -> None:
        """Follow a key that was pressed or let go during a drag."""
        if self._begun:
            self._keys = keys
            self._follow()

    # -- a drag -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        board, scene = self._board, self._board.scene
        self._begun = True
        assert self._spot is not None
        if self._kind in (Kind.MOVE, Kind.START, Kind.END):
            assert self._pressed is not None
            if self._pressed not in scene.chosen:
                board.choose_place(self._pressed)
            places = sorted(scene.chosen) if self._kind is Kind.MOVE else [self._pressed]
            entries = [board.stage.entries[place] for place in places if self._can_go(place)]
            self._hold = held(entries, board.stage.entries[self._pressed], self._spot, board.stage.frame())
            board.lift({entry.place for entry in entries})
        self._showing.begin(self._hold)

    def _can_go(self, place: int) -> bool:
        return place in self._board.stage.entries and not self._board.stage.locked(place)

    def _follow(self) -> None:
        """Reckon where things are now and draw them there."""
        if self._kind is Kind.BAND:
            self._draw_around()
            return
        ghosts = self._now()
        copy = bool(self._keys & _CTRL) and self._kind is Kind.MOVE
        if ghosts == self._ghosts and self.carried is not None and copy == self._showing.copying:
            return
        self._ghosts = ghosts
        placings = self._placings(ghosts)
        board = self._board
        wrong = board.judge(placings) if board.judge is not None and placings else ""
        self._show(self._showing.of(ghosts, wrong, copying=copy))

    def _now(self) -> list[Ghost]:
        board, scale = self._board, self._board.scene.scale
        spot = scale.spot(self._at.x(), self._at.y())
        snap = FINE if self._keys & _ALT else board.snap
        if self._kind is Kind.DRAW:
            assert self._spot is not None
            return [drawn(self._spot, spot, snap, board.stage.frame())]
        assert self._hold is not None
        if self._kind is Kind.MOVE:
            if spot.area is Area.GUTTER and not scale.shelf:
                spot = spot._replace(area=Area.SHELF)
            return moved(self._hold, spot, snap, keep_time=bool(self._keys & _SHIFT))
        return [stretched(self._hold, spot, snap, start=self._kind is Kind.START)]

    def _placings(self, ghosts: list[Ghost]) -> list[Placing]:
        """Return what ghosts of items ask for; nothing for those that lie where they lay."""
        board = self._board
        plan = board.stage.plan
        if plan is None or self._hold is None:
            return []
        before = {entry.place: entry for entry in self._hold.entries}
        found = []
        for ghost in ghosts:
            entry = before.get(ghost.place)
            same = entry is not None and (entry.date, entry.start, entry.end) == (
                ghost.date,
                ghost.start,
                ghost.end,
            )
            if entry is not None and (not same or ghost.lanes is not None or self._keys & _CTRL):
                found.append(placing_of(ghost, board.stage.rows[ghost.place].item, plan))
        return found

    def _ask(self, kind: Kind, ghosts: list[Ghost], hold: Hold | None) -> None:
        board = self._board
        if kind is Kind.BAND or board.stage.plan is None or not ghosts:
            return
        if kind is Kind.DRAW:
            board.create_wanted.emit(new_of(ghosts[0], board.stage.plan))
            return
        self._hold = hold
        placings = self._placings(ghosts)
        self._hold = None
        if placings:
            copy = kind is Kind.MOVE and self._keys & _CTRL
            (board.copied if copy else board.placed).emit(placings)

    def _end(self) -> None:
        self._scrolling.stop()
        self._show(None)
        self._board.lift(set())
        self._begun, self._kind, self._hold, self._ghosts = False, Kind.NONE, None, []

    def _show(self, carried: Carried | None) -> None:
        """Draw other things over the board; only what they cover is drawn anew."""
        board, scene = self._board, self._board.scene
        boxes: list[Box] = []
        for one in (self.carried, carried):
            if one is not None:
                boxes += one.reach(scene.ink, scene.scale)
        self.carried = carried
        for box in boxes:
            board.viewport().update(pixels(box))

    def _draw_around(self) -> None:
        """Choose what lies within the rectangle that is drawn."""
        a, b = self._origin, self._at
        band = Box(min(a.x(), b.x()), min(a.y(), b.y()), abs(a.x() - b.x()), abs(a.y() - b.y()))
        self._show(Carried(band=band))
        self._board.choose_within(band, more=bool(self._keys & (_CTRL | _SHIFT)))

    # -- at the edges -----------------------------------------------------------------------------

    def _scroll_on(self) -> None:
        """Scroll while the mouse is held near an edge."""
        if not self._begun:
            self._scrolling.stop()
            return
        body, board = self._board.scene.scale.body, self._board
        x, y = self._at.x(), self._at.y()
        down = SCROLL if y > body.bottom - NEAR else -SCROLL if body.y - NEAR < y < body.y + NEAR else 0
        right = SCROLL if x > body.right - NEAR else -SCROLL if body.x < x < body.x + NEAR else 0
        before = board.verticalScrollBar().value(), board.horizontalScrollBar().value()
        board.verticalScrollBar().setValue(before[0] + down)
        board.horizontalScrollBar().setValue(before[1] + right)
        dy = board.verticalScrollBar().value() - before[0]
        dx = board.horizontalScrollBar().value() - before[1]
        if dx or dy:
            self._origin -= QPointF(dx, dy)
            self._ghosts = []
            self._follow()

    def _hover(self) -> None:
        """Show by the pointer what a drag would do here."""
        board = self._board
        place = board.scene.place_at(self._at.x(), self._at.y())
        shape = Qt.CursorShape.ArrowCursor
        if place is not None and not board.stage.locked(place):
            kind = self._kind_at(self._at, place)
            if kind in (Kind.START, Kind.END):
                shape = Qt.CursorShape.SizeVerCursor
        if board.viewport().cursor().shape() is not shape:
            board.viewport().setCursor(shape)


def pixels(box: Box) -> QRect:
    """Return the whole pixels that hold a rectangle."""
    left, top = int(box.x) - 1, int(box.y) - 1
    return QRect(left, top, int(box.right) + 2 - left, int(box.bottom) + 2 - top)
