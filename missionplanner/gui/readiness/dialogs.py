"""Ask about readiness: how far somebody is, what is due and by when, which set or mission to take over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import NAMES, due_day
from missionplanner.domain.delegates.standing import Standing
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DueBasis, ItemStatus, ReadyState, RequirementKind
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.dialogs.new_mission import date_of
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, date_field, line
from missionplanner.gui.readiness.model import states
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.delegates.readiness_board import Told

BASES: dict[DueBasis, str] = {
    DueBasis.DEPARTURE: N_("Departure"),
    DueBasis.ITEM: N_("A visit or another item"),
    DueBasis.DATE: N_("A day of its own"),
}
_USUAL_DAYS = 30


class StateDialog(FormDialog):
    """Ask state, day and note of one cell or of several; ``store`` gets what was said."""

    def __init__(
        self, parent: QWidget, ctx: Context, about: str, now: Iterable[Standing], store: Callable[[Told], object]
    ) -> None:
        t, some = ctx.t, list(now)
        super().__init__(parent, t, t("How far it is"), t("Apply"))
        self.setObjectName("state_dialog")
        self._pass = store
        words = label(about, tone="quiet", name="state_about", wrap=True)
        words.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(words)
        first = some[0] if some else Standing(ReadyState.OPEN)
        day = first.date or dt.date.today()
        entries: dict[str, object] = {word: state for state, word in states(t).items()}
        self._state = choice(entries, first.state, ctx.theme)
        self._day = date_field(QDate(day.year, day.month, day.day), ctx.wording, ctx.theme)
        notes = {one.note or "" for one in some}
        self._kept = notes.pop() if len(notes) == 1 else ""
        hint = (
            t("Several notes; what you write replaces them.") if notes else t("for example: sent to the ministry")
        )
        self._note = line(self._kept, hint)
        self._several = bool(notes)
        self.add_row(Field("state", t("State"), self._state), Field("day", t("Since"), self._day))
        self.add_row(Field("note", t("Note"), self._note))
        self.finish_with(self._finish_form)
        self._state.setFocus()

    def _finish_form(self) -> None:
        from missionplanner.services.delegates.readiness_board import Told

        note = self._note.text().strip()
        same = self._several and not note
        self._pass(Told(self._state.chosen(), date_of(self._day), None if same else note))


class RequirementDialog(FormDialog):
    """Ask what is due, of whom and by when; ``store`` gets the requirement and raises what is wrong with it."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        one: r.Requirement | None,
        store: Callable[[r.Requirement], object],
    ) -> None:
        t = ctx.t
        title, verb = (
            (t("Add a requirement"), t("Add")) if one is None else (t("Change the requirement"), t("Apply"))
        )
        super().__init__(parent, t, title, verb)
        self.setObjectName("requirement_dialog")
        self._ctx, self._plan, self._store = ctx, plan, store
        new = r.Requirement(mission_id=plan.mission.id, kind=RequirementKind.PASSPORT, before_days=_USUAL_DAYS)
        self._one = one or new
        self._shown = self._one.name.best(t.language, plan.mission.languages) if self._one.name else ""
        self._make(ctx, plan, self._one)
        self._lay_out()
        for made in (self._kind, self._basis, self._item):
            made.currentIndexChanged.connect(self._follow)
        for entry in (self._days, self._months):
            entry.textChanged.connect(self._follow)
        self._due.dateChanged.connect(self._follow)
        self._follow()
        self.finish_with(lambda: self._store(self.requirement()))
        self._kind.setFocus()

    def _make(self, ctx: Context, plan: MissionPlan, one: r.Requirement) -> None:
        t, theme = ctx.t, ctx.theme
        kinds = {t(words): kind for kind, words in NAMES.items() if kind is not RequirementKind.OTHER}
        other: dict[str, object] = {**kinds, t("Something else"): RequirementKind.OTHER}
        self._kind = choice(other, one.kind or RequirementKind.OTHER, theme)
        self._name = line(self._shown, t("for example: safety course of the plant"))
        bases: dict[str, object] = {t(words): basis for basis, words in BASES.items()}
        self._basis = choice(bases, one.basis or (DueBasis.DATE if one.due else DueBasis.DEPARTURE), theme)
        self._item = choice(_items(ctx, plan), one.item_id, theme)
        day = one.due or plan.mission.first_day - dt.timedelta(days=_USUAL_DAYS)
        self._due = date_field(QDate(day.year, day.month, day.day), ctx.wording, theme)
        self._days = line(str(one.before_days) if one.before_days else "", "0")
        self._months = line(str(one.before_months) if one.before_months else "", "0")
        groups: dict[str, object] = {t("Everyone it concerns"): None}
        for group in plan.groups:
            name = group.name.best(t.language, plan.mission.languages) if group.name else t("Group")
            groups[name if name not in groups else f"{name} ({len(groups)})"] = group.id
        self._group = choice(groups, one.group_id, theme)

    def _lay_out(self) -> None:
        t = self._ctx.t
        self.add_row(Field("kind", t("What is due"), self._kind))
        self.add_row(Field("name", t("Name, where it has one of its own"), self._name))
        self.add_row(Field("group", t("From whom"), self._group))
        self.add_row(Field("basis", t("Counted back from"), self._basis))
        self.add_row(Field("item", t("Visit or item"), self._item))
        self.add_row(Field("due", t("Day"), self._due))
        self.add_row(
            Field("before_months", t("Months before"), self._months),
            Field("before_days", t("Days before"), self._days),
        )
        self._told = label("", "small", tone="quiet", name="requirement_told", wrap=True)
        self._told.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._told)

    def requirement(self) -> r.Requirement:
        """Return what the form says. Raises Invalid with the field."""
        basis = self._basis.chosen()
        item = self._plan.item(self._item.chosen()) if basis is DueBasis.ITEM else None
        name = self._name.text().strip()
        before = self._one.name or Texts(())
        language = before.language_of(self._shown) if before else None
        return replace(
            self._one,
            kind=self._kind.chosen(),
            name=before.written(language or "und", name) if name != self._shown else self._one.name,
            basis=basis,
            item_id=item.id if item is not None else None,
            place_id=self._one.place_id if basis is DueBasis.ITEM and item is not None else None,
            group_id=self._group.chosen(),
            due=date_of(self._due) if basis is DueBasis.DATE else None,
            before_days=_number(self._days.text(), "before_days"),
            before_months=_number(self._months.text(), "before_months"),
        )

    def _follow(self, *_told: object) -> None:
        basis = self._basis.chosen()
        self.fields["item"].setVisible(basis is DueBasis.ITEM)
        self.fields["due"].setVisible(basis is DueBasis.DATE)
        try:
            day = due_day(self._plan, self.requirement())
        except Invalid:
            day = None
        t = self._ctx.t
        self._told.setText(
            t("Due: {day}", day=self._ctx.wording.full_day(day))
            if day is not None
            else t("Not clear yet by when.")
        )


def _items(ctx: Context, plan: MissionPlan) -> dict[str, object]:
    """Return the items of the programme as one chooses them: by day, hour and title."""
    found: dict[str, object] = {}
    for item in plan.items:
        if item.date is None or item.status is ItemStatus.CANCELLED:
            continue
        start = f" {item.start:%H:%M}" if item.start else ""
        words = (
            f"{ctx.wording.weekday(item.date)}{start}  {item.title.best(ctx.t.language, plan.mission.languages)}"
        )
        found[words if words not in found else f"{words} ({len(found)})"] = item.id
    return found or {ctx.t("Nothing in the agenda yet"): _no_item()}


def _no_item() -> UUID | None:
    return None


def _number(text: str, field: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise Invalid(N_("This is not a number of days or months, such as 30."), field=field)
    return int(text)
