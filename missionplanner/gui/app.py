"""Put the program together and run it: settings, dress, context, window, and only then what is heavy."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from missionplanner import __version__
from missionplanner.base import logs, paths
from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.i18n import system_language
from missionplanner.base.settings import Settings
from missionplanner.gui import errors, qt_words
from missionplanner.gui.collecting import Collector
from missionplanner.gui.context import Context
from missionplanner.gui.files import Chooser
from missionplanner.gui.loading import FirstPaint
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.one_window import OneWindow
from missionplanner.gui.theme import Theme, chosen, dress, load_fonts, set_text_size
from missionplanner.gui.tokens import LIGHT
from missionplanner.services import first_look

_log = logging.getLogger("missionplanner.start")

STYLE = ("-style", "Fusion")
"""What QApplication is told: setting the style later would cost the start what all enums of QStyle cost."""


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on a workspace, by default the person's own, or on a fresh sample. Return the exit code.

    Where there is a window on it already, that one comes to the front, and nothing else happens.
    """
    os.umask(0o077)
    place = OneWindow()
    if not place.claim(paths.sample_workspace() if sample else path or paths.default_workspace()):
        return 0
    logs.start(paths.log_folder())
    errors.log_qt_messages()
    _log.info("start of %s", __version__)
    application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(application, QApplication)
    window = compose(application, Settings())
    window.workspaces.keep_place(place)
    errors.catch_all(window.ctx.tell)
    Collector(window)
    if window.ctx.settings.values.maximised:
        window.showMaximized()
    else:
        window.show()
    begin(window, path, sample=sample)
    code = application.exec()
    window.ctx.jobs.wait()
    place.release()
    logs.stop()
    return code


def compose(application: QApplication, settings: Settings, chooser: Chooser | None = None) -> MainWindow:
    """Make the window and everything it stands on, without opening a workspace."""
    application.setApplicationName("Mission Planner")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(paths.APP)
    load_fonts()
    theme = chosen(settings.values, application.styleHints())
    set_text_size(settings.values.text_size)
    dress(application, theme)
    application.setWindowIcon(QIcon(Theme(LIGHT).pixmap("globe", "accent", 64, 1.0)))
    language = settings.values.language or system_language()
    qt_words.speak(application, language)
    window = MainWindow(Context(settings, theme, language, chooser))
    hints, redress = application.styleHints(), window.ctx.appearance.redress
    hints.colorSchemeChanged.connect(redress)
    hints.accessibility().contrastPreferenceChanged.connect(redress)
    return window


def begin(window: MainWindow, path: Path | None = None, *, sample: bool = False) -> None:
    """Show what a first look finds, then open the workspace once the window is painted."""
    flow = window.workspaces
    if sample:
        window.show_missions(())
        window.missions_page.wait()
        FirstPaint(window, lambda: flow.open_sample(fresh=True))
        return
    target = path or flow.home
    try:
        if path is not None:
            first_look.refuse_absent(path)
        window.show_missions(first_look.missions(target))
    except MissionPlannerError as error:
        window.ctx.path = target
        window.show_trouble(error, flow.ways_out(error, target))
        return
    FirstPaint(window, lambda: flow.open(target, create=path is None))
