"""Say why a meeting is not held, in a sentence a person understands and can act on."""

from __future__ import annotations

from collections.abc import Sequence

from missionplanner.base.messages import N_, Message
from missionplanner.matchmaking.grid import NOBODY, Grid
from missionplanner.matchmaking.problem import Places, Problem, bits, pair_of

_SLOTS_TOLD = 4

_REFUSED = N_("{a} or {b} said no to this meeting.")
_MET = N_("{a} and {b} met before, and meeting again was not asked for.")
_NOBODY_SPEAKS = N_("No interpreter speaks the languages of {a} and {b}.")
_NEVER = N_("{a} and {b} are never free at the same time.")
_TAKEN = N_("{a} has no free slot in common with {b}: whenever both can come, one of them meets others.")
_TAKEN_AFTER = N_("{a} has no free slot in common with {b} after {slot}, and until then one of them meets others.")
_LIMIT = N_("{who} has the most meetings a day already: {most}.")
_TABLES = N_("All tables are taken at {slots}, when {a} and {b} could meet otherwise.")
_ORDER = N_("The order of meetings leaves {a} and {b} no slot: otherwise they could meet at {slots}.")
_INTERPRETER = N_("No interpreter is free at {slots}, when {a} and {b} could meet otherwise.")
ROOM = N_("{a} and {b} could meet at {slots}; the search ended before it came to that.")


def reasons(problem: Problem, places: Places, voices: Sequence[int | None] = ()) -> dict[int, Message]:
    """Return the reason of each meeting that is not held, by its number."""
    waiting = [one for one, slot in enumerate(places) if slot is None]
    if not waiting:
        return {}
    grid = Grid(problem, 0)
    spoken = [NOBODY if one is None else one for one in voices]
    grid.put([-1 if slot is None else slot for slot in places], spoken)
    return {one: _reason(grid, one) for one in waiting}


def _reason(grid: Grid, one: int) -> Message:
    problem = grid.problem
    wanted = problem.meetings[one]
    names = {"a": problem.parties[wanted.a].name, "b": problem.parties[wanted.b].name}
    if pair_of(wanted) in problem.refused:
        return Message.of(_REFUSED, names)
    if pair_of(wanted) in problem.met:
        return Message.of(_MET, names)
    if wanted.interpreters == ():
        return Message.of(_NOBODY_SPEAKS, names)
    domain = grid.domains[one]
    if not domain:
        return Message.of(_NEVER, names)
    free = domain & ~(grid.masks[wanted.a] | grid.masks[wanted.b])
    if not free:
        return _all_taken(problem, names, domain)
    return _held_up(grid, one, free, names)


def _all_taken(problem: Problem, names: dict[str, str], domain: int) -> Message:
    last = domain.bit_length() - 1
    if last == len(problem.slots) - 1:
        return Message.of(_TAKEN, names)
    return Message.of(_TAKEN_AFTER, {**names, "slot": problem.slots[last].name})


def _held_up(grid: Grid, one: int, free: int, names: dict[str, str]) -> Message:
    """Tell what stands between a meeting and the slots in which both sides are free."""
    within = [slot for slot in bits(free) if grid.within_limits(one, slot)]
    if not within:
        return _limited(grid, one, free)
    with_table = [slot for slot in within if grid.room[slot] > 0]
    if not with_table:
        return Message.of(_TABLES, {**names, "slots": _named(grid.problem, within)})
    ordered = [slot for slot in with_table if grid.in_order(one, slot)]
    if not ordered:
        return Message.of(_ORDER, {**names, "slots": _named(grid.problem, with_table)})
    if all(grid.voice_for(one, slot) is None for slot in ordered):
        return Message.of(_INTERPRETER, {**names, "slots": _named(grid.problem, ordered)})
    return Message.of(ROOM, {**names, "slots": _named(grid.problem, ordered)})


def _limited(grid: Grid, one: int, free: int) -> Message:
    """Name the side whose days are full: the one that would be over its limit in more of the free slots."""
    problem = grid.problem

    def over(side: int) -> int:
        limit = problem.parties[side].max_per_day
        full = [day for day in problem.days if (grid.masks[side] & day).bit_count() >= (limit or 0)]
        return -1 if limit is None else sum((day & free).bit_count() for day in full)

    side = max(grid.sides[one], key=over)
    party = problem.parties[side]
    return Message.of(_LIMIT, {"who": party.name, "most": party.max_per_day})


def _named(problem: Problem, slots: Sequence[int]) -> str:
    told = ", ".join(problem.slots[slot].name for slot in slots[:_SLOTS_TOLD])
    return f"{told} …" if len(slots) > _SLOTS_TOLD else told
