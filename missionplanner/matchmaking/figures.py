"""Tell how good a timetable is: who is served, how people wait, how full the tables are."""

from __future__ import annotations

from typing import NamedTuple

from missionplanner.matchmaking.patterns import breaks_of, idle_of
from missionplanner.matchmaking.problem import Places, Problem


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
