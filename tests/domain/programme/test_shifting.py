"""Bulk shifts: scopes, absorbed gaps, what stays."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import NotFound
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.shifting import Scope, Shift, bulk_shifted, in_scope
from missionplanner.domain.programme.timing import span_of
from tests import factories as f


@pytest.fixture
def plan() -> MissionPlan:
    return f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        f.item("09:00", "10:00", "first"),
        f.item("10:30", "11:30", "of A", groups=["A"]),
        f.item("10:00", "11:00", "of B", groups=["B"]),
        f.item("11:30", "12:00", "second of A", groups=["A"]),
        f.item("13:00", "14:30", "lunch", kind="meal"),
        f.item("14:30", "15:00", "talk"),
        f.item(None, None, "luggage"),
        f.item("09:00", "10:00", "next day", day=2),
        f.item(None, None, "shelf", day=None),
    )


def ids(*names: str) -> tuple[UUID, ...]:
    return tuple(f.uid(f"item:{name}") for name in names)


def starts(plan: MissionPlan, *names: str) -> list[str]:
    rows = [plan.item(one) for one in ids(*names)]
    return [f"{one.start:%H:%M}" for one in rows if one is not None and one.start is not None]


def names(plan: MissionPlan, scope: Scope, *chosen: str) -> list[str]:
    return [one.title.best("") for one in plan.items if one.id in in_scope(plan, ids(*chosen), scope)]


def test_each_scope_takes_along_what_its_name_says(plan: MissionPlan) -> None:
    assert names(plan, Scope.SELECTION, "talk", "first") == ["first", "talk"]
    assert names(plan, Scope.GROUP_DAY, "of A") == ["of A", "second of A", "lunch", "talk", "luggage"]
    assert names(plan, Scope.DAY, "talk")[0] == "first"
    assert len(names(plan, Scope.DAY, "talk")) == 7
    assert names(plan, Scope.AFTER, "lunch") == ["lunch", "talk", "luggage", "next day"]
    assert names(plan, Scope.AFTER, "shelf") == names(plan, Scope.DAY, "shelf") == []
    with pytest.raises(NotFound):
        in_scope(plan, [f.uid("item:gone")], Scope.DAY)


def test_without_absorbing_all_move_alike(plan: MissionPlan) -> None:
    after = bulk_shifted(plan, Shift(ids("of A"), Scope.GROUP_DAY, minutes=20)).on(plan)
    assert starts(after, "of A", "second of A", "lunch", "of B") == ["10:50", "11:50", "13:20", "10:00"]


def test_gaps_take_up_a_delay_for_each_group_by_itself(plan: MissionPlan) -> None:
    after = bulk_shifted(plan, Shift(ids("first"), Scope.DAY, minutes=40, absorb_gaps=True)).on(plan)
    assert starts(after, "first", "of A", "of B", "second of A", "lunch") == [
        "09:40",
        "10:40",
        "10:40",
        "11:40",
        "13:00",
    ]


def test_a_meal_gives_way_and_keeps_three_quarters_of_an_hour(plan: MissionPlan) -> None:
    soon = bulk_shifted(plan, Shift(ids("lunch"), Scope.AFTER, minutes=30, absorb_gaps=True)).on(plan)
    assert starts(soon, "lunch", "talk") == ["13:30", "14:30"]
    later = bulk_shifted(plan, Shift(ids("lunch"), Scope.AFTER, minutes=60, absorb_gaps=True)).on(plan)
    lunch = later.item(ids("lunch")[0])
    assert lunch is not None
    assert (lunch.start, lunch.end) == (dt.time(14), dt.time(14, 45))
    assert starts(later, "talk", "next day") == ["14:45", "09:00"]


def test_a_locked_item_stays_and_is_told(plan: MissionPlan) -> None:
    locked = f.plan(f.item("09:00", "10:00", "a"), f.item("10:00", "11:00", "b", locked=True))
    changes = bulk_shifted(locked, Shift(ids("a"), Scope.DAY, minutes=15, absorb_gaps=True))
    assert changes.left == ids("b")
    assert starts(changes.on(locked), "a", "b") == ["09:15", "10:00"]


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 12), st.sampled_from("AB*")), min_size=1, max_size=8),
    st.integers(1, 120),
)
def test_absorbing_never_makes_a_new_overlap_nor_moves_further_than_asked(
    rows: list[tuple[int, int, str]], minutes: int
) -> None:
    things = [
        f.item(clock(start), clock(start + length), f"{n}", groups=None if group == "*" else [group])
        for n, (start, length, group) in enumerate(rows)
    ]
    plan = f.plan(f.delegate("Ada A", groups=["A"]), f.delegate("Bo B", groups=["B"]), *things)
    shift = Shift((plan.items[0].id,), Scope.DAY, minutes=minutes, absorb_gaps=True)
    after = bulk_shifted(plan, shift).on(plan)
    assert overlaps(after) <= overlaps(plan)
    for item in plan.items:
        moved = span_of(after, after.item(item.id) or item).start
        began = span_of(plan, item).start
        assert moved is not None
        assert began is not None
        assert dt.timedelta() <= moved - began <= dt.timedelta(minutes=minutes)


def clock(fives: int) -> str:
    """Return the time this many times five minutes after eight."""
    return f"{8 + fives // 12:02}:{fives % 12 * 5:02}"


def overlaps(plan: MissionPlan) -> set[tuple[UUID, UUID]]:
    rows = sorted(plan.items, key=lambda item: item.id.int)
    return {
        (one.id, other.id)
        for one in rows
        for other in rows
        if one.id.int < other.id.int
        and plan.audience(one) & plan.audience(other)
        and span_of(plan, one).overlaps(span_of(plan, other))
    }
