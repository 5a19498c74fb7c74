"""When the chosen items are: typed in any way, stepped with a click, held by a lock."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from missionplanner.domain.vocabulary import PartOfDay
from missionplanner.gui.inspector import Inspector
from tests.inspecting import clear, items, press, retype, show

Key = Qt.Key


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [("8", "08:00", "09:30"), ("1015", "10:15", "11:45"), ("9.30", "09:30", "11:00"), ("+30", "09:30", "11:00")],
)
def test_a_start_typed_in_any_way_keeps_the_length(inspector: Inspector, typed: str, start: str, end: str) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    retype(inspector.form.when.start, typed)
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == (start, end)
    assert inspector.ctx.mission.plan is not None
    stored = inspector.ctx.mission.plan.item(identity)
    assert stored is not None
    assert stored.start == dt.time.fromisoformat(start)


@pytest.mark.parametrize(("typed", "end"), [("+45", "09:45"), ("11", "11:00"), ("1230", "12:30")])
def test_an_end_is_typed_or_counted_from_the_start(inspector: Inspector, typed: str, end: str) -> None:
    show(inspector, 1)
    retype(inspector.form.when.end, typed)
    assert inspector.form.when.end.text() == end
    assert inspector.form.when.start.text() == "09:00"


@pytest.mark.parametrize("typed", ["6/5", "mar 6", "Tuesday", "6", "+1"])
def test_a_day_is_typed_in_any_way(inspector: Inspector, typed: str) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    retype(inspector.form.when.day, typed)
    QTest.keyClick(inspector.form.when.day, Key.Key_Return)
    assert inspector.ctx.mission.plan is not None
    moved = inspector.ctx.mission.plan.item(identity)
    assert moved is not None
    assert (moved.date, moved.start) == (dt.date(2025, 5, 6), dt.time(9))


def test_an_end_past_midnight_offers_its_day(inspector: Inspector) -> None:
    show(inspector, 2)
    retype(inspector.form.when.start, "22")
    retype(inspector.form.when.end, "1")
    assert inspector.form.when.end_day_field.isVisible()
    assert inspector.form.when.end_day.currentText() == "Tue 6 May"


def test_steps_move_and_stretch_without_dragging(inspector: Inspector) -> None:
    show(inspector, 1)
    press(inspector, "start_later")
    press(inspector, "longer")
    press(inspector, "longer")
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == ("09:05", "10:45")
    press(inspector, "start_earlier")
    press(inspector, "shorter")
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == ("09:00", "10:35")


def test_taking_the_start_away_offers_a_part_of_the_day(inspector: Inspector) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    clear(inspector.form.when.start)
    form = inspector.form.when
    assert form.part_field.isVisible()
    assert not form.length.isVisible()
    form.part.setCurrentIndex(form.part.values.index(PartOfDay.EVENING))
    form.part.activated.emit(form.part.currentIndex())
    assert inspector.ctx.mission.plan is not None
    stored = inspector.ctx.mission.plan.item(identity)
    assert stored is not None
    assert (stored.start, stored.end, stored.part_of_day) == (None, None, PartOfDay.EVENING)


def test_a_locked_item_keeps_its_time_but_not_its_title(inspector: Inspector) -> None:
    show(inspector, 1)
    press(inspector, "locked")
    assert items(inspector)[1].locked is True
    assert not inspector.form.when.start.isEnabled()
    retype(inspector.form.title, "Visit, held")
    assert items(inspector)[1].title.best("en") == "Visit, held"
