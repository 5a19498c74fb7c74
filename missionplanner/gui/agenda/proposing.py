"""Show and settle the slots proposed for items: on the board, by menu, by keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.domain.programme.retiming import zones_on
from missionplanner.domain.programme.timing import Times, day_zone, item_times
from missionplanner.gui.agenda.menus import Entry, fill
from missionplanner.gui.board.entries import entry_of, minutes_of
from missionplanner.gui.board.scene import Slot
from missionplanner.gui.context import Context
from missionplanner.gui.models.rows import Row, rows_for
from missionplanner.gui.models.slots import times_of_slot, when_of
from missionplanner.gui.tokens import FAMILIES
from missionplanner.gui.wording import Wording

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage


class Proposing(QObject):
    """Propose, choose and take back slots on behalf of the agenda page."""

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        page.board.slot_wanted.connect(self.show_menu)
        slots = page.inspector.form.slots
        slots.choose_wanted.connect(self.settle)
        slots.withdraw_wanted.connect(self.withdraw)
        slots.pointed.connect(self.point)

    # -- what there is --------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the slots of the plan there is."""
        plan = self._ctx.mission.plan
        self._page.board.show_slots(slots_of(plan, self._ctx.wording) if plan is not None else ())

    def chosen(self) -> tuple[r.ItemOption, ...]:
        """Return the slots of the one chosen item."""
        from missionplanner.services.partners import slots

        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        return slots.options_of(plan, chosen[0]) if plan is not None and len(chosen) == 1 else ()

    def entries(self) -> list[Entry]:
        """Return what a menu offers for the chosen item: each of its slots."""
        t = self._ctx.t
        return [
            Entry(
                t("Choose this slot: {when}", when=when_of(one, self._ctx.wording)),
                "calendar-check",
                lambda one=one: self.settle(one.id),  # type: ignore[misc]
                lambda one=one: self.point(one.id),  # type: ignore[misc]
            )
            for one in self.chosen()
        ]

    # -- what is done -----------------------------------------------------------------------------------

    def propose(self) -> None:
        """Keep the times of the chosen items as slots, to go back to."""
        from missionplanner.services.partners import slots

        code, plan, chosen = self._ctx.mission.code, self._ctx.mission.plan, self._page.chosen()
        if plan is None or not chosen:
            return
        receipt = self._page.edits.run(
            lambda ws: slots.propose(ws, code, chosen[0], [slots.slot_of(plan, chosen[0])]), choose=chosen[:1]
        )
        if receipt is not None and receipt.changeset is not None:
            self._page.edits.told(
                self._ctx.t("This time is kept as a proposal. Move the item to propose another.")
            )

    def choose(self) -> None:
        """Ask which of its slots the chosen item takes."""
        from missionplanner.gui.dialogs.chooser import Chooser, Option

        wording, title = self._ctx.wording, self._ctx.t("Choose a slot")
        options = [
            Option(when_of(one, wording), one.id, "calendar-check", one.note or "") for one in self.chosen()
        ]
        if options:
            Chooser(self._page.window(), self._ctx, title, options, self.settle).open()

    def settle(self, option_id: UUID) -> None:
        """Put the item where this slot is."""
        from missionplanner.services.partners import slots

        code, option = self._ctx.mission.code, self._option(option_id)
        if option is None:
            return
        self._page.foresight.leave()
        receipt = self._page.edits.run(lambda ws: slots.choose(ws, code, option_id), choose=[option.item_id])
        if receipt is not None:
            self._page.edits.told(self._ctx.t("Slot chosen: {when}.", when=when_of(option, self._ctx.wording)))

    def withdraw(self, option_id: UUID) -> None:
        """Take a slot back."""
        from missionplanner.services.partners import slots

        code = self._ctx.mission.code
        self._page.foresight.leave()
        if self._page.edits.run(lambda ws: slots.withdraw(ws, code, option_id)) is not None:
            self._page.edits.told(self._ctx.t("The proposal was taken back."))

    def point(self, option_id: UUID | None) -> None:
        """Look at what choosing a slot would do; None: no longer."""
        option = self._option(option_id)
        plan = self._ctx.mission.plan
        if plan is None or option is None:
            self._page.foresight.leave()
            return
        there = Placing(option.item_id, option.date, option.start, option.end)
        try:
            self._page.foresight.look(placed(plan, [there]))
        except MissionPlannerError:  # a time that clocks skip: choosing it says so
            self._page.foresight.leave()

    def show_menu(self, option_id: UUID, point: QPoint) -> None:
        """Offer what can be done with a slot that was clicked."""
        option, t = self._option(option_id), self._ctx.t
        if option is None:
            return
        self._page.show_items([option.item_id])
        menu = QMenu(self._page)
        menu.setObjectName("slot_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(when_of(option, self._ctx.wording))
        offered = (
            Entry(
                t("Choose this slot"),
                "calendar-check",
                lambda: self.settle(option_id),
                lambda: self.point(option_id),
            ),
            Entry(t("Take the proposal back"), "x", lambda: self.withdraw(option_id)),
        )
        fill(menu, offered, self._ctx.theme, self._page.foresight.leave)
        menu.popup(point)

    def _option(self, option_id: UUID | None) -> r.ItemOption | None:
        plan = self._ctx.mission.plan
        options = plan.item_options if plan is not None else ()
        return next((one for one in options if one.id == option_id), None)


def slots_of(plan: MissionPlan, wording: Wording) -> tuple[Slot, ...]:
    """Return the slots of a mission as its board shows them."""
    if not plan.item_options:
        return ()
    wanted = {one.item_id: None for one in plan.item_options}
    items = [item for one in wanted if (item := plan.item(one)) is not None]
    rows = {row.id: row for row in rows_for(plan, items, wording)}
    made = (_slot(plan, one, rows[one.item_id], wording) for one in plan.item_options if one.item_id in rows)
    return tuple(one for one in made if one is not None)


def _slot(plan: MissionPlan, option: r.ItemOption, row: Row, wording: Wording) -> Slot | None:
    if option.date is None or option.start is None:
        return None
    zone, end_zone = zones_on(plan, row.item, option.date)
    end_date, end = _end(plan, option, row.item)
    shown = day_zone(plan, option.date)
    start, last = minutes_of(Times(option.date, option.start, zone, end_date, end, end_zone), shown)
    lanes = entry_of(-1, row, plan, {group.id: number for number, group in enumerate(plan.groups)}).lanes
    times = times_of_slot(option)
    proposed = wording.t("Proposed: {when}", when=when_of(option, wording))
    spoken = ", ".join(part for part in (row.title, proposed, option.note) if part)
    return Slot(
        option.id,
        option.item_id,
        option.date,
        start,
        last,
        lanes,
        row.title,
        (wording.t("Proposed: {when}", when=times), times, f"{option.start:%H:%M}"),
        FAMILIES[row.item.kind],
        spoken,
    )


def _end(plan: MissionPlan, option: r.ItemOption, item: r.AgendaItem) -> tuple[dt.date | None, dt.time | None]:
    """Return day and time a slot ends: as it says, past midnight the next day, else as long as the item is."""
    assert option.date is not None and option.start is not None
    if option.end is not None:
        later = option.end <= option.start
        return option.date + dt.timedelta(days=int(later)), option.end
    span = item_times(plan, item).span
    if span.start is None or span.end is None:
        return option.date, None
    there = dt.datetime.combine(option.date, option.start) + (span.end - span.start)
    return there.date(), there.time()
