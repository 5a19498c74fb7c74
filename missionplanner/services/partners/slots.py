"""Propose times for a visit before one is settled, choose one of them, take them back: one undo step each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import placing
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.retiming import is_locked, refuse_gap, zones_on
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace

AT_MOST = 3
"""How many slots of one item may stand beside each other."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Be a time to propose, on the clock of the item's place. An ``end`` before ``start`` is past midnight."""

    date: dt.date
    start: dt.time
    end: dt.time | None = None
    note: str | None = None


def options_of(plan: MissionPlan, item_id: UUID) -> tuple[r.ItemOption, ...]:
    """Return the slots proposed for an item, in the order of time."""
    found = plan.of("item_options", "item_id", item_id)
    return tuple(sorted(found, key=lambda one: (one.date or dt.date.max, one.start or dt.time.max, one.position)))


def slot_of(plan: MissionPlan, item_id: UUID) -> Slot:
    """Return the time an item has now as a slot. Raises NotFound, Invalid where it has none."""
    now = placing.placing_of(plan, wanted(plan, item_id))
    if now.date is None or now.start is None:
        raise Invalid(N_("Give the item a day and a time first."), field="start")
    return Slot(now.date, now.start, now.end)


def propose(ws: Workspace, code: str, item_id: UUID, slots: Sequence[Slot]) -> Receipt:
    """Propose further slots for an item; those it has already are left out.

    Raises NotFound; Invalid for a locked item, more than three slots in all, a day outside the mission and a
    time that clocks skip.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Propose slots")) as edit:
        plan = edit.plan(mission.id)
        item = wanted(plan, item_id)
        known = options_of(plan, item_id)
        times = {(one.date, one.start, one.end) for one in known}
        new = [one for one in dict.fromkeys(slots) if (one.date, one.start, one.end) not in times]
        _refuse(plan, item, new, len(known))
        edit.call(N_("Propose slots for “{title}”"), title=_title(plan, item))
        first = max((one.position for one in known), default=-1) + 1
        for number, one in enumerate(new, first):
            note = clean(one.note, MAX_LINE) if one.note else None
            edit.add(
                r.ItemOption(
                    mission_id=mission.id,
                    item_id=item_id,
                    position=number,
                    date=one.date,
                    start=one.start,
                    end=one.end,
                    note=note or None,
                )
            )
    return edit.receipt


def choose(ws: Workspace, code: str, option_id: UUID) -> Receipt:
    """Put an item where one of its slots is; all its slots go. Raises NotFound, Invalid where it is locked."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Choose a slot")) as edit:
        plan = edit.plan(mission.id)
        option = _option(plan, option_id)
        item = wanted(plan, option.item_id)
        _refuse_locked(plan, item)
        edit.call(N_("Choose a slot for “{title}”"), title=_title(plan, item))
        there = Placing(item.id, option.date, option.start, option.end)
        _remove(edit, options_of(plan, item.id))
        edit.write(placing.placed(plan, [there]))
    return edit.receipt


def withdraw(ws: Workspace, code: str, option_id: UUID) -> Receipt:
    """Take one proposed slot back. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Take a proposed slot back")) as edit:
        plan = edit.plan(mission.id)
        option = _option(plan, option_id)
        edit.call(N_("Take a slot of “{title}” back"), title=_title(plan, wanted(plan, option.item_id)))
        _remove(edit, (option,))
    return edit.receipt


def _refuse(plan: MissionPlan, item: r.AgendaItem, new: Sequence[Slot], known: int) -> None:
    _refuse_locked(plan, item)
    if known + len(new) > AT_MOST:
        raise Invalid(N_("An item has at most {count} proposed slots."), field="slots", count=AT_MOST)
    if not new:
        raise Invalid(N_("This time is proposed already."), field="slots")
    for one in new:
        if one.date not in plan.days:
            raise Invalid(N_("A proposed slot has to lie on a day of the mission."), field="slots")
        zone = zones_on(plan, item, one.date)[0]
        refuse_gap(one.date, one.start, zone, "start", _title(plan, item))


def _refuse_locked(plan: MissionPlan, item: r.AgendaItem) -> None:
    if is_locked(plan, item):
        raise Invalid(N_("“{title}” is locked. Unlock it to move it."), title=_title(plan, item))


def _option(plan: MissionPlan, option_id: UUID) -> r.ItemOption:
    found = next((one for one in plan.item_options if one.id == option_id), None)
    if found is None:
        raise NotFound(N_("This slot is no longer proposed."))
    return found


def _remove(edit: Edit, options: Sequence[r.ItemOption]) -> None:
    for one in options:
        edit.delete(one)


def _title(plan: MissionPlan, item: r.AgendaItem) -> str:
    return item.title.best("", plan.mission.languages)
