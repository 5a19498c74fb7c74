"""Change who takes part in what: by person, by group, for everyone. Each function is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates import taking_part as steps
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.services import missions
from missionplanner.services.delegates import placeholders
from missionplanner.services.workspace import Edit, Receipt, Workspace

Cell = tuple[UUID, UUID]
"""Who, by id of the delegate or of the group, and the item."""


def set_part(
    ws: Workspace,
    code: str,
    cells: Collection[Cell],
    takes: bool,
    *,
    groups: Collection[Cell] = (),
    gesture: str | None = None,
) -> Receipt:
    """Let delegates, and whole groups, take part in items or not; nobody else is affected.

    A delegate nobody is named for gets an unnamed person to stand for them where one has to be told. Raises
    NotFound; Invalid where an item would be left without anybody, or who does not travel is to be among everyone.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Change who takes part"), gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        items = {item: None for _one, item in (*groups, *cells)}
        _call(edit, plan, items, [one for one, _item in cells] if not groups else [])
        plan = _with_places(edit, plan, cells, groups, takes)
        edit.write(_together(_of_item(plan, item, cells, groups, takes) for item in items))
    return edit.receipt


def for_everyone(ws: Workspace, code: str, item_ids: Collection[UUID]) -> Receipt:
    """Make items for everyone, without exceptions. Raises NotFound."""
    return _each(ws, code, item_ids, N_("Items for everyone"), for_all=True)


def in_groups(ws: Workspace, code: str, item_ids: Collection[UUID]) -> Receipt:
    """Say by groups, as far as they go, who takes part in items; the people stay the same. Raises NotFound."""
    return _each(ws, code, item_ids, N_("Say by groups who takes part"), for_all=False)


def _each(ws: Workspace, code: str, item_ids: Collection[UUID], label: str, *, for_all: bool) -> Receipt:
    step = steps.for_everyone if for_all else steps.in_groups
    mission = missions.find(ws, code)
    with ws.edit(label) as edit:
        plan = edit.plan(mission.id)
        edit.write(_together(step(plan, item) for item in dict.fromkeys(item_ids)))
    return edit.receipt


def _together(some: Iterable[Changes]) -> Changes:
    """Join changes of items that have nothing to do with each other."""
    made = list(some)
    return Changes(
        tuple(one for step in made for one in step.saved),
        tuple(one for step in made for one in step.added),
        tuple(one for step in made for one in step.removed),
    )


def _of_item(
    plan: MissionPlan, item: UUID, cells: Collection[Cell], groups: Collection[Cell], takes: bool
) -> Changes:
    """Return what changes in one item: groups first, then who is told by name."""
    changes, now = Changes(), plan
    for group in (one for one, of in groups if of == item):
        changes = changes.then(steps.group_changed(now, item, group, takes))
        now = changes.on(plan)
    people = _people(plan, (one for one, of in cells if of == item))
    return changes.then(steps.changed(now, item, people, takes)) if people else changes


def _people(plan: MissionPlan, delegates: Iterable[UUID]) -> list[UUID]:
    some = (plan.get(r.Delegate, one) for one in delegates)
    return [one.person_id for one in some if one is not None and one.person_id is not None]


def _with_places(
    edit: Edit, plan: MissionPlan, cells: Collection[Cell], groups: Collection[Cell], takes: bool
) -> MissionPlan:
    """Give a person to every place that has to be told by name; return the plan as it is then."""
    by_item: dict[UUID, list[r.Delegate]] = {}
    for one, item in cells:
        by_item.setdefault(item, []).append(edit.get(r.Delegate, one))
    lacking = {
        one: None for item, some in by_item.items() for one in steps.without_person(plan, item, some, takes)
    }
    if not takes:
        lacking |= {one: None for group, item in groups for one in steps.places_to_part(plan, item, group)}
    for one in lacking:
        placeholders.person_of(edit, edit.get(r.Delegate, one))
    return edit.plan(plan.mission.id) if lacking else plan


def _call(edit: Edit, plan: MissionPlan, items: Mapping[UUID, object], delegates: Collection[UUID]) -> None:
    """Tell in the history which item it was, where it was one; else how many, and whose."""
    if len(items) == 1:
        title = wanted(plan, next(iter(items))).title.best("", plan.mission.languages)
        edit.call(N_("Change who takes part in “{title}”"), title=title)
        return
    edit.call(N_("Change who takes part in {count} items"), count=len(items))
    if len(set(delegates)) == 1:
        one = plan.get(r.Delegate, next(iter(delegates)))
        name = plan.label(one.person_id) if one is not None else ""
        if name:
            edit.call(N_("Change what {name} takes part in"), name=name)
