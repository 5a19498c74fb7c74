"""Create, change and delete B2B sessions with their slots and tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.arranging import (
    Desk,
    Hours,
    hours_between,
    numbered_desks,
    with_slots,
    with_tables,
)
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.services import missions
from missionplanner.services.entries import said
from missionplanner.services.matchmaking.looking import looked_at
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.workspace import Edit, Receipt, Workspace

__all__ = [
    "Desk",
    "Hours",
    "SessionDraft",
    "change",
    "create",
    "delete",
    "draft_of",
    "hours_between",
    "hours_of_item",
    "numbered_desks",
    "set_slots",
    "set_tables",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """Be what a form for a session holds. ``title`` is in ``language``; "" takes that of the item.

    ``max_per_day`` is each participant's limit; ``allow_repeats`` lets pairs meet that met before.
    """

    title: str = ""
    language: str = "it"
    item_id: UUID | None = None
    slots: tuple[Hours, ...] = ()
    tables: tuple[Desk, ...] = ()
    max_per_day: int | None = None
    allow_repeats: bool | None = None


def draft_of(session: Session, language: str) -> SessionDraft:
    """Return a session as a form holds it."""
    record = session.record
    return SessionDraft(
        title=session.title(language),
        language=language,
        item_id=record.item_id,
        slots=tuple(Hours(one.date, one.start, one.end, one.position) for one in session.slots),
        tables=tuple(Desk(one.name, one.capacity, one.place_id, one.id) for one in session.tables),
        max_per_day=record.max_per_day,
        allow_repeats=record.allow_repeats,
    )


def hours_of_item(plan: MissionPlan, item_id: UUID, minutes: int, pause: int = 0) -> tuple[Hours, ...]:
    """Return the slots that fit into the hours of an item. Raises NotFound, Invalid where it has no hours."""
    item = plan.item(item_id)
    if item is None:
        raise NotFound(N_("This item is no longer in the programme."))
    times = item_times(plan, item)
    if times.date is None or times.start is None or times.end is None or times.end_date != times.date:
        raise Invalid(N_("Give the item a day, a start and an end first."), field="item_id")
    return hours_between(times.date, times.start, times.end, minutes, pause)


def create(ws: Workspace, code: str, draft: SessionDraft) -> Receipt:
    """Make a session with its slots and tables. Raises NotFound, Invalid with the field."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Make a B2B session")) as edit:
        plan = edit.plan(mission.id)
        title = _title(plan, None, draft)
        new = r.Matchmaking(mission_id=mission.id, position=_next(plan), title=title)
        made = edit.add(_changed(plan, new, draft))
        edit.call(N_("Make the B2B session “{title}”"), title=_called(plan, made))
        _arrange(edit, made.id, draft)
    return edit.receipt


def change(ws: Workspace, session_id: UUID, draft: SessionDraft) -> Receipt:
    """Give a session what a form holds; meetings follow their slots and tables. Raises NotFound, Invalid."""
    with ws.edit(N_("Change a B2B session")) as edit:
        session = looked_at(edit, session_id)
        record = replace(session.record, title=_title(session.plan, session.record.title, draft))
        stored = edit.save(_changed(session.plan, record, draft))
        edit.call(N_("Change the B2B session “{title}”"), title=_called(session.plan, stored))
        _arrange(edit, session_id, draft)
    return edit.receipt


def set_slots(ws: Workspace, session_id: UUID, slots: tuple[Hours, ...]) -> Receipt:
    """Give a session these slots; meetings follow, those whose slot is gone wait. Raises NotFound, Invalid."""
    with ws.edit(N_("Change the slots of a B2B session")) as edit:
        session = looked_at(edit, session_id)
        edit.call(N_("Change the slots of “{title}”"), title=_called(session.plan, session.record))
        edit.write(with_slots(session, slots))
    return edit.receipt


def set_tables(ws: Workspace, session_id: UUID, tables: tuple[Desk, ...]) -> Receipt:
    """Give a session these tables; meetings follow those that are renamed. Raises NotFound, Invalid."""
    with ws.edit(N_("Change the tables of a B2B session")) as edit:
        session = looked_at(edit, session_id)
        edit.call(N_("Change the tables of “{title}”"), title=_called(session.plan, session.record))
        edit.write(with_tables(session, tables))
    return edit.receipt


def delete(ws: Workspace, session_id: UUID) -> Receipt:
    """Delete a session with its wishes and meetings. Raises NotFound, InUse."""
    with ws.edit(N_("Delete a B2B session")) as edit:
        session = looked_at(edit, session_id)
        edit.call(N_("Delete the B2B session “{title}”"), title=_called(session.plan, session.record))
        edit.delete(session.record)
    return edit.receipt


def _arrange(edit: Edit, session_id: UUID, draft: SessionDraft) -> None:
    edit.write(with_slots(looked_at(edit, session_id), draft.slots))
    edit.write(with_tables(looked_at(edit, session_id), draft.tables))


def _changed(plan: MissionPlan, record: r.Matchmaking, draft: SessionDraft) -> r.Matchmaking:
    if draft.item_id is not None and plan.item(draft.item_id) is None:
        raise Invalid(N_("This item is no longer in the programme."), field="item_id")
    if draft.max_per_day is not None and draft.max_per_day < 1:
        raise Invalid(N_("A participant meets somebody once a day at least."), field="max_per_day")
    return replace(
        record,
        item_id=draft.item_id,
        max_per_day=draft.max_per_day,
        allow_repeats=draft.allow_repeats,
    )


def _title(plan: MissionPlan, before: Texts | None, draft: SessionDraft) -> Texts | None:
    typed = clean(draft.title, MAX_LINE)
    item = plan.item(draft.item_id)
    if not typed and before is None and item is not None:
        return item.title
    return said(before, Said(draft.language, typed))


def _called(plan: MissionPlan, record: r.Matchmaking) -> str:
    return Session(plan, record).title()


def _next(plan: MissionPlan) -> int:
    return max((one.position for one in plan.matchmaking), default=-1) + 1
