"""See B2B meetings the way rules see items: who sits where when, and which items only frame meetings.

In an item that frames meetings people are busy while they meet, not all the time. A side of a meeting is there
where one of its people is (as ``domain.meetings.availability`` has it).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.stops import Row, overlapping
from missionplanner.domain.clock import Span
from missionplanner.domain.meetings.languages import codes, needs_interpreter, spoken_by
from missionplanner.domain.meetings.session import Session, name_of, sessions
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemKind

if TYPE_CHECKING:
    from missionplanner.domain.checks.scene import Scene


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """Be a meeting that has a slot: when, between whom, who interprets. ``frame`` is the item of its session."""

    session: Session
    meeting: r.Meeting
    span: Span
    times: Times
    sides: tuple[frozenset[UUID], frozenset[UUID]]
    frame: r.AgendaItem | None

    @property
    def name(self) -> str:
        """Return who meets: ``MECH – AFM``."""
        return f"{self.session.name(self.meeting.a_id)} – {self.session.name(self.meeting.b_id)}"

    @property
    def voice(self) -> UUID | None:
        return self.meeting.interpreter_id

    @property
    def who(self) -> frozenset[UUID]:
        """Return everybody at the table."""
        voice = frozenset({self.voice}) if self.voice is not None else frozenset()
        return self.sides[0] | self.sides[1] | voice

    @property
    def last(self) -> dt.datetime | None:
        return self.span.end

    @property
    def key(self) -> tuple[dt.datetime, str]:
        assert self.span.start is not None
        return self.span.start, str(self.meeting.id)


class AtOnce(NamedTuple):
    """Be two meetings that overlap: who would have to sit at both tables, and who interpret."""

    first: Met
    second: Met
    sitting: frozenset[UUID]
    voices: frozenset[UUID]


class Away(NamedTuple):
    """Be a row that keeps people away from a meeting: those who would sit there, and who would interpret."""

    row: Row
    met: Met
    sitting: frozenset[UUID]
    voices: frozenset[UUID]


@dataclass(frozen=True)
class Held:
    """Be all meetings of a mission that have a slot, by start; ``sessions`` are those that have any."""

    meetings: tuple[Met, ...] = ()
    sessions: tuple[Session, ...] = ()

    @cached_property
    def frames(self) -> dict[UUID, frozenset[UUID]]:
        """Return the items that frame meetings, each with who is at a table in it."""
        found: dict[UUID, set[UUID]] = {}
        for one in self.meetings:
            if one.frame is not None:
                found.setdefault(one.frame.id, set()).update(one.who)
        return {item: frozenset(some) for item, some in found.items()}

    @cached_property
    def at(self) -> dict[Span, tuple[Met, ...]]:
        """Return the meetings of each stretch of time."""
        found: dict[Span, list[Met]] = {}
        for one in self.meetings:
            found.setdefault(one.span, []).append(one)
        return {span: tuple(some) for span, some in found.items()}

    @cached_property
    def by_person(self) -> dict[UUID, tuple[Met, ...]]:
        """Return the meetings everybody sits in or interprets, by start."""
        found: dict[UUID, list[Met]] = {}
        for one in self.meetings:
            for person in one.who:
                found.setdefault(person, []).append(one)
        return {person: tuple(some) for person, some in found.items()}

    @cached_property
    def at_once(self) -> tuple[AtOnce, ...]:
        """Return the meetings that overlap and share somebody."""
        return tuple(_at_once(self))

    @cached_property
    def at_one_table(self) -> tuple[tuple[Met, Met], ...]:
        """Return two meetings of a session that have the same table at the same time."""
        return tuple(_at_one_table(self))

    @cached_property
    def silent(self) -> tuple[Met, ...]:
        """Return those whose sides have no language in common, and nobody brings one's to the other."""
        return tuple(one for one in self.meetings if _is_silent(one))

    def of(self, person: UUID, frame: UUID) -> tuple[Met, ...]:
        """Return the meetings of a person that an item frames, by start."""
        mine = self.by_person.get(person, ())
        return tuple(one for one in mine if one.frame is not None and one.frame.id == frame)


_NOTHING = Held()


def held(scene: Scene) -> Held:
    """Return the meetings of a mission; they are looked up once for as long as what they rest on is the same."""
    return scene.once("held", _as_before)[0] if scene.plan.meetings else _NOTHING


def _as_before(scene: Scene) -> Iterator[Held]:
    plan = scene.plan
    yield scene.lasting(f"meetings of {len(plan.matchmaking)}", _at_sight(plan), lambda: _still(scene))


