"""What is written is read back as it was, in XLSX and CSV, and equal listings give equal bytes."""

from __future__ import annotations

import datetime as dt
import string
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Occupied
from missionplanner.exchange import tables
from missionplanner.exchange.tables import Heading, Listing
from missionplanner.exchange.tables.listings import Shown, plain, written
from missionplanner.exchange.tables.workbook import xlsx
from missionplanner.exchange.tables.writing import quoted

TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "=1+1",
        "_x0041_",
        "_x005F_x0041_",
        "'=x",
        "''-1",
        "#N/A",
        "TRUE",
        "1.5",
        "2025-05-05",
        "a\nb",
        "&amp;",
        "\ufffe",
        "\u2028x",
    ]
)
VALUES = (
    TEXTS
    | st.integers(-(10**14), 10**14)
    | st.decimals(-(10**9), 10**9, places=2)
    | st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: round(number, 3))
    | st.booleans()
    | st.dates(dt.date(1890, 1, 1), dt.date(2199, 12, 31))
    | st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2150, 1,
    1)).map(lambda moment: moment.replace(microsecond=0))
    | st.times().map(lambda time: time.replace(microsecond=0))
    | st.none()
)  # fmt: skip
FIRST = Heading("Nome"), Heading("Valore", choices=("uno", "due, tre"))


def read_back(value: Any) -> Any:
    """Return what a value is read as: midnight is a day."""
    found = written(value)
    return found.date() if isinstance(found, dt.datetime) and found.time() == dt.time() else found


@settings(max_examples=35)
@given(st.lists(st.tuples(TEXTS, VALUES), min_size=1, max_size=6))
def test_a_workbook_is_read_back_as_it_was_written(rows: list[tuple[str, Any]]) -> None:
    kept = [("x", "y"), *rows, ("end", "of")]
    found = tables.read(xlsx([Listing("Elenco", FIRST, kept)]), "x.xlsx").shown[0].rows
    assert found[1:] == tuple((read_back(text), read_back(value)) for text, value in kept)


@settings(max_examples=50)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_texts_of_a_csv_are_read_back_as_they_were_written(rows: list[tuple[str, str]]) -> None:
    kept = [*rows, ("end", "of")]
    data = tables.csv_bytes(Listing("Elenco", FIRST, kept))
    found = tables.read(data, "x.csv", separator=";").sheets[0].rows
    assert found[1:] == tuple((plain(one), plain(other)) for one, other in kept)


@given(st.text(alphabet="'=+-@\t" + string.ascii_letters, max_size=8))
def test_no_cell_of_a_csv_begins_as_a_formula(text: str) -> None:
    assert quoted(text)[:1] not in set("=+-@\t\r")


def test_numbers_and_days_of_a_csv_are_plain() -> None:
    row = (Decimal("-12.50"), dt.date(2025, 5, 5), dt.time(9, 30), True, None, ("a", "b"))
    listing = Listing("E", tuple(Heading(one) for one in "abcdef"), [row])
    assert tables.csv_bytes(listing).decode("utf-8-sig").splitlines()[1] == '-12,50;2025-05-05;09:30;True;;"a; b"'
    assert "-12.50,2025-05-05" in tables.csv_bytes(listing, separator=",").decode()


def listings() -> list[Listing]:
    rows: list[list[Shown]] = [["Anna", "=2+2"], ["+39", Decimal("1.50")], ["Eva", dt.date(2025, 5, 5)]]
    return [
        Listing("Persone: [1]/2", FIRST, rows),
        Listing("persone 1 2", FIRST, []),
        Listing("codes", FIRST, rows, True),
    ]


def test_equal_listings_give_equal_bytes() -> None:
    made = xlsx(listings())
    assert made == xlsx(listings())
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_workbook_is_ready_to_work_with_and_to_print() -> None:
    import openpyxl

    workbook = openpyxl.load_workbook(BytesIO(xlsx(listings())))
    assert [sheet.title for sheet in workbook] == ["Persone 1 2", "persone 1 2 2", "codes", "_lists"]
    assert [sheet.sheet_state for sheet in workbook] == ["visible", "visible", "veryHidden", "veryHidden"]
    sheet = workbook.worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B4")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (
        "landscape",
        0,
        "$1:$1",
    )
    assert sheet["B2"].data_type == "s" and sheet["B2"].quotePrefix
    assert (sheet["B4"].number_format, sheet["B3"].number_format) == ("dd/mm/yyyy", "#,##0.00")
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == "'_lists'!$A$1:$A$2"
    assert [cell.value for cell in workbook["_lists"]["A"]] == ["uno", "due, tre"]


def test_files_are_not_overwritten_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    tables.write_xlsx(path, listings())
    with pytest.raises(Occupied):
        tables.write_csv(path, listings()[0])
    tables.write_csv(path, listings()[0], force=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNome;Valore")
