"""Find who has the same day: rules about days run once for all of them, and again only where a day changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.domain.checks.stops import QUIET_KINDS, Ride, Row, Stop, is_journey

T = TypeVar("T")

EVENING = dt.timedelta(hours=2)
"""Pause up to which what follows after midnight is still the same evening."""
SMALL_HOURS = 5


@dataclass(frozen=True, slots=True, eq=False)
class DayPlan:
    """Be one day as some people have it: what is timed, by start, what is not, and free time and hotel.

    ``kept`` holds what rules found out about the plan, as long as it is the same.
    """

    day: dt.date
    stops: tuple[Stop, ...]
    loose: tuple[Stop, ...]
    idle: tuple[Row, ...]
    who: frozenset[UUID]
    kept: dict[str, Any] = field(default_factory=dict)

    def keep(self, name: str, work: Callable[[DayPlan], T]) -> T:
        """Return what ``work`` finds out about the plan; it is asked once for as long as the plan is the same."""
        if name not in self.kept:
            self.kept[name] = work(self)
        found: T = self.kept[name]
        return found


Parts = tuple[tuple[Stop, ...], tuple[Stop, ...], tuple[Row, ...], frozenset[UUID]]
"""What a plan of a day is made of: its stops of three kinds, and whose it is."""
SPARE = 200
"""Audiences that are remembered though no item has them any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Be two stops that follow each other, and who goes from one to the other, in parts.

    ``vague`` where a journey whose time nobody knows may lie between them.
    """

    first: Stop
    second: Stop
    crowds: tuple[frozenset[UUID], ...]
    vague: bool = False

    @property
    def who(self) -> frozenset[UUID]:
        return frozenset().union(*self.crowds)


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """Be one day of a mission: all its stops by start, and each distinct plan of it.

    ``relevant`` are the marks of its audiences, ``by_mark`` whose plan is which, by those of these they have.

    ``kept`` holds what rules found out about it, as long as the day is the same, ``pairs`` what they found
    out about two stops, as long as both are.
    """

    day: dt.date
    stops: tuple[Stop, ...]
    by_mark: dict[int, DayPlan]
    relevant: int
    kept: dict[str, Any] = field(default_factory=dict)
    pairs: dict[tuple[Stop, Stop], Any] = field(default_factory=dict)

    @property
    def plans(self) -> Iterable[DayPlan]:
        return self.by_mark.values()

    def plan_of(self, mark: int) -> DayPlan | None:
        """Return the plan of people with this mark, None where they have nothing."""
        return self.by_mark.get(mark & self.relevant)

    def keep(self, name: str, work: Callable[[Day], Iterable[T]], rests_on: object = None) -> tuple[T, ...]:
        """Return what ``work`` finds out about the day; it is asked once for as long as the day is the same.

        ``rests_on`` is what else it depends on: it is asked again where that is not equal.
        """
        kept = self.kept.get(name)
        if kept is None or kept[0] != rests_on:
            kept = self.kept[name] = (rests_on, tuple(work(self)))
        found: tuple[T, ...] = kept[1]
        return found

    def steps(self) -> tuple[Step, ...]:
        """Return what follows what within the day, each pair once with all who do both."""
        return self.keep("steps", _steps)


def _steps(day: Day) -> Iterator[Step]:
    pairs: dict[tuple[int, int, bool], tuple[Stop, Stop, list[frozenset[UUID]]]] = {}
    for plan in day.plans:
        vague = any(is_journey(stop) for stop in plan.loose)
        for first, second in zip(plan.stops, plan.stops[1:], strict=False):
            pairs.setdefault((id(first), id(second), vague), (first, second, []))[2].append(plan.who)
    for (_, _, vague), (first, second, some) in pairs.items():
        yield Step(first, second, tuple(some), vague)


class Schedules:
    """Answer who does what after what; people whose days are the same share one answer.

    Days that are as they were before are taken from ``before``.
    """

    def __init__(self, stops: Iterable[Stop], everyone: frozenset[UUID], before: Schedules | None = None) -> None:
        self.everyone = everyone
        self._stops = _by_day(stops)
        self._before = before
        self.bits: dict[frozenset[UUID], int]
        self.members: dict[int, frozenset[UUID]]
        audiences = dict.fromkeys(stop.who for some in self._stops.values() for stop in some)
        known = before.bits if before is not None and before.everyone == everyone else {}
        new = [one for one in audiences if one not in known]
        if before is None or not known or len(known) + len(new) > 2 * len(audiences) + SPARE:
            self._before = None
            self.bits = {audience: 1 << number for number, audience in enumerate(audiences)}
            self.members = _members(self.bits, everyone)
        elif new:
            more = {audience: 1 << number for number, audience in enumerate(new, len(known))}
            self.bits = {**known, **more}
            self.members = _refined(before.members, more)
        else:
            self.bits, self.members = before.bits, before.members

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Return every day that has stops."""
        old = {one.day: one for one in self._before.days} if self._before is not None else {}
        found = tuple(self._day(day, tuple(stops), old.get(day)) for day, stops in self._stops.items())
        self._before = None  # else every check would hold on to all before it
        return found

    def _day(self, day: dt.date, stops: tuple[Stop, ...], old: Day | None) -> Day:
        if old is not None and old.stops == stops:
            return old
        marked = [(self.bits[stop.who], stop) for stop in stops]
        relevant = 0
        for bit, _ in marked:
            relevant |= bit
        together: dict[int, list[int]] = {}
        for mark in self.members:
            if mark & relevant:
                together.setdefault(mark & relevant, []).append(mark)
        known = {(one.stops, one.loose, one.idle, one.who): one for one in old.plans} if old is not None else {}
        plans: dict[int, DayPlan] = {}
        for own, marks in together.items():
            who = frozenset().union(*(self.members[mark] for mark in marks))
            parts = (*_sorted_out(stop for bit, stop in marked if bit & own), who)
            plans[own] = known.get(parts) or DayPlan(day, *parts)
        return Day(day, stops, plans, relevant, pairs=_still(old.pairs, stops) if old is not None else {})

    def nights(
        self,
        name: str,
        work: Callable[[Iterable[Step]], Iterable[T]],
        rests_on: Callable[[dt.date], object] = lambda _day: None,
    ) -> Iterator[T]:
        """Yield what ``work`` finds out about what days end with and the next ones begin with, night by night.

        ``rests_on`` tells what else that depends on, by the day before a night.
        """
        following = {one.day: one for one in self.days}
        for one in self.days:
            after = following.get(one.day + dt.timedelta(days=1)) if one.day != dt.date.max else None
            if after is None:
                continue
            kept, rest = one.kept.get(name), rests_on(one.day)
            if kept is None or kept[0] is not after or kept[1] != rest:
                kept = one.kept[name] = (after, rest, tuple(work(self._nights(one, after))))
            yield from kept[2]

    def _nights(self, day: Day, after: Day) -> Iterator[Step]:
        both: dict[tuple[int, int], tuple[DayPlan, DayPlan, list[frozenset[UUID]]]] = {}
        for mark, members in self.members.items():
            plan, own = day.plan_of(mark), after.plan_of(mark)
            if plan is not None and own is not None and plan.stops:
                both.setdefault((id(plan), id(own)), (plan, own, []))[2].append(members)
        pairs: dict[tuple[int, int], tuple[Stop, Stop, list[frozenset[UUID]]]] = {}
        for plan, own, some in both.values():
            kept = plan.kept.get("night")
            if kept is None or kept[0] is not own:
                kept = plan.kept["night"] = (own, _night(plan, own))
            first, second = kept[1]
            if second is not None:
                pairs.setdefault((id(first), id(second)), (first, second, []))[2].extend(some)
        for first, second, some in pairs.values():
            yield Step(first, second, tuple(some))


