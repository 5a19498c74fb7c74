"""Keep what is to follow a mission: who does what by when, overdue first; make reminders from its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import SCREEN_LANGUAGES, translator
from missionplanner.base.messages import N_
from missionplanner.domain.checks.options import day_of
from missionplanner.domain.records import FollowUp, Mission, Organisation, Person
from missionplanner.domain.results import reminders
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import FollowUpState
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries, in_each
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = (
    "text",
    "owner_id",
    "due",
    "state",
    "about_organisation_id",
    "about_person_id",
    "about_item_id",
    "late",
)
"""What a row of follow-ups holds, in this order; ``late`` are days overdue, None where it is not."""
_CLOSED = frozenset({FollowUpState.DONE, FollowUpState.DROPPED})


def page(
    ws: Workspace,
    mission_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    today: dt.date | None = None,
) -> Page:
    """Read the follow-ups of a mission: overdue ones first, then by day, those without one, those that are closed.

    ``today`` None means the day the mission is looked at.
    """
    book = chronicle.read(ws, mission_id)
    day = day_of(book.plan, today or dt.date.today())
    found = sorted(book.record.followups, key=_by_day)
    rows = [_row(book, one, day) for one in found if ids is None or one.id in ids]
    return Page(rows[:limit], len(found))


def days_late(one: FollowUp, today: dt.date) -> int | None:
    """Return by how many days a follow-up is overdue, None where it is not."""
    if one.due is None or one.state in _CLOSED or one.due >= today:
        return None
    return (today - one.due).days


def _by_day(one: FollowUp) -> tuple[bool, dt.date, int, str]:
    return one.state in _CLOSED, one.due or dt.date.max, one.position, str(one.id)


def _row(book: Chronicle, one: FollowUp, today: dt.date) -> Row:
    values = (
        one.text,
        book.person(one.owner_id),
        one.due,
        one.state,
        book.organisation(one.about_organisation_id),
        book.person(one.about_person_id),
        book.item(one.about_item_id),
        days_late(one, today),
    )
    return Row(one.id, values)


# -- writing ---------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: FollowUp | None, after: FollowUp) -> FollowUp:
    if not after.text:
        raise Invalid(N_("Say what is to be done."), field="text")
    chronicle.require_own(edit, after.mission_id, after.about_item_id, "about_item_id")
    for field, kind in _REFERRED:
        if getattr(after, field) is not None and not edit.find(kind, getattr(after, field)):
            raise Invalid(N_("This is no longer there: somebody deleted it in the meantime."), field=field)
    if before is not None:
        return after
    there = edit.all(FollowUp, mission_id=after.mission_id)
    last = max((one.position for one in there), default=-1)
    return replace(after, position=last + 1, state=after.state or FollowUpState.OPEN)


_REFERRED: tuple[tuple[str, type[Person | Organisation]], ...] = (
    ("owner_id", Person),
    ("about_person_id", Person),
    ("about_organisation_id", Organisation),
)


def _somebody(edit: Edit, name: str) -> UUID:
    return edit.add(typed_person(name, "owner_id")).id


_ENTRIES = Entries(
    kind=FollowUp,
    name=lambda one: one.text.best("") if one.text is not None else "",
    added=N_("Add the next step “{name}”"),
    changed=N_("Change the next step “{name}”"),
    changed_many=N_("Change {count} next steps"),
    deleted=N_("Delete the next step “{name}”"),
    deleted_many=N_("Delete {count} next steps"),
    checked=_checked,
    makers={"owner_id": _somebody, "about_person_id": _somebody, "about_organisation_id": made},
)
create = _ENTRIES.create
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Store a new follow-up of what a form holds. Raises Invalid with the field."""
    return _ENTRIES.create_from(ws, values, mission_id=mission_id)


def set_state(ws: Workspace, ids: Collection[UUID], state: FollowUpState) -> Receipt:
    """Say how far follow-ups are. Raises NotFound."""
    return change_cells(ws, in_each(ids, "state", state))


def make_reminders(ws: Workspace, mission_id: UUID) -> Receipt:
    """Add the follow-ups that remind of looking back, one week to three years after the end; each once.

    They are written in the mission's languages the program speaks, else in English. Raises NotFound.
    """
    with ws.edit(N_("Add the reminders after the mission")) as edit:
        book = chronicle.within(edit, mission_id)
        first = max((one.position for one in book.record.followups), default=-1) + 1
        lacking = reminders.lacking(book.plan, book.record, lambda text: _said(book.plan.mission, text))
        edit.add_all(
            FollowUp(mission_id=mission_id, position=number, text=texts, due=day, state=FollowUpState.OPEN)
            for number, (day, texts) in enumerate(lacking, first)
        )
    return edit.receipt


def _said(mission: Mission, text: str) -> Texts:
    own: Iterable[str] = [one for one in mission.languages if one in SCREEN_LANGUAGES] or ["en"]
    return Texts(tuple((code, translator(code)(text)) for code in own))
