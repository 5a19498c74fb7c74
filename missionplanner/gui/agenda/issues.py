"""Go through what the checks found on the agenda: show it, solve it, live with it, look ahead at a fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.checks.findings import Finding
from missionplanner.gui.agenda.menus import Entry
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage

MENU_FIXES = 3
"""How many fixes the menu of an item offers."""


class Issues(QObject):
    """Do what the strip, the list and the inspector ask for about findings."""

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        for part in (page.inspector, page.strip):
            part.fix_wanted.connect(page.whole.fix)
            part.accept_wanted.connect(page.whole.accept)
            part.fix_pointed.connect(page.foresight.point)
        page.strip.wanted.connect(self.show)
        page.strip.withdraw_wanted.connect(page.whole.withdraw)
        page.strip.checks_wanted.connect(page.actions_["checks"].trigger)
        self._menus: list[QMenu] = []
        page.actions_["apply_fix"].hovered.connect(self._consider)
        page.strip.folded.connect(lambda folded: ctx.settings.change(issues_folded=folded))

    @property
    def fixable(self) -> bool:
        """Tell whether the finding in front has a fix."""
        current = self._page.strip.current
        return current is not None and bool(current.fixes)

    def show(self, finding: Finding) -> None:
        """Show the items a finding is about."""
        self._page.show_items(finding.items)
        self._page.take_focus()
        self._ctx.say_aloud(self._page.views.part, self._page.strip.sentence(finding))

    def turn(self, steps: int) -> None:
        """Go to the next finding, or the one before, and to its item."""
        finding = self._page.strip.turn(steps)
        if finding is not None:
            self.show(finding)
        self._page.changed.emit()

    def fix(self) -> None:
        """Apply the first fix of the finding in front."""
        finding = self._page.strip.current
        if finding is not None and finding.fixes:
            self._page.whole.fix(finding, finding.fixes[0])

    def accept(self) -> None:
        """Ask why the finding in front is accepted."""
        if self._page.strip.current is not None:
            self._page.whole.accept(self._page.strip.current)

    def entries(self) -> list[Entry]:
        """Return what a menu offers for the chosen item: the fixes of what was found about it."""
        chosen, page, t = self._page.chosen(), self._page, self._ctx.t
        if len(chosen) != 1:
            return []
        about = [one for one in page.strip.findings if chosen[0] in one.items]
        pairs = [(finding, fix) for finding in about for fix in finding.fixes]
        return [
            Entry(
                t.say(fix.message),
                "wrench",
                lambda finding=finding, fix=fix: page.whole.fix(finding, fix),  # type: ignore[misc]
                lambda finding=finding, fix=fix: page.foresight.point(finding, fix),  # type: ignore[misc]
            )
            for finding, fix in pairs[:MENU_FIXES]
        ]

    def look_at(self, action: str) -> None:
        """Look ahead at what an action of a menu would do, where that can be told."""
        from missionplanner.services.programme import grouping

        plan, page = self._ctx.mission.plan, self._page
        current = page.strip.current
        if action == "apply_fix" and current is not None and current.fixes:
            page.foresight.point(current, current.fixes[0])
        elif action == "rejoin" and plan is not None and page.chosen():
            try:
                page.foresight.look(grouping.rejoin_preview(plan, page.chosen()))
            except MissionPlannerError as error:
                page.foresight.leave()
                page.foresight.caption.say(self._ctx.t.say(error))
        else:
            page.foresight.leave()

    def _consider(self) -> None:
        """Look ahead while the fix is the line of a menu one is on."""
        self.look_at("apply_fix")
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and menu not in self._menus:
            self._menus.append(menu)
            leave = self._page.foresight.leave
            menu.hovered.connect(lambda action: None if action.objectName() == "apply_fix" else leave())
            menu.aboutToHide.connect(leave)
            menu.destroyed.connect(lambda: self._menus.remove(menu))
