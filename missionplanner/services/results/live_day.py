"""Carry a mission through its day: foresee a delay, take the proposal, note how items were really held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid, Stale
from missionplanner.base.messages import N_
from missionplanner.domain import live_day
from missionplanner.domain.clock import local
from missionplanner.domain.live_day import Cascade
from missionplanner.domain.logistics.seating import called
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.records import AgendaItem, Mission
from missionplanner.services import knowledge
from missionplanner.services.workspace import Edit, Receipt, Workspace


def foresee(
    plan: MissionPlan, cause_id: UUID, minutes: int, *, overrun: bool = False, keep: Collection[UUID] = ()
) -> Cascade:
    """Return what it means that an item, or a leg without a row, is late, and a proposal; nothing is changed.

    With ``overrun`` it has begun on time and only ends late; items to ``keep`` do not wait. Raises NotFound,
    Invalid.
    """
    return live_day.cascade(plan, knowledge.of(plan), cause_id, minutes, overrun=overrun, keep=keep)


def apply(ws: Workspace, cascade: Cascade) -> Receipt:
    """Do what was proposed, as one step.

    Raises NotFound, Stale where the programme has changed since and another proposal would be made now.
    """
    with ws.edit(N_("“{title}” is {minutes} minutes late"), title="", minutes=cascade.minutes) as edit:
        plan = edit.plan(cascade.mission_id)
        leg = plan.leg(cascade.cause_id)
        title = called(leg) if leg is not None else _title(plan, wanted(plan, cascade.cause_id))
        edit.call(N_("“{title}” is {minutes} minutes late"), title=title, minutes=cascade.minutes)
        now = foresee(plan, cascade.cause_id, cascade.minutes, overrun=cascade.overrun, keep=cascade.keep)
        if now.changes != cascade.changes:
            raise Stale(
                N_("The programme was changed in the meantime. Look at the delay again; nothing was changed.")
            )
        edit.write(now.changes)
    return edit.receipt


def begin(ws: Workspace, item_id: UUID, moment: dt.datetime) -> Receipt:
    """Note that an item begins at a moment, which has a zone, on the clock of its place. Raises NotFound."""
    with ws.edit(N_("Note when “{title}” began"), title="") as edit:
        item, plan = _begin(edit, item_id, N_("Note when “{title}” began"))
        zone = item_times(plan, item).zone
        edit.save(replace(item, actual_start=_clock(moment, zone)))
    return edit.receipt


def end(ws: Workspace, item_id: UUID, moment: dt.datetime) -> Receipt:
    """Note that an item ends at a moment, which has a zone, on the clock of its place. Raises NotFound."""
    with ws.edit(N_("Note when “{title}” ended"), title="") as edit:
        item, plan = _begin(edit, item_id, N_("Note when “{title}” ended"))
        zone = item_times(plan, item).end_zone
        edit.save(replace(item, actual_end=_clock(moment, zone)))
    return edit.receipt


def held(ws: Workspace, item_id: UUID, start: dt.time | None, end: dt.time | None) -> Receipt:
    """Note from when to when an item was really held, wall times of its zones; None is not known.

    What was planned stays beside it. Raises NotFound, Invalid with the field for an end before the start.
    """
    with ws.edit(N_("Note when “{title}” was held"), title="") as edit:
        item, _ = _begin(edit, item_id, N_("Note when “{title}” was held"))
        overnight = item.end_date is not None and item.end_date != item.date
        if start is not None and end is not None and end <= start and not overnight:
            raise Invalid(N_("The end lies before the start."), field="actual_end")
        edit.save(replace(item, actual_start=start, actual_end=end))
    return edit.receipt


def _begin(edit: Edit, item_id: UUID, label: str) -> tuple[AgendaItem, MissionPlan]:
    item = edit.get(AgendaItem, item_id)
    plan = edit.plan(edit.get(Mission, item.mission_id).id)
    edit.call(label, title=_title(plan, item))
    return item, plan


def _clock(moment: dt.datetime, zone: str) -> dt.time:
    return local(moment, zone).time().replace(second=0, microsecond=0)


def _title(plan: MissionPlan, item: AgendaItem) -> str:
    return item.title.best("", plan.mission.languages)
