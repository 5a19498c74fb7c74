"""Say when a row is: what stands in the time column, and where clocks differ."""

from __future__ import annotations

import datetime as dt

from missionplanner.documents.content.dates import city_of_zone, clock, duration, offset
from missionplanner.documents.content.values import When
from missionplanner.documents.content.voice import Voice
from missionplanner.domain.clock import local
from missionplanner.domain.naming import PARTS
from missionplanner.domain.programme.timing import Times
from missionplanner.domain.vocabulary import ItemKind, PartOfDay

JOURNEYS = frozenset(
    {ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.COACH, ItemKind.TRANSFER},
)
TIMELESS = frozenset({ItemKind.HOTEL, ItemKind.FREE_TIME, ItemKind.LOGISTICS})
"""Kinds that need no time: nothing is missing where they have none."""


def when_of(voice: Voice, kind: ItemKind, times: Times, part: PartOfDay | None, cancelled: bool) -> When:
    """Return what the time column shows; no end is ever invented."""
    t = voice.t
    after = _later_day(voice, times) if times.end_date != times.date else ""
    if times.start is not None:
        return When(clock(times.start), clock(times.end) if times.end else "", after)
    if times.end is not None:
        return When(t("arrives") if kind in JOURNEYS else t("until"), clock(times.end), after, is_word=True)
    if part is not None:
        return When(t(PARTS[part]), is_word=True)
    if kind in TIMELESS or cancelled:
        return When()
    return When(t("time to be confirmed"), is_word=True)


def _later_day(voice: Voice, times: Times) -> str:
    if times.date is None or times.end_date is None or times.end_date == times.date:
        return ""
    days = (times.end_date - times.date).days
    if days < 0:
        return voice.t.plural("−{count} day", "−{count} days", -days)
    return voice.t.plural("+{count} day", "+{count} days", days)


def zones_line(voice: Voice, kind: ItemKind, times: Times, located: bool) -> str:
    """Return the clocks of a row that crosses zones or is not in the zone of its day, else nothing.

    What is ``located`` is local to its place and names that zone; anything else is a call, and names both clocks.

    Flights show the time at home too, where it differs at both ends (DOMAIN §5).
    """
    if times.date is None:
        return ""
    day, home = voice.zone_of(times.date), voice.plan.mission.home_zone
    if times.zone == times.end_zone == day and not (home and kind is ItemKind.FLIGHT):
        return ""
    moment = times.span.start or times.span.end
    if moment is None:
        return ""
    if _differ(moment, times.zone, times.end_zone):
        crossing = _crossing(voice, times)
        return _with_home(voice, times, crossing) if kind is ItemKind.FLIGHT else crossing
    parts = []
    if _differ(moment, times.zone, day):
        city, ahead = city_of_zone(times.zone, voice.language), offset(moment, times.zone)
        named = voice.t("{city} time ({offset})", city=city, offset=ahead)
        parts += [named] if located else [_in_zone(voice, times, zone) for zone in (times.zone, day)]
    if kind is ItemKind.FLIGHT and home and _differ(moment, times.zone, home):
        parts.append(_in_zone(voice, times, home))
    return " · ".join(parts)


def _differ(moment: dt.datetime, one: str, other: str) -> bool:
    return one != other and local(moment, one).utcoffset() != local(moment, other).utcoffset()


def _crossing(voice: Voice, times: Times) -> str:
    """Return ``12:40 Tokyo (UTC+9) → 17:10 Amsterdam (UTC+2) · 11 h 30 min``."""
    span = times.span
    ends = []
    for time, moment, name in ((times.start, span.start, times.zone), (times.end, span.end, times.end_zone)):
        city = city_of_zone(name, voice.language)
        at = moment or span.start or span.end
        if time is None or at is None:
            ends.append(city)
        else:
            ends.append(f"{clock(time)} {city} ({offset(at, name)})")
    line = " → ".join(ends)
    if span.start is not None and span.end is not None and span.end > span.start:
        line += f" · {duration(span.end - span.start, voice.t)}"
    return line


def _with_home(voice: Voice, times: Times, line: str) -> str:
    home, moment = voice.plan.mission.home_zone, times.span.start or times.span.end
    if not home or moment is None:
        return line
    if all(_differ(moment, home, zone) for zone in (times.zone, times.end_zone)):
        return f"{line} · {_in_zone(voice, times, home)}"
    return line


def _in_zone(voice: Voice, times: Times, zone_name: str) -> str:
    """Return the span as clocks of a zone show it: ``14:40–17:10 Rome time``."""
    span = times.span
    shown = [clock(local(end, zone_name).time()) for end in (span.start, span.end) if end is not None]
    days = [local(end, zone_name).date() for end in (span.start, span.end) if end is not None]
    moved = (days[0] - times.date).days if days and times.date else 0
    text = voice.t("{times} {city} time", times="–".join(shown), city=city_of_zone(zone_name, voice.language))
    if moved:
        sign = "+" if moved > 0 else "−"
        text += f" ({sign}{abs(moved)})"
    return text
