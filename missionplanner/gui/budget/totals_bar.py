"""Keep the totals of a budget in sight under its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.budget.wording import money
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import ICON, button, label, set_icon

if TYPE_CHECKING:
    from missionplanner.services.costs.budget_totals import Summary


class TotalsBar(QFrame):
    """Show what is planned, committed, paid and left, and what to look at.

    ``wanted`` carries the part of the page and the filter that shows what a warning is about.
    """

    wanted = Signal(str, str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("totals_bar")
        self.setAccessibleName(ctx.t("Totals"))
        self._ctx = ctx
        tokens = ctx.theme.tokens
        self.setStyleSheet(
            f"#totals_bar {{ background: {tokens.surface}; border: 1px solid {tokens.border};"
            " border-radius: 10px; }"
        )
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 8, 12, 8)
        self._whole.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(28)
        t = ctx.t
        self._figures: dict[str, QLabel] = {}
        for name, words in (
            ("planned", t("Planned")),
            ("committed", t("Committed")),
            ("paid", t("Paid")),
            ("left", t("Remaining")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(words, "caption", tone="quiet"))
            figure = label("", "title", name=f"total_{name}")
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self._figures[name] = figure
            column.addWidget(figure)
            row.addLayout(column)
        row.addStretch(1)
        self._whole.addLayout(row, 1)
        self._warnings = QWidget()
        told = QHBoxLayout(self._warnings)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        self._over = self._warning("over", "triangle-alert", "danger", "lines", "state:over")
        self._apart = self._warning("apart", "coins", "warn", "totals", "")
        self._twice = self._warning("twice", "triangle-alert", "warn", "expenses", "claim:twice")
        for one in (self._over, self._apart, self._twice):
            told.addWidget(one)
        told.addStretch(1)
        self._figures_row = row
        self._whole.addWidget(self._warnings)

    def show_summary(self, found: Summary) -> None:
        """Show other totals."""
        ctx, t, whole = self._ctx, self._ctx.t, found.whole
        for name, figure in self._figures.items():
            amount = getattr(whole, name)
            words = money(ctx, amount, found.currency)
            figure.setText(words)
            figure.setProperty("tone", "danger" if name == "left" and amount < 0 else "")
            figure.style().polish(figure)
        count = found.overspent
        self._tell(self._over, count, t.plural("{count} line overspent", "{count} lines overspent", count))
        count = len(found.claims)
        self._tell(
            self._twice,
            count,
            t.plural("{count} expense in a per diem", "{count} expenses in a per diem", count),
        )
        self._tell(
            self._apart,
            len(found.unconverted),
            t("Not converted: {codes}", codes=", ".join(code for code, _amounts in found.unconverted)),
        )
        self._warnings.setVisible(bool(found.overspent or found.claims or found.unconverted))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the warnings under the figures where both do not fit beside each other."""
        wanted = self._figures_row.sizeHint().width() + self._warnings.sizeHint().width() + 60
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(beside if wanted <= self.width() else below)

    def figure(self, name: str) -> str:
        """Return what a figure says: planned, committed, paid or left."""
        return self._figures[name].text()

    def _warning(self, name: str, icon: str, colour: str, part: str, query: str) -> QPushButton:
        made = button("", f"totals_{name}", look="flat")
        set_icon(made, self._ctx.theme.icon(icon, colour, ICON))
        made.clicked.connect(lambda: self.wanted.emit(part, query))
        made.hide()
        return made

    @staticmethod
    def _tell(made: QPushButton, count: int, words: str) -> None:
        made.setVisible(bool(count))
        made.setText(f" {words}")
        made.setAccessibleName(words)
