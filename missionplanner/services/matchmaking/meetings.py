"""Keep the meetings of a B2B timetable by hand: add, move, swap, lock, cancel, bring back. One undo step each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.arranging import waiting
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.session import Session, is_live
from missionplanner.domain.meetings.targets import Blocked, Swaps, Targets
from missionplanner.domain.meetings.wishes import key_of, pair_of
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.services.matchmaking.looking import looked_at
from missionplanner.services.workspace import Edit, Receipt, Workspace


def add(
    ws: Workspace, session_id: UUID, a_id: UUID, b_id: UUID, slot: int | None = None, table: str | None = None
) -> Receipt:
    """Add a meeting of two participants, at a place where one is told. Raises NotFound, Invalid with why not."""
    with ws.edit(N_("Add a meeting")) as edit:
        session = looked_at(edit, session_id)
        _refuse_pair(session, a_id, b_id)
        made = new(session, a_id, b_id)
        edit.call(N_("Add the meeting {a} – {b}"), **_names(session, made))
        there = _moved(session, made, slot, table)[0] if slot is not None else made
        edit.add(there)
    return edit.receipt


def new(session: Session, a_id: UUID, b_id: UUID) -> r.Meeting:
    """Return a meeting that is not there yet: what ``targets`` takes for a wish without a place."""
    position = max((one.position for one in session.meetings), default=-1) + 1
    return r.Meeting(
        mission_id=session.record.mission_id,
        matchmaking_id=session.id,
        position=position,
        a_id=a_id,
        b_id=b_id,
        state=MeetingState.ACCEPTED,
    )


def move(
    ws: Workspace, meeting_id: UUID, slot: int | None, table: str | None = None, *, gesture: str | None = None
) -> Receipt:
    """Put a meeting in a slot at a table; who meets there takes its place. No slot lets it wait.

    Without a table it takes the best free one of the slot. Raises NotFound, Invalid with what is in the way.
    """
    with ws.edit(N_("Move a meeting"), gesture=gesture) as edit:
        session, one = _found(edit, meeting_id)
        edit.call(N_("Move the meeting {a} – {b}"), **_names(session, one))
        if slot is None:
            _refuse_locked(session, one)
            edit.save(waiting(one))
        else:
            for each in _moved(session, one, slot, table):
                edit.save(each)
    return edit.receipt


def swap(ws: Workspace, meeting_id: UUID, other_id: UUID, *, gesture: str | None = None) -> Receipt:
    """Let two meetings change places. Raises NotFound, Invalid with what is in the way."""
    with ws.edit(N_("Swap two meetings"), gesture=gesture) as edit:
        session, one = _found(edit, meeting_id)
        other = session.meeting(other_id)
        if other is None or other.slot is None:
            raise NotFound(N_("This meeting is no longer in the timetable."))
        for each in _moved(session, one, other.slot, other.table):
            edit.save(each)
    return edit.receipt


def lock(ws: Workspace, ids: Collection[UUID], on: bool = True) -> Receipt:
    """Let meetings keep their places, or let go of them. Raises NotFound."""
    text = N_("Lock {count} meetings") if on else N_("Unlock {count} meetings")
    with ws.edit(text, count=len(ids)) as edit:
        for identity in ids:
            edit.save(replace(edit.get(r.Meeting, identity), locked=on))
        if len(ids) == 1:
            session, one = _found(edit, next(iter(ids)))
            text = N_("Lock the meeting {a} – {b}") if on else N_("Unlock the meeting {a} – {b}")
            edit.call(text, **_names(session, one))
    return edit.receipt


def cancel(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Call meetings off; they remember their places, which are free for others. Raises NotFound."""
    with ws.edit(N_("Cancel {count} meetings"), count=len(ids)) as edit:
        for identity in ids:
            one = edit.get(r.Meeting, identity)
            edit.save(replace(one, state=MeetingState.CANCELLED, locked=None))
        if len(ids) == 1:
            session, one = _found(edit, next(iter(ids)))
            edit.call(N_("Cancel the meeting {a} – {b}"), **_names(session, one))
    return edit.receipt


