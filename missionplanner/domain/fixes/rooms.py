"""Think of beds: a free one, a room of one's own, one night more, one room instead of two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.clock import DAY
from missionplanner.domain.fixes.harm import keys
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way
from missionplanner.domain.vocabulary import RoomKind

BEDS = {RoomKind.SINGLE: 1, RoomKind.TWIN: 2, RoomKind.TRIPLE: 3}
"""Rooms whose beds are for people who need not be a couple."""
_NIGHT = N_("Keep room {room} for one more night")
_NIGHTS = N_("Keep room {room} for {count} more nights")
_FREE = N_("Put {person} in room {room}")
_SINGLE = N_("Add a single room for {person}")
_SINGLES = N_("Add {count} single rooms")
_GIVE_UP = N_("Give up room {room}")
_AS_SINGLE = N_("Make it a single room")
_AS_SINGLES = N_("Make them single rooms")


def beds(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Yield the searches for a bed for people without one."""
    nights = sorted(key[1] for key in keys(finding.rule, finding) if isinstance(key[1], dt.date))
    if nights and finding.people:
        yield Search(Cost(), _kept_on(trial, finding, nights))
        yield Search(Cost(minutes=1), _free_beds(trial, finding, nights))
        yield Search(Cost(minutes=2), _singles(trial, finding, nights))


def _kept_on(trial: Trial, finding: Finding, nights: list[dt.date]) -> Iterator[Way]:
    """Yield the room of people that ends as the nights begin, or begins as they end, kept for these too."""
    first, last = nights[0], nights[-1] + DAY
    for stay in trial.plan.stays:
        guests = {one.person_id for one in trial.plan.stay_guests(stay)}
        if not guests or not guests.issubset(finding.people):
            continue
        if stay.to_day == first:
            longer = replace(stay, to_day=last)
        elif stay.from_day == last:
            longer = replace(stay, from_day=first)
        else:
            continue
        changes = Changes(saved=(longer,))
        if trial.holds(finding, changes):
            text = _NIGHT if len(nights) == 1 else _NIGHTS
            yield _way(f"keep:{stay.id}", text, changes, 0, room=_name(trial, stay), count=len(nights))


def _free_beds(trial: Trial, finding: Finding, nights: list[dt.date]) -> Iterator[Way]:
    if len(finding.people) != 1:
        return
    person = finding.people[0]
    for stay in trial.plan.stays:
        taken = trial.plan.stay_guests(stay)
        beds_there = BEDS.get(stay.room, 0) if stay.room is not None else 0
        if not taken or len(taken) >= beds_there or not _covers(stay, nights):
            continue
        guest = r.StayGuest(
            mission_id=trial.plan.mission.id, stay_id=stay.id, person_id=person, position=len(taken)
        )
        changes = Changes(added=(guest,))
        if trial.holds(finding, changes):
            name = trial.scene.crowd(frozenset((person,))).listed
            yield _way(f"bed:{stay.id}", _FREE, changes, 1, person=name, room=_name(trial, stay))
            return


def _covers(stay: r.Stay, nights: list[dt.date]) -> bool:
    """Tell whether a room is there for exactly these nights: whoever comes sleeps there as long as its guest."""
    return stay.from_day == nights[0] and stay.to_day == nights[-1] + DAY


def _singles(trial: Trial, finding: Finding, nights: list[dt.date]) -> Iterator[Way]:
    """Yield a room of one's own for each, at the hotel of the others that night."""
    hotel = _hotel(trial, nights[0])
    if hotel is None:
        return
    plan = trial.plan
    position = max((one.position for one in plan.stays), default=-1)
    added: list[r.Record] = []
    for number, person in enumerate(finding.people, 1):
        stay = r.Stay(
            mission_id=plan.mission.id,
            position=position + number,
            hotel_id=hotel,
            room=RoomKind.SINGLE,
            from_day=nights[0],
            to_day=nights[-1] + DAY,
        )
        added += (stay, r.StayGuest(mission_id=plan.mission.id, stay_id=stay.id, person_id=person))
    changes = Changes(added=tuple(added))
    if trial.holds(finding, changes):
        count = len(finding.people)
        name = trial.scene.crowd(frozenset(finding.people)).listed
        yield _way("singles", _SINGLE if count == 1 else _SINGLES, changes, 2, person=name, count=count)


def _hotel(trial: Trial, night: dt.date) -> UUID | None:
    """Return the hotel most of the others are in that night."""
    counted: dict[UUID, int] = {}
    for stay in trial.plan.stays:
        if stay.hotel_id and stay.from_day and stay.to_day and stay.from_day <= night < stay.to_day:
            counted[stay.hotel_id] = counted.get(stay.hotel_id, 0) + 1
    return max(counted, key=lambda one: (counted[one], str(one)), default=None)


def one_of_two(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Yield the searches for which of two rooms to give up."""
    yield Search(Cost(people=1), _one_of_two(trial, finding))


def _one_of_two(trial: Trial, finding: Finding) -> Iterator[Way]:
    for stay in trial.plan.stays:
        if stay.id not in finding.others or len(finding.people) != 1:
            continue
        guests: tuple[r.StayGuest, ...] = trial.plan.stay_guests(stay)
        own = tuple(one for one in guests if one.person_id == finding.people[0])
        removed: tuple[r.Record, ...] = own if len(own) < len(guests) else (*own, stay)
        changes = Changes(removed=removed)
        if trial.holds(finding, changes):
            yield _way(f"give-up:{stay.id}", _GIVE_UP, changes, 0, room=_name(trial, stay))


def as_single(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Yield the search for what a twin room with one guest may be instead."""
    yield Search(Cost(), _as_single(trial, finding))


def _as_single(trial: Trial, finding: Finding) -> Iterator[Way]:
    stays = [one for one in trial.plan.stays if one.id in finding.others]
    changes = Changes(saved=tuple(replace(one, room=RoomKind.SINGLE) for one in stays))
    if stays and trial.holds(finding, changes):
        yield _way("as-single", _AS_SINGLE if len(stays) == 1 else _AS_SINGLES, changes, 0)


def _name(trial: Trial, stay: r.Stay) -> str:
    """Return how to call a room: its number, else who sleeps there."""
    guests = frozenset(one.person_id for one in trial.plan.stay_guests(stay))
    return stay.room_no or (f"({trial.scene.crowd(guests).listed})" if guests else "–")


def _way(identity: str, text: str, changes: Changes, rank: int, **told: str | int) -> Way:
    message = Message.of(text, {name: one for name, one in told.items() if f"{{{name}}}" in text})
    return Way(identity, message, message, changes, Cost(minutes=rank))
