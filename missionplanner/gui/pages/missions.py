"""List the missions of the workspace as cards, by status."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.missions import CARD
from missionplanner.gui.context import Context
from missionplanner.gui.mission_edits import MissionEdits
from missionplanner.gui.page import Page
from missionplanner.gui.settings_flow import SettingsFlow
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import ICON, ActionButton, button, label, set_icon
from missionplanner.gui.widgets.flow import Columns
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.mission_card import MissionCard
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.search_field import search_field
from missionplanner.gui.widgets.welcome import Welcome
from missionplanner.services import first_look
from missionplanner.services.first_look import Glimpse

_LAST = (MissionStatus.POSTPONED, MissionStatus.CANCELLED, None, MissionStatus.ARCHIVED)
"""Statuses after all others, in this order; None is of a mission without one."""
_ORDER: dict[MissionStatus | None, int] = {
    status: place for place, status in enumerate((*[one for one in MissionStatus if one not in _LAST], *_LAST))
}
_CARD_MENU = (
    "card_details",
    "copy_mission",
    "export_mission",
    "",
    "archive_mission",
    "delete_mission",
)
"""Actions of a card's menu after the first; a line where the name is empty."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Be where one is on the page: the card, what is searched, whether the archive is open."""

    code: str
    text: str
    archive: bool


