"""Which round it is, who could meet instead of whom, what a timetable asks of everybody and what it is worth."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.loads import loads
from missionplanner.domain.meetings.rounds import replacements, round_at, rounds
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.meetings.wishes import called_off, may_not_repeat, pairs, unserved
from missionplanner.domain.meetings.worth import compared, worth
from missionplanner.domain.vocabulary import MeetingState, Side, Wish
from tests import factories as f
from tests.meetings import b2b, meets, party, wishes

AB, AC, CD = meets("A", "B", 0, "1"), meets("A", "C", 2, "2"), meets("C", "D", 0, "2")


def org(name: str) -> Any:
    return f.uid(f"organisation:{name}")


def session(*things: Any, **fields: Any) -> Session:
    sides = {"A": Side.VISITING, "B": Side.HOST, "C": Side.HOST, "D": Side.VISITING}
    firms = [one for name, side in sides.items() for one in (f.organisation(name), *party(name, side=side))]
    return sessions(f.plan(*firms, *b2b(**fields), *things))[0]


def utc(text: str) -> dt.datetime:
    return dt.datetime.combine(f.START, dt.time.fromisoformat(text), dt.UTC)


def test_rounds_are_told_by_the_clock_of_the_place() -> None:
    there = session(AB, CD)
    assert [one.start for one in rounds(there)] == [utc("09:00"), utc("09:35"), utc("10:10")]
    assert [one.table for one in rounds(there)[0].meetings] == ["1", "2"]
    before, during, pause, after = (round_at(there, utc(text)) for text in ("08:00", "09:05", "09:30", "11:00"))
    assert (before.now, before.next.number if before.next else 0) == (None, 1)
    assert during.now is not None and during.now.number == 1
    assert (pause.now, pause.next.number if pause.next else 0) == (None, 2)
    assert after.over and not before.over


def test_breaks_and_idle_slots_are_counted_within_days() -> None:
    load = loads(session(AB, AC, wishes("A", "D"), wishes("B", "D")))
    own = load.of(org("A"))
    assert own is not None
    assert (own.meetings, own.breaks, own.idle, *own.gaps) == (2, 1, 1, 1)
    assert (load.meetings, load.breaks, [len(one.unserved) for one in load.each]) == (2, 1, [1, 1, 0, 2])


def test_pairs_are_wanted_as_the_keener_side_says_and_a_no_is_a_no() -> None:
    there = session(
        wishes("B", "A", Wish.MUST),
        wishes("A", "B", Wish.COULD),
        wishes("A", "C", Wish.NO_THANKS),
        wishes("C", "A"),
    )
    first, second = pairs(there)
    assert (first.a, first.b, first.wish, first.mutual) == (org("A"), org("B"), Wish.MUST, True)
    assert (second.wish, second.refused_by, second.mutual) == (None, (org("A"),), False)
    assert [one.key for one in unserved(there)] == [first.key]


def test_who_met_in_another_session_does_not_again_unless_asked() -> None:
    other = (*b2b("two", position=1), *party("A", session="two"), *party("D", session="two"))
    there = (*other, meets("A", "D", session="two"), meets("A", "B", None, None, session="two"))
    assert may_not_repeat(session(*there)) == {frozenset((org("A"), org("D")))}
    assert may_not_repeat(session(*there, meets("A", "D", 1))) == frozenset()
    assert may_not_repeat(session(*there, allow_repeats=True)) == frozenset()


def test_a_cancelled_pair_is_not_planned_again_by_itself() -> None:
    gone = replace(AB, state=MeetingState.CANCELLED)
    assert called_off(session(gone)) == {frozenset((org("A"), org("B")))}
    assert called_off(session(gone, meets("A", "B", 1))) == frozenset()


def test_who_could_meet_instead_of_whom() -> None:
    wished = [wishes("A", "C"), wishes("A", "D", Wish.MUST), wishes("D", "C"), wishes("B", "D", Wish.MUST)]
    there = session(AB, AC, *wished)
    found = replacements(there, AB, {org("B")}, availability(there.plan, there))
    assert [(one.a, one.b, one.meeting_id) for one in found] == [
        (org("A"), org("D"), None),
        (org("A"), org("C"), AC.id),
        (org("D"), org("C"), None),
    ]
    held_there = session(AB, replace(AC, locked=True), *wished)
    told = replacements(held_there, AB, {org("B")}, availability(held_there.plan, held_there))
    assert AC.id not in [one.meeting_id for one in told], "a locked one stays where it is"
    full = session(AB, AC, CD, *wished)
    assert replacements(full, AB, {org("B")}, availability(full.plan, full)) == ()
    assert replacements(there, AB, {org("A"), org("B")}, availability(there.plan, there))[0].a == org("D")


def test_two_timetables_are_compared_in_figures() -> None:
    asked = [wishes("A", "B", Wish.MUST), wishes("A", "C")]
    now, then = worth(session(AC, *asked)), worth(session(AB, meets("A", "C", 1, "1"), *asked))
    lines = {one.name: (one.now, one.then, one.better, one.of) for one in compared(now, then)}
    assert lines["“Must meet” that are met"] == (0, 1, True, 1)
    assert lines["“Want to meet” that are met"] == (1, 1, None, 1)
    assert "“Could meet” that are met" not in lines
    assert (then.table_changes, worth(session(AB, AC)).table_changes, then.unserved) == (0, 1, 0)
