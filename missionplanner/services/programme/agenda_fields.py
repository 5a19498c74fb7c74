"""Set single fields of one or several items, and make the place, host or person they need in the same step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import agenda as steps
from missionplanner.domain.programme.lanes import for_groups
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import UNDETERMINED, Texts
from missionplanner.domain.vocabulary import ItemRole
from missionplanner.services import missions
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Edit, Receipt, Workspace

C = TypeVar("C", r.ItemHost, r.ItemPerson)
K = TypeVar("K")
Known = UUID | str
"""Something of the directory by its id, or the name of what is to be made."""


@dataclass(frozen=True, slots=True)
class Said:
    """Be what a field of several languages is to say in one of them; an empty text takes it away."""

    language: str
    text: str


def change_many(
    ws: Workspace,
    code: str,
    item_ids: Collection[UUID],
    values: Mapping[str, object],
    *,
    gesture: str | None = None,
) -> Receipt:
    """Set the same fields of all these items. A ``Said`` writes one language of a field that has several.

    Raises Invalid with the field, NotFound.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Change {count} items"), count=len(item_ids), gesture=gesture) as edit:
        _set(edit, mission, item_ids, values)
    return edit.receipt


def set_place(ws: Workspace, code: str, item_ids: Collection[UUID], place: UUID | None, text: str = "") -> Receipt:
    """Say where items are: at a place of the directory, or in words. Neither means that nobody knows."""
    values = {"place_id": place, "place_text": None if place else clean(text, MAX_LINE) or None}
    return change_many(ws, code, item_ids, values)


def set_new_place(ws: Workspace, code: str, item_ids: Collection[UUID], name: str) -> Receipt:
    """Put a place into the directory and the items there, as one step. Raises Invalid, NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Change {count} items"), count=len(item_ids)) as edit:
        made = edit.add(r.Place(name=_name(name, "place")))
        _set(edit, mission, item_ids, {"place_id": made.id, "place_text": None})
    return edit.receipt


def set_hosts(ws: Workspace, item_ids: Collection[UUID], hosts: Sequence[Known]) -> Receipt:
    """Say which organisations host items; a name makes a new organisation in the same step.

    Raises Invalid, NotFound.
    """
    with ws.edit(N_("Change the hosts of {count} items"), count=len(item_ids)) as edit:
        rows = [edit.get(r.AgendaItem, one) for one in item_ids]
        _call(edit, rows, N_("Change the hosts of “{title}”"))
        wanted = tuple(dict.fromkeys(_organisation(edit, one) for one in hosts))
        for row in rows:
            present = {one.organisation_id: one for one in edit.all(r.ItemHost, item_id=row.id)}
            edit.write(_children(present, wanted, partial(_host, row)))
    return edit.receipt


def set_people(ws: Workspace, item_id: UUID, people: Sequence[tuple[Known, ItemRole | None]]) -> Receipt:
    """Say who does what in an item; a name makes a new person in the same step. Raises Invalid, NotFound."""
    with ws.edit(N_("Change the people of an item")) as edit:
        row = edit.get(r.AgendaItem, item_id)
        _call(edit, [row], N_("Change the people of “{title}”"))
        wanted = {(_person(edit, one), role): None for one, role in people}
        present = {(one.person_id, one.role): one for one in edit.all(r.ItemPerson, item_id=item_id)}
        edit.write(_children(present, tuple(wanted), lambda key: _part(row, *key)))
    return edit.receipt


def set_groups(ws: Workspace, code: str, item_ids: Collection[UUID], groups: Sequence[UUID]) -> Receipt:
    """Say which groups items are for; none means everyone. Exceptions stay. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Change who takes part in {count} items"), count=len(item_ids)) as edit:
        rows = [edit.get(r.AgendaItem, one) for one in item_ids]
        _call(edit, rows, N_("Change who takes part in “{title}”"))
        plan, changes = edit.plan(mission.id), Changes()
        for row in rows:
            changes = changes.then(for_groups(plan, row, groups))
        edit.write(changes)
    return edit.receipt


