"""Read calendars into drafts of agenda items: one for each occurrence (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.calendars.drafts import EventDraft, Events
from missionplanner.exchange.calendars.event import MEETING, Event, event_of
from missionplanner.exchange.calendars.recurrence import Allowance, starts
from missionplanner.exchange.calendars.zones import Zones, named
from missionplanner.exchange.problems import Problem

MAX_BYTES = 25 * 1024 * 1024
MAX_EVENTS = 5_000
MAX_EVENT_BYTES = 256 * 1024
MAX_DEPTH = 16

_LIMITS = re.compile(rb"^(BEGIN|END):([A-Z-]{1,40})[ \t]*\r?$", re.M | re.I)
_FOLD = re.compile(rb"\r?\n[ \t]")
_HEADING = re.compile(r"^(X-WR-CALNAME|X-WR-TIMEZONE|NAME)(?:;[^:\n]*)?:(.*)$", re.M)
_OURS = re.compile(rf"^{MEETING}[;:]", re.M | re.I)
"""Our own B2B meetings: they come back with the session, not as rows of the agenda."""
_YEAR = dt.timedelta(days=366)


def read(data: bytes, *, days: tuple[dt.date, dt.date], zones: Sequence[str] = ()) -> Events:
    """Return the occurrences of a calendar's events.

    ``days`` are the first and last of the mission: what repeats is followed for a year around them. ``zones``
    are the mission's, the likeliest first: a moment told in UTC is shown in the calendar's own zone, else in the
    first of them, and a table of offsets is matched with them before others. Raises Invalid for what is no
    calendar and for one beyond its bounds; a single event that cannot be read is a problem and left out.
    """
    text, pieces = _pieces(data)
    tables = [piece for kind, piece in pieces if kind == "VTIMEZONE"]
    heading = {found[1]: found[2].strip() for found in _HEADING.finditer(text)}
    calendar_zone = named(heading.get("X-WR-TIMEZONE", ""))
    own = [one for one in (calendar_zone, *zones) if one and one != "UTC"]
    reader = _Reader(Zones(tables, own, days[0].year), own[0] if own else "UTC", _around(days))
    for number, piece in enumerate((p for kind, p in pieces if kind == "VEVENT"), 1):
        if _OURS.search(piece) is None:
            reader.take(piece, number)
    drafts = sorted(reader.drafts(), key=lambda one: (one.date, one.start or dt.time.min, one.source))
    name = heading.get("X-WR-CALNAME") or heading.get("NAME")
    return Events(tuple(drafts), tuple(reader.problems), name[:200] if name else None)


def _around(days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    return days[0] - _YEAR, days[1] + _YEAR


def _pieces(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """Return the heading of a calendar and its events and tables of zones, each unfolded, as text."""
    if len(data) > MAX_BYTES:
        raise Invalid(N_("The file is larger than {most} MB and was not read."), most=MAX_BYTES // 1024 // 1024)
    text = data.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16", "replace").encode()
    if re.search(rb"(?i)BEGIN:VCALENDAR", text[:4096]) is None:
        raise Invalid(N_("This is not a calendar file (iCalendar)."))
    if len(re.findall(rb"(?i)BEGIN:VEVENT", text)) > MAX_EVENTS:
        raise Invalid(N_("The calendar holds more than {most} events and was not read."), most=MAX_EVENTS)
    pieces: list[tuple[str, str]] = []
    heading_end: int | None = None
    for kind, start, end in _components(text):
        heading_end = start if heading_end is None else heading_end
        if kind == "VTIMEZONE" or end - start <= MAX_EVENT_BYTES:
            pieces.append((kind, _unfolded(text[start : min(end, start + MAX_EVENT_BYTES)])))
        else:
            pieces.append((kind, ""))
    return _unfolded(text[: min(heading_end or 0, 65536)]), pieces


def _components(text: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of every event and table of a zone, wherever they lie."""
    opened: list[tuple[str, int]] = []
    for mark in _LIMITS.finditer(text):
        kind = mark[2].decode().upper()
        if mark[1].upper() == b"BEGIN":
            if len(opened) >= MAX_DEPTH:
                raise Invalid(N_("The parts of this calendar lie too deep within one another."))
            opened.append((kind, mark.start()))
        elif opened and opened[-1][0] == kind:
            start = opened.pop()[1]
            if kind in ("VEVENT", "VTIMEZONE"):
                yield kind, start, mark.end()


def _unfolded(text: bytes) -> str:
    plain = _FOLD.sub(b"", text)
    try:
        found = plain.decode()
    except UnicodeDecodeError:
        found = plain.decode("cp1252", "replace")
    return found.replace("\r\n", "\n").replace("\r", "\n")


class _Reader:
    """Gather events, follow those that repeat, put changed occurrences in the place of planned ones."""

    def __init__(self, zones: Zones, home: str, window: tuple[dt.date, dt.date]) -> None:
        self.zones = zones
        self.home = home
        self.window = window
        self.problems: list[Problem] = []
        self.allowance = Allowance()
        self.events: list[Event] = []
        self.changed: dict[tuple[str, str], Event] = {}

    def take(self, piece: str, number: int) -> None:
        """Read one event; what cannot be read becomes a problem."""
        try:
            one = event_of(piece, number, self.zones, self.home)
        except Invalid as error:
            self.problems.append(Problem(str(number), error.message))
            return
        self.problems += one.problems
        if one.replaces is not None and one.draft.uid:
            known = self.changed.get((one.draft.uid, one.replaces))
            if known is None or known.draft.sequence <= one.draft.sequence:
                self.changed[one.draft.uid, one.replaces] = one
        else:
            self.events.append(one)

    def drafts(self) -> Iterator[EventDraft]:
        """Yield every occurrence. Raises Invalid where there are too many."""
        for one in _latest(self.events):
            try:
                moments = self._moments(one)
            except Invalid as error:
                if error.field == "file":
                    raise
                self.problems.append(Problem(one.draft.source, error.message))
                continue
            for moment in moments:
                yield self._occurrence(one, moment)
        for left in self.changed.values():
            yield replace(left.draft, recurrence=left.replaces)

    def _moments(self, one: Event) -> list[dt.datetime]:
        if one.rule is None and not one.more:
            return [one.begins]
        found = {one.begins, *(moment for moment in one.more if self._is_near(moment))}
        if one.rule is not None:
            found |= set(starts(one.rule, one.begins, one.until, self.window, self.allowance))
            if not self._is_near(one.begins):
                found.discard(one.begins)
        return sorted(found - one.without)

    def _is_near(self, moment: dt.datetime) -> bool:
        return self.window[0] <= moment.date() <= self.window[1]

    def _occurrence(self, one: Event, moment: dt.datetime) -> EventDraft:
        repeats = one.rule is not None or bool(one.more)
        name = moment.isoformat()
        other = self.changed.pop((one.draft.uid, name), None) if one.draft.uid and repeats else None
        if other is not None:
            return replace(other.draft, recurrence=name)
        if not repeats:
            return one.draft
        later = moment.date() - one.draft.date
        end = one.draft.end_date + later if one.draft.end_date is not None else None
        return replace(one.draft, date=moment.date(), end_date=end, recurrence=name)


def _latest(events: list[Event]) -> list[Event]:
    """Return the events, of those with one UID only the one that was changed last."""
    found: dict[str, Event] = {}
    for number, one in enumerate(events):
        key = one.draft.uid or f"#{number}"
        if key not in found or found[key].draft.sequence <= one.draft.sequence:
            found[key] = one
    return list(found.values())
