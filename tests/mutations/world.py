"""Break a mission in a way whose findings are known beforehand, by counting over all pairs and people.

What is worked out here is slow and plain on purpose: it must not share the cleverness of the rules.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Knowledge, check, options_of
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import PART_OF, MissionPlan, in_order
from missionplanner.domain.programme.timing import Times, item_times, leg_times
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.exchange.mission_file import read
from missionplanner.services import knowledge

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    [*(ROOT / "resources/samples").glob("*.mission.json"), *(ROOT / "tests/data/missions").glob("*.mission.json")]
)
AWAY = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
NOWHERE = frozenset({ItemKind.FREE_TIME, ItemKind.HOTEL})
DAY = dt.timedelta(days=1)
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Fault:
    """Be what a check has to find: one of ``rules``, with exactly these things where they are told."""

    rules: tuple[str, ...]
    items: frozenset[UUID] | None = None
    people: frozenset[UUID] | None = None
    legs: frozenset[UUID] | None = None
    others: frozenset[UUID] | None = None
    among: frozenset[UUID] = frozenset()
    """People it has to name, perhaps with more of them."""
    contains: frozenset[UUID] = frozenset()
    """Items it has to name, perhaps with more of them."""
    about: frozenset[UUID] = frozenset()
    """Other things it has to name, perhaps with more of them."""
    often: bool = False
    """Whether several findings may say it: on several days."""

    def is_(self, one: Finding) -> bool:
        """Tell whether a finding is this fault."""
        told = (
            (self.items, one.items),
            (self.people, one.people),
            (self.legs, one.legs),
            (self.others, one.others),
        )
        return (
            one.rule in self.rules
            and all(mine is None or mine == frozenset(its) for mine, its in told)
            and self.among <= frozenset(one.people)
            and self.contains <= frozenset(one.items)
            and self.about <= frozenset(one.others)
        )

    def is_missed(self, found: Iterable[Finding]) -> bool:
        """Tell whether no finding says it, or more do than should."""
        count = sum(map(self.is_, found))
        return count != 1 and not (self.often and count)


@dataclass(frozen=True)
class Planted:
    """Be a broken mission: what has to be found, and which other rules may speak of what was touched.

    ``touched`` are records, ``people`` and ``days`` whose day is another one now.
    """

    plan: MissionPlan
    faults: tuple[Fault, ...]
    touched: frozenset[UUID] = frozenset()
    people: frozenset[UUID] = frozenset()
    days: frozenset[dt.date] = frozenset()
    consequences: frozenset[str] = frozenset()

    def explains(self, one: Finding, is_new: bool) -> bool:
        """Tell whether a finding that was not there before, or is no more, follows from what was broken."""
        if any(fault.is_(one) for fault in self.faults):
            return True
        if not is_new and self.touched & {*one.items, *one.legs, *one.others}:
            return True
        return one.rule in self.consequences and self.concerns(one)

    def concerns(self, one: Finding) -> bool:
        """Tell whether a finding is about what was touched, or about a day of the people it was touched for."""
        if self.touched & {*one.items, *one.legs, *one.others}:
            return True
        if not one.at:
            return not self.people.isdisjoint(one.people)
        near = {day.isoformat() for known in self.days for day in (known - DAY, known, known + DAY)}
        of_day = not one.items and not one.people
        return one.at[:10] in near and (of_day or not self.people.isdisjoint(one.people))


class World:
    """Be a mission with what is known of it, the day it is, and the findings it has as it stands."""

    def __init__(self, name: str, plan: MissionPlan, known: Knowledge, today: dt.date | None) -> None:
        self.name, self.plan, self.known, self.today = name, plan, known, today

    @cached_property
    def before(self) -> tuple[Finding, ...]:
        return self.judged(self.plan)

    def judged(self, plan: MissionPlan) -> tuple[Finding, ...]:
        known = knowledge.of(plan)
        return check(plan, known, options=options_of(plan, self.today))

    @cached_property
    def attendees(self) -> Attendees:
        return Attendees(self.plan)

    # -- what a reader sees -----------------------------------------------------------------------

    @cached_property
    def placed(self) -> list[r.AgendaItem]:
        """Return the items that take place."""
        return [one for one in self.plan.items if one.date is not None and one.status not in AWAY]

    @cached_property
    def binding(self) -> list[r.AgendaItem]:
        """Return those people have to be at."""
        return [one for one in self.placed if one.kind not in NOWHERE]

    @cached_property
    def meetings(self) -> list[r.AgendaItem]:
        """Return those of them that are no journey and have both times, and somebody to be there."""
        return [one for one in self.binding if one.leg_id is None and one.start and one.end and self.who(one)]

    @cached_property
    def legs(self) -> list[r.Leg]:
        """Return the legs that take place and have both times."""
        found = []
        for one in self.plan.legs:
            rows = self.rows_of(one)
            planned = [row for row in rows if row.status not in AWAY]
            if one.date and one.start and one.end and (planned or not rows):
                found.append(one)
        return found

    def rows_of(self, leg: r.Leg) -> list[r.AgendaItem]:
        return [one for one in self.plan.items if one.leg_id == leg.id]

    def who(self, item: r.AgendaItem) -> frozenset[UUID]:
        return self.attendees.at(item)

    def aboard(self, leg: r.Leg) -> frozenset[UUID]:
        return self.attendees.on(leg)

    def times(self, one: r.AgendaItem | r.Leg) -> Times:
        return item_times(self.plan, one) if isinstance(one, r.AgendaItem) else leg_times(self.plan, one)

    def ends_with_legs(self, people: frozenset[UUID]) -> bool:
        """Tell whether all of these people arrive and leave on legs with times."""
        timed = {one.id for one in self.legs}
        ways = (self.attendees.arrivals, self.attendees.departures)
        return all(way.get(one) in timed for way in ways for one in people)

    def on_the_spot(self, people: frozenset[UUID], span: Times) -> bool:
        """Tell whether some people have arrived by then, have not left yet, and are on no leg."""
        start, end = ends(span)
        ways = {leg.id: ends(self.times(leg)) for leg in self.plan.legs if leg in self.legs}
        if any(ends_[0] is None or ends_[1] is None for ends_ in ways.values()):
            return False
        for leg in self.legs:
            if meet((start, end), ways[leg.id]) and people & self.aboard(leg):
                return False
        arrived = [ways[own][1] for one in people if (own := self.attendees.arrivals.get(one)) in ways]
        left = [ways[own][0] for one in people if (own := self.attendees.departures.get(one)) in ways]
        return all(one <= start for one in arrived) and all(end <= one for one in left)

    # -- changing it ------------------------------------------------------------------------------

    def with_(self, *records: Any, without: Iterable[Any] = ()) -> MissionPlan:
        """Return the plan with these records in place of those of their id, or added, and without others."""
        gone = {one.id for one in without}
        parts: dict[str, list[Any]] = {}
        for record in (*records, *without):
            name = PART_OF[type(record)]
            parts.setdefault(name, list(getattr(self.plan, name)))
        for record in records:
            some = parts[PART_OF[type(record)]]
            known = [number for number, one in enumerate(some) if one.id == record.id]
            if known:
                some[known[0]] = record
            else:
                some.append(record)
        made: dict[str, Any] = {
            name: tuple(one for one in some if one.id not in gone) for name, some in parts.items()
        }
        if "items" in made:
            made["items"] = in_order(made["items"])
        return replace(self.plan, **made)

    def on(self, days: int | None) -> World:
        """Return the same mission so many days before departure; None: nobody knows what day it is."""
        day = self.plan.mission.first_day - dt.timedelta(days=days) if days is not None else None
        return world(self.name, day)


Moments = tuple[Any, Any]


def ends(times: Times) -> Moments:
    """Return start and end in UTC, where both are known."""
    return times.span.start, times.span.end


def meet(one: Moments, other: Moments) -> bool:
    """Tell whether two stretches of time overlap, given that both have an end."""
    return bool(one[0] < other[1] and other[0] < one[1])


def identity(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"mutation {name}")


Kind = Callable[[World, random.Random], Planted | None]


@dataclass
class Kinds:
    """Hold the ways to break a mission by name, with how many days before departure each is looked for."""

    known: dict[str, tuple[Kind, int | None]] = field(default_factory=dict)

    def add(self, days: int | None = None) -> Callable[[Kind], Kind]:
        """Know the function below as a way to break a mission."""

        def keep(kind: Kind) -> Kind:
            self.known[kind.__name__] = (kind, days)
            return kind

        return keep


KINDS = Kinds()

_worlds: dict[tuple[str, dt.date | None], World] = {}
_read: dict[str, MissionPlan] = {}


def world(name: str, today: dt.date | None = None) -> World:
    """Return one of the missions on some day; each is read and checked once."""
    if name not in _read:
        path = next(one for one in FILES if one.name == name)
        # Items that frame B2B meetings are looked at meeting by meeting, which has tests of its own.
        _read[name] = read(path.read_bytes()).plan.changed(meetings=())
    if (name, today) not in _worlds:
        plan = _read[name]
        _worlds[name, today] = World(name, plan, knowledge.of(plan), today)
    return _worlds[name, today]


def key(one: Finding) -> Key:
    """Return what makes a finding another one for a reader: what, who, where and which day."""
    ids = tuple(tuple(sorted(map(str, some))) for some in (one.items, one.people, one.legs, one.others))
    return (one.rule, *ids, one.subject)
