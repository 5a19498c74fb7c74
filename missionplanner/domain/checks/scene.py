"""Look at a plan the way rules need it: spans, who is where, names and hours for a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.attendees import Attendees
from missionplanner.domain.checks.findings import digest
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.clock import Span, local
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.timing import Times, item_times, leg_times
from missionplanner.domain.vocabulary import ItemKind, ItemStatus

NOT_PLANNED = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
QUIET_KINDS = frozenset({ItemKind.FREE_TIME, ItemKind.HOTEL})
"""Rows that never clash (DOMAIN §6)."""

NAMED_AT_MOST = 3
"""How many people a sentence names."""


@dataclass(frozen=True, slots=True)
class Row:
    """Be an item with its times, its stretch in UTC and who is there."""

    item: r.AgendaItem
    times: Times
    span: Span
    who: frozenset[UUID]

    @property
    def key(self) -> tuple[dt.datetime, str]:
        return self.span.start or _NEVER, str(self.item.id)

    @property
    def last(self) -> dt.datetime | None:
        """Return the last moment known of it: its end, or its start where no later end is known."""
        start, end = self.span.start, self.span.end
        return max(start, end) if start and end else end or start


_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Ride:
    """Be a leg with its times, its stretch in UTC, who travels and the ids of its rows."""

    leg: r.Leg
    times: Times
    span: Span
    who: frozenset[UUID]
    rows: tuple[r.AgendaItem, ...]

    @property
    def key(self) -> tuple[dt.datetime, str]:
        return self.span.start or _NEVER, str(self.leg.id)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Be some people: by name, the first of their names, and a hash that stands for them."""

    people: tuple[UUID, ...]
    listed: str
    digest: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """Be one statement for one person, for two or three, for more, and for the whole delegation."""

    one: str
    few: str
    many: str
    everyone: str


class Scene:
    """Answer what rules ask about one plan; each answer is worked out once."""

    def __init__(self, plan: MissionPlan, knowledge: Knowledge) -> None:
        self.plan = plan
        self.knowledge = knowledge
        self.attendees = Attendees(plan)
        self._crowds: dict[frozenset[UUID], Crowd] = {}
        self._ranks: dict[UUID, tuple[str, str]] = {}

    @cached_property
    def placed(self) -> tuple[Row, ...]:
        """Return the rows with a day that are neither cancelled nor mere ideas, by start; untimed last."""
        rows = []
        for item in self.plan.items:
            if item.date is not None and item.status not in NOT_PLANNED:
                times = item_times(self.plan, item)
                rows.append(Row(item, times, times.span, self.attendees.at(item)))
        return tuple(sorted(rows, key=_by_key))

    @cached_property
    def binding(self) -> tuple[Row, ...]:
        """Return those of them at which people have to be."""
        return tuple(row for row in self.placed if row.item.kind not in QUIET_KINDS)

    @cached_property
    def rides(self) -> dict[UUID, Ride]:
        """Return every leg by its id, without those whose rows are all cancelled or mere ideas."""
        return {leg.id: self._ride(leg) for leg in self.plan.legs if self._takes_place(leg)}

    def _takes_place(self, leg: r.Leg) -> bool:
        rows = self.plan.of("items", "leg_id", leg.id)
        return not rows or any(row.status not in NOT_PLANNED for row in rows)

    def _ride(self, leg: r.Leg) -> Ride:
        times = leg_times(self.plan, leg)
        rows = self.plan.of("items", "leg_id", leg.id)
        planned = tuple(row for row in rows if row.status not in NOT_PLANNED and row.date is not None)
        ordered = tuple(sorted(planned, key=lambda row: str(row.id)))
        return Ride(leg, times, times.span, self.attendees.on(leg), ordered)

    # -- words for sentences ----------------------------------------------------------------------

    def title(self, item: r.AgendaItem) -> str:
        return item.title.best("", self.plan.mission.languages)

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
        person = self.plan.person(member)
        if person is not None:
            return person.full_name or person.native_name or "–"
        group = self.plan.group(member)
        return group.name.best("", self.plan.mission.languages) if group is not None and group.name else "–"

    def about(self, members: frozenset[UUID], sentences: Sentences, arguments: dict[str, str]) -> Message:
        """Return the sentence that says something about these members."""
        listed = self.crowd(members).listed
        unnamed = not self.plan.everyone
        if members == self.attendees.everyone and (unnamed or len(members) > NAMED_AT_MOST):
            return Message.of(sentences.everyone, arguments)
        if len(members) == 1:
            return Message.of(sentences.one, {"person": listed, **arguments})
        if len(members) <= NAMED_AT_MOST:
            return Message.of(sentences.few, {"people": listed, **arguments})
        return Message.of(sentences.many, {"count": len(members), "people": listed, **arguments})


def _by_key(row: Row) -> tuple[dt.datetime, str]:
    return row.key


def hours(times: Times, with_zone: bool = False) -> str:
    """Return " (09:00–11:00)" with what is known of it, nothing where nothing is.

    ``with_zone`` adds whose clock it is: " (09:00–11:00 New York)".
    """
    if times.start is None and times.end is None:
        return ""
    start = f"{times.start:%H:%M}" if times.start else "…"
    zone = f" {_city_of(times.zone)}" if with_zone else ""
    if times.end is None:
        return f" ({start}{zone})"
    end_zone = f" {_city_of(times.end_zone)}" if with_zone and times.crosses_zones else ""
    return f" ({start}{zone}–{times.end:%H:%M}{end_zone})" if end_zone else f" ({start}–{times.end:%H:%M}{zone})"


def _city_of(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def at_clock(time: dt.time | None) -> str:
    """Return ", 09:00", nothing where no time is known."""
    return f", {time:%H:%M}" if time is not None else ""


def wall(moment: dt.datetime, zone: str) -> tuple[str, str]:
    """Return the day (ISO) and the time (HH:MM) of a moment in a zone."""
    there = local(moment, zone)
    return there.date().isoformat(), f"{there:%H:%M}"


def instant(moment: dt.datetime | None, day: dt.date | None = None) -> str:
    """Return a moment, else a day, as a text that sorts by time."""
    if moment is not None:
        return moment.isoformat()
    return day.isoformat() if day is not None else ""


def facts(*parts: Row | Ride) -> tuple[str, ...]:
    """Return when each part starts and ends, as far as it is known."""
    told = []
    for part in parts:
        record = part.item if isinstance(part, Row) else part.leg
        ends = (instant(part.span.start, part.times.date), instant(part.span.end, part.times.end_date))
        told.append(" ".join((str(record.id), *ends)))
    return tuple(told)
