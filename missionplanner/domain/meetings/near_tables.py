"""Seat the meetings of a timetable so that few people walk from place to place between two of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain.meetings.session import Session

_ROUNDS = 6
"""Times all slots are gone through at most; hardly ever more than three change anything."""
_WALK = 1000
"""What going to another place weighs against going to another table of the same one."""
_TRIES = 30_000
"""Exchanges that are thought of at most: some second for the largest sessions, which keep a few walks more."""
_FEW = 24
"""Tables up to which each is thought of for a meeting; of more those where its people sit before or after."""


class Sitting(NamedTuple):
    """Be a meeting with the place of its slot in time, who comes to it, and how many people that are.

    ``who`` are the organisations, and who interprets; one that is ``fixed`` keeps its table.
    """

    rank: int
    day: dt.date
    who: tuple[UUID, ...]
    size: int
    table: str
    fixed: bool


def places_of(session: Session) -> dict[str, UUID | None]:
    """Return where each table stands: its own place, else that of the item the meetings are held in."""
    item = session.plan.item(session.record.item_id)
    around = item.place_id if item is not None else None
    return {one.name: one.place_id or around for one in session.tables}


def walks(session: Session) -> int:
    """Return how often participants go to a table in another place between two meetings of a day."""
    places = places_of(session)
    if len(set(places.values())) < 2:
        return 0
    found = 0
    for one in session.participants:
        own = [
            (slot.date, places.get(each.table or ""))
            for each in session.meetings_of(one.id)
            if (slot := session.slot(each.slot)) is not None
        ]
        found += sum(day == later and here != there for (day, here), (later, there) in pairwise(own))
    return found


def nearer(session: Session, sittings: Sequence[Sitting]) -> tuple[str, ...]:
    """Return the table of each sitting, exchanged within its slot where that spares somebody a walk.

    No sitting comes to a table too small for it that had one large enough; changes of table within a place count
    only where walks are the same.
    """
    places = places_of(session)
    if len(set(places.values())) < 2:
        return tuple(one.table for one in sittings)
    return _Seating(sittings, places, {one.name: one.capacity for one in session.tables}).done()


class _Seating:
    def __init__(
        self, sittings: Sequence[Sitting], places: Mapping[str, UUID | None], seats: Mapping[str, int | None]
    ) -> None:
        self._all, self._places, self._seats = sittings, places, seats
        self._table = [one.table for one in sittings]
        self._tries = 0
        self._taken: dict[int, dict[str, int]] = {}
        for number, one in enumerate(sittings):
            self._taken.setdefault(one.rank, {})[one.table] = number
        self._slots: dict[int, list[int]] = {}
        for number, one in enumerate(sittings):
            self._slots.setdefault(one.rank, []).append(number)
        self._beside: list[list[int]] = [[] for _ in sittings]
        """Sittings somebody comes from or goes on to, once for each who does."""
        rows: dict[tuple[UUID, dt.date], list[int]] = {}
        for number in sorted(range(len(sittings)), key=lambda each: sittings[each].rank):
            for who in sittings[number].who:
                rows.setdefault((who, sittings[number].day), []).append(number)
        self._rows = tuple(rows.values())
        """The sittings of each on each day, in the order of time."""
        for row in self._rows:
            for here, there in pairwise(row):
                self._beside[here].append(there)
                self._beside[there].append(here)

    def done(self) -> tuple[str, ...]:
        for _ in range(_ROUNDS):
            settled = [self._gather(row) for row in self._rows]
            settled += [self._settle(slot) for slot in sorted(self._slots, reverse=True)]
            if not any(settled) or self._tries > _TRIES:
                break
        return tuple(self._table)

    def _gather(self, row: Sequence[int]) -> bool:
        """Bring all sittings of somebody's day to one table where that spares something, as a far host's."""
        if all(self._cost(one, self._table[one]) < _WALK for one in row):
            return False
        tried = [self._try(self._moves(row, table)) for table in self._near(row)]
        return any(tried)

    def _near(self, row: Sequence[int]) -> Collection[str]:
        """Return the tables worth thinking of for some sittings."""
        if self._tries > _TRIES:
            return ()
        if len(self._places) <= _FEW:
            return self._places
        return dict.fromkeys(self._table[each] for one in row for each in self._beside[one])

    def _moves(self, row: Sequence[int], table: str) -> dict[int, str]:
        """Return who comes to a table, and to which who sits there goes, as far as that can be."""
        moves: dict[int, str] = {}
        for one in row:
            mine = self._table[one]
            rank = self._all[one].rank
            if self._all[one].fixed or mine == table or not self._fits(one, table):
                continue
            if any(self._all[each].rank == rank for each in moves):  # whoever is at two tables at once stays there
                continue
            other = self._taken[rank].get(table)
            if other is None:
                moves[one] = table
            elif not self._all[other].fixed and self._fits(other, mine):
                moves |= {one: table, other: mine}
        return moves

    def _try(self, moves: Mapping[int, str]) -> bool:
        """Take moves over if they spare something; tell whether they do."""
        self._tries += 1
        kept = {one: self._table[one] for one in moves}
        before = self._around(moves)
        self._seat(moves)
        if self._around(moves) < before:
            return True
        self._seat(kept)
        return False

    def _seat(self, moves: Mapping[int, str]) -> None:
        for one in moves:
            self._taken[self._all[one].rank].pop(self._table[one], None)
        for one, table in moves.items():
            self._table[one] = table
            self._taken[self._all[one].rank][table] = one

    def _around(self, some: Collection[int]) -> int:
        """Return what coming to some sittings and going on from them costs, each way once."""
        return sum(
            self._way(self._table[one], self._table[each])
            for one in some
            for each in self._beside[one]
            if each not in some or each < one
        )

    def _settle(self, slot: int) -> bool:
        """Exchange tables within a slot as long as that spares something; tell whether any was."""
        better = False
        for one in self._slots[slot]:
            if self._all[one].fixed or self._cost(one, self._table[one]) < _WALK:
                continue
            gains = [(self._gain(one, table, other), table, other) for table, other in self._others(one, slot)]
            gain, table, other = max(gains, key=lambda each: each[0], default=(0, "", None))
            if gain > 0:
                better = True
                self._seat({one: table} if other is None else {one: table, other: self._table[one]})
        return better

    def _others(self, one: int, slot: int) -> Iterator[tuple[str, int | None]]:
        """Give the tables a sitting could have, each with the sitting that would get its own."""
        mine = self._table[one]
        for table in self._near((one,)):
            self._tries += 1
            other = self._taken[slot].get(table)
            if table == mine or (other is not None and self._all[other].fixed):
                continue
            if self._fits(one, table) and (other is None or self._fits(other, mine)):
                yield table, other

    def _fits(self, one: int, table: str) -> bool:
        """Tell whether a sitting may come to a table: it has seats enough, or as many as the present one."""
        seats, now = self._seats.get(table), self._seats.get(self._table[one])
        return seats is None or seats >= self._all[one].size or (now is not None and seats >= now)

    def _gain(self, one: int, table: str, other: int | None) -> int:
        mine = self._table[one]
        before, after = self._cost(one, mine), self._cost(one, table)
        if other is not None:
            before, after = before + self._cost(other, table), after + self._cost(other, mine)
        return before - after

    def _cost(self, one: int, table: str) -> int:
        """Return what coming to a sitting and going on from it costs, were it at this table."""
        return sum(self._way(table, self._table[each]) for each in self._beside[one])

    def _way(self, here: str, there: str) -> int:
        return 0 if here == there else 1 + _WALK * (self._places.get(here) != self._places.get(there))
