"""The agenda as a Qt table: what changes where, what stays selected, what may be typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.gui.models.agenda import ROW, AgendaModel, Column, all_rows
from missionplanner.gui.models.rows import TIMING, Row
from missionplanner.gui.wording import Wording
from tests.factories import item, plan, uid

ENGLISH = Wording(translator("en"))
TITLES = st.lists(st.sampled_from("abcdef"), unique=True)


def rows(*titles: str, **fields: Any) -> list[Row]:
    return all_rows(plan(*(item("09:00", "10:00", title, **fields) for title in titles)), (), ENGLISH)


def titles_of(model: AgendaModel) -> list[object]:
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def persistent(model: AgendaModel, place: int) -> QPersistentModelIndex:
    return QPersistentModelIndex(model.index(place, 1))


@given(st.lists(TITLES, min_size=1, max_size=4))
def test_the_model_shows_what_it_was_given_last_and_keeps_places_of_items(shown: list[list[str]]) -> None:
    model = AgendaModel(ENGLISH)
    for titles in shown:
        kept = {
            title: QPersistentModelIndex(model.index(place, 1)) for place, title in enumerate(titles_of(model))
        }
        model.show(rows(*titles))
        assert titles_of(model) == titles
        assert all(model.place_of(row.id) == place for place, row in enumerate(model.rows))
        for title, index in kept.items():
            assert index.isValid() == (title in titles)
            assert not index.isValid() or model.rows[index.row()].title == title


def test_qt_finds_nothing_wrong_while_rows_come_go_and_change_places(qtmodeltester: Any) -> None:
    model = AgendaModel(ENGLISH)
    qtmodeltester.check(model)
    for titles in ("abcd", "dxa", "", "badc", "badce"):
        model.show(rows(*titles))
        qtmodeltester.check(model)


def test_the_selection_follows_an_item(qtbot: QtBot) -> None:
    model = AgendaModel(ENGLISH)
    model.show(rows("a", "b", "c"))
    selection = QItemSelectionModel(model)
    selection.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    model.show(rows("c", "d", "b"))
    assert [index.data() for index in selection.selectedIndexes()] == ["b"]


def test_only_what_changed_is_told(qtbot: QtBot) -> None:
    model = AgendaModel(ENGLISH)
    model.show(rows("a", "b", "c"))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    first, second, third = rows("a", "b", "c")
    model.show([first, replace(second, clash=True), third])
    assert told == [(1, 1)]


def test_typing_is_told_and_changes_nothing(qtbot: QtBot) -> None:
    model = AgendaModel(ENGLISH)
    model.show(rows("a"))
    told: list[tuple[object, int, str]] = []
    model.edited.connect(lambda *what: told.append(what))
    assert model.setData(model.index(0, Column.TITLE), " Other ")
    assert model.setData(model.index(0, Column.START), "9.30")
    assert model.setData(model.index(0, Column.START), "09:00"), "what is there already is nothing to tell"
    assert model.setData(model.index(0, Column.TITLE), "  "), "an item keeps its title"
    assert told == [(uid("item:a"), Column.TITLE, "Other"), (uid("item:a"), Column.START, "9.30")]
    assert titles_of(model) == ["a"]


@pytest.mark.parametrize("locked", [False, True])
def test_a_lock_keeps_day_and_times(locked: bool) -> None:
    model = AgendaModel(ENGLISH)
    model.show(rows("a", locked=locked))
    editable = {column for column in Column if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable}
    assert editable == set(Column) - (set(TIMING) if locked else set())
    assert model.setData(model.index(0, Column.DAY), "6/5") is not locked


def test_every_cell_has_a_name_for_those_who_do_not_see_it() -> None:
    model = AgendaModel(ENGLISH)
    model.show(rows("a", "b"))
    said = [model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert said[Column.TITLE] == model.rows[1].spoken
    assert said[Column.END] == "End: 10:00"
    assert said[Column.PLACE] == "Place: empty"
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "2 of 2"
    assert model.headerData(Column.GROUPS, Qt.Orientation.Horizontal) == "Who takes part"
    assert model.index(0, 3).data(ROW) is model.rows[0]


def test_an_editor_begins_with_the_clock_alone() -> None:
    model = AgendaModel(ENGLISH)
    model.show(all_rows(plan(item("22:00", "00:15", "Night", end_date=2)), (), ENGLISH))
    end = model.index(0, Column.END)
    assert (end.data(), end.data(Qt.ItemDataRole.EditRole)) == ("00:15 +1", "00:15")
