"""Find the meetings that cannot be held where they are: somebody is away, or in two places at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.languages import needs_interpreter
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.targets import Blocked, Targets, most_a_day
from missionplanner.domain.meetings.wishes import pair_of


def amiss(session: Session, free: Availability) -> dict[UUID, Message]:
    """Return what is amiss with each meeting of which something is."""
    found: dict[UUID, Message] = {}
    for one in _suspects(session, free):
        assert one.slot is not None
        bare = replace(one, slot=None, table=None, locked=None)
        says = Targets(session, bare, free).at(one.slot, one.table)
        if isinstance(says, Blocked):
            found[one.id] = says.why
    return found


def _suspects(session: Session, free: Availability) -> Iterator[r.Meeting]:
    """Give the meetings worth a closer look, which takes long for hundreds of them."""
    held = Counter((side, one.slot) for one in session.placed for side in (one.a_id, one.b_id))
    days = Counter((side, _day(session, one)) for one in session.placed for side in (one.a_id, one.b_id))
    seats = Counter(person.id for one in session.participants for person in one.people)
    ordered = {identity for one in session.orders() for identity in (one.first_id, one.second_id)}
    limits = {one.id: most_a_day(session, one.id) for one in session.participants}
    for one in session.placed:
        slot = one.slot
        assert slot is not None
        if session.tables and session.meeting_at(slot, one.table) is not one:
            continue  # it has no table of its own, which is seen
        sides = (one.a_id, one.b_id)
        limited = ((limits.get(side), days[side, _day(session, one)]) for side in sides)
        if (
            any(not free.is_free(side, slot) or held[side, slot] > 1 for side in sides)
            or any(most is not None and count > most for most, count in limited)
            or any(seats[person.id] > 1 for person in session.sits(one))
            or one.id in ordered
            or pair_of(session, *sides).refused
            or (session.interpreters and needs_interpreter(session, *sides))
        ):
            yield one


def _day(session: Session, one: r.Meeting) -> object:
    slot = session.slot(one.slot)
    return slot.date if slot is not None else None
