"""Look at a plan the way rules need it: spans, who is where, names and hours for a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks import ground
from missionplanner.domain.checks.findings import Finding, Observed, digest
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options, options_of
from missionplanner.domain.checks.schedules import Schedules
from missionplanner.domain.checks.stops import QUIET_KINDS, Ride, Row, Stop, in_programme_order
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.programme.timing import item_times, leg_times
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus, LegMode

T = TypeVar("T")

NAMED_AT_MOST = 3
"""How many people or titles a sentence names."""
NOT_PLANNED = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})


@dataclass(frozen=True, slots=True)
class Crowd:
    """Be some people: by name, the first of their names, and a hash that stands for them."""

    people: tuple[UUID, ...]
    listed: str
    digest: str


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Be rows one after the other without a pause; ``kept`` holds what rules found out about them."""

    rows: tuple[Row, ...]
    kept: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def keep(self, name: str, work: Callable[[tuple[Row, ...]], Iterable[T]]) -> tuple[T, ...]:
        """Return what ``work`` finds out about the rows; it is asked once for as long as they are the same."""
        if name not in self.kept:
            self.kept[name] = tuple(work(self.rows))
        found: tuple[T, ...] = self.kept[name]
        return found


def _parted(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    part: list[Row] = []
    until: dt.datetime | None = None
    for row in rows:
        start, last = row.span.start, row.last
        if start is None or last is None:
            break
        if until is not None and start > until:
            yield tuple(part)
            part = []
        part.append(row)
        until = last if until is None else max(until, last)
    if part:
        yield tuple(part)


CROWDS_AT_MOST = 5000
"""How many crowds are remembered from one check to the next."""


class Scene:
    """Answer what rules ask about one plan; each answer is worked out once.

    What has not changed since ``before`` is taken from there: rows and legs, what rules found out about days
    that have the same ones, and what they saw where nothing they rest on is another. With ``focus`` only the
    days of these people are looked at one after the other.
    """

    def __init__(
        self,
        plan: MissionPlan,
        knowledge: Knowledge | None = None,
        options: Options | None = None,
        record: MissionRecord | None = None,
        before: Scene | None = None,
        focus: frozenset[UUID] | None = None,
    ) -> None:
        self.plan = plan
        self.knowledge = knowledge or Knowledge()
        self.options = options or options_of(plan)
        self.record = record
        self.focus = focus
        self._crowds: dict[frozenset[UUID], Crowd] = {}
        self._ranks: dict[UUID, tuple[str, str]] = {}
        self._once: dict[str, tuple[Any, ...]] = {}
        self._lasting: dict[str, tuple[tuple[object, ...], Any]] = {}
        self.seen: dict[str, tuple[Observed, ...]] = {}
        """What each rule saw."""
        self.told: dict[int, tuple[Observed, Finding]] = {}
        """The finding made of each of these, by its id."""
        self.before = before if before is not None and self._stands_on(before) else None
        self.attendees: Attendees = Attendees(plan, self.before.attendees if self.before is not None else None)
        if self.before is not None:
            self._lasting = self.before._lasting
            alike = bool(plan.everyone) == bool(self.before.plan.everyone)
            if alike and len(self.before._crowds) < CROWDS_AT_MOST:
                self._crowds, self._ranks = self.before._crowds, self.before._ranks

    def _stands_on(self, before: Scene) -> bool:
        """Tell whether options, days, zones and names are as they were: else all is looked at anew."""
        return self.options == before.options and ground.stands_on(self.plan, before.plan, before.has_named)

    def once(self, name: str, work: Callable[[Scene], Iterable[T]]) -> tuple[T, ...]:
        """Return what ``work`` finds in this scene, asked once for all rules that want it."""
        if name not in self._once:
            self._once[name] = tuple(work(self))
        found: tuple[T, ...] = self._once[name]
        return found

    def lasting(self, name: str, rests_on: tuple[object, ...], work: Callable[[], T]) -> T:
        """Return what ``work`` finds; it is asked once for as long as all it rests on is the very same."""
        kept = self._lasting.get(name)
        if kept is None or any(old is not new for old, new in zip(kept[0], rests_on, strict=True)):
            kept = self._lasting[name] = (rests_on, work())
        found: T = kept[1]
        return found

    def has_named(self, member: UUID) -> bool:
        """Tell whether somebody was named in a sentence, be it that nobody knew the name."""
        return member in self._ranks

    def forget(self) -> None:
        """Let go of the scene before: what was worth keeping has been taken over."""
        self.before = None
        self.__dict__.pop("_with_everyone", None)

    @cached_property
    def rides_as_before(self) -> bool:
        """Tell whether the legs are as they were, but for their own rows' facts."""
        old = self.before.rides if self.before is not None else {}
        if self.before is None or old.keys() != self.rides.keys():
            return False
        return all(one is old[identity] or one.is_like(old[identity]) for identity, one in self.rides.items())

    @cached_property
    def _same_audiences(self) -> bool:
        """Tell whether who is meant by each item is as it was, for items that are the same."""
        before = self.before
        return (
            before is not None
            and all(getattr(self.plan, name) is getattr(before.plan, name) for name in ground.OF_AUDIENCES)
            and ground.has_audiences_of(self.plan, before.plan)
        )

    @cached_property
    def placed(self) -> tuple[Row, ...]:
        """Return the rows with a day that are not cancelled, mere ideas or private, by start; untimed last."""
        old = {row.item.id: row for row in self.before.placed} if self.before is not None else {}
        planned = [one for one in self.plan.items if one.date is not None and one.status not in NOT_PLANNED]
        private = {leg.id for leg in self.plan.legs if leg.private}
        if private:
            planned = [one for one in planned if one.leg_id not in private]
        return tuple(sorted((self._row(item, old.get(item.id)) for item in planned), key=_by_key))

    def _row(self, item: r.AgendaItem, old: Row | None) -> Row:
        if old is not None and old.item is item and self._stands(old):
            return old
        times = item_times(self.plan, item)
        return Row(item, times, times.span, self.attendees.at(item))

    def _stands(self, old: Row) -> bool:
        """Tell whether a row of before, whose item is the same, is as it was: its leg, its place, its people."""
        before, item = self.before, old.item
        if before is None or not ground.is_where_it_was(self.plan, before.plan, item):
            return False
        if item.leg_id is not None and self.rides.get(item.leg_id) is not before.rides.get(item.leg_id):
            return False
        return self._same_audiences or old.who == self.attendees.at(item)

    @cached_property
    def binding(self) -> tuple[Row, ...]:
        """Return those of them at which people have to be."""
        return tuple(row for row in self.placed if row.item.kind not in QUIET_KINDS)

    @cached_property
    def in_order(self) -> tuple[Row, ...]:
        """Return the placed rows as a programme shows them."""
        return tuple(in_programme_order(self.placed))

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return the binding rows that have a start, parted where nothing is under way."""
        old: dict[tuple[Row, ...], Cluster] = {}
        before = self._with_everyone
        if before is not None and self.plan.item_people is before.plan.item_people:
            old = {one.rows: one for one in before.clusters}
        return tuple(old.get(rows) or Cluster(rows) for rows in _parted(self.binding))

    @cached_property
    def rides(self) -> dict[UUID, Ride]:
        """Return every leg by its id, but for private ones and those whose rows are all cancelled or ideas."""
        old = self.before.rides if self.before is not None else {}
        return {leg.id: self._ride(leg, old.get(leg.id)) for leg in self.plan.legs if self._takes_place(leg)}

    @cached_property
    def _with_everyone(self) -> Scene | None:
        """Return the scene before where the delegation was the same: who is all of it is said so."""
        before = self.before
        return before if before is not None and before.attendees.everyone == self.attendees.everyone else None

    @cached_property
    def by_night(self) -> tuple[Ride, ...]:
        """Return the legs that end on another day than they begin."""
        return tuple(ride for ride in self.rides.values() if ride.times.end_date != ride.times.date)

    def _takes_place(self, leg: r.Leg) -> bool:
        if leg.private:
            return False
        rows = self.plan.of("items", "leg_id", leg.id)
        return not rows or any(row.status not in NOT_PLANNED for row in rows)

    def _ride(self, leg: r.Leg, old: Ride | None) -> Ride:
        times = leg_times(self.plan, leg)
        rows = self.plan.of("items", "leg_id", leg.id)
        planned = tuple(row for row in rows if row.status not in NOT_PLANNED and row.date is not None)
        ordered = tuple(sorted(planned, key=lambda row: str(row.id)))
        who = self.attendees.on(leg)
        if old is not None and old.leg is leg and old.who == who and old.rows == ordered:
            return old
        return Ride(leg, times, times.span, who, ordered)

    @cached_property
    def schedules(self) -> Schedules:
        """Return who does what after what."""
        rowless = tuple(ride for ride in self.rides.values() if not ride.rows)
        before = self._with_everyone.schedules if self._with_everyone is not None else None
        everyone = self.attendees.everyone
        some = everyone if self.focus is None else everyone & self.focus
        return Schedules((*self.placed, *rowless), some, before)

    def heads(self, row: Row) -> frozenset[UUID]:
        """Return who needs room at an item: its named people, and the places whose person is not named yet."""
        unnamed = self.attendees.unnamed(row.item)
        named = self.attendees.named(row.who)
        return named | unnamed if unnamed else named

    def ride_of(self, stop: Stop) -> Ride | None:
        """Return the leg a stop is or stands for."""
        if isinstance(stop, Ride):
            return stop
        return self.rides.get(stop.item.leg_id) if stop.item.leg_id is not None else None

    def is_long_haul(self, stop: Stop) -> bool:
        """Tell whether a stop is a flight of many hours."""
        ride = self.ride_of(stop)
        if ride is None or ride.leg.mode is not LegMode.FLIGHT or ride.minutes is None:
            return False
        return ride.minutes >= self.options.long_haul_hours * 60

    # -- words for sentences ----------------------------------------------------------------------

    def title(self, item: r.AgendaItem) -> str:
        return self.text(item.title)

    def name_of(self, stop: Stop) -> str:
        """Return how to call a stop in a sentence."""
        return self.label(stop) if isinstance(stop, Ride) else self.title(stop.item)

    def text(self, texts: Texts | None) -> str:
        """Return a text in one of the mission's languages."""
        return texts.best("", self.plan.mission.languages) if texts is not None else ""

    def label(self, ride: Ride) -> str:
        """Return how to call a leg: its number and route, else its row's title, else its means."""
        leg = ride.leg
        ends = (leg.origin or leg.origin_text or "", leg.destination or leg.destination_text or "")
        route = "–".join(end for end in ends if end)
        label = " ".join(part for part in (leg.number or leg.operator, route) if part)
        if not label and ride.rows:
            return self.title(ride.rows[0])
        return label or str(leg.mode or "–")

    def crowd(self, members: frozenset[UUID]) -> Crowd:
        """Return the people among these members in the order of their names, and how to name them."""
        found = self._crowds.get(members)
        if found is None:
            ordered = sorted(members, key=self._rank)
            known = self.attendees.named(members)
            people = tuple(one for one in ordered if one in known)
            listed = ", ".join(self._name(one) for one in ordered[:NAMED_AT_MOST])
            found = self._crowds[members] = Crowd(people, listed, digest(sorted(map(str, people))))
        return found

    def _rank(self, member: UUID) -> tuple[str, str]:
        if member not in self._ranks:
            self._ranks[member] = (folded(self._name(member)), str(member))
        return self._ranks[member]

    def _name(self, member: UUID) -> str:
        if self.plan.person(member) is not None:
            return self.plan.label(member) or "–"
        group = self.plan.group(member)
        return self.text(group.name) or "–" if group is not None else "–"


def _by_key(row: Row) -> tuple[dt.datetime, str]:
    return row.key
