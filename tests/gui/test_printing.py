"""Printing from the window: what is asked, what is shown meanwhile, what is left when it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.progress import Progress
from missionplanner.gui.main_window import MainWindow
from missionplanner.services.paper import documents

LONG = 60_000
Settled = Callable[[MainWindow], None]


@pytest.fixture
def window(opened: Callable[..., MainWindow], sample_template: Path, settled: Settled) -> MainWindow:
    """Open the window on the sample mission to the Basque Country."""
    made = opened(sample_template)
    made.open_mission("ER-EUS-2025")
    settled(made)
    return made


@pytest.fixture
def held(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold what an open window starts at each step until it is cancelled: a fast machine is done too soon."""
    released, step = Event(), Progress.step

    def wait(progress: Progress, done: int, total: int, text: str = "") -> None:
        step(progress, done, total, text)
        while not progress._cancelled.is_set() and not released.wait(0.01):
            pass

    monkeypatch.setattr(Progress, "step", wait)
    yield
    released.set()


def press(root: QWidget, name: str) -> None:
    """Click the button of a name."""
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def test_the_programme_is_shown_and_saved_where_somebody_asked(
    qtbot: QtBot, window: MainWindow, answers: Any, tmp_path: Path, settled: Settled
) -> None:
    answers.path = tmp_path / "programme.pdf"
    window.actions_["print_agenda"].trigger()
    assert window.page == "documents"
    settled(window)
    window.actions_["save_document"].trigger()
    qtbot.waitUntil(lambda: "programme.pdf" in window.toast.text(), timeout=LONG)
    assert answers.path.read_bytes().startswith(b"%PDF")
    press(window.toast, "toast_step_0")
    assert answers.shown == [answers.path]


def test_personal_agendas_go_into_a_folder_and_earlier_ones_are_asked_about(
    qtbot: QtBot,
    window: MainWindow,
    answers: Any,
    tmp_path: Path,
    dialog: Callable[[str], QWidget],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "orders_of", _first_two(documents.orders_of))
    answers.path = tmp_path / "agendas"
    answers.path.mkdir()
    window.actions_["print_itineraries"].trigger()
    qtbot.waitUntil(lambda: "2 personal agendas are in" in window.toast.text(), timeout=LONG)
    first = sorted(answers.path.glob("*.pdf"))[0]
    first.write_bytes(b"an older one")
    window.actions_["print_itineraries"].trigger()
    question = dialog("question")
    assert first.read_bytes() == b"an older one"
    window.toast.hide()
    press(question, "question_yes")
    qtbot.waitUntil(lambda: "2 personal agendas are in" in window.toast.text(), timeout=LONG)
    assert first.read_bytes().startswith(b"%PDF")


def _first_two(orders_of: Callable[..., tuple[Any, ...]]) -> Callable[..., Any]:
    return lambda plan, request: orders_of(plan, request)[:2]


@pytest.mark.usefixtures("held")
def test_cancel_leaves_no_file(
    qtbot: QtBot, window: MainWindow, answers: Any, tmp_path: Path, settled: Settled
) -> None:
    answers.path = tmp_path / "agendas"
    answers.path.mkdir()
    window.actions_["print_itineraries"].trigger()
    (job,) = [one for one in window.ctx.jobs.under_way if one.title]
    with qtbot.waitSignal(job.progressed, timeout=LONG):
        pass
    qtbot.waitUntil(window.progress.isVisible)
    assert window.progress.what.text.startswith("Printing personal agendas")
    assert " of " in window.progress.count.text()
    window.progress.cancel.click()
    window.ctx.jobs.cancel_all()  # the list of documents is held as well
    settled(window)
    assert window.toast.text() == "Printing stopped. No file was changed."
    assert list(answers.path.iterdir()) == []
    assert window.progress.isHidden()


@pytest.mark.usefixtures("held")
def test_closing_while_printing_asks_and_stops_cleanly(
    qtbot: QtBot,
    window: MainWindow,
    answers: Any,
    tmp_path: Path,
    dialog: Callable[[str], QWidget],
) -> None:
    answers.path = tmp_path / "agendas"
    answers.path.mkdir()
    window.actions_["print_itineraries"].trigger()
    window.close()
    assert window.isVisible()
    press(dialog("question"), "question_yes")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)
    assert window.ctx.workspace is None
    assert list(answers.path.iterdir()) == []


def test_where_nothing_may_be_written_the_window_says_so(
    qtbot: QtBot, window: MainWindow, answers: Any, tmp_path: Path, settled: Settled
) -> None:
    answers.path = tmp_path / "a-file" / "programme.pdf"
    (tmp_path / "a-file").write_bytes(b"")
    window.actions_["print_agenda"].trigger()
    qtbot.waitUntil(lambda: window.places.shown.place() is not None, timeout=LONG)
    settled(window)
    window.actions_["save_document"].trigger()
    settled(window)
    assert "could not be written" in window.toast.text()


def test_a_mission_file_is_imported_and_once_more_asks_first(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    answers: Any,
    dialog: Callable[[str], QWidget],
    settled: Settled,
) -> None:
    from missionplanner.services import samples

    window = opened()
    answers.path = samples.files()[0]
    window.actions_["import"].trigger()
    press(dialog("import_preview"), "import_done")
    settled(window)
    settled(window)
    assert window.page == "agenda"
    assert "imported" in window.toast.text()
    window.actions_["import"].trigger()
    settled(window)
    again = dialog("import_preview")
    assert again.findChild(QAbstractButton, "import_done") is None
    press(again, "import_cancel")
    window.actions_["undo"].trigger()
    settled(window)
    assert window.page == "missions"
    assert [one.code for one in window.missions_page.missions] == ["BIO"]
