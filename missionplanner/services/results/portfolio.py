"""Read the year of all missions, and what those of an initiative add up to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.db import lists, reading
from missionplanner.db import portfolio as columns
from missionplanner.domain.figures.objectives import IN_CONTEXT, measured_by, progress
from missionplanner.domain.logistics.routes import Point, Route
from missionplanner.domain.plan import PARTS, MissionPlan, MissionRecord, in_order
from missionplanner.domain.records import Initiative, Mission, Person
from missionplanner.domain.results.goals import goals
from missionplanner.domain.results.initiative_results import (
    CONTEXT,
    COUNTED,
    Counted,
    InitiativeResults,
    initiative_results,
)
from missionplanner.domain.results.portfolio import (
    NOT_GOING,
    Aim,
    City,
    Entry,
    Organised,
    Portfolio,
    Stay,
    Tally,
    clashes,
    owners,
    year_map,
)
from missionplanner.domain.texts import Texts
from missionplanner.services import knowledge
from missionplanner.services.workspace import Workspace


def years(ws: Workspace) -> tuple[int, ...]:
    """Return the years that have a mission, the first first."""
    with ws.reading() as connection:
        spans = columns.spans(connection)
    return tuple(sorted({year for first, last in spans for year in range(first.year, last.year + 1)}))


def portfolio(ws: Workspace, year: int) -> Portfolio:
    """Read the missions that have a day in a year. The number of queries does not depend on how many there are."""
    with ws.reading() as connection:
        rows = columns.missions(connection, dt.date(year, 1, 1), dt.date(year, 12, 31))
        ids = [row.id for row in rows]
        read = _Read(rows, connection, ids)
        initiatives = lists.names(connection, Initiative)
        chains, changed = columns.value_chains(connection), columns.last_change(connection)
        aims = _aims(connection, {row.initiative_id for row in rows if row.initiative_id})
        stays = tuple(read.stays())
        found = clashes(stays)
        people = {row.id: _name(row) for row in columns.people(connection, {one.person_id for one in found})}
    entries = tuple(read.entries())
    return Portfolio(
        year=year,
        entries=entries,
        clashes=found,
        organisations={one: told[0] for one, told in read.organisations.items()},
        initiatives={one: name for one, name in initiatives.items() if name},
        people=people,
        chains=chains,
        places=_places(entries),
        aims=aims,
        changed_at=changed,
    )


class _Read:
    """Be what was read of the missions of a year, put together."""

    def __init__(self, rows: Sequence[Any], connection: Any, ids: Sequence[UUID]) -> None:
        self.rows = rows
        self.cities = _grouped(columns.cities(connection, ids))
        self.organisers = _grouped(columns.organisers(connection, ids))
        self.travellers = _grouped(columns.travellers(connection, ids))
        self.meetings = columns.meetings(connection, ids)
        self.contacts = columns.contacts(connection, ids)
        self.agreements = columns.agreements(connection, ids)
        told = {row[1] for some in self.organisers.values() for row in some}
        told |= {row.organisation_id for some in self.travellers.values() for row in some if row.organisation_id}
        self.organisations = columns.organisations(connection, told)
        above = {parent for _name, _cluster, parent in self.organisations.values() if parent is not None}
        self.organisations |= columns.organisations(connection, above - set(self.organisations))
        self.clusters = {one: found for one in told if (found := self._cluster(one)) is not None}

    def entries(self) -> Iterable[Entry]:
        return map(self._entry, self.rows)

    def stays(self) -> Iterable[Stay]:
        """Give the days of everybody on a mission that takes place."""
        for row in self.rows:
            first, last = _days(row)
            for one in self.travellers.get(row.id, ()) if row.status not in NOT_GOING else ():
                if one.named:
                    begins, ends = max(first, one.joins or first), min(last, one.leaves or last)
                    yield Stay(one.person_id, row.id, begins, ends)

    def _entry(self, row: Any) -> Entry:
        first, last = _days(row)
        some = self.travellers.get(row.id, ())
        own = self._owners(row, some)
        joining = {found for one in some if (found := self.clusters.get(one.organisation_id))} - set(own)
        booked, held = self.meetings.get(row.id, (0, 0))
        contacts, agreements = self.contacts.get(row.id, 0), self.agreements.get(row.id, 0)
        where = dict.fromkeys(City(city or "", country or "") for _, city, country in self.cities.get(row.id, ()))
        return Entry(
            id=row.id,
            code=row.code,
            title=row.title,
            first=first,
            last=last,
            languages=row.languages,
            kind=row.kind,
            status=row.status,
            sample=bool(row.sample),
            cities=tuple(where),
            ecosystems=row.ecosystems,
            value_chains=row.value_chains,
            initiative_id=row.initiative_id,
            owners=own,
            joining=tuple(sorted(joining, key=lambda one: self.organisations[one][0].casefold())),
            tally=Tally(1, len(some), booked, held, contacts, agreements),
        )

    def _owners(self, row: Any, some: Sequence[Any]) -> tuple[UUID, ...]:
        known = self.organisations
        told = self.organisers.get(row.id, ())
        organisers = [Organised(one, role, known[one][1]) for _, one, role in told if one in known]
        head = next((one.organisation_id for one in some if one.heads and one.organisation_id), None)
        return owners(organisers, head)

    def _cluster(self, identity: UUID) -> UUID | None:
        """Return an organisation where it is a cluster, else the cluster it is part of."""
        _, cluster, above = self.organisations.get(identity, ("", False, None))
        if cluster:
            return identity
        return above if above is not None and self.organisations.get(above, ("", False, None))[1] else None


def _name(row: Any) -> str:
    told = Person(given=row.given, family=row.family, name_order=row.name_order, native_name=row.native_name)
    return told.full_name or told.native_name or ""


def _days(row: Any) -> tuple[dt.date, dt.date]:
    return row.travel_start or row.start, row.travel_end or row.end


def _grouped(rows: Iterable[Any]) -> Mapping[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _places(entries: Iterable[Entry]) -> dict[City, Point]:
    """Return where the cities of missions are, as far as anybody knows."""
    wanted = dict.fromkeys(city for one in entries for city in one.cities if city.name)
    found = {city: knowledge.city(city.name, city.country or None) for city in wanted}
    return {city: Point(one.lat, one.lon) for city, one in found.items() if one is not None}


def mapped(portfolio: Portfolio) -> Route:
    """Return the map of a year with the land around; nothing where no position is known."""
    found = year_map(portfolio)
    if not found:
        return found
    from missionplanner.reference import coast

    return replace(found, land=coast.land(found.box))


def _aims(connection: Any, initiatives: Collection[UUID]) -> dict[UUID, Aim]:
    """Read what initiatives are after, and what their missions did for it; only of these is more read."""
    if not initiatives:
        return {}
    wanted: dict[UUID, bool] = {}
    """Missions with objectives, and whether one of these asks for more than what came of the mission."""
    for identity, indicator in columns.aiming(connection, initiatives):
        wanted[identity] = wanted.get(identity, False) or measured_by(indicator) in IN_CONTEXT
    going: dict[UUID, list[Mission]] = {}
    for one in reading.missions(connection):
        if one.initiative_id and one.initiative_id in initiatives and one.status not in NOT_GOING:
            going.setdefault(one.initiative_id, []).append(one)
    found = {}
    for identity, programme, text in columns.initiatives(connection, initiatives):
        own = going.get(identity, [])
        parts = {True: COUNTED, False: COUNTED - CONTEXT}
        read = [_counted(connection, one, parts[wanted[one.id]]) for one in own if one.id in wanted]
        told = goals(one for mission in read for one in progress(*mission))
        if told or text:
            found[identity] = Aim(programme or "", text or Texts(()), told, len(own))
    return found


def _counted(connection: Any, one: Mission, parts: Collection[str] = COUNTED) -> Counted:
    """Read of a mission only what counts towards an initiative."""
    read = reading.parts(connection, one, parts)
    if "items" in read:
        read["items"] = in_order(read["items"])
    planned: dict[str, Any] = {name: some for name, some in read.items() if name in PARTS}
    told: dict[str, Any] = {name: some for name, some in read.items() if name not in PARTS}
    return Counted(MissionPlan(one, **planned), MissionRecord(**told))


def results_of(ws: Workspace, initiative: UUID) -> InitiativeResults:
    """Read what the missions of an initiative add up to: each counts towards it, of whatever year."""
    with ws.reading() as connection:
        found = [one for one in reading.missions(connection) if one.initiative_id == initiative]
        return initiative_results([_counted(connection, one) for one in found])
