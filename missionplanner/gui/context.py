"""Hold what every page needs: the open workspace, the hub, jobs, settings, words and dress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Busy, MissionPlannerError
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.base.settings import Settings
from missionplanner.gui.appearance import Appearance
from missionplanner.gui.files import Chooser
from missionplanner.gui.hub import Hub
from missionplanner.gui.jobs import Jobs
from missionplanner.gui.notices import Notices, Step
from missionplanner.gui.open_mission import OpenMission
from missionplanner.gui.theme import Theme
from missionplanner.gui.undo import Undo, undo
from missionplanner.gui.wording import Wording

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace

_FAULT = N_("Something in the program went wrong. What you did before is saved; the last step may not be.")

Edit = Callable[["Workspace"], "Receipt"]


class Context(QObject):
    """Be what the composition root made, passed to every page. ``opened`` and ``closed`` tell of the workspace."""

    opened = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, theme: Theme, language: str, chooser: Chooser | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.wording = Wording(translator(language))
        self.notices = Notices(self)
        self.hub = Hub(self)
        self.jobs = Jobs(self)
        self.undo = Undo(self)
        self.mission = OpenMission(self)
        self.appearance = Appearance(self)
        self.files = chooser or Chooser()
        self.path: Path | None = None
        self.workspace: Workspace | None = None
        self.pages: QWidget | None = None  # what pages are made in: another parent would dress them anew
        self.hub.changed.connect(self.undo.refresh)

    @property
    def t(self) -> Translator:
        """Return the translator of the window's language."""
        return self.wording.t

    def speak(self, language: str) -> None:
        """Take another language for what is shown from now on."""
        self.wording = Wording(translator(language))

    def attach(self, workspace: Workspace) -> None:
        """Take an open workspace as the one the window shows."""
        self.release()
        self.workspace, self.path = workspace, workspace.path
        self.hub.follow(workspace)
        self.undo.follow(workspace)
        self.opened.emit()

    def release(self) -> None:
        """Close the workspace, if one is open."""
        if self.workspace is not None:
            workspace, self.workspace = self.workspace, None
            self.hub.leave()
            self.undo.follow(None)
            workspace.close()
            self.closed.emit()

    def run_edit(self, edit: Edit) -> Receipt | None:
        """Run a service on the workspace; say a known error as a sentence and return None then."""
        if self.workspace is None:
            return None
        try:
            return edit(self.workspace)
        except MissionPlannerError as error:
            self.tell(error)
            return None

    def tell(self, error: MissionPlannerError | None) -> None:
        """Say an error: a known one in its own words, a fault of ours in general ones."""
        if error is None:
            self.notices.say(self.t(_FAULT), tone="danger")
            return
        self.notices.say(self.t.say(error), tone="warn" if isinstance(error, Busy) else "danger")

    def tell_failure(self, error: BaseException) -> None:
        """Say why a job failed."""
        self.tell(error if isinstance(error, MissionPlannerError) else None)

    def say_aloud(self, about: QWidget, text: str) -> None:
        """Have a screen reader say what sighted people see happen."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))

    def told_with_undo(self, text: str) -> None:
        """Say what was done, with the step that takes this back, whatever is done meanwhile."""
        self.undo.refresh()
        step = self.undo.undo_step
        self.notices.say(text, Step(self.t("Undo"), lambda: self.run_edit(lambda ws: undo(ws, step))))
