"""Give a row of the programme another day and time: wall time moves, lengths stay (DOMAIN §5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.clock import in_gap, local, part_of, utc
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, item_times, leg_times

SHORTEST = dt.timedelta(minutes=5)
"""The least a row with a start and an end lasts once somebody moves one of them."""
LONGEST_OVER_MIDNIGHT = dt.timedelta(hours=12)
"""An end before its start is meant for the next day where the row then lasts no longer than this."""

Timed = TypeVar("Timed", r.AgendaItem, r.Leg)


def is_locked(plan: MissionPlan, item: r.AgendaItem) -> bool:
    """Tell whether an item has to stay: it is locked, or another row of its leg is."""
    if item.locked or item.leg_id is None:
        return bool(item.locked)
    return any(row.locked for row in plan.of("items", "leg_id", item.leg_id))


def later_day(day: dt.date, days: int) -> dt.date:
    """Return the day this many days later. Raises Invalid where the calendar ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError as error:
        raise Invalid(N_("This day is too far away."), field="date") from error


def later(wall: dt.datetime, minutes: int) -> dt.datetime:
    """Return the wall time this many minutes later by the clock. Raises Invalid where the calendar ends."""
    try:
        return wall + dt.timedelta(minutes=minutes)
    except OverflowError as error:
        raise Invalid(N_("This day is too far away."), field="date") from error


def refuse_gap(day: dt.date | None, time: dt.time | None, zone: str, field: str, title: str) -> None:
    """Raise Invalid for a wall time that the change to summer time swallows, telling what clocks do."""
    if day is not None and time is not None and in_gap(day, time, zone):
        shown = local(utc(day, time, zone), zone)
        raise Invalid(
            N_(
                "“{title}” cannot be at {time} on {day}: the clocks in {zone} go forward over that time; "
                "they then show {shown}."
            ),
            field=field,
            title=title,
            time=f"{time:%H:%M}",
            day=day.isoformat(),
            zone=zone,
            shown=f"{shown:%H:%M}",
        )


def retimed(old: Times, new: Times, title: str) -> Times:
    """Return ``new`` with the end that keeps the length of ``old``; its own end is not looked at.

    Within one zone the length is that on the clock: 09:00–11:00 stays two hours also in the night the
    clocks change. Across zones it is the one in UTC. Without a start the end keeps its time and follows
    the day; without an end there is none. Raises Invalid for a start or end that DST swallows.
    """
    refuse_gap(new.date, new.start, new.zone, "start", title)
    if old.end is None:
        days = _days(old.date, old.end_date)
        ended = replace(new, end=None, end_date=later_day(new.date, days) if new.date else None)
    elif new.date is None:
        ended = replace(new, end=old.end, end_date=None)
    elif old.date is None and new.start is not None:
        ended = replace(new, end=old.end, end_date=first_end_day(replace(new, end=old.end)))
    elif old.date is None or old.end_date is None or old.start is None or new.start is None:
        ended = replace(new, end=old.end, end_date=later_day(new.date, _days(old.date, old.end_date)))
    elif old.crosses_zones or new.crosses_zones:
        length = utc(old.end_date, old.end, old.end_zone) - utc(old.date, old.start, old.zone)
        arrived = local(utc(new.date, new.start, new.zone) + length, new.end_zone)
        ended = replace(new, end_date=arrived.date(), end=arrived.time())
    else:
        length = dt.datetime.combine(old.end_date, old.end) - dt.datetime.combine(old.date, old.start)
        wall = dt.datetime.combine(new.date, new.start) + length
        ended = replace(new, end_date=wall.date(), end=wall.time())
    refuse_gap(ended.end_date, ended.end, ended.end_zone, "end", title)
    return ended


