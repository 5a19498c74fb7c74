"""Make the actions that were declared, and enable them together."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from missionplanner.base.i18n import Translator
from missionplanner.gui.actions import (
    agenda,
    budget,
    checks,
    delegation,
    directory,
    documents,
    lists,
    logistics,
    matchmaking,
    meetings,
    missions,
    partners,
    portfolio,
    report,
    taking_part,
    today,
    window,
)
from missionplanner.gui.actions.spec import Spec
from missionplanner.gui.theme import Theme

SPECS: tuple[Spec, ...] = (
    *missions.SPECS,
    *documents.SPECS,
    *window.SPECS,
    *portfolio.SPECS,
    *directory.SPECS,
    *agenda.SPECS,
    *delegation.SPECS,
    *budget.SPECS,
    *checks.SPECS,
    *lists.SPECS,
    *taking_part.SPECS,
    *partners.SPECS,
    *logistics.SPECS,
    *matchmaking.SPECS,
    *meetings.SPECS,
    *today.SPECS,
    *report.SPECS,
)
"""Every action, in the order of the menus."""


class Actions(QObject):
    """Make the actions of a window and enable them together."""

    def __init__(self, t: Translator, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(t(spec.text), self)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            local = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(local if spec.local else Qt.ShortcutContext.WindowShortcut)
            action.setEnabled(not spec.needs)
            self._made[spec.name] = action

    def set_letters(self, on: bool) -> None:
        """Give the actions their keys of a single letter, or take them away (WCAG 2.1.4)."""
        for spec in SPECS:
            if any(is_letter(key) for key in spec.keys):
                keys = [key for key in spec.keys if on or not is_letter(key)]
                self._made[spec.name].setShortcuts([QKeySequence(key) for key in keys])

    def draw_icons(self) -> None:
        """Give the actions their icons, for the menus. Dozens of drawings can wait for the first paint."""
        for spec in SPECS:
            if spec.icon:
                self._made[spec.name].setIcon(self._theme.icon(spec.icon))

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def connect_all(self, do: Callable[[Spec], object]) -> None:
        """Call ``do`` with its declaration whenever an action is triggered."""
        for spec in SPECS:
            self._made[spec.name].triggered.connect(lambda _checked=False, spec=spec: do(spec))

    def enable(self, there: Collection[str], without: Collection[str] = ()) -> None:
        """Enable what needs nothing or something of ``there``, disable the rest, and those named ``without``."""
        for spec in SPECS:
            if spec.needs:
                self._made[spec.name].setEnabled(spec.needs in there and spec.name not in without)

    def local_to(self, page: str) -> list[QAction]:
        """Return the actions whose keys work only where a page has the focus."""
        return [self._made[spec.name] for spec in SPECS if spec.local and spec.page == page]

    def of_menu(self, menu: str) -> list[tuple[QAction, bool]]:
        """Return the actions of a menu; True where a line goes before."""
        return [(self._made[spec.name], spec.separated) for spec in SPECS if spec.menu == menu]


def is_letter(key: str) -> bool:
    """Tell whether a key is one character typed without Ctrl, Alt or Meta."""
    return len(key.rpartition("Shift+")[2]) == 1
