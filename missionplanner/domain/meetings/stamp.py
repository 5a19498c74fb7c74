"""Tell whether two states of a session are planned alike."""

from __future__ import annotations

from dataclasses import fields

from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import digest
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.session import Session


def stamp(session: Session, free: Availability) -> str:
    """Return what a session is planned from, as a short text: equal for two states that are planned alike."""
    plan = session.plan
    parts: list[r.Record] = [session.record, *session.requests, *session.meetings, *session.slots, *session.tables]
    parts += [*session.interpreters, *session.orders()]
    for one in session.participants:
        parts += [one.participant, *plan.of("participant_people", "participant_id", one.participant.id)]
    said = [_told(one) for one in parts]
    said += [f"{owner} {sorted(slots)}" for owner, slots in (*free.away.items(), *free.silent.items())]
    said += [f"{one.id} {each.id} {each.languages}" for one in session.participants for each in one.people]
    return digest(said)


def _told(one: r.Record) -> str:
    times = ("created_at", "updated_at")
    return repr([getattr(one, field.name) for field in fields(one) if field.name not in times])
