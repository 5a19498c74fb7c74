"""The table plan: a grid for the organisers, or a page to lay on each table."""

from __future__ import annotations

from missionplanner.documents.content.sheets import Sittings
from missionplanner.domain.plan import MissionPlan
from tests.factories import organisation, person, plan, uid
from tests.meetings import b2b, meets, party
from tests.sheets import printed, rows, sheets, tables

NAMES = ("MECH", "AFM", "HEGAN", "GAIA")


def mission(*more: object) -> MissionPlan:
    return plan(
        *(organisation(name) for name in NAMES),
        person("Nadia Amrani"),
        person("Jon Iturbe"),
        *b2b(),
        *(one for name in NAMES[1:] for one in party(name)),
        *party("MECH", "Jon Iturbe"),
        meets("MECH", "AFM", 0, "1"),
        meets("HEGAN", "GAIA", 0, "2", interpreter_id=uid("person:Nadia Amrani")),
        meets("MECH", "HEGAN", 2, "1"),
        *more,  # type: ignore[arg-type]
    )


def test_a_grid_has_a_row_for_each_slot_and_a_column_for_each_table() -> None:
    content = sheets(mission(), "tableplan")
    ((chapter, table),) = tables(content)
    assert [column.title for column in table.columns] == ["Time", "Table 1", "Table 2"]
    assert rows(content) == [
        ("11:00–11:25", "MECH\nAFM", "HEGAN\nGAIA | Interpreter: Nadia Amrani"),
        ("11:35–12:00", "", ""),
        ("12:10–12:35", "MECH\nHEGAN", ""),
    ]
    assert (chapter.title, chapter.about) == ("Monday, 5 May 2025", "B2B in Bilbao · 3 meetings")


def test_what_has_no_table_or_no_time_is_not_forgotten() -> None:
    content = sheets(mission(meets("AFM", "GAIA", 1, None), meets("AFM", "HEGAN", None, None)), "tableplan")
    assert rows(content)[1] == ("11:35–12:00", "", "", "AFM\nGAIA")
    assert rows(content, 1) == [("AFM – HEGAN",)]
    assert content.chapters[1].title == "Time to be confirmed"


def test_two_meetings_at_one_table_are_both_shown() -> None:
    content = sheets(mission(meets("AFM", "GAIA", 2, "1")), "tableplan")
    assert rows(content)[2] == ("12:10–12:35", "MECH\nHEGAN\nAFM\nGAIA", "")


def test_many_tables_are_parted_evenly_over_several_grids() -> None:
    held = [meets("MECH", f"X{number}", 1, f"T{number:02}") for number in range(15)]
    made = mission(*(organisation(f"X{number}") for number in range(15)), *held)
    widths = [len(table.columns) for _, table in tables(sheets(made, "tableplan"))]
    assert widths == [6, 7, 7]
    assert printed(made, "tableplan").pages == 1


def test_each_table_has_a_page_with_who_sits_there() -> None:
    content = sheets(mission(), "tableplan", choices=(("show", "tables"),))
    assert [(one.title, one.count) for one in content.chapters] == [
        ("Table 1", "2 meetings"),
        ("Table 2", "1 meeting"),
    ]
    (part,) = content.chapters[0].parts
    assert isinstance(part, Sittings)
    assert [(one.time, one.name, one.lines) for one in part.sittings] == [
        ("11:00–11:25", "MECH – AFM", ("MECH: Jon Iturbe",)),
        ("12:10–12:35", "MECH – HEGAN", ("MECH: Jon Iturbe",)),
    ]
    assert printed(mission(), "tableplan", choices=(("show", "tables"),)).pages == 2
    assert printed(mission(), "tableplan", choices=(("show", "both"),)).pages == 3


def test_one_session_may_be_asked_for() -> None:
    made = mission(*b2b("late"), meets("AFM", "GAIA", 0, "9", session="late"))
    assert len(sheets(made, "tableplan").chapters) == 2
    assert len(sheets(made, "tableplan", subject_id=uid("late")).chapters) == 1
    assert sheets(plan(), "tableplan").nothing == "No B2B meeting is planned yet."
