"""Tell what a delay does to a day, and propose how to mend it without putting anybody in two places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options, options_of
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.fixes.trial import Trial, near
from missionplanner.domain.live_day.chain import Chain, Delay, Link, delays
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import rescheduled, wanted
from missionplanner.domain.programme.retiming import is_locked
from missionplanner.domain.programme.shifting import delayed, delayed_leg
from missionplanner.domain.programme.timing import Times, item_times, leg_times, span_of
from missionplanner.domain.vocabulary import ItemKind

LONGEST = 720
"""Minutes above which nobody is late: the day is another one."""


class How(StrEnum):
    """Say what takes up a delay."""

    GAP = "gap"
    MEAL = "meal"
    FREE_TIME = "free_time"
    SHORTER = "shorter"
    """What lasts less than planned because something after it cannot wait."""


@dataclass(frozen=True, slots=True)
class Late:
    """Be who comes how late to what. ``fixed`` tells that it does not wait: locked, or somebody else's to run."""

    item_id: UUID | None
    leg_id: UUID | None
    minutes: int
    people: tuple[UUID, ...]
    fixed: bool


@dataclass(frozen=True, slots=True)
class Buffer:
    """Be what takes up how many minutes: the pause before something, or that thing itself, which gets shorter."""

    item_id: UUID | None
    leg_id: UUID | None
    how: How
    minutes: int


@dataclass(frozen=True, slots=True)
class Move:
    """Be something that gets other times."""

    item_id: UUID | None
    leg_id: UUID | None
    before: Times
    after: Times
    minutes: int
    """By how much it starts later; 0 where only its end is another."""


@dataclass(frozen=True, slots=True)
class Cascade:
    """Be what it means that something is late, and a proposal. ``cause_id`` is an item, or a leg without a row.

    ``late`` tells what comes late if everything waits for what is before it; ``moves`` and ``buffers`` what is
    proposed, ``missed`` who is late all the same where nothing can be moved, ``broken`` what checks would newly
    find: places closed or full, hosts and interpreters who are elsewhere. ``changes`` is all of it, one step.
    ``keep`` are items that were asked to stay as they are.
    """

    mission_id: UUID
    cause_id: UUID
    minutes: int
    overrun: bool
    keep: frozenset[UUID] = frozenset()
    late: tuple[Late, ...] = ()
    moves: tuple[Move, ...] = ()
    buffers: tuple[Buffer, ...] = ()
    missed: tuple[Late, ...] = ()
    broken: tuple[Finding, ...] = ()
    changes: Changes = Changes()

    @property
    def people(self) -> frozenset[UUID]:
        """Return everybody the delay reaches."""
        return frozenset().union(*(one.people for one in self.late))


def cascade(
    plan: MissionPlan,
    knowledge: Knowledge,
    cause_id: UUID,
    minutes: int,
    *,
    overrun: bool = False,
    keep: Collection[UUID] = (),
) -> Cascade:
    """Return what follows from an item, or a leg without a row, being late by some minutes, and how to mend it.

    With ``overrun`` it has begun on time and only ends late. Pauses are used up first, but for the way from one
    place to the next; then meals down to 45 minutes and free time down to 15 (UX §5). What is locked, a flight,
    a train and a ferry stay; what comes before them ends earlier, as long as half of it is left, else it stays
    as well. So does what somebody asks to ``keep``: a visit that is not to wait for two who are late. After the
    proposal nobody is in two places who was not before. Raises NotFound, Invalid for an item that has no time and
    for minutes that are no delay.
    """
    leg = plan.leg(cause_id)
    item = wanted(plan, cause_id) if leg is None else None
    if not 0 < minutes <= LONGEST:
        raise Invalid(N_("Say how many minutes late, from 1 to {most}."), field="minutes", most=LONGEST)
    chosen = options_of(plan)
    chain = Chain(Scene(plan, knowledge, chosen))
    cause = chain.of_item(item) if item is not None else chain.by_key.get(cause_id)
    if cause is None:
        raise _nothing_to_be_late(plan, item)
    real = Delay(0 if overrun else minutes, minutes, people=cause.people)
    raw = delays(chain, cause, real, frozenset(), mending=False)
    assert isinstance(raw, Mapping)
    kept = [chain.of_item(one) for identity in keep if (one := plan.item(identity)) is not None]
    asked = frozenset(one.key for one in kept if one is not None and one is not cause)
    mended, changes = _mended(plan, chain, cause, real, asked)
    moves = tuple(_moves(plan, changes))
    moved = {key for one in moves if (key := one.leg_id or one.item_id) is not None} | {cause.key}
    return Cascade(
        mission_id=plan.mission.id,
        cause_id=cause_id,
        minutes=minutes,
        overrun=overrun,
        keep=frozenset(keep),
        late=tuple(_late(plan, chain, raw)),
        moves=moves,
        buffers=tuple(_buffers(chain, mended, moved)),
        missed=tuple(one for one in _late(plan, chain, mended) if (one.leg_id or one.item_id) not in moved),
        broken=_broken(plan, knowledge, chosen, changes),
        changes=changes,
    )


