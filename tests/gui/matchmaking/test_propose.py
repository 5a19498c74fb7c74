"""Having a timetable proposed: how, meanwhile, the comparison, one step to take it over, nothing if discarded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.base.progress import Progress
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.propose import ProposeDialog
from missionplanner.gui.pages.b2b import B2BPage
from missionplanner.services.matchmaking import proposing, wishes
from missionplanner.services.matchmaking.proposing import Proposal
from tests import looks

Settled = Callable[[MainWindow], None]


@pytest.fixture
def window(b2b_page: B2BPage) -> MainWindow:
    return cast("MainWindow", b2b_page.window())


@pytest.fixture
def asking(window: MainWindow, dialog: Callable[[str], object]) -> ProposeDialog:
    window.actions_["b2b_propose"].trigger()
    return cast("ProposeDialog", dialog("propose_dialog"))


def searched(asking: ProposeDialog, qtbot: QtBot) -> None:
    asking.type_seconds(1)
    asking.search()
    qtbot.waitUntil(lambda: asking.told is not None, timeout=20_000)


def test_what_is_found_is_compared_and_taken_over_in_one_step(
    asking: ProposeDialog, b2b_page: B2BPage, window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    assert not looks.faults(asking) and not looks.cut(asking)
    asking.choose("new")
    searched(asking, qtbot)
    assert asking.told is not None and asking.proposal is not None
    assert not looks.faults(asking) and not looks.cut(asking)
    before = b2b_page.session.session
    assert before is not None and len(before.placed) == 5
    assert asking.proposal.then.unserved < asking.proposal.now.unserved
    first = {one.name: (one.now, one.then) for one in asking.proposal.comparison}
    assert first["Meetings"][1] > first["Meetings"][0]
    asking.take_over()
    settled(window)
    after = b2b_page.session.session
    assert after is not None and len(after.placed) == len(asking.proposal.session.placed) > 5
    assert b2b_page.segments.value() == "timetable"
    window.actions_["undo"].trigger()
    settled(window)
    assert b2b_page.session.session is not None and len(b2b_page.session.session.placed) == 5


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every search go on until it is stopped."""
    real = proposing.propose

    def propose(*told: Any, progress: Progress, **options: Any) -> Proposal:
        found = real(*told, progress=progress, **options)
        progress._cancelled.wait(20)
        return replace(found, stopped=True, proved=False, least=None)

    monkeypatch.setattr(proposing, "propose", propose)


def test_a_search_stopped_before_anything_is_found_says_that_nothing_changed(
    asking: ProposeDialog, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    begun = Event()

    def nothing(*_told: Any, progress: Progress, **_options: Any) -> Proposal:
        begun.set()
        progress._cancelled.wait(20)
        progress.step(0, 1)
        raise AssertionError

    said: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(proposing, "propose", nothing)
        patched.setattr(asking._ctx, "say_aloud", lambda _about, text: said.append(text))
        asking.search()
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        QTest.keyClick(asking, Qt.Key.Key_Escape)
        assert asking._cancel.text() == "Stopping…" and asking.bar.hasFocus()
        settled(window)
    assert asking._stopped.text() == "Stopped, as you asked. Nothing was changed."
    assert said == ["Stopping…", asking._stopped.text()] and asking._go.hasFocus()
    assert not looks.faults(asking) and not looks.cut(asking)
    searched(asking, qtbot)
    assert asking._stopped.isHidden()


@pytest.mark.usefixtures("endless")
def test_a_search_that_is_stopped_offers_the_best_so_far_and_another_state_is_refused(
    asking: ProposeDialog, b2b_page: B2BPage, window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    asking.type_seconds(0)
    asking.search()
    assert asking.seconds.fault.text() == "Type a number from 1 to 600."
    asking.choose("new")
    asking.type_seconds(600)
    asking.search()
    qtbot.waitUntil(lambda: asking._glimpses[0].text() != "–", timeout=20_000)
    asking.reject()
    qtbot.waitUntil(lambda: asking.told is not None, timeout=20_000)
    assert (
        asking.isVisible() and asking.told is not None and asking.proposal is not None and asking.proposal.stopped
    )
    assert asking.told.verdict()[1] == "Best so far" and not asking.proposal.is_the_same
    assert not looks.faults(asking) and not looks.cut(asking)
    session, ws = b2b_page.session.session, window.ctx.workspace
    assert session is not None and ws is not None
    a, b = (session.participants[place].id for place in (1, 6))
    wishes.set_many(ws, session.id, [(a, b)], Wish.MUST)
    asking.take_over()
    assert asking.isVisible() and "changed" in asking._fault.text()
    asking.reject()
    assert not asking.isVisible()
    settled(window)
    assert b2b_page.session.session is not None and len(b2b_page.session.session.placed) == 5
