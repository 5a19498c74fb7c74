"""Share rooms out: who wishes the same shares, whoever asked for each other first; nobody gets two beds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import RoomKind


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Be somebody who needs a bed: what room they wish, whom they would share it with, who sends them."""

    person_id: UUID
    wish: RoomKind | None = None
    share_with: UUID | None = None
    organisation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """Be a room and who sleeps there. ``free`` is how many beds nobody was put into yet."""

    kind: RoomKind
    guests: tuple[UUID, ...] = ()
    stay_id: UUID | None = None

    @property
    def free(self) -> int:
        return BEDS[self.kind] - len(self.guests)


def sleepers(plan: MissionPlan, people: Iterable[UUID]) -> tuple[Sleeper, ...]:
    """Return these people with their wishes, in the order of the delegation."""
    wanted = set(people)
    own = {one.id: one for one in plan.delegates}
    found = []
    for one in plan.delegates:
        if one.person_id is None or one.person_id not in wanted:
            continue
        other = own.get(one.share_with_id) if one.share_with_id is not None else None
        person = plan.person(one.person_id)
        organisation = (person.organisation_id if person is not None else None) or one.place_of_id
        found.append(Sleeper(one.person_id, one.room_wish, other.person_id if other else None, organisation))
    known = {one.person_id for one in found}
    return (*found, *(Sleeper(one) for one in sorted(wanted - known, key=str)))


# -- new rooms ----------------------------------------------------------------------------------------


def proposed(some: Sequence[Sleeper], kind: RoomKind | None = None) -> tuple[Room, ...]:
    """Return new rooms for people: as each wishes, a single where nothing is wished; ``kind`` overrules wishes.

    Two who asked for each other share; the others share with people of the same wish, of the same
    organisation first. Whoever is left over of a shared kind gets a room that fits: a twin, or a single.
    """
    asked = [Sleeper(one.person_id, kind or one.wish, one.share_with, one.organisation_id) for one in some]
    couples, rest = _couples(asked)
    rooms = [Room(_kind_of(one, other), (one.person_id, other.person_id)) for one, other in couples]
    by_wish: dict[RoomKind, list[Sleeper]] = {}
    for one in rest:
        by_wish.setdefault(one.wish or RoomKind.SINGLE, []).append(one)
    for wish, members in by_wish.items():
        rooms += _shared(wish, members) if wish in (RoomKind.TWIN, RoomKind.TRIPLE) else _own(wish, members)
    order = {one.person_id: number for number, one in enumerate(some)}
    return tuple(sorted(rooms, key=lambda room: order[room.guests[0]]))


def _couples(some: Sequence[Sleeper]) -> tuple[list[tuple[Sleeper, Sleeper]], list[Sleeper]]:
    """Return the pairs who asked for each other, or of whom one asked and the other has no wish against it."""
    by_person = {one.person_id: one for one in some}
    taken: set[UUID] = set()
    pairs = []
    for mutual in (True, False):
        for one in some:
            other = by_person.get(one.share_with) if one.share_with is not None else None
            if other is None or other is one or {one.person_id, other.person_id} & taken:
                continue
            if other.share_with == one.person_id if mutual else _lets(one, other):
                pairs.append((one, other))
                taken |= {one.person_id, other.person_id}
    return pairs, [one for one in some if one.person_id not in taken]


def _lets(one: Sleeper, other: Sleeper) -> bool:
    """Tell whether the other, who did not ask, may be put with one who did: no other choice, no other wish."""
    return other.share_with is None and (other.wish is None or other.wish is one.wish)


def _kind_of(one: Sleeper, other: Sleeper) -> RoomKind:
    """Return the room of two who share: what both wish, a double where one wishes it, else a twin."""
    wishes = {one.wish, other.wish}
    if RoomKind.DOUBLE in wishes:
        return RoomKind.DOUBLE
    return RoomKind.SUITE if wishes == {RoomKind.SUITE} else RoomKind.TWIN


def _own(wish: RoomKind, members: Iterable[Sleeper]) -> list[Room]:
    return [Room(wish, (one.person_id,)) for one in members]


