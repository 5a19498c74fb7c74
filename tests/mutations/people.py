"""Ways to break what people need: beds, papers, leaders, food they can eat, something to do."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks import RULES
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AccessState,
    DelegateRole,
    DelegateStatus,
    ItemKind,
    ReadyState,
    RequirementKind,
    RoomKind,
    VisaState,
)
from tests.mutations.programme import made
from tests.mutations.world import DAY, KINDS, Fault, Planted, World, identity

DELEGATE = (DelegateStatus.CONFIRMED, DelegateRole.DELEGATE)


def _sleepers(world: World) -> list[UUID]:
    """Return who has a bed in every night they need one, as far as legs with times tell."""
    return sorted((one for one in world.plan.everyone if _needs(world, one) and not _lacking(world, one)), key=str)


def _needs(world: World, person: UUID) -> list[dt.date]:
    legs = {one.id: one for one in world.legs}
    arrival = legs.get(world.attendees.arrivals.get(person, person))
    departure = legs.get(world.attendees.departures.get(person, person))
    if arrival is None or departure is None:
        return []
    first, last = world.times(arrival).end_date, world.times(departure).date
    mission = world.plan.mission
    assert first is not None and last is not None
    first, last = max(first, mission.first_day), min(last, mission.last_day)
    return [first + DAY * number for number in range((last - first).days)]


def _lacking(world: World, person: UUID) -> list[dt.date]:
    """Return the nights somebody has no room for."""
    rooms = {one.stay_id for one in world.plan.guests if one.person_id == person}
    stays = [one for one in world.plan.stays if one.id in rooms and one.from_day and one.to_day]
    booked = {night for one in stays for night in _needs(world, person) if _covers(one, night)}
    return [night for night in _needs(world, person) if night not in booked]


def _covers(stay: r.Stay, night: dt.date) -> bool:
    return stay.from_day is not None and stay.to_day is not None and stay.from_day <= night < stay.to_day


@KINDS.add(25)
def a_bed_taken_away(world: World, chance: random.Random) -> Planted | None:
    """Take a guest out of a room."""
    people = _sleepers(world)
    if not people:
        return None
    person = chance.choice(people)
    guest = chance.choice([one for one in world.plan.guests if one.person_id == person])
    after = made(world, without=(guest,))
    lacking = _lacking(after, person)
    faults = [Fault(("no_bed",), people=frozenset({person}))] if lacking else []
    stay = next(one for one in after.plan.stays if one.id == guest.stay_id)
    odd = [
        one.id
        for one in after.plan.stays
        if one.room is RoomKind.TWIN and one.from_day == stay.from_day and len(after.plan.stay_guests(one)) == 1
    ]
    if stay.id in odd:
        faults.append(Fault(("odd_twin",), others=frozenset(odd)))
    return Planted(after.plan, tuple(faults)) if faults else None


@KINDS.add(25)
def beds_for_all_but_one(world: World, chance: random.Random) -> Planted | None:
    """Book rooms for everybody of a mission that has none yet, but for one of them."""
    people = sorted(world.plan.everyone, key=str)
    mission = world.plan.mission
    if world.plan.stays or len(people) < 2 or mission.first_day == mission.last_day:
        return None
    left = chance.choice(people)
    records: list[object] = []
    for one in people:
        if one != left:
            stay = r.Stay(
                id=identity(f"stay {one}"),
                mission_id=mission.id,
                room=RoomKind.SINGLE,
                from_day=mission.first_day,
                to_day=mission.last_day,
            )
            guest = r.StayGuest(id=identity(f"guest {one}"), mission_id=mission.id, stay_id=stay.id, person_id=one)
            records += [stay, guest]
    after = made(world, *records)
    fault = Fault(("no_bed",), people=frozenset({left}))
    nights = frozenset(mission.first_day + DAY * number for number in range(30))
    told = frozenset({"no_bed"})  # those of the others are no more
    return Planted(after.plan, (fault,), people=frozenset(people) - {left}, days=nights, consequences=told)


@KINDS.add()
def a_room_too_many(world: World, chance: random.Random) -> Planted | None:
    """Give somebody with a room another one for the same nights."""
    if not world.plan.guests:
        return None
    guest = chance.choice(world.plan.guests)
    stay = next(one for one in world.plan.stays if one.id == guest.stay_id)
    if stay.from_day is None or stay.to_day is None or stay.to_day <= stay.from_day:
        return None
    other = replace(stay, id=identity("room"), room=RoomKind.SINGLE, room_no="9")
    also = replace(guest, id=identity("guest"), stay_id=other.id)
    fault = Fault(("two_beds",), people=frozenset({guest.person_id}), others=frozenset({stay.id, other.id}))
    return Planted(made(world, other, also).plan, (fault,))


def _delegates(world: World) -> list[r.Delegate]:
    """Return the travellers whose names are known: the others have no papers yet."""
    named = {one.id for one in world.plan.people if not one.unnamed}
    return [one for one in world.plan.travellers if one.person_id in named]


def _of(one: r.Delegate) -> frozenset[UUID]:
    assert one.person_id is not None
    return frozenset({one.person_id})


def _goes_abroad(world: World) -> frozenset[str]:
    """Return the countries of the programme without the one the delegation comes from."""
    used = {one.place_id for one in world.placed}
    told = [one.country for one in world.plan.destinations]
    told += [one.country for one in world.placed]
    told += [one.country for one in world.plan.places if one.id in used]
    return frozenset(one for one in told if one) - {world.known.home}


@KINDS.add()
def a_passport_that_ends(world: World, chance: random.Random) -> Planted | None:
    """Have a document expire before the return, or within six months of it on a mission beyond the Union."""
    if not _delegates(world) or not _goes_abroad(world):
        return None
    one = chance.choice(_delegates(world))
    far = not _goes_abroad(world) <= {"ES", "NL", "IT", "BE", "DE"}
    back = world.plan.mission.last_day
    day = (
        back + chance.randint(1, 170) * DAY
        if far and chance.random() < 0.6
        else back - chance.randint(1, 300) * DAY
    )
    expires = replace(one, document_expires=Secret(day.isoformat()))
    fault = Fault(("document_expires",), people=_of(one))
    return Planted(made(world, expires).plan, (fault,))


@KINDS.add(40)
def a_passport_nobody_has_seen(world: World, chance: random.Random) -> Planted | None:
    """Have everybody's document on record but one's."""
    if not _delegates(world) or not _goes_abroad(world) or world.plan.requirements:
        return None
    one = chance.choice(_delegates(world))
    valid = Secret((world.plan.mission.last_day + 900 * DAY).isoformat())
    seen = [replace(each, document_expires=valid if each.id != one.id else None) for each in _delegates(world)]
    fault = Fault(("document_missing",), people=_of(one))
    told = frozenset({"document_missing", "document_expires"})
    after = made(world, *seen)
    return Planted(after.plan, (fault,), people=world.plan.everyone, days=frozenset(), consequences=told)


@KINDS.add(30)
def a_visa_refused(world: World, chance: random.Random) -> Planted | None:
    """Have a visa refused, or needed and not granted."""
    if not _delegates(world):
        return None
    one = chance.choice(_delegates(world))
    state = chance.choice([VisaState.REFUSED, VisaState.NEEDED, VisaState.APPLIED])
    wrong = [each for each in _delegates(world) if each.visa in {VisaState.NEEDED, VisaState.APPLIED}]
    people = _of(one)
    if state is not VisaState.REFUSED:
        people = people.union(*(_of(each) for each in wrong))
    fault = Fault(("visa_check",), people=people)
    return Planted(made(world, replace(one, visa=state)).plan, (fault,))


@KINDS.add(12)
def a_group_without_its_leader(world: World, chance: random.Random) -> Planted | None:
    """Take its leader from a group, twelve days before departure."""
    led = [one for one in world.plan.groups if one.leader_id is not None]
    if not led:
        return None
    after = made(world, replace(chance.choice(led), leader_id=None))
    alone = frozenset(one.id for one in after.plan.groups if one.leader_id is None)
    fault = Fault(("group_without_leader",), others=alone)
    return Planted(after.plan, (fault,), alone, consequences=frozenset({"group_without_leader"}))


@KINDS.add(20)
def an_objective_forgotten(world: World, chance: random.Random) -> Planted | None:
    """Unlink an objective from all items, or add one nothing works towards."""
    plan = world.plan
    new = r.Objective(id=identity("objective"), mission_id=plan.mission.id, text=Texts.of("Sell"), position=99)
    links: tuple[r.ItemObjective, ...] = ()
    known: list[r.Objective] = [new]
    if plan.objectives and chance.random() < 0.5:
        known = []
        chosen = chance.choice(plan.objectives)
        links = tuple(one for one in plan.item_objectives if one.objective_id == chosen.id)
    after = made(world, *known, without=links)
    there = {one.id for one in after.placed} | {one.id for one in plan.items if one.date is None}
    served = {one.objective_id for one in after.plan.item_objectives if one.item_id in there}
    left = frozenset(one.id for one in after.plan.objectives if one.id not in served)
    if not left or not plan.items:
        return None
    fault = Fault(("objective_unserved",), others=left)
    return Planted(after.plan, (fault,), left, consequences=frozenset({"objective_unserved"}))


@KINDS.add(10)
def a_diet(world: World, chance: random.Random) -> Planted | None:
    """Have a guest of some meal with a diet nobody told the cook."""
    meals = [one for one in world.binding if one.kind in {ItemKind.MEAL, ItemKind.RECEPTION}]
    guests = [one for one in _delegates(world) if any(one.person_id in world.who(meal) for meal in meals)]
    if not guests:
        return None
    one = chance.choice(guests)
    after = made(world, replace(one, diet=Secret("vegan")))
    eating = frozenset(each.person_id for each in after.plan.travellers if each.diet is not None)
    with_diet = frozenset(meal.id for meal in meals if after.who(meal) & eating)
    people = frozenset(each for meal in meals for each in after.who(meal) & eating)
    fault = Fault(("diet_unmet",), with_diet, people)
    return Planted(after.plan, (fault,), with_diet, consequences=frozenset({"diet_unmet"}))


@KINDS.add()
def nothing_to_do(world: World, chance: random.Random) -> Planted | None:
    """Excuse somebody from a whole working day of the others."""
    mission = world.plan.mission
    days = sorted({one.date for one in world.meetings if one.date and mission.start < one.date < mission.end})
    people = [one for one in _delegates(world) if (one.status, one.role) == DELEGATE]
    if not days or not people:
        return None
    day, one = chance.choice(days), chance.choice(people)
    assert one.person_id is not None
    own = [each for each in world.placed if each.date == day and one.person_id in world.who(each)]
    out = [
        r.AudiencePerson(
            id=identity(f"out {each.id}"),
            mission_id=mission.id,
            item_id=each.id,
            person_id=one.person_id,
            excepted=True,
        )
        for each in own
    ]
    roles = [each for each in world.plan.item_people if each.person_id == one.person_id]
    after = made(world, *out, *(replace(each, audience_limited=True) for each in own), without=tuple(roles))
    if any(one.person_id in after.who(each) for each in after.placed if each.date == day):
        return None
    busy = [each for each in after.meetings if each.date == day and each.kind in AT_HOSTS]
    halves = [
        frozenset(who for each in busy if _in_half(each, half) for who in after.who(each)) for half in (0, 1)
    ]
    at_work = [some for some in halves if len(some & after.plan.everyone) * 4 > len(after.plan.everyone) * 3]
    if not at_work:
        return None
    told = frozenset(
        {"tight_travel", "missing_transfer", "no_meal", "long_day", "short_rest", "no_seat", "diet_unmet"}
    )
    told |= {
        "over_capacity",
        "access_list_due",
        "double_booking",
        "interpreter_double_booked",
        "impossible_travel",
    }
    told |= {"interpreter_overload", "no_host_contact", "idle_delegate"}
    touched = frozenset(each.item_id for each in roles) | {each.id for each in own}
    fault = Fault(("idle_delegate",), among=_of(one), often=True)
    return Planted(after.plan, (fault,), touched, _of(one), frozenset({day}), told)


def _in_half(item: r.AgendaItem, half: int) -> bool:
    """Tell whether an item lasts an hour and more within the morning, or the afternoon."""
    assert item.start is not None and item.end is not None
    first, last = (dt.time(6), dt.time(12)) if half == 0 else (dt.time(14), dt.time(18))
    begins, ends = (each.hour * 60 + each.minute for each in (max(item.start, first), min(item.end, last)))
    return ends - begins >= 60


@KINDS.add()
def named_before_joining(world: World, chance: random.Random) -> Planted | None:
    """Have somebody join only after a day for which an item names them."""
    known = world.attendees
    rows = [
        (item, one)
        for item in world.meetings
        for one in world.plan.delegates
        if one.person_id in world.who(item) & world.plan.everyone and one.person_id not in known.arrivals
        if one.person_id in known.by_name(item) and one.joins is None and one.leaves is None
    ]
    if not rows:
        return None
    item, one = chance.choice(rows)
    assert item.date is not None and one.person_id is not None
    after = made(world, replace(one, joins=item.date + DAY))
    faults = tuple(
        Fault(("before_arrival",), frozenset({row.id}), among=frozenset({one.person_id}))
        for row in after.meetings
        if row.date is not None and row.date <= item.date and one.person_id in known.by_name(row)
    )
    days = frozenset(row.date for row in world.placed if row.date is not None and row.date <= item.date)
    rules = frozenset(RULES) - {"place_double_booked", "vehicle_double_booked", "negative_duration"}
    return Planted(after.plan, faults, frozenset(), world.attendees.everyone, days, rules)


@KINDS.add(10)
def something_due_from_somebody(world: World, chance: random.Random) -> Planted | None:
    """Have something asked of all delegates that one of them has not given."""
    people = _delegates(world)
    if not people:
        return None
    lacking = chance.choice(people)
    mission = world.plan.mission.id
    asked = r.Requirement(id=identity("asked"), mission_id=mission, kind=RequirementKind.OTHER, before_days=15)
    states = [
        r.RequirementState(
            id=identity(f"settled {one.id}"),
            mission_id=mission,
            requirement_id=asked.id,
            delegate_id=one.id,
            state=ReadyState.DONE,
        )
        for one in people
        if one is not lacking
    ]
    assert lacking.person_id is not None
    fault = Fault(("requirement_due",), people=frozenset({lacking.person_id}), others=frozenset({asked.id}))
    return Planted(made(world, asked, *states).plan, (fault,), frozenset({asked.id}))


@KINDS.add(10)
def turned_away_at_the_door(world: World, chance: random.Random) -> Planted | None:
    """Have a place refuse somebody who is meant to go there."""
    rows = [
        (item, one)
        for item in world.meetings
        for one in world.plan.travellers
        if item.place_id is not None and one.person_id in world.who(item)
    ]
    if not rows:
        return None
    item, one = chance.choice(rows)
    assert item.place_id is not None and one.person_id is not None
    place = next(each for each in world.plan.places if each.id == item.place_id)
    alone = replace(place, organisation_id=None, address="A street of its own 1")
    entry = r.AccessEntry(
        id=identity("entry"),
        mission_id=item.mission_id,
        place_id=place.id,
        delegate_id=one.id,
        state=AccessState.REFUSED,
    )
    entries = world.plan.of("access_entries", "delegate_id", one.id)
    fault = Fault(
        ("access_list_due",), people=frozenset({one.person_id}), others=frozenset({place.id}),
        contains=frozenset({item.id}),
    )  # fmt: skip
    touched = frozenset({place.id, *(each.id for each in world.plan.places)})
    told = frozenset({"access_list_due", "nda_due"})
    return Planted(made(world, alone, entry, without=entries).plan, (fault,), touched, consequences=told)
