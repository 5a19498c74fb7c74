"""Think of fewer people at a time: an item in two turns, a journey in two vehicles; groups stay together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.places import seats_of
from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.clock import local
from missionplanner.domain.fixes.trial import BOOKED, Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way, told
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.domain.programme.splitting import Part, split

Halves = tuple[tuple[UUID, ...], tuple[UUID, ...]]
"""The groups of each part."""

_TURNS = (
    N_("Split into two turns, the second at {time}"),
    N_("Split “{item}” into two turns, the second at {time}"),
)
_VEHICLES = (N_("Split over two vehicles"), N_("Split “{item}” over two vehicles"))


def in_turns(trial: Trial, finding: Finding, row: Row) -> Search:
    """Return the search for two turns of an item that is too big for its place: one group's after the other's."""
    return Search(Cost(people=len(trial.scene.heads(row)) // 2), _in_turns(trial, finding, row))


def _in_turns(trial: Trial, finding: Finding, row: Row) -> Iterator[Way]:
    place, end = trial.plan.place(row.item.place_id), row.span.end
    if place is None or not place.capacity or end is None or row.item.leg_id is not None:
        return
    halves = _halves(trial, row, place.capacity)
    if halves is None or trial.is_fixed(row.item):
        return
    then = local(end, row.times.zone)
    for first, second in (halves, halves[::-1]):
        changes = _split(trial, row, (first, second), with_transfers=False)
        copy = next((one for one in changes.added if isinstance(one, r.AgendaItem)), None) if changes else None
        if changes is None or copy is None:
            continue
        try:
            moved = placed(
                changes.on(trial.plan), [Placing(copy.id, then.date(), then.time().replace(tzinfo=None))]
            )
        except MissionPlannerError:
            continue
        changes = changes.then(moved)
        if trial.holds(finding, changes):
            words = told(*_TURNS, trial.title(row.item), True, time=f"{then:%H:%M}")
            minutes = int((end - row.key[0]).total_seconds() // 60)
            cost = Cost(people=_size(trial, second), minutes=minutes, firm=trial.firmness(row.item))
            yield Way(f"turns:{row.item.id}:{second[0]}", *words, changes, cost)
            return


def over_vehicles(trial: Trial, finding: Finding, ride: Ride) -> Search:
    """Return the search for a second vehicle of the same size for some of the groups a journey is for."""
    return Search(Cost(people=finding.short or 0), _over_vehicles(trial, finding, ride))


def _over_vehicles(trial: Trial, finding: Finding, ride: Ride) -> Iterator[Way]:
    rows = [row for one in ride.rows if (row := trial.rows.get(one.id)) is not None]
    seats = seats_of(trial.scene, ride)
    if len(rows) != 1 or not seats or ride.leg.mode in BOOKED or trial.plan.leg_passengers(ride.leg):
        return
    halves = _halves(trial, rows[0], seats)
    changes = _split(trial, rows[0], halves, with_transfers=False) if halves is not None else None
    if changes is None or halves is None:
        return
    # A vehicle is in one place: the other journey has another, of which only the size is known.
    added = tuple(
        replace(one, vehicle_id=None, capacity=seats) if isinstance(one, r.Leg) else one for one in changes.added
    )
    changes = replace(changes, added=added)
    if trial.holds(finding, changes):
        words = told(*_VEHICLES, trial.title(rows[0].item), True)
        yield Way(f"vehicles:{ride.leg.id}", *words, changes, Cost(people=_size(trial, halves[1])))


def _split(trial: Trial, row: Row, halves: Halves, with_transfers: bool) -> Changes | None:
    parts = [Part(some) for some in halves]
    try:
        return split(trial.plan, row.item.id, parts, with_transfers=with_transfers).changes
    except MissionPlannerError:
        return None


def _halves(trial: Trial, row: Row, most: int) -> Halves | None:
    """Return the groups of an item in two parts that fit, the evenest; None where there are none."""
    plan = trial.plan
    groups = plan.item_groups(row.item) or (() if row.item.audience_limited else plan.groups)
    if len(groups) < 2 or not _are_all(trial, row, {one.id for one in groups}):
        return None
    found: list[tuple[int, Halves]] = []
    for cut in range(1, len(groups)):
        both = (tuple(one.id for one in groups[:cut]), tuple(one.id for one in groups[cut:]))
        sizes = [_size(trial, some) for some in both]
        if max(sizes) <= most and min(sizes) > 0:
            found.append((max(sizes), both))
    return min(found, key=lambda one: one[0])[1] if found else None


def _members(trial: Trial, groups: set[UUID]) -> frozenset[UUID]:
    """Return the heads of groups: people, and delegates whose person is not named yet."""
    plan = trial.plan
    travellers = {one.id: one.person_id or one.id for one in plan.travellers}
    return frozenset(
        travellers[one.delegate_id]
        for one in plan.delegate_groups
        if one.group_id in groups and one.delegate_id in travellers
    )


def _size(trial: Trial, groups: tuple[UUID, ...]) -> int:
    return len(_members(trial, set(groups)))


def _are_all(trial: Trial, row: Row, groups: set[UUID]) -> bool:
    """Tell whether an item is for whole groups: who is named for it besides, or in none, belongs to no part."""
    if trial.plan.of("audience_people", "item_id", row.item.id):
        return False
    return trial.scene.heads(row) - trial.scene.attendees.by_name(row.item) <= _members(trial, groups)
