"""Lay the wishes of both sides of each pair together: how much they want to meet, who said no, who met before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, is_live, sessions
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import Side, Wish

PairKey = frozenset[UUID]
"""The two organisations of a pair."""

ORDER: tuple[Wish, ...] = (Wish.MUST, Wish.WANT, Wish.COULD)
"""Wishes for a meeting, the strongest first."""
_WEAKEST = Wish.COULD


@dataclass(frozen=True, slots=True)
class Pair:
    """Be two organisations of which one at least said something of the other.

    ``a`` is the visiting side, else the one that comes first among the participants.
    """

    a: UUID
    b: UUID
    ours: r.MeetingRequest | None = None
    """What ``a`` said of ``b``."""
    theirs: r.MeetingRequest | None = None
    """What ``b`` said of ``a``."""

    @property
    def key(self) -> PairKey:
        return frozenset((self.a, self.b))

    @property
    def refused_by(self) -> tuple[UUID, ...]:
        """Return who said no."""
        said = ((self.a, self.ours), (self.b, self.theirs))
        return tuple(who for who, one in said if one is not None and one.wish is Wish.NO_THANKS)

    @property
    def refused(self) -> bool:
        return bool(self.refused_by)

    @property
    def wish(self) -> Wish | None:
        """Return how much the meeting is wanted: what the keener side said, None where one said no."""
        return pair_priority(self.ours, self.theirs)

    @property
    def mutual(self) -> bool:
        """Tell whether both sides ask for it."""
        return self.ours is not None and self.theirs is not None and not self.refused


def key_of(one: r.Meeting) -> PairKey:
    """Return the two organisations of a meeting."""
    return frozenset((one.a_id, one.b_id))


def pair_priority(*requests: r.MeetingRequest | None) -> Wish | None:
    """Return how much a pair is to meet: the strongest wish; None where one said no, or nobody asked.

    Who asks without saying how much counts as one who could meet.
    """
    told = [one.wish or _WEAKEST for one in requests if one is not None]
    if Wish.NO_THANKS in told:
        return None
    return min(told, key=ORDER.index, default=None)


def pairs(session: Session) -> tuple[Pair, ...]:
    """Return every pair of participants of which one said something of the other, in the order of participants."""
    rank = {one.id: (one.side is Side.HOST, number) for number, one in enumerate(session.participants)}
    said = {
        both: one
        for both, one in session.said.items()
        if both[0] != both[1] and both[0] in rank and both[1] in rank
    }
    keys = {tuple(sorted(both, key=lambda each: rank[each])) for both in said}
    ordered = sorted(keys, key=lambda both: [rank[each] for each in both])
    return tuple(Pair(a, b, said.get((a, b)), said.get((b, a))) for a, b in ordered)


def pair_of(session: Session, one: UUID, other: UUID) -> Pair:
    """Return what two organisations said of each other, with nothing in it where neither said anything."""
    return Pair(one, other, session.said.get((one, other)), session.said.get((other, one)))


def met_here(plan: MissionPlan, session: Session) -> frozenset[PairKey]:
    """Return the pairs that meet in other sessions of the mission."""
    return frozenset(key_of(one) for other in sessions(plan) if other.id != session.id for one in other.placed)


def may_not_repeat(session: Session, met: Iterable[PairKey] = ()) -> frozenset[PairKey]:
    """Return the pairs that met before and are not to meet again.

    ``met`` are those of other missions. Where a session lets pairs meet again there are none; who stands in its
    timetable already was put there on purpose.
    """
    if session.record.allow_repeats:
        return frozenset()
    here = {key_of(one) for one in session.live}
    return frozenset((*met_here(session.plan, session), *met)) - here


def unserved(session: Session) -> tuple[Pair, ...]:
    """Return the pairs somebody wishes that have no place in the timetable, the strongest wishes first."""
    served = {key_of(one) for one in session.placed}
    found = [one for one in pairs(session) if one.wish is not None and one.key not in served]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.wish or _WEAKEST)))


def called_off(session: Session) -> frozenset[PairKey]:
    """Return the pairs whose only meetings were cancelled: nobody plans them again by themselves."""
    live = {key_of(one) for one in session.live}
    return frozenset(key_of(one) for one in session.meetings if not is_live(one)) - live
