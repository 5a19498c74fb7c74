"""What is to follow: overdue first, reminders once, agreements with their parties, notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.vocabulary import AgreementKind, FollowUpState
from missionplanner.services import history
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import agreements, field_notes, follow_ups
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f

TODAY = dt.date(2025, 6, 1)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def step(ws: Workspace, text: str, due: dt.date | None, **more: object) -> UUID:
    values = {"text": Said("it", text), "due": due, **more}
    return follow_ups.create_from(ws, values, mission_id=f.MISSION).first_added


def test_overdue_ones_come_first_and_closed_ones_last(known: Workspace) -> None:
    step(known, "later", TODAY)
    step(known, "some day", None)
    late = step(known, "late", TODAY - dt.timedelta(days=3), owner_id=a.ADA, about_item_id=a.LAB)
    step(known, "done", TODAY - dt.timedelta(days=9), state=FollowUpState.DONE)
    page = follow_ups.page(known, f.MISSION, today=TODAY)
    assert [one.values[0].best("") for one in page.rows] == ["late", "later", "some day", "done"]
    told = a.cells(page, follow_ups.FIELDS, late)
    assert (told["late"], told["owner_id"], told["about_item_id"]) == (3, "Ada Neri", "Lab")
    assert [one.values[-1] for one in page.rows] == [3, None, None, None]


def test_owners_and_organisations_are_made_of_names_and_words_are_needed(known: Workspace) -> None:
    one = step(known, "write", TODAY)
    follow_ups.change_cells(known, [(one, "owner_id", "Cy Bianchi"), (one, "about_organisation_id", "New Co")])
    told = a.cells(follow_ups.page(known, f.MISSION), follow_ups.FIELDS, one)
    assert (told["owner_id"], told["about_organisation_id"]) == ("Cy Bianchi", "New Co")
    for values, field in (
        ({}, "text"),
        ({"text": Said("it", "x"), "about_item_id": UUID(int=3)}, "about_item_id"),
    ):
        with pytest.raises(Invalid) as refused:
            follow_ups.create_from(known, values, mission_id=f.MISSION)
        assert refused.value.field == field


def test_reminders_are_made_once_from_the_end_of_the_mission(known: Workspace) -> None:
    follow_ups.make_reminders(known, f.MISSION)
    # The mission ends on 7 May 2025.
    assert [str(one.due) for one in a.record(known).followups] == [
        "2025-05-14", "2025-11-07", "2026-05-07", "2028-05-07",
    ]  # fmt: skip
    assert follow_ups.make_reminders(known, f.MISSION).changeset is None
    first = a.record(known).followups[0]
    follow_ups.change_cells(known, in_each([first.id], "due", TODAY))
    assert follow_ups.make_reminders(known, f.MISSION).changeset is None, "somebody put it off"
    history.undo(known)
    history.undo(known)
    assert a.record(known).followups == ()


def test_an_agreement_has_parties_a_kind_and_a_value(known: Workspace) -> None:
    values = {"kind": AgreementKind.MOU, "value": Decimal("1000.50"), "currency": "eur", "parties": "BAIC; New Co"}
    one = agreements.create_from(known, values, mission_id=f.MISSION).first_added
    told = a.cells(agreements.page(known, f.MISSION), agreements.FIELDS, one)
    assert (told["parties"], told["currency"], told["value"]) == ("BAIC; New Co", "EUR", Decimal("1000.50"))
    history.undo(known)
    assert a.record(known).agreement_parties == ()
    history.redo(known)
    agreements.change_cells(known, [(one, "parties", (a.ACME, a.BAIC)), (one, "text", Said("it", "Robot"))])
    assert [party.name for party in agreements.parties(known, f.MISSION, one)] == ["ACME", "BAIC"]
    history.undo(known)
    assert a.cells(agreements.page(known, f.MISSION), agreements.FIELDS, one)["text"] is None, "one gesture"
    for wrong, field in (({}, "kind"), ({"kind": AgreementKind.MOU, "value": Decimal(-1)}, "value")):
        with pytest.raises(Invalid) as refused:
            agreements.create_from(known, wrong, mission_id=f.MISSION)
        assert refused.value.field == field
    agreements.duplicate(known, [one])
    assert len(a.record(known).agreement_parties) == 4


def test_notes_are_jotted_down_and_the_newest_comes_first(known: Workspace) -> None:
    now = dt.datetime(2025, 5, 5, 9, 30, 12, 5, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    field_notes.jot(known, f.MISSION, "Robot in hall 2", now, {"item_id": a.LAB, "person_id": a.HOST})
    newest = field_notes.jot(known, f.MISSION, "Dust", now + dt.timedelta(minutes=1)).first_added
    page = field_notes.page(known, f.MISSION)
    assert [one.values[1] for one in page.rows] == ["Dust", "Robot in hall 2"]
    told = a.cells(page, field_notes.FIELDS, page.rows[1].id)
    assert (told["at"], told["item_id"]) == (dt.datetime(2025, 5, 5, 7, 30, 12, tzinfo=dt.UTC), "Lab")
    field_notes.change_cells(known, in_each([newest], "organisation_id", "New Co"))
    assert a.cells(field_notes.page(known, f.MISSION), field_notes.FIELDS, newest)["organisation_id"] == "New Co"
    with pytest.raises(Invalid):
        field_notes.jot(known, f.MISSION, "  ", now)
    assert "Robot" not in str(history.entries(known)[0].label), "the history does not repeat it"
