"""Tell of a year of missions over all clusters: who leads what, who is asked for twice, what it adds up to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain.logistics.routes import NOWHERE, Point, Route, Stop, around
from missionplanner.domain.results.goals import Goal
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Ecosystem, MissionKind, MissionStatus, OrganiserRole

NOT_GOING = frozenset({MissionStatus.IDEA, MissionStatus.CANCELLED, MissionStatus.POSTPONED})
"""Statuses of missions that take nobody's time, and add nothing up but their own number."""
LEADING = (OrganiserRole.LEAD, OrganiserRole.PROMOTER)
"""Roles of organisers a mission stands under, the first first."""
SHARING = (*LEADING, OrganiserRole.CO_ORGANISER)
"""Roles of organisers a mission is a cluster's own by."""
MANY = 250
"""Times somebody takes part, over which a drawing of a year leaves that out."""
Key = UUID | str | None


class City(NamedTuple):
    """Be where a mission goes: a city, the ISO code of its country, or either."""

    name: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Be what adds up over missions. Meetings are those of matchmaking; held ones are recorded as held."""

    missions: int = 0
    delegates: int = 0
    booked: int = 0
    held: int = 0
    contacts: int = 0
    agreements: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.missions + other.missions,
            self.delegates + other.delegates,
            self.booked + other.booked,
            self.held + other.held,
            self.contacts + other.contacts,
            self.agreements + other.agreements,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Be a mission as a portfolio tells of it. ``first`` and ``last`` are its days, journeys with them.

    ``owners`` are the organisations it stands under, ``joining`` the clusters whose people travel, or whose
    members' people do, and that do not own it. ``title`` is read in one of ``languages``.
    """

    id: UUID
    code: str
    title: Texts
    first: dt.date
    last: dt.date
    languages: tuple[str, ...] = ()
    kind: MissionKind | None = None
    status: MissionStatus | None = None
    sample: bool = False
    cities: tuple[City, ...] = ()
    ecosystems: tuple[Ecosystem, ...] = ()
    value_chains: tuple[str, ...] = ()
    initiative_id: UUID | None = None
    owners: tuple[UUID, ...] = ()
    joining: tuple[UUID, ...] = ()
    tally: Tally = field(default_factory=lambda: Tally(missions=1))

    @property
    def going(self) -> bool:
        """Tell whether it takes place, as far as anybody knows."""
        return self.status not in NOT_GOING

    def name(self, language: str) -> str:
        """Return its title as somebody reading ``language`` sees it."""
        return self.title.best(language, self.languages) or self.code


class Organised(NamedTuple):
    """Be an organiser of a mission: which, in which role, whether it is a cluster."""

    organisation_id: UUID
    role: OrganiserRole | None
    cluster: bool


class Stay(NamedTuple):
    """Be the days somebody is away on a mission, inclusive."""

    person_id: UUID
    mission_id: UUID
    first: dt.date
    last: dt.date


class Clash(NamedTuple):
    """Be somebody two missions ask for on the same days, inclusive."""

    person_id: UUID
    here: UUID
    there: UUID
    first: dt.date
    last: dt.date


class Lane(NamedTuple):
    """Be a row of the year: an organisation, what it leads, what its people take part in; both by their days.

    ``organisation_id`` is None for missions nobody was named for.
    """

    organisation_id: UUID | None
    own: tuple[Entry, ...]
    joined: tuple[Entry, ...] = ()


