"""Keep the organisations of the workspace: read them by columns, create, change several, delete, duplicate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import contact_data
from missionplanner.domain.records import Organisation, Person
from missionplanner.services.directory.memory import earlier
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Line, Page, Row, Section, linked
from missionplanner.services.workspace import Edit, Workspace

_STORED = (
    "name",
    "short",
    "kind",
    "country",
    "region",
    "city",
    "address",
    "ecosystems",
    "value_chains",
    "website",
    "email",
    "phone",
    "employees",
    "vat",
    "tags",
    "native_name",
    "profile",
    "offers",
    "seeks",
    "notes",
    "logo",
    "parent_id",
)
FIELDS = (*_STORED, "people", "missions", "last_met", "next_step", "next_day")
"""What a row of organisations holds, in this order."""


def page(
    ws: Workspace,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    today: dt.date | None = None,
) -> Page:
    """Read all organisations, the named ones, or the first of them by name, with what is counted of them."""
    with ws.reading() as connection:
        found = lists.rows(connection, Organisation, _STORED, ("name",), ids=ids, limit=limit)
        total = lists.count(connection, Organisation)
        people = lists.counted(connection, Person, "organisation_id")
        missions = lists.missions_of(connection, Organisation)
        met = lists.last_met(connection, today or dt.date.today())
        steps = lists.next_steps(connection)
        parents = lists.names(connection, Organisation, {row[-1] for row in found} - {None})
    rows = []
    for identity, *values in found:
        day, words = steps.get(identity, (None, ""))
        counted = (people.get(identity, 0), missions.get(identity, 0), met.get(identity), words or None, day)
        rows.append(Row(identity, (*values[:-1], linked(parents, values[-1]), *counted)))
    return Page(rows, total)


def about(ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return the people of an organisation and what it had part in over all missions."""
    with ws.reading() as connection:
        found = lists.people_of(connection, identity)
    people = []
    for one, given, family, order, job in found:
        known = Person(id=one, given=given, family=family, name_order=order)
        people.append(Line(known.full_name, job.best(language) if job is not None else "", id=one))
    first = Section(N_("People"), tuple(people), N_("Nobody is known here yet."))
    return (first, earlier(ws, Organisation, identity, language))


def _checked(_edit: Edit, before: Organisation | None, after: Organisation) -> Organisation:
    if not (after.name or after.short):
        raise Invalid(N_("An organisation needs a name."), field="name")
    if after.employees is not None and after.employees < 0:
        raise Invalid(N_("This cannot be less than nothing."), field="employees")
    if after.parent_id == after.id:
        raise Invalid(N_("An organisation cannot belong to itself."), field="parent_id")
    same_country = before is not None and before.country == after.country
    return replace(
        after,
        country=after.country if same_country else contact_data.country(after.country or "", "country"),
        website=contact_data.website(after.website or "", "website"),
        email=contact_data.email(after.email or "", "email"),
        phone=contact_data.phone(after.phone or "", "phone"),
    )


_ENTRIES = Entries(
    kind=Organisation,
    name=lambda one: one.name or one.short or "",
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} organisations"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} organisations"),
    checked=_checked,
    makers={"parent_id": made},
)
create = _ENTRIES.create
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
