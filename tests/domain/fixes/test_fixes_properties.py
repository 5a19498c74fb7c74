from __future__ import annotations

import datetime as dt
import time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain.checks import RULES, Finding, Knowledge, Options, Severity, check
from missionplanner.domain.checks.knowledge import Spot
from missionplanner.domain.fixes import WAYS_OUT, Trial, fixes_for, ways_for
from missionplanner.domain.plan import MissionPlan
from tests.factories import delegate, item, leg, place, plan

PEOPLE = ("Anna Neri", "Bruno Costa", "Carla Riva", "Dario Sala")
PLACES = (
    place("Hall"),
    place("Plant", opens=dt.time(9), closes=dt.time(17)),
    place("Lab", exclusive=True, capacity=3),
)
APART: dict[tuple[Spot, Spot], float] = {
    (one.id, other.id): 2.0 * abs(a - b) for a, one in enumerate(PLACES) for b, other in enumerate(PLACES)
}
KNOWN = Knowledge(distances=APART)
TODAY = Options(today=dt.date(2025, 5, 1))

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(1, 2),
            "start": st.integers(8 * 4, 18 * 4),
            "length": st.integers(1, 8),
            "groups": st.sampled_from([None, ("A",), ("B",), ("A", "B")]),
            "kind": st.sampled_from(["site_visit", "meal", "institutional_meeting"]),
            "place": st.sampled_from([None, 0, 1, 2]),
            "locked": st.booleans(),
        }
    ),
    min_size=2,
    max_size=7,
)


def made(rows: list[dict[str, Any]]) -> MissionPlan:
    people = [delegate(one, groups=["AB"[number % 2]], arrival="IB1") for number, one in enumerate(PEOPLE)]
    items = []
    for number, one in enumerate(rows):
        ends = one["start"] + one["length"]
        where = PLACES[one["place"]].id if one["place"] is not None else None
        items.append(
            item(
                f"{one['start'] // 4:02}:{one['start'] % 4 * 15:02}",
                f"{ends // 4:02}:{ends % 4 * 15:02}",
                f"Item {number}",
                day=one["day"],
                groups=one["groups"],
                kind=one["kind"],
                place_id=where,
                locked=one["locked"] or None,
            )
        )
    return plan(*PLACES, leg("07:00", "10:10", "IB1"), *people, *items)


def troubles(one: MissionPlan) -> set[tuple[str, frozenset[Any], Any]]:
    """Return who has which clash about what."""
    return {
        (each.rule, frozenset((*each.items, *each.legs, *each.others)), person)
        for each in check(one, KNOWN, options=TODAY)
        if each.severity is Severity.CLASH
        for person in each.people or (None,)
    }


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_any_fix_clears_its_finding_and_makes_no_clash(rows: list[dict[str, Any]]) -> None:
    one = made(rows)
    trial = Trial(one, KNOWN, TODAY)
    locked = {each.id: each for each in one.items if each.locked}
    for finding in check(one, KNOWN, options=TODAY):
        for way in ways_for(trial, finding):
            after = way.changes.on(one)
            assert troubles(after) <= troubles(one)
            assert not any(_is(each, finding) for each in check(after, KNOWN, options=TODAY))
            for identity, each in locked.items():
                now = after.item(identity)
                assert now is not None
                assert (now.date, now.start, now.end) == (each.date, each.start, each.end)


def _is(one: Finding, finding: Finding) -> bool:
    return one.identity == finding.identity


@settings(max_examples=20, deadline=None)
@given(ROWS)
def test_looking_at_the_days_concerned_alone_finds_the_same(rows: list[dict[str, Any]]) -> None:
    one = made(rows)
    trial = Trial(one, KNOWN, TODAY)
    for finding in check(one, KNOWN, options=TODAY):
        near = fixes_for(one, finding, KNOWN, options=TODAY)
        assert near == tuple(way.fix for way in ways_for(trial, finding))


def test_every_rule_with_ways_out_is_one() -> None:
    assert WAYS_OUT.keys() < RULES.keys()


def test_a_large_mission_takes_no_longer_than_a_moment() -> None:
    people = [delegate(f"P{number} Rossi", groups=[f"G{number % 10}"]) for number in range(500)]
    rows = [
        item(f"{9 + hour:02}:00", f"{9 + hour:02}:50", f"{day} {group} {hour}", day=day, groups=[f"G{group}"])
        for day in range(1, 6)
        for group in range(10)
        for hour in range(8)
    ]
    doubled = item("10:20", "10:50", "Doubled", day=3, groups=["G3"])
    one = plan(*people, *rows, doubled, end=dt.date(2025, 5, 9))
    (finding,) = (each for each in check(one) if each.rule == "double_booking")
    begun = time.process_time()
    assert fixes_for(one, finding)
    # About 60 ms where nothing else runs; trying a fix on all of it from scratch takes seconds.
    assert time.process_time() - begun < 0.5
