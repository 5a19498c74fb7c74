"""Build small missions for tests: ids follow from names, days count from the mission's first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, MissionPlan, in_order
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode

START = dt.date(2025, 5, 5)
"""First day of a mission of the factories: a Monday."""
MISSION = uuid5(NAMESPACE_OID, "mission")

Day = int | dt.date | str | None


@dataclass(frozen=True)
class Made:
    """Be a record with the children it came with; ``plan`` takes it apart."""

    record: Any
    parts: tuple[r.Record, ...] = ()

    @property
    def id(self) -> UUID:
        return UUID(str(self.record.id))


def uid(name: str) -> UUID:
    """Return the id of a thing by kind and name: ``uid("person:Anna Neri")``."""
    return uuid5(NAMESPACE_OID, name)


def date_of(number: Day) -> dt.date | None:
    """Return a date of a day's number (1 = the mission's first), an ISO text or a date; None stays None."""
    if isinstance(number, int):
        return START + dt.timedelta(days=number - 1)
    return dt.date.fromisoformat(number) if isinstance(number, str) else number


def clock(text: str | None) -> dt.time | None:
    """Return the time of a text such as "09:30"."""
    return dt.time.fromisoformat(text) if text is not None else None


def mission(**fields: Any) -> r.Mission:
    """Make a mission of three days in Bilbao."""
    known: dict[str, Any] = {
        "id": MISSION,
        "code": "TEST-2025",
        "title": Texts.of("Mission to Bilbao"),
        "start": START,
        "end": START + dt.timedelta(days=2),
        "zone": "Europe/Madrid",
    }
    return r.Mission(**{**known, **fields})


def person(name: str, **fields: Any) -> r.Person:
    given, _, family = name.rpartition(" ")
    return r.Person(**{"id": uid(f"person:{name}"), "given": given or None, "family": family, **fields})


def organisation(name: str, **fields: Any) -> r.Organisation:
    return r.Organisation(**{"id": uid(f"organisation:{name}"), "name": name, **fields})


def place(name: str, **fields: Any) -> r.Place:
    return r.Place(**{"id": uid(f"place:{name}"), "name": name, **fields})


def group(name: str, **fields: Any) -> r.Group:
    return r.Group(**{"id": uid(f"group:{name}"), "mission_id": MISSION, "name": Texts.of(name), **fields})


def destination(city: str, **fields: Any) -> r.Destination:
    return r.Destination(**{"id": uid(f"destination:{city}"), "mission_id": MISSION, "city": city, **fields})


def delegate(
    name: str,
    *,
    groups: Iterable[str] = (),
    arrival: str | None = None,
    departure: str | None = None,
    **fields: Any,
) -> Made:
    """Make a delegate with their person and groups; ``arrival`` and ``departure`` are names of legs."""
    identity = uid(f"delegate:{name}")
    known: dict[str, Any] = {
        "id": identity,
        "mission_id": MISSION,
        "person_id": uid(f"person:{name}"),
        "arrival_id": uid(f"leg:{arrival}") if arrival else None,
        "departure_id": uid(f"leg:{departure}") if departure else None,
    }
    parts: list[r.Record] = [person(name)]
    for position, one in enumerate(groups):
        parts.append(group(one))
        parts.append(
            r.DelegateGroup(
                id=uid(f"in:{name}:{one}"),
                mission_id=MISSION,
                delegate_id=identity,
                group_id=uid(f"group:{one}"),
                position=position,
            )
        )
    return Made(r.Delegate(**{**known, **fields}), tuple(parts))


def item(  # noqa: PLR0913 - a test names only what it is about
    start: str | None = None,
    end: str | None = None,
    title: str | None = None,
    *,
    day: Day = 1,
    groups: Iterable[str] | None = None,
    people: Iterable[str] | None = None,
    excepted: Iterable[str] = (),
    roles: Iterable[str] = (),
    leg: str | None = None,
    **fields: Any,
) -> Made:
    """Make an agenda item, for everyone without groups, people or exceptions.

    ``roles`` names who plays a part in it.
    """
    name = title or f"Item {day} {start}–{end}"
    identity = uid(f"item:{name}")
    excepted = tuple(excepted)
    known: dict[str, Any] = {
        "id": identity,
        "mission_id": MISSION,
        "kind": ItemKind.INSTITUTIONAL_MEETING,
        "title": Texts.of(name),
        "date": date_of(day),
        "start": clock(start),
        "end": clock(end),
        "status": ItemStatus.CONFIRMED,
        "audience_limited": groups is not None or people is not None or bool(excepted),
        "leg_id": uid(f"leg:{leg}") if leg else None,
        **fields,
    }
    for key in ("kind", "status"):
        if isinstance(known[key], str):
            known[key] = {"kind": ItemKind, "status": ItemStatus}[key](known[key])
    known["end_date"] = date_of(known.get("end_date"))
    parts = [
        *_groups(name, groups or ()),
        *_people(name, people or (), False),
        *_people(name, excepted, True),
    ]
    for one in roles:
        role = r.ItemPerson(
            id=uid(f"role:{name}:{one}"), mission_id=MISSION, item_id=identity, person_id=uid(f"person:{one}")
        )
        parts.extend((person(one), role))
    return Made(r.AgendaItem(**known), tuple(parts))


def _groups(item_name: str, names: Iterable[str]) -> Iterable[r.Record]:
    for one in names:
        yield group(one)
        identity = uid(f"for:{item_name}:group {one}")
        yield r.AudienceGroup(
            id=identity, mission_id=MISSION, item_id=uid(f"item:{item_name}"), group_id=uid(f"group:{one}")
        )


def _people(item_name: str, names: Iterable[str], excepted: bool) -> Iterable[r.Record]:
    for one in names:
        yield person(one)
        identity = uid(f"for:{item_name}:person {one}")
        yield r.AudiencePerson(
            id=identity,
            mission_id=MISSION,
            item_id=uid(f"item:{item_name}"),
            person_id=uid(f"person:{one}"),
            excepted=excepted,
        )


def leg(
    start: str | None,
    end: str | None,
    name: str,
    *,
    day: Day = 1,
    end_day: Day = None,
    passengers: Iterable[str] | None = None,
    **fields: Any,
) -> Made:
    """Make a flight (or ``mode``) with a name; without passengers it carries everyone."""
    identity = uid(f"leg:{name}")
    known: dict[str, Any] = {
        "id": identity,
        "mission_id": MISSION,
        "mode": LegMode.FLIGHT,
        "number": name,
        "date": date_of(day),
        "end_date": date_of(end_day),
        "start": clock(start),
        "end": clock(end),
    }
    parts: list[r.Record] = []
    for one in passengers or ():
        parts.append(person(one))
        parts.append(
            r.LegPassenger(
                id=uid(f"on:{name}:{one}"),
                mission_id=MISSION,
                leg_id=identity,
                person_id=uid(f"person:{one}"),
            )
        )
    return Made(r.Leg(**{**known, **fields}), tuple(parts))


def plan(*things: Made | r.Record, **fields: Any) -> MissionPlan:
    """Make a plan of records, made things and the people and groups these name.

    A ``Mission`` among the things is the plan's; other fields of it are keywords. Items without a
    position are numbered within their day in the order given.
    """
    named: dict[UUID, r.Record] = {}
    implied: list[r.Record] = []
    for thing in things:
        record = thing.record if isinstance(thing, Made) else thing
        if record.id in named:
            raise ValueError(f"two things of one name: {record}")
        named[record.id] = record
        implied.extend(thing.parts if isinstance(thing, Made) else ())
    for record in implied:
        named.setdefault(record.id, record)
    frame = next((one for one in named.values() if isinstance(one, r.Mission)), None) or mission(**fields)
    lists: dict[str, list[Any]] = {name: [] for name in PARTS}
    by_kind = {kind: name for name, kind in PARTS.items()}
    for record in named.values():
        if not isinstance(record, r.Mission):
            lists[by_kind[type(record)]].append(record)
    lists["items"] = list(in_order(_numbered(lists["items"])))
    parts: dict[str, Any] = {name: tuple(some) for name, some in lists.items()}
    return MissionPlan(mission=frame, **parts)


def _numbered(items: Iterable[r.AgendaItem]) -> Iterable[r.AgendaItem]:
    counted: dict[dt.date | None, int] = {}
    for one in items:
        counted[one.date] = counted.get(one.date, 0) + 1
        yield one if one.position else replace(one, position=counted[one.date])
