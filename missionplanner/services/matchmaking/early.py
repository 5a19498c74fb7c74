"""Let the meetings of a day begin with its first slots, where nothing is lost by it."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.local_search import Found
from missionplanner.matchmaking.problem import Places, Problem


def earlier(problem: Problem, found: Found) -> Found:
    """Return a timetable as good, of which each day begins as early as it can.

    The objective does not tell early from late; people do who come for the first round. All meetings of a day move
    by as many slots, with who interprets; a day that cannot stays as it is.
    """
    if not recount(problem, found.places, found.voices).holds:
        return found
    best = found
    for day in dict.fromkeys(one.day for one in problem.slots):
        own = [number for number, one in enumerate(problem.slots) if one.day == day]
        used = [slot for slot in best.places if slot is not None and problem.slots[slot].day == day]
        for by in range(min(used) - own[0] if used else 0, 0, -1):
            places: Places = tuple(
                slot - by if slot is not None and problem.slots[slot].day == day else slot for slot in best.places
            )
            worth = score(problem, places)
            if worth <= best.score and recount(problem, places, best.voices).holds:
                best = replace(best, places=places, score=worth)
                break
    return best
