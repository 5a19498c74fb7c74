from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar

from missionplanner.base.errors import Invalid
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus, MeetingState, PartOfDay
from missionplanner.exchange import calendars
from missionplanner.exchange.calendars import EventDraft, Events
from tests import factories as f
from tests.meetings import b2b, meets, party, wishes

DAYS = (dt.date(2025, 5, 5), dt.date(2025, 5, 7))

CUSTOM = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*events: str, heading: str = "") -> bytes:
    parts = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT" for event in events]
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *filter(None, [heading]), *parts, "END:VCALENDAR", ""])
    return text.replace("\n", "\r\n").encode()


def read(*events: str, heading: str = "", zones: tuple[str, ...] = ("Europe/Madrid",)) -> Events:
    return calendars.read(calendar(*events, heading=heading), days=DAYS, zones=zones)


def only(*events: str, heading: str = "") -> EventDraft:
    found = read(*events, heading=heading)
    assert found.problems == ()
    (draft,) = found.drafts
    return draft


def starts(found: Events) -> list[str]:
    return [f"{one.date.isoformat()} {one.start:%H:%M}" for one in found.drafts if one.start]


def test_an_event_says_when_where_and_who() -> None:
    draft = only(
        """UID:1@host
DTSTART;TZID=Europe/Madrid:20250505T093000
DTEND;TZID=Europe/Madrid:20250505T110000
SUMMARY:Visit\\, AIC
LOCATION:Amorebieta
DESCRIPTION:Bring shoes\\nand a helmet that is very much needed by everyone who
  comes
STATUS:TENTATIVE
ORGANIZER;CN="Etxea, Miren":mailto:miren@example.org
ATTENDEE;CN=Anna Neri;ROLE=REQ-PARTICIPANT:mailto:anna@example.org
ATTENDEE:mailto:luca@example.org
SEQUENCE:3"""
    )
    assert (draft.date, draft.start, draft.end, draft.zone) == (
        DAYS[0],
        dt.time(9, 30),
        dt.time(11),
        "Europe/Madrid",
    )
    assert (draft.title, draft.location, draft.status) == ("Visit, AIC", "Amorebieta", ItemStatus.TENTATIVE)
    assert draft.text == "Bring shoes\nand a helmet that is very much needed by everyone who comes"
    assert draft.organiser == calendars.Party("Etxea, Miren", "miren@example.org")
    assert [one.name for one in draft.attendees] == ["Anna Neri", None]
    assert (draft.end_date, draft.end_zone, draft.sequence) == (None, None, 3)


