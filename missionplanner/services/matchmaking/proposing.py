"""Propose a timetable for a B2B session, compare it with the one there is, and take it over as one undo step."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.errors import Cancelled, Invalid, NotFound, Stale
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.meetings.arranging import refuse_overlaps
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.near_tables import walks
from missionplanner.domain.meetings.session import Session, session_of, sessions
from missionplanner.domain.meetings.stamp import stamp
from missionplanner.domain.meetings.wishes import PairKey
from missionplanner.domain.meetings.worth import Compared, Worth, compared, table_changes, worth
from missionplanner.domain.plan import MissionPlan
from missionplanner.matchmaking import deciding, exact, local_search
from missionplanner.matchmaking.bounds import is_least
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.local_search import Found, search
from missionplanner.matchmaking.posing import Posed, posed
from missionplanner.matchmaking.problem import Problem
from missionplanner.matchmaking.replanning import replan
from missionplanner.services import missions
from missionplanner.services.matchmaking.early import earlier
from missionplanner.services.matchmaking.looking import GONE, looked_at, met_elsewhere
from missionplanner.services.matchmaking.unserved import NO_SLOTS, Unserved, reasons, told
from missionplanner.services.matchmaking.written import Moved, Written
from missionplanner.services.workspace import Receipt, Workspace

__all__ = [
    "Glimpse",
    "Known",
    "Mode",
    "Moved",
    "Proposal",
    "Unserved",
    "Effort",
    "accept",
    "can_prove",
    "propose",
    "propose_all",
    "proposed",
    "reasons",
]

SECONDS = 10.0
"""How long is searched unless somebody says."""
SEED = 1
_MOVES_A_SECOND = 40_000
_BOUND_MOVES_A_SECOND = 20_000
"""Moves that count for a second: fewer than machines of today make, so that time seldom cuts a search short."""
_NO_WISHES = N_("Nobody wishes to meet anybody in this session yet.")
_CHANGED = N_("The session has changed since this timetable was proposed. Propose it anew.")


class Mode(StrEnum):
    """Say how free a proposal is: a timetable made anew, or the present one with as few moves as can be."""

    NEW = "new"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Be the best timetable so far: how many wished meetings wait, breaks, idle slots."""

    unserved: int
    breaks: int
    idle: int


@dataclass(frozen=True)
class Proposal:
    """Be a timetable to accept or discard.

    ``session`` is the session as it would be. ``added`` get a place, ``moved`` another slot, ``reseated`` another
    table, ``revoiced`` another interpreter alone; ``dropped`` lose their place and wait. ``proved`` tells that no
    timetable with these meetings has fewer breaks; else ``least`` is the number that every one has. ``cut`` tells
    that the time was over first, ``stopped`` that somebody stopped the search: it is the best found until then.
    """

    session_id: UUID
    session: Session
    changes: Changes
    now: Worth
    then: Worth
    unserved: tuple[Unserved, ...]
    added: tuple[r.Meeting, ...]
    moved: tuple[Moved, ...]
    reseated: tuple[Moved, ...]
    revoiced: tuple[Moved, ...]
    dropped: tuple[r.Meeting, ...]
    proved: bool
    least: int | None
    cut: bool
    stopped: bool
    seconds: float
    stamp: str

    @property
    def comparison(self) -> tuple[Compared, ...]:
        """Return present and proposed timetable in figures, line by line."""
        return compared(self.now, self.then)

    @property
    def is_the_same(self) -> bool:
        """Tell whether it is the timetable there is already."""
        return not self.changes


Seen = Callable[[Glimpse], None]


