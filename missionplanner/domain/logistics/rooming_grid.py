"""Lay the rooms of a mission out night by night: who sleeps where, who has no bed, what is odd about a room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.beds import lacking, nights_of
from missionplanner.domain.checks.registry import RULES
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.clock import DAY
from missionplanner.domain.delegates.stand_ins import names_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded

LONGEST = 120
"""Nights that are shown at most: a stay of years is a mistake in a date."""


@dataclass(frozen=True, slots=True)
class Line:
    """Be one room: its stays one after the other, none overlapping the next."""

    stays: tuple[r.Stay, ...]

    @property
    def first(self) -> r.Stay:
        return self.stays[0]


@dataclass(frozen=True)
class Grid:
    """Be the rooms of a mission. ``nights`` go by the day they begin.

    ``without`` are the people with no bed by night, ``odd`` twin rooms with one guest, ``doubled`` the people
    with two rooms in one night, by each of these stays. ``names`` are people's.
    """

    nights: tuple[dt.date, ...]
    lines: tuple[Line, ...]
    without: dict[dt.date, frozenset[UUID]]
    odd: frozenset[UUID]
    doubled: dict[UUID, frozenset[UUID]]
    names: dict[UUID, str] = field(default_factory=dict)


def grid_of(scene: Scene) -> Grid:
    """Return the rooms of a scene's plan, hotel by hotel; what is odd is what the checks see."""
    plan = scene.plan
    without = {night: frozenset(some) for night, some in sorted(lacking(scene).items())}
    doubled: dict[UUID, set[UUID]] = {}
    for seen in RULES["two_beds"].look(scene):
        for stay in seen.others:
            doubled.setdefault(stay, set()).update(seen.people)
    odd = frozenset(stay for seen in RULES["odd_twin"].look(scene) for stay in seen.others)
    return Grid(
        nights=_nights(plan, without),
        lines=_lines(plan),
        without=without,
        odd=odd,
        doubled={stay: frozenset(some) for stay, some in doubled.items()},
        names=names_of(plan),
    )


def _nights(plan: MissionPlan, without: Iterable[dt.date]) -> tuple[dt.date, ...]:
    mission = plan.mission
    found = set(nights_of(mission.first_day, mission.last_day)[:LONGEST]) | set(without)
    for stay in plan.stays:
        found.update(nights_of(stay.from_day, stay.to_day)[:LONGEST])
    if not found:
        return (mission.first_day,)
    first, last = min(found), max(found)
    count = min((last - first).days, LONGEST)
    return tuple(first + DAY * number for number in range(count + 1))


def _lines(plan: MissionPlan) -> tuple[Line, ...]:
    """Return a line for each room: stays of one hotel, number and kind that follow one another share it."""
    rooms: dict[object, list[r.Stay]] = {}
    for stay in plan.stays:
        numbered = (stay.hotel_id, folded(stay.room_no), stay.room) if stay.room_no else stay.id
        rooms.setdefault(numbered, []).append(stay)
    lines = [line for stays in rooms.values() for line in _parted(stays)]
    hotels = _hotels(plan)
    kinds = {stay.id: place for place, stay in enumerate(plan.stays)}
    lines.sort(key=lambda line: (*hotels[line.first.hotel_id], _number(line.first), kinds[line.first.id]))
    return tuple(lines)


def _parted(stays: Sequence[r.Stay]) -> list[Line]:
    """Return lines in which no two stays have a night in common."""
    lines: list[list[r.Stay]] = []
    for stay in sorted(stays, key=lambda one: (one.from_day or dt.date.max, one.position, str(one.id))):
        begins = stay.from_day or dt.date.min
        free = next((line for line in lines if (line[-1].to_day or dt.date.max) <= begins), None)
        if free is None:
            lines.append([stay])
        else:
            free.append(stay)
    return [Line(tuple(line)) for line in lines]


def _hotels(plan: MissionPlan) -> dict[UUID | None, tuple[dt.date, str, str]]:
    """Return what the rooms of each hotel are sorted by: the first night in it, its name."""
    first: dict[UUID | None, dt.date] = {}
    for stay in plan.stays:
        day = stay.from_day or dt.date.max
        first[stay.hotel_id] = min(first.get(stay.hotel_id, day), day)
    names = {place.id: folded(place.name or "") for one in first if (place := plan.place(one)) is not None}
    return {one: (day, names.get(one, "") if one else "", str(one)) for one, day in first.items()}


def _number(stay: r.Stay) -> tuple[int, int, str]:
    """Return what rooms of a hotel are sorted by: their numbers, those without one last."""
    digits = "".join(one for one in stay.room_no or "" if one.isdigit())[:9]
    return (0, int(digits), stay.room_no or "") if digits else (1, 0, folded(stay.room_no or ""))