class Aim(NamedTuple):
    """Be what an initiative is after: what it said of itself, what its missions were to reach, and what they did.

    ``missions`` are those that take place, of whatever year: a year's part of an aim would tell nothing of it.
    """

    programme: str
    text: Texts
    goals: tuple[Goal, ...]
    missions: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Be the missions of a year, by their first day, with the names they need; ``chains`` by code."""

    year: int
    entries: tuple[Entry, ...] = ()
    clashes: tuple[Clash, ...] = ()
    organisations: Mapping[UUID, str] = field(default_factory=dict)
    initiatives: Mapping[UUID, str] = field(default_factory=dict)
    people: Mapping[UUID, str] = field(default_factory=dict)
    chains: Mapping[str, Texts] = field(default_factory=dict)
    places: Mapping[City, Point] = field(default_factory=dict)
    aims: Mapping[UUID, Aim] = field(default_factory=dict)
    """Aims of the initiatives that missions of the year belong to, where there is anything to tell of them."""
    changed_at: dt.datetime | None = None
    cluster: UUID | None = None
    """Whose part of the year it is, None for that of all."""

    @property
    def crowded(self) -> bool:
        """Tell whether too many take part to draw all of them."""
        return self.cluster is None and sum(len(one.joining) for one in self.entries) > MANY

    @property
    def tally(self) -> Tally:
        """Add up the missions that take place; of the others nothing counts."""
        return added(one for one in self.entries if one.going)

    def entry(self, identity: UUID) -> Entry | None:
        return next((one for one in self.entries if one.id == identity), None)

    def of(self, *, initiative: UUID | None = None, cluster: UUID | None = None) -> Portfolio:
        """Return what belongs to an initiative, to a cluster, or to both; all of it where neither is named.

        A cluster's are the missions it owns or takes part in.
        """
        kept = tuple(
            one
            for one in self.entries
            if (initiative is None or one.initiative_id == initiative)
            and (cluster is None or cluster in (*one.owners, *one.joining))
        )
        ids = {one.id for one in kept}
        clashes = tuple(one for one in self.clashes if ids & {one.here, one.there})
        return replace(self, entries=kept, clashes=clashes, cluster=cluster)

    @property
    def clusters(self) -> tuple[UUID, ...]:
        """Return the organisations with a part in any of the missions, by name."""
        found = {one for entry in self.entries for one in (*entry.owners, *entry.joining)}
        return tuple(sorted(found, key=lambda one: self.organisations.get(one, "").casefold()))


def owners(organisers: Sequence[Organised], head: UUID | None) -> tuple[UUID, ...]:
    """Return under whom a mission stands.

    The clusters that promote, lead or organise it; where there are none whoever leads or promotes it; else the
    organisation of the head of the delegation.
    """
    order = {role: number for number, role in enumerate(SHARING)}
    sharing = sorted((one for one in organisers if one.role in order), key=lambda one: order[one.role])  # type: ignore[index]
    clusters = [one.organisation_id for one in sharing if one.cluster]
    leading = [one.organisation_id for one in sharing if one.role in LEADING][:1]
    found = clusters or leading or ([head] if head is not None else [])
    return tuple(dict.fromkeys(found))


def clashes(stays: Iterable[Stay]) -> tuple[Clash, ...]:
    """Return who is asked for by two missions at once, by day.

    The day somebody goes on from one mission to the next is no clash; two missions of that one day are.
    """
    by_person: dict[UUID, list[Stay]] = {}
    for one in stays:
        if one.last >= one.first:
            by_person.setdefault(one.person_id, []).append(one)
    found = [clash for own in by_person.values() if len(own) > 1 for clash in _clashes(own)]
    return tuple(sorted(found, key=lambda one: (one.first, one.last, str(one.person_id), str(one.there))))


def _clashes(own: list[Stay]) -> Iterator[Clash]:
    own.sort(key=lambda one: (one.first, one.last, str(one.mission_id)))
    for number, here in enumerate(own):
        for there in own[number + 1 :]:
            if there.first > here.last:
                break
            passing = there.first == here.last and here.first < there.first < there.last
            if here.mission_id != there.mission_id and not passing:
                last = min(here.last, there.last)
                yield Clash(here.person_id, here.mission_id, there.mission_id, there.first, last)


def lanes(portfolio: Portfolio) -> tuple[Lane, ...]:
    """Return the year by organisation: those that lead something first, by name, then those that take part.

    Of a cluster's part of the year only its own taking part is told, of a crowded year nobody's.
    """
    own: dict[UUID | None, list[Entry]] = {}
    joined: dict[UUID | None, list[Entry]] = {}
    for entry in portfolio.entries:
        for one in entry.owners or (None,):
            own.setdefault(one, []).append(entry)
        for one in () if portfolio.crowded else entry.joining:
            if portfolio.cluster in (None, one):
                joined.setdefault(one, []).append(entry)
    names = portfolio.organisations

    def place(one: UUID | None) -> tuple[bool, bool, str]:
        return one not in own, one is None, names.get(one, "").casefold() if one is not None else ""

    keys = sorted({*own, *joined}, key=place)
    return tuple(Lane(one, tuple(own.get(one, ())), tuple(joined.get(one, ()))) for one in keys)


QUARTER = 3


def months(portfolio: Portfolio) -> range:
    """Return the months a drawing of the year shows: whole quarters that have a mission, half a year at least."""
    year = portfolio.year
    firsts = [one.first.month if one.first.year == year else 1 for one in portfolio.entries]
    lasts = [one.last.month if one.last.year == year else 12 for one in portfolio.entries]
    first = (min(firsts, default=1) - 1) // QUARTER
    last = (max(lasts, default=12) - 1) // QUARTER
    if first == last:
        first, last = (first - 1, last) if first else (0, 1)
    return range(first * QUARTER + 1, last * QUARTER + QUARTER + 1)


class Cut(StrEnum):
    """Say by what the missions of a year are told apart."""

    STATUS = "status"
    COUNTRY = "country"
    ECOSYSTEM = "ecosystem"
    VALUE_CHAIN = "value_chain"
    INITIATIVE = "initiative"


def tallies(portfolio: Portfolio, cut: Cut) -> dict[Key, Tally]:
    """Return what missions add up to by a cut, the most first; those that do not say stand under None, last.

    One in two countries counts in both. By status every mission counts, else those that take place.
    """
    found: dict[Key, Tally] = {}
    for one in portfolio.entries:
        if one.going or cut is Cut.STATUS:
            for key in dict.fromkeys(_KEYS[cut](one)) or (None,):
                found[key] = found.get(key, Tally()) + one.tally
    if cut is Cut.STATUS:
        order = {str(status): number for number, status in enumerate(MissionStatus)}
        return dict(sorted(found.items(), key=lambda pair: order.get(str(pair[0]), len(order))))
    return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, -pair[1].missions, str(pair[0]))))


_KEYS: Mapping[Cut, Callable[[Entry], Collection[Key]]] = {
    Cut.STATUS: lambda one: [str(one.status)] if one.status is not None else [],
    Cut.COUNTRY: lambda one: [city.country for city in one.cities if city.country],
    Cut.ECOSYSTEM: lambda one: [str(some) for some in one.ecosystems],
    Cut.VALUE_CHAIN: lambda one: one.value_chains,
    Cut.INITIATIVE: lambda one: [one.initiative_id] if one.initiative_id is not None else [],
}


def added(entries: Iterable[Entry]) -> Tally:
    """Add up missions."""
    return sum((one.tally for one in entries), Tally())


def visits(portfolio: Portfolio) -> dict[City, int]:
    """Return how many missions that take place go to each city, the most first."""
    found = Counter(
        city for one in portfolio.entries if one.going for city in dict.fromkeys(one.cities) if city.name
    )
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


WIDEST, HIGHEST = 180.0, 84.0
"""Degrees a map ends at, east and west, north and south."""


def year_map(portfolio: Portfolio) -> Route:
    """Return the cities of a year as the stops of a map without ways, those of most missions first.

    Cities nobody knows the position of are left out. The land is not in it.
    """
    stops = tuple(
        Stop(city.name, portfolio.places[city], main=True)
        for city in visits(portfolio)
        if city in portfolio.places
    )
    if not stops:
        return NOWHERE
    box = around([one.point for one in stops])
    box = box._replace(
        south=max(box.south, -HIGHEST),
        west=max(box.west, -WIDEST),
        north=min(box.north, HIGHEST),
        east=min(box.east, WIDEST),
    )
    return Route(stops, (), box)
