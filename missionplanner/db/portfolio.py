"""Read the missions of a year by columns: a query for each kind of thing, however many missions there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.models.journal import ChangesetRow
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.plan import TRAVELLING
from missionplanner.domain.vocabulary import DelegateRole, MeetingState, OrganisationKind

_MISSION = (
    "id",
    "code",
    "title",
    "start",
    "end",
    "travel_start",
    "travel_end",
    "languages",
    "kind",
    "status",
    "sample",
    "ecosystems",
    "value_chains",
    "initiative_id",
)


def spans(connection: sa.Connection) -> list[tuple[dt.date, dt.date]]:
    """Return first and last day of every mission, journeys with them."""
    first, last = _days()
    return [(row[0], row[1]) for row in connection.execute(sa.select(first, last))]


def missions(connection: sa.Connection, first: dt.date, last: dt.date) -> list[Any]:
    """Return the missions that have a day of a span in them, by their first day; rows with named columns."""
    table, (begins, ends) = table_of(r.Mission), _days()
    query = sa.select(*(table.c[name] for name in _MISSION)).where(begins <= last, ends >= first)
    return list(connection.execute(query.order_by(begins, table.c.code)))


def _days() -> tuple[sa.ColumnElement[dt.date], sa.ColumnElement[dt.date]]:
    table = table_of(r.Mission)
    return (
        sa.func.coalesce(table.c.travel_start, table.c.start),
        sa.func.coalesce(table.c.travel_end, table.c.end),
    )


def cities(connection: sa.Connection, missions: Collection[UUID]) -> list[tuple[UUID, str | None, str | None]]:
    """Return mission, city and country of every destination, in order."""
    table = table_of(r.Destination)
    query = sa.select(table.c.mission_id, table.c.city, table.c.country)
    return _found(connection, query.order_by(table.c.position, table.c.id), table.c.mission_id, missions)


def organisers(connection: sa.Connection, missions: Collection[UUID]) -> list[tuple[UUID, UUID, Any]]:
    """Return mission, organisation and role of every organiser, in order."""
    table = table_of(r.Organiser)
    query = sa.select(table.c.mission_id, table.c.organisation_id, table.c.role)
    return _found(connection, query.order_by(table.c.position, table.c.id), table.c.mission_id, missions)


def travellers(connection: sa.Connection, missions: Collection[UUID]) -> list[Any]:
    """Return mission, person, whether they head the delegation, joining and leaving day, and organisation.

    Delegates who declined or withdrew are not among them. The organisation is that of the person, or whose
    place it is that nobody was named for.
    """
    delegate, person = table_of(r.Delegate), table_of(r.Person)
    going = sa.or_(
        delegate.c.status.is_(None), delegate.c.status.in_([one for one in TRAVELLING if one is not None])
    )
    query = (
        sa.select(
            delegate.c.mission_id,
            delegate.c.person_id,
            (delegate.c.role == DelegateRole.HEAD_OF_DELEGATION).label("heads"),
            delegate.c.joins,
            delegate.c.leaves,
            sa.func.coalesce(person.c.organisation_id, delegate.c.place_of_id).label("organisation_id"),
            sa.or_(person.c.given.is_not(None), person.c.family.is_not(None)).label("named"),
        )
        .select_from(delegate.outerjoin(person, person.c.id == delegate.c.person_id))
        .where(going)
    )
    return _found(connection, query.order_by(delegate.c.position), delegate.c.mission_id, missions)


def organisations(connection: sa.Connection, wanted: Iterable[UUID]) -> dict[UUID, tuple[str, bool, UUID | None]]:
    """Return name, short where there is one, whether it is a cluster, and the organisation it is part of."""
    table = table_of(r.Organisation)
    named = sa.func.coalesce(table.c.short, table.c.name, table.c.native_name, "")
    query = sa.select(table.c.id, named, table.c.kind == OrganisationKind.CLUSTER, table.c.parent_id)
    return {row[0]: (row[1], bool(row[2]), row[3]) for row in _found(connection, query, table.c.id, set(wanted))}


def people(connection: sa.Connection, wanted: Iterable[UUID]) -> list[Any]:
    """Return id, given and family name, their order, and the name in its own script."""
    table = table_of(r.Person)
    names = ("id", "given", "family", "name_order", "native_name")
    return _found(connection, sa.select(*(table.c[one] for one in names)), table.c.id, set(wanted))


def value_chains(connection: sa.Connection) -> dict[str, Any]:
    """Return the names of value chains by code."""
    table = table_of(r.ValueChain)
    query = sa.select(table.c.code, table.c.name).where(table.c.code.is_not(None), table.c.name.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query)}


def meetings(connection: sa.Connection, missions: Collection[UUID]) -> dict[UUID, tuple[int, int]]:
    """Return how many meetings each mission booked and how many of them are recorded as held.

    One that was called off counts as booked only where it is recorded as held, as in the figures of a mission.
    """
    meeting, outcome = table_of(r.Meeting), table_of(r.Outcome)
    told = sa.select(outcome.c.meeting_id, sa.func.max(outcome.c.held).label("held"))
    told_by = told.where(outcome.c.meeting_id.is_not(None)).group_by(outcome.c.meeting_id).subquery()
    cancelled = meeting.c.state == MeetingState.CANCELLED
    counts = sa.or_(meeting.c.state.is_(None), ~cancelled, told_by.c.held.is_not(None))
    query = (
        sa.select(
            meeting.c.mission_id,
            sa.func.count(),
            sa.func.sum(sa.case((told_by.c.held.is_(True), 1), else_=0)),
        )
        .select_from(meeting.outerjoin(told_by, told_by.c.meeting_id == meeting.c.id))
        .where(sa.or_(meeting.c.slot.is_not(None), meeting.c.state == MeetingState.SCHEDULED), counts)
        .group_by(meeting.c.mission_id)
    )
    return {row[0]: (row[1], row[2] or 0) for row in _found(connection, query, meeting.c.mission_id, missions)}


def contacts(connection: sa.Connection, missions: Collection[UUID]) -> dict[UUID, int]:
    """Return how many people each mission met first."""
    table = table_of(r.ContactMade)
    query = sa.select(table.c.mission_id, sa.func.count(table.c.person_id.distinct())).group_by(table.c.mission_id)
    return dict(_found(connection, query, table.c.mission_id, missions))


def agreements(connection: sa.Connection, missions: Collection[UUID]) -> dict[UUID, int]:
    """Return how many agreements of any kind came of each mission."""
    table = table_of(r.Agreement)
    query = sa.select(table.c.mission_id, sa.func.count()).group_by(table.c.mission_id)
    return dict(_found(connection, query, table.c.mission_id, missions))


def initiatives(connection: sa.Connection, wanted: Collection[UUID]) -> list[Any]:
    """Return id, programme and objectives of initiatives."""
    table = table_of(r.Initiative)
    query = sa.select(table.c.id, table.c.programme, table.c.objectives)
    return _found(connection, query, table.c.id, wanted)


def aiming(connection: sa.Connection, initiatives: Collection[UUID]) -> list[tuple[UUID, str | None]]:
    """Return the mission and the indicator of every objective of the missions of initiatives."""
    mission, objective = table_of(r.Mission), table_of(r.Objective)
    query = sa.select(mission.c.id, objective.c.indicator).select_from(
        mission.join(objective, objective.c.mission_id == mission.c.id)
    )
    return _found(connection, query, mission.c.initiative_id, initiatives)


def last_change(connection: sa.Connection) -> dt.datetime | None:
    """Return when the workspace last changed."""
    table = ChangesetRow.__table__
    found: dt.datetime | None = connection.scalar(sa.select(table.c.time).order_by(table.c.id.desc()).limit(1))
    return found


_BATCH = 500


def _found(
    connection: sa.Connection, query: sa.Select[Any], column: sa.ColumnElement[Any], wanted: Collection[UUID]
) -> list[Any]:
    """Return the rows of a query of which a column is one of these, some hundreds at a time."""
    ids = list(wanted)
    rows: list[Any] = []
    for first in range(0, len(ids), _BATCH):
        rows += connection.execute(query.where(column.in_(ids[first : first + _BATCH])))
    return rows
