"""Be the cards of the portfolio below the year: who is asked for twice, where missions go, what they add up to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.domain.results.portfolio import Cut, Entry
from missionplanner.gui.context import Context
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.portfolio.words import PortfolioWords
from missionplanner.gui.results.bars import Bars
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import button, card, label

CUTS: dict[Cut, str] = {
    Cut.STATUS: N_("Status"),
    Cut.COUNTRY: N_("Country of destination"),
    Cut.INITIATIVE: N_("Initiative"),
    Cut.ECOSYSTEM: N_("Industrial ecosystem"),
    Cut.VALUE_CHAIN: N_("Value chain"),
}
MOST = 12
"""Clashes that are shown until somebody asks for all."""


def titled(name: str, title: str) -> tuple[QFrame, QVBoxLayout]:
    """Return a card with a heading, and the column inside it."""
    made = card(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(8)
    column.addWidget(label(title, "title"))
    return made, column


class Clashes(QWidget):
    """List who is asked for twice. ``opened`` carries the code of a mission somebody wants to see."""

    opened = Signal(str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("portfolio_clashes")
        self.setAccessibleName(ctx.t("Asked for twice"))
        self._ctx = ctx
        self._words: PortfolioWords | None = None
        self._all = False
        self.any = False
        """Whether anybody is: then there is something to go to."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lines = QWidget()
        self._column.addWidget(self._lines)

    def show_words(self, words: PortfolioWords) -> None:
        """Show the clashes of a portfolio."""
        self._words = words
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        found, t = words.portfolio.clashes, self._ctx.t
        self.any = bool(found)
        for number, one in enumerate(found if self._all else found[:MOST]):
            column.addWidget(self._line(number, *words.clash(one)))
        if len(found) > MOST and not self._all:
            more = button(t("Show all {count}", count=len(found)), "clashes_all", look="link")
            more.clicked.connect(self._show_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not found:
            column.addWidget(
                label(t("Nobody is asked for by two missions at once."), "body", tone="quiet", wrap=True)
            )
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()

    def _show_all(self) -> None:
        self._all = True
        if self._words is not None:
            self.show_words(self._words)

    def _line(self, number: int, person: str, days: str, missions: list[Entry]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label(self._ctx.wording.listed((person, days)), "strong", wrap=True))
        for place, one in enumerate(missions):
            link = button(one.name(self._ctx.t.language), f"clash_{number}_{place}", look="link")
            link.setFont(font("body"))
            link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            link.setStyleSheet("text-align: left;")
            link.setToolTip("")
            link.clicked.connect(lambda _checked=False, code=one.code: self.opened.emit(code))
            column.addWidget(link)
        return made


class Figures(QWidget):
    """Show how many missions there are, told apart as somebody chooses."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx, t = ctx, ctx.t
        self._words: PortfolioWords | None = None
        self.cut = choice({t(word): one for one, word in CUTS.items()}, Cut.COUNTRY, ctx.theme)
        self.cut.setObjectName("portfolio_cut")
        self.cut.setAccessibleName(t("Told apart by"))
        self.cut.activated.connect(lambda _number: self._show())
        self.bars = Bars("portfolio_bars", t("Missions told apart"), ctx.theme)
        self._nothing = label("", "body", tone="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.cut)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.bars)
        column.addWidget(self._nothing)

    def show_words(self, words: PortfolioWords) -> None:
        """Show the figures of a portfolio."""
        self._words = words
        self._show()

    def _show(self) -> None:
        if self._words is None:
            return
        found = self._words.bars(self.cut.chosen())
        self.bars.show_bars(found)
        self.bars.setVisible(bool(found))
        self._nothing.setText("" if found else self._ctx.t("No mission says so."))
        self._nothing.setVisible(not found)
