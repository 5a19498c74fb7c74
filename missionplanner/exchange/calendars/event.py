"""Read one event of a calendar: its times, its zones, what it says, and how it repeats."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.clock import zone as iana
from missionplanner.domain.text import MAX_LINE, MAX_TEXT, clean
from missionplanner.domain.vocabulary import ItemStatus, PartOfDay
from missionplanner.exchange.calendars.drafts import EventDraft, Party
from missionplanner.exchange.calendars.zones import Zones
from missionplanner.exchange.problems import Problem

PART_OF_DAY = "X-MISSIONPLANNER-PART-OF-DAY"
TITLE = "X-MISSIONPLANNER-TITLE"
MEETING = "X-MISSIONPLANNER-MEETING"
"""Marks a B2B meeting, which is no row of the agenda."""
MAX_PARTIES = 500
_STATES = {
    "CONFIRMED": ItemStatus.CONFIRMED,
    "TENTATIVE": ItemStatus.TENTATIVE,
    "CANCELLED": ItemStatus.CANCELLED,
}
_NESTED = re.compile(r"^BEGIN:(?!VEVENT)([A-Z-]+)\n.*?^END:\1\n?", re.M | re.S | re.I)
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Event:
    """Be an event as its file has it. ``begins``, ``more``, ``without`` and ``until`` are wall times."""

    draft: EventDraft
    begins: dt.datetime
    rule: Mapping[str, Any] | None = None
    until: dt.datetime | None = None
    more: frozenset[dt.datetime] = frozenset()
    without: frozenset[dt.datetime] = frozenset()
    replaces: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Moment:
    """Be a day or a wall time with its zone."""

    at: dt.datetime
    zone: str | None
    whole_day: bool


def event_of(text: str, number: int, zones: Zones, home: str) -> Event:
    """Return an event of its unfolded text. Raises Invalid for one that cannot be read."""
    from icalendar import Event as Component

    if not text:
        raise Invalid(N_("This event is too long and was left out."))
    try:
        with warnings.catch_warnings():  # of names of zones the library guesses: ours are found by ``zones``
            warnings.simplefilter("ignore")
            component = Component.from_ical(_NESTED.sub("", text))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise Invalid(N_("This event cannot be read and was left out.")) from error
    return _Reader(component, number, zones, home).event()


class _Reader:
    def __init__(self, component: Any, number: int, zones: Zones, home: str) -> None:
        from icalendar.prop.broken import vBroken

        self.broken = vBroken
        self.component = component
        self.zones = zones
        self.home = home
        self.title = self._text("SUMMARY", MAX_LINE) or ""
        self.source = f"{number}: {self.title[:60]}" if self.title else str(number)
        self.problems: list[Problem] = []

    def event(self) -> Event:
        """Return the event. Raises Invalid where it has no start that is a day of the calendar."""
        start = self._moment("DTSTART")
        if start is None:
            raise Invalid(N_("This event has no day and was left out."))
        draft = self._with_end(self._said(start), start)
        replaced = self._moment("RECURRENCE-ID")
        found = Event(draft, start.at, replaces=replaced.at.isoformat() if replaced else None)
        if "RRULE" in self.component and replaced is None:
            found = self._with_rule(found, start)
        more, without = (self._moments(name, start) for name in ("RDATE", "EXDATE"))
        return replace(found, more=more, without=without, problems=tuple(self.problems))

    def _said(self, start: _Moment) -> EventDraft:
        status = str(self._one("STATUS") or "").upper()
        part = self._text(PART_OF_DAY, 20)
        return EventDraft(
            source=self.source,
            uid=self._text("UID", MAX_LINE),
            title=self._text(TITLE, MAX_LINE) or self.title,
            date=start.at.date(),
            start=None if start.whole_day else start.at.time(),
            zone=start.zone,
            part_of_day=PartOfDay(part) if part in list(PartOfDay) else None,
            status=_STATES.get(status),
            location=self._text("LOCATION", MAX_LINE),
            text=self._text("DESCRIPTION", MAX_TEXT),
            url=self._text("URL", MAX_LINE),
            organiser=next(iter(self._parties("ORGANIZER")), None),
            attendees=tuple(self._parties("ATTENDEE")),
            categories=self._categories(),
            sequence=self._sequence(),
        )

    # -- times ------------------------------------------------------------------------------------

    def _moment(self, name: str) -> _Moment | None:
        value = self._one(name)
        return self._wall(value.dt, value.params) if hasattr(value, "dt") else None

    def _wall(self, value: Any, parameters: Mapping[str, Any]) -> _Moment:
        """Return wall time and IANA zone. A moment in UTC is told in the calendar's zone."""
        if not isinstance(value, dt.date) or value.year not in _YEARS:
            raise Invalid(N_("This event has no day and was left out."))
        if not isinstance(value, dt.datetime):
            return _Moment(dt.datetime.combine(value, dt.time()), None, True)
        plain = value.replace(tzinfo=None, microsecond=0, second=0)
        name = str(parameters.get("TZID", ""))
        if name:
            found = self.zones.find(name)
            if found is None:
                text = N_("The time zone “{zone}” is not known; the times were kept as they are written.")
                self.problems.append(Problem.of(self.source, text, zone=name[:60]))
            return _Moment(plain, found, False)
        if value.tzinfo is None:
            return _Moment(plain, None, False)
        local = value.astimezone(iana(self.home))
        return _Moment(local.replace(tzinfo=None, microsecond=0, second=0), self.home, False)

    def _with_end(self, draft: EventDraft, start: _Moment) -> EventDraft:
        """Set the end the event tells; an end at or before the start is none."""
        end = self._moment("DTEND") or self._after(start)
        if end is None:
            return draft
        if start.whole_day or end.whole_day:
            last = end.at.date() - dt.timedelta(days=1 if end.whole_day else 0)
            return replace(draft, end_date=last) if last > draft.date else draft
        if _moment_of(end) <= _moment_of(start):
            return draft
        other_day = end.at.date() if end.at.date() != draft.date else None
        end_zone = end.zone if end.zone != start.zone else None
        return replace(draft, end=end.at.time(), end_date=other_day, end_zone=end_zone)

    def _after(self, start: _Moment) -> _Moment | None:
        value = self._one("DURATION")
        length = getattr(value, "dt", None)
        if not isinstance(length, dt.timedelta) or not dt.timedelta(0) < length < dt.timedelta(days=366):
            return None
        if start.whole_day:
            return _Moment(start.at + length, None, True)
        if start.zone is None:
            return _Moment(start.at + length, None, False)
        zone = ZoneInfo(start.zone)
        ended = (start.at.replace(tzinfo=zone).astimezone(dt.UTC) + length).astimezone(zone)
        return _Moment(ended.replace(tzinfo=None), start.zone, False)

    def _with_rule(self, event: Event, start: _Moment) -> Event:
        rule = self._one("RRULE")
        if not isinstance(rule, Mapping):
            raise Invalid(N_("Its rule of repeating cannot be read."))
        until = (rule.get("UNTIL") or [None])[0]
        end = None
        if isinstance(until, dt.datetime) and until.tzinfo is not None and start.zone is not None:
            end = until.astimezone(iana(start.zone)).replace(tzinfo=None)
        elif isinstance(until, dt.datetime):
            end = until.replace(tzinfo=None)
        elif isinstance(until, dt.date):
            end = dt.datetime.combine(until, dt.time(23, 59, 59))
        return replace(event, rule=rule, until=end)

    def _moments(self, name: str, start: _Moment) -> frozenset[dt.datetime]:
        """Return the wall times of a list of moments; a day alone stands for the occurrence of that day."""
        found = set()
        for one in (each for entry in self._all(name)[:1000] for each in getattr(entry, "dts", ())[:5000]):
            moment = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            wall = self._wall(moment, getattr(one, "params", {}))
            found.add(dt.datetime.combine(wall.at.date(), start.at.time()) if wall.whole_day else wall.at)
        return frozenset(found)

    # -- what it says -----------------------------------------------------------------------------

    def _all(self, name: str) -> list[Any]:
        """Return the properties of a name that the library could read."""
        value = self.component.get(name)
        some = value if isinstance(value, list) else [value]
        return [one for one in some if one is not None and not isinstance(one, self.broken)]

    def _one(self, name: str) -> Any:
        return next(iter(self._all(name)), None)

    def _text(self, name: str, longest: int) -> str | None:
        value = self._one(name)
        return clean(str(value)[:longest], longest) or None if value is not None else None

    def _parties(self, name: str) -> list[Party]:
        found = []
        for one in self._all(name)[:MAX_PARTIES]:
            address = str(one)[:MAX_LINE]
            email = address[7:] if address.lower().startswith("mailto:") else None
            said = getattr(one, "params", {}).get("CN")
            called = clean(str(said)[:MAX_LINE]) or None if said else None
            if called or email:
                found.append(Party(None if called == email else called, email))
        return found

    def _categories(self) -> tuple[str, ...]:
        value = self._one("CATEGORIES")
        some = getattr(value, "cats", None) or ()
        return tuple(text for one in some[:50] if (text := clean(str(one)[:100])))

    def _sequence(self) -> int:
        try:
            return max(0, min(int(self._one("SEQUENCE") or 0), 1_000_000))
        except (TypeError, ValueError):
            return 0


def _moment_of(one: _Moment) -> dt.datetime:
    """Return a moment in UTC, as far as zones are told, to compare it with another of the same event."""
    zone = ZoneInfo(one.zone) if one.zone is not None else dt.UTC
    return one.at.replace(tzinfo=zone).astimezone(dt.UTC)
