"""A list to choose one from."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option

OPTIONS = (
    Option("Zoé Neri", 1, "user", "Green", "People"),
    Option("Bo Li", 2, "user", "", "People"),
    Option("Green", 3, "users", "2 people", "Groups"),
)


@pytest.fixture
def taken() -> list[Any]:
    return []


@pytest.fixture
def chooser(qtbot: QtBot, ctx: Context, parent: QWidget, taken: list[Any]) -> Chooser:
    made = Chooser(parent, ctx, "See as", OPTIONS, taken.append)
    made.open()
    return made


def rows(chooser: Chooser) -> list[str]:
    model = chooser.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(chooser: Chooser, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chooser.search, key)


def test_options_stand_under_their_headings_and_the_first_is_in_front(chooser: Chooser) -> None:
    assert rows(chooser) == ["People", "Zoé Neri", "Bo Li", "Groups", "Green"]
    assert chooser.list.currentIndex().data() == "Zoé Neri"
    spoken = chooser.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Zoé Neri, Green, People"


def test_enter_takes_what_the_arrows_went_to_over_headings(chooser: Chooser, taken: list[Any]) -> None:
    press(chooser, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert taken == [3]
    assert not chooser.isVisible()


@pytest.mark.parametrize(
    ("words", "shown"),
    [("zoe", ["People", "Zoé Neri"]), ("green", ["People", "Zoé Neri", "Groups", "Green"]), ("li bo", ["Bo Li"])],
)
def test_a_search_knows_words_without_accents_in_any_order(chooser: Chooser, words: str, shown: list[str]) -> None:
    QTest.keyClicks(chooser.search, words)
    assert [one for one in rows(chooser) if one != "People" or len(shown) > 1] == shown


def test_where_nothing_matches_it_says_so_and_enter_takes_nothing(chooser: Chooser, taken: list[Any]) -> None:
    nothing = chooser.findChild(QLabel, "chooser_nothing")
    assert nothing is not None
    assert not nothing.isVisible()
    QTest.keyClicks(chooser.search, "xyz")
    assert nothing.isVisible()
    press(chooser, Qt.Key.Key_Return)
    assert taken == []
    assert chooser.isVisible()
    press(chooser, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert taken == []


def test_a_click_takes_an_option_and_on_a_heading_nothing(chooser: Chooser, taken: list[Any]) -> None:
    for row in (0, 2):
        at = chooser.list.visualRect(chooser.list.model().index(row, 0)).center()
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert taken == [2]


def test_enter_in_the_list_takes_too(chooser: Chooser, taken: list[Any]) -> None:
    chooser.list.setFocus()
    QTest.keyClick(chooser.list, Qt.Key.Key_Return)
    assert taken == [1]
