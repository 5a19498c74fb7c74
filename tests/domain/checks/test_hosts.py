from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, Severity, check
from missionplanner.domain.vocabulary import ItemRole, PartnerState
from tests.factories import MISSION, START, Made, delegate, item, organisation, place, plan, uid

ANNA = delegate("Anna Neri")


def before(days: int, **fields: Any) -> Options:
    return Options(today=START - dt.timedelta(days=days), **fields)


def found(rule: str, *things: Made | r.Record, days: int = 10, **options: Any) -> tuple[Finding, ...]:
    return check(plan(ANNA, *things), only=[rule], options=before(days, **options))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (31, []),
        (30, [Severity.TO_DO]),
        (15, [Severity.TO_DO]),
        (14, [Severity.WARNING]),
        (0, [Severity.WARNING]),
        (-3, []),
    ],
)
def test_unconfirmed_grows_graver(days: int, expected: list[Severity]) -> None:
    seen = found("unconfirmed", item(title="a", status="tentative"), days=days)
    assert [one.severity for one in seen] == expected


def test_all_that_is_not_confirmed_is_one_line() -> None:
    rows = [item(title=name, status="requested") for name in "abcd"]
    (one,) = found("unconfirmed", *rows, item(title="e"), item(title="f", status="idea"))
    assert (
        str(one.message) == "4 items are not confirmed yet, among them “a”, “b”, “c”; departure is on 2025-05-05."
    )


ADDRESSED: dict[str, list[Made | r.Record]] = {
    "its place's": [place("P", address="Street 1"), item(title="a", place_id=uid("place:P"))],
    "coordinates": [place("P", lat=43.0, lon=-2.0), item(title="a", place_id=uid("place:P"))],
    "no meeting": [item(title="a", kind="meal")],
    "over": [item(title="a", day=1)],
}


@pytest.mark.parametrize("case", ADDRESSED)
def test_what_needs_no_address(case: str) -> None:
    assert found("no_address", *ADDRESSED[case], days=-1 if case == "over" else 10) == ()


def test_no_address() -> None:
    (one,) = found("no_address", item(title="a"), item(title="b", place_text="Somewhere"))
    assert str(one.message) == "“a”, “b” have no address."


def host(made: Made) -> Made:
    parts = [
        replace(one, role=ItemRole.HOST_CONTACT) if isinstance(one, r.ItemPerson) else one for one in made.parts
    ]
    return replace(made, parts=tuple(parts))


def test_no_host_contact() -> None:
    (one,) = found("no_host_contact", item(title="a"), item(title="b", kind="meal"))
    assert str(one.message) == "“a”: nobody is named to contact at the host."
    assert found("no_host_contact", host(item(title="a", roles=["Ane"]))) == ()
    assert len(found("no_host_contact", host(item(title="a", roles=["Anna Neri"])))) == 1


def partner(name: str, state: PartnerState, asked: int | None) -> list[r.Record]:
    one = r.Partner(
        id=uid(f"partner:{name}"), mission_id=MISSION, organisation_id=uid(f"organisation:{name}"), state=state
    )
    request = r.PartnerRequest(
        id=uid(f"request:{name}"),
        mission_id=MISSION,
        partner_id=one.id,
        date=START - dt.timedelta(days=asked) if asked is not None else None,
    )
    return [organisation(name), one, request]


def test_a_partner_s_contact_is_enough() -> None:
    made = item(title="a")
    hosted = r.ItemHost(mission_id=MISSION, item_id=made.id, organisation_id=uid("organisation:AIC"))
    contact = r.PartnerContact(
        mission_id=MISSION, partner_id=uid("partner:AIC"), person_id=uid("person:Anna Neri")
    )
    assert found("no_host_contact", made, hosted, contact, *partner("AIC", PartnerState.CONFIRMED, None)) == ()


@pytest.mark.parametrize(
    ("state", "asked", "expected"),
    [
        (PartnerState.CONTACTED, 21, 1),
        (PartnerState.CONTACTED, 20, 0),
        (PartnerState.CONTACTED, None, 0),
        (PartnerState.ANSWERED, 50, 0),
    ],
)
def test_no_answer(state: PartnerState, asked: int | None, expected: int) -> None:
    assert len(found("no_answer", *partner("AIC", state, asked))) == expected


def test_silent_hosts_are_one_line() -> None:
    some = [*partner("AIC", PartnerState.CONTACTED, 40), *partner("BIC", PartnerState.CONTACTED, 50)]
    (one,) = found("no_answer", *some)
    assert str(one.message) == "“BIC”, “AIC” have not answered for more than 10 days."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id_required": True}, 1),
        ({"id_required": True, "entrance": "Gate 2"}, 0),
        ({"id_required": True, "meeting_point": "Lobby"}, 0),
        ({}, 0),
    ],
)
def test_no_entrance(fields: dict[str, Any], expected: int) -> None:
    rows = [item(title=name, place_id=uid("place:Lab")) for name in "ab"]
    assert len(found("no_entrance", place("Lab", **fields), *rows)) == expected


VISIT = item("09:00", "10:00", "a", place_id=uid("place:Lab"))


@pytest.mark.parametrize(
    ("days", "expected"),
    [(25, []), (24, [Severity.TO_DO]), (10, [Severity.TO_DO]), (9, [Severity.WARNING]), (-1, [])],
)
@pytest.mark.parametrize(("rule", "fields"), [("access_list_due", {}), ("nda_due", {"nda": True})])
def test_papers_are_due_so_many_days_before(
    rule: str, fields: dict[str, Any], days: int, expected: list[Severity]
) -> None:
    seen = found(rule, place("Lab", notice_days=10, **fields), VISIT, days=days)
    assert [one.severity for one in seen] == expected


def test_an_agreement_is_due_a_week_before_where_nobody_says() -> None:
    (one,) = found("nda_due", place("Lab", nda=True), VISIT)
    assert str(one.message) == "Lab asks for signed non-disclosure agreements by 2025-04-28; people: 1."
    assert found("nda_due", place("Lab", nda=False, notice_days=3), VISIT) == ()


def test_rooms_of_one_house_are_one_line_and_late_ones_too() -> None:
    house = organisation("Ministry")
    rooms = [place(name, organisation_id=house.id, notice_days=10) for name in ("R1", "R2")]
    rows = [item("09:00", "10:00", name, place_id=uid(f"place:{name}")) for name in ("R1", "R2")]
    (one,) = found("access_list_due", house, *rooms, *rows)
    assert str(one.message) == "Ministry wants the list of visitors by 2025-04-25; people: 1."
    other: list[Made | r.Record] = [place("Lab", notice_days=12), VISIT]
    (late,) = found("access_list_due", house, *rooms, *rows, *other, days=2)
    assert str(late.message) == "The lists of visitors for “Lab”, “Ministry” were due, the first by 2025-04-23."
