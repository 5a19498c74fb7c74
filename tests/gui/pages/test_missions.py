"""The page of missions: cards by status, what is done with one, by mouse and by keyboard, and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base import assets
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui import app
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.widgets.mission_card import MissionCard
from missionplanner.services import missions
from missionplanner.services.missions import MissionDraft

Opener = Callable[..., MainWindow]
Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]
SAMPLE = assets.path("samples") / "basque-country-2025.mission.json"


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    return opened()


def cards(window: MainWindow) -> list[str]:
    shown = window.missions_page.findChildren(MissionCard)
    return [one.code for one in shown if one.isVisible()]


def card(window: MainWindow, code: str) -> MissionCard:
    found = window.missions_page.findChild(MissionCard, f"mission_{code}")
    assert isinstance(found, MissionCard)
    return found


def add(window: MainWindow, code: str, status: MissionStatus) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    start = dt.date.today() + dt.timedelta(days=12)
    missions.create(
        ws, MissionDraft(title=f"Mission {code}", start=start, end=start, zone="Europe/Rome", code=code)
    )
    missions.change(ws, replace(missions.find(ws, code), status=status))


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def reach(window: MainWindow, code: str) -> MissionCard:
    """Give a card the focus, as the mouse or Tab does."""
    found = card(window, code)
    window.missions_page._reach(code)
    return found


def test_groups_follow_the_life_of_a_mission_and_the_archive_is_folded(
    window: MainWindow, settled: Settled
) -> None:
    add(window, "A", MissionStatus.ARCHIVED)
    add(window, "B", MissionStatus.FOLLOW_UP)
    add(window, "C", MissionStatus.IDEA)
    settled(window)
    assert cards(window) == ["C", "BIO", "B"]
    press(window.missions_page, "archive_fold")
    settled(window)
    assert cards(window) == ["C", "BIO", "B", "A"]


def test_a_card_tells_how_far_away_its_days_are(window: MainWindow, settled: Settled) -> None:
    add(window, "A", MissionStatus.CONFIRMED)
    settled(window)
    assert card(window, "A").accessibleDescription() == "in 12 days"
    assert card(window, "BIO").accessibleDescription().startswith("ended ")


def test_what_is_searched_is_found_in_the_archive_too(window: MainWindow, settled: Settled) -> None:
    add(window, "LYON", MissionStatus.ARCHIVED)
    settled(window)
    QTest.keyClicks(window.missions_page.search, "lyon")
    assert cards(window) == ["LYON"]
    QTest.keyClick(window.missions_page.search, Qt.Key.Key_Escape)
    assert cards(window) == ["BIO"]


def test_arrows_lead_over_the_groups_and_n_begins_a_mission(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    add(window, "A", MissionStatus.IDEA)
    settled(window)
    page = window.missions_page
    card(window, "A").setFocus()
    QTest.keyClick(card(window, "A"), Qt.Key.Key_Down)
    assert page.current == "BIO"
    QTest.keyClick(card(window, "BIO"), Qt.Key.Key_Home)
    assert page.current == "A"
    QTest.keyClick(card(window, "A"), Qt.Key.Key_N)
    dialog("new_mission_dialog").close()
    window.ctx.settings.change(letters=False)
    QTest.keyClick(card(window, "A"), Qt.Key.Key_N)
    assert QApplication.activeModalWidget() is None


def test_the_menu_of_a_card_offers_what_can_be_done(window: MainWindow, settled: Settled) -> None:
    menu = window.missions_page.menu_of("BIO")
    words = [one.text() for one in menu.actions() if not one.isSeparator()]
    assert words == [
        "Open the mission",
        "Mission details…",
        "Copy the mission…",
        "Export the mission file…",
        "Archive the mission",
        "Delete the mission…",
    ]
    assert all(one.isEnabled() for one in menu.actions())
    menu.actions()[0].trigger()
    settled(window)
    assert window.page == "agenda"


def test_a_mission_is_archived_and_comes_back(window: MainWindow, settled: Settled) -> None:
    reach(window, "BIO")
    window.actions_["archive_mission"].trigger()
    settled(window)
    assert cards(window) == []
    assert window.toast.text() == "Mission archived."
    window.actions_["undo"].trigger()
    settled(window)
    assert cards(window) == ["BIO"]


def test_an_archived_mission_is_taken_out_to_where_it_belongs(window: MainWindow, settled: Settled) -> None:
    add(window, "A", MissionStatus.ARCHIVED)
    settled(window)
    press(window.missions_page, "archive_fold")
    settled(window)
    reach(window, "A")
    assert window.actions_["archive_mission"].text() == "Take the mission out of the archive"
    window.actions_["archive_mission"].trigger()
    settled(window)
    assert window.ctx.workspace is not None
    assert missions.find(window.ctx.workspace, "A").status is MissionStatus.PLANNING


def test_deleting_asks_says_what_goes_and_can_be_undone(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    reach(window, "BIO")
    window.actions_["delete_mission"].trigger()
    asked = dialog("question")
    words = asked.findChild(QLabel, "question_text")
    assert words is not None
    assert "4 items" in words.text()
    press(asked, "question_yes")
    settled(window)
    assert window.missions_page.missions == ()
    assert window.missions_page.findChild(QLabel, "welcome").isVisible()  # type: ignore[union-attr]
    press(window.toast, "toast_step_0")
    settled(window)
    assert cards(window) == ["BIO"]


def test_keeping_it_changes_nothing(window: MainWindow, settled: Settled, dialog: Dialog) -> None:
    reach(window, "BIO")
    window.actions_["delete_mission"].trigger()
    press(dialog("question"), "question_no")
    settled(window)
    assert cards(window) == ["BIO"]


def test_a_copy_takes_along_what_was_ticked_and_opens(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    reach(window, "BIO")
    window.actions_["copy_mission"].trigger()
    form = dialog("copy_mission_dialog")
    assert isinstance(form, FormDialog)
    title, code = form.fields["title"].control, form.fields["code"].control
    assert code.property("text") == "BIO-2"
    title.setProperty("text", "Mission to Vitoria")
    press(form, "carry_agenda")
    press(form, "form_done")
    settled(window)
    assert window.page == "agenda"
    assert window.header.title.text == "Mission to Vitoria"
    assert window.ctx.mission.plan is not None
    assert window.ctx.mission.plan.items == ()
    press(window.toast, "toast_step_0")
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]


def test_a_code_that_is_taken_is_said_in_the_form(window: MainWindow, dialog: Dialog) -> None:
    reach(window, "BIO")
    window.actions_["copy_mission"].trigger()
    form = dialog("copy_mission_dialog")
    assert isinstance(form, FormDialog)
    form.fields["code"].control.setProperty("text", "BIO")
    press(form, "form_done")
    fault = form.findChild(QLabel, "form_fault")
    assert fault is not None
    assert "BIO" in fault.text()
    form.reject()


@pytest.mark.parametrize("number", [0, 1])
def test_a_mission_is_exported_as_package_or_text(
    window: MainWindow, settled: Settled, dialog: Dialog, answers: object, tmp_path: Path, number: int
) -> None:
    suffix = (".mission", ".json")[number]
    answers.path = tmp_path / "out"  # type: ignore[attr-defined]
    reach(window, "BIO")
    window.actions_["export_mission"].trigger()
    form = dialog("export_mission_dialog")
    assert isinstance(form, FormDialog)
    form.fields["form"].control.setProperty("currentIndex", number)
    press(form, "form_done")
    settled(window)
    assert (tmp_path / f"out{suffix}").stat().st_size > 100
    assert window.toast.text() == f"Saved as “out{suffix}”."


def test_a_file_is_looked_through_before_it_is_taken_in(
    window: MainWindow, settled: Settled, dialog: Dialog, answers: object
) -> None:
    answers.path = SAMPLE  # type: ignore[attr-defined]
    window.actions_["import"].trigger()
    preview = dialog("import_preview")
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]
    press(preview, "import_done")
    settled(window)
    assert window.page == "agenda"
    assert window.header.title.text == "Mission to the Basque Country"
    window.actions_["undo"].trigger()
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]


def test_a_file_dropped_on_the_window_is_looked_through(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(400, 300), copy, data, left, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), copy, data, left, none))
    dialog("import_preview").close()
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]


def test_a_file_that_is_no_mission_is_said_and_changes_nothing(
    window: MainWindow, settled: Settled, answers: object, tmp_path: Path
) -> None:
    answers.path = tmp_path / "strange.json"  # type: ignore[attr-defined]
    (tmp_path / "strange.json").write_text("[]", "utf-8")
    window.actions_["import"].trigger()
    settled(window)
    assert window.toast.text()
    assert window.toast.isVisible()
    assert cards(window) == ["BIO"]


def test_details_rename_and_redate_a_mission(window: MainWindow, settled: Settled, dialog: Dialog) -> None:
    reach(window, "BIO")
    window.actions_["card_details"].trigger()
    form = dialog("mission_details_dialog")
    assert isinstance(form, FormDialog)
    form.fields["title"].control.setProperty("text", "Mission to Gipuzkoa")
    form.fields["code"].control.setProperty("text", "GIP")
    city = form.findChild(QWidget, "city_1")
    assert city is not None
    city.setProperty("text", "San Sebastián")
    press(form, "form_done")
    settled(window)
    assert cards(window) == ["GIP"]
    assert window.missions_page.missions[0].cities == ("San Sebastián",)
    window.actions_["undo"].trigger()
    settled(window)
    assert cards(window) == ["BIO"]
    assert not window.missions_page.missions[0].cities


def test_the_beginning_offers_two_ways_and_speaks_the_language_one_chooses(
    qtbot: QtBot, composed: Opener, settled: Settled
) -> None:
    window = composed()
    app.begin(window)
    settled(window)
    page = window.missions_page
    assert page.findChild(QAbstractButton, "start_sample").accessibleName() == "Open the sample mission"  # type: ignore[union-attr]
    assert page.findChild(QAbstractButton, "start_new_mission").accessibleName() == "Plan my mission"  # type: ignore[union-attr]
    press(page, "welcome_language_it")
    settled(window)
    qtbot.waitUntil(lambda: window.ctx.t.language == "it")
    assert window.missions_page is not page
    assert window.ctx.settings.values.language == "it"
    press(window.missions_page, "welcome_theme_dark")
    qtbot.waitUntil(lambda: window.ctx.theme.tokens.name == "dark")


def test_back_returns_to_the_card_and_the_search(window: MainWindow, settled: Settled) -> None:
    add(window, "A", MissionStatus.IDEA)
    settled(window)
    window.missions_page.search.setText("mission")
    reach(window, "BIO")
    window.open_mission("BIO")
    settled(window)
    window.actions_["back"].trigger()
    assert window.page == "missions"
    assert window.missions_page.search.text() == "mission"
    assert window.missions_page.current == "BIO"


def test_from_the_overview_the_open_mission_is_meant_not_the_card_of_before(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    add(window, "A", MissionStatus.IDEA)
    settled(window)
    reach(window, "A")
    window.open_mission("BIO")
    settled(window)
    window.show_page("overview")
    settled(window)
    window.actions_["delete_mission"].trigger()
    title = dialog("question").findChild(QLabel, "question_title")
    assert title is not None
    assert title.text() == "Delete “Mission to Bilbao”?"
    dialog("question").close()
