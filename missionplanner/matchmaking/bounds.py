"""Tell how many wished meetings have to wait whatever is tried: a proof, and a reason to stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from missionplanner.matchmaking.figures import Score
from missionplanner.matchmaking.problem import Priority, Problem

Cumulated = tuple[int, ...]
"""Meetings by priority, each with all that are more important."""


def least_waiting(problem: Problem) -> Cumulated:
    """Return how many meetings at least have no slot, by priority, each with the more important ones.

    Nobody meets more often than their free slots and their limits a day allow, and a slot has no more meetings
    than tables.
    """
    able = [number for number, domain in enumerate(problem.domains) if domain]
    colours = _colours(problem, able)
    room = sum(slot.tables for slot in problem.slots)
    most = [_most(problem, party) for party in range(len(problem.parties))]
    found = []
    for priority in Priority:
        asked = sum(one.priority <= priority for one in problem.meetings)
        some = [number for number in able if problem.meetings[number].priority <= priority]
        found.append(asked - min(room, _held_at_most(problem, some, most, colours)))
    return tuple(found)


def is_least(problem: Problem, score: Score) -> bool:
    """Tell whether no timetable serves more wishes, the important ones first."""
    return cumulated(score[:4]) == least_waiting(problem)


def cumulated(counts: Iterable[int]) -> Cumulated:
    """Return counts by priority, each with all before it."""
    total, found = 0, []
    for one in counts:
        total += one
        found.append(total)
    return tuple(found)


def _most(problem: Problem, party: int) -> int:
    """Return how many meetings a participant can have: its slots, within its limit on each day."""
    slots, locked = 0, 0
    for number in problem.of_party[party]:
        slots |= problem.domains[number]
        locked += problem.meetings[number].locked is not None
    limit = problem.parties[party].max_per_day
    if limit is None:
        return slots.bit_count()
    return max(locked, sum(min(limit, (slots & day).bit_count()) for day in problem.days))


def _held_at_most(
    problem: Problem, some: Sequence[int], most: Sequence[int], colours: Sequence[tuple[int, int]]
) -> int:
    """Return a number of meetings that cannot be held all at once with one more.

    Where participants face each other as two sides, the weaker side decides; else each meeting takes two of all.
    """
    asked: Counter[int] = Counter()
    for number in some:
        asked.update((problem.meetings[number].a, problem.meetings[number].b))
    sums: Counter[tuple[int, int]] = Counter()
    for party, count in asked.items():
        sums[colours[party]] += min(count, most[party])
    total = 0
    for part in {part for part, _colour in sums}:
        if (part, _MIXED) in sums:
            total += sums[part, _MIXED] // 2
        else:
            total += min(sums[part, 0], sums[part, 1])
    return total


_MIXED = -1


def _colours(problem: Problem, able: Sequence[int]) -> list[tuple[int, int]]:
    """Return part and side of each participant; a part that has no two sides is mixed."""
    near: dict[int, list[int]] = {}
    for number in able:
        one = problem.meetings[number]
        near.setdefault(one.a, []).append(one.b)
        near.setdefault(one.b, []).append(one.a)
    found = [(-1, _MIXED)] * len(problem.parties)
    for first in near:
        if found[first][0] >= 0:
            continue
        members, mixed, front = [first], False, [first]
        found[first] = (first, 0)
        while front:
            party = front.pop()
            for other in near[party]:
                if found[other][0] < 0:
                    found[other] = (first, 1 - found[party][1])
                    members.append(other)
                    front.append(other)
                mixed = mixed or found[other][1] == found[party][1]
        for party in members if mixed else ():
            found[party] = (first, _MIXED)
    return found
