"""Find people a vehicle has no seat for."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.places import ON_WHEELS, seats_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride
from missionplanner.domain.checks.when import facts, hours, instant
from missionplanner.domain.logistics.seating import heads_on, left_out

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
    return heads_on(scene.attendees, ride.leg, ride.rows)


def _forgotten(scene: Scene, ride: Ride) -> frozenset[UUID]:
    """Return whom the row of a vehicle is meant for and none takes along that day.

    Where most of them are not aboard, the vehicle is for some of them only and nobody was forgotten.
    """
    if ride.leg.mode not in ON_WHEELS:
        return frozenset()
    left, meant = left_out(scene.attendees, ride.leg, ride.rows)
    if not left or len(left) * 2 > meant:
        return frozenset()
    same_day = (one for one in scene.rides.values() if one.times.date == ride.times.date and one is not ride)
    return left.difference(*(one.who for one in same_day))
