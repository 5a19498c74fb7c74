"""Make sense of a survey: what the columns of its answers are, what people said, in figures and in words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures.results import MOST, scores_of
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.outcomes import words
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import QuestionKind

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | None
CHOICES = 8
"""How many different short answers a question has at most that lets people choose."""
LONGEST_CHOICE = 60
_SCORE = re.compile(r"([1-5])(?:\s*/\s*5)?(?:\s*[-–—:(].*)?", re.DOTALL)
_PARTS = re.compile(r"\s*;\s*")


class Role(StrEnum):
    """Say what a column of answers holds."""

    QUESTION = "question"
    NAME = "name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    ASIDE = "aside"
    """What nobody needs: when it was sent, from where."""


_HEADS: Mapping[Role, frozenset[str]] = {
    Role.ASIDE: frozenset(
        {"timestamp", "informazioni cronologiche", "id", "start time", "completion time", "ora di inizio", "data"}
        | {"ora di completamento", "last modified time", "ora dell'ultima modifica", "ip address", "indirizzo ip"}
        | {
            "horodateur",
            "zeitstempel",
            "marca temporal",
            "tijdstempel",
            "carimbo de data/hora",
            "date",
            "language",
        }
    ),
    Role.EMAIL: frozenset(
        {"email", "e-mail", "email address", "indirizzo email", "posta elettronica", "e-mail address", "mail"}
        | {"adresse e-mail", "e-mail-adresse", "correo electronico", "e-mailadres", "endereco de email"}
        | {"nome utente", "username", "indirizzo e-mail"}
    ),
    Role.NAME: frozenset(
        {"name", "nome", "nome e cognome", "cognome e nome", "full name", "your name", "il tuo nome", "nom"}
        | {"nombre", "naam", "vor- und nachname", "nome completo", "participant", "partecipante"}
    ),
    Role.ORGANISATION: frozenset(
        {"organisation", "organization", "organizzazione", "company", "azienda", "ente", "impresa", "cluster"}
        | {"organizacion", "empresa", "entreprise", "firma", "unternehmen", "organisatie", "organizacao"}
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """Be a column of answers: its head, what it holds, how a question is answered, which one it is if known."""

    number: int
    head: str
    role: Role
    kind: QuestionKind = QuestionKind.TEXT
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Be what people said to a question.

    ``mean`` and the counts of ``distribution`` are of scores, from 1 to 5, or of choices, the most frequent
    first; ``texts`` are free answers as they were given.
    """

    question: r.SurveyQuestion
    answers: int
    mean: Fraction | None = None
    distribution: tuple[tuple[str, int], ...] = ()
    texts: tuple[str, ...] = ()


def summaries(record: MissionRecord) -> tuple[Summary, ...]:
    """Return what people said to each question, in order."""
    return tuple(_summary(record, one) for one in record.survey_questions)


def _summary(record: MissionRecord, question: r.SurveyQuestion) -> Summary:
    said = tuple(one.value for one in record.answers_to(question) if one.value)
    if question.kind is QuestionKind.SCORE:
        scores = scores_of(record, question)
        counted = tuple((str(one), scores.count(one)) for one in range(1, MOST + 1))
        return Summary(question, len(scores), Fraction(sum(scores), len(scores)) if scores else None, counted)
    if question.kind is QuestionKind.CHOICE:
        chosen = Counter(part for one in said for part in _PARTS.split(one) if part)
        order = sorted(chosen.items(), key=lambda pair: (-pair[1], folded(pair[0])))
        return Summary(question, len(said), None, tuple(order))
    return Summary(question, len(said), texts=said)


# -- a table of answers ----------------------------------------------------------------------------------


def head_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the row that heads a table of answers: the first that is mostly filled, with texts."""
    for number, row in enumerate(rows[:15]):
        filled = [cell for cell in row if cell not in (None, "")]
        if filled and 2 * len(filled) >= len(row) and all(isinstance(cell, str) for cell in filled):
            return number
    return None


def columns_of(
    heads: Sequence[Cell], rows: Sequence[Sequence[Cell]], questions: Iterable[r.SurveyQuestion]
) -> tuple[Column, ...]:
    """Return what each column with a head holds: who answered, what nobody needs, or answers to a question."""
    known = {text: one for one in questions for text in words(one.text)}
    found: list[Column] = []
    for number, cell in enumerate(heads):
        head = " ".join(str(cell if cell is not None else "").split())
        if not head:
            continue
        values = [text for row in rows if number < len(row) if (text := as_text(row[number]))]
        same = known.get(head.casefold())
        role = Role.QUESTION if same is not None else _role(head)
        kind = same.kind if same is not None and same.kind is not None else kind_of(values)
        found.append(Column(number, head, role, kind, same.id if same is not None else None))
    return tuple(found)


def _role(head: str) -> Role:
    bare = folded(head).rstrip(" :*?")
    return next((role for role, heads in _HEADS.items() if bare in heads), Role.QUESTION)


def kind_of(values: Sequence[str]) -> QuestionKind:
    """Return how a question was answered, by its answers: scores from 1 to 5, choices, or words."""
    if not values:
        return QuestionKind.TEXT
    if all(_SCORE.fullmatch(one) for one in values):
        return QuestionKind.SCORE
    parts = [part for one in values for part in _PARTS.split(one) if part]
    different = len({folded(one) for one in parts})
    short = all(len(one) <= LONGEST_CHOICE for one in parts)
    return QuestionKind.CHOICE if short and different <= min(CHOICES, len(values) // 2) else QuestionKind.TEXT


def as_text(cell: Cell) -> str:
    """Return a cell as an answer is kept: 4.0 is "4", a day is ISO."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell).strip()


def answer(column: Column, cell: Cell) -> str:
    """Return the answer in a cell: of a score its digit, whatever stands behind it."""
    text = as_text(cell)
    match = _SCORE.fullmatch(text) if column.kind is QuestionKind.SCORE else None
    return match[1] if match is not None else text


def person_of(plan: MissionPlan, name: str, email: str) -> UUID | None:
    """Return who of the mission signed an answer: by e-mail, else by name in either order; None where not one."""
    named = [one for one in plan.people if not one.unnamed]
    mail = email.strip().casefold()
    found = [one.id for one in named if mail and (one.email or "").strip().casefold() == mail]
    wanted = frozenset(folded(name).replace(",", " ").split())
    if not found and wanted:
        found = [one.id for one in named if frozenset(folded(one.full_name).split()) == wanted]
    return found[0] if len(found) == 1 else None
