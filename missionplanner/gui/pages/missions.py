"""List the missions of the workspace as cards, by status."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.text import folded
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.page import Page
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import ActionButton, button, label, picture
from missionplanner.gui.widgets.flow import Columns
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.mission_card import MissionCard
from missionplanner.gui.widgets.start_card import StartCard
from missionplanner.gui.wording import MISSION_STATUSES
from missionplanner.services import first_look
from missionplanner.services.first_look import Glimpse

_ORDER = {status: place for place, status in enumerate(MISSION_STATUSES)}


class MissionsPage(Page):
    """Show every mission, those that a search finds, or how to begin. ``chosen`` carries a mission's code."""

    NAME = "missions"
    chosen = Signal(str)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.missions: tuple[Glimpse, ...] = ()
        self._cards: list[MissionCard] = []
        self.search = QLineEdit()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._begin())
        self._stack.addWidget(self._list())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._reread)
        ctx.hub.changed.connect(self._hear)
        ctx.opened.connect(self._reread)

    def heading(self) -> Heading:
        """Return what the header shows."""
        t, count = self.ctx.t, len(self.missions)
        return Heading(t("Missions"), t.plural("{count} mission", "{count} missions", count) if count else "")

    def primary(self) -> str:
        return "new_mission" if self.missions else ""

    def show_missions(self, missions: tuple[Glimpse, ...]) -> None:
        """Show these missions; where there are none, the ways to begin."""
        self.missions = missions
        self._ways.show()
        self._stack.setCurrentIndex(1 if missions else 0)
        self._fill()
        self.changed.emit()

    def wait(self) -> None:
        """Show no way to begin while the sample is being prepared."""
        self._ways.hide()

    def take_focus(self) -> None:
        """Give the focus to what one does first here."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.missions:
            first = self.findChild(StartCard)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
        }
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, MissionCard):
            self.chosen.emit(focused.code)
        elif event.key() in steps and isinstance(focused, MissionCard) and focused in self._cards:
            place = self._cards.index(focused) + steps[Qt.Key(event.key())]
            if 0 <= place < len(self._cards):
                self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(self._cards[place])
        else:
            super().keyPressEvent(event)

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

    def _list(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(20, 12, 0, 0)
        column.setSpacing(8)
        self.search.setObjectName("search")
        self.search.setAccessibleName(t("Search missions"))
        self.search.setPlaceholderText(t("Search by title, place or code"))
        self.search.setFont(font("body"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "text3", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(420)
        names = {"search_clear": t("Clear the search"), "search_sign": t("Search missions")}
        inner = self.search.findChildren(QToolButton)
        for one, (name, words) in zip(inner, names.items(), strict=True):
            one.setObjectName(name)
            one.setAccessibleName(words)
        self.search.textChanged.connect(self._fill)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(ActionButton(self.actions_["import"], theme))
        column.addLayout(row)
        self._area = QScrollArea()
        self._area.setObjectName("missions_area")
        self._area.setAccessibleName(t("Missions"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        return made

    def _fill(self) -> None:
        if not self.missions:
            self._cards = []
            return
        wanted = folded(self.search.text())
        found = [one for one in self.missions if wanted in _searched(one)]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 20, 20)
        column.setSpacing(8)
        self._cards = []
        for _place, group in _grouped(found):
            self._add_group(column, group)
        if not found:
            self._add_nothing_found(column)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _add_group(self, column: QVBoxLayout, group: list[Glimpse]) -> None:
        _tone, word = self.ctx.wording.mission_status(group[0].status)
        heading = label(word, "strong", tone="quiet")
        heading.setContentsMargins(2, 8, 0, 0)
        column.addWidget(heading)
        grid = QWidget()
        flow = Columns(grid)
        for one in group:
            made = MissionCard(one, self.ctx.wording, self.ctx.theme)
            made.clicked.connect(lambda _checked=False, code=one.code: self.chosen.emit(code))
            self._cards.append(made)
            flow.addWidget(made)
        column.addWidget(grid)

    def _add_nothing_found(self, column: QVBoxLayout) -> None:
        t = self.ctx.t
        column.addSpacing(40)
        nothing = label(t("No mission matches “{text}”.", text=self.search.text()), "title", name="nothing_found")
        column.addWidget(nothing, 0, Qt.AlignmentFlag.AlignCenter)
        clear = button(t("Clear the search"), "clear_search", look="link")
        clear.clicked.connect(self.search.clear)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignCenter)

    def _begin(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(picture(theme, "globe", "accent", 48), 0, middle)
        column.addSpacing(6)
        column.addWidget(label(t("Welcome"), "display", name="welcome"), 0, middle)
        words = label(
            t("Plan a delegation mission, from the first idea to the paper everyone holds."), tone="quiet"
        )
        column.addWidget(words, 0, middle)
        column.addSpacing(16)
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for name, about in (
            ("sample", t("Two missions with 24 delegates each, to try everything on.")),
            ("new_mission", t("A name, the days and where it goes. The rest can wait.")),
            ("import", t("A mission that somebody sent you as a file.")),
        ):
            one = StartCard(self.actions_[name], about, theme)
            one.setMinimumSize(QSize(228, 132))
            one.setMaximumWidth(250)
            row.addWidget(one)
        row.addStretch(1)
        column.addWidget(self._ways)
        column.addStretch(3)
        return made

    def _columns(self) -> int:
        width = self._area.viewport().width() - 20
        return max(1, (width + 12) // 352)


def _grouped(missions: list[Glimpse]) -> list[tuple[int, list[Glimpse]]]:
    groups: dict[int, list[Glimpse]] = {}
    for one in missions:
        place = _ORDER[one.status] if one.status is not None else len(_ORDER)
        groups.setdefault(place, []).append(one)
    return sorted(groups.items())


def _searched(one: Glimpse) -> str:
    titles = [text for _language, text in one.title.entries]
    return folded(" ".join((one.code, *titles, *one.cities, str(one.first_day.year))))
