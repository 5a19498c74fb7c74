"""Change legs and who travels on them: their rows in the programme and delegates' ways in and out follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates.taking_part import changed, is_for_all
from missionplanner.domain.logistics.naming import LEGS, kind_of
from missionplanner.domain.logistics.seating import departure
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import numbered, rescheduled
from missionplanner.domain.programme.retiming import first_end_day, later_day, refuse_gap
from missionplanner.domain.programme.timing import Times, leg_times
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus, LegMode


class Way(StrEnum):
    """Say what a leg is to those who travel on it."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


_SCHEDULED = frozenset({LegMode.FLIGHT, LegMode.TRAIN, LegMode.FERRY})


# -- times --------------------------------------------------------------------------------------------


def with_end_day(plan: MissionPlan, before: r.Leg, after: r.Leg, days: int | None = None) -> r.Leg:
    """Return a leg with the day it arrives: ``days`` after it leaves where somebody said so.

    Else it keeps its distance where only the day was changed, and is the first day on which it arrives after
    it left. Raises Invalid for a time that clocks skip.
    """
    if after.date is None or after.end is None:
        return replace(after, end_date=None)
    if days is None and _only_day_moved(before, after):
        days = (before.end_date - before.date).days if before.end_date and before.date else 0
    times = leg_times(plan, replace(after, end_date=None))
    day = later_day(after.date, days) if days is not None else first_end_day(times)
    made = replace(after, end_date=None if day == after.date else day)
    title = after.number or after.operator or "–"
    refuse_gap(made.date, made.start, times.zone, "start", title)
    refuse_gap(day, made.end, times.end_zone, "end", title)
    return made


def _only_day_moved(before: r.Leg, after: r.Leg) -> bool:
    same = ("start", "end", "zone", "end_zone")
    return before.date is not None and all(getattr(before, name) == getattr(after, name) for name in same)


def stored(plan: MissionPlan, before: r.Leg, after: r.Leg) -> Changes:
    """Return what stores a leg: its rows in the programme take its day and times, and days are in order again."""
    if before == after:
        return Changes()
    rows = [row for row in plan.of("items", "leg_id", after.id) if row.date is not None]
    if not rows or not _timed_anew(before, after):
        return Changes(saved=(after,))
    step = Changes(saved=(after,))
    if after.date is None:
        return step
    times = leg_times(plan, after)
    kept = Times(after.date, after.start, times.zone, after.end_date or after.date, after.end, times.end_zone)
    return step.then(rescheduled(step.on(plan), {rows[0].id: kept}))


def _timed_anew(before: r.Leg, after: r.Leg) -> bool:
    names = ("date", "start", "end", "end_date", "zone", "end_zone")
    return any(getattr(before, name) != getattr(after, name) for name in names)


# -- rows in the programme ----------------------------------------------------------------------------


def shown(plan: MissionPlan, leg: r.Leg, route: str) -> Changes:
    """Return what gives a leg a row in the programme, for those who travel on it. Raises Invalid without a day."""
    if plan.of("items", "leg_id", leg.id):
        return Changes()
    if leg.date is None:
        raise Invalid(N_("Say first on which day it leaves."), field="programme")
    passengers = plan.leg_passengers(leg)
    item = r.AgendaItem(
        mission_id=leg.mission_id,
        kind=kind_of(leg.mode),
        title=title_of(plan, leg, route),
        date=leg.date,
        position=len(plan.items_on(leg.date)) + 1,
        audience_limited=bool(passengers),
        status=ItemStatus.CONFIRMED if leg.booking else ItemStatus.TENTATIVE,
        leg_id=leg.id,
    )
    people = tuple(
        r.AudiencePerson(mission_id=leg.mission_id, item_id=item.id, person_id=one.person_id, position=number)
        for number, one in enumerate(passengers)
    )
    return numbered(plan, Changes(added=(item, *people)), {item.id: None})


def hidden(plan: MissionPlan, leg: r.Leg) -> Changes:
    """Return what takes the rows of a leg out of the programme."""
    return Changes(removed=plan.of("items", "leg_id", leg.id))


def title_of(plan: MissionPlan, leg: r.Leg, route: str) -> Texts:
    """Return the title of a leg's row in the mission's languages: "Flight LH283 Bologna – Bilbao"."""
    texts = {}
    for one in plan.mission.languages or ("en",):
        word = translator(one)(LEGS[leg.mode or LegMode.TRANSFER])
        texts[one] = " ".join(part for part in (word, leg.number, route) if part)
    return Texts.of(texts)


