"""Recount a timetable from the problem alone; shares no code with what makes timetables.

Written with sets and sorted lists, never with masks or the look-ups of the solvers, so that one slip cannot
hide in both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.matchmaking.problem import LONGEST_STRETCH, SHORTEST_REST, Places, Priority, Problem


@dataclass(frozen=True, slots=True)
class Count:
    """Be what a recount found: what is broken, and every number of the objective.

    ``unserved`` counts by priority, compulsory first; ``breaks`` and ``idle`` go by participant.
    """

    faults: tuple[str, ...]
    unserved: tuple[int, int, int, int]
    breaks: tuple[int, ...]
    idle: tuple[int, ...]

    @property
    def spread(self) -> int:
        """Return the largest difference in breaks between two participants."""
        return max(self.breaks, default=0) - min(self.breaks, default=0)

    @property
    def holds(self) -> bool:
        return not self.faults


def recount(problem: Problem, places: Places, voices: tuple[int | None, ...] | None = None) -> Count:
    """Count everything anew. ``voices`` is the interpreter of each meeting; left out, nobody looks at them."""
    unserved = Counter(one.priority for one, slot in zip(problem.meetings, places, strict=True) if slot is None)
    taken = _taken(problem, places)
    breaks, idle = zip(*(_gaps(problem, slots) for slots in taken), strict=True) if taken else ((), ())
    faults = [*_clashes(problem, places), *_limits(problem, taken), *_orders(problem, places)]
    if voices is not None:
        faults += [*_interpreting(problem, places, voices)]
    return Count(tuple(faults), _by_priority(unserved), breaks, idle)


def _by_priority(unserved: Counter[Priority]) -> tuple[int, int, int, int]:
    first, second, third, fourth = (unserved[each] for each in Priority)
    return first, second, third, fourth


def _taken(problem: Problem, places: Places) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in problem.parties]
    for one, slot in zip(problem.meetings, places, strict=True):
        if slot is not None:
            found[one.a].append(slot)
            found[one.b].append(slot)
    return [sorted(slots) for slots in found]


def _gaps(problem: Problem, slots: list[int]) -> tuple[int, int]:
    """Count a participant's breaks and idle slots; a gap over night is none."""
    breaks = idle = 0
    for earlier, later in zip(slots, slots[1:], strict=False):
        if problem.slots[earlier].day == problem.slots[later].day and later > earlier + 1:
            breaks += 1
            idle += later - earlier - 1
    return breaks, idle


def _clashes(problem: Problem, places: Places) -> Iterator[str]:
    tables: Counter[int] = Counter()
    busy: Counter[tuple[int, int]] = Counter()
    for number, (one, slot) in enumerate(zip(problem.meetings, places, strict=True)):
        if slot is None:
            if one.locked is not None:
                yield f"locked meeting {number} is not held"
            continue
        tables[slot] += 1
        busy.update(((one.a, slot), (one.b, slot)))
        if one.locked is not None:
            if slot != one.locked:
                yield f"locked meeting {number} moved"
            continue
        pair = (min(one.a, one.b), max(one.a, one.b))
        if pair in problem.refused or pair in problem.met:
            yield f"meeting {number} joins a pair that may not meet"
        for side in (one.a, one.b):
            if slot in _numbers(problem.parties[side].unavailable):
                yield f"meeting {number} is where participant {side} is away"
        if slot not in _numbers(one.slots):
            yield f"meeting {number} is outside its slots"
    yield from (f"participant {side} is twice in slot {slot}" for (side, slot), many in busy.items() if many > 1)
    yield from (f"too few tables in {slot}" for slot, many in tables.items() if many > problem.slots[slot].tables)


def _numbers(mask: int) -> set[int]:
    return {number for number, digit in enumerate(reversed(f"{mask:b}")) if digit == "1"}


def _limits(problem: Problem, taken: list[list[int]]) -> Iterator[str]:
    for number, (party, slots) in enumerate(zip(problem.parties, taken, strict=True)):
        days = Counter(problem.slots[slot].day for slot in slots)
        if party.max_per_day is not None and any(many > party.max_per_day for many in days.values()):
            yield f"participant {number} has too many meetings on a day"


def _orders(problem: Problem, places: Places) -> Iterator[str]:
    for earlier, later in problem.precedences:
        first, second = places[earlier], places[later]
        if first is not None and second is not None and first >= second:
            yield f"meeting {earlier} is not before {later}"


def _interpreting(problem: Problem, places: Places, voices: tuple[int | None, ...]) -> Iterator[str]:
    at_work: dict[int, list[int]] = defaultdict(list)
    for number, (one, slot, voice) in enumerate(zip(problem.meetings, places, voices, strict=True)):
        if slot is None or one.interpreters is None:
            continue
        if voice is None or voice not in one.interpreters:
            yield f"meeting {number} has nobody who speaks its languages"
            continue
        if slot in _numbers(problem.interpreters[voice].unavailable):
            yield f"interpreter {voice} is away in slot {slot}"
        at_work[voice].append(slot)
    for voice, slots in at_work.items():
        if len(set(slots)) < len(slots):
            yield f"interpreter {voice} is twice in a slot"
        if _longest(problem, sorted({*slots, *_numbers(problem.interpreters[voice].working)})) > LONGEST_STRETCH:
            yield f"interpreter {voice} works too long without a break"


def _longest(problem: Problem, slots: list[int]) -> int:
    """Return the minutes of the longest stretch without a break, 0 where there are fewer than two slots."""
    longest = 0
    begun = previous = None
    for number in slots:
        slot = problem.slots[number]
        rested = previous is None or previous.day != slot.day or slot.start - previous.end >= SHORTEST_REST
        if begun is None or rested:
            begun = slot
        else:
            longest = max(longest, slot.end - begun.start)
        previous = slot
    return longest