def bring_back(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Bring cancelled meetings back to their places; where these are taken they wait. Raises NotFound."""
    with ws.edit(N_("Bring {count} meetings back"), count=len(ids)) as edit:
        for identity in ids:
            session, one = _found(edit, identity)
            if is_live(one):
                continue
            edit.save(_again(session, waiting(replace(one, state=MeetingState.ACCEPTED)), one.slot, one.table))
        if len(ids) == 1:
            session, one = _found(edit, next(iter(ids)))
            edit.call(N_("Bring the meeting {a} – {b} back"), **_names(session, one))
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Delete meetings with what came of them; the wishes stay. Raises NotFound."""
    with ws.edit(N_("Delete {count} meetings"), count=len(ids)) as edit:
        some = [edit.get(r.Meeting, one) for one in ids]
        if len(some) == 1:
            session, one = _found(edit, some[0].id)
            edit.call(N_("Delete the meeting {a} – {b}"), **_names(session, one))
        edit.delete_all(some)
    return edit.receipt


def set_interpreter(ws: Workspace, meeting_id: UUID, person_id: UUID | None) -> Receipt:
    """Say who interprets a meeting; None lets nobody. Raises NotFound, Invalid where they cannot come."""
    with ws.edit(N_("Change who interprets a meeting")) as edit:
        session, one = _found(edit, meeting_id)
        edit.call(N_("Change who interprets {a} – {b}"), **_names(session, one))
        if person_id is not None and one.slot is not None:
            _refuse_voice(session, one, person_id, one.slot)
        edit.save(replace(one, interpreter_id=person_id))
    return edit.receipt


def put_before(ws: Workspace, first_id: UUID, second_id: UUID) -> Receipt:
    """Let one meeting come before another whenever the timetable is planned. Raises NotFound, Invalid."""
    with ws.edit(N_("Order two meetings")) as edit:
        session, first = _found(edit, first_id)
        second = session.meeting(second_id)
        if second is None or first_id == second_id:
            raise Invalid(N_("Choose another meeting of the same session."), field="second_id")
        if _comes_before(session, second_id, first_id):
            raise Invalid(N_("Another order says the opposite: take it away first."), field="second_id")
        if all((one.first_id, one.second_id) != (first_id, second_id) for one in session.orders()):
            positions = (one.position for one in session.orders())
            order = r.MeetingOrder(
                mission_id=first.mission_id, matchmaking_id=session.id, first_id=first_id, second_id=second_id
            )
            edit.add(replace(order, position=max(positions, default=-1) + 1))
    return edit.receipt


def drop_orders(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take orders of meetings away. Raises NotFound."""
    with ws.edit(N_("Take {count} orders of meetings away"), count=len(ids)) as edit:
        edit.delete_all([edit.get(r.MeetingOrder, one) for one in ids])
        if len(ids) == 1:
            edit.call(N_("Take an order of two meetings away"))
    return edit.receipt


# -- within an edit --------------------------------------------------------------------------------------------


def _found(edit: Edit, meeting_id: UUID) -> tuple[Session, r.Meeting]:
    record = edit.find(r.Meeting, meeting_id)
    session = looked_at(edit, record.matchmaking_id) if record is not None else None
    one = session.meeting(meeting_id) if session is not None else None
    if session is None or one is None:
        raise NotFound(N_("This meeting is no longer in the timetable."))
    return session, one


def _moved(session: Session, one: r.Meeting, slot: int, table: str | None) -> list[r.Meeting]:
    """Return a meeting at its new place, and the one it changes places with. Raises Invalid with the reason."""
    targets = Targets(session, one, availability(session.plan, session))
    if table is None and session.tables:
        table = targets.table_for(slot)
        if table is None:
            raise Invalid(N_("All tables are taken then."), field="table")
    there = targets.at(slot, table)
    if isinstance(there, Blocked):
        raise Invalid(there.why.text, field="slot", **dict(there.why.arguments))
    if isinstance(there, Swaps):
        other = session.meeting(there.other)
        assert other is not None and one.slot is not None
        return _changed_places(session, one, other)
    return [_at(one, slot, table, targets.voice_for(slot))]


def _again(session: Session, one: r.Meeting, slot: int | None, table: str | None) -> r.Meeting:
    """Return a meeting at the place it had, or at another table of the slot; waiting where that cannot be."""
    if slot is None or session.slot(slot) is None:
        return one
    targets = Targets(session, one, availability(session.plan, session))
    free = table is None or session.meeting_at(slot, table) is None
    place = table if free else targets.table_for(slot)
    if isinstance(targets.at(slot, place), Blocked | Swaps):
        return one
    return _at(one, slot, place, targets.voice_for(slot))


def _changed_places(session: Session, one: r.Meeting, other: r.Meeting) -> list[r.Meeting]:
    if one.slot == other.slot:
        return [replace(one, table=other.table), replace(other, table=one.table)]
    assert one.slot is not None and other.slot is not None
    pair = {one.id, other.id}
    rest = tuple(each for each in session.plan.meetings if each.id not in pair)
    alone = Session(session.plan.changed(meetings=rest), session.record)
    free = availability(alone.plan, alone)
    first = _at(one, other.slot, other.table, Targets(alone, one, free).voice_for(other.slot))
    second = _at(other, one.slot, one.table, Targets(alone, other, free).voice_for(one.slot))
    return [first, second]


def _at(one: r.Meeting, slot: int, table: str | None, voice: UUID | None) -> r.Meeting:
    return replace(one, slot=slot, table=table, interpreter_id=voice, state=MeetingState.SCHEDULED)


def _refuse_pair(session: Session, a_id: UUID, b_id: UUID) -> None:
    if a_id == b_id:
        raise Invalid(N_("This is the same company twice: nobody meets themselves."), field="b_id")
    for name, one in (("a_id", a_id), ("b_id", b_id)):
        if session.participant(one) is None:
            raise Invalid(N_("This organisation does not take part in the session."), field=name)
    names = {"a": session.name(a_id), "b": session.name(b_id)}
    if pair_of(session, a_id, b_id).refused:
        raise Invalid(N_("{a} or {b} said no to this meeting."), field="b_id", **names)
    if any(key_of(one) == frozenset((a_id, b_id)) for one in session.live):
        raise Invalid(N_("{a} and {b} have a meeting in this session already."), field="b_id", **names)


def _refuse_locked(session: Session, one: r.Meeting) -> None:
    if one.locked:
        raise Invalid(N_("{a} – {b} is locked. Unlock it to move it."), field="slot", **_names(session, one))


def _refuse_voice(session: Session, one: r.Meeting, person_id: UUID, slot: int) -> None:
    if session.interpreter(person_id) is None:
        raise Invalid(N_("Choose one of the session's interpreters."), field="interpreter_id")
    why = availability(session.plan, session).why_silent(person_id, slot)
    if why is not None:
        raise Invalid(why.text, field="interpreter_id", **dict(why.arguments))
    for other in session.meetings_in(slot):
        if other.id != one.id and other.interpreter_id == person_id:
            text = N_("They interpret {a} – {b} then.")
            raise Invalid(text, field="interpreter_id", **_names(session, other))


def _comes_before(session: Session, first: UUID, second: UUID) -> bool:
    """Tell whether one meeting has to come before another, be it through others."""
    after: dict[UUID, list[UUID]] = {}
    for one in session.orders():
        after.setdefault(one.first_id, []).append(one.second_id)
    seen, front = {first}, [first]
    while front:
        front = [each for one in front for each in after.get(one, ()) if each not in seen]
        seen.update(front)
    return second in seen


def _names(session: Session, one: r.Meeting) -> dict[str, str]:
    return {"a": session.name(one.a_id), "b": session.name(one.b_id)}
