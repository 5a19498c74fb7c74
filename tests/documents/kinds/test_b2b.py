"""The meeting plan of an organisation: whom it meets, its free times, what it is told of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.documents.content.sheets import Sheets, Sittings, sheet_blocks
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MeetingState, Wish
from tests.factories import item, organisation, person, plan, uid
from tests.meetings import b2b, meets, party, wishes
from tests.sheets import printed, sheets, told

MECH, AFM = uid("organisation:MECH"), uid("organisation:AFM")


def mission(*more: object) -> MissionPlan:
    return plan(
        organisation("MECH", short="M"),
        organisation("AFM", profile=Texts.of("Machine tools of the north. And much more.")),
        organisation("HEGAN", city="Zamudio"),
        person("Anna Neri", mobile="+39 333 CANARY", job=Texts.of("Manager")),
        person("Jon Iturbe", job=Texts.of("Projects"), notes="CANARY"),
        person("Nadia Amrani"),
        *b2b(),
        *party("MECH", "Anna Neri", unavailable=(2,)),
        *party("AFM", "Jon Iturbe"),
        *party("HEGAN"),
        meets("MECH", "AFM", 1, "4", interpreter_id=uid("person:Nadia Amrani")),
        *more,  # type: ignore[arg-type]
    )


def shown(content: Sheets, chapter: int = 0) -> list[tuple[str, ...]]:
    return [
        (one.time, one.name, one.table, *one.lines, *(f"{label}: {text}" for label, text in one.details))
        for part in content.chapters[chapter].parts
        if isinstance(part, Sittings)
        for one in part.sittings
    ]


def test_each_slot_is_a_meeting_or_free_or_closed() -> None:
    content = sheets(mission(), "b2b", subject_id=MECH)
    (chapter,) = content.chapters
    assert (chapter.title, chapter.about, chapter.count) == ("MECH", "Anna Neri", "1 meeting")
    assert shown(content) == [
        ("11:00–11:25", "free", ""),
        (
            *("11:35–12:00", "AFM", "4", "Jon Iturbe, Projects", "Machine tools of the north."),
            "Interpreter: Nadia Amrani",
        ),
        ("12:10–12:35", "not available", ""),
    ]
    assert [part.title for part in chapter.parts if isinstance(part, Sittings)] == ["Monday, 5 May 2025"]


def test_all_participants_have_a_page_of_their_own_and_each_sees_the_other_side() -> None:
    content = sheets(mission(), "b2b")
    assert [(one.title, one.fresh) for one in content.chapters] == [
        ("MECH", False),
        ("AFM", True),
        ("HEGAN", True),
    ]
    assert shown(content, 1)[1][:4] == ("11:35–12:00", "MECH", "4", "Anna Neri, Manager")
    assert {one[1] for one in shown(content, 2)} == {"free"}


def test_what_keeps_people_away_closes_a_slot() -> None:
    away = mission(item("10:30", "11:30", "Visit AIC", kind="site_visit", people=("Anna Neri",)))
    assert shown(sheets(away, "b2b", subject_id=MECH))[0] == ("11:00–11:25", "not available", "")


def test_notes_of_wishes_are_told_but_never_why_somebody_said_no() -> None:
    made = mission(
        wishes("MECH", "AFM", note="Gears\nfor robots"),
        wishes("AFM", "MECH", Wish.NO_THANKS, "CANARY"),
    )
    assert shown(sheets(made, "b2b", subject_id=MECH))[1][-1] == "Topic: Gears for robots"
    assert shown(sheets(made, "b2b", subject_id=AFM))[1][-1] == "What they wish to talk about: Gears for robots"
    assert "CANARY" not in told(sheets(made, "b2b"))


def test_what_is_open_is_to_be_confirmed_and_what_is_cancelled_leaves_the_slot_free() -> None:
    made = mission(
        meets("MECH", "HEGAN", 0, None),
        meets("HEGAN", "AFM", None, None),
        meets("AFM", "HEGAN", 2, state=MeetingState.CANCELLED),
    )
    content = sheets(made, "b2b")
    assert shown(content)[0] == ("11:00–11:25", "HEGAN", "", "Zamudio", "Table: to be confirmed")
    assert shown(content, 1)[2:] == [
        ("12:10–12:35", "free", ""),
        ("", "HEGAN", "", "Zamudio", "Table: to be confirmed"),
    ]


def test_two_sessions_make_one_plan() -> None:
    made = mission(
        *b2b("late", hours=(("16:00", "16:20"),), title=Texts.of("Again")), *party("MECH", session="late")
    )
    parts = [part for part in sheets(made, "b2b", subject_id=MECH).chapters[0].parts if isinstance(part, Sittings)]
    assert [part.about for part in parts] == ["B2B in Bilbao", "Again"]
    assert len(sheets(made, "b2b").chapters) == 3


def test_nothing_of_the_team_or_of_mobiles_is_on_it() -> None:
    assert "CANARY" not in told(sheets(mission(), "b2b"))


@pytest.mark.parametrize("language", ["it", "en"])
def test_hundreds_of_slots_and_names_in_other_scripts_print(language: str) -> None:
    hours = tuple((f"{9 + n // 6:02}:{n % 6 * 10:02}", f"{9 + n // 6:02}:{n % 6 * 10 + 9:02}") for n in range(60))
    made = plan(
        organisation("غرفة التجارة", native_name="غرفة"),
        organisation("W" * 120),
        *b2b(hours=hours),
        *party("غرفة التجارة"),
        *party("W" * 120),
        *(meets("غرفة التجارة", "W" * 120, number, "A very long name of a table " * 3) for number in range(60)),
    )
    assert printed(made, "b2b", language).pages > 4


def test_another_table_is_a_change_for_both_sides_alone() -> None:
    made = mission()
    moved = replace(made, meetings=tuple(replace(one, table="9") for one in made.meetings))
    before, after = (dict(sheet_blocks(sheets(one, "b2b"))) for one in (made, moved))
    changed = {key for key in before if before[key] != after[key]}
    (meeting,) = made.meetings
    assert changed == {f"{one}/{meeting.id}:{one}" for one in (MECH, AFM)}


def test_without_sessions_there_is_a_sentence() -> None:
    assert sheets(plan(), "b2b").nothing == "Nobody takes part in B2B meetings yet."
