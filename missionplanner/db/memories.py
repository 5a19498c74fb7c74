"""Read what the workspace remembers of an organisation or a person, over all missions: one query a kind."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.rows import table_of
from missionplanner.domain import records as r


def people_of(connection: sa.Connection, organisation: UUID) -> frozenset[UUID]:
    """Return everybody of an organisation."""
    table = table_of(r.Person)
    found = connection.execute(sa.select(table.c.id).where(table.c.organisation_id == organisation))
    return frozenset(row[0] for row in found)


def missions(connection: sa.Connection) -> dict[UUID, tuple[str, Any]]:
    """Return code and title of every mission."""
    table = table_of(r.Mission)
    return {
        row[0]: (row[1], row[2]) for row in connection.execute(sa.select(table.c.id, table.c.code, table.c.title))
    }


def notes(connection: sa.Connection, organisation: UUID | None, people: Collection[UUID]) -> list[Any]:
    """Return the contact notes on an organisation or its people."""
    table = table_of(r.ContactNote)
    names = ("id", "mission_id", "date", "channel", "text", "next_day", "promise", "person_id")
    return _rows(
        connection, table, names, _about(table.c.organisation_id, organisation, table.c.person_id, people)
    )


def requests(connection: sa.Connection, organisation: UUID | None, people: Collection[UUID]) -> list[Any]:
    """Return the lines of request logs with an organisation as a partner, or with a person."""
    table, partner = table_of(r.PartnerRequest), table_of(r.Partner)
    names = ("id", "mission_id", "date", "channel", "text", "answer", "answered_on", "next_day", "person_id")
    own = sa.select(partner.c.id).where(partner.c.organisation_id == organisation)
    about = table.c.partner_id.in_(own) if organisation is not None else table.c.person_id.in_(list(people))
    return _rows(connection, table, names, about)


def follow_ups(connection: sa.Connection, organisation: UUID | None, people: Collection[UUID]) -> list[Any]:
    """Return the follow-ups about an organisation or its people."""
    table = table_of(r.FollowUp)
    about = _about(table.c.about_organisation_id, organisation, table.c.about_person_id, people)
    return _rows(connection, table, ("id", "mission_id", "due", "state", "text"), about)


def agreements(connection: sa.Connection, organisation: UUID) -> list[Any]:
    """Return the agreements an organisation is a party to."""
    table, party = table_of(r.Agreement), table_of(r.AgreementParty)
    own = sa.select(party.c.agreement_id).where(party.c.organisation_id == organisation)
    return _rows(connection, table, ("id", "mission_id", "date", "kind", "text"), table.c.id.in_(own))


def outcomes(connection: sa.Connection, organisation: UUID | None, people: Collection[UUID]) -> list[Any]:
    """Return what came of items an organisation hosted or a person was at, with day and title of each."""
    outcome, item = table_of(r.Outcome), table_of(r.AgendaItem)
    host, role = table_of(r.ItemHost), table_of(r.ItemPerson)
    if organisation is not None:
        own = sa.select(host.c.item_id).where(host.c.organisation_id == organisation)
    else:
        own = sa.select(role.c.item_id).where(role.c.person_id.in_(list(people)))
    query = (
        sa.select(
            outcome.c.id,
            outcome.c.mission_id,
            item.c.date,
            item.c.title,
            outcome.c.held,
            outcome.c.summary,
            outcome.c.next_step,
        )
        .join(item, item.c.id == outcome.c.item_id)
        .where(outcome.c.item_id.in_(own))
    )
    return list(connection.execute(query))


def _about(
    owner: sa.ColumnElement[Any],
    organisation: UUID | None,
    person: sa.ColumnElement[Any],
    people: Collection[UUID],
) -> sa.ColumnElement[bool]:
    return sa.or_(owner == organisation, person.in_(list(people))) if organisation else person.in_(list(people))


def _rows(
    connection: sa.Connection, table: sa.Table, names: tuple[str, ...], where: sa.ColumnElement[bool]
) -> list[Any]:
    return list(connection.execute(sa.select(*(table.c[name] for name in names)).where(where)))
