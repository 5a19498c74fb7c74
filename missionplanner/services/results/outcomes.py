"""Note what came of visits, meetings and B2B talks, from the programme on; a next step makes its follow-up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain.records import AgendaItem, FollowUp, Meeting, Mission, Outcome
from missionplanner.domain.results import outcomes as domain
from missionplanner.domain.results.outcomes import Subject, Waiting, follow_up_of, other_side
from missionplanner.domain.vocabulary import FollowUpState
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

_STORED = ("held", "why_not", "interest", "satisfaction", "summary", "next_step")
FIELDS = ("subject", "kind", "date", "start", "others", *_STORED, "owner_id", "due", "state")
"""What a row of outcomes holds, in this order; its id is that of the item or the meeting.

The last three are those of the follow-up its next step has made.
"""
FIRST_WEEK = dt.timedelta(days=7)
"""By when after the mission a next step is due where nobody says otherwise (DOMAIN §1)."""
_LABEL = N_("Note what came of “{name}”")
_LABELS = N_("Note what came of {count} meetings")
_CLOSED = frozenset({FollowUpState.DONE, FollowUpState.DROPPED})


def page(
    ws: Workspace,
    mission_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    language: str = "",
    book: Chronicle | None = None,
) -> Page:
    """Read what an outcome is noted of, in the order of the programme, with what is noted.

    ``book`` is the mission where it was read already.
    """
    book = book or chronicle.read(ws, mission_id)
    found = domain.subjects(book.plan, book.record)
    rows = [_row(book, one, language) for one in found if ids is None or one.id in ids]
    return Page(rows[:limit], len(found))


def waiting(ws: Workspace, mission_id: UUID, now: dt.datetime) -> Waiting:
    """Return how many visits and meetings are over, and which have no outcome yet. Raises NotFound."""
    book = chronicle.read(ws, mission_id)
    return domain.waiting(book.plan, book.record, now)


def _row(book: Chronicle, one: Subject, language: str) -> Row:
    stored = tuple(getattr(one.outcome, name) if one.outcome is not None else None for name in _STORED)
    step = follow_up_of(book.record.followups, one, one.outcome) if one.outcome is not None else None
    follow = (book.person(step.owner_id), step.due, step.state) if step is not None else (None, None, None)
    kind = one.item.kind if one.item is not None else None
    others = ", ".join(filter(None, map(book.name, one.others)))
    return Row(
        one.id, (called(book, one, language), kind, one.times.date, one.times.start, others, *stored, *follow)
    )


def called(book: Chronicle, one: Subject, language: str = "") -> str:
    """Return what to call an item or a meeting: its title, else who meets."""
    if one.meeting is not None:
        return " – ".join(filter(None, (book.name(one.meeting.a_id), book.name(one.meeting.b_id))))
    found: Linked | None = book.item(one.id, language)
    return found.name if found is not None else ""


# -- writing ---------------------------------------------------------------------------------------------


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of the outcomes of items and meetings, by their ids, as one step; those without one get it.

    A next step makes the follow-up it asks for, once. Raises Invalid with the field, NotFound.
    """
    wanted: dict[UUID, dict[str, object]] = {}
    for identity, name, value in cells:
        wanted.setdefault(identity, {})[name] = value
    with ws.edit(_LABELS, count=len(wanted), gesture=gesture) as edit:
        subjects: dict[UUID, tuple[Chronicle, Subject]] = {}
        made: dict[tuple[str, str], UUID] = {}
        for identity, values in wanted.items():
            book, subject = subjects.get(identity) or _found(edit, identity, subjects)
            _write(edit, (book, subject), values, made, refused)
            if len(wanted) == 1:
                edit.call(_LABEL, name=called(book, subject))
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take back what is noted of these items and meetings; what was made of it stays. Raises NotFound."""
    with ws.edit(N_("Delete the outcomes of {count} meetings"), count=len(ids)) as edit:
        subjects: dict[UUID, tuple[Chronicle, Subject]] = {}
        found = [subjects.get(one) or _found(edit, one, subjects) for one in ids]
        edit.delete_all([one for book, subject in found for one in _noted(book, subject)])
    return edit.receipt


def _noted(book: Chronicle, one: Subject) -> tuple[Outcome, ...]:
    own = one.meeting or one.item
    return book.record.outcomes_of(own) if own is not None else ()


def _found(edit: Edit, identity: UUID, known: dict[UUID, tuple[Chronicle, Subject]]) -> tuple[Chronicle, Subject]:
    """Return something with its mission; all of that mission are remembered in ``known``. Raises NotFound."""
    own = edit.find(AgendaItem, identity) or edit.find(Meeting, identity)
    if own is None:
        raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
    book = chronicle.within(edit, own.mission_id)
    known |= {one.id: (book, one) for one in domain.subjects(book.plan, book.record)}
    if identity not in known:
        raise Invalid(N_("Only of what takes place an outcome is noted: this was called off or is no meeting."))
    return known[identity]


def _write(
    edit: Edit,
    about: tuple[Chronicle, Subject],
    values: dict[str, object],
    made: dict[tuple[str, str], UUID],
    refused: Refused | None,
) -> None:
    book, subject = about
    unknown = next((name for name in values if name not in _STORED), None)
    if unknown is not None:
        raise Invalid(N_("This cannot be changed here."), field=unknown)
    before = subject.outcome or Outcome(
        mission_id=book.plan.mission.id,
        item_id=subject.id if subject.meeting is None else None,
        meeting_id=subject.meeting.id if subject.meeting is not None else None,
        position=_next_position(edit, book.plan.mission),
    )
    told = partial(_told, refused, subject.id) if refused is not None else None
    after = _ENTRIES.written(edit, before, values, made, told)
    if subject.outcome is None:
        if any(getattr(after, name) is not None for name in _STORED):
            edit.add(after)
    else:
        edit.save(after)
    if after.next_step and after.next_step != before.next_step:
        _make_follow_up(edit, book, subject, before, after)


def _told(refused: Refused, identity: UUID, _outcome: UUID, error: Invalid) -> object:
    return refused(identity, error)


def _next_position(edit: Edit, mission: Mission) -> int:
    return max((one.position for one in edit.all(Outcome, mission_id=mission.id)), default=-1) + 1


def _checked(_edit: Edit, before: Outcome | None, after: Outcome) -> Outcome:
    if after.satisfaction is not None and not 1 <= after.satisfaction <= 5:
        raise Invalid(N_("A score is a whole number from 1, poor, to 5, excellent."), field="satisfaction")
    if after.held is False and before is not None and before.held is not False:
        return replace(after, satisfaction=None, interest=None)
    if after.why_not and after.held is None:
        return replace(after, held=False)
    return replace(after, why_not=None) if after.held and after.why_not else after


# -- next steps ------------------------------------------------------------------------------------------


def _make_follow_up(edit: Edit, book: Chronicle, subject: Subject, before: Outcome, after: Outcome) -> None:
    there = edit.all(FollowUp, mission_id=after.mission_id)
    known = follow_up_of(there, subject, before)
    if known is not None and known.state not in _CLOSED:
        edit.save(replace(known, text=after.next_step))
        return
    if follow_up_of(there, subject, after) is not None:
        return
    edit.add(
        FollowUp(
            mission_id=after.mission_id,
            position=max((one.position for one in there), default=-1) + 1,
            text=after.next_step,
            due=book.plan.mission.last_day + FIRST_WEEK,
            state=FollowUpState.OPEN,
            about_item_id=subject.item.id if subject.item is not None else None,
            about_organisation_id=other_side(subject),
        )
    )


_ENTRIES = Entries(
    kind=Outcome,
    name=lambda _one: "",
    added=_LABEL,
    changed=_LABEL,
    changed_many=_LABELS,
    deleted=_LABEL,
    deleted_many=_LABELS,
    checked=_checked,
)
