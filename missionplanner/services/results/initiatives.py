"""Keep the initiatives missions belong to, with their members and roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import contact_data
from missionplanner.domain.records import Initiative, InitiativeMember, Mission, Organisation
from missionplanner.domain.vocabulary import MemberRole
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

Member = tuple[UUID | str, MemberRole | None]
"""An organisation by its id, or the name of a new one, and its role."""
_STORED = (
    "name",
    "short",
    "programme",
    "grant",
    "start",
    "end",
    "partners",
    "countries",
    "budget",
    "currency",
    "website",
    "objectives",
    "notes",
)
FIELDS = (*_STORED, "coordinator", "members", "missions")
"""What a row of initiatives holds, in this order."""


def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
    """Read all initiatives, the named ones, or the first of them by name."""
    with ws.reading() as connection:
        found = lists.rows(connection, Initiative, _STORED, ("name",), ids=ids, limit=limit)
        total = lists.count(connection, Initiative)
        members = lists.members(connection)
        names = lists.names(connection, Organisation)
        missions = lists.counted(connection, Mission, "initiative_id")
    rows = []
    for identity, *values in found:
        own = members.get(identity, [])
        leads = [names.get(one, "") for one, role in own if role is MemberRole.COORDINATOR]
        counted = (", ".join(leads) or None, len(own), missions.get(identity, 0))
        rows.append(Row(identity, (*values, *counted)))
    return Page(rows, total)


def members(ws: Workspace, identity: UUID) -> tuple[tuple[Linked, MemberRole | None], ...]:
    """Return the members of an initiative with their roles, in their order."""
    with ws.reading() as connection:
        own = lists.members(connection).get(identity, [])
        names = lists.names(connection, Organisation, {one for one, _role in own})
    return tuple((Linked(one, names.get(one, "")), role) for one, role in own)


def set_members(ws: Workspace, identity: UUID, wanted: Sequence[Member]) -> Receipt:
    """Say who is a member of an initiative, in which role and order; a name makes a new organisation.

    Raises NotFound, Invalid.
    """
    with ws.edit(N_("Change the members of {name}"), name="") as edit:
        initiative = edit.get(Initiative, identity)
        edit.call(N_("Change the members of {name}"), name=_name(initiative))
        there = {one.organisation_id: one for one in edit.all(InitiativeMember, initiative_id=identity)}
        kept: set[UUID] = set()
        for position, (known, role) in enumerate(wanted):
            owner = edit.get(Organisation, known).id if isinstance(known, UUID) else made(edit, known)
            if owner in kept:
                continue
            kept.add(owner)
            new = InitiativeMember(initiative_id=identity, organisation_id=owner)
            one = replace(there.get(owner, new), role=role, position=position)
            if owner in there:
                edit.save(one)
            else:
                edit.add(one)
        edit.delete_all([one for owner, one in there.items() if owner not in kept])
    return edit.receipt


def _checked(_edit: Edit, _before: Initiative | None, after: Initiative) -> Initiative:
    if not (after.name or after.short):
        raise Invalid(N_("An initiative needs a name."), field="name")
    if after.start is not None and after.end is not None and after.end < after.start:
        raise Invalid(N_("The end lies before the start."), field="end")
    for name in ("partners", "countries", "budget"):
        if (getattr(after, name) or 0) < 0:
            raise Invalid(N_("This cannot be less than nothing."), field=name)
    return replace(after, website=contact_data.website(after.website or "", "website"))


def _copies(edit: Edit, one: Initiative, copy: Initiative) -> Iterable[InitiativeMember]:
    return [
        replace(member, id=uuid4(), initiative_id=copy.id, created_at=None, updated_at=None)
        for member in edit.all(InitiativeMember, initiative_id=one.id)
    ]


def _name(one: Initiative) -> str:
    return one.name or one.short or ""


_ENTRIES = Entries(
    kind=Initiative,
    name=_name,
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} initiatives"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} initiatives"),
    checked=_checked,
    children=_copies,
)
create = _ENTRIES.create
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
