"""Shape a matchmaking session."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape

Slot = tuple[Day, k.Time, k.Time]
"""Day, start and end: wall times in the zone of the session's item."""


class Participant(Shape, kw_only=True):
    organisation: k.Organisation
    people: list[k.Person] | None = None
    side: v.Side | None = None
    unavailable: list[k.Count] | None = None


class MeetingRequest(Shape, kw_only=True, rename={"from_": "from"}):
    """Ask for a meeting with somebody, or refuse one."""

    from_: k.Organisation
    to: k.Organisation
    wish: v.Wish | None = None


class Meeting(Shape, kw_only=True):
    id: k.Id | None = None
    a: k.Organisation
    b: k.Organisation
    slot: k.Count | None = None
    table: k.Line | None = None
    state: v.MeetingState | None = None
    locked: bool | None = None


class Session(Shape, kw_only=True):
    id: k.Id
    title: k.Title | None = None
    item: k.Item | None = None
    slots: list[Slot] | None = None
    tables: list[k.Line] | None = None
    max_per_day: k.Count | None = None
    participants: list[Participant] | None = None
    requests: list[MeetingRequest] | None = None
    meetings: list[Meeting] | None = None
