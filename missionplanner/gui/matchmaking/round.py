"""Show the round of meetings that is on: time left, who meets where, who is free, who could meet instead."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.domain.meetings.rounds import Round, free_in, rounds
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.meetings import MET, ROUNDS, STORED
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking import round_clock
from missionplanner.gui.matchmaking.going import show_outcome
from missionplanner.gui.matchmaking.meeting_part import MeetingPart
from missionplanner.gui.matchmaking.round_cards import Facts, MeetingCard, large
from missionplanner.gui.matchmaking.round_head import RoundHead
from missionplanner.gui.matchmaking.round_outcomes import RoundOutcomes
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, card, label
from missionplanner.gui.widgets.flow import Columns
from missionplanner.gui.widgets.scrolled import Scrolled

SECOND = 1000
CARD, TALL, DENSE, AROUND = 250, 160, 78, 190
"""Pixels of a card's width and height, of a dense one's, and of what stands above and below, at the usual size."""
LARGEST, LARGER, MANY = 2.2, 1.3, 12
"""How much larger letters get at most, on dense cards too, and how many cards are dense where not all fit."""


class RoundView(MeetingPart):
    """Be the live view. ``clock`` returns the moment it is, in UTC; the round shown follows it until one turns."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.setObjectName("round")
        self.setAccessibleName(ctx.t("Live round"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self._every: tuple[Round, ...] = ()
        self._turned: int | None = None
        self._drawn = -1
        self._scale = 1.0
        self.at: UUID | None = None
        self.outcomes = RoundOutcomes(self)
        self.cards: dict[UUID, MeetingCard] = {}
        self.head = RoundHead(ctx)
        self.nothing = Nothing(ctx, "round_nothing", "timer")
        self.free_now = Elided("", "title", colour="text", theme=ctx.theme, lines=2)
        self.free_now.setObjectName("round_free")
        self.next_round = Elided("", "title", colour="text2", theme=ctx.theme, lines=2)
        self.next_round.setObjectName("round_next")
        self._ticking = QTimer(self, interval=SECOND)
        self._ticking.timeout.connect(self.tick)
        self.head.turned.connect(self.turn)
        self.head.wanted.connect(self.to_now)
        self._build()

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of rounds do here."""
        return {
            "round_held": lambda: self.outcomes.note_held(self.facts(self.at)),
            "round_no_show": self._ask_absent,
            "round_unsaid": lambda: self.outcomes.forget(self.facts(self.at)),
            "meeting_outcome": self._show_outcome,
            "round_before": lambda: self.turn(-1),
            "round_after": lambda: self.turn(1),
            "round_now": self.to_now,
        }

    def _show_outcome(self) -> None:
        if self.at is not None:
            show_outcome(self, self.at)

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        if not self._every:
            return set()
        return {ROUNDS, MET, STORED} if self.at in self.cards else {ROUNDS}

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self] if self._every else [self.nothing]

    def take_focus(self) -> None:
        """Give the focus to the meeting one was at, else to the first."""
        chosen = self.cards.get(self.at) if self.at is not None else None
        first = chosen or next(iter(self.cards.values()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> object:
        """Return where one is, for Back."""
        return self._turned, self.at

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2:
            self._turned, self.at = place
            self.show_now()

    def count_words(self) -> str:
        """Return how many meetings the round has, and of how many it is known that they were held."""
        one = self.shown
        if one is None:
            return ""
        t = self.ctx.t
        told = [self.outcomes.known[each.id].held for each in one.meetings if each.id in self.outcomes.known]
        held = t.plural("{count} held", "{count} held", told.count(True))
        count = t.plural("{count} meeting", "{count} meetings", len(one.meetings))
        return self.ctx.wording.listed((count, held if any(told) else ""))

    # -- which round ------------------------------------------------------------------------------

    @property
    def shown(self) -> Round | None:
        """Return the round on screen."""
        if self.session is None or not self._every:
            return None
        number = self._turned
        if number is None:
            number = round_clock.live_number(self.session, self._every, self.clock())
        return self._every[min(max(number, 0), len(self._every) - 1)]

    def turn(self, steps: int) -> None:
        """Go to the round before or after; the live one is followed again where one comes back to it."""
        one = self.shown
        if one is None or self.session is None:
            return
        wanted = min(max(one.number - 1 + steps, 0), len(self._every) - 1)
        live = round_clock.live_number(self.session, self._every, self.clock())
        self._turned = None if wanted == live else wanted
        self.show_now()
        self.take_focus()

    def to_now(self) -> None:
        """Follow the clock again."""
        self._turned = None
        self.show_now()
        self.take_focus()

    def show_meetings(self, wanted: list[UUID]) -> None:
        """Go to the round of a meeting and choose it."""
        self._every = rounds(self.session) if self.session is not None else ()
        for one in self._every:
            if any(each.id in wanted for each in one.meetings):
                self._turned = one.number - 1
                self.at = next(each.id for each in one.meetings if each.id in wanted)
                self.turn(0)
                return

    # -- showing ----------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show the time left; another round where it has begun."""
        if self.session is None:
            return
        one = self.shown
        if one is not None and one.number != self._drawn:
            self.show_now()
        self.head.tell(round_clock.told_at(self.ctx.wording, self.session, self.clock(), self.outcomes.known))

    def show_now(self) -> None:
        session = self.session
        self._every = rounds(session) if session is not None else ()
        self._stack.setCurrentIndex(0 if self._every else 1)
        if session is None or not self._every:
            t = self.ctx.t
            starts = self.framing() if session is not None else []
            self.nothing.tell(t("No rounds yet"), t("Give the session its hours: each slot is a round."), starts)
            self._soon.start()
            return
        self.outcomes.read(session)
        one = self.shown
        assert one is not None
        self._drawn = one.number
        self._tell(one)
        self._deal(one)
        self._soon.start()

    def _tell(self, one: Round) -> None:
        """Say which round it is, who is free then, and what comes next."""
        session, t, words = self.session, self.ctx.t, self.words
        assert session is not None
        moment, count = self.clock(), len(self._every)
        day = self.ctx.wording.full_day(one.slot.date)
        live = round_clock.live_number(session, self._every, moment)
        clock = round_clock.wall_clock(self.ctx.wording, session, moment, one.slot.date)
        hours = self.ctx.wording.listed((f"{day}, {words.hours(one.slot)}", clock))
        title = t("Round {number} of {count}", number=one.number, count=count)
        self.head.show_round(
            title, hours, first=one.number == 1, last=one.number == count, live=one.number - 1 == live
        )
        self.head.tell(round_clock.told_at(self.ctx.wording, session, moment, self.outcomes.known))
        free = ", ".join(words.short(each) for each in free_in(session, one.slot.position, self.free))
        busy = t("Everybody who is there meets somebody.") if one.meetings else ""
        self.free_now.set_text(t("Free: {names}", names=free) if free else busy)
        after = self._every[one.number] if one.number < count else None
        self.next_round.set_text(self._next_words(after))
        self.next_round.setVisible(after is not None)

    def _next_words(self, after: Round | None) -> str:
        if after is None:
            return ""
        told = [f"{self.words.table_head(each.table or '–')}: {self.words.pair(each)}" for each in after.meetings]
        some = "  ·  ".join(told) or self.ctx.t("nobody meets")
        return self.ctx.t("Next at {time}: {meetings}", time=f"{after.slot.start:%H:%M}", meetings=some)

    def _deal(self, one: Round) -> None:
        """Show a card for each meeting, as large as there is room for; the focus stays where it was."""
        focused = QApplication.focusWidget()
        within = focused is not None and self._table.isAncestorOf(focused)
        self._scale, dense = self._fitting(len(one.meetings))
        self.head.set_scale(self._scale)
        for below in (self.free_now, self.next_round):
            below.setFont(large("body", self._scale))
        inside = QWidget()
        inside.setObjectName("round_cards")
        flow = Columns(inside, narrowest=self._narrowest(), widest=10_000, gap=12)
        self.cards = {}
        for each in one.meetings:
            made = MeetingCard(self.ctx, self.words, self.outcomes.facts(each), self._scale, dense=dense)
            made.focused.connect(self._choose)
            made.typed.connect(self.keyPressEvent)
            made.held.connect(lambda meeting: self.outcomes.note_held(self.facts(meeting)))
            made.missing.connect(self._ask_absent)
            made.instead.connect(lambda meeting, offer: self.outcomes.let_meet(self.facts(meeting), offer))
            flow.addWidget(made)
            self.cards[each.id] = made
        if not one.meetings:
            flow.addWidget(label(self.ctx.t("Nobody meets in this round."), "title", tone="quiet", wrap=True))
        self._table.setWidget(inside)
        if within:
            self.take_focus()

    def facts(self, meeting: UUID | None) -> Facts | None:
        """Return what is known of a meeting on screen, None of any other."""
        card = self.cards.get(meeting) if meeting is not None else None
        return card.facts if card is not None else None

    def _ask_absent(self, meeting: UUID | None = None) -> None:
        card = self.cards.get(meeting or self.at or UUID(int=0))
        if card is not None:
            self.outcomes.ask_absent(card)

    def _choose(self, meeting: UUID) -> None:
        self.at = meeting
        self._soon.start()

    # -- size -------------------------------------------------------------------------------------

    def _narrowest(self) -> int:
        return round(roomy(CARD) * self._scale)

    def _fitting(self, count: int) -> tuple[float, bool]:
        """Return how large letters can be so that all cards are in sight, and whether those are dense."""
        for tall, largest in ((TALL, LARGEST), (DENSE, LARGER)):
            scale = largest
            while scale >= 1.0:
                columns = max(1, int((self.width() - 32) // (roomy(CARD) * scale + 12)))
                lines = math.ceil(max(count, 1) / columns)
                if lines * (roomy(tall) * scale + 12) <= self.height() - roomy(AROUND) * scale:
                    return scale, tall == DENSE
                scale = round(scale - 0.1, 1)
        return 1.0, count > MANY

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        one = self.shown
        if one is not None and self._drawn == one.number and self._fitting(len(one.meetings))[0] != self._scale:
            self._deal(one)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._ticking.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() and not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in turns:
            self.turn(turns[key])
        elif key in steps and self.cards:
            every = list(self.cards)
            now = every.index(self.at) if self.at in self.cards else -steps[key]
            self.at = every[(now + steps[key]) % len(every)]
            self.take_focus()
            self._table.ensureWidgetVisible(self.cards[self.at])
        else:
            super().keyPressEvent(event)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        self._table = Scrolled("round_table", self.ctx.t("Meetings of the round"))
        column.addWidget(self._table, 1)
        frame = card("round_below")
        below = QHBoxLayout(frame)
        below.setContentsMargins(18, 10, 18, 10)
        below.setSpacing(24)
        below.addWidget(self.free_now, 1)
        below.addWidget(self.next_round, 2)
        column.addWidget(frame)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(inside)
        self._stack.addWidget(self.nothing)
