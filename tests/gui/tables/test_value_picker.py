"""The menu of a column: its values are counted, ticked, searched, and written into the filter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from missionplanner.gui.tables.by_value import ticked, with_values
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.value_picker import ValuePicker

Listed = Callable[..., ListView]


def picker(view: ListView, key: str) -> ValuePicker:
    return view.pick_values(view.model.place_of_column(key))


def tick(made: ValuePicker, text: str) -> None:
    made.turn([one for one, _count in made.texts()].index(text))


def test_values_are_counted_and_ticked(listed: Listed) -> None:
    view = listed()
    made = picker(view, "family")
    assert made.texts() == [("Neri", "1"), ("Rossi", "2"), ("Wiśniewska", "1")]
    tick(made, "Rossi")
    assert view.model.rowCount() == 2 and view.box.query == 'familyname:"=Rossi"'
    assert view.model.filtered == {"family"}
    made.line.setText("wisn")
    assert [text for text, _count in made.texts()] == ["Wiśniewska"]
    tick(made, "Wiśniewska")
    assert view.model.rowCount() == 3
    made._none.click()
    assert (view.model.rowCount(), view.box.query, view.model.filtered) == (4, "", frozenset())


def test_what_is_empty_can_be_ticked_and_other_columns_count(listed: Listed) -> None:
    view = listed()
    view.box.show_query("rossi missing:email")
    made = picker(view, "mobile")
    assert made.texts() == [("(empty)", "1")]  # Marco alone
    tick(made, "(empty)")
    assert view.box.query == 'rossi missing:email mobile:"="'
    assert view.model.rowCount() == 1
    other = picker(view, "email")
    assert [count for _text, count in other.texts()] == ["1"]  # what the column itself asks does not count
    other.close()


def test_exactly_the_ticked_value_is_meant(listed: Listed) -> None:
    view = listed("organisations")
    made = picker(view, "kind")
    assert [count for _text, count in made.texts()] == ["1", "1"]
    tick(made, made.texts()[0][0])
    assert view.model.rowCount() == 1
    language, column = view.model.language, view.model.columns[view.model.place_of_column("city")]
    query = with_values(language, "x -city:y city:z", column, ["Bil|bao".replace("|", " "), ""])
    assert query == 'x city:"=Bil bao|"'
    assert ticked(language, query, column) == {"bil bao", ""}
    view.box.show_query('city:"=Bil"')
    assert view.model.rowCount() == 0  # a part of a name is not the name


def test_the_menu_offers_the_values_and_opens_by_key_and_button(
    listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = listed()
    head, place = view.table.head, view.model.place_of_column("email")
    asked: list[int] = []
    monkeypatch.setattr(head, "ask", lambda place, _at=None: asked.append(place))
    view.table.setCurrentIndex(view.model.index(0, place))
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view.table, Qt.Key.Key_Down, held)
    head._go_over(place)
    before = view.model.sorted
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head._button(place).center())
    assert asked == [place, place] and view.model.sorted == before
    menu = head.menu(place)
    menu.actions()[0].trigger()
    made = view.window().findChild(ValuePicker)
    assert made is not None and made.line.hasFocus()
    QTest.keyClick(made.line, Qt.Key.Key_Escape)
    assert made.isHidden() and view.table.hasFocus()
    menu.deleteLater()
