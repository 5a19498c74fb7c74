"""Access lists: what is missing is named and never told; only the file holds what the place asks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid, Occupied
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import AccessField, AccessState
from missionplanner.exchange.tables import read
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.paper import documents
from missionplanner.services.partners import access_lists
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
ASKED = (AccessField.NAME, AccessField.DOCUMENT_NUMBER, AccessField.NATIONALITY, AccessField.BIRTH_DATE)


@pytest.fixture
def place(ws: Workspace) -> r.Place:
    """Give a place that asks for passports, with a visit of Anna, Bo and somebody not yet named."""
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    mission = missions.find(ws, "V").id
    visit = agenda.add(ws, "V", ItemDraft(title="Lab", date=DAY, start=dt.time(9))).first_added
    lab = r.Place(name="The Lab", access_fields=ASKED, notice_days=5)
    people = [r.Person(given="Anna", family="Neri"), r.Person(given="Bo", family="Berg")]
    anna, bo = (
        r.Delegate(mission_id=mission, person_id=one.id, position=number, nationality=Secret("IT"))
        for number, one in enumerate(people)
    )
    sealed = r.Confidential(
        mission_id=mission, delegate_id=anna.id, document_number=Secret("YA1234567"),
        document_name=Secret("NERI ANNA MARIA"), document_born=Secret("1980-02-03"),
    )  # fmt: skip
    with ws.edit(N_("Import")) as edit:
        edit.add_all([lab, *people, anna, bo, r.Delegate(mission_id=mission, position=2), sealed])
        edit.save(replace(edit.get(r.AgendaItem, visit), place_id=lab.id))
    return lab


def rows(ws: Workspace, place: r.Place) -> list[dict[str, object]]:
    page = access_lists.page(ws, missions.find(ws, "V").id, place.id)
    return [dict(zip(access_lists.FIELDS, one.values, strict=True)) for one in page.rows]


def test_missing_fields_are_named_and_nothing_sealed_is_in_a_row(ws: Workspace, place: r.Place) -> None:
    found = rows(ws, place)
    assert [one["missing"] for one in found] == [
        (), (AccessField.DOCUMENT_NUMBER, AccessField.BIRTH_DATE), ASKED,
    ]  # fmt: skip
    assert [one["name"] for one in found] == ["Anna Neri", "Bo Berg", ""]
    page = access_lists.page(ws, missions.find(ws, "V").id, place.id, unnamed=lambda *said: f"place {said}")
    assert page.rows[2].values[0] == "place ('', 1, 1)"
    assert "YA1234567" not in repr(found) and "1980" not in repr(found)


def test_all_are_marked_as_sent_at_once_then_cleared_or_refused(ws: Workspace, place: r.Place) -> None:
    access_lists.mark_sent(ws, "V", place.id, " gate@lab.example ", DAY)
    assert {(one["state"], one["sent_to"], one["sent_on"]) for one in rows(ws, place)} == {
        (AccessState.SENT, "gate@lab.example", DAY)
    }
    with pytest.raises(Invalid):
        access_lists.mark_sent(ws, "V", place.id, "", DAY)
    anna = missions.plan(ws, "V").delegates[0].id
    access_lists.mark(ws, "V", place.id, [anna], AccessState.CLEARED)
    assert [one["state"] for one in rows(ws, place)].count(AccessState.CLEARED) == 1
    history.undo(ws)
    history.undo(ws)
    assert {one["state"] for one in rows(ws, place)} == {AccessState.TO_SEND}


def test_cells_are_noted_and_what_is_the_person_s_is_not_changed_here(ws: Workspace, place: r.Place) -> None:
    anna = missions.plan(ws, "V").delegates[0].id
    refused: list[str | None] = []
    cells = [(anna, "note", "  by phone\x00"), (anna, "missing", "x")]
    access_lists.change_cells(
        ws, cells, place_id=place.id, refused=lambda _who, error: refused.append(error.field)
    )
    assert (rows(ws, place)[0]["note"], refused) == ("by phone", ["missing"])


def test_the_file_holds_what_the_place_asks_for_and_nothing_else(
    ws: Workspace, place: r.Place, tmp_path: Path
) -> None:
    bo = missions.plan(ws, "V").delegates[1].id
    done = access_lists.export(ws, "V", place.id, tmp_path / "list.xlsx", "en")
    assert (done.visitors, done.unnamed) == (2, 1)
    (sheet,) = read(done.path.read_bytes(), done.path.name).sheets
    first = [list(row) for row in sheet.rows][:2]
    assert first[0] == ["Name", "Document number", "Nationality", "Date of birth"]
    assert first[1][:3] == ["NERI ANNA MARIA", "YA1234567", "Italy"]
    access_lists.mark(ws, "V", place.id, [bo], AccessState.REFUSED)
    access_lists.export(ws, "V", place.id, tmp_path / "list.csv", "it")
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert "Italia;1980-02-03" in text and "Berg" not in text
    with pytest.raises(Occupied):
        access_lists.export(ws, "V", place.id, tmp_path / "list.csv", "it")


def test_issuing_a_list_notes_whom_it_announces_as_one_step_that_undo_takes_back(
    ws: Workspace, place: r.Place, tmp_path: Path
) -> None:
    request = documents.PrintRequest(kind="access", subject=str(place.id), issue=True)
    documents.print_to(ws, "V", replace(request, issue=False), tmp_path / "draft.pdf")
    assert {one["state"] for one in rows(ws, place)} == {AccessState.TO_SEND}
    documents.print_to(ws, "V", request, tmp_path / "list.pdf")
    today = dt.date.today()
    assert [(one["state"], one["sent_on"]) for one in rows(ws, place)] == [
        (AccessState.SENT, today), (AccessState.SENT, today), (AccessState.TO_SEND, None),
    ]  # fmt: skip
    history.undo(ws)
    assert {one["state"] for one in rows(ws, place)} == {AccessState.TO_SEND}
    assert len(missions.plan(ws, "V").issued) == 1
