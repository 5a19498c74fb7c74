"""Give each meeting of a timetable its table, so that few people change tables between two meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from missionplanner.matchmaking.problem import Places, Problem


@dataclass(frozen=True, slots=True)
class TableRoom:
    """Be a table to meet at; ``seats`` None where it takes any number of people."""

    name: str
    seats: int | None = None


def homes(
    hosts: Sequence[int], rooms: Sequence[TableRoom], needed: Mapping[int, int], kept: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Return a table of its own for each host, as far as there are tables: guests come to them.

    ``needed`` is how many seats the largest meeting of each takes, ``kept`` the tables it is at and stays at.
    """
    found: dict[int, str] = {}
    left = {room.name: room for room in rooms}
    for host in hosts:
        known = [name for name in kept.get(host, ()) if name in left]
        if known:
            found[host] = max(dict.fromkeys(known), key=known.count)
            del left[found[host]]
    for host in sorted(hosts, key=lambda each: -needed.get(each, 0)):
        if host not in found and left:
            found[host] = _chosen(list(left.values()), [], needed.get(host, 0))
            del left[found[host]]
    return found


def seated(
    problem: Problem,
    places: Places,
    rooms: Sequence[TableRoom],
    sizes: Sequence[int],
    kept: Sequence[str | None],
    own: Mapping[int, str] | None = None,
) -> tuple[str | None, ...]:
    """Return the table of each meeting that is held, None where no table is left.

    ``sizes`` is how many people come to each meeting, ``kept`` the table of meetings that keep theirs, ``own`` the
    table of each host. Slot by slot, the largest meetings choose first: a table with seats enough, that of the
    host, where most of its sides sat before.
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
                sides = (wanted.a, wanted.b)
                home = [own[side] for side in sides if own is not None and side in own]
                before = [last.get(side) for side in sides]
                found[one] = _chosen(list(free.values()), before, sizes[one], home)
                del free[found[one] or ""]
        for one in here:
            table = found[one]
            if table is not None:
                last[problem.meetings[one].a] = last[problem.meetings[one].b] = table
    return tuple(found)


def _chosen(free: Sequence[TableRoom], before: Sequence[str | None], size: int, home: Sequence[str] = ()) -> str:
    """Return a table that is large enough, else the largest; then the host's, a familiar one, the smallest."""

    def worth(room: TableRoom) -> tuple[bool, bool, int, int]:
        seats = room.seats if room.seats is not None else 10_000
        fits = seats >= size
        return not fits, room.name not in home, -before.count(room.name), seats if fits else -seats

    return min(free, key=worth).name
