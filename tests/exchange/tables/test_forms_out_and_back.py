"""A form goes out prefilled and is known again by its hidden code, whoever saved it under whatever name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from missionplanner.base.errors import Foreign, Invalid
from missionplanner.exchange import bounded, tables
from missionplanner.exchange.tables import Form, Kind, Question

QUESTIONS = (
    Question("given", "Anna", needed=True),
    Question("email", "anna@x.it", needed=True),
    Question("document_born", dt.date(1975, 3, 12)),
    Question("document_number", needed=True),
    Question("diet", choices=("Vegetariana", "Vegana")),
    Question("consent_photo", True),
    Question("why", label="Che cosa ti aspetti?"),
)


def form(language: str = "it", code: str = "ER-EUS-2025:d1") -> Form:
    return Form(code, Kind.DELEGATES, language, "=Missione", QUESTIONS, "Clust-ER MECH")


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """Return a workbook as somebody saves it who changed something."""
    workbook = openpyxl.load_workbook(BytesIO(data))
    change(workbook)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def fill(workbook: Any) -> None:
    sheet = workbook.worksheets[0]
    sheet.insert_rows(8)  # rows move; the keys beside them move along
    answers = {
        "mp:email": "nuova@",
        "mp:document_number": " YA1234567 ",
        "mp:consent_photo": "no",
        "mp:why": "Contatti",
    }
    for row in sheet.iter_rows(min_row=6):
        if row[2].value in answers:
            row[1].value = answers[row[2].value]
        if row[2].value == "mp:document_born":
            row[1].value = None


def test_a_form_comes_back_with_answers_problems_and_gaps(around: tables.Circumstances) -> None:
    returned = tables.read_form(changed(tables.write_form(form()), fill), "Copia di modulo (2).xlsx", around)
    assert (returned.code, returned.kind) == ("ER-EUS-2025:d1", Kind.DELEGATES)
    assert dict(returned.answers) == {
        "given": "Anna",
        "document_number": "YA1234567",
        "consent_photo": False,
        "why": "Contatti",
    }
    assert [(one.field, one.kept) for one in returned.problems] == [("email", "nuova@")]
    assert (returned.missing, returned.cleared) == ((), ("document_born",))


def test_what_is_needed_and_empty_is_told(around: tables.Circumstances) -> None:
    returned = tables.read_form(tables.write_form(form()), "x", around)
    assert returned.missing == ("document_number",)
    assert returned.answers["document_born"] == dt.date(1975, 3, 12)


def test_answers_are_found_by_label_where_the_hidden_keys_were_lost(around: tables.Circumstances) -> None:
    def lose(workbook: Any) -> None:
        workbook.worksheets[0].delete_cols(3)

    assert tables.read_form(changed(tables.write_form(form()), lose), "x", around).answers["given"] == "Anna"


@pytest.mark.parametrize(("language", "label", "yes"), [
    ("it", "Nome *", "Sì"), ("en", "First name *", "Yes"), ("es", "Nombre *", "Sí"), ("fr", "Prénom *", "Oui"),
    ("de", "Vorname *", "Ja"), ("nl", "First name *", "Yes"),
])  # fmt: skip
def test_a_form_speaks_the_language_of_whom_it_is_for(language: str, label: str, yes: str) -> None:
    sheet = openpyxl.load_workbook(BytesIO(tables.write_form(form(language)))).worksheets[0]
    assert (sheet["A6"].value, sheet["B11"].value) == (label, yes)
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=Missione", "s")
    assert "Clust-ER MECH" in sheet["A3"].value and "90" in sheet["A3"].value
    assert sheet.column_dimensions["C"].hidden
    assert {str(one.sqref) for one in sheet.data_validations.dataValidation} == {"B10", "B11"}


def test_equal_forms_give_equal_bytes_and_hide_their_code() -> None:
    data = tables.write_form(form())
    assert data == tables.write_form(form())
    assert [sheet.hidden for sheet in tables.read(data, "x").sheets] == [False, True, True]


def test_a_file_that_is_no_form_is_refused(around: tables.Circumstances) -> None:
    with pytest.raises(Foreign, match="no form"):
        tables.read_form(b"Nome;Cognome\nAnna;Bo\n", "x.csv", around)

    def break_code(workbook: Any) -> None:
        workbook["_code"]["B3"] = "a b\n"

    with pytest.raises(Foreign, match="missing or broken"):
        tables.read_form(changed(tables.write_form(form()), break_code), "x", around)
    with pytest.raises(Invalid):
        tables.write_form(form(code="no spaces"))


def test_a_form_is_read_in_a_bounded_process(around: tables.Circumstances) -> None:
    name = "missionplanner.exchange.tables.forms.read_form"
    returned = bounded.run(name, tables.write_form(form()), name="x", around=around)
    assert returned.code == "ER-EUS-2025:d1"
