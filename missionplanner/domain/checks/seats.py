"""Find people a vehicle has no seat for."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.places import ON_WHEELS, seats_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene, facts, hours, instant
from missionplanner.domain.checks.stops import Ride

_FULL = N_("{leg}{item_hours} on {day} carries {count} people; seats: {capacity}.")
_FORGOTTEN = N_("{who}: in no vehicle when the others travel on {day} with {leg}{item_hours}.")


@rule("no_seat", severity=Severity.WARNING, title=N_("Without a seat"), opens=14)
def no_seat(scene: Scene) -> Iterator[Observed]:
    """Yield legs with more travellers than seats, and people no vehicle takes along."""
    for ride in scene.rides.values():
        if ride.times.date is None:
            continue
        told = {
            "leg": scene.label(ride),
            "item_hours": hours(ride.times, ride.times.crosses_zones),
            "day": ride.times.date.isoformat(),
        }
        aboard = _aboard(scene, ride)
        seats = seats_of(scene, ride)
        if seats is not None and len(aboard) > seats:
            yield Observed(
                message=Message.of(_FULL, {**told, "count": len(aboard), "capacity": seats}),
                items=tuple(row.id for row in ride.rows),
                legs=(ride.leg.id,),
                short=len(aboard) - seats,
                facts=(str(len(aboard)), str(seats)),
                at=instant(ride.span.start, ride.times.date),
            )
        left = _forgotten(scene, ride)
        if left:
            yield Observed(
                message=Message.of(_FORGOTTEN, {**told, "who": who(scene, left)}),
                items=tuple(row.id for row in ride.rows),
                legs=(ride.leg.id,),
                **crowded(scene, left),
                facts=facts(ride),
                at=instant(ride.span.start, ride.times.date),
            )


def _aboard(scene: Scene, ride: Ride) -> frozenset[UUID]:
    """Return who travels on a leg; where nobody is named as its passenger, with the places not yet named."""
    aboard = scene.attendees.named(ride.who)
    passengers = scene.plan.leg_passengers(ride.leg)
    if passengers:  # who rides on a private stretch sits there too
        return frozenset(one.person_id for one in passengers)
    if not ride.rows:
        return aboard | frozenset(one.id for one in scene.plan.travellers if one.person_id is None)
    return aboard.union(*(scene.attendees.unnamed(row) for row in ride.rows))


def _forgotten(scene: Scene, ride: Ride) -> frozenset[UUID]:
    """Return whom the row of a vehicle is meant for and none takes along that day.

    Where most of them are not aboard, the vehicle is for some of them only and nobody was forgotten.
    """
    if ride.leg.mode not in ON_WHEELS or not scene.plan.leg_passengers(ride.leg) or not ride.rows:
        return frozenset()
    meant = frozenset().union(*(scene.attendees.meant(row) for row in ride.rows)) & scene.plan.everyone
    left = meant.difference(ride.who, (one.person_id for one in scene.plan.leg_passengers(ride.leg)))
    if not left or len(left) * 2 > len(meant):
        return frozenset()
    same_day = (one for one in scene.rides.values() if one.times.date == ride.times.date and one is not ride)
    return left.difference(*(one.who for one in same_day))
