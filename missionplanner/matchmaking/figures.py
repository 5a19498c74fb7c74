"""Tell how good a timetable is: who is served, how people wait, how full the tables are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from missionplanner.matchmaking.patterns import breaks_of, idle_of
from missionplanner.matchmaking.problem import Places, Priority, Problem


class Score(NamedTuple):
    """Be the objective, the most important part first: smaller is better, compared as a tuple (MATCHMAKING).

    ``unfair`` is the largest difference in breaks between two participants; where the problem allows one,
    only what goes beyond.
    """

    compulsory: int
    must: int
    want: int
    could: int
    unfair: int
    breaks: int
    idle: int

    @property
    def unserved(self) -> int:
        return self.compulsory + self.must + self.want + self.could


@dataclass(frozen=True, slots=True)
class Figures:
    """Be what people ask about a timetable. Tuples by participant or slot, dicts by priority."""

    score: Score
    served: dict[Priority, int]
    asked: dict[Priority, int]
    breaks: tuple[int, ...]
    idle: tuple[int, ...]
    meetings: tuple[int, ...]
    loads: tuple[int, ...]
    table_changes: int = 0


def patterns(problem: Problem, places: Places) -> list[int]:
    """Return the mask of busy slots of each participant."""
    masks = [0] * len(problem.parties)
    for one, slot in zip(problem.meetings, places, strict=True):
        if slot is not None:
            masks[one.a] |= 1 << slot
            masks[one.b] |= 1 << slot
    return masks


def score(problem: Problem, places: Places) -> Score:
    """Return the objective of a timetable."""
    unserved = [0, 0, 0, 0]
    for one, slot in zip(problem.meetings, places, strict=True):
        if slot is None:
            unserved[one.priority] += 1
    masks = patterns(problem, places)
    breaks = [breaks_of(mask, problem.days) for mask in masks]
    spread = max(breaks, default=0) - min(breaks, default=0)
    unfair = spread if problem.fairness is None else max(0, spread - problem.fairness)
    idle = sum(idle_of(mask, problem.days) for mask in masks) if problem.idle_counts else 0
    return Score(unserved[0], unserved[1], unserved[2], unserved[3], unfair, sum(breaks), idle)


def figures(problem: Problem, places: Places, tables: tuple[str | None, ...] = ()) -> Figures:
    """Return everything worth telling about a timetable; ``tables`` is the table of each meeting."""
    asked, served = dict.fromkeys(Priority, 0), dict.fromkeys(Priority, 0)
    loads = [0] * len(problem.slots)
    for one, slot in zip(problem.meetings, places, strict=True):
        asked[one.priority] += 1
        if slot is not None:
            served[one.priority] += 1
            loads[slot] += 1
    masks = patterns(problem, places)
    return Figures(
        score=score(problem, places),
        served=served,
        asked=asked,
        breaks=tuple(breaks_of(mask, problem.days) for mask in masks),
        idle=tuple(idle_of(mask, problem.days) for mask in masks),
        meetings=tuple(mask.bit_count() for mask in masks),
        loads=tuple(loads),
        table_changes=table_changes(problem, places, tables) if tables else 0,
    )


def table_changes(problem: Problem, places: Places, tables: tuple[str | None, ...]) -> int:
    """Count how often participants go to another table between two meetings of a day."""
    changes = 0
    for meetings in problem.of_party:
        held = [(slot, tables[one]) for one in meetings if (slot := places[one]) is not None]
        last: tuple[int, str | None] | None = None
        for slot, table in sorted(held, key=lambda each: each[0]):
            day = problem.slots[slot].day
            changes += last is not None and last[0] == day and last[1] != table
            last = (day, table)
    return changes
