"""The passenger list: who is on a leg, by family name, and how much they carry."""

from __future__ import annotations

from typing import Any

import pytest

from missionplanner.documents.kinds.manifest import bags
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateRole, LegMode
from tests.factories import MISSION, delegate, group, item, leg, organisation, plan, uid
from tests.sheets import rows, sheets, told


def flying(**fields: object) -> MissionPlan:
    """Return a flight over two zones that three named people travel on, one of them on a private stretch."""
    seats: dict[str, dict[str, Any]] = {
        "Anna Zeta": {"seat": "12A", "baggage": "2", "ticket": "T-1", "booking": "PNR1"},
        "Bo Àlvarez": {"baggage": "23 kg"},
        "Carla Gamma": {"private": True},
    }
    passengers = [
        r.LegPassenger(mission_id=MISSION, leg_id=uid("leg:LH1"), person_id=uid(f"person:{name}"), **more)
        for name, more in seats.items()
    ]
    flight = leg(
        "12:40",
        "17:10",
        "LH1",
        zone="Asia/Tokyo",
        end_zone="Europe/Madrid",
        origin="NRT",
        destination="BIO",
        vehicle_id=uid("bus"),
        capacity=3,
    )
    return plan(
        delegate("Anna Zeta", role=DelegateRole.MISSION_MANAGER),
        delegate("Bo Àlvarez"),
        delegate("Carla Gamma"),
        flight,
        *passengers,
        r.Vehicle(
            id=uid("bus"), mission_id=MISSION, name="Bus 1", plate="AB 12", driver="Iker", driver_phone="+34 6"
        ),
        **fields,
    )


def test_passengers_stand_by_family_name_and_private_ones_do_not() -> None:
    content = sheets(flying(), "manifest")
    assert rows(content) == [
        ("1", "Àlvarez, Bo", "", "23 kg", ""),
        ("2", "Zeta, Anna", "12A", "2", "PNR1 | T-1"),
    ]
    assert content.chapters[0].title == "Flight LH1 · NRT → BIO"


def test_both_ends_say_whose_clock_it_is_and_who_drives() -> None:
    facts = {one.label: (one.value, one.detail) for one in sheets(flying(), "manifest").chapters[0].facts}
    assert facts["Departure"] == ("12:40", "Tokyo time (UTC+9)")
    assert facts["Arrival"] == ("17:10", "Madrid time (UTC+2)")
    assert facts["Passengers"] == ("2", "2 of 3 seats")
    assert facts["Baggage"][0] == "3"
    assert facts["Vehicle"][0] == "Bus 1 · AB 12"
    assert facts["Driver"][0] == "Iker · +34\u00a06"
    assert facts["Mission manager"][0] == "Anna Zeta · mobile to be confirmed"


@pytest.mark.parametrize(
    ("texts", "count"), [(["2", "1 bag"], 3), (["23 kg", "23kg"], 2), ([None, ""], 0), (["hand luggage"], 1)]
)
def test_pieces_of_baggage_are_counted_as_people_write_them(texts: list[str | None], count: int) -> None:
    assert bags(texts) == count


def test_a_leg_without_passengers_carries_whom_its_row_is_meant_for_and_places_not_yet_named() -> None:
    coach = leg("09:00", None, "1", mode=LegMode.COACH, operator="Bidaia")
    made = plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        group("A", leader_id=uid("person:Anna Neri")),
        organisation("ART-ER"),
        r.Delegate(id=uid("place"), mission_id=MISSION, place_of_id=uid("organisation:ART-ER")),
        r.DelegateGroup(mission_id=MISSION, delegate_id=uid("place"), group_id=uid("group:A")),
        coach,
        item("09:00", title="Coach", kind="coach", leg="1", groups=["A"]),
    )
    content = sheets(made, "manifest")
    assert rows(content) == [("1", "Neri, Anna", ""), ("2", "to be confirmed", "ART-ER")]
    assert "Group A" in told(content)


def test_private_legs_have_no_list() -> None:
    own = leg("09:00", "10:00", "X1", private=True)
    assert sheets(plan(delegate("Anna Neri"), own), "manifest").chapters == ()
