"""Beside an initiative: its missions, and what they reached of what they were to reach."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import uuid4

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.domain.results.goals import Goal
from missionplanner.domain.results.initiative_results import InitiativeResults
from missionplanner.domain.texts import Texts
from missionplanner.gui.directory.initiative_results import InitiativeMissions
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.results.bars import Bars
from tests.factories import mission

Opener = Callable[..., MainWindow]


def test_goals_are_told_with_their_sums_and_missions_latest_first(qtbot: QtBot, composed: Opener) -> None:
    part = InitiativeMissions(composed().ctx)
    qtbot.addWidget(part)
    identity = uuid4()
    part.show_row(identity)
    meetings = Goal(Texts.of({"en": "Meetings held"}), "b2b_meetings_held", 30, 12, 2, 0)
    score = Goal(None, "satisfaction", 4, Decimal("4.5"), 1, 0)
    waiting = Goal(Texts.of({"en": "Contracts"}), "contracts", 2, None, 1, 1)
    first: r.Mission = mission(title=Texts.of({"en": "First"}), id=uuid4())
    part._tell(
        identity, InitiativeResults(missions=(first,), goals=(meetings, score, waiting), booked=40, held=12)
    )
    (bars,) = part.findChildren(Bars)
    assert [(one.name, one.text) for one in bars.bars] == [
        ("Meetings held", "12 of 30"),
        ("satisfaction", "4.5 of 4"),
        ("Contracts", "not recorded, target 2"),
    ]
    told = [one.text() for one in part.findChildren(QLabel)]
    assert "First" in told
    assert any("12 of 40 B2B meetings held" in text for text in told)
    part._tell(uuid4(), InitiativeResults())
    assert part.findChildren(Bars) == [bars]


def test_an_initiative_without_missions_says_so(qtbot: QtBot, composed: Opener) -> None:
    part = InitiativeMissions(composed().ctx)
    qtbot.addWidget(part)
    identity = uuid4()
    part.show_row(identity)
    part._tell(identity, InitiativeResults())
    assert "No mission belongs to it yet." in [one.text() for one in part.findChildren(QLabel)]
