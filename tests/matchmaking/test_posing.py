"""A session as a problem: what is found never breaks a rule, and says what places by hand say."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.meetings.targets import Fits, Swaps, Targets
from missionplanner.domain.vocabulary import Side, Wish
from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.local_search import Effort, search
from missionplanner.matchmaking.posing import Posed, posed
from missionplanner.matchmaking.problem import Places, Priority
from missionplanner.services.matchmaking.meetings import new
from tests import factories as f
from tests.meetings import b2b, meets, party, wishes
from tests.random_meetings import drawn


def pose(session: Session) -> Posed:
    return posed(session, availability(session.plan, session))


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_every_session_can_be_planned_and_what_is_found_holds(seed: int) -> None:
    posing = pose(sessions(drawn(Random(seed)))[0])
    found = search(posing.problem, Effort(moves=300, seconds=None))
    assert recount(posing.problem, found.places, found.voices).faults == ()
    why = posing.why_not(found.places, found.voices)
    unplaced = [one.pair.key for one, place in zip(posing.asked, found.places, strict=True) if place is None]
    assert all(str(why[key]) for key in unplaced)


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_places_by_hand_are_what_the_checker_allows(seed: int) -> None:
    rng = Random(seed)
    plan = drawn(rng, voices=False)
    session = sessions(plan)[0]
    found = search(pose(session).problem, Effort(moves=300, seconds=None))
    meetings = written(pose(session), found.places)
    now = Session(plan.changed(meetings=meetings), session.record)
    free = replace(plan, meetings=meetings)
    posing = pose(Session(free, session.record))
    ids = [one.meeting.id if one.meeting is not None else None for one in posing.asked]
    movable = [(n, one.meeting) for n, one in enumerate(posing.asked) if one.meeting and not one.fixed]
    for number, meeting in movable:
        for (slot, table), target in Targets(now, meeting, posing.free).every().items():
            moved = [*posing.present]
            moved[number] = posing.slots.index(slot)
            if isinstance(target, Swaps):
                moved[ids.index(target.other)] = posing.present[number]
            occupied = now.meeting_at(slot, table)
            holds = recount(posing.problem, tuple(moved)).holds
            if isinstance(target, Fits | Swaps):
                assert holds
            elif occupied is None:
                assert not holds


def written(posing: Posed, places: Places) -> tuple[r.Meeting, ...]:
    """Return the meetings of the mission with a timetable that holds, without what is locked."""
    kept = [one for one in posing.session.plan.meetings if one.matchmaking_id != posing.session.id]
    taken: set[tuple[int, str]] = set()
    for one, place in zip(posing.asked, places, strict=True):
        if place is None or one.fixed:
            continue
        slot = posing.slots[place]
        table = next(name for name in ("1", "2") if (slot, name) not in taken)
        taken.add((slot, table))
        meeting = one.meeting or new(posing.session, one.pair.a, one.pair.b)
        kept.append(replace(meeting, slot=slot, table=table))
    return tuple(kept)


def test_the_keener_wish_and_hand_made_meetings_are_asked_for() -> None:
    firms = [one for name in "ABCD" for one in (f.organisation(name), *party(name))]
    said = [wishes("A", "B", Wish.COULD), wishes("B", "A", Wish.MUST), wishes("C", "A", Wish.NO_THANKS)]
    plan = f.plan(*firms, *b2b(), *said, meets("C", "D", 1, "1", locked=True), meets("A", "D", 0, "1"))
    posing = pose(sessions(plan)[0])
    told = {
        tuple(sorted(posing.session.name(each) for each in one.pair.key)): (wanted.priority, wanted.locked)
        for one, wanted in zip(posing.asked, posing.problem.meetings, strict=True)
    }
    assert told == {
        ("C", "D"): (Priority.COULD, 1),
        ("A", "D"): (Priority.COULD, None),
        ("A", "B"): (Priority.MUST, None),
    }
    assert posing.present == (1, 0, None)


def test_who_sits_alone_for_two_is_one_party() -> None:
    people = f.person("Eva Due")
    both = [one for name in "AB" for one in (f.organisation(name), *party(name, "Eva Due"))]
    others = [one for name in "CD" for one in (f.organisation(name), *party(name))]
    said = [wishes("A", "B"), wishes("A", "C"), wishes("B", "D")]
    posing = pose(sessions(f.plan(people, *both, *others, *b2b(hours=(("09:00", "09:20"),)), *said))[0])
    found = search(posing.problem, Effort(moves=100, seconds=None))
    assert sorted(found.places, key=str) == [0, None]
    (why,) = [str(one) for key, one in posing.barred.items()]
    assert why == "Eva Due sits for A and for B: they cannot meet each other."


def test_hosts_stay_at_tables_of_their_own() -> None:
    sides = {"H": Side.HOST, "I": Side.HOST, "V": Side.VISITING, "W": Side.VISITING}
    firms = [one for name, side in sides.items() for one in (f.organisation(name), *party(name, side=side))]
    said = [wishes(a, c) for a in "VW" for c in "HI"]
    session = sessions(f.plan(*firms, *b2b(), *said, meets("H", "V", 0, "2", locked=True)))[0]
    posing = pose(session)
    found = search(posing.problem, Effort(moves=200, seconds=None))
    tables = posing.tables(found.places, near=False)
    own = {name: set[str | None]() for name in "HI"}
    for one, table in zip(posing.asked, tables, strict=True):
        for name in {session.name(one.pair.a), session.name(one.pair.b)} & own.keys():
            own[name].add(table)
    assert own == {"H": {"2"}, "I": {"1"}}