def _sorted_out(stops: Iterable[Stop]) -> tuple[tuple[Stop, ...], tuple[Stop, ...], tuple[Row, ...]]:
    """Return what is timed, what is not, and free time and hotel."""
    timed: list[Stop] = []
    loose: list[Stop] = []
    idle: list[Row] = []
    for stop in stops:
        if isinstance(stop, Row) and stop.item.kind in QUIET_KINDS:
            idle.append(stop)
        elif stop.span.start is not None:
            timed.append(stop)
        else:
            loose.append(stop)
    return tuple(timed), tuple(loose), tuple(idle)


def _still(pairs: dict[tuple[Stop, Stop], Any], stops: tuple[Stop, ...]) -> dict[tuple[Stop, Stop], Any]:
    """Return what is known of pairs of which both are still there."""
    there = set(stops)
    return {pair: known for pair, known in pairs.items() if pair[0] in there and pair[1] in there}


def _members(bits: Mapping[frozenset[UUID], int], everyone: frozenset[UUID]) -> dict[int, frozenset[UUID]]:
    """Return the members for each set of bits: people at exactly the same things."""
    marks = dict.fromkeys(everyone, 0)
    for audience, bit in bits.items():
        for member in audience & everyone:
            marks[member] |= bit
    found: dict[int, list[UUID]] = {}
    for member, mark in marks.items():
        found.setdefault(mark, []).append(member)
    return {mark: frozenset(some) for mark, some in found.items()}


def _refined(
    members: dict[int, frozenset[UUID]], more: Mapping[frozenset[UUID], int]
) -> dict[int, frozenset[UUID]]:
    """Return the members by their marks with those of further audiences."""
    for audience, bit in more.items():
        after: dict[int, frozenset[UUID]] = {}
        for mark, some in members.items():
            inside = some & audience
            if len(inside) < len(some):
                after[mark] = some - inside if inside else some
            if inside:
                after[mark | bit] = inside
        members = after
    return members


def _night(plan: DayPlan, after: DayPlan) -> tuple[Stop, Stop | None]:
    """Return the last stop of a day and the first after the night; an evening may go on past midnight."""
    last = max(plan.stops, key=ending)
    for stop in after.stops:
        gap = stop.key[0] - ending(last)[0]
        if gap >= EVENING or stop.times.start is None or stop.times.start.hour >= SMALL_HOURS:
            return last, stop
        last = max(last, stop, key=ending)
    return last, None


def ending(stop: Stop) -> tuple[dt.datetime, str]:
    """Return the last moment known of a timed stop, to compare by."""
    assert stop.last is not None
    return stop.last, stop.key[1]


def _by_day(stops: Iterable[Stop]) -> dict[dt.date, list[Stop]]:
    """Return the stops of each day by start."""
    days: dict[dt.date, list[Stop]] = {}
    for stop in stops:
        if stop.times.date is not None:
            days.setdefault(stop.times.date, []).append(stop)
    return {day: sorted(some, key=_by_start) for day, some in sorted(days.items())}


def _by_start(stop: Row | Ride) -> tuple[dt.datetime, str]:
    return stop.key
