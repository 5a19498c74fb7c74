"""Show what the checks found under the agenda: how much, and the first of it as cards."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.speech import said
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.tokens import STRIP
from missionplanner.gui.widgets.basics import Elided, button, card, label, picture, pill
from missionplanner.gui.widgets.findings_list import FindingsList
from missionplanner.gui.wording import Wording

FIX = 150
"""Widest the words of a fix get on a card; the tool tip has them whole."""
CARD = 400
"""Narrowest a card of the strip gets, in logical pixels."""
QUIET = 40
"""Height of the strip where there is nothing to solve."""


class FindingsStrip(QFrame):
    """Show findings that nobody accepted.

    ``wanted`` carries the one whose item somebody wants to see, ``fix_wanted`` one with the fix to make,
    ``accept_wanted`` one to live with, ``withdraw_wanted`` one to live with no longer; ``checks_wanted`` asks
    what the checks go by.
    """

    wanted = Signal(object)
    fix_wanted = Signal(object, object)
    accept_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    checks_wanted = Signal()

    def __init__(self, theme: Theme, wording: Wording, following: QAction) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._theme, self._wording, self._following = theme, wording, following
        self.findings: tuple[Finding, ...] = ()
        self._all: tuple[Finding, ...] = ()
        self._list: FindingsList | None = None
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
        self._all = findings
        self._first = min(self._first, max(0, len(self.findings) - 1))
        self._fill()
        if self._list is not None:
            self._list.show_findings(self._all)

    @property
    def current(self) -> Finding | None:
        """Return the finding that stands first."""
        return self.findings[self._first] if self.findings else None

    def show_all(self) -> None:
        """Open the list of everything that was found, or bring it forward."""
        if self._list is None:
            self._list = FindingsList(self.window(), self._theme, self._wording.t, self.sentence)
            self._list.wanted.connect(self.wanted)
            self._list.fix_wanted.connect(self.fix_wanted)
            self._list.accept_wanted.connect(self.accept_wanted)
            self._list.withdraw_wanted.connect(self.withdraw_wanted)
            self._list.checks_wanted.connect(self.checks_wanted)
            self._list.destroyed.connect(self._forget_list)
        self._list.show_findings(self._all)
        self._list.show()
        self._list.activateWindow()

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

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        super().hideEvent(event)
        if self._list is not None:
            self._list.close()

    def _forget_list(self) -> None:
        self._list = None

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
            if self._all:
                row.addWidget(self._to_all())
            return row
        row.addWidget(label(t("Issues"), "strong", name="issues_heading"))
        counts = Counter(one.severity for one in self.findings)
        clashes, warnings = counts[Severity.CLASH], counts[Severity.WARNING]
        if clashes:
            row.addWidget(pill(t.plural("{count} clash", "{count} clashes", clashes), "danger"))
        if warnings:
            row.addWidget(pill(t.plural("{count} warning", "{count} warnings", warnings), "warn"))
        row.addStretch(1)
        words = t("Next") + "  (F8)"
        row.addWidget(self._link(words, "next_issue_button", t("Next issue"), self._following.trigger))
        row.addWidget(self._to_all())
        return row

    def _to_all(self) -> QPushButton:
        words = self._wording.t("Show all {count}", count=len(self._all))
        return self._link(words, "all_issues", words, self.show_all)

    def _link(self, words: str, name: str, spoken: str, do: Callable[[], object]) -> QPushButton:
        made = button(words, name, look="link")
        made.setAccessibleName(spoken)
        made.clicked.connect(do)
        return made

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
        row.setContentsMargins(12, 5, 10, 5)
        row.setSpacing(10)
        colour = "danger" if finding.severity is Severity.CLASH else "warn"
        row.addWidget(picture(self._theme, "triangle-alert", colour, 18))
        text, t = self.sentence(finding), self._wording.t
        row.addLayout(self._words(finding, text, colour), 1)
        if finding.items:
            show = button(t("Show"), f"issue_show_{number}", look="link" if finding.fixes else "")
            show.setAccessibleName(t("Show: {text}", text=text))
            show.clicked.connect(lambda: self.wanted.emit(finding))
            row.addWidget(show)
        if finding.fixes:
            fix = finding.fixes[0]
            words = t.say(fix.message)
            mend = button("", f"issue_fix_{number}")
            mend.setText(mend.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, roomy(FIX)))
            mend.setToolTip(words)
            mend.setAccessibleName(f"{words}: {text}")
            mend.clicked.connect(lambda: self.fix_wanted.emit(finding, fix))
            row.addWidget(mend)
        return made

    def _words(self, finding: Finding, text: str, colour: str) -> QVBoxLayout:
        t, theme = self._wording.t, self._theme
        column = QVBoxLayout()
        column.setSpacing(0)
        word = t("Clash") if finding.severity is Severity.CLASH else t("Warning")
        column.addWidget(Elided(word, "strong", colour=colour, theme=theme))
        column.addWidget(Elided(text, "small", colour="text", theme=theme, lines=2))
        return column
