"""Find days that people cannot stand: too long, without food or rest; and people left out of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.halves import around, at_work, half, having, is_there, may_be_in, works
from missionplanner.domain.checks.journeys import missing
from missionplanner.domain.checks.meetings import held
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.schedules import Day, DayPlan, Step, ending
from missionplanner.domain.checks.stops import BUSINESS, Row, Stop, ids_of
from missionplanner.domain.checks.when import facts, hours, instant, length
from missionplanner.domain.clock import DAY, utc
from missionplanner.domain.vocabulary import ItemKind, PartOfDay

EATING = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})
PERHAPS_EATING = frozenset({ItemKind.NETWORKING, ItemKind.FAIR_VISIT, ItemKind.CEREMONY, ItemKind.CULTURAL})
"""Rows at which there is food where they last through the time of a meal."""
FED_ON_BOARD = dt.timedelta(hours=3)
"""Length of a journey on which there is something to eat."""
WITH_A_PAUSE = dt.timedelta(hours=4)
"""Length of one item over the time of a meal that no programme prints the pause of."""
HALVES = {
    PartOfDay.MORNING: N_("{who}: nothing on the morning of {day}, when the others are at work."),
    PartOfDay.AFTERNOON: N_("{who}: nothing on the afternoon of {day}, when the others are at work."),
}

_LONG = N_("{who}: {hours} on {day}, from “{item}”{item_hours} to “{other}”{other_hours}.")
_SHORT = N_(
    "{who}: {hours} of rest in the night after {day}, between “{item}”{item_hours} and “{other}”{other_hours}."
)
_LONG_DAYS = N_("{who}: up to {hours} on {day}.")
_SHORT_NIGHTS = N_("{who}: as little as {hours} of rest in the night after {day}.")
_LUNCHES = N_("{who}: no lunch on {day}, up to {hours} without a meal.")
_DINNERS = N_("{who}: no dinner on {day}, up to {hours} without a meal.")
_FRESH = N_("{who}: “{other}”{other_hours} on {day} begins {minutes} min after the landing of {item}.")
_LUNCH = N_("{who}: no lunch on {day}, {hours} from “{item}” to “{other}” without a meal.")
_DINNER = N_("{who}: no dinner on {day}, {hours} from “{item}” to “{other}” without a meal.")


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Be a stretch of time that some people cannot stand, between two stops of theirs."""

    first: Stop
    second: Stop
    who: frozenset[UUID]
    length: dt.timedelta


def _all(some: Iterable[frozenset[UUID]]) -> frozenset[UUID]:
    return frozenset().union(*some)


def _by_day(
    scene: Scene, sentences: tuple[str, str], found: Iterable[Stretch], longest: bool = True, subject: str = ""
) -> Iterator[Observed]:
    """Yield one line a day: of one stretch where it is the only one, else of all people who have one.

    ``subject`` tells two lines about the same stops apart.
    """
    days: dict[dt.date, dict[tuple[int, int], list[Stretch]]] = {}
    for one in _there(scene, found):
        if one.first.times.date is not None:
            pairs = days.setdefault(one.first.times.date, {})
            pairs.setdefault((id(one.first), id(one.second)), []).append(one)
    for day, pairs in days.items():
        some = [one for own in pairs.values() for one in own]
        worst = (max if longest else min)(one.length for one in some)
        told = {"hours": length(worst), "day": day.isoformat()}
        members = _all(one.who for one in some)
        if len(pairs) == 1:
            ends_of = (some[0].first, some[0].second)
            yield replace(_seen(scene, sentences[0], ends_of, members, **told), subject=subject)
            continue
        ends = sorted({id(one): one for each in some for one in (each.first, each.second)}.values(), key=ending)
        yield Observed(
            message=Message.of(sentences[1], {"who": who(scene, members), **told}),
            **ids_of(*ends),
            **crowded(scene, members),
            subject=subject,
            facts=facts(*ends),
            at=instant(ends[0].span.start),
        )


