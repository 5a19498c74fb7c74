"""Think of other ends and starts: an item shorter, two in the other order, an end that was typed wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.stops import Row, is_journey
from missionplanner.domain.clock import DAY, local, utc
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way, elided, told
from missionplanner.domain.programme.agenda import resized
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.domain.programme.rescheduling import rescheduled
from missionplanner.domain.programme.retiming import LONGEST_OVER_MIDNIGHT, with_times
from missionplanner.domain.programme.shifting import LEAST_MINUTES
from missionplanner.domain.programme.timing import Times, item_times, leg_times

WORTH_IT = dt.timedelta(minutes=15)
"""The least that is left of an item somebody shortens."""
GRID = 5
"""Minutes of the grid on which starts and ends are proposed."""
SHARE = 2
"""An item keeps at least one part in so many of its length."""
_MINUTE = dt.timedelta(minutes=1)

_END = (N_("End at {time}"), N_("End “{item}” at {time}"))
_BEGIN = (N_("Start at {time}, same end"), N_("Start “{item}” at {time}, same end"))
_SWAP = N_("Swap “{item}” and “{other}”")
_TURN = (N_("Swap start and end"), N_("Swap start and end of “{item}”"))
_NEXT_DAY = (N_("End the next day"), N_("End “{item}” the next day"))


def shortened(trial: Trial, finding: Finding, row: Row, until: dt.datetime, alone: bool) -> Search:
    """Return the search for an end no later than a moment, the start staying."""
    return Search(_cost(trial, row, GRID), _shortened(trial, finding, row, until, alone))


def _shortened(trial: Trial, finding: Finding, row: Row, until: dt.datetime, alone: bool) -> Iterator[Way]:
    start, end = row.span.start, row.span.end
    if start is None or end is None or until >= end or not _may_shrink(trial, row):
        return
    until -= dt.timedelta(minutes=until.minute % GRID, seconds=until.second)
    if until - start < _least(row):
        return
    there = local(until, row.times.end_zone)
    if there.date() != row.times.end_date and there.date() != row.times.date:
        return
    changes = _resized(trial, row, None, there.time().replace(tzinfo=None))
    if changes is not None and trial.holds(finding, changes):
        words = told(*_END, trial.title(row.item), alone, time=f"{there:%H:%M}")
        cost = _cost(trial, row, int((end - until) / _MINUTE))
        yield Way(f"end:{row.item.id}:{there:%Y-%m-%dT%H:%M}", *words, changes, cost)


def begun_later(trial: Trial, finding: Finding, row: Row, start: dt.datetime, alone: bool) -> Search:
    """Return the search for a start no earlier than a moment, the end staying."""
    return Search(_cost(trial, row, GRID), _begun_later(trial, finding, row, start, alone))


def _begun_later(trial: Trial, finding: Finding, row: Row, start: dt.datetime, alone: bool) -> Iterator[Way]:
    began, end = row.span.start, row.span.end
    if began is None or end is None or start <= began or not _may_shrink(trial, row):
        return
    over = dt.timedelta(minutes=start.minute % GRID, seconds=start.second)
    start += (GRID * _MINUTE - over) if over else over
    if end - start < _least(row):
        return
    there = local(start, row.times.zone)
    if there.date() != row.times.date:
        return
    changes = _resized(trial, row, there.time().replace(tzinfo=None), None)
    if changes is not None and trial.holds(finding, changes):
        words = told(*_BEGIN, trial.title(row.item), alone, time=f"{there:%H:%M}")
        cost = _cost(trial, row, int((start - began) / _MINUTE))
        yield Way(f"begin:{row.item.id}:{there:%Y-%m-%dT%H:%M}", *words, changes, cost)


def _may_shrink(trial: Trial, row: Row) -> bool:
    """Tell whether an item may be shortened: a journey takes as long as it takes."""
    return not trial.is_fixed(row.item) and not is_journey(row)


def _least(row: Row) -> dt.timedelta:
    assert row.span.start is not None and row.span.end is not None
    kept = dt.timedelta(minutes=LEAST_MINUTES.get(row.item.kind, 0))
    return max(WORTH_IT, kept, (row.span.end - row.span.start) / SHARE)


def _resized(trial: Trial, row: Row, start: dt.time | None, end: dt.time | None) -> Changes | None:
    try:
        return resized(trial.plan, row.item.id, start, end)
    except MissionPlannerError:
        return None


def _cost(trial: Trial, row: Row, minutes: int) -> Cost:
    return Cost(people=len(trial.scene.heads(row)), minutes=minutes, firm=trial.firmness(row.item))


# -- the other order ------------------------------------------------------------------------------------


def swapped(trial: Trial, finding: Finding, row: Row) -> Search:
    """Return the search for a neighbour of the same people to change places with, within the same hours."""
    return Search(_cost(trial, row, GRID), _swapped(trial, finding, row))


def _swapped(trial: Trial, finding: Finding, row: Row) -> Iterator[Way]:
    for other in _neighbours(trial, row):
        first, second = sorted((row, other), key=lambda one: one.key)
        assert first.span.start and first.span.end and second.span.end
        late = local(second.span.end - (first.span.end - first.span.start), first.times.zone)
        if late.date() != first.times.date or first.times.start is None:
            continue
        places = [
            Placing(second.item.id, second.times.date, first.times.start),
            Placing(first.item.id, first.times.date, late.time().replace(tzinfo=None)),
        ]
        try:
            changes = placed(trial.plan, places)
        except MissionPlannerError:
            continue
        if trial.holds(finding, changes):
            titles = [trial.title(one.item) for one in (first, second)]
            message = Message.of(_SWAP, {"item": elided(titles[0]), "other": elided(titles[1])})
            label = Message.of(_SWAP, {"item": titles[0], "other": titles[1]})
            people = trial.scene.heads(first) | trial.scene.heads(second)
            minutes = int((late - local(first.span.start, first.times.zone)) / _MINUTE)
            firm = trial.firmness(first.item) + trial.firmness(second.item)
            cost = Cost(people=len(people), minutes=minutes, firm=firm)
            yield Way(f"swap:{first.item.id}:{second.item.id}", message, label, changes, cost)


def _neighbours(trial: Trial, row: Row) -> Iterator[Row]:
    """Yield what comes right before and after an item for exactly the same people, if both can move."""
    rows = [one for one in trial.scene.binding if one.times.date == row.times.date and one.span.start is not None]
    same = [one for one in rows if one is row or not one.who.isdisjoint(row.who)]
    if row not in same or not _can_swap(trial, row):
        return
    place = same.index(row)
    for other in (*same[place + 1 : place + 2], *same[max(0, place - 1) : place]):
        if other.who == row.who and _can_swap(trial, other) and other.times.zone == row.times.zone:
            yield other


def _can_swap(trial: Trial, row: Row) -> bool:
    timed = row.span.start is not None and row.span.end is not None
    return timed and _may_shrink(trial, row) and row.times.date == row.times.end_date


# -- ends that were typed wrong -------------------------------------------------------------------------


def put_right(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Yield the searches for what the end of an item or leg before its start was meant to be."""
    row = trial.rows.get(finding.items[0]) if finding.items else None
    leg = trial.plan.leg(finding.legs[0]) if finding.legs else None
    if row is not None and not row.item.locked:
        cost = Cost(people=0, firm=trial.firmness(row.item))
        yield Search(cost, _put_right(trial, finding, row.item, item_times(trial.plan, row.item)))
    elif row is None and leg is not None:
        yield Search(Cost(), _put_right(trial, finding, leg, leg_times(trial.plan, leg)))


