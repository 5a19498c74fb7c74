from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import agenda
from missionplanner.domain.programme.day_copy import DayCarry
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.vocabulary import ItemStatus, PartOfDay
from tests.factories import (
    MISSION,
    START,
    clock,
    date_of,
    delegate,
    destination,
    item,
    leg,
    mission,
    plan,
    uid,
)

ANNA = delegate("Anna Neri", groups=["A"])
LI = delegate("Li Wei", groups=["B"])


def row(after: MissionPlan, name: str) -> r.AgendaItem:
    found = after.item(uid(f"item:{name}"))
    assert found is not None
    return found


def order(after: MissionPlan, day: int | None = 1) -> list[str]:
    return [one.title.best("en") for one in after.items_on(date_of(day))]


def when(one: r.AgendaItem | r.Leg) -> tuple[dt.date | None, dt.time | None, dt.time | None, dt.date | None]:
    return one.date, one.start, one.end, one.end_date


def moved(before: MissionPlan, name: str, day: int | None, start: str | None = None) -> MissionPlan:
    return agenda.moved(before, uid(f"item:{name}"), date_of(day), clock(start)).on(before)


# -- moved ------------------------------------------------------------------------------------------


def test_a_move_keeps_the_length_and_finds_its_place() -> None:
    before = plan(item("09:00", "11:00", "visit"), item("14:00", None, "talk"))
    after = moved(before, "visit", 1, "15:30")
    assert when(row(after, "visit")) == (date_of(1), dt.time(15, 30), dt.time(17, 30), None)
    assert order(after) == ["talk", "visit"]
    assert [one.position for one in after.items] == [1, 2]


def test_an_item_without_an_end_gets_none() -> None:
    after = moved(plan(item("09:00", None, "talk")), "talk", 2, "10:00")
    assert when(row(after, "talk")) == (date_of(2), dt.time(10), None, None)


def test_an_item_without_a_start_keeps_its_part_of_day() -> None:
    after = moved(plan(item(title="lunch", part_of_day=PartOfDay.MIDDAY)), "lunch", 3)
    assert row(after, "lunch").date == date_of(3)
    assert row(after, "lunch").part_of_day is PartOfDay.MIDDAY


def test_a_move_over_midnight_sets_the_end_day() -> None:
    after = moved(plan(item("20:00", "22:30", "dinner")), "dinner", 1, "23:00")
    assert when(row(after, "dinner")) == (date_of(1), dt.time(23), dt.time(1, 30), date_of(2))
    back = moved(after, "dinner", 1, "20:00")
    assert when(row(back, "dinner")) == (date_of(1), dt.time(20), dt.time(22, 30), None)


def test_a_shelf_item_gets_a_day_and_both_are_numbered() -> None:
    before = plan(item("09:00", "10:00", "a"), item(title="x", day=None), item(title="y", day=None))
    after = moved(before, "x", 1, "08:00")
    assert order(after) == ["x", "a"]
    assert [(one.position, one.date) for one in after.items_on(None)] == [(1, None)]


def test_an_item_put_on_the_shelf_comes_back_with_its_length() -> None:
    before = plan(item("22:00", "01:00", "party", end_date=2))
    shelved = moved(before, "party", None)
    assert when(row(shelved, "party")) == (None, dt.time(22), dt.time(1), None)
    assert when(row(moved(shelved, "party", 2), "party"))[3] == date_of(3)


def test_a_swallowed_start_says_what_clocks_do() -> None:
    before = plan(item("02:30", "03:30", "night", day="2025-03-29"))
    with pytest.raises(Invalid, match="go forward.*show 03:30") as caught:
        agenda.moved(before, uid("item:night"), dt.date(2025, 3, 30))
    assert caught.value.field == "start"


def test_a_swallowed_end_is_refused_too() -> None:
    before = plan(item("01:00", "02:30", "night", day="2025-03-29"))
    with pytest.raises(Invalid) as caught:
        agenda.moved(before, uid("item:night"), dt.date(2025, 3, 30))
    assert caught.value.field == "end"


def test_within_one_zone_the_clock_counts_in_the_night_of_a_change() -> None:
    before = plan(item("01:00", "05:00", "night", day="2025-03-29"))
    after = agenda.moved(before, uid("item:night"), dt.date(2025, 3, 30)).on(before)
    assert when(row(after, "night"))[1:3] == (dt.time(1), dt.time(5))


def test_across_zones_the_true_length_counts() -> None:
    flight = item("06:40", "10:55", "LH", zone="Europe/Rome", end_zone="America/New_York", end_date=None)
    after = moved(plan(flight), "LH", 1, "16:40")
    assert when(row(after, "LH")) == (date_of(1), dt.time(16, 40), dt.time(20, 55), None)
    late = moved(plan(flight), "LH", 1, "23:40")
    assert when(row(late, "LH"))[2:] == (dt.time(3, 55), date_of(2))


