"""Ways to break the programme: two places at once, outside the mission, too long, without food, shut doors."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.stops import BUSINESS
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus
from tests.mutations.world import DAY, KINDS, Fault, Planted, World, ends, identity, meet

ABOUT_DAYS = frozenset(
    {
        "long_day",
        "short_rest",
        "no_meal",
        "idle_delegate",
        "tight_travel",
        "missing_transfer",
        "after_night_flight",
    }
)
"""Rules that speak of whole days: another time of one item is another day for its people."""
ABOUT_HOURS = frozenset({"closed", "over_capacity", "interpreter_overload", "interpreter_missing"})
ABOUT_DATES = ABOUT_DAYS | ABOUT_HOURS | {"holiday", "weekend", "outside_mission", "access_list_due", "nda_due"}
RETIMED = ABOUT_DAYS | ABOUT_HOURS


def made(world: World, *records: object, without: tuple[object, ...] = ()) -> World:
    """Return the world with other records."""
    return World(world.name, world.with_(*records, without=without), world.known, world.today)


def at(world: World, item: r.AgendaItem, day: dt.date, start: int, minutes: int, like: str) -> r.AgendaItem:
    """Return an item at so many minutes after midnight, by the clocks of a zone."""
    first = dt.datetime.combine(day, dt.time(0)) + dt.timedelta(minutes=start)
    last = first + dt.timedelta(minutes=minutes)
    return replace(
        item,
        date=first.date(),
        start=first.time(),
        end=last.time(),
        end_date=last.date() if last.date() != first.date() else None,
        zone=like,
        end_zone=None,
        part_of_day=None,
    )


def minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def in_two_places(world: World, moved: frozenset[UUID]) -> Iterator[Fault]:
    """Yield whom the items of these ids put into two places, comparing each with every other."""
    timed = [one for one in world.binding if one.leg_id is None and one.start and one.end]
    for number, one in enumerate(timed):
        for other in timed[number + 1 :]:
            if moved.isdisjoint({one.id, other.id}) or not meet(ends(world.times(one)), ends(world.times(other))):
                continue
            both = world.who(one) & world.who(other)
            roles = (*world.plan.item_roles(one), *world.plan.item_roles(other))
            voices = frozenset(each.person_id for each in roles if each.role is ItemRole.INTERPRETER)
            for rule, some in (("double_booking", both - voices), ("interpreter_double_booked", both & voices)):
                if some:
                    yield Fault((rule,), frozenset({one.id, other.id}), some)


@KINDS.add()
def moved_onto_another(world: World, chance: random.Random) -> Planted | None:
    """Move an item of some people onto another of theirs, or to where the two overlap."""
    rows = [one for one in world.binding if one.leg_id is None and world.who(one)]
    pairs = [(one, two) for one in rows for two in rows if one.id != two.id and world.who(one) & world.who(two)]
    if not pairs:
        return None
    one, two = chance.choice(pairs)
    zone = world.times(two).zone
    if two.start is None or two.end is None:
        assert two.date is not None
        two = at(world, two, two.date, chance.choice([540, 630, 900]), 90, zone)
    assert two.date is not None and two.start is not None
    into = chance.choice([0, 0, 15, 40, -20])
    one = at(world, one, two.date, max(0, minute(two.start) + into), chance.choice([30, 45, 90]), zone)
    after = made(world, one, two)
    people = world.who(one) | world.who(two)
    if any(
        not after.on_the_spot(after.who(each), after.times(each)) or _by_leg(after, each) for each in (one, two)
    ):
        return None
    faults = tuple(in_two_places(after, frozenset({one.id, two.id})))
    touched = frozenset({one.id, two.id})
    old = [world.plan.item(each) for each in touched]
    days = frozenset(each.date for each in (one, *old) if each is not None and each.date is not None)
    before = {"double_booking", "interpreter_double_booked"}  # what is no more: faults are counted whole
    return Planted(after.plan, faults, touched, people, days, ABOUT_DATES | before | {"place_double_booked"})


def _by_leg(world: World, item: r.AgendaItem) -> bool:
    """Tell whether some row of a leg lies at the same time, whoever is aboard."""
    when = ends(world.times(item))
    return any(meet(ends(world.times(leg)), when) for leg in world.legs)


@KINDS.add()
def outside_the_mission(world: World, chance: random.Random) -> Planted | None:
    """Move an item to before the first day or after the last."""
    rows = [one for one in world.binding if one.leg_id is None]
    if not rows:
        return None
    hosted = [one for one in rows if one.kind in AT_HOSTS]
    mission, item = world.plan.mission, chance.choice(hosted or rows)
    days = [day for n in range(1, 8) for day in (mission.first_day - n * DAY, mission.last_day + n * DAY)]
    day = chance.choice([one for one in days if one.isoweekday() > 5 or chance.random() < 0.3])
    moved = replace(item, date=day, end_date=None if item.end_date is None else day)
    after = made(world, moved)
    faults = [Fault(("outside_mission",), frozenset({item.id}))]
    place = world.plan.place(item.place_id)
    country = item.country or (place.country if place and not item.city else None)
    if country in {"ES", "NL", "US", "MX", "JP", "KR"} and item.kind in AT_HOSTS and day.isoweekday() in {6, 7}:
        faults.append(Fault(("weekend",), frozenset({item.id})))
    assert item.date is not None
    told = ABOUT_DATES | {
        "before_arrival",
        "after_departure",
        "double_booking",
        "impossible_travel",
        "unconfirmed",
    }
    touched, near = frozenset({item.id}), frozenset({item.date, day})
    return Planted(after.plan, tuple(faults), touched, world.who(item), near, told)


@KINDS.add()
def ends_before_it_starts(world: World, chance: random.Random) -> Planted | None:
    """Let an item end before it begins."""
    rows = [one for one in world.meetings if one.end_date is None]
    if not rows:
        return None
    item = chance.choice(rows)
    assert item.start is not None and item.date is not None
    if minute(item.start) < 20:
        return None
    early = minute(item.start) - chance.randint(1, 19)
    wrong = replace(item, end=dt.time(early // 60, early % 60), end_zone=None)
    told = RETIMED | {"double_booking", "interpreter_double_booked", "impossible_travel", "place_double_booked"}
    touched = frozenset({item.id})
    after = made(world, wrong)
    return Planted(
        after.plan,
        (Fault(("negative_duration",), touched),),
        touched,
        world.who(item),
        frozenset({item.date}),
        told,
    )


@KINDS.add()
def a_place_for_one(world: World, chance: random.Random) -> Planted | None:
    """Put two items of different people, at one time, into a place for one event."""
    rows = world.meetings
    pairs = [
        (one, two)
        for number, one in enumerate(rows)
        for two in rows[number + 1 :]
        if not world.who(one) & world.who(two) and meet(ends(world.times(one)), ends(world.times(two)))
    ]
    if not pairs:
        return None
    one, two = chance.choice(pairs)
    hall = r.Place(id=identity("hall"), name="Hall", exclusive=True, city="Bilbao")
    moved = [replace(each, place_id=hall.id) for each in (one, two)]
    after = made(world, hall, *moved)
    if [world.times(each) for each in (one, two)] != [after.times(each) for each in moved]:
        return None
    touched = frozenset({one.id, two.id})
    told = ABOUT_DATES | {"no_address", "no_entrance"}
    fault = Fault(("place_double_booked",), touched, others=frozenset({hall.id}))
    assert one.date is not None
    return Planted(after.plan, (fault,), touched, world.who(one) | world.who(two), frozenset({one.date}), told)


@KINDS.add()
def more_than_fit(world: World, chance: random.Random) -> Planted | None:
    """Have a place hold fewer than come at once."""
    rows = [one for one in world.binding if one.leg_id is None and len(world.who(one)) > 1]
    if not rows:
        return None
    item = chance.choice(rows)
    place = world.plan.place(item.place_id) or r.Place(id=identity("hall"), name="Hall")
    small = replace(place, capacity=chance.randint(1, len(world.who(item)) - 1))
    after = made(world, small, replace(item, place_id=small.id))
    assert item.date is not None
    fault = Fault(("over_capacity",), others=frozenset({small.id}), often=True)
    told = ABOUT_DATES | {"no_address", "no_entrance", "dst_change"}
    return Planted(
        after.plan, (fault,), frozenset({item.id, small.id}), world.who(item), frozenset({item.date}), told
    )


@KINDS.add()
def a_shut_door(world: World, chance: random.Random) -> Planted | None:
    """Close a place on the weekday of an item there, or open it only after the item has begun."""
    rows = [one for one in world.meetings if world.plan.place(one.place_id) is not None]
    if not rows:
        return None
    item = chance.choice(rows)
    place = world.plan.place(item.place_id)
    assert place is not None and item.date is not None and item.start is not None
    day, same = item.date, [one for one in world.binding if one.place_id == place.id]
    if chance.random() < 0.5:
        shut = replace(place, closed_days=(day.isoweekday(),), opens=None, closes=None)
        days: dict[dt.date, set[UUID]] = {}
        for one in same:
            own = world.times(one).date
            if own is not None and own.isoweekday() == day.isoweekday():
                days.setdefault(own, set()).add(one.id)
        faults = [Fault(("closed",), frozenset(some), others=frozenset({place.id})) for some in days.values()]
    else:
        if item.start >= dt.time(23):
            return None
        opens = dt.time(item.start.hour + 1, 30)
        shut = replace(place, closed_days=(), opens=opens, closes=None)
        early = [one for one in same if (start := world.times(one).start) is not None and start < opens]
        faults = [Fault(("closed",), frozenset({one.id}), others=frozenset({place.id})) for one in early]
    return Planted(made(world, shut).plan, tuple(faults), frozenset({place.id}))


@KINDS.add()
def no_common_language(world: World, chance: random.Random) -> Planted | None:
    """Hold an item in a language of which some people told that they do not know it, with nobody to interpret."""
    known = {one.id: one.languages for one in world.plan.people if one.languages}
    rows = []
    for one in world.binding:
        lost = frozenset(each for each in world.who(one) if each in known)
        voices = any(each.role is ItemRole.INTERPRETER for each in world.plan.item_roles(one))
        if lost and not voices and one.kind in BUSINESS:
            rows.append((one, lost))
    if not rows:
        return None
    item, lost = chance.choice(rows)
    fault = Fault(("interpreter_missing",), frozenset({item.id}), lost)
    return Planted(made(world, replace(item, language="fi")).plan, (fault,), frozenset({item.id}))


@KINDS.add(10)
def not_confirmed(world: World, chance: random.Random) -> Planted | None:
    """Have an item merely asked for, ten days before departure."""
    rows = [one for one in world.placed if one.status not in {ItemStatus.REQUESTED, ItemStatus.TENTATIVE}]
    if not rows:
        return None
    item = chance.choice(rows)
    after = made(world, replace(item, status=chance.choice([ItemStatus.REQUESTED, ItemStatus.TENTATIVE])))
    asked = [one.id for one in after.placed if one.status in {ItemStatus.REQUESTED, ItemStatus.TENTATIVE}]
    fault = Fault(("unconfirmed",), frozenset(asked))
    return Planted(after.plan, (fault,), frozenset(asked), consequences=frozenset({"unconfirmed"}))


# -- days that people cannot stand ---------------------------------------------------------------------


def day_of(world: World, person: UUID, day: dt.date) -> list[tuple[dt.datetime, dt.datetime, object]]:
    """Return what somebody has on a day, by start: their rows and the legs without one; with each's end."""
    found: list[tuple[dt.datetime, dt.datetime, object]] = []
    stops: list[r.AgendaItem | r.Leg] = [*world.binding, *(leg for leg in world.legs if not world.rows_of(leg))]
    for one in stops:
        times = world.times(one)
        who = world.who(one) if isinstance(one, r.AgendaItem) else world.aboard(one)
        start, end = ends(times)
        if person in who and times.date == day and start is not None:
            found.append((start, max(end or start, start), one))
    return sorted(found, key=lambda stop: (stop[0], stop[1]))


