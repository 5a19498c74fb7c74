"""Put times into sentences, and into the facts a finding rests on."""

from __future__ import annotations

import datetime as dt

from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.clock import local
from missionplanner.domain.programme.timing import Times


def hours(times: Times, with_zone: bool = False) -> str:
    """Return " (09:00–11:00)" with what is known of it, nothing where nothing is.

    ``with_zone`` adds whose clock it is: " (09:00–11:00 New York)".
    """
    if times.start is None and times.end is None:
        return ""
    start = f"{times.start:%H:%M}" if times.start else "…"
    zone = f" {_city_of(times.zone)}" if with_zone else ""
    if times.end is None:
        return f" ({start}{zone})"
    end_zone = f" {_city_of(times.end_zone)}" if with_zone and times.crosses_zones else ""
    return f" ({start}{zone}–{times.end:%H:%M}{end_zone})" if end_zone else f" ({start}–{times.end:%H:%M}{zone})"


def _city_of(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def length(time: dt.timedelta) -> str:
    """Return a stretch of time in hours and minutes: "15 h 30 min"."""
    hours, minutes = divmod(int(time.total_seconds() // 60), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")
    return " ".join(part for part in parts if part)


def at_clock(time: dt.time | None) -> str:
    """Return ", 09:00", nothing where no time is known."""
    return f", {time:%H:%M}" if time is not None else ""


def wall(moment: dt.datetime, zone: str) -> tuple[str, str]:
    """Return the day (ISO) and the time (HH:MM) of a moment in a zone."""
    there = local(moment, zone)
    return there.date().isoformat(), f"{there:%H:%M}"


def instant(moment: dt.datetime | None, day: dt.date | None = None) -> str:
    """Return a moment, else a day, as a text that sorts by time."""
    if moment is not None:
        return moment.isoformat()
    return day.isoformat() if day is not None else ""


def facts(*parts: Row | Ride) -> tuple[str, ...]:
    """Return when each part starts and ends, as far as it is known."""
    told = []
    for part in parts:
        record = part.item if isinstance(part, Row) else part.leg
        ends = (instant(part.span.start, part.times.date), instant(part.span.end, part.times.end_date))
        told.append(" ".join((str(record.id), *ends)))
    return tuple(told)