def first_end_day(times: Times) -> dt.date | None:
    """Return the first day on which the end of these times lies after their start, in UTC.

    Across zones that may be the day before: who flies east over the date line lands before leaving.
    """
    if times.date is None or times.start is None or times.end is None:
        return times.date
    began = utc(times.date, times.start, times.zone)
    for days in (-1, 0, 1) if times.crosses_zones else (0, 1):
        day = later_day(times.date, days)
        if utc(day, times.end, times.end_zone) > began:
            return day
    return later_day(times.date, 1)


def _days(first: dt.date | None, last: dt.date | None) -> int:
    return (last - first).days if first and last else 0


def zones_on(plan: MissionPlan, item: r.AgendaItem, day: dt.date | None) -> tuple[str, str]:
    """Return the zones in which an item would start and end on another day."""
    leg = plan.leg(item.leg_id)
    moved = replace(item, date=day)
    if leg is not None and leg.zone is None:
        plan = replace(plan, legs=tuple(replace(leg, date=day) if one.id == leg.id else one for one in plan.legs))
    times = item_times(plan, moved)
    return times.zone, times.end_zone


def moved_times(plan: MissionPlan, item: r.AgendaItem, day: dt.date | None, start: dt.time | None) -> Times:
    """Return the times of an item at another day or start. Raises Invalid where DST swallows them."""
    zone, end_zone = zones_on(plan, item, day)
    title = item.title.best("", plan.mission.languages)
    return retimed(item_times(plan, item), Times(day, start, zone, day, None, end_zone), title)


def moved_leg(plan: MissionPlan, leg: r.Leg, minutes: int, days: int) -> r.Leg:
    """Return a leg without a row of its own, later by this much. Raises Invalid where DST swallows it."""
    if leg.date is None:
        return leg
    old = leg_times(plan, leg)
    day, start = shifted_start(old, minutes, days)
    moved = replace(leg, date=day)
    zones = leg_times(plan, moved)
    title = " ".join(part for part in (leg.operator, leg.number) if part) or "–"
    return with_times(leg, retimed(old, Times(day, start, zones.zone, day, None, zones.end_zone), title))


def shifted_start(old: Times, minutes: int, days: int) -> tuple[dt.date | None, dt.time | None]:
    """Return the day and start later by this much on the clock; without a start only the day moves."""
    if old.date is None:
        return None, old.start
    day = later_day(old.date, days)
    if old.start is None:
        return day, None
    wall = later(dt.datetime.combine(day, old.start), minutes)
    return wall.date(), wall.time()


def with_times(record: Timed, times: Times) -> Timed:
    """Return an item or leg with these times; an end on its own day is written without a day."""
    same = times.end_date == times.date or times.end_date is None
    kept_day = times.end_date if record.end_date is not None and record.end_date == record.date else None
    end_day = kept_day if same else times.end_date
    return replace(record, date=times.date, start=times.start, end=times.end, end_date=end_day)


def _of_its_time(item: r.AgendaItem, old: r.AgendaItem) -> r.AgendaItem:
    """Return an item whose part of the day follows its new start."""
    if item.part_of_day is None or item.start is None or item.start == old.start:
        return item
    return replace(item, part_of_day=part_of(item.start))


def rewritten(plan: MissionPlan, item: r.AgendaItem, times: Times) -> Iterator[r.Record]:
    """Yield what to save so that an item has these times: itself, or its leg and every row of that leg."""
    leg = plan.leg(item.leg_id)
    if leg is None:
        yield _of_its_time(with_times(item, times), item)
        return
    moved = with_times(leg, times)
    yield moved
    for row in plan.of("items", "leg_id", leg.id):
        placed = row.date is not None or row.id == item.id
        yield _of_its_time(_as_row(row, moved, placed), row)


def _as_row(row: r.AgendaItem, leg: r.Leg, placed: bool) -> r.AgendaItem:
    """Return a leg's row with what it says of its own equal to the leg (EXCHANGE §2)."""
    return replace(
        row,
        date=leg.date if placed else None,
        start=leg.start if row.start is not None else None,
        end=leg.end if row.end is not None else None,
        end_date=leg.end_date if row.end_date is not None else None,
    )
