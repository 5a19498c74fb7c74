"""Be what stands over the readiness board: what is looked at, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ActionButton, fit_words
from missionplanner.gui.widgets.search_field import search_field
from missionplanner.gui.widgets.segments import Segments

_BUTTONS = ("ready_next", "ready_state", "requirement_new")


class Filter(StrEnum):
    """What of the board is looked at."""

    ALL = "all"
    OVERDUE = "overdue"
    OURS = "ours"


class ReadinessTools(QWidget):
    """Hold the filters. ``changed`` tells that one is other, ``left`` is Escape in the line."""

    changed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        t, theme = ctx.t, ctx.theme
        self._ctx = ctx
        self.setObjectName("readiness_tools")
        self.setAccessibleName(t("Filters of the board"))
        self.search = search_field(
            "readiness_search", t("Find people"), t("Name, organisation or group"), theme, t
        )
        self.search.textChanged.connect(self.changed)
        self.search.installEventFilter(self)
        self.search.setMinimumWidth(roomy(150))
        words = {Filter.ALL: t("All of it"), Filter.OVERDUE: t("Overdue"), Filter.OURS: t("Up to us")}
        self.parts = Segments("readiness_part", t("What is shown"), words, Filter.ALL)
        self.parts.chosen.connect(lambda _one: self.changed.emit())
        self._shown: tuple[tuple[UUID | None, str], ...] = ()
        self._one = choice({t("Every requirement"): None}, None, theme)
        self._one.setObjectName("readiness_requirement")
        self._one.setAccessibleName(t("Requirement"))
        self._one.setFont(font("body"))
        self._one.setFixedHeight(roomy(CONTROL))
        self._one.setMinimumContentsLength(12)
        self._one.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._one.currentIndexChanged.connect(self.changed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.parts)
        row.addWidget(self._one)
        row.addSpacing(roomy(8))
        self.buttons = [ActionButton(actions[name], theme) for name in _BUTTONS]
        for one in self.buttons:
            row.addWidget(one)
        self.setFocusProxy(self.search)

    def query(self) -> str:
        """Return what is looked for."""
        return self.search.text().strip()

    def part(self) -> Filter:
        """Return what of the board is looked at."""
        return Filter(str(self.parts.value()))

    def requirement(self) -> UUID | None:
        """Return the one requirement that is looked at, None for every one."""
        found: UUID | None = self._one.chosen()
        return found

    def choose(self, part: Filter, requirement: UUID | None, query: str) -> None:
        """Choose all three without telling."""
        with QSignalBlocker(self._one), QSignalBlocker(self.search):
            self.parts.group.buttons()[list(Filter).index(part)].setChecked(True)
            if requirement in self._one.values:
                self._one.setCurrentIndex(self._one.values.index(requirement))
            self.search.setText(query)

    def fill(self, some: Sequence[tuple[UUID, str]]) -> None:
        """Offer these requirements; the one that is looked at stays, if it is there."""
        wanted: tuple[tuple[UUID | None, str], ...] = ((None, self._ctx.t("Every requirement")), *some)
        if wanted == self._shown:
            return
        now = self.requirement()
        with QSignalBlocker(self._one):
            self._one.clear()
            self._one.addItems([words for _identity, words in wanted])
            self._one.values = tuple(identity for identity, _words in wanted)
            self._one.setCurrentIndex(self._one.values.index(now) if now in self._one.values else 0)
        self._shown = wanted

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        fit_words(self._row, self.buttons, self.width())

    def take_focus(self) -> None:
        """Go to the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear() if self.search.text() else self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
