"""Hang what people do one after the other into a chain, and let a delay run along it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row, Stop, is_journey
from missionplanner.domain.checks.travel import minutes_needed
from missionplanner.domain.fixes.trial import BOOKED, has_to_stay
from missionplanner.domain.programme.shifting import LEAST_MINUTES
from missionplanner.domain.vocabulary import ItemKind

LEAST = 15
"""Minutes an item keeps at least where its end cannot be later; it keeps half of what it had, too."""
NIGHT = dt.timedelta(hours=6)
"""A pause that nobody counts as taking up a delay: the day is over."""
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Be something people do at a time: an item, or a leg with all of its rows.

    ``key`` is the id of the leg where there is one, else of the item; ``bound`` are its people, and its place
    and vehicle where these serve one thing at a time. ``fixed`` tells that its time is not the mission's.
    """

    key: UUID
    stop: Stop
    items: tuple[r.AgendaItem, ...]
    leg: r.Leg | None
    start: dt.datetime
    end: dt.datetime
    people: frozenset[UUID]
    bound: frozenset[UUID]
    fixed: bool

    @property
    def kind(self) -> ItemKind | None:
        return self.items[0].kind if self.items and self.leg is None else None

    @property
    def quiet(self) -> bool:
        """Tell whether it never clashes: free time."""
        return self.kind is ItemKind.FREE_TIME

    @property
    def minutes(self) -> int:
        return (self.end - self.start) // _MINUTE

    @property
    def spare(self) -> int:
        """Return the minutes by which a delay may shorten it unasked: of a meal and of free time (UX §5)."""
        least = LEAST_MINUTES.get(self.kind) if self.kind is not None else None
        return max(0, self.minutes - least) if least is not None else 0

    @property
    def least(self) -> int:
        """Return the minutes it keeps where it cannot end later; a journey takes as long as it takes."""
        if self.leg is not None or is_journey(self.stop):
            return self.minutes
        return min(self.minutes, self.minutes - self.spare, max(LEAST, self.minutes // 2))


@dataclass(frozen=True, slots=True)
class Delay:
    """Be by how many minutes something starts and ends late, and for whom.

    ``gap`` are the minutes the pause before it took up, ``cut`` those it is shortened by because what follows
    cannot wait.
    """

    start: int = 0
    end: int = 0
    gap: int = 0
    cut: int = 0
    people: frozenset[UUID] = frozenset()


class Chain:
    """Be all that people do, by start, and the minutes that have to lie between."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        found = [*_of_rows(scene), *_of_rides(scene)]
        self.links = tuple(sorted(found, key=lambda one: (one.start, one.key.int)))
        self.by_key = {one.key: one for one in self.links}
        self._starts = [one.start for one in self.links]
        self._needs: dict[tuple[UUID, UUID], int] = {}

    def of_item(self, item: r.AgendaItem) -> Link | None:
        """Return what an item stands for, None where it has no time or does not take place."""
        return self.by_key.get(item.leg_id or item.id)

    def after(self, link: Link) -> tuple[Link, ...]:
        """Return what starts once something is over, in its order."""
        return tuple(one for one in self.links if one.start >= link.end and one is not link)

    def between(self, first: Link, second: Link) -> int:
        """Return the minutes that have to stay between two: the way, but no more than there were.

        Only between what follows one another for somebody: else the way is made in between.
        """
        key = (first.key, second.key)
        if key not in self._needs:
            gap = (second.start - first.end) // _MINUTE
            need = minutes_needed(self.scene, first.stop, second.stop) if self.adjoin(first, second) else 0
            self._needs[key] = max(0, min(need, gap))
        return self._needs[key]

    def adjoin(self, first: Link, second: Link) -> bool:
        """Tell whether somebody goes from one right to the other."""
        both = first.bound & second.bound
        begins = bisect_left(self._starts, first.end)
        ends = bisect_right(self._starts, second.start)
        for one in self.links[begins:ends]:
            if one is not first and one is not second and one.end <= second.start:
                both -= one.bound
                if not both:
                    return False
        return bool(both)


def delays(
    chain: Chain, cause: Link, late: Delay, fixed: frozenset[UUID], *, mending: bool
) -> Mapping[UUID, Delay] | UUID:
    """Return how late everything is behind ``cause``; with ``mending`` what cannot wait is not kept waiting.

    ``fixed`` are keys of what stays besides what is fixed itself. What would have to end before it has lasted
    its least comes back as its key: it has to stay as well.
    """
    following = chain.after(cause)
    stays = {one.key for one in following if one.fixed or one.key in fixed}
    room = _rooms(chain, (cause, *following), stays) if mending else {}
    found: dict[UUID, Delay] = {}
    if cause.key not in fixed and not cause.fixed:
        late = _cut(late, room.get(cause.key))
        if mending and cause.minutes + late.end - late.start < cause.least:
            return cause.key
    found[cause.key] = late
    for link in following:
        pushed = _pushed(chain, link, found)
        if pushed is None:
            continue
        if link.key not in stays:
            pushed = _cut(replace(pushed, end=pushed.start - min(pushed.start, link.spare)), room.get(link.key))
            if mending and pushed.start and link.minutes + pushed.end - pushed.start < link.least:
                return link.key
        found[link.key] = pushed
    return found


def _pushed(chain: Chain, link: Link, found: Mapping[UUID, Delay]) -> Delay | None:
    """Return how late something starts because of what comes before it, None where nothing of that is late."""
    most, gap, waiting = 0, 0, frozenset[UUID]()
    reached = False
    for key, delay in found.items():
        before = chain.by_key[key]
        shared = before.bound & link.bound
        if not delay.end or not shared or before.end > link.start or before.stop.span.overlaps(link.stop.span):
            continue  # not late, of other people, or at the same time as it was planned already
        push = delay.end - ((link.start - before.end) // _MINUTE - chain.between(before, link))
        waiting |= shared if push > 0 else frozenset()
        adjoins = link.start - before.end < NIGHT and chain.adjoin(before, link)
        if adjoins and (not reached or push > most):
            gap = delay.end - max(0, push)
        most, reached = max(most, push), reached or adjoins
    return Delay(most, 0, gap, people=waiting & link.people) if most or reached else None


def _rooms(chain: Chain, links: tuple[Link, ...], stays: set[UUID]) -> dict[UUID, int]:
    """Return by how many minutes each may end late at most, so that all that stays can; the others have no bound.

    What lies between may begin late itself, and be shortened down to its least.
    """
    found: dict[UUID, int] = {}
    for number in reversed(range(len(links))):
        link = links[number]
        for later in links[number + 1 :]:
            if later.start < link.end or later.quiet or later.bound.isdisjoint(link.bound):
                continue
            slack = 0
            if later.key not in stays:
                if later.key not in found:
                    continue
                slack = found[later.key] + later.minutes - later.least
            room = (later.start - link.end) // _MINUTE - chain.between(link, later) + slack
            found[link.key] = min(room, found.get(link.key, room))
    return found


def _cut(delay: Delay, room: int | None) -> Delay:
    if room is None or delay.end <= room:
        return delay
    return replace(delay, end=max(0, room), cut=delay.end - max(0, room))


# -- what there is ---------------------------------------------------------------------------------------


def _of_rows(scene: Scene) -> Iterator[Link]:
    for row in scene.placed:
        start, item = row.span.start, row.item
        if (
            start is None
            or item.kind is ItemKind.HOTEL
            or (item.leg_id is not None and item.leg_id in scene.rides)
        ):
            continue
        yield Link(
            key=item.id,
            stop=row,
            items=(item,),
            leg=None,
            start=start,
            end=row.last or start,
            people=scene.attendees.named(row.who),
            bound=row.who | _place(scene, item),
            fixed=has_to_stay(scene.plan, item),
        )


def _of_rides(scene: Scene) -> Iterator[Link]:
    rows: dict[UUID, Row] = {}
    for row in scene.placed:
        if row.item.leg_id is not None:
            rows.setdefault(row.item.leg_id, row)
    for ride in scene.rides.values():
        if ride.span.start is None or not (ride.who or ride.rows):
            continue
        yield Link(
            key=ride.leg.id,
            stop=rows.get(ride.leg.id, ride),
            items=ride.rows,
            leg=ride.leg,
            start=ride.span.start,
            end=ride.last or ride.span.start,
            people=scene.attendees.named(ride.who),
            bound=ride.who | _vehicle(ride),
            fixed=_keeps_its_time(scene, ride),
        )


def _keeps_its_time(scene: Scene, ride: Ride) -> bool:
    return ride.leg.mode in BOOKED or any(has_to_stay(scene.plan, row) for row in ride.rows)


def _place(scene: Scene, item: r.AgendaItem) -> frozenset[UUID]:
    place = scene.plan.place(item.place_id)
    return frozenset({place.id}) if place is not None and place.exclusive else frozenset()


def _vehicle(ride: Ride) -> frozenset[UUID]:
    return frozenset({ride.leg.vehicle_id}) if ride.leg.vehicle_id is not None else frozenset()
