"""Ways to break journeys: late, too early, impossible, too full, forgotten."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import local
from missionplanner.domain.vocabulary import ItemKind, LegMode
from tests.mutations.programme import ABOUT_DAYS, RETIMED, day_of, made
from tests.mutations.world import KINDS, Fault, Planted, World, ends, identity, meet

ON_WHEELS = frozenset({LegMode.COACH, LegMode.TRANSFER, LegMode.CAR})


def until(world: World, leg: r.Leg, end: dt.datetime) -> r.Leg:
    """Return a leg that ends at another moment."""
    there = local(end, world.times(leg).end_zone)
    return replace(leg, end=there.time(), end_date=there.date())


def since(world: World, leg: r.Leg, start: dt.datetime) -> r.Leg:
    here = local(start, world.times(leg).zone)
    return replace(leg, date=here.date(), start=here.time(), end_date=world.times(leg).end_date)


def _between(world: World) -> list[r.Leg]:
    """Return the legs that are nobody's arrival or departure, with people aboard."""
    ways = {*world.attendees.arrivals.values(), *world.attendees.departures.values()}
    return [one for one in world.legs if one.id not in ways and world.aboard(one)]


def _missed(world: World, leg: r.Leg, rule: str) -> Iterator[Fault]:
    """Yield the items people of a leg should be at while it is under way."""
    under_way, rows = ends(world.times(leg)), world.rows_of(leg)
    for item in world.binding:
        start, end = ends(world.times(item))
        if item.leg_id == leg.id or start is None:
            continue
        when = (start, end) if end is not None and end > start else (start, start + dt.timedelta(microseconds=1))
        both = world.who(item) & world.aboard(leg)
        if both and meet(under_way, when):
            own = [row.id for row in rows] if rule == "impossible_travel" else []
            yield Fault((rule,), frozenset({item.id, *own}), both, frozenset({leg.id}))


def _other_legs(world: World, leg: r.Leg) -> bool:
    """Tell whether people of a leg are on another at the same time, or a row of another lies then."""
    when = ends(world.times(leg))
    return any(meet(ends(world.times(one)), when) for one in world.legs if one.id != leg.id)


@KINDS.add()
def lands_after_the_next_item_begins(world: World, chance: random.Random) -> Planted | None:
    """Have a journey between two items end after the next one has begun."""
    legs = _between(world)
    if not legs:
        return None
    leg = chance.choice(legs)
    start, end = ends(world.times(leg))
    starts = [ends(world.times(one))[0] for one in world.meetings if world.who(one) & world.aboard(leg)]
    later = sorted(one for one in starts if one >= end)
    if not later:
        return None
    late = later[0] + dt.timedelta(minutes=chance.choice([1, 5, 20]))
    after = made(world, until(world, leg, late))
    leg = after.plan.leg(leg.id)  # type: ignore[assignment]
    if late - start > dt.timedelta(hours=12) or _other_legs(after, leg):
        return None
    faults = tuple(_missed(after, leg, "impossible_travel"))
    touched = frozenset({leg.id, *(row.id for row in after.rows_of(leg))})
    told = ABOUT_DAYS | {"implausible_leg", "impossible_travel", "vehicle_double_booked", "double_booking"}
    return Planted(after.plan, faults, touched, after.aboard(leg), frozenset({start.date(), late.date()}), told)


@KINDS.add()
def arrives_late(world: World, chance: random.Random) -> Planted | None:
    """Have the leg people arrive on land after the first thing they should be at."""
    return _late(world, chance, True)


@KINDS.add()
def leaves_early(world: World, chance: random.Random) -> Planted | None:
    """Have the leg people leave on depart before the last thing they should be at is over."""
    return _late(world, chance, False)


def _late(world: World, chance: random.Random, arriving: bool) -> Planted | None:
    own = world.attendees.arrivals if arriving else world.attendees.departures
    legs = [one for one in world.legs if one.id in own.values()]
    if not legs:
        return None
    leg = chance.choice(legs)
    start, end = ends(world.times(leg))
    hurry = dt.timedelta(minutes=chance.choice([30, 90, 180, 300]))
    leg = until(world, leg, end + hurry) if arriving else since(world, leg, start - hurry)
    after = made(world, leg)
    rule = "before_arrival" if arriving else "after_departure"
    people = frozenset(one for one, way in own.items() if way == leg.id)
    faults = tuple(_missed(after, leg, rule))
    if not faults or after.aboard(leg) != people:  # who is a mere passenger is told of by other words
        return None
    touched = frozenset({leg.id, *(row.id for row in after.rows_of(leg))})
    told = ABOUT_DAYS | {"implausible_leg", "no_bed", "impossible_travel", "vehicle_double_booked", rule}
    days = frozenset({start.date(), end.date()})
    return Planted(after.plan, faults, touched, people, days, told)