def set_takers(ws: Workspace, plan: MissionPlan, item_id: UUID, people: Collection[UUID]) -> Receipt:
    """Have exactly these people take part, told as few words as possible: its groups, who else, who not.

    Raises NotFound, Invalid where nobody would be left.
    """
    item = plan.item(item_id)
    if not people:
        raise Invalid(N_("Somebody has to take part."), field="people")
    groups = [one.group_id for one in plan.of("audience_groups", "item_id", item_id)] if item is not None else []
    base = frozenset().union(*(plan.group_members.get(one, frozenset()) for one in groups)) if groups else None
    whole = plan.everyone if base is None else base
    more = [one.id for one in plan.people if one.id in people and one.id not in whole]
    fewer = [one.id for one in plan.people if one.id in whole and one.id not in people]
    if base is None and more:
        return agenda.set_audience(ws, item_id, (), [one.id for one in plan.people if one.id in people])
    return agenda.set_audience(ws, item_id, groups if base is not None else None, more, fewer)


# -- steps within an edit --------------------------------------------------------------------------


def _set(edit: Edit, mission: r.Mission, item_ids: Collection[UUID], values: Mapping[str, Any]) -> None:
    rows = [edit.get(r.AgendaItem, one) for one in item_ids]
    _call(edit, rows, N_("Change “{title}”"))
    plan = edit.plan(mission.id)
    moved: dict[dt.date | None, list[UUID]] = {}
    for row in rows:
        changed = cleaned(replace(row, **{name: _value(row, name, one, mission) for name, one in values.items()}))
        agenda.refuse_impossible(plan, changed)
        edit.save(changed)
        if (row.date, row.start) != (changed.date, changed.start):
            moved.setdefault(row.date, [])
            moved.setdefault(changed.date, []).append(row.id)
    for day, placed in moved.items():
        edit.write(steps.renumbered(edit.plan(mission.id), day, placed))


def _value(row: r.AgendaItem, name: str, value: Any, mission: r.Mission) -> Any:
    if not isinstance(value, Said):
        return value
    before: Texts = getattr(row, name) or Texts(())
    several = len(mission.languages) > 1
    own = before.exactly(value.language) is not None
    undetermined = before.exactly(UNDETERMINED) is not None and not own and not several
    return before.written(UNDETERMINED if undetermined else value.language, value.text.strip())


def _children(present: Mapping[K, C], wanted: Sequence[K], make: Callable[[K], C]) -> Changes:
    """Return what turns the children there are into the wanted ones, in their order."""
    saved: list[r.Record] = []
    added: list[r.Record] = []
    for position, key in enumerate(wanted):
        found = present.get(key)
        (added if found is None else saved).append(replace(found or make(key), position=position))
    return Changes(tuple(saved), tuple(added), tuple(one for key, one in present.items() if key not in wanted))


def _host(row: r.AgendaItem, organisation: UUID) -> r.ItemHost:
    return r.ItemHost(mission_id=row.mission_id, item_id=row.id, organisation_id=organisation)


def _part(row: r.AgendaItem, person: UUID, role: ItemRole | None) -> r.ItemPerson:
    return r.ItemPerson(mission_id=row.mission_id, item_id=row.id, person_id=person, role=role)


def _organisation(edit: Edit, known: Known) -> UUID:
    if isinstance(known, UUID):
        return edit.get(r.Organisation, known).id
    return edit.add(r.Organisation(name=_name(known, "hosts"))).id


def _person(edit: Edit, known: Known) -> UUID:
    if isinstance(known, UUID):
        return edit.get(r.Person, known).id
    given, _, family = _name(known, "person").rpartition(" ")
    return edit.add(r.Person(given=given or None, family=family)).id


def _name(text: str, field: str) -> str:
    name = clean(text, MAX_LINE)
    if not name:
        raise Invalid(N_("Give it a name."), field=field)
    return name


def _call(edit: Edit, rows: Sequence[r.AgendaItem], label: str) -> None:
    """Tell in the history which item it was, where it was one."""
    if len(rows) == 1:
        edit.call(label, title=rows[0].title.best("it", ("en",)))