@pytest.mark.parametrize(
    ("start", "heading", "zone", "time"),
    [
        ("DTSTART;TZID=W. Europe Standard Time:20250505T093000", "", "Europe/Berlin", "09:30"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Rome:20250505T093000", "", "Europe/Rome", "09:30"),
        ("DTSTART;TZID=Customized Time Zone:20250505T093000", CUSTOM, "Europe/Madrid", "09:30"),
        ("DTSTART:20250505T073000Z", "X-WR-TIMEZONE:Europe/Rome", "Europe/Rome", "09:30"),
        ("DTSTART:20250505T073000Z", "", "Europe/Madrid", "09:30"),
        ("DTSTART:20250505T093000", "", None, "09:30"),
    ],
)
def test_zones_are_kept_by_their_iana_name(start: str, heading: str, zone: str | None, time: str) -> None:
    draft = only(f"UID:1\nSUMMARY:x\n{start}", heading=heading)
    assert (draft.zone, draft.start) == (zone, dt.time.fromisoformat(time))


def test_a_zone_nobody_knows_is_told() -> None:
    found = read("UID:1\nSUMMARY:x\nDTSTART;TZID=Mars/Olympus:20250505T093000")
    assert found.drafts[0].zone is None
    assert "Mars/Olympus" in str(found.problems[0].message)


def test_a_flight_lands_in_another_zone_and_day() -> None:
    draft = only(
        "UID:1\nSUMMARY:NH1\nDTSTART;TZID=Europe/Rome:20250505T210000\nDTEND;TZID=Asia/Tokyo:20250506T170000"
    )
    assert (draft.end_date, draft.end, draft.end_zone) == (dt.date(2025, 5, 6), dt.time(17), "Asia/Tokyo")


@pytest.mark.parametrize(
    ("lines", "end_date"),
    [
        ("DTSTART;VALUE=DATE:20250505\nDTEND;VALUE=DATE:20250508", dt.date(2025, 5, 7)),
        ("DTSTART;VALUE=DATE:20250505\nDTEND;VALUE=DATE:20250506", None),
        ("DTSTART;VALUE=DATE:20250505", None),
        ("DTSTART;VALUE=DATE:20250505\nDURATION:P2D", dt.date(2025, 5, 6)),
    ],
)
def test_whole_days_have_no_time_and_end_inclusive(lines: str, end_date: dt.date | None) -> None:
    draft = only(f"UID:1\nSUMMARY:Fair\n{lines}")
    assert (draft.date, draft.start, draft.end, draft.zone, draft.end_date) == (
        DAYS[0],
        None,
        None,
        None,
        end_date,
    )


def test_a_length_is_counted_over_the_change_of_clocks() -> None:
    draft = only("UID:1\nSUMMARY:x\nDTSTART;TZID=Europe/Madrid:20250330T013000\nDURATION:PT1H")
    assert draft.end == dt.time(3, 30)


def test_a_series_gives_one_draft_an_occurrence() -> None:
    found = read(
        """UID:s
SUMMARY:Call
DTSTART;TZID=Europe/Madrid:20250407T090000
DTEND;TZID=Europe/Madrid:20250407T100000
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20250430T220000Z
EXDATE;TZID=Europe/Madrid:20250409T090000
RDATE;TZID=Europe/Madrid:20250502T090000""",
        """UID:s
SUMMARY:Call moved
RECURRENCE-ID;TZID=Europe/Madrid:20250414T090000
DTSTART;TZID=Europe/Madrid:20250415T110000
DTEND;TZID=Europe/Madrid:20250415T120000""",
        """UID:s
SUMMARY:Call
STATUS:CANCELLED
RECURRENCE-ID;TZID=Europe/Madrid:20250416T090000
DTSTART;TZID=Europe/Madrid:20250416T090000""",
    )
    assert found.problems == ()
    assert starts(found) == [
        "2025-04-07 09:00",
        "2025-04-15 11:00",
        "2025-04-16 09:00",
        "2025-04-21 09:00",
        "2025-04-23 09:00",
        "2025-04-28 09:00",
        "2025-04-30 09:00",
        "2025-05-02 09:00",
    ]
    assert found.drafts[1].title == "Call moved"
    assert found.drafts[2].status is ItemStatus.CANCELLED


def test_endless_series_end_a_year_around_the_mission() -> None:
    found = read("UID:s\nSUMMARY:Daily\nDTSTART:20100101T090000\nRRULE:FREQ=DAILY")
    assert len(found.drafts) == 3 + 2 * 366
    assert found.drafts[0].date == DAYS[0] - dt.timedelta(days=366)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=NONSENSE",
        "FREQ=DAILY;BYDAY=XX",
        "COUNT=3",
    ],
)
def test_rules_that_cannot_be_followed_leave_their_event_out(rule: str) -> None:
    found = read(
        f"UID:s\nSUMMARY:Odd\nDTSTART:20250505T090000\nRRULE:{rule}",
        "UID:t\nSUMMARY:Good\nDTSTART:20250505T100000",
    )
    assert [one.title for one in found.drafts] == ["Good"]
    assert len(found.problems) == 1


