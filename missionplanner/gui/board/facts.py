"""Say what stands around the items: names of days and cities, groups, zones, what is wrong where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.gui.board.entries import MIDNIGHT, minutes_of
from missionplanner.gui.models.days import cities_of, days_of
from missionplanner.gui.models.rows import Row
from missionplanner.gui.wording import Wording


@dataclass(frozen=True, slots=True)
class Break:
    """Be the moment of a day at which people put their clocks to another zone."""

    minute: int
    text: str


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Be what the head of a day says. ``note`` names its zone where it is not that of the gutter."""

    date: dt.date
    title: str
    cities: str
    clashes: int
    warnings: int
    zone: str
    note: str
    breaks: tuple[Break, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Be what a board says besides its items. ``clashes`` are pairs of rows that overlap for the same people."""

    days: tuple[DayFacts, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    zone: str = ""
    zone_name: str = ""
    clashes: tuple[tuple[int, int], ...] = ()


class Cities:
    """Name zones by the cities people go to."""

    def __init__(self, plan: MissionPlan, language: str) -> None:
        self._language = language
        self._known: dict[str, str] = {}
        for one in plan.destinations:
            if one.zone and one.city:
                self._known.setdefault(one.zone, one.city)

    def __call__(self, zone: str) -> str:
        """Return the city of a zone."""
        found = self._known.get(zone)
        if found is None:
            from missionplanner.gui.agenda.clocks import city_of

            found = self._known[zone] = city_of(zone, self._language)
        return found


def facts_of(
    plan: MissionPlan, findings: Iterable[Finding], rows: Sequence[Row], dates: Sequence[dt.date], wording: Wording
) -> Facts:
    """Return what stands around the items of some days."""
    findings = tuple(findings)
    cities = Cities(plan, wording.t.language)
    zone = day_zone(plan, dates[0]) if dates else plan.mission.zone
    known = {day.date: day for day in days_of(plan, findings, wording)}
    breaks = _breaks(plan, rows, cities)
    days = tuple(
        DayFacts(
            date,
            wording.weekday(date),
            cities_of(plan, plan.items_on(date)),
            known[date].clashes if date in known else 0,
            known[date].warnings if date in known else 0,
            day_zone(plan, date),
            _note(zone, day_zone(plan, date), date, cities),
            tuple(breaks.get(date, ())),
            known[date].spoken if date in known else wording.full_day(date),
        )
        for date in dates
    )
    names = tuple(
        (letter(number), group.name.best(wording.t.language, plan.mission.languages) if group.name else "")
        for number, group in enumerate(plan.groups)
    )
    return Facts(days, names, zone, cities(zone), _pairs(findings, rows))


def letter(number: int) -> str:
    """Return the letter of a group: A, B, … Z, AA."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def offset(zone: str, other: str, day: dt.date) -> int:
    """Return by how many minutes the clocks of ``other`` are ahead of those of ``zone`` at noon of a day."""
    noon = dt.datetime.combine(day, dt.time(12))
    here, there = (noon.replace(tzinfo=ZoneInfo(name)).utcoffset() or dt.timedelta() for name in (zone, other))
    return round((there - here).total_seconds() / 60)


def ahead(minutes: int) -> str:
    """Write a difference of clocks: "+1 h", "−3:30 h"."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''} h"


def _note(zone: str, other: str, day: dt.date, cities: Cities) -> str:
    if zone == other:
        return ""
    return f"{cities(other)} {ahead(offset(zone, other, day))}"


def _breaks(plan: MissionPlan, rows: Iterable[Row], cities: Cities) -> dict[dt.date, list[Break]]:
    """Return where a journey ends in another zone, by the day it ends."""
    found: dict[dt.date, list[Break]] = {}
    for row in rows:
        times = row.times
        if not times.crosses_zones or times.date is None or times.start is None or times.end is None:
            continue
        change = offset(times.zone, times.end_zone, times.end_date or times.date)
        if not change:
            continue
        text = f"{cities(times.zone)} → {cities(times.end_zone)}  {ahead(change)}"
        days, minute = divmod(minutes_of(times, day_zone(plan, times.date))[1], MIDNIGHT)
        one = Break(minute, text)
        known = found.setdefault(times.date + dt.timedelta(days=days), [])
        if one not in known:
            known.append(one)
    return found


def _pairs(findings: Iterable[Finding], rows: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    places = {row.id: place for place, row in enumerate(rows)}
    found: dict[tuple[int, int], None] = {}
    for one in findings:
        there = sorted(places[item] for item in one.items if item in places)
        if one.blocks and one.severity is Severity.CLASH and len(there) == 2:
            found[there[0], there[1]] = None
    return tuple(found)
