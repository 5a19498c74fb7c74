"""Read lists of thousands by pages of columns: one query a list, and one for each thing that is counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.columns import targets
from missionplanner.db.orm import Base
from missionplanner.db.rows import ROWS, table_of
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import FollowUpState, ItemStatus

_BATCH = 500
_OPEN = (FollowUpState.OPEN, FollowUpState.WAITING)


def rows(  # noqa: PLR0913 - each argument narrows what is read
    connection: sa.Connection,
    kind: type[r.Record],
    names: Sequence[str],
    order: Sequence[str],
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    equal: Mapping[str, object] | None = None,
) -> list[tuple[Any, ...]]:
    """Return id and the named columns of all rows of a kind, or of some, or of the first ``limit`` in order.

    ``equal`` are columns with the value they must have: the mission the rows are of.
    """
    table = table_of(kind)
    query = sa.select(table.c.id, *(table.c[name] for name in names))
    query = query.where(*(table.c[name] == value for name, value in (equal or {}).items()))
    query = query.order_by(*(table.c[name] for name in order), table.c.id)
    if ids is None:
        return [tuple(row) for row in connection.execute(query if limit is None else query.limit(limit))]
    found: list[tuple[Any, ...]] = []
    wanted = list(ids)
    for first in range(0, len(wanted), _BATCH):
        part = query.where(table.c.id.in_(wanted[first : first + _BATCH]))
        found += [tuple(row) for row in connection.execute(part)]
    return found


def count(connection: sa.Connection, kind: type[r.Record], equal: Mapping[str, object] | None = None) -> int:
    """Return how many rows of a kind there are, or how many whose columns are ``equal`` to these."""
    table = table_of(kind)
    query = sa.select(sa.func.count()).select_from(table)
    return int(
        connection.scalar(query.where(*(table.c[name] == value for name, value in (equal or {}).items()))) or 0
    )


def names(
    connection: sa.Connection, kind: type[r.Record], ids: Collection[UUID | None] | None = None
) -> dict[UUID, str]:
    """Return the names of organisations, initiatives or places by id: of all, or of at most a thousand."""
    table = table_of(kind)
    named = sa.func.coalesce(table.c.name, table.c.short) if "short" in table.c else table.c.name
    query = sa.select(table.c.id, named)
    if ids is not None:
        query = query.where(table.c.id.in_([one for one in ids if one is not None]))
    return {row[0]: row[1] or "" for row in connection.execute(query)}


def counted(connection: sa.Connection, kind: type[r.Record], name: str) -> dict[UUID, int]:
    """Return how many rows of a kind have which value in a column that refers to something."""
    column = table_of(kind).c[name]
    query = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}


def missions_of(connection: sa.Connection, kind: type[r.Record]) -> dict[UUID, int]:
    """Return in how many missions each person, organisation or place has a part.

    An organisation has one through its people who travel, too.
    """
    pairs = _parts(kind)
    if kind is r.Organisation:
        delegate, person = table_of(r.Delegate), table_of(r.Person)
        pairs.append(
            sa.select(person.c.organisation_id, delegate.c.mission_id)
            .join(delegate, delegate.c.person_id == person.c.id)
            .where(person.c.organisation_id.is_not(None))
        )
    if not pairs:
        return {}
    both = sa.union(*pairs).subquery()
    owner, mission = list(both.c)[:2]
    query = sa.select(owner, sa.func.count(mission.distinct())).group_by(owner)
    return {row[0]: row[1] for row in connection.execute(query)}


def last_met(connection: sa.Connection, today: dt.date) -> dict[UUID, dt.date]:
    """Return the last day, up to today, on which each organisation hosted an item that was not cancelled."""
    host, item = table_of(r.ItemHost), table_of(r.AgendaItem)
    kept = sa.or_(item.c.status.is_(None), item.c.status != ItemStatus.CANCELLED)
    query = (
        sa.select(host.c.organisation_id, sa.func.max(item.c.date))
        .join(item, item.c.id == host.c.item_id)
        .where(item.c.date <= today, kept)
        .group_by(host.c.organisation_id)
    )
    return {row[0]: row[1] for row in connection.execute(query) if row[1] is not None}


def next_steps(connection: sa.Connection) -> dict[UUID, tuple[dt.date | None, str]]:
    """Return the next open step with each organisation: its day and what it is.

    Steps are open follow-ups about it or about its people, and days to ask a partner again.
    """
    follow, person = table_of(r.FollowUp), table_of(r.Person)
    partner, request = table_of(r.Partner), table_of(r.PartnerRequest)
    about = sa.func.coalesce(follow.c.about_organisation_id, person.c.organisation_id)
    first = (
        sa.select(about, follow.c.due, follow.c.text)
        .select_from(follow.outerjoin(person, person.c.id == follow.c.about_person_id))
        .where(sa.or_(follow.c.state.is_(None), follow.c.state.in_(_OPEN)), about.is_not(None))
    )
    second = (
        sa.select(partner.c.organisation_id, request.c.next_day, request.c.text)
        .join(partner, partner.c.id == request.c.partner_id)
        .where(request.c.next_day.is_not(None))
    )
    found: dict[UUID, tuple[dt.date | None, str]] = {}
    for owner, day, text in [*connection.execute(first), *connection.execute(second)]:
        words = text.best("") if hasattr(text, "best") else text or ""
        before = found.get(owner)
        if before is None or (day or dt.date.max) < (before[0] or dt.date.max):
            found[owner] = (day, words)
    return found


def members(connection: sa.Connection) -> dict[UUID, list[tuple[UUID, Any]]]:
    """Return the members of every initiative with their roles, in their order."""
    table = table_of(r.InitiativeMember)
    query = sa.select(table.c.initiative_id, table.c.organisation_id, table.c.role)
    found: dict[UUID, list[tuple[UUID, Any]]] = {}
    for initiative, organisation, role in connection.execute(query.order_by(table.c.position, table.c.id)):
        found.setdefault(initiative, []).append((organisation, role))
    return found


def history(
    connection: sa.Connection, kind: type[r.Record], identity: UUID
) -> list[tuple[dt.date, str, Any, dt.date | None, Any]]:
    """Return in which missions a person, organisation or place had a part, the latest first.

    Each is first day, code and title of the mission, and day and title of an item where it was there for one.
    """
    mission, item = table_of(r.Mission), table_of(r.AgendaItem)
    pairs = [one.where(column == identity) for one, column in _pairs(kind)]
    if kind is r.Organisation:
        delegate, person = table_of(r.Delegate), table_of(r.Person)
        pairs.append(
            sa.select(person.c.organisation_id, delegate.c.mission_id, sa.null().label("item"))
            .join(delegate, delegate.c.person_id == person.c.id)
            .where(person.c.organisation_id == identity)
        )
    both = sa.union(*pairs).subquery()
    _owner, of_mission, of_item = list(both.c)
    query = (
        sa.select(mission.c.start, mission.c.code, mission.c.title, item.c.date, item.c.title)
        .select_from(both.join(mission, mission.c.id == of_mission).outerjoin(item, item.c.id == of_item))
        .order_by(mission.c.start.desc(), item.c.date, item.c.start)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]


def people_of(connection: sa.Connection, organisation: UUID) -> list[tuple[UUID, Any, Any, Any, Any]]:
    """Return id, given, family, order of names and job of everybody of an organisation."""
    table = table_of(r.Person)
    columns = (table.c.id, table.c.given, table.c.family, table.c.name_order, table.c.job)
    query = sa.select(*columns).where(table.c.organisation_id == organisation)
    found = connection.execute(query.order_by(table.c.family, table.c.given))
    return [(row[0], row[1], row[2], row[3], row[4]) for row in found]


def _parts(kind: type[r.Record]) -> list[sa.Select[Any]]:
    found = _referring(kind)
    return [sa.select(column, table.c.mission_id).where(column.is_not(None)) for _name, table, column in found]


def _pairs(kind: type[r.Record]) -> list[tuple[sa.Select[Any], sa.Column[Any]]]:
    found = []
    for name, table, column in _referring(kind):
        item = table.c.id if name == "agenda_item" else table.c.item_id if "item_id" in table.c else sa.null()
        found.append((sa.select(column, table.c.mission_id, item.label("item")), column))
    return found


def _referring(kind: type[r.Record]) -> Iterable[tuple[str, sa.Table, sa.Column[Any]]]:
    """Give every column of a mission's tables that refers to a kind of the directory."""
    target = table_of(kind).name
    for one in ROWS.values():
        table = Base.metadata.tables[one.__tablename__]
        for column in table.c if "mission_id" in table.c else ():
            if target in targets(column):
                yield table.name, table, column


def in_value_chains(connection: sa.Connection) -> list[tuple[UUID, str, tuple[str, ...]]]:
    """Return id, name and codes of every organisation that is a member of a value chain."""
    table = table_of(r.Organisation)
    named = sa.func.coalesce(table.c.name, table.c.short)
    query = sa.select(table.c.id, named, table.c.value_chains).where(table.c.value_chains.is_not(None))
    return [(row[0], row[1] or "", row[2]) for row in connection.execute(query.order_by(table.c.name))]
