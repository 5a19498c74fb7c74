"""The timetable by participant: whom each meets, where it waits, loads and sums, order, filter, moves by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from missionplanner.domain.vocabulary import Side
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.by_participant import ParticipantsTimes
from missionplanner.gui.matchmaking.by_participant_model import Order, Wanted
from missionplanner.services import history
from tests import looks, meetings

Settled = Callable[[MainWindow], None]
MEETINGS, BREAKS, IDLE, LEFT_OVER = 4, 5, 6, 7
"""Columns after the four slots."""


@pytest.fixture
def window(opened: Callable[..., MainWindow], settled: Settled, meetings_template: Path) -> MainWindow:
    made = opened(meetings_template)
    made.open_mission(meetings.CODE)
    settled(made)
    return made


@pytest.fixture
def view(window: MainWindow) -> Iterator[ParticipantsTimes]:
    """Show the part by itself."""
    made = ParticipantsTimes(window.ctx, window.actions_)
    made.resize(1200, 640)
    made.show()
    made.arrive()
    made.take_focus()
    yield made
    made.close()
    made.deleteLater()


def row_of(view: ParticipantsTimes, name: str) -> int:
    return next(row for row, line in enumerate(view.model.lines) if line.name == name)


def texts(view: ParticipantsTimes, name: str) -> list[str]:
    row = row_of(view, name)
    return [view.model.look(row, place).text for place in range(len(view.model.keys))]


def go(view: ParticipantsTimes, name: str, place: int) -> None:
    view.table.setCurrentIndex(view.model.index(row_of(view, name), place))


def names(view: ParticipantsTimes) -> list[str]:
    return [line.name for line in view.model.lines]


def test_everybody_is_told_whom_they_meet_in_the_order_and_filter_one_wants(view: ParticipantsTimes) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert texts(view, "MECH") == ["AFM · 1", "GAIA · 1", "", "", "2", "0", "0", "0"]
    assert texts(view, "AFM") == ["MECH · 1", "", "AGRI · 1", "", "2", "1", "1", "1"]
    gap = view.model.look(row_of(view, "AFM"), 1)
    assert (gap.icon, gap.tone) == ("coffee", "warn")
    assert view.model.look(row_of(view, "MECH"), 0).icon == "lock"
    assert texts(view, "In all") == ["2/3", "1/3", "1/3", "1/3", "5", "1", "1", "3"]
    assert view.model.spoken(row_of(view, "AFM"), 1) == "AFM, 09:30–10:00: waits between two meetings"
    assert view.model.spoken(row_of(view, "AFM"), BREAKS) == "AFM, Breaks: 1"
    assert view.count_words() == "7 participants  ·  5 meetings  ·  1 break"
    assert looks.faults(view) == [] and looks.cut(view) == []
    # in another order, filtered by side and name, and back at the place one was at
    view.show_wanted(Wanted(order=Order.FULLEST))
    assert names(view)[0] in ("MECH", "AFM", "GAIA") and view.model.look(6, MEETINGS).text == "1"
    view.show_wanted(Wanted(order=Order.BREAKS, side=Side.HOST))
    assert names(view) == ["AFM", "GAIA", "HEGAN", "In all"]
    view.show_wanted(Wanted(query="hegan"))
    assert names(view) == ["HEGAN", "In all"]
    view.show_wanted(Wanted(query="nobody at all"))
    assert view.nothing.isVisible() and names(view) == []
    view.show_wanted(Wanted(side=Side.VISITING, order=Order.NAME))
    go(view, "MECH", 1)
    place = view.place()
    view.show_wanted(Wanted())
    go(view, "AFM", 0)
    view.restore(place)
    assert names(view)[:4] == ["AGRI", "BUILD", "HEALTH", "MECH"]
    assert view.says.text == "MECH, 09:30–10:00: MECH – GAIA, 09:30–10:00, table 1, Scheduled"


def test_keys_move_the_meeting_in_time_and_undo_brings_it_back(
    view: ParticipantsTimes, window: MainWindow, settled: Settled
) -> None:
    settled(window)
    go(view, "HEALTH", 0)
    view.deeds()["meeting_right"]()
    settled(window)
    assert texts(view, "HEALTH")[:4] == ["", "", "GAIA · 2", ""]
    assert view.table.currentIndex().row() == row_of(view, "HEALTH") and view.table.currentIndex().column() == 2
    view.deeds()["meeting_lock"]()
    assert view.model.look(row_of(view, "HEALTH"), 2).icon == "lock"
    assert window.ctx.workspace is not None
    receipts = [history.undo(window.ctx.workspace) for _step in range(2)]
    settled(window)
    view.follow_reversal(receipts[-1], 0)
    assert texts(view, "HEALTH")[:4] == ["GAIA · 2", "", "", ""] and view.table.currentIndex().column() == 0
    assert view.chosen()[0].slot == 0
    go(view, "HEALTH", 1)
    assert view.chosen() == [] and view.there() == set()