@KINDS.add(10)
def too_few_seats(world: World, chance: random.Random) -> Planted | None:
    """Have a vehicle with fewer seats than travellers."""
    legs = [one for one in world.plan.legs if one in world.legs and len(world.aboard(one)) > 1]
    if not legs:
        return None
    leg = chance.choice(legs)
    small = replace(leg, capacity=len(world.aboard(leg)) - chance.randint(1, len(world.aboard(leg)) - 1))
    rows = frozenset(row.id for row in world.rows_of(leg))
    fault = Fault(("no_seat",), rows, legs=frozenset({leg.id}), people=frozenset())
    return Planted(made(world, small).plan, (fault,), frozenset({leg.id}))


@KINDS.add()
def faster_than_it_flies(world: World, chance: random.Random) -> Planted | None:
    """Have a flight take five minutes."""
    legs = [one for one in world.legs if one.mode is LegMode.FLIGHT and one.origin and one.destination]
    if not legs:
        return None
    leg = chance.choice(legs)
    quick = until(world, leg, ends(world.times(leg))[0] + dt.timedelta(minutes=5))
    after = made(world, quick)
    rows = frozenset(row.id for row in world.rows_of(leg))
    fault = Fault(("implausible_leg",), rows, legs=frozenset({leg.id}))
    told = ABOUT_DAYS | {"before_arrival", "after_departure", "impossible_travel"}
    day = ends(world.times(leg))[0].date()
    return Planted(after.plan, (fault,), rows | {leg.id}, world.aboard(leg), frozenset({day}), told)


@KINDS.add()
def ends_before_it_leaves(world: World, chance: random.Random) -> Planted | None:
    """Have a leg end before it begins."""
    if not world.legs:
        return None
    leg = chance.choice(world.legs)
    start = ends(world.times(leg))[0]
    after = made(world, until(world, leg, start - dt.timedelta(minutes=chance.choice([1, 30]))))
    rows = frozenset(row.id for row in world.rows_of(leg))
    told = RETIMED | {"before_arrival", "after_departure", "impossible_travel", "vehicle_double_booked", "no_bed"}
    told |= {"double_booking", "interpreter_double_booked", "implausible_leg"}
    fault = Fault(("negative_duration",), legs=frozenset({leg.id}))
    return Planted(after.plan, (fault,), rows | {leg.id}, world.aboard(leg), frozenset({start.date()}), told)


@KINDS.add()
def one_coach_twice(world: World, chance: random.Random) -> Planted | None:
    """Have two vehicles that are under way at one time be one and the same."""
    legs = [one for one in world.legs if one.mode in ON_WHEELS]
    pairs = [
        (one, two)
        for number, one in enumerate(legs)
        for two in legs[number + 1 :]
        if meet(ends(world.times(one)), ends(world.times(two)))
    ]
    if not pairs:
        return None
    one, two = (replace(each, operator="Lurraldebus", number="A1", capacity=60) for each in chance.choice(pairs))
    legs_ = frozenset({one.id, two.id})
    fault = Fault(("vehicle_double_booked",), legs=legs_)
    told = frozenset({"vehicle_double_booked", "no_seat"})
    return Planted(made(world, one, two).plan, (fault,), legs_, consequences=told)


@KINDS.add(10)
def two_left_behind(world: World, chance: random.Random) -> Planted | None:
    """Take two people off a coach that the others travel with, from one place to another far from it."""
    legs = [one for one in _between(world) if one.mode in ON_WHEELS and len(world.rows_of(one)) == 1]
    legs = [one for one in legs if len(world.aboard(one)) >= 4]
    if not legs:
        return None
    leg = chance.choice(legs)
    left = frozenset(chance.sample(sorted(world.aboard(leg), key=str), 2))
    named = [one.person_id for one in world.plan.leg_passengers(leg)] or sorted(world.aboard(leg), key=str)
    seats = [
        r.LegPassenger(id=identity(f"seat {one}"), mission_id=world.plan.mission.id, leg_id=leg.id, person_id=one)
        for one in named
        if one not in left
    ]
    after = made(world, *seats, without=world.plan.leg_passengers(leg))
    others = [one for one in after.legs if one.id != leg.id and after.times(one).date == after.times(leg).date]
    forgotten = left - frozenset(each for one in others for each in after.aboard(one))
    row = frozenset(each.id for each in after.rows_of(leg))
    faults = []
    if forgotten:
        faults.append(Fault(("no_seat",), row, forgotten, frozenset({leg.id})))
    faults += _on_foot(after, leg, left)
    if not faults:
        return None
    day = after.times(leg).date
    assert day is not None
    told = ABOUT_DAYS | {"no_bed"}
    return Planted(after.plan, tuple(faults), row | {leg.id}, left, frozenset({day}), told)


