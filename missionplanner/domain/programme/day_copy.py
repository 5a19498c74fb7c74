"""Copy a day of the programme onto another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.logistics.transfers import is_transfer
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import numbered
from missionplanner.domain.programme.retiming import later_day, moved_leg
from missionplanner.domain.programme.row_copy import children_of, copy_of
from missionplanner.domain.vocabulary import ItemStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCarry:
    """Say what a copy of a day takes along: people, the slots and tables of its matchmaking, its transfers."""

    people: bool = True
    tables: bool = True
    transfers: bool = True


ALL = DayCarry()


def copied_day(plan: MissionPlan, source_day: dt.date, target_day: dt.date, carry: DayCarry = ALL) -> Changes:
    """Copy the items of a day that are not cancelled onto another day, at the same wall times.

    Groups, hosts, objectives and pitches come along, named people only with people. A copy is not locked, and
    what was confirmed is tentative: nobody has confirmed the new day. A transfer has a vehicle of its own,
    without bookings; a train or flight is not bound to its leg any more. Matchmaking comes with slots and
    tables, with people also with who takes part, never with meetings. Raises Invalid for the same day twice
    and for a time that DST swallows.
    """
    if source_day == target_day:
        raise Invalid(N_("A day cannot be copied onto itself. Choose another day."), field="target_day")
    added: list[r.Record] = []
    origins: dict[UUID, UUID | None] = {}
    legs: dict[UUID, UUID] = {}
    for row in plan.items_on(source_day):
        transfer = is_transfer(plan, row)
        if row.status is ItemStatus.CANCELLED or (transfer and not carry.transfers):
            continue
        copy = copy_of(plan, row, target_day)
        leg = plan.leg(row.leg_id)
        if transfer and leg is not None:
            if leg.id not in legs:
                vehicle = list(_vehicle(plan, leg, (target_day - source_day).days, carry))
                added += vehicle
                legs[leg.id] = vehicle[0].id
            copy = replace(copy, leg_id=legs[leg.id])
        origins[copy.id] = row.id
        added += (copy, *children_of(plan, row, copy.id, carry.people), *_sessions(plan, row, copy, carry))
    return numbered(plan, Changes(added=tuple(added)), origins)


def _vehicle(plan: MissionPlan, leg: r.Leg, days: int, carry: DayCarry) -> Iterator[Any]:
    """Yield a leg on another day, then who travels on it."""
    own = _fresh(moved_leg(plan, leg, 0, days), booking=None)
    yield own
    if carry.people:
        for one in plan.leg_passengers(leg):
            yield _fresh(one, leg_id=own.id, booking=None, seat=None)


def _sessions(plan: MissionPlan, row: r.AgendaItem, copy: r.AgendaItem, carry: DayCarry) -> Iterator[Any]:
    """Yield the matchmaking of a row for its copy."""
    assert row.date is not None and copy.date is not None
    for session in plan.of("matchmaking", "item_id", row.id) if carry.tables else ():
        own = _fresh(session, item_id=copy.id)
        yield own
        for slot in plan.of("slots", "matchmaking_id", session.id):
            there = later_day(slot.date, (copy.date - row.date).days)
            yield _fresh(slot, matchmaking_id=own.id, date=there)
        for table in plan.of("tables", "matchmaking_id", session.id):
            yield _fresh(table, matchmaking_id=own.id)
        for participant in plan.of("participants", "matchmaking_id", session.id) if carry.people else ():
            mine = _fresh(participant, matchmaking_id=own.id)
            yield mine
            for person in plan.of("participant_people", "participant_id", participant.id):
                yield _fresh(person, participant_id=mine.id)
        for interpreter in plan.session_interpreters(session) if carry.people else ():
            yield _fresh(interpreter, matchmaking_id=own.id)


def _fresh(one: Any, **values: Any) -> Any:
    return replace(one, id=uuid4(), created_at=None, updated_at=None, **values)
