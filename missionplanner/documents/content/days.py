"""Lay the rows of a programme into days: heads, routes, and what runs side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from missionplanner.documents.content.dates import month, weekday, zone_at
from missionplanner.documents.content.places import town_of
from missionplanner.documents.content.values import Day, Parallel, Row, Track
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.clock import Span
from missionplanner.domain.text import folded

LONGEST_TOWN = 30
"""Characters: a longer end of a leg is an address, not a town."""


class Placed(NamedTuple):
    """Be a row with what decides its place: its item or leg, its time, the groups it is meant for."""

    row: Row
    source: r.AgendaItem | r.Leg | None
    start: dt.time | None
    span: Span
    groups: tuple[r.Group, ...] = ()


def day_of(voice: Voice, date: dt.date, entries: Sequence[Row | Parallel], placed: Iterable[Placed]) -> Day:
    """Return a day with its head, which names a zone where clocks differ in this mission."""
    about, route = [_which(voice, date)], route_of(voice, placed)
    if voice.several_zones:
        about.append(zone_at(date, voice.zone_of(date), voice.language))
    return Day(
        date=date,
        numeral=str(date.day),
        weekday=weekday(date, voice.language),
        month=month(date, voice.language),
        about=" · ".join(part for part in about if part),
        route=_once(route) if any(isinstance(one, Parallel) for one in entries) else route,
        entries=tuple(entries),
    )


def _which(voice: Voice, date: dt.date) -> str:
    mission, t = voice.plan.mission, voice.t
    count = (mission.end - mission.start).days + 1
    if not mission.start <= date <= mission.end:
        return t("Travel day") if mission.first_day <= date <= mission.last_day else ""
    return t("Day {number} of {count}", number=(date - mission.start).days + 1, count=count) if count > 1 else ""


def route_of(voice: Voice, placed: Iterable[Placed]) -> tuple[str, ...]:
    """Return the towns of a day in order, none twice in a row."""
    towns: list[str] = []
    for one in placed:
        if one.row.cancelled:
            continue
        for town in _towns(voice, one.source):
            if town and len(town) <= LONGEST_TOWN and (not towns or folded(town) != folded(towns[-1])):
                towns.append(town)
    return tuple(towns)


def _once(towns: tuple[str, ...]) -> tuple[str, ...]:
    """Return each town once: groups on different ways have no common order."""
    return tuple(dict.fromkeys(towns))


def _towns(voice: Voice, source: r.AgendaItem | r.Leg | None) -> tuple[str, ...]:
    if isinstance(source, r.AgendaItem) and source.leg_id is None and source.place_id is None:
        return (source.city or "",)
    leg = source if isinstance(source, r.Leg) else voice.plan.leg(source.leg_id) if source else None
    ends = [_town(voice, text) for text in (leg.origin_text, leg.destination_text)] if leg else []
    if any(ends):
        return tuple(ends)
    if isinstance(source, r.AgendaItem):
        return (town_of(source, voice.plan.place(source.place_id)),)
    return ()


def _town(voice: Voice, text: str | None) -> str:
    """Return the town of an end of a leg: all of it, or what stands after a comma, if the plan knows it."""
    town = (text or "").rpartition(",")[2].strip()
    return town if folded(town) in voice.towns else ""


def in_time(rows: Sequence[Placed], late: Iterable[Placed]) -> list[Placed]:
    """Put rows that have no position of their own where their start belongs; without one, at the end."""
    result = list(rows)
    for one in late:
        start = one.start
        at = len(result)
        if start is not None:
            after = (n for n, other in enumerate(result) if other.start is not None and other.start > start)
            at = next(after, len(result))
        result.insert(at, one)
    return result


# -- side by side ---------------------------------------------------------------------------------


def side_by_side(voice: Voice, placed: Sequence[Placed]) -> list[Row | Parallel]:
    """Set consecutive rows of different groups side by side; everything else stays a row of its own."""
    entries: list[Row | Parallel] = []
    for run in _runs(placed):
        tracks = _tracks(voice, run)
        entries += [Parallel(tracks)] if len(tracks) > 1 else [one.row for one in run]
    return entries


def _runs(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Cut a day where a row is for everybody, or begins when all before it in its run have ended."""
    runs: list[list[Placed]] = []
    for one in placed:
        if runs and one.groups and runs[-1][-1].groups and not _begins_after(one, runs[-1]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _begins_after(one: Placed, run: Sequence[Placed]) -> bool:
    """Tell whether a row starts once several tracks of the run, all with an end, are over."""
    if one.span.start is None or len({other.groups for other in run}) < 2:
        return False
    ends = [other.span.end or other.span.start for other in run]
    return all(end is not None and end <= one.span.start for end in ends)


def _tracks(voice: Voice, run: Sequence[Placed]) -> tuple[Track, ...]:
    by_groups: dict[tuple[r.Group, ...], list[Row]] = {}
    for one in run:
        by_groups.setdefault(one.groups, []).append(one.row)
    ordered = sorted(by_groups, key=lambda groups: [voice.plan.groups.index(group) for group in groups])
    return tuple(
        Track(
            " · ".join(map(voice.group_name, groups)),
            groups[0].colour if len(groups) == 1 else None,
            tuple(by_groups[groups]),
        )
        for groups in ordered
    )
