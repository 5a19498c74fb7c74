"""Stand over the rounds: which one it is, how long it lasts yet, what time it is there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.round_cards import large
from missionplanner.gui.matchmaking.round_clock import Told
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import icon_button, label

_TABULAR = QFont.Tag("tnum")
_ARROW = 24
_FIGURE, _LONGEST = 1.9, 8
"""How much larger than a heading the time left is, and how many characters it has at most."""


class RoundHead(QFrame):
    """Tell the round and the time left. ``turned`` asks for the round before or after, ``wanted`` that of now."""

    turned = Signal(int)
    wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._scale = 1.0
        self.setObjectName("round_head")
        self.setProperty("look", "card")
        self.setAccessibleName(ctx.t("Round and time left"))
        self.title = label("", "display", name="round_title")
        self.hours = label("", "title", tone="quiet", name="round_hours", wrap=True)
        self.figure = label("", "display", name="round_figure")
        self.words = label("", "title", tone="quiet", name="round_words")
        self.bar = QProgressBar()
        self.bar.setObjectName("round_bar")
        self.bar.setAccessibleName(ctx.t("How much of the round has passed"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.before = icon_button(ctx.t("Round before"), "round_before", "chevron-left", ctx.theme, look="flat")
        self.after = icon_button(ctx.t("Round after"), "round_after", "chevron-right", ctx.theme, look="flat")
        self.now = icon_button(ctx.t("Now"), "round_now", "timer", ctx.theme)
        self.now.setAccessibleName(ctx.t("The round of now"))
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.now.clicked.connect(self.wanted)
        for one in (self.before, self.after):
            one.setToolTip(one.accessibleName())
            one.setText("")
            one.setIconSize(QSize(roomy(_ARROW), roomy(_ARROW)))
        self._build()
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let letters be as large as the window allows."""
        self._scale = scale
        for one, role in ((self.title, "display"), (self.hours, "title"), (self.words, "title")):
            one.setFont(large(role, scale))
        self._size_figure()

    def _size_figure(self) -> None:
        """Let the time left stand out; words in its place are no larger than a heading."""
        counts = len(self.figure.text()) <= _LONGEST
        made = large("display", self._scale * (_FIGURE if counts else 1.0))
        made.setFeature(_TABULAR, 1)  # figures of one width: a clock that counts does not tremble
        if made != self.figure.font():
            self.figure.setFont(made)

    def show_round(self, title: str, hours: str, *, first: bool, last: bool, live: bool) -> None:
        """Show which round it is."""
        self.title.setText(title)
        self.hours.setText(hours)
        self.before.setEnabled(not first)
        self.after.setEnabled(not last)
        self.now.setVisible(not live)

    def tell(self, told: Told) -> None:
        """Show the time left."""
        for one, text in ((self.figure, told.figure), (self.words, told.words)):
            if one.text() != text:
                one.setText(text)
        self._size_figure()
        tone = "" if told.tone == "text" else told.tone
        if self.figure.property("tone") != tone:
            self.figure.setProperty("tone", tone)
            self.figure.style().polish(self.figure)
        self.bar.setVisible(told.share is not None)
        if told.share is not None:
            self.bar.setValue(round(told.share * 1000))

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 18, 12)
        whole.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(8)
        row.addLayout(_pile(self.title, self.hours, Qt.AlignmentFlag.AlignLeft), 1)
        row.addWidget(self.now)
        row.addSpacing(16)
        row.addLayout(_pile(self.figure, self.words, Qt.AlignmentFlag.AlignRight))
        whole.addLayout(row)
        whole.addWidget(self.bar)


def _pile(upper: QLabel, lower: QLabel, side: Qt.AlignmentFlag) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(0)
    for one in (upper, lower):
        one.setAlignment(side)
        made.addWidget(one)
    return made
