"""Where a meeting can go, by hand: what fits, what changes places, what is in the way and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.meetings.targets import Blocked, Fits, Swaps, Targets, targets
from missionplanner.domain.vocabulary import MeetingState, Wish
from tests import factories as f
from tests.meetings import b2b, meets, party, wishes

NAMES = ("A", "B", "C", "D")
AB = meets("A", "B", 0, "1")
CD = meets("C", "D", 0, "2")
AC = meets("A", "C", 1, "1")


def session(*things: Any, **fields: Any) -> Session:
    firms = [one for name in NAMES for one in (f.organisation(name), *party(name))]
    return sessions(f.plan(*firms, *b2b(**fields), *things))[0]


def at(one: Session, meeting: r.Meeting) -> Targets:
    return Targets(one, meeting, availability(one.plan, one))


def why(there: Session, meeting: r.Meeting, slot: int, table: str = "1") -> str:
    found = at(there, meeting).at(slot, table)
    return str(found.why) if isinstance(found, Blocked) else type(found).__name__


def test_every_place_says_something() -> None:
    late = meets("C", "D", 2, "2")
    there = session(AB, AC, late)
    found = targets(there, AB, availability(there.plan, there))
    assert [type(found[slot, table]).__name__ for slot in range(3) for table in ("1", "2")] == [
        *("Fits", "Fits"),
        *("Swaps", "Blocked"),
        *("Fits", "Swaps"),
    ]
    assert (found[1, "1"], found[2, "2"]) == (Swaps(AC.id), Swaps(late.id))
    assert at(there, AB).places() == ((0, "2"), (2, "1"))
    assert [type(one).__name__ for one in at(there, AB).by_slot().values()] == ["Fits", "Swaps", "Fits"]


@pytest.mark.parametrize(
    ("things", "fields", "moved", "told"),
    [
        ((AB, AC), {}, AB, "A meets C then."),
        ((AB, replace(AC, locked=True)), {}, AB, "A meets C then."),
        ((replace(AB, locked=True),), {}, replace(AB, locked=True), "A – B is locked. Unlock it to move it."),
        ((AB, wishes("B", "A", Wish.NO_THANKS)), {}, AB, "A or B said no to this meeting."),
        ((AC, meets("A", "B", None, None)), {"max_per_day": 1}, AB, "A has the most meetings a day already: 1."),
        ((CD, replace(AB, slot=None)), {}, AB, "Fits"),
    ],
)
def test_what_is_in_the_way_of_a_free_table(
    things: tuple[Any, ...], fields: dict[str, Any], moved: r.Meeting, told: str
) -> None:
    slot = 2 if fields else 1
    assert why(session(*things, **fields), moved, slot, "2") == told


def test_a_locked_meeting_is_never_swapped_and_a_waiting_one_pushes_nobody_out() -> None:
    locked = replace(CD, locked=True)
    assert why(session(AC, locked), AC, 0, "2") == "C – D is locked. Unlock it to move it."
    assert why(session(AC, AB), meets("C", "D", None, None), 0, "1") == "A – B is at this table then."
    assert why(session(AC), AC, 7) == "There is no such slot or table."


def test_the_order_of_meetings_holds() -> None:
    later = meets("C", "D", 1, "1")
    order = r.MeetingOrder(
        mission_id=f.MISSION, matchmaking_id=f.uid("b2b"), first_id=AB.id, second_id=later.id, position=0
    )
    there = session(AB, later, order)
    assert why(there, AB, 2) == "It has to come before C – D."
    assert why(there, later, 0, "2") == "It has to come after A – B."
    assert why(there, AB, 1, "1") == "It has to come before C – D."


def test_who_sits_alone_for_two_is_at_one_table() -> None:
    both = [one for name in ("A", "C") for one in (f.organisation(name), *party(name, "Eva Due"))]
    others = [one for name in ("B", "D") for one in (f.organisation(name), *party(name))]
    there = sessions(f.plan(f.person("Eva Due"), *both, *others, *b2b(), AB, meets("C", "D", 1, "1")))[0]
    assert why(there, there.live[1], 0, "2") == "Eva Due sits in another meeting then."


def test_few_seats_are_told_but_are_no_obstacle() -> None:
    people = [f.person(name) for name in ("P One", "P Two", "P Three")]
    firms = [*party("A", "P One", "P Two"), *party("B", "P Three"), f.organisation("A"), f.organisation("B")]
    small = [replace(one, capacity=2) if isinstance(one, r.Table) else one for one in b2b()]
    there = sessions(f.plan(*people, *firms, *small, AB))[0]
    found = at(there, AB).at(1, "2")
    assert isinstance(found, Fits)
    assert str(found.warning) == "Table 2 has 2 seats, and 3 people would sit there."
    enough = [replace(one, capacity=3) if isinstance(one, r.Table) else one for one in small]
    whole = sessions(f.plan(*people, *firms, *enough, AB))[0]
    assert at(whole, AB).at(1, "2") == Fits()


def test_without_a_common_language_somebody_interprets() -> None:
    spoken = {"A": "it", "B": "es", "C": "it", "D": "es"}
    people = [f.person(f"{name} One", languages=(code,)) for name, code in spoken.items()]
    firms = [one for name in spoken for one in (f.organisation(name), *party(name, f"{name} One"))]
    own: dict[str, Any] = {"mission_id": f.MISSION, "matchmaking_id": f.uid("b2b")}
    voice = f.person("Voice")
    speaks = r.SessionInterpreter(person_id=voice.id, languages=("it", "es-ES"), unavailable=(2,), **own)
    busy = replace(CD, interpreter_id=voice.id)
    there = sessions(f.plan(*people, *firms, *b2b(), voice, speaks, busy, replace(AB, slot=1)))[0]
    ab = there.live[1]
    sentence = "A and B have no language in common, and no interpreter is free then."
    assert [why(there, ab, slot) for slot in (0, 2)] == [sentence, sentence]
    assert (at(there, ab).voice_for(1), at(there, ab).voice_for(0)) == (voice.id, None)


def test_what_is_cancelled_leaves_its_place() -> None:
    there = session(AB, replace(CD, state=MeetingState.CANCELLED))
    assert there.meeting_at(0, "2") is None
    assert isinstance(at(there, AB).at(0, "2"), Fits)


def test_its_own_table_comes_first() -> None:
    there = session(AB)
    assert at(there, AB).table_for(1) == "1"
    assert at(there, replace(AB, table="2")).table_for(1) == "2"


def test_who_is_busy_then_is_whom_one_changes_places_with() -> None:
    other = meets("C", "D", 1, "1")
    mine = meets("A", "B", 0, "2")
    busy = meets("A", "C", 2, "2")
    there = session(mine, other, busy)
    assert at(there, mine).in_slot(2) == Swaps(busy.id), "A has another meeting then"
    full = session(mine, other, meets("A", "D", 1, "2"))
    assert at(full, mine).in_slot(1) == Swaps(meets("A", "D", 1, "2").id), "not the one at the first table"
    one_table = [one for one in b2b() if not isinstance(one, r.Table) or one.name == "1"]
    firms = [one for name in NAMES for one in (f.organisation(name), *party(name))]
    narrow = sessions(f.plan(*firms, *one_table, AB, other))[0]
    assert at(narrow, AB).in_slot(1) == Swaps(other.id), "nobody is busy, but the only table is taken"
