"""Tables: fields of several kinds, rows that fit, pages that are never left bare."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

from missionplanner.base.i18n import translator
from missionplanner.documents.content.sheets import Cell, Column, Table, TableRow
from missionplanner.documents.content.values import Detail
from missionplanner.documents.design import SHEETS, Accent
from missionplanner.documents.parts import table
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Batch
from missionplanner.domain.texts import Texts
from tests.factories import delegate, item, leg, plan
from tests.sheets import printed

COLUMNS = (Column("Name", 30, "strong"), Column("Known", 30), Column("Sign", 20, blank=True))


def setter() -> Setter:
    batch = Batch(created=dt.datetime(2025, 5, 5, tzinfo=dt.UTC))
    return Setter(batch, SHEETS["a4"], Accent(), translator("en"))


def heights(cells: tuple[Cell, ...], setting: table.Setting = table.SETTINGS[0], tall: float = 0.0) -> list[float]:
    """Return the heights of the pieces of a table of one row, without its heading."""
    made = Table(COLUMNS, (TableRow("key", cells, tall=tall),))
    return [piece.height for piece in table.pieces(setter(), made, "", setting)][1:]


def test_a_column_nobody_fills_is_left_out_unless_it_is_to_be_written_in() -> None:
    made = Table(COLUMNS, (TableRow("key", (Cell("Anna"), Cell(), Cell())),)).trimmed
    assert [one.title for one in made.columns] == ["Name", "Sign"]
    boxed = Table(COLUMNS, (TableRow("key", (Cell("Anna"), Cell(boxes=("",)), Cell())),)).trimmed
    assert len(boxed.columns) == 3


def test_tighter_settings_take_less_and_never_set_smaller_than_nine_points() -> None:
    lines = tuple(Detail("Booking", "under the name of Ferri") for _ in range(4))
    cells = (Cell("Anna Neri", "a detail"), Cell(lines=lines), Cell())
    taken = [heights(cells, one)[0] for one in table.SETTINGS]
    assert taken == sorted(taken, reverse=True)
    assert taken[-1] < taken[0] * 0.8
    assert all(table.look_of(look, one).size >= 9 for look in ("plain", "quiet", "line") for one in table.SETTINGS)


def test_a_row_is_as_tall_as_asked_or_as_what_is_in_it() -> None:
    assert heights((Cell("Anna"), Cell(), Cell()), tall=40.0) == [40.0]
    boxes = Cell(boxes=("high", "medium", "low", "not held"))
    assert heights((Cell("Anna"), boxes, Cell()))[0] >= 4 * table.BOX_PITCH


@pytest.mark.parametrize("cell", [Cell("word " * 4000), Cell(lines=(Detail("Notes", "word " * 4000),))])
def test_a_row_longer_than_a_page_goes_on_and_loses_no_word(cell: Cell) -> None:
    made = setter()
    parts = list(table.pieces(made, Table(COLUMNS, (TableRow("key", (cell, Cell("x"), Cell())),)), ""))[1:]
    assert len(parts) > 1
    assert all(part.height <= made.sheet.room for part in parts)


def last_page(count: int) -> tuple[int, str]:
    people = [delegate(f"Given Family{number:03}") for number in range(count)]
    made = plan(*people, leg("09:00", "10:00", "LH1"), funding_statement=Texts.of("Funded by the European Union."))
    result = printed(made, "manifest")
    pages = pypdfium2.PdfDocument(result.data)
    return result.pages, pages[len(pages) - 1].get_textpage().get_text_bounded()


def test_who_paid_is_never_alone_on_a_page_and_a_little_too_much_is_set_tighter() -> None:
    pages = []
    for count in range(22, 46, 2):
        number, text = last_page(count)
        assert f"Family{count - 1:03}" in text
        assert "Funded by the European Union." in text
        pages.append(number)
    assert pages == sorted(pages)
    assert pages[:3] == [1] * 3


def test_a_field_with_a_label_reads_as_one_line() -> None:
    made = plan(delegate("Anna Neri"), item("09:00", title="Visit", booking="Ferri 24"))
    text = pypdfium2.PdfDocument(printed(made, "runsheet").data)[0].get_textpage().get_text_bounded()
    assert "Booking: Ferri 24" in " ".join(text.split())