def test_a_row_takes_its_leg_and_the_legs_other_rows_along() -> None:
    flight = leg("06:40", "08:55", "LH1", zone="Europe/Rome", end_zone="Europe/Madrid")
    own = item("06:40", "08:55", "out", leg="LH1")
    before = plan(flight, own, item(title="boarding", leg="LH1"))
    changes = agenda.moved(before, own.id, date_of(2), clock("23:00"))
    after = changes.on(before)
    carried = after.leg(flight.id)
    assert carried is not None and carried in changes.saved
    assert when(carried) == (date_of(2), dt.time(23), dt.time(1, 15), date_of(3))
    assert when(row(after, "out"))[:3] == when(carried)[:3]
    assert when(row(after, "boarding")) == (date_of(2), None, None, None)
    assert item_times(after, row(after, "boarding")).end_date == date_of(3)


def test_a_locked_item_is_not_moved_and_an_unknown_one_not_found() -> None:
    before = plan(item("09:00", "10:00", "a", locked=True))
    with pytest.raises(Invalid, match="locked"):
        moved(before, "a", 2)
    with pytest.raises(NotFound):
        moved(before, "nobody", 2)


def test_parallel_tracks_listed_one_after_the_other_stay_so() -> None:
    tracks = [
        item(f"{hour}:00", f"{hour}:45", f"{name}{hour}", groups=[name]) for name in "AB" for hour in (10, 11)
    ]
    before = plan(ANNA, LI, item("09:00", None, "start"), *tracks, item("18:00", None, "end"))
    assert order(moved(before, "end", 1, "19:00")) == ["start", "A10", "A11", "B10", "B11", "end"]


def test_a_row_without_a_time_stays_with_its_neighbours() -> None:
    rows = [
        item("09:00", None, "a"),
        item(title="on foot"),
        item("11:00", None, "b"),
        item("12:00", None, "c"),
    ]
    assert order(moved(plan(*rows), "c", 1, "10:00")) == ["a", "on foot", "c", "b"]


# -- resized ----------------------------------------------------------------------------------------


def resized(before: MissionPlan, start: str | None, end: str | None) -> r.AgendaItem:
    changes = agenda.resized(before, uid("item:a"), clock(start), clock(end))
    return row(changes.on(before), "a")


def test_resizing_sets_either_edge() -> None:
    before = plan(item("09:00", "10:00", "a"))
    assert when(resized(before, None, "11:00"))[1:3] == (dt.time(9), dt.time(11))
    assert when(resized(before, "08:30", None))[1:3] == (dt.time(8, 30), dt.time(10))
    assert when(resized(plan(item("09:00", None, "a")), None, "09:05"))[2] == dt.time(9, 5)


def test_resizing_over_midnight_and_back() -> None:
    before = plan(item("22:00", "23:00", "a"))
    late = agenda.resized(before, uid("item:a"), None, clock("00:30")).on(before)
    assert when(row(late, "a"))[2:] == (dt.time(0, 30), date_of(2))
    assert when(resized(late, None, "23:30"))[2:] == (dt.time(23, 30), None)


@pytest.mark.parametrize(("start", "end"), [(None, "09:04"), (None, "09:00"), ("09:58", None), ("10:30", None)])
def test_less_than_five_minutes_is_refused(start: str | None, end: str | None) -> None:
    with pytest.raises(Invalid) as caught:
        resized(plan(item("09:00", "10:00", "a")), start, end)
    assert caught.value.field == "end"


def test_a_resized_flight_may_land_before_it_left_by_the_calendar() -> None:
    before = plan(item("20:00", "12:00", "a", zone="Pacific/Auckland", end_zone="America/Los_Angeles"))
    assert when(resized(before, "21:00", None))[1:] == (dt.time(21), dt.time(12), None)


# -- shifted, rest of the day -----------------------------------------------------------------------


def test_a_shift_leaves_what_is_locked_and_says_so() -> None:
    rows = [item("09:00", "10:00", "a"), item("10:00", "11:00", "b", locked=True), item(title="c")]
    before = plan(*rows)
    changes = agenda.shifted(before, [one.id for one in rows], minutes=90)
    assert changes.left == (rows[1].id,)
    assert order(changes.on(before)) == ["b", "a", "c"]


def test_a_shift_of_all_keeps_the_order_with_rows_without_time() -> None:
    before = plan(item("09:00", None, "a"), item(title="on foot"), item("23:30", "23:50", "b"), item(title="bed"))
    after = agenda.shifted(before, [one.id for one in before.items], minutes=15).on(before)
    assert order(after) == ["a", "on foot", "b", "bed"]
    next_day = agenda.shifted(before, [one.id for one in before.items], days=1).on(before)
    assert order(next_day, 2) == ["a", "on foot", "b", "bed"]


