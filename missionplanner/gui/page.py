"""Say what the window asks of every page it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.header import Heading

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt


class Page(QWidget):
    """Be one place of the window. ``changed`` tells that heading, deeds or selection are others now.

    A page reads what it shows from ``ctx`` (``ctx.mission`` for a mission's pages), follows its signals, and
    writes through ``ctx.run_edit`` alone. Its widgets are made in the constructor, in the language and theme of
    the moment; the window makes a new page when one of them changes and hands ``place`` on through ``restore``.
    """

    changed = Signal()
    item_wanted = Signal(object)
    """Carries the id of an item somebody wants to see on the agenda."""
    mission_wanted = Signal(str)
    """Carries the code of a mission somebody wants to see."""
    NAME = ""
    """Name of the page: that of the action that goes there."""
    PRIMARY = ""
    """Name of the action that is the page's one primary button; empty for none."""
    EXPORTS: tuple[str, ...] = ()
    """Lists of the mission that are offered first where something is exported from here."""
    LOCAL = True
    """Whether local keys work wherever the focus is on the page; else the page says on which of its parts."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx.pages)
        self.setObjectName(f"{self.NAME}_page")
        self.ctx, self.actions_ = ctx, actions
        if self.LOCAL:
            self.addActions(actions.local_to(self.NAME))

    def heading(self) -> Heading:
        """Return what the header shows; by default the mission on screen."""
        return self.ctx.mission.heading()

    def primary(self) -> str:
        """Return the name of the action that is the page's one primary button now; empty for none."""
        return self.PRIMARY

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action declared with this page does."""
        return {}

    def there(self) -> set[str]:
        """Return which needs of actions this page meets now."""
        return set()

    def day(self) -> dt.date | None:
        """Return the day of the mission one looks at; None where the page shows more than one, or none."""
        return None

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self]

    def take_focus(self) -> None:
        """Give the focus to what one does first here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        """Prepare to be shown: called each time before the page comes on screen."""

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one."""

    def place(self) -> object:
        """Return where one is on this page, for Back, for a new theme or language."""
        return None

    def restore(self, place: object) -> None:
        """Go to where one was."""

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        """Show what the undo or redo of a changeset has touched."""
