"""Be what grids of the delegation have in common: tools above, the card below, the mission followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.grid_card import GridCard
from missionplanner.gui.matrix.grid_tools import GridTools
from missionplanner.gui.matrix.heads import ROOMY
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import roomy

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan


class GridView(QWidget):
    """Show the open mission's people against something. Subclasses make the parts, then ``put_together`` them.

    ``changed`` tells that what is chosen or shown is other now, ``delegates_wanted`` that somebody wants to add
    delegates.
    """

    changed = Signal()
    delegates_wanted = Signal()
    model: Grid
    table: GridTable
    tools: GridTools
    card: GridCard

    def __init__(self, ctx: Context, actions: Actions, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.ctx, self._actions = ctx, actions
        self._stale, self._aloud = True, False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)

    # -- said by subclasses -----------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        return QMenu(self)

    def fill(self, plan: MissionPlan) -> None:
        """Show the mission as it is, filtered as the tools say."""

    # -- the page asks ----------------------------------------------------------------------------

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.tools, self.card.region()]

    def take_focus(self) -> None:
        """Give the focus to the cells, or to what one begins with."""
        self.card.take_focus()

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._stale:
            self.show_now()

    def leave(self) -> None:
        """Be out of sight."""
        self._stale = True

    def set_narrow(self, narrow: bool) -> None:
        """Show names as wide as they are, or as narrow as they can be."""
        self.card.set_narrow(narrow)

    # -- showing ----------------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show the mission as it is now; what an edit made of the current cell is said aloud."""
        plan = self.ctx.mission.plan
        if plan is None:
            return
        self._stale = False
        self.fill(plan)
        self.card.follow()
        index = self.table.currentIndex()
        if self._aloud and index.isValid():
            self.ctx.say_aloud(self.table, self.model.spoken(index.row(), index.column()))
        self._aloud = False
        self._soon.start()

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self.show_now()

    def put_together(self, *heads: QHeaderView, below: QWidget | None = None) -> None:
        """Lay the parts out and listen to them; a menu opens at cells, and at ``heads`` for all of a line."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self.card, 1)
        if below is not None:
            column.addWidget(below)
        self.setFocusProxy(self.table)
        self.ctx.mission.changed.connect(self._hear)
        self.tools.changed.connect(self.show_now)
        self.tools.left.connect(self.take_focus)
        table = self.table
        table.sought.connect(self.tools.take_focus)
        table.chosen.connect(self._soon.start)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask)
        for one in heads:
            one.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            one.customContextMenuRequested.connect(lambda at, one=one: self._ask_at_edge(one, at))

    def _ask(self, at: QPoint) -> None:
        self.menu().popup(self.table.viewport().mapToGlobal(at))

    def _ask_at_edge(self, heads: QHeaderView, at: QPoint) -> None:
        place = heads.logicalIndexAt(at)
        if place >= 0:
            self.choose_all(heads, place)
            self.menu().popup(heads.mapToGlobal(at))

    def choose_all(self, heads: QHeaderView, place: int) -> None:
        """Choose what the menu of a whole line or column is about."""
        self.table.selectColumn(place) if heads is self.table.over else self.table.selectRow(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        self.set_narrow(self.width() < roomy(ROOMY))

    # A view that is hidden keeps what it shows; the plan may be another one when it comes back.
    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._stale = True
        super().hideEvent(event)