def test_arrivals_on_another_day_bring_what_follows_them() -> None:
    there = [item("09:00", None, "x", day=2), item("15:00", None, "y", day=2)]
    before = plan(item("10:00", None, "a"), item(title="on foot"), item("12:00", None, "b"), *there)
    after = agenda.shifted(before, [one.id for one in before.items_on(date_of(1))], days=1).on(before)
    assert order(after, 2) == ["x", "a", "on foot", "b", "y"]


def test_the_rest_of_the_day_is_that_of_the_same_people() -> None:
    rows = [item("09:00", None, "a", groups=["A"]), item("10:00", None, "b", groups=["B"])]
    before = plan(
        ANNA, LI, item("08:00", None, "first"), *rows, item("11:00", None, "all"), item(title="x", day=2)
    )
    assert agenda.rest_of_day(before, rows[0].id) == (rows[0].id, uid("item:all"))


# -- order ------------------------------------------------------------------------------------------


def test_a_new_row_goes_where_its_time_belongs() -> None:
    late = [item("11:00", None, "b"), item(title="on foot"), item("10:00", None, "new")]
    before = plan(ANNA, item("09:00", None, "a"), *late)
    after = agenda.renumbered(before, date_of(1), placed=[uid("item:new")]).on(before)
    assert order(after) == ["a", "new", "b", "on foot"]


def test_equal_positions_are_told_apart_by_start() -> None:
    before = plan(item("10:00", None, "b", position=1), item("09:00", None, "a", position=1))
    assert [one.position for one in agenda.renumbered(before, date_of(1)).on(before).items] == [1, 2]
    assert not agenda.renumbered(agenda.renumbered(before, date_of(1)).on(before), date_of(1))


# -- copies and whole missions ----------------------------------------------------------------------


def test_a_copied_day_merges_by_time_and_takes_groups_along() -> None:
    own = item("10:00", "11:00", "b2b", groups=["A"], people=["Anna Neri"], roles=["Li Wei"], locked=True)
    before = plan(ANNA, LI, own, item("09:00", None, "x", day=2), item("12:00", None, "y", day=2))
    changes = agenda.copied_day(before, START, date_of(2) or START)
    after = changes.on(before)
    assert order(after, 2) == ["x", "b2b", "y"]
    copy = after.items_on(date_of(2))[1]
    assert (copy.status, copy.locked, copy.audience_limited) == (ItemStatus.TENTATIVE, None, True)
    assert after.people_of(copy) == before.people_of(own.record)
    assert len({one.id for one in changes.added}) == 4
    bare = agenda.copied_day(before, START, date_of(2) or START, DayCarry(people=False)).on(before)
    assert bare.people_of(bare.items_on(date_of(2))[1]) == {uid("person:Anna Neri")}


def test_a_copied_flight_row_keeps_its_times_without_the_leg() -> None:
    flight = leg("06:40", "08:55", "LH1", zone="Europe/Rome", end_zone="Europe/Madrid")
    before = plan(flight, item(title="out", leg="LH1"), item("09:00", None, "no", status="cancelled"))
    after = agenda.copied_day(before, START, date_of(2) or START).on(before)
    (copy,) = after.items_on(date_of(2))
    assert (copy.leg_id, copy.start, copy.end, copy.zone) == (
        None,
        dt.time(6, 40),
        dt.time(8, 55),
        "Europe/Rome",
    )
    with pytest.raises(Invalid):
        agenda.copied_day(before, START, START)


def test_a_whole_mission_moves_with_all_that_has_a_day() -> None:
    stay = r.Stay(id=uid("stay"), mission_id=MISSION, from_day=date_of(1), to_day=date_of(3))
    session = r.Matchmaking(id=uid("b2b"), mission_id=MISSION, item_id=uid("item:b2b"))
    times: dict[str, Any] = {"date": START, "start": dt.time(9), "end": dt.time(10)}
    slot = r.Slot(id=uid("slot"), mission_id=MISSION, matchmaking_id=session.id, position=0, **times)
    request = r.PartnerRequest(id=uid("ask"), mission_id=MISSION, partner_id=uid("p"), date=START)
    bilbao = destination("Bilbao", from_day=date_of(1), to_day=date_of(3), zone="Europe/Madrid")
    flights = [
        leg("06:40", "08:55", "LH1"),
        leg("06:40", "08:55", "LH2", day=3),
        leg(None, None, "LH3", day=2),
    ]
    rows = [
        item(title="out", leg="LH1"),
        item(title="home", leg="LH2", day=3, locked=True),
        item("09:00", "10:00", "b2b"),
    ]
    before = plan(mission(travel_start=date_of(0)), stay, session, slot, request, bilbao, *flights, *rows)
    changes = agenda.whole_mission_shifted(before, 7)
    after = changes.on(before)
    assert (after.mission.start, after.mission.travel_start, after.mission.travel_end) == (
        date_of(8),
        date_of(7),
        None,
    )
    assert (after.stays[0].from_day, after.slots[0].date) == (date_of(8), date_of(8))
    assert after.destinations[0].to_day == date_of(10)
    assert [one.date for one in after.legs] == [date_of(8), date_of(3), date_of(9)]
    assert [one.date for one in after.items] == [date_of(3), date_of(8), date_of(8)]
    assert changes.left == (uid("item:home"),)
    assert after.partner_requests == before.partner_requests
    back = agenda.whole_mission_shifted(after, -7).on(after)
    assert replace(back, items=()) == replace(before, items=())


