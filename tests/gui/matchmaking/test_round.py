"""The live round: time left in the session's zone, who meets where, held and no-show, who meets instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.round import RoundView
from missionplanner.gui.matchmaking.round_cards import MeetingCard
from missionplanner.gui.matchmaking.round_clock import clock_of
from missionplanner.services import history
from tests import looks, meetings

Settled = Callable[[MainWindow], None]


def moment(time: str, day: int = 5) -> dt.datetime:
    """Return a moment in UTC, of a wall time in Madrid in summer."""
    return dt.datetime.combine(
        dt.date(2025, 5, day), dt.time.fromisoformat(time), dt.timezone(dt.timedelta(hours=2))
    ).astimezone(dt.UTC)


@pytest.fixture
def window(opened: Callable[..., MainWindow], settled: Settled, meetings_template: Path) -> MainWindow:
    made = opened(meetings_template)
    made.open_mission(meetings.CODE)
    settled(made)
    return made


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> Iterator[RoundView]:
    """Show the part by itself, in the middle of the first round."""
    made = RoundView(window.ctx, window.actions_)
    made.clock = lambda: moment("09:12:30")
    made.resize(1100, 680)
    made.show()
    made.arrive()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus()
    yield made
    made.close()
    made.deleteLater()


def card(view: RoundView, number: int) -> MeetingCard:
    return list(view.cards.values())[number]


def told(view: RoundView) -> tuple[str, str, str]:
    return view.head.title.text(), view.head.figure.text(), view.head.words.text()


def at(view: RoundView, time: str, day: int = 5) -> tuple[str, str, str]:
    view.clock = lambda: moment(time, day)
    view.tick()
    return told(view)


def test_the_clock_is_followed_from_the_day_before_to_the_end(
    view: RoundView, settled: Settled, window: MainWindow
) -> None:
    assert told(view) == ("Round 1 of 4", "17:30", "until round 1 ends")
    assert "It is 09:12 (Madrid)" in view.head.hours.text() and view.head.bar.value() == 417
    assert at(view, "20:00", day=3) == ("Round 1 of 4", "09:00", "Round 1 begins on Monday 5 May 2025")
    assert at(view, "08:15") == ("Round 1 of 4", "45:00", "until round 1 begins")
    assert at(view, "10:10") == ("Round 3 of 4", "20:00", "until round 3 begins")
    assert at(view, "10:58:30") == ("Round 3 of 4", "1:30", "until round 3 ends")
    assert view.head.figure.property("tone") == "warn"
    assert at(view, "12:00") == ("Round 4 of 4", "All rounds over", "0 held, 5 without an outcome")
    assert clock_of(dt.timedelta(hours=1, seconds=5.2)) == "1:00:06"
    settled(window)
    assert looks.faults(view) == [] and looks.cut(view) == []
    before = view.head.title.font().pixelSize()
    view.resize(1800, 1000)
    settled(window)
    assert view.head.title.font().pixelSize() > before
    assert looks.cut(view) == []


def test_a_round_says_who_meets_where_who_is_free_and_what_comes_next(view: RoundView) -> None:
    assert [one.accessibleName() for one in view.cards.values()] == [
        "Table 1, MECH – AFM", "Table 2, HEALTH – GAIA",
    ]  # fmt: skip
    assert view.free_now.text == "Free: AGRI, BUILD, HEGAN"
    assert view.next_round.text == "Next at 09:30: Table 1: MECH – GAIA"
    QTest.keyClick(card(view, 0), Qt.Key.Key_Down)
    assert card(view, 1).hasFocus()
    QTest.keyClick(card(view, 1), Qt.Key.Key_Right)
    assert view.head.title.text() == "Round 2 of 4" and view.head.now.isVisible()
    at(view, "09:20")
    assert view.head.title.text() == "Round 2 of 4"  # who turned the page reads on
    view.head.now.click()
    assert view.head.title.text() == "Round 1 of 4" and not view.head.now.isVisible()


def test_held_or_not_is_noted_and_others_meet_instead_in_one_step(
    view: RoundView, window: MainWindow, settled: Settled
) -> None:
    card(view, 0).setFocus()
    view.deeds()["round_held"]()
    assert card(view, 0).accessibleName() == "Table 1, MECH – AFM, Held" and card(view, 0).hasFocus()
    assert view.count_words() == "2 meetings  ·  1 held"
    held = card(view, 0).findChild(QPushButton, "round_held_1")
    assert held is not None and held.isChecked()
    held.click()
    assert card(view, 0).accessibleName() == "Table 1, MECH – AFM"
    menu = view.outcomes.absent_menu(card(view, 1))
    assert [one.text() for one in menu.actions()] == ["HEALTH did not come", "GAIA did not come", "Neither came"]
    menu.actions()[0].trigger()
    assert card(view, 1).accessibleName() == "Table 2, HEALTH – GAIA, HEALTH did not come."
    offers = [
        one for one in card(view, 1).findChildren(QPushButton) if one.objectName().startswith("round_instead")
    ]
    assert [one.text() for one in offers] == [
        "Instead: BUILD – GAIA",
        "Instead: AGRI – GAIA",
        "Instead: BUILD – HEGAN",
    ]
    offers[0].click()
    assert card(view, 1).accessibleName() == "Table 2, BUILD – GAIA"
    assert window.ctx.notices.said[-1].text == "BUILD – GAIA meet instead."
    assert window.ctx.workspace is not None
    history.undo(window.ctx.workspace)
    settled(window)
    assert card(view, 1).accessibleName() == "Table 2, HEALTH – GAIA, HEALTH did not come."
    later = [one for one in card(view, 1).findChildren(QPushButton) if one.text() == "Instead: BUILD – HEGAN"][0]
    assert later.accessibleName().endswith(", planned for 11:00–11:30, table 2, comes forward")
    later.click()  # who looks for it at eleven is told where it went
    said = window.ctx.notices.said[-1].text
    assert said == "BUILD – HEGAN meet instead of later (11:00–11:30, table 2)."
    history.undo(window.ctx.workspace)
    settled(window)
    assert card(view, 1).accessibleName() == "Table 2, HEALTH – GAIA, HEALTH did not come."
