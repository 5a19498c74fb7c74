"""Do at random what people do to the B2B session of a mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from uuid import UUID

from missionplanner.domain.meetings.session import Session
from missionplanner.domain.vocabulary import HalfDay, Wish
from missionplanner.services.entries import in_each
from missionplanner.services.matchmaking import (
    interpreters,
    meetings,
    participants,
    proposing,
    rounds,
    sessions,
    wishes,
)
from missionplanner.services.matchmaking.proposing import Effort, Mode
from missionplanner.services.matchmaking.sessions import SessionDraft
from missionplanner.services.workspace import Receipt, Workspace

Step = Callable[[], Receipt]
_NOBODY = UUID(int=1)


def on_session(ws: Workspace, session: Session, random: Random) -> Step:
    """Return one step on a session as it was a while ago."""
    code, own = session.plan.mission.code, session.id
    chosen = random.choice
    firms = [one.id for one in session.participants] or [_NOBODY]
    some = [one.id for one in session.meetings] or [_NOBODY]
    slots = [one.position for one in session.slots] or [0]
    seats = [one.participant.id for one in session.participants] or [_NOBODY]
    voices = [one.id for one in session.interpreters] or [_NOBODY]
    day = dt.date(2025, 5, 5) + dt.timedelta(days=random.randint(0, 2))
    hours = sessions.hours_between(day, dt.time(9), dt.time(9 + random.randint(1, 3)), 20, chosen((0, 5)))
    draft = SessionDraft(
        title="B2B", slots=hours, tables=sessions.numbered_desks(random.randint(1, 3), chosen((2, 9)))
    )
    steps: list[Step] = [
        lambda: sessions.change(ws, own, draft),
        lambda: sessions.set_slots(ws, own, hours),
        lambda: sessions.set_slots(ws, own, sessions.draft_of(session, "en").slots[1:]),
        lambda: sessions.set_tables(ws, own, sessions.draft_of(session, "en").tables[:1]),
        lambda: participants.from_mission(ws, own),
        lambda: participants.change_cells(ws, in_each([chosen(seats)], "unavailable", (chosen(slots),))),
        lambda: participants.change_cells(
            ws, in_each([chosen(seats)], "session", chosen((None, HalfDay.MORNING)))
        ),
        lambda: participants.create_from(ws, {"organisation_id": "Firm", "people": "Eva Due"}, session_id=own),
        lambda: participants.delete(ws, [chosen(seats)]),
        lambda: interpreters.create_from(ws, {"person_id": "Ada Voce", "languages": ("it",)}, session_id=own),
        lambda: interpreters.delete(ws, [chosen(voices)]),
        lambda: wishes.set_many(ws, own, [(chosen(firms), chosen(firms))], chosen((None, *Wish))),
        lambda: wishes.delete(ws, [one.id for one in session.requests[:1]]),
        lambda: meetings.add(ws, own, chosen(firms), chosen(firms), chosen((None, *slots))),
        lambda: meetings.move(ws, chosen(some), chosen((None, *slots)), chosen((None, "1", "2"))),
        lambda: meetings.swap(ws, chosen(some), chosen(some)),
        lambda: meetings.lock(ws, [chosen(some)], random.random() < 0.5),
        lambda: meetings.cancel(ws, [chosen(some)]),
        lambda: meetings.bring_back(ws, some[:2]),
        lambda: meetings.put_before(ws, chosen(some), chosen(some)),
        lambda: meetings.delete(ws, [chosen(some)]),
        lambda: rounds.held(ws, [chosen(some)]),
        lambda: rounds.no_show(ws, chosen(some), [], note="Ill"),
        lambda: rounds.forget(ws, [chosen(some)]),
        lambda: _timetable(ws, code, own, chosen(list(Mode))),
        lambda: _timetable(ws, code, own, chosen(list(Mode))),
        lambda: sessions.delete(ws, own),
    ]
    return chosen(steps)


def _timetable(ws: Workspace, code: str, own: UUID, mode: Mode) -> Receipt:
    return proposing.accept(ws, *proposing.propose_all(ws, code, [own], Effort(moves=50, mode=mode)))
