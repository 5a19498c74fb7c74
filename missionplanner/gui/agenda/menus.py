"""Show what can be done with what is chosen on the agenda; name what is different for each mission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.agenda import GROUP_KEYS
from missionplanner.gui.theme import Theme

CHOSEN = (
    ("inspect", "rename_item", "move_item", "lock"),
    ("cut", "copy", "copy_message", "paste", "duplicate", "delete_items"),
    ("shift", "split", "rejoin", "propose_slot", "choose_kind", "save_template"),
)
NOTHING = (
    ("new_item", "paste", "paste_after"),
    ("templates", "copy_day", "copy_day_message"),
    ("see_as", "second_zone", "fit"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Be a line of a menu: ``do`` what it does, ``look`` at what that would be while it is considered."""

    words: str
    icon: str
    do: Callable[[], object]
    look: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """Be what a menu shows while one goes through it: ``at`` by the name of an action, ``leave`` afterwards."""

    at: Callable[[str], object]
    leave: Callable[[], object]


def menu_of(
    parent: QWidget, actions: Actions, theme: Theme, looks: Looks, *, chosen: bool, first: Sequence[Entry] = ()
) -> QMenu:
    """Make the menu of the agenda; ``first`` are lines for the chosen item alone, above all others."""
    menu = QMenu(parent)
    menu.setObjectName("board_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, first, theme, looks.leave)
    for number, names in enumerate(CHOSEN if chosen else NOTHING):
        if number or first:
            menu.addSeparator()
        for name in names:
            menu.addAction(actions[name])
    menu.hovered.connect(lambda action: looks.at(action.objectName()) if action.objectName() else None)
    return menu


def fill(menu: QMenu, entries: Iterable[Entry], theme: Theme, leave: Callable[[], object]) -> None:
    """Add lines to a menu; ``leave`` ends looking at what one of them would do."""
    looks: dict[QAction, Callable[[], object]] = {}
    for entry in entries:
        action = menu.addAction(theme.icon(entry.icon), entry.words.replace("&", "&&"))
        action.triggered.connect(lambda _on=False, do=entry.do: do())
        if entry.look is not None:
            looks[action] = entry.look
    menu.hovered.connect(lambda action: looks[action]() if action in looks else leave())
    menu.aboutToHide.connect(leave)


def name_groups(actions: Actions, plan: MissionPlan | None, t: Translator) -> None:
    """Let the actions of groups say which group each is; those of groups there are not stay out of sight."""
    groups = plan.groups if plan is not None else ()
    for number in range(1, GROUP_KEYS + 1):
        action = actions[f"group_{number}"]
        action.setVisible(number <= len(groups))
        if plan is not None and number <= len(groups):
            name = groups[number - 1].name
            words = name.best(t.language, plan.mission.languages) if name else str(number)
            action.setText(t("For {group}, or not", group=words))
