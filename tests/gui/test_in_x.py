"""One run in a real X window, with events the X server sends: mouse first, then a plan changed by keyboard alone.

The sample opens, an afternoon moves, a group is split, the agenda is printed to PDF, and Ctrl+Z takes it all back.
Run as a program, this file is the window; pytest starts it under an X server of its own.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from missionplanner.db import schema
from missionplanner.domain.records import AgendaItem
from missionplanner.gui import app
from missionplanner.gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0
LATER = 30
"""Minutes the afternoon moves."""
Story = Iterator[Callable[[], bool]]


def missing() -> str:
    """Say what an X window of one's own needs and this machine has not."""
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        return "needs Xvfb"
    lacking = [name for name in ("X11", "Xtst", "xcb-cursor") if ctypes.util.find_library(name) is None]
    return f"needs the libraries {', '.join(lacking)}" if lacking else ""


@pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")
def test_an_afternoon_moves_a_group_splits_an_agenda_prints_and_keys_take_it_back(tmp_path: Path) -> None:
    read, write = os.pipe()
    line = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(line, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = told.readline().strip()
        environ = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        environ |= {
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
        }
        program = [sys.executable, "-X", "faulthandler", __file__]
        done = subprocess.run(
            program, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=110
        )
    finally:
        server.terminate()
        server.wait()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "taken back"


# ---- the hands --------------------------------------------------------------------------------------


class Hands:
    """Press keys and move the mouse as the X server would tell of real ones."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL(str(ctypes.util.find_library("X11")))
        self._test = ctypes.CDLL(str(ctypes.util.find_library("Xtst")))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def press(self, *keys: str) -> None:
        """Press keys together, named as X names them."""
        codes = [self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(key.encode())) for key in keys]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)

    def type(self, text: str) -> None:
        for letter in text.lower():
            self.press("space" if letter == " " else letter)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag with the left button from one point of the screen to another."""
        self._go(start)
        self._test.XTestFakeButtonEvent(self._display, 1, 1, 0)
        for step in range(1, 11):
            self._go(start + (end - start) * (step / 10))
        self._test.XTestFakeButtonEvent(self._display, 1, 0, 0)
        self._x.XFlush(self._display)

    def _go(self, to: QPoint) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, to.x(), to.y(), 0)
        self._x.XFlush(self._display)


class WindowManager(QObject):
    """Give the focus to windows that come up: Xvfb has nobody who does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog | MainWindow):
            QTimer.singleShot(0, watched, watched.activateWindow)
        below = watched.parentWidget() if isinstance(watched, QDialog) else None
        if event.type() == QEvent.Type.Hide and below is not None:
            QTimer.singleShot(0, below, below.window().activateWindow)
        return False


# ---- the story --------------------------------------------------------------------------------------


def story(window: MainWindow, hands: Hands) -> Story:
    """Do everything with the hands; each step waits until what it should bring about is so."""
    from missionplanner.gui.pages.agenda import AgendaPage

    ctx = window.ctx
    yield lambda: window.page == "agenda" and bool(ctx.mission.findings) and window.isActiveWindow()
    page = window.places.shown
    assert isinstance(page, AgendaPage)
    before = dump(window)
    visit = by_title(window, "Welcome lunch")
    page.board.choose([visit.id], visit.id)
    middle = page.board.visualRect(page.board.currentIndex()).center()
    start = page.board.viewport().mapToGlobal(middle)
    hands.drag(start, start + QPoint(0, round(page.board.hour)))
    yield lambda: now(window, visit).start != visit.start
    hands.press("Control_L", "z")
    yield lambda: dump(window) == before

    yield from choose(window, hands, "Welcome lunch", page)
    hands.press("Control_L", "Shift_L", "m")
    yield lambda: active("shift_dialog")
    hands.type(str(LATER))
    hands.press("Return")
    last = by_title(window, "Basque Trade & Investment")
    yield lambda: not active("shift_dialog") and now(window, last).start != last.start

    yield from choose(window, hands, "Networking lunch", page)
    count = len(items(window))
    hands.press("s")
    yield lambda: active("split_dialog")
    hands.press("Return")
    yield lambda: not active("split_dialog") and len(items(window)) > count
    changed = dump(window)

    hands.press("Control_L", "p")
    yield lambda: window.page == "documents" and window.places.shown.findChild(QWidget, "preview") is not None
    yield lambda: not ctx.jobs.under_way
    hands.press("Control_L", "e")
    yield lambda: isinstance(QApplication.activeWindow(), QFileDialog)
    hands.press("Return")
    yield lambda: any(path.stat().st_size > 10_000 for path in Path.home().glob("*.pdf"))
    yield lambda: not ctx.jobs.under_way
    assert dump(window) == changed

    while dump(window) != before:
        told = ctx.undo.undo_label
        hands.press("Control_L", "z")
        yield lambda told=told: ctx.undo.undo_label != told or dump(window) == before  # type: ignore[misc]
    print("taken back")


def choose(window: MainWindow, hands: Hands, title: str, page: object) -> Story:
    """Choose an item through the palette."""
    item = by_title(window, title)
    hands.press("Control_L", "k")
    yield lambda: window.palette_.isVisible()
    hands.type(title)
    yield lambda: window.palette_.query.text() == title.lower() and window.palette_.model.count > 0
    hands.press("Return")
    chosen: Callable[[], list[object]] = page.chosen  # type: ignore[attr-defined]
    yield lambda: not window.palette_.isVisible() and chosen() == [item.id]


def items(window: MainWindow) -> tuple[AgendaItem, ...]:
    plan = window.ctx.mission.plan
    return plan.items if plan is not None else ()


def by_title(window: MainWindow, begins: str) -> AgendaItem:
    return next(one for one in items(window) if one.title.best("en", ()).startswith(begins))


def now(window: MainWindow, item: AgendaItem) -> AgendaItem:
    return next(one for one in items(window) if one.id == item.id)


def active(name: str) -> bool:
    over = QApplication.activeWindow()
    return over is not None and over.objectName() == name


def dump(window: MainWindow) -> dict[str, list[str]]:
    assert window.ctx.workspace is not None
    with window.ctx.workspace.reading() as connection:
        return schema.dump(connection)


# ---- the window -------------------------------------------------------------------------------------


class Teller(QObject):
    """Tell a story step by step from a timer, which goes on while a dialog waits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._steps = story(window, Hands())
        self._met: Callable[[], bool] = lambda: True
        self._since, self.number, self.told = time.monotonic(), 0, False
        self.startTimer(30)

    def timerEvent(self, _event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        try:
            if self._met():
                self._met, self._since, self.number = next(self._steps), time.monotonic(), self.number + 1
            elif time.monotonic() - self._since > PATIENCE:
                raise TimeoutError(f"step {self.number} of the story did not come true")
        except StopIteration:
            self.told = True
            QApplication.exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(1)


def main() -> int:
    """Be the window the story is about."""
    from missionplanner.base.settings import Settings

    application = QApplication([sys.argv[0], *app.STYLE])
    manager = WindowManager()
    application.installEventFilter(manager)
    settings = Settings(Path.home() / "settings.json")
    settings.change(language="en", theme="light", width=1400, height=860, coached=True)
    window = app.compose(application, settings)
    window.move(0, 0)
    window.show()
    app.begin(window, sample=True)
    teller = Teller(window)
    code = application.exec()
    window.ctx.jobs.wait()
    window.close()
    return code if teller.told else 1


if __name__ == "__main__":
    sys.exit(main())
