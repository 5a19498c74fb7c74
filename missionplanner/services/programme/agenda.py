"""Add, change, move and remove the rows of a programme. Each function is one edit and one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import clock
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import agenda as steps
from missionplanner.domain.programme import placing
from missionplanner.domain.programme.day_copy import DayCarry
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, PartOfDay
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """Be what a form for a new item gives. ``groups`` and ``people`` None means everyone."""

    title: str
    kind: ItemKind = ItemKind.OTHER
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    part_of_day: PartOfDay | None = None
    place_id: UUID | None = None
    place_text: str | None = None
    status: ItemStatus | None = ItemStatus.TENTATIVE
    language: str = "it"
    groups: tuple[UUID, ...] | None = None
    people: tuple[UUID, ...] | None = None
    hosts: tuple[UUID, ...] = field(default=())


def add(ws: Workspace, code: str, draft: ItemDraft, *, gesture: str | None = None) -> Receipt:
    """Add an item; ``receipt.first_added`` is its id. Raises NotFound, Invalid with the field."""
    mission = missions.find(ws, code)
    title = clean(draft.title, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the item a title."), field="title")
    item = r.AgendaItem(
        mission_id=mission.id,
        kind=draft.kind,
        title=Texts.of({draft.language: title}),
        date=draft.date,
        start=draft.start,
        end=draft.end,
        part_of_day=draft.part_of_day,
        place_id=draft.place_id,
        place_text=clean(draft.place_text, MAX_LINE) if draft.place_text else None,
        status=draft.status,
        audience_limited=draft.groups is not None or draft.people is not None,
    )
    with ws.edit(N_("Add “{title}”"), title=title, gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        refuse_impossible(plan, item)
        edit.add(replace(item, position=len(plan.items_on(draft.date)) + 1))
        edit.add_all(_children(item, draft))
        _renumber(edit, mission.id, draft.date, item.id)
    return edit.receipt


def change(ws: Workspace, item: r.AgendaItem, *, gesture: str | None = None) -> Receipt:
    """Save an item's own fields. Raises Invalid with the field, NotFound, Stale."""
    item = cleaned(item)
    with ws.edit(N_("Change “{title}”"), title=_title(item), gesture=gesture) as edit:
        before = edit.get(r.AgendaItem, item.id)
        plan = edit.plan(item.mission_id)
        refuse_impossible(plan, item)
        edit.save(item)
        timed_anew = (before.date, before.start) != (item.date, item.start)
        for day in {before.date, item.date}:
            _renumber(edit, item.mission_id, day, *((item.id,) if timed_anew else ()))
    return edit.receipt


def set_audience(
    ws: Workspace,
    item_id: UUID,
    groups: Sequence[UUID] | None,
    people: Sequence[UUID] = (),
    excepted: Sequence[UUID] = (),
) -> Receipt:
    """Say whom an item is for; ``groups`` None and nobody named means everyone. Raises NotFound."""
    with ws.edit(N_("Change who takes part")) as edit:
        item = edit.get(r.AgendaItem, item_id)
        edit.call(N_("Change who takes part in “{title}”"), title=_title(item))
        for kind in (r.AudienceGroup, r.AudiencePerson):
            for old in edit.all(kind, item_id=item_id):
                edit.delete(old)
        limited = groups is not None or bool(people) or bool(excepted)
        edit.save(replace(item, audience_limited=limited))
        edit.add_all(_audience(item, groups or (), people, excepted))
    return edit.receipt


def move(
    ws: Workspace,
    item_id: UUID,
    date: dt.date | None,
    start: dt.time | None = None,
    *,
    gesture: str | None = None,
) -> Receipt:
    """Move an item to a day and time; None as day puts it on the shelf. Raises NotFound, Invalid."""
    with ws.edit(N_("Move an item"), gesture=gesture) as edit:
        item = edit.get(r.AgendaItem, item_id)
        edit.call(N_("Move “{title}”"), title=_title(item))
        edit.write(steps.moved(edit.plan(item.mission_id), item_id, date, start))
    return edit.receipt


def resize(
    ws: Workspace, item_id: UUID, start: dt.time | None, end: dt.time | None, *, gesture: str | None = None
) -> Receipt:
    """Give an item another start or end. Raises NotFound, Invalid."""
    with ws.edit(N_("Change the times of an item"), gesture=gesture) as edit:
        item = edit.get(r.AgendaItem, item_id)
        edit.call(N_("Change the times of “{title}”"), title=_title(item))
        edit.write(steps.resized(edit.plan(item.mission_id), item_id, start, end))
    return edit.receipt


