"""What came of visits and talks: from the programme on; next steps make follow-ups, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import translator
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AttendanceState, FollowUpState, Interest
from missionplanner.services import history
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import attendance, follow_ups, outcomes
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f

EVENING = dt.datetime(2025, 5, 6, 20, tzinfo=dt.UTC)
SEND = Said("it", "Mandare il catalogo")


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def row(ws: Workspace, identity: object) -> dict[str, object]:
    return a.cells(outcomes.page(ws, f.MISSION), outcomes.FIELDS, identity)  # type: ignore[arg-type]


def test_it_begins_with_the_programme_and_tells_sessions_meeting_by_meeting(known: Workspace) -> None:
    page = outcomes.page(known, f.MISSION)
    assert [one.id for one in page.rows] == [a.LAB, a.MEETING], "no walk, no B2B as a whole, nothing cancelled"
    assert (row(known, a.LAB)["subject"], row(known, a.LAB)["others"]) == ("Lab", "BAIC")
    meeting = row(known, a.MEETING)
    assert (meeting["subject"], meeting["others"], meeting["start"]) == ("ACME – IKOR", "IKOR", dt.time(11))


def test_nothing_booked_counts_as_held(known: Workspace) -> None:
    told = outcomes.waiting(known, f.MISSION, EVENING)
    assert (told.over, told.held, told.not_held, told.missing) == (2, 0, 0, (a.LAB, a.MEETING))
    assert told.said(translator("en")) == "2 visits and meetings are over, 2 have no outcome yet."
    attendance.everybody(known, a.LAB)
    outcomes.change_cells(known, in_each([a.MEETING], "held", False))
    told = outcomes.waiting(known, f.MISSION, EVENING)
    assert (told.held, told.not_held, told.missing) == (1, 1, (a.LAB,))
    morning = outcomes.waiting(known, f.MISSION, EVENING - dt.timedelta(days=1, hours=6))
    assert (morning.over, morning.said(translator("en"))) == (
        1, "1 visit or meeting is over, 1 has no outcome yet.",
    )  # fmt: skip
    assert attendance.counts(known, f.MISSION).whole.present == 2
    assert a.record(known).attendance[0].state is AttendanceState.PRESENT


def test_outcomes_are_made_where_they_are_typed_as_one_step(known: Workspace) -> None:
    outcomes.change_cells(
        known,
        [(a.LAB, "held", True), (a.LAB, "satisfaction", 4), (a.MEETING, "interest", Interest.HIGH)],
    )
    assert (row(known, a.LAB)["satisfaction"], row(known, a.MEETING)["interest"]) == (4, Interest.HIGH)
    assert len(a.record(known).outcomes) == 2
    outcomes.change_cells(known, in_each([a.LAB], "summary", Said("it", "Bello")))
    assert row(known, a.LAB)["summary"] == Texts.of({"it": "Bello"})
    history.undo(known)
    history.undo(known)
    assert a.record(known).outcomes == ()


def test_why_not_says_that_it_was_not_held(known: Workspace) -> None:
    outcomes.change_cells(known, in_each([a.LAB], "satisfaction", 5))
    outcomes.change_cells(known, in_each([a.LAB], "why_not", "Sciopero"))
    assert row(known, a.LAB)["held"] is False
    outcomes.change_cells(known, in_each([a.LAB], "held", True))
    assert row(known, a.LAB)["why_not"] is None
    for field, value in (("satisfaction", 6), ("item_id", a.WALK)):
        with pytest.raises(Invalid) as refused:
            outcomes.change_cells(known, in_each([a.LAB], field, value))
        assert refused.value.field == field
    with pytest.raises(NotFound):
        outcomes.change_cells(known, in_each([f.uid("gone")], "held", True))
    with pytest.raises(Invalid):
        outcomes.change_cells(known, in_each([a.B2B], "held", True))


def test_a_next_step_makes_its_follow_up_once(known: Workspace) -> None:
    outcomes.change_cells(known, in_each([a.LAB], "next_step", SEND))
    (step,) = a.record(known).followups
    assert (step.text, step.about_item_id, step.about_organisation_id) == (
        Texts.of({"it": SEND.text}),
        a.LAB,
        a.BAIC,
    )
    # The mission ends on 7 May: the first week back is over on the 14th.
    assert (step.due, step.state) == (dt.date(2025, 5, 14), FollowUpState.OPEN)
    outcomes.change_cells(known, in_each([a.LAB], "interest", Interest.LOW))
    outcomes.change_cells(known, in_each([a.LAB], "next_step", Said("it", "Mandare due cataloghi")))
    (step,) = a.record(known).followups
    assert step.text == Texts.of({"it": "Mandare due cataloghi"}), "it follows the words"
    follow_ups.set_state(known, [step.id], FollowUpState.DONE)
    assert row(known, a.LAB)["state"] is FollowUpState.DONE
    outcomes.change_cells(known, in_each([a.LAB], "next_step", Said("it", "Chiamare")))
    assert len(a.record(known).followups) == 2, "what is done stays done"
    outcomes.change_cells(known, in_each([a.MEETING], "next_step", SEND))
    assert a.record(known).followups[-1].about_organisation_id == a.IKOR


def test_what_was_noted_can_be_taken_back(known: Workspace) -> None:
    outcomes.change_cells(known, in_each([a.LAB, a.MEETING], "held", True))
    outcomes.delete(known, [a.LAB])
    assert (row(known, a.LAB)["held"], row(known, a.MEETING)["held"]) == (None, True)
