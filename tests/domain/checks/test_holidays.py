from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.base.i18n import translator
from missionplanner.domain.checks import Finding, Knowledge, check, said
from missionplanner.domain.checks.knowledge import ClockChange
from missionplanner.domain.records import Record
from missionplanner.domain.texts import Texts
from tests.factories import START, Made, delegate, destination, item, mission, plan

TUESDAY = START + dt.timedelta(days=1)
NAME = Texts.of({"en": "Day of Bread", "it": "Festa del pane"})
KNOWN = Knowledge(
    holidays={("ES", START): NAME, ("IT", TUESDAY): NAME},
    city_holidays={("ES", "bilbao", TUESDAY): NAME},
    weekends={"ES": frozenset({6, 7}), "IT": frozenset({6, 7}), "SA": frozenset({5, 6})},
    home="IT",
)
ANNA = delegate("Anna Neri")


def found(rule: str, *things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(ANNA, *things), KNOWN, only=[rule])


HOLIDAYS: dict[str, tuple[list[Made | Record], str]] = {
    "of its country": (
        [item(title="a", country="ES")],
        "2025-05-05 is a public holiday there (Day of Bread): “a”.",
    ),
    "of the destination": (
        [destination("Bilbao", country="ES"), item(title="a")],
        "2025-05-05 is a public holiday there (Day of Bread): “a”.",
    ),
    "of its city": (
        [item(title="a", country="ES", city="Bilbao", day=2)],
        "2025-05-06 is a public holiday there (Day of Bread): “a”.",
    ),
    "at home": (
        [item(title="a", country="ES", city="Vitoria", day=2)],
        "2025-05-06 is a public holiday at home (Day of Bread): offices and delegates may be off.",
    ),
    "on the way": ([item(title="a", country="ES", kind="flight")], ""),
    "nowhere": ([item(title="a")], ""),
    "cancelled": ([item(title="a", country="ES", status="cancelled")], ""),
}


@pytest.mark.parametrize("case", HOLIDAYS)
def test_holiday(case: str) -> None:
    things, expected = HOLIDAYS[case]
    assert [str(one.message) for one in found("holiday", *things)] == ([expected] if expected else [])


def test_a_holiday_is_named_in_the_reader_s_language() -> None:
    (one,) = found("holiday", *(item(title=name, country="ES") for name in "ab"))
    spoken = said(one, translator("it"), lambda day: f"{day:%d/%m}")
    assert "Festa del pane" in spoken or "Day of Bread" in spoken
    assert spoken.endswith("“a”, “b”.")


@pytest.mark.parametrize(
    ("day", "country", "kind", "expected"),
    [
        (6, "ES", "site_visit", "2025-05-10 is a weekend there: “a”."),
        (6, "ES", "conference", ""),
        (5, "ES", "site_visit", ""),
        (5, "SA", "site_visit", "2025-05-09 is a weekend there: “a”."),
        (7, "SA", "site_visit", "2025-05-11 is a weekend at home and a working day there."),
        (7, "XX", "site_visit", ""),
    ],
)
def test_weekend(day: int, country: str, kind: str, expected: str) -> None:
    seen = found("weekend", item(title="a", day=day, country=country, kind=kind))
    assert [str(one.message) for one in seen] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({}, 1), ({"zone": "Asia/Tokyo"}, 0), ({"end": START}, 0), ({"travel_end": TUESDAY}, 1)],
)
def test_dst_change(fields: dict[str, Any], expected: int) -> None:
    change = ClockChange("Europe/Madrid", TUESDAY, dt.datetime(2025, 5, 6, 1, tzinfo=dt.UTC), 60)
    known = replace(KNOWN, clock_changes=(change, change))
    seen = check(plan(mission(**fields)), known, only=["dst_change"])
    assert len(seen) == expected
    assert all("go forward by 60 min on 2025-05-06" in str(one.message) for one in seen)
