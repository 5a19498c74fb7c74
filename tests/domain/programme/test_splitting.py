"""Splitting for groups, joining again, being somebody else's guest."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rejoining import rejoined
from missionplanner.domain.programme.splitting import Part, guest, guests_of, parts_by_title, split, without
from missionplanner.domain.vocabulary import LegMode
from tests import factories as f

A, B, C = (f.uid(f"group:{name}") for name in "ABC")
VISIT = f.uid("item:Visit")
ADA, BO, CY = (f.uid(f"person:{name}") for name in ("Ada A", "Bo B", "Cy C"))


@pytest.fixture
def plan() -> MissionPlan:
    people = [f.delegate(name, groups=[name[-1]]) for name in ("Ada A", "Bo B", "Cy C")]
    groups = [f.group(name, position=number) for number, name in enumerate("ABC")]
    pitch = r.Pitch(id=f.uid("pitch"), mission_id=f.MISSION, item_id=VISIT, person_id=BO)
    return f.plan(
        *people,
        *groups,
        f.organisation("Host"),
        f.place("Lab", capacity=1),
        f.item("08:00", "08:30", "Bus", kind="transfer", leg="bus"),
        f.leg("08:00", "08:30", "bus", mode=LegMode.COACH, capacity=2),
        f.item("09:00", "10:30", "Visit", place_id=f.uid("place:Lab"), roles=["Bo B"]),
        f.item("12:00", "13:00", "Lunch"),
        pitch,
        r.ItemHost(id=f.uid("h"), mission_id=f.MISSION, item_id=VISIT, organisation_id=f.uid("organisation:Host")),
    )


def rows(plan: MissionPlan, *titles: str) -> list[r.AgendaItem]:
    return [one for one in plan.items if one.title.best("it") in titles]


def test_each_part_has_its_people_its_host_and_its_vehicle(plan: MissionPlan) -> None:
    parts = parts_by_title({A: "Lab tour", B: "Demo", C: "Demo"})
    after = split(plan, VISIT, parts, language="it").changes.on(plan)
    tour, demo = rows(after, "Lab tour", "Demo")
    assert tour.id == VISIT
    assert audiences(after, tour.id, demo.id) == [{ADA}, {BO, CY}]
    assert (demo.start, demo.end, demo.place_id) == (tour.start, tour.end, tour.place_id)
    assert [len(after.hosts(one)) for one in (tour, demo)] == [1, 1]
    buses = rows(after, "Bus")
    assert [after.audience(one) for one in buses] == [{ADA}, {BO, CY}]
    assert len({one.leg_id for one in buses}) == len(after.legs) == 2
    assert [one.position for one in after.items] == [1, 2, 3, 4, 5]


def test_pitches_and_roles_go_with_their_people(plan: MissionPlan) -> None:
    after = split(plan, VISIT, [Part((A,)), Part((B, C))]).changes.on(plan)
    first, second = rows(after, "Visit")
    assert (after.item_pitches(first), after.item_roles(first)) == ((), ())
    assert [one.person_id for one in after.item_pitches(second)] == [BO]
    assert [one.person_id for one in after.item_roles(second)] == [BO]


def test_a_split_tells_of_crowds_and_of_who_is_left_out(plan: MissionPlan) -> None:
    told = split(plan, VISIT, [Part((A,)), Part((B,))]).warnings
    assert [str(one) for one in told] == ["In no part: Cy C."]
    told = split(plan, VISIT, [Part((A,)), Part((B, C))], with_transfers=False).warnings
    assert [str(one) for one in told] == ["“Visit”: 2 people, but Lab takes 1."]
    small = replace(plan, legs=tuple(replace(one, capacity=1) for one in plan.legs))
    told = split(small, VISIT, [Part((A,)), Part((B, C))]).warnings
    assert "“Bus”: 2 people, but the vehicle has 1 seats." in [str(one) for one in told]


def test_a_split_and_a_join_are_where_it_began(plan: MissionPlan) -> None:
    after = split(plan, VISIT, [Part((A,)), Part((B,)), Part((C,))]).changes.on(plan)
    back = rejoined(after, [one.id for one in rows(after, "Visit")]).on(after)
    for part in ("items", "legs", "audience_groups", "audience_people", "item_hosts"):
        assert set(getattr(back, part)) == set(getattr(plan, part)), part
    assert [one.item_id for one in back.pitches] == [VISIT]
    assert [one.item_id for one in back.item_people] == [VISIT]


def test_tables_and_who_sits_there_go_with_a_join(plan: MissionPlan) -> None:
    after = split(plan, VISIT, [Part((A,)), Part((B,)), Part((C,))]).changes.on(plan)
    first, second, _ = rows(after, "Visit")
    table = r.SeatingTable(mission_id=f.MISSION, item_id=second.id, name="Head")
    seat = r.Seat(mission_id=f.MISSION, table_id=table.id, person_id=BO, number=1)
    seated = after.changed(seating_tables=(table,), seats=(seat,))
    joined = rejoined(seated, [first.id, second.id]).on(seated)
    (moved,) = joined.item_tables(first)
    assert (moved.name, [one.person_id for one in joined.table_seats(moved)]) == ("Head", [BO])
    assert len(joined.seats) == len(joined.seating_tables) == 1


def test_a_join_of_some_groups_is_for_these(plan: MissionPlan) -> None:
    after = split(plan, VISIT, [Part((A,)), Part((B,)), Part((C,))]).changes.on(plan)
    first, second, _ = rows(after, "Visit")
    joined = rejoined(after, [first.id, second.id]).on(after)
    assert joined.audience(rows(joined, "Visit")[0]) == {ADA, BO}
    assert len(rows(joined, "Visit")) == 2


def test_what_cannot_be_split_or_joined_is_refused(plan: MissionPlan) -> None:
    for parts in ([Part((A,))], [Part((A,)), Part()], [Part((A,)), Part((A, B))]):
        with pytest.raises(Invalid) as told:
            split(plan, VISIT, parts)
        assert told.value.field == "parts"
    with pytest.raises(NotFound):
        rejoined(plan, [VISIT, f.uid("item:gone")])
    with pytest.raises(Invalid):
        rejoined(plan, [VISIT])
    days = f.plan(f.item("09:00", None, "a"), f.item("09:00", None, "b", day=2))
    with pytest.raises(Invalid, match="one day"):
        rejoined(days, [one.id for one in days.items])
    locked = f.plan(f.item("09:00", None, "a"), f.item("09:00", None, "b", locked=True))
    with pytest.raises(Invalid, match="locked"):
        rejoined(locked, [one.id for one in locked.items])


def test_a_guest_is_there_and_not_here_and_comes_back() -> None:
    plan = f.plan(
        f.delegate("Ada A", groups=["A"]),
        f.delegate("Bo B", groups=["B"]),
        f.item("09:00", "10:00", "of A", groups=["A"]),
        f.item("09:00", "10:00", "of B", groups=["B"]),
    )
    home, away = f.uid("item:of A"), f.uid("item:of B")
    after = guest(plan, ADA, home, away).on(plan)
    assert audiences(after, home, away) == [set(), {ADA, BO}]
    assert [(person.id, group and group.id) for person, group in guests_of(after, after.items[1])] == [(ADA, A)]
    assert guests_of(after, after.items[0]) == ()
    back = guest(after, ADA, away, home).on(after)
    assert (back.items, back.audience_people) == (plan.items, plan.audience_people)


def test_a_guest_leaves_an_item_for_everyone_and_returns(plan: MissionPlan) -> None:
    lunch = f.uid("item:Lunch")
    after = guest(plan, ADA, lunch, VISIT).on(plan)
    assert audiences(after, lunch, VISIT) == [{BO, CY}, {ADA, BO, CY}]
    back = guest(after, ADA, VISIT, lunch).on(after)
    assert audiences(back, lunch, VISIT) == [{ADA, BO, CY}, {BO, CY}]


def audiences(plan: MissionPlan, *ids: UUID) -> list[frozenset[UUID]]:
    return [plan.audience(one) for identity in ids if (one := plan.item(identity)) is not None]


def test_the_only_one_named_leaves_and_nobody_else_comes_in() -> None:
    going = [f.delegate(name) for name in ("Anna", "Bo", "Cy")]
    talk = f.item("09:00", "10:00", "talk", people=["Anna"], excepted=["Bo"])
    plan = f.plan(*going, talk)
    (item,) = plan.items
    assert without(plan, item, f.uid("person:Anna")).on(plan).audience(item) == frozenset()
