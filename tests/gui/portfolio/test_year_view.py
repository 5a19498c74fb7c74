"""The year as rows of missions: where bars stand, how keys go through them, what they say."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.logistics.routes import Box, Land, Point, Route, Stop
from missionplanner.domain.results.portfolio import Entry, Portfolio
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.portfolio.bar import YearBar
from missionplanner.gui.portfolio.map_view import MapView
from missionplanner.gui.portfolio.year_view import YearView
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT

A, B = UUID(int=1), UUID(int=2)


def entry(number: int, first: dt.date, last: dt.date, **more: object) -> Entry:
    made: dict[str, object] = {"id": UUID(int=100 + number), "code": f"M{number}", "first": first, "last": last}
    made |= {"title": Texts.of({"en": f"Mission {number}"}), "status": MissionStatus.CONFIRMED, "owners": (A,)}
    return Entry(**(made | more))  # type: ignore[arg-type]


YEAR = Portfolio(
    2025,
    (
        entry(1, dt.date(2025, 3, 3), dt.date(2025, 3, 7)),
        entry(2, dt.date(2025, 3, 5), dt.date(2025, 3, 8), joining=(B,), status=MissionStatus.PLANNING),
        entry(3, dt.date(2025, 12, 28), dt.date(2026, 1, 4), owners=(B,), status=MissionStatus.CANCELLED),
        entry(4, dt.date(2025, 6, 1), dt.date(2025, 6, 1), owners=()),
    ),
    organisations={A: "Alfa", B: "Beta"},
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> YearView:
    made = YearView("Year", QLocale("en_GB"), Theme(LIGHT))
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show_portfolio(YEAR, lambda one, name, slim: (one.name("en"), f"{name}: {one.code}, {slim}"), "Nobody")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def bar(view: YearView, code: str, *, slim: bool = False) -> YearBar:
    return next(one for one in view.bars if one.entry.code == code and one.slim is slim)


def test_bars_stand_in_time_and_none_covers_another(view: YearView) -> None:
    assert [(one.entry.code, one.slim) for one in view.bars] == [
        ("M1", False),
        ("M2", False),
        ("M2", True),
        ("M3", False),
        ("M4", False),
    ]
    assert bar(view, "M1").x() < bar(view, "M4").x() < bar(view, "M3").x()
    some = [one.geometry() for one in view.bars]
    assert not any(one.intersects(other) for one in some for other in some if one is not other)
    assert all(view.rect().contains(one) for one in some)
    assert all(one.width() >= 24 and one.height() >= 24 for one in some)
    assert not view.grab().isNull()


def test_arrows_go_from_mission_to_mission_and_enter_opens_one(qtbot: QtBot, view: YearView) -> None:
    view.take_focus()
    for key, code in (
        (Qt.Key.Key_Right, "M2"),
        (Qt.Key.Key_Down, "M2"),
        (Qt.Key.Key_End, "M3"),
        (Qt.Key.Key_Down, "M4"),
        (Qt.Key.Key_Up, "M2"),
        (Qt.Key.Key_Left, "M2"),
        (Qt.Key.Key_Home, "M1"),
    ):
        focused = next(one for one in view.bars if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        QTest.keyClick(focused, key)
        assert view.current == code, key
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(bar(view, "M1"), Qt.Key.Key_Return)
    assert told.args == ["M1"]


def test_tab_stops_once_and_every_bar_says_all_of_it(view: YearView) -> None:
    stops = [one for one in view.bars if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    assert bar(view, "M2", slim=True).accessibleName() == "Beta: M2, True"
    assert bar(view, "M4").accessibleName() == "Nobody: M4, False"


def test_a_row_tells_its_name_where_that_is_cut(view: YearView) -> None:
    assert "Nobody" in view.name_at(bar(view, "M4").y() + 4)
    assert view.name_at(2) == ""


def test_a_narrow_year_keeps_all_bars_inside(view: YearView) -> None:
    view.resize(560, view.height())
    assert all(one.x() >= 0 and one.geometry().right() <= view.width() for one in view.bars)


def test_a_map_tells_its_cities_and_paints(qtbot: QtBot) -> None:
    made = MapView("Map", Theme(LIGHT))
    qtbot.addWidget(made)
    ring = (Point(40.0, 0.0), Point(50.0, 0.0), Point(50.0, 10.0))
    route = Route((Stop("Lyon", Point(45.8, 4.8)), Stop("Genève", Point(46.2, 6.1))), (), Box(40, 0, 50, 18))
    empty = made.grab()
    made.show_route(Route(route.stops, (), route.box, (Land("FR", ring),)), ["Lyon · 2", "Genève"])
    assert made.accessibleDescription() == "Lyon · 2, Genève"
    assert made.grab().toImage() != empty.toImage()
    assert made.heightForWidth(500) == 280
