"""Lay out who is expected at an item and who was there, count it, and read the numbers of a signed sheet."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Presence
from missionplanner.domain.figures.held import THERE
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.roll_call import SIGNED, called, signing
from missionplanner.domain.vocabulary import AttendanceState, ItemStatus

ATTENDANCE: dict[AttendanceState, str] = {
    AttendanceState.PRESENT: N_("Present"),
    AttendanceState.LATE: N_("Came late"),
    AttendanceState.LEFT_EARLY: N_("Left early"),
    AttendanceState.ABSENT: N_("Absent"),
    AttendanceState.EXCUSED: N_("Excused"),
    AttendanceState.REPLACED: N_("Sent somebody else"),
    AttendanceState.HOST_ABSENT: N_("Host absent"),
}
"""States in the order people tick them."""
_NOT_HELD = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
_PART = re.compile(r"(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?")
_BETWEEN = re.compile(r"[\s,;.]+")
_DASHES = re.compile(r"\s*([-–—])\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """Be a line of an item's sheet. ``number`` is the printed one, None of who was there without being expected.

    ``person_id`` None is a place of ``delegate_id`` nobody is named for. ``ours`` tells that they travel with us.
    """

    number: int | None
    person_id: UUID | None
    delegate_id: UUID | None
    ours: bool
    noted: r.Attendance | None = None

    @property
    def state(self) -> AttendanceState | None:
        return self.noted.state if self.noted is not None else None

    @property
    def key(self) -> UUID:
        """Return the id of the person, else of the delegate."""
        found = self.person_id or self.delegate_id
        assert found is not None, "a line is somebody's or a place's"
        return found


@dataclass(frozen=True)
class Tallies:
    """Be how many were there: by item, by person, by day, and in all. Only of our own delegation."""

    items: dict[UUID, Presence] = field(default_factory=dict)
    people: dict[UUID, Presence] = field(default_factory=dict)
    days: dict[dt.date, Presence] = field(default_factory=dict)
    whole: Presence = Presence()


def key_of(plan: MissionPlan, delegate: r.Delegate) -> UUID:
    """Return what the lines of sheets know a delegate by: the person, the delegate where nobody is named."""
    person = plan.person(delegate.person_id)
    return delegate.id if person is None or person.unnamed else person.id


def signed_items(plan: MissionPlan) -> Iterator[r.AgendaItem]:
    """Give the items people sign for, in order: what has a day and is neither called off nor a mere idea."""
    for item in plan.items:
        if item.date is not None and item.kind in SIGNED and item.status not in _NOT_HELD:
            yield item


def sheet(attendees: Attendees, record: MissionRecord, item: r.AgendaItem) -> tuple[Entry, ...]:
    """Return an item's sheet with what was noted, in the order it is printed; who came besides is at its end."""
    plan = attendees.plan
    noted = {one.person_id: one for one in record.attendance_at(item)}
    found, there = [], signing(attendees, item)
    for number, key in enumerate(there, 1):
        person = plan.person(key)
        delegate = plan.delegate_by_person.get(key) if person is not None else plan.get(r.Delegate, key)
        named = key if person is not None and not person.unnamed else None
        found.append(Entry(number, named, delegate.id if delegate else None, delegate is not None, noted.get(key)))
    for person_id, one in noted.items():
        if person_id not in there:
            delegate = plan.delegate_by_person.get(person_id)
            ours, person = person_id in plan.everyone, plan.person(person_id)
            named = None if delegate is not None and person is not None and person.unnamed else person_id
            found.append(Entry(None, named, delegate.id if delegate else None, ours, one))
    return tuple(found)


@dataclass(frozen=True)
class Grid:
    """Be everybody at everything: ``people`` are ids of people, and of delegates nobody is named for.

    Where there is no entry somebody is not expected, and nothing was noted.
    """

    items: tuple[r.AgendaItem, ...]
    people: tuple[UUID, ...]
    entries: dict[tuple[UUID, UUID], Entry]

    def at(self, item_id: UUID, person: UUID) -> Entry | None:
        return self.entries.get((item_id, person))


def grid(plan: MissionPlan, record: MissionRecord) -> Grid:
    """Return our own people, in the order lists have them, at all items people sign for."""
    attendees = Attendees(plan)
    items = tuple(signed_items(plan))
    entries = {(item.id, one.key): one for item in items for one in sheet(attendees, record, item) if one.ours}
    return Grid(items, called(plan, {person for _, person in entries}), entries)


def tallies(plan: MissionPlan, record: MissionRecord) -> Tallies:
    """Count our own people at the items that anybody was ticked at; who was not ticked there is unrecorded."""
    attendees = Attendees(plan)
    by_item: dict[UUID, list[Presence]] = defaultdict(list)
    by_person: dict[UUID, list[Presence]] = defaultdict(list)
    by_day: dict[dt.date, list[Presence]] = defaultdict(list)
    for item in signed_items(plan):
        if not record.attendance_at(item) or item.date is None:
            continue
        for one in sheet(attendees, record, item):
            if one.ours:
                counted = presence_of(one.state)
                by_item[item.id].append(counted)
                by_day[item.date].append(counted)
                by_person[one.key].append(counted)
    items = {key: sum(some, Presence()) for key, some in by_item.items()}
    return Tallies(
        items,
        {key: sum(some, Presence()) for key, some in by_person.items()},
        {key: sum(some, Presence()) for key, some in by_day.items()},
        sum(items.values(), Presence()),
    )


def presence_of(state: AttendanceState | None) -> Presence:
    """Return one person counted."""
    if state in THERE:
        return Presence(present=1)
    if state is AttendanceState.EXCUSED:
        return Presence(excused=1)
    return Presence(absent=1) if state is AttendanceState.ABSENT else Presence(unrecorded=1)


def numbers_of(text: str, most: int) -> tuple[int, ...]:
    """Return the numbers somebody types off a sheet, such as "1-12, 14 17", each once and in order.

    Raises Invalid with the field ``numbers`` for what is no number and for one above ``most``.
    """
    found: set[int] = set()
    for part in filter(None, _BETWEEN.split(_DASHES.sub(r"\1", text))):
        match = _PART.fullmatch(part)
        if match is None:
            raise Invalid(N_("“{text}” is no number of the sheet."), field="numbers", text=part[:40])
        first, last = int(match[1]), int(match[2] or match[1])
        for number in (first, last):
            if not 1 <= number <= most:
                raise Invalid(
                    N_("The sheet has no number {number}: it ends with {most}."),
                    field="numbers",
                    number=number,
                    most=most,
                )
        found.update(range(min(first, last), max(first, last) + 1))
    return tuple(sorted(found))
