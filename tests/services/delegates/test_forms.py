"""Forms go out prefilled and come back as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import OrganisationKind, RequirementKind
from missionplanner.exchange import tables
from missionplanner.services import history, missions
from missionplanner.services.delegates import forms, returned_forms
from missionplanner.services.delegates.forms import FormRequest
from missionplanner.services.workspace import Workspace
from tests import factories as f

CODE = "TEST-2025"
ACME = f.organisation("Acme", country="ES", kind=OrganisationKind.COMPANY)


@pytest.fixture
def mission(ws: Workspace) -> Workspace:
    """Give a mission with two delegates and a partner, a passport due from everyone."""
    anna = f.person("Anna Neri", languages=("it",), email="anna@x.it", mobile="+39 333 123 4567")
    jon = f.person("Jon Agirre", languages=("es",), organisation_id=ACME.id, job=Texts.of({"es": "Director"}))
    delegates = [
        r.Delegate(id=f.uid(f"d:{one.family}"), mission_id=f.MISSION, person_id=one.id, position=number)
        for number, one in enumerate((anna, jon))
    ]
    delegates[0] = replace(delegates[0], diet=Secret("vegana"))
    partner = r.Partner(mission_id=f.MISSION, organisation_id=ACME.id)
    due = r.Requirement(mission_id=f.MISSION, kind=RequirementKind.PASSPORT)
    with ws.edit("Make") as edit:
        edit.add_all([f.mission(languages=("it",)), ACME, anna, jon, *delegates, partner, due])
    return ws


def filled(path: Path, answers: dict[str, Any], name: str = "back.xlsx") -> Path:
    """Save a form as somebody who answered some questions; None empties one."""
    workbook = openpyxl.load_workbook(path)
    for row in workbook.worksheets[0].iter_rows(min_row=6):
        key = str(row[2].value or "").removeprefix("mp:")
        if key in answers:
            row[1].value = answers[key]
    workbook.save(path.with_name(name))
    return path.with_name(name)


def sent(ws: Workspace, folder: Path, **more: Any) -> dict[str, Path]:
    report = forms.send_out(ws, CODE, FormRequest(**more), folder)
    return {one.person or "": one.path for one in report.files}


def test_each_gets_a_form_in_their_language_with_what_is_known(mission: Workspace, tmp_path: Path) -> None:
    out = sent(mission, tmp_path / "out")
    assert set(out) == {"Anna Neri", "Jon Agirre"}
    assert out["Jon Agirre"].name == "TEST-2025_form_Agirre_Jon_es.xlsx"
    sheet = openpyxl.load_workbook(out["Anna Neri"]).worksheets[0]
    rows = {str(row[2].value): (row[0].value, row[1].value) for row in sheet.iter_rows(min_row=6)}
    assert rows["mp:given"] == ("Nome *", "Anna")
    assert rows["mp:document_number"] == ("Numero passaporto *", None)
    assert rows["mp:diet"][1] is None
    with pytest.raises(Occupied):
        sent(mission, tmp_path / "out")


def test_what_is_sealed_is_prefilled_only_when_asked(mission: Workspace, tmp_path: Path) -> None:
    out = sent(mission, tmp_path / "out", person="Anna Neri", sensitive=True)
    assert list(out) == ["Anna Neri"]
    assert tables.read_form(out["Anna Neri"].read_bytes(), "x", AROUND).answers["diet"] == "vegana"


AROUND = tables.Circumstances(f.START)


def test_organisations_are_asked_in_the_language_of_their_country(mission: Workspace, tmp_path: Path) -> None:
    out = sent(mission, tmp_path / "out", organisations=True)
    back = filled(out["Acme"], {"seeks": "Socios", "employees": 120, "kind": "Clúster"})
    (collected,) = returned_forms.collect(mission, [back])
    assert {one.key: one.new for one in collected.answers[0].changes} == {
        "seeks": "Socios",
        "employees": 120,
        "kind": OrganisationKind.CLUSTER,
    }
    returned_forms.apply(mission, collected.answers)
    acme = missions.plan(mission, CODE).organisation(ACME.id)
    assert acme is not None and acme.employees == 120 and acme.seeks == Texts.of({"it": "Socios"})


def test_answers_come_back_as_one_step_that_can_be_undone(
    mission: Workspace, tmp_path: Path, state: Callable[[Path], str]
) -> None:
    out = sent(mission, tmp_path / "out")
    answers = {"document_number": "YA1234567", "document_expires": "31/12/2030", "nationality": "Italia"}
    filled(out["Anna Neri"], answers | {"job": "CEO", "room": "Singola", "consent_photo": "Sì"}, "anna (2).xlsx")
    filled(out["Jon Agirre"], {"mobile": "nada", "share_with": "Anna Neri", "job": None}, "jon.xlsx")
    for path in out.values():
        path.unlink()
    (tmp_path / "out/list.xlsx").write_bytes(b"PK no form")
    (collected,) = returned_forms.collect(mission, [tmp_path / "out"])
    anna, jon = collected.answers
    assert (anna.name, jon.name, collected.waiting) == ("Anna Neri", "Jon Agirre", ())
    assert [one.key for one in anna.changes if one.sealed] == [
        "nationality",
        "document_number",
        "document_expires",
    ]
    assert [(one.key, one.old, one.new) for one in jon.changes] == [
        ("share_with", None, "Anna Neri"),
        ("job", "Director", None),
    ]
    assert [one.field for one in jon.returned.problems] == ["mobile"]
    assert set(jon.returned.missing) == {"email", "nationality", "document_number", "document_expires"}
    assert [file for file, _ in collected.refused] == ["list.xlsx"]
    before = state(mission.path)
    receipt = returned_forms.apply(mission, collected.answers)
    plan = missions.plan(mission, CODE)
    first = plan.delegates[0]
    assert first.consent_photo is True and first.document_expires == Secret("2030-12-31")
    assert missions.dossier(mission, CODE, sensitive=True).confidential[0].document_number == Secret("YA1234567")
    assert plan.delegates[1].share_with_id == first.id
    assert receipt.changeset is not None
    history.undo(mission)
    assert state(mission.path) == before


def test_an_untouched_form_changes_nothing(mission: Workspace, tmp_path: Path) -> None:
    sent(mission, tmp_path / "out", sensitive=True)
    (collected,) = returned_forms.collect(mission, [tmp_path / "out"])
    assert [one.changes for one in collected.answers] == [(), ()]
    assert returned_forms.apply(mission, collected.answers).changeset is None


def test_of_two_forms_of_one_person_the_later_counts(mission: Workspace, tmp_path: Path) -> None:
    out = sent(mission, tmp_path / "out", person="Anna Neri")
    filled(out["Anna Neri"], {"job": "A"}, "1.xlsx")
    filled(out["Anna Neri"], {"job": "B", "organisation": "Unheard of"}, "2.xlsx")
    out["Anna Neri"].unlink()
    (collected,) = returned_forms.collect(mission, [tmp_path / "out"])
    assert [(one.taken, len(one.doubts)) for one in collected.answers] == [(False, 1), (True, 1)]
    assert "Unheard of" in str(collected.answers[1].doubts[0])
    assert collected.waiting == ("Jon Agirre",)


def test_a_form_of_somebody_who_left_is_told(mission: Workspace, tmp_path: Path) -> None:
    out = sent(mission, tmp_path / "out")
    with mission.edit("Leave") as edit:
        edit.delete(missions.plan(mission, CODE).delegates[0])
    (collected,) = returned_forms.collect(mission, [tmp_path / "out"])
    assert len(collected.answers) == 1 and "no longer" in str(collected.refused[0][1])
    assert set(out) == {"Anna Neri", "Jon Agirre"}


def test_files_that_are_no_forms_are_refused_with_a_sentence(mission: Workspace, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    buffer = BytesIO()
    workbook.active.append(["Nome", "Cognome"])
    workbook.save(buffer)
    assert returned_forms.look(buffer.getvalue(), "x.xlsx") is None
    (tmp_path / "x.xlsx").write_bytes(buffer.getvalue())
    with pytest.raises(Invalid, match="no form"):
        returned_forms.collect(mission, [tmp_path / "x.xlsx"])
    with pytest.raises(NotFound):
        returned_forms.collect(mission, [tmp_path / "y.xlsx"])
    with pytest.raises(NotFound):
        sent(mission, tmp_path / "z", person="Nobody")
