"""Know the pages of the window: make each when first wanted, go to it, back and on."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.page import Page
from missionplanner.gui.widgets.pages_stack import PagesStack

MISSIONS, OVERVIEW, AGENDA, DOCUMENTS = "missions", "overview", "agenda", "documents"
DELEGATION = "delegation"
PARTNERS = "partners"
LOGISTICS = "logistics"
BUDGET = "budget"
B2B = "b2b"
REPORT = "report"
TODAY = "today"
PORTFOLIO = "portfolio"
HISTORY, SETTINGS, TROUBLE, DIRECTORY = "history", "settings", "trouble", "directory"

PAGES: dict[str, str] = {
    MISSIONS: "MissionsPage",
    PORTFOLIO: "PortfolioPage",
    OVERVIEW: "OverviewPage",
    TODAY: "TodayPage",
    AGENDA: "AgendaPage",
    DELEGATION: "DelegationPage",
    PARTNERS: "PartnersPage",
    LOGISTICS: "LogisticsPage",
    BUDGET: "BudgetPage",
    B2B: "B2BPage",
    DOCUMENTS: "DocumentsPage",
    REPORT: "ReportPage",
    DIRECTORY: "DirectoryPage",
    HISTORY: "HistoryPage",
    SETTINGS: "SettingsPage",
    TROUBLE: "TroublePage",
}
"""Name of each page and its class, in the module of that name: loaded when the page is first wanted."""
OF_A_MISSION = (OVERVIEW, TODAY, AGENDA, DELEGATION, PARTNERS, LOGISTICS, BUDGET, B2B, DOCUMENTS, REPORT)
"""Pages that show the open mission, in the order of the rail."""
OF_THE_WORKSPACE = (MISSIONS, PORTFOLIO, DIRECTORY, HISTORY)
REMEMBERED = 50
"""How many places Back knows."""


@dataclass(frozen=True, slots=True)
class Where:
    """Be a place one was at: a page, the mission on it, and where on the page."""

    page: str
    code: str
    spot: object


class Places(QObject):
    """Hold the pages in a stack. ``moved`` tells that another page is shown, or another mission on it."""

    moved = Signal()
    item_wanted = Signal(object)
    mission_wanted = Signal(str)

    def __init__(self, ctx: Context, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._actions = ctx, actions
        self.stack = PagesStack()
        self.stack.setObjectName("pages")
        ctx.pages = self.stack
        self._made: dict[str, Page] = {}
        self.current = MISSIONS
        self._back: list[Where] = []
        self._forward: list[Where] = []
        self._narrow = False

    def page(self, name: str) -> Page:
        """Return a page, made where it was not wanted before."""
        if name not in self._made:
            module = importlib.import_module(f"missionplanner.gui.pages.{name}")
            made = cast("Page", getattr(module, PAGES[name])(self._ctx, self._actions))
            made.set_narrow(self._narrow)
            self._made[name] = made
            self.stack.addWidget(made)
            made.changed.connect(self.moved)
            made.item_wanted.connect(self.item_wanted)
            made.mission_wanted.connect(self.mission_wanted)
        return self._made[name]

    @property
    def shown(self) -> Page:
        """Return the page on screen."""
        return self.page(self.current)

    def can_show(self, name: str) -> bool:
        """Tell whether a page has something to show now."""
        return name in PAGES and (name not in OF_A_MISSION or self._ctx.mission.plan is not None)

    def go(self, name: str, *, remember: bool = True) -> bool:
        """Show a page and give it the focus; False where it has nothing to show."""
        if not self.can_show(name):
            return False
        if remember and self.current in self._made and (name != self.current):
            self._keep_step()
        page = self.page(name)
        self.current = name
        page.arrive()
        focused = QApplication.focusWidget()
        if focused is not None and self.stack.isAncestorOf(focused):
            focused.clearFocus()  # else Qt gives it to the page's first control before the page itself can
        self.stack.setCurrentWidget(page)
        page.take_focus()
        self.moved.emit()
        return True

    def here(self) -> Where:
        """Return where one is."""
        return Where(self.current, self._ctx.mission.code, self.shown.place())

    def return_to(self, where: Where) -> None:
        """Go to a place one was at; to the missions where its mission is gone."""
        there = not where.code or where.code == self._ctx.mission.code or self._ctx.mission.open(where.code)
        if self.go(where.page if there else MISSIONS, remember=False) and there and where.spot is not None:
            self.shown.restore(where.spot)

    def go_back(self) -> None:
        """Go to the place before."""
        self._turn(self._back, self._forward)

    def go_on(self) -> None:
        """Go to the place one came back from."""
        self._turn(self._forward, self._back)

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_on(self) -> bool:
        return bool(self._forward)

    def step_from(self, where: Where) -> None:
        """Remember a place as the one Back goes to."""
        self._back = [*self._back[1 - REMEMBERED :], where]
        self._forward = []

    def forget(self) -> None:
        """Forget every place: another workspace is shown."""
        self._back, self._forward = [], []

    def set_narrow(self, narrow: bool) -> None:
        """Fit all pages to the width of the window."""
        self._narrow = narrow
        for one in self._made.values():
            one.set_narrow(narrow)

    def take_trail(self, other: Places) -> None:
        """Know the way that other places knew: they were made in another theme or language."""
        self._back, self._forward = other._back, other._forward

    def _keep_step(self) -> None:
        if self.current != TROUBLE:
            self.step_from(self.here())

    def _turn(self, source: list[Where], target: list[Where]) -> None:
        if source:
            target.append(self.here())
            self.return_to(source.pop())
