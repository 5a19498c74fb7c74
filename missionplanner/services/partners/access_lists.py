"""Keep the lists of visitors that places ask for: who is on them, what is missing, what was sent; write them out.

What is under seal leaves it only in ``export`` and on the site's own paper; all else merely tells of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.delegates import delegation
from missionplanner.domain.partners.access_lists import (
    AccessList,
    Visitor,
    access_lists,
    list_of,
    missing_of,
    organisation_of,
)
from missionplanner.domain.partners.naming import ACCESS_FIELDS
from missionplanner.domain.partners.visitor_data import VisitorData, going_to, name_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import AccessField, AccessState
from missionplanner.services import missions
from missionplanner.services.delegates.delegation_rows import PlaceName, plain_place
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
    unnamed: PlaceName = plain_place,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    """Read the visitors of a place, in the order of the delegation; no place has none.

    ``unnamed`` says those nobody is named for yet.
    """
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
    names = _names(plan, unnamed)
    return Page([_row(plan, found, one, (names, held)) for one in visitors[:limit]], len(found.visitors))


def _names(plan: MissionPlan, unnamed: PlaceName) -> dict[UUID, str]:
    """Return what the places of the delegation are called that nobody is named for yet, by delegate."""
    nobody = [one for one in plan.delegates if (who := plan.person(one.person_id)) is None or who.unnamed]
    owners = {one.id: delegation.organisation_of(plan, one) for one in nobody}
    found = {}
    for identity, numbers in delegation.numbered_places(list(owners.items())).items():
        owner = plan.organisation(owners[identity])
        found[identity] = unnamed((owner.name or owner.short or "") if owner is not None else "", *numbers)
    return found


_Said = tuple[dict[UUID, str], dict[UUID, frozenset[AccessField]]]


def _row(plan: MissionPlan, found: AccessList, one: Visitor, said: _Said) -> Row:
    owner, entry = organisation_of(plan, one), one.entry
    names, held = said
    missing = missing_of(plan, found, one, held.get(one.delegate.id, frozenset()))
    return Row(
        one.delegate.id,
        (
            name_of(one) or names.get(one.delegate.id, ""),
            Linked(owner.id, owner.name or owner.short or "") if owner is not None else None,
            one.state,
            missing,
            entry.sent_on if entry is not None else None,
            entry.sent_to if entry is not None else None,
            entry.note if entry is not None else None,
        ),
    )


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


def note_sent(ws: Workspace, plan: MissionPlan, given: Collection[tuple[UUID | None, Collection[UUID]]]) -> int:
    """Note today, as one step, whom lists given out have told a site's security; return of how many.

    ``given`` are the places of the lists, None for all that want one, and the people a list was narrowed to, none
    for everybody. What was noted before stays: only who was still to be sent is noted.
    """
    told = [
        (one.place.id, visitor.delegate)
        for one in access_lists(plan)
        for visitor in going_to(one)[0]
        if visitor.state is AccessState.TO_SEND
        and any(
            place in (None, one.place.id) and (not people or visitor.delegate.person_id in people)
            for place, people in given
        )
    ]
    if told:
        with ws.edit(N_("Note that lists of visitors were sent")) as edit:
            for place_id, delegate in told:
                _note(edit, delegate, place_id, {"state": AccessState.SENT, "sent_on": dt.date.today()})
    return len(told)


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
    said = VisitorData(plan, found, translator(language), partial(_country, language=language))
    going, unnamed = going_to(found)
    rows = [said.row(one, sealed.get(one.delegate.id)) for one in going]
    headings = tuple(Heading(said.t(ACCESS_FIELDS[field])) for field in found.asks)
    listing = Listing(_place_name(found.place) or said.t("Visitors"), headings, rows)
    if path.suffix.casefold() == ".csv":
        write_csv(path, listing, force=force)
    else:
        write_xlsx(path, [listing], force=force)
    return Exported(path, len(rows), unnamed)


def _country(code: str, language: str) -> str:
    from babel import Locale

    return str(Locale.parse(language).territories.get(code.upper(), code))
