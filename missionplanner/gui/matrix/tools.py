"""Be what stands over the matrix: whom one looks for, which day, what people are lined up by, what is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.matrix.grid import Look
from missionplanner.gui.matrix.lines import WORDS as BY_WORDS
from missionplanner.gui.matrix.lines import By
from missionplanner.gui.matrix.model import LEGEND, LOOKS
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ActionButton, fit_words, icon_button, label, picture
from missionplanner.gui.widgets.flow import Wrap
from missionplanner.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan

_BUTTONS = ("part_in", "part_out", "part_groups", "part_diets")


class MatrixTools(QWidget):
    """Hold the filter, the day and the order. ``changed`` tells that one is other, ``left`` is Escape in it."""

    changed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, actions: Actions, buttons: Sequence[str] = _BUTTONS) -> None:
        super().__init__()
        t, theme = ctx.t, ctx.theme
        self._ctx = ctx
        self.setObjectName("matrix_tools")
        self.setAccessibleName(t("Filter, day and order"))
        self.search = search_field("matrix_search", t("Find people"), t("Name, organisation or group"), theme, t)
        self.search.textChanged.connect(self.changed)
        self.search.installEventFilter(self)
        self.search.setMinimumWidth(roomy(150))
        self._days: tuple[dt.date | None, ...] = (None,)
        self._day = _choice(choice({t("All days"): None}, None, theme), "matrix_day", t("Day"))
        self._day.currentIndexChanged.connect(self.changed)
        order = {t(words): by for by, words in BY_WORDS.items()}
        self._by = _choice(choice(order, By.GROUP, theme), "matrix_by", t("Order"))
        self._by.currentIndexChanged.connect(self.changed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        for steps, words, icon in ((-1, t("Day before"), "chevron-left"), (1, t("Day after"), "chevron-right")):
            made = icon_button(words, f"matrix_day_{'before' if steps < 0 else 'after'}", icon, theme, look="flat")
            made.setText("")
            made.setToolTip(words)
            made.clicked.connect(lambda _checked=False, steps=steps: self.turn(steps))
            row.addWidget(made)
            if steps < 0:
                row.addWidget(self._day)
        row.addWidget(self._by)
        row.addSpacing(roomy(8))
        self.buttons = [ActionButton(actions[name], theme) for name in buttons]
        for one in self.buttons:
            row.addWidget(one)
        self.setFocusProxy(self.search)

    def query(self) -> str:
        """Return what is looked for."""
        return self.search.text().strip()

    def day(self) -> dt.date | None:
        """Return the day that is shown, None for all of them."""
        found: dt.date | None = self._day.chosen()
        return found

    def by(self) -> By:
        """Return what people are lined up by."""
        return By(self._by.chosen())

    def choose(self, day: Any, by: Any, query: str) -> None:
        """Choose all three without telling."""
        with QSignalBlocker(self._day), QSignalBlocker(self._by), QSignalBlocker(self.search):
            if day in self._day.values:
                self._day.setCurrentIndex(self._day.values.index(day))
            if by in self._by.values:
                self._by.setCurrentIndex(self._by.values.index(by))
            self.search.setText(query)

    def turn(self, steps: int) -> None:
        """Go to the day before or after; from all of them to the first or the last."""
        last = self._day.count() - 1
        now = self._day.currentIndex()
        self._day.setCurrentIndex(min(max(now + steps, 0), last) if now or steps > 0 else last)

    def fill_days(self, _plan: MissionPlan, days: Sequence[dt.date | None]) -> None:
        """Offer these days; the one that is shown stays, if it is there."""
        wanted = (None, *(one for one in days if one is not None))
        if wanted == self._days:
            return
        now = self.day()
        wording = self._ctx.wording
        with QSignalBlocker(self._day):
            self._day.clear()
            words = [wording.weekday(one) if one is not None else self._ctx.t("All days") for one in wanted]
            self._day.addItems(words)
            self._day.values = wanted
            self._day.setCurrentIndex(wanted.index(now) if now in wanted else 0)
        self._days = wanted

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


def legend(ctx: Context) -> QWidget:
    """Return what the signs of the cells mean."""
    shown = [(LOOKS[part], ctx.t(words)) for part, words in LEGEND.items()]
    return signs(shown, ctx.t("Space turns a cell, letters find a person."), "matrix_legend", ctx.theme)


def signs(shown: Iterable[tuple[Look, str]], hint: str, name: str, theme: Theme) -> QWidget:
    """Return what looks of cells mean, and a hint."""
    made = QWidget()
    made.setObjectName(name)
    flow = Wrap(14, made)
    for look, words in shown:
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(picture(theme, look.icon, "text3" if look.tone in ("", "quiet") else look.tone, 14))
        row.addWidget(label(words, "small", tone="quiet"))
        flow.addWidget(one)
    told: QLabel = label(hint, "small", tone="faint")
    flow.addWidget(told)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _choice(made: Choice, name: str, title: str) -> Choice:
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setFont(font("body"))
    made.setFixedHeight(roomy(CONTROL))
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    return made
