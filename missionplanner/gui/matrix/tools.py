"""Be what stands over the matrix: whom one looks for, which day, what people are lined up by, what is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.matrix.grid import Look
from missionplanner.gui.matrix.grid_tools import GridTools, named, offer
from missionplanner.gui.matrix.lines import WORDS as BY_WORDS
from missionplanner.gui.matrix.lines import By
from missionplanner.gui.matrix.model import LEGEND, LOOKS
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import icon_button, label, picture
from missionplanner.gui.widgets.flow import Wrap

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan

_BUTTONS = ("part_in", "part_out", "part_groups", "part_diets")


class MatrixTools(GridTools):
    """Hold the filter, the day and the order."""

    def __init__(self, ctx: Context, actions: Actions, buttons: Sequence[str] = _BUTTONS) -> None:
        super().__init__(ctx, "matrix", ctx.t("Filter, day and order"))
        t, theme, row = ctx.t, ctx.theme, self.row
        self._days: tuple[dt.date | None, ...] = (None,)
        self._day = named(choice({t("All days"): None}, None, theme), "matrix_day", t("Day"))
        self._day.currentIndexChanged.connect(self.changed)
        order = {t(words): by for by, words in BY_WORDS.items()}
        self._by = named(choice(order, By.GROUP, theme), "matrix_by", t("Order"))
        self._by.currentIndexChanged.connect(self.changed)
        for steps, words, icon in ((-1, t("Day before"), "chevron-left"), (1, t("Day after"), "chevron-right")):
            made = icon_button(words, f"matrix_day_{'before' if steps < 0 else 'after'}", icon, theme, look="flat")
            made.setText("")
            made.setToolTip(words)
            made.clicked.connect(lambda _checked=False, steps=steps: self.turn(steps))
            row.addWidget(made)
            if steps < 0:
                row.addWidget(self._day)
        row.addWidget(self._by)
        self.add_buttons(actions, buttons)

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
        wording = self._ctx.wording
        words = [wording.weekday(one) if one is not None else self._ctx.t("All days") for one in wanted]
        offer(self._day, words, wanted)
        self._days = wanted


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
