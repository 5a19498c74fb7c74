"""Print every kind of document of a mission: orders, batches, the missions that tests of paper use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from missionplanner.base import assets
from missionplanner.base.progress import Progress
from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.kinds import KINDS, Kind, Per
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.documents.subjects import subjects
from missionplanner.domain import records as r
from missionplanner.domain.logistics.routes import Land, Point, Route, Stop, Track, around
from missionplanner.domain.plan import Dossier, MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import ItemKind, LegMode
from missionplanner.exchange import mission_file

DATA = Path(__file__).parent / "data"
COMPLETE = DATA / "missions" / "complete.mission.json"
FULL = assets.path("samples/basque-country-2025.mission.json")
RIDES = frozenset({LegMode.COACH, LegMode.TRANSFER, LegMode.CAR})
POINTS = (Point(43.26, -2.93), Point(44.49, 11.34))
ROUTE = Route(
    (Stop("Bilbao", POINTS[0], main=True), Stop("</b>\u202e", POINTS[1])),
    (Track(0, 1),),
    around(POINTS),
    (Land("ES", (Point(42, -5), Point(44, -5), Point(44, 3))),),
)
BY_ID = {kind.id: kind for kind in KINDS}


@cache
def _kept(path: Path) -> Dossier:
    """Read a file once: what has no id there is given another each time."""
    return mission_file.read(path.read_bytes())


def read(path: Path) -> MissionPlan:
    return _kept(path).plan


def complete_plan() -> MissionPlan:
    """Return the mission with one of everything, and a dinner with a seat at a table."""
    the_plan = read(COMPLETE)
    dinner = next(one for one in the_plan.items if one.date is not None and one.leg_id is None)
    at = r.SeatingTable(mission_id=the_plan.mission.id, item_id=dinner.id, name="1", seats=8)
    somebody = next(one.person_id for one in the_plan.travellers if one.person_id is not None)
    return replace(
        the_plan,
        items=tuple(replace(one, kind=ItemKind.MEAL) if one is dinner else one for one in the_plan.items),
        seating_tables=(*the_plan.seating_tables, at),
        seats=(*the_plan.seats, r.Seat(mission_id=at.mission_id, table_id=at.id, person_id=somebody, number=1)),
    )


def orders_of(the_plan: MissionPlan, kind: Kind, languages: tuple[str, ...]) -> Iterator[Order]:
    """Give an order of a kind about its first subject, and one about all where that is offered."""
    known: dict[str, Any] = {
        "kind": kind.id,
        "languages": languages,
        "version": 1,
        "issued": True,
        "paper": kind.papers[0],
    }
    if kind.per is Per.PERSON:
        people = (the_plan.person(one.person_id) for one in the_plan.travellers)
        for person in [one for one in people if one is not None and not one.unnamed][:1]:
            yield Order(**known, person_id=person.id)
        return
    if kind.per is Per.MISSION or kind.whole:
        yield Order(**known)
    for one in subjects(the_plan, kind)[:1]:
        yield Order(**known, subject_id=one.id)


@cache
def full_plan() -> MissionPlan:
    """Return a mission of five days with everybody and everything on it, and a driver of its own."""
    the_plan = read(FULL)
    mission_id = the_plan.mission.id
    vehicle = r.Vehicle(mission_id=mission_id, name="Coach 1", driver="Iker Sáez", driver_phone="+34 600 1")
    legs = tuple(replace(one, vehicle_id=vehicle.id) if one.mode in RIDES else one for one in the_plan.legs)
    dinner = next(one for one in the_plan.items if one.kind is ItemKind.MEAL and one.date is not None)
    table = r.SeatingTable(mission_id=mission_id, item_id=dinner.id, name="1", seats=24)
    seats = tuple(
        r.Seat(mission_id=mission_id, table_id=table.id, person_id=one.person_id, number=number)
        for number, one in enumerate(the_plan.travellers, 1)
        if one.person_id is not None
    )
    return replace(
        the_plan, vehicles=(*the_plan.vehicles, vehicle), legs=legs, seating_tables=(table,), seats=seats
    )


def the_record(path: Path = COMPLETE) -> MissionRecord:
    """Return what came of a mission, if nothing else is said of the one with one of everything."""
    return _kept(path).record


def press(
    the_plan: MissionPlan,
    orders: list[Order],
    sealed: Mapping[UUID, r.Confidential] | None = None,
    record: MissionRecord | None = None,
    archive: Archive = NOTHING,
) -> list[Printed]:
    if record is not None:
        archive = Archive(record=record, route=ROUTE)
    return list(print_batch(the_plan, orders, {}, Progress(), confidential=sealed, archive=archive))


def every(the_plan: MissionPlan, *languages: str) -> list[Order]:
    return [one for kind in KINDS for one in orders_of(the_plan, kind, languages)]
