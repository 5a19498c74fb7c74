"""Show what the checks found under the agenda: how much, and the first of it as cards."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.speech import said
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import STRIP
from missionplanner.gui.widgets.basics import Elided, button, card, label, picture, pill
from missionplanner.gui.wording import Wording

CARD = 400
"""Narrowest a card of the strip gets, in logical pixels."""
QUIET = 40
"""Height of the strip where there is nothing to solve."""


class FindingsStrip(QFrame):
    """Show findings that nobody accepted. ``wanted`` carries the one whose item somebody wants to see."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, following: QAction) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._theme, self._wording, self._following = theme, wording, following
        self.findings: tuple[Finding, ...] = ()
        self._languages: tuple[str, ...] = ()
        self._first = 0
        self._known = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 16, 10)
        self._column.setSpacing(4)
        self._body: QWidget | None = None
        self._fill()

    def show_findings(self, findings: tuple[Finding, ...], languages: tuple[str, ...]) -> None:
        """Show other findings; titles are said in the window's language, else in one of the mission's."""
        self.findings = tuple(
            one for one in findings if one.accepted is None and one.severity is not Severity.TO_DO
        )
        self._languages, self._known = languages, True
        self._first = min(self._first, max(0, len(self.findings) - 1))
        self._fill()

    def turn(self, steps: int) -> Finding | None:
        """Put the next finding, or the one before, first; return it."""
        if not self.findings:
            return None
        self._first = (self._first + steps) % len(self.findings)
        self._fill()
        return self.findings[self._first]

    def sentence(self, finding: Finding) -> str:
        """Return what a finding says in the window's language."""
        return said(finding, self._wording.t, self._show_day, self._languages)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        if event.size().width() // CARD != event.oldSize().width() // CARD:
            self._fill()

    def _show_day(self, day: dt.date) -> str:
        return self._wording.plain_day(day)

    def _fill(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._heading())
        if self.findings:
            column.addLayout(self._cards(), 1)
        self.setFixedHeight(STRIP if self.findings else QUIET)
        self._column.addWidget(self._body)

    def _heading(self) -> QHBoxLayout:
        t = self._wording.t
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self.findings:
            if self._known:
                row.addWidget(picture(self._theme, "circle-check", "ok", 16))
            row.addWidget(label(t("No clashes and no warnings") if self._known else "", "label", tone="quiet"))
            row.addStretch(1)
            return row
        row.addWidget(label(t("Issues"), "strong", name="issues_heading"))
        counts = Counter(one.severity for one in self.findings)
        clashes, warnings = counts[Severity.CLASH], counts[Severity.WARNING]
        if clashes:
            row.addWidget(pill(t.plural("{count} clash", "{count} clashes", clashes), "danger"))
        if warnings:
            row.addWidget(pill(t.plural("{count} warning", "{count} warnings", warnings), "warn"))
        row.addStretch(1)
        words = t("Next")
        following = button(f"{words}  (F8)", "next_issue_button", look="link")
        following.setAccessibleName(t("Next issue"))
        following.clicked.connect(self._following.trigger)
        row.addWidget(following)
        return row

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        room = max(1, (self.width() - 32) // CARD)
        count = len(self.findings)
        for number in range(min(room, count)):
            row.addWidget(self._card(self.findings[(self._first + number) % count], number), 1)
        return row

    def _card(self, finding: Finding, number: int) -> QFrame:
        made = card(f"issue_{number}")
        row = QHBoxLayout(made)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(10)
        colour = "danger" if finding.severity is Severity.CLASH else "warn"
        row.addWidget(picture(self._theme, "triangle-alert", colour, 18))
        text = self.sentence(finding)
        row.addWidget(Elided(text, "small", colour="text", theme=self._theme, lines=2), 1)
        if finding.items:
            t = self._wording.t
            show = button(t("Show"), f"issue_show_{number}")
            show.setAccessibleName(t("Show: {text}", text=text))
            show.clicked.connect(lambda: self.wanted.emit(finding))
            row.addWidget(show)
        return made