def _there(scene: Scene, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches without those who cannot be at both of their ends: these are told that."""
    for one in found:
        left = one.who - _not_there(scene, one.first, one.second) if one.first is not one.second else one.who
        if left:
            yield one if left == one.who else replace(one, who=left)


def _not_there(scene: Scene, first: Stop, second: Stop) -> frozenset[UUID]:
    some: frozenset[UUID] = frozenset()
    for stop, other in ((first, second), (second, first)):
        ride, day = scene.ride_of(stop), stop.times.date
        if ride is not None and isinstance(other, Row) and day is not None:
            some |= missing(scene, day).get((ride.leg.id, other.item.id), frozenset())
    return some


def _seen(
    scene: Scene, sentence: str, ends: tuple[Stop, Stop], members: frozenset[UUID], **told: str | int
) -> Observed:
    first, second = ends
    arguments = {
        "who": who(scene, members),
        "item": scene.name_of(first),
        "item_hours": hours(first.times),
        "other": scene.name_of(second),
        "other_hours": hours(second.times),
        **told,
    }
    titles = tuple(
        (name, one.item.title) for name, one in (("item", first), ("other", second)) if isinstance(one, Row)
    )
    return Observed(
        message=Message.of(sentence, arguments),
        **ids_of(*{id(one): one for one in ends}.values()),
        **crowded(scene, members),
        titles=titles,
        facts=facts(first, second),
        at=instant(second.span.start),
    )


@rule("long_day", severity=Severity.WARNING, title=N_("Long day"), options=("long_day_hours", "long_haul_hours"))
def long_day(scene: Scene) -> Iterator[Observed]:
    """Yield days that last too long from the first item to the last; a long flight begins a day of its own."""
    for day in scene.schedules.days:
        yield from day.keep(
            "long_day",
            lambda one: _by_day(scene, (_LONG, _LONG_DAYS), _long_days(scene, one)),
            missing(scene, day.day),
        )


def _long_days(scene: Scene, day: Day) -> Iterator[Stretch]:
    for plan in day.plans:
        long = plan.keep("long_day", lambda one: _long(scene, one))
        if long is not None:
            yield long


def _long(scene: Scene, plan: DayPlan) -> Stretch | None:
    stops = _after_long_haul(scene, plan)
    if not stops or _length(stops) <= dt.timedelta(hours=scene.options.long_day_hours):
        return None
    return Stretch(stops[0], max(stops, key=ending), plan.who, _length(stops))


def _after_long_haul(scene: Scene, plan: DayPlan) -> tuple[Stop, ...]:
    flown = [number for number, stop in enumerate(plan.stops) if scene.is_long_haul(stop)]
    return plan.stops[flown[-1] + 1 :] if flown else plan.stops


def _length(stops: tuple[Stop, ...]) -> dt.timedelta:
    return _last(stops) - stops[0].key[0]


def _last(stops: Iterable[Stop]) -> dt.datetime:
    """Return the last moment known of timed stops."""
    return max(one.last for one in stops if one.last is not None)


@rule("short_rest", severity=Severity.WARNING, title=N_("Short night"), options=("rest_hours",))
def short_rest(scene: Scene) -> Iterator[Observed]:
    """Yield nights with too little rest between the last item of a day and the first of the next."""
    yield from scene.schedules.nights(
        "short_rest",
        lambda steps: _by_day(scene, (_SHORT, _SHORT_NIGHTS), _short_nights(scene, steps), longest=False),
        lambda day: (missing(scene, day), missing(scene, day + DAY)),
    )


def _short_nights(scene: Scene, steps: Iterable[Step]) -> Iterator[Stretch]:
    least = dt.timedelta(hours=scene.options.rest_hours)
    for step in steps:
        ended, begins = step.first.last, step.second.span.start
        if ended is None or begins is None or _in_the_air(scene, step.first):
            continue
        if dt.timedelta(0) <= begins - ended < least:
            yield Stretch(step.first, step.second, step.who, begins - ended)


def _in_the_air(scene: Scene, stop: Stop) -> bool:
    ride = scene.ride_of(stop)
    return ride is not None and ride.times.end_date != ride.times.date


@rule(
    "after_night_flight",
    severity=Severity.WARNING,
    title=N_("Business right after a long flight"),
    options=("long_haul_hours", "recovery_hours"),
)
def after_night_flight(scene: Scene) -> Iterator[Observed]:
    """Yield the first business item of people who landed from a long flight only just before."""
    rest = dt.timedelta(hours=scene.options.recovery_hours)
    for ride in scene.rides.values():
        landed = ride.span.end
        if landed is None or not scene.is_long_haul(ride):
            continue
        left = ride.who
        for row in scene.binding:
            start = row.span.start
            if start is None or start >= landed + rest:
                break
            if start < landed or row.item.kind not in BUSINESS or left.isdisjoint(row.who):
                continue
            some = (left & row.who) - _not_there(scene, ride, row)
            if some:
                minutes = int((start - landed).total_seconds() // 60)
                day = row.times.date.isoformat() if row.times.date else ""
                yield _seen(scene, _FRESH, (ride, row), some, minutes=minutes, day=day)
            left -= row.who


# -- meals ----------------------------------------------------------------------------------------------


@rule(
    "no_meal",
    severity=Severity.WARNING,
    title=N_("No meal"),
    options=("meal_gap_hours", "meal_minutes", "lunch_from", "lunch_to", "dinner_from", "dinner_to"),
)
def no_meal(scene: Scene) -> Iterator[Observed]:
    """Yield long stretches over the time of a meal without one and without a pause to find one."""
    for day in scene.schedules.days:
        yield from day.keep("no_meal", lambda one: _unfed(scene, one), missing(scene, day.day))


def _unfed(scene: Scene, day: Day) -> Iterator[Observed]:
    options = scene.options
    noon, night = (PartOfDay.MIDDAY, PartOfDay.AFTERNOON), (PartOfDay.EVENING, PartOfDay.NIGHT)
    lunch = _without(scene, day, (options.lunch_from, options.lunch_to), noon)
    yield from _by_day(scene, (_LUNCH, _LUNCHES), lunch, subject="lunch")
    dinner = _without(scene, day, (options.dinner_from, options.dinner_to), night)
    yield from _by_day(scene, (_DINNER, _DINNERS), dinner, subject="dinner")


def _without(
    scene: Scene, day: Day, hours_of_meal: tuple[dt.time, dt.time], parts: tuple[PartOfDay, ...]
) -> Iterator[Stretch]:
    for plan in day.plans:
        hungry = plan.keep(f"no_meal {parts[0]}", lambda one: _unfed_by(scene, one, hours_of_meal, parts))
        if hungry is not None:
            yield hungry


def _unfed_by(
    scene: Scene, plan: DayPlan, hours_of_meal: tuple[dt.time, dt.time], parts: tuple[PartOfDay, ...]
) -> Stretch | None:
    if not plan.stops or _eats_some_time(plan, parts):
        return None
    zone = plan.stops[0].times.zone
    first, last = (utc(plan.day, time, zone) for time in hours_of_meal)
    if plan.stops[0].key[0] > first or _last(plan.stops) < last:
        return None
    return _hungry(scene, plan, (first, last))


def _eats_some_time(plan: DayPlan, parts: tuple[PartOfDay, ...]) -> bool:
    """Tell whether a meal nobody gave a time may be this one."""
    meals = (one.item for one in plan.loose if isinstance(one, Row) and one.item.kind in EATING)
    return any(one.part_of_day is None or one.part_of_day in parts for one in meals)


def _hungry(scene: Scene, plan: DayPlan, window: tuple[dt.datetime, dt.datetime]) -> Stretch | None:
    """Return a stretch over a window in which nobody eats, None where they may."""
    for block in _blocks(scene, plan, window):
        begun = block[0].key[0]
        if begun > window[0]:
            return None
        ended = _last(block)
        if ended >= window[1]:
            long = ended - begun > dt.timedelta(hours=scene.options.meal_gap_hours)
            return Stretch(block[0], max(block, key=ending), plan.who, ended - begun) if long else None
    return None


def _blocks(scene: Scene, plan: DayPlan, window: tuple[dt.datetime, dt.datetime]) -> Iterator[list[Stop]]:
    """Yield the stops between meals and pauses; after one without an end there may be a pause."""
    enough = dt.timedelta(minutes=scene.options.meal_minutes)
    block: list[Stop] = []
    until: dt.datetime | None = None
    for stop in plan.stops:
        eats = _is_meal(scene, stop, window)
        if block and (eats or until is None or stop.key[0] - until >= enough):
            yield block
            block = []
        if not eats:
            ends = stop.span.end
            until = max(until, ends) if block and until is not None and ends is not None else ends
            block.append(stop)
    if block:
        yield block


def _is_meal(scene: Scene, stop: Stop, window: tuple[dt.datetime, dt.datetime]) -> bool:
    if isinstance(stop, Row) and stop.item.kind in EATING:
        return True
    start, end = stop.span.start, stop.span.end
    if start is None or end is None:
        return False
    if scene.ride_of(stop) is not None:
        return end - start >= FED_ON_BOARD
    if end - start >= WITH_A_PAUSE and start <= window[0] and end >= window[1]:
        return True
    return isinstance(stop, Row) and stop.item.kind in PERHAPS_EATING and start < window[1] and end > window[0]


# -- people left out ------------------------------------------------------------------------------------


@rule("idle_delegate", severity=Severity.WARNING, title=N_("Nothing to do"))
def idle_delegate(scene: Scene) -> Iterator[Observed]:
    """Yield half days on which some of the delegation have nothing, while most of it is at work."""
    members = at_work(scene)
    attendees = scene.attendees
    alike = (members, attendees.ways_in, attendees.ways_out, attendees.stretches, held(scene))
    mission = scene.plan.mission
    for day in scene.schedules.days if len(members) > 1 else ():
        if mission.start <= day.day <= mission.end:
            yield from day.keep(
                "idle_delegate", lambda one: _left_out(scene, one, members), (*alike, around(scene, day.day))
            )


def _at(scene: Scene, stops: list[Stop]) -> frozenset[UUID]:
    """Return who has one of these stops; at B2B meetings those alone who are at a table."""
    frames = held(scene).frames
    if not frames:
        return having(stops)
    framing = [one.item.id for one in stops if isinstance(one, Row) and one.item.id in frames]
    others = having([one for one in stops if not isinstance(one, Row) or one.item.id not in frames])
    return others.union(*(frames[one] for one in framing))


def _left_out(scene: Scene, one: Day, members: frozenset[UUID]) -> Iterator[Observed]:
    for part, sentence in HALVES.items():
        working = _at(scene, [stop for stop in one.stops if works(stop, one.day, part)]) & members
        if len(working) * 2 <= len(members):
            continue
        idle = members - _at(scene, [stop for stop in one.stops if may_be_in(scene, stop, one.day, part)])
        here = frozenset(each for each in idle if is_there(scene, each, one.day, part))
        if here:
            day = one.day.isoformat()
            yield Observed(
                message=Message.of(sentence, {"who": who(scene, here), "day": day}),
                **crowded(scene, here),
                subject=f"{day} {part}",
                at=instant(half(scene, one.day, part)[0]),
            )
