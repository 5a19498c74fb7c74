"""Make the meeting plan of an organisation: whom it meets when and where, its free times, room to note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID

from missionplanner.documents.content.dates import full_day
from missionplanner.documents.content.frame import first_sentence, frame_of
from missionplanner.documents.content.meetings import Timetable, span_of, timetables
from missionplanner.documents.content.sheets import Chapter, Sheets, Sitting, Sittings
from missionplanner.documents.content.values import Detail, Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import meeting_organisations
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import other_side
from missionplanner.domain.vocabulary import Wish

LONGEST_PROFILE = 170
"""Characters of an organisation's profile that stand below its name."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the plan of one organisation over all sessions, or of each, on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in meeting_organisations(voice.plan) if order.subject_id in (None, one)]
    kind = t("Meeting plan")
    named = voice.organisation_name(voice.plan.organisation(wanted[0])) if len(wanted) == 1 else ""
    tables = tuple(timetables(voice))
    return Sheets(
        frame=frame_of(voice, kind, order.edition, named),
        title=kind,
        chapters=tuple(_plan(voice, tables, one, bool(number)) for number, one in enumerate(wanted)),
        nothing=t("Nobody takes part in B2B meetings yet."),
    )


def _plan(voice: Voice, tables: Sequence[Timetable], own: UUID, fresh: bool) -> Chapter:
    t = voice.t
    organisation = voice.plan.organisation(own)
    mine = [one for one in tables if one.seen.participant(own) is not None]
    people = dict.fromkeys(name for one in mine for name in one.names(own))
    met = sum(len(one.meetings.get(own, ())) for one in mine)
    native = organisation.native_name if organisation is not None and organisation.name else None
    return Chapter(
        key=str(own),
        title=voice.organisation_name(organisation) or t("to be confirmed"),
        about=joined((native, ", ".join(people)), " · "),
        count=t.plural("{count} meeting", "{count} meetings", met),
        facts=tuple(_facts(voice, mine, own)),
        parts=tuple(_parts(mine, own)),
        fresh=fresh,
    )


def _facts(voice: Voice, mine: Sequence[Timetable], own: UUID) -> Iterator[Fact]:
    t = voice.t
    slots = [slot for one in mine for slot, _ in one.meetings.get(own, ())]
    if slots:
        first, last = slots[0], slots[-1]
        yield Fact(t("First meeting"), span_of(first).split("–")[0], full_day(first.date, voice.language))
        if last.date != first.date:
            yield Fact(t("Last meeting"), span_of(last).split("–")[1], full_day(last.date, voice.language))
        else:
            yield Fact(t("Last one ends"), span_of(last).split("–")[1])


def _parts(mine: Sequence[Timetable], own: UUID) -> Iterator[Sittings]:
    for table in mine:
        days: dict[dt.date, list[Sitting]] = {}
        at = {slot.position: meeting for slot, meeting in table.meetings.get(own, ())}
        for slot in table.seen.slots:
            days.setdefault(slot.date, []).append(_sitting(table, slot, at.get(slot.position), own))
        for day, sittings in days.items():
            yield Sittings(full_day(day, table.voice.language), table.about, tuple(sittings))
        open_ones = [one for one in table.seen.waiting if own in (one.a_id, one.b_id)]
        if open_ones:
            shown = tuple(_met(table, "", one, own) for one in open_ones)
            yield Sittings(table.voice.t("Time to be confirmed"), table.about, shown)


def _sitting(table: Timetable, slot: r.Slot, meeting: r.Meeting | None, own: UUID) -> Sitting:
    if meeting is not None:
        return _met(table, span_of(slot), meeting, own)
    t, key = table.voice.t, f"{slot.id}:{own}"
    if not table.free.is_free(own, slot.position):
        return Sitting(key, span_of(slot), t("not available"), free=True)
    return Sitting(key, span_of(slot), t.context("time", "free"), free=True, room=True)


def _met(table: Timetable, time: str, meeting: r.Meeting, own: UUID) -> Sitting:
    voice, t, other = table.voice, table.voice.t, other_side(meeting, own)
    organisation = voice.plan.organisation(other)
    return Sitting(
        key=f"{meeting.id}:{own}",
        time=time,
        name=voice.organisation_name(organisation) or t("to be confirmed"),
        table=meeting.table or "",
        lines=tuple(_who(table, other)) + ((_profile(voice, organisation),) if organisation else ()),
        details=tuple(_details(table, meeting, (own, other))),
        room=True,
    )


def _who(table: Timetable, organisation: UUID) -> Iterator[str]:
    voice = table.voice
    for person in table.seen.people_of(organisation):
        yield joined((voice.person_name(person), voice.text(person.job)))


def _profile(voice: Voice, organisation: r.Organisation) -> str:
    """Return what an organisation does, in a sentence; where nobody wrote it, its city."""
    text = " ".join(first_sentence(voice.text(organisation.profile)).split())
    if len(text) > LONGEST_PROFILE:
        text = text[:LONGEST_PROFILE].rpartition(" ")[0].rstrip(" ,;:–-") + " …"
    return text or organisation.city or ""


def _details(table: Timetable, meeting: r.Meeting, pair: tuple[UUID, UUID]) -> Iterator[Detail]:
    t, (own, other) = table.voice.t, pair
    if not meeting.table:
        yield Detail(t("Table"), t("to be confirmed"))
    interpreter = table.interpreter(meeting)
    if interpreter:
        yield Detail(t("Interpreter"), interpreter)
    for request in table.seen.requests:
        if request.note and request.wish is not Wish.NO_THANKS:
            if (request.from_id, request.to_id) == (own, other):
                yield Detail(t("Topic"), _line(request.note))
            elif (request.from_id, request.to_id) == (other, own):
                yield Detail(t("What they wish to talk about"), _line(request.note))


def _line(text: str) -> str:
    return " ".join(text.split())


MAKER = of_sheets(content)
