"""Placing: what a drag, a key or a form asks for, in one step."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import (
    SHORTEST,
    Placing,
    after_themselves,
    as_placed,
    duplicated,
    placed,
    placing_of,
)
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.vocabulary import ItemStatus, PartOfDay
from tests import factories as f

VISIT, TALK = f.uid("item:Visit"), f.uid("item:Talk")
NINE, TEN = dt.time(9), dt.time(10)
A, B = f.uid("group:A"), f.uid("group:B")

times = st.times(min_value=dt.time(0), max_value=dt.time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0))
days = st.integers(0, 3).map(lambda n: f.START + dt.timedelta(days=n))


@pytest.fixture
def plan() -> MissionPlan:
    return f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        f.item("09:00", "10:30", "Visit", groups=["A"], people=["Cy Blu"]),
        f.item("11:00", "12:00", "Talk"),
        f.item("09:00", None, "Open end", day=2),
        f.item("15:00", "16:00", "Fixed", locked=True),
        f.item("18:00", "19:00", "Flight row", leg="AZ 1", day=3),
        f.leg("18:00", "19:00", "AZ 1", day=3),
    )


def row(plan: MissionPlan, identity: object) -> r.AgendaItem:
    return next(one for one in plan.items if one.id == identity)


def test_a_drag_keeps_the_length_and_orders_both_days(plan: MissionPlan) -> None:
    after = placed(plan, [Placing(VISIT, f.date_of(2), dt.time(15))]).on(plan)
    assert (row(after, VISIT).start, row(after, VISIT).end) == (dt.time(15), dt.time(16, 30))
    assert [one.position for one in after.items_on(f.date_of(1))] == [1, 2]
    assert [one.id for one in after.items_on(f.date_of(2))][-1] == VISIT


def test_several_items_go_in_one_step_and_locked_ones_stay(plan: MissionPlan) -> None:
    fixed = f.uid("item:Fixed")
    changes = placed(plan, [Placing(one, f.date_of(3), TEN) for one in (VISIT, TALK, fixed)])
    after = changes.on(plan)
    assert changes.left == (fixed,)
    assert {one.id for one in after.items_on(f.date_of(3))} >= {VISIT, TALK}
    assert placing_of(after, row(after, fixed)) == placing_of(plan, row(plan, fixed))


@given(day=days, start=times, end=st.none() | times, end_day=st.none() | days)
def test_nothing_with_both_ends_lasts_less_than_five_minutes(
    day: dt.date, start: dt.time, end: dt.time | None, end_day: dt.date | None
) -> None:
    plan = f.plan(f.item("09:00", "10:30", "Visit"))
    after = placed(plan, [Placing(VISIT, day, start, end, end_day)]).on(plan)
    span = item_times(after, row(after, VISIT)).span
    assert span.start is not None
    assert span.end is not None
    assert span.end - span.start >= SHORTEST
    assert (row(after, VISIT).date, row(after, VISIT).start) == (day, start)


@given(day=st.none() | days, start=st.none() | times, end=st.none() | times)
def test_a_frame_of_a_drag_shows_what_the_drop_will_do(
    day: dt.date | None, start: dt.time | None, end: dt.time | None
) -> None:
    plan = f.plan(f.item("09:00", "10:30", "Visit", groups=["A"]), f.item("11:00", "12:00", "Talk"), f.group("B"))
    asked = [Placing(VISIT, day, start, end, groups=(B,))]
    shown, done = as_placed(plan, asked), placed(plan, asked).on(plan)
    assert item_times(shown, row(shown, VISIT)) == item_times(done, row(done, VISIT))
    assert shown.item_groups(row(shown, VISIT)) == done.item_groups(row(done, VISIT))
    assert shown.audience(row(shown, VISIT)) == done.audience(row(done, VISIT))


def test_an_end_past_midnight_is_the_next_day_and_one_before_the_start_is_not_meant(plan: MissionPlan) -> None:
    after = placed(plan, [Placing(VISIT, f.date_of(1), dt.time(22), dt.time(1))]).on(plan)
    assert (row(after, VISIT).end, row(after, VISIT).end_date) == (dt.time(1), f.date_of(2))
    after = placed(plan, [Placing(VISIT, f.date_of(1), TEN, NINE)]).on(plan)
    assert (row(after, VISIT).end, row(after, VISIT).end_date) == (dt.time(10, 5), None)


def test_the_shelf_and_back_keeps_the_length(plan: MissionPlan) -> None:
    shelf = placed(plan, [Placing(VISIT, None, None)]).on(plan)
    assert row(shelf, VISIT).date is None
    back = placed(shelf, [Placing(VISIT, f.date_of(2), dt.time(14))]).on(shelf)
    assert row(back, VISIT).end == dt.time(15, 30)


def test_without_a_clock_time_the_part_of_the_day_stays() -> None:
    plan = f.plan(f.item("09:00", "10:30", "Visit", part_of_day=PartOfDay.MORNING))
    after = placed(plan, [Placing(VISIT, f.date_of(2), None)]).on(plan)
    assert (row(after, VISIT).start, row(after, VISIT).end) == (None, None)
    assert row(after, VISIT).part_of_day is PartOfDay.MORNING


def test_another_lane_changes_the_groups_and_keeps_named_people(plan: MissionPlan) -> None:
    after = placed(plan, [Placing(VISIT, f.date_of(1), NINE, groups=(B,))]).on(plan)
    assert [one.group_id for one in after.audience_groups if one.item_id == VISIT] == [B]
    assert [one.person_id for one in after.audience_people] == [f.uid("person:Cy Blu")]
    assert f.uid("person:Bo Verdi") in after.audience(row(after, VISIT))


def test_no_groups_is_everyone_and_exceptions_stay() -> None:
    plan = f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        f.item("09:00", "10:00", "Visit", groups=["A"], excepted=["Bo Verdi"]),
    )
    after = placed(plan, [Placing(VISIT, f.date_of(1), NINE, groups=())]).on(plan)
    assert after.audience(row(after, VISIT)) == {f.uid("person:Ada Neri")}


def test_a_row_of_a_leg_takes_the_leg_along(plan: MissionPlan) -> None:
    flight = f.uid("item:Flight row")
    after = placed(plan, [Placing(flight, f.date_of(2), dt.time(7))]).on(plan)
    assert (after.legs[0].date, after.legs[0].start, after.legs[0].end) == (f.date_of(2), dt.time(7), dt.time(8))


def test_what_is_gone_and_what_clocks_skip_is_refused(plan: MissionPlan) -> None:
    with pytest.raises(NotFound):
        placed(plan, [Placing(f.uid("item:gone"), None, None)])
    with pytest.raises(NotFound):
        placed(plan, [Placing(VISIT, None, None, groups=(f.uid("group:gone"),))])
    for start, end in ((dt.time(2, 30), None), (dt.time(1), dt.time(2, 30))):
        with pytest.raises(Invalid):
            placed(plan, [Placing(VISIT, dt.date(2025, 3, 30), start, end)])


def test_where_an_item_lies_is_no_change(plan: MissionPlan) -> None:
    assert not placed(plan, [placing_of(plan, one) for one in plan.items])


def test_copies_lie_where_asked_and_the_items_stay(plan: MissionPlan) -> None:
    changes = duplicated(plan, [Placing(VISIT, f.date_of(2), dt.time(8), groups=(B,))])
    after = changes.on(plan)
    (copy,) = [one for one in after.items if one.title == row(plan, VISIT).title and one.id != VISIT]
    assert (copy.date, copy.start, copy.end, copy.status) == (
        f.date_of(2),
        dt.time(8),
        dt.time(9, 30),
        ItemStatus.TENTATIVE,
    )
    assert [one.id for one in after.item_groups(copy)] == [B]
    assert after.items_on(f.date_of(2))[0].id == copy.id
    assert row(after, VISIT) == row(plan, VISIT)
    alone = duplicated(plan, [placing_of(plan, row(plan, VISIT))], with_people=False)
    assert not [one for one in alone.added if isinstance(one, r.AudiencePerson)]


def test_copies_follow_the_items_they_are_of(plan: MissionPlan) -> None:
    assert after_themselves(plan, [VISIT]) == (Placing(VISIT, f.date_of(1), dt.time(10, 30)),)
    both = after_themselves(plan, [VISIT, TALK])
    assert [one.start for one in both] == [dt.time(12), dt.time(14)]
