"""Give each meeting of a timetable its table, so that few people change tables between two meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.matchmaking.problem import Places, Problem


@dataclass(frozen=True, slots=True)
class TableRoom:
    """Be a table to meet at; ``seats`` None where it takes any number of people."""

    name: str
    seats: int | None = None


def seated(
    problem: Problem, places: Places, rooms: Sequence[TableRoom], sizes: Sequence[int], kept: Sequence[str | None]
) -> tuple[str | None, ...]:
    """Return the table of each meeting that is held, None where no table is left.

    ``sizes`` is how many people come to each meeting, ``kept`` the table of meetings that keep theirs. Slot by
    slot, the largest meetings choose first: a table with seats enough, where most of its sides sat before.
    """
    found: list[str | None] = [None] * len(problem.meetings)
    last: dict[int, str] = {}
    day = None
    for number, slot in enumerate(problem.slots):
        if slot.day != day:
            last, day = {}, slot.day
        here = [one for one, place in enumerate(places) if place == number]
        free = {room.name: room for room in rooms}
        for one in here:
            if kept[one] is not None and free.pop(kept[one] or "", None) is not None:
                found[one] = kept[one]
        for one in sorted(here, key=lambda each: (-sizes[each], each)):
            if found[one] is None and free:
                wanted = problem.meetings[one]
                before = [last.get(side) for side in (wanted.a, wanted.b)]
                found[one] = _chosen(list(free.values()), before, sizes[one])
                del free[found[one] or ""]
        for one in here:
            table = found[one]
            if table is not None:
                last[problem.meetings[one].a] = last[problem.meetings[one].b] = table
    return tuple(found)


def _chosen(free: Sequence[TableRoom], before: Sequence[str | None], size: int) -> str:
    """Return a table that is large enough, else the largest; then a familiar one; then the smallest."""

    def worth(room: TableRoom) -> tuple[bool, int, int]:
        seats = room.seats if room.seats is not None else 10_000
        fits = seats >= size
        return not fits, -before.count(room.name), seats if fits else -seats

    return min(free, key=worth).name
