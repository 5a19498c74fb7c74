"""Shape a matchmaking session."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape

Slot = tuple[Day, k.Time, k.Time]
"""Day, start and end: wall times in the zone of the session's item."""


class Table(Shape, kw_only=True):
    """Be a table of which more is known than its name."""

    name: k.Line
    place: k.Place | None = None
    capacity: k.Count | None = None


class Participant(Shape, kw_only=True):
    organisation: k.Organisation
    people: list[k.Person] | None = None
    side: v.Side | None = None
    session: v.HalfDay | None = None
    unavailable: list[k.Count] | None = None
    max_per_day: k.Count | None = None


class MeetingRequest(Shape, kw_only=True, rename={"from_": "from"}):
    """Ask for a meeting with somebody, or refuse one."""

    from_: k.Organisation
    to: k.Organisation
    wish: v.Wish | None = None
    note: k.Long | None = None


class Meeting(Shape, kw_only=True):
    id: k.Id | None = None
    a: k.Organisation
    b: k.Organisation
    slot: k.Count | None = None
    table: k.Line | None = None
    state: v.MeetingState | None = None
    locked: bool | None = None
    interpreter: k.Person | None = None


class Interpreter(Shape, kw_only=True):
    """Be an interpreter at hand; ``unavailable`` are numbers of slots."""

    person: k.Person
    languages: list[k.Language] | None = None
    unavailable: list[k.Count] | None = None


class MeetingOrder(Shape, kw_only=True):
    """Ask for one meeting to come before another."""

    first: k.Meeting
    second: k.Meeting


class Session(Shape, kw_only=True):
    id: k.Id
    title: k.Title | None = None
    item: k.Item | None = None
    slots: list[Slot] | None = None
    tables: list[k.Line | Table] | None = None
    max_per_day: k.Count | None = None
    allow_repeats: bool | None = None
    participants: list[Participant] | None = None
    requests: list[MeetingRequest] | None = None
    meetings: list[Meeting] | None = None
    interpreters: list[Interpreter] | None = None
    orders: list[MeetingOrder] | None = None
