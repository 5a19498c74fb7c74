"""The survey: answers from a spreadsheet, stored once, and what they come to."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.results.survey import Role, head_row, kind_of
from missionplanner.domain.vocabulary import QuestionKind
from missionplanner.services import history
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import survey
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f

HEAD = "Informazioni cronologiche;Indirizzo email;Azienda;Come valuti la missione?;Torneresti?;Cosa migliorare?"
ROWS = (
    "2025-05-10;ada@example.org;ACME;5 - ottimo;Sì;Meno trasferimenti",
    "2025-05-10;;IKOR;3;No;",
    "2025-05-11;;;3;Sì;Più tempo ai B2B",
    "2025-05-11;stranger@example.org;;4;Sì;",
)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def answers(ws: Workspace, *rows: str) -> survey.Answers:
    return survey.read(ws, f.MISSION, "\n".join((HEAD, *rows)).encode(), "risposte.csv")


def test_answers_are_read_stored_once_and_summarised(known: Workspace) -> None:
    found = answers(known, *ROWS)
    assert [one.role for one in found.columns] == [Role.ASIDE, Role.EMAIL, Role.ORGANISATION, *[Role.QUESTION] * 3]
    assert [one.kind for one in found.columns[3:]] == [QuestionKind.SCORE, QuestionKind.CHOICE, QuestionKind.TEXT]
    stored = survey.store(known, f.MISSION, found)
    assert (stored.people, stored.known, stored.strangers) == (4, 0, ("stranger@example.org",))
    score, choice, words = survey.summaries(known, f.MISSION)
    # 5, 3, 3 and 4: 15 over 4.
    assert (score.answers, score.mean) == (4, Fraction(15, 4))
    assert score.distribution == (("1", 0), ("2", 0), ("3", 2), ("4", 1), ("5", 1))
    assert choice.distribution == (("Sì", 3), ("No", 1))
    assert words.texts == ("Meno trasferimenti", "Più tempo ai B2B")
    signed = {one.person_id for one in a.record(known).survey_answers}
    assert signed == {a.ADA, None}
    again = survey.store(known, f.MISSION, answers(known, *ROWS))
    assert (again.people, again.known, again.receipt.changeset) == (0, 4, None)
    history.undo(known)
    assert (a.record(known).survey_questions, a.record(known).survey_answers) == ((), ())


def test_who_answers_again_changes_their_answer_and_unsigned_ones_add_up(known: Workspace) -> None:
    survey.store(known, f.MISSION, answers(known, *ROWS))
    more = answers(known, ROWS[0].replace("5 - ottimo", "2"), ROWS[1], ROWS[1])
    stored = survey.store(known, f.MISSION, more)
    assert (stored.people, stored.known) == (2, 1), "the same twice in a file is two people"
    score, *_ = survey.summaries(known, f.MISSION)
    assert (score.answers, score.mean) == (5, Fraction(2 + 3 + 3 + 4 + 3, 5))


def test_questions_are_kept_like_any_list(known: Workspace) -> None:
    one = survey.create_from(
        known, {"text": Said("it", "Come valuti la missione?")}, mission_id=f.MISSION
    ).first_added
    stored = survey.store(known, f.MISSION, answers(known, *ROWS))
    assert stored.people == 4
    page = survey.page(known, f.MISSION)
    assert (page.total, page.rows[0].id) == (3, one), "the question that was there is not asked twice"
    told = a.cells(page, survey.FIELDS, one)
    assert (told["kind"], told["answers"], told["mean"]) == (QuestionKind.SCORE, 4, Fraction(15, 4))
    survey.delete(known, [one])
    assert len(a.record(known).survey_answers) == 6


@pytest.mark.parametrize("data", [b"", b"\n", b"one\n", b"Nome;Email\nAda;ada@example.org\n"])
def test_a_file_without_answers_is_refused(known: Workspace, data: bytes) -> None:
    with pytest.raises(Invalid):
        survey.read(known, f.MISSION, data, "x.csv")


def test_how_a_question_is_answered_is_told_by_its_answers() -> None:
    shuffled = ["1", "5", "4/5", "3 – così così"]
    random.Random(1).shuffle(shuffled)
    assert kind_of(shuffled) is QuestionKind.SCORE
    assert kind_of(["6", "7"]) is QuestionKind.TEXT
    assert kind_of(["A; B", "A", "B", "A; B"]) is QuestionKind.CHOICE
    assert kind_of([]) is QuestionKind.TEXT
    assert head_row([("", None, ""), ("Q1", "Q2", ""), (1, 2, 3)]) == 1