def _shared(wish: RoomKind, members: Sequence[Sleeper]) -> list[Room]:
    """Return shared rooms: full ones within an organisation, then across, then what is left in smaller rooms."""
    size = BEDS[wish]
    rooms: list[Room] = []
    left: list[Sleeper] = []
    for own in _by_organisation(members):
        full = len(own) // size * size
        rooms += [Room(wish, tuple(one.person_id for one in own[at : at + size])) for at in range(0, full, size)]
        left += own[full:]
    for at in range(0, len(left), size):
        part = tuple(one.person_id for one in left[at : at + size])
        rooms.append(Room({3: RoomKind.TRIPLE, 2: RoomKind.TWIN}.get(len(part), RoomKind.SINGLE), part))
    return rooms


def _by_organisation(members: Iterable[Sleeper]) -> list[list[Sleeper]]:
    found: dict[object, list[Sleeper]] = {}
    for one in members:
        found.setdefault(one.organisation_id or one.person_id, []).append(one)
    return list(found.values())


# -- rooms there are ----------------------------------------------------------------------------------


def filled(some: Sequence[Sleeper], rooms: Sequence[Room]) -> tuple[tuple[Room, ...], tuple[UUID, ...]]:
    """Return rooms there are with people put into their free beds, and who found none.

    Whoever wishes a kind of room gets only that; who wishes none takes what is left, singles first. Two who
    asked for each other and one organisation stay together as far as beds allow. Guests who are there stay.
    """
    taken: dict[int, list[UUID]] = {number: [] for number in range(len(rooms))}
    left: list[UUID] = []
    for wish in dict.fromkeys([*(one.wish for one in some if one.wish is not None), None]):
        members = [one for one in some if one.wish is wish]
        places = [
            number for number, room in enumerate(rooms) if _fits(wish, room) and room.free > len(taken[number])
        ]
        if wish is None:
            places.sort(key=lambda number: (BEDS[rooms[number].kind], number))
        left += _put(_units(members), rooms, places, taken)
    made = tuple(
        Room(room.kind, (*room.guests, *taken[number]), room.stay_id) for number, room in enumerate(rooms)
    )
    return made, tuple(left)


def _fits(wish: RoomKind | None, room: Room) -> bool:
    return wish is None or room.kind is wish


def _units(members: Sequence[Sleeper]) -> list[list[UUID]]:
    """Return who should stay together: couples, then each organisation's people one after the other."""
    couples, rest = _couples(members)
    alone = [one for own in _by_organisation(rest) for one in own]
    return [*([one.person_id, other.person_id] for one, other in couples), *([one.person_id] for one in alone)]


def _put(
    units: Iterable[list[UUID]], rooms: Sequence[Room], places: Sequence[int], taken: dict[int, list[UUID]]
) -> list[UUID]:
    """Put units into the first room that holds them whole, parted where none does; return who found no bed."""
    split: list[UUID] = []
    for unit in units:
        place = _first(len(unit), rooms, places, taken)
        if place is None:
            split += unit
        else:
            taken[place] += unit
    left = []
    for person in split:
        place = _first(1, rooms, places, taken)
        if place is None:
            left.append(person)
        else:
            taken[place].append(person)
    return left


def _first(count: int, rooms: Sequence[Room], places: Sequence[int], taken: dict[int, list[UUID]]) -> int | None:
    return next((one for one in places if rooms[one].free - len(taken[one]) >= count), None)


# -- rooms of a plan ----------------------------------------------------------------------------------


def rooms_there(
    plan: MissionPlan, first: dt.date, last: dt.date, stays: Iterable[r.Stay] = ()
) -> tuple[Room, ...]:
    """Return the rooms that are there from the night of ``first`` to the day ``last``, with who sleeps in them."""
    found = []
    for stay in stays or plan.stays:
        if stay.room is None or stay.from_day is None or stay.to_day is None:
            continue
        if stay.from_day <= first and stay.to_day >= last:
            guests = tuple(one.person_id for one in plan.stay_guests(stay))
            found.append(Room(stay.room, guests, stay.id))
    return tuple(found)
