"""Hold what a timetable of meetings has to respect, as one frozen value for missions and for the literature."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

LONGEST_STRETCH = 90
"""Minutes an interpreter works without a break."""
SHORTEST_REST = 10
"""Minutes between two slots that count as a break of an interpreter."""

Places = tuple[int | None, ...]
"""Slot of each meeting, None for one that is not held."""


class Priority(IntEnum):
    """Say how much a meeting is wanted; a compulsory one comes before every wish."""

    COMPULSORY = 0
    MUST = 1
    WANT = 2
    COULD = 3


@dataclass(frozen=True, slots=True)
class SlotTime:
    """Be one slot: number of its day, its minutes on one clock, and the tables free in it. ``name`` tells it."""

    day: int = 0
    start: int = 0
    end: int = 0
    tables: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Be one side of meetings. ``unavailable`` is a mask of slots; ``max_per_day`` None means no limit."""

    name: str = ""
    unavailable: int = 0
    max_per_day: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Be a meeting of two participants that somebody asks for.

    ``slots`` is the mask of slots it may take: those both sides' people can come to, within its half of the
    day. ``locked`` is the slot it has and keeps, whatever the availability says. ``interpreters`` names those
    who speak both languages, None where nobody is needed. ``present`` is the slot it has in a timetable that is
    planned anew.
    """

    a: int
    b: int
    slots: int
    priority: Priority = Priority.COMPULSORY
    locked: int | None = None
    interpreters: tuple[int, ...] | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Be an interpreter: a name and a mask of slots they cannot take.

    ``working`` are those of them in which they interpret what is fixed: it counts for their rest.
    """

    name: str = ""
    unavailable: int = 0
    working: int = 0


@dataclass(frozen=True)
class Problem:
    """Be a timetable to make. Participants, slots and meetings go by their number in these tuples.

    ``precedences`` are pairs (earlier, later) of meetings; ``refused`` and ``met`` pairs of participants
    (smaller number first) of which one said no, or that met before. ``fairness`` is the largest difference in
    breaks allowed between two participants, None where it is only made small (MATCHMAKING). Raises Invalid for
    numbers that are not there.
    """

    parties: tuple[Party, ...]
    slots: tuple[SlotTime, ...]
    meetings: tuple[Wanted, ...]
    precedences: tuple[tuple[int, int], ...] = ()
    refused: frozenset[tuple[int, int]] = frozenset()
    met: frozenset[tuple[int, int]] = frozenset()
    interpreters: tuple[Interpreter, ...] = ()
    fairness: int | None = None
    idle_counts: bool = field(default=True)
    """Whether idle slots break ties between equal breaks; the literature counts breaks alone."""

    def __post_init__(self) -> None:
        parties, slots, meetings = len(self.parties), len(self.slots), len(self.meetings)
        for one in self.meetings:
            sides = 0 <= one.a < parties and 0 <= one.b < parties and one.a != one.b
            spoken = all(0 <= each < len(self.interpreters) for each in one.interpreters or ())
            if not (sides and spoken and (one.locked is None or 0 <= one.locked < slots)):
                raise Invalid(N_("A meeting names a participant, slot or interpreter that is not there."))
        if any(not (0 <= i < meetings and 0 <= j < meetings and i != j) for i, j in self.precedences):
            raise Invalid(N_("An order of meetings names a meeting that is not there."))
        if any(later.day < earlier.day for earlier, later in zip(self.slots, self.slots[1:], strict=False)):
            raise Invalid(N_("The slots are not in the order of their days."))

    @cached_property
    def every_slot(self) -> int:
        """Return the mask of all slots."""
        return (1 << len(self.slots)) - 1

    @cached_property
    def days(self) -> tuple[int, ...]:
        """Return the mask of each day's slots, in order."""
        found: dict[int, int] = {}
        for number, slot in enumerate(self.slots):
            found[slot.day] = found.get(slot.day, 0) | 1 << number
        return tuple(found.values())

    @cached_property
    def domains(self) -> tuple[int, ...]:
        """Return the mask of slots each meeting may take, empty for pairs that may not meet."""
        return tuple(self._domain(one) for one in self.meetings)

    def _domain(self, one: Wanted) -> int:
        if one.locked is not None:
            return 1 << one.locked
        if pair_of(one) in self.refused or pair_of(one) in self.met:
            return 0
        away = self.parties[one.a].unavailable | self.parties[one.b].unavailable
        return one.slots & self.every_slot & ~away

    @cached_property
    def before(self) -> tuple[tuple[int, ...], ...]:
        """Return the meetings that have to come before each."""
        return self._neighbours(1, 0)

    @cached_property
    def after(self) -> tuple[tuple[int, ...], ...]:
        """Return the meetings that each has to come before."""
        return self._neighbours(0, 1)

    def _neighbours(self, of: int, told: int) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.meetings]
        for pair in self.precedences:
            found[pair[of]].append(pair[told])
        return tuple(map(tuple, found))

    @cached_property
    def of_party(self) -> tuple[tuple[int, ...], ...]:
        """Return the meetings of each participant."""
        found: list[list[int]] = [[] for _ in self.parties]
        for number, one in enumerate(self.meetings):
            found[one.a].append(number)
            found[one.b].append(number)
        return tuple(map(tuple, found))


def pair_of(one: Wanted) -> tuple[int, int]:
    """Return the participants of a meeting, the smaller number first."""
    return (one.a, one.b) if one.a < one.b else (one.b, one.a)


def bits(mask: int) -> tuple[int, ...]:
    """Return the numbers of the slots in a mask, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return tuple(found)