class MissionsPage(Page):
    """Show every mission, those that a search finds, or how to begin. ``chosen`` carries a mission's code."""

    NAME = "missions"
    chosen = Signal(str)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.missions: tuple[Glimpse, ...] = ()
        self._cards: list[MissionCard] = []
        self._current = ""
        self._archive_open = False
        self._edits = MissionEdits(ctx, self)
        self._edits.made.connect(self.chosen)
        words, hint = ctx.t("Search missions"), ctx.t("Search by title, place or code")
        self.search = search_field("search", words, hint, ctx.theme, ctx.t)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.take_focus)
        self._welcome: Welcome | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._reread)
        ctx.hub.changed.connect(self._hear)
        ctx.opened.connect(self._reread)
        ctx.mission.changed.connect(self._name_archive_action)

    def heading(self) -> Heading:
        """Return what the header shows."""
        t, count = self.ctx.t, len(self.missions)
        return Heading(t("Missions"), t.plural("{count} mission", "{count} missions", count) if count else "")

    def primary(self) -> str:
        return "new_mission" if self.missions else ""

    def there(self) -> set[str]:
        return {CARD} if self._glimpse() is not None and self.ctx.workspace is not None else set()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        edits = self._edits
        return {
            "from_template": self._from_template,
            "card_details": lambda: edits.details(self.current),
            "copy_mission": lambda: edits.copy(self.current),
            "export_mission": lambda: edits.export(self.current),
            "archive_mission": lambda: edits.archive(self.current),
            "delete_mission": lambda: edits.delete(self.current),
        }

    @property
    def current(self) -> str:
        """Return the code of the mission one is at: here of the card with the focus, else of the open mission."""
        return (self._current if self.isVisible() else "") or self.ctx.mission.code

    @property
    def welcome(self) -> Welcome:
        """Return the ways to begin, made when they are first wanted: most starts have missions to show."""
        if self._welcome is None:
            self._welcome = Welcome(self.ctx, self.actions_, SettingsFlow(self.ctx, self))
            self._stack.addWidget(self._welcome)
        return self._welcome

    def show_missions(self, missions: tuple[Glimpse, ...]) -> None:
        """Show these missions; where there are none, the ways to begin."""
        self.missions = missions
        if missions:
            self._stack.setCurrentIndex(0)
        else:
            self.welcome.ways.show()
            self._stack.setCurrentWidget(self.welcome)
        self._fill()
        self.changed.emit()

    def wait(self) -> None:
        """Show no way to begin while the sample is being prepared."""
        self.welcome.ways.hide()

    def arrive(self) -> None:
        self._current = self.ctx.mission.code or self._current

    def take_focus(self) -> None:
        """Give the focus to the card one was at, else the first, else to what one begins with."""
        card = self._card(self.current) or next(iter(self._cards), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.missions:
            self.welcome.take_focus()
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> object:
        return Spot(self._current, self.search.text(), self._archive_open)

    def restore(self, place: object) -> None:
        if isinstance(place, Spot):
            self._archive_open = place.archive
            self._current = place.code
            self.search.setText(place.text)
            self._fill()
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        focused = QApplication.focusWidget()
        key, plain = event.key(), event.modifiers() in (_NONE, _PAD)
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and isinstance(focused, MissionCard):
            self.chosen.emit(focused.code)
        elif key == Qt.Key.Key_N and plain and self.ctx.settings.values.letters:
            self.actions_["new_mission"].trigger()
        elif not (plain and self._step(key, focused)):
            super().keyPressEvent(event)

    # -- cards ------------------------------------------------------------------------------------

    def _step(self, key: int, focused: QWidget | None) -> bool:
        """Go to another card by an arrow key; from the search, down to the first."""
        if focused is self.search and key == Qt.Key.Key_Down and self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if not isinstance(focused, MissionCard) or focused not in self._cards:
            return False
        place = self._cards.index(focused)
        target = {
            Qt.Key.Key_Left: place - 1,
            Qt.Key.Key_Right: place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._cards) - 1,
            Qt.Key.Key_Up: self._across(place, -1),
            Qt.Key.Key_Down: self._across(place, 1),
        }.get(Qt.Key(key))
        if target is None:
            return False
        if 0 <= target < len(self._cards):
            self._cards[target].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._cards[target])
        return True

    def _across(self, place: int, steps: int) -> int:
        """Return the nearest card of the row above or below, whichever group it is in; -1 where there is none."""
        here = self._cards[place]
        middle = here.mapTo(self, here.rect().center())
        best, found = (10**9, 10**9), -1
        for number, one in enumerate(self._cards):
            there = one.mapTo(self, one.rect().center())
            down = (there.y() - middle.y()) * steps
            if down > here.height() // 2:
                far = (down, abs(there.x() - middle.x()))
                if far < best:
                    best, found = far, number
        return found

    def _hear(self, _receipt: object) -> None:
        self._later.start()

    def _reread(self) -> None:
        if self.ctx.path is None or self.ctx.workspace is None:
            return
        try:
            found = first_look.missions(self.ctx.path)
        except MissionPlannerError as error:
            self.ctx.tell(error)
            return
        if found != self.missions:
            self.show_missions(found)

    def _fill(self) -> None:
        if not self.missions:
            self._cards, self._current = [], ""
            return
        had_focus = isinstance(QApplication.focusWidget(), MissionCard)
        wanted = folded(self.search.text())
        found = [one for one in self.missions if wanted in _searched(one)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 20, 20)
        column.setSpacing(8)
        self._cards = []
        for status, group in _grouped(found):
            self._add_group(column, status, group, searching=bool(wanted))
        if not found:
            self._add_nothing_found(column)
        column.addStretch(1)
        self._area.setWidget(inside)
        if self._card(self._current) is None:
            self._current = ""
        if had_focus:
            self.take_focus()

    def _add_group(
        self, column: QVBoxLayout, status: MissionStatus | None, group: list[Glimpse], *, searching: bool
    ) -> None:
        grid = QWidget()
        flow = Columns(grid)
        shown = status is not MissionStatus.ARCHIVED or self._archive_open or searching
        for one in group if shown else ():
            made = MissionCard(one, self.ctx.wording, self.ctx.theme)
            made.clicked.connect(lambda _checked=False, code=one.code: self.chosen.emit(code))
            made.reached.connect(lambda code=one.code: self._reach(code))
            made.asked.connect(lambda point, code=one.code: self._show_menu(point, code))
            self._cards.append(made)
            flow.addWidget(made)
        column.addWidget(self._group_heading(status, len(group), shown, searching), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(grid)
        grid.setVisible(shown)

    def _group_heading(self, status: MissionStatus | None, count: int, shown: bool, searching: bool) -> QWidget:
        word = f"{self.ctx.wording.mission_status(status)[1]}  {count}"
        if status is not MissionStatus.ARCHIVED or searching:
            heading = label(word, "strong", tone="quiet")
            heading.setContentsMargins(2, 8, 0, 0)
            return heading
        folded_away = button(word, "archive_fold", look="flat")
        folded_away.setFont(font("strong"))
        set_icon(folded_away, self.ctx.theme.icon("chevron-down" if shown else "chevron-right", "text2", ICON))
        folded_away.setCheckable(True)
        folded_away.setChecked(shown)
        folded_away.setAccessibleName(self.ctx.t("Archived missions"))
        folded_away.toggled.connect(self._fold)
        return folded_away

    def _fold(self, shown: bool) -> None:
        self._archive_open = shown
        QTimer.singleShot(0, self, self._fill_and_stay)

    def _fill_and_stay(self) -> None:
        self._fill()
        again = self.findChild(QPushButton, "archive_fold")
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, again, lambda: self._area.ensureWidgetVisible(again))

    def _add_nothing_found(self, column: QVBoxLayout) -> None:
        t = self.ctx.t
        column.addSpacing(40)
        nothing = label(t("No mission matches “{text}”.", text=self.search.text()), "title", name="nothing_found")
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(nothing)
        clear = button(t("Clear the search"), "clear_search", look="link")
        clear.clicked.connect(self.search.clear)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignCenter)

    def _card(self, code: str) -> MissionCard | None:
        return next((one for one in self._cards if code and one.code == code), None)

    def _glimpse(self) -> Glimpse | None:
        return next((one for one in self.missions if one.code == self.current), None)

    def _reach(self, code: str) -> None:
        if code != self._current:
            self._current = code
            self.changed.emit()
        self._name_archive_action()

    def _name_archive_action(self) -> None:
        one, t = self._glimpse(), self.ctx.t
        there = one is not None and one.status is MissionStatus.ARCHIVED
        action = self.actions_["archive_mission"]
        action.setText(t("Take the mission out of the archive") if there else t("Archive the mission"))
        action.setIcon(self.ctx.theme.icon("archive-restore" if there else "archive"))

    def _show_menu(self, point: QPoint, code: str) -> None:
        self.menu_of(code).popup(point)

    def menu_of(self, code: str) -> QMenu:
        """Return the menu of a card, which is the current one from now on."""
        self._reach(code)
        menu = QMenu(self)
        menu.setObjectName("card_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(self.ctx.theme.icon("folder-open"), self.ctx.t("Open the mission"))
        opening.setObjectName("open_card")
        opening.triggered.connect(lambda: self.chosen.emit(code))
        menu.setDefaultAction(opening)
        for name in _CARD_MENU:
            if name:
                menu.addAction(self.actions_[name])
            else:
                menu.addSeparator()
        return menu

    def _from_template(self) -> None:
        from missionplanner.gui.dialogs.from_template import FromTemplateDialog

        if self.ctx.workspace is not None:
            FromTemplateDialog(self.window(), self.ctx, self.ctx.workspace, self.chosen.emit).open()

    # -- building ---------------------------------------------------------------------------------

    def _list(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(20, 12, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        for name in ("from_template", "import"):
            row.addWidget(ActionButton(self.actions_[name], theme))
        column.addLayout(row)
        self._area = Scrolled("missions_area", t("Missions"))
        column.addWidget(self._area, 1)
        return made


_NONE, _PAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def _grouped(missions: list[Glimpse]) -> list[tuple[MissionStatus | None, list[Glimpse]]]:
    groups: dict[MissionStatus | None, list[Glimpse]] = {}
    for one in missions:
        groups.setdefault(one.status, []).append(one)
    return sorted(groups.items(), key=lambda pair: _ORDER[pair[0]])


def _searched(one: Glimpse) -> str:
    titles = [text for _language, text in one.title.entries]
    return folded(" ".join((one.code, *titles, *one.cities, str(one.first_day.year))))
