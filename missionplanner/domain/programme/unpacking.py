"""Put packed items into a programme: pasted from the clipboard or made from a template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.packing import PackedItem
from missionplanner.domain.programme.rescheduling import numbered
from missionplanner.domain.programme.retiming import later, later_day, refuse_gap
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemStatus


@dataclass(frozen=True, slots=True)
class Target:
    """Say where packed items go: their first day, and by how many minutes their clock times move.

    ``day`` None is the shelf. ``groups`` puts all of them into these lanes instead of their own.
    """

    day: dt.date | None
    minutes: int = 0
    groups: tuple[UUID, ...] | None = None


def unpacked(
    plan: MissionPlan, items: Sequence[PackedItem], target: Target, known: Collection[UUID] = ()
) -> Changes:
    """Add packed items; clock times and lanes stay, what was confirmed is tentative, nothing is locked.

    Of people, organisations and places those come along that are in ``known`` or in the plan. A group of
    another mission is found by its name; an item whose groups are all unknown is for everyone. Raises Invalid
    for a time that DST swallows.
    """
    there = frozenset(known) | {one.id for part in (plan.people, plan.organisations, plan.places) for one in part}
    added: list[r.Record] = []
    origins: dict[UUID, UUID | None] = {}
    for one in items:
        groups, limited = _groups(plan, one, target, there)
        item = _item(plan, one, target, there)
        item = replace(item, audience_limited=limited)
        _refuse_gaps(plan, item)
        origins[item.id] = None
        added += (item, *_children(plan, item, one, groups, there))
    return numbered(plan, Changes(added=tuple(added)), origins)


def after_last(plan: MissionPlan, items: Iterable[PackedItem], day: dt.date) -> Target:
    """Return where packed items begin when the last item of a day ends."""
    rows = [item_times(plan, row) for row in plan.items_on(day)]
    ends = [dt.datetime.combine(one.end_date or day, time) for one in rows if (time := one.end or one.start)]
    starts = [one.start for one in items if one.start is not None and not one.day]
    if not ends or not starts:
        return Target(day)
    return Target(day, (max(ends) - dt.datetime.combine(day, min(starts))) // dt.timedelta(minutes=1))


def _item(plan: MissionPlan, one: PackedItem, target: Target, there: Collection[UUID]) -> r.AgendaItem:
    day, start, end, end_day = one.day, one.start, one.end, one.end_day
    date = later_day(target.day, day) if target.day is not None and day is not None else None
    end_date = later_day(target.day, end_day) if date and target.day and end_day is not None else None
    if date is not None and start is not None and target.minutes:
        moved = later(dt.datetime.combine(date, start), target.minutes)
        if end is not None:
            ends = later(dt.datetime.combine(end_date or date, end), target.minutes)
            end, end_date = ends.time(), ends.date() if ends.date() != moved.date() else None
        date, start = moved.date(), moved.time()
    values: dict[str, Any] = {name: getattr(one, name) for name in _SAME}
    return r.AgendaItem(
        mission_id=plan.mission.id,
        date=date,
        start=start,
        end=end,
        end_date=end_date,
        status=ItemStatus.TENTATIVE if one.status is ItemStatus.CONFIRMED else one.status,
        place_id=one.place if one.place in there else None,
        **values,
    )


_SAME = (
    *("kind", "title", "part_of_day", "zone", "end_zone", "place_text", "city", "country", "language"),
    *("dress_code", "text", "team_notes", "talking_points", "plan_b", "background", "questions"),
)
"""Fields an item has as it was packed."""


def _groups(
    plan: MissionPlan, one: PackedItem, target: Target, there: Collection[UUID]
) -> tuple[tuple[UUID, ...], bool]:
    """Return the groups an item is for here, and whether it is for these and its named people only."""
    excepted = any(person in there for person in one.excepted)
    named = any(person in there for person in one.named)
    if target.groups is not None:
        return target.groups, bool(target.groups) or excepted
    if one.groups is None:
        return (), excepted
    by_name = {folded(own.name.best("")): own.id for own in plan.groups if own.name}
    ids = {own.id for own in plan.groups}
    found = [group if group in ids else by_name.get(folded(name)) for group, name in one.groups]
    groups = tuple(dict.fromkeys(group for group in found if group is not None))
    return groups, bool(groups) or named or excepted


def _children(
    plan: MissionPlan, item: r.AgendaItem, one: PackedItem, groups: Iterable[UUID], there: Collection[UUID]
) -> Iterator[r.Record]:
    owner: dict[str, Any] = {"mission_id": item.mission_id, "item_id": item.id}
    for number, group in enumerate(groups):
        yield r.AudienceGroup(**owner, group_id=group, position=number)
    named = one.named if item.audience_limited else ()
    people = [(person, False) for person in named] + [(person, True) for person in one.excepted]
    for number, (person, out) in enumerate(pair for pair in people if pair[0] in there):
        yield r.AudiencePerson(**owner, person_id=person, excepted=out, position=number)
    for number, host in enumerate(host for host in one.hosts if host in there):
        yield r.ItemHost(**owner, organisation_id=host, position=number)
    for number, (person, role) in enumerate(pair for pair in one.roles if pair[0] in there):
        yield r.ItemPerson(**owner, person_id=person, role=role, position=number)
    objectives = {objective.id for objective in plan.objectives}
    for number, objective in enumerate(own for own in one.objectives if own in objectives):
        yield r.ItemObjective(**owner, objective_id=objective, position=number)
    for number, pitch in enumerate(one.pitches):
        yield r.Pitch(
            **owner,
            minutes=pitch.minutes,
            organisation_id=pitch.organisation if pitch.organisation in there else None,
            person_id=pitch.person if pitch.person in there else None,
            topic=pitch.topic,
            order=number,
        )


def _refuse_gaps(plan: MissionPlan, item: r.AgendaItem) -> None:
    times = item_times(plan, item)
    title = item.title.best("", plan.mission.languages)
    if not item.title:
        raise Invalid(N_("Give the item a title."), field="title")
    refuse_gap(times.date, times.start, times.zone, "start", title)
    refuse_gap(times.end_date, times.end, times.end_zone, "end", title)
