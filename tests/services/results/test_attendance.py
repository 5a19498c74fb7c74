"""Who was there: by tick, by the numbers of a signed sheet, by exception; counted and given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.documents.content.roll import roll
from missionplanner.documents.content.voice import Voice
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Presence
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.results.roll_call import signing
from missionplanner.domain.vocabulary import AttendanceState
from missionplanner.services import history, missions
from missionplanner.services.delegates import delegation
from missionplanner.services.entries import in_each
from missionplanner.services.results import attendance, attendance_export
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f

OPEN = f.uid("delegate:open")
State = AttendanceState


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def row(ws: Workspace, person: object) -> dict[str, object]:
    found = attendance.page(ws, f.MISSION, a.LAB)
    return a.cells(found, attendance.FIELDS, person)  # type: ignore[arg-type]


def states(ws: Workspace) -> dict[str, AttendanceState | None]:
    names = {a.ADA: "Ada", a.BO: "Bo", a.HOST: "Ana"}
    return {names[one.person_id]: one.state for one in a.record(ws).attendance}


def test_the_sheet_is_in_the_order_it_is_printed_with_places_and_guests(known: Workspace) -> None:
    page = attendance.page(known, f.MISSION, a.LAB)
    assert [one.id for one in page.rows] == [a.ADA, a.BO, OPEN, a.HOST]
    assert [one.values[0] for one in page.rows] == [1, 2, 3, 4]
    assert row(known, a.ADA)["organisation_id"] == row(known, OPEN)["organisation_id"] == "ACME"
    assert (row(known, OPEN)["person_id"], row(known, a.HOST)["ours"]) == (None, False)


def test_all_are_present_then_come_the_exceptions_each_one_step(known: Workspace) -> None:
    attendance.everybody(known, a.LAB)
    attendance.set_state(known, a.LAB, [a.BO], State.ABSENT)
    assert states(known) == {"Ada": State.PRESENT, "Bo": State.ABSENT}
    assert attendance.everybody(known, a.LAB).changeset is None, "what was said stays"
    history.undo(known)
    assert states(known) == {"Ada": State.PRESENT, "Bo": State.PRESENT}
    history.undo(known)
    assert states(known) == {}


def test_numbers_of_a_signed_sheet_are_keyed_in(known: Workspace) -> None:
    attendance.tick(known, a.LAB, "2", others=State.ABSENT)
    assert states(known) == {"Bo": State.PRESENT, "Ada": State.ABSENT}
    attendance.tick(known, a.LAB, [1, 4])
    assert states(known)["Ada"] is states(known)["Ana"] is State.PRESENT
    for wrong in ("5", "0", "x", "1-9"):
        with pytest.raises(Invalid) as refused:
            attendance.tick(known, a.LAB, wrong)
        assert refused.value.field == "numbers"


def test_times_tell_who_was_late_and_who_left_early(known: Workspace) -> None:
    attendance.change_cells(known, a.LAB, [(a.ADA, "arrived", dt.time(9, 20)), (a.BO, "left", dt.time(9, 40))])
    assert states(known) == {"Ada": State.LATE, "Bo": State.LEFT_EARLY}
    attendance.change_cells(known, a.LAB, in_each([a.ADA], "arrived", dt.time(8, 55)))
    assert row(known, a.ADA)["state"] is State.PRESENT, "the time was mistyped"
    attendance.set_state(known, a.LAB, [a.ADA], State.EXCUSED)
    assert (row(known, a.ADA)["state"], row(known, a.ADA)["arrived"]) == (State.EXCUSED, None)
    with pytest.raises(Invalid) as refused:
        attendance.change_cells(known, a.LAB, [(a.BO, "arrived", dt.time(9, 50))])
    assert refused.value.field == "left"


def test_somebody_sent_instead_is_named_and_made(known: Workspace) -> None:
    attendance.change_cells(known, a.LAB, in_each([a.ADA], "substitute_id", "Cy Bianchi"))
    assert (row(known, a.ADA)["state"], row(known, a.ADA)["substitute_id"]) == (State.REPLACED, "Cy Bianchi")
    attendance.set_state(known, a.LAB, [a.ADA], State.PRESENT)
    assert row(known, a.ADA)["substitute_id"] is None
    with pytest.raises(Invalid):
        attendance.change_cells(known, a.LAB, in_each([a.ADA], "substitute_id", a.ADA))


def test_taking_back_leaves_nothing_and_a_host_may_be_absent(known: Workspace) -> None:
    attendance.set_state(known, a.LAB, [a.ADA], State.PRESENT)
    attendance.set_state(known, a.LAB, [a.ADA], None)
    assert states(known) == {}
    attendance.host_absent(known, a.LAB)
    assert states(known) == {"Ana": State.HOST_ABSENT}
    with pytest.raises(Invalid):
        attendance.host_absent(known, a.WALK)
    with pytest.raises(Invalid):
        attendance.set_state(known, a.LAB, [f.uid("nobody")], State.PRESENT)


def test_a_place_nobody_is_named_for_is_counted_and_keeps_it_when_named(known: Workspace) -> None:
    attendance.tick(known, a.LAB, "3")
    attendance.set_state(known, a.WALK, [OPEN], State.ABSENT)
    assert (row(known, OPEN)["number"], row(known, OPEN)["state"]) == (3, State.PRESENT)
    assert attendance.counts(known, f.MISSION).people[OPEN] == Presence(1, 1, 0, 0)
    _, people, lines = attendance_export.listings(known, f.MISSION, "en")
    told = [("Lab", 3, None, "ACME", "Present"), ("Walk", 3, None, "ACME", "Absent")]
    assert [one[1:6] for one in lines.rows] == told
    delegation.name_place(known, OPEN, "Dee Gialli")
    assert {one.state for one in a.record(known).attendance} == {State.ABSENT, State.PRESENT}
    for _ in range(3):
        history.undo(known)
    assert (row(known, OPEN)["state"], states(known)) == (None, {})


def test_a_place_that_was_ticked_can_be_taken_out(known: Workspace) -> None:
    attendance.everybody(known, a.LAB)
    attendance.set_state(known, a.LAB, [OPEN], State.PRESENT)
    delegation.delete(known, [OPEN])
    assert states(known) == {"Ada": State.PRESENT, "Bo": State.PRESENT}
    history.undo(known)
    assert row(known, OPEN)["state"] is State.PRESENT


def test_counts_are_of_our_own_by_item_person_and_day(known: Workspace) -> None:
    attendance.tick(known, a.LAB, "1")
    attendance.set_state(known, a.LAB, [a.HOST], State.PRESENT)
    attendance.everybody(known, a.WALK)
    counts = attendance.counts(known, f.MISSION)
    # At the lab Ada was there, nobody said anything of Bo and of the place nobody is named for; both walked.
    assert counts.items == {a.LAB: Presence(1, 0, 0, 2), a.WALK: Presence(2, 0, 0, 1)}
    assert counts.people == {a.ADA: Presence(2), a.BO: Presence(1, 0, 0, 1), OPEN: Presence(0, 0, 0, 2)}
    assert [str(day) for day in counts.days] == ["2025-05-05", "2025-05-06"]
    assert counts.whole == Presence(3, 0, 0, 3)


def test_the_grid_shows_all_at_once(known: Workspace) -> None:
    attendance.set_state(known, a.LAB, [a.ADA], State.PRESENT)
    attendance.set_state(known, a.WALK, [a.ADA, a.BO], State.PRESENT)
    found = attendance.grid(known, f.MISSION)
    assert [one.id for one in found.items] == [a.LAB, a.B2B, a.WALK]
    assert found.people == (a.ADA, a.BO, OPEN)
    ticked = [key for key, one in found.entries.items() if one.state is State.PRESENT]
    assert ticked == [(a.LAB, a.ADA), (a.WALK, a.ADA), (a.WALK, a.BO)]
    assert found.at(a.LAB, a.HOST) is None, "the other side is on the sheet of the item"


def test_the_workbook_has_every_line_as_evidence(known: Workspace, tmp_path: Path) -> None:
    attendance.change_cells(known, a.LAB, in_each([a.ADA], "arrived", dt.time(9, 20)))
    items, people, lines = attendance_export.listings(known, f.MISSION, "en")
    assert [row[5] for row in items.rows] == ["Lab", "Talks", "Walk"]
    assert items.rows[0][-5:] == (3, 1, 0, 0, 2)
    assert people.rows == [("Neri, Ada", "ACME", 1, 1, 0, 0, 0), ("Verdi, Bo", None, 1, 0, 0, 0, 1)]
    (line,) = lines.rows
    assert line[1:8] == ("Lab", 1, "Neri, Ada", "ACME", "Came late", dt.time(9, 20), None)
    path = tmp_path / "attendance.xlsx"
    attendance_export.write(known, f.MISSION, path, language="it")
    assert path.read_bytes().startswith(b"PK")


def test_the_numbers_are_those_on_paper(known: Workspace) -> None:
    plan: MissionPlan = missions.plan(known, "TEST-2025")
    lab = plan.item(a.LAB)
    assert lab is not None
    attendees = Attendees(plan)
    ours = {one for one in attendees.at(lab) if one in plan.delegate_by_person} | attendees.unnamed(lab)
    voice = Voice(plan, "it")
    printed = [one.key for one in (*roll(voice, ours), *roll(voice, attendees.at(lab) - ours))]
    assert printed == [str(one) for one in signing(attendees, lab)]
