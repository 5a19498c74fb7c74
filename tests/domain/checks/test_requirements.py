"""What is due from delegates is told in time, of those who lack it, until somebody says it is settled."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Knowledge, Options, Severity, check, said
from missionplanner.domain.delegates.requirements import due_dates
from missionplanner.domain.missions.readiness import deadlines
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    DueBasis,
    FeeState,
    ReadyState,
    RequirementKind,
    VisaState,
)
from tests.factories import MISSION, START, date_of, delegate, destination, item, person, place, plan, uid

ANNA, LI = uid("delegate:Anna Neri"), uid("delegate:Li Wei")


def required(kind: str = "other", **fields: Any) -> r.Requirement:
    return r.Requirement(id=uid("required"), mission_id=MISSION, kind=RequirementKind(kind), **fields)


def state(delegate_id: Any, state: ReadyState) -> r.RequirementState:
    identity = uid(f"state:{delegate_id}")
    return r.RequirementState(
        id=identity, mission_id=MISSION, requirement_id=uid("required"), delegate_id=delegate_id, state=state
    )


def found(one: MissionPlan, days: int) -> list[Finding]:
    today = START - dt.timedelta(days=days)
    return [each for each in check(one, options=Options(today=today)) if each.rule == "requirement_due"]


def test_it_is_counted_back_from_departure_by_calendar_months() -> None:
    one = plan(required(before_months=2, before_days=1), delegate("Anna Neri"))
    assert [each.day for each in due_dates(one)] == [dt.date(2025, 3, 4)]


def test_it_is_counted_back_from_an_item_or_a_day_of_its_own() -> None:
    visit = item(title="visit", day=3)
    by_item = required(basis=DueBasis.ITEM, item_id=visit.id, before_days=3)
    (due,) = due_dates(plan(by_item, visit, delegate("Anna Neri")))
    assert due.day == date_of(0)
    (due,) = due_dates(plan(required(due=date_of(-9)), delegate("Anna Neri")))
    assert due.day == date_of(-9)
    (due,) = due_dates(plan(required(basis=DueBasis.ITEM, before_months=90000), delegate("Anna Neri")))
    assert due.day is None


def test_it_is_told_before_the_day_and_gravely_after_it() -> None:
    one = plan(required("fee", before_days=30), delegate("Anna Neri"), delegate("Li Wei", fee_state=FeeState.PAID))
    assert found(one, 45) == []
    (soon,) = found(one, 40)
    assert said(soon, translator("en")) == "Anna Neri: “Fee” is due by 2025-04-05."
    (late,) = found(one, 20)
    assert (late.severity, late.identity, late.facts) == (Severity.WARNING, soon.identity, soon.facts)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("visa", {"visa": VisaState.GRANTED}),
        ("insurance", {"insurance": VisaState.NOT_NEEDED}),
        ("consent", {"consent_photo": False, "consent_contact": True}),
        ("flight", {"arrival": "IB1", "departure": "IB2"}),
    ],
)
def test_what_is_known_of_a_delegate_settles_it(kind: str, fields: dict[str, Any]) -> None:
    (due,) = due_dates(plan(required(kind), delegate("Anna Neri", **fields), delegate("Li Wei")))
    assert (set(due.concerned), due.missing) == ({ANNA, LI}, (LI,))


def test_somebody_may_say_it_is_settled() -> None:
    people = (delegate("Anna Neri"), delegate("Li Wei"))
    one = plan(required("nda"), *people, state(ANNA, ReadyState.RECEIVED), state(LI, ReadyState.ASKED))
    assert [each.missing for each in due_dates(one)] == [(LI,)]


def test_it_concerns_a_group_an_item_or_a_place() -> None:
    lab = place("Lab")
    rows = (item(title="in the lab", people=["Li Wei"], place_id=lab.id), item(title="all"))
    people = (delegate("Anna Neri", groups=["A"]), delegate("Li Wei", groups=["B"]))
    asked = [required(group_id=uid("group:A")), required(place_id=lab.id), required(item_id=rows[1].id)]
    told = [due_dates(plan(one, lab, *rows, *people))[0].concerned for one in asked]
    assert told == [(ANNA,), (LI,), (ANNA, LI)]


def test_who_is_not_named_yet_has_no_papers() -> None:
    nobody = r.Delegate(id=uid("seat"), mission_id=MISSION, person_id=uid("person:nobody"))
    one = plan(required("photo"), nobody, person("nobody", family=None), delegate("Anna Neri"))
    assert [each.concerned for each in due_dates(one)] == [(ANNA,)]


def test_a_document_that_is_required_is_told_of_once() -> None:
    known, today = Knowledge(home="IT"), Options(today=START - dt.timedelta(days=20))
    people = (delegate("Anna Neri"), destination("Bilbao", country="ES"))
    for asked, rule in (((), "document_missing"), ((required("passport", before_days=60),), "requirement_due")):
        rules = [each.rule for each in check(plan(*people, *asked), known, options=today)]
        assert [one for one in rules if one in ("document_missing", "requirement_due")] == [rule]


def test_it_is_among_what_is_due() -> None:
    one = plan(required("visa", before_days=9), delegate("Anna Neri"), delegate("Li Wei"))
    (due,) = (
        each for each in deadlines(one, MissionRecord(), START - dt.timedelta(99)) if each.key == "requirement"
    )
    assert (translator("en").say(due.what), due.day) == ("Visas due: 2", date_of(-8))
    named = plan(required("visa", name=Texts.of("ESTA"), before_days=9), delegate("Anna Neri"))
    (due,) = (
        each for each in deadlines(named, MissionRecord(), START - dt.timedelta(99)) if each.key == "requirement"
    )
    assert translator("en").say(due.what) == "ESTA: due from 1"
