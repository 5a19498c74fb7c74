"""Hold the tools above the board: which view, as whom, which kinds, which clock, and what to add."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import FAMILIES, ICONS, TOOLBAR
from missionplanner.gui.widgets.basics import ActionButton, button

SPARE = 8
"""Pixels that stay free before a word is cut."""
_SHORTEST = 72
"""Pixels a name has at least."""
VIEWS = ("whole_mission", "one_day", "list_view")


class AgendaTools(QFrame):
    """Be the row of tools. ``kinds_chosen`` carries the kinds to show, None for all."""

    kinds_chosen = Signal(object)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("agenda_tools")
        self.setMinimumHeight(roomy(TOOLBAR))
        self._ctx, self._actions = ctx, actions
        self._shown: set[ItemKind] = set(ItemKind)
        self._worded: set[QWidget] = set()
        self._viewer = ""
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(4)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for name in VIEWS:
            segments.addWidget(self._segment(actions[name], first=name == VIEWS[0], last=name == VIEWS[-1]))
        self.shelf = ActionButton(actions["shelf"], ctx.theme, look="flat", icon_only=True)
        row.addWidget(self.shelf)
        row.addLayout(segments)
        row.addSpacing(8)
        self._as = self._flat(ctx.t("See as: everyone"), "eye", "see_as_button")
        self._as.clicked.connect(actions["see_as"].trigger)
        self._everyone = self._flat("", "x", "see_everyone_button")
        self._everyone.setAccessibleName(ctx.t("See everyone"))
        self._everyone.setToolTip(ctx.t("See everyone"))
        self._everyone.clicked.connect(actions["see_everyone"].trigger)
        self._everyone.hide()
        self.kinds = self._flat(ctx.t("All kinds"), "funnel", "kinds_button")
        self.kinds.setMenu(self._kinds_menu())
        self.clock = self._flat("", "clock", "clock_button")
        for one in (self._as, self._everyone, self.kinds, self.clock):
            row.addWidget(one)
        row.addStretch(1)
        self.templates = ActionButton(actions["templates"], ctx.theme, look="flat")
        row.addWidget(self.templates)
        self.add = ActionButton(actions["new_item"], ctx.theme)
        row.addWidget(self.add)

    def show_view(self, name: str) -> None:
        """Tell which of the views is on screen."""
        for one in VIEWS:
            self._actions[one].setChecked(one == name)

    def show_shelf(self, there: bool) -> None:
        """Offer to fold the shelf, where something lies on it and the board shows it."""
        self.shelf.setVisible(there)

    def show_viewer(self, name: str) -> None:
        """Tell as whom the agenda is seen; nobody in particular where the name is empty."""
        t, self._viewer = self._ctx.t, name
        self._everyone.setVisible(bool(name))
        self._as.setProperty("on", bool(name))
        self._as.style().polish(self._as)
        self._say(self._as, t("See as: {name}", name=name) if name else t("See as: everyone"))

    def show_clock(self, words: str) -> None:
        """Tell how another place's clocks differ."""
        self._say(self.clock, words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give words to as many tools as have room, the most wanted first; the others show their icon alone.

        As whom the agenda is seen is never left out: at least the name is said.
        """
        wanted: list[QWidget] = [self.add, self._as, self.templates, self.clock, self.kinds]
        if self._viewer:
            wanted = [self._as, self.add, *wanted[2:]]
        self._worded = set()
        for one in wanted:
            self._word(one, worded=False)
        room = self.width() - self._row.sizeHint().width() - SPARE
        for one in wanted:
            bare = one.sizeHint().width()
            self._word(one, worded=True)
            room -= one.sizeHint().width() - bare
            if room < 0:
                self._word(one, worded=False)
                room += one.sizeHint().width() - bare
                if one is not self._as or not self._viewer:
                    return
                room -= self._name_alone(room)

    def _name_alone(self, room: int) -> int:
        """Say the bare name of as whom the agenda is seen, shortened to the room; return what it takes."""
        bare = self._as.sizeHint().width()
        width = max(room, roomy(_SHORTEST))
        self._as.setText(f" {self._as.fontMetrics().elidedText(self._viewer, Qt.TextElideMode.ElideRight, width)}")
        return self._as.sizeHint().width() - bare

    def _word(self, one: QWidget, *, worded: bool) -> None:
        (self._worded.add if worded else self._worded.discard)(one)
        if isinstance(one, ActionButton):
            one.set_icon_only(not worded)
        elif isinstance(one, QPushButton):
            one.setText(f" {one.accessibleName()}" if worded else "")

    def show_kinds(self, kinds: set[ItemKind] | None) -> None:
        """Tick the families that are shown."""
        self._shown = set(ItemKind) if kinds is None else kinds
        for family, action in self._families.items():
            action.setChecked(all(kind in self._shown for kind in _of_family(family)))
        t = self._ctx.t
        hidden = len([one for one in self._families.values() if not one.isChecked()])
        self._say(
            self.kinds,
            t.plural("{count} kind hidden", "{count} kinds hidden", hidden) if hidden else t("All kinds"),
        )

    def _kinds_menu(self) -> QMenu:
        t = self._ctx.t
        menu = QMenu(self)
        menu.setObjectName("kinds_menu")
        words = {
            "visit": t("Visits"),
            "institutional": t("Meetings and conferences"),
            "pitching": t("Pitching and workshops"),
            "b2b": t("B2B and networking"),
            "meal": t("Meals and receptions"),
            "briefing": t("Briefings and others"),
            "travel": t("Travel and logistics"),
        }
        self._families: dict[str, QAction] = {}
        for family, text in words.items():
            action = menu.addAction(self._ctx.theme.icon(ICONS[_of_family(family)[0]]), text)
            action.setObjectName(f"kinds_{family}")
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(lambda _on=False, family=family: self._turn(family))
            self._families[family] = action
        menu.addSeparator()
        everything = menu.addAction(t("All kinds"))
        everything.setObjectName("kinds_all")
        everything.triggered.connect(lambda _on=False: self.kinds_chosen.emit(None))
        return menu

    def _turn(self, family: str) -> None:
        mine = set(_of_family(family))
        shown = self._shown | mine if self._families[family].isChecked() else self._shown - mine
        self.kinds_chosen.emit(None if shown == set(ItemKind) else shown)

    def _segment(self, action: QAction, *, first: bool, last: bool) -> QPushButton:
        made = button(action.text(), f"{action.objectName()}_segment", look="segment")
        made.setProperty("end", "first" if first else "last" if last else "middle")
        made.setCheckable(True)
        action.setCheckable(True)
        made.setToolTip(f"{action.text()}  {action.shortcut().toString()}")
        action.toggled.connect(made.setChecked)
        made.clicked.connect(lambda _checked=False: self._press(made, action))
        return made

    @staticmethod
    def _press(made: QPushButton, action: QAction) -> None:
        made.setChecked(action.isChecked())
        action.trigger()

    def _flat(self, text: str, icon: str, name: str) -> QPushButton:
        made = button(text, name, look="flat")
        made.setToolTip(text)
        made.setFont(font("button"))
        made.setIcon(self._ctx.theme.icon(icon, "text2", 16))
        made.setIconSize(QSize(16, 16))
        return made

    def _say(self, made: QPushButton, words: str) -> None:
        made.setAccessibleName(words)
        made.setToolTip(words)
        if self.isVisible():
            self._fit()


def _of_family(family: str) -> list[ItemKind]:
    return [kind for kind, its in FAMILIES.items() if its == family]
