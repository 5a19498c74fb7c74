"""Ask who was met, and whether it is somebody the directory has already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.domain.naming import INTERESTS
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.delegation import offers as of_delegation
from missionplanner.gui.delegation.dialogs import Finder
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.day_line import DayLine
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.results.columns import items
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label
from missionplanner.services.results import contacts_made
from missionplanner.services.results.contacts_made import Like, Met

_PAUSE = 250
"""Milliseconds without a key before the directory is asked."""
_LIKELY = 0.85
"""Likeness from which somebody of the directory is offered first."""


class MeetDialog(FormDialog):
    """Ask about one person. ``stored`` carries the id of the contact made."""

    stored = Signal(object)

    def __init__(self, parent: QWidget, ctx: Context, plan: MissionPlan, met: Met, *, left: int = 0) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Who was met"), t("Add"))
        self.setObjectName("meet_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._plan, self._met = ctx, plan, met
        self._alike: tuple[Like, ...] = ()
        self._asked = 0
        if left:
            more = t.plural("{count} more on the card", "{count} more on the card", left)
            self.body.addWidget(label(more, "small", tone="quiet"))
        self.given, self.family = line(met.given), line(met.family)
        self.job, self.email, self.mobile = line(met.job), line(met.email), line(met.mobile or met.phone)
        self._known_at = {one.value: one.text for one in of_delegation.organisations(ctx)}
        at = met.organisation
        self.work = Finder(ctx, lambda: of_delegation.organisations(ctx), "building-2")
        self.work.setText(self._known_at.get(at, "") if isinstance(at, UUID) else at)
        self.by = Finder(ctx, lambda: of_delegation.travellers(ctx), "user")
        self.where = choice(
            {t("Not said"): None, **{one.text: one.value for one in items(ctx)}}, met.item_id, ctx.theme
        )
        self.day = DayLine(ctx, met.date or plan.mission.first_day, t("a day"))
        words: dict[str, object] = {t("Not said"): None, **{t(word): one for one, word in INTERESTS.items()}}
        self.interest = choice(words, met.interest, ctx.theme)
        self.note = Prose(lines=2)
        self.note.show_text(met.note, anew=True)
        self.into = choice({t("Somebody new"): None}, None, ctx.theme)
        self._build()
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._look)
        for one in (self.given, self.family, self.email, self.mobile, self.work):
            one.textChanged.connect(lambda: self._soon.start())
        self.finish_with(self._store)
        self.given.setFocus()
        self._soon.start(0)

    def _build(self) -> None:
        t = self.t
        self.add_row(Field("given", t("Given name"), self.given), Field("family", t("Family name"), self.family))
        self.add_row(Field("organisation_id", t("Organisation"), self.work), Field("job", t("Position"), self.job))
        self.add_row(Field("email", t("E-mail"), self.email), Field("mobile", t("Phone"), self.mobile))
        self.told = label("", "small", tone="warn", name="meet_alike", wrap=True)
        self.told.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self.told)
        self.add_row(Field("into", t("In the directory"), self.into))
        self.add_row(Field("by_id", t("Met by"), self.by), Field("date", t("Day"), self.day))
        self.add_row(Field("item_id", t("Where"), self.where), Field("interest", t("Interest"), self.interest))
        self.add_row(Field("note", t("Note"), self.note, tall=True))
        self._tell(())

    def met(self) -> Met:
        """Return who is typed. Raises Invalid with the field."""
        text = self.work.text().strip()
        same = next((one for one, name in self._known_at.items() if name == text), None)
        by = self.by.known("by_id")
        return replace(
            self._met,
            given=self.given.text().strip(),
            family=self.family.text().strip(),
            job=self.job.text().strip(),
            organisation=same if isinstance(same, UUID) else text,
            email=self.email.text().strip(),
            mobile=self.mobile.text().strip(),
            phone="" if self.mobile.text().strip() == self._met.phone else self._met.phone,
            by_id=by if isinstance(by, UUID) else None,
            item_id=self.where.chosen(),
            date=self.day.day(),
            interest=self.interest.chosen(),
            note=self.note.toPlainText().strip(),
        )

    def _look(self) -> None:
        """Ask the directory, beside the window, who may be meant."""
        workspace = self._ctx.workspace
        try:
            met = self.met()
        except MissionPlannerError:
            return
        if workspace is None:
            return
        self._asked += 1
        number = self._asked

        def take(found: Sequence[Like]) -> None:
            if number == self._asked:
                self._tell(tuple(found))

        def work(_progress: Progress) -> object:
            return contacts_made.alike(workspace, met)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(take)

    def _tell(self, found: tuple[Like, ...]) -> None:
        """Offer who of the directory may be meant; the likeliest is chosen where it is very likely."""
        before, t = self.into.chosen(), self.t
        anew = [one.who.id for one in found] != [one.who.id for one in self._alike]
        self._alike = found
        if anew:
            words: dict[str, UUID | None] = {t("Somebody new"): None}
            for one in found:
                words[", ".join(filter(None, (one.who.name, one.who.detail)))] = one.who.id
            self.into.clear()
            self.into.addItems(list(words))
            self.into.values = tuple(words.values())
            first = found[0].who.id if found and found[0].score >= _LIKELY else None
            wanted = before if before in self.into.values and before is not None else first
            self.into.setCurrentIndex(self.into.values.index(wanted))
        why = "; ".join(t.say(one) for one in found[0].reasons) if found else ""
        told = t("Somebody like this is in the directory: {name}.", name=found[0].who.name) if found else ""
        self.told.setText(" ".join(filter(None, (told, f"({why})" if why else ""))))
        self.told.setVisible(bool(found))
        self.fields["into"].setVisible(bool(found))

    def _store(self) -> None:
        if self._ctx.workspace is None:
            return
        into = self.into.chosen() if self._alike else None
        receipt = contacts_made.add(self._ctx.workspace, self._plan.mission.id, self.met(), into)
        made = next((one for table, one in receipt.added if table == "contact_made"), None)
        if made is not None:
            self.stored.emit(made)
