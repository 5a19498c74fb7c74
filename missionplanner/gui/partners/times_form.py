"""Ask for up to three times of a visit, and say of each what it would clash with before it is proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.partners.slots import Slot

_PAUSE = 250
"""Milliseconds after a key before a time is looked at."""
_TOLD = 2
"""Findings a line tells of one time."""


@dataclass(frozen=True, slots=True)
class _Time:
    """Be the controls of one time, and the line that says what is wrong with it."""

    day: Choice
    start: QLineEdit
    end: QLineEdit
    verdict: QLabel


class TimesDialog(FormDialog):
    """Show three lines of day, start and end; those left empty are no proposals."""

    def __init__(
        self, parent: QWidget, ctx: Context, plan: MissionPlan, items: Sequence[r.AgendaItem], first: UUID
    ) -> None:
        from missionplanner.services.partners import slots
        from missionplanner.services.partners.slot_checks import SlotChecks

        t = ctx.t
        super().__init__(parent, t, t("Propose times"), t("Propose"))
        self.setObjectName("times_dialog")
        self._ctx, self._plan = ctx, plan
        self._checks = SlotChecks(plan)
        self._later = QTimer(self, interval=_PAUSE, singleShot=True)
        self._later.timeout.connect(self._look)
        self._asked = 0
        titles = {one.id: one.title.best(t.language, plan.mission.languages) for one in items}
        shown = _told_apart(titles)
        self._item = choice({shown[one]: one for one in titles}, first, ctx.theme)
        self._item.currentIndexChanged.connect(self._begin)
        self.add_row(Field("item", t("Visit"), self._item))
        self._known = label("", "small", tone="quiet", name="times_known", wrap=True)
        self._known.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._known)
        self._times = [self._row(number) for number in range(slots.AT_MOST)]
        self.finish_with(self._store)
        self._begin()
        self._times[0].start.setFocus()

    def _row(self, number: int) -> _Time:
        t, ctx = self._ctx.t, self._ctx
        days: dict[str, object] = {ctx.wording.weekday(day): day for day in self._plan.days}
        made = _Time(
            choice(days, None, ctx.theme),
            line("", "9:30"),
            line("", t("10:45 or +75")),
            label("", "small", tone="quiet", name=f"verdict_{number}", wrap=True),
        )
        place = number + 1
        self.add_row(
            Field(f"day_{number}", t("Day {number}", number=place), made.day),
            Field(f"start_{number}", t("Start {number}", number=place), made.start),
            Field(f"end_{number}", t("End {number}", number=place), made.end),
        )
        made.verdict.setFixedWidth(roomy(FIELD_WIDTH))
        made.verdict.hide()
        self.body.addWidget(made.verdict)
        made.day.currentIndexChanged.connect(lambda: self._later.start())
        made.start.textChanged.connect(lambda: self._later.start())
        made.end.textChanged.connect(lambda: self._later.start())
        return made

    def _begin(self) -> None:
        """Show the day of the item, and how many times may still be proposed for it."""
        from missionplanner.services.partners import slots

        item = self._plan.item(self._item.chosen())
        there = slots.options_of(self._plan, item.id) if item is not None else ()
        for number, one in enumerate(self._times):
            free = number < slots.AT_MOST - len(there)
            for control in (one.day, one.start, one.end):
                self.fields[control.objectName()].setVisible(free)
                control.setEnabled(free)
            one.verdict.setVisible(free and bool(one.verdict.text()))
            if item is not None and item.date in one.day.values and not one.start.text():
                one.day.setCurrentIndex(one.day.values.index(item.date))
        count = len(there)
        words = self._ctx.t.plural(
            "{count} time is proposed already.", "{count} times are proposed already.", count
        )
        self._known.setText(words)
        self._known.setVisible(bool(there))
        self._later.start()

    def slots(self) -> list[Slot]:
        """Return the times that are typed. Raises Invalid with the field."""
        found = [self._slot(number) for number in range(len(self._times))]
        return [one for one in found if one is not None]

    def _slot(self, number: int) -> Slot | None:
        from missionplanner.services.partners.slots import Slot

        one = self._times[number]
        if not one.start.isEnabled():
            return None
        start = typed_time(one.start.text(), f"start_{number}")
        end = typed_time(one.end.text(), f"end_{number}", after=start)
        day = one.day.chosen()
        if start is None:
            if end is not None:
                raise Invalid(N_("Say when it would start."), field=f"start_{number}")
            return None
        assert isinstance(day, dt.date)
        return Slot(day, start, end)

    # -- what would go wrong ----------------------------------------------------------------------

    def _look(self) -> None:
        """Check every time that is typed, beside the window."""
        self._asked += 1
        turn, item_id, wanted = self._asked, self._item.chosen(), []
        for number, one in enumerate(self._times):
            try:
                slot = self._slot(number)
            except Invalid:
                slot = None
            if slot is None:
                one.verdict.hide()
            else:
                wanted.append((number, slot))
        checks, plan, t = self._checks, self._plan, self._ctx.t
        if not wanted or not isinstance(item_id, UUID):
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.checks import sentence

            found: list[tuple[int, list[str]]] = []
            for number, slot in wanted:
                try:
                    told = [sentence(plan, one, t) for one in checks.found(item_id, slot)]
                except MissionPlannerError as error:
                    told = [t.say(error)]
                found.append((number, told))
            return turn, found

        job = self._ctx.jobs.read(work)
        job.done.connect(self._tell)
        job.failed.connect(self._ctx.tell_failure)

    def _tell(self, result: tuple[int, list[tuple[int, list[str]]]]) -> None:
        turn, found = result
        if turn != self._asked:
            return
        t = self._ctx.t
        for number, told in found:
            verdict = self._times[number].verdict
            more = len(told) - _TOLD
            rest = [t.plural("{count} more issue", "{count} more issues", more)] if more > 0 else []
            verdict.setText("\n".join([*told[:_TOLD], *rest]) if told else t("Nothing is in the way."))
            verdict.setProperty("tone", "warn" if told else "ok")
            verdict.style().polish(verdict)
            verdict.show()

    def _store(self) -> None:
        from missionplanner.services.partners import slots

        wanted, item_id = self.slots(), self._item.chosen()
        if not wanted:
            raise Invalid(N_("Type a day and a time to propose."), field="start_0")
        if self._ctx.workspace is not None and isinstance(item_id, UUID):
            slots.propose(self._ctx.workspace, self._plan.mission.code, item_id, wanted)


def _told_apart(titles: dict[UUID, str]) -> dict[UUID, str]:
    """Return titles of which none is there twice: they are what a list is chosen by."""
    seen: dict[str, int] = {}
    found = {}
    for key, title in titles.items():
        seen[title] = seen.get(title, 0) + 1
        found[key] = title if seen[title] == 1 else f"{title} ({seen[title]})"
    return found
