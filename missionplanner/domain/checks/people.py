"""Find people who would have to be in two places."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene, Sentences, facts, hours, instant, wall
from missionplanner.domain.checks.stops import Row, overlapping
from missionplanner.domain.vocabulary import ItemRole

_TWO_PLACES = Sentences(
    one=N_("{person} is in two places on {day} at {time}: “{item}”{item_hours} and “{other}”{other_hours}."),
    few=N_("{people} are in two places on {day} at {time}: “{item}”{item_hours} and “{other}”{other_hours}."),
    many=N_(
        "{count} people, among them {people}, are in two places on {day} at {time}: "
        "“{item}”{item_hours} and “{other}”{other_hours}."
    ),
    everyone=N_(
        "The whole delegation is in two places on {day} at {time}: "
        "“{item}”{item_hours} and “{other}”{other_hours}."
    ),
)


@rule("double_booking", severity=Severity.CLASH, title=N_("In two places at once"))
def double_booking(scene: Scene) -> Iterator[Observed]:
    """Yield each pair of rows that overlap and share people, with all of these but those who interpret."""
    for cluster in scene.clusters:
        yield from cluster.keep("double_booking", lambda rows: _doubled(scene, rows, False))


@rule("interpreter_double_booked", severity=Severity.CLASH, title=N_("Interpreter in two places at once"))
def interpreter_double_booked(scene: Scene) -> Iterator[Observed]:
    """Yield each pair of rows that overlap and share somebody who interprets at one of them."""
    for cluster in scene.clusters:
        yield from cluster.keep("interpreter_double_booked", lambda rows: _doubled(scene, rows, True))


def _doubled(scene: Scene, rows: tuple[Row, ...], interpreting: bool) -> Iterator[Observed]:
    for first, second, both in _sharing(scene, rows):
        voices = _voices(scene, first, second)
        some = both & voices if interpreting else both - voices
        if some:
            yield _in_two_places(scene, first, second, some)


def _voices(scene: Scene, first: Row, second: Row) -> frozenset[UUID]:
    roles = (*scene.plan.item_roles(first.item), *scene.plan.item_roles(second.item))
    return frozenset(one.person_id for one in roles if one.role is ItemRole.INTERPRETER)


def _sharing(scene: Scene, rows: tuple[Row, ...]) -> Iterator[tuple[Row, Row, frozenset[UUID]]]:
    """Yield the rows that overlap and share people no rule about journeys tells of."""
    shared: dict[tuple[int, int], frozenset[UUID]] = {}
    for first, second in overlapping(rows):
        # Rows of the same audience share one set, so a pair of audiences is compared once.
        audiences = (id(first.who), id(second.who))
        if audiences not in shared:
            shared[audiences] = first.who & second.who
        both = _not_travelling(scene, first, second, shared[audiences])
        if both:
            yield first, second, both


def _not_travelling(scene: Scene, first: Row, second: Row, both: frozenset[UUID]) -> frozenset[UUID]:
    """Leave out whom the rules about journeys tell of: who travels on the leg one row stands for."""
    if not both or (first.item.leg_id is None and second.item.leg_id is None):
        return both
    if first.item.leg_id == second.item.leg_id:
        return frozenset()
    for row, other in ((first, second), (second, first)):
        ride = scene.rides.get(row.item.leg_id) if row.item.leg_id is not None else None
        if ride is not None and ride.span.overlaps(other.span):
            both -= ride.who
    return both


def _in_two_places(scene: Scene, first: Row, second: Row, both: frozenset[UUID]) -> Observed:
    assert second.span.start is not None
    apart = len({first.times.zone, first.times.end_zone, second.times.zone, second.times.end_zone}) > 1
    day, time = wall(second.span.start, second.times.zone)
    arguments = {
        "day": day,
        "time": time,
        "item": scene.title(first.item),
        "item_hours": hours(first.times, apart),
        "other": scene.title(second.item),
        "other_hours": hours(second.times, apart),
    }
    crowd = scene.crowd(both)
    return Observed(
        message=scene.about(both, _TWO_PLACES, arguments),
        items=(first.item.id, second.item.id),
        people=crowd.people,
        crowd=crowd.digest,
        titles=(("item", first.item.title), ("other", second.item.title)),
        facts=facts(first, second),
        at=instant(second.span.start),
    )
