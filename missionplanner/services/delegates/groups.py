"""Keep the groups of a delegation: made, named, ordered, deleted, led and filled, each as one step."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.delegates.delegation import GROUP_COLOURS
from missionplanner.domain.records import Delegate, DelegateGroup, Group, Person
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.domain.texts import Texts
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def create(ws: Workspace, code: str, name: str, language: str, members: Collection[UUID] = ()) -> Receipt:
    """Make a group of a name, at the end of the groups; put delegates into it. Raises Invalid, NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Add group “{name}”"), name=name.strip()) as edit:
        group = added(edit, mission.id, name, language)
        _put(edit, group, members)
    return edit.receipt


def rename(ws: Workspace, group_id: UUID, name: str, language: str) -> Receipt:
    """Give a group another name in a language. Raises Invalid, NotFound."""
    with ws.edit(N_("Rename group “{name}”"), name=name.strip()) as edit:
        group = edit.get(Group, group_id)
        _refuse_taken(edit, group.mission_id, name, but=group_id)
        before = group.name or Texts(())
        shown = before.best(language)
        own = next((code for code, text in before.entries if text == shown and shown), language)
        edit.save(replace(group, name=before.written(own, _checked(name))))
    return edit.receipt


def colour(ws: Workspace, group_id: UUID, wanted: str | None) -> Receipt:
    """Give a group a colour such as ``#4350C4``, or none. Raises Invalid, NotFound."""
    if wanted is not None and _COLOUR.fullmatch(wanted) is None:
        raise Invalid(N_("A colour is written such as #4350C4."), field="colour")
    with ws.edit(N_("Change group “{name}”"), name="") as edit:
        group = edit.get(Group, group_id)
        edit.call(N_("Change group “{name}”"), name=label(group))
        edit.save(replace(group, colour=wanted))
    return edit.receipt


def lead(ws: Workspace, group_id: UUID, person_id: UUID | None, *, deputy: bool = False) -> Receipt:
    """Say who leads a group, or who is the deputy; None says that nobody does yet. Raises NotFound.

    Whoever takes one of the two gives up the other.
    """
    with ws.edit(N_("Change who leads “{name}”"), name="") as edit:
        group = edit.get(Group, group_id)
        edit.call(N_("Change who leads “{name}”"), name=label(group))
        if person_id is not None:
            edit.get(Person, person_id)
        leader, second = (group.leader_id, person_id) if deputy else (person_id, group.deputy_id)
        if leader is not None and leader == second:
            leader, second = (None, second) if deputy else (leader, None)
        edit.save(replace(group, leader_id=leader, deputy_id=second))
    return edit.receipt


def move(ws: Workspace, group_id: UUID, steps: int) -> Receipt:
    """Move a group up (negative) or down in the order of the groups. Raises NotFound."""
    with ws.edit(N_("Move group “{name}”"), name="") as edit:
        group = edit.get(Group, group_id)
        edit.call(N_("Move group “{name}”"), name=label(group))
        order = list(edit.all(Group, mission_id=group.mission_id))
        place = next(number for number, one in enumerate(order) if one.id == group_id)
        order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
        for number, one in enumerate(order):
            edit.save(replace(one, position=number))
    return edit.receipt


def delete(ws: Workspace, group_id: UUID) -> Receipt:
    """Delete a group; its members stay in the delegation. Raises NotFound."""
    with ws.edit(N_("Delete group “{name}”"), name="") as edit:
        group = edit.get(Group, group_id)
        edit.call(N_("Delete group “{name}”"), name=label(group))
        edit.delete(group)
    return edit.receipt


def put(ws: Workspace, group_id: UUID, delegates: Collection[UUID]) -> Receipt:
    """Put delegates into a group, or take them out where all are in it. Raises NotFound."""
    with ws.edit(N_("{count} delegates into or out of a group"), count=len(delegates)) as edit:
        group = edit.get(Group, group_id)
        inside = {one.delegate_id for one in edit.all(DelegateGroup, group_id=group_id)}
        if inside >= set(delegates):
            edit.call(N_("{count} delegates out of “{name}”"), count=len(delegates), name=label(group))
            found = (one for one in edit.all(DelegateGroup, group_id=group_id) if one.delegate_id in delegates)
            edit.delete_all(list(found))
        else:
            edit.call(N_("{count} delegates into “{name}”"), count=len(delegates), name=label(group))
            _put(edit, group, delegates)
    return edit.receipt


def label(group: Group) -> str:
    """Return what the history calls a group."""
    return group.name.best("") if group.name is not None else ""


# -- within an edit --------------------------------------------------------------------------------


def added(edit: Edit, mission_id: UUID, name: str, language: str) -> Group:
    """Add a group within an edit; one of that name that is there already is returned. Raises Invalid."""
    there = edit.all(Group, mission_id=mission_id)
    same = next((one for one in there if folded(label(one)) == folded(name)), None)
    if same is not None and not language:
        return same
    _refuse_taken(edit, mission_id, name)
    position = max((one.position for one in there), default=-1) + 1
    made = Group(
        mission_id=mission_id,
        position=position,
        name=Texts(((language, _checked(name)),)) if language else Texts.of(_checked(name)),
        colour=GROUP_COLOURS[position % len(GROUP_COLOURS)],
    )
    return edit.add(made)


def into(edit: Edit, delegate: Delegate, groups: Sequence[UUID]) -> None:
    """Let a delegate be in exactly these groups, in this order."""
    there = {one.group_id: one for one in edit.all(DelegateGroup, delegate_id=delegate.id)}
    edit.delete_all([one for group, one in there.items() if group not in groups])
    for position, group in enumerate(dict.fromkeys(groups)):
        if group in there:
            edit.save(replace(there[group], position=position))
        else:
            edit.add(
                DelegateGroup(
                    mission_id=delegate.mission_id, delegate_id=delegate.id, group_id=group, position=position
                )
            )


def _put(edit: Edit, group: Group, delegates: Iterable[UUID]) -> None:
    inside = {one.delegate_id for one in edit.all(DelegateGroup, group_id=group.id)}
    for identity in delegates:
        if identity not in inside:
            delegate = edit.get(Delegate, identity)
            own = edit.all(DelegateGroup, delegate_id=identity)
            edit.add(
                DelegateGroup(
                    mission_id=delegate.mission_id, delegate_id=identity, group_id=group.id, position=len(own)
                )
            )


def _checked(name: str) -> str:
    typed = clean(name, MAX_LINE)
    if not typed:
        raise Invalid(N_("A group needs a name."), field="name")
    return typed


def _refuse_taken(edit: Edit, mission_id: UUID, name: str, but: UUID | None = None) -> None:
    for one in edit.all(Group, mission_id=mission_id):
        if one.id != but and folded(label(one)) == folded(name):
            raise Invalid(N_("There is a group “{name}” already."), field="name", name=name.strip())
