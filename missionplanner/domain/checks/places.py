"""Find places and vehicles that are taken twice, too small or closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.meetings import Met, concerned, held, moments
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.schedules import Day
from missionplanner.domain.checks.stops import QUIET_KINDS, Ride, Row, in_programme_order, overlapping
from missionplanner.domain.checks.when import facts, hours, instant, wall
from missionplanner.domain.logistics.seating import capacity_of
from missionplanner.domain.vocabulary import LegMode

ON_WHEELS = frozenset({LegMode.COACH, LegMode.TRANSFER, LegMode.CAR})

_TAKEN = N_("{place} is taken twice on {day} at {time}: “{item}”{item_hours} and “{other}”{other_hours}.")
_TABLE = N_("Table {table}")
_VEHICLE = N_("{vehicle} is on two journeys on {day} at {time}: {leg}{item_hours} and {other}{other_hours}.")
_TOO_MANY = Lists(
    one=N_("“{names}” on {day} brings {people} people to {place}, which holds {capacity}."),
    few=N_("“{names}” bring {people} people at once to {place} on {day}, which holds {capacity}."),
    many=N_(
        "{count} items, among them “{names}”, bring {people} people at once to {place} on {day}, "
        "which holds {capacity}."
    ),
)
_CLOSED = Lists(
    one=N_("“{names}” on {day}: {place} is closed on that weekday."),
    few=N_("“{names}” on {day}: {place} is closed on that weekday."),
    many=N_("{count} items on {day}, among them “{names}”: {place} is closed on that weekday."),
)
_FROM = N_("“{item}”{item_hours} on {day}: {place} opens only at {opens}.")
_UNTIL = N_("“{item}”{item_hours} on {day}: {place} closes at {closes}.")


def at_places(scene: Scene) -> tuple[tuple[UUID, list[Row]], ...]:
    """Return each place with the rows there, by start."""
    return scene.once("at_places", _at_places)


def _at_places(scene: Scene) -> Iterable[tuple[UUID, list[Row]]]:
    found: dict[UUID, list[Row]] = {}
    for row in scene.binding:
        if row.item.place_id is not None:
            found.setdefault(row.item.place_id, []).append(row)
    return found.items()


def _name(place: r.Place | None) -> str:
    return (place.name or place.address or "–") if place is not None else "–"


@rule("place_double_booked", severity=Severity.CLASH, title=N_("Place taken twice"))
def place_double_booked(scene: Scene) -> Iterator[Observed]:
    """Yield two rows at a place for one event at a time, and two B2B meetings at one table.

    Where rows share people, those are told of instead.
    """
    yield from _tables_taken_twice(scene)
    yield from _rooms_of_tables(scene)
    for identity, rows in at_places(scene):
        place = scene.plan.place(identity)
        if place is None or not place.exclusive:
            continue
        for first, second in overlapping(rows):
            if first.who.isdisjoint(second.who) and second.span.start is not None:
                day, time = wall(second.span.start, second.times.zone)
                told = {
                    "place": _name(place),
                    "day": day,
                    "time": time,
                    "item": scene.title(first.item),
                    "item_hours": hours(first.times),
                    "other": scene.title(second.item),
                    "other_hours": hours(second.times),
                }
                yield Observed(
                    message=Message.of(_TAKEN, told),
                    items=(first.item.id, second.item.id),
                    others=(identity,),
                    titles=(("item", first.item.title), ("other", second.item.title)),
                    facts=facts(first, second),
                    at=instant(second.span.start),
                )


def _tables_taken_twice(scene: Scene) -> Iterator[Observed]:
    for first, second in held(scene).at_one_table:
        table = Message.of(_TABLE, {"table": second.meeting.table or ""})
        yield _taken(scene, table, first, second)


def _rooms_of_tables(scene: Scene) -> Iterator[Observed]:
    """Yield rows in a room for one event while somebody meets at a table in it."""
    places = {one.id for one in scene.plan.places if one.exclusive}
    rooms = {(one.matchmaking_id, one.name): one.place_id for one in scene.plan.tables if one.place_id in places}
    rows = dict(at_places(scene)) if rooms else {}
    for met in held(scene).meetings if rooms else ():
        room = rooms.get((met.session.id, met.meeting.table or ""))
        for row in rows.get(room, ()) if room is not None else ():
            frames = met.frame is not None and met.frame.id == row.item.id
            if not frames and row.span.overlaps(met.span) and row.who.isdisjoint(met.who):
                yield _taken(scene, _name(scene.plan.place(room)), row, met)


def _taken(scene: Scene, place: str | Message, first: Row | Met, second: Met) -> Observed:
    assert second.span.start is not None
    day, time = wall(second.span.start, second.times.zone)
    told = {
        "place": place,
        "day": day,
        "time": time,
        "item": scene.title(first.item) if isinstance(first, Row) else first.name,
        "item_hours": hours(first.times),
        "other": second.name,
        "other_hours": hours(second.times),
    }
    return Observed(
        message=Message.of(_TAKEN, told),
        **concerned(first, second),
        titles=(("item", first.item.title),) if isinstance(first, Row) else (),
        facts=(*(facts(first) if isinstance(first, Row) else ()), *moments(first, second)),
        at=instant(second.span.start),
    )


@rule("vehicle_double_booked", severity=Severity.CLASH, title=N_("Vehicle on two journeys"))
def vehicle_double_booked(scene: Scene) -> Iterator[Observed]:
    """Yield two legs that use one vehicle at one time: the same, else one operator, number and seats."""
    for identity, rides in _vehicles(scene).items():
        vehicle = scene.plan.get(r.Vehicle, identity) if isinstance(identity, UUID) else None
        for first, second in overlapping(rides):
            if second.span.start is None:
                continue
            day, time = wall(second.span.start, second.times.zone)
            told = {
                "vehicle": _vehicle_name(vehicle) or f"{first.leg.operator} {first.leg.number}",
                "day": day,
                "time": time,
                "leg": scene.label(first),
                "item_hours": hours(first.times),
                "other": scene.label(second),
                "other_hours": hours(second.times),
            }
            yield Observed(
                message=Message.of(_VEHICLE, told),
                items=tuple(row.id for ride in (first, second) for row in ride.rows),
                legs=(first.leg.id, second.leg.id),
                others=(vehicle.id,) if vehicle is not None else (),
                facts=facts(first, second),
                at=instant(second.span.start),
            )


def _vehicle_name(vehicle: r.Vehicle | None) -> str:
    return (vehicle.name or vehicle.plate or "–") if vehicle is not None else ""


def seats_of(scene: Scene, ride: Ride) -> int | None:
    """Return how many people a leg takes: as it says itself, else as its vehicle has seats."""
    return capacity_of(scene.plan, ride.leg)


def _vehicles(scene: Scene) -> dict[UUID | tuple[str, str], list[Ride]]:
    """Return the legs of each vehicle by start. A bus line has a number too, but nobody counts its seats."""
    found: dict[UUID | tuple[str, str], list[Ride]] = {}
    for ride in sorted(scene.rides.values(), key=lambda one: one.key):
        leg = ride.leg
        if leg.vehicle_id is not None:
            found.setdefault(leg.vehicle_id, []).append(ride)
        elif leg.mode in ON_WHEELS and leg.operator and leg.number and leg.capacity is not None:
            found.setdefault((leg.operator, leg.number), []).append(ride)
    return found


@rule("over_capacity", severity=Severity.WARNING, title=N_("More people than fit"))
def over_capacity(scene: Scene) -> Iterator[Observed]:
    """Yield the fullest moment of each day at a place that holds fewer."""
    for day in scene.schedules.days:
        yield from day.keep("over_capacity", lambda one: _too_full(scene, one), _rooms(scene))


def _rooms(scene: Scene) -> tuple[object, ...]:
    """Return what else a full house rests on: how much places hold, and which seats are kept for nobody yet."""
    plan = scene.plan
    unnamed = any(one.person_id is None for one in plan.travellers)
    parts = (plan.delegates, plan.delegate_groups, plan.audience_groups, plan.audience_people) if unnamed else ()
    return (plan.places, *parts)


def _too_full(scene: Scene, day: Day) -> Iterator[Observed]:
    for identity, rows in _by_place(day).items():
        place = scene.plan.place(identity)
        if place is None or not place.capacity or sum(len(scene.heads(row)) for row in rows) <= place.capacity:
            continue
        crowd, together = max(_moments(scene, rows), key=_fullness)
        if len(crowd) <= place.capacity:
            continue
        told = {
            "people": len(crowd),
            "place": _name(place),
            "capacity": place.capacity,
            "day": day.day.isoformat(),
        }
        together = in_programme_order(together)
        message, titles = some_of(scene, _TOO_MANY, [row.item.title for row in together], told)
        yield Observed(
            message=message,
            items=tuple(row.item.id for row in together),
            others=(identity,),
            titles=titles,
            facts=(str(len(crowd)), str(place.capacity)),
            at=instant(together[-1].span.start, day.day),
        )


def _fullness(moment: tuple[frozenset[UUID], list[Row]]) -> tuple[int, tuple[dt.datetime, str]]:
    return len(moment[0]), moment[1][-1].key


def _by_place(day: Day) -> dict[UUID, list[Row]]:
    """Return the binding rows of a day at each place, by start."""
    found: dict[UUID, list[Row]] = {}
    for stop in day.stops:
        if isinstance(stop, Row) and stop.item.place_id is not None and stop.item.kind not in QUIET_KINDS:
            found.setdefault(stop.item.place_id, []).append(stop)
    return found


def _moments(scene: Scene, rows: list[Row]) -> Iterator[tuple[frozenset[UUID], list[Row]]]:
    """Yield who is at a place as each of its rows begins, and the rows under way then."""
    under_way: list[Row] = []
    for row in rows:
        start = row.span.start
        if start is None:
            yield scene.heads(row), [row]
            continue
        under_way = [one for one in under_way if one.span.start == start or (one.last or start) > start]
        under_way.append(row)
        yield frozenset().union(*(scene.heads(one) for one in under_way)), list(under_way)


@rule("closed", severity=Severity.WARNING, title=N_("Closed at that time"))
def closed(scene: Scene) -> Iterator[Observed]:
    """Yield rows at a place on a weekday it is closed, one line a day, and rows outside its hours."""
    for day in scene.schedules.days:
        yield from day.keep("closed", lambda one: _closed(scene, one), scene.plan.places)


def _closed(scene: Scene, day: Day) -> Iterator[Observed]:
    for identity, rows in _by_place(day).items():
        place = scene.plan.place(identity)
        if place is None:
            continue
        if day.day.isoweekday() not in place.closed_days:
            for row in rows:
                yield from _out_of_hours(scene, place, row)
            continue
        rows = in_programme_order(rows)
        told = {"place": _name(place), "day": day.day.isoformat()}
        message, titles = some_of(scene, _CLOSED, [row.item.title for row in rows], told)
        yield Observed(
            message=message,
            items=tuple(row.item.id for row in rows),
            others=(identity,),
            titles=titles,
            facts=(day.day.isoformat(), str(place.closed_days)),
            at=instant(rows[0].span.start, day.day),
        )


def _out_of_hours(scene: Scene, place: r.Place, row: Row) -> Iterator[Observed]:
    sentence = _shut(place, row)
    if sentence is None or row.times.date is None:
        return
    told = {
        "item": scene.title(row.item),
        "item_hours": hours(row.times),
        "day": row.times.date.isoformat(),
        "place": _name(place),
        "opens": f"{place.opens:%H:%M}" if place.opens else "",
        "closes": f"{place.closes:%H:%M}" if place.closes else "",
    }
    yield Observed(
        message=Message.of(sentence, told),
        items=(row.item.id,),
        others=(place.id,),
        titles=(("item", row.item.title),),
        facts=(*facts(row), str(place.opens), str(place.closes)),
        at=instant(row.span.start),
    )


def _shut(place: r.Place, row: Row) -> str | None:
    """Return how to say that a place is not open all through a row, None where it is or nobody knows."""
    start, end, opens, closes = row.times.start, row.times.end, place.opens, place.closes
    if start is None:
        return None
    overnight = opens is not None and closes is not None and closes <= opens
    if opens is not None and start < opens and not (overnight and closes is not None and start < closes):
        return _FROM
    if closes is None or overnight:
        return None
    later = row.times.end_date != row.times.date
    return _UNTIL if start >= closes or (end is not None and (later or end > closes)) else None
