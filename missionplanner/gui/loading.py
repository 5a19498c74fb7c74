"""Bring in the heavy libraries once the window is painted, so that the first edit finds them there."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress

if TYPE_CHECKING:
    from missionplanner.services.workspace import Workspace

SERVICES = (
    "missionplanner.services.workspace",
    "missionplanner.services.missions",
    "missionplanner.services.programme.agenda",
    "missionplanner.services.history",
    "missionplanner.services.backup",
    "missionplanner.gui.pages.agenda",
)
"""What opening a workspace and editing it needs."""
LATER = (
    "missionplanner.services.checks",
    "missionplanner.services.paper.documents",
    "missionplanner.services.paper.papers",
    "missionplanner.gui.palette.palette",
    "missionplanner.gui.tables.list_view",
    "missionplanner.gui.results.attendance",
)
"""What may come after: it is brought in while nobody waits for it."""


def load_services(progress: Progress) -> None:
    """Import what opening a workspace needs. Raises Cancelled between two modules."""
    _load(SERVICES, progress)


def load_rest(progress: Progress) -> None:
    """Import what printing, checking and importing need."""
    _load(LATER, progress)


class FirstPaint(QObject):
    """Do something once a window is on the screen, at the latest after ``LATEST``.

    Imports in another thread would hold up the very first picture.
    """

    LATEST = 500

    def __init__(self, window: QWidget, do: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._do: Callable[[], object] | None = do
        window.installEventFilter(self)
        QTimer.singleShot(self.LATEST, self, self._once)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._once)
        return super().eventFilter(watched, event)

    def _once(self) -> None:
        do, self._do = self._do, None
        if do is not None:
            self._window.removeEventFilter(self)
            do()
            self.deleteLater()


def warm_up(workspace: Workspace) -> None:
    """Do once, away from the window, what the first reading and the first edit prepare and then keep."""
    from missionplanner.domain.records import AgendaItem
    from missionplanner.services import missions

    try:
        plans = [missions.plan(workspace, mission.code) for mission in missions.listing(workspace)[:1]]
        with workspace.edit("nothing") as edit:
            for item in [item for plan in plans for item in plan.items[:1]]:
                edit.get(AgendaItem, item.id)
    except MissionPlannerError:  # busy or damaged: the first real reading says so
        return


def _load(names: tuple[str, ...], progress: Progress) -> None:
    for number, name in enumerate(names):
        progress.step(number, len(names))
        importlib.import_module(name)
