"""The agenda as a list: days as bands, editing in place, finding, columns, one selection with the board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.models.agenda import AgendaModel, Column, all_rows
from missionplanner.gui.widgets.agenda_table import AgendaTable
from missionplanner.gui.widgets.find_bar import FindBar
from missionplanner.services import history

Key = Qt.Key


@pytest.fixture
def table(qtbot: QtBot, agenda_window: MainWindow) -> AgendaTable:
    return listed(qtbot, agenda_window)


def listed(qtbot: QtBot, window: MainWindow) -> AgendaTable:
    ctx = window.ctx
    model = AgendaModel(ctx.wording, window)

    def fill() -> None:
        if ctx.mission.plan is not None:
            model.show(all_rows(ctx.mission.plan, ctx.mission.findings, ctx.wording))

    ctx.mission.changed.connect(fill)
    fill()
    made = AgendaTable(ctx, model)
    qtbot.addWidget(made)
    made.setParent(window, Qt.WindowType.Widget)
    made.setGeometry(window.rect())
    made.show()
    window.activateWindow()
    made.setFocus()
    made.setCurrentIndex(model.index(0, 0))
    return made


def shown(table: AgendaTable, column: Column = Column.TITLE) -> list[str]:
    model = table.model()
    places = [place for place in range(model.rowCount()) if not table.isRowHidden(place)]
    return [str(model.index(place, column).data()) for place in places]


def item(table: AgendaTable, place: int) -> r.AgendaItem:
    model = table.model()
    assert isinstance(model, AgendaModel)
    return model.rows[place].item


def go(table: AgendaTable, place: int, column: Column) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(place, column))


def editor(table: AgendaTable) -> QLineEdit:
    found = table.indexWidget(table.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def type_into(table: AgendaTable, place: int, column: Column, text: str, leave: Key = Key.Key_Return) -> None:
    go(table, place, column)
    QTest.keyClick(table, Key.Key_F2)
    field = editor(table)
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClick(field, leave)
    QApplication.processEvents()


def test_rows_stand_under_a_band_for_each_day(table: AgendaTable) -> None:
    assert shown(table) == ["Breakfast", "Visit to the lab", "Meeting with the agency", "Dinner"]
    assert [place for place in range(4) if table.banded(place)] == [0]
    type_into(table, 3, Column.DAY, "6/5")
    assert [place for place in range(4) if table.banded(place)] == [0, 3]
    assert table.rowHeight(3) > table.rowHeight(1)


def test_enter_stores_a_cell_and_goes_down(table: AgendaTable) -> None:
    type_into(table, 1, Column.TITLE, "Visit to the plant")
    assert shown(table)[1] == "Visit to the plant"
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, Column.TITLE)


def test_tab_stores_a_cell_and_goes_right(table: AgendaTable) -> None:
    type_into(table, 1, Column.START, "930", leave=Key.Key_Tab)
    assert item(table, 1).start == dt.time(9, 30)
    assert table.currentIndex().column() == Column.END


def test_escape_takes_back_and_then_leaves(qtbot: QtBot, table: AgendaTable) -> None:
    type_into(table, 1, Column.TITLE, "Nothing", leave=Key.Key_Escape)
    assert shown(table)[1] == "Visit to the lab"
    with qtbot.waitSignal(table.left):
        QTest.keyClick(table, Key.Key_Escape)


def test_a_letter_begins_an_edit(table: AgendaTable) -> None:
    go(table, 1, Column.TITLE)
    QTest.keyClick(table, Key.Key_N)
    assert editor(table).text() == "n"
    QTest.keyClick(editor(table), Key.Key_Escape)


def test_what_is_no_time_is_said_and_stays(table: AgendaTable) -> None:
    type_into(table, 1, Column.START, "77")
    fault = table.findChild(QLabel, "cell_fault")
    assert fault is not None
    assert fault.isVisible()
    assert "77" in fault.text()
    assert editor(table).text() == "77"
    QTest.keyClick(editor(table), Key.Key_Escape)
    QApplication.processEvents()
    assert item(table, 1).start == dt.time(9)
    assert not fault.isVisible()


@pytest.mark.parametrize(
    ("typed", "status"), [("Confirmed", ItemStatus.CONFIRMED), ("idea", ItemStatus.IDEA), ("", None)]
)
def test_a_status_is_typed_or_chosen(table: AgendaTable, typed: str, status: ItemStatus | None) -> None:
    type_into(table, 1, Column.STATUS, typed)
    assert item(table, 1).status is status


def test_a_place_is_made_in_its_cell(table: AgendaTable) -> None:
    go(table, 1, Column.PLACE)
    QTest.keyClick(table, Key.Key_F2)
    field = editor(table)
    assert isinstance(field, Lookup)
    QTest.keyClicks(field, "BAIC")
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()
    plan = table._ctx.mission.plan
    assert plan is not None
    assert [one.name for one in plan.places] == ["BAIC"]
    assert shown(table, Column.PLACE)[1] == "BAIC"


def test_a_host_nobody_knows_is_refused(table: AgendaTable) -> None:
    type_into(table, 1, Column.HOSTS, "Nobody")
    fault = table.findChild(QLabel, "cell_fault")
    assert fault is not None
    assert "Nobody" in fault.text()
    QTest.keyClick(editor(table), Key.Key_Escape)


def test_what_was_typed_can_be_given_to_all_chosen_rows_as_one_step(table: AgendaTable) -> None:
    table.choose([item(table, place).id for place in (0, 1, 2)])
    go_within(table, 0, Column.STATUS)
    QTest.keyClick(table, Key.Key_F2)
    field = editor(table)
    field.selectAll()
    QTest.keyClicks(field, "Requested")
    QTest.keyClick(field, Key.Key_Tab)
    QApplication.processEvents()
    apply = table.findChild(QPushButton, "apply_to_rows")
    assert apply is not None
    assert apply.isVisible()
    assert apply.text() == "Apply to 2 more rows"
    before = steps(table)
    apply.click()
    assert [item(table, place).status for place in range(3)] == [ItemStatus.REQUESTED] * 3
    assert steps(table) == before + 1


def test_fill_down_gives_the_first_value_to_the_others(table: AgendaTable) -> None:
    table.choose([item(table, place).id for place in (0, 1, 3)])
    go_within(table, 0, Column.STATUS)
    QTest.keyClick(table, Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [item(table, place).status for place in (0, 1, 3)] == [ItemStatus.CONFIRMED] * 3


def go_within(table: AgendaTable, place: int, column: Column) -> None:
    index = table.model().index(place, column)
    table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


def steps(table: AgendaTable) -> int:
    workspace = table._ctx.workspace
    assert workspace is not None
    return sum(not one.undone for one in history.entries(workspace))


def test_a_locked_row_keeps_its_times(table: AgendaTable) -> None:
    from missionplanner.services.programme import agenda_fields

    assert table._ctx.workspace is not None
    agenda_fields.change_many(table._ctx.workspace, "BIO", [item(table, 1).id], {"locked": True})
    table._ctx.mission.reread()
    go(table, 1, Column.START)
    QTest.keyClick(table, Key.Key_F2)
    assert table.indexWidget(table.currentIndex()) is None
    type_into(table, 1, Column.TITLE, "Held")
    assert shown(table)[1] == "Held"


def test_finding_filters_counts_and_goes_from_one_to_the_next(qtbot: QtBot, table: AgendaTable) -> None:
    bar = FindBar(table._ctx.theme, table._ctx.t)
    qtbot.addWidget(bar)
    bar.setParent(table.window(), Qt.WindowType.Widget)
    bar.sought.connect(table.seek)
    bar.moved.connect(table.seek_next)
    table.found.connect(bar.show_count)
    bar.begin()
    QTest.keyClicks(bar.line, "mEET")
    assert shown(table) == ["Meeting with the agency"]
    assert bar.count.text() == "1 of 1"
    bar.line.setText("the")
    assert shown(table) == ["Visit to the lab", "Meeting with the agency"]
    places = []
    for _ in range(2):
        QTest.keyClick(bar.line, Key.Key_Return)
        places.append(table.currentIndex().row())
    assert sorted(places) == [1, 2]
    bar.line.setText("zzz")
    assert bar.count.text() == "Nothing found"
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.line, Key.Key_Escape)
    assert len(shown(table)) == 4


def test_a_bare_list_says_why_and_is_cleared(agenda_window: MainWindow, table: AgendaTable) -> None:
    table.seek("volcano")
    clear = table.findChild(QPushButton, "agenda_clear_filter")
    assert clear is not None and clear.isVisibleTo(table)
    table.clear_wanted.connect(lambda: table.seek(""))
    clear.click()
    assert len(shown(table)) == 4
    assert not clear.isVisibleTo(table)


def test_columns_fill_the_list_and_give_way_before_it_is_scrolled(table: AgendaTable) -> None:
    for width in (900, 1500):
        table.setMinimumWidth(0)
        table.resize(width, 400)
        table.columns.fit()
        assert table.horizontalHeader().length() == table.viewport().width()


def test_accents_do_not_matter(table: AgendaTable) -> None:
    type_into(table, 1, Column.TITLE, "Palazzo comunale")
    table.seek("pàlazzo")
    assert shown(table) == ["Palazzo comunale"]


def test_columns_are_hidden_sized_and_remembered(
    qtbot: QtBot, table: AgendaTable, agenda_window: MainWindow
) -> None:
    menu = table.columns.menu()
    hosts = next(one for one in menu.actions() if one.text() == "Hosts")
    hosts.trigger()
    table.setColumnWidth(Column.TITLE, 333)
    table.columns.keep()
    again = listed(qtbot, agenda_window)
    assert again.isColumnHidden(Column.HOSTS)
    assert again.columnWidth(Column.TITLE) == 333
    again.columns.reset()
    assert not again.isColumnHidden(Column.HOSTS)


def test_a_selection_is_shared_with_the_board(table: AgendaTable) -> None:
    shared = QItemSelectionModel(table.model())
    table.setSelectionModel(shared)
    shared.select(table.model().index(2, 0), QItemSelectionModel.SelectionFlag.Select)
    assert table.chosen(2)
    assert [row.title for row in table.rows()] == ["Meeting with the agency"]


def test_the_list_is_painted_in_both_themes(
    qtbot: QtBot, opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None]
) -> None:
    for theme in ("light", "dark"):
        window = opened(theme=theme)
        window.open_mission("BIO")
        settled(window)
        table = listed(qtbot, window)
        table.seek("visit")
        QApplication.processEvents()
        picture = table.viewport().grab().toImage()
        assert picture.pixelColor(4, 6).name() == window.ctx.theme.colour("surface2").name()


def test_every_control_is_named(table: AgendaTable) -> None:
    from PySide6.QtGui import QAccessible

    go(table, 1, Column.PLACE)
    QTest.keyClick(table, Key.Key_F2)
    named: list[QWidget] = [table, editor(table), table.horizontalHeader()]
    assert all(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in named)
    assert editor(table).accessibleName() == "Place: Visit to the lab"
    QTest.keyClick(editor(table), Key.Key_Escape)
