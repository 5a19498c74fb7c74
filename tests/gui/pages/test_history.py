"""The history: read page by page, searched, and taken back where that can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.base.messages import Message
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.models.history import PAGE, HistoryModel
from missionplanner.gui.pages.history import HistoryPage
from missionplanner.gui.wording import Wording
from missionplanner.services import missions
from missionplanner.services.history import Entry
from missionplanner.services.programme import agenda

Opener = Callable[..., MainWindow]
Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]
DAY = dt.date(2025, 5, 6)


@pytest.fixture
def window(opened: Opener, settled: Settled) -> MainWindow:
    made = opened()
    made.open_mission("BIO")
    settled(made)
    add(made, "First")
    add(made, "Second")
    settled(made)
    made.show_page("history")
    settled(made)
    return made


def add(window: MainWindow, title: str) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    agenda.add(ws, "BIO", agenda.ItemDraft(title=title, date=DAY, language="en"))


def history(window: MainWindow) -> HistoryPage:
    found = window.places.page("history")
    assert isinstance(found, HistoryPage)
    return found


def lines(window: MainWindow) -> list[str]:
    model = history(window).model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def titles(window: MainWindow) -> list[str]:
    plan = window.ctx.mission.plan
    assert plan is not None
    return [item.title.best("en") for item in plan.items_on(DAY)]


def choose(window: MainWindow, text: str) -> None:
    page = history(window)
    page.list.setCurrentIndex(page.model.index(lines(window).index(text)))


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isEnabled()
    found.click()


def about(window: MainWindow) -> str:
    found = history(window).findChild(QLabel, "step_about")
    assert found is not None
    return found.text()


def test_the_newest_stands_first_under_its_day(window: MainWindow) -> None:
    assert lines(window)[:3] == ["Today", "Add “Second”", "Add “First”"]
    assert "It is the last step." in about(window)


def test_one_step_is_undone_by_itself_and_done_again(window: MainWindow, settled: Settled) -> None:
    choose(window, "Add “First”")
    press(history(window), "undo_step")
    settled(window)
    assert titles(window) == ["Second"]
    assert "can be done again" in about(window)
    press(history(window), "redo_step")
    settled(window)
    assert titles(window) == ["First", "Second"]


def test_what_others_were_built_on_says_why_it_stays(window: MainWindow) -> None:
    choose(window, "New mission “Mission to Bilbao”")
    assert not history(window).bar.undo.isEnabled()
    assert "since" in about(window)


def test_back_to_here_names_the_steps_asks_and_undoes_them(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    choose(window, "Add “First”")
    press(history(window), "undo_back")
    asked = dialog("question")
    text = asked.findChild(QLabel, "question_text")
    assert text is not None
    assert "• Add “Second”\n• Add “First”" in text.text()
    press(asked, "question_yes")
    settled(window)
    assert titles(window) == []
    assert window.toast.text() == "2 steps undone."
    window.actions_["redo"].trigger()
    settled(window)
    assert titles(window) == ["First"]


def test_everything_shows_other_missions_too(window: MainWindow, settled: Settled) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    missions.create(ws, missions.MissionDraft(title="Other", start=DAY, end=DAY, zone="Europe/Rome", code="OTHER"))
    settled(window)
    assert "New mission “Other”" not in lines(window)
    press(history(window), "history_scope_everything")
    assert "New mission “Other”" in lines(window)
    assert history(window).heading().facts == "All missions"


def test_the_search_ignores_case_and_accents_and_says_when_nothing_fits(window: MainWindow) -> None:
    page = history(window)
    page.search.setText("sÉcond")
    assert lines(window) == ["Today", "Add “Second”"]
    page.search.setText("no such step")
    none = page.findChild(QLabel, "history_none")
    assert none is not None
    assert none.isVisible()
    press(page, "history_clear_search")
    assert len(lines(window)) > 3


def test_arrows_go_over_the_headings(window: MainWindow) -> None:
    page = history(window)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert str(page.list.currentIndex().data()) == "Add “First”"
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert str(page.list.currentIndex().data()) == "Add “Second”"


def test_edits_of_others_appear_and_the_place_stays(window: MainWindow, settled: Settled) -> None:
    choose(window, "Add “First”")
    add(window, "Third")
    settled(window)
    assert lines(window)[1] == "Add “Third”"
    assert str(history(window).list.currentIndex().data()) == "Add “First”"


# -- the model ----------------------------------------------------------------------------------------

NOON = dt.datetime(2025, 5, 5, 12, tzinfo=dt.UTC)


def entries(count: int) -> list[Entry]:
    """Make entries, newest first, ten a day."""
    return [
        Entry(number, NOON + dt.timedelta(days=number // 10), Message(f"Step {number}"), number % 7 == 0, True)
        for number in range(count, 0, -1)
    ]


def reader(some: list[Entry], asked: list[int | None]) -> Callable[[int | None, int], tuple[Entry, ...]]:
    def read(before: int | None, count: int) -> tuple[Entry, ...]:
        asked.append(before)
        return tuple([one for one in some if before is None or one.id < before][:count])

    return read


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = HistoryModel(Wording(translator("en")))
    model.show(reader(entries(450), []))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.fetchMore(QModelIndex())
    model.search("step 44")


def test_it_reads_a_page_at_a_time_and_each_entry_once(qtbot: QtBot) -> None:
    model, asked = HistoryModel(Wording(translator("en"))), list[int | None]()
    model.show(reader(entries(450), asked))
    assert len(model.entries) == PAGE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert asked == [None, 251, 51]
    assert [one.id for one in model.entries] == list(range(450, 0, -1))
    texts = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert len(texts) == len(set(texts)) == 450 + 46


def test_a_search_looks_through_all_of_it(qtbot: QtBot) -> None:
    model = HistoryModel(Wording(translator("en")))
    model.show(reader(entries(450), []))
    model.search("step 3")
    found = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert len([one for one in found if one.startswith("Step 3")]) == 111
    assert model.first_entry() == 1
