"""Turn the agenda: board or list, whole mission or one day, as whom, which kinds, which second clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QStackedLayout, QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import placing_of
from missionplanner.domain.records import AgendaItem
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.agenda import clocks, seeing
from missionplanner.gui.agenda.tools import AgendaTools
from missionplanner.gui.board.board import AgendaBoard, ViewState
from missionplanner.gui.context import Context
from missionplanner.gui.models.agenda import AgendaModel
from missionplanner.gui.widgets.agenda_table import AgendaTable

WHOLE, DAY, LIST = "whole_mission", "one_day", "list_view"


@dataclass(frozen=True, slots=True)
class Look:
    """Be how the agenda is looked at, to come back to."""

    view: str
    viewer: seeing.Viewer | None
    zone: str
    kinds: frozenset[ItemKind] | None
    board: ViewState
    scrolled: int


class Views(QObject):
    """Show board or list in a stack, and what of them. ``turned`` tells that something of it is different.

    Where a mission has no items, ``empty`` is shown instead of both.
    """

    turned = Signal()

    def __init__(
        self, ctx: Context, tools: AgendaTools, board: AgendaBoard, table: AgendaTable, empty: QWidget
    ) -> None:
        super().__init__(board)
        self._ctx, self._tools, self.board, self.table, self.empty = ctx, tools, board, table, empty
        self.stack = QStackedLayout()
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.view = self._before = WHOLE
        self.viewer: seeing.Viewer | None = None
        self.zone = ""
        self.kinds: frozenset[ItemKind] | None = None
        self.cut: frozenset[UUID] = frozenset()
        tools.kinds_chosen.connect(self.show_kinds)
        table.clear_wanted.connect(lambda: self.show_kinds(None))
        tools.clock.clicked.connect(self.ask_clock)
        board.day_wanted.connect(self.show_day)
        board.days_turned.connect(self.turn_day)

    @property
    def plan(self) -> MissionPlan | None:
        return self._ctx.mission.plan

    @property
    def bare(self) -> bool:
        """Tell whether there is a mission and nothing in its programme."""
        return self.plan is not None and not self.plan.items

    @property
    def part(self) -> QWidget:
        """Return what is shown: the board, the list, or how to begin."""
        if self.bare:
            return self.empty
        return self.table if self.view == LIST else self.board

    def follow(self) -> None:
        """Show the same of another plan."""
        if self.viewer is not None:
            self.see_as(self.viewer)
        if self.view == DAY:
            self._show_one(self.day())
        self._show_part()
        self._say_clock()

    def look(self) -> Look:
        """Return what is chosen and where one looks, to come back to."""
        scrolled = self.table.verticalScrollBar().value()
        return Look(self.view, self.viewer, self.zone, self.kinds, self.board.view_state(), scrolled)

    def restore(self, look: Look) -> None:
        """Look at it as before, as whom and which kinds too."""
        self.see_as(look.viewer)
        self.show_zone(look.zone)
        self.show_kinds(look.kinds)
        if look.view != self.view:
            self.turn(look.view)
        self.look_again(look)

    def look_again(self, look: Look) -> None:
        """Choose what was chosen and look where one looked; a list stays a list, a board a board."""
        if self.view == LIST:
            self.table.choose(look.board.chosen)
            self.table.verticalScrollBar().setValue(look.scrolled)
            return
        self.view = look.view if look.view != LIST else self.view
        self.board.restore_view(look.board)
        self._tools.show_view(self.view)
        self.turned.emit()

    def forget(self) -> None:
        """Look at another mission as a whole, as everyone."""
        self.viewer, self.zone, self.kinds, self.cut = None, "", None, frozenset()
        self.see_as(None)
        self.show_zone("")
        self.show_kinds(None)
        if self.view == DAY:
            self.view = WHOLE
            self.board.set_days(None)
            self._tools.show_view(WHOLE)

    def reveal(self, identities: Sequence[UUID]) -> None:
        """Show items that a filter or another day hides."""
        items = [item for one in identities if self.plan is not None and (item := self.plan.item(one)) is not None]
        if self.kinds is not None and any(item.kind not in self.kinds for item in items):
            self.show_kinds(None)
        dates = {placing_of(self.plan, item).date for item in items} if self.plan is not None else set()
        dates.discard(None)
        if self.view != DAY or not dates:
            return
        if len(dates) > 1:
            self.turn(WHOLE)
        elif dates != set(self.board.stage.wanted_days or ()):
            self._show_one(dates.pop())
            self.turned.emit()

    # -- board, day, list -------------------------------------------------------------------------

    def turn(self, view: str) -> None:
        """Show the whole mission, one day, or the list."""
        day = self.day()
        if self.view != LIST:
            self._before = self.view
        self.view = view
        if view == DAY:
            self._show_one(day)
        elif view == WHOLE:
            self.board.set_days(None)
        self._show_part()
        self._tools.show_view(view)
        self.part.setFocus(Qt.FocusReason.OtherFocusReason)
        if view != LIST and self.board.currentIndex().isValid():
            self.board.scrollTo(self.board.currentIndex())
        self.turned.emit()

    def turn_back(self) -> None:
        """Show the board again as it was before the list; give it the focus."""
        if self.view == LIST:
            self.turn(self._before)
        self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        """Bring to the front what is shown; the focus goes along."""
        place = (self.board, self.table, self.empty).index(self.part)
        before, focused = self.stack.currentWidget(), QApplication.focusWidget()
        if place == self.stack.currentIndex():
            return
        had = before is not None and focused is not None and (before is focused or before.isAncestorOf(focused))
        self.stack.setCurrentIndex(place)
        if had:
            self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def day(self) -> dt.date | None:
        """Return the day one is on."""
        if self.view == DAY and self.board.stage.wanted_days:
            return self.board.stage.wanted_days[0]
        if self.view == LIST:
            rows = self.table.rows()
            return rows[0].item.date if rows else self.board.cursor_day()
        return self.board.cursor_day()

    def show_day(self, day: dt.date) -> None:
        """Show one day alone; the whole mission again where it is that day already."""
        if self.view == DAY:
            self.turn(WHOLE)
            return
        self.view = DAY
        self._show_one(day)
        self._show_part()
        self._tools.show_view(DAY)
        self.turned.emit()

    def turn_day(self, steps: int) -> None:
        """Go to the day before or after: show it, or choose its first item."""
        plan, here = self.plan, self.day()
        if plan is None or not plan.days:
            return
        place = plan.days.index(here) + steps if here in plan.days else 0
        day = plan.days[max(0, min(len(plan.days) - 1, place))]
        if self.view == DAY:
            self._show_one(day)
        items = plan.items_on(day)
        if items and self.view == LIST:
            self.table.choose([items[0].id])
        elif items:
            self.board.choose([items[0].id])
        self._say_clock()
        self.turned.emit()

    def _show_one(self, day: dt.date | None) -> None:
        plan = self.plan
        if plan is not None and plan.days:
            self.board.set_days([day if day in plan.days else plan.days[0]])

    # -- as whom, which kinds ---------------------------------------------------------------------

    def see_as(self, viewer: seeing.Viewer | None) -> None:
        """Let what is not this viewer's fade; nobody's for None."""
        self.viewer = viewer
        self._fade()
        self._tools.show_viewer(viewer.name if viewer is not None else "")
        self.turned.emit()

    def show_cut(self, items: Iterable[UUID]) -> None:
        """Let items fade that wait to be pasted elsewhere."""
        self.cut = frozenset(items)
        self._fade()

    def _fade(self) -> None:
        plan = self.plan
        if plan is None or (self.viewer is None and not self.cut):
            self.board.see_as(None)
            self.table.see_as(None)
            return
        mine = seeing.items_of(plan, self.viewer) if self.viewer is not None else {item.id for item in plan.items}
        self.board.see_as(mine - self.cut)
        self.table.see_as(mine - self.cut)

    def see_as_identity(self, identity: UUID) -> None:
        """See the agenda as the person, group, organisation or place of this id."""
        viewers = seeing.viewers(self.plan, self._ctx.wording) if self.plan is not None else []
        found = next((one for one in viewers if one.identity == identity), None)
        if found is not None:
            self.see_as(found)

    def ask_viewer(self) -> None:
        """Ask as whom to see the agenda."""
        from missionplanner.gui.dialogs.chooser import Chooser, Option

        plan, t = self.plan, self._ctx.t
        if plan is None:
            return
        headings = {
            seeing.PERSON: t("People"),
            seeing.GROUP: t("Groups"),
            seeing.ORGANISATION: t("Organisations"),
            seeing.PLACE: t("Places"),
            seeing.VEHICLE: t("Vehicles"),
        }
        found = seeing.viewers(plan, self._ctx.wording)
        options = [Option(one.name, one, one.icon, "", headings[one.kind]) for one in found]
        Chooser(self.board.window(), self._ctx, t("See as"), options, self.see_as).open()

    def show_kinds(self, kinds: set[ItemKind] | frozenset[ItemKind] | None) -> None:
        """Show items of these kinds only; all for None."""
        self.kinds = frozenset(kinds) if kinds is not None else None
        self.board.filter_kinds(self.kinds)
        self.table.filter_kinds(self.kinds)
        self._tools.show_kinds(set(self.kinds) if self.kinds is not None else None)

    def shows(self, item: AgendaItem) -> bool:
        """Tell whether an item is in sight, or could be scrolled there."""
        if self.view == LIST:
            model = self.table.model()
            assert isinstance(model, AgendaModel)
            place = model.place_of(item.id)
            return place is not None and not self.table.isRowHidden(place)
        if self.kinds is not None and item.kind not in self.kinds:
            return False
        days = self.board.stage.wanted_days
        return days is None or self.plan is None or placing_of(self.plan, item).date in (None, *days)

    # -- the second clock -------------------------------------------------------------------------

    def turn_zone(self) -> None:
        """Show a second clock beside the hours, home's where it is known; take it away again."""
        zones = clocks.zones_of(self.plan) if self.plan is not None else []
        self.show_zone("" if self.zone or not zones else zones[0])

    def show_zone(self, zone: str) -> None:
        """Show the hours of a zone beside those of the place; none for an empty name."""
        self.zone = zone
        self.board.set_second_zone(zone or None, clocks.city_of(zone, self._ctx.t.language) if zone else "")
        self._say_clock()

    def ask_clock(self) -> None:
        """Offer the zones of the mission, and any other."""
        plan, t, tools = self.plan, self._ctx.t, self._tools
        if plan is None:
            return
        menu = QMenu(tools)
        menu.setObjectName("clock_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        none = menu.addAction(t("Local time only"))
        none.triggered.connect(lambda _on=False: self.show_zone(""))
        for zone in clocks.others(plan, self.day()):
            words = clocks.compared(plan, zone, self.day(), self._ctx.wording)
            one = menu.addAction(words)
            one.triggered.connect(lambda _on=False, zone=zone: self.show_zone(zone))
        menu.addSeparator()
        other = menu.addAction(t("Another time zone…"))
        other.triggered.connect(lambda _on=False: self._ask_zone())
        menu.popup(tools.clock.mapToGlobal(QPoint(0, tools.clock.height())))

    def _ask_zone(self) -> None:
        from missionplanner.gui.dialogs.chooser import Chooser, Option
        from missionplanner.gui.forms.zones import zone_names

        t = self._ctx.t
        options = [Option(name, zone, "clock") for name, zone in zone_names(t).items()]
        Chooser(self.board.window(), self._ctx, t("Second time zone"), options, self.show_zone).open()

    def _say_clock(self) -> None:
        plan = self.plan
        zones = clocks.zones_of(plan) if plan is not None else []
        zone = self.zone or (zones[0] if zones else "")
        if plan is not None and zone:
            self._tools.show_clock(clocks.compared(plan, zone, self.day(), self._ctx.wording))