def _on_foot(world: World, leg: r.Leg, left: frozenset[UUID]) -> Iterator[Fault]:
    """Yield who has two places far from each other before and after a leg they are not on."""
    start = ends(world.times(leg))[0]
    day = world.times(leg).date
    assert day is not None
    for person in left:
        stops = day_of(world, person, day)
        before = [one for begun, _, one in stops if begun < start]
        later = [one for begun, _, one in stops if begun >= start]
        if not before or not later:
            continue
        first, second = before[-1], later[0]
        km = _km(world, first, second)
        if km is not None and km > 2 and isinstance(first, r.AgendaItem) and isinstance(second, r.AgendaItem):
            items = frozenset({first.id, second.id})
            yield Fault(("missing_transfer", "tight_travel"), items, among=frozenset({person}))


_JOURNEYS = frozenset(
    {ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.COACH, ItemKind.TRANSFER, ItemKind.LOGISTICS}
)


def _km(world: World, first: object, second: object) -> float | None:
    """Return the km between the places of two items whose place is known to the metre."""
    found = []
    for one in (first, second):
        place = world.plan.place(one.place_id) if isinstance(one, r.AgendaItem) else None
        if not isinstance(one, r.AgendaItem) or one.leg_id is not None or one.kind in _JOURNEYS:
            return None
        if place is None or place.lat is None or place.lon is None or one.end is None:
            return None
        found.append((math.radians(place.lat), math.radians(place.lon)))
    (north, east), (north2, east2) = found
    half = math.sin((north2 - north) / 2) ** 2
    half += math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


@KINDS.add()
def work_after_a_long_flight(world: World, chance: random.Random) -> Planted | None:
    """Have business begin an hour after people land from another continent."""
    far = [
        one for one in world.legs if ends(world.times(one))[1] - ends(world.times(one))[0] >= dt.timedelta(hours=6)
    ]
    rows = [one for one in world.binding if one.leg_id is None and one.kind is ItemKind.SITE_VISIT]
    if not far or not rows:
        return None
    leg, item = chance.choice(far), chance.choice(rows)
    landed = local(ends(world.times(leg))[1] + dt.timedelta(minutes=60), world.times(leg).end_zone)
    if landed.hour > 21:
        return None
    assert item.date is not None
    moved = replace(
        item,
        date=landed.date(),
        start=landed.time(),
        end=(landed + dt.timedelta(minutes=30)).time(),
        zone=world.times(leg).end_zone,
        end_date=None,
        end_zone=None,
    )
    after = made(world, moved)
    both = after.who(moved) & after.aboard(leg)
    if not both:
        return None
    fault = Fault(("after_night_flight",), frozenset({item.id}), both, frozenset({leg.id}))
    told = ABOUT_DAYS | {"holiday", "weekend", "closed", "double_booking"}
    days = frozenset({item.date, landed.date()})
    return Planted(after.plan, (fault,), frozenset({item.id}), after.who(moved), days, told)


@KINDS.add()
def one_coach_for_two_journeys(world: World, chance: random.Random) -> Planted | None:
    """Have two journeys that overlap go by one and the same vehicle."""
    legs = [one for one in world.legs if one.mode in ON_WHEELS]
    pairs = [
        (one, two)
        for number, one in enumerate(legs)
        for two in legs[number + 1 :]
        if meet(ends(world.times(one)), ends(world.times(two)))
    ]
    if not pairs:
        return None
    both = chance.choice(pairs)
    vehicle = r.Vehicle(id=identity("coach"), mission_id=world.plan.mission.id, name="Coach 1")
    after = made(world, vehicle, *(replace(one, vehicle_id=vehicle.id) for one in both))
    legs_of = frozenset(one.id for one in both)
    fault = Fault(("vehicle_double_booked",), legs=legs_of, others=frozenset({vehicle.id}))
    return Planted(after.plan, (fault,), legs_of)
