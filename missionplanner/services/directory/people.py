"""Keep the people of the workspace: read them by columns, create, change several, delete, duplicate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import contact_data
from missionplanner.domain.records import Organisation, Person
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services.directory.memory import earlier
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Page, Row, Section, linked
from missionplanner.services.workspace import Edit, Workspace

_STORED = (
    "family",
    "given",
    "organisation_id",
    "job",
    "languages",
    "email",
    "mobile",
    "phone",
    "tags",
    "honorific",
    "native_name",
    "name_order",
    "bio",
    "notes",
    "photo",
)
FIELDS = (*_STORED, "missions")
"""What a row of people holds, in this order."""
_ORDER = ("family", "given")
_FEW = 1000
"""Rows of which only the organisations they name are read, not all."""


def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
    """Read all people, those of ``ids``, or the first by family name. Those without any name are left out."""
    with ws.reading() as connection:
        found = lists.rows(connection, Person, _STORED, _ORDER, ids=ids, limit=limit)
        missions = lists.missions_of(connection, Person)
        total = lists.count(connection, Person)
        names = lists.names(connection, Organisation, {row[3] for row in found} if len(found) < _FEW else None)
    named = [
        Row(row[0], (row[1], row[2], linked(names, row[3]), *row[4:], missions.get(row[0], 0)))
        for row in found
        if row[1] or row[2] or row[11]
    ]
    return Page(named, total - (len(found) - len(named)))


def about(ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return what the workspace remembers of somebody: earlier missions and what they did there."""
    return (earlier(ws, Person, identity, language),)


def made(edit: Edit, name: str) -> UUID:
    """Add an organisation of a name within an edit; return its id. Raises Invalid."""
    typed = clean(name, MAX_LINE)
    if not typed:
        raise Invalid(N_("An organisation needs a name."), field="organisation_id")
    return edit.add(Organisation(name=typed)).id


def _checked(_edit: Edit, _before: Person | None, after: Person) -> Person:
    if not (after.family or after.given or after.native_name):
        raise Invalid(N_("A person needs a name."), field="family")
    return replace(
        after,
        email=contact_data.email(after.email or "", "email"),
        mobile=contact_data.phone(after.mobile or "", "mobile"),
        phone=contact_data.phone(after.phone or "", "phone"),
    )


_ENTRIES = Entries(
    kind=Person,
    name=lambda one: one.full_name or one.native_name or "",
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} people"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} people"),
    checked=_checked,
    makers={"organisation_id": made},
)
create = _ENTRIES.create
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
