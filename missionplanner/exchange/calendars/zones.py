"""Find the IANA zone behind the names and tables calendars carry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from missionplanner.base.errors import Invalid
from missionplanner.domain.clock import zone as iana

_PROPERTY = re.compile(r"^([A-Z-]+)((?:;[^:\n]*)?):(.*)$", re.M)
_PART = re.compile(r"BEGIN:(STANDARD|DAYLIGHT)\n(.*?)END:\1", re.S)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})")
_MONTH = re.compile(r"BYMONTH=(\d{1,2})")
_NAMED = re.compile(r"[A-Za-z_]+(?:/[A-Za-z_+-]+){1,2}\Z")

_COMMON = (
    "Europe/Rome Europe/London Europe/Lisbon Europe/Athens Europe/Istanbul Europe/Moscow Atlantic/Azores "
    "America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Halifax "
    "America/Mexico_City America/Bogota America/Lima America/Santiago America/Sao_Paulo "
    "America/Argentina/Buenos_Aires Africa/Cairo Africa/Lagos Africa/Johannesburg Africa/Nairobi "
    "Africa/Casablanca Asia/Jerusalem Asia/Beirut Asia/Dubai Asia/Riyadh Asia/Tehran Asia/Karachi "
    "Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Singapore Asia/Shanghai Asia/Tokyo "
    "Asia/Seoul Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth Pacific/Auckland "
    "Pacific/Honolulu Asia/Tashkent Asia/Almaty"
)
"""Zones a table of offsets may be of, the likelier first."""


class Zones:
    """Be the zones of one calendar: of names alone, and of the tables it carries.

    ``near`` are the zones of the mission, tried first where a table fits several; ``year`` is that of its days.
    """

    def __init__(self, tables: Iterable[str], near: Iterable[str], year: int) -> None:
        self._near = tuple(near)
        self._year = year
        self._tables = {_value(table, "TZID"): table for table in tables}
        self._known: dict[str, str | None] = {}

    def find(self, name: str) -> str | None:
        """Return the IANA zone of a TZID, None where neither its name nor its table tells."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> str | None:
        table = self._tables.get(name, "")
        for one in (name, _value(table, "X-LIC-LOCATION")):
            found = named(one)
            if found is not None:
                return found
        wanted = _of_table(table)
        if wanted is None:
            return None
        return next((one for one in (*self._near, *_COMMON.split()) if _of_zone(one, self._year) == wanted), None)


def named(name: str) -> str | None:
    """Return the IANA zone of a name: as it is, behind the path some programs write, or as Windows calls it."""
    text = name.strip().strip('"')
    if text.upper() in ("UTC", "GMT", "Z", "ETC/UTC"):
        return "UTC"
    parts = text.strip("/").split("/")
    for count in (len(parts), 3, 2):
        tail = "/".join(parts[-count:])
        if _NAMED.match(tail) and _is_zone(tail):
            return tail
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    found: str | None = WINDOWS_TO_OLSON.get(text)
    return found


def _is_zone(name: str) -> bool:
    try:
        iana(name)
    except Invalid:
        return False
    return True


_Rule = tuple[int, int, int | None, int | None]
"""Minutes ahead of UTC in winter and summer time, and the months in which each begins."""


def _of_table(table: str) -> _Rule | None:
    """Return what the parts of a VTIMEZONE say; the last of each kind counts, as the one that still holds."""
    offsets: dict[str, int] = {}
    months: dict[str, int] = {}
    for kind, part in _PART.findall(table)[:200]:
        found = _OFFSET.match(_value(part, "TZOFFSETTO"))
        if found is None:
            continue
        offsets[kind] = (int(found[2]) * 60 + int(found[3])) * (-1 if found[1] == "-" else 1)
        month = _MONTH.search(_value(part, "RRULE"))
        if month is not None:
            months[kind] = int(month[1])
    if "STANDARD" not in offsets:
        return None
    if "DAYLIGHT" not in offsets or not months:
        return offsets["STANDARD"], offsets["STANDARD"], None, None
    return offsets["STANDARD"], offsets["DAYLIGHT"], months.get("STANDARD"), months.get("DAYLIGHT")


@lru_cache(maxsize=512)
def _of_zone(name: str, year: int) -> _Rule | None:
    if not _is_zone(name):
        return None
    offsets = [_minutes(name, dt.datetime(year, 1, 1) + dt.timedelta(days=day)) for day in range(366)]
    low, high = min(offsets), max(offsets)
    if low == high:
        return low, low, None, None
    begins = {
        offset: (dt.datetime(year, 1, 1) + dt.timedelta(days=day)).month
        for day, (before, offset) in enumerate(zip(offsets, offsets[1:], strict=False))
        if before != offset
    }
    return low, high, begins.get(low), begins.get(high)


def _minutes(name: str, moment: dt.datetime) -> int:
    offset = moment.replace(tzinfo=iana(name)).utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else 0


def _value(text: str, name: str) -> str:
    return next((found[3].strip() for found in _PROPERTY.finditer(text) if found[1] == name), "")
