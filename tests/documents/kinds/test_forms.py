"""The forms people fill in: after a visit, after the mission, after meetings."""

from __future__ import annotations

import datetime as dt

from missionplanner.documents.archive import Archive
from missionplanner.documents.content.sheets import Questions, Sheets
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import QuestionKind
from tests.factories import MISSION, START, delegate, item, organisation, person, plan, uid
from tests.sheets import printed, rows, sheets, told


def asked(content: Sheets) -> list[str]:
    parts = [part for chapter in content.chapters for part in chapter.parts]
    return [one.text for part in parts if isinstance(part, Questions) for one in part.questions]


def test_a_visit_has_a_form_of_one_page_with_where_and_when() -> None:
    made = plan(
        delegate("Anna Neri"),
        item("09:00", "11:00", "AIC", kind="site_visit", place_text="A long way out " * 5),
        item("12:00", title="Lunch", kind="meal"),
        funding_statement=Texts.of("Funded by the European Union. " * 6),
    )
    content = sheets(made, "feedback")
    assert [one.title for one in content.chapters] == ["AIC"]
    assert len(asked(content)) == 9
    assert printed(made, "feedback").pages == 1
    assert printed(made, "feedback", "it").pages == 1


def test_the_survey_asks_for_every_objective_and_what_the_mission_itself_asks() -> None:
    made = plan(
        r.Objective(mission_id=MISSION, text=Texts.of("Find partners")),
        r.Objective(mission_id=MISSION),
    )
    own = (
        r.SurveyQuestion(mission_id=MISSION, text=Texts.of("How was the coach?"), kind=QuestionKind.SCORE),
        r.SurveyQuestion(mission_id=MISSION, text=Texts.of("Anything else?"), kind=QuestionKind.TEXT),
    )
    content = sheets(made, "survey", archive=Archive(survey=own))
    assert "How well was this objective met? Find partners" in asked(content)
    assert asked(content)[-6:-4] == ["How was the coach?", "Anything else?"]
    assert [one.key for one in sheets(plan(), "survey").chapters] == ["who", "whole", "run", "after"]


def meeting() -> MissionPlan:
    session = uid("b2b")
    mine, theirs = organisation("ART-ER"), organisation("HEGAN")
    taking_part = [
        r.Participant(id=uid(f"p {one.name}"), mission_id=MISSION, matchmaking_id=session, organisation_id=one.id)
        for one in (mine, theirs)
    ]
    return plan(
        mine,
        theirs,
        person("Amaia Etxe"),
        r.Matchmaking(id=session, mission_id=MISSION, title=Texts.of("B2B in Bilbao")),
        r.Slot(
            mission_id=MISSION,
            matchmaking_id=session,
            position=0,
            date=START,
            start=dt.time(11),
            end=dt.time(11, 25),
        ),
        *taking_part,
        r.ParticipantPerson(
            mission_id=MISSION, participant_id=taking_part[1].id, person_id=uid("person:Amaia Etxe")
        ),
        r.Meeting(mission_id=MISSION, matchmaking_id=session, a_id=mine.id, b_id=theirs.id, slot=0, table="4"),
    )


def test_each_participant_has_a_form_with_whom_they_meet_and_room_for_more() -> None:
    content = sheets(meeting(), "outcome")
    boxes = "[high] | [medium] | [low] | [not held]"
    assert [(one.title, one.count, one.fresh) for one in content.chapters] == [
        ("ART-ER", "1 meeting", False),
        ("HEGAN", "1 meeting", True),
    ]
    assert rows(content)[0] == ("11:00–11:25 | Monday 5 May", "HEGAN | Amaia Etxe", "4", boxes, "")
    assert rows(content)[1:] == [("", "", "", boxes, "")] * 3


def test_one_participant_alone_and_none_at_all() -> None:
    one = sheets(meeting(), "outcome", subject_id=uid("p HEGAN"))
    assert one.frame.subject == "HEGAN"
    assert len(one.chapters) == 1
    assert told(sheets(plan(), "outcome")).endswith("Nobody takes part in B2B meetings yet.")