def _put_right(trial: Trial, finding: Finding, part: r.AgendaItem | r.Leg, times: Times) -> Iterator[Way]:
    for number, (words, asked) in enumerate(_meant(times)):
        if isinstance(part, r.AgendaItem):
            changes, title = rescheduled(trial.plan, {part.id: asked}), trial.title(part)
        else:
            changes = Changes(saved=(with_times(part, asked),))
            title = trial.scene.label(trial.scene.rides[part.id])
        if trial.holds(finding, changes):
            yield Way(f"right:{part.id}:{number}", *told(*words, title, True), changes, Cost(minutes=number))


def _meant(times: Times) -> Iterator[tuple[tuple[str, str], Times]]:
    """Yield times that may be meant: the end the next day where that is not long, start and end exchanged."""
    if times.date is None or times.start is None or times.end is None:
        return
    over_night = replace(times, end_date=times.date + DAY)
    began, ends = utc(times.date, times.start, times.zone), utc(times.date + DAY, times.end, times.end_zone)
    if dt.timedelta() < ends - began <= LONGEST_OVER_MIDNIGHT:
        yield _NEXT_DAY, over_night
    if not times.crosses_zones and times.end_date is not None:
        first, last = sorted((times.date, times.end_date))
        if first == last:
            yield _TURN, replace(times, date=first, start=times.end, end_date=last, end=times.start)
        elif times.start < times.end:
            yield _TURN, replace(times, date=first, end_date=last)
