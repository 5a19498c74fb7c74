"""Ask which letters to write, for whom, in which language; say before anything is written what they would lack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.foreseen import ForeseenDialog
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import Field, choice, date_field
from missionplanner.gui.letters.ticks import TickList
from missionplanner.gui.letters.wording import lacks, unknown_words
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.letters import LetterKind, LetterReport, LetterRequest

SUMMED_AFTER = 150
"""Milliseconds after which a change is looked into."""
WIDTH, HEIGHT, LEFT = 820, 620, 320
FOLDERS, ONE_FILE = "folders", "one"


class LettersDialog(ForeseenDialog):
    """Show what is asked for; ``write`` gets the request. ``templates`` shows the letters there are."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        write: Callable[[LetterRequest], object],
        templates: Callable[[QDialog], QDialog],
    ) -> None:
        t = ctx.t
        super().__init__(parent, ctx, "letters", t("Write letters"), after=SUMMED_AFTER)
        self._plan, self._write, self._templates = plan, write, templates
        self.report: LetterReport | None = None
        self.letter = Choice(ctx.theme)
        self.language = Choice(ctx.theme)
        today = dt.date.today()
        self.day = date_field(QDate(today.year, today.month, today.day), ctx.wording, ctx.theme)
        self.signer = senders(ctx, plan)
        self.form = choice({t("A file for each"): FOLDERS, t("One file"): ONE_FILE}, FOLDERS, ctx.theme)
        self.people = TickList(ctx, t("For whom"))
        self._wrong = label("", "body", tone="danger", name="letters_unknown", wrap=True)
        self._build()
        self._list()
        self.letter.currentIndexChanged.connect(lambda _index: self._take())
        for one in (self.language, self.signer):
            one.currentIndexChanged.connect(lambda _index: self.later.start())
        self.people.changed.connect(self._follow)
        self._take()
        self.fit(WIDTH, HEIGHT)
        self.letter.setFocus()

    def request(self) -> LetterRequest:
        """Return the letters as they are asked for now."""
        from missionplanner.services.paper.letters import LetterRequest

        kind, name = self._chosen()
        chosen, day = self.people.chosen(), self.day.date()
        return LetterRequest(
            kind=kind,
            name=name,
            day=dt.date(day.year(), day.month(), day.day()),
            for_whom=chosen,
            language=self.language.chosen(),
            sender_id=self.signer.chosen(),
            merged=self.form.chosen() == ONE_FILE,
        )

    # -- inside -----------------------------------------------------------------------------------

    def _chosen(self) -> tuple[LetterKind, str]:
        return cast("tuple[LetterKind, str]", self.letter.chosen())

    def _list(self) -> None:
        """List the letters there are, the one in front kept there."""
        from missionplanner.services.paper import letters

        t, workspace = self._ctx.t, self._ctx.workspace
        self._there = letters.letters(workspace) if workspace is not None else ()
        some = dict.fromkeys((one.kind, one.name) for one in self._there)
        before = self.letter.chosen() if self.letter.values else None
        self.letter.blockSignals(True)
        self.letter.clear()
        self.letter.values = tuple(some)
        titles = {kind: t(title) for kind, title in letters.TITLES.items()}
        self.letter.addItems([f"{name}: {titles[kind]}" if name else titles[kind] for kind, name in some])
        self.letter.setCurrentIndex(self.letter.values.index(before) if before in self.letter.values else 0)
        self.letter.blockSignals(False)

    def _list_anew(self) -> None:
        self._list()
        self._take()

    def _take(self) -> None:
        """Offer the languages of the letter in front, and whom it is for."""
        from missionplanner.services.paper import letters

        kind, name = self._chosen()
        languages = [one.language for one in self._there if (one.kind, one.name) == (kind, name)]
        before = self.language.chosen() if self.language.values else None
        self.language.blockSignals(True)
        self.language.clear()
        self.language.values = (None, *languages)
        self.language.addItems([self._ctx.t("Each in their own"), *map(language_name, languages)])
        self.language.setCurrentIndex(self.language.values.index(before) if before in self.language.values else 0)
        self.language.blockSignals(False)
        self.people.show_lines([(one.id, one.name) for one in letters.recipients(self._plan, kind)])

    def _follow(self) -> None:
        self._done.setEnabled(bool(self.people.chosen()))
        self.later.start()

    def look(self) -> None:
        """Look beside the window what the letters would lack."""
        workspace, code, request = self._ctx.workspace, self._plan.mission.code, self.request()
        if workspace is None or not request.for_whom:
            self.forget()
            self._tell(None)
            return

        def work(progress: Progress) -> LetterReport:
            from missionplanner.services.paper import letters

            return letters.foreseen(workspace, code, request, progress)

        self.foresee(self.request, work, self._tell)

    def refuse(self, error: BaseException) -> None:
        """Say why no letter can be made of this template."""
        self._wrong.setText(self._ctx.t.say(error) if isinstance(error, MissionPlannerError) else "")
        self._wrong.setVisible(bool(self._wrong.text()))

    def _tell(self, report: LetterReport | None) -> None:
        t, self.report = self._ctx.t, report
        unknown = unknown_words(t, report) if report is not None else ""
        self._wrong.setText(unknown)
        self._wrong.setVisible(bool(unknown))
        lacking = dict(report.lacking) if report is not None else {}
        self.people.tell({name: lacks(t, some) for name, some in lacking.items()})
        count = report.count if report is not None else 0
        parts = (
            t.plural("{count} letter", "{count} letters", count) if count else t("Tick for whom to write."),
            t.plural("{count} lacks something: a line is left to fill in", "{count} lack something: "
                     "a line is left to fill in", len(lacking)) if lacking else "",
        )  # fmt: skip
        self.summary.setText(self._ctx.wording.listed(parts))

    def _show_templates(self) -> None:
        dialog = self._templates(self)
        dialog.finished.connect(lambda _result: self._list_anew())
        dialog.open()

    def finish(self) -> None:
        request = self.request()
        self.accept()
        self._write(request)

    def _build(self) -> None:
        t = self._ctx.t
        body = QHBoxLayout()
        body.setSpacing(20)
        left = QVBoxLayout()
        left.setSpacing(10)
        for name, words, control in (
            ("letter_kind", t("Letter"), self.letter),
            ("letter_language", t("Language"), self.language),
            ("letter_day", t("Date of the letter"), self.day),
            ("letter_sender", t("Signed by"), self.signer),
            ("letter_form", t("Written as"), self.form),
        ):
            field = Field(name, words, control)
            field.setFixedWidth(roomy(LEFT))
            left.addWidget(field)
        show = button(t("Letter templates…"), "letter_templates_show")
        show.clicked.connect(self._show_templates)
        left.addWidget(show)
        left.addStretch(1)
        body.addLayout(left)
        body.addWidget(self.people, 1)
        self.column.addLayout(body, 1)
        self.column.addWidget(self._wrong)
        self._done = self.add_foot(t("Choose a folder…"), "write")
        self._wrong.hide()


def senders(ctx: Context, plan: MissionPlan) -> Choice:
    """Return a list of who may sign: the mission's manager first, then everybody named in the delegation."""
    from missionplanner.services.paper import letters

    t, made = ctx.t, Choice(ctx.theme)
    manager = letters.signs(plan, None)
    first = t("Mission manager: {name}", name=manager.full_name) if manager is not None else t("Nobody")
    people = [one for delegate in plan.delegates if (one := plan.person(delegate.person_id)) is not None]
    others = sorted((one for one in people if one != manager and not one.unnamed), key=lambda one: one.full_name)
    ids: Sequence[UUID | None] = (None, *(one.id for one in others))
    made.addItems([first, *(one.full_name for one in others)])
    made.values = tuple(ids)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
