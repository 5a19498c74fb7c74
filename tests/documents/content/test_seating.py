"""Who sits where: numbers given and missing, who comes and has no seat, how tables are called."""

from __future__ import annotations

from typing import Any

from missionplanner.documents.content.seating import placed, seated_name, tables_of
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import Rsvp
from tests.factories import MISSION, delegate, item, plan, uid

DINNER = item("20:00", title="Dinner", kind="meal")
NAMES = ("Zoe Bianchi", "Anna Neri", "Bo Li", "Cy Ode")


def seated(*seats: tuple[str, int | None], table: dict[str, Any] | None = None, more: Any = ()) -> MissionPlan:
    own = r.SeatingTable(id=uid("table"), mission_id=MISSION, item_id=DINNER.id, **(table or {}))
    taken = [
        r.Seat(mission_id=MISSION, table_id=own.id, person_id=uid(f"person:{name}"), number=number, position=at)
        for at, (name, number) in enumerate(seats)
    ]
    return plan(*(delegate(name) for name in NAMES), DINNER, own, *taken, *more)


def numbers(the_plan: MissionPlan) -> list[tuple[int, str]]:
    (table,) = tables_of(Voice(the_plan, "en"), DINNER.record)
    return [(place.number, place.person.full_name) for place in table.places]


def test_a_seat_without_a_number_is_the_next_free_one() -> None:
    found = numbers(seated(("Anna Neri", None), ("Bo Li", 1), ("Cy Ode", None)))
    assert found == [(1, "Bo Li"), (2, "Anna Neri"), (3, "Cy Ode")]


def test_two_on_one_seat_and_a_number_typed_wrong_get_seats_of_their_own() -> None:
    found = numbers(seated(("Anna Neri", 2), ("Bo Li", 2), ("Cy Ode", 5000), ("Zoe Bianchi", -1)))
    assert found == [(1, "Bo Li"), (2, "Anna Neri"), (3, "Cy Ode"), (4, "Zoe Bianchi")]


def test_a_table_has_the_seats_it_says_and_at_least_those_taken() -> None:
    voices = [Voice(seated(("Anna Neri", 3), table={"seats": seats}), "en") for seats in (None, 8, 100_000)]
    assert [tables_of(voice, DINNER.record)[0].seats for voice in voices] == [3, 8, 60]


def test_a_bare_number_is_called_a_table() -> None:
    voices = [Voice(seated(table={"name": name}), "en") for name in (None, "7", "Presidency")]
    assert [tables_of(voice, DINNER.record)[0].name for voice in voices] == ["Table 1", "Table 7", "Presidency"]


def test_those_without_a_seat_come_last_by_family_name_and_who_declined_does_not_come() -> None:
    declined = r.ItemPerson(
        mission_id=MISSION, item_id=DINNER.id, person_id=uid("person:Cy Ode"), rsvp=Rsvp.DECLINED
    )
    voice = Voice(seated(("Bo Li", 1), more=[declined]), "en")
    places = placed(voice, DINNER.record)
    assert [(place.person.full_name, seated_name(voice, place)) for place in places] == [
        ("Bo Li", "Table 1 · Seat 1"),
        ("Zoe Bianchi", ""),
        ("Anna Neri", ""),
    ]
