"""A list as a whole: new entries, details, views, columns, other windows' changes, empty states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.gui.tables.chooser import ColumnChooser
from missionplanner.gui.tables.layout import Layout
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.record_form import RecordForm
from missionplanner.services import saved_views
from missionplanner.services.directory import organisations, people
from missionplanner.services.entries import in_each

Listed = Callable[..., ListView]
Dialog = Callable[[str], QWidget]


def texts(view: ListView, key: str) -> list[str]:
    place = view.model.place_of_column(key)
    return [view.model.text(row, place) for row in range(view.model.rowCount())]


def test_a_new_entry_is_asked_for_and_shown(listed: Listed, dialog: Dialog) -> None:
    view = listed("organisations")
    view.add()
    form = dialog("record_form")
    assert isinstance(form, RecordForm)
    field = form.inside.field("country")
    assert field is not None
    field.show_typed("Atlantis")
    form.done_button.click()
    assert field.fault.text() == "" and form.inside.all[0].fault.text()  # the name comes first, and is needed
    form.inside.all[0].show_typed("Hegan")
    form.done_button.click()
    assert "none of the choices" in field.fault.text()
    field.show_typed("spain")
    form.done_button.click()
    QApplication.processEvents()
    assert "Hegan" in texts(view, "name")
    assert view.model.text(view.table.currentIndex().row(), 0) == "Hegan"


def test_the_details_store_what_is_typed_and_follow_the_row(listed: Listed) -> None:
    view = listed()
    view.table.choose([view.model.row(0).id])
    field = view.details.fields.field("email")
    assert field is not None
    field.show_typed("zoe")
    field.entry.commit()
    assert "not an e-mail" in field.fault.text()
    field.show_typed("zoe@example.org")
    field.entry.commit()
    QApplication.processEvents()
    assert field.fault.text() == ""
    assert texts(view, "email")[0] == "zoe@example.org"
    assert view.details.name() == "Zoë Neri"


def test_deleting_selects_the_next_row_and_what_is_needed_stays(listed: Listed) -> None:
    view = listed()
    view.table.choose([view.model.row(0).id])
    view.delete()
    QApplication.processEvents()
    assert len(texts(view, "family")) == 3
    assert view.table.currentIndex().row() == 0
    assert view.ctx.notices.said[-1].text == "1 person deleted."


def test_changes_of_others_are_followed_row_by_row(listed: Listed, settled: Callable[..., None]) -> None:
    view = listed()
    workspace = view.ctx.workspace
    assert workspace is not None
    people.change_cells(workspace, in_each([view.model.row(1).id], "given", "Annamaria"))
    QApplication.processEvents()
    assert texts(view, "given")[1] == "Annamaria"
    owner = view.model.value_of(view.model.row(0).id, "organisation_id")
    organisations.change_cells(workspace, in_each([owner.id], "name", "MECH 4.0"))
    settled(view.window())
    assert texts(view, "organisation_id")[0] == "MECH 4.0"


def test_views_are_kept_and_chosen_again(listed: Listed, dialog: Dialog) -> None:
    view = listed()
    view.box.show_query("missing:email")
    view.model.sort_by((("given", True),))
    assert view.ctx.workspace is not None
    saved_views.keep(view.ctx.workspace, "people", "To ask", view.layout_now().as_text())
    QApplication.processEvents()
    assert view.views.names()[-1] == "To ask"
    view.show_layout(Layout.usual(view.spec.columns))
    assert view.model.rowCount() == 4
    view.views.wanted.emit(
        Layout.of_text(saved_views.of_page(view.ctx.workspace, "people")[0].content, view.spec.columns)
    )
    assert texts(view, "given") == ["Zoë", "Marco"]


def test_columns_are_chosen_moved_and_remembered(listed: Listed, dialog: Dialog) -> None:
    view = listed()
    view.choose_columns()
    chooser = dialog("column_chooser")
    assert isinstance(chooser, ColumnChooser)
    chooser.list.setCurrentRow(2)
    chooser.shift(-1)
    chooser.list.item(3).setCheckState(Qt.CheckState.Unchecked)
    chooser.done_button.click()
    keys = [key for key, _width in view.layout_now().columns]
    assert keys[:2] == ["family", "organisation_id"]
    assert "job" not in keys
    assert any(one.startswith("people ") for one in view.ctx.settings.values.lists)


def test_a_layout_survives_whatever_was_written_into_it() -> None:
    from missionplanner.gui.directory.people import SPEC

    usual = Layout.usual(SPEC.columns)
    assert Layout.of_text(usual.as_text(), SPEC.columns) == usual
    for text in (
        "",
        "[]",
        "null",
        '{"columns": 3, "sort": [["x", true]], "filter": 7}',
        '{"columns": [["gone", 80]]}',
    ):
        assert Layout.of_text(text, SPEC.columns) == usual


def test_nothing_found_differs_from_nothing_there(listed: Listed) -> None:
    view = listed("initiatives")
    assert view.empty.isVisible()
    assert "No initiative yet" in view.empty._words.text()
    full = listed("people")
    full.box.line.setText("zzz")
    assert "zzz" in full.empty._words.text()
    QTest.mouseClick(full.empty._clear, Qt.MouseButton.LeftButton)
    assert full.model.rowCount() == 4


def test_columns_fill_the_list_and_one_that_was_drawn_keeps_its_width(listed: Listed) -> None:
    view = listed("organisations", language="it")
    head, usual = view.table.head, Layout.usual(view.spec.columns)
    assert head.length() == view.table.viewport().width()
    assert view.layout_now() == usual, "what gives way is still wanted as it was"
    place = view.model.place_of_column("city")
    head.resizeSection(place, 200)
    view.resize(view.width() + 90, view.height())
    QApplication.processEvents()
    assert head.sectionSize(place) == 200
    assert head.length() == view.table.viewport().width()
    assert dict(view.layout_now().columns) == dict(usual.columns) | {"city": 200}


def test_a_narrow_column_of_days_writes_all_of_them_short(listed: Listed) -> None:
    view = listed("organisations")
    day, place = dt.date(2025, 9, 25), view.model.place_of_column("last_met")
    column, values = view.model.columns[place], view.model.values
    assert (values.say(column, day), values.brief(column, day)) == ("25 September 2025", "25 Sept 2025")
