"""Think of other times for an item: the nearest free start, another day, the shelf."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_, Message
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.stops import Ride, Row, Stop, is_journey
from missionplanner.domain.clock import Span, local, utc
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way, told
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.domain.vocabulary import ItemKind

GRID = 5
"""Minutes of the grid on which starts are proposed."""
TRIES = 3
"""How many starts are tried each way before an item is left where it is."""
NEXT_TRY = 30
"""Minutes to go on where a start made trouble that more time does not mend."""
A_LITTLE = 30
"""Minutes up to which a move is said as "10 min later" and not as a time."""
EARLIEST, LATEST = dt.time(7), dt.time(23)
FARTHEST = {ItemKind.MEAL: 90}
"""Minutes beyond which an item of a kind would be something else."""

_MINUTE = dt.timedelta(minutes=1)
_LATER = (N_("Start {minutes} min later"), N_("Start “{item}” {minutes} min later"))
_EARLIER = (N_("Start {minutes} min earlier"), N_("Start “{item}” {minutes} min earlier"))
_TO = (N_("Move to {time}"), N_("Move “{item}” to {time}"))
_DAYS = {
    "first": (N_("Move to the first day, {time}"), N_("Move “{item}” to the first day, {time}")),
    "last": (N_("Move to the last day, {time}"), N_("Move “{item}” to the last day, {time}")),
    "before": (N_("Move to the day before, {time}"), N_("Move “{item}” to the day before, {time}")),
    "after": (N_("Move to the next day, {time}"), N_("Move “{item}” to the next day, {time}")),
}
_WHOLE_DAYS = {
    "first": (N_("Move to the first day"), N_("Move “{item}” to the first day")),
    "last": (N_("Move to the last day"), N_("Move “{item}” to the last day")),
    "before": (N_("Move to the day before"), N_("Move “{item}” to the day before")),
    "after": (N_("Move to the next day"), N_("Move “{item}” to the next day")),
}
_ASIDE = (N_("Move to “Not placed”"), N_("Move “{item}” to “Not placed”"))


@dataclass(frozen=True, slots=True)
class Move:
    """Say how an item may move: at least so many minutes, in which directions, and whether it is told alone."""

    row: Row
    least: int = GRID
    directions: tuple[int, ...] = (1, -1)
    alone: bool = True


def nearest(trial: Trial, finding: Finding, move: Move) -> Search:
    """Return the search for the nearest free starts of an item on its day, later and earlier."""
    row = move.row
    cost = Cost(people=len(trial.scene.heads(row)), minutes=move.least, firm=trial.firmness(row.item))
    return Search(cost, _nearest(trial, finding, move))


def _nearest(trial: Trial, finding: Finding, move: Move) -> Iterator[Way]:
    row = move.row
    start = row.span.start
    if start is None or trial.is_fixed(row.item):
        return
    busy = _busy(trial, finding, row)
    reach = _reach(finding, row, busy)
    for direction in move.directions:
        wanted: dt.datetime | None = start + direction * move.least * _MINUTE
        for _ in range(TRIES):
            wanted = _free(trial, row, busy, wanted, direction) if wanted is not None else None
            if wanted is None or not reach[0] <= wanted <= reach[1]:
                break
            way = _moved(trial, move, wanted)
            verdict = trial.verdict(finding, way.changes) if way is not None else None
            if way is not None and verdict is not None and verdict.holds:
                yield way
                break
            lacks = [one.short or 0 for _, one in verdict.harm if row.item.id in one.items] if verdict else []
            wanted += direction * max(GRID, *lacks, NEXT_TRY if not any(lacks) else 0) * _MINUTE


def _busy(trial: Trial, finding: Finding, row: Row) -> list[Stop]:
    """Return what the people of an item do, and what is at its place where that holds one thing at a time."""
    scene = trial.scene
    place = scene.plan.place(row.item.place_id)
    crowded = place is not None and (bool(place.exclusive) or finding.rule == "over_capacity")
    stops: list[Stop] = [
        one
        for one in scene.binding
        if one.item.id != row.item.id
        and one.item.leg_id is None
        and (not one.who.isdisjoint(row.who) or (crowded and one.item.place_id == row.item.place_id))
    ]
    same_vehicle = finding.legs if finding.rule == "vehicle_double_booked" else ()
    stops += [
        one
        for one in scene.rides.values()
        if one.leg.id != row.item.leg_id and (one.leg.id in same_vehicle or not one.who.isdisjoint(row.who))
    ]
    return [one for one in stops if one.span.start is not None]


def _reach(finding: Finding, row: Row, busy: list[Stop]) -> tuple[dt.datetime, dt.datetime]:
    """Return between which starts an item keeps its place among the journeys of its people.

    Before the coach to the airport people are in town and after it they are not: what moves stays on its side
    of a journey, and a journey on its side of all there is. The legs a finding is about say nothing.
    """
    first, last = _BEGINNING, _END
    start, end = row.span.start, row.last
    assert start is not None and end is not None
    for one in busy:
        leg = one.leg.id if isinstance(one, Ride) else None
        if leg in finding.legs or not (is_journey(one) or is_journey(row)) or one.span.overlaps(row.span):
            continue
        if one.last is not None and one.last <= start:
            first = max(first, one.last)
        elif one.span.start is not None and one.span.start >= end:
            last = min(last, one.span.start - (end - start))
    return first, last


_BEGINNING = dt.datetime.min.replace(tzinfo=dt.UTC)
_END = dt.datetime.max.replace(tzinfo=dt.UTC)


def _free(trial: Trial, row: Row, busy: list[Stop], wanted: dt.datetime, direction: int) -> dt.datetime | None:
    """Return the first start on the grid from ``wanted`` on at which people are free; None beyond the day."""
    length = row.span.end - row.span.start if row.span.end and row.span.start else None
    start = _on_grid(_clamped(trial, row, wanted, direction), direction)
    while _is_within(trial, row, start, length):
        span = Span(start, start + length if length is not None else None)
        others = [one for one in busy if span.overlaps(one.span)]
        if not others:
            return start
        if direction > 0:
            start = _on_grid(max([one.last for one in others if one.last] + [start + GRID * _MINUTE]), 1)
        else:
            begins = min(one.span.start for one in others if one.span.start)
            start = _on_grid(min(begins - (length or GRID * _MINUTE), start - GRID * _MINUTE), -1)
    return None


def _clamped(trial: Trial, row: Row, wanted: dt.datetime, direction: int) -> dt.datetime:
    """Return a start no earlier than the place opens when looking later, over before it closes when earlier."""
    first, last = _bounds(trial, row)
    if row.times.date is None or row.span.start is None:
        return wanted
    if direction > 0:
        return max(wanted, utc(row.times.date, first, row.times.zone))
    length = row.span.end - row.span.start if row.span.end else dt.timedelta()
    return min(wanted, utc(row.times.date, last, row.times.zone) - length)


def _is_within(trial: Trial, row: Row, start: dt.datetime, length: dt.timedelta | None) -> bool:
    """Tell whether a start is on the item's day, between morning and night, and while its place is open."""
    first, last = _bounds(trial, row)
    there = local(start, row.times.zone)
    ends = local(start + (length or dt.timedelta()), row.times.zone)
    if there.date() != row.times.date or there.time() < first:
        return False
    most = FARTHEST.get(row.item.kind)
    if most is not None and row.span.start is not None and abs(start - row.span.start) > most * _MINUTE:
        return False
    as_late = row.span.end is not None and start + (length or dt.timedelta()) <= row.span.end
    return as_late or (ends.date() == there.date() and ends.time() <= last)


