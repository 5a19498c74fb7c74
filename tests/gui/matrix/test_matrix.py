"""The matrix of people and items: what it shows, how it is edited, what is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from missionplanner.base.messages import Message
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.delegates.taking_part import Part
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matrix.lines import By
from missionplanner.gui.matrix.view import MatrixView
from missionplanner.services import history
from tests import looks
from tests.grids import FIRST, PEOPLE

Settled = Callable[[MainWindow], None]
VISIT, LUNCH, TOUR = 0, 1, 2


def row_of(view: MatrixView, name: str) -> int:
    return next(row for row, line in enumerate(view.model.lines) if line.name == name)


def go(view: MatrixView, name: str, place: int) -> None:
    view.table.setCurrentIndex(view.model.index(row_of(view, name), place))


def parts(view: MatrixView, place: int) -> dict[str, Part]:
    return {
        line.name: view.model.part(row, place) for row, line in enumerate(view.model.lines) if not line.heading
    }


def press(view: MatrixView, key: Qt.Key, settled: Settled, window: MainWindow) -> None:
    QTest.keyClick(view.table, key)
    settled(window)


def test_everybody_is_lined_up_by_group_with_places_and_counts(view: MatrixView) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [line.name for line in view.model.lines] == [
        "Red", "Anna Rossi", "Bruno Neri", "Green", "Carla Verdi", "Agrifood, place 1",
    ]  # fmt: skip
    assert set(parts(view, VISIT).values()) == {Part.EVERYONE}
    assert view.model.look(row_of(view, "Red"), VISIT).text == "2/2"
    assert [view.counts.look(row, VISIT).text for row in (0, 1)] == ["4", "2"]
    assert view.counts.look(0, VISIT).mark  # more people than seats
    assert view.model.facts(1).upper == "3 items"
    assert "takes part, as everyone" in view.model.spoken(1, VISIT)
    assert view.count_words() == "4 delegates  ·  3 items"


def test_space_turns_a_cell_a_group_and_a_range_each_in_one_step(
    view: MatrixView, window: MainWindow, settled: Settled
) -> None:
    go(view, "Anna Rossi", VISIT)
    press(view, Qt.Key.Key_Space, settled, window)
    assert parts(view, VISIT)["Anna Rossi"] is Part.EXCEPTED
    assert view.table.current_cell() == (view.model.lines[1].key, view.model.keys[VISIT])
    go(view, "Green", LUNCH)
    press(view, Qt.Key.Key_Space, settled, window)
    assert parts(view, LUNCH) == {
        "Anna Rossi": Part.GROUP, "Bruno Neri": Part.GROUP, "Carla Verdi": Part.OUT, "Agrifood, place 1": Part.OUT,
    }  # fmt: skip
    view.table.choose([(line.key, view.model.keys[VISIT]) for line in view.model.lines[1:3]])
    press(view, Qt.Key.Key_Space, settled, window)  # Bruno is in, Anna is not: both are now
    assert set(parts(view, VISIT).values()) == {Part.EVERYONE}
    press(view, Qt.Key.Key_Space, settled, window)
    assert list(parts(view, VISIT).values()).count(Part.EXCEPTED) == 2
    assert window.ctx.notices.said[-1].text == "2 cells changed."
    assert window.ctx.workspace is not None
    for _step in range(4):
        history.undo(window.ctx.workspace)
    settled(window)
    for place in (VISIT, LUNCH):
        assert set(parts(view, place).values()) == {Part.EVERYONE}


def test_a_place_without_a_name_is_turned_too(view: MatrixView, window: MainWindow, settled: Settled) -> None:
    go(view, "Agrifood, place 1", TOUR)
    press(view, Qt.Key.Key_Delete, settled, window)
    assert parts(view, TOUR)["Agrifood, place 1"] is Part.EXCEPTED
    assert view.model.facts(row_of(view, "Agrifood, place 1")).lower == "1 free half day"
    press(view, Qt.Key.Key_Insert, settled, window)
    assert set(parts(view, TOUR).values()) == {Part.EVERYONE}


def test_a_click_turns_a_cell_and_a_drag_only_chooses(
    view: MatrixView, window: MainWindow, settled: Settled
) -> None:
    at = view.table.visualRect(view.model.index(1, VISIT)).center()
    other = view.table.visualRect(view.model.index(2, LUNCH)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settled(window)
    assert parts(view, VISIT)["Anna Rossi"] is Part.EXCEPTED
    QTest.mousePress(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view.table.viewport(), other)
    QTest.mouseRelease(view.table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    settled(window)
    assert parts(view, VISIT)["Anna Rossi"] is Part.EXCEPTED


def test_nobody_left_is_refused_in_words(view: MatrixView, window: MainWindow, settled: Settled) -> None:
    view.table.selectColumn(VISIT)
    view.put(False)
    settled(window)
    assert window.ctx.notices.said[-1].text == "Somebody has to take part."
    assert set(parts(view, VISIT).values()) == {Part.EVERYONE}


def test_groups_say_in_fewer_words_what_names_say(view: MatrixView, window: MainWindow, settled: Settled) -> None:
    go(view, "Green", VISIT)
    press(view, Qt.Key.Key_Space, settled, window)
    go(view, "Carla Verdi", VISIT)
    press(view, Qt.Key.Key_Space, settled, window)
    assert parts(view, VISIT)["Carla Verdi"] is Part.NAMED
    go(view, "Agrifood, place 1", VISIT)
    press(view, Qt.Key.Key_Space, settled, window)
    window.actions_["part_groups"].setEnabled(True)
    view.deeds()["part_groups"]()
    settled(window)
    assert set(parts(view, VISIT).values()) == {Part.EVERYONE}
    view.in_groups()
    assert "said so already" in window.ctx.notices.said[-1].text


def test_people_and_days_are_found(view: MatrixView) -> None:
    QTest.keyClicks(view.table, "car")
    assert view.model.lines[view.table.currentIndex().row()].name == "Carla Verdi"
    QTest.keyClick(view.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert [item.title.best("en") for item in view.model.items] == ["Visit", "Lunch"]
    assert view.tools.day() == FIRST
    view.tools.search.setText("green")
    assert [line.name for line in view.model.lines] == ["Green", "Carla Verdi", "Agrifood, place 1"]
    view.tools.search.setText("zzz")
    assert view.nothing.isVisible() and "zzz" in view.nothing.words.text()
    view.take_focus()
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Space)
    assert len(view.model.items) == 3
    view.restore((FIRST, By.NAME, "", (("delegate", view.model.lines[1].key[1]), view.model.keys[1])))
    assert [line.name for line in view.model.lines][0] == "Agrifood, place 1"
    assert view.model.part(view.table.currentIndex().row(), LUNCH) is Part.EVERYONE


def test_diets_are_counted_on_demand_without_names(view: MatrixView) -> None:
    assert [line.name for line in view.counts.lines] == ["People", "Seats"]
    view.deeds()["part_diets"]()
    assert [line.name for line in view.counts.lines] == ["People", "Seats", "Vegetarian"]
    assert [view.counts.look(2, place).text for place in (VISIT, LUNCH)] == ["", "1"]
    view.leave()
    assert len(view.counts.lines) == 2


def test_clashes_of_a_person_are_marked(view: MatrixView) -> None:
    plan = view.ctx.mission.plan
    assert plan is not None
    person, item = plan.people[0].id, view.model.items[VISIT].id
    found = Finding(
        rule="double_booking",
        severity=Severity.CLASH,
        message=Message("In two places"),
        items=(item,),
        people=(person,),
    )
    view.model.show_findings([found])
    row = row_of(view, plan.label(person))
    assert view.model.look(row, VISIT).mark and not view.model.look(row, LUNCH).mark
    assert "In two places" in view.model.spoken(row, VISIT)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_control_has_a_name_and_room(view: MatrixView, narrow: bool) -> None:
    view.set_narrow(narrow)
    view.resize(964 if narrow else 1200, 520)
    QApplication.sendPostedEvents()
    assert looks.unnamed(view) == []
    assert looks.named_twice(view) == []
    assert looks.too_small(view) == []
    assert {one.accessibleName() for one in view.regions()} >= {"Who takes part"}
    assert PEOPLE[0] in view.model.headerData(1, Qt.Orientation.Vertical)
