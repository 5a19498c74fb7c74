"""Show what people thought of the mission: questions with their means, answers beside them; import answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.naming import QUESTION_KINDS
from missionplanner.domain.results.survey import Role, Summary, summaries
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.question import Question
from missionplanner.gui.jobs import while_there
from missionplanner.gui.results.bars import Bar, Bars
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.sources import of_survey
from missionplanner.gui.tables.section import Titled
from missionplanner.gui.tables.spec import Column, Kind, Part, TableSpec, Words
from missionplanner.gui.widgets.basics import label
from missionplanner.gui.widgets.picture_source import bytes_of
from missionplanner.services.results import survey

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from missionplanner.services.results.survey import Answers, Stored

LARGEST_SHEET = 32 * 1024 * 1024
"""Bytes of a spreadsheet of answers at most."""
_TEXTS, _NAMES = 40, 6
"""Answers in words, and names, that are told; more are counted."""


def _parts(ctx: Context) -> list[Part]:
    return [AnswersPart(ctx)]


SPEC = TableSpec(
    name="survey",
    table="survey_question",
    icon="star",
    words=Words(
        title=N_("Survey"),
        counted=lambda t, count: t.plural("{count} question", "{count} questions", count),
        none=N_("No question yet"),
        hint=N_(
            "Import the answers of a form: the first row holds the questions, each other one person’s answers."
        ),
        add=N_("Add question"),
        gone=lambda t, count: t.plural("{count} question deleted.", "{count} questions deleted.", count),
    ),
    columns=(
        Column(key="text", title=N_("Question"), spoken=True, width=420, required=True, also=("text", "domanda")),
        Column(key="kind", title=N_("Kind"), kind=Kind.CHOICE, words=QUESTION_KINDS, width=190, also=("tipo",)),
        Column(key="answers", title=N_("Answers"), kind=Kind.NUMBER, width=96, editable=False, asked=False),
        Column(key="mean", title=N_("Mean"), kind=Kind.FIGURE, width=84, editable=False, asked=False),
    ),
    source=of_survey,
    related=frozenset({"survey_question", "survey_answer"}),
    named=("text",),
    facts=("answers", "mean"),
    parts=_parts,
)


class AnswersPart(Titled):
    """Show how one question was answered: how often each score or choice, or the words."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("survey_answers", ctx.t("Answers"))
        self._ctx = ctx
        self._id: UUID | None = None
        ctx.mission.recorded.connect(self._follow)

    def show_row(self, identity: UUID | None) -> None:
        """Show the answers to a question."""
        self._id = identity
        if self._ctx.mission.ask_record():
            self._follow()

    def _follow(self) -> None:
        record = self._ctx.mission.record
        found = summaries(record) if record is not None else ()
        one = next((some for some in found if some.question.id == self._id), None)
        self.fill(self._said(one) if one is not None else [])

    def _said(self, one: Summary) -> list[QWidget]:
        t = self._ctx.t
        if not one.answers:
            return [label(t("Nobody answered yet."), "small", tone="quiet", wrap=True)]
        if one.distribution:
            made = Bars("survey_bars", t("Answers"), self._ctx.theme)
            made.show_bars([Bar(name, count, str(count)) for name, count in one.distribution])
            return [made]
        shown: list[QWidget] = [label(f"“{text}”", "body", wrap=True) for text in one.texts[:_TEXTS]]
        more = len(one.texts) - _TEXTS
        if more > 0:
            words = t.plural("{count} more answer", "{count} more answers", more)
            shown.append(label(words, "small", tone="quiet"))
        return shown


class SurveyView(MissionList):
    """Be the list of questions."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**super().deeds(), "import_answers": self.import_answers}

    def import_answers(self) -> None:
        """Ask for a spreadsheet of answers, and tell what it holds before anything is stored."""
        t, workspace, plan = self.ctx.t, self.ctx.workspace, self.ctx.mission.plan
        kinds = t("Spreadsheets ({endings})", endings="*.xlsx *.csv *.tsv *.ods")
        path = self.ctx.files.open_file(self.window(), t("Import answers"), kinds)
        if path is None or workspace is None or plan is None:
            return
        mission = plan.mission.id

        def work(progress: Progress) -> object:
            return survey.read(workspace, mission, bytes_of(path, LARGEST_SHEET), path.name, progress)

        job = self.ctx.jobs.read(work, t("Reading the answers"), of=self)
        job.done.connect(self._ask)
        job.failed.connect(self.ctx.tell_failure)

    def _ask(self, found: Answers) -> None:
        t = self.ctx.t
        asked = [one for one in found.columns if one.role is Role.QUESTION]
        new = sum(one.question_id is None for one in asked)
        signed = any(one.role in (Role.NAME, Role.EMAIL) for one in found.columns)
        people = t.plural("{count} person answered", "{count} people answered", len(found.rows))
        questions = t.plural("{count} question", "{count} questions", len(asked))
        lines = [
            f"{people}, {questions}.",
            t.plural("{count} question is new.", "{count} questions are new.", new) if new else "",
            t("Who signed is found by e-mail or name.") if signed else t("Nobody signed."),
        ]
        told = "\n".join(filter(None, lines))
        Question(
            self.window(), t("Import answers"), told, t("Import"), t("Cancel"), lambda: self._store(found)
        ).open()

    def _store(self, found: Answers) -> None:
        plan, workspace, t = self.ctx.mission.plan, self.ctx.workspace, self.ctx.t
        if plan is None or workspace is None:
            return
        mission = plan.mission.id

        def work(_progress: Progress) -> object:
            return survey.store(workspace, mission, found)

        job = self.ctx.jobs.write(work, t("Storing the answers"))
        job.done.connect(while_there(self, self._tell))
        job.failed.connect(self.ctx.tell_failure)

    def _tell(self, stored: Stored) -> None:
        t = self.ctx.t
        words = [
            t.plural("Answers of {count} person stored.", "Answers of {count} people stored.", stored.people),
            t.plural("{count} was there already.", "{count} were there already.", stored.known)
            if stored.known
            else "",
            t("Not known, so unsigned: {names}.", names=", ".join(stored.strangers[:_NAMES]))
            if stored.strangers
            else "",
        ]
        self.ctx.told_with_undo(" ".join(filter(None, words)))
