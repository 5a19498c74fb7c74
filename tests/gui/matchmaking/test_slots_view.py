"""Who can come when: what the agenda says, what is marked by hand, interpreters too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.several import Several
from missionplanner.gui.matchmaking.slots_view import SlotsView
from missionplanner.gui.pages.b2b import B2BPage
from missionplanner.services.programme import agenda
from tests import looks, meetings

Settled = Callable[[MainWindow], None]


@pytest.fixture
def view(b2b_page: B2BPage) -> SlotsView:
    several = cast("Several", b2b_page.part)
    several.show_inner("slots")
    found = several.part
    assert isinstance(found, SlotsView)
    found.take_focus()
    return found


def row_of(view: SlotsView, name: str) -> int:
    return next(row for row, line in enumerate(view.model.lines) if line.name == name)


def press(view: SlotsView, row: int, place: int, settled: Settled) -> None:
    view.table.setCurrentIndex(view.model.index(row, place))
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    settled(cast("MainWindow", view.window()))


def test_space_marks_a_slot_a_side_or_everybody_in_one_step(view: SlotsView, settled: Settled) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.model.head(0).over == "7 can come"
    row = row_of(view, "BUILD")
    press(view, row, 1, settled)
    assert view.model.look(row, 1).icon == "calendar-x" and view.model.facts(row).upper == "3 of 4 free"
    assert view.told.text() == "BUILD, Mon 5 May, 09:30–10:00: BUILD is marked as not available."
    press(view, row, 1, settled)
    assert view.model.away(row, 1) is None
    assert not looks.faults(view) and not looks.cut(view)
    # a heading is its whole side; a column marks the interpreters too, in the same step
    press(view, row_of(view, "Hosts"), 2, settled)
    assert view.model.head(2).over == "4 can come"
    voice = row_of(view, "Ira Voice")
    assert view.model.look(voice, 3).text == "BUILD – HEGAN"
    view.table.selectColumn(0)
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    settled(cast("MainWindow", view.window()))
    assert view.model.head(0).over == "0 can come" and view.model.away(voice, 0) is not None
    assert view.model.look(row_of(view, "MECH"), 0).mark  # it has a meeting there
    cast("MainWindow", view.window()).actions_["undo"].trigger()
    settled(cast("MainWindow", view.window()))
    assert view.model.head(0).over == "7 can come" and view.model.away(voice, 0) is None


def test_the_agenda_keeps_people_away_with_its_reason(view: SlotsView, settled: Settled) -> None:
    assert view.ctx.workspace is not None
    draft = agenda.ItemDraft(
        title="Visit AIC",
        kind=ItemKind.SITE_VISIT,
        date=meetings.DAY,
        start=dt.time(10, 30),
        end=dt.time(11, 0),
        language="en",
    )
    agenda.add(view.ctx.workspace, meetings.CODE, draft)
    settled(cast("MainWindow", view.window()))
    row = row_of(view, "MECH")
    assert view.model.look(row, 2).icon == "calendar-clock"
    assert "Visit AIC" in view.model.spoken(row, 2)
    assert view.model.away(row_of(view, "AFM"), 2) is None
