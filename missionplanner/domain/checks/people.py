"""Find people who would have to be in two places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.meetings import Met, away, concerned, held, moments
from missionplanner.domain.checks.phrases import Sentences, about
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Row, overlapping
from missionplanner.domain.checks.when import facts, hours, instant, wall
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
    yield from _rows_at_once(scene, "double_booking", interpreting=False)
    yield from _meetings_at_once(scene, interpreting=False)


@rule("interpreter_double_booked", severity=Severity.CLASH, title=N_("Interpreter in two places at once"))
def interpreter_double_booked(scene: Scene) -> Iterator[Observed]:
    """Yield each pair of rows that overlap and share somebody who interprets at one of them."""
    yield from _rows_at_once(scene, "interpreter_double_booked", interpreting=True)
    yield from _meetings_at_once(scene, interpreting=True)


def _rows_at_once(scene: Scene, name: str, *, interpreting: bool) -> Iterator[Observed]:
    """Yield rows at one time, but for those that frame meetings: in them people are busy while they meet."""
    frames = held(scene).frames
    for cluster in scene.clusters:
        framing = [one for one in cluster.rows if one.item.id in frames] if frames else ()
        key = "|".join((name, *(str(one.item.id) for one in framing))) if framing else name
        yield from cluster.keep(
            key, lambda rows: _doubled(scene, [one for one in rows if one.item.id not in frames], interpreting)
        )


def _meetings_at_once(scene: Scene, *, interpreting: bool) -> Iterator[Observed]:
    """Yield meetings that clash with each other, and rows that keep a side of a meeting, or its voice, away."""
    found = held(scene)
    name, everyone = f"meetings at once, {interpreting=}", scene.attendees.everyone
    known: dict[object, Observed] = scene.lasting(name, (found,), dict)
    now: dict[object, Observed] = {}
    pairs: list[tuple[Row | Met, Met, frozenset[UUID]]]
    pairs = [(both.first, both.second, both.voices if interpreting else both.sitting) for both in found.at_once]
    pairs += [(one.row, one.met, one.voices if interpreting else one.sitting) for one in away(scene)]
    for first, second, some in pairs:
        key = (first, second, some, everyone)
        if some and key in known:
            now[key] = known[key]
        elif some:
            pair: list[Row | Met] = sorted([first, second], key=_by_start)
            now[key] = _in_two_places(scene, pair[0], pair[1], some)
    known.clear()
    known.update(now)
    yield from now.values()


def _by_start(one: Row | Met) -> tuple[dt.datetime, str]:
    return one.key


def _doubled(scene: Scene, rows: Sequence[Row], interpreting: bool) -> Iterator[Observed]:
    for first, second, both in _sharing(scene, rows):
        voices = _voices(scene, first, second)
        some = both & voices if interpreting else both - voices
        if some:
            yield _in_two_places(scene, first, second, some)


def _voices(scene: Scene, first: Row, second: Row) -> frozenset[UUID]:
    roles = (*scene.plan.item_roles(first.item), *scene.plan.item_roles(second.item))
    return frozenset(one.person_id for one in roles if one.role is ItemRole.INTERPRETER)


def _sharing(scene: Scene, rows: Sequence[Row]) -> Iterator[tuple[Row, Row, frozenset[UUID]]]:
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


def _in_two_places(scene: Scene, first: Row | Met, second: Row | Met, both: frozenset[UUID]) -> Observed:
    assert second.span.start is not None
    apart = len({first.times.zone, first.times.end_zone, second.times.zone, second.times.end_zone}) > 1
    day, time = wall(second.span.start, second.times.zone)
    arguments = {
        "day": day,
        "time": time,
        "item": _called(scene, first),
        "item_hours": hours(first.times, apart),
        "other": _called(scene, second),
        "other_hours": hours(second.times, apart),
    }
    crowd = scene.crowd(both)
    pair = (("item", first), ("other", second))
    return Observed(
        message=about(scene, both, _TWO_PLACES, arguments),
        **concerned(first, second),
        people=crowd.people,
        crowd=crowd.digest,
        titles=tuple((name, one.item.title) for name, one in pair if isinstance(one, Row)),
        facts=(*facts(*(one for _, one in pair if isinstance(one, Row))), *moments(first, second)),
        at=instant(second.span.start),
    )


def _called(scene: Scene, one: Row | Met) -> str:
    return scene.title(one.item) if isinstance(one, Row) else one.name
