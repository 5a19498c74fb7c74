"""Tell beside an outcome who does the next step and by when; ask why something was not held."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.results.naming import USUAL_REASONS
from missionplanner.domain.results.outcomes import Subject, follow_up_of, subjects
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.gui.context import Context
from missionplanner.gui.delegation import offers
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.day_line import today_of
from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.tables.section import Titled
from missionplanner.gui.widgets.basics import button, label
from missionplanner.services.entries import in_each
from missionplanner.services.results import follow_ups, outcomes

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepPart(Titled):
    """Show the follow-up that a next step has made. ``next_wanted`` asks for the next without an outcome."""

    next_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        t = ctx.t
        super().__init__("outcome_step", t("Next step"))
        self._ctx = ctx
        self._id: UUID | None = None
        self._step: r.FollowUp | None = None
        self._subject: Subject | None = None
        self._none = label("", "small", tone="quiet", name="outcome_step_none", wrap=True)
        self._make = button(t("Make it a follow-up"), "outcome_step_make", look="link")
        self._make.clicked.connect(self._make_step)
        self._owner = Lookup(lambda: offers.people(ctx), ctx.theme, icon="user", create=t("Create “{name}”"))
        self._due = Entry(t("a day or +7"))
        self.owner = Field("step_owner", t("Who does it"), self._owner)
        self.due = Field("step_due", t("Due"), self._due)
        self._go_on = button(t("Next without an outcome"), "outcome_next_here", look="link")
        self._go_on.clicked.connect(self.next_wanted)
        for one in (self._none, self._make, self.owner, self.due, self._go_on):
            self.column.addWidget(one)
        self._owner.chosen.connect(lambda value: self._store("owner_id", value))
        self._owner.created.connect(lambda name: self._store("owner_id", name))
        self._owner.committed.connect(lambda text: self._store("owner_id", text or None))
        self._due.committed.connect(self._take_day)
        for field in (self._owner, self._due):
            field.installEventFilter(self)
        ctx.mission.recorded.connect(self._follow)

    def show_row(self, identity: UUID | None) -> None:
        """Show the follow-up of a visit or a meeting."""
        self._id = identity
        if self._ctx.mission.ask_record():
            self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        control = Qt.KeyboardModifier.ControlModifier
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and (event.modifiers() & control or watched is self._due)
        ):
            for one in (self._owner, self._due):
                one.commit()
            self.next_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        mission, t = self._ctx.mission, self._ctx.t
        one = found = None
        if mission.plan is not None and mission.record is not None and self._id is not None:
            found = next((some for some in subjects(mission.plan, mission.record) if some.id == self._id), None)
            one = step_of(mission.record, found) if found is not None else None
        self._subject = found
        same = one is not None and self._step is not None and one.id == self._step.id
        self._step = one
        for field in (self.owner, self.due):
            field.setVisible(one is not None)
            field.refuse("")
        written = found is not None and found.outcome is not None and bool(found.outcome.next_step)
        none = t("It is no follow-up yet.") if written else t("Write a next step above: it becomes a follow-up.")
        self._none.setText(none)
        self._none.setVisible(one is None)
        self._make.setVisible(one is None and written)
        if one is not None and mission.plan is not None:
            self._owner.show_text(mission.plan.label(one.owner_id), anew=not same)
            self._due.show_text(self._ctx.wording.days(one.due, one.due) if one.due else "", anew=not same)

    def _take_day(self, text: str) -> None:
        before = self._step.due if self._step is not None else None
        try:
            day = day_of(text, "due", Around((), before, today_of(self._ctx)))
        except MissionPlannerError as error:
            self.due.refuse(self._ctx.t.say(error))
            return
        self.due.refuse("")
        self._store("due", day)

    def _make_step(self) -> None:
        """Make a follow-up of a next step that was written before there was one."""
        one = self._subject
        if one is None or one.outcome is None:
            return
        mission = one.outcome.mission_id
        item = one.item.id if one.item is not None else None
        values: dict[str, object] = {"text": one.outcome.next_step, "about_item_id": item}
        if len(one.others) == 1:
            values["about_organisation_id"] = one.others[0]
        if self._ctx.run_edit(lambda ws: follow_ups.create_from(ws, values, mission_id=mission)) is not None:
            self._ctx.told_with_undo(self._ctx.t("It is a follow-up now."))

    def _store(self, name: str, value: object) -> None:
        step = self._step
        if step is None or getattr(step, name) == value:
            return
        if self._ctx.run_edit(lambda ws: follow_ups.change_cells(ws, in_each([step.id], name, value))) is not None:
            (self._owner if name == "owner_id" else self._due).settle()


def step_of(record: MissionRecord, one: Subject) -> r.FollowUp | None:
    """Return the follow-up that the next step of a visit or a meeting has made, None where there is none."""
    return follow_up_of(record.followups, one, one.outcome) if one.outcome is not None else None


class WhyNot(FormDialog):
    """Ask why visits or meetings were not held."""

    def __init__(self, parent: QWidget, ctx: Context, ids: Sequence[UUID]) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Not held"), t("Note it"))
        self.setObjectName("why_not_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._ids = ctx, ids
        self.why = Prose(lines=2)
        self.usual = choice({"–": "", **{t(one): t(one) for one in USUAL_REASONS}}, "", ctx.theme)
        self.usual.activated.connect(lambda _number: self.why.setPlainText(self.usual.chosen()))
        self.add_row(Field("usual_reason", t("A usual reason"), self.usual))
        self.add_row(Field("why_not", t("Why it was not held"), self.why, tall=True))
        self.finish_with(self._store)
        self.why.setFocus()

    def _store(self) -> None:
        why = self.why.toPlainText().strip() or None
        cells = [(one, name, value) for one in self._ids for name, value in (("held", False), ("why_not", why))]
        if self._ctx.workspace is not None:
            outcomes.change_cells(self._ctx.workspace, cells)
