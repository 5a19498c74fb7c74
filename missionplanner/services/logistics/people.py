"""Let beds and seats be given to places nobody was named for yet: who stands for them is made in the same step."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates.stand_ins import stand_in_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import Delegate, Record
from missionplanner.services.delegates.placeholders import person_of
from missionplanner.services.workspace import Edit


def write(edit: Edit, plan: MissionPlan, changes: Changes) -> None:
    """Store changes that were thought out on a plan with stand-ins; those that are needed become people."""
    waiting = {stand_in_of(one): one for one in plan.travellers if one.person_id is None}
    wanted = {value for one in changes.added for value in _ids(one)} & waiting.keys()
    if not wanted and not any(isinstance(one, Delegate) for one in changes.saved):
        edit.write(changes)
        return
    people = {one: person_of(edit, waiting[one]) for one in sorted(wanted, key=str)}
    saved = tuple(_delegate(edit, one) if isinstance(one, Delegate) else one for one in changes.saved)
    edit.write(replace(changes, saved=saved, added=tuple(_with_people(one, people) for one in changes.added)))


def _ids(one: Record) -> set[UUID]:
    return {value for item in fields(one) if isinstance(value := getattr(one, item.name), UUID)}


def _with_people(one: Record, people: dict[UUID, UUID]) -> Record:
    values: dict[str, Any] = {
        item.name: people[value]
        for item in fields(one)
        if isinstance(value := getattr(one, item.name), UUID) and value in people
    }
    return replace(one, **values) if values else one


def _delegate(edit: Edit, one: Delegate) -> Delegate:
    """Return a delegate with the person that stands for them by now, not the one of the plan alone."""
    now = edit.get(Delegate, one.id)
    return replace(one, person_id=now.person_id, updated_at=now.updated_at)


def delegates_to_people(plan: MissionPlan, delegates: Collection[UUID]) -> list[UUID]:
    """Return who stands for delegates in a plan with stand-ins, in the order of the delegation."""
    return [one.person_id for one in plan.delegates if one.id in delegates and one.person_id is not None]
