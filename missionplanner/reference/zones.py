"""Know the zone of a point (tzfpy) and when clocks change in a zone."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from missionplanner.base.errors import Invalid
from missionplanner.domain.checks.knowledge import ClockChange
from missionplanner.domain.clock import DAY, UTC, local, zone

_SECOND = dt.timedelta(seconds=1)


@lru_cache(maxsize=4096)
def zone_of(lat: float, lon: float) -> str | None:
    """Return the IANA zone of a point in WGS 84 degrees; None on the open sea and where none is known."""
    import tzfpy

    name = tzfpy.get_tz(lon, lat)
    if not name or name.startswith("Etc/"):
        return None
    try:
        zone(name)
    except Invalid:  # newer than the zones this computer knows
        return None
    return name


@lru_cache(maxsize=256)
def clock_changes(name: str, first: dt.date, last: dt.date) -> tuple[ClockChange, ...]:
    """Return the changes of clocks in a zone on these days, the last included. Raises Invalid for no zone."""
    moment = dt.datetime.combine(first, dt.time(), zone(name)).astimezone(UTC)
    end = dt.datetime.combine(last, dt.time(), zone(name)).astimezone(UTC) + DAY
    found = []
    while moment < end:
        then = min(moment + DAY, end)
        if _offset(moment, name) != _offset(then, name):
            found.append(_change(name, moment, then))
        moment = then
    return tuple(one for one in found if first <= one.day <= last)


def _offset(moment: dt.datetime, name: str) -> dt.timedelta:
    return local(moment, name).utcoffset() or dt.timedelta()


def _change(name: str, before: dt.datetime, after: dt.datetime) -> ClockChange:
    """Return the change between two moments, to the second."""
    old, new = _offset(before, name), _offset(after, name)
    while after - before > _SECOND:
        middle = before + (after - before) / 2
        if _offset(middle, name) == old:
            before = middle
        else:
            after = middle
    at = (after + dt.timedelta(milliseconds=1)).replace(microsecond=0)
    return ClockChange(name, local(at, name).date(), at, round((new - old) / dt.timedelta(minutes=1)))
