"""Find too little time between two places, journeys nobody planned, and legs that cannot be as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks import meetings, tables_apart, whereabouts
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.schedules import Day, DayPlan, Step
from missionplanner.domain.checks.stops import Ride, Row, Stop, ids_of, is_journey
from missionplanner.domain.checks.when import facts, hours, instant
from missionplanner.domain.logistics.travel_time import estimate
from missionplanner.domain.vocabulary import ItemKind, LegMode

SCHEDULED = frozenset({LegMode.FLIGHT, LegMode.TRAIN, LegMode.FERRY})
"""Means of travel that do not wait."""
AROUND_DEPARTURE = frozenset({ItemKind.BRIEFING, ItemKind.LOGISTICS, ItemKind.OTHER})
"""Rows that may well be at the airport already: meeting at check-in, the luggage."""
LONG_WAY = 100.0
"""Km from which people without a planned journey may take a train."""
NEAR = 0.3
"""Km below which nobody has to hurry: another room, the house opposite."""

SPEEDS: dict[LegMode, tuple[float, float]] = {
    LegMode.ON_FOOT: (0, 8),
    LegMode.CAR: (0, 130),
    LegMode.TRANSFER: (0, 120),
    LegMode.COACH: (0, 110),
    LegMode.FERRY: (0, 90),
    LegMode.TRAIN: (0, 330),
    LegMode.FLIGHT: (90, 1050),
}
"""Slowest and fastest a leg can be, km/h as the crow flies. A coach may wait; a plane does not dawdle."""
NEAREST = 8.0
"""Km below which the centre of a city is too vague a place to reckon a speed with."""

_GAP = N_(
    "{who}: {minutes} min from “{item}”{item_hours} to “{other}”{other_hours} on {day}, "
    "{km} km apart. About {needed} min are needed."
)
_DEPARTURE = N_(
    "{who}: {minutes} min between “{item}”{item_hours} and the departure of {other} on {day}{leg_time}. "
    "About {needed} min are needed."
)
_ARRIVAL = N_(
    "{who}: {minutes} min between the arrival of {item} on {day}{leg_time} and “{other}”{other_hours}. "
    "About {needed} min are needed."
)
_CHANGE = N_("{who}: {minutes} min to change from {item} to {other} on {day}{leg_time}. {needed} min are needed.")
_NO_WAY = N_(
    "{who}: from “{item}”{item_hours} to “{other}”{other_hours} on {day} it is {km} km, "
    "and no transfer is planned."
)
_SPEED = N_("{leg} on {day}{item_hours} would do {speed} km/h over {km} km.")


@dataclass(frozen=True, slots=True, eq=False)
class Hurry:
    """Be too little time between two stops, and how to say so."""

    first: Stop
    second: Stop
    needed: int
    sentence: str
    km: float = 0.0


@rule(
    "tight_travel",
    severity=Severity.WARNING,
    title=N_("Little time to get there"),
    options=(
        "buffer_on_foot_minutes",
        "buffer_road_minutes",
        "buffer_flight_minutes",
        "airport_long_haul_minutes",
        "airport_europe_minutes",
        "station_minutes",
        "connection_minutes",
        "walk_km",
    ),
)
def tight_travel(scene: Scene) -> Iterator[Observed]:
    """Yield each pair of stops with less time between them than the way and its buffer take."""
    rests_on = (*_map(scene), meetings.held(scene))
    for day in scene.schedules.days:
        yield from day.keep("tight_travel", lambda one: _tight(scene, one), rests_on)
    for rush in tables_apart.rushes(scene, lambda km: _way(scene, km)):
        yield _from_table_to_table(scene, rush)


def _from_table_to_table(scene: Scene, rush: tables_apart.Rush) -> Observed:
    first, second = rush.first, rush.second
    told = {
        "who": who(scene, rush.who),
        "minutes": rush.minutes,
        "item": first.name,
        "item_hours": hours(first.times),
        "other": second.name,
        "other_hours": hours(second.times),
        "day": second.times.date.isoformat() if second.times.date else "",
        "km": _rounded(rush.km),
        "needed": rush.needed,
    }
    return Observed(
        message=Message.of(_GAP, told),
        **meetings.concerned(first, second),
        **crowded(scene, rush.who),
        facts=(*meetings.moments(first, second), str(rush.needed)),
        at=instant(second.span.start),
    )


def _map(scene: Scene) -> tuple[object, ...]:
    """Return what ways rest on besides the stops: how far all is from all."""
    return (scene.knowledge.distances,)


def _tight(scene: Scene, day: Day) -> Iterator[Observed]:
    apart = tables_apart.scattered(scene)
    rests_on = (*_map(scene), meetings.held(scene)) if apart else _map(scene)
    for hurry, step in day.keep("ways", lambda one: _ways(scene, one, apart), rests_on):
        yield from _told(scene, hurry, step)
    leaving = {id(stop): ride for stop in day.stops if (ride := _departure(scene, stop)) is not None}
    pairs: dict[tuple[int, int], tuple[Stop, Stop, list[frozenset[UUID]]]] = {}
    for plan in day.plans if leaving else ():
        for first, second in plan.keep("feeders", lambda one: tuple(_feeders(scene, one, leaving))):
            pairs.setdefault((id(first), id(second)), (first, second, []))[2].append(plan.who)
    for first, second, some in pairs.values():
        departing = _departing(scene, first, second)
        if departing is not None:
            yield from _told(scene, departing, Step(first, second, tuple(some)))


def _told(scene: Scene, hurry: Hurry, step: Step) -> Iterator[Observed]:
    first, second = hurry.first, hurry.second
    gap, members = _in_a_hurry(scene, hurry, step)
    if gap is None or gap < 0 or gap >= hurry.needed or second.times.date is None:
        return
    leg = first if hurry.sentence is _ARRIVAL else second
    ride = scene.ride_of(leg)
    clock = (ride.times.end if leg is first else ride.times.start) if ride else None
    names = {"item": scene.name_of(first), "other": scene.name_of(second)}
    if ride is not None:
        names["item" if leg is first else "other"] = scene.label(ride)
    if hurry.sentence is _CHANGE and (own := scene.ride_of(first)) is not None:
        names["item"] = scene.label(own)
    told = {
        "who": who(scene, members),
        "minutes": gap,
        **names,
        "item_hours": hours(first.times),
        "other_hours": hours(second.times),
        "day": second.times.date.isoformat(),
        "leg_time": f", {clock:%H:%M}" if clock else "",
        "km": _rounded(hurry.km),
        "needed": hurry.needed,
    }
    said = {"item": first, "other": second}
    yield Observed(
        message=Message.of(hurry.sentence, told),
        **ids_of(first, second),
        **crowded(scene, members),
        short=hurry.needed - gap,
        titles=tuple(
            (name, stop.item.title)
            for name, stop in said.items()
            if isinstance(stop, Row) and names[name] == scene.title(stop.item)
        ),
        facts=(*facts(first, second), str(hurry.needed)),
        at=instant(second.span.start),
    )


def _in_a_hurry(scene: Scene, hurry: Hurry, step: Step) -> tuple[int | None, frozenset[UUID]]:
    """Return the minutes between two stops, and who has so few; of B2B meetings, the fewest anybody has."""
    first, second = hurry.first, hurry.second
    found = meetings.held(scene)
    framing = [one for one in (first, second) if isinstance(one, Row) and one.item.id in found.frames]
    if not framing or not isinstance(first, Row) or not isinstance(second, Row):
        return _gap(first, second), step.who
    each = meetings.hurried(found, first, second, step.who)
    late = {person: gap for person, gap in each.items() if gap < hurry.needed}
    return min(late.values(), default=None), frozenset(late)


def _gap(first: Stop, second: Stop) -> int | None:
    """Return the minutes between two stops; at most so many where the first has no end."""
    if first.last is None or second.span.start is None:
        return None
    return int((second.span.start - first.last).total_seconds() // 60)


def _rounded(km: float) -> float:
    return round(km) if km >= NEAREST else round(km, 1)


# -- from one row to the next, and from an arrival to a row --------------------------------------------


def minutes_needed(scene: Scene, first: Stop, second: Stop) -> int:
    """Return the minutes from one stop to the next, buffers included; 0 where nobody can tell, or need not."""
    leaving = _departure(scene, second)
    hurry = _between(scene, first, second) if leaving is None else _departing(scene, first, second)
    return hurry.needed if hurry is not None else 0


def _ways(scene: Scene, day: Day, apart: frozenset[UUID]) -> Iterator[tuple[Hurry, Step]]:
    """Yield the ways of a day; ``apart`` are items with tables that stand elsewhere."""
    for step in day.steps():
        pair = (step.first, step.second)
        if apart and (parts := tables_apart.parted(scene, step, apart)) is not None:
            yield from ((Hurry(*pair, _way(scene, km), _GAP, km), own) for km, own in parts if km >= NEAR)
            continue
        known = day.pairs.get(pair)
        if known is None or known[0] is not scene.knowledge.distances:
            known = day.pairs[pair] = (scene.knowledge.distances, _between(scene, *pair))
        hurry = known[1]
        if hurry is not None and not step.vague:
            yield hurry, step


def _between(scene: Scene, first: Stop, second: Stop) -> Hurry | None:
    if not isinstance(second, Row) or is_journey(second):
        return None
    ride = scene.ride_of(first)
    if ride is not None:
        return _arriving(scene, first, ride, second)
    if not isinstance(first, Row) or is_journey(first):
        return None
    km = whereabouts.apart(scene, whereabouts.of_row(scene, first), whereabouts.of_row(scene, second))
    if km is None or km < NEAR:
        return None
    return Hurry(first, second, _way(scene, km), _GAP, km)


def _arriving(scene: Scene, first: Stop, ride: Ride, second: Row) -> Hurry | None:
    if ride.leg.mode not in SCHEDULED or ride.span.end is None:
        return None
    km = whereabouts.apart(scene, whereabouts.target(ride), whereabouts.of_row(scene, second))
    if km is None:
        return None
    buffer = scene.options.buffer_flight_minutes if ride.leg.mode is LegMode.FLIGHT else 0
    return Hurry(first, second, _way(scene, km) + buffer, _ARRIVAL, km)


def _way(scene: Scene, km: float) -> int:
    """Return the minutes from door to door, buffer included, where nobody planned the way."""
    if km <= NEAR:
        return 0
    if km <= scene.options.walk_km:
        on_foot = estimate(km, LegMode.ON_FOOT) + scene.options.buffer_on_foot_minutes
        return min(on_foot, estimate(km) + scene.options.buffer_road_minutes)
    by_road = estimate(km)
    fastest = min(by_road, estimate(km, LegMode.TRAIN)) if km > LONG_WAY else by_road
    return fastest + scene.options.buffer_road_minutes


# -- before something leaves ---------------------------------------------------------------------------


def _departure(scene: Scene, stop: Stop) -> Ride | None:
    """Return the leg a stop is, where it is one that does not wait."""
    ride = scene.ride_of(stop)
    return ride if ride is not None and ride.leg.mode in SCHEDULED else None


def _feeders(scene: Scene, plan: DayPlan, leaving: dict[int, Ride]) -> Iterator[tuple[Stop, Stop]]:
    """Yield each departure of a day with what brings people there: a leg to there, else what comes before."""
    for number, stop in enumerate(plan.stops[1:], 1):
        ride = leaving.get(id(stop))
        if ride is None:
            continue
        here = whereabouts.origin(ride)
        before = plan.stops[:number]
        rides = ((one, scene.ride_of(one)) for one in reversed(before))
        feeder = next(
            (one for one, own in rides if own and whereabouts.same_end(whereabouts.target(own), here)), None
        )
        if feeder is not None:
            yield feeder, stop
        elif not any(is_journey(one) for one in plan.loose):
            yield before[-1], stop


def _departing(scene: Scene, first: Stop, second: Stop) -> Hurry | None:
    leaving, own = scene.ride_of(second), scene.ride_of(first)
    assert leaving is not None
    lead = _lead(scene, leaving)
    if own is not None:
        if own.span.end is None:
            return None
        if not whereabouts.same_end(whereabouts.target(own), whereabouts.origin(leaving)):
            return None
        if own.leg.mode not in SCHEDULED:
            return Hurry(first, second, lead, _DEPARTURE)
        change = leaving.leg.mode is LegMode.FLIGHT
        needed = scene.options.connection_minutes if own.leg.mode is LegMode.FLIGHT else lead
        return Hurry(first, second, needed, _CHANGE) if change else None
    if not isinstance(first, Row) or first.item.kind in AROUND_DEPARTURE:
        return None
    if is_journey(first):
        return Hurry(first, second, lead, _DEPARTURE) if first.span.end is not None else None
    return _from_row(scene, first, second, leaving)


def _from_row(scene: Scene, first: Row, second: Stop, leaving: Ride) -> Hurry | None:
    km = whereabouts.apart(scene, whereabouts.of_row(scene, first), whereabouts.origin(leaving))
    if km is None:
        return None
    return Hurry(first, second, _lead(scene, leaving) + _way(scene, km), _DEPARTURE, km)


def _lead(scene: Scene, ride: Ride) -> int:
    """Return the minutes to be there before a departure."""
    options = scene.options
    if ride.leg.mode is not LegMode.FLIGHT:
        return options.station_minutes
    return options.airport_long_haul_minutes if scene.is_long_haul(ride) else options.airport_europe_minutes


# -- journeys nobody planned, and legs that cannot be -------------------------------------------------


@rule(
    "missing_transfer", severity=Severity.WARNING, title=N_("No transfer planned"), opens=21, options=("walk_km",)
)
def missing_transfer(scene: Scene) -> Iterator[Observed]:
    """Yield two rows farther apart than people walk without a journey between; lack of time is told instead."""
    for day in scene.schedules.days:
        yield from day.keep("missing_transfer", lambda one: _missing(scene, one), _map(scene))


def _missing(scene: Scene, day: Day) -> Iterator[Observed]:
    apart = tables_apart.scattered(scene)
    rests_on = (*_map(scene), meetings.held(scene)) if apart else _map(scene)
    for hurry, step in day.keep("ways", lambda one: _ways(scene, one, apart), rests_on):
        if hurry.sentence is not _GAP or hurry.km <= scene.options.walk_km:
            continue
        first, second, gap = step.first, step.second, _gap(step.first, step.second)
        if gap is None or gap < hurry.needed or not isinstance(first, Row) or not isinstance(second, Row):
            continue
        members = step.who
        told = {
            "who": who(scene, members),
            "item": scene.title(first.item),
            "item_hours": hours(first.times),
            "other": scene.title(second.item),
            "other_hours": hours(second.times),
            "day": second.times.date.isoformat() if second.times.date else "",
            "km": _rounded(hurry.km),
        }
        yield Observed(
            message=Message.of(_NO_WAY, told),
            **ids_of(first, second),
            **crowded(scene, members),
            titles=(("item", first.item.title), ("other", second.item.title)),
            facts=facts(first, second),
            at=instant(second.span.start),
        )


@rule(
    "implausible_leg",
    severity=Severity.CLASH,
    title=N_("A journey that cannot be"),
    rests_on=("rides", "knowledge"),
)
def implausible_leg(scene: Scene) -> Iterator[Observed]:
    """Yield legs whose distance and time make a speed their means of travel does not have."""
    for ride in scene.rides.values():
        km = whereabouts.apart(scene, whereabouts.origin(ride), whereabouts.target(ride))
        minutes = ride.minutes
        if ride.leg.mode is None or km is None or km < NEAREST or minutes is None or minutes < 0:
            continue
        slowest, fastest = SPEEDS[ride.leg.mode]
        speed = km / (minutes / 60) if minutes else float("inf")
        if slowest <= speed <= fastest or ride.times.date is None:
            continue
        told = {
            "leg": scene.label(ride),
            "day": ride.times.date.isoformat(),
            "item_hours": hours(ride.times, ride.times.crosses_zones),
            "speed": ceil(speed) if minutes else "∞",
            "km": _rounded(km),
        }
        yield Observed(
            message=Message.of(_SPEED, told),
            items=tuple(row.id for row in ride.rows),
            legs=(ride.leg.id,),
            facts=(*facts(ride), str(ride.leg.mode)),
            at=instant(ride.span.start, ride.times.date),
        )
