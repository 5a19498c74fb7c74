"""Be what the parts of the report have in common: when they are shown anew, and the page's questions to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan, MissionRecord
    from missionplanner.services.workspace import Receipt


class ResultsPart(QWidget):
    """Show what came of the open mission. ``changed`` tells that what is chosen or shown is other now.

    ``item_wanted`` carries the id of an item somebody wants to see on the agenda. A part that is hidden keeps
    what it shows and catches up when it comes back.
    """

    changed = Signal()
    item_wanted = Signal(object)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.ctx, self.actions_ = ctx, actions
        self.plan: MissionPlan | None = None
        self.record: MissionRecord | None = None
        self._stale, self._awaited = True, False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        ctx.mission.changed.connect(self._hear)
        ctx.mission.recorded.connect(self._take)

    # -- said by subclasses -----------------------------------------------------------------------

    def show_now(self, plan: MissionPlan, record: MissionRecord) -> None:
        """Show the mission as it is now."""

    def give_focus(self) -> None:
        """Give the focus to what one does first here; the part shows the mission as it is now."""

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page's actions do here."""
        return {}

    def there(self) -> set[str]:
        """Return which needs of actions are met."""
        return set()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self]

    def take_focus(self) -> None:
        """Give the focus to what one does first here, as soon as it is known what that is."""
        self._awaited = self._stale
        if not self._stale:
            self.give_focus()

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._stale and self.ctx.mission.ask_record():
            self._show()

    def leave(self) -> None:
        """Be out of sight."""

    def count_words(self) -> str:
        """Return what the header says of the part."""
        return ""

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one."""

    def place(self) -> object:
        """Return where one is, for Back."""
        return None

    def restore(self, place: object) -> None:
        """Go to where one was."""

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        """Show what the undo or redo of a changeset has touched."""

    def tell_changed(self) -> None:
        """Say soon that what is chosen or shown is other now."""
        self._soon.start()

    # -- following --------------------------------------------------------------------------------

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self.arrive()

    def _take(self) -> None:
        if self._stale and self.isVisible():
            self._show()

    def _show(self) -> None:
        mission = self.ctx.mission
        if mission.plan is not None and mission.record is not None:
            self._stale = False
            self.plan, self.record = mission.plan, mission.record
            self.show_now(mission.plan, mission.record)
            self._soon.start()
            if self._awaited:
                self._awaited = False
                self.give_focus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self._stale, self._awaited = True, False
        super().hideEvent(event)