def flies_far(world: World) -> bool:
    """Tell whether some leg takes six hours or more: its passengers' days are reckoned otherwise."""
    return any(
        end - start >= dt.timedelta(hours=6) for start, end in (ends(world.times(leg)) for leg in world.legs)
    )


@KINDS.add()
def a_late_evening(world: World, chance: random.Random) -> Planted | None:
    """Let the last item of a day go on to shortly before midnight."""
    rows = world.meetings
    if not rows or flies_far(world):
        return None
    day = chance.choice(sorted({one.date for one in rows if one.date}))
    item = max((one for one in rows if one.date == day), key=lambda one: ends(world.times(one)))
    assert item.start is not None
    item = replace(item, end=dt.time(23, chance.randrange(30, 59)), end_date=None, end_zone=None)
    after = made(world, item)
    if not after.on_the_spot(after.who(item), after.times(item)):
        return None
    long, short = set(), set()
    for person in after.plan.everyone:
        own, following = day_of(after, person, day), day_of(after, person, day + DAY)
        if not own:
            continue
        until = max(end for _, end, _ in own)
        if until - own[0][0] > dt.timedelta(hours=14):
            long.add(person)
        if following and dt.timedelta(0) <= following[0][0] - until < dt.timedelta(hours=10):
            short.add(person)
    told = (("long_day", long), ("short_rest", short))
    faults = [Fault((rule,), people=frozenset(some)) for rule, some in told if some]
    faults += in_two_places(after, frozenset({item.id}))
    if not long and not short:
        return None
    return Planted(
        after.plan,
        tuple(faults),
        frozenset({item.id}),
        after.who(item),
        frozenset({day}),
        RETIMED - {"short_rest"},
    )


