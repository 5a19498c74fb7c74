"""The frame of a session: slots made from hours, tables by number, what is wrong said where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.session_dialog import SessionDialog
from missionplanner.gui.pages.b2b import B2BPage
from tests import looks

Settled = Callable[[MainWindow], None]


@pytest.fixture
def form(b2b_page: B2BPage, dialog: Callable[[str], object]) -> SessionDialog:
    cast("MainWindow", b2b_page.window()).actions_["b2b_frame"].trigger()
    return cast("SessionDialog", dialog("session_dialog"))


def type_into(form: SessionDialog, **texts: str) -> None:
    for name, text in texts.items():
        found = form.findChild(QLineEdit, name)
        assert found is not None, name
        found.setText(text)


def press(form: SessionDialog, name: str) -> None:
    found = form.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def test_slots_and_tables_are_made_and_stored_in_one_step_and_faults_told_where_they_are(
    form: SessionDialog, b2b_page: B2BPage, settled: Settled
) -> None:
    window = cast("MainWindow", b2b_page.window())
    form.show_page("slots")
    type_into(form, slot_to="")
    press(form, "slots_anew")
    assert form.fields["slot_to"].fault.text() and len(form.slots.lines) == 4
    type_into(form, slot_from="14", slot_to="+90", slot_minutes="25", slot_pause="5")
    press(form, "slots_add")
    assert len(form.slots.lines) == 7
    assert not looks.faults(form) and not looks.cut(form)
    type_into(form, slot_0_1="8:45")
    press(form, "slot_6_out")
    form.show_page("tables")
    type_into(form, table_count="0")
    press(form, "tables_add")
    assert form.fields["table_count"].fault.text() and len(form.tables.lines) == 3
    type_into(form, table_count="2", table_seats="6")
    press(form, "tables_add")
    type_into(form, title="Morning and afternoon", max_per_day="4", slot_0_2="later")
    press(form, "form_done")
    assert form.isVisible() and form.segments.value() == "slots"  # where the fault is
    assert form._fault.text() == "“later” is not a time of day, such as 9:30."
    type_into(form, slot_0_2="9:15", table_2_1="4")
    press(form, "form_done")
    settled(window)
    session = b2b_page.session.session
    assert session is not None and session.title("en") == "Morning and afternoon"
    assert [one.start for one in session.slots][::5] == [dt.time(8, 45), dt.time(14, 30)]
    assert [(one.name, one.capacity) for one in session.tables][3:] == [("4", 6), ("5", 6)]
    assert len(session.placed) == 5 and session.record.max_per_day == 4
    window.actions_["undo"].trigger()
    settled(window)
    assert b2b_page.session.session is not None and len(b2b_page.session.session.slots) == 4


def test_hours_that_were_typed_count_where_the_button_beside_was_forgotten(
    form: SessionDialog, b2b_page: B2BPage, settled: Settled
) -> None:
    form.show_page("slots")
    for name, text in (("slot_from", "14"), ("slot_to", "14:10")):
        box = form.findChild(QLineEdit, name)
        assert box is not None
        box.selectAll()
        QTest.keyClicks(box, text)
    press(form, "form_done")
    assert form.isVisible() and form.fields["slot_minutes"].fault.text()  # nothing fits
    box = form.findChild(QLineEdit, "slot_to")
    assert box is not None
    QTest.keyClicks(box, "\b\b30")
    type_into(form, slot_3_0="6 June 2030")
    assert "1 slot is not on a day of the mission." in form._sum.text()
    type_into(form, slot_3_0=form.slots.lines[0][0].day.text())
    form.show_page("tables")
    type_into(form, table_count="2", table_seats="3")
    press(form, "tables_anew")
    press(form, "form_done")
    settled(cast("MainWindow", b2b_page.window()))
    session = b2b_page.session.session
    assert session is not None and [one.start for one in session.slots][4:] == [dt.time(14)]
    assert [(one.name, one.capacity) for one in session.tables] == [("1", 3), ("2", 3)]
