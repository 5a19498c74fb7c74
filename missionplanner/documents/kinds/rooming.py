"""Make the rooming list: for each hotel who sleeps in which room, from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from missionplanner.documents.content.dates import clock, interval
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ROOMS
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import hotels
from missionplanner.domain import records as r
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.vocabulary import RoomKind

SHARED = frozenset({RoomKind.TWIN, RoomKind.TRIPLE})
"""Rooms a bed of which may be given to somebody else; a double or a suite is often one person's."""
LATE, EARLY = dt.time(20, 30), dt.time(7)
"""From when in the evening, and until when in the morning, a reception has to wait for somebody."""
MOST_ROOMS = 4
"""Kinds of rooms counted at the head of a hotel."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the rooms of one hotel, or of every hotel of the mission, each on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in hotels(voice.plan) if order.subject_id in (None, one.id)]
    chapters = tuple(
        _hotel(voice, place, _stays(voice.plan.stays, place), bool(number)) for number, place in enumerate(wanted)
    )
    kind = t("Rooming list")
    named = wanted[0].name or "" if len(wanted) == 1 else ""
    return Sheets(
        frame=frame_of(voice, kind, order.edition, named),
        title=kind,
        chapters=chapters,
        nothing=t("Nobody has a room yet."),
    )


def _stays(stays: Sequence[r.Stay], place: r.Place) -> list[r.Stay]:
    found = [one for one in stays if one.hotel_id == place.id]
    return sorted(found, key=lambda one: (one.from_day or dt.date.max, one.position))


def _hotel(voice: Voice, place: r.Place, stays: Sequence[r.Stay], fresh: bool) -> Chapter:
    t = voice.t
    rows = tuple(_row(voice, number, stay) for number, stay in enumerate(stays, 1))
    columns = (
        Column(t("No."), 5, "quiet"),
        Column(t("Guests"), 38, "strong"),
        Column(t("Room"), 20),
        Column(t("Nights"), 26),
        Column(t("Booking"), 16),
        Column(t("To note"), 24),
    )
    return Chapter(
        key=str(place.id),
        title=place.name or t("Hotel"),
        about=joined((place.address, place.city, place.phone), " · "),
        count=t.plural("{count} room", "{count} rooms", len(rows)),
        facts=_facts(voice, stays),
        parts=(Table(columns, rows, t("Rooming list")),),
        fresh=fresh,
        whole=True,
    )


def _facts(voice: Voice, stays: Sequence[r.Stay]) -> tuple[Fact, ...]:
    t = voice.t
    first = min((one.from_day for one in stays if one.from_day), default=None)
    last = max((one.to_day for one in stays if one.to_day), default=None)
    guests = sum(len(voice.plan.stay_guests(one)) for one in stays)
    nights = sum(_nights(one) for one in stays)
    kinds: dict[str, int] = {}
    for one in stays:
        name = t(ROOMS[one.room]) if one.room else t("Room")
        kinds[name] = kinds.get(name, 0) + 1
    named = ", ".join(f"{count} × {name.lower()}" for name, count in list(kinds.items())[:MOST_ROOMS])
    found = (
        Fact(t("Stay"), interval(first, last, voice.language) if first and last else ""),
        Fact(t("Rooms"), str(len(stays)), named),
        Fact(t("Guests"), str(guests)),
        Fact(t("Room nights"), str(nights) if nights else ""),
    )
    return tuple(fact for fact in found if fact.value)


def _nights(stay: r.Stay) -> int:
    return max(0, (stay.to_day - stay.from_day).days) if stay.from_day and stay.to_day else 0


def _row(voice: Voice, number: int, stay: r.Stay) -> TableRow:
    t, plan = voice.t, voice.plan
    people = [plan.person(one.person_id) for one in plan.stay_guests(stay)]
    natives = [one.native_name for one in people if one is not None and one.native_name and one.full_name]
    names = "\n".join(voice.person_name(one) for one in people if one is not None)
    nights = _nights(stay)
    span = (
        interval(stay.from_day, stay.to_day, voice.language, with_year=False)
        if stay.from_day and stay.to_day
        else ""
    )
    count = t.plural("{count} night", "{count} nights", nights) if nights else ""
    room = t(ROOMS[stay.room]) if stay.room else ""
    return TableRow(
        str(stay.id),
        (
            Cell(str(number)),
            Cell(names or t("to be confirmed"), " · ".join(natives)),
            Cell(joined((room, t("No. {number}", number=stay.room_no) if stay.room_no else ""), " · ")),
            Cell(joined((span, count), " · ")),
            Cell(stay.booking or "", stay.board or ""),
            Cell("\n".join(_notes(voice, stay, people))),
        ),
    )


def _notes(voice: Voice, stay: r.Stay, people: Sequence[r.Person | None]) -> Iterator[str]:
    """Give what a reception has to know: beds nobody sleeps in, guests who come late in the evening."""
    t = voice.t
    free = BEDS[stay.room] - len(people) if stay.room in SHARED and people else 0
    if free > 0:
        yield t.plural("{count} bed free", "{count} beds free", free)
    late = sorted({time for one in people if one is not None and (time := _late(voice, stay, one))})
    for time in late:
        yield t("Late arrival: {time}", time=time)


def _late(voice: Voice, stay: r.Stay, person: r.Person) -> str:
    """Return when somebody arrives on the first night, in the evening or after midnight; "" for everybody else."""
    delegate = voice.plan.delegate_by_person.get(person.id)
    leg = voice.plan.leg(delegate.arrival_id if delegate is not None else None)
    if leg is None or stay.from_day is None:
        return ""
    times = leg_times(voice.plan, leg)
    if times.end is None or times.end_date is None:
        return ""
    first, next_day = stay.from_day, stay.from_day + dt.timedelta(days=1)
    evening = times.end_date == first and times.end >= LATE
    night = times.end_date == next_day and times.end <= EARLY and times.date == first
    return clock(times.end) if evening or night else ""


MAKER = of_sheets(content)
