"""Keep the survey of a mission: its questions, the answers from a spreadsheet, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.records import Mission, SurveyAnswer, SurveyQuestion
from missionplanner.domain.results import survey
from missionplanner.domain.results.survey import Cell, Column, Role, Summary
from missionplanner.domain.text import MAX_TEXT, clean
from missionplanner.domain.texts import UNDETERMINED, Texts
from missionplanner.domain.vocabulary import QuestionKind
from missionplanner.exchange import bounded
from missionplanner.services.entries import Entries
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("text", "kind", "answers", "mean")
"""What a row of questions holds, in this order; ``mean`` is a Fraction, of scores only."""
_READ = "missionplanner.exchange.tables.reading.read"


@dataclass(frozen=True, slots=True)
class Answers:
    """Be the answers of a file before they are stored: what its columns hold, and its rows. To be looked at."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """Be what came of storing answers: of how many people, how many of these were there, who is not known."""

    receipt: Receipt
    people: int
    known: int = 0
    strangers: tuple[str, ...] = ()


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the questions of a mission's survey, in their order, with how they were answered."""
    found = summaries(ws, mission_id)
    rows = [
        Row(one.question.id, (one.question.text, one.question.kind, one.answers, one.mean))
        for one in found
        if ids is None or one.question.id in ids
    ]
    return Page(rows[:limit], len(found))


def summaries(ws: Workspace, mission_id: UUID) -> tuple[Summary, ...]:
    """Return what people said to each question: mean and distribution, or their words. Raises NotFound."""
    return survey.summaries(chronicle.read(ws, mission_id).record)


# -- questions -------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: SurveyQuestion | None, after: SurveyQuestion) -> SurveyQuestion:
    if not after.text:
        raise Invalid(N_("Write what you want to ask."), field="text")
    if before is not None:
        return after
    there = edit.all(SurveyQuestion, mission_id=after.mission_id)
    last = max((one.position for one in there), default=-1)
    return replace(after, position=last + 1, kind=after.kind or QuestionKind.SCORE)


