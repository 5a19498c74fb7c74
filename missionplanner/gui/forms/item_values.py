"""Carry what the form of an item holds, and store it through the services as one undo step."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import agenda as steps
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import UNDETERMINED, Texts
from missionplanner.domain.timing import item_times
from missionplanner.domain.vocabulary import ItemKind, ItemStatus

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


@dataclass(frozen=True, slots=True)
class ItemValues:
    """Be an item as its form shows it. ``place`` is the name of a known place or any text."""

    title: str
    kind: ItemKind
    date: dt.date | None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    status: ItemStatus | None = ItemStatus.TENTATIVE
    locked: bool = False


def values_of(plan: MissionPlan, item: r.AgendaItem, language: str) -> ItemValues:
    """Return what the form of an item begins with; the times of a journey are its leg's."""
    times = item_times(plan, item)
    place = plan.place(item.place_id)
    return ItemValues(
        title=item.title.best(language, plan.mission.languages),
        kind=item.kind,
        date=item.date,
        start=times.start,
        end=times.end,
        place=(place.name if place is not None else item.place_text) or "",
        status=item.status,
        locked=bool(item.locked),
    )


def known_places(plan: MissionPlan) -> dict[str, UUID]:
    """Return the places of a mission by name."""
    return dict(sorted((one.name, one.id) for one in plan.places if one.name))


def retitled(title: Texts, shown: str, text: str, language: str) -> Texts:
    """Return a title with other words in the language in which it was shown."""
    code = next((code for code, own in title.entries if own == shown), language or UNDETERMINED)
    return title.written(code, clean(text, MAX_LINE))


def add(ws: Workspace, plan: MissionPlan, values: ItemValues, language: str) -> Receipt:
    """Add an item. Raises Invalid with the field."""
    from missionplanner.services import agenda

    if values.start is not None and values.end is not None and values.end <= values.start:
        raise Invalid(N_("The end lies before the start."), field="end")
    languages = plan.mission.languages
    place_id = known_places(plan).get(values.place)
    draft = agenda.ItemDraft(
        title=values.title,
        kind=values.kind,
        date=values.date,
        start=values.start,
        end=values.end,
        place_id=place_id,
        place_text=None if place_id else values.place or None,
        status=values.status,
        language=languages[0] if languages else language,
    )
    return agenda.add(ws, plan.mission.code, draft)


def save(ws: Workspace, plan: MissionPlan, item: r.AgendaItem, values: ItemValues, language: str) -> None:
    """Store what differs from ``item``: its own fields, its day and start, its end. One undo step.

    Raises Invalid with the field before anything is stored; Stale, NotFound, Busy.
    """
    from missionplanner.services import agenda

    before = values_of(plan, item, language)
    if not values.title.strip():
        raise Invalid(N_("Give the item a title."), field="title")
    moves = values.date != before.date or (values.start is not None and values.start != before.start)
    ends = values.end is not None and (values.start, values.end) != (before.start, before.end)
    locks_last = values.locked and not before.locked
    changed = _own_fields(plan, item, before, values, language)
    first = replace(changed, locked=item.locked) if locks_last else changed
    _refuse_impossible(plan.with_(first), item.id, values, moves=moves, ends=ends)
    gesture = uuid4().hex
    if first != item:
        agenda.change(ws, first, gesture=gesture)
    if moves:
        agenda.move(ws, item.id, values.date, values.start, gesture=gesture)
    if ends:
        agenda.resize(ws, item.id, None, values.end, gesture=gesture)
    if locks_last:
        agenda.change(ws, replace(_stored(ws, plan, item.id), locked=True), gesture=gesture)


def _refuse_impossible(plan: MissionPlan, item_id: UUID, values: ItemValues, *, moves: bool, ends: bool) -> None:
    """Take the steps on the plan alone, so that what cannot be is refused as a whole."""
    if moves:
        plan = steps.moved(plan, item_id, values.date, values.start).on(plan)
    if ends:
        steps.resized(plan, item_id, None, values.end)


def _own_fields(
    plan: MissionPlan, item: r.AgendaItem, before: ItemValues, values: ItemValues, language: str
) -> r.AgendaItem:
    changed = replace(item, kind=values.kind, status=values.status)
    if values.title != before.title:
        changed = replace(changed, title=retitled(item.title, before.title, values.title, language))
    if values.locked != before.locked:
        changed = replace(changed, locked=values.locked)
    if values.place != before.place:
        place_id = known_places(plan).get(values.place)
        text = clean(values.place, MAX_LINE) if place_id is None else ""
        changed = replace(changed, place_id=place_id, place_text=text or None)
    if values.start is None and before.start is not None:
        return replace(changed, start=None, end=None, end_date=None)
    if values.end is None and before.end is not None:
        return replace(changed, end=None, end_date=None)
    return changed


def _stored(ws: Workspace, plan: MissionPlan, item_id: UUID) -> r.AgendaItem:
    from missionplanner.services import missions

    item = missions.plan(ws, plan.mission.code).item(item_id)
    if item is None:
        raise NotFound(N_("This item is no longer in the programme."))
    return item
