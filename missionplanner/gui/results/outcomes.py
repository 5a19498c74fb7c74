"""Show what came of visits, meetings and B2B talks, from the programme on, and go from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from missionplanner.base.messages import N_
from missionplanner.domain.naming import KINDS
from missionplanner.domain.results.naming import FOLLOW_UP_STATES
from missionplanner.domain.results.outcomes import waiting
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.report import OUTCOME, WAITING
from missionplanner.gui.context import Context
from missionplanner.gui.results.columns import INTEREST
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.sources import of_outcomes
from missionplanner.gui.results.stand import ICONS, TONES, WORDS, Stand
from missionplanner.gui.results.step_part import StepPart, WhyNot
from missionplanner.gui.tables.spec import Column, Kind, Part, TableSpec, View, Words
from missionplanner.services.entries import in_each
from missionplanner.services.results import outcomes


def _parts(ctx: Context) -> list[Part]:
    return [StepPart(ctx)]


def _fixed(key: str, title: str, kind: Kind, width: int, *, shown: bool = True) -> Column:
    return Column(key=key, title=title, kind=kind, width=width, editable=False, asked=False, shown=shown)


SPEC = TableSpec(
    name="outcomes",
    table="outcome",
    icon="message-square-text",
    words=Words(
        title=N_("Outcomes"),
        counted=lambda t, count: t.plural("{count} visit or meeting", "{count} visits and meetings", count),
        none=N_("Nothing to note yet"),
        hint=N_("Visits, meetings and B2B talks of the programme stand here: nothing is typed twice."),
        add=N_("New outcome"),
        gone=lambda t, count: t.plural("{count} outcome deleted.", "{count} outcomes deleted.", count),
    ),
    columns=(
        Column(key="subject", title=N_("Visit or meeting"), width=270, editable=False, asked=False),
        Column(
            key="stand",
            title=N_("State"),
            kind=Kind.CHOICE,
            words=WORDS,
            width=150,
            editable=False,
            asked=False,
            tone=lambda value: TONES.get(value, "quiet"),
            icon=lambda value: ICONS.get(value, ""),
            also=("stand", "stato", "esito"),
        ),
        _fixed("date", N_("Day"), Kind.DATE, 124),
        _fixed("start", N_("Start"), Kind.TIME, 72, shown=False),
        _fixed("others", N_("With whom"), Kind.TEXT, 190, shown=False),
        Column(key="held", title=N_("Held"), kind=Kind.FLAG, width=76, also=("svolto", "tenuto")),
        Column(key="why_not", title=N_("Why it was not held"), width=180, shown=False, also=("motivo",)),
        INTEREST,
        Column(
            key="satisfaction",
            title=N_("Satisfaction"),
            kind=Kind.NUMBER,
            width=104,
            hint=N_("from 1, poor, to 5, excellent"),
            also=("soddisfazione",),
            shown=False,
        ),
        Column(
            key="summary",
            title=N_("Summary"),
            kind=Kind.LONG,
            spoken=True,
            width=260,
            least=110,
            also=("sintesi",),
        ),
        Column(key="next_step", title=N_("Next step"), spoken=True, width=220, also=("passo",)),
        _fixed("owner_id", N_("Who does it"), Kind.LINK, 150, shown=False),
        _fixed("due", N_("Due"), Kind.DATE, 124, shown=False),
        Column(
            key="state",
            title=N_("How far the next step is"),
            kind=Kind.CHOICE,
            words=FOLLOW_UP_STATES,
            width=150,
            editable=False,
            asked=False,
            shown=False,
        ),
        Column(
            key="kind",
            title=N_("Kind"),
            kind=Kind.CHOICE,
            words=KINDS,
            width=150,
            editable=False,
            asked=False,
            shown=False,
        ),
    ),
    source=of_outcomes,
    related=frozenset(
        {"outcome", "follow_up", "agenda_item", "meeting", "meeting_slot", "organisation", "attendance"}
    ),
    views=(
        View(N_("No outcome yet"), "stand:open"),
        View(N_("Held"), "stand:held"),
        View(N_("Not held"), "stand:not_held"),
        View(N_("With a next step"), "-missing:next_step"),
    ),
    named=("subject",),
    facts=("stand", "others"),
    parts=_parts,
)


class OutcomesView(MissionList):
    """Be the list of outcomes. ``go_on`` leads from one without an outcome to the next."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)
        self._waiting = ""
        step = self.details.findChild(StepPart)
        assert isinstance(step, StepPart), "the list was made with it"
        self.step = step
        self.step.next_wanted.connect(self.go_on)
        ctx.mission.recorded.connect(self._count_waiting)
        ctx.mission.changed.connect(self._ask)

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            **super().deeds(),
            "outcome_held": lambda: self._say("held", True),
            "outcome_not_held": self.not_held,
            "outcome_next": self.go_on,
        }

    def there(self) -> set[str]:
        met = set(super().there())
        if self.table.chosen_ids():
            met.add(OUTCOME)
        return met | ({WAITING} if self._open_rows() else set())

    def arrive(self) -> None:
        super().arrive()
        self._ask()

    def heading_words(self) -> str:
        """Return what the header says: how many are over, and of how many nothing is noted yet."""
        return self._waiting or self.count_words()

    # -- deeds ------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go to the next visit or meeting without an outcome, and to its first field where one was in them."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.details.isAncestorOf(focused)
        self.details.store_typed()
        found, now = self._open_rows(), self.table.currentIndex().row()
        following = next((row for row in found if row > now), found[0] if found else None)
        if following is None:
            self.ctx.notices.say(self.ctx.t("Each of them has its outcome."), tone="info")
            return
        self.table.choose([self.model.row(following).id])
        if inside:
            self.details.focus_first()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def not_held(self) -> None:
        """Say that the chosen ones were not held, and ask why."""
        ids = self.table.chosen_ids()
        if ids:
            WhyNot(self.window(), self.ctx, ids).open()

    def _say(self, name: str, value: object) -> None:
        ids = self.table.chosen_ids()
        if ids:
            self.ctx.run_edit(lambda ws: outcomes.change_cells(ws, in_each(ids, name, value)))

    def _open_rows(self) -> list[int]:
        rows = range(self.model.rowCount())
        return [row for row in rows if self.model.value_of(self.model.row(row).id, "stand") is Stand.OPEN]

    # -- following --------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.isVisible() and self.ctx.mission.ask_record():
            self._count_waiting()

    def _count_waiting(self) -> None:
        mission = self.ctx.mission
        if mission.plan is not None and mission.record is not None and self.isVisible():
            now = dt.datetime.now(dt.UTC)
            self._waiting = waiting(mission.plan, mission.record, now).said(self.ctx.t)
            self.changed.emit()
