"""Show what the checks found under the agenda: how much, and the first of it as cards, or in one line."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.speech import said
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.tokens import STRIP
from missionplanner.gui.widgets.basics import Elided, button, card, label, picture, pill
from missionplanner.gui.widgets.findings_list import FindingsList
from missionplanner.gui.widgets.fix_button import FixButton
from missionplanner.gui.wording import Wording

FIX = 150
"""Widest the words of a fix get on a card; the tool tip has them whole."""
CARD = 400
"""Narrowest a card of the strip gets, in logical pixels."""
LINE = 820
"""Width from which the folded strip has room for a fix; the key for it works in any."""
QUIET, FOLDED = 40, 46
"""Height of the strip where there is nothing to solve, and where it is folded."""


class FindingsStrip(QFrame):
    """Show findings that nobody accepted.

    ``wanted`` carries the one whose item somebody wants to see, ``fix_wanted`` one with the fix to make,
    ``accept_wanted`` one to live with, ``withdraw_wanted`` one to live with no longer; ``checks_wanted`` asks
    what the checks go by. ``fix_pointed`` carries finding and fix while somebody considers them, None twice
    afterwards; ``folded`` how somebody wants the strip in a window high enough for both.
    """

    wanted = Signal(object)
    fix_wanted = Signal(object, object)
    accept_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    checks_wanted = Signal()
    fix_pointed = Signal(object, object)
    folded = Signal(bool)

    def __init__(self, theme: Theme, wording: Wording, following: QAction, *, folded: bool = False) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._theme, self._wording, self._following = theme, wording, following
        self.findings: tuple[Finding, ...] = ()
        self._all: tuple[Finding, ...] = ()
        self._list: FindingsList | None = None
        self._languages: tuple[str, ...] = ()
        self._first = 0
        self._known = False
        self._short = False
        self._wish = {False: folded, True: True}
        self._column = QVBoxLayout(self)
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

    @property
    def is_folded(self) -> bool:
        """Tell whether the strip is one line."""
        return self._wish[self._short]

    def fit(self, *, short: bool) -> None:
        """Be one line in a short window, unless somebody unfolds it there."""
        if short != self._short:
            self._short = short
            self._fill()

    def fold(self) -> None:
        """Fold the strip to one line, or unfold it."""
        self._wish[self._short] = not self.is_folded
        if not self._short:
            self.folded.emit(self.is_folded)
        self._fill()

    def tell(self, words: str) -> None:
        """Say in the list of all what the fix would do that somebody considers there."""
        if self._list is not None:
            self._list.tell(words)

    def show_all(self) -> None:
        """Open the list of everything that was found, or bring it forward."""
        if self._list is None:
            self._list = FindingsList(self.window(), self._theme, self._wording.t, self.sentence)
            self._list.wanted.connect(self.wanted)
            self._list.fix_wanted.connect(self.fix_wanted)
            self._list.accept_wanted.connect(self.accept_wanted)
            self._list.withdraw_wanted.connect(self.withdraw_wanted)
            self._list.checks_wanted.connect(self.checks_wanted)
            self._list.fix_pointed.connect(self.fix_pointed)
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
        if self._room(event.size().width()) != self._room(event.oldSize().width()):
            self._fill()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        super().hideEvent(event)
        if self._list is not None:
            self._list.close()

    @staticmethod
    def _room(width: int) -> tuple[int, bool]:
        """Return how many cards a width has room for, and whether one line of it has room for a fix."""
        return width // CARD, width >= roomy(LINE)

    def _forget_list(self) -> None:
        self._list = None

    def _show_day(self, day: dt.date) -> str:
        return self._wording.plain_day(day)

    def _fill(self) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._heading())
        unfolded = bool(self.findings) and not self.is_folded
        if unfolded:
            column.addLayout(self._cards(), 1)
        self._column.setContentsMargins(16, 6, 16, 10 if unfolded else 6)
        self.setFixedHeight(roomy(STRIP if unfolded else FOLDED if self.findings else QUIET))
        self._column.addWidget(self._body)
        if name:
            self._focus_again(self._body, name)

    @staticmethod
    def _focus_again(body: QWidget, name: str) -> None:
        """Give the focus to what took the place of a button that had it, so that keys do not end nowhere."""
        buttons = [one for one in body.findChildren(QPushButton) if one.isEnabled()]
        found = next((one for one in buttons if one.objectName() == name), None)
        if buttons:
            (found or buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

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
        if self.is_folded:
            self._add_first(row, self.findings[self._first])
        else:
            row.addStretch(1)
        words = t("Next") + "  (F8)"
        row.addWidget(self._link(words, "next_issue_button", t("Next issue"), self._following.trigger))
        row.addWidget(self._to_all())
        row.addWidget(self._fold_button())
        return row

    def _add_first(self, row: QHBoxLayout, finding: Finding) -> None:
        """Say the first finding in the one line there is, with its fix."""
        text = self.sentence(finding)
        row.addWidget(Elided(text, "small", colour="text", theme=self._theme), 1)
        if finding.fixes and self._room(self.width())[1]:
            row.addWidget(self._fix_button(finding, 0, text))

    def _fold_button(self) -> QPushButton:
        t, folded = self._wording.t, self.is_folded
        words = t("Show issues as cards") if folded else t("Show issues in one line")
        made = self._link("", "fold_issues", words, self.fold)
        made.setToolTip(words)
        made.setIcon(self._theme.icon("chevron-up" if folded else "chevron-down", "accent", 16))
        made.setIconSize(QSize(16, 16))
        made.setMinimumSize(28, 24)
        return made

    def _fix_button(self, finding: Finding, number: int, text: str) -> FixButton:
        made = FixButton(f"issue_fix_{number}", finding, finding.fixes[0], text, self._wording.t, FIX)
        made.wanted.connect(self.fix_wanted)
        made.pointed.connect(self.fix_pointed)
        return made

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
        text = self.sentence(finding)
        row.addLayout(self._words(finding, text, colour, number), 1)
        if finding.fixes:
            row.addWidget(self._fix_button(finding, number, text))
        return made

    def _words(self, finding: Finding, text: str, colour: str, number: int) -> QVBoxLayout:
        """Say what is wrong in two lines as wide as the card allows; the way there stands beside the heading."""
        t, theme = self._wording.t, self._theme
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        column.addLayout(head)
        word = t("Clash") if finding.severity is Severity.CLASH else t("Warning")
        head.addWidget(Elided(word, "strong", colour=colour, theme=theme), 1)
        if finding.items:
            show = self._link(
                t("Show"), f"issue_show_{number}", t("Show: {text}", text=text), lambda: self.wanted.emit(finding)
            )
            head.addWidget(show)
        column.addWidget(Elided(text, "small", colour="text", theme=theme, lines=2))
        return column