def test_other_dates_of_the_mission_lose_nothing() -> None:
    before = plan(item("09:00", None, "a", day=3))
    after = replace(before, mission=replace(before.mission, end=START))
    assert moved(after, "a", 3, "10:00").items[0].start == dt.time(10)


# -- properties -------------------------------------------------------------------------------------

MINUTES = st.integers(0, 24 * 12 - 1).map(lambda n: dt.time(n * 5 // 60, n * 5 % 60))
PEOPLE = ["Anna Neri", "Li Wei", "Zoë Żółć"]


@st.composite
def plans(draw: st.DrawFn) -> MissionPlan:
    rows = []
    for n in range(draw(st.integers(1, 9))):
        start = draw(st.none() | MINUTES)
        end = draw(st.none() | MINUTES) if start else None
        late = start is not None and end is not None and end <= start
        day = draw(st.integers(1, 3))
        zones = draw(st.sampled_from([(None, None), ("Europe/Rome", "Asia/Kolkata"), ("Asia/Tokyo", None)]))
        who = draw(st.none() | st.lists(st.sampled_from(PEOPLE), unique=True))
        made = item(None, None, f"i{n}", day=day, people=who, position=draw(st.integers(1, 4)))
        end_date = date_of(day + 1) if late else None
        times = {"start": start, "end": end, "end_date": end_date, "zone": zones[0], "end_zone": zones[1]}
        record = replace(made.record, **times)
        rows.append(replace(made, record=record))
    return numbered(plan(*(delegate(name) for name in PEOPLE), *rows))


def numbered(before: MissionPlan) -> MissionPlan:
    for day in before.days:
        before = agenda.renumbered(before, day).on(before)
    return before


def assert_in_order(after: MissionPlan) -> None:
    attendees = Attendees(after)
    for day in after.days:
        rows = after.items_on(day)
        assert [one.position for one in rows] == list(range(1, len(rows) + 1))
        for number, later in enumerate(rows):
            for earlier in rows[:number]:
                first, second = item_times(after, earlier).span.start, item_times(after, later).span.start
                if first and second and not attendees.at(earlier).isdisjoint(attendees.at(later)):
                    assert first <= second


@given(plans(), st.integers(-2000, 2000), st.integers(-3, 3))
def test_a_shift_and_its_opposite_leave_every_time_as_it_was(before: MissionPlan, minutes: int, days: int) -> None:
    ids = [one.id for one in before.items]
    there = agenda.shifted(before, ids, minutes=minutes, days=days).on(before)
    back = agenda.shifted(there, ids, minutes=-minutes, days=-days).on(there)
    assert {one.id: when(one) for one in back.items} == {one.id: when(one) for one in before.items}
    assert_in_order(there)


@given(plans(), st.data())
def test_any_move_loses_nothing_and_numbers_both_days(before: MissionPlan, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(before.items))
    changes = agenda.moved(before, one.id, date_of(data.draw(st.integers(1, 3))), data.draw(st.none() | MINUTES))
    after = changes.on(before)
    assert {one.id for one in after.items} == {one.id for one in before.items}
    assert not changes.added and not changes.removed
    assert_in_order(after)


@given(plans())
def test_renumbering_twice_changes_nothing_more(before: MissionPlan) -> None:
    assert_in_order(before)
    assert numbered(before) == before


@given(plans(), st.integers(-400, 400))
def test_a_whole_mission_goes_and_comes_back(before: MissionPlan, days: int) -> None:
    try:
        there = agenda.whole_mission_shifted(before, days).on(before)
    except Invalid as swallowed:
        assert swallowed.field in ("start", "end")
        return
    back = agenda.whole_mission_shifted(there, -days).on(there)
    assert back.mission == before.mission
    assert {one.id: one.date for one in back.items} == {one.id: one.date for one in before.items}
