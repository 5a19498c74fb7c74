"""Access lists hold who goes there, and tell what is missing without telling what is known."""

from __future__ import annotations

import datetime as dt

from missionplanner.domain import records as r
from missionplanner.domain.partners.access_lists import access_lists, missing_of, plates_of, visited
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AccessField, AccessState, ItemStatus
from tests.factories import MISSION, START, delegate, item, leg, place, plan, uid

ASKED = (AccessField.NAME, AccessField.JOB, AccessField.DOCUMENT_NUMBER, AccessField.VEHICLE_PLATE)


def made(**fields: object) -> MissionPlan:
    lab = place("Lab", **{"access_fields": ASKED, "notice_days": 10, **fields})
    entry = r.AccessEntry(
        mission_id=MISSION, place_id=lab.id, delegate_id=uid("delegate:Li Wei"), state=AccessState.CLEARED
    )
    visit = item("09:00", "10:00", "visit", day=2, groups=["A"], place_id=lab.id)
    return plan(
        lab,
        entry,
        visit,
        item("11:00", "12:00", "idea", day=1, place_id=lab.id, status=ItemStatus.IDEA),
        delegate("Li Wei", groups=["A"]),
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Berg", groups=["B"]),
        place("Hall"),
        item("14:00", "15:00", "hall", place_id=uid("place:Hall")),
    )


def test_a_list_is_due_days_before_the_first_visit_and_holds_who_goes_there() -> None:
    (found,) = access_lists(made())
    assert found.due == START + dt.timedelta(days=1 - 10)
    assert [one.delegate.id for one in found.visitors] == [uid("delegate:Li Wei"), uid("delegate:Anna Neri")]
    assert (found.left, found.count(AccessState.CLEARED)) == (1, 1)
    assert [one.name for one in visited(made())] == ["Hall"]


def test_a_place_that_wants_nothing_has_a_list_once_somebody_was_noted_there() -> None:
    (found,) = access_lists(made(access_fields=(), notice_days=None))
    assert found.days == 7
    assert found.asks == (AccessField.NAME, AccessField.ORGANISATION)


def test_what_is_missing_is_named_field_by_field() -> None:
    known = made()
    (found,) = access_lists(known)
    missing = missing_of(known, found, found.visitors[0], frozenset())
    assert missing == (AccessField.JOB, AccessField.DOCUMENT_NUMBER, AccessField.VEHICLE_PLATE)
    held = frozenset({AccessField.DOCUMENT_NUMBER})
    people = tuple(
        r.Person(id=one.id, given=one.given, family=one.family, job=Texts.of("Engineer")) for one in known.people
    )
    told = known.changed(people=people)
    (found,) = access_lists(told)
    assert missing_of(told, found, found.visitors[0], held) == (AccessField.VEHICLE_PLATE,)


def test_plates_are_those_of_the_vehicles_one_rides_in_that_day() -> None:
    bus = r.Vehicle(mission_id=MISSION, id=uid("bus"), name="Bus", plate="1234 BCD")
    known = plan(
        place("Lab", access_fields=(AccessField.VEHICLE_PLATE,)),
        item("09:00", "10:00", "visit", day=2, place_id=uid("place:Lab")),
        delegate("Li Wei"),
        delegate("Anna Neri"),
        leg("08:00", "08:30", "T1", day=2, passengers=["Li Wei"], vehicle_id=bus.id),
        bus,
    )
    (found,) = access_lists(known)
    assert [plates_of(known, found, one) for one in found.visitors] == [("1234 BCD",), ()]
