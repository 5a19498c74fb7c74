"""Redaction: what an audience may not read is not in its plan, and nothing sensitive is untagged."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import replace
from decimal import Decimal

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionRecord
from missionplanner.domain.redaction import (
    ALLOWED,
    TAGS,
    WHOLE,
    Audience,
    Tag,
    hidden_from,
    redacted,
    redacted_record,
)
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Interest
from tests.factories import MISSION, delegate, item, person, plan, uid

RECORDS: set[type[r.Record]] = {*PARTS.values(), r.Mission, r.Confidential}


def name(kind: type[r.Record]) -> str:
    return kind.__name__


RULED: list[type[r.Record]] = sorted(RECORDS, key=name)
TOLD: list[type[r.Record]] = sorted(RECORD_PARTS.values(), key=name)
TAGGED: list[type[r.Record]] = sorted(TAGS, key=name)


def hints(kind: type[r.Record]) -> dict[str, object]:
    return typing.get_type_hints(kind)


@pytest.mark.parametrize("kind", RULED, ids=name)
def test_what_is_sealed_and_every_note_is_tagged(kind: type[r.Record]) -> None:
    sealed = {name for name, hint in hints(kind).items() if Secret in typing.get_args(hint)}
    notes = {one.name for one in dataclasses.fields(kind) if one.name in ("notes", "team_notes")}
    if kind is r.Leg:
        notes = set()  # what a leg's notes say is for its passengers
    assert sealed | notes <= set(TAGS.get(kind, {}))


@pytest.mark.parametrize("kind", TAGGED, ids=name)
def test_tags_name_fields_that_can_be_empty(kind: type[r.Record]) -> None:
    empty = {one.name for one in dataclasses.fields(kind) if one.default is None or one.default == ()}
    assert set(TAGS[kind]) <= empty


def test_every_audience_is_ruled_and_only_a_site_sees_travel_documents() -> None:
    assert set(ALLOWED) == set(Audience)
    assert [one for one in Audience if Tag.IDENTITY in ALLOWED[one]] == [Audience.SITE]
    assert not any({Tag.HEALTH, Tag.HOME} & ALLOWED[one] for one in Audience)


@pytest.mark.parametrize("audience", Audience)
def test_no_field_is_left_that_an_audience_may_not_read(audience: Audience) -> None:
    made = plan(
        delegate("Anna Neri", diet=Secret("CANARY"), nationality=Secret("CANARY"), notes="CANARY", fee=None),
        person("Bo Li", mobile="+39 333 1", email="bo@example.com", notes="CANARY"),
        item("09:00", "10:00", "Visit", team_notes="CANARY", talking_points="CANARY"),
    )
    seen = redacted(made, audience)
    for part, kind in PARTS.items():
        for one in getattr(seen, part):
            assert not any(getattr(one, field) for field in hidden_from(audience, kind))
    if audience is Audience.PRESS:
        assert "CANARY" not in repr(seen)


def test_look_ups_of_a_redacted_plan_give_redacted_records() -> None:
    made = plan(delegate("Anna Neri", notes="CANARY"))
    assert made.delegate_by_person  # filled before
    (one,) = redacted(made, Audience.HOTEL).delegate_by_person.values()
    assert one.notes is None


def test_a_plan_with_nothing_to_hide_stays_the_same() -> None:
    made = plan(delegate("Anna Neri"), item("09:00", "10:00", "Visit"))
    bare = replace(made, people=tuple(replace(one, mobile=None, email=None) for one in made.people))
    assert redacted(bare, Audience.PRESS) is bare


def of_mission(kind: type[typing.Any], **fields: typing.Any) -> typing.Any:
    return kind(mission_id=MISSION, **fields)


def the_record() -> MissionRecord:
    agreed, item_id = Texts.of("CANARY"), uid("item:Visit")
    question = of_mission(r.SurveyQuestion)
    return MissionRecord(
        budget=(of_mission(r.BudgetLine, notes="CANARY"),),
        expenses=(of_mission(r.Expense, receipt="CANARY"),),
        attendance=(of_mission(r.Attendance, item_id=item_id, person_id=uid("p"), note="CANARY"),),
        outcomes=(of_mission(r.Outcome, item_id=item_id, held=True, summary=agreed, interest=Interest.LOW),),
        followups=(of_mission(r.FollowUp, text=agreed),),
        agreements=(of_mission(r.Agreement, text=Texts.of("Together"), value=Decimal(7)),),
        photos=(of_mission(r.Photo, medium="cleared", cleared=True), of_mission(r.Photo, medium="CANARY")),
        survey_questions=(question,),
        survey_answers=(of_mission(r.SurveyAnswer, question_id=question.id, person_id=uid("p"), value="4"),),
        field_notes=(of_mission(r.FieldNote, text="CANARY"),),
        contacts_made=(of_mission(r.ContactMade, person_id=uid("p"), note="CANARY"),),
        contact_notes=(r.ContactNote(text="CANARY"),),
    )


def test_what_came_of_a_mission_is_read_by_those_it_is_for() -> None:
    record = the_record()
    seen = {audience: redacted_record(record, audience) for audience in Audience}
    assert "CANARY" not in repr(seen[Audience.PRESS])
    assert seen[Audience.PRESS].outcomes[0].held is True
    assert [one.text for one in seen[Audience.PRESS].agreements] == [Texts.of("Together")]
    assert seen[Audience.PRESS].agreements[0].value is None
    assert (len(seen[Audience.BOARD].followups), len(seen[Audience.BOARD].budget)) == (1, 0)
    assert (len(seen[Audience.AUDITOR].budget), len(seen[Audience.AUDITOR].expenses)) == (1, 1)
    assert {one.medium for one in seen[Audience.AUDITOR].photos} == {"cleared"}
    assert seen[Audience.AUDITOR].survey_answers[0].person_id is None
    assert not seen[Audience.AUDITOR].field_notes
    assert redacted_record(MissionRecord(), Audience.PRESS) == MissionRecord()


@pytest.mark.parametrize("kind", TOLD, ids=name)
def test_every_note_on_what_came_of_a_mission_is_tagged(kind: type[r.Record]) -> None:
    notes = {one.name for one in dataclasses.fields(kind) if one.name in ("notes", "note")}
    assert notes <= set(TAGS.get(kind, {})) or kind in WHOLE
