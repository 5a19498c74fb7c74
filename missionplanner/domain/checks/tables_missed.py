"""Find who misses B2B meetings of their own because of a journey: in an item that frames them these count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID

from missionplanner.domain.checks.meetings import Met, held
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row

Moment = Callable[[Ride], dt.datetime | None]
_NOBODY: frozenset[UUID] = frozenset()


def expected_before(scene: Scene, row: Row, arrived: Moment) -> frozenset[UUID]:
    """Return who has to be at an item before they arrive; at one that frames meetings who misses one of their own.

    A meeting is held where one of a side is there.
    """
    if row.item.id not in held(scene).frames:
        return row.who
    return scene.once("meetings before arrival", lambda one: _late(one, arrived))[0].get(row.item.id, _NOBODY)


def expected_after(scene: Scene, row: Row, left: Moment) -> frozenset[UUID]:
    """Return who has to be at an item after they leave, as ``expected_before`` does."""
    if row.item.id not in held(scene).frames:
        return row.who
    return scene.once("meetings after departure", lambda one: _gone(one, left))[0].get(row.item.id, _NOBODY)


def on_the_way(scene: Scene, ride: Ride, row: Row) -> frozenset[UUID]:
    """Return who misses a meeting that an item frames because a whole side is on a leg.

    A leg with rows is told of as these are: they keep people away from meetings.
    """
    mine = (one for one in held(scene).meetings if one.frame is not None and one.frame.id == row.item.id)
    met = () if ride.rows else (one for one in mine if one.span.overlaps(ride.span))
    return _NOBODY.union(*(side for one in met for side in one.sides if side <= ride.who))


def _late(scene: Scene, arrived: Moment) -> Iterator[dict[UUID, frozenset[UUID]]]:
    there = _moments(scene, scene.attendees.arriving, arrived)
    yield _missing(scene, lambda one, met: one in there and met.key[0] < there[one]) if there else {}


def _gone(scene: Scene, left: Moment) -> Iterator[dict[UUID, frozenset[UUID]]]:
    until = _moments(scene, scene.attendees.departing, left)
    yield _missing(scene, lambda one, met: one in until and (met.last or until[one]) > until[one]) if until else {}


def _moments(scene: Scene, legs: dict[UUID, frozenset[UUID]], moment: Moment) -> dict[UUID, dt.datetime]:
    found: dict[UUID, dt.datetime] = {}
    for leg, people in legs.items():
        ride = scene.rides.get(leg)
        at = moment(ride) if ride is not None else None
        if at is not None:
            found.update(dict.fromkeys(people, at))
    return found


def _missing(scene: Scene, misses: Callable[[UUID, Met], bool]) -> dict[UUID, frozenset[UUID]]:
    """Return by item who misses a meeting, each side as a whole and whoever interprets."""
    found: dict[UUID, set[UUID]] = {}
    for met in held(scene).meetings:
        for some in (*met.sides, met.who - met.sides[0] - met.sides[1]):
            if met.frame is not None and some and all(misses(one, met) for one in some):
                found.setdefault(met.frame.id, set()).update(some)
    return {item: frozenset(some) for item, some in found.items()}
