"""Offer a way out of a finding on a button that tells while somebody considers it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPushButton

from missionplanner.base.i18n import Translator
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import plain_tip


class FixButton(QPushButton):
    """Be a fix. ``wanted`` carries finding and fix, ``pointed`` both while the pointer or the focus is on it.

    ``pointed`` carries None twice when neither is there any more.
    """

    wanted = Signal(object, object)
    pointed = Signal(object, object)

    def __init__(self, name: str, finding: Finding, fix: Fix, sentence: str, t: Translator, widest: int) -> None:
        super().__init__()
        self.finding, self.fix = finding, fix
        self._hovered = self._told = False
        words = t.say(fix.message)
        self.setObjectName(name)
        self.setFont(font("button"))
        self.setAutoDefault(False)
        self._words, self._widest = words, widest
        self.set_lines(1)
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(f"{words}: {sentence}")
        self.clicked.connect(lambda: self.wanted.emit(finding, fix))

    def set_lines(self, lines: int) -> None:
        """Break the words into so many lines at most; what is left over is cut in the last one."""
        width, measure = roomy(self._widest), self.fontMetrics()
        done: list[str] = []
        rest = self._words.split()
        while len(done) < lines - 1 and rest:
            count = len(rest)
            while count > 1 and measure.horizontalAdvance(" ".join(rest[:count])) > width:
                count -= 1
            done.append(" ".join(rest[:count]))
            rest = rest[count:]
        if rest:
            done.append(" ".join(rest))
        shown = (measure.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in done)
        self.setText("\n".join(shown).replace("&", "&&"))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - the names are Qt's
        super().enterEvent(event)
        self._hovered = True
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hovered = False
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._hovered = False
        self._tell()

    def _tell(self) -> None:
        considered = self.isVisible() and (self._hovered or self.hasFocus())
        if considered == self._told:
            return
        self._told = considered
        self.pointed.emit(*((self.finding, self.fix) if considered else (None, None)))
