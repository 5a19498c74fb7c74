"""What is now and what is next: by group, by person, across zones, as held."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from missionplanner.domain.live_day import Lane, now_and_next
from missionplanner.domain.plan import MissionPlan
from tests import factories as f

ADA = f.uid("person:Ada Neri")


def at(time: str, day: int = 1) -> dt.datetime:
    when = f.date_of(day)
    clock = f.clock(time)
    assert when is not None
    assert clock is not None
    return dt.datetime.combine(when, clock, ZoneInfo("Europe/Madrid"))


def told(lane: Lane) -> tuple[list[str], list[str]]:
    some = [[one.item.title.best("") if one.item else "" for one in part] for part in (lane.now, lane.next)]
    return some[0], some[1]


def plan() -> MissionPlan:
    return f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        f.delegate("Cy Bianchi"),
        f.item("09:00", "10:00", "welcome"),
        f.item("10:30", None, "lab", groups=["A"]),
        f.item("10:30", "12:00", "plant", groups=["B"], actual_start=dt.time(10, 50)),
        f.item("13:00", "14:00", "lunch"),
        f.item(None, None, "luggage"),
        f.item("12:00", "13:00", "off", status="cancelled"),
        f.item("09:00", "10:00", "second", day=2),
    )


def test_each_group_has_its_now_and_next_and_who_is_in_none_has_a_lane() -> None:
    found = now_and_next(plan(), at("09:30"))
    assert [told(lane) for lane in found.groups] == [
        (["welcome"], ["lab"]),
        (["welcome"], ["plant"]),
        (["welcome"], ["lunch"]),
    ]
    assert [lane.group_id for lane in found.groups] == [f.uid("group:A"), f.uid("group:B"), None]
    assert [one.title.best("") for one in found.groups[0].loose] == ["luggage"]
    assert found.groups[1].next[0].start == at("10:50"), "it was held from then"


def test_what_has_no_end_lasts_until_something_else_begins() -> None:
    found = now_and_next(plan(), at("12:30"))
    assert told(found.people[ADA]) == (["lab"], ["lunch"])
    assert told(now_and_next(plan(), at("13:00")).people[ADA]) == (["lunch"], ["second"])
    assert told(now_and_next(plan(), at("07:00", 2)).people[ADA]) == ([], ["second"])
    assert told(now_and_next(plan(), at("20:00", 2)).people[ADA]) == ([], [])


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    there = at("09:30").astimezone(ZoneInfo("Asia/Tokyo"))
    assert told(now_and_next(plan(), there).groups[0]) == (["welcome"], ["lab"])


def test_without_groups_or_names_there_is_one_lane() -> None:
    (lane,) = now_and_next(f.plan(f.item("09:00", "10:00", "welcome")), at("09:10")).groups
    assert told(lane) == (["welcome"], [])


def test_who_is_told_where_it_is_not_all_of_a_group() -> None:
    given = f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["A"]),
        f.item("09:00", "10:00", "welcome"),
        f.leg("09:00", "11:00", "late flight", passengers=["Ada Neri"]),
    )
    (lane,) = now_and_next(given, at("09:30")).groups
    assert {one.item is None: one.some for one in lane.now} == {True: {ADA}, False: frozenset()}
