"""Be the agenda board: what a page asks of it and what it asks of the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent

from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.board.dragging import New, drawn, free_gap, new_of
from missionplanner.gui.board.keys import ACTIONS
from missionplanner.gui.board.scale import HOUR, Area, Spot
from missionplanner.gui.board.scene import Slot
from missionplanner.gui.board.slots import slot_at
from missionplanner.gui.board.tips import Tips
from missionplanner.gui.board.view import ADD, ALONE, BoardView
from missionplanner.gui.models.agenda import AgendaModel
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.widgets.editing import begin
from missionplanner.gui.wording import Wording

STEP = 1.15
"""How much one notch of the wheel zooms."""
MORNING = 9 * 60
"""Minute of a day from which a free gap is looked for."""
USUAL = 60
"""Minutes of an item made by a double click."""

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class ViewState:
    """Be where one was on a board: what was chosen, where one looked, how near."""

    chosen: tuple[UUID, ...]
    current: UUID | None
    minute: float
    across: int
    hour: float
    days: tuple[dt.date, ...] | None


class AgendaBoard(BoardView):
    """Be the board of a mission.

    ``placed`` and ``copied`` carry ``list[Placing]``, ``create_wanted`` a ``New``, ``opened`` the id of an item,
    ``menu_wanted`` a point of the screen, ``day_wanted`` a date whose head was clicked, ``days_turned`` by how
    many days Shift+wheel goes, ``slot_wanted`` the id of a proposed slot and a point of the screen. Titles typed
    in place come from the model's ``edited``.
    """

    opened = Signal(object)
    menu_wanted = Signal(QPoint)
    days_turned = Signal(int)

    def __init__(self, model: AgendaModel, theme: Theme, wording: Wording) -> None:
        super().__init__(model, theme, wording)
        self._looked = False
        self._trail: list[int] = []
        Tips(self)

    # -- what is shown ----------------------------------------------------------------------------

    def show_plan(self, plan: MissionPlan | None, findings: Iterable[Finding]) -> None:
        """Show a mission; the model holds its rows. What is chosen and where one looks stay."""
        other = self._mission() != (plan.mission.id if plan is not None else None)
        self.stage.plan, self.stage.findings = plan, tuple(findings)
        self.unsettle()
        if other:
            self._looked = False

    def set_days(self, days: Sequence[dt.date] | None) -> None:
        """Show some days, or for None the whole mission."""
        wanted = tuple(days) if days is not None else None
        if wanted != self.stage.wanted_days:
            self.stage.wanted_days = wanted
            self.unsettle()

    def set_second_zone(self, zone: str | None, label: str = "") -> None:
        """Show the hours of a second zone at the left, under a name."""
        self.stage.scene.second = (zone, label) if zone is not None else None
        self.unsettle()

    def see_as(self, items: Collection[UUID] | None) -> None:
        """Show items faintly that are not among these; None shows all as they are."""
        self.stage.mine = frozenset(items) if items is not None else None
        self.unsettle()

    def filter_kinds(self, kinds: Collection[ItemKind] | None) -> None:
        """Show items of these kinds only; None shows all."""
        self.stage.kinds = frozenset(kinds) if kinds is not None else None
        self.unsettle()

    def set_shelf_open(self, opened: bool) -> None:
        """Show what lies on the shelf, or only how much it is."""
        if self.stage.scene.shelf_open is not opened:
            self.stage.scene.shelf_open = opened
            self.unsettle()

    def turn_shelf(self) -> None:
        """Fold the shelf, or unfold it."""
        self.set_shelf_open(not self.shelf_open)

    def show_slots(self, slots: Iterable[Slot]) -> None:
        """Show times proposed for items."""
        found = tuple(slots)
        if found != self.stage.scene.slots:
            self.stage.scene.slots = found
            self.respoil()

    @property
    def shelf_open(self) -> bool:
        return self.stage.scene.shelf_open

    def settle(self) -> None:
        """Lay everything out; of a mission seen first, show where its days begin."""
        super().settle()
        if not self._looked and self.stage.plan is not None and self.viewport().height() > 1:
            self._looked = True
            self._look_at_first()

    def _look_at_first(self) -> None:
        """Scroll to an hour before the first item, but leave items without a time in sight."""
        scale, columns = self.stage.scene.scale, self.stage.scene.layout.columns
        first = min((column.starts[0] for column in columns if column.starts), default=8 * 60)
        top = scale.y_of(first - 45) - scale.head + scale.y
        self.verticalScrollBar().setValue(0 if scale.band else round(top))

    def _mission(self) -> UUID | None:
        return self.stage.plan.mission.id if self.stage.plan is not None else None

    # -- zoom -------------------------------------------------------------------------------------

    def zoom_by(self, factor: float) -> None:
        """Show hours this many times as high as they are."""
        self.zooming.to(self.hour * factor)

    def fit(self) -> None:
        """Show all hours at once, as far as that can be read."""
        scale = self.scene.scale
        hours = (scale.hours[1] - scale.hours[0]) / 60
        self.zooming.to((scale.body.height - scale.band - 12) / hours)
        self.verticalScrollBar().setValue(0)

    @property
    def zoom(self) -> float:
        """Return how many times as high as usual hours are."""
        return self.hour / roomy(int(HOUR))

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen(self) -> list[UUID]:
        """Return the selected items in the order of the programme, those only that are shown."""
        scene = self.scene
        return [self.stage.rows[place].id for place in sorted(scene.chosen) if scene.layout.shows(place)]

    def current_id(self) -> UUID | None:
        """Return the item with the focus."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].id if index.isValid() else None

    def choose(self, items: Iterable[UUID], current: UUID | None = None) -> None:
        """Select items and go to ``current``, else to the first of them."""
        places = [place for one in items if (place := self._rows.place_of(one)) is not None]
        selection = QItemSelection()
        for place in places:
            selection.select(self._rows.index(place, 0), self._rows.index(place, 0))
        self.selectionModel().select(selection, ALONE)
        focus = self._rows.place_of(current) if current is not None else None
        focus = focus if focus is not None else next(iter(places), None)
        if focus is not None:
            index = self._rows.index(focus, 0)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)

    def cursor_day(self) -> dt.date | None:
        """Return the day one is on: where one clicked last, of the current item, else the first in sight."""
        scene, dates = self.scene, self.stage.dates
        if self._pointed is not None and self._pointed.day < len(dates):
            return dates[self._pointed.day]
        index = self.currentIndex()
        if index.isValid() and index.row() in self.stage.entries:
            return self.stage.entries[index.row()].date
        if not dates:
            return None
        return dates[scene.scale.spot(scene.scale.left + 1, scene.scale.head + 1).day]

    def cursor_groups(self) -> tuple[UUID, ...]:
        """Return the groups whose lanes one is on; () is everyone."""
        plan, index = self.stage.plan, self.currentIndex()
        if plan is None or len(plan.groups) < 2:
            return ()
        if self._pointed is not None:
            return (plan.groups[self._pointed.lane].id,)
        entry = self.stage.entries.get(index.row()) if index.isValid() else None
        if entry is None or len(entry.lanes) == len(plan.groups):
            return ()
        return tuple(plan.groups[lane].id for lane in entry.lanes)

    def next_free_gap(self, day: dt.date, minutes: int = USUAL) -> New:
        """Return the next stretch of a day in which nothing happens: after where one is, else from the morning."""
        self.settle()
        after = MORNING
        index = self.currentIndex()
        entry = self.stage.entries.get(index.row()) if index.isValid() else None
        if self._pointed is not None and self.cursor_day() == day:
            after = max(0, round(self._pointed.minute / 15) * 15)
        elif entry is not None and entry.date == day and entry.start is not None:
            after = entry.end
        start, end = free_gap(self.stage.entries.values(), day, after, minutes)
        return New(day, _time(start), _time(end), self.cursor_groups())

    # -- where one was ----------------------------------------------------------------------------

    def view_state(self) -> ViewState:
        """Return what is chosen and where one looks."""
        scale = self.scene.scale
        return ViewState(
            tuple(self.chosen()),
            self.current_id(),
            scale.minute_at(scale.head),
            self.horizontalScrollBar().value(),
            self.hour,
            self.stage.wanted_days,
        )

    def restore_view(self, view: ViewState) -> None:
        """Go back to where one was; items that are gone are left out."""
        self.set_days(view.days)
        self.settle()
        self._looked = True
        self.choose(view.chosen, view.current)
        self.rescale(view.hour, view.minute, self.scene.scale.head)
        self.horizontalScrollBar().setValue(view.across)
        self.updateGeometries()
        self.respoil()

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        keys, key = event.modifiers(), event.key()
        if key == Qt.Key.Key_Escape and self.gestures.cancel():
            return
        if self.gestures.under_way:
            self.gestures.refresh(keys)
            return
        if keys & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif key in ACTIONS:
            self._walk(event)
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle_place(self.currentIndex().row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id() is not None:
            self.opened.emit(self.current_id())
        elif key == Qt.Key.Key_F2:
            begin(self, self.currentIndex())
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if self.gestures.under_way:
            self.gestures.refresh(event.modifiers())
        super().keyReleaseEvent(event)

    def _walk(self, event: QKeyEvent) -> None:
        """Go to another item: alone, with Shift taking it along, with Ctrl leaving what is chosen."""
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        here = self.currentIndex()
        index = self.moveCursor(ACTIONS[Qt.Key(event.key())], keys)
        if not index.isValid():
            return
        selection = self.selectionModel()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self._extend(here.row() if here.isValid() else index.row(), index.row())
        elif keys & Qt.KeyboardModifier.ControlModifier:
            selection.setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self._trail = []
            selection.setCurrentIndex(index, ALONE)
        self.scrollTo(index)

    def _extend(self, here: int, there: int) -> None:
        """Take another item along; the way back lets it go again."""
        selection = self.selectionModel()
        if not self._trail or self._trail[-1] != here:
            self._trail = [here]
        if len(self._trail) > 1 and self._trail[-2] == there:
            self._trail.pop()
            selection.select(self._rows.index(here, 0), _Flag.Deselect | _Flag.Rows)
        elif there != here:
            self._trail.append(there)
            selection.select(self._rows.index(here, 0), ADD)
        selection.setCurrentIndex(self._rows.index(there, 0), ADD)

    # -- mouse ------------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at, scene = event.position(), self.scene
        place = scene.place_at(at.x(), at.y())
        if place is not None:
            box = next(one for one in scene.scale.boxes_of(scene.layout, place) if one.holds(at.x(), at.y()))
            if at.y() < box.y + max(24.0, scene.ink.title.height + 8):
                begin(self, self._rows.index(place, 0))
            else:
                self.opened.emit(self.stage.rows[place].id)
            return
        spot = scene.scale.spot(at.x(), at.y())
        if slot_at(scene, at.x(), at.y()) is not None:
            return
        if spot.area is Area.GRID and self.stage.plan is not None:
            self._create_at(spot)

    def _create_at(self, spot: Spot) -> None:
        assert self.stage.plan is not None
        start = spot._replace(minute=spot.minute // 15 * 15)
        end = start._replace(minute=start.minute + USUAL)
        self.create_wanted.emit(new_of(drawn(start, end, self.snap, self.stage.frame()), self.stage.plan))

    def head_clicked(self, spot: Spot) -> None:
        """Ask for the day whose head was clicked."""
        if spot.day < len(self.stage.dates):
            self.day_wanted.emit(self.stage.dates[spot.day])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the name is Qt's
        scale, at = self.scene.scale, event.position()
        if at.x() < scale.shelf and (at.y() < scale.head or not self.shelf_open):
            self.turn_shelf()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - the name is Qt's
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and index.isValid():
            self.scrollTo(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))
            return
        at = event.pos()
        slot = slot_at(self.scene, at.x(), at.y()) if self.scene.place_at(at.x(), at.y()) is None else None
        if slot is not None:
            self.slot_wanted.emit(slot.id, event.globalPos())
        else:
            self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - the name is Qt's
        keys, at = event.modifiers(), event.position()
        turned = event.angleDelta().y() or event.angleDelta().x()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.zooming.to(self.hour * STEP ** (turned / 120), at.y())
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._turn_days(turned)
        elif at.x() < self.scene.scale.shelf:
            self.scroll_shelf(-turned / 120 * self.hour)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def _turn_days(self, turned: int) -> None:
        bar = self.horizontalScrollBar()
        if bar.maximum():
            bar.setValue(bar.value() - round(turned / 120 * self.scene.scale.day_width))
        elif turned:
            self.days_turned.emit(-1 if turned > 0 else 1)

    def words_at(self, at: QPointF) -> str:
        """Return what the head of a day says in full, or a proposed slot."""
        scene = self.scene
        slot = slot_at(scene, at.x(), at.y())
        if slot is not None and scene.place_at(at.x(), at.y()) is None:
            return slot.spoken
        spot = scene.scale.spot(at.x(), at.y())
        if spot.area is not Area.HEADER or spot.day >= len(scene.facts.days):
            return ""
        groups = scene.facts.groups
        if len(groups) > 1 and at.y() > scene.scale.head - 28:
            return " ".join(groups[spot.lane])
        return scene.facts.days[spot.day].spoken


def _time(minute: int) -> dt.time:
    return dt.time(minute // 60 % 24, minute % 60)