_ENTRIES = Entries(
    kind=SurveyQuestion,
    name=lambda one: one.text.best("") if one.text is not None else "",
    added=N_("Add the question “{name}”"),
    changed=N_("Change the question “{name}”"),
    changed_many=N_("Change {count} questions"),
    deleted=N_("Delete the question “{name}”"),
    deleted_many=N_("Delete {count} questions"),
    checked=_checked,
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Store a new question of what a form holds. Raises Invalid with the field."""
    return _ENTRIES.create_from(ws, values, mission_id=mission_id)


# -- answers from a file ---------------------------------------------------------------------------------


def read(ws: Workspace, mission_id: UUID, data: bytes, name: str, progress: Progress | None = None) -> Answers:
    """Read a spreadsheet of answers, one row a person, without storing anything; ``name`` is the file's.

    To be called off the window's thread. Raises Invalid for what is no table or has no row of questions, Damaged,
    Cancelled, NotFound.
    """
    book = bounded.run(_READ, data, name=name, progress=progress)
    questions = chronicle.read(ws, mission_id).record.survey_questions
    for sheet in book.shown:
        head = survey.head_row(sheet.rows)
        rows = (
            tuple(row for row in sheet.rows[head + 1 :] if any(map(survey.as_text, row)))
            if head is not None
            else ()
        )
        columns = survey.columns_of(sheet.rows[head], rows, questions) if head is not None else ()
        if rows and any(one.role is Role.QUESTION for one in columns):
            return Answers(columns, rows)
    raise Invalid(
        N_("No answers were found: the first row holds the questions, each other row one person’s answers.")
    )


def store(ws: Workspace, mission_id: UUID, answers: Answers) -> Stored:
    """Store the answers of a file as one step; questions that are new are added.

    Who signed is found by e-mail or name among the people of the mission, who is not known stays unsigned. New
    answers of somebody take the place of their old ones; unsigned answers that are all there already are not
    stored again. Raises NotFound, Invalid for an answer that is too long.
    """
    with ws.edit(N_("Import the answers of {count} people"), count=len(answers.rows)) as edit:
        book = chronicle.within(edit, mission_id)
        columns = [_asked(edit, book, one, number) for number, one in enumerate(_questions(answers))]
        writer = _Writer(edit, book, columns)
        for row in answers.rows:
            writer.take(row, answers.columns)
    return Stored(edit.receipt, writer.people, writer.known, tuple(dict.fromkeys(writer.strangers)))


def _questions(answers: Answers) -> list[Column]:
    return [one for one in answers.columns if one.role is Role.QUESTION]


def _asked(edit: Edit, book: Chronicle, column: Column, number: int) -> Column:
    """Return a column with its question, which is added where there is none."""
    if column.question_id is not None:
        return replace(column, question_id=edit.get(SurveyQuestion, column.question_id).id)
    first = max((one.position for one in book.record.survey_questions), default=-1) + 1
    text = Texts(((_language(book.plan.mission), clean(column.head, MAX_TEXT)),))
    mission_id = book.plan.mission.id
    new = SurveyQuestion(mission_id=mission_id, position=first + number, text=text, kind=column.kind)
    return replace(column, question_id=edit.add(new).id)


def _language(mission: Mission) -> str:
    return mission.languages[0] if len(mission.languages) == 1 else UNDETERMINED


_Said = tuple[tuple[UUID, str], ...]


class _Writer:
    """Store answers person by person; ``people`` counts those stored, ``known`` those that were there."""

    def __init__(self, edit: Edit, book: Chronicle, columns: Sequence[Column]) -> None:
        self._edit, self._book, self._columns = edit, book, columns
        self.people = self.known = 0
        self.strangers: list[str] = []
        there = book.record.survey_answers
        self._next = max((one.position for one in there), default=-1) + 1
        self._unsigned = Counter(_together(one for one in there if one.person_id is None))
        self._signed: dict[tuple[UUID | None, UUID], SurveyAnswer] = {
            (one.person_id, one.question_id): one for one in there if one.person_id is not None
        }
        self._organisations = {
            text.casefold(): one.id for one in book.plan.organisations for text in (one.name, one.short) if text
        }

    def take(self, row: Sequence[Cell], columns: Sequence[Column]) -> None:
        """Store what one row says."""
        said = tuple(
            (one.question_id, clean(text, MAX_TEXT))
            for one in self._columns
            if one.question_id is not None
            and one.number < len(row)
            and (text := survey.answer(one, row[one.number]))
        )
        if not said:
            return
        told = {one.role: survey.as_text(row[one.number]) for one in columns if one.number < len(row)}
        name, email = told.get(Role.NAME, ""), told.get(Role.EMAIL, "")
        person = survey.person_of(self._book.plan, name, email)
        if person is None and (name or email):
            self.strangers.append(name or email)
        organisation = self._organisations.get(told.get(Role.ORGANISATION, "").casefold())
        if person is None and self._unsigned[tuple(sorted(said))]:
            self._unsigned[tuple(sorted(said))] -= 1
            self.known += 1
            return
        self._store(said, person, organisation)

    def _store(self, said: _Said, person: UUID | None, organisation: UUID | None) -> None:
        mission_id = self._book.plan.mission.id
        changed = False
        for question, value in said:
            old = self._signed.get((person, question))
            if old is not None:
                changed |= old.value != value
                self._signed[person, question] = self._edit.save(replace(old, value=value))
                continue
            changed = True
            new = SurveyAnswer(
                mission_id=mission_id,
                question_id=question,
                person_id=person,
                organisation_id=organisation,
                value=value,
                position=self._next,
            )
            new = self._edit.add(new)
            if person is not None:
                self._signed[person, question] = new
        self._next += 1
        if changed:
            self.people += 1
        else:
            self.known += 1


def _together(some: Iterable[SurveyAnswer]) -> Iterable[_Said]:
    """Give the answers of each person who did not sign."""
    found: dict[int, list[tuple[UUID, str]]] = {}
    for one in some:
        if one.value:
            found.setdefault(one.position, []).append((one.question_id, one.value))
    return (tuple(sorted(each)) for each in found.values())
