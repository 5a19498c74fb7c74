"""Rules see B2B meetings as they see items: who sits at a table is busy then, and nobody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.checks import Checker, Knowledge, check
from missionplanner.domain.checks.meetings import held
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.session import sessions
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateStatus, MeetingState
from tests.factories import MISSION, delegate, item, leg, organisation, person, place, plan, uid
from tests.meetings import b2b, meets, party, wishes

FRAME = item("11:00", "12:35", "B2B", kind="b2b")
NADIA = uid("person:Nadia Amrani")


def mission(*more: Any, frame: Any = FRAME) -> MissionPlan:
    """Return a session in an item: Anna and Bo of MECH, Jon of AFM, Miren of HEGAN; Carla only watches."""
    return plan(
        frame,
        *(organisation(name) for name in ("MECH", "AFM", "HEGAN")),
        *(delegate(name, status=DelegateStatus.CONFIRMED) for name in ("Anna Neri", "Bo Li", "Carla Verdi")),
        *(person(name) for name in ("Jon Iturbe", "Miren Aranburu", "Nadia Amrani")),
        *b2b(item_id=uid("item:B2B")),
        *party("MECH", "Anna Neri", "Bo Li"),
        *party("AFM", "Jon Iturbe"),
        *party("HEGAN", "Miren Aranburu"),
        *more,
    )


def found(rule: str, *more: Any, **other: Any) -> list[str]:
    return [str(one.message) for one in check(mission(*more, **other), only=[rule])]


def test_an_item_that_frames_meetings_does_not_clash_by_itself() -> None:
    talk = item("11:00", "12:00", "Talk", people=["Carla Verdi"])
    assert found("double_booking", talk) != []
    assert found("double_booking", talk, meets("MECH", "AFM")) == []


def test_a_side_none_of_whose_people_is_free_is_in_two_places() -> None:
    one = item("11:10", "11:20", "Call", people=["Anna Neri"])
    assert found("double_booking", one, meets("MECH", "AFM")) == []
    assert found(
        "double_booking", one, item("11:00", "11:30", "Press", people=["Bo Li"]), meets("MECH", "AFM")
    ) == [
        "Bo Li is in two places on 2025-05-05 at 11:00: “MECH – AFM” (11:00–11:25) and “Press” (11:00–11:30).",
        "Anna Neri is in two places on 2025-05-05 at 11:10: “MECH – AFM” (11:00–11:25) and “Call” (11:10–11:20).",
    ]


def test_two_meetings_of_one_organisation_in_a_slot_clash_once() -> None:
    (told,) = check(mission(meets("MECH", "AFM"), meets("HEGAN", "MECH", 0, "2")), only=["double_booking"])
    assert "Anna Neri, Bo Li are in two places" in str(told.message)
    assert told.items == (uid("item:B2B"),)
    assert found("double_booking", meets("MECH", "AFM"), meets("HEGAN", "MECH", 1)) == []
    assert (
        found("double_booking", meets("MECH", "AFM"), meets("HEGAN", "MECH", 0, state=MeetingState.CANCELLED))
        == []
    )


def test_people_of_two_sessions_may_part_but_one_person_cannot() -> None:
    def at_once(name: str) -> list[str]:
        late = [*b2b("late"), *party(name, *SITTING[name], session="late"), *party("HEGAN", session="late")]
        return found("double_booking", *late, meets("MECH", "AFM"), meets(name, "HEGAN", session="late"))

    assert at_once("MECH") == []
    assert len(at_once("AFM")) == 1


SITTING = {"MECH": ("Anna Neri", "Bo Li"), "AFM": ("Jon Iturbe",)}


def test_an_interpreter_has_one_table_at_a_time() -> None:
    both = [meets("MECH", "AFM", interpreter_id=NADIA), meets("HEGAN", "AFM", 1, interpreter_id=NADIA)]
    assert found("interpreter_double_booked", *both) == []
    clash = [both[0], replace(both[1], slot=0, table="2", b_id=uid("organisation:GAIA"))]
    assert len(found("interpreter_double_booked", *clash)) == 1
    assert found("double_booking", *clash) == []
    busy = item("11:00", "11:30", "Plenary", people=["Carla Verdi"], roles=["Nadia Amrani"])
    assert len(found("interpreter_double_booked", busy, both[0])) == 1


def test_two_meetings_at_one_table_are_told() -> None:
    both = [meets("MECH", "AFM"), meets("HEGAN", "GAIA")]
    (told,) = found("place_double_booked", organisation("GAIA"), *both)
    assert told.startswith("Table 1 is taken twice on 2025-05-05 at 11:00: “")
    assert found("place_double_booked", both[0], replace(both[1], table="2")) == []


def test_a_table_in_a_room_for_one_event_takes_that_room() -> None:
    room = place("Room", exclusive=True)
    table = r.Table(mission_id=MISSION, matchmaking_id=uid("b2b"), name="9", place_id=room.id)
    talk = item("11:00", "11:30", "Talk", place_id=room.id, people=["Carla Verdi"])
    (told,) = found("place_double_booked", room, table, talk, meets("MECH", "AFM", 0, "9"))
    assert (
        told == "Room is taken twice on 2025-05-05 at 11:00: “Talk” (11:00–11:30) and “MECH – AFM” (11:00–11:25)."
    )
    assert found("place_double_booked", room, table, talk, meets("MECH", "AFM", 1, "9")) == []


def test_who_hurries_is_who_has_just_met() -> None:
    hall, plant = place("Hall"), place("Plant")
    known = Knowledge(distances={(hall.id, plant.id): 12.0})
    here = item("11:00", "12:35", "B2B", kind="b2b", place_id=hall.id)
    there = item("12:40", "13:30", "Far", place_id=plant.id)

    def told(*more: Any) -> list[str]:
        made = mission(hall, plant, there, *more, frame=here)
        return [str(one.message) for one in check(made, known, only=["tight_travel"])]

    assert told()[0].startswith("Anna Neri, Bo Li, Carla Verdi: 5 min from “B2B”")
    assert told(meets("MECH", "AFM", 0)) == []
    assert told(meets("MECH", "AFM", 2))[0].startswith("Anna Neri, Bo Li: 5 min from “B2B”")


def test_meetings_without_a_common_language_want_an_interpreter_who_has_both() -> None:
    def told(*voice: str, **fields: Any) -> list[str]:
        made = plan(
            *(organisation(name) for name in ("MECH", "AFM")),
            person("Anna Neri", languages=("it",)),
            person("Jon Iturbe", languages=("es",)),
            person("Nadia Amrani", languages=voice),
            *b2b(),
            *party("MECH", "Anna Neri"),
            *party("AFM", "Jon Iturbe"),
            meets("MECH", "AFM", **fields),
        )
        return [str(one.message) for one in check(made, only=["interpreter_missing"])]

    assert told() == ["“MECH – AFM” on 2025-05-05: no language in common, and nobody interprets."]
    assert len(told("it", "fr", interpreter_id=NADIA)) == 1
    assert told("it", "es-ES", interpreter_id=NADIA) == told(interpreter_id=NADIA) == []


def test_an_interpreter_of_meetings_gets_tired_by_these_not_by_the_whole_session() -> None:
    hours = tuple((f"{11 + n // 2}:{n % 2 * 30:02}", f"{11 + n // 2}:{n % 2 * 30 + 29:02}") for n in range(5))
    framing = item("11:00", "13:30", "B2B", kind="b2b")
    role = r.ItemPerson(mission_id=MISSION, item_id=uid("item:B2B"), person_id=NADIA)

    def told(*slots: int) -> list[str]:
        made = plan(
            framing,
            role,
            *(organisation(name) for name in ("MECH", "AFM")),
            person("Nadia Amrani"),
            *b2b(hours=hours, item_id=uid("item:B2B")),
            *(meets("MECH", "AFM", slot, interpreter_id=NADIA) for slot in slots),
        )
        return [str(one.message) for one in check(made, only=["interpreter_overload"])]

    assert told(0, 1, 3, 4) == []
    (tired,) = told(0, 1, 2, 3)
    assert "interprets for 116 min without a break" in tired


def test_a_meeting_outside_the_hours_of_its_item_is_told() -> None:
    short = item("11:00", "12:00", "B2B", kind="b2b")
    assert found("meeting_outside_item", meets("MECH", "AFM", 1), frame=short) == []
    assert found("meeting_outside_item", meets("MECH", "AFM", 2), frame=short) == [
        "The meeting “MECH – AFM” on 2025-05-05 is outside the hours of “B2B” (11:00–12:00)."
    ]


def test_who_is_wished_for_and_meets_nobody_is_told_once_there_is_a_timetable() -> None:
    asked = wishes("HEGAN", "AFM")
    assert found("participant_without_meeting", asked) == []
    assert found("participant_without_meeting", asked, meets("MECH", "AFM")) == [
        "“HEGAN” meets nobody in “B2B in Bilbao”, though somebody wishes it."
    ]
    assert found("participant_without_meeting", meets("MECH", "AFM")) == []


def test_who_is_marked_as_not_available_and_sits_or_interprets_then_is_told() -> None:
    voice = r.SessionInterpreter(
        mission_id=MISSION, matchmaking_id=uid("b2b"), person_id=NADIA, unavailable=(0, 2)
    )
    met = [meets("MECH", "AFM", slot, interpreter_id=NADIA) for slot in (0, 1, 2)]
    assert found("meeting_not_available", *met) == []
    assert found("meeting_not_available", voice, *met[1:]) == [
        "Nadia Amrani is marked as not available for the meeting “MECH – AFM” on 2025-05-05."
    ]
    away = [replace(one, unavailable=(1,)) for one in party("AFM") if isinstance(one, r.Participant)]
    made = plan(FRAME, organisation("MECH"), organisation("AFM"), *b2b(), *party("MECH"), *away, *met)
    (one,) = check(made, only=["meeting_not_available"])
    assert str(one.message).startswith("AFM is marked as not available for the meeting “MECH – AFM”")


def test_slots_that_overlap_are_told_in_one_line() -> None:
    def told(*hours: tuple[str, str]) -> list[str]:
        return [str(one.message) for one in check(plan(FRAME, *b2b(hours=hours)), only=["slots_overlap"])]

    assert told(("11:00", "11:25"), ("11:25", "11:50")) == []
    (one,) = told(("11:20", "11:45"), ("11:00", "11:25"), ("12:00", "12:25"))
    assert one.startswith("Slots of “B2B in Bilbao” on 2025-05-05 overlap: “11:00–11:25, 11:20–11:45”.")
    assert len(told(("11:00", "11:25"), ("11:20", "11:45"), ("11:40", "12:05"))) == 1


def test_who_sits_at_no_table_has_nothing_to_do_while_the_others_meet() -> None:
    morning = item("09:00", "12:35", "B2B", kind="b2b")
    assert found("idle_delegate", frame=morning) == []
    (told,) = found("idle_delegate", meets("MECH", "AFM"), frame=morning)
    assert told.startswith("Carla Verdi: nothing on the morning")


SLOTS = st.sampled_from((0, 1, 2, None))
NAMES = st.sampled_from(("MECH", "AFM", "HEGAN"))
MEETINGS = st.lists(
    st.tuples(NAMES, NAMES, SLOTS, st.sampled_from(("1", "2", None)), st.booleans()), max_size=6
).map(lambda some: [one for one in some if one[0] != one[1]])
ROWS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(5, 60), st.sampled_from(("Anna Neri", "Bo Li"))), max_size=3
)


def made_of(meetings: list[Any], rows: list[Any]) -> MissionPlan:
    things: list[Any] = []
    for number, (a, b, slot, table, voice) in enumerate(meetings):
        one = meets(a, b, slot, table, interpreter_id=NADIA if voice else None)
        things.append(replace(one, id=uid(f"meeting {number}"), position=number))
    for number, (tens, length, name) in enumerate(rows):
        begins = dt.datetime(2025, 5, 5, 11) + dt.timedelta(minutes=10 * tens)
        ends = begins + dt.timedelta(minutes=length)
        things.append(item(f"{begins:%H:%M}", f"{ends:%H:%M}", f"Row {number}", people=[name]))
    return mission(*things)


@given(MEETINGS, ROWS)
def test_clashes_of_meetings_are_those_of_brute_force(meetings: list[Any], rows: list[Any]) -> None:
    made = made_of(meetings, rows)
    scene = Scene(made)
    (session,) = sessions(made)
    free = availability(made, session, scene)
    told = check(made, only=["double_booking"])
    placed = {one.id: one for one in session.placed}
    away = {
        one.id for one in placed.values() for side in (one.a_id, one.b_id) if not free.is_free(side, one.slot or 0)
    }
    twice = {
        frozenset((one.id, other.id))
        for one in placed.values()
        for other in placed.values()
        if one.id != other.id and one.slot == other.slot and {one.a_id, one.b_id} & {other.a_id, other.b_id}
    }
    of_meetings = [frozenset(each for each in one.others if each in placed) for one in told if one.others]
    assert {next(iter(one)) for one in of_meetings if len(one) == 1} == away
    assert {one for one in of_meetings if len(one) == 2} == twice


@settings(max_examples=30)
@given(MEETINGS, MEETINGS, ROWS)
def test_a_checker_that_saw_other_meetings_before_finds_what_a_full_check_finds(
    before: list[Any], after: list[Any], rows: list[Any]
) -> None:
    checker = Checker()
    for meetings in (before, after, []):
        made = made_of(meetings, rows)
        assert checker.check(made) == check(made)


def test_a_mission_without_meetings_is_not_looked_at_for_them() -> None:
    assert held(Scene(plan(FRAME))).meetings == ()


def test_two_tables_far_apart_need_time_between_the_meetings() -> None:
    hall, plant = place("Hall"), place("Plant")
    known = Knowledge(distances={(hall.id, plant.id): 4.0})
    far = r.Table(mission_id=MISSION, matchmaking_id=uid("b2b"), name="9", position=9, place_id=plant.id)

    def told(*more: Any) -> list[str]:
        frame = item("11:00", "12:35", "B2B", kind="b2b", place_id=hall.id)
        made = mission(hall, plant, far, *more, frame=frame)
        return [str(one.message) for one in check(made, known, only=["tight_travel"])]

    first, second = meets("MECH", "AFM", 0), meets("MECH", "HEGAN", 1, "9")
    (one,) = told(first, second)
    assert one.startswith("Anna Neri, Bo Li: 10 min from “MECH – AFM” (11:00–11:25) to “MECH – HEGAN”")
    assert "4.0 km apart" in one
    assert told(first, replace(second, slot=2)) == told(first, replace(second, table="2")) == []
    assert told(first, meets("HEGAN", "AFM", 1, "9"))[0].startswith("Jon Iturbe: 10 min")


def test_the_way_to_and_from_meetings_is_that_to_ones_own_table() -> None:
    hall, plant = place("Hall"), place("Plant")
    known = Knowledge(distances={(hall.id, plant.id): 12.0})
    far = r.Table(mission_id=MISSION, matchmaking_id=uid("b2b"), name="9", position=9, place_id=plant.id)
    before = item("10:00", "10:55", "Talk", place_id=hall.id)
    after = item("12:40", "13:30", "Far", place_id=plant.id)

    def told(*more: Any) -> list[str]:
        frame = item("11:00", "12:35", "B2B", kind="b2b", place_id=hall.id)
        made = mission(hall, plant, far, before, after, *more, frame=frame)
        return [str(one.message) for one in check(made, known, only=["tight_travel"])]

    assert told(meets("MECH", "AFM", 2))[0].startswith("Anna Neri, Bo Li: 5 min from “B2B”")
    assert told(meets("MECH", "AFM", 2, "9")) == []
    (one,) = told(meets("MECH", "AFM", 0, "9"))
    assert one.startswith("Anna Neri, Bo Li: 5 min from “Talk”")


def test_who_arrives_or_leaves_during_a_session_is_asked_for_their_own_meetings_alone() -> None:
    late = leg("08:00", "11:30", "IN", passengers=["Anna Neri", "Carla Verdi"])
    early = leg("12:05", "14:00", "OUT", passengers=["Bo Li"])
    people = [
        delegate("Anna Neri", arrival="IN", status=DelegateStatus.CONFIRMED),
        delegate("Carla Verdi", arrival="IN", status=DelegateStatus.CONFIRMED),
        delegate("Bo Li", departure="OUT", status=DelegateStatus.CONFIRMED),
    ]

    def told(seats: tuple[str, ...], *slots: int) -> list[str]:
        made = plan(
            FRAME,
            *(late, early, person("Jon Iturbe"), organisation("MECH"), organisation("AFM")),
            *people,
            *b2b(item_id=uid("item:B2B")),
            *party("MECH", *seats),
            *party("AFM", "Jon Iturbe"),
            *(replace(meets("MECH", "AFM", one), id=uid(f"met {one}")) for one in slots),
        )
        return [str(one.message)[:17] for one in check(made, only=["before_arrival", "after_departure"])]

    assert sorted(told(("Anna Neri",))) == ["Anna Neri, Carla ", "Bo Li cannot be a"]
    assert told(("Anna Neri",), 1, 2) == told(("Bo Li",), 0, 1) == told(("Anna Neri", "Bo Li"), 0, 2) == []
    assert told(("Anna Neri",), 0, 2) == ["Anna Neri cannot "]
    assert told(("Bo Li",), 0, 2) == ["Bo Li cannot be a"]


def test_who_interprets_elsewhere_is_missed_only_by_a_side_they_sit_alone_for() -> None:
    both = (meets("MECH", "AFM"), meets("HEGAN", "GAIA", table="2", interpreter_id=uid("person:Bo Li")))
    alone = (both[0], replace(both[1], interpreter_id=uid("person:Jon Iturbe")))
    assert found("interpreter_double_booked", organisation("GAIA"), *party("GAIA"), *both) == []
    assert found("interpreter_double_booked", organisation("GAIA"), *party("GAIA"), *alone) == [
        "Jon Iturbe is in two places on 2025-05-05 at 11:00: “MECH – AFM” (11:00–11:25) and “HEGAN – GAIA” "
        "(11:00–11:25)."
    ]
