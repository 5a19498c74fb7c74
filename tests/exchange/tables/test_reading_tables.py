"""Files are read by what they are: workbooks, plain texts in any encoding, pages, what is pasted."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.exchange import tables
from missionplanner.exchange.tables.plain import decoded, separator_of

ROWS = "Nome;Città\nGiosuè;Forlì\nJosé;Cádiz\nJürgen;Köln – Süd\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_plain_texts_are_read_in_the_encodings_people_send(encoding: str) -> None:
    book = tables.read(ROWS.encode(encoding), "persone.csv")
    assert book.sheets[0].rows[1:] == (("Giosuè", "Forlì"), ("José", "Cádiz"), ("Jürgen", "Köln – Süd"))
    assert (book.separator, book.sheets[0].name) == (";", "persone")


def test_central_european_letters_are_told_apart() -> None:
    assert decoded("Łódź;Dvořák;Kőszeg;Ştefan;Zażółć gęślą".encode("cp1250"))[1] == "cp1250"


def test_a_few_foreign_bytes_do_not_change_the_encoding() -> None:
    text, encoding = decoded("Forlì è perché più città\n".encode() * 5 + b"caff\xe9\n")
    assert encoding == "utf-8" and text.startswith("Forlì")


@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_the_separator_is_guessed(separator: str) -> None:
    lines = [
        ("Name", "Job", "City"),
        ("Rossi, Mario", "CEO; CTO", "Bologna"),
        ("Bianchi", "R&D", "Reggio | Emilia"),
    ]
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    assert separator_of(text) == separator
    assert tables.pasted(text).sheets[0].rows[1] == ("Rossi, Mario", "CEO; CTO", "Bologna")


def test_a_line_that_names_the_separator_is_obeyed_and_a_choice_wins() -> None:
    assert tables.read(b"sep=|\na;b|c\n", "x.csv").sheets[0].rows == (("a;b", "c"),)
    assert tables.read(b"a;b,c;d\n1;2,3;4\n", "x.csv", separator=",").sheets[0].rows[0] == ("a;b", "c;d")
    assert tables.read("è;b\n1;2\n".encode("cp850"), "x.csv", encoding="cp850").sheets[0].rows[0] == ("è", "b")


def test_a_quotation_mark_that_is_never_closed_is_a_mark() -> None:
    rows = tables.read(b'Nome;Nota\nAnna;5" pipe\nLuca;"open\n' + b"Eva;x\n" * 60, "x.csv").sheets[0].rows
    assert len(rows) == 63
    assert rows[1] == ("Anna", '5" pipe')


def test_cells_of_a_workbook_are_typed_and_hidden_sheets_told() -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(
        ["testo\u00a0 ", 3, 2.5, True, dt.datetime(2025, 5, 5), dt.datetime(2025, 5, 5, 9, 30), dt.time(9, 30)]
    )
    workbook.create_sheet("codes").sheet_state = "hidden"
    workbook["codes"]["A1"] = 1
    buffer = BytesIO()
    workbook.save(buffer)
    book = tables.read(buffer.getvalue(), "wrong-name.csv")
    assert book.form == "xlsx"
    assert [one.name for one in book.shown] == ["Sheet"]
    row = book.sheets[0].rows[0]
    assert row == ("testo", 3, 2.5, True, dt.date(2025, 5, 5), dt.datetime(2025, 5, 5, 9, 30), dt.time(9, 30))


def test_what_is_merged_over_rows_is_said_in_each() -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Camera", "Ospite"], [101, "Anna"], [None, "Eva"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    buffer = BytesIO()
    workbook.save(buffer)
    assert tables.read(buffer.getvalue(), "x").sheets[0].rows[2] == (101, "Eva")


def test_a_pasted_page_keeps_its_spans_and_skips_what_is_not_said() -> None:
    html = (
        "<html><style>td{x}</style><!--StartFragment--><table><tr><th colspan=2>Team</th><th>E-mail</th></tr>"
        "<tr><td rowspan=2>Anna<br>Rossi</td><td>&lt;b&gt;</td><td>a@x.it</td></tr><tr><td>2</td><td>b@x.it"
        "</table><!--EndFragment--></html>"
    )
    book = tables.pasted("ignored", html)
    assert book.form == "html"
    assert book.sheets[0].rows == (
        ("Team", None, "E-mail"),
        ("Anna\nRossi", "<b>", "a@x.it"),
        (None, "2", "b@x.it"),
    )


def test_a_page_saved_as_a_spreadsheet_is_read() -> None:
    page = "<html><body><table><tr><td>Città<td>Paese</tr><tr><td>Forlì<td>Italia</tr></table>".encode("cp1252")
    assert tables.read(page, "elenco.xls").sheets[0].rows[1] == ("Forlì", "Italia")


def test_the_clipboard_without_a_table_is_refused() -> None:
    with pytest.raises(Invalid):
        tables.pasted("   \n ")


def test_addresses_are_written_as_spreadsheets_write_them() -> None:
    sheet = tables.Sheet("Foglio 1", (("a",),))
    assert [sheet.address(6, column) for column in (1, 25, 26, 199)] == [
        "Foglio 1!B7",
        "Foglio 1!Z7",
        "Foglio 1!AA7",
        "Foglio 1!GR7",
    ]
