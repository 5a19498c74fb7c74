"""Keep who interprets at a B2B session: languages, and when they can come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import availability
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.matchmaking.looking import read
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("person_id", "languages", "free", "meetings")
"""What a row of interpreters holds: who, the languages, slots they can come to, meetings they interpret."""
_OWN = ("person_id", "languages", "unavailable")


def page(
    ws: Workspace, session_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the interpreters of a session in their order."""
    session = read(ws, session_id)
    if session is None:
        return Page((), 0)
    free, plan, rows = availability(session.plan, session), session.plan, []
    for one in session.interpreters:
        if ids is not None and one.id not in ids:
            continue
        slots = sum(free.why_silent(one.person_id, slot.position) is None for slot in session.slots)
        spoken = sum(each.interpreter_id == one.person_id for each in session.placed)
        who = Linked(one.person_id, plan.label(one.person_id))
        rows.append(Row(one.id, (who, one.languages, slots, spoken)))
    return Page(rows[:limit], len(session.interpreters))


def _checked(edit: Edit, before: r.SessionInterpreter | None, after: r.SessionInterpreter) -> r.SessionInterpreter:
    others = edit.all(r.SessionInterpreter, matchmaking_id=after.matchmaking_id)
    others = tuple(one for one in others if one.id != after.id)
    if edit.find(r.Person, after.person_id) is None:
        raise Invalid(N_("Choose who interprets."), field="person_id")
    if any(one.person_id == after.person_id for one in others):
        raise Invalid(N_("This person interprets here already."), field="person_id")
    languages = tuple(dict.fromkeys(code for one in after.languages if (code := one.strip().lower())))
    position = after.position if before is not None else max((one.position for one in others), default=-1) + 1
    return replace(after, languages=languages, position=position)


def _made(edit: Edit, name: str) -> UUID:
    return edit.add(typed_person(name)).id


_ENTRIES = Entries(
    kind=r.SessionInterpreter,
    name=lambda _one: "",
    added=N_("Add an interpreter"),
    changed=N_("Change an interpreter"),
    changed_many=N_("Change {count} interpreters"),
    deleted=N_("Take an interpreter out"),
    deleted_many=N_("Take {count} interpreters out"),
    checked=_checked,
    makers={"person_id": _made},
)


def create_from(ws: Workspace, values: Mapping[str, object], *, session_id: UUID) -> Receipt:
    """Add an interpreter of what a form holds; a name makes a person. Raises Invalid with the field, NotFound."""
    known = values.get("person_id")
    _refuse_unknown(values)
    if known is None:
        raise Invalid(N_("Choose who interprets."), field="person_id")
    rest: dict[str, Any] = {name: value for name, value in values.items() if name != "person_id" and value}
    with ws.edit(N_("Add an interpreter")) as edit:
        session = edit.get(r.Matchmaking, session_id)
        person = known if isinstance(known, UUID) else _made(edit, str(known))
        blank = r.SessionInterpreter(
            mission_id=session.mission_id, matchmaking_id=session_id, person_id=person, **rest
        )
        edit.add(_checked(edit, None, blank))
    first = sorted(edit.receipt.added, key=lambda each: each[0] != "session_interpreter")
    return replace(edit.receipt, added=tuple(first))


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of several interpreters as one step. Raises Invalid with the field, NotFound."""
    some = list(cells)
    for _identity, name, _value in some:
        _refuse_unknown({name: None})
    return _ENTRIES.change_cells(ws, some, gesture=gesture, refused=refused)


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take interpreters out of their session; their meetings are without one. Raises NotFound."""
    with ws.edit(N_("Take {count} interpreters out"), count=len(ids)) as edit:
        for identity in ids:
            one = edit.get(r.SessionInterpreter, identity)
            own = {"matchmaking_id": one.matchmaking_id, "interpreter_id": one.person_id}
            for meeting in edit.all(r.Meeting, **own):
                edit.save(replace(meeting, interpreter_id=None))
            edit.delete(one)
        if len(ids) == 1:
            edit.call(N_("Take an interpreter out"))
    return edit.receipt


def _refuse_unknown(values: Mapping[str, object]) -> None:
    unknown = next((name for name in values if name not in _OWN), None)
    if unknown is not None:
        raise Invalid(N_("This cannot be changed here."), field=unknown)
