"""Narrow meetings to the slots they can have where most participants do not wait at all.

Who has m meetings and no break has them in m slots in a row, one meeting in each. Few such windows let all
meetings in, above all where meetings are bound to a half of the day; and where one side's windows are few, the
other side's are too. What is left is a much smaller timetable to search, and often a proof that somebody waits.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from random import Random

from missionplanner.matchmaking.problem import Problem, bits

Domains = tuple[int, ...]
_TRIED = 20
"""So many of those who wait are looked at, whether they need to."""


@dataclass(frozen=True, slots=True)
class Crowded:
    """Tell who can have no break no more, given that nobody else but the excused has one."""

    party: int


def applies(problem: Problem) -> bool:
    """Tell whether windows say anything: a day's end is no break, so that they do in one day alone."""
    return len(problem.days) == 1 and all(problem.domains)


def without_waiting(
    problem: Problem, domains: Sequence[int], excused: Set[int] = frozenset()
) -> Domains | Crowded:
    """Return the slots meetings can have if all are held and only the ``excused`` wait, be it nobody.

    What is left out is in no such timetable.
    """
    return _Windows(problem, domains, excused).run()


def excusing(problem: Problem, domains: Sequence[int], waiting: Sequence[int], rng: Random) -> Domains:
    """Return the slots left when only some of those who wait in a timetable do; who they are is left to chance.

    Nobody is tried first. Everybody else has a window in that timetable, so that there always is something left.
    """
    found = without_waiting(problem, domains)
    if not isinstance(found, Crowded):
        return found
    excused = set(waiting)
    found = without_waiting(problem, domains, excused)
    for party in rng.sample(list(waiting), min(len(waiting), _TRIED)):
        less = without_waiting(problem, domains, excused - {party})
        if not isinstance(less, Crowded):
            excused.discard(party)
            found = less
    return tuple(domains) if isinstance(found, Crowded) else found


def least_breaks(problem: Problem) -> int:
    """Return how many participants have to wait at least once for themselves alone, if all meetings are held."""
    if not applies(problem):
        return 0
    windows = windows_of(problem, problem.domains)
    return sum(bool(some) and not mine for some, mine in zip(problem.of_party, windows, strict=True))


def windows_of(problem: Problem, domains: Sequence[int]) -> list[list[int]]:
    """Return, of each participant, the masks of so many slots in a row that hold all its meetings."""
    looking = _Windows(problem, domains, frozenset())
    return [looking.windows(party) for party in range(len(problem.parties))]


class _Windows:
    def __init__(self, problem: Problem, domains: Sequence[int], excused: Set[int]) -> None:
        self._problem = problem
        self._domains = list(domains)
        self._excused = excused
        self._needed = [0] * len(problem.parties)
        """Of each participant, the slots that all its windows share."""

    def run(self) -> Domains | Crowded:
        order = [party for party, some in enumerate(self._problem.of_party) if some and party not in self._excused]
        while order:
            again = dict[int, None]()
            for party in order:
                changed = self._fit(party)
                if changed is None:
                    return Crowded(party)
                again.update(dict.fromkeys(changed))
            full = self._fill()
            if isinstance(full, Crowded):
                return full
            again.update(dict.fromkeys(full))
            order = [party for party in again if party not in self._excused]
        return tuple(self._domains)

    def windows(self, party: int) -> list[int]:
        """Return the masks of so many slots in a row that hold all meetings of a participant."""
        some = self._problem.of_party[party]
        if not some:
            return []
        mine, first = [self._domains[one] for one in some], (1 << len(some)) - 1
        every = (first << shift for shift in range(len(self._problem.slots) - len(some) + 1))
        return [one for one in every if not self._needed[party] & ~one and _covers(mine, one)]

    def _fit(self, party: int) -> list[int] | None:
        """Keep of a participant's meetings the slots of its windows; return who else is touched, None if none."""
        windows = self.windows(party)
        if not windows:
            return None
        self._needed[party] |= reduce(and_, windows)
        union = reduce(or_, windows)
        changed = []
        for one in self._problem.of_party[party]:
            if self._domains[one] & ~union:
                self._domains[one] &= union
                changed += [self._problem.meetings[one].a, self._problem.meetings[one].b]
        return changed

    def _fill(self) -> list[int] | Crowded:
        """Keep out of slots whose tables are all needed who does not need them; return who is touched."""
        changed = []
        for number, slot in enumerate(self._problem.slots):
            needed = [mask >> number & 1 for mask in self._needed]
            if sum(needed) > 2 * slot.tables:
                return Crowded(max(party for party, is_needed in enumerate(needed) if is_needed))
            if sum(needed) < 2 * slot.tables:
                continue
            for one, wanted in enumerate(self._problem.meetings):
                if self._domains[one] >> number & 1 and not (needed[wanted.a] and needed[wanted.b]):
                    self._domains[one] &= ~(1 << number)
                    changed += [wanted.a, wanted.b]
        return changed


def _covers(domains: Sequence[int], window: int) -> bool:
    """Tell whether meetings can share the slots of a window, one each: a matching, by augmenting paths."""
    some = sorted((domain & window for domain in domains), key=int.bit_count)
    if some[0] == window:
        return True
    if not some[0]:
        return False
    owner: dict[int, int] = {}
    return all(_augments(some, number, owner, set()) for number in range(len(some)))


def _augments(domains: Sequence[int], number: int, owner: dict[int, int], tried: set[int]) -> bool:
    for slot in bits(domains[number]):
        if slot in tried:
            continue
        tried.add(slot)
        if slot not in owner or _augments(domains, owner[slot], owner, tried):
            owner[slot] = number
            return True
    return False
