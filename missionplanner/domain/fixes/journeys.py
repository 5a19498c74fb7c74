"""Think of how people get there: a transfer nobody planned, a leg that leaves earlier, a seat in a vehicle."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks import whereabouts
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.places import seats_of
from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.fixes.trial import BOOKED, Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way
from missionplanner.domain.logistics.transfer_plans import GRID, MINUTE, Drive, added, lasts
from missionplanner.domain.programme.agenda import shifted
from missionplanner.domain.programme.retiming import moved_leg

FARTHEST = 60
"""Minutes by which a leg leaves earlier or later at most: it brings people to something at some time."""
_TRANSFER = N_("Add a transfer of {minutes} min")
_TRANSFER_LATER = N_("Add a transfer of {minutes} min, start {later} min later")
_LEAVE_EARLIER = N_("Leave {minutes} min earlier")
_LEAVE_LATER = N_("Leave {minutes} min later")
_LEG_EARLIER = N_("{leg}: leave {minutes} min earlier")
_LEG_LATER = N_("{leg}: leave {minutes} min later")
_SEAT = N_("Seat {people} on {leg}")


def transfer(trial: Trial, finding: Finding, first: Row, second: Row) -> Search:
    """Return the search for a transfer between two items, as long as the way is estimated to take."""
    return Search(Cost(people=0), _transfer(trial, finding, first, second))


def _transfer(trial: Trial, finding: Finding, first: Row, second: Row) -> Iterator[Way]:
    scene = trial.scene
    km = whereabouts.apart(scene, whereabouts.of_row(scene, first), whereabouts.of_row(scene, second))
    if km is None or km <= scene.options.walk_km or first.last is None or second.span.start is None:
        return
    minutes = lasts(km)
    lacking = minutes - int((second.span.start - first.last) / MINUTE)
    later = max(0, -(-lacking // GRID) * GRID)
    changes = _begun_later(trial, second, later) if later else Changes()
    if changes is None or second.times.date is None or (later and first.span.end is None):
        return
    begins = first.last if first.span.end is not None else second.span.start - minutes * MINUTE
    drive = Drive(first, second, begins, minutes, frozenset(finding.people))
    changes = changes.then(added(scene, changes, drive))
    if trial.holds(finding, changes):
        told = {"minutes": minutes, **({"later": later} if later else {})}
        message = Message.of(_TRANSFER_LATER if later else _TRANSFER, told)
        cost = Cost(people=len(trial.scene.heads(second)) if later else 0, minutes=later)
        yield Way(f"transfer:{first.item.id}:{second.item.id}", message, message, changes, cost)


def _begun_later(trial: Trial, row: Row, minutes: int) -> Changes | None:
    if trial.is_fixed(row.item):
        return None
    try:
        return shifted(trial.plan, [row.item.id], minutes=minutes)
    except MissionPlannerError:
        return None


# -- legs -----------------------------------------------------------------------------------------------


def leg_moved(trial: Trial, finding: Finding, ride: Ride, row: Row) -> Search:
    """Return the search for a leg without a row of its own that ends before an item, or begins after it."""
    return Search(Cost(people=len(ride.who)), _leg_moved(trial, finding, ride, row))


def _leg_moved(trial: Trial, finding: Finding, ride: Ride, row: Row) -> Iterator[Way]:
    leaves, arrives = ride.span.start, ride.span.end
    if ride.rows or ride.leg.mode in BOOKED or leaves is None or arrives is None or row.span.start is None:
        return
    early = -int((arrives - row.span.start) / MINUTE)
    late = int((row.last - leaves) / MINUTE) if row.span.end and row.last else 0
    asked = [early - back for back in (0, 10, 15) if early < 0] + [late + on for on in (0, 10, 15) if late > 0]
    asked = [one for one in asked if abs(one) <= FARTHEST]
    found: set[bool] = set()
    for one in asked:
        minutes = -(-abs(one) // GRID) * GRID * (1 if one > 0 else -1)
        if (minutes > 0) in found:
            continue
        try:
            changes = Changes(saved=(moved_leg(trial.plan, ride.leg, minutes, 0),))
        except MissionPlannerError:
            continue
        if trial.holds(finding, changes):
            found.add(minutes > 0)
            told = {"minutes": abs(minutes)}
            message = Message.of(_LEAVE_LATER if minutes > 0 else _LEAVE_EARLIER, told)
            label = Message.of(
                _LEG_LATER if minutes > 0 else _LEG_EARLIER, {"leg": trial.scene.label(ride), **told}
            )
            cost = Cost(people=len(ride.who), minutes=abs(minutes))
            yield Way(f"leg:{ride.leg.id}:{minutes}", message, label, changes, cost)


# -- seats ----------------------------------------------------------------------------------------------


def seats(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Yield the searches for seats: on the leg people were forgotten for, or on one like it that has room."""
    for ride in trial.scene.rides.values():
        if ride.leg.id in finding.legs or _goes_along(trial, finding, ride):
            yield Search(Cost(people=len(finding.people) or (finding.short or 0)), _seats(trial, finding, ride))


def _goes_along(trial: Trial, finding: Finding, ride: Ride) -> bool:
    own = trial.scene.rides.get(finding.legs[0]) if finding.legs else None
    if own is None or own.times.date != ride.times.date or ride.leg.mode in BOOKED:
        return False
    here, there = whereabouts.origin(own), whereabouts.target(own)
    return whereabouts.same_end(here, whereabouts.origin(ride)) and whereabouts.same_end(
        there, whereabouts.target(ride)
    )


def _seats(trial: Trial, finding: Finding, ride: Ride) -> Iterator[Way]:
    plan, leg = trial.plan, ride.leg
    aboard = plan.leg_passengers(leg)
    some: tuple[UUID, ...] = finding.people
    gone: tuple[r.LegPassenger, ...] = ()
    if not some:
        if leg.id in finding.legs:
            return
        gone = _last_aboard(trial, finding)
        some = tuple(one.person_id for one in gone)
    capacity = seats_of(trial.scene, ride)
    room = capacity - len(aboard) if capacity is not None else len(some)
    if not some or not aboard or room < len(some):
        return
    added = tuple(
        r.LegPassenger(mission_id=plan.mission.id, leg_id=leg.id, person_id=one, position=len(aboard) + number)
        for number, one in enumerate(some)
    )
    changes = Changes(added=added, removed=gone)
    if trial.holds(finding, changes):
        names = trial.scene.crowd(frozenset(some)).listed
        message = Message.of(_SEAT, {"people": names, "leg": trial.scene.label(ride)})
        yield Way(f"seat:{leg.id}", message, message, changes, Cost(people=len(some)))


def _last_aboard(trial: Trial, finding: Finding) -> tuple[r.LegPassenger, ...]:
    """Return the passengers a full leg has no seat for: those who came last, without a ticket of their own."""
    if not finding.legs or not finding.short:
        return ()
    aboard = trial.plan.of("passengers", "leg_id", finding.legs[0])
    free = [one for one in aboard if not one.booking and not one.seat]
    return tuple(free[-finding.short :]) if len(free) >= finding.short else ()
