"""What concerns one person: their part, seat, meetings, leader, room."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.facts import personal_facts
from missionplanner.documents.content.values import Contact, Detail, Fact, Line, Row
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole, ItemRole, LegMode, MeetingState, RoomKind
from tests.factories import MISSION, START, delegate, item, leg, organisation, person, place, plan, uid

ANNA = uid("person:Anna Neri")


def rows(*things: Any, **mission: Any) -> list[Row]:
    the_plan = plan(delegate("Anna Neri", groups=["A"]), *things, **mission)
    anna = the_plan.person(ANNA)
    assert anna is not None
    return [row for day in Agenda(Voice(the_plan, "en")).days_of(anna) for row in day.rows]


def pitch(session: Any, position: Any, minutes: Any, who: Any, topic: Any = None) -> r.Pitch:
    texts = Texts.of(topic) if topic else None
    return r.Pitch(
        mission_id=MISSION,
        item_id=session.id,
        position=position,
        minutes=minutes,
        person_id=uid(f"person:{who}"),
        topic=texts,
    )


def test_only_what_concerns_the_person_is_there() -> None:
    shown = rows(
        item("09:00", title="Mine"), item("10:00", title="Theirs", groups=["B"]), delegate("Bo", groups="B")
    )
    assert [row.title.text for row in shown] == ["Mine"]


def test_the_time_of_a_pitch_follows_from_those_before_it() -> None:
    session = item("09:15", "10:45", "Pitching", kind="pitching")
    others = [pitch(session, 2, 10, "Cy"), pitch(session, 1, 25, "Bo"), person("Bo"), person("Cy")]
    shown = rows(session, pitch(session, 3, 5, "Anna Neri", "Motors"), *others)[0]
    assert shown.meta == (Fact("You speak", "09:50"),)
    assert shown.notes[-1].text == "You present: Motors"


def test_a_pitch_after_one_of_unknown_length_says_its_turn() -> None:
    session = item("09:15", "10:45", "Pitching", kind="pitching")
    shown = rows(session, pitch(session, 1, None, "Bo"), pitch(session, 2, 5, "Anna Neri"), person("Bo"))[0]
    assert shown.meta == (Fact("You speak", "2 of 2"),)


def test_a_part_in_an_item_is_said() -> None:
    session = item("09:15", title="Panel")
    role = r.ItemPerson(mission_id=MISSION, item_id=session.id, person_id=ANNA, role=ItemRole.MODERATOR)
    assert rows(session, role)[0].meta == (Fact("Your part", "You moderate"),)


def test_seat_and_booking_stand_beside_a_flight() -> None:
    flight = leg("06:40", "10:55", "LH283", booking="K7RQ2M")
    on = r.LegPassenger(mission_id=MISSION, leg_id=flight.id, person_id=ANNA, seat="14C")
    assert rows(item(title="Out", kind="flight", leg="LH283"), flight, on)[0].meta == (
        Fact("Seat", "14C"),
        Fact("Booking", "K7RQ2M"),
    )


def test_a_journey_of_others_is_not_shown() -> None:
    assert rows(leg("06:40", "10:55", "LH283", passengers=["Bo"])) == []


def test_the_leader_of_the_person_s_group_stands_on_a_visit() -> None:
    visit = item("09:00", title="Works", kind="site_visit", groups=["A"])
    group = r.Group(id=uid("group:A"), mission_id=MISSION, name=Texts.of("A"), leader_id=uid("person:Bo"))
    shown = rows(visit, group, person("Bo", mobile="+39 3"))[0]
    assert shown.details[-1] == Detail("Group leader", "Bo · +39 3")


def test_talking_points_reach_only_who_leads() -> None:
    session = item("09:00", title="Ministry", talking_points="Ask for\ndata.")
    plain = rows(session)[0]
    the_plan = plan(session, delegate("Anna Neri", role=DelegateRole.HEAD_OF_DELEGATION))
    anna = the_plan.people[0]
    led = Agenda(Voice(the_plan, "en")).days_of(anna)[0].rows[0]
    assert (plain.notes, led.notes[-1].text) == ((), "Talking points: Ask for data.")


def matchmaking(session_item: Any = None) -> Any:
    """Make a session in which Anna's company meets AFM in slot 1 at table 4, and HEGAN not at all."""
    session = r.Matchmaking(mission_id=MISSION, item_id=session_item.id if session_item else None)
    names = ("MECH", "AFM", "HEGAN")
    ids = [uid(f"organisation:{name}") for name in names]
    known: dict[str, Any] = {"mission_id": MISSION, "matchmaking_id": session.id}
    slots = [
        r.Slot(**known, position=n, date=START, start=dt.time(11, 30 * n), end=dt.time(11 + n, 30 * (1 - n)))
        for n in (0, 1)
    ]
    meetings = [
        r.Meeting(**known, a_id=ids[1], b_id=ids[0], slot=1, table="4", state=MeetingState.SCHEDULED),
        r.Meeting(**known, a_id=ids[0], b_id=ids[2], slot=0, state=MeetingState.CANCELLED),
    ]
    seats = [r.Participant(**known, organisation_id=one) for one in ids]
    own = r.ParticipantPerson(mission_id=MISSION, participant_id=seats[0].id, person_id=ANNA)
    other = r.ParticipantPerson(mission_id=MISSION, participant_id=seats[1].id, person_id=uid("person:Jon Iturbe"))
    return [session, *slots, *meetings, *seats, own, other, *map(organisation, names), person("Jon Iturbe")]


