"""List what to look at before printing: how grave it is, where it is mended, what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.context import Context
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.widgets.basics import button, label, picture
from missionplanner.gui.widgets.fix_button import FixButton

if TYPE_CHECKING:
    from missionplanner.services.paper.preflight import Concern

FIX = 170
"""Widest the words of a fix get; the tool tip has them whole."""
LOOKS = {
    "wrong": ("triangle-alert", "danger"),
    "lacking": ("file-warning", "warn"),
    "better": ("lightbulb", "info"),
}
"""Weight of a concern → icon and its colour."""
MOST = 40
"""Concerns shown at once: the gravest."""


@dataclass(frozen=True, slots=True)
class Said:
    """Be a concern with its sentence in the window's language."""

    concern: Concern
    text: str


def weight_word(weight: str, t: Translator) -> str:
    """Return the word of a weight, as it stands before each sentence."""
    words = {"wrong": t("Wrong"), "lacking": t("Missing"), "better": t("Could be better")}
    return words[weight]


def counted(some: Sequence[Said], t: Translator) -> str:
    """Return how many concerns there are of each weight, in one line."""
    of = [one.concern.weight.value for one in some]
    parts = [
        t.plural("{count} would be wrong", "{count} would be wrong", of.count("wrong")) if "wrong" in of else "",
        t.plural("{count} is missing", "{count} are missing", of.count("lacking")) if "lacking" in of else "",
        t.plural("{count} could be better", "{count} could be better", of.count("better"))
        if "better" in of
        else "",
    ]
    return "  ·  ".join(one for one in parts if one) or t("Nothing to mend before printing")


class ConcernList(QWidget):
    """Show concerns, the gravest first.

    ``going`` carries the one somebody wants to mend where it is, ``fix_wanted`` a finding and the fix to make,
    ``fix_pointed`` both while somebody considers it, None twice afterwards.
    """

    going = Signal(object)
    fix_wanted = Signal(object, object)
    fix_pointed = Signal(object, object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("concerns")
        self._ctx, self._t = ctx, ctx.t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 8, 2)
        self._column.setSpacing(10)
        self.shown: tuple[Said, ...] = ()

    def show_concerns(self, some: Sequence[Said]) -> None:
        """Show these."""
        self.shown = tuple(some[:MOST])
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(self.shown):
            self._column.addWidget(self._line(number, one))
        more = len(some) - len(self.shown)
        if more > 0:
            words = self._t.plural("… and {count} more", "… and {count} more", more)
            self._column.addWidget(label(words, "small", tone="quiet", name="concerns_more"))
        self._column.addStretch(1)

    def _line(self, number: int, one: Said) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        icon, colour = LOOKS[one.concern.weight.value]
        row.addWidget(picture(self._ctx.theme, icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        word = weight_word(one.concern.weight.value, self._t)
        said = label(f"{word}: {one.text}", "body", name=f"concern_{number}", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        said.setSizePolicy(policy)
        column.addWidget(said)
        column.addWidget(self._ways(number, one))
        row.addLayout(column, 1)
        return made

    def _ways(self, number: int, one: Said) -> QWidget:
        t, finding = self._t, one.concern.finding
        ways = Wrapped()
        for place, fix in enumerate(finding.fixes if finding is not None else ()):
            assert finding is not None
            made = FixButton(f"concern_fix_{number}_{place}", finding, fix, one.text, t, FIX)
            made.wanted.connect(self.fix_wanted)
            made.pointed.connect(self.fix_pointed)
            ways.add(made)
        go = button(t("Go there"), f"concern_go_{number}", look="link")
        go.setAccessibleName(t("Go there: {text}", text=one.text))
        go.clicked.connect(lambda: self.going.emit(one.concern))
        ways.add(go)
        return ways