def place(ws: Workspace, code: str, placings: Sequence[Placing], *, gesture: str | None = None) -> Receipt:
    """Place items where a drag, a key or a form asks for; locked ones stay. Raises NotFound, Invalid."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Move {count} items"), count=len(placings), gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        _call_by_title(edit, plan, placings, N_("Move “{title}”"))
        edit.write(placing.placed(plan, placings))
    return edit.receipt


def duplicate(ws: Workspace, code: str, placings: Sequence[Placing], *, with_people: bool = True) -> Receipt:
    """Add copies of items at these placings; ``receipt.added`` names them. Raises NotFound, Invalid."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Duplicate {count} items"), count=len(placings)) as edit:
        plan = edit.plan(mission.id)
        _call_by_title(edit, plan, placings, N_("Duplicate “{title}”"))
        edit.write(placing.duplicated(plan, placings, with_people=with_people))
    return edit.receipt


def shift(
    ws: Workspace,
    code: str,
    item_ids: Collection[UUID],
    *,
    minutes: int = 0,
    days: int = 0,
    gesture: str | None = None,
) -> Receipt:
    """Shift items by minutes and days; locked ones stay. Raises NotFound, Invalid."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Shift {count} items"), count=len(item_ids), gesture=gesture) as edit:
        edit.write(steps.shifted(edit.plan(mission.id), item_ids, minutes=minutes, days=days))
    return edit.receipt


def shift_preview(plan: MissionPlan, item_ids: Collection[UUID], *, minutes: int = 0, days: int = 0) -> Changes:
    """Return what ``shift`` would change, and what it would leave, without changing anything."""
    return steps.shifted(plan, item_ids, minutes=minutes, days=days)


class CopyWith(TypedDict, total=False):
    """Say what a copy of a day leaves behind; all of it comes along unless told otherwise."""

    with_people: bool
    with_tables: bool
    with_transfers: bool


def copy_day(ws: Workspace, code: str, source: dt.date, target: dt.date, **asked: Unpack[CopyWith]) -> Receipt:
    """Add copies of a day's items to another day, with the same times, as tentative. Raises Invalid."""
    mission = missions.find(ws, code)
    carry = DayCarry(**{name.removeprefix("with_"): bool(value) for name, value in asked.items()})
    with ws.edit(N_("Copy a day"), source=source.isoformat(), target=target.isoformat()) as edit:
        edit.write(steps.copied_day(edit.plan(mission.id), source, target, carry))
    return edit.receipt


def delete(ws: Workspace, code: str, item_ids: Collection[UUID], *, gesture: str | None = None) -> Receipt:
    """Delete items with what hangs on them; legs, people and places stay. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Delete {count} items"), count=len(item_ids), gesture=gesture) as edit:
        items = [edit.get(r.AgendaItem, one) for one in item_ids]
        if len(items) == 1:
            edit.call(N_("Delete “{title}”"), title=_title(items[0]))
        for item in items:
            edit.delete(item)
        for day in {item.date for item in items}:
            _renumber(edit, mission.id, day)
    return edit.receipt


def refuse_impossible(plan: MissionPlan, item: r.AgendaItem) -> None:
    """Raise Invalid where a field of an item cannot be."""
    if not item.title:
        raise Invalid(N_("Give the item a title."), field="title")
    for name in ("zone", "end_zone"):
        if getattr(item, name):
            clock.zone(getattr(item, name))
    zone = item_times(plan, item).zone
    for name, day in (("start", item.date), ("end", item.end_date or item.date)):
        time = getattr(item, name)
        if time is not None and day is not None and clock.in_gap(day, time, zone):
            raise Invalid(
                N_("At {time} clocks are put forward that day: there is no such time."),
                field=name,
                time=time.strftime("%H:%M"),
            )


def _call_by_title(edit: Edit, plan: MissionPlan, placings: Sequence[Placing], label: str) -> None:
    """Tell in the history which item it was, where it was one."""
    item = plan.item(placings[0].item_id) if len(placings) == 1 else None
    if item is not None:
        edit.call(label, title=_title(item))


def _children(item: r.AgendaItem, draft: ItemDraft) -> list[r.Record]:
    hosts = [
        r.ItemHost(mission_id=item.mission_id, item_id=item.id, organisation_id=one, position=number)
        for number, one in enumerate(draft.hosts)
    ]
    return [*hosts, *_audience(item, draft.groups or (), draft.people or (), ())]


def _audience(
    item: r.AgendaItem, groups: Sequence[UUID], people: Sequence[UUID], excepted: Sequence[UUID]
) -> list[r.Record]:
    named = [(one, False) for one in people] + [(one, True) for one in excepted]
    mission, owner = item.mission_id, item.id
    return [
        *(
            r.AudienceGroup(mission_id=mission, item_id=owner, group_id=one, position=number)
            for number, one in enumerate(groups)
        ),
        *(
            r.AudiencePerson(mission_id=mission, item_id=owner, person_id=one, excepted=out, position=number)
            for number, (one, out) in enumerate(named)
        ),
    ]


def _renumber(edit: Edit, mission_id: UUID, day: dt.date | None, *placed: UUID) -> None:
    """Number a day's items anew; those in ``placed`` go where their time belongs."""
    edit.write(steps.renumbered(edit.plan(mission_id), day, placed))


def _title(item: r.AgendaItem) -> str:
    return item.title.best("it", ("en",))
