"""Note who was at what: by tick, by the numbers of a signed sheet, by exception; each deed is one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.records import AgendaItem, Attendance, Delegate, ItemPerson, Mission, Person
from missionplanner.domain.results import attendance as domain
from missionplanner.domain.results.attendance import Entry, Grid, Tallies, numbers_of, sheet, tallies
from missionplanner.domain.vocabulary import AttendanceState, ItemRole
from missionplanner.services.delegates import placeholders
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.entries import Cell, Entries, Refused, in_each
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

_STORED = ("state", "arrived", "left", "substitute_id", "note")
FIELDS = ("number", "person_id", "organisation_id", "ours", *_STORED)
"""What a row of an item's sheet holds, in this order; its id is that of the person, else of the delegate."""
_AWAY = frozenset({AttendanceState.ABSENT, AttendanceState.EXCUSED, AttendanceState.HOST_ABSENT})
_AS_EXPECTED = frozenset({None, AttendanceState.PRESENT, *_AWAY})
_LABEL = N_("Note who was at “{title}”")
_NOBODY = N_("Nobody is named for this place yet. Name somebody first.")


def page(
    ws: Workspace,
    mission_id: UUID,
    item_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    """Read an item's sheet in the order it is printed; who came without being expected is at its end."""
    book = chronicle.read(ws, mission_id)
    item = book.plan.item(item_id)
    if item is None:
        return Page((), 0)
    found = sheet(Attendees(book.plan), book.record, item)
    rows = [_row(book, one) for one in found if ids is None or one.key in ids]
    return Page(rows[:limit], len(found))


def counts(ws: Workspace, mission_id: UUID) -> Tallies:
    """Return how many of ours were there, by item, by person, by day and in all. Raises NotFound."""
    book = chronicle.read(ws, mission_id)
    return tallies(book.plan, book.record)


def grid(ws: Workspace, mission_id: UUID) -> Grid:
    """Read everybody at everything people sign for, to be shown at once. Raises NotFound."""
    book = chronicle.read(ws, mission_id)
    return domain.grid(book.plan, book.record)


def _row(book: Chronicle, one: Entry) -> Row:
    noted = one.noted
    told = {key: getattr(noted, key) if noted is not None else None for key in _STORED}
    told["substitute_id"] = book.person(told["substitute_id"])
    who = book.person(one.person_id)
    return Row(one.key, (one.number, who, book.sender(one.person_id, one.delegate_id), one.ours, *told.values()))


# -- writing ---------------------------------------------------------------------------------------------


def set_state(ws: Workspace, item_id: UUID, people: Collection[UUID], state: AttendanceState | None) -> Receipt:
    """Say of some people whether they were there; None takes back what was said. Raises NotFound, Invalid.

    ``people`` are ids of people, and of delegates nobody is named for: they are counted by what they are.
    """
    return change_cells(ws, item_id, in_each(people, "state", state))


def everybody(ws: Workspace, item_id: UUID, state: AttendanceState = AttendanceState.PRESENT) -> Receipt:
    """Say that all who are expected at an item and of whom nothing was noted were there. Raises NotFound.

    Places nobody is named for are left out: somebody has to say of them that anybody came.
    """
    with ws.edit(_LABEL, title="") as edit:
        item = _called(edit, item_id)
        _write(edit, item, {one: {"state": state} for one in _silent(_sheet(edit, item))})
    return edit.receipt


def tick(
    ws: Workspace,
    item_id: UUID,
    numbers: str | Iterable[int],
    state: AttendanceState = AttendanceState.PRESENT,
    *,
    others: AttendanceState | None = None,
) -> Receipt:
    """Key a signed sheet in: the numbers that signed, or those that did not, as the sheet is printed.

    ``others`` is what is said of all further people of ours, by name, whom nothing was noted of. Raises NotFound,
    Invalid with the field ``numbers`` for what is no number of the sheet.
    """
    with ws.edit(_LABEL, title="") as edit:
        item = _called(edit, item_id)
        found = _sheet(edit, item)
        printed = {one.number: one for one in found if one.number is not None}
        text = numbers if isinstance(numbers, str) else " ".join(str(one) for one in numbers)
        chosen = [printed[one] for one in numbers_of(text, len(printed))]
        cells: dict[UUID, dict[str, object]] = {one.key: {"state": state} for one in chosen}
        if others is not None:
            for key in _silent(found):
                cells.setdefault(key, {"state": others})
        _write(edit, item, cells)
    return edit.receipt


def host_absent(ws: Workspace, item_id: UUID) -> Receipt:
    """Say that whoever was to receive us was not there. Raises NotFound, Invalid where nobody is named."""
    with ws.edit(N_("Note that the host of “{title}” was absent"), title="") as edit:
        item = edit.get(AgendaItem, item_id)
        edit.call(N_("Note that the host of “{title}” was absent"), title=_title(edit, item))
        hosts = [one.person_id for one in edit.all(ItemPerson, item_id=item_id, role=ItemRole.HOST_CONTACT)]
        if not hosts:
            raise Invalid(N_("No contact of the host is named. Say in the outcome why it was not held."))
        _write(edit, item, {one: {"state": AttendanceState.HOST_ABSENT} for one in hosts})
    return edit.receipt


def change_cells(
    ws: Workspace,
    item_id: UUID,
    cells: Iterable[Cell],
    *,
    gesture: str | None = None,
    refused: Refused | None = None,
) -> Receipt:
    """Set fields of what is noted at an item, by person, as one step.

    When somebody came says that they were late, when they left that they left early, a substitute that they sent
    somebody; the name of a substitute makes a person. Raises Invalid with the field, NotFound.
    """
    wanted: dict[UUID, dict[str, object]] = {}
    for identity, name, value in cells:
        wanted.setdefault(identity, {})[name] = value
    with ws.edit(_LABEL, title="", gesture=gesture) as edit:
        _write(edit, _called(edit, item_id), wanted, refused)
    return edit.receipt


def _called(edit: Edit, item_id: UUID) -> AgendaItem:
    """Return an item, and tell it in the history."""
    item = edit.get(AgendaItem, item_id)
    edit.call(_LABEL, title=_title(edit, item))
    return item


def _sheet(edit: Edit, item: AgendaItem) -> tuple[Entry, ...]:
    """Return an item's sheet as it is now. A tick by name needs none: reading a mission takes long."""
    book = chronicle.within(edit, item.mission_id)
    return sheet(Attendees(book.plan), book.record, item)


def _silent(some: Iterable[Entry]) -> list[UUID]:
    """Return the people of ours whom nothing was noted of."""
    return [one.person_id for one in some if one.noted is None and one.ours and one.person_id is not None]


def _title(edit: Edit, item: AgendaItem) -> str:
    return item.title.best("", edit.get(Mission, item.mission_id).languages)


def _write(
    edit: Edit, item: AgendaItem, cells: dict[UUID, dict[str, object]], refused: Refused | None = None
) -> None:
    there = {one.person_id: one for one in edit.all(Attendance, item_id=item.id)}
    following = max((one.position for one in there.values()), default=-1) + 1
    made: dict[tuple[str, str], UUID] = {}
    for key, values in cells.items():
        if all(value is None for value in values.values()) and _known_as(edit, key) not in there:
            continue
        person_id = _person(edit, item, key)
        before = there.get(person_id) or Attendance(
            mission_id=item.mission_id, item_id=item.id, person_id=person_id, position=following
        )
        entries = replace(_ENTRIES, makers={"substitute_id": partial(_substitute, person_id)})
        after = entries.written(edit, before, values, made, refused and partial(_told, refused, key))
        if all(getattr(after, name) is None for name in _STORED):
            if person_id in there:
                edit.delete(there[person_id])
        elif person_id in there:
            edit.save(after)
        else:
            edit.add(after)
            following += 1


def _known_as(edit: Edit, key: UUID) -> UUID | None:
    """Return who is noted under the key of a sheet's line: a person, or who stands for a delegate not named."""
    delegate = edit.find(Delegate, key)
    return delegate.person_id if delegate is not None else key


def _person(edit: Edit, item: AgendaItem, key: UUID) -> UUID:
    """Return who is noted under the key of a sheet's line, made where nobody stands for a delegate yet.

    Raises Invalid with the field ``person_id`` for who is neither.
    """
    delegate = edit.find(Delegate, key)
    if delegate is not None and delegate.mission_id == item.mission_id:
        return placeholders.person_of(edit, delegate)
    person = edit.find(Person, key)
    if person is None or (person.unnamed and not edit.all(Delegate, mission_id=item.mission_id, person_id=key)):
        raise Invalid(_NOBODY, field="person_id")
    return key


def _told(refused: Refused, person_id: UUID, _identity: UUID, error: Invalid) -> object:
    return refused(person_id, error)


def _substitute(person_id: UUID, edit: Edit, name: str) -> UUID:
    own = edit.get(Person, person_id)
    return edit.add(replace(typed_person(name, "substitute_id"), organisation_id=own.organisation_id)).id


def _checked(edit: Edit, before: Attendance | None, after: Attendance) -> Attendance:
    assert before is not None, "what is noted is always made here"
    if after.substitute_id == after.person_id:
        raise Invalid(N_("Nobody replaces themselves."), field="substitute_id")
    if after.substitute_id is not None and not edit.find(Person, after.substitute_id):
        raise Invalid(N_("This person is no longer there."), field="substitute_id")
    if after.state is not before.state:
        return _of_state(after)
    if after.substitute_id is not None and after.substitute_id != before.substitute_id:
        return replace(after, state=AttendanceState.REPLACED)
    item = edit.get(AgendaItem, after.item_id)
    if after.arrived is not None and after.left is not None and after.left < after.arrived and _same_day(item):
        raise Invalid(N_("Nobody leaves before they come."), field="left")
    return replace(after, state=_by_times(item, before, after))


def _same_day(item: AgendaItem) -> bool:
    return item.end_date in (None, item.date)


def _of_state(one: Attendance) -> Attendance:
    """Return what is noted without what a new state rules out."""
    if one.state in _AWAY:
        return replace(one, arrived=None, left=None, substitute_id=None)
    if one.state is None:
        return replace(one, arrived=None, left=None, substitute_id=None)
    return one if one.state is AttendanceState.REPLACED else replace(one, substitute_id=None)


def _by_times(item: AgendaItem, before: Attendance, after: Attendance) -> AttendanceState | None:
    """Return the state that new times tell, where it was not told otherwise."""
    late, early, state = AttendanceState.LATE, AttendanceState.LEFT_EARLY, after.state
    if after.arrived not in (None, before.arrived) and state in (*_AS_EXPECTED, late):
        return late if _is_later(after.arrived, item.start) else AttendanceState.PRESENT
    if after.left not in (None, before.left) and state in (*_AS_EXPECTED, early):
        return early if _is_later(item.end, after.left) else AttendanceState.PRESENT
    return state


def _is_later(one: dt.time | None, other: dt.time | None) -> bool:
    return one is None or other is None or one > other


_ENTRIES = Entries(
    kind=Attendance,
    name=lambda _one: "",
    added=_LABEL,
    changed=_LABEL,
    changed_many=_LABEL,
    deleted=_LABEL,
    deleted_many=_LABEL,
    checked=_checked,
)
