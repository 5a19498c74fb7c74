"""What is typed is stored on leaving as one step, refused in place, taken back by Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.gui.inspector import Inspector
from missionplanner.gui.main_window import MainWindow
from tests.inspecting import clear, items, press, retype, show, steps, undo
from tests.windows import agenda_of

Settled = Callable[[MainWindow], None]
Key = Qt.Key


def test_a_title_is_stored_on_enter_as_one_step(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    retype(inspector.form.title, "Visit to the plant")
    assert items(inspector)[1].title.best("en") == "Visit to the plant"
    assert steps(inspector) == before + 1
    undo(inspector)
    assert inspector.form.title.text() == "Visit to the lab"


def test_escape_takes_back_what_was_typed_and_then_leaves(qtbot: QtBot, inspector: Inspector) -> None:
    show(inspector, 1)
    title = inspector.form.title
    title.setFocus()
    QTest.keyClicks(title, "Other ")
    QTest.keyClick(title, Key.Key_Escape)
    assert title.text() == "Visit to the lab"
    with qtbot.waitSignal(inspector.left):
        QTest.keyClick(title, Key.Key_Escape)


def test_leaving_a_field_stores_it(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.title, "Visit to the port", leave=Key.Key_Tab)
    assert items(inspector)[1].title.best("en") == "Visit to the port"


def test_what_was_typed_is_stored_before_another_item_is_shown(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.title.setText("Visit to the harbour")
    show(inspector, 2)
    assert items(inspector)[1].title.best("en") == "Visit to the harbour"
    assert inspector.form.title.text() == "Meeting with the agency"


def test_an_empty_title_is_refused_in_place_and_nothing_is_lost(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    clear(inspector.form.title)
    assert inspector.form.title_field.fault.text() == "Give the item a title."
    assert steps(inspector) == before
    retype(inspector.form.when.start, "77")
    assert "77" in inspector.form.when.fields["start"].fault.text()
    assert inspector.form.when.start.text() == "77"


def test_several_items_show_what_they_share_and_change_together(inspector: Inspector) -> None:
    show(inspector, 0, 1)
    assert inspector.form.title.text() == ""
    assert inspector.form.title.placeholderText() == "Mixed"
    assert inspector.form.heading.status.text() == "Mixed"
    assert inspector.form.when.day.text() == "Mon 5 May"
    before = steps(inspector)
    retype(inspector.form.dress, "Smart casual")
    assert [one.dress_code for one in items(inspector)] == ["Smart casual", "Smart casual", None, None]
    assert steps(inspector) == before + 1
    undo(inspector)
    assert [one.dress_code for one in items(inspector)] == [None] * 4


def test_a_field_left_mixed_changes_nothing(inspector: Inspector) -> None:
    show(inspector, 0, 1)
    before = steps(inspector)
    for entry in inspector.form.entries():
        entry.setFocus()
        QTest.keyClick(entry, Key.Key_Tab)
    assert steps(inspector) == before


def test_an_edit_elsewhere_leaves_what_is_being_typed(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.title.setFocus()
    inspector.form.title.setText("Half a ti")
    inspector.edits.values(dress_code="Formal")
    assert inspector.form.title.text() == "Half a ti"
    assert inspector.form.dress.text() == "Formal"


def test_texts_of_several_lines_are_stored(inspector: Inspector) -> None:
    show(inspector, 1)
    prose = inspector.form.text.prose
    prose.setFocus()
    QTest.keyClicks(prose, "Bring a badge")
    QTest.keyClick(prose, Key.Key_Return)
    QTest.keyClicks(prose, "No photos")
    QTest.keyClick(prose, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    text = items(inspector)[1].text
    assert text is not None
    assert text.exactly("en") == "Bring a badge\nNo photos"


def test_the_title_is_written_in_the_chosen_language(full: Callable[..., Inspector]) -> None:
    inspector = full()
    show(inspector, 8)
    press(inspector, "title_in_it")
    retype(inspector.form.title, "Visita al museo")
    title = items(inspector)[8].title
    assert title.exactly("it") == "Visita al museo"
    assert title.exactly("en") == "Guided visit to the Guggenheim Museum"


def test_keys_typed_into_the_inspector_are_no_commands_of_its_page(
    agenda_window: MainWindow, settled: Settled
) -> None:
    page = agenda_of(agenda_window)
    agenda_window.activateWindow()
    inspector = page.inspector
    page.show_items([items(inspector)[1].id])
    settled(agenda_window)
    inspector.show()
    retype(inspector.form.where.line, "nds", leave=Key.Key_Return)
    assert items(inspector)[1].place_text == "nds"
    assert inspector.form.where.line.hasFocus()
    assert len(items(inspector)) == 4
    before = steps(inspector)
    QTest.keyClick(inspector.form.where.line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(agenda_window)
    assert steps(inspector) == before - 1
    assert inspector.form.where.line.text() == ""
