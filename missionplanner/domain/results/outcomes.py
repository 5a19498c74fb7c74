"""Tell of which visits, meetings and B2B talks an outcome is to be noted, and which have none yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.clock import local, utc
from missionplanner.domain.figures import Held, held_of
from missionplanner.domain.figures.held import substance
from missionplanner.domain.figures.meetings import booked
from missionplanner.domain.figures.results import ours
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus

NEVER_FIXED = frozenset({ItemStatus.REQUESTED, ItemStatus.TENTATIVE})
"""Items of which nobody knows whether they took place."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Be something of which an outcome is noted: an item, or a meeting of two organisations in a session.

    ``item`` is the session's of a meeting. ``others`` are the organisations of the other side.
    """

    item: r.AgendaItem | None
    meeting: r.Meeting | None
    times: Times
    others: tuple[UUID, ...]
    held: Held
    outcome: r.Outcome | None = None

    @property
    def id(self) -> UUID:
        """Return the id of the meeting, else of the item."""
        found = self.meeting or self.item
        assert found is not None, "an outcome is of something"
        return found.id

    @property
    def told(self) -> bool:
        """Tell whether anything was noted of what came of it."""
        one = self.outcome
        if one is None:
            return False
        said = (one.why_not, one.satisfaction, one.interest, one.summary, one.next_step)
        return one.held is not None or any(each is not None for each in said)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Be how many visits and meetings are over, and what is known of them.

    ``held`` and ``not_held`` were noted as such; the rest nobody has said anything about. ``missing`` are the ids
    of those without an outcome.
    """

    over: int
    held: int
    not_held: int
    missing: tuple[UUID, ...]

    def said(self, t: Translator) -> str:
        """Return it as a sentence; nothing where nothing is over yet."""
        if not self.over:
            return ""
        over = t.plural("{count} visit or meeting is over", "{count} visits and meetings are over", self.over)
        if not self.missing:
            return t("{over}, each with its outcome.", over=over)
        missing = t.plural("{count} has no outcome yet", "{count} have no outcome yet", len(self.missing))
        return t("{over}, {missing}.", over=over, missing=missing)


def subjects(plan: MissionPlan, record: MissionRecord) -> tuple[Subject, ...]:
    """Return what an outcome is noted of, in the order of the programme.

    These are visits and meetings that were not called off, and any item of which something is noted already. A
    session with meetings is told meeting by meeting.
    """
    meetings = _by_item(plan, record)
    found: list[Subject] = []
    for item in substance(plan):
        own = meetings.pop(item.id, [])
        noted = record.outcomes_of(item)
        held = held_of(record, item)
        if (item.kind in AT_HOSTS and held is not Held.CANCELLED and not own) or noted:
            hosts = tuple(one.id for one in plan.hosts(item))
            found.append(Subject(item, None, item_times(plan, item), hosts, held, noted[0] if noted else None))
        found += own
    for own in meetings.values():
        found += own
    return tuple(found)


def waiting(plan: MissionPlan, record: MissionRecord, now: dt.datetime) -> Waiting:
    """Count what is over at a moment, which has a zone, and what of it has an outcome.

    What was only asked for or tentative is not counted until somebody says what became of it.
    """
    over = [one for one in subjects(plan, record) if is_over(one.times, now) and (one.told or _was_fixed(one))]
    return Waiting(
        len(over),
        sum(one.held is Held.HELD for one in over),
        sum(one.held is Held.NOT_HELD for one in over),
        tuple(one.id for one in over if not one.told),
    )


def _was_fixed(one: Subject) -> bool:
    return one.meeting is not None or one.item is None or one.item.status not in NEVER_FIXED


def is_over(times: Times, now: dt.datetime) -> bool:
    """Tell whether something is over: its end, else its start, else its day."""
    span = times.span
    last = span.end or span.start
    if last is not None:
        return last <= now
    return times.date is not None and times.date < local(now, times.zone).date()


def _by_item(plan: MissionPlan, record: MissionRecord) -> dict[UUID | None, list[Subject]]:
    """Return the booked meetings that were not called off by the item of their session, by slot."""
    own = ours(plan)
    sessions = {one.id: one for one in plan.matchmaking}
    found: dict[UUID | None, list[Subject]] = {}
    for one in booked(plan):
        noted = record.outcomes_of(one)
        held = held_of(record, one)
        if held is Held.CANCELLED and not noted:
            continue
        session = sessions.get(one.matchmaking_id)
        item = plan.item(session.item_id) if session is not None else None
        others = tuple(each for each in (one.a_id, one.b_id) if each not in own) or (one.b_id,)
        subject = Subject(item, one, _times(plan, one, item), others, held, noted[0] if noted else None)
        found.setdefault(item.id if item is not None else None, []).append(subject)
    for some in found.values():
        some.sort(key=_by_time)
    return found


def _by_time(one: Subject) -> tuple[dt.date, dt.time, str]:
    return one.times.date or dt.date.max, one.times.start or dt.time.max, str(one.id)


def _times(plan: MissionPlan, one: r.Meeting, item: r.AgendaItem | None) -> Times:
    """Return when a meeting is: its slot, else as its session's item."""
    zone = item_times(plan, item).zone if item is not None else plan.mission.zone
    for slot in plan.of("slots", "matchmaking_id", one.matchmaking_id):
        if slot.position == one.slot:
            crosses = utc(slot.date, slot.end, zone) < utc(slot.date, slot.start, zone)
            last = slot.date + dt.timedelta(days=1) if crosses else slot.date
            return Times(slot.date, slot.start, zone, last, slot.end, zone)
    return item_times(plan, item) if item is not None else Times(None, None, zone, None, None, zone)


def words(texts: Texts | None) -> Iterator[str]:
    """Give what a text says in each language, for telling whether two say the same."""
    yield from (" ".join(text.split()).casefold() for _, text in (texts.entries if texts is not None else ()))


def other_side(subject: Subject) -> UUID | None:
    """Return the one organisation a visit or meeting was with, None where there is none or several."""
    return subject.others[0] if len(subject.others) == 1 else None


def follow_up_of(there: Iterable[r.FollowUp], subject: Subject, outcome: r.Outcome) -> r.FollowUp | None:
    """Return the follow-up that a next step has made: about the same, in the same words of any language."""
    said = set(words(outcome.next_step))
    item = subject.item.id if subject.item is not None else None
    for one in there:
        same = one.about_item_id == item and (
            subject.meeting is None or one.about_organisation_id == other_side(subject)
        )
        if same and not said.isdisjoint(words(one.text)):
            return one
    return None
