"""Find who has too little time between two B2B meetings at tables in different places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks import whereabouts
from missionplanner.domain.checks.meetings import Held, Met, held
from missionplanner.domain.checks.scene import Scene


class Rush(NamedTuple):
    """Be two meetings one after the other, how far their tables are apart, and who goes from one to the other."""

    first: Met
    second: Met
    minutes: int
    needed: int
    km: float
    who: frozenset[UUID]


def rushes(scene: Scene, way: Callable[[float], int]) -> tuple[Rush, ...]:
    """Return the meetings with fewer minutes between them than ``way`` says that so many km take."""
    if all(one.place_id is None for one in scene.plan.tables):
        return ()
    found = held(scene)
    rests_on = (found, scene.plan.places, scene.knowledge.distances)
    return scene.lasting("tables apart", rests_on, lambda: tuple(_rushes(scene, found, way)))


def _rushes(scene: Scene, found: Held, way: Callable[[float], int]) -> Iterator[Rush]:
    pairs: dict[tuple[Met, Met], list[UUID]] = {}
    for person, mine in found.by_person.items():
        for first, second in zip(mine, mine[1:], strict=False):
            if _table(first) is not _table(second) and (_has_place(first) or _has_place(second)):
                pairs.setdefault((first, second), []).append(person)
    for (first, second), some in pairs.items():
        assert first.span.end is not None and second.span.start is not None
        km = whereabouts.apart(scene, _spots(scene, first), _spots(scene, second))
        minutes = int((second.span.start - first.span.end).total_seconds() // 60)
        needed = way(km) if km is not None else 0
        if km is not None and 0 <= minutes < needed:
            yield Rush(first, second, minutes, needed, km, frozenset(some))


def _table(one: Met) -> r.Table | None:
    return one.session.table(one.meeting.table)


def _has_place(one: Met) -> bool:
    """Tell whether a table has a place of its own; else it stands where its item takes place."""
    table = _table(one)
    return table is not None and table.place_id is not None


def _spots(scene: Scene, one: Met) -> whereabouts.Spots:
    table = _table(one)
    frame = one.frame
    if table is not None and table.place_id is not None:
        return whereabouts.of_place(scene, table.place_id)
    return whereabouts.of_place(scene, frame.place_id, frame.city) if frame is not None else ()