def _still(scene: Scene) -> Held:
    """Return the meetings of before where all that rules see of them is as it was."""
    state = _state(scene.plan)
    known: dict[str, tuple[object, Held]] = scene.lasting("meetings", (), dict)
    if "all" not in known or known["all"][0] != state:
        known["all"] = (state, _held(scene.plan))
    return known["all"][1]


def _at_sight(plan: MissionPlan) -> tuple[object, ...]:
    """Return all that meetings may rest on, known at sight."""
    frames = [one for each in plan.matchmaking if (one := plan.item(each.item_id)) is not None]
    return (
        *(plan.matchmaking, plan.slots, plan.tables, plan.meetings, plan.participants, plan.participant_people),
        *(plan.organisations, plan.destinations, plan.mission),
        *(plan.interpreters, plan.meeting_requests, len(frames)),
        *frames,
        *(plan.place(one.place_id) for one in frames),
        *_at_tables(plan),
    )


def _at_tables(plan: MissionPlan) -> tuple[object, ...]:
    """Return who sits and who interprets; all people and delegates where not everybody is named."""
    named = {one.participant_id for one in plan.participant_people}
    ids = (*(one.person_id for one in plan.participant_people), *(one.person_id for one in plan.interpreters))
    people = tuple(map(plan.person, ids))
    if all(one.id in named for one in plan.participants) and None not in people:
        return people
    return plan.people, plan.delegates


def _state(plan: MissionPlan) -> tuple[object, ...]:
    """Return all that meetings rest on, but for the names of people, the mission and its destinations."""
    frames = (plan.item(one.item_id) for one in plan.matchmaking)
    voices = (plan.person(one.person_id) for one in plan.interpreters)
    met = dict.fromkeys(side for one in plan.meetings for side in (one.a_id, one.b_id))
    return (
        *(plan.matchmaking, plan.slots, plan.tables, plan.meetings, plan.interpreters, plan.meeting_requests),
        *(plan.participants, plan.participant_people),
        tuple((one, item_times(plan, one)) for one in frames if one is not None),
        tuple(one.languages for one in voices if one is not None),
        tuple(name_of(plan.organisation(one)) for one in met),
        tuple(
            (one.id, one.name, tuple((each.id, each.languages) for each in one.people))
            for session in sessions(plan)
            for one in session.participants
        ),
    )


def _held(plan: MissionPlan) -> Held:
    found: list[Met] = []
    busy = []
    for session in sessions(plan):
        if session.placed:
            busy.append(session)
            found += _of_session(plan, session)
    return Held(tuple(sorted(found, key=lambda one: one.key)), tuple(busy))


def _of_session(plan: MissionPlan, session: Session) -> Iterator[Met]:
    frame = plan.item(session.record.item_id)
    people = {one.id: frozenset(each.id for each in one.people) for one in session.participants}
    for one in session.placed:
        slot = session.slot(one.slot)
        span = session.span(slot) if slot is not None else Span(None, None)
        if slot is None or span.start is None or span.end is None:
            continue
        zone = session.zone(slot.date)
        later = slot.date + dt.timedelta(days=slot.end <= slot.start)
        times = Times(slot.date, slot.start, zone, later, slot.end, zone)
        sides = (people.get(one.a_id, frozenset()), people.get(one.b_id, frozenset()))
        yield Met(session, one, span, times, sides, frame)


def concerned(*some: Row | Met) -> dict[str, Any]:
    """Return the fields of a finding that say which items, framing ones among them, and meetings it is about."""
    items = [one.item if isinstance(one, Row) else one.frame for one in some]
    return {
        "items": tuple(dict.fromkeys(one.id for one in items if one is not None)),
        "others": tuple(one.meeting.id for one in some if isinstance(one, Met)),
    }


def moments(*some: Row | Met) -> tuple[str, ...]:
    """Return when meetings are, as a finding rests on it."""
    return tuple(f"{one.meeting.id} {one.span.start} {one.span.end}" for one in some if isinstance(one, Met))


def _is_silent(one: Met) -> bool:
    meeting, session = one.meeting, one.session
    if not needs_interpreter(session, meeting.a_id, meeting.b_id):
        return False
    if one.voice is None:
        return True
    at_hand, person = session.interpreter(one.voice), session.plan.person(one.voice)
    spoken = codes((at_hand.languages if at_hand else ()) or (person.languages if person else ()))
    sides = (spoken_by(session, meeting.a_id), spoken_by(session, meeting.b_id))
    return bool(spoken) and any(spoken.isdisjoint(side) for side in sides)


# -- two things at once -----------------------------------------------------------------------------------


