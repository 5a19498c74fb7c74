"""Show the meetings of a round as cards one reads across a room: table, both sides, held or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.meetings.rounds import Replacement
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking import marks
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import button, icon_button, label, picture, plain_tip

MOST_OFFERED = 3
"""How many are offered who could meet instead."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Be what a card says of a meeting: its outcome so far, and who could meet instead."""

    meeting: r.Meeting
    outcome: r.Outcome | None = None
    offers: tuple[Replacement, ...] = ()

    @property
    def held(self) -> bool | None:
        return self.outcome.held if self.outcome is not None else None


def large(role: str, scale: float) -> QFont:
    """Return a role's font, grown as the window is."""
    made = font(role)
    made.setPixelSize(round(made.pixelSize() * scale))
    return made


class MeetingCard(QFrame):
    """Be one meeting; ``dense`` ones keep to two lines.

    ``held`` and ``missing`` are its buttons, ``instead`` carries who meets in its place. ``typed`` carries a key
    that is not its own: what scrolls around it would take the arrows.
    """

    focused = Signal(object)
    typed = Signal(object)
    held = Signal(object)
    missing = Signal(object)
    instead = Signal(object, object)

    def __init__(self, ctx: Context, words: MeetingWords, facts: Facts, scale: float, *, dense: bool) -> None:
        super().__init__()
        self._ctx, self._words, self.facts, self._scale, self._dense = ctx, words, facts, scale, dense
        one = facts.meeting
        self.setObjectName(f"round_meeting_{one.table or one.position}")
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        said = ", ".join(
            part for part in (words.table_head(one.table or "–"), words.pair(one), self._state()) if part
        )
        self.setAccessibleName(said)
        voice = words.person(one.interpreter_id) if one.interpreter_id is not None else ""
        whole = f"{words.full(one.a_id)} – {words.full(one.b_id)}"
        self.setToolTip(plain_tip(f"{whole}\n{voice}" if voice else whole))
        self._build(one)

    def _build(self, one: r.Meeting) -> None:
        scale, words = self._scale, self._words
        column = QVBoxLayout(self)
        margin = round(12 * scale)
        column.setContentsMargins(margin, round(10 * scale), margin, round(10 * scale))
        column.setSpacing(round(4 * scale))
        head = self._head(one)
        column.addLayout(head)
        for text in (words.pair(one),) if self._dense else (words.short(one.a_id), words.short(one.b_id)):
            name = label(text, "title" if self._dense else "h1", wrap=True)
            name.setFont(large("title" if self._dense else "h1", scale))
            column.addWidget(name)
        if one.interpreter_id is not None and not self._dense:
            column.addLayout(self._line("languages", words.person(one.interpreter_id), "text2"))
        column.addStretch(1)
        self._say_outcome(column)
        if self._dense:
            self._add_buttons(head)
        else:
            row = QHBoxLayout()
            row.setSpacing(8)
            self._add_buttons(row)
            row.addStretch(1)
            column.addLayout(row)
        for offer in self.facts.offers[:MOST_OFFERED]:
            column.addWidget(self._offer(offer))

    def _head(self, one: r.Meeting) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        table = label(self._words.table_head(one.table or "–"), "title", tone="quiet")
        table.setFont(large("title", self._scale))
        row.addWidget(table, 1)
        held = self.facts.held
        if self._dense and one.interpreter_id is not None:
            row.addWidget(picture(self._ctx.theme, "languages", "text2", 15))
        if held is not None:
            icon, tone = ("circle-check", "ok") if held else ("user-x", "danger")
            row.addWidget(picture(self._ctx.theme, icon, tone, round(20 * self._scale)))
        return row

    def _line(self, icon: str, text: str, ink: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(picture(self._ctx.theme, icon, ink, round(15 * self._scale)))
        words: QLabel = label(text, "body", tone="quiet", wrap=True)
        words.setFont(large("body", self._scale))
        row.addWidget(words, 1)
        return row

    def _say_outcome(self, column: QVBoxLayout) -> None:
        words = self._state()
        if words:
            made = label(words, "strong", tone="ok" if self.facts.held else "danger", wrap=True)
            made.setFont(large("strong", self._scale))
            column.addWidget(made)

    def _state(self) -> str:
        t, outcome = self._ctx.t, self.facts.outcome
        if outcome is None or outcome.held is None:
            return ""
        return t("Held") if outcome.held else outcome.why_not or t("Not held")

    def _add_buttons(self, row: QHBoxLayout) -> None:
        t, theme, key = self._ctx.t, self._ctx.theme, self.facts.meeting.table or self.facts.meeting.position
        verbs: Sequence[tuple[str, str, str, bool, SignalInstance]] = (
            (t("Held"), "held", "check", self.facts.held is True, self.held),
            (t("No-show"), "missing", "user-x", self.facts.held is False, self.missing),
        )
        for words, name, icon, pressed, signal in verbs:
            made = icon_button(words, f"round_{name}_{key}", icon, theme)
            made.setFont(large("button", min(self._scale, 1.3)))
            made.setAccessibleName(f"{words}: {self._words.pair(self.facts.meeting)}")
            made.setCheckable(True)
            made.setChecked(pressed)
            made.clicked.connect(self._sender(signal, made, pressed))
            if self._dense:
                made.setText("")
                made.setToolTip(words)
                made.setProperty("look", "flat")
            row.addWidget(made)

    def _sender(self, signal: SignalInstance, made: QPushButton, pressed: bool) -> Callable[[], None]:
        def send() -> None:
            made.setChecked(pressed)  # what is stored decides, not the click
            signal.emit(self.facts.meeting.id)

        return send

    def _offer(self, offer: Replacement) -> QWidget:
        t, words = self._ctx.t, self._words
        pair = f"{words.short(offer.a)} – {words.short(offer.b)}"
        text = t("Instead: {pair}", pair=pair)
        made = button(text, f"round_instead_{offer.a.hex[:6]}{offer.b.hex[:6]}", look="primary")
        wish = marks.words(t, offer.wish)
        later = words.planned(offer)
        told = t("planned for {when}, comes forward", when=later) if later else wish
        made.setToolTip(plain_tip(told))
        made.setAccessibleName(f"{text}, {told}")
        made.clicked.connect(lambda _on=False: self.instead.emit(self.facts.meeting.id, offer))
        return made

    # -- Qt ---------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - the names are Qt's
        super().focusInEvent(event)
        self.focused.emit(self.facts.meeting.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.typed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self.facts.held
        if held is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ctx.theme.colour("ok" if held else "danger"))
            painter.drawRoundedRect(2, 10, 5, self.height() - 20, 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(self._ctx.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 9, 9)


def absent_of(words: MeetingWords, meeting: r.Meeting, outcome: r.Outcome | None) -> tuple[UUID, ...]:
    """Return which sides a note says did not come: those it names."""
    why = outcome.why_not if outcome is not None and outcome.held is False else None
    return tuple(side for side in (meeting.a_id, meeting.b_id) if why and words.short(side) in why)
