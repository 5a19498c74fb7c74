"""Keep the places of the workspace: read them by columns, create, change several, delete, duplicate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import contact_data
from missionplanner.domain.records import Organisation, Place
from missionplanner.services import knowledge
from missionplanner.services.directory.memory import earlier
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Page, Row, Section, linked
from missionplanner.services.workspace import Edit, Workspace

_STORED = (
    "name",
    "organisation_id",
    "city",
    "country",
    "zone",
    "address",
    "capacity",
    "opens",
    "closes",
    "closed_days",
    "id_required",
    "notice_days",
    "nda",
    "no_photos",
    "exclusive",
    "access_fields",
    "entrance",
    "meeting_point",
    "safety_gear",
    "website",
    "phone",
    "tags",
    "lat",
    "lon",
    "notes",
)
FIELDS = (*_STORED, "missions")
"""What a row of places holds, in this order."""


def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
    """Read all places, the named ones, or the first of them by name."""
    with ws.reading() as connection:
        found = lists.rows(connection, Place, _STORED, ("name",), ids=ids, limit=limit)
        total = lists.count(connection, Place)
        missions = lists.missions_of(connection, Place)
        names = lists.names(connection, Organisation)
    rows = [Row(row[0], (row[1], linked(names, row[2]), *row[3:], missions.get(row[0], 0))) for row in found]
    return Page(rows, total)


def about(ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return what the missions did at a place."""
    return (earlier(ws, Place, identity, language),)


def guessed_zone(one: Place) -> str | None:
    """Return the zone of a place's coordinates, else of its city, None where neither is known."""
    if one.lat is not None and one.lon is not None:
        return knowledge.zone_of(one.lat, one.lon)
    known = knowledge.city(one.city, one.country) if one.city else None
    return known.zone if known is not None else None


def _checked(_edit: Edit, before: Place | None, after: Place) -> Place:
    if not (after.name or after.address):
        raise Invalid(N_("A place needs a name."), field="name")
    for name in ("capacity", "notice_days"):
        if (getattr(after, name) or 0) < 0:
            raise Invalid(N_("This cannot be less than nothing."), field=name)
    for name, limit in (("lat", 90), ("lon", 180)):
        if abs(getattr(after, name) or 0) > limit:
            raise Invalid(N_("Coordinates are degrees: latitude to 90, longitude to 180."), field=name)
    known = replace(
        after,
        country=contact_data.country(after.country or "", "country")
        if before is None or before.country != after.country
        else after.country,
        website=contact_data.website(after.website or "", "website"),
        phone=contact_data.phone(after.phone or "", "phone"),
    )
    return _with_zone(before, known)


def _with_zone(before: Place | None, after: Place) -> Place:
    """Guess the zone where nobody chose one: it follows city and coordinates until somebody does."""
    spot = (after.city, after.country, after.lat, after.lon)
    moved = before is None or spot != (before.city, before.country, before.lat, before.lon)
    if before is not None and before.zone != after.zone:
        return after
    own = after.zone if before is None else None if before.zone in (None, guessed_zone(before)) else before.zone
    return replace(after, zone=guessed_zone(after)) if moved and own is None else after


_ENTRIES = Entries(
    kind=Place,
    name=lambda one: one.name or one.address or "",
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} places"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} places"),
    checked=_checked,
    makers={"organisation_id": made},
)
create = _ENTRIES.create
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
