"""Find who has too little time between two B2B meetings at tables in different places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks import whereabouts
from missionplanner.domain.checks.meetings import Held, Met, held
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.schedules import Step
from missionplanner.domain.checks.stops import Row, is_journey


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


def scattered(scene: Scene) -> frozenset[UUID]:
    """Return the items that frame meetings at tables which stand elsewhere."""
    if all(one.place_id is None for one in scene.plan.tables):
        return frozenset()
    return frozenset(one.frame.id for one in held(scene).meetings if one.frame is not None and _has_place(one))


def parted(scene: Scene, step: Step, scattered: frozenset[UUID]) -> tuple[tuple[float, Step], ...] | None:
    """Return the km from a row to the next, for those together who come from and go to the same places.

    Of an item that frames meetings these are where somebody's last, or first, table stands. None where neither
    is one of the ``scattered`` items, or the way is a journey's; nothing where nobody knows the km.
    """
    first, second = step.first, step.second
    if not isinstance(first, Row) or not isinstance(second, Row) or is_journey(first) or is_journey(second):
        return None
    if scattered.isdisjoint((first.item.id, second.item.id)):
        return None
    ways: dict[tuple[whereabouts.Spots, whereabouts.Spots], list[UUID]] = {}
    for person in () if step.vague else step.who:
        way = (_there(scene, first, person, -1), _there(scene, second, person, 0))
        ways.setdefault(way, []).append(person)
    found = ((whereabouts.apart(scene, *way), some) for way, some in ways.items())
    return tuple((km, Step(first, second, (frozenset(some),))) for km, some in found if km is not None)


def _there(scene: Scene, row: Row, person: UUID, number: int) -> whereabouts.Spots:
    """Return where somebody is in a row: of meetings at the table of the first or of the last, by its number."""
    mine = held(scene).of(person, row.item.id)
    return _spots(scene, mine[number]) if mine else whereabouts.of_row(scene, row)


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
