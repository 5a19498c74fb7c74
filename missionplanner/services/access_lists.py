"""Keep the lists of visitors that places ask for: who is on them, what is missing, what was sent; write them out.

What is under seal leaves it only in ``export``; everything else tells merely whether it is there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.access_lists import (
    AccessList,
    Visitor,
    list_of,
    missing_of,
    organisation_of,
    plates_of,
)
from missionplanner.domain.partner_naming import ACCESS_FIELDS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import AccessField, AccessState
from missionplanner.services import missions
from missionplanner.services.entries import Cell, Refused
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("name", "organisation", "state", "missing", "sent_on", "sent_to", "note")
"""What a row of visitors holds, in this order; a row goes by the id of its delegate."""
_OWN = ("state", "sent_on", "sent_to", "note")
_SEALED: dict[AccessField, str] = {
    AccessField.DOCUMENT_NUMBER: "document_number",
    AccessField.BIRTH_DATE: "document_born",
    AccessField.BIRTHPLACE: "document_birthplace",
}
"""What places ask for that is kept confidential → its field there."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Tell what a list that was written holds: visitors on it, and how many were left out for want of a name."""

    path: Path
    visitors: int
    unnamed: int


def page(
    ws: Workspace,
    mission_id: UUID,
    place_id: UUID | None,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    """Read the visitors of a place, in the order of the delegation; no place has none."""
    with ws.reading() as connection:
        mission = next((one for one in reading.missions(connection) if one.id == mission_id), None)
        if mission is None or place_id is None:
            return Page((), 0)
        plan = reading.plan(connection, mission)
        held = _held(connection, mission_id)
    found = list_of(plan, place_id)
    if found is None:
        return Page((), 0)
    visitors = [one for one in found.visitors if ids is None or one.delegate.id in ids]
    return Page([_row(plan, found, one, held) for one in visitors[:limit]], len(found.visitors))


def _row(plan: MissionPlan, found: AccessList, one: Visitor, held: dict[UUID, frozenset[AccessField]]) -> Row:
    owner, entry = organisation_of(plan, one), one.entry
    missing = missing_of(plan, found, one, held.get(one.delegate.id, frozenset()))
    return Row(
        one.delegate.id,
        (
            _name(one),
            Linked(owner.id, owner.name or owner.short or "") if owner is not None else None,
            one.state,
            missing,
            entry.sent_on if entry is not None else None,
            entry.sent_to if entry is not None else None,
            entry.note if entry is not None else None,
        ),
    )


def _name(one: Visitor) -> str:
    return (one.person.full_name or one.person.native_name or "") if one.person is not None else ""


def _held(connection: sa.Connection, mission_id: UUID) -> dict[UUID, frozenset[AccessField]]:
    """Return which confidential fields each delegate has: that they are there, never what they say."""
    table = table_of(r.Confidential)
    there = [table.c[name].is_not(None) for name in _SEALED.values()]
    query = sa.select(table.c.delegate_id, *there).where(table.c.mission_id == mission_id)
    return {
        row[0]: frozenset(field for field, known in zip(_SEALED, row[1:], strict=True) if known)
        for row in connection.execute(query)
    }


# -- writing ---------------------------------------------------------------------------------------------------


def mark_sent(
    ws: Workspace,
    code: str,
    place_id: UUID,
    sent_to: str,
    day: dt.date,
    delegates: Collection[UUID] | None = None,
) -> Receipt:
    """Note that the data of visitors were sent to somebody on a day: of all who were to be sent, or of these.

    Raises NotFound; Invalid where nobody is left to be sent.
    """
    to = clean(sent_to, MAX_LINE) or None
    mission = missions.find(ws, code)
    with ws.edit(N_("Note that a list of visitors was sent")) as edit:
        found = _found(edit, mission.id, place_id)
        edit.call(N_("Note that the list for {place} was sent"), place=_place_name(found.place))
        some = [
            one
            for one in found.visitors
            if (one.delegate.id in delegates if delegates is not None else one.state is AccessState.TO_SEND)
        ]
        if not some:
            raise Invalid(N_("Everybody on this list was sent already."))
        for one in some:
            _note(edit, one.delegate, place_id, {"state": AccessState.SENT, "sent_on": day, "sent_to": to})
    return edit.receipt


def mark(ws: Workspace, code: str, place_id: UUID, delegates: Collection[UUID], state: AccessState) -> Receipt:
    """Note what a place said of visitors: cleared, refused. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Note what a place said of visitors")) as edit:
        found = _found(edit, mission.id, place_id)
        edit.call(N_("Note what {place} said of visitors"), place=_place_name(found.place))
        for one in found.visitors:
            if one.delegate.id in delegates:
                _note(edit, one.delegate, place_id, {"state": state})
    return edit.receipt


def change_many(
    ws: Workspace, ids: Collection[UUID], name: str, value: object, *, place_id: UUID, gesture: str | None = None
) -> Receipt:
    """Set one field of what was noted of several visitors of a place. Raises NotFound, Invalid."""
    return change_cells(ws, [(one, name, value) for one in ids], place_id=place_id, gesture=gesture)


def change_cells(
    ws: Workspace,
    cells: Iterable[Cell],
    *,
    place_id: UUID,
    gesture: str | None = None,
    refused: Refused | None = None,
) -> Receipt:
    """Set fields of what was noted of several visitors of a place as one step. Raises NotFound, Invalid."""
    wanted: dict[UUID, dict[str, Any]] = {}
    for identity, name, value in cells:
        if name not in _OWN:
            error = Invalid(N_("This cannot be changed here."), field=name)
            if refused is None:
                raise error
            refused(identity, error)
            continue
        wanted.setdefault(identity, {})[name] = value
    with ws.edit(N_("Change what was noted of {count} visitors"), count=len(wanted), gesture=gesture) as edit:
        for identity, values in wanted.items():
            delegate = edit.get(r.Delegate, identity)
            _note(edit, delegate, place_id, values)
    return edit.receipt


def _found(edit: Edit, mission_id: UUID, place_id: UUID) -> AccessList:
    found = list_of(edit.plan(mission_id), place_id)
    if found is None:
        raise NotFound(N_("This place wants no list of visitors, or nobody goes there."))
    return found


def _note(edit: Edit, delegate: r.Delegate, place_id: UUID, values: dict[str, Any]) -> None:
    there = edit.all(r.AccessEntry, place_id=place_id, delegate_id=delegate.id)
    for name in ("sent_to", "note"):
        if isinstance(values.get(name), str):
            values[name] = clean(values[name], MAX_LINE) or None
    if there:
        edit.save(replace(there[0], **values))
    else:
        new = r.AccessEntry(mission_id=delegate.mission_id, place_id=place_id, delegate_id=delegate.id)
        edit.add(replace(new, **values))


def _place_name(place: r.Place) -> str:
    return place.name or place.address or ""


# -- writing out -----------------------------------------------------------------------------------------------


def export(
    ws: Workspace, code: str, place_id: UUID, path: Path, language: str, *, force: bool = False
) -> Exported:
    """Write the list of a place as its ending says, .xlsx or .csv: only what it asks for, in its order.

    Whom the place refused and whose name nobody knows yet are left out. Raises NotFound, Occupied, NotWritten.
    """
    from missionplanner.exchange.tables import Heading, Listing, write_csv, write_xlsx

    mission = missions.find(ws, code)
    with ws.reading() as connection:
        plan = reading.plan(connection, mission)
        sealed = {one.delegate_id: one for one in reading.confidential(connection, mission)}
    found = list_of(plan, place_id)
    if found is None:
        raise NotFound(N_("This place wants no list of visitors, or nobody goes there."))
    sheet = _Sheet(plan, found, translator(language))
    going = [one for one in found.visitors if one.state is not AccessState.REFUSED]
    named = [one for one in going if _name(one)]
    rows = [sheet.row(one, sealed.get(one.delegate.id)) for one in named]
    headings = tuple(Heading(sheet.t(ACCESS_FIELDS[field])) for field in found.asks)
    listing = Listing(_place_name(found.place) or sheet.t("Visitors"), headings, rows)
    if path.suffix.casefold() == ".csv":
        write_csv(path, listing, force=force)
    else:
        write_xlsx(path, [listing], force=force)
    return Exported(path, len(rows), len(going) - len(named))


class _Sheet:
    """Say what is known of visitors in one language."""

    def __init__(self, plan: MissionPlan, found: AccessList, t: Translator) -> None:
        self._plan, self._found, self.t = plan, found, t
        self._said: dict[AccessField, Callable[[Visitor, r.Confidential | None], Any]] = {
            AccessField.NAME: self._named,
            AccessField.ORGANISATION: lambda one, _sealed: self._organisation(one),
            AccessField.JOB: lambda one, _sealed: self._job(one),
            AccessField.NATIONALITY: lambda one, _sealed: self._country(_open(one.delegate.nationality)),
            AccessField.DOCUMENT_NUMBER: lambda _one, sealed: _open(sealed.document_number) if sealed else None,
            AccessField.DOCUMENT_EXPIRES: lambda one, _sealed: _day(_open(one.delegate.document_expires)),
            AccessField.BIRTH_DATE: lambda _one, sealed: _day(_open(sealed.document_born)) if sealed else None,
            AccessField.BIRTHPLACE: lambda _one, sealed: _open(sealed.document_birthplace) if sealed else None,
            AccessField.EMAIL: lambda one, _sealed: one.person.email if one.person else None,
            AccessField.MOBILE: lambda one, _sealed: one.person.mobile if one.person else None,
            AccessField.PHOTO: lambda one, _sealed: self._photo(one),
            AccessField.VEHICLE_PLATE: lambda one, _sealed: plates_of(self._plan, self._found, one),
        }

    def row(self, one: Visitor, sealed: r.Confidential | None) -> tuple[Any, ...]:
        """Return what a place asks for of a visitor, in the order it asks."""
        return tuple(self._said[field](one, sealed) for field in self._found.asks)

    def _named(self, one: Visitor, sealed: r.Confidential | None) -> str:
        """Return the name as the travel document has it where its number is asked for too."""
        by_document = AccessField.DOCUMENT_NUMBER in self._found.asks and sealed is not None
        return (_open(sealed.document_name) if by_document and sealed is not None else None) or _name(one)

    def _organisation(self, one: Visitor) -> str | None:
        owner = organisation_of(self._plan, one)
        return (owner.name or owner.short) if owner is not None else None

    def _job(self, one: Visitor) -> str | None:
        job = one.person.job if one.person is not None else None
        return job.best(self.t.language, self._plan.mission.languages) if job else None

    def _country(self, code: str | None) -> str | None:
        from babel import Locale

        return Locale.parse(self.t.language).territories.get(code.upper(), code) if code else None

    def _photo(self, one: Visitor) -> str:
        return self.t("Yes") if one.person is not None and one.person.photo else self.t("No")


def _open(secret: Secret | None) -> str | None:
    return secret.reveal() if secret is not None else None


def _day(text: str | None) -> dt.date | str | None:
    """Return a day that is kept as ISO text; a text that is none stays as it is."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return text