def may_be_late(plan: MissionPlan, day: dt.date) -> tuple[r.AgendaItem | r.Leg, ...]:
    """Return what somebody can be late for on a day, by its start: items, and legs without a row among them."""
    chain = Chain(Scene(plan))
    found: list[tuple[dt.datetime, r.AgendaItem | r.Leg]] = [
        (link.start, one) for one in plan.items_on(day) if (link := chain.of_item(one)) is not None
    ]
    found += [
        (link.start, link.leg)
        for link in chain.links
        if link.leg is not None and not link.items and link.leg.date == day
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _nothing_to_be_late(plan: MissionPlan, item: r.AgendaItem | None) -> Invalid:
    if item is None or span_of(plan, item).start is None:
        return Invalid(N_("Give the item a day and a time first."), field="start")
    title = item.title.best("", plan.mission.languages)
    return Invalid(
        N_("Nobody can be late for “{title}”: it does not ask anybody to be anywhere."),
        field="item_id",
        title=title,
    )


# -- the proposal ----------------------------------------------------------------------------------------


def _mended(
    plan: MissionPlan, chain: Chain, cause: Link, late: Delay, fixed: frozenset[UUID]
) -> tuple[Mapping[UUID, Delay], Changes]:
    """Return delays and changes that put nobody in two places; each round lets one more thing stay as it is."""
    known = in_two_places(plan)
    while True:
        found = delays(chain, cause, late, fixed, mending=True)
        if isinstance(found, UUID):
            fixed |= {found}
            continue
        moving = [
            (chain.by_key[key], one)
            for key, one in found.items()
            if key not in fixed and (one.start or one.end) and _may_move(plan, chain.by_key[key], cause)
        ]
        changes, refused = _written(plan, moving)
        if refused is None:
            refused = _in_the_way(plan, changes, [link for link, _ in moving], known)
        if refused is None:
            return found, changes
        fixed |= {refused}


def _may_move(plan: MissionPlan, link: Link, cause: Link) -> bool:
    """Tell whether something can be given other times; of a late flight they are simply true."""
    if any(is_locked(plan, row) for row in link.items):
        return False
    return not link.fixed or link is cause


def _written(plan: MissionPlan, moving: Iterable[tuple[Link, Delay]]) -> tuple[Changes, UUID | None]:
    """Return what gives everything its new times, or the key of what cannot have them: clocks skip them."""
    times: dict[UUID, Times] = {}
    beside: list[r.Record] = []
    for link, delay in moving:
        try:
            if link.items:
                row = link.items[0]
                times[row.id] = delayed(plan, row, delay.start, delay.end)
                beside += _slots(plan, row, delay.start)
            elif link.leg is not None:
                beside.append(delayed_leg(plan, link.leg, delay.start, delay.end))
        except MissionPlannerError:
            return Changes(), link.key
    changes = rescheduled(plan, times)
    return (changes.then(between(plan, beside)) if beside else changes), None


def _slots(plan: MissionPlan, item: r.AgendaItem, minutes: int) -> Iterator[r.Slot]:
    """Give the slots of the meetings an item frames, as late as it begins; what would pass midnight stays."""
    times = item_times(plan, item)
    for session in plan.of("matchmaking", "item_id", item.id):
        for slot in plan.of("slots", "matchmaking_id", session.id):
            start, end = (dt.datetime.combine(slot.date, one) for one in (slot.start, slot.end))
            late = dt.timedelta(minutes=minutes)
            same_day = slot.date == times.date == (end + late).date() and slot.start <= slot.end
            if minutes and same_day and (times.start is None or slot.start >= times.start):
                yield replace(slot, start=(start + late).time(), end=(end + late).time())


def _in_the_way(
    plan: MissionPlan, changes: Changes, moving: list[Link], known: frozenset[tuple[UUID, UUID, UUID]]
) -> UUID | None:
    """Return what has to stay because somebody would be in two places who was not; the last of several."""
    new = in_two_places(changes.on(plan), {link.key for link in moving}) - known if changes else frozenset()
    stands = {key for _, *pair in new for key in pair}
    ordered = [link for link in moving if link.key in stands]
    return max(ordered, key=lambda link: (link.start, link.key.int)).key if ordered else None


def in_two_places(plan: MissionPlan, among: Container[UUID] | None = None) -> frozenset[tuple[UUID, UUID, UUID]]:
    """Return who has to be at which two things at once, people, places for one event and vehicles alike.

    ``among`` are ids of items, and of legs for their rows, of which one must be part of a pair.
    """
    loud = [link for link in Chain(Scene(plan)).links if not link.quiet]
    return frozenset(
        (who, min(one.key, other.key), max(one.key, other.key))
        for one, other in combinations(loud, 2)
        if among is None or one.key in among or other.key in among
        if one.stop.span.overlaps(other.stop.span)
        for who in one.bound & other.bound
    )


# -- telling it ------------------------------------------------------------------------------------------


def _ids(link: Link) -> tuple[UUID | None, UUID | None]:
    return (link.items[0].id if link.items else None), (link.leg.id if link.leg is not None else None)


def _late(plan: MissionPlan, chain: Chain, found: Mapping[UUID, Delay]) -> Iterator[Late]:
    """Give what starts late, by start; who merely ends late is not late yet."""
    for link in chain.links:
        delay = found.get(link.key)
        if delay is not None and delay.start:
            people = tuple(sorted(delay.people, key=lambda one: (plan.label(one).casefold(), one.int)))
            yield Late(*_ids(link), delay.start, people, link.fixed)


def _buffers(chain: Chain, found: Mapping[UUID, Delay], moved: Container[UUID]) -> Iterator[Buffer]:
    """Give what the proposal uses up: pauses before what is not late any more, and what gets shorter."""
    for link in chain.links:
        delay = found.get(link.key)
        if delay is None:
            continue
        if delay.gap:
            yield Buffer(*_ids(link), How.GAP, delay.gap)
        if link.key in moved and delay.start - delay.end > delay.cut:
            how = How.MEAL if link.kind is ItemKind.MEAL else How.FREE_TIME
            yield Buffer(*_ids(link), how, delay.start - delay.end - delay.cut)
        if link.key in moved and delay.cut:
            yield Buffer(*_ids(link), How.SHORTER, delay.cut)


def _moves(plan: MissionPlan, changes: Changes) -> Iterator[Move]:
    after = changes.on(plan)
    found: list[tuple[dt.datetime, Move]] = []
    told: set[UUID] = set()
    for one in (*(x for x in changes.saved if isinstance(x, r.AgendaItem)), *changes.saved):
        if isinstance(one, r.AgendaItem):
            old, new = item_times(plan, wanted(plan, one.id)), item_times(after, one)
            ids: tuple[UUID | None, UUID | None] = (one.id, one.leg_id)
        elif isinstance(one, r.Leg):
            old, new = leg_times(plan, plan.leg(one.id) or one), leg_times(after, one)
            ids = (None, one.id)
        else:
            continue
        key = ids[1] or ids[0]
        start, begins = old.span.start, new.span.start
        if key is None or key in told or old == new or start is None or begins is None:
            continue
        told.add(key)
        found.append((begins, Move(*ids, old, new, int((begins - start).total_seconds() // 60))))
    yield from (move for _, move in sorted(found, key=lambda pair: (pair[0], str(pair[1].item_id))))


def _broken(plan: MissionPlan, knowledge: Knowledge, options: Options, changes: Changes) -> tuple[Finding, ...]:
    """Return what checks find after the proposal that they did not find before."""
    days = {
        day
        for one in changes.saved
        if isinstance(one, r.AgendaItem | r.Leg)
        for day in (one.date, one.end_date)
        if day is not None
    }
    if not days:
        return ()
    return Trial(near(plan, days), knowledge, options).new_findings(changes)
