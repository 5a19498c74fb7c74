"""Who takes part: what is asked for is exactly what is there afterwards, for nobody else."""

from __future__ import annotations

from itertools import product
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.delegates.taking_part import (
    Part,
    changed,
    for_everyone,
    group_changed,
    in_groups,
    places_to_part,
    takers,
    without_person,
)
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateStatus
from tests.factories import MISSION, date_of, delegate, item, leg, plan, uid

PEOPLE = ("Anna A", "Bruno B", "Carla C", "Dario D", "Elsa E")
GROUPS = ("Red", "Green", "Blue")
some_people = st.lists(st.sampled_from(PEOPLE), unique=True)
some_groups = st.lists(st.sampled_from(GROUPS), unique=True)


@st.composite
def plans(draw: st.DrawFn) -> MissionPlan:
    """Make a mission of five, some of them only invited or unnamed, and an item for some of them."""
    made = [
        delegate(
            one,
            groups=draw(some_groups),
            status=draw(st.sampled_from([None, DelegateStatus.CONFIRMED, DelegateStatus.INVITED])),
        )
        for one in PEOPLE
    ]
    kinds = {"groups": draw(some_groups), "people": draw(some_people), "excepted": draw(some_people)}
    known: dict[str, Any] = {key: value for key, value in kinds.items() if draw(st.booleans())}
    other = item("15:00", "16:00", "Other", groups=["Red"], people=["Anna A"])
    unnamed = [r.Delegate(id=uid(f"place:{n}"), mission_id=MISSION) for n in range(draw(st.integers(0, 2)))]
    inside = [
        r.DelegateGroup(mission_id=MISSION, delegate_id=one.id, group_id=uid(f"group:{name}"))
        for one in unnamed
        for name in draw(some_groups)
    ]
    groups = [delegate("Zoe Z", groups=GROUPS, status=DelegateStatus.DECLINED)]
    return plan(*made, *groups, *unnamed, *inside, item("09:00", "10:00", "Visit", **known), other)


VISIT, OTHER = uid("item:Visit"), uid("item:Other")


def there(one: MissionPlan, identity: UUID = VISIT) -> frozenset[UUID]:
    found = one.item(identity)
    assert found is not None
    return one.audience(found)


def places(one: MissionPlan) -> frozenset[UUID]:
    found = one.item(VISIT)
    assert found is not None
    return Attendees(one).unnamed(found)


@given(before=plans(), names=some_people, takes=st.booleans())
def test_exactly_those_asked_for_take_part_afterwards(before: MissionPlan, names: list[str], takes: bool) -> None:
    people = frozenset(uid(f"person:{one}") for one in names)
    wanted = there(before) | people if takes else there(before) - people
    try:
        after = changed(before, VISIT, people, takes).on(before)
    except Invalid:
        stranger = takes and wanted - before.everyone
        assert stranger or (not takes and not wanted)
        return
    assert there(after) == wanted
    assert places(after) == places(before)
    assert there(after, OTHER) == there(before, OTHER)
    assert not changed(after, VISIT, people, takes)


@given(before=plans(), name=st.sampled_from(GROUPS), takes=st.booleans())
def test_a_group_comes_and_goes_as_a_whole(before: MissionPlan, name: str, takes: bool) -> None:
    members = before.group_members.get(uid(f"group:{name}"), frozenset())
    wanted = there(before) | members if takes else there(before) - members
    try:
        after = group_changed(before, VISIT, uid(f"group:{name}"), takes).on(before)
    except Invalid:
        assert not takes
        assert not wanted
        return
    assert there(after) == wanted
    own = {one.delegate_id for one in before.delegate_groups if one.group_id == uid(f"group:{name}")}
    assert places(after) - own == places(before) - own
    if takes:
        assert {one.id for one in before.travellers if one.person_id is None} & own <= places(after)
    else:
        assert places(after) & own == set(places_to_part(before, VISIT, uid(f"group:{name}")))


