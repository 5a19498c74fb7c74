"""Offer ways to start where a mission has nothing in its programme yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label, picture
from missionplanner.gui.widgets.start_card import StartCard

CARD = (228, 132)
THREE_DAYS, INSTITUTIONAL = "visits_b2b", "institutional"
"""Keys of the program's templates that fill a whole mission."""


class EmptyAgenda(QScrollArea):
    """Be three ways to start. ``apply`` uses a template by its key, ``take_in`` pastes or imports."""

    def __init__(self, ctx: Context, apply: Callable[[str], object], take_in: Callable[[], object]) -> None:
        super().__init__()
        self._ctx = ctx
        self.setObjectName("empty_agenda")
        self.setAccessibleName(ctx.t("Ways to start the agenda"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        t = ctx.t
        inside = QWidget()
        inside.setObjectName("empty_agenda_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(picture(ctx.theme, "calendar-days", "accent", 44), 0, middle)
        column.addSpacing(6)
        column.addWidget(label(t("Let us build the agenda"), "h1", name="empty_heading"), 0, middle)
        about = t("Start from a template, bring in what you have, or add one item after the other.")
        words = label(about, tone="quiet", wrap=True)
        words.setAlignment(middle)
        column.addWidget(words)
        column.addSpacing(18)
        column.addLayout(self._cards(apply, take_in))
        column.addStretch(2)
        self.setWidget(inside)
        self.setFocusProxy(self._first)

    def _cards(self, apply: Callable[[str], object], take_in: Callable[[], object]) -> QHBoxLayout:
        t = self._ctx.t
        ways: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            (
                "three_days",
                "factory",
                t("3 days: visits and B2B"),
                t("Arrival, meetings, pitching, B2B, visits, return"),
                lambda: apply(THREE_DAYS),
            ),
            (
                "two_days",
                "landmark",
                t("2 institutional days"),
                t("Ministries, agencies, official dinner"),
                lambda: apply(INSTITUTIONAL),
            ),
            (
                "take_in",
                "clipboard-paste",
                t("Paste or import"),
                t("A programme as Word, mail, PDF or text; items of another mission"),
                take_in,
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addStretch(1)
        cards = []
        for name, icon, title, about, do in ways:
            action = QAction(title, self)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, do=do: do())
            one = StartCard(action, about, self._ctx.theme, icon=icon)
            one.setMaximumWidth(roomy(CARD[0]))
            one.setMinimumHeight(roomy(CARD[1]))
            row.addWidget(one, 4)
            cards.append(one)
        row.addStretch(1)
        self._first = cards[0]
        return row
