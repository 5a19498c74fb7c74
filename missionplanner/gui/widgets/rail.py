"""Show the places of the program at the left edge; icons only where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout

from missionplanner.base.i18n import Translator
from missionplanner.gui.actions import Actions
from missionplanner.gui.places import OF_A_MISSION, OF_THE_WORKSPACE, PAGES, SETTINGS, TODAY
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import RAIL, RAIL_NARROW
from missionplanner.gui.widgets.basics import Elided, icon_name, keys_of, label, set_icon

_ICON = 18
"""Pixels of a place's icon, at the usual size of letters."""


class Rail(QFrame):
    """Hold one button a place; the mission on screen has its name above its own places."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme, self.t = theme, t
        self._buttons: list[QToolButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 14, 10, 12)
        self._column.setSpacing(3)
        self._name = label("Mission Planner", "title", name="program_name")
        self._name.setContentsMargins(8, 0, 0, 10)
        self._heading = label(t("Mission"), "caption", tone="quiet", name="mission_heading")
        self._heading.setContentsMargins(12, 12, 0, 4)
        self._mission = QFrame()
        self._mission.setObjectName("mission")
        inner = QVBoxLayout(self._mission)
        inner.setContentsMargins(12, 7, 10, 7)
        inner.setSpacing(0)
        self._title = Elided("", "strong", colour="rail_on", theme=theme)
        self._days = Elided("", "caption", colour="rail_text", theme=theme)
        inner.addWidget(self._title)
        inner.addWidget(self._days)
        self._column.addWidget(self._name)
        self._of_mission: dict[str, QToolButton] = {}
        self._under_way = False
        self._narrow = False

    def build(self, actions: Actions) -> None:
        """Put the places in: those of the workspace, of the mission, and at the foot settings and keys."""
        for name in self._shown(OF_THE_WORKSPACE):
            self._column.addWidget(self._place(actions[name]))
        self._column.addWidget(self._heading)
        self._column.addWidget(self._mission)
        self._column.addSpacing(4)
        for name in self._shown(OF_A_MISSION):
            made = self._place(actions[name])
            self._of_mission[name] = made
            self._column.addWidget(made)
        self._column.addStretch(1)
        for name in self._shown((SETTINGS,)):
            self._column.addWidget(self._place(actions[name]))
        keys = self._button(actions["shortcuts"].text(), icon_name(actions["shortcuts"]), "shortcuts_button")
        keys.clicked.connect(actions["shortcuts"].trigger)
        self._column.addWidget(keys)

    @staticmethod
    def _shown(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in PAGES)

    def show_mission(self, title: str, days: str, *, under_way: bool = False) -> None:
        """Name the mission on screen, nothing where there is none; its day is a place while it is under way."""
        self._under_way = under_way
        self._title.set_text(title)
        self._days.set_text(days)
        self._follow()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(RAIL_NARROW + roomy(_ICON) - _ICON if narrow else roomy(RAIL))
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for one in self._buttons:
            one.setToolButtonStyle(style)
        self._follow()

    def _follow(self) -> None:
        there = bool(self._title.text)
        self._name.setVisible(not self._narrow)
        self._heading.setVisible(there and not self._narrow)
        self._mission.setVisible(there and not self._narrow)
        for name, one in self._of_mission.items():
            one.setVisible(there and (name != TODAY or self._under_way))

    def _place(self, action: QAction) -> QToolButton:
        made = self._button(action.text(), icon_name(action), f"{action.objectName()}_place")
        keys = keys_of(action)
        made.setToolTip(f"{action.text()}  {keys}")
        made.setCheckable(True)
        action.setCheckable(True)
        made.setChecked(action.isChecked())
        action.toggled.connect(made.setChecked)

        def go() -> None:
            made.setChecked(action.isChecked())
            action.trigger()

        made.clicked.connect(go)
        return made

    def _button(self, text: str, icon: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setText(f"  {text}")
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setFont(font("button"))
        set_icon(made, self._theme.icon(icon, "rail_text", _ICON, on="rail_on"), _ICON)
        made.setMinimumHeight(34)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._buttons.append(made)
        return made