@given(before=plans())
def test_told_by_groups_the_same_people_come_in_no_more_words(before: MissionPlan) -> None:
    after = in_groups(before, VISIT).on(before)
    assert there(after) == there(before)
    assert places(after) == places(before)
    assert not in_groups(after, VISIT)
    words = [len(one.audience_groups) + len(one.audience_people) for one in (after, before)]
    assert words[0] <= words[1]


@given(before=plans())
def test_everyone_is_everyone(before: MissionPlan) -> None:
    after = for_everyone(before, VISIT).on(before)
    assert there(after) == there(before) | before.everyone


def test_the_change_is_the_smallest_that_says_so() -> None:
    before = plan(
        *(delegate(one, groups=["Red"] if one < "C" else ["Green"]) for one in PEOPLE),
        item("09:00", "10:00", "Visit"),
    )
    anna, bruno = uid("person:Anna A"), uid("person:Bruno B")
    out = changed(before, VISIT, [anna], False)
    assert [(type(one), getattr(one, "excepted", None)) for one in out.added] == [(r.AudiencePerson, True)]
    after = out.on(before)
    back = changed(after, VISIT, [anna], True).on(after)
    assert back.items == before.items
    assert back.audience_people == ()
    for_green = group_changed(before, VISIT, uid("group:Red"), False).on(before)
    assert [one.group_id for one in for_green.audience_groups] == [uid("group:Green")]
    guest = changed(for_green, VISIT, [anna], True).on(for_green)
    assert [(one.person_id, one.excepted) for one in guest.audience_people] == [(anna, False)]
    both = changed(guest, VISIT, [bruno], True).on(guest)
    assert in_groups(both, VISIT).on(both).audience_groups == ()  # all of them: it is for everyone


def test_the_last_one_cannot_be_taken_out_and_who_is_invited_is_not_among_everyone() -> None:
    before = plan(
        delegate("Anna A"),
        delegate("Bruno B", status=DelegateStatus.INVITED),
        item("09:00", "10:00", "Visit"),
        item("11:00", "12:00", "Lunch", people=["Anna A"], excepted=["Bruno B"]),
    )
    for identity in (VISIT, uid("item:Lunch")):
        with pytest.raises(Invalid, match="Somebody"):
            changed(before, identity, [uid("person:Anna A")], False)
    with pytest.raises(Invalid, match="Bruno"):
        changed(before, VISIT, [uid("person:Bruno B")], True)
    after = changed(before, uid("item:Lunch"), [uid("person:Bruno B")], True).on(before)
    assert len(there(after, uid("item:Lunch"))) == 2


def test_the_part_of_each_is_told() -> None:
    unnamed = r.Delegate(id=uid("place"), mission_id=MISSION)
    one = plan(
        *(delegate(name, groups=["Red"]) for name in PEOPLE[:3]),
        delegate("Dario D", joins=date_of(2)),
        delegate("Elsa E"),
        unnamed,
        item(
            "09:00", "10:00", "Visit", groups=["Red"], people=["Bruno B"], excepted=["Carla C"], roles=["Elsa E"]
        ),
        item("11:00", "12:00", "Lunch", excepted=["Anna A"]),
        leg("13:00", "15:00", "F1", passengers=["Anna A"]),
        item("13:00", "15:00", "Flight", leg="F1"),
    )
    attendees = Attendees(one)
    rows = {
        title: [takers(attendees, found).part(each).value for each in one.delegates]
        for title in ("Visit", "Lunch", "Flight")
        if (found := one.item(uid(f"item:{title}"))) is not None
    }
    assert rows["Visit"] == ["group", "named", "excepted", "out", "role", "out"]
    assert rows["Lunch"] == ["excepted", "everyone", "everyone", "away", "everyone", "everyone"]
    assert rows["Flight"][:2] == [Part.EVERYONE, Part.AWAY]
    for takes, title in product((True, False), ("Visit", "Lunch")):
        expected = [unnamed.id] if takes == (title == "Visit") else []
        assert without_person(one, uid(f"item:{title}"), one.delegates, takes) == expected
