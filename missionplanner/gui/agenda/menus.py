"""Show what can be done with what is chosen on the agenda; name what is different for each mission."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.agenda import GROUP_KEYS

CHOSEN = (
    ("inspect", "rename_item", "move_item", "lock"),
    ("cut", "copy", "copy_message", "paste", "duplicate", "delete_items"),
    ("shift", "split", "rejoin", "choose_kind", "save_template"),
)
NOTHING = (("new_item", "paste", "paste_after"), ("templates", "copy_day"), ("see_as", "second_zone", "fit"))


def show_menu(parent: QWidget, actions: Actions, point: QPoint, *, chosen: bool) -> None:
    """Open the menu of the agenda at a point of the screen."""
    menu = QMenu(parent)
    menu.setObjectName("board_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, names in enumerate(CHOSEN if chosen else NOTHING):
        if number:
            menu.addSeparator()
        for name in names:
            menu.addAction(actions[name])
    menu.popup(point)


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
