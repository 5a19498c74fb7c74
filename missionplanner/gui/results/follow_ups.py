"""Show what is to follow: who does what by when, what is overdue first; make the reminders after the mission."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from missionplanner.base.messages import N_
from missionplanner.domain.results.naming import FOLLOW_UP_STATES
from missionplanner.domain.vocabulary import FollowUpState
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.report import STEPS
from missionplanner.gui.budget.columns import organisation
from missionplanner.gui.context import Context
from missionplanner.gui.results.columns import item, person
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.sources import results_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words
from missionplanner.services.results import follow_ups

_TONES = {
    FollowUpState.OPEN: "info",
    FollowUpState.WAITING: "warn",
    FollowUpState.DONE: "ok",
    FollowUpState.DROPPED: "quiet",
}
_ICONS = {
    FollowUpState.OPEN: "circle",
    FollowUpState.WAITING: "hourglass",
    FollowUpState.DONE: "circle-check",
    FollowUpState.DROPPED: "ban",
}

SPEC = TableSpec(
    name="follow_ups",
    table="follow_up",
    icon="list-checks",
    words=Words(
        title=N_("Next steps"),
        counted=lambda t, count: t.plural("{count} next step", "{count} next steps", count),
        none=N_("No next step yet"),
        hint=N_("Who does what by when. The next step of an outcome stands here by itself."),
        add=N_("Add next step"),
        gone=lambda t, count: t.plural("{count} next step deleted.", "{count} next steps deleted.", count),
    ),
    columns=(
        Column(key="text", title=N_("Next step"), spoken=True, width=300, required=True, also=("text", "passo")),
        Column(
            key="late",
            title=N_("Days overdue"),
            kind=Kind.NUMBER,
            width=104,
            editable=False,
            asked=False,
            also=("late", "ritardo"),
        ),
        person("owner_id", N_("Who does it"), also=("owner", "chi")),
        Column(key="due", title=N_("Due"), kind=Kind.DATE, width=124, also=("scadenza",)),
        Column(
            key="state",
            title=N_("State"),
            kind=Kind.CHOICE,
            words=FOLLOW_UP_STATES,
            width=160,
            tone=lambda value: _TONES.get(value, "quiet"),
            icon=lambda value: _ICONS.get(value, ""),
            also=("stato",),
        ),
        organisation("about_organisation_id", N_("About which organisation"), also=("organisation", "azienda")),
        person("about_person_id", N_("About whom"), shown=False),
        item("about_item_id", N_("About which item"), shown=False),
    ),
    source=results_of("follow_ups"),
    related=frozenset({"organisation", "person", "agenda_item"}),
    views=(
        View(N_("To be done"), "state:open,waiting", (("due", False),)),
        View(N_("Overdue"), "-missing:late", (("due", False),)),
        View(N_("Without an owner"), "missing:owner state:open,waiting"),
        View(N_("Done"), "state:done"),
    ),
    named=("text",),
    facts=("late", "state"),
)


class FollowUpsView(MissionList):
    """Be the list of next steps."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**super().deeds(), "step_done": self.finish, "step_reminders": self.remind}

    def there(self) -> set[str]:
        return {*super().there(), *({STEPS} if self.table.chosen_ids() else ())}

    def finish(self) -> None:
        """Say that the chosen steps are done."""
        ids, t = self.table.chosen_ids(), self.ctx.t
        receipt = self.ctx.run_edit(lambda ws: follow_ups.set_state(ws, ids, FollowUpState.DONE)) if ids else None
        if receipt is not None and receipt.changeset is not None:
            self.ctx.told_with_undo(t.plural("{count} next step done.", "{count} next steps done.", len(ids)))

    def remind(self) -> None:
        """Add what reminds of looking back, one week to three years after the end."""
        plan, t = self.ctx.mission.plan, self.ctx.t
        if plan is None:
            return
        mission = plan.mission.id
        receipt = self.ctx.run_edit(lambda ws: follow_ups.make_reminders(ws, mission))
        if receipt is None:
            return
        count = sum(table == "follow_up" for table, _id in receipt.added)
        if count:
            self.ctx.told_with_undo(t.plural("{count} reminder added.", "{count} reminders added.", count))
        else:
            self.ctx.notices.say(t("The reminders are there already."), tone="info")
