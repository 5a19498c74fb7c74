"""Lists of visitors and agreements to sign: told until all are sent and signed, and whom a place refused."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, Severity, check
from missionplanner.domain.vocabulary import AccessField, AccessState, ReadyState, RequirementKind
from tests.factories import MISSION, START, delegate, item, place, plan, uid

PEOPLE = (delegate("Anna Neri"), delegate("Li Wei"))
LAB = place("Lab", notice_days=5, nda=True)
VISIT = item("09:00", "10:00", "visit", place_id=LAB.id)


def entry(name: str, state: AccessState) -> r.AccessEntry:
    identity = uid(f"entry:{name}")
    delegate_id = uid(f"delegate:{name}")
    return r.AccessEntry(id=identity, mission_id=MISSION, place_id=LAB.id, delegate_id=delegate_id, state=state)


def found(rule: str, *things: r.Record, lab: r.Place = LAB, days: int = 10) -> list[Finding]:
    one = plan(lab, VISIT, *PEOPLE, *things)
    return list(check(one, only=[rule], options=Options(today=START - dt.timedelta(days=days))))


def people(findings: list[Finding]) -> list[object]:
    return [dict(one.message.arguments).get("people") for one in findings]


def test_only_those_who_were_not_announced_yet_are_counted() -> None:
    assert people(found("access_list_due")) == [2]
    assert people(found("access_list_due", entry("Li Wei", AccessState.SENT))) == [1]
    assert people(found("access_list_due", entry("Li Wei", AccessState.TO_SEND))) == [2]


@pytest.mark.parametrize("days", [10, 1])
def test_a_list_that_was_sent_is_told_of_no_more(days: int) -> None:
    sent = [entry("Li Wei", AccessState.SENT), entry("Anna Neri", AccessState.CLEARED)]
    assert found("access_list_due", *sent, days=days) == []


@pytest.mark.parametrize("days", [200, 10, 0])
def test_who_was_refused_and_is_still_meant_to_come_is_warned_of(days: int) -> None:
    sent = [entry("Li Wei", AccessState.REFUSED), entry("Anna Neri", AccessState.CLEARED)]
    (one,) = found("access_list_due", *sent, days=days)
    assert (one.severity, one.people, one.items) == (Severity.WARNING, (uid("person:Li Wei"),), (VISIT.id,))
    assert str(one.message) == "Li Wei: Lab refused them, and they are still meant for “visit”."


def test_a_place_that_names_what_it_asks_for_wants_a_list() -> None:
    open_house = place("Lab")
    assert found("access_list_due", lab=open_house) == []
    assert found("access_list_due", lab=place("Lab", access_fields=(AccessField.NAME,)))
    assert found("access_list_due", entry("Li Wei", AccessState.TO_SEND), lab=open_house)


def test_who_has_signed_is_not_asked_again() -> None:
    asked = r.Requirement(id=uid("nda"), mission_id=MISSION, kind=RequirementKind.NDA, place_id=LAB.id)
    states = [
        r.RequirementState(
            id=uid(f"state:{name}"),
            mission_id=MISSION,
            requirement_id=asked.id,
            delegate_id=uid(f"delegate:{name}"),
            state=ReadyState.DONE,
        )
        for name in ("Anna Neri", "Li Wei")
    ]
    assert people(found("nda_due")) == people(found("nda_due", asked)) == [2]
    assert people(found("nda_due", asked, states[0])) == [1]
    assert found("nda_due", asked, *states) == []