def can_prove() -> bool:
    """Tell whether proofs can be had here: python-sat is an extra."""
    return deciding.available()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Say how to search: seconds at most, the seed of all chance, how free, whether to look for a proof.

    Where ``moves`` are told, they alone are counted, and no clock is looked at.
    """

    seconds: float = SECONDS
    moves: int | None = None
    seed: int = SEED
    mode: str = Mode.NEW
    prove: bool = False


def propose(  # noqa: PLR0913 - what a dialog lets people choose, each with its default
    ws: Workspace,
    code: str,
    session_id: UUID,
    *,
    seconds: float = SECONDS,
    seed: int = SEED,
    mode: str = Mode.NEW,
    prove: bool = False,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> Proposal:
    """Return a timetable for a session; writes nothing. ``seen`` hears of each better one.

    The same session, seed and seconds give the same timetable unless the time is cut short. Who stops the search
    has the best found until then. Raises NotFound, Invalid where there is nothing to plan, Cancelled where it was
    stopped before anything was found.
    """
    effort = Effort(seconds=seconds, seed=seed, mode=mode, prove=prove)
    plan, known = _read(ws, code)
    session = session_of(plan, session_id)
    if session is None:
        raise NotFound(GONE)
    return proposed(session, effort, known, progress, seen)


def propose_all(
    ws: Workspace,
    code: str,
    session_ids: Collection[UUID],
    effort: Effort,
    progress: Progress | None = None,
) -> tuple[Proposal, ...]:
    """Return timetables for several sessions of a mission, each knowing of those before; seconds count for all.

    Sessions with nothing to plan are left out, and those after the one at which the search was stopped. Raises
    NotFound, Invalid where none has anything, Cancelled where it was stopped before anything was found.
    """
    plan, known = _read(ws, code)
    wanted = [one.id for one in sessions(plan) if one.id in session_ids]
    each = replace(effort, seconds=effort.seconds / max(1, len(wanted)))
    found: list[Proposal] = []
    why: Invalid | None = None
    for identity in wanted:
        session = session_of(plan, identity)
        assert session is not None
        try:
            found.append(proposed(session, each, known, progress))
        except Invalid as error:
            why = error
        except Cancelled:
            if not found:
                raise
            break
        else:
            plan = found[-1].session.plan
    if not found:
        raise why or NotFound(GONE)
    return tuple(found)


def accept(ws: Workspace, *proposals: Proposal) -> Receipt:
    """Take proposed timetables over, in the order they were made. Raises NotFound; Stale after other changes."""
    with ws.edit(N_("Take over the proposed B2B timetable")) as edit:
        for one in proposals:
            session = looked_at(edit, one.session_id)
            if stamp(session, availability(session.plan, session)) != one.stamp:
                raise Stale(_CHANGED)
            if len(proposals) == 1:
                edit.call(N_("Take over the timetable proposed for “{title}”"), title=session.title())
            edit.write(one.changes)
    return edit.receipt


# -- reading and searching -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """Be what the workspace knows beside the plan: who met in other missions, meetings whose outcome is known."""

    met: frozenset[PairKey] = frozenset()
    held: frozenset[UUID] = frozenset()


def _read(ws: Workspace, code: str) -> tuple[MissionPlan, Known]:
    mission = missions.find(ws, code)
    with ws.reading() as connection:
        plan = reading.plan(connection, mission)
        came = reading.mission_record(connection, mission).outcomes
        met = frozenset[PairKey]().union(*(met_elsewhere(connection, one) for one in sessions(plan)))
    held = (one.meeting_id for one in came if one.held is not None)
    return plan, Known(met, frozenset(one for one in held if one is not None))


def proposed(
    session: Session,
    effort: Effort,
    known: Known | None = None,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> Proposal:
    """Return a timetable for a session as a plan has it; reads nothing. Raises as ``propose`` does."""
    begun, beside = time.monotonic(), known or Known()
    free = availability(session.plan, session)
    posing = posed(session, free, met=beside.met, held=beside.held)
    _refuse_nothing(posing)
    found, least, proved, stopped = _best(posing, effort, progress or Progress(), seen)
    if Mode(effort.mode) is Mode.NEW:
        found = earlier(posing.problem, found)
    written, changes, then = _written(posing, found, effort)
    return Proposal(
        session_id=session.id,
        session=then,
        changes=changes,
        now=worth(session, free),
        then=worth(then, free),
        unserved=told(then, posing.why_not(found.places, found.voices)),
        added=tuple(written.added),
        moved=tuple(written.moved),
        reseated=tuple(written.reseated),
        revoiced=tuple(written.revoiced),
        dropped=tuple(written.dropped),
        proved=proved,
        least=least,
        cut=found.cut,
        stopped=stopped,
        seconds=time.monotonic() - begun,
        stamp=stamp(session, free),
    )


def _refuse_nothing(problem: Posed) -> None:
    if not problem.slots:
        raise Invalid(NO_SLOTS)
    refuse_overlaps(problem.session)
    if not problem.asked and not problem.barred:
        raise Invalid(_NO_WISHES)


def _engine_effort(posing: Posed, effort: Effort) -> local_search.Effort:
    """Return the effort in moves: fewer a second where each has to look at limits, orders and voices."""
    if effort.moves is not None:
        return local_search.Effort(effort.moves, None, effort.seed)
    problem = posing.problem
    limits = any(one.max_per_day is not None for one in problem.parties)
    bound = limits or problem.precedences or problem.interpreters
    rate = _BOUND_MOVES_A_SECOND if bound else _MOVES_A_SECOND
    return local_search.Effort(max(1, int(effort.seconds * rate)), effort.seconds, effort.seed)


def _best(
    posing: Posed, effort: Effort, progress: Progress, seen: Seen | None
) -> tuple[Found, int | None, bool, bool]:
    """Return what ``_searched`` does, and whether somebody stopped the search: then the best until there."""
    heard: list[Found] = []

    def hear(one: Found) -> None:
        heard[:] = [one]
        if seen is not None:
            seen(Glimpse(one.score.unserved, one.score.breaks, one.score.idle))

    progress.step(0, 1000)
    try:
        return *_searched(posing, effort, progress, hear), False
    except Cancelled:
        if not heard:
            raise
        return heard[0], None, False, True


def _written(posing: Posed, found: Found, effort: Effort) -> tuple[Written, Changes, Session]:
    """Return a timetable written down; where slots stay, tables do so unless walks or more changes are saved."""
    session, made = posing.session, []
    for near in (True,) if effort.mode == Mode.KEEP else (True, False):
        written = Written(posing, found, near=near)
        changes = between(session.plan, written.records)
        made.append((written, changes, Session(changes.on(session.plan), session.record)))
    return min(made, key=lambda one: (walks(one[2]), table_changes(one[2]) + len(one[0].reseated)))


def _searched(
    posing: Posed, effort: Effort, progress: Progress, hear: local_search.Seen
) -> tuple[Found, int | None, bool]:
    """Return the best timetable, the breaks that every one has where that is known, and whether it is proved."""
    problem, tries = posing.problem, _engine_effort(posing, effort)
    if Mode(effort.mode) is Mode.KEEP:
        found = replan(problem, tries, progress, hear).found
    elif effort.prove and deciding.available():
        found, least, proved = _decided(problem, tries, progress, hear)
        return found, least, proved or _nobody_waits(posing, found)
    else:
        found = search(problem, tries, progress, hear)
    proved = effort.mode == Mode.NEW and _nobody_waits(posing, found)
    return found, 0 if found.score.breaks == 0 else None, proved


def _decided(
    problem: Problem, tries: local_search.Effort, progress: Progress, hear: local_search.Seen
) -> tuple[Found, int, bool]:
    """Search for half of the time, and for the rest prove what the meetings that are held then need in breaks."""
    half = replace(tries, seconds=tries.seconds / 2 if tries.seconds is not None else None)
    found = search(problem, half, progress, hear)
    held = [number for number, place in enumerate(found.places) if place is not None]
    order = {number: rank for rank, number in enumerate(held)}
    rest = replace(
        problem,
        meetings=tuple(replace(problem.meetings[number], present=found.places[number]) for number in held),
        precedences=tuple((order[a], order[b]) for a, b in problem.precedences if {a, b} <= order.keys()),
    )
    best = found

    def take(better: Found) -> None:
        nonlocal best
        places, voices = list(found.places), list(found.voices)
        for number, rank in order.items():
            places[number], voices[number] = better.places[rank], better.voices[rank]
        worth = score(problem, tuple(places))
        if worth < best.score:
            best = Found(tuple(places), tuple(voices), worth, found.moves, better.cut)
            hear(best)

    answer = exact.solve(rest, half, progress, take)
    take(answer.found)
    return best, answer.least, answer.proved


def _nobody_waits(posing: Posed, found: Found) -> bool:
    """Tell whether as many are served as can be, and without a break: nothing better can be there."""
    return is_least(posing.problem, found.score) and found.score.breaks == 0
