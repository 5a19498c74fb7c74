"""Show the items a partner hosts, with the times proposed for them: go there, choose one, propose others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.partners.partnering import hosted_by
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.models.slots import times_of_slot, when_of
from missionplanner.gui.partners.times_form import TimesDialog
from missionplanner.gui.tables.section import Titled, beside, small_button
from missionplanner.gui.widgets.basics import Elided, button, label
from missionplanner.gui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


class Visits(Titled):
    """List the items of a partner. ``item_wanted`` carries the id of one somebody wants to see on the agenda."""

    item_wanted = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__("partner_visits", ctx.t("Visits and times"))
        self._ctx = ctx
        self._id: UUID | None = None
        self._shown: object = None
        self._propose = button(ctx.t("Propose times"), "propose_times_here", look="link")
        self._propose.clicked.connect(lambda: self.propose())
        self.offer(self._propose)
        ctx.mission.changed.connect(self._follow)

    def show_row(self, identity: UUID | None) -> None:
        """Show the items of a partner."""
        if identity != self._id:
            self._id, self._shown = identity, None
        self._follow()

    def items(self) -> tuple[r.AgendaItem, ...]:
        """Return the items the partner hosts."""
        plan = self._ctx.mission.plan
        partner = next((one for one in plan.partners if one.id == self._id), None) if plan is not None else None
        return hosted_by(plan, partner) if plan is not None and partner is not None else ()

    def propose(self, item_id: UUID | None = None) -> None:
        """Ask for times of an item, of the only one where there is one, else of whichever is chosen."""
        plan, items = self._ctx.mission.plan, self.items()
        if plan is None or not items:
            self._ctx.notices.say(self._ctx.t("This partner hosts nothing yet: name it as the host of an item."))
            return
        first = item_id or items[0].id
        TimesDialog(self.window(), self._ctx, plan, items, first).open()

    def _follow(self) -> None:
        plan, items = self._ctx.mission.plan, self.items()
        options = plan.item_options if plan is not None else ()
        if (items, options) == self._shown:
            return
        self._shown = (items, options)
        self._propose.setVisible(bool(items))
        nothing = label(self._ctx.t("Hosts nothing in the programme."), "small", tone="quiet", wrap=True)
        assert plan is not None or not items
        lines = [made for one in items if plan is not None for made in self._lines_of(plan, one)]
        self.fill(lines or [nothing])

    def _lines_of(self, plan: MissionPlan, item: r.AgendaItem) -> list[QWidget]:
        from missionplanner.services.partners import slots

        t, wording, theme = self._ctx.t, self._ctx.wording, self._ctx.theme
        title = item.title.best(t.language, plan.mission.languages)
        day = wording.weekday(item.date) if item.date is not None else t("Not placed")
        start = f"{item.start:%H:%M}" if item.start is not None else ""
        when = wording.listed((f"{day}, {start}" if start else day, wording.item_status(item.status)))
        link = RowButton(f"visit_{item.id.hex}", f"{title}\n{when}", theme, icon="calendar-days", colour="accent")
        link.setToolTip(t("Show it on the agenda"))
        link.lead_to(partial(self.item_wanted.emit, item.id))
        options = slots.options_of(plan, item.id)
        return [link, *(self._option(number, title, one) for number, one in enumerate(options))]

    def _option(self, number: int, title: str, option: r.ItemOption) -> QWidget:
        t, theme = self._ctx.t, self._ctx.theme
        when = when_of(option, self._ctx.wording) or times_of_slot(option)
        shown = self._ctx.wording.listed((t("Proposed: {when}", when=when), option.note or ""))
        name = f"{option.item_id.hex}_{number}"
        choose = small_button(
            "calendar-check", f"choose_{name}", t("Choose this slot: {when}", when=f"{title}, {when}"), theme,
            lambda: self._settle(option.id, when),
        )  # fmt: skip
        away = small_button(
            "x", f"withdraw_{name}", t("Take back the proposal {when}", when=f"{title}, {when}"), theme,
            lambda: self._withdraw(option.id),
        )  # fmt: skip
        return beside([Elided(shown, "body", colour="text", theme=theme)], [choose, away])

    def _settle(self, option_id: UUID, when: str) -> None:
        from missionplanner.services.partners import slots

        code = self._ctx.mission.code
        if self._ctx.run_edit(lambda ws: slots.choose(ws, code, option_id)) is not None:
            self._ctx.told_with_undo(self._ctx.t("Slot chosen: {when}.", when=when))

    def _withdraw(self, option_id: UUID) -> None:
        from missionplanner.services.partners import slots

        code = self._ctx.mission.code
        if self._ctx.run_edit(lambda ws: slots.withdraw(ws, code, option_id)) is not None:
            self._ctx.told_with_undo(self._ctx.t("The proposal was taken back."))
