"""The palette by its keys: open, type, choose, two steps, go back, close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.palette.palette import Palette

Key = Qt.Key
OverSample = Callable[..., Any]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_it_opens_with_the_focus_and_gives_it_back(driven: Any) -> None:
    palette = driven.palette
    palette.dismiss()
    before = focused()
    driven.open()
    assert palette.isVisible()
    assert focused() is palette.query
    driven.press(Key.Key_Escape)
    assert not palette.isVisible()
    assert focused() is before


def test_at_first_it_suggests_what_the_page_is_for(driven: Any) -> None:
    assert driven.headings == ["Suggested here"]
    assert driven.keys == ["action:new_item", "verb:move_day", "verb:go_to_day"]
    driven.press(Key.Key_Escape)
    driven.open("missions")
    assert driven.keys[:2] == ["action:new_mission", "action:import"]


def test_typing_finds_and_enter_does_it(driven: Any) -> None:
    done: list[bool] = []
    driven.window.actions_["log"].triggered.connect(lambda: done.append(True))
    driven.type("folder of the log")
    assert driven.chosen == "Folder of the log"
    driven.press(Key.Key_Return)
    assert done == [True]
    assert not driven.palette.isVisible()


def test_what_was_done_is_there_the_next_time_five_at_most(driven: Any) -> None:
    settings = driven.window.ctx.settings
    settings.change(recent=("item:gone", *(f"setting:text_size:{size}" for size in (100, 115, 130, 150, 175))))
    driven.type("go to missions")
    driven.press(Key.Key_Return)
    assert driven.gone == ["missions"]
    assert settings.values.recent[:2] == ("page:missions", "item:gone")
    driven.open()
    assert driven.headings == ["Recent", "Suggested here"]
    assert driven.keys[:5] == ["page:missions", *(f"setting:text_size:{size}" for size in (100, 115, 130, 150))]


def test_arrows_go_from_entry_to_entry_past_headings(driven: Any) -> None:
    driven.type("a")
    titles = driven.titles
    assert len(titles) > 8
    assert len(driven.headings) > 1
    assert driven.chosen == titles[0]
    driven.press(Key.Key_Down, Key.Key_Down)
    assert driven.chosen == titles[2]
    driven.press(Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert driven.chosen == titles[0]
    driven.press(Key.Key_End)
    assert driven.chosen == titles[-1]
    driven.press(Key.Key_PageUp)
    assert driven.chosen == titles[-9]
    driven.press(Key.Key_PageUp, Key.Key_Home)
    assert driven.chosen == titles[0]
    driven.press(Key.Key_PageDown)
    assert driven.chosen == titles[8]


def test_two_steps_with_a_typed_argument(driven: Any, settled: Callable[[MainWindow], None]) -> None:
    palette = driven.palette
    driven.type("sposta giorno")
    driven.press(Key.Key_Return)
    assert palette.top.chip.text() == "Move a whole day"
    assert palette.query.text() == ""
    assert driven.titles == ["Monday 5 May 2025"]
    driven.type("mon")
    driven.press(Key.Key_Return)
    assert palette.top.chip.text() == "Move a whole day › Monday 5 May 2025"
    assert len(driven.titles) == 6
    driven.type("+20")
    assert driven.titles == ["Mon 5 May: 20 minutes later"]
    driven.press(Key.Key_Return)
    settled(driven.window)
    plan = driven.window.ctx.mission.plan
    assert [one.start.isoformat("minutes") for one in plan.items if one.start] == ["08:20", "09:20", "11:20"]
    assert driven.window.ctx.settings.values.recent == ("verb:move_day",)


def test_backspace_goes_a_step_back_and_escape_to_the_first(driven: Any) -> None:
    palette = driven.palette
    driven.type("copy day")
    driven.press(Key.Key_Return, Key.Key_Return)
    assert len(driven.titles) == 2
    assert palette.top.chip.isVisible()
    driven.press(Key.Key_Backspace)
    assert palette.top.chip.text() == "Copy a whole day"
    driven.type("xyz")
    driven.press(Key.Key_Escape)
    assert not palette.top.chip.isVisible()
    assert palette.query.text() == "copy day"
    assert palette.isVisible()
    driven.press(Key.Key_Escape)
    assert not palette.isVisible()


def test_the_chip_is_the_way_back_by_mouse(driven: Any) -> None:
    driven.type("copy day")
    driven.press(Key.Key_Return)
    QTest.mouseClick(driven.palette.top.chip, Qt.MouseButton.LeftButton)
    assert driven.palette.query.text() == "copy day"
    assert focused() is driven.palette.query


def test_a_click_chooses_and_one_outside_closes(driven: Any) -> None:
    palette = driven.palette
    driven.type("go to missions")
    row = next(place for place, one in enumerate(driven.rows) if one.entry is not None)
    point = palette.results.visualRect(palette.model.index(row)).center()
    QTest.mouseClick(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert driven.gone == ["missions"]
    driven.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomRight())
    assert not palette.isVisible()


def test_signals_carry_what_was_chosen(qtbot: QtBot, over_sample: OverSample) -> None:
    driven = over_sample()
    palette, plan = driven.palette, driven.window.ctx.mission.plan
    told: list[tuple[object, ...]] = []
    for name in ("item", "person", "seen_as", "organisation", "place", "day", "print", "setting"):
        getattr(palette, f"{name}_wanted").connect(lambda *what, name=name: told.append((name, *what)))
    person = next(one for one in plan.people if one.family == "Lolli")
    item = next(one for one in plan.items if "Guggenheim" in one.title.best("en"))
    group, organisation = plan.groups[0], plan.organisations[0]
    group_name = group.name.best("en", plan.mission.languages)
    for query in (
        "#guided visit guggenheim",
        "@andrea lolli",
        "see as andrea lolli",
        f"see as {group_name}",
        f"see as {organisation.name}",
        "go to tuesday",
        "programme english",
        "all personal agendas",
        "personal agenda of andrea lolli",
        "dark",
        "175",
    ):
        driven.open()
        driven.find(query)
        driven.press(Key.Key_Return)
    assert told == [
        ("item", item.id),
        ("person", person.id),
        ("seen_as", person.id),
        ("seen_as", group.id),
        ("seen_as", organisation.id),
        ("day", plan.days[1]),
        ("print", "programme", "en", None),
        ("print", "itinerary", "", None),
        ("print", "itinerary", "", person.id),
        ("setting", "theme", "dark"),
        ("setting", "text_size", 175),
    ]


def test_what_cannot_be_done_says_why_and_does_nothing(driven: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(driven.window.ctx, "say_aloud", lambda _about, text: said.append(text))
    driven.type(">redo")
    (row,) = [one for one in driven.rows if one.entry is not None]
    assert (row.entry.title, row.entry.hint) == ("Redo", "Nothing to redo")
    driven.press(Key.Key_Return)
    assert said == ["Nothing to redo"]
    assert driven.palette.isVisible()


def test_help_tells_the_signs_and_types_them(driven: Any) -> None:
    driven.type("?")
    assert driven.keys == [">", "#", "@", "action:shortcuts"]
    driven.press(Key.Key_Down, Key.Key_Return)
    assert driven.palette.query.text() == "#"
    assert driven.titles == ["Breakfast", "Visit to the lab", "Meeting with the agency", "Dinner"]


def test_nothing_found_is_said(driven: Any) -> None:
    driven.type("qxqxqx <b>")
    assert driven.titles == []
    driven.wait()
    assert driven.palette.nothing.text() == "Nothing fits “qxqxqx <b>”."
    assert driven.palette.nothing.isVisible()
    driven.press(Key.Key_Down, Key.Key_Return, Key.Key_PageUp)
    assert driven.palette.isVisible()


def test_keys_do_not_reach_what_lies_under(driven: Any) -> None:
    done: list[str] = []
    for name in ("new_mission", "next_region", "undo"):
        driven.window.actions_[name].triggered.connect(lambda _checked=False, name=name: done.append(name))
    QTest.keyClick(driven.palette.query, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(driven.palette.query, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driven.press(Key.Key_F6)
    assert done == []
    QTest.keyClick(driven.palette.query, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not driven.palette.isVisible()


def test_tab_goes_to_the_list_and_letters_come_back(driven: Any) -> None:
    palette: Palette = driven.palette
    driven.press(Key.Key_Tab)
    assert focused() is palette.results
    QTest.keyClick(palette.results, Key.Key_Down)
    assert driven.chosen == driven.titles[1]
    QTest.keyClicks(palette.results, "m")
    assert focused() is palette.query
    assert palette.query.text() == "m"


def test_focus_that_goes_elsewhere_closes_it_and_stays(driven: Any) -> None:
    driven.window.header.search.setFocus()
    assert not driven.palette.isVisible()
    assert focused() is driven.window.header.search


def test_an_action_that_opens_a_dialog_leaves_the_focus_there(
    qtbot: QtBot, driven: Any, dialog: Callable[[str], QWidget]
) -> None:
    driven.type("new mission")
    driven.press(Key.Key_Return)
    form = dialog("new_mission_dialog")
    qtbot.waitUntil(lambda: form.isAncestorOf(focused()))
    form.close()


def test_the_number_of_results_and_the_row_are_said(
    qtbot: QtBot, driven: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(driven.window.ctx, "say_aloud", lambda _about, text: said.append(text))
    driven.type("#breakf")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["1 result. Breakfast, Mon 5 May 08:00, Agenda items"]
    driven.press(Key.Key_End)
    assert said[1:] == ["Breakfast, Mon 5 May 08:00, Agenda items"]


def test_a_screen_reader_gets_names_texts_and_positions(driven: Any) -> None:
    driven.type("#")
    palette = driven.palette
    takes = [one for one in palette.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    takes += palette.findChildren(QAbstractButton)
    own = [one for one in takes if not one.objectName().startswith("qt_") and one.isVisible()]
    assert {type(one) for one in own} >= {QLineEdit}
    unnamed = [
        one.objectName()
        for one in own
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) or not one.objectName()
    ]
    assert unnamed == []
    first = palette.model.index(1)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Breakfast, Mon 5 May 08:00, Agenda items"
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "1 of 4"
    assert palette.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Agenda items"
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in palette.findChildren(QLabel) if one.text())


def test_the_model_holds_what_qt_asks_of_models(driven: Any) -> None:
    tester = QAbstractItemModelTester(
        driven.palette.model, QAbstractItemModelTester.FailureReportingMode.Warning, driven.palette
    )
    for query in ("a", "#", "qxqxqx", "?", "move day"):
        driven.find(query)
    assert tester.model() is driven.palette.model


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 640)])
@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("it", "light")])
def test_it_fits_the_window(
    opened: Callable[..., MainWindow],
    over: Callable[[MainWindow], Any],
    language: str,
    theme: str,
    width: int,
    height: int,
) -> None:
    driven = over(opened(language=language, theme=theme, width=width, height=height))
    driven.open("missions")
    driven.type("a")
    panel = driven.palette.panel.geometry()
    assert panel.width() == 620
    assert driven.palette.rect().contains(panel)
    driven.window.resize(1100, 700)
    assert driven.palette.size() == driven.window.size()
    assert driven.palette.rect().contains(driven.palette.panel.geometry())
    assert not driven.window.grab().isNull()
