"""Show what the checks found about the chosen items, with the ways out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.gui.context import Context
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.fix_button import FixButton
from missionplanner.gui.wording import Wording

MOST = 3
"""Cards shown at once: the form must stay in sight."""
_FIX = 216
"""Widest a line of the words of a fix gets, of two; the tool tip has them whole."""
TONES = {Severity.CLASH: "danger", Severity.WARNING: "warn", Severity.TO_DO: "info"}


def severity_word(severity: Severity, wording: Wording) -> str:
    """Return what a severity is called on screen."""
    t = wording.t
    return {Severity.CLASH: t("Clash"), Severity.WARNING: t("Warning"), Severity.TO_DO: t("To do")}[severity]


class Alerts(QWidget):
    """Be the cards, in a short window one line that unfolds them.

    ``fix_wanted`` carries a finding and the fix, ``accept_wanted`` a finding to live with, ``fix_pointed`` what
    somebody considers, None twice afterwards.
    """

    fix_wanted = Signal(object, object)
    accept_wanted = Signal(object)
    fix_pointed = Signal(object, object)

    def __init__(self, ctx: Context, sentence: Callable[[Finding], str]) -> None:
        super().__init__()
        self.setObjectName("alerts")
        self._ctx, self._sentence = ctx, sentence
        self._shown: tuple[Finding, ...] = ()
        self._short = self._unfolded = False
        self._fold = button("", "alerts_fold", look="link")
        self._fold.setCheckable(True)
        self._fold.clicked.connect(self._unfold)
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 4)
        whole.setSpacing(6)
        whole.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._cards)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these; nothing is drawn anew where they are the same."""
        if findings == self._shown:
            return
        self._shown = findings
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(findings[:MOST]):
            self._column.addWidget(self._card(one, number))
        more = len(findings) - MOST
        if more > 0:
            words = self._ctx.t.plural("{count} more issue", "{count} more issues", more)
            self._column.addWidget(label(words, "small", tone="quiet", name="more_alerts"))
        self.setVisible(bool(findings))
        self._arrange()

    def fit(self, *, short: bool) -> None:
        """Be one line where there is little height, unless somebody unfolds it."""
        if short != self._short:
            self._short = short
            self._arrange()

    def _unfold(self, on: bool) -> None:
        self._unfolded = on
        self._arrange()

    def _arrange(self) -> None:
        shown = not self._short or self._unfolded
        self._fold.setVisible(self._short and bool(self._shown))
        self._cards.setVisible(shown)
        if not self._shown:
            return
        worst, t = min(self._shown, key=lambda one: list(Severity).index(one.severity)), self._ctx.t
        words = t.plural("{count} issue", "{count} issues", len(self._shown))
        self._fold.setText(f" {words}  ·  {severity_word(worst.severity, self._ctx.wording)}")
        self._fold.setChecked(shown)
        self._fold.setAccessibleName(
            t("Hide {issues}", issues=words) if shown else t("Show {issues}", issues=words)
        )
        self._fold.setToolTip(self._fold.accessibleName())
        self._fold.setIcon(self._ctx.theme.icon("chevron-up" if shown else "chevron-down", "accent", 16))

    def _card(self, finding: Finding, number: int) -> QFrame:
        made = QFrame()
        made.setObjectName(f"alert_{number}")
        made.setProperty("alert", TONES[finding.severity])
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(3)
        text = self._sentence(finding)
        word = label(severity_word(finding.severity, self._ctx.wording), "strong")
        word.setProperty("role", "severity")
        column.addWidget(word)
        column.addWidget(label(text, "small", name=f"alert_text_{number}", wrap=True))
        column.addSpacing(4)
        column.addWidget(self._ways_out(finding, number, text))
        return made

    def _ways_out(self, finding: Finding, number: int, text: str) -> QWidget:
        t = self._ctx.t
        row = Wrapped(8, f"alert_ways_{number}")
        for place, fix in enumerate(finding.fixes):
            one = FixButton(f"alert_fix_{number}_{place}", finding, fix, text, t, _FIX)
            one.set_lines(2)
            one.wanted.connect(self.fix_wanted)
            one.pointed.connect(self.fix_pointed)
            row.add(one)
        ignore = button(t("Ignore…"), f"alert_ignore_{number}", look="link")
        ignore.setAccessibleName(t("Ignore: {text}", text=text))
        ignore.clicked.connect(lambda: self.accept_wanted.emit(finding))
        row.add(ignore)
        return row
