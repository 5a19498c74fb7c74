"""Days of a programme: heads, routes, and what runs side by side."""

from __future__ import annotations

from typing import Any

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.values import Day, Parallel, Row
from missionplanner.documents.content.voice import Voice
from tests.factories import delegate, item, leg, organisation, place, plan


def programme(*things: Any, language: Any = "en", **mission: Any) -> tuple[Day, ...]:
    return Agenda(Voice(plan(*things, **mission), language)).programme_days(None, leading=False)


def shape(day: Day) -> list[object]:
    """Return titles; of what is parallel, titles by track."""
    return [
        {track.name: [row.title.text for row in track.rows] for track in entry.tracks}
        if isinstance(entry, Parallel)
        else entry.title.text
        for entry in day.entries
        if isinstance(entry, Parallel | Row)
    ]


def test_rows_of_different_groups_stand_side_by_side() -> None:
    day = programme(
        item("09:00", "10:00", "Together"),
        item("10:00", "12:00", "Visit", groups=["A"]),
        item("10:00", "11:00", "Table", groups=["B"]),
        item("11:00", "12:00", "Walk", groups=["B"]),
        item("13:00", "14:00", "Lunch"),
    )[0]
    assert shape(day) == ["Together", {"Group A": ["Visit"], "Group B": ["Table", "Walk"]}, "Lunch"]


def test_groups_without_clock_times_stand_side_by_side_too() -> None:
    day = programme(item(title="Visit", groups=["A"]), item(title="Workshop", groups=["B"]))[0]
    assert shape(day) == [{"Group A": ["Visit"], "Group B": ["Workshop"]}]


def test_what_follows_once_all_groups_are_done_is_no_longer_beside_them() -> None:
    day = programme(
        item("10:00", "11:00", "Visit", groups=["A"]),
        item("10:00", "11:00", "Table", groups=["B"]),
        item("15:00", "16:00", "Debriefing", groups=["A"]),
    )[0]
    assert shape(day) == [{"Group A": ["Visit"], "Group B": ["Table"]}, "Debriefing"]
    assert [fact.value for fact in day.rows[-1].meta] == ["Group A"]


def test_a_single_group_keeps_its_row() -> None:
    day = programme(item("10:00", title="Visit", groups=["A"]), item("12:00", title="Lunch"))[0]
    assert shape(day) == ["Visit", "Lunch"]


def test_the_head_says_the_true_weekday_and_where_in_the_mission_it_is() -> None:
    days = programme(item("09:00"), item("09:00", day=2), item("22:00", day="2025-05-04"), language="it")
    heads = [(day.numeral, day.weekday, day.month, day.about) for day in days]
    assert heads == [
        ("4", "Domenica", "Maggio 2025", ""),
        ("5", "Lunedì", "Maggio 2025", "Giorno 1 di 3"),
        ("6", "Martedì", "Maggio 2025", "Giorno 2 di 3"),
    ]


def test_heads_name_the_zone_where_clocks_differ_within_the_mission() -> None:
    days = programme(item("09:00"), item("09:00", day=2, zone="America/Mexico_City"))
    assert [day.about for day in days] == ["Day 1 of 3 · Madrid, UTC+2", "Day 2 of 3 · Madrid, UTC+2"]


def test_the_route_names_towns_in_order_none_twice_in_a_row() -> None:
    bilbao = place("Hall", city="Bilbao")
    day = programme(
        item(title="Out", kind="train", leg="T1"),
        item("11:00", place_id=bilbao.id),
        item("12:00", city="Zamudio"),
        item("13:00", city="Gernika", status="cancelled"),
        leg("08:00", "09:00", "T1", origin_text="Bologna", destination_text="Bilbao"),
        bilbao,
        organisation("ART-ER", city="Bologna"),
    )[0]
    assert day.route == ("Bologna", "Bilbao", "Zamudio")


def test_a_journey_for_everyone_without_a_row_gets_one_where_its_time_belongs() -> None:
    day = programme(item("06:00", title="Up"), item("12:00", title="Lunch"), leg("09:00", "10:00", "LH1"))[0]
    assert shape(day) == ["Up", "Flight", "Lunch"]


def test_an_item_for_one_group_is_left_out_of_the_other_s_programme() -> None:
    the_plan = plan(
        item("09:00", title="For A", groups=["A"]), item("10:00", title="All"), delegate("X", groups="B")
    )
    group = next(one for one in the_plan.groups if one.name and one.name.best("en") == "B")
    days = Agenda(Voice(the_plan, "en")).programme_days(group, leading=False)
    assert shape(days[0]) == ["All"]
