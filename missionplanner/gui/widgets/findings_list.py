"""List everything the checks found, by how grave it is, with the ways out of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import Elided, button, label, picture
from missionplanner.gui.widgets.fix_button import FixButton

_FIX = 240
"""Widest the words of a fix get; the tool tip has them whole."""
ICONS = {Severity.CLASH: "triangle-alert", Severity.WARNING: "triangle-alert", Severity.TO_DO: "list-checks"}
COLOURS = {Severity.CLASH: "danger", Severity.WARNING: "warn", Severity.TO_DO: "info"}


def severity_heading(severity: Severity, count: int, t: Translator) -> str:
    """Return how many there are of a severity."""
    if severity is Severity.CLASH:
        return t.plural("{count} clash", "{count} clashes", count)
    if severity is Severity.WARNING:
        return t.plural("{count} warning", "{count} warnings", count)
    return t.plural("{count} thing to do", "{count} things to do", count)


class FindingsList(QDialog):
    """Be the list, beside the window it belongs to. What somebody wants to be done it tells by its signals.

    Accepted ones stand at the end, folded away, each with its reason and a way back. ``fix_pointed`` carries the
    finding and the fix somebody considers, None twice afterwards.
    """

    wanted = Signal(object)
    fix_wanted = Signal(object, object)
    accept_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    fix_pointed = Signal(object, object)
    checks_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, t: Translator, sentence: Callable[[Finding], str]) -> None:
        super().__init__(parent)
        self.setObjectName("findings_list")
        self.setWindowTitle(t("Issues"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._t, self._sentence = theme, t, sentence
        self._unfolded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(label(t("Issues"), "h1"))
        self._area = QScrollArea()
        self._area.setObjectName("findings_area")
        self._area.setAccessibleName(t("Issues"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        done = button(t("Close"), "findings_close", look="primary")
        done.clicked.connect(self.accept)
        checks = button(t("Checks…"), "findings_checks")
        checks.setAccessibleName(t("Checks of this mission…"))
        checks.clicked.connect(self.checks_wanted)
        self._told = Elided("", "small", colour="text2", theme=theme, lines=2)
        self._told.setObjectName("findings_preview")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(checks)
        row.addWidget(self._told, 1)
        row.addWidget(done)
        column.addLayout(row)
        self.resize(620, 560)

    def tell(self, words: str) -> None:
        """Say what the fix would do that somebody considers; nothing for no words."""
        self._told.set_text(words)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, gravest first; where one was sits another now, the place in the list stays."""
        at = self._area.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        number = 0
        for severity in Severity:
            some = [one for one in findings if one.severity is severity and one.accepted is None]
            if some:
                column.addWidget(label(severity_heading(severity, len(some), self._t), "strong"))
            for one in some:
                column.addWidget(self._line(one, number))
                number += 1
        if not number:
            column.addWidget(label(self._t("No clashes and no warnings"), tone="quiet"))
        accepted = [one for one in findings if one.accepted is not None]
        if accepted:
            column.addWidget(self._folded(accepted, number))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(at)

    def _folded(self, accepted: Sequence[Finding], number: int) -> QWidget:
        """Return what was accepted, below a button that shows and hides it."""
        t, whole, inside = self._t, QWidget(), QWidget()
        fold = button(t("Accepted ({count})", count=len(accepted)), "findings_accepted", look="link")
        fold.setCheckable(True)
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        for place, one in enumerate(accepted, number):
            below.addWidget(self._line(one, place))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(inside)

        def unfold(on: bool) -> None:
            self._unfolded = on
            inside.setVisible(on)
            fold.setIcon(self._theme.icon("chevron-down" if on else "chevron-right", "accent", 14))

        fold.toggled.connect(unfold)
        fold.setChecked(self._unfolded)
        unfold(self._unfolded)
        return whole

    def _line(self, finding: Finding, number: int) -> QFrame:
        made = QFrame()
        made.setProperty("look", "card")
        made.setObjectName(f"finding_{number}")
        row = QHBoxLayout(made)
        row.setContentsMargins(12, 10, 12, 8)
        row.setSpacing(10)
        known = finding.accepted is not None
        colour = "text3" if known else COLOURS[finding.severity]
        row.addWidget(picture(self._theme, ICONS[finding.severity], colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        text = self._sentence(finding)
        column.addWidget(label(text, "body", wrap=True))
        if known:
            reason = self._t("Accepted: {reason}", reason=finding.accepted)
            column.addWidget(label(reason, "small", tone="quiet", wrap=True))
        column.addWidget(self._ways(finding, number, text))
        row.addLayout(column, 1)
        return made

    def _ways(self, finding: Finding, number: int, text: str) -> QWidget:
        t, ways = self._t, Wrapped(8, f"finding_ways_{number}")
        for place, fix in enumerate(finding.fixes if finding.accepted is None else ()):
            one = FixButton(f"finding_fix_{number}_{place}", finding, fix, text, t, _FIX)
            one.wanted.connect(self.fix_wanted)
            one.pointed.connect(self.fix_pointed)
            ways.add(one)
        if finding.items:
            show = button(t("Show"), f"finding_show_{number}", look="link")
            show.setAccessibleName(t("Show: {text}", text=text))
            show.clicked.connect(lambda: self.wanted.emit(finding))
            ways.add(show)
        if finding.accepted is None:
            ignore = button(t("Ignore…"), f"finding_ignore_{number}", look="link")
            ignore.setAccessibleName(t("Ignore: {text}", text=text))
            ignore.clicked.connect(lambda: self.accept_wanted.emit(finding))
            ways.add(ignore)
        else:
            back = button(t("Show again"), f"finding_withdraw_{number}", look="link")
            back.setAccessibleName(t("Show again: {text}", text=text))
            back.clicked.connect(lambda: self.withdraw_wanted.emit(finding))
            ways.add(back)
        return ways