def test_meetings_stand_in_the_item_of_their_session() -> None:
    b2b = item("11:00", "12:00", "B2B", kind="b2b")
    assert rows(b2b, *matchmaking(b2b))[0].lines == (Line("11:30–12:00", "AFM", "Jon Iturbe", "4"),)


def test_meetings_without_an_item_get_a_row_of_their_own() -> None:
    shown = rows(item("09:00", title="First"), item("14:00", title="Last"), *matchmaking())
    assert [row.title.text for row in shown] == ["First", "B2B meetings", "Last"]
    assert (shown[1].when.start, shown[1].when.end) == ("11:30", "12:00")


def test_an_interpreter_is_told_to_both_sides_and_has_the_meetings_as_rows_of_their_own() -> None:
    made = [
        replace(one, interpreter_id=uid("person:Bo Li")) if isinstance(one, r.Meeting) and one.slot == 1 else one
        for one in matchmaking()
    ]
    assert rows(*made, person("Bo Li"))[0].lines[0].about == "Jon Iturbe · interpreter Bo Li"
    the_plan = plan(delegate("Bo Li"), *made)
    bo = the_plan.person(uid("person:Bo Li"))
    assert bo is not None
    (shown,) = Agenda(Voice(the_plan, "en")).days_of(bo)[0].rows
    assert shown.lines == (Line("11:30–12:00", "AFM – MECH", "You interpret", "4"),)


def facts(*things: Any) -> Any:
    the_plan = plan(delegate("Anna Neri", arrival="LH1"), *things)
    anna = the_plan.person(ANNA)
    assert anna is not None
    return personal_facts(Voice(the_plan, "en"), anna, Contact("Giulia Ferri", "+34 6"))


def test_facts_name_hotel_room_journey_coach_and_who_is_on_call() -> None:
    hotel = place("Hotel Ercilla", address="Ercilla 37", city="Bilbao")
    stay = r.Stay(
        mission_id=MISSION,
        hotel_id=hotel.id,
        room=RoomKind.SINGLE,
        from_day=START,
        to_day=START + dt.timedelta(days=2),
    )
    guest = r.StayGuest(mission_id=MISSION, stay_id=stay.id, person_id=ANNA)
    coach = leg("11:20", "11:50", "Coach 1", mode=LegMode.COACH)
    on = r.LegPassenger(mission_id=MISSION, leg_id=coach.id, person_id=ANNA, seat="14")
    flight = leg("06:40", "10:55", "LH1", origin="BLQ", destination="BIO")
    assert facts(hotel, stay, guest, coach, on, flight) == (
        Fact("Hotel", "Hotel Ercilla", "Ercilla 37, Bilbao\nSingle room · 5–7 May"),
        Fact("Outbound", "LH1 · 06:40", "BLQ → BIO\n5 May"),
        Fact("Coach", "Coach 1", "Seat 14"),
        Fact("On call", "+34 6", "Giulia Ferri"),
    )


def test_shared_rows_are_one_value_for_all() -> None:
    the_plan = plan(delegate("Anna Neri"), delegate("Bo"), item("09:00"))
    agenda = Agenda(Voice(the_plan, "en"))
    first, second = (agenda.days_of(one)[0].rows[0] for one in the_plan.people)
    assert first is second
    assert id(first) in agenda.shared
    assert id(first._replace(mark="x")) not in agenda.shared
