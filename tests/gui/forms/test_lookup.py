"""Fields that look something up: what they offer, what Enter, Tab and Escape do with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT

Key = Qt.Key
OPTIONS = (Option("BAIC, Bilbao", 1, ("BAIC",)), Option("Azkuna Zentroa", 2), Option("Città Studi", 3))


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(400, 400)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lookup(ground: QWidget) -> Lookup:
    made = Lookup(lambda: OPTIONS, Theme(LIGHT), create="Create “{name}”")
    put(ground, made)
    return made


def put(ground: QWidget, one: QWidget) -> None:
    layout = ground.layout()
    assert layout is not None
    layout.addWidget(one)
    ground.show()
    ground.activateWindow()
    one.setFocus()


def test_typing_offers_what_fits_and_a_new_one(lookup: Lookup) -> None:
    QTest.keyClicks(lookup, "citta")
    assert lookup.offered() == ["Città Studi", "Create “citta”"]
    lookup.clear()
    QTest.keyClicks(lookup, "zen")
    assert lookup.offered()[0] == "Azkuna Zentroa"


def test_arrows_and_enter_choose(qtbot: QtBot, lookup: Lookup) -> None:
    QTest.keyClick(lookup, Key.Key_Down)
    assert len(lookup.offered()) == 3
    QTest.keyClick(lookup, Key.Key_Down)
    QTest.keyClick(lookup, Key.Key_Down)
    with qtbot.waitSignal(lookup.chosen) as chosen:
        QTest.keyClick(lookup, Key.Key_Return)
    assert chosen.args == [2]
    assert lookup.text() == "Azkuna Zentroa"


def test_a_name_typed_in_full_is_the_thing_itself(qtbot: QtBot, lookup: Lookup) -> None:
    QTest.keyClicks(lookup, "baic")
    with qtbot.waitSignal(lookup.chosen) as chosen:
        QTest.keyClick(lookup, Key.Key_Return)
    assert chosen.args == [1]


def test_the_entry_for_a_new_one_tells_its_name(qtbot: QtBot, lookup: Lookup) -> None:
    QTest.keyClicks(lookup, "Euskalduna")
    QTest.keyClick(lookup, Key.Key_Down)
    with qtbot.waitSignal(lookup.created) as created:
        QTest.keyClick(lookup, Key.Key_Return)
    assert created.args == ["Euskalduna"]


def test_escape_shuts_the_list_and_then_takes_back(qtbot: QtBot, lookup: Lookup) -> None:
    lookup.show_text("BAIC, Bilbao")
    QTest.keyClicks(lookup, "x")
    QTest.keyClick(lookup, Key.Key_Escape)
    assert lookup.text() == "xBAIC, Bilbao"
    with qtbot.waitSignal(lookup.reverted):
        QTest.keyClick(lookup, Key.Key_Escape)
    assert lookup.text() == "BAIC, Bilbao"


def test_other_words_are_told_as_they_are(qtbot: QtBot, lookup: Lookup) -> None:
    QTest.keyClicks(lookup, "at the fountain")
    with qtbot.waitSignal(lookup.committed) as told:
        QTest.keyClick(lookup, Key.Key_Return)
    assert told.args == ["at the fountain"]


def test_what_is_shown_anew_does_not_take_what_is_typed(ground: QWidget) -> None:
    for field in (Entry(), Prose()):
        put(ground, field)
        field.show_text("stored")
        QTest.keyClicks(field, "typed ")
        field.show_text("stored elsewhere")
        assert "typed" in text_of(field)
        field.show_text("another item", anew=True)
        assert text_of(field) == "another item"
        assert not field.dirty


def text_of(field: Entry | Prose) -> str:
    return field.text() if isinstance(field, Entry) else field.toPlainText()


def test_nothing_typed_is_not_stored(qtbot: QtBot, ground: QWidget) -> None:
    field = Entry()
    put(ground, field)
    field.show_text("stored")
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Key.Key_Return)
        field.clearFocus()
