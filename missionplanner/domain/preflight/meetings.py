"""Look at B2B meetings before their paper is printed: those without a time or a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.preflight.concern import Concern, Look, Weight, Where

MEETINGS = frozenset({"b2b", "tableplan", "interpreters", "outcome", "itinerary", "booklet"})
"""Kinds of documents that tell of B2B meetings."""

_NO_TIME = (
    N_("One B2B meeting has no time yet: {names}."),
    N_("{count} B2B meetings have no time yet, the first: {names}."),
)
_NO_TABLE = (
    N_("One B2B meeting has no table yet: {names}."),
    N_("{count} B2B meetings have no table yet, the first: {names}."),
)


def unplaced(look: Look) -> Iterator[Concern]:
    """Give how many meetings of each session nobody knows when, and how many nobody knows where."""
    for session in sessions(look.plan):
        yield from _told(session, "meeting_without_time", _NO_TIME, session.waiting)
        tableless = [one for one in session.placed if not one.table]
        yield from _told(session, "meeting_without_table", _NO_TABLE, tableless)


def _told(
    session: Session, rule: str, sentences: tuple[str, str], meetings: Sequence[r.Meeting]
) -> Iterator[Concern]:
    if not meetings:
        return
    first = meetings[0]
    names = f"{session.name(first.a_id)} – {session.name(first.b_id)}"
    told = Message.of(sentences[len(meetings) > 1], {"count": len(meetings), "names": names})
    yield Concern(
        rule=rule,
        weight=Weight.LACKING,
        message=told,
        where=Where.MEETINGS,
        records=tuple(one.id for one in meetings),
        kinds=MEETINGS,
    )
