"""Say what delegates have to have in order, and how far each of them is. Each function is one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates import requirement_sets as sets
from missionplanner.domain.delegates.requirement_sets import Brought, RequirementSet
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DueBasis, ReadyState, RequirementKind
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace

Cell = tuple[UUID, UUID]
"""A requirement and a delegate."""
LONGEST_DAYS, LONGEST_MONTHS = 1000, 36


@dataclass(frozen=True, slots=True)
class Told:
    """Be what somebody says of cells: a state, since when, and a note; a note of None leaves what is noted."""

    state: ReadyState
    date: dt.date | None = None
    note: str | None = None


def add(ws: Workspace, code: str, one: r.Requirement) -> Receipt:
    """Add a requirement at the end; its mission is that of the code. Raises NotFound, Invalid with the field."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Add a requirement")) as edit:
        plan = edit.plan(mission.id)
        last = max((other.position for other in plan.requirements), default=-1)
        made = _checked(plan, replace(one, mission_id=mission.id, position=last + 1))
        edit.add(made)
        _call(edit, plan, N_("Add the requirement “{name}”"), made)
    return edit.receipt


def change(ws: Workspace, one: r.Requirement) -> Receipt:
    """Save a requirement. Raises NotFound, Stale, Invalid with the field."""
    with ws.edit(N_("Change a requirement")) as edit:
        edit.get(r.Requirement, one.id)
        plan = edit.plan(one.mission_id)
        saved = edit.save(_checked(plan, one))
        _call(edit, plan, N_("Change the requirement “{name}”"), saved)
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Delete requirements with what was said of them. Raises NotFound."""
    with ws.edit(N_("Delete {count} requirements"), count=len(ids)) as edit:
        some = [edit.get(r.Requirement, one) for one in ids]
        if len(some) == 1:
            _call(edit, edit.plan(some[0].mission_id), N_("Delete the requirement “{name}”"), some[0])
        edit.delete_all(some)
    return edit.receipt


def set_each(ws: Workspace, code: str, told: Mapping[Cell, Told], *, gesture: str | None = None) -> Receipt:
    """Say of every cell how far the delegate is with the requirement; open without a note is nothing to keep.

    Raises NotFound.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Change what is in order"), gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        present = {(one.requirement_id, one.delegate_id): one for one in plan.requirement_states}
        for cell, said in told.items():
            _set(edit, cell, present.get(cell), said)
        requirements = {requirement for requirement, _delegate in told}
        if len(requirements) == 1:
            one = edit.get(r.Requirement, requirements.pop())
            _call(edit, plan, N_("Change who is in order with “{name}”"), one)
    return edit.receipt


def add_set(ws: Workspace, code: str, which: RequirementSet) -> Receipt:
    """Add the usual requirements of a kind of mission that are not there yet.

    Raises NotFound; Invalid where all of them are there, or no place visited asks for anything.
    """
    mission = missions.find(ws, code)
    with ws.edit(sets.NAMES[which]) as edit:
        brought = sets.offered(edit.plan(mission.id), which)
        if not brought.added and not brought.known:
            raise Invalid(N_("No place of the agenda asks for its visitors’ data yet."))
        _bring(edit, brought)
    return edit.receipt


def copy_from(ws: Workspace, code: str, other: str) -> Receipt:
    """Add the requirements of another mission that are not there yet. Raises NotFound, Invalid."""
    mission, source = missions.find(ws, code), missions.find(ws, other)
    with ws.edit(N_("Requirements of {code}"), code=source.code) as edit:
        brought = sets.copied(edit.plan(mission.id), edit.plan(source.id))
        if not brought.added and not brought.known:
            raise Invalid(N_("This mission has no requirements."), field="mission")
        _bring(edit, brought)
    return edit.receipt


def _bring(edit: Edit, brought: Brought) -> None:
    if not brought.added:
        raise Invalid(N_("All of these are there already."))
    edit.add_all(brought.added)


def _set(edit: Edit, cell: Cell, before: r.RequirementState | None, told: Told) -> None:
    requirement = edit.get(r.Requirement, cell[0])
    delegate = edit.get(r.Delegate, cell[1])
    note = before.note if before is not None and told.note is None else clean(told.note or "", MAX_LINE)
    if told.state is ReadyState.OPEN and not note:
        if before is not None:
            edit.delete(before)
        return
    values: dict[str, Any] = {
        "state": told.state,
        "date": told.date if told.state is not ReadyState.OPEN else None,
        "note": note or None,
    }
    if before is not None:
        edit.save(replace(before, **values))
        return
    edit.add(
        r.RequirementState(
            mission_id=requirement.mission_id, requirement_id=requirement.id, delegate_id=delegate.id, **values
        )
    )


def _checked(plan: MissionPlan, one: r.Requirement) -> r.Requirement:
    """Return a requirement as it is stored. Raises Invalid with the field."""
    entries = {code: clean(text, MAX_LINE) for code, text in (one.name.entries if one.name else ())}
    name = Texts.of({code: text for code, text in entries.items() if text})
    if one.kind in (None, RequirementKind.OTHER) and not name:
        raise Invalid(N_("Give it a name."), field="name")
    if one.basis is DueBasis.ITEM and plan.item(one.item_id) is None:
        raise Invalid(N_("Choose the visit it is counted back from."), field="item")
    if one.basis is DueBasis.DATE and one.due is None:
        raise Invalid(N_("Say by which day."), field="due")
    for field, most in (("before_days", LONGEST_DAYS), ("before_months", LONGEST_MONTHS)):
        number = getattr(one, field)
        if number is not None and not 0 <= number <= most:
            raise Invalid(N_("Give a number from 0 to {most}."), field=field, most=most)
    return replace(one, name=name or None)


def _call(edit: Edit, plan: MissionPlan, label: str, one: r.Requirement) -> None:
    """Name in the history a requirement that has a name of its own; labels are read in any language."""
    if one.name:
        edit.call(label, name=one.name.best("", plan.mission.languages))
