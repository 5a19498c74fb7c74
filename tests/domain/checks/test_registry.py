from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.domain.checks import RULES, check, rule, said
from missionplanner.domain.checks.findings import Severity
from missionplanner.domain.checks.registry import BESIDES
from missionplanner.domain.plan import PARTS, MissionPlan, in_order
from missionplanner.domain.records import Acceptance
from missionplanner.domain.texts import Texts
from tests.factories import MISSION, clock, delegate, item, leg, plan, uid

NAMES = ["Anna Neri", "Li Wei", "Zoë Żółć"]
BOTH = plan(delegate("Anna Neri"), item("09:00", "11:00", "a"), item("09:30", "11:00", "b"))


def accepted(one: MissionPlan) -> MissionPlan:
    (finding,) = check(one)
    kept = Acceptance(
        id=uid("kept"), mission_id=MISSION, finding=finding.identity, facts=finding.facts, reason="Twins"
    )
    return replace(one, acceptances=(kept,))


def test_an_acceptance_is_kept_while_the_facts_are() -> None:
    (finding,) = check(accepted(BOTH))
    assert (finding.accepted, finding.blocks) == ("Twins", False)


def test_an_acceptance_falls_when_the_facts_change() -> None:
    later = accepted(BOTH)
    later = later.with_(replace(later.items[1], start=clock("10:00")))
    (finding,) = check(later)
    assert (finding.accepted, finding.blocks) == (None, True)


def test_an_acceptance_falls_when_another_person_is_concerned() -> None:
    rows = [item("09:00", "11:00", "a"), item("09:30", "11:00", "b")]
    wider = plan(delegate("Anna Neri"), delegate("Li Wei"), *rows)
    (finding,) = check(replace(wider, acceptances=accepted(BOTH).acceptances))
    assert finding.accepted is None


def test_only_some_rules_may_run() -> None:
    assert check(BOTH, only=["outside_mission"]) == ()
    with pytest.raises(KeyError):
        check(BOTH, only=["no such rule"])


def test_a_rule_is_registered_once() -> None:
    with pytest.raises(ValueError, match="double_booking"):
        rule("double_booking", severity=Severity.CLASH, title="again")(RULES["double_booking"].look)


def test_an_empty_plan_is_quiet() -> None:
    assert check(plan()) == ()


def test_a_sentence_is_said_with_titles_and_days_of_its_language() -> None:
    titled = BOTH.with_(replace(BOTH.items[0], title=Texts.of({"it": "Visita", "en": "Visit"})))
    (finding,) = check(titled)
    spoken = said(finding, translator("en"), lambda day: f"{day:%d/%m}", ["it"])
    assert spoken == "Anna Neri is in two places on 05/05 at 09:30: “Visit” (09:00–11:00) and “b” (09:30–11:00)."


TIMES = st.none() | st.integers(0, 47).map(lambda n: dt.time(n // 2, n % 2 * 30))


@st.composite
def plans(draw: st.DrawFn) -> MissionPlan:
    legs = [leg("09:00", "12:00", "L1"), leg("10:00", "15:00", "L2", day=2, passengers=NAMES[:2])]
    people = [
        delegate(name, arrival=draw(st.sampled_from([None, "L1"])), departure=draw(st.sampled_from([None, "L2"])))
        for name in NAMES
    ]
    rows = []
    for number in range(draw(st.integers(1, 10))):
        who = draw(st.none() | st.lists(st.sampled_from(NAMES), unique=True))
        kind = draw(st.sampled_from(["site_visit", "logistics", "free_time"]))
        own = draw(st.sampled_from([None, None, "L1", "L2"]))
        day = draw(st.integers(0, 3))
        made = item(title=f"i{number}", day=day, people=who, kind=kind, leg=own)
        rows.append(replace(made, record=replace(made.record, start=draw(TIMES), end=draw(TIMES))))
    return plan(*legs, *people, *rows)


@given(plans(), st.integers())
def test_findings_do_not_depend_on_the_order_of_input(one: MissionPlan, seed: int) -> None:
    mixed: dict[str, Any] = {}
    for name in PARTS:
        records = list(getattr(one, name))
        random.Random(seed).shuffle(records)
        mixed[name] = tuple(records)
    renumbered = replace(one, **mixed)
    assert check(renumbered) == check(one)
    assert check(replace(renumbered, items=in_order(renumbered.items))) == check(one)


@given(plans())
def test_no_pair_is_told_twice_to_the_same_person(one: MissionPlan) -> None:
    found = [each for each in check(one) if each.rule not in ("negative_duration", "outside_mission")]
    told = [
        (person, frozenset(each.items) if each.rule == "double_booking" else (each.legs, each.items))
        for each in found
        for person in each.people
    ]
    assert len(told) == len(set(told))
    assert len({each.identity for each in found}) == len(found)


def test_who_left_before_an_item_is_not_told_of_a_short_night_too() -> None:
    home = leg("10:00", "15:00", "L2", day=2, passengers=NAMES[:2])
    one = plan(home, delegate(NAMES[0]), delegate(NAMES[1], departure="L2"), item("00:00", title="late", day=3))
    told = {each.rule: each.people for each in check(one)}
    assert told == {"after_departure": (uid("person:Li Wei"),), "short_rest": (uid("person:Anna Neri"),)}


def test_a_day_without_lunch_and_dinner_is_two_findings() -> None:
    rows = [item(f"{hour:02}:00", f"{hour + 3:02}:00", f"i{hour}") for hour in range(8, 23, 3) if hour < 21]
    one = plan(delegate("Anna Neri"), *rows)
    found = check(one, only=["no_meal"])
    assert len({each.identity for each in found}) == len(found) == 2


def test_what_rules_rest_on_is_known() -> None:
    named = {part for one in RULES.values() for part in one.rests_on or ()}
    assert named <= {*PARTS, *BESIDES}
