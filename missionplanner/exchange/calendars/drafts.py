"""Hold what a calendar says of one occurrence of an event, before anything of it is stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from missionplanner.domain.vocabulary import ItemStatus, PartOfDay
from missionplanner.exchange.problems import Problem


@dataclass(frozen=True, slots=True)
class Party:
    """Be somebody a calendar names: an organiser, an attendee."""

    name: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """Be one occurrence. Wall time and IANA zone as for an agenda item; a zone of None is not told (floating).

    ``end_date`` is inclusive for whole days and None on the day of the start. ``source`` names the event in its
    file. ``recurrence`` is the start the series gave this occurrence, None where it does not repeat.
    """

    source: str
    uid: str | None = None
    recurrence: str | None = None
    title: str = ""
    date: dt.date
    start: dt.time | None = None
    end_date: dt.date | None = None
    end: dt.time | None = None
    zone: str | None = None
    end_zone: str | None = None
    part_of_day: PartOfDay | None = None
    status: ItemStatus | None = None
    location: str | None = None
    text: str | None = None
    url: str | None = None
    organiser: Party | None = None
    attendees: tuple[Party, ...] = ()
    categories: tuple[str, ...] = ()
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Events:
    """Be the occurrences of a calendar in the order of time, and what could not be read of it."""

    drafts: tuple[EventDraft, ...]
    problems: tuple[Problem, ...] = ()
    name: str | None = None
