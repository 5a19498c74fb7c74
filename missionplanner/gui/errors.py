"""See to it that no error ends the program silently: it is logged, and said in a sentence."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from missionplanner.base.errors import MissionPlannerError

_log = logging.getLogger("missionplanner.window")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def catch_all(tell: Callable[[MissionPlannerError | None], None]) -> None:
    """Log every exception nobody caught and go on; ``tell`` gets a known error, None for a fault of ours."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        known = error if isinstance(error, MissionPlannerError) else None
        if known is None:
            _log.error("an exception nobody caught", exc_info=(kind, error, trace))
        try:
            tell(known)
        except Exception:
            _log.exception("an error could not be told")

    sys.excepthook = caught


def log_qt_messages() -> None:
    """Send what Qt has to say to the log instead of the terminal."""
    qInstallMessageHandler(_pass_to_log)


def _pass_to_log(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("missionplanner.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
