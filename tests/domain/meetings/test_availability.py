"""Who can come when: typed, by half day, and person by person from agenda, legs and other sessions, in UTC."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability, Because, availability
from missionplanner.domain.meetings.session import sessions
from missionplanner.domain.vocabulary import HalfDay, ItemKind, ItemStatus
from tests import factories as f
from tests.meetings import b2b, meets, party

MECH = f.uid("organisation:MECH")
ANNA = f.delegate("Anna Neri")
BEN = f.delegate("Ben Blu")


def seen(*things: Any, people: tuple[str, ...] = ("Anna Neri",), **fields: Any) -> Availability:
    """Return who can come to a session at 11:00, 11:35 and 12:10 in Madrid for which MECH sends these people."""
    plan = f.plan(f.organisation("MECH"), ANNA, BEN, *b2b(), *party("MECH", *people, **fields), *things)
    return availability(plan, sessions(plan)[0])


def told(free: Availability) -> list[str | None]:
    reasons = [free.why_not(MECH, slot) for slot in range(3)]
    return [str(one) if one is not None else None for one in reasons]


def test_what_is_typed_counts_and_can_be_taken_back() -> None:
    free = seen(unavailable=(1,))
    assert told(free) == [None, "MECH is marked as not available.", None]
    assert free.free_slots(MECH) == (0, 2)


def test_one_of_its_people_is_enough() -> None:
    visit = f.item("11:00", "12:00", "Visit AIC", people=["Anna Neri"])
    assert told(seen(visit)) == ["Anna Neri is at “Visit AIC”."] * 2 + [None]
    assert told(seen(visit, people=("Anna Neri", "Ben Blu"))) == [None] * 3
    other = f.item("11:10", "11:20", "Press", people=["Ben Blu"])
    nobody = "Nobody of MECH is free: Anna Neri (Visit AIC), Ben Blu (Press)."
    assert told(seen(visit, other, people=("Anna Neri", "Ben Blu"))) == [nobody, None, None]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": ItemKind.FREE_TIME},
        {"status": ItemStatus.CANCELLED},
        {"kind": ItemKind.B2B},
        {"zone": "Europe/Lisbon"},  # an hour later in Madrid: over when the meetings begin
    ],
)
def test_what_binds_nobody_then_keeps_nobody(fields: dict[str, Any]) -> None:
    times = ("13:00", "13:20") if "zone" in fields else ("11:00", "12:35")
    assert told(seen(f.item(*times, "Lunch", **fields))) == [None] * 3
    assert told(seen(f.item("10:00", "10:30", "Talk", zone="Europe/Lisbon")))[0] == "Anna Neri is at “Talk”."


def test_the_frame_of_the_meetings_is_no_clash_and_that_of_another_session_only_its_meetings() -> None:
    whole = f.item("10:00", "13:00", "B2B", kind=ItemKind.B2B)
    plan = f.plan(whole, f.organisation("MECH"), ANNA, *b2b(item_id=whole.id), *party("MECH", "Anna Neri"))
    assert availability(plan, sessions(plan)[0]).away[MECH] == {}
    other = (*b2b("two", position=1, hours=(("11:40", "11:50"),)), *party("GAIA", "Anna Neri", session="two"))
    there = (f.organisation("GAIA"), f.organisation("AFM"), *party("AFM", session="two"), *other)
    assert told(seen(*there, meets("GAIA", "AFM", session="two")))[1] == "Anna Neri meets AFM in another session."


def test_nobody_meets_on_the_way_or_before_they_arrive() -> None:
    flight = f.leg("06:40", "11:20", "LH283", origin="BLQ", destination="BIO", passengers=["Anna Neri"])
    assert told(seen(flight)) == ["Anna Neri is travelling: LH283  BLQ → BIO.", None, None]
    late = f.leg("09:00", "11:50", "LH9", passengers=["Anna Neri"], origin="MUC", destination="BIO")
    plan = f.plan(
        f.delegate("Anna Neri", arrival="LH9"), late, f.organisation("MECH"), *b2b(), *party("MECH", "Anna Neri")
    )
    free = availability(plan, sessions(plan)[0])
    assert [free.is_free(MECH, slot) for slot in range(3)] == [False, False, True]


def test_half_days_part_at_the_long_pause_else_where_most_slots_are() -> None:
    def away(half: HalfDay, *hours: tuple[str, str]) -> list[int]:
        first, *seats = party("MECH")
        assert isinstance(first, r.Participant)
        plan = f.plan(f.organisation("MECH"), *b2b(hours=hours), replace(first, session=half), *seats)
        found = availability(plan, sessions(plan)[0])
        assert {one.because for one in found.away[MECH].values()} <= {Because.HALF_DAY}
        return sorted(found.away[MECH])

    split = (("11:00", "11:25"), ("12:00", "12:40"), ("14:00", "14:30"), ("15:00", "15:30"))
    assert away(HalfDay.MORNING, *split) == [2, 3]
    assert away(HalfDay.AFTERNOON, ("13:10", "13:30"), ("13:35", "13:55"), ("14:00", "14:30")) == []
    assert away(HalfDay.AFTERNOON, ("11:00", "11:45"), ("12:10", "12:55"), ("13:20", "13:45")) == [0, 1, 2]


def test_a_host_of_whom_nobody_is_known_is_free() -> None:
    plan = f.plan(f.organisation("AFM"), *b2b(), *party("AFM"))
    assert availability(plan, sessions(plan)[0]).free_slots(f.uid("organisation:AFM")) == (0, 1, 2)


def test_interpreters_are_where_they_are() -> None:
    own: dict[str, Any] = {"mission_id": f.MISSION, "matchmaking_id": f.uid("b2b")}
    ben = r.SessionInterpreter(person_id=f.uid("person:Ben Blu"), unavailable=(2,), **own)
    free = seen(f.item("11:00", "11:20", "Visit", people=["Ben Blu"]), ben)
    reasons = [str(free.why_silent(f.uid("person:Ben Blu"), slot)) for slot in range(3)]
    assert reasons == ["Ben Blu is at “Visit”.", "None", "Ben Blu is marked as not available."]