def _at_once(found: Held) -> Iterator[AtOnce]:
    seen: set[tuple[int, int]] = set()
    for mine in found.by_person.values():
        for first, second in overlapping(mine):
            pair = (id(first), id(second))
            if pair not in seen:
                seen.add(pair)
                voices = frozenset(
                    one
                    for one in {first.voice, second.voice} & first.who & second.who
                    if one is not None and _cannot_do_without(first, one) and _cannot_do_without(second, one)
                )
                yield AtOnce(first, second, _sitting(first, second) - voices, voices)


def _cannot_do_without(one: Met, person: UUID) -> bool:
    """Tell whether somebody interprets a meeting or sits alone for a side; else others of that side are there."""
    return person == one.voice or frozenset({person}) in one.sides


def _sitting(first: Met, second: Met) -> frozenset[UUID]:
    """Return who would sit at two tables: an organisation meets once at a time, a person is in one place."""
    clashing: frozenset[UUID] = frozenset()
    for one, own in zip((first.meeting.a_id, first.meeting.b_id), first.sides, strict=True):
        for other, theirs in zip((second.meeting.a_id, second.meeting.b_id), second.sides, strict=True):
            same = one == other and first.session.id == second.session.id
            if same or len(own | theirs) < 2:
                clashing |= own & theirs
    return clashing


def away(scene: Scene) -> tuple[Away, ...]:
    """Return the rows that keep a whole side of a meeting away, with who that is, or whoever interprets."""
    return scene.once("away from meetings", _away) if scene.plan.meetings else ()


def _away(scene: Scene) -> Iterator[Away]:
    """Yield them stretch by stretch; where the same rows are meanwhile, what was found before still holds."""
    found = held(scene)
    rows = [row for row in scene.binding if row.span.start is not None and row.item.id not in found.frames]
    starts = [row.key[0] for row in rows]
    longest = max((row.last - row.key[0] for row in rows if row.last is not None), default=dt.timedelta(0))
    known: dict[Span, tuple[list[Row], tuple[Away, ...]]] = scene.lasting("away from meetings", (found,), dict)
    for span, some in found.at.items():
        meanwhile = _meanwhile(rows, starts, span, longest)
        if span not in known or known[span][0] != meanwhile:
            known[span] = (meanwhile, tuple(_kept_away(meanwhile, some)))
        yield from known[span][1]


def _kept_away(meanwhile: list[Row], some: Iterable[Met]) -> Iterator[Away]:
    busy = frozenset[UUID]().union(*(row.who for row in meanwhile))
    for one in some if busy else ():
        sitting = frozenset().union(*(side for side in one.sides if side and side <= busy))
        voice = busy & {one.voice}
        if sitting or voice:
            for row in meanwhile:
                if not row.who.isdisjoint(sitting | voice):
                    yield Away(row, one, row.who & sitting, frozenset(row.who & voice))


def _meanwhile(rows: list[Row], starts: list[dt.datetime], span: Span, longest: dt.timedelta) -> list[Row]:
    """Return the rows that overlap a stretch, given by start, the longest of which lasts so long."""
    assert span.start is not None and span.end is not None
    near = rows[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
    return [row for row in near if row.span.overlaps(span) and not _frames(row, span)]


def _frames(row: Row, span: Span) -> bool:
    """Tell whether a row of B2B meetings holds a stretch of them, though no session names it."""
    start, end = row.span.start, row.span.end
    if row.item.kind is not ItemKind.B2B or start is None or end is None or span.start is None or span.end is None:
        return False
    return start <= span.start and span.end <= end


def _at_one_table(found: Held) -> Iterator[tuple[Met, Met]]:
    taken: dict[tuple[UUID, str], list[Met]] = {}
    for one in found.meetings:
        if one.meeting.table:
            before = taken.setdefault((one.session.id, one.meeting.table), [])
            yield from ((other, one) for other in before[-3:] if other.span.overlaps(one.span))
            before.append(one)


def hurried(found: Held, first: Row, second: Row, who: Iterable[UUID]) -> dict[UUID, int]:
    """Return the minutes each of some people has between two items, those that frame meetings by these.

    Who sits in no meeting of such an item has nowhere to come from, or to go to, and is left out.
    """
    minutes: dict[UUID, int] = {}
    for person in who:
        ends, begins = first.last, second.span.start
        if first.item.id in found.frames:
            ends = max((one.span.end for one in found.of(person, first.item.id) if one.span.end), default=None)
        if second.item.id in found.frames:
            mine = found.of(person, second.item.id)
            begins = min((one.span.start for one in mine if one.span.start), default=None)
        if ends is not None and begins is not None:
            minutes[person] = int((begins - ends).total_seconds() // 60)
    return minutes
