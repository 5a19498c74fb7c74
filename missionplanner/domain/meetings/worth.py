"""Tell what a timetable is worth in figures a person understands, and compare two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from missionplanner.base.messages import N_
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.loads import loads
from missionplanner.domain.meetings.near_tables import walks
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.wishes import ORDER, key_of, pairs
from missionplanner.domain.vocabulary import Wish

SERVED: dict[Wish, str] = {
    Wish.MUST: N_("“Must meet” that are met"),
    Wish.WANT: N_("“Want to meet” that are met"),
    Wish.COULD: N_("“Could meet” that are met"),
}
_IMPOSSIBLE = N_("Meetings at which somebody cannot be there")
_MEETINGS = N_("Meetings")
_BREAKS = N_("Breaks between meetings")
_MOST = N_("Most breaks of one participant")
_IDLE = N_("Slots spent waiting")
_CHANGES = N_("Changes of table")
_WALKS = N_("Walks to a table in another place")


@dataclass(frozen=True, slots=True)
class Worth:
    """Be the figures of a timetable. ``asked`` and ``served`` count pairs by the stronger wish of the two."""

    asked: dict[Wish, int]
    served: dict[Wish, int]
    meetings: int
    breaks: int
    most_breaks: int
    idle: int
    table_changes: int
    walks: int = 0
    """How often somebody goes to a table in another place; nothing where all are in one."""
    impossible: int = 0
    """Meetings in a slot to which a participant or the interpreter cannot come."""

    @property
    def unserved(self) -> int:
        return sum(self.asked.values()) - sum(self.served.values())


@dataclass(frozen=True, slots=True)
class Compared:
    """Be one figure before and after: its name, a message id, and both values, each of ``of`` where that is told.

    ``better`` is None where both are equal, or neither is better.
    """

    name: str
    now: int
    then: int
    better: bool | None = None
    of: int | None = None


def worth(session: Session, free: Availability | None = None) -> Worth:
    """Return the figures of the timetable of a session; ``free`` says who can come to which slots."""
    load = loads(session)
    met = {key_of(one) for one in session.placed}
    wished = [pair for pair in pairs(session) if pair.wish is not None]
    return Worth(
        asked={wish: sum(pair.wish is wish for pair in wished) for wish in ORDER},
        served={wish: sum(pair.wish is wish and pair.key in met for pair in wished) for wish in ORDER},
        meetings=load.meetings,
        breaks=load.breaks,
        most_breaks=max((one.breaks for one in load.each), default=0),
        idle=load.idle,
        table_changes=table_changes(session),
        walks=walks(session),
        impossible=sum(not free.allows(one) for one in session.placed) if free is not None else 0,
    )


def compared(now: Worth, then: Worth) -> tuple[Compared, ...]:
    """Return what two timetables of one session are worth, line by line, the most important first.

    A timetable without a meeting has neither breaks nor walks: nothing is told to be worse than that.
    """
    found = []
    if now.impossible or then.impossible:
        found.append(_line(_IMPOSSIBLE, now.impossible, then.impossible, more=False))
    found += [
        _line(SERVED[wish], now.served[wish], then.served[wish], more=True, of=then.asked[wish])
        for wish in ORDER
        if now.asked[wish] or then.asked[wish]
    ]
    found.append(Compared(_MEETINGS, now.meetings, then.meetings))
    for name, before, after in (
        (_MOST, now.most_breaks, then.most_breaks),
        (_BREAKS, now.breaks, then.breaks),
        (_IDLE, now.idle, then.idle),
        (_CHANGES, now.table_changes, then.table_changes),
    ):
        found.append(_line(name, before, after, more=False))
    if now.walks or then.walks:
        found.append(_line(_WALKS, now.walks, then.walks, more=False))
    if now.meetings:
        return tuple(found)
    return tuple(one if one.better else replace(one, better=None) for one in found)


def _line(name: str, now: int, then: int, *, more: bool, of: int | None = None) -> Compared:
    better = None if now == then else (then > now) is more
    return Compared(name, now, then, better, of)


def table_changes(session: Session) -> int:
    """Return how often participants go to another table between two meetings of a day."""
    changes = 0
    for one in session.participants:
        last: tuple[object, str | None] | None = None
        for meeting in session.meetings_of(one.id):
            slot = session.slot(meeting.slot)
            if slot is None:
                continue
            changes += last is not None and last[0] == slot.date and last[1] != meeting.table
            last = (slot.date, meeting.table)
    return changes
