"""Make timetable problems of any size that are known to have a timetable, and write them as published data."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from missionplanner.matchmaking.problem import Party, Problem, SlotTime, Wanted, bits


@dataclass(frozen=True)
class Family:
    """Be a kind of event: slots, share of the tables in use, meetings a participant, what is restricted."""

    slots: int
    load: float
    meetings: float
    away: float = 0.0
    halves: float = 0.0
    two_sides: bool = False


FAMILIES = {
    "ticlike": Family(slots=10, load=0.90, meetings=7.0),
    "forumlike": Family(slots=22, load=0.62, meetings=7.7, away=0.02, halves=0.3),
    "mission": Family(slots=16, load=0.85, meetings=9.0, away=0.05, halves=0.1, two_sides=True),
}
"""Like the two published events, and delegates facing hosts."""


def planted(family: Family, parties: int, seed: int, fairness: int | None = 2) -> Problem:
    """Make a problem around a timetable drawn by chance; popular participants meet more."""
    rng = Random(seed)
    wanted = int(parties * family.meetings / 2)
    tables = max(1, round(wanted / (family.slots * family.load)))
    popular = [rng.lognormvariate(0, 0.7) for _ in range(parties)]
    first = range(parties * 2 // 5 if family.two_sides else parties)
    second = range(parties * 2 // 5 if family.two_sides else 0, parties)
    every = (1 << family.slots) - 1
    free, room = [every] * parties, [tables] * family.slots
    drawn: dict[tuple[int, int], int] = {}
    for _ in range(400 * wanted):
        if len(drawn) == wanted:
            break
        (a,) = rng.choices(first, popular[first.start : first.stop])
        (b,) = rng.choices(second, popular[second.start : second.stop])
        pair = (min(a, b), max(a, b))
        common = [slot for slot in bits(free[a] & free[b]) if room[slot]]
        if a != b and pair not in drawn and common:
            slot = rng.choice(common)
            drawn[pair] = slot
            room[slot] -= 1
            free[a] &= ~(1 << slot)
            free[b] &= ~(1 << slot)
    morning = (1 << family.slots // 2) - 1
    meetings = []
    for (a, b), slot in drawn.items():
        half = morning if morning >> slot & 1 else every & ~morning
        meetings.append(Wanted(a, b, half if rng.random() < family.halves else every))
    away = [sum(1 << slot for slot in bits(one) if rng.random() < family.away) for one in free]
    return Problem(
        tuple(Party(str(number), mask) for number, mask in enumerate(away)),
        tuple(SlotTime(0, number, number + 1, tables, str(number)) for number in range(family.slots)),
        tuple(meetings),
        fairness=fairness,
        idle_counts=False,
    )


def as_published(problem: Problem) -> str:
    """Write a problem of one day, whose slots are whole halves, as MiniZinc data."""
    slots = len(problem.slots)
    morning = (1 << slots // 2) - 1
    halves = {morning: 1, problem.every_slot & ~morning: 2, problem.every_slot: 3}
    rows = "".join(f"|{one.a + 1}, {one.b + 1}, {halves[one.slots]}\n" for one in problem.meetings)
    away = ",\n".join("{" + ",".join(str(n + 1) for n in bits(one.unavailable)) + "}" for one in problem.parties)
    return (
        f"nBusiness = {len(problem.parties)};\nnMeetings = {len(problem.meetings)};\n"
        f"nTables = {problem.slots[0].tables};\nnTotalSlots = {slots};\nnMorningSlots = {slots // 2};\n"
        f"requested = [{rows}|];\nforbidden = [{away}];\n"
    )
