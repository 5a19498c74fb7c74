"""The interpreters' list: where each is needed when, between which languages, and the breaks."""

from __future__ import annotations

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from tests.factories import MISSION, organisation, person, plan, uid
from tests.meetings import b2b, meets, party
from tests.sheets import printed, rows, sheets

NADIA = uid("person:Nadia Amrani")
HOURS = (("11:00", "11:25"), ("11:30", "11:55"), ("12:00", "12:25"), ("12:30", "12:55"))


def mission(*more: object) -> MissionPlan:
    return plan(
        *(organisation(name) for name in ("MECH", "AFM")),
        person("Anna Neri", languages=("it",)),
        person("Jon Iturbe", languages=("es-ES", "eu")),
        person("Nadia Amrani", languages=("it", "es", "en"), mobile="+34 CANARY"),
        *b2b(hours=HOURS),
        *party("MECH", "Anna Neri"),
        *party("AFM", "Jon Iturbe"),
        r.SessionInterpreter(
            mission_id=MISSION, matchmaking_id=uid("b2b"), person_id=NADIA, languages=("it", "es")
        ),
        *more,  # type: ignore[arg-type]
    )


def held(slot: int, table: str | None = "1") -> r.Meeting:
    return meets("MECH", "AFM", slot, table, interpreter_id=NADIA)


def test_a_list_tells_tables_languages_and_breaks() -> None:
    content = sheets(mission(held(0), held(1, None), held(3, "2")), "interpreters", subject_id=NADIA)
    both = "MECH – AFM | Anna Neri, Jon Iturbe"
    assert rows(content) == [
        ("11:00–11:25", "1", both, "Italian ↔ Spanish"),
        ("11:30–11:55", "to be confirmed", both, "Italian ↔ Spanish"),
        ("11:55–12:30", "", "Break, 35 min", ""),
        ("12:30–12:55", "2", both, "Italian ↔ Spanish"),
    ]
    (chapter,) = content.chapters
    assert [(one.label, one.value) for one in chapter.facts] == [
        ("Languages", "Italian and Spanish"),
        ("Interprets for", "1 h 15 min"),
        ("From – to", "11:00–12:55"),
    ]
    assert printed(mission(held(0)), "interpreters").pages == 1


def test_who_is_at_hand_without_a_meeting_is_listed_and_who_is_called_without_being_at_hand_too() -> None:
    made = mission(person("Amaia Lasa"), meets("MECH", "AFM", 0, interpreter_id=uid("person:Amaia Lasa")))
    content = sheets(made, "interpreters")
    assert [(one.title, one.count) for one in content.chapters] == [
        ("Nadia Amrani", "0 meetings"),
        ("Amaia Lasa", "1 meeting"),
    ]
    assert rows(content, 1) == [("11:00–11:25", "1", "MECH – AFM | Anna Neri, Jon Iturbe")]


def test_nobody_there_is_a_sentence() -> None:
    assert sheets(plan(), "interpreters").nothing == "No interpreter for B2B meetings yet."
