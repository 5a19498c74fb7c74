"""Keep the delegates of a mission as a list: add people and places, change, order, take out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates import delegation, substitution
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus
from missionplanner.services.delegates.delegate_cells import Cells
from missionplanner.services.delegates.delegation_rows import FIELDS, HIDDEN, about, page
from missionplanner.services.delegates.placeholders import is_place, name_with, standing_in, typed_person
from missionplanner.services.directory import people
from missionplanner.services.entries import Cell, Refused
from missionplanner.services.workspace import Edit, Receipt, Workspace

__all__ = [
    "FIELDS",
    "HIDDEN",
    "about",
    "add_people",
    "add_places",
    "change_cells",
    "create_from",
    "delete",
    "move",
    "name_place",
    "order_by_protocol",
    "page",
]
MOST_PLACES = 200
_FIRST = ("organisation_id", "person_id", "family", "given")


# -- adding ----------------------------------------------------------------------------------------


def add_people(
    ws: Workspace,
    mission_id: UUID,
    known: Collection[UUID | str],
    *,
    role: DelegateRole | None = None,
    status: DelegateStatus | None = None,
    groups: Collection[UUID] = (),
) -> Receipt:
    """Add people of the directory, or new ones by name, as one step; those who are there already stay as they are.

    Raises Invalid with the field ``people`` where nobody is left to add.
    """
    with ws.edit(N_("Add {count} delegates"), count=len(known)) as edit:
        there = {one.person_id for one in edit.all(r.Delegate, mission_id=mission_id)}
        wanted = [one for one in dict.fromkeys(known) if one not in there]
        if not wanted:
            raise Invalid(N_("All of them are in the delegation already."), field="people")
        edit.call(N_("Add {count} delegates"), count=len(wanted))
        for one in wanted:
            person = edit.get(r.Person, one) if isinstance(one, UUID) else edit.add(typed_person(one, "people"))
            made = _next(edit, mission_id, person_id=person.id, role=role, status=status)
            Cells(edit).store(made.id, "groups", tuple(groups))
            if len(wanted) == 1:
                edit.call(N_("Add {name}"), name=_name(edit, made))
    return edit.receipt


def add_places(
    ws: Workspace, mission_id: UUID, organisation: UUID | str, count: int, groups: Collection[UUID] = ()
) -> Receipt:
    """Add places of an organisation of which nobody knows yet who will take them. Raises Invalid, NotFound."""
    if not 1 <= count <= MOST_PLACES:
        raise Invalid(N_("Between 1 and {most} places can be added at once."), field="count", most=MOST_PLACES)
    with ws.edit(N_("Add {count} places of {name}"), count=count, name="") as edit:
        owner = edit.get(
            r.Organisation, organisation if isinstance(organisation, UUID) else people.made(edit, organisation)
        )
        edit.call(N_("Add {count} places of {name}"), count=count, name=owner.name or owner.short or "")
        for _number in range(count):
            made = _next(edit, mission_id, place_of_id=owner.id)
            Cells(edit).store(made.id, "groups", tuple(groups))
    return edit.receipt


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Add a delegate of what a form or a pasted row holds: a person, known or new, or a place of an organisation.

    Raises Invalid with the key.
    """
    with ws.edit(N_("Add {name}"), name="") as edit:
        if not any(values.get(key) for key in _FIRST):
            raise Invalid(N_("Say who it is, or of which organisation it is a place."), field="person_id")
        made, cells = _next(edit, mission_id), Cells(edit)
        for key in (*_FIRST, *(key for key in values if key not in _FIRST)):
            if values.get(key) is not None:
                cells.store(made.id, key, values[key])
        edit.call(N_("Add {name}"), name=_name(edit, edit.get(r.Delegate, made.id)))
    return edit.receipt


def name_place(ws: Workspace, delegate_id: UUID, known: UUID | str) -> Receipt:
    """Say who takes a place: somebody of the directory, or somebody new. All that was assigned to it stays.

    Raises Invalid with the field ``person_id``, NotFound.
    """
    with ws.edit(N_("Name a place")) as edit:
        person = known if isinstance(known, UUID) else typed_person(known)
        delegate = name_with(edit, edit.get(r.Delegate, delegate_id), person)
        edit.call(N_("Name a place: {name}"), name=_name(edit, delegate))
    return edit.receipt


# -- changing --------------------------------------------------------------------------------------


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set facts of several delegates as one step; where ``refused`` is given, those not allowed are told to it.

    Raises Invalid with the key otherwise, NotFound.
    """
    wanted = list(cells)
    ids = {identity for identity, _key, _value in wanted}
    with ws.edit(N_("Change {count} delegates"), count=len(ids), gesture=gesture) as edit:
        writer = Cells(edit)
        for identity, key, value in wanted:
            try:
                writer.store(identity, key, value)
            except Invalid as error:
                if refused is None:
                    raise
                refused(identity, error)
        if len(ids) == 1:
            edit.call(N_("Change {name}"), name=_name(edit, edit.get(r.Delegate, next(iter(ids)))))
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take delegates out of their mission with their seats, beds and parts in items. Raises NotFound."""
    with ws.edit(N_("Take {count} delegates out"), count=len(ids)) as edit:
        some = [edit.get(r.Delegate, one) for one in ids]
        if len(some) == 1:
            edit.call(N_("Take {name} out of the delegation"), name=_name(edit, some[0]))
        standing = [one for each in some if (one := standing_in(edit, each)) is not None]
        edit.delete_all([noted for one in standing for noted in edit.all(r.Attendance, person_id=one.id)])
        for mission_id in {one.mission_id for one in some}:
            edit.write(substitution.removed(edit.plan(mission_id), ids))
    return edit.receipt


# -- protocol order --------------------------------------------------------------------------------


def order_by_protocol(ws: Workspace, mission_id: UUID) -> Receipt:
    """Number everybody by role, kind of organisation and name, as one step. Raises NotFound."""
    with ws.edit(N_("Order by protocol")) as edit:
        edit.write(delegation.ordered_anew(edit.plan(mission_id)))
    return edit.receipt


def move(
    ws: Workspace, mission_id: UUID, ids: Collection[UUID], steps: int, *, gesture: str | None = None
) -> Receipt:
    """Move delegates up (negative) or down in protocol order and number all anew, as one step. Raises NotFound."""
    with ws.edit(N_("Move in protocol order"), gesture=gesture) as edit:
        edit.write(delegation.moved(edit.plan(mission_id), ids, steps))
    return edit.receipt


# -- within an edit --------------------------------------------------------------------------------


def _next(edit: Edit, mission_id: UUID, **fields: Any) -> r.Delegate:
    """Add a delegate at the end of the list."""
    positions = (one.position for one in edit.all(r.Delegate, mission_id=mission_id))
    return edit.add(r.Delegate(mission_id=mission_id, position=max(positions, default=-1) + 1, **fields))


def _name(edit: Edit, delegate: r.Delegate) -> str:
    """Return what the history calls a delegate: by name, or by whose place it is."""
    person = edit.find(r.Person, delegate.person_id)
    if person is not None and not is_place(edit, delegate):
        return person.full_name or person.native_name or ""
    owner = edit.find(r.Organisation, delegate.place_of_id)
    return (owner.name or owner.short or "") if owner is not None else ""
