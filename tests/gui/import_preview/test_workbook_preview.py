"""Choose sheets and headings of workbooks, see where values of confirmations stand, hand forms on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.imports import Imports
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.budget import BudgetPage
from missionplanner.gui.pages.logistics import LogisticsPage
from missionplanner.gui.pages.partners import PartnersPage
from missionplanner.gui.undo import undo
from missionplanner.services import missions
from missionplanner.services.delegates import forms

BOOK = Path(__file__).resolve().parents[2] / "data" / "lists" / "delegates-and-rooms.xls"
LONG = 20_000
Look = Callable[[bytes, str], ImportDialog]
CONFIRMED = (
    "Hotel Abando, Bilbao\nCheck-in: 5 May 2025\nCheck-out: 7 May 2025\nBooking number: AB1234\nSingle room\n"
)


def people(window: MainWindow) -> set[str | None]:
    """Return the families of the mission's delegates."""
    assert window.ctx.workspace is not None
    plan = missions.plan(window.ctx.workspace, "BIO")
    return {who.family for one in plan.delegates if (who := plan.person(one.person_id)) is not None}


def rooms(window: MainWindow) -> int:
    assert window.ctx.workspace is not None
    return len(missions.plan(window.ctx.workspace, "BIO").stays)


def headed_by(shown: ImportDialog, row: int) -> bool:
    """Tell whether this row is said to head the table: an event after it was read so."""
    fields = shown.target.findChildren(Choice, "import_heading")
    return [one.chosen() for one in fields if one.isVisible()] == [row]


def test_all_ticked_sheets_are_taken_in_as_one_step(
    qtbot: QtBot, agenda_window: MainWindow, look_at: Look
) -> None:
    shown = look_at(BOOK.read_bytes(), BOOK.name)
    sheets = shown.sheets.sheets
    texts = [sheets.data(sheets.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert texts == ["Elenco: Delegates  ·  5 rows", "Rooming list: Rooming list  ·  2 rows", "Foglio3: Empty"]
    assert not sheets.flags(sheets.index(2)) & Qt.ItemFlag.ItemIsEnabled
    assert shown.review.sheets.ticked == {0}
    sheets.toggle(1)
    qtbot.waitUntil(lambda: shown.done_button.text() == "Add 3", timeout=LONG)
    assert shown.review.reading is not None and shown.review.reading.sheet == 1
    assert [one.values["hotel"] for one in shown.model.entries] == ["Hotel Abando"]
    shown.apply()
    qtbot.waitUntil(lambda: rooms(agenda_window) == 1, timeout=LONG)
    assert people(agenda_window) == {"Neri", "Fabbri"}
    agenda_window.ctx.run_edit(undo)
    assert people(agenda_window) == set() and rooms(agenda_window) == 0


def test_one_sheet_after_the_other_is_taken_in(qtbot: QtBot, agenda_window: MainWindow, look_at: Look) -> None:
    shown = look_at(BOOK.read_bytes(), BOOK.name)
    shown.apply()
    qtbot.waitUntil(lambda: shown.cancel.text() == "Close", timeout=LONG)
    qtbot.waitUntil(lambda: shown.done_button.isEnabled(), timeout=LONG)
    assert people(agenda_window) == {"Neri", "Fabbri"} and rooms(agenda_window) == 0
    assert shown.review.sheets.done == {0} and shown.done_button.text() == "Add 1"
    shown.reject()


def test_a_line_that_is_chosen_heads_the_table(qtbot: QtBot, look_at: Look) -> None:
    shown = look_at(BOOK.read_bytes(), BOOK.name)
    assert headed_by(shown, 2)
    shown.columns.setFocus()
    shown.columns.setCurrentCell(4, 0)
    QTest.keyClick(shown.columns, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: headed_by(shown, 3) and len(shown.model.entries) == 1, timeout=LONG)
    shown.columns.cellClicked.emit(3, 1)
    qtbot.waitUntil(lambda: headed_by(shown, 2) and len(shown.model.entries) == 2, timeout=LONG)
    assert [one.values["family"] for one in shown.model.entries] == ["Neri", "Fabbri"]


def test_the_line_a_value_came_from_is_lit(look_at: Look) -> None:
    shown = look_at(CONFIRMED.encode(), "conferma.txt")
    column = shown.model.keys.index("to_day") + 1
    shown.entries.setCurrentIndex(shown.model.index(0, column))
    assert shown.source.isVisible() and shown.source.currentIndex().data() == "Check-out: 7 May 2025"
    assert {1, 3} <= shown.source.around
    shown.source.setCurrentIndex(shown.source.lines.index(3))
    assert shown.entries.current_key() == "booking"


def test_rows_pasted_into_a_list_are_looked_through_as_what_it_lists(
    agenda_window: MainWindow, settled: Callable[[MainWindow], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Imports, "look_at_paste", lambda _self, kind, _text, _html: heard.append(kind))
    pages = {}
    for name in ("partners", "logistics", "budget"):
        agenda_window.show_page(name)
        settled(agenda_window)
        pages[name] = agenda_window.places.page(name)
    logistics, budget = cast(LogisticsPage, pages["logistics"]), cast(BudgetPage, pages["budget"])
    for view in (
        cast(PartnersPage, pages["partners"]).list,
        logistics.journeys.legs,
        logistics.rooms.stays_list(),
        budget.list_of("lines"),
        budget.list_of("expenses"),
    ):
        view.rows_pasted.emit("A\tB\n1\t2", "")
    assert heard == ["partners", "legs", "rooming", "budget", "expenses"]


def test_a_form_dropped_on_the_window_is_matched_with_who_answered(
    qtbot: QtBot, agenda_window: MainWindow, look_at: Look, dialog: Callable[[str], QWidget], tmp_path: Path
) -> None:
    ws = agenda_window.ctx.workspace
    shown = look_at(b"Nome\tCognome\nAnna\tNeri\n", "a.tsv")
    shown.apply()
    qtbot.waitUntil(lambda: people(agenda_window) == {"Neri"}, timeout=LONG)
    assert ws is not None
    forms.send_out(ws, "BIO", forms.FormRequest(), tmp_path / "out")
    (path,) = (tmp_path / "out").iterdir()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert agenda_window.workspaces.imports.eventFilter(agenda_window, drop)
    qtbot.waitUntil(
        lambda: any(one.objectName() == "returned_forms_dialog" for one in QApplication.topLevelWidgets()),
        timeout=LONG,
    )
    found = dialog("returned_forms_dialog")
    assert [one.name for one in getattr(found, "answers", [])] == ["Anna Neri"]
    found.close()


def test_days_in_warnings_are_written_as_the_window_does(look_at: Look) -> None:
    text = "Programma\nMercoledì 5 maggio 2025\n9.30 Visita ad AIC\n10.30 Incontro con SPRI\n"
    shown = look_at(text.encode(), "programma.txt")
    words = " ".join(one.text() for one in shown.warnings.findChildren(type(shown.summary)))
    assert "Monday 5 May 2025" in words and "2025-05-05" not in words