@KINDS.add()
def without_lunch(world: World, chance: random.Random) -> Planted | None:
    """Give some people of a day without legs seven hours of work without a pause, from ten o'clock on."""
    days = sorted({one.date for one in world.binding if one.date and one.leg_id is None})
    plan, everyone = world.plan, sorted(world.plan.everyone, key=str)
    if not days or not everyone:
        return None
    day = chance.choice(days)
    own = [one for one in world.binding if one.date == day]
    if any(one.leg_id is not None for one in own) and chance.random() < 0.8:
        return None
    some = chance.sample(everyone, min(len(everyone), chance.randint(1, 3)))
    zone = plan.mission.zone
    rows, named = [], []
    for number in range(3):
        item = r.AgendaItem(
            id=identity(f"work {number}"),
            mission_id=plan.mission.id,
            kind=ItemKind.WORKSHOP,
            title=own[0].title,
            audience_limited=True,
            status=ItemStatus.CONFIRMED,
            position=90 + number,
        )
        rows.append(at(world, item, day, 600 + 140 * number, 140, zone))
        for person in some:
            mark = identity(f"{number} {person}")
            named.append(r.AudiencePerson(id=mark, mission_id=plan.mission.id, item_id=item.id, person_id=person))
    freed = [
        r.AudiencePerson(
            id=identity(f"free {one.id} {person}"),
            mission_id=plan.mission.id,
            item_id=one.id,
            person_id=person,
            excepted=True,
        )
        for one in own
        for person in some
        if person in world.who(one)
    ]
    limited = [replace(one, audience_limited=True) for one in own if any(each.item_id == one.id for each in freed)]
    roles = [one for one in plan.item_people if one.item_id in {each.id for each in own} and one.person_id in some]
    after = made(world, *rows, *named, *freed, *limited, without=tuple(roles))
    people = frozenset(some)
    if any(not after.on_the_spot(people, after.times(row)) for row in rows) or flies_far(after):
        return None
    if any(len(day_of(after, person, day)) != 3 for person in some):
        return None
    touched = frozenset({*(one.id for one in rows), *(one.id for one in own)})
    told = ABOUT_DATES | {
        "no_seat",
        "diet_unmet",
        "no_host_contact",
        "double_booking",
        "interpreter_double_booked",
    }
    fault = Fault(("no_meal",), frozenset({rows[0].id, rows[2].id}), people)
    gone = told | {"impossible_travel", "before_arrival"}
    return Planted(after.plan, (fault,), touched, people, frozenset({day}), gone)
