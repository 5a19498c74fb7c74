"""Tables in two places: meetings of a slot exchange theirs where that spares somebody a walk."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain.meetings.near_tables import Sitting, nearer, walks
from missionplanner.domain.meetings.session import Session, session_of
from missionplanner.domain.plan import MissionPlan
from tests import factories as f
from tests import meetings as b

FAR = f.uid("place:Annex")
A, B, C, D = (f.uid(f"organisation:{name}") for name in "ABCD")


def in_two_places(plan: MissionPlan) -> Session:
    """Return the session with its second table in an annex."""
    far = next(one for one in plan.tables if one.name == "2")
    seen = session_of(plan.changed(tables=tuple(replace(one, place_id=FAR) if one is far else one
                                                for one in plan.tables)), f.uid("b2b"))  # fmt: skip
    assert seen is not None
    return seen


def sitting(rank: int, a: UUID, b_: UUID, table: str, *, fixed: bool = False) -> Sitting:
    return Sitting(rank, f.START, (a, b_), 2, table, fixed)


def test_who_sat_far_off_stays_there_and_what_is_fixed_keeps_its_table() -> None:
    session = in_two_places(f.plan(*b.b2b()))
    first = (sitting(0, A, C, "1"), sitting(0, B, D, "2"))
    assert nearer(session, (*first, sitting(1, B, D, "1"), sitting(1, A, C, "2"))) == ("1", "2", "2", "1")
    kept = (*first, sitting(1, B, D, "1", fixed=True), sitting(1, A, C, "2"))
    assert nearer(session, kept) == ("2", "1", "1", "2")
    assert nearer(session, tuple(replaced(one) for one in kept)) == ("1", "2", "1", "2")


def replaced(one: Sitting) -> Sitting:
    return one._replace(fixed=True)


def test_a_host_far_off_comes_near_with_all_of_its_meetings() -> None:
    session = in_two_places(f.plan(*b.b2b()))
    own = (sitting(0, A, C, "1"), sitting(1, B, C, "2"), sitting(2, B, D, "2"), sitting(3, B, C, "1", fixed=True))
    assert nearer(session, own) == ("1", "1", "1", "1")


def test_walks_are_counted_between_meetings_of_a_day() -> None:
    firms = [one for name in "ABCD" for one in (f.organisation(name), *b.party(name))]
    there = (b.meets("A", "C"), b.meets("A", "D", 1, "2"), b.meets("B", "D", 2, "1"))
    assert walks(in_two_places(f.plan(*firms, *b.b2b(), *there))) == 2
    near = session_of(f.plan(*firms, *b.b2b(), *there), f.uid("b2b"))
    assert near is not None and walks(near) == 0


@given(seed=st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_no_table_is_used_twice_and_no_more_is_walked(seed: int) -> None:
    random, some = Random(seed), [f.uid(f"organisation:{n}") for n in range(8)]
    session = in_two_places(f.plan(*b.b2b()))
    before = []
    for rank in range(4):
        random.shuffle(some)
        tables = random.sample(["1", "2"], 2)
        for n in range(random.randint(0, 2)):
            fixed = random.random() < 0.2
            before.append(sitting(rank, some[2 * n], some[2 * n + 1], tables[n], fixed=fixed))
    found = nearer(session, before)
    after = [one._replace(table=table) for one, table in zip(before, found, strict=True)]
    assert len({(one.rank, one.table) for one in after}) == len(after)
    assert all(one.table == old.table for one, old in zip(after, before, strict=True) if old.fixed)
    assert walked(after) <= walked(before)


def walked(some: list[Sitting]) -> int:
    found, last = 0, dict[UUID, str]()
    for one in sorted(some, key=lambda each: each.rank):
        for who in one.who:
            found += last.get(who, one.table) != one.table
            last[who] = one.table
    return found