def _bounds(trial: Trial, row: Row) -> tuple[dt.time, dt.time]:
    place = trial.plan.place(row.item.place_id)
    opens, closes = (place.opens, place.closes) if place is not None else (None, None)
    if opens is not None and closes is not None and closes <= opens:
        opens = closes = None
    earliest = min(EARLIEST, row.times.start) if row.times.start else EARLIEST
    return max(opens, earliest) if opens else earliest, min(closes, LATEST) if closes else LATEST


def _on_grid(moment: dt.datetime, direction: int) -> dt.datetime:
    over = dt.timedelta(minutes=moment.minute % GRID, seconds=moment.second, microseconds=moment.microsecond)
    if not over:
        return moment
    return moment - over + (GRID * _MINUTE if direction > 0 else dt.timedelta())


def _moved(trial: Trial, move: Move, start: dt.datetime) -> Way | None:
    row = move.row
    there = local(start, row.times.zone)
    changes = _placed(trial, Placing(row.item.id, there.date(), there.time().replace(tzinfo=None)))
    if changes is None or row.span.start is None:
        return None
    minutes = int(abs(start - row.span.start) / _MINUTE)
    if minutes <= A_LITTLE:
        words = _LATER if start > row.span.start else _EARLIER
        said = told(*words, trial.title(row.item), move.alone, minutes=minutes)
    else:
        said = told(*_TO, trial.title(row.item), move.alone, time=f"{there:%H:%M}")
    cost = Cost(people=len(trial.scene.heads(row)), minutes=minutes, firm=trial.firmness(row.item))
    return Way(f"move:{row.item.id}:{there:%Y-%m-%dT%H:%M}", *said, changes, cost)


