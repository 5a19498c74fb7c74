"""Read a plan once for a whole batch: every shared row is said once, whoever reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from uuid import UUID

from missionplanner.documents.content.days import Placed, day_of, in_time, side_by_side
from missionplanner.documents.content.frame import Edition, frame_of, mission_texts
from missionplanner.documents.content.meetings import Timetable, timetables
from missionplanner.documents.content.personal import may_be_personal, personal_row, seat_facts
from missionplanner.documents.content.pitches import pitch_lines
from missionplanner.documents.content.rows import is_printed, item_row, leg_row, meant_for
from missionplanner.documents.content.values import Day, Frame, Line, Pair, Row, fingerprint, row_print
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.clock import Span
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.vocabulary import ItemStatus


@dataclass(frozen=True)
class Agenda:
    """Be a plan's rows in one language. What is shared by all readers is computed once and kept."""

    voice: Voice
    shared: set[int] = field(default_factory=set)
    """The identities of the rows that several readers see as the very same value."""
    _prints: dict[int, str] = field(default_factory=dict)
    _days: dict[tuple[int, ...], Day] = field(default_factory=dict)
    _kept: dict[int, Placed] = field(default_factory=dict)
    _frames: dict[tuple[str, Edition], Frame] = field(default_factory=dict)
    _mission_prints: list[str] = field(default_factory=list)

    @property
    def plan(self) -> MissionPlan:
        return self.voice.plan

    @cached_property
    def _printed(self) -> dict[int, r.AgendaItem]:
        """Return the items paper shows by the number their id is, which is found faster than the id itself."""
        return {item.id.int: item for item in self.plan.items if is_printed(item)}

    def _placed(self, item: r.AgendaItem) -> Placed:
        """Return an item's row, as everybody sees it, in its place; what only one person reads is not kept."""
        number = item.id.int
        found = self._kept.get(number)
        if found is None:
            times = self.voice.times_of(item)
            found = Placed(item_row(self.voice, item), item, times.start, times.span)
            if number in self._readers[1]:
                self.voice.forget(item)
            else:
                self._kept[number] = found
                self.shared.add(id(found.row))
        return found

    @cached_property
    def timetables(self) -> tuple[Timetable, ...]:
        return tuple(timetables(self.voice))

    @cached_property
    def _touching(self) -> frozenset[int]:
        """Return the numbers of the items that may tell one person something else than another."""
        return frozenset(item.id.int for item in self.plan.items if may_be_personal(self.voice, item))

    @cached_property
    def _readers(self) -> tuple[dict[int, list[r.AgendaItem]], frozenset[int]]:
        """Return the items of every person, and those that are one person's alone; all by their numbers."""
        found: dict[int, list[r.AgendaItem]] = {}
        alone = []
        for number, item in self._printed.items():
            people = self.plan.people_of(item)
            if len(people) == 1:
                alone.append(number)
            for person in people:
                found.setdefault(person.int, []).append(item)
        return found, frozenset(alone)

    @cached_property
    def _legs_without_row(self) -> frozenset[UUID]:
        shown = {item.leg_id for item in self._printed.values()}
        return frozenset(leg.id for leg in self.plan.legs if leg.date is not None and leg.id not in shown)

    # -- one person -------------------------------------------------------------------------------

    def days_of(self, person: r.Person) -> tuple[Day, ...]:
        """Return the days of a person, with only what concerns that person."""
        meetings = self._meetings(person)
        by_day: dict[dt.date, list[Placed]] = {}
        touching = self._touching
        for item in self._readers[0].get(person.id.int, ()):
            if item.date is not None:
                plain = not meetings and item.id.int not in touching
                placed = self._placed(item) if plain else self._personal(item, person, meetings)
                by_day.setdefault(item.date, []).append(placed)
        late: dict[dt.date, list[Placed]] = {}
        for day, placed in (*self._left_over(meetings), *self._own_legs(person)):
            late.setdefault(day, []).append(placed)
        days = []
        for date in sorted({*by_day, *late}):
            here = by_day.get(date, [])
            days.append(self._day(date, in_time(here, late[date]) if date in late else here))
        return tuple(days)

    def _day(self, date: dt.date, placed: list[Placed]) -> Day:
        """Return a day of one person; whoever has nothing of their own on it gets the very same value."""
        rows = [one.row for one in placed]
        key = tuple(map(id, rows))
        kept = self._days.get(key)
        if kept is None:
            kept = day_of(self.voice, date, rows, placed)
            if self.shared.issuperset(key):
                self._days[key] = kept
        return kept

    def _meetings(self, person: r.Person) -> dict[tuple[UUID, dt.date], tuple[Timetable, list[Line]]]:
        return {
            (table.session.id, day): (table, lines)
            for table in self.timetables
            for day, lines in table.lines(person).items()
        }

    @cached_property
    def _sessions_of(self) -> dict[UUID, list[UUID]]:
        found: dict[UUID, list[UUID]] = {}
        for session in self.plan.matchmaking:
            if session.item_id is not None:
                found.setdefault(session.item_id, []).append(session.id)
        return found

    def _personal(
        self,
        item: r.AgendaItem,
        person: r.Person,
        meetings: dict[tuple[UUID, dt.date], tuple[Timetable, list[Line]]],
    ) -> Placed:
        shared = self._placed(item)
        row = shared.row
        if item.id.int in self._touching:
            row = personal_row(self.voice, row, item, person)
        if meetings and item.date is not None and not row.cancelled:
            for session in self._sessions_of.get(item.id, ()):
                found = meetings.pop((session, item.date), None)
                if found is not None:
                    row = row._replace(lines=row.lines + tuple(found[1]))
        return shared if row is shared.row else shared._replace(row=row)

    def _left_over(
        self, meetings: dict[tuple[UUID, dt.date], tuple[Timetable, list[Line]]]
    ) -> Iterator[tuple[dt.date, Placed]]:
        """Give rows for meetings on days without an item of their session."""
        cancelled = {
            session
            for item, sessions in self._sessions_of.items()
            if item.int in self._printed and self._printed[item.int].status is ItemStatus.CANCELLED
            for session in sessions
        }
        for (session, day), (table, lines) in meetings.items():
            if session not in cancelled:
                row = table.row(day, tuple(lines))
                yield day, Placed(row, None, dt.time.fromisoformat(row.when.start), Span(None, None))

    def _own_legs(self, person: r.Person) -> Iterator[tuple[dt.date, Placed]]:
        if not self._legs_without_row:
            return
        for leg in self.voice.legs_by_person.get(person.id, ()):
            if leg.date is not None and leg.id in self._legs_without_row:
                row = self._leg_rows[leg.id]
                meta = seat_facts(self.voice, leg, person)
                yield leg.date, self._placed_leg(leg, row._replace(meta=meta) if meta else row)

    @cached_property
    def _leg_rows(self) -> dict[UUID, Row]:
        rows = {leg.id: leg_row(self.voice, leg) for leg in self.plan.legs if leg.id in self._legs_without_row}
        self.shared.update(map(id, rows.values()))
        return rows

    def _placed_leg(self, leg: r.Leg, row: Row) -> Placed:
        return Placed(row, leg, leg.start, leg_times(self.plan, leg).span)

    # -- the programme ----------------------------------------------------------------------------

    def programme_days(self, group: r.Group | None, leading: bool) -> tuple[Day, ...]:
        """Return the days everybody sees, or those of one group; ``leading`` adds what the head needs."""
        by_day: dict[dt.date, list[Placed]] = {}
        for item in self._printed.values():
            if item.date is not None and self._is_for(item, group):
                by_day.setdefault(item.date, []).append(self._common(item, group, leading))
        late: dict[dt.date, list[Placed]] = {}
        for leg in self.plan.legs:
            if leg.id in self._legs_without_row and leg.date is not None and not self.plan.leg_passengers(leg):
                late.setdefault(leg.date, []).append(self._placed_leg(leg, self._leg_rows[leg.id]))
        days = []
        for date in sorted({*by_day, *late}):
            placed = in_time(by_day.get(date, []), late.get(date, []))
            days.append(day_of(self.voice, date, side_by_side(self.voice, placed), placed))
        return tuple(days)

    def _is_for(self, item: r.AgendaItem, group: r.Group | None) -> bool:
        return group is None or not item.audience_limited or group in self.plan.item_groups(item)

    def _common(self, item: r.AgendaItem, group: r.Group | None, leading: bool) -> Placed:
        placed = self._placed(item)
        row, t = placed.row, self.voice.t
        groups = self.plan.item_groups(item) if item.audience_limited and group is None else ()
        lines = () if row.cancelled else pitch_lines(self.voice, item)
        row = row._replace(meta=meant_for(self.voice, item) if group is None else (), lines=lines)
        if leading and item.talking_points and not row.cancelled:
            points = t("Talking points: {text}", text=" ".join(item.talking_points.split()))
            row = row._replace(notes=(*row.notes, type(row.title)(points)))
        return placed._replace(row=row, groups=groups)

    # -- what was shown ---------------------------------------------------------------------------

    def frame(self, kind: str, edition: Edition, subject: str = "") -> Frame:
        """Return what the pages of a document have in common; only its subject is not that of all of a kind."""
        key = (kind, edition)
        kept = self._frames.get(key)
        if kept is None:
            kept = self._frames[key] = frame_of(self.voice, kind, edition)
        return replace(kept, subject=subject)

    def mission_print(self, frame: Frame) -> str:
        """Return the hash of what a frame says of the mission, which all frames of an agenda say alike."""
        if not self._mission_prints:
            self._mission_prints.append(fingerprint(*mission_texts(frame)))
        return self._mission_prints[0]

    def shown(self, days: Sequence[Day]) -> Iterator[tuple[str, str]]:
        """Give the key and the hash of every row of these days; of a shared row it is reckoned once."""
        for day in days:
            for entry in day.entries:
                if isinstance(entry, Pair):
                    both = row_print(day.date, entry.first), row_print(day.date, entry.second)
                    yield entry.first.key, fingerprint(*both)
            for row in () if day.entries and isinstance(day.entries[0], Pair) else day.rows:
                number = id(row)
                if number not in self.shared:
                    yield row.key, row_print(day.date, row)
                    continue
                kept = self._prints.get(number)
                if kept is None:
                    kept = self._prints[number] = row_print(day.date, row)
                yield row.key, kept
