"""Write the programme of a mission as a calendar that others subscribe to or import (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.naming import KINDS, PARTS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.exchange.calendars.event import MEETING, PART_OF_DAY, TITLE
from missionplanner.exchange.calendars.meetings import Met, met

DOMAIN_WORD = "missionplanner"
_PRODUCT = "-//Mission Planner//Programme//EN"
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_STATES = {ItemStatus.CONFIRMED: "CONFIRMED", ItemStatus.CANCELLED: "CANCELLED"}


def write(
    plan: MissionPlan,
    items: Iterable[r.AgendaItem],
    *,
    person: UUID | None = None,
    language: str = "en",
    sequences: Mapping[UUID, int] | None = None,
) -> bytes:
    """Return a calendar of these items, of those alone that concern ``person`` where one is named.

    The B2B meetings of a person are events of their own; the item they are in stays, so that a copy sent before
    holds, but is not marked as busy. Items of the shelf are left out: no day, no event. ``sequences`` tells how
    often each item and meeting was changed since it was first sent, by its id. Notes of the team and talking
    points are never in it, nor anybody else's seat or booking. The same plan gives the same bytes.
    """
    writer = _Writer(plan, person, translator(language), sequences or {})
    shown = [one for one in items if one.date is not None and writer.concerns(one)]
    return writer.calendar(shown, list(met(plan, person)) if person is not None else [])


def write_meetings(
    plan: MissionPlan,
    *,
    person: UUID | None = None,
    language: str = "en",
    sequences: Mapping[UUID, int] | None = None,
) -> bytes:
    """Return a calendar of the B2B meetings alone, of those of ``person`` where one is named."""
    writer = _Writer(plan, person, translator(language), sequences or {})
    return writer.calendar([], list(met(plan, person)))


class _Writer:
    def __init__(
        self, plan: MissionPlan, person: UUID | None, t: Translator, sequences: Mapping[UUID, int]
    ) -> None:
        self.plan = plan
        self.person = person
        self.t = t
        self.sequences = sequences
        self.attendees = Attendees(plan)

    def calendar(self, items: Sequence[r.AgendaItem], meetings: Sequence[Met]) -> bytes:
        """Return the file of these items and meetings."""
        from icalendar import Calendar

        mission = self.plan.mission
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", _PRODUCT)
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", mission.title.best(self.t.language, mission.languages))
        calendar.add("x-wr-timezone", mission.zone)
        for zone in self.zones(items, meetings):
            calendar.add_component(zone)
        framing = {one.session.record.item_id for one in meetings if one.status != "CANCELLED"}
        for item in items:
            calendar.add_component(self.event(item, busy=item.id not in framing))
        for one in meetings:
            calendar.add_component(self.meeting(one))
        data: bytes = calendar.to_ical()
        return data

    def concerns(self, item: r.AgendaItem) -> bool:
        """Tell whether an item belongs in this calendar."""
        return self.person is None or self.person in self.attendees.at(item)

    def zones(self, items: Iterable[r.AgendaItem], meetings: Iterable[Met]) -> Iterator[Any]:
        """Yield the tables of the zones that occur, for the years that occur."""
        from icalendar import Timezone

        found: dict[str, set[int]] = {}
        for one in items:
            times = item_times(self.plan, one)
            for day, time, name in (
                (times.date, times.start, times.zone),
                (times.end_date, times.end, times.end_zone),
            ):
                if day is not None and time is not None and name != "UTC":
                    found.setdefault(name, set()).add(day.year)
        for met_one in meetings:
            found.setdefault(met_one.zone, set()).add(met_one.slot.date.year)
        found.pop("UTC", None)
        for name, years in sorted(found.items()):
            first, last = dt.date(min(years), 1, 1), dt.date(max(years) + 1, 1, 1)
            yield Timezone.from_tzid(name, first_date=first, last_date=last)

    def meeting(self, one: Met) -> Any:
        """Return the event of a meeting."""
        event = self._begun(one.meeting.id)
        event.add("status", one.status)
        event.add("summary", one.title(self.t))
        _add_moment(event, "DTSTART", one.slot.date, one.slot.start, one.zone)
        _add_moment(event, "DTEND", one.end_date, one.slot.end, one.zone)
        event.add(MEETING, "1")
        place = one.location(self.t)
        if place:
            event.add("location", place)
        event.add("description", "\n".join(one.described(self.t)))
        event.add("categories", [self.t(KINDS[ItemKind.B2B])])
        event.add("transp", "TRANSPARENT" if one.status == "CANCELLED" else "OPAQUE")
        return event

    def _begun(self, identity: UUID) -> Any:
        """Return an event with what tells it from all others and its copies from each other."""
        from icalendar import Event

        event = Event()
        event.add("uid", f"{identity}@{DOMAIN_WORD}")
        event.add("dtstamp", (self.plan.changed_at or _NEVER).replace(microsecond=0))
        event.add("sequence", self.sequences.get(identity, 0))
        return event

    def event(self, item: r.AgendaItem, *, busy: bool = True) -> Any:
        """Return the event of an item that has a day; one not ``busy`` leaves the hours free."""
        event = self._begun(item.id)
        event.add("status", _STATES.get(item.status, "TENTATIVE") if item.status else "TENTATIVE")
        self._times(event, item)
        place = self._location(item)
        if place:
            event.add("location", place)
        text = "\n".join(self._described(item))
        if text:
            event.add("description", text)
        event.add("categories", [self.t(KINDS[item.kind])])
        free = item.status is ItemStatus.CANCELLED or not busy
        event.add("transp", "TRANSPARENT" if free else "OPAQUE")
        return event

    def _times(self, event: Any, item: r.AgendaItem) -> None:
        """Set start and end as far as they are known. An item without a start is of the whole day."""
        times = item_times(self.plan, item)
        title = self._best(item.title)
        if times.start is not None and times.date is not None:
            event.add("summary", title)
            _add_moment(event, "DTSTART", times.date, times.start, times.zone)
            if times.end is not None and times.end_date is not None:
                _add_moment(event, "DTEND", times.end_date, times.end, times.end_zone)
            return
        event.add("summary", self._with_part(item, title))
        if item.part_of_day is not None:
            event.add(PART_OF_DAY, item.part_of_day.value)
            event.add(TITLE, title)
        event.add("dtstart", times.date)
        last = _last_day(times)
        event.add("dtend", last + dt.timedelta(days=1))

    def _with_part(self, item: r.AgendaItem, title: str) -> str:
        if item.part_of_day is None:
            return title
        return self.t(N_("{part}: {title}"), part=self.t(PARTS[item.part_of_day]), title=title)

    def _location(self, item: r.AgendaItem) -> str:
        place = self.plan.place(item.place_id)
        if place is None:
            parts: tuple[str | None, ...] = (item.place_text, item.city)
        else:
            parts = (place.name, place.address, place.city or item.city)
        return ", ".join(dict.fromkeys(one for one in parts if one))

    def _described(self, item: r.AgendaItem) -> Iterator[str]:
        """Yield the lines of the description: what every delegate may know, and what is this person's own."""
        t = self.t
        if item.text:
            yield self._best(item.text)
        hosts = ", ".join(one.name or one.short or "" for one in self.plan.hosts(item))
        if hosts:
            yield t("Host: {names}", names=hosts)
        place = self.plan.place(item.place_id)
        if place is not None and place.entrance:
            yield t("Entrance: {text}", text=place.entrance)
        if place is not None and place.meeting_point:
            yield t("Meeting point: {text}", text=place.meeting_point)
        if item.dress_code:
            yield t("Dress code: {text}", text=item.dress_code)
        leg = self.plan.leg(item.leg_id)
        if leg is not None:
            yield from self._leg(leg)

    def _leg(self, leg: r.Leg) -> Iterator[str]:
        ends = " → ".join(
            one or "?" for one in (leg.origin or leg.origin_text, leg.destination or leg.destination_text)
        )
        known = bool(ends.replace("?", "").strip(" →"))
        yield ", ".join(one for one in (leg.number, ends if known else None) if one)
        own = next((one for one in self.plan.leg_passengers(leg) if one.person_id == self.person), None)
        if own is None:
            return
        if own.booking or leg.booking:
            yield self.t("Booking: {code}", code=own.booking or leg.booking)
        if own.seat:
            yield self.t("Seat: {seat}", seat=own.seat)

    def _best(self, texts: Any) -> str:
        found: str = texts.best(self.t.language, self.plan.mission.languages)
        return found


def _last_day(times: Times) -> dt.date:
    first = times.date or dt.date.min
    return max(first, times.end_date or first)


def _add_moment(event: Any, name: str, day: dt.date, time: dt.time, zone: str) -> None:
    """Add wall time with the zone by name; of a doubled hour nothing but the wall time can be said."""
    from icalendar import vDatetime

    moment = dt.datetime.combine(day, time)
    if zone == "UTC":
        event[name] = vDatetime(moment.replace(tzinfo=dt.UTC))
        return
    value = vDatetime(moment)
    value.params["TZID"] = zone
    event[name] = value
