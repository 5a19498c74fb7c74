"""Price the busy slots of one participant: a pattern is a mask of slots, its price a number of breaks.

A break is a maximal idle gap between two meetings of a day; a gap over night is none.
"""

from __future__ import annotations

from missionplanner.matchmaking.problem import Problem, bits

FORBIDDEN = 1_000_000.0
"""Price of a pattern over the most meetings of a day: dearer than any sum of breaks."""
IDLE = 0.004
"""Price of an idle slot: a tie-breaker, less than one break even for all slots of all days."""
EXCESS = 4.0
"""Price of each break of one participant beyond what fairness leaves free."""

Exchange = tuple[int, int]
"""Slot a participant gives up, slot it takes instead."""


def breaks_of(mask: int, days: tuple[int, ...]) -> int:
    """Count the breaks in a pattern."""
    count = 0
    for day in days:
        busy = mask & day
        if busy:
            count += (busy & ~(busy << 1)).bit_count() - 1
    return count


def idle_of(mask: int, days: tuple[int, ...]) -> int:
    """Count the idle slots between the first and the last meeting of each day."""
    count = 0
    for day in days:
        busy = mask & day
        if busy:
            count += busy.bit_length() - (busy & -busy).bit_length() + 1 - busy.bit_count()
    return count


class Prices(dict[int, float]):
    """Remember the price of each pattern that was met; participants with the same daily limit share them.

    ``free`` is how many breaks cost no more than themselves; from the next one on fairness is at stake.
    """

    def __init__(self, problem: Problem, limit: int | None, free: int) -> None:
        super().__init__()
        self._days = problem.days
        self._limit = limit
        self._free = free
        self._idle = IDLE if problem.idle_counts else 0.0

    def __missing__(self, mask: int) -> float:
        breaks = breaks_of(mask, self._days)
        price = breaks + EXCESS * max(0, breaks - self._free) + self._idle * idle_of(mask, self._days)
        if self._limit is not None and any((mask & day).bit_count() > self._limit for day in self._days):
            price += FORBIDDEN
        self[mask] = price
        return price


class Exchanges(dict[int, tuple[Exchange, ...]]):
    """Remember the exchanges at the ends of blocks that make a pattern cheaper, else those that keep its price.

    ``slots`` is the mask of those a participant can have a meeting in at all.
    """

    def __init__(self, slots: int, prices: Prices) -> None:
        super().__init__()
        self._slots = slots
        self._prices = prices

    def __missing__(self, mask: int) -> tuple[Exchange, ...]:
        prices = self._prices
        ends = mask & (~(mask << 1) | ~(mask >> 1))
        idle = self._slots & ~mask
        priced = [
            (prices[mask ^ (1 << given) ^ (1 << taken)], (given, taken))
            for given in bits(ends)
            for taken in bits(idle)
        ]
        most = prices[mask] - 0.5
        found = tuple(exchange for price, exchange in priced if price < most)
        self[mask] = found or tuple(exchange for price, exchange in priced if price < most + 1)
        return self[mask]
