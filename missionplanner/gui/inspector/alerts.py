"""Show what the checks found about the chosen items, with the ways out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.gui.context import Context
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import Wording

MOST = 3
"""Cards shown at once: the form must stay in sight."""
_FIX = 200
"""Widest the words of a fix get; the tool tip has them whole."""
TONES = {Severity.CLASH: "danger", Severity.WARNING: "warn", Severity.TO_DO: "info"}


def severity_word(severity: Severity, wording: Wording) -> str:
    """Return what a severity is called on screen."""
    t = wording.t
    return {Severity.CLASH: t("Clash"), Severity.WARNING: t("Warning"), Severity.TO_DO: t("To do")}[severity]


class Alerts(QWidget):
    """Be the cards. ``fix_wanted`` carries a finding and the fix, ``accept_wanted`` a finding to live with."""

    fix_wanted = Signal(object, object)
    accept_wanted = Signal(object)

    def __init__(self, ctx: Context, sentence: Callable[[Finding], str]) -> None:
        super().__init__()
        self.setObjectName("alerts")
        self._ctx, self._sentence = ctx, sentence
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(6)
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
        column.addWidget(self._ways_out(finding, number, text))
        return made

    def _ways_out(self, finding: Finding, number: int, text: str) -> QWidget:
        t = self._ctx.t
        row = Wrapped(8, f"alert_ways_{number}")
        for place, fix in enumerate(finding.fixes):
            words = t.say(fix.message)
            one = button("", f"alert_fix_{number}_{place}")
            one.setText(one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, roomy(_FIX)))
            one.setToolTip(words)
            one.setAccessibleName(f"{words}: {text}")
            one.clicked.connect(lambda _checked=False, fix=fix: self.fix_wanted.emit(finding, fix))
            row.add(one)
        ignore = button(t("Ignore…"), f"alert_ignore_{number}", look="link")
        ignore.setAccessibleName(t("Ignore: {text}", text=text))
        ignore.clicked.connect(lambda: self.accept_wanted.emit(finding))
        row.add(ignore)
        return row
