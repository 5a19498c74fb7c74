"""What is due, and what is there."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.missions.readiness import counts, deadlines, departs_in
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import FollowUpState, ItemKind, MissionStatus, PartnerState, VisaState
from tests import factories as f

TODAY = f.START - dt.timedelta(days=40)
HOST = f.uid("organisation:Host")


@pytest.fixture
def plan() -> MissionPlan:
    partner = r.Partner(
        id=f.uid("partner"), mission_id=f.MISSION, organisation_id=HOST, state=PartnerState.CONTACTED
    )
    chased = [TODAY - dt.timedelta(days=9), TODAY + dt.timedelta(days=3)]
    visit = f.item(
        "09:00", "10:00", "Visit", kind=ItemKind.SITE_VISIT, status="tentative", place_id=f.uid("place:Lab")
    )
    return f.plan(
        f.delegate("Ada Neri", groups=["A"], document_expires=Secret("2030-01-01")),
        f.delegate("Bo Verdi", visa=VisaState.APPLIED),
        r.Delegate(mission_id=f.MISSION, place_of_id=HOST),
        f.organisation("Host"),
        f.place("Lab", notice_days=30),
        visit,
        f.item("12:00", "13:00", "Lunch", kind=ItemKind.MEAL),
        f.item("15:00", "16:00", "Off", status="cancelled"),
        r.ItemHost(mission_id=f.MISSION, item_id=visit.id, organisation_id=HOST),
        partner,
        *(
            r.PartnerRequest(mission_id=f.MISSION, partner_id=partner.id, position=n, next_day=day)
            for n, day in enumerate(chased)
        ),
    )


def due(plan: MissionPlan, today: dt.date = TODAY, record: MissionRecord | None = None) -> dict[str, int]:
    """Return what is due, with the days until then."""
    return {one.key: (one.day - today).days for one in deadlines(plan, record or MissionRecord(), today)}


def test_what_is_due_comes_from_phases_and_data(plan: MissionPlan) -> None:
    found = due(plan)
    assert found["documents"] == -5
    assert found["chase"] == 3
    assert found["access"] == 10
    assert found["unconfirmed"] == found["visas"] == 26
    assert found["print"] == 38
    assert found["places"] == -2
    assert "b2b" not in found
    assert "concept" not in found
    assert list(found.values()) == sorted(found.values())


def test_what_has_passed_and_what_is_settled_is_not_due(plan: MissionPlan) -> None:
    after = f.START + dt.timedelta(days=5)
    assert set(due(plan, after)) == {"chase", "thanks", "six_months", "one_year", "three_years"}
    over = f.plan(f.mission(status=MissionStatus.ARCHIVED), f.item("09:00", None, "x", status="tentative"))
    assert due(over) == {}
    record = MissionRecord(
        followups=tuple(
            r.FollowUp(mission_id=f.MISSION, text=Texts.of("Call"), due=TODAY, state=state)
            for state in (FollowUpState.OPEN, FollowUpState.DONE)
        )
    )
    assert [one.key for one in deadlines(plan, record, TODAY)].count("followup") == 1


def test_counts_tell_what_is_there_and_name_what_is_missing(plan: MissionPlan) -> None:
    found = {one.key: one for one in counts(plan)}
    assert {key: (one.done, one.total) for key, one in found.items()} == {
        "items": (1, 2),
        "places": (1, 1),
        "hosts": (0, 1),
        "delegates": (2, 3),
        "leaders": (0, 1),
        "documents": (1, 2),
    }
    assert found["items"].missing == (f.uid("item:Visit"),)
    assert found["hosts"].missing == (HOST,)


def test_a_contact_of_the_host_counts_from_either_side(plan: MissionPlan) -> None:
    contact = f.plan(
        f.organisation("Host"),
        f.person("Eva Host", organisation_id=HOST),
        f.item("09:00", "10:00", "Visit"),
        r.ItemHost(mission_id=f.MISSION, item_id=f.uid("item:Visit"), organisation_id=HOST),
        r.Partner(id=f.uid("p"), mission_id=f.MISSION, organisation_id=HOST),
        r.PartnerContact(mission_id=f.MISSION, partner_id=f.uid("p"), person_id=f.uid("person:Eva Host")),
    )
    assert [(one.done, one.total) for one in counts(contact) if one.key == "hosts"] == [(1, 1)]


def test_an_empty_mission_is_quiet_and_days_are_counted() -> None:
    plan = f.plan()
    assert counts(plan) == ()
    assert set(due(plan)) == {"thanks", "six_months", "one_year", "three_years"}
    assert (departs_in(plan, TODAY), departs_in(plan, f.START + dt.timedelta(days=1))) == (40, -1)
