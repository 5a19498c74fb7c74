"""The tools above the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.settings import Settings
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.actions import Actions
from missionplanner.gui.agenda.tools import VIEWS, AgendaTools
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import FAMILIES, LIGHT


@pytest.fixture
def ctx(qapp: QApplication, tmp_path: Path) -> Context:
    return Context(Settings(tmp_path / "settings.json"), Theme(LIGHT), "en")


@pytest.fixture
def actions(ctx: Context) -> Actions:
    made = Actions(ctx.t, ctx.theme, ctx)
    made.enable({"mission", "items"})
    return made


@pytest.fixture
def tools(qtbot: QtBot, ctx: Context, actions: Actions) -> Iterator[AgendaTools]:
    around = QWidget()
    qtbot.addWidget(around)
    made = AgendaTools(ctx, actions)
    made.setParent(around)
    made.resize(1400, 52)
    around.show()
    yield made


def press(tools: AgendaTools, name: str) -> None:
    found(tools, name).click()


def found(tools: AgendaTools, name: str) -> QAbstractButton:
    button = tools.findChild(QAbstractButton, name)
    assert button is not None, name
    return button


def turn(tools: AgendaTools, family: str) -> None:
    next(one for one in tools.kinds.menu().actions() if one.objectName() == f"kinds_{family}").trigger()


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_asked_for_and_shown_once_it_is_there(
    qtbot: QtBot, tools: AgendaTools, actions: Actions, name: str
) -> None:
    tools.show_view("list_view" if name != "list_view" else "one_day")
    with qtbot.waitSignal(actions[name].triggered):
        press(tools, f"{name}_segment")
    tools.show_view(name)
    assert [one for one in VIEWS if found(tools, f"{one}_segment").isChecked()] == [name]


def test_as_whom_one_sees_is_named_and_can_be_left(qtbot: QtBot, tools: AgendaTools, actions: Actions) -> None:
    leave = found(tools, "see_everyone_button")
    assert not leave.isVisible()
    tools.show_viewer("Anna Neri")
    assert found(tools, "see_as_button").text().strip() == "See as: Anna Neri"
    assert leave.isVisible()
    with qtbot.waitSignal(actions["see_everyone"].triggered):
        leave.click()
    tools.show_viewer("")
    assert found(tools, "see_as_button").accessibleName() == "See as: everyone"
    assert not leave.isVisible()


def test_families_of_kinds_are_hidden_and_shown_again(qtbot: QtBot, tools: AgendaTools) -> None:
    with qtbot.waitSignal(tools.kinds_chosen) as asked:
        turn(tools, "meal")
    shown = asked.args[0]
    assert set(ItemKind) - shown == {kind for kind, family in FAMILIES.items() if family == "meal"}
    tools.show_kinds(shown)
    assert tools.kinds.text().strip() == "1 kind hidden"
    with qtbot.waitSignal(tools.kinds_chosen) as asked:
        turn(tools, "travel")
    tools.show_kinds(asked.args[0])
    assert tools.kinds.accessibleName() == "2 kinds hidden"
    with qtbot.waitSignal(tools.kinds_chosen) as asked:
        turn(tools, "travel")
    tools.show_kinds(asked.args[0])
    with qtbot.waitSignal(tools.kinds_chosen) as asked:
        turn(tools, "meal")
    assert asked.args == [None]


def test_every_kind_is_in_a_family_of_the_menu_and_all_can_be_shown(qtbot: QtBot, tools: AgendaTools) -> None:
    names = {one.objectName().removeprefix("kinds_") for one in tools.kinds.menu().actions()}
    assert set(FAMILIES.values()) <= names
    with qtbot.waitSignal(tools.kinds_chosen) as asked:
        turn(tools, "all")
    assert asked.args == [None]
    tools.show_kinds(None)
    assert tools.kinds.text().strip() == "All kinds"


def test_as_whom_one_sees_is_said_however_little_room_there_is(tools: AgendaTools) -> None:
    tools.show_clock("London is 1 h behind")
    tools.show_viewer("Maria Ludovica Aldrovandi Marescotti-Spinola")
    said = ""
    for width in (1400, 700, 480):
        tools.resize(width, 52)
        said = found(tools, "see_as_button").text().strip()
        assert said.startswith(("See as: Maria", "Maria", "Mar"))
    assert said.endswith("…") and found(tools, "see_as_button").toolTip().endswith("Spinola")


WANTED = ("new_item_button", "see_as_button", "templates_button", "clock_button", "kinds_button")


@pytest.mark.parametrize(("width", "least", "most"), [(1400, 5, 5), (700, 0, 4), (560, 0, 3), (420, 0, 1)])
def test_where_there_is_little_room_the_less_wanted_are_icons_with_their_names(
    tools: AgendaTools, width: int, least: int, most: int
) -> None:
    tools.show_clock("London is 1 h behind")
    tools.resize(width, 52)
    worded = [bool(found(tools, name).text()) for name in WANTED]
    assert least <= sum(worded) <= most
    assert worded == sorted(worded, reverse=True)
    for name in WANTED:
        assert found(tools, name).accessibleName()
        assert found(tools, name).accessibleName() in found(tools, name).toolTip()
