"""Look a foreign file through, decide, take it in, take it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.import_preview.entries_model import STATE
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.undo import undo
from missionplanner.services import missions

PROGRAMME = """Programma di Bilbao
Martedì 6 maggio 2025
9.30 – 11.00  Visita ad AIC, Amorebieta
15.00  Incontro con SPRI Group
Mercoledì 7 maggio 2025
Sera  Cena di commiato
"""
DELEGATES = (
    "Cognome\tNome\tSocietà\tE-mail\nNeri\tAnna\tART-ER\tanna@example.org\nVerdi\tLuca\tMECH\tluca.example.org\n"
)
Find = Callable[[str], QWidget]


@pytest.fixture
def look(qtbot: QtBot, agenda_window: MainWindow, dialog: Find) -> Iterator[Callable[..., ImportDialog]]:
    """Return a function that opens the preview of a text pasted into a list and waits for its proposal."""

    def open_on(kind: str, text: str) -> ImportDialog:
        open_pasted(agenda_window.ctx, agenda_window, kind, text, "")
        found = dialog("import_dialog")
        assert isinstance(found, ImportDialog)
        qtbot.waitUntil(lambda: found.review.proposal is not None, timeout=20_000)
        return found

    yield open_on


def items(window: MainWindow) -> list[str]:
    """Return the titles of the mission's items."""
    assert window.ctx.workspace is not None
    return [one.title.best("it", ("en",)) for one in missions.plan(window.ctx.workspace, "BIO").items]


def test_a_pasted_programme_is_shown_beside_its_text_and_taken_in_as_one_step(
    qtbot: QtBot, agenda_window: MainWindow, look: Callable[..., ImportDialog]
) -> None:
    before = items(agenda_window)
    shown = look("agenda", PROGRAMME)
    assert shown.summary.text() == "3 items found, 1 without a time"
    assert shown.done_button.text().startswith("Add 3")
    row = next(n for n, one in enumerate(shown.model.entries) if one.values.get("start") == dt.time(15))
    shown.entries.setCurrentIndex(shown.model.index(row, STATE))
    assert shown.source.lines.lines[shown.source.currentIndex().row()].endswith("Incontro con SPRI Group")
    shown.apply()
    qtbot.waitUntil(lambda: len(items(agenda_window)) == len(before) + 3, timeout=20_000)
    agenda_window.ctx.run_edit(undo)
    assert items(agenda_window) == before


def test_what_is_left_out_or_typed_over_is_what_is_written(
    qtbot: QtBot, agenda_window: MainWindow, look: Callable[..., ImportDialog]
) -> None:
    shown = look("agenda", PROGRAMME)
    title = shown.model.keys.index("title") + 1
    start = shown.model.keys.index("start") + 1
    assert shown.model.setData(shown.model.index(0, title), "Visita ad AIC CoFactory")
    assert not shown.model.setData(shown.model.index(0, start), "quando capita")
    assert shown.model.fault(shown.model.entries[0], "start")
    shown.entries.setCurrentIndex(shown.model.index(1, STATE))
    QTest.keyClick(shown.entries, Qt.Key.Key_Space)
    shown.review.settle()
    qtbot.waitUntil(lambda: shown.done_button.text().startswith("Add 2, skip 1"), timeout=20_000)
    shown.apply()
    qtbot.waitUntil(lambda: "Visita ad AIC CoFactory" in items(agenda_window), timeout=20_000)
    assert "Incontro con SPRI Group" not in items(agenda_window)


def test_a_day_is_typed_once_for_all_chosen_rows(qtbot: QtBot, look: Callable[..., ImportDialog]) -> None:
    shown = look("agenda", PROGRAMME)
    shown.entries.selectAll()
    date = shown.model.index(0, shown.model.keys.index("date") + 1)
    shown.entries.selectionModel().setCurrentIndex(date, shown.entries.selectionModel().SelectionFlag.NoUpdate)
    shown.entries.edit(date)
    typed = shown.entries.findChild(QLineEdit, "import_cell")
    assert isinstance(typed, QLineEdit)
    typed.setText("7 maggio 2025")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    shown.review.settle()
    wanted = [dt.date(2025, 5, 7)] * 3
    qtbot.waitUntil(lambda: [one.values["date"] for one in shown.model.entries] == wanted, timeout=20_000)
    shown.reject()


def test_a_pasted_list_is_mapped_and_a_bad_cell_costs_itself_alone(
    qtbot: QtBot, agenda_window: MainWindow, look: Callable[..., ImportDialog]
) -> None:
    shown = look("delegates", DELEGATES)
    assert shown.model.fault(shown.model.entries[1], "email")
    field = shown.columns.findChild(Choice, "import_column_2")
    assert field is not None and field.chosen() == "organisation"
    field.setCurrentIndex(field.values.index("job"))
    field.activated.emit(field.currentIndex())
    qtbot.waitUntil(
        lambda: (
            shown.review.proposal is not None and "job" in shown.model.entries[0].values
            if shown.model.entries
            else False
        ),
        timeout=20_000,
    )
    shown.apply()
    assert agenda_window.ctx.workspace is not None
    ws = agenda_window.ctx.workspace
    qtbot.waitUntil(lambda: len(missions.plan(ws, "BIO").delegates) == 2, timeout=20_000)
    assert {one.family for one in missions.plan(ws, "BIO").people} == {"Neri", "Verdi"}


def test_what_cannot_be_read_says_why_and_adds_nothing(
    qtbot: QtBot, agenda_window: MainWindow, dialog: Find, tmp_path: Path
) -> None:
    path = tmp_path / "programme.docx"
    path.write_bytes(b"no document at all")
    agenda_window.workspaces.imports.look(path)
    shown = dialog("import_dialog")
    assert isinstance(shown, ImportDialog)
    qtbot.waitUntil(lambda: shown.sentence.text() not in ("", "Reading…"), timeout=20_000)
    assert not shown.done_button.isEnabled()
    shown.reject()
