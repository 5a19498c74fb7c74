from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.checks import Finding, check
from missionplanner.domain.programme.timing import span_of
from missionplanner.domain.records import Record
from tests.factories import Made, delegate, group, item, leg, place, plan, uid

ANNA = delegate("Anna Neri", groups=["A"])
LI = delegate("Li Wei", groups=["B"])


def found(*things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(*things), only=["double_booking"])


def test_one_person_in_two_items_that_overlap() -> None:
    (one,) = found(ANNA, item("09:00", "11:00", "AIC visit"), item("09:30", "11:00", "CFAA visit"))
    assert str(one.message) == (
        "Anna Neri is in two places on 2025-05-05 at 09:30: "
        "“AIC visit” (09:00–11:00) and “CFAA visit” (09:30–11:00)."
    )
    assert one.items == (uid("item:AIC visit"), uid("item:CFAA visit"))
    assert one.people == (uid("person:Anna Neri"),)


QUIET: dict[str, Iterable[Made]] = {
    "half-open": [item("09:00", "10:00", "a"), item("10:00", "11:00", "b")],
    "parallel groups": [item("09:00", "10:00", "a", groups=["A"]), item("09:00", "10:00", "b", groups=["B"])],
    "cancelled": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", status="cancelled")],
    "idea": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", status="idea")],
    "free time": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", kind="free_time")],
    "hotel": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", kind="hotel")],
    "no end, later": [item("09:00", None, "a"), item("09:01", "10:00", "b")],
    "no end, at its end": [item("09:00", "10:00", "a"), item("10:00", None, "b")],
    "no start": [item(None, "10:00", "a"), item("09:00", "10:00", "b")],
    "shelf": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", day=None)],
    "excepted": [
        item("09:00", "10:00", "a", excepted=["Anna Neri"]),
        item("09:00", "10:00", "b", people=["Anna Neri"]),
    ],
    "other zone": [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", zone="Europe/London")],
}


@pytest.mark.parametrize("case", QUIET)
def test_what_is_no_clash(case: str) -> None:
    assert found(ANNA, LI, *QUIET[case]) == ()


CLASHING: dict[str, Iterable[Made]] = {
    "equal starts without ends": [item("09:00", None, "a"), item("09:00", None, "b")],
    "no end, inside": [item("09:00", "10:00", "a"), item("09:59", None, "b")],
    "no end, at its start": [item("09:00", "10:00", "a"), item("09:00", None, "b")],
    "a long one": [item("08:00", "18:00", "a"), item("17:59", "19:00", "b")],
    "over midnight": [item("22:00", "01:00", "a", end_date=2), item("00:30", None, "b", day=2)],
    "other zone": [item("09:00", "10:00", "a"), item("08:30", None, "b", zone="Europe/London")],
    "over the date line": [
        item("09:00", "10:00", "a", day=2, zone="Pacific/Auckland"),
        item("11:30", None, "b", day=1, zone="Pacific/Honolulu"),
    ],
    "in the night of a change": [
        item("01:30", "03:30", "a", day="2025-03-30"),
        item("01:00", None, "b", day="2025-03-30", zone="UTC"),
    ],
    "unknown status": [item("09:00", "10:00", "a", status=None), item("09:00", "10:00", "b")],
    "by a role": [
        item("09:00", "10:00", "a", people=[], roles=["Anna Neri"]),
        item("09:00", "10:00", "b", groups=["A"]),
    ],
}


@pytest.mark.parametrize("case", CLASHING)
def test_what_is_a_clash(case: str) -> None:
    assert [one.rule for one in found(ANNA, LI, *CLASHING[case])] == ["double_booking"]


def test_many_people_are_one_line() -> None:
    names = [f"{letter} Rossi" for letter in "ABCDEFGH"]
    crowd = [delegate(name, groups=["A"]) for name in names]
    both = [item("09:00", "10:00", "a"), item("09:00", "10:00", "b", groups=["A"])]
    (one,) = found(*crowd, ANNA, LI, *both)
    assert str(one.message).startswith("9 people, among them A Rossi, Anna Neri, B Rossi, are in two places")
    assert len(one.people) == 9
    (all_of_them,) = found(*crowd, *both)
    assert str(all_of_them.message).startswith("The whole delegation is in two places")


def test_without_names_groups_stand_for_people() -> None:
    groups = [group("A"), group("B")]
    both = [item("09:00", "10:00", "a", groups=["A"]), item("09:00", "10:00", "b", groups=["B"])]
    assert found(*groups, *both) == ()
    (one,) = found(*groups, *both, item("09:30", "10:30", "c", day=1, groups=["A"]))
    assert (one.people, str(one.message)[:22]) == ((), "A is in two places on ")
    (whole,) = found(item("09:00", "10:00", "a"), item("09:00", None, "b"))
    assert str(whole.message).startswith("The whole delegation")


def test_hours_of_two_zones_say_whose_clock_it_is() -> None:
    call = item("10:30", "11:30", "call", zone="America/New_York")
    (one,) = found(ANNA, call, item("17:00", None, "talk"))
    assert str(one.message).endswith(
        "on 2025-05-05 at 17:00: “call” (10:30–11:30 New York) and “talk” (17:00 Madrid)."
    )


TIMES = st.none() | st.integers(0, 11).map(lambda n: dt.time(n + 8))


@given(st.lists(st.tuples(TIMES, TIMES), max_size=12))
def test_the_sweep_finds_what_comparing_all_pairs_finds(
    times: list[tuple[dt.time | None, dt.time | None]],
) -> None:
    made = [item(title=f"i{number}") for number in range(len(times))]
    rows = [
        replace(one, record=replace(one.record, start=start, end=end))
        for one, (start, end) in zip(made, times, strict=True)
    ]
    one = plan(ANNA, *rows)
    spans = [(row.id, span_of(one, row)) for row in one.items]
    expected = {frozenset((a, b)) for (a, x), (b, y) in combinations(spans, 2) if x.overlaps(y)}
    assert {frozenset(each.items) for each in check(one, only=["double_booking"])} == expected


def test_rows_of_alternative_flights_are_for_those_who_fly() -> None:
    flights = [
        leg("06:40", "08:55", "LH1", passengers=["Anna Neri"]),
        leg("07:00", "09:15", "LH2", passengers=["Li Wei"]),
    ]
    assert found(ANNA, LI, *flights, item(title="one", leg="LH1"), item(title="two", leg="LH2")) == ()


def test_a_row_against_an_item_is_told_by_the_journey() -> None:
    things = (ANNA, leg("09:00", "11:00", "Bus"), item(title="ride", leg="Bus"), item("10:00", "12:00", "talk"))
    assert [one.rule for one in check(plan(*things))] == ["impossible_travel"]


def test_the_zone_of_a_place_counts() -> None:
    london = place("Office", zone="Europe/London")
    assert found(ANNA, london, item("09:00", "10:00", "a", place_id=london.id), item("09:00", "10:00", "b")) == ()
