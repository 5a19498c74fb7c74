"""Make items and missions from templates: those of the program, and those saved in the workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.programme.packing import PackedItem, as_text, packed
from missionplanner.domain.programme.templates import BUILT_IN, OF_ITEMS, content_of, fitted, kind_of, target
from missionplanner.domain.programme.unpacking import unpacked
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.services import missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme.clipboard import known_to
from missionplanner.services.workspace import Edit, Receipt, Workspace

Identity = str | UUID
"""Key of a template of the program, or id of one of the workspace."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Be one template to choose. ``days`` is how many days it fills, ``items`` how many rows it makes."""

    identity: Identity
    kind: TemplateKind
    name: Texts
    days: int
    items: int

    @property
    def own(self) -> bool:
        """Tell whether it was saved in this workspace, so that it can be renamed and deleted."""
        return isinstance(self.identity, UUID)


def listing(ws: Workspace) -> tuple[Choice, ...]:
    """Return every template that holds items: the program's, then the workspace's by name."""
    with ws.reading() as connection:
        saved = [one for one in reading.templates(connection) if one.kind in OF_ITEMS]
    own = [_choice(one.id, one.kind, Texts.of(one.name), content_of(one)) for one in saved if one.kind in OF_ITEMS]
    return (*(_choice(one.key, one.kind, one.name, one.items) for one in BUILT_IN), *own)


def apply(
    ws: Workspace, code: str, identity: Identity, day: dt.date | None, start: dt.time | None = None
) -> Receipt:
    """Add the items of a template from a day on, in one step; the first of them at ``start`` where it is given.

    What does not fit before the mission's last day, and what has no time, goes on the shelf. Raises NotFound,
    Invalid for a time that clocks skip.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Use a template")) as edit:
        name, items = _chosen(edit, identity)
        edit.call(N_("Use the template “{name}”"), name=name)
        _write(edit, mission.id, items, day, start)
    return edit.receipt


def new_mission(ws: Workspace, draft: MissionDraft, identity: Identity) -> Receipt:
    """Make a new mission and fill it from a template, in one step. Raises Invalid, Occupied, NotFound."""
    with ws.edit(N_("New mission “{title}”"), title=draft.title) as edit:
        mission = missions.added(edit, draft)
        _name, items = _chosen(edit, identity)
        _write(edit, mission.id, items, mission.start, None)
    return edit.receipt


def save(ws: Workspace, code: str, item_ids: Collection[UUID], name: str) -> Receipt:
    """Keep items as a template of the workspace, without the people named in them. Raises Invalid, NotFound."""
    title = _named(name)
    mission = missions.find(ws, code)
    with ws.edit(N_("Save the template “{name}”"), name=title) as edit:
        items = packed(edit.plan(mission.id), item_ids, with_people=False)
        if not items:
            raise NotFound(N_("This item is no longer in the programme."))
        free = [replace(one, objectives=()) for one in items]
        edit.add(r.Template(kind=kind_of(free), name=title, content=as_text(free)))
    return edit.receipt


def rename(ws: Workspace, identity: UUID, name: str) -> Receipt:
    """Give a template of the workspace another name. Raises Invalid, NotFound."""
    title = _named(name)
    with ws.edit(N_("Rename the template “{name}”"), name=title) as edit:
        edit.save(replace(edit.get(r.Template, identity), name=title))
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a template of the workspace; what was made from it stays. Raises NotFound."""
    with ws.edit(N_("Delete a template")) as edit:
        one = edit.get(r.Template, identity)
        edit.call(N_("Delete the template “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt


def _named(name: str) -> str:
    title = clean(name, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the template a name."), field="name")
    return title


def _choice(identity: Identity, kind: TemplateKind, name: Texts, items: Sequence[PackedItem]) -> Choice:
    days = max((one.day for one in items if one.day is not None), default=0) + 1
    return Choice(identity, kind, name, days, len(items))


def _chosen(edit: Edit, identity: Identity) -> tuple[str, tuple[PackedItem, ...]]:
    if isinstance(identity, UUID):
        own = edit.get(r.Template, identity)
        return own.name, content_of(own)
    for one in BUILT_IN:
        if one.key == identity:
            return one.name.best("it"), one.items
    raise NotFound(N_("There is no template “{name}”."), name=identity)


def _write(
    edit: Edit, mission_id: UUID, items: tuple[PackedItem, ...], day: dt.date | None, start: dt.time | None
) -> None:
    plan = edit.plan(mission_id)
    rows = fitted(plan, items, day)
    edit.write(unpacked(plan, rows, target(rows, day, start), known_to(edit, rows)))
