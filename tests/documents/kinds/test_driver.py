"""The driver's order: where, when, how many, whom to ring; nothing else of the mission."""

from __future__ import annotations

from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode
from tests.factories import MISSION, delegate, group, item, leg, person, place, plan, uid
from tests.sheets import rows, sheets, told


def mission() -> MissionPlan:
    ride: Any = {"mode": LegMode.COACH, "vehicle_id": uid("bus")}
    return plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Carla Verdi", groups=["A"]),
        delegate("Dino Blu"),
        group("A", leader_id=uid("person:Bo Li")),
        person("Bo Li", mobile="+39 055 1"),
        place("Hotel Ercilla", address="Ercilla 37", city="Bilbao", meeting_point="Lobby"),
        place("AIC", address="Boroa P2", city="Amorebieta", entrance="Gate 2"),
        r.Vehicle(id=uid("bus"), mission_id=MISSION, name="Bus 1", capacity=50, driver="Iker", notes="Team only"),
        leg("08:00", "08:40", "1", origin_text="Hotel Ercilla", destination_text="AIC, Amorebieta", **ride),
        leg("18:00", None, "2", day=2, origin_text="AIC", destination_text="Somewhere", **ride),
        leg("10:00", None, "3", mode=LegMode.TRAIN),
        item("08:00", title="To AIC", kind="coach", leg="1", groups=["A"]),
        item("09:00", "11:00", "Secret meeting"),
    )


def test_legs_stand_by_day_with_addresses_heads_and_whom_to_ring() -> None:
    content = sheets(mission(), "driver")
    assert [one.title for one in content.chapters] == ["Bus 1", "Monday 5 May", "Tuesday 6 May"]
    assert rows(content, 1) == [
        (
            "08:00 | 08:40",
            "Hotel Ercilla | Ercilla 37, Bilbao | Wait at: Lobby",
            "AIC, Amorebieta | Boroa P2, Amorebieta, Gate 2",
            "2",
            "Bo Li · +39\u00a0055\u00a01",
        )
    ]
    assert rows(content, 2)[0][1:] == ("AIC | Boroa P2, Amorebieta, Gate 2", "Somewhere", "3", "to be confirmed")


def test_neither_agenda_nor_delegates_nor_notes_of_the_team_are_on_it() -> None:
    shown = told(sheets(mission(), "driver"))
    for hidden in ("Secret meeting", "Neri", "Verdi", "Team only"):
        assert hidden not in shown


def test_a_mission_without_vehicles_says_so() -> None:
    assert told(sheets(plan(), "driver")).endswith("The mission has no vehicles yet.")
