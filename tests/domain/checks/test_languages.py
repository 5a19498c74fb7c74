from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, check
from missionplanner.domain.vocabulary import ItemRole
from tests.factories import Made, delegate, item, person, plan


def speaking(name: str, *languages: str) -> r.Person:
    return person(name, languages=languages)


def interpreted(made: Made) -> Made:
    """Make those who play a role in an item its interpreters."""
    parts = [
        replace(one, role=ItemRole.INTERPRETER) if isinstance(one, r.ItemPerson) else one for one in made.parts
    ]
    return replace(made, parts=tuple(parts))


def found(rule: str, *things: Made | r.Record) -> tuple[Finding, ...]:
    return check(plan(delegate("Anna Neri"), delegate("Li Wei"), *things), only=[rule])


ANNA, LI, VOICE = speaking("Anna Neri", "it", "en"), speaking("Li Wei", "zh", "pt-BR"), speaking("Vo", "it", "es")
TALK = item("10:00", "11:00", "talk", language="es")


def test_a_language_they_do_not_know() -> None:
    (one,) = found("interpreter_missing", ANNA, LI, TALK)
    assert str(one.message) == (
        "The whole delegation: “talk” (10:00–11:00) on 2025-05-05 is in a language they do not know (es), "
        "without an interpreter."
    ) or str(one.message).startswith("Anna Neri, Li Wei: “talk”")
    assert len(one.people) == 2


@pytest.mark.parametrize("language", ["en", "pt", "pt-PT", "zh"])
def test_only_those_are_told_of_who_do_not_know_it(language: str) -> None:
    (one,) = found("interpreter_missing", ANNA, LI, item("10:00", "11:00", "talk", language=language))
    assert len(one.people) == 1


def test_nothing_is_guessed() -> None:
    assert found("interpreter_missing", TALK) == ()
    assert found("interpreter_missing", ANNA, LI, item("10:00", "11:00", "talk")) == ()
    assert found("interpreter_missing", ANNA, LI, item("10:00", "11:00", "talk", language="es", kind="meal")) == ()


def test_an_interpreter_helps_whose_language_they_share() -> None:
    talk = interpreted(item("10:00", "11:00", "talk", language="es", roles=["Vo"]))
    (one,) = found("interpreter_missing", ANNA, LI, VOICE, talk)
    assert "its interpreters do not bring to them" in str(one.message)
    assert one.people == (LI.id,)
    assert found("interpreter_missing", ANNA, LI, talk) == ()


def turns(*times: tuple[str, str], voices: tuple[str, ...] = ("Vo",)) -> list[Made]:
    return [interpreted(item(start, end, f"t{start}", roles=voices)) for start, end in times]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (turns(("09:00", "10:00"), ("10:00", "10:30")), 0),
        (turns(("09:00", "10:00"), ("10:00", "10:31")), 1),
        (turns(("09:00", "10:00"), ("10:10", "11:00")), 0),
        (turns(("09:00", "12:00")), 0),
        (turns(("09:00", "12:01")), 1),
        (turns(("09:00", "10:00"), ("10:00", "11:00"), voices=("Vo", "Xa")), 0),
        (turns(("08:00", "11:00"), ("12:00", "15:01")), 1),
    ],
)
def test_interpreter_overload(rows: list[Made], expected: int) -> None:
    assert len(found("interpreter_overload", *rows)) == expected


def test_an_interpreter_in_two_places_is_told_once() -> None:
    rows = [interpreted(item("09:00", "10:00", name, people=[], roles=["Vo"])) for name in "ab"]
    seen = check(plan(delegate("Anna Neri"), *rows))
    assert [one.rule for one in seen] == ["interpreter_double_booked"]
