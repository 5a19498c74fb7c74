"""What belongs to something is found by it, in order, in a plan and in the record of what came of it."""

from __future__ import annotations

from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan, MissionRecord
from tests import factories as f

OWN: dict[str, Any] = {"mission_id": f.MISSION}
ITEM, OTHER = (f.item("09:00", "10:00", title).record for title in ("Visit", "Dinner"))
SESSION = r.Matchmaking(**OWN)
ADA, FIRM = f.uid("person:Ada"), f.uid("organisation:Firm")


def test_a_plan_finds_tables_seats_interpreters_and_what_comes_first() -> None:
    tables = [
        r.SeatingTable(**OWN, item_id=one.id, name=name) for one, name in ((ITEM, "1"), (OTHER, "2"), (ITEM, "3"))
    ]
    seats = [r.Seat(**OWN, table_id=tables[2].id, person_id=ADA, number=number) for number in (1, 2)]
    pair: dict[str, Any] = {**OWN, "matchmaking_id": SESSION.id}
    meetings = [r.Meeting(**pair, a_id=FIRM, b_id=FIRM, interpreter_id=one) for one in (None, ADA)]
    interpreter = r.SessionInterpreter(**pair, person_id=ADA)
    order = r.MeetingOrder(**pair, first_id=meetings[0].id, second_id=meetings[1].id)
    plan = MissionPlan(
        f.mission(),
        items=(ITEM, OTHER),
        seating_tables=tuple(tables),
        seats=tuple(seats),
        matchmaking=(SESSION,),
        meetings=tuple(meetings),
        interpreters=(interpreter,),
        meeting_orders=(order,),
    )
    assert [one.name for one in plan.item_tables(ITEM)] == ["1", "3"]
    assert (plan.table_seats(tables[0]), plan.table_seats(tables[2])) == ((), tuple(seats))
    assert (plan.session_interpreters(SESSION), plan.session_orders(SESSION)) == ((interpreter,), (order,))
    assert plan.interpreted_by(ADA) == (meetings[1],)
    freed = plan.changed(meetings=(meetings[0],))
    assert freed.interpreted_by(ADA) == () and freed.item_tables(ITEM) == plan.item_tables(ITEM)


def test_a_record_finds_what_came_of_an_item_a_meeting_and_a_question() -> None:
    meeting = r.Meeting(**OWN, matchmaking_id=SESSION.id, a_id=FIRM, b_id=FIRM)
    held, talked = r.Outcome(**OWN, item_id=ITEM.id), r.Outcome(**OWN, meeting_id=meeting.id)
    question = r.SurveyQuestion(**OWN)
    answer = r.SurveyAnswer(**OWN, question_id=question.id, value="4")
    photo, loose = r.Photo(**OWN, item_id=ITEM.id), r.Photo(**OWN)
    here: dict[str, Any] = {**OWN, "item_id": ITEM.id}
    came, note, met = (
        r.Attendance(**here, person_id=ADA),
        r.FieldNote(**here),
        r.ContactMade(**here, person_id=ADA),
    )
    record = MissionRecord(
        attendance=(came,),
        outcomes=(held, talked),
        photos=(loose, photo),
        survey_questions=(question,),
        survey_answers=(answer,),
        field_notes=(note,),
        contacts_made=(met,),
    )
    assert (record.outcomes_of(ITEM), record.outcomes_of(meeting)) == ((held,), (talked,))
    assert (record.attendance_at(ITEM), record.photos_of(ITEM)) == ((came,), (photo,))
    assert (record.field_notes, record.contacts_made) == ((note,), (met,))
    assert record.answers_to(question) == (answer,)
    assert (record.photos_of(OTHER), record.attendance_at(OTHER)) == ((), ())