# -- who travels --------------------------------------------------------------------------------------


def seated(
    plan: MissionPlan, legs: Iterable[r.Leg], people: Collection[UUID], ways: Collection[Way] = ()
) -> Changes:
    """Return what puts people on legs; who is there already stays as they are.

    With ``ways`` the legs become how they arrive or leave: of several the last in, the first out.
    """
    some = sorted(legs, key=lambda one: departure(plan, one))
    changes = Changes(saved=tuple(_on_their_way(plan, some, people, ways)))
    for leg in some:
        aboard = plan.leg_passengers(leg)
        there = {one.person_id for one in aboard}
        last = max((one.position for one in aboard), default=-1)
        new = [one for one in people if one not in there]
        passengers = (
            r.LegPassenger(mission_id=leg.mission_id, leg_id=leg.id, person_id=one, position=last + number)
            for number, one in enumerate(new, 1)
        )
        changes = changes.then(Changes(added=tuple(passengers)))
        for row in plan.of("items", "leg_id", leg.id):
            if row.audience_limited:
                some_of = new if not is_for_all(plan, row) else [one for one in new if one in plan.everyone]
                changes = changes.then(changed(plan, row.id, some_of, True))
    return changes


def _on_their_way(
    plan: MissionPlan, legs: list[r.Leg], people: Collection[UUID], ways: Collection[Way]
) -> list[r.Delegate]:
    found = []
    for person in people if legs else ():
        old = plan.delegate_by_person.get(person)
        if old is None:
            continue
        new = replace(old, arrival_id=legs[-1].id) if Way.ARRIVAL in ways else old
        new = replace(new, departure_id=legs[0].id) if Way.DEPARTURE in ways else new
        if new != old:
            found.append(new)
    return found


def unseated(plan: MissionPlan, some: Iterable[r.LegPassenger]) -> Changes:
    """Return what takes passengers off their legs, out of those legs' rows, and off their way in or out."""
    removed: list[r.Record] = []
    delegates: dict[UUID, r.Delegate] = {}
    for one in some:
        removed.append(one)
        for row in plan.of("items", "leg_id", one.leg_id):
            named: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", row.id)
            removed += (other for other in named if other.person_id == one.person_id and not other.excepted)
        own = plan.delegate_by_person.get(one.person_id)
        if own is not None:
            now = delegates.get(own.id, own)
            now = replace(now, arrival_id=None) if now.arrival_id == one.leg_id else now
            delegates[own.id] = replace(now, departure_id=None) if now.departure_id == one.leg_id else now
    saved = tuple(one for one in delegates.values() if one != plan.get(r.Delegate, one.id))
    return Changes(saved, (), tuple(removed))


def reseated(plan: MissionPlan, some: Iterable[r.LegPassenger], leg: r.Leg) -> Changes:
    """Return what moves passengers to another leg: it becomes the way in or out of those whose theirs was it."""
    rows = list(some)
    changes = unseated(plan, rows)
    for way in (Way.ARRIVAL, Way.DEPARTURE, None):
        people = [
            one.person_id for one in rows if way_by(plan.delegate_by_person.get(one.person_id), one.leg_id) is way
        ]
        changes = changes.then(seated(changes.on(plan), [leg], people, (way,) if way is not None else ()))
    return changes


def way_by(delegate: r.Delegate | None, leg_id: UUID) -> Way | None:
    """Return whether a leg is how somebody arrives or leaves."""
    if delegate is None:
        return None
    if delegate.arrival_id == leg_id:
        return Way.ARRIVAL
    return Way.DEPARTURE if delegate.departure_id == leg_id else None


def likely_way(plan: MissionPlan, legs: Iterable[r.Leg]) -> Way | None:
    """Return whether legs bring people to the mission or home again; None for a journey within it."""
    some = sorted((one for one in legs if one.date is not None), key=lambda one: departure(plan, one))
    if not some or not any(one.mode in _SCHEDULED for one in some):
        return None
    mission = plan.mission
    left, arrived = some[0].date or dt.date.max, some[-1].end_date or some[-1].date or dt.date.min
    comes, goes = arrived <= mission.start, left >= mission.end
    if comes and goes:  # out and back on one day
        comes = (some[0].start or dt.time.min) < dt.time(12)
        return Way.ARRIVAL if comes else Way.DEPARTURE
    return Way.ARRIVAL if comes else Way.DEPARTURE if goes else None