def _placed(trial: Trial, placing: Placing) -> Changes | None:
    try:
        return placed(trial.plan, [placing])
    except MissionPlannerError:
        return None


def to_another_day(trial: Trial, finding: Finding, row: Row, days: tuple[tuple[str, dt.date], ...]) -> Search:
    """Return the search for a place on other days: at the same time, else at the nearest free one.

    ``days`` are their names in sentences: first, last, before or after.
    """
    cost = Cost(people=len(trial.scene.heads(row)), minutes=24 * 60, firm=trial.firmness(row.item))
    return Search(cost, _days(trial, finding, row, days))


def _days(trial: Trial, finding: Finding, row: Row, days: tuple[tuple[str, dt.date], ...]) -> Iterator[Way]:
    if trial.is_fixed(row.item):
        return
    title = trial.title(row.item)
    for name, day in days:
        for start in _starts(trial, finding, row, day):
            changes = _placed(trial, Placing(row.item.id, day, start))
            if changes is None or not trial.holds(finding, changes):
                continue
            if start is None:
                said = told(*_WHOLE_DAYS[name], title, True)
            else:
                said = told(*_DAYS[name], title, True, time=f"{start:%H:%M}")
            away = abs((day - row.times.date).days) * 24 * 60 if row.times.date else 0
            cost = Cost(people=len(trial.scene.heads(row)), minutes=away, firm=trial.firmness(row.item))
            yield Way(f"day:{row.item.id}:{day.isoformat()}", *said, changes, cost)
            break


def _starts(trial: Trial, finding: Finding, row: Row, day: dt.date) -> Iterator[dt.time | None]:
    """Yield the start an item has, then free ones nearby on another day."""
    yield row.times.start
    if row.times.start is None or row.times.date is None:
        return
    busy = _busy(trial, finding, row)
    length = row.span.end - row.span.start if row.span.end and row.span.start else dt.timedelta()
    first, last = _bounds(trial, row)
    for steps in range(GRID, 12 * 60, 3 * GRID):
        for minutes in (steps, -steps):
            wall = dt.datetime.combine(day, row.times.start) + minutes * _MINUTE
            fits = wall.date() == day and wall.time() >= first and (wall + length).date() == day
            if not fits or (wall + length).time() > last:
                continue
            start = utc(day, wall.time(), row.times.zone)
            if not any(Span(start, start + length).overlaps(one.span) for one in busy):
                yield wall.time()
                return


def aside(trial: Trial, finding: Finding, row: Row, alone: bool) -> Search:
    """Return the last resort: the item goes to the shelf, to be placed another time."""
    cost = Cost(True, len(trial.scene.heads(row)), 24 * 60, trial.firmness(row.item))
    return Search(cost, _aside(trial, finding, row, alone, cost))


def _aside(trial: Trial, finding: Finding, row: Row, alone: bool, cost: Cost) -> Iterator[Way]:
    if trial.is_fixed(row.item) or row.item.leg_id is not None:
        return
    changes = _placed(trial, Placing(row.item.id, None, None))
    if changes is not None and trial.holds(finding, changes):
        message: tuple[Message, Message] = told(*_ASIDE, trial.title(row.item), alone)
        yield Way(f"aside:{row.item.id}", *message, changes, cost)
