"""Reckon with wall time and zones: what is planned is local, what is compared is UTC (DOMAIN §5)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil import tz

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import PartOfDay

UTC = dt.UTC
DAY = dt.timedelta(days=1)

PART_HOURS: dict[PartOfDay, tuple[int, int]] = {
    PartOfDay.MORNING: (6, 12),
    PartOfDay.MIDDAY: (12, 14),
    PartOfDay.AFTERNOON: (14, 18),
    PartOfDay.EVENING: (18, 23),
    PartOfDay.NIGHT: (23, 6),
}
"""First and last hour of each part of the day (EXCHANGE §2)."""

_NO_PLACE = re.compile(r"(posix|right)/|(posixrules|localtime|Factory)$")
"""What some systems keep beside the zones: copies, leap seconds, the machine's own setting."""


@lru_cache(maxsize=512)
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of this name. Raises Invalid for a name that is none."""
    try:
        if _NO_PLACE.match(name):
            raise ValueError(name)
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid(N_("“{zone}” is not a known time zone, such as Europe/Rome."), zone=name) from error


@lru_cache(maxsize=16384)
def utc(day: dt.date, time: dt.time, zone_name: str) -> dt.datetime:
    """Return the moment of a wall time: of a doubled hour the first, of a swallowed one what clocks then show."""
    return dt.datetime.combine(day, time, zone(zone_name)).astimezone(UTC)


def local(moment: dt.datetime, zone_name: str) -> dt.datetime:
    """Return the wall time of a moment in a zone."""
    return moment.astimezone(zone(zone_name))


def in_gap(day: dt.date, time: dt.time, zone_name: str) -> bool:
    """Tell whether a change to summer time swallows this wall time."""
    return not tz.datetime_exists(dt.datetime.combine(day, time), zone(zone_name))


def part_of(time: dt.time) -> PartOfDay:
    """Return the part of the day a wall time falls into."""
    for part, (first, last) in PART_HOURS.items():
        if first < last and first <= time.hour < last:
            return part
    return PartOfDay.NIGHT


@dataclass(frozen=True, slots=True)
class Span:
    """Be the stretch of an item or leg in UTC; either end may be unknown. Half-open."""

    start: dt.datetime | None
    end: dt.datetime | None

    def overlaps(self, other: Span) -> bool:
        """Tell whether two spans clash (DOMAIN §6).

        A span without an end clashes where its start lies inside the other or equals its start; one
        without a start is not guessed.
        """
        if self.start is None or other.start is None:
            return False
        if self.end is None and other.end is None:
            return self.start == other.start
        if self.end is None:
            return other.holds(self.start)
        if other.end is None:
            return self.holds(other.start)
        return max(self.start, other.start) < min(self.end, other.end)

    def holds(self, moment: dt.datetime) -> bool:
        """Tell whether a moment lies in a span with both ends, or is its start."""
        if self.start is None or self.end is None:
            return False
        return self.start <= moment < self.end or moment == self.start
