"""Read B2B sessions: as a whole, within an edit, with what other missions of the workspace know of the pairs."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.db import lists, reading
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, session_of
from missionplanner.domain.meetings.wishes import PairKey
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.services.workspace import Edit, Workspace

GONE = N_("This B2B session is no longer there.")


def read(ws: Workspace, session_id: UUID) -> Session | None:
    """Read one session with its mission, None where it is gone."""
    with ws.reading() as connection:
        return _read(connection, session_id)


def found(ws: Workspace, session_id: UUID) -> Session:
    """Read one session with its mission. Raises NotFound."""
    session = read(ws, session_id)
    if session is None:
        raise NotFound(GONE)
    return session


def _read(connection: sa.Connection, session_id: UUID) -> Session | None:
    own = lists.rows(connection, r.Matchmaking, ("mission_id",), (), ids=[session_id])
    mission = next((one for one in reading.missions(connection) if own and one.id == own[0][1]), None)
    return session_of(reading.plan(connection, mission), session_id) if mission is not None else None


def looked_at(edit: Edit, session_id: UUID) -> Session:
    """Return a session as an edit sees it. Raises NotFound."""
    record = edit.find(r.Matchmaking, session_id)
    session = session_of(edit.plan(record.mission_id), session_id) if record is not None else None
    if session is None:
        raise NotFound(GONE)
    return session


def met_before(ws: Workspace, session: Session) -> frozenset[PairKey]:
    """Return the pairs of a session's participants that met in other missions.

    What was called off does not count, nor what was not held, nor what never had a slot.
    """
    with ws.reading() as connection:
        return met_elsewhere(connection, session)


def met_elsewhere(connection: sa.Connection, session: Session) -> frozenset[PairKey]:
    """Return the same, read within an edit."""
    organisations = {one.id for one in session.participants}
    meeting, outcome = table_of(r.Meeting), table_of(r.Outcome)
    query = (
        sa.select(meeting.c.a_id, meeting.c.b_id)
        .select_from(meeting.outerjoin(outcome, outcome.c.meeting_id == meeting.c.id))
        .where(
            meeting.c.mission_id != session.record.mission_id,
            meeting.c.slot.is_not(None),
            sa.or_(meeting.c.state.is_(None), meeting.c.state != MeetingState.CANCELLED),
            sa.or_(outcome.c.held.is_(None), outcome.c.held.is_(True)),
        )
    )
    return frozenset(frozenset((a, b)) for a, b in connection.execute(query) if {a, b} <= organisations)


def outcomes(ws: Workspace, session_id: UUID) -> dict[UUID, r.Outcome]:
    """Return what came of the meetings of a session, by meeting."""
    with ws.reading() as connection:
        session = _read(connection, session_id)
        if session is None:
            return {}
        record = reading.mission_record(connection, session.plan.mission)
    return by_meeting(session, record.outcomes)


def by_meeting(session: Session, some: Iterable[r.Outcome]) -> dict[UUID, r.Outcome]:
    """Return the outcomes of a session's meetings by meeting."""
    own = {one.id for one in session.meetings}
    return {one.meeting_id: one for one in some if one.meeting_id is not None and one.meeting_id in own}
