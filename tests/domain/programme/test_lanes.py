"""Lanes: groups put into items and taken out."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.lanes import everyone, lanes_of, toggled
from tests import factories as f

ONE, TWO = f.uid("item:One"), f.uid("item:Two")
A, B, C = (f.uid(f"group:{name}") for name in "ABC")


@pytest.fixture
def plan() -> MissionPlan:
    people = [f.delegate(f"Person {name}", groups=[name]) for name in "ABC"]
    groups = [f.group(name, position=number) for number, name in enumerate("ABC")]
    return f.plan(
        *people, *groups, f.item("09:00", "10:00", "One"), f.item("09:00", "10:00", "Two", day=2, groups=["B"])
    )


def lanes(plan: MissionPlan, identity: UUID) -> tuple[UUID, ...]:
    return lanes_of(plan, next(one for one in plan.items if one.id == identity))


def test_everyone_without_one_group_and_back(plan: MissionPlan) -> None:
    without = toggled(plan, [ONE], A).on(plan)
    assert lanes(without, ONE) == (B, C)
    back = toggled(without, [ONE], A).on(without)
    assert not back.items[0].audience_limited
    assert back.audience_groups == plan.audience_groups


def test_a_group_goes_into_all_items_before_it_goes_out(plan: MissionPlan) -> None:
    both = toggled(plan, [ONE, TWO], A).on(plan)
    assert (lanes(both, ONE), lanes(both, TWO)) == ((A, B, C), (A, B))
    out = toggled(both, [ONE, TWO], A).on(both)
    assert (lanes(out, ONE), lanes(out, TWO)) == ((B, C), (B,))


def test_an_item_keeps_somebody(plan: MissionPlan) -> None:
    with pytest.raises(Invalid) as told:
        toggled(plan, [TWO], B)
    assert told.value.field == "groups"
    named = f.plan(f.group("B"), f.item("09:00", "10:00", "Two", groups=["B"], people=["Ada Neri"]))
    left = toggled(named, [TWO], B).on(named)
    assert left.audience(left.items[0]) == {f.uid("person:Ada Neri")}


def test_all_groups_at_once(plan: MissionPlan) -> None:
    after = everyone(plan, [ONE, TWO]).on(plan)
    assert (after.audience_groups, [one.audience_limited for one in after.items]) == ((), [False, False])


@given(st.lists(st.sampled_from([A, B, C]), max_size=6))
def test_the_audience_is_what_the_lanes_show(some: list[UUID]) -> None:
    people = [f.delegate(f"Person {name}", groups=[name]) for name in "ABC"]
    plan = f.plan(*people, f.item("09:00", "10:00", "One"))
    for group in some:
        try:
            plan = toggled(plan, [ONE], group).on(plan)
        except Invalid:
            assert lanes(plan, ONE) == (group,)
    shown = {person for group in lanes(plan, ONE) for person in plan.group_members[group]}
    assert plan.audience(plan.items[0]) == shown