def test_rules_that_never_come_true_are_given_up() -> None:
    found = read("UID:s\nSUMMARY:x\nDTSTART:20250505T090000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert starts(found) == ["2025-05-05 09:00"]


def test_an_event_without_a_day_leaves_the_others() -> None:
    found = read("UID:1\nSUMMARY:none", "UID:2\nSUMMARY:Good\nDTSTART:20250505T100000", "UID:3\nDTSTART:nonsense")
    assert [one.title for one in found.drafts] == ["Good"]
    assert [one.source for one in found.problems] == ["1", "3"]


def test_what_is_no_calendar_is_refused() -> None:
    with pytest.raises(Invalid, match="not a calendar"):
        calendars.read(b"hello", days=DAYS)


# -- out ----------------------------------------------------------------------------------------------

MADE = f.plan(
    f.place("AIC", city="Amorebieta", entrance="Gate 2", address="Bº Boroa 1"),
    f.destination("Bilbao", zone="Europe/Madrid", from_day=f.START),
    f.organisation("SPRI"),
    f.delegate("Anna Neri"),
    f.delegate("Luca Verdi"),
    f.leg(
        "21:00",
        "17:00",
        "NH1",
        end_day=2,
        zone="Europe/Rome",
        end_zone="Asia/Tokyo",
        passengers=["Anna Neri"],
    ),
    f.item("21:00", "17:00", "Flight to Tokyo", leg="NH1", kind="flight", end_date=2),
    f.item(
        "09:30",
        "11:00",
        "Visit; AIC, “plant”",
        place_id=f.uid("place:AIC"),
        team_notes="SECRET",
        talking_points="SECRET",
    ),
    f.item(None, None, "Walk", part_of_day=PartOfDay.MORNING, status="tentative"),
    f.item("15:00", None, "Coffee", status="cancelled", people=["Luca Verdi"]),
    f.item(None, None, "On the shelf", day=None),
)
PLAN = replace(MADE, changed_at=dt.datetime(2025, 4, 1, 12, tzinfo=dt.UTC))


def written(person: str | None = None, language: str = "en") -> bytes:
    identity = f.uid(f"person:{person}") if person else None
    return calendars.write(PLAN, PLAN.items, person=identity, language=language, sequences={PLAN.items[0].id: 4})


def test_what_is_written_is_read_back_equal() -> None:
    back = calendars.read(written(), days=DAYS)
    assert back.problems == ()
    by_uid = {one.uid: one for one in back.drafts}
    for item in (one for one in PLAN.items if one.date is not None):
        draft, times = by_uid[f"{item.id}@missionplanner"], item_times(PLAN, item)
        assert (draft.date, draft.start, draft.end) == (times.date, times.start, times.end)
        assert draft.title == item.title.best("en")
        assert (draft.status, draft.part_of_day) == (item.status, item.part_of_day)
        if times.end is not None:
            assert (draft.zone, draft.end_zone or draft.zone) == (times.zone, times.end_zone)
            assert draft.end_date == (times.end_date if times.end_date != times.date else None)
    assert len(by_uid) == 4
    assert by_uid[f"{PLAN.items[0].id}@missionplanner"].sequence == 4


def test_the_library_reads_it_and_nothing_private_is_in_it() -> None:
    data = written()
    assert b"SECRET" not in data
    events: dict[str, Any] = {str(one["SUMMARY"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
    assert set(events) == {"Flight to Tokyo", "Visit; AIC, “plant”", "Morning: Walk", "Coffee"}
    assert str(events["Visit; AIC, “plant”"]["LOCATION"]) == "AIC, Bº Boroa 1, Amorebieta"
    assert "DTEND" not in events["Coffee"]
    assert events["Coffee"]["STATUS"] == "CANCELLED"
    flight = events["Flight to Tokyo"]
    assert flight["DTEND"].dt.astimezone(dt.UTC) == dt.datetime(2025, 5, 6, 8, tzinfo=dt.UTC)
    assert {str(one["TZID"]) for one in Calendar.from_ical(data).walk("VTIMEZONE")} == {
        "Asia/Tokyo",
        "Europe/Madrid",
        "Europe/Rome",
    }


def test_the_same_plan_gives_the_same_bytes_and_a_change_of_time_shows() -> None:
    assert written() == written()
    later = replace(PLAN, changed_at=dt.datetime(2025, 4, 2, tzinfo=dt.UTC))
    assert calendars.write(later, later.items) != written()


def test_a_person_gets_what_concerns_them() -> None:
    titles = {one.title for one in calendars.read(written("Anna Neri"), days=DAYS).drafts}
    assert titles == {"Flight to Tokyo", "Visit; AIC, “plant”", "Walk"}
    titles = {one.title for one in calendars.read(written("Luca Verdi"), days=DAYS).drafts}
    assert titles == {"Visit; AIC, “plant”", "Walk", "Coffee"}


def events(data: bytes) -> dict[str, Any]:
    return {str(one["SUMMARY"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def with_meetings() -> MissionPlan:
    """Return a session in an item, with a meeting of Anna's that Nadia interprets and one that was called off."""
    session = f.item("11:00", "13:00", "B2B session", kind="b2b", place_id=f.uid("place:Euskalduna"))
    return f.plan(
        session,
        f.place("Euskalduna", address="Abandoibarra 4"),
        f.delegate("Anna Neri"),
        f.delegate("Nadia Amrani"),
        f.delegate("Bo Li"),
        f.person("Jon Iturbe", mobile="+34 CANARY", job=Texts.of("Projects")),
        f.organisation("MECH"),
        f.organisation("AFM"),
        *b2b(item_id=f.uid("item:B2B session")),
        *party("MECH", "Anna Neri"),
        *party("AFM", "Jon Iturbe"),
        meets("MECH", "AFM", 1, "4", interpreter_id=f.uid("person:Nadia Amrani")),
        meets("AFM", "MECH", 2, "4", state=MeetingState.CANCELLED),
        wishes("MECH", "AFM", note="CANARY"),
    )


def test_a_persons_meetings_are_events_of_their_own_beside_a_session_that_is_not_busy() -> None:
    plan = with_meetings()
    found = events(calendars.write(plan, plan.items, person=f.uid("person:Anna Neri")))
    assert set(found) == {"B2B session", "B2B with AFM"}
    assert found["B2B session"]["TRANSP"] == "TRANSPARENT"
    data = calendars.write_meetings(plan, person=f.uid("person:Anna Neri"))
    both: list[Any] = Calendar.from_ical(data).walk("VEVENT")
    held, off = both
    assert (held["STATUS"], off["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert held["LOCATION"] == "Table 4, Euskalduna, Abandoibarra 4"
    assert held["DTSTART"].dt.isoformat() == "2025-05-05T11:35:00+02:00"
    told = str(held["DESCRIPTION"]).splitlines()
    assert told == ["AFM: Jon Iturbe, Projects", "Interpreter: Nadia Amrani", "B2B in Bilbao"]
    assert b"CANARY" not in data


def test_interpreters_have_the_meetings_they_interpret_and_others_none() -> None:
    plan = with_meetings()
    nadia = events(calendars.write(plan, plan.items, person=f.uid("person:Nadia Amrani")))
    assert set(nadia) == {"B2B session", "B2B: MECH – AFM"}
    bo = events(calendars.write(plan, plan.items, person=f.uid("person:Bo Li")))
    assert {name: str(one["TRANSP"]) for name, one in bo.items()} == {"B2B session": "OPAQUE"}
    assert set(events(calendars.write(plan, plan.items))) == {"B2B session"}
    assert set(events(calendars.write_meetings(plan))) == {"B2B: MECH – AFM", "B2B: AFM – MECH"}


def test_meetings_do_not_come_back_as_rows_of_the_agenda() -> None:
    plan = with_meetings()
    data = calendars.write(plan, plan.items, person=f.uid("person:Anna Neri"))
    assert [one.title for one in calendars.read(data, days=DAYS).drafts] == ["B2B session"]
