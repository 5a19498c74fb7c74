"""Open real windows on workspaces of their own, without a display and without dialogs of the system."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base import paths
from missionplanner.base.settings import Settings
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui import app
from missionplanner.gui.files import Chooser
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import missions, samples, workspace
from missionplanner.services.programme import agenda
from tests import scenes
from tests.stage import Stage, awaits_paint, until

FIRST_DAY = dt.date(2025, 5, 5)
SELDOM = 20
"""After how many tests the windows closed in the meantime are collected, which takes a fifth of a second."""
_counted = itertools.count(1)
ROUNDS = 3
"""How often what has been read lets something else be read: a plan its findings, a record its view."""


@dataclass
class Answers(Chooser):
    """Answer what dialogs of the system would ask."""

    path: Path | None = None
    shown: list[Path] = field(default_factory=list)

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.path

    def open_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        return [self.path] if self.path is not None else []

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return self.path

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.path

    def printer(self, parent: QWidget, name: str, paper: str, pages: int) -> None:
        return None

    def show(self, path: Path) -> None:
        self.shown.append(path)


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Collect in the window's thread only, as the program does: widgets must not be destroyed in another."""
    gc.disable()
    yield
    gc.collect(1 if next(_counted) % SELDOM else 2)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Leave no widget to tests without a window, which collect in any thread."""
    yield
    if nextitem is None or Path(__file__).parent not in nextitem.path.parents:
        gc.collect()
        gc.enable()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return what the program tells QApplication."""
    return ["missionplanner", *app.STYLE]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with one mission of three days and four items."""
    path = tmp_path_factory.mktemp("template") / "missions.mplanner"
    with workspace.create(path) as ws:
        draft = missions.MissionDraft(
            title="Mission to Bilbao",
            start=FIRST_DAY,
            end=FIRST_DAY + dt.timedelta(days=2),
            zone="Europe/Madrid",
            code="BIO",
            language="en",
        )
        missions.create(ws, draft)
        for title, start, end, status in (
            ("Breakfast", "08:00", "08:45", ItemStatus.CONFIRMED),
            ("Visit to the lab", "09:00", "10:30", ItemStatus.TENTATIVE),
            ("Meeting with the agency", "11:00", "12:00", ItemStatus.CONFIRMED),
            ("Dinner", "", "", ItemStatus.IDEA),
        ):
            item = agenda.ItemDraft(
                title=title,
                kind=ItemKind.SITE_VISIT,
                date=FIRST_DAY,
                start=dt.time.fromisoformat(start) if start else None,
                end=dt.time.fromisoformat(end) if end else None,
                status=status,
                language="en",
            )
            agenda.add(ws, "BIO", item)
    return path


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample workspace once."""
    return samples.open_sample(tmp_path_factory.mktemp("sample") / "sample.mplanner")


@pytest.fixture
def answers() -> Answers:
    return Answers()


Opener = Callable[..., MainWindow]


@pytest.fixture
def composed(qtbot: QtBot, qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Opener]:
    """Return a function that composes a window; all of them are closed and their threads awaited."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)  # what the test before held down, Qt holds until told
    made: list[MainWindow] = []

    def compose(
        language: str = "en", theme: str = "light", width: int = 1280, height: int = 800, **more: object
    ) -> MainWindow:
        settings = Settings(tmp_path / f"settings-{len(made)}.json")
        settings.change(language=language, theme=theme, width=width, height=height, **more)
        window = app.compose(qapp, settings, answers)
        made.append(window)
        window.show()
        return window

    yield compose
    qapp.clipboard().clear()  # Qt's offscreen platform ends badly with something on it
    for window in made:
        settle(qtbot, window)
        window.close()
        settle(qtbot, window)
        window.ctx.release()
        window.ctx.jobs.wait()
        window.deleteLater()
        window.ctx.deleteLater()  # what listens to it holds the window, and Python cannot see that


@pytest.fixture
def opened(qtbot: QtBot, composed: Opener, template: Path, tmp_path: Path) -> Opener:
    """Return a function that opens a window on a copy of the template, or of another file, and waits for it."""

    def open_on(source: Path | None = None, **look: object) -> MainWindow:
        window = composed(**look)
        path = tmp_path / f"{window.objectName()}-{len(list(tmp_path.iterdir()))}.mplanner"
        shutil.copy(source or template, path)
        app.begin(window, path)
        until(lambda: window.ctx.workspace is not None)
        settle(qtbot, window)
        return window

    return open_on


@pytest.fixture
def agenda_window(qtbot: QtBot, opened: Opener) -> MainWindow:
    """Open a window on the agenda of the template's mission."""
    window = opened()
    window.open_mission("BIO")
    settle(qtbot, window)
    return window


Staged = Callable[..., Stage]


@pytest.fixture
def staged(qtbot: QtBot, composed: Opener, sample_template: Path) -> Staged:
    """Return a function that opens a window on a ground of the scenes: empty, one bare mission, or the sample."""

    def open_on(ground: str, **look: object) -> Stage:
        window = composed(**{"coached": True, **look})
        path = None
        if ground == scenes.SAMPLE:
            path = paths.sample_workspace().resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(sample_template, path)
        else:
            paths.default_workspace().unlink(missing_ok=True)
        app.begin(window, path)
        until(lambda: window.ctx.workspace is not None)
        stage = Stage(window)
        scenes.prepare(stage, ground)
        return stage

    return open_on


@pytest.fixture
def in_turn(request: pytest.FixtureRequest) -> Callable[[str, int], list[scenes.Scene]]:
    """Return which states of a ground a look takes: its share of them, all of them with ``--explore``."""
    explore = request.config.getoption("explore")
    return lambda ground, turn: scenes.of(ground) if explore else scenes.in_turn(ground, turn)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way and what it told has arrived, and so on for what that began."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
        until(lambda: not window.ctx.jobs.under_way and not awaits_paint(window))
    QTest.qWait(1)
    until(lambda: not window.ctx.jobs.under_way and not awaits_paint(window))
    QApplication.processEvents()


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Return the function that waits for a window's work."""
    return lambda window: settle(qtbot, window)


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Callable[[str], QWidget]:
    """Return a function that waits for the dialog of a name."""

    def find(name: str) -> QWidget:
        def there() -> QWidget | None:
            return next(
                (one for one in qapp.topLevelWidgets() if one.objectName() == name and one.isVisible()), None
            )

        until(lambda: there() is not None)
        found = there()
        assert found is not None
        return found

    return find
