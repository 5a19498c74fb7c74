"""Keep what is jotted down under way: when, about what and whom; the newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.records import FieldNote
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.results import chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("at", "text", "item_id", "person_id", "organisation_id")
"""What a row of notes holds, in this order; ``at`` is UTC."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the notes of a mission, the newest first; those of no known time come last."""
    book = chronicle.read(ws, mission_id)
    found = sorted(book.record.field_notes, key=_by_time, reverse=True)
    rows = [
        Row(
            one.id,
            (
                one.at,
                one.text,
                book.item(one.item_id),
                book.person(one.person_id),
                book.organisation(one.organisation_id),
            ),
        )
        for one in found
        if ids is None or one.id in ids
    ]
    return Page(rows[:limit], len(found))


def _by_time(one: FieldNote) -> tuple[dt.datetime, int]:
    return one.at or dt.datetime.min.replace(tzinfo=dt.UTC), one.position


def jot(
    ws: Workspace, mission_id: UUID, text: str, now: dt.datetime, about: Mapping[str, UUID] | None = None
) -> Receipt:
    """Jot something down at a moment, which has a zone.

    ``about`` may name an item, a person, an organisation: ``item_id`` and so on. Raises Invalid with the field.
    """
    values = {**(about or {}), "text": text, "at": now.astimezone(dt.UTC)}
    return _ENTRIES.create_from(ws, values, mission_id=mission_id)


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Store a new note of what a form holds. Raises Invalid with the field."""
    return _ENTRIES.create_from(ws, values, mission_id=mission_id)


def _checked(edit: Edit, before: FieldNote | None, after: FieldNote) -> FieldNote:
    if not after.text:
        raise Invalid(N_("Write what you want to remember."), field="text")
    chronicle.require_own(edit, after.mission_id, after.item_id, "item_id")
    at = after.at.astimezone(dt.UTC).replace(microsecond=0) if after.at is not None else None
    if before is not None:
        return replace(after, at=at)
    there = edit.all(FieldNote, mission_id=after.mission_id)
    return replace(after, at=at, position=max((one.position for one in there), default=-1) + 1)


def _somebody(edit: Edit, name: str) -> UUID:
    return edit.add(typed_person(name)).id


_ENTRIES = Entries(
    kind=FieldNote,
    name=lambda _one: "",  # the history need not repeat what was meant for oneself
    added=N_("Jot down a note"),
    changed=N_("Change a note"),
    changed_many=N_("Change {count} notes"),
    deleted=N_("Delete a note"),
    deleted_many=N_("Delete {count} notes"),
    checked=_checked,
    makers={"person_id": _somebody, "organisation_id": made},
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
