"""Tell all of a meeting beside the timetable: who sits, who asked, who interprets, why it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.meetings.languages import needs_interpreter
from missionplanner.domain.meetings.session import is_live
from missionplanner.domain.meetings.targets import Blocked, Fits
from missionplanner.domain.meetings.wishes import pair_of
from missionplanner.gui.matchmaking import marks
from missionplanner.gui.matchmaking.meeting_deeds import MeetingDeeds
from missionplanner.gui.matchmaking.meeting_part import MeetingPart
from missionplanner.gui.matchmaking.meeting_places import in_slot, why_nowhere
from missionplanner.gui.widgets.basics import button, icon_button, label, picture, pill
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.wording import language_name

_TOLD = 4
"""Other slots that are named."""


class MeetingDetails(QFrame):
    """Show the chosen meetings. ``closed`` asks to show the tray again."""

    closed = Signal()

    def __init__(self, part: MeetingPart, deeds: MeetingDeeds) -> None:
        super().__init__()
        ctx = part.ctx
        self.setObjectName("meeting_details_pane")
        self.setAccessibleName(ctx.t("Details of the meeting"))
        self._part, self._deeds, self._ctx = part, deeds, ctx
        self.wrong: dict[UUID, str] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 6, 2, 2)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        back = ctx.t("Back")
        self.close_button = icon_button(back, "details_close", "arrow-left", ctx.theme, look="flat")
        self.close_button.clicked.connect(self.closed)
        top.addWidget(self.close_button)
        top.addStretch(1)
        whole.addLayout(top)
        self._area = Scrolled("meeting_details_area", ctx.t("Details of the meeting"))
        whole.addWidget(self._area, 1)

    def show_meetings(self, some: Sequence[r.Meeting]) -> None:
        """Show one meeting in full, of several how many they are."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 8, 12, 12)
        column.setSpacing(6)
        if len(some) == 1:
            self._one(column, some[0])
        elif some:
            words = self._ctx.t.plural("{count} meeting", "{count} meetings", len(some))
            column.addWidget(label(words, "title"))
            self._buttons(column, some)
        else:
            hint = self._ctx.t("Choose a meeting to see who sits, who interprets and why it is there.")
            column.addWidget(label(hint, "body", tone="quiet", wrap=True))
        column.addStretch(1)
        self._area.setWidget(inside)

    # -- one meeting ------------------------------------------------------------------------------

    def _one(self, column: QVBoxLayout, one: r.Meeting) -> None:
        words, t = self._part.words, self._ctx.t
        column.addWidget(label(words.pair(one), "title", name="details_pair", wrap=True))
        column.addWidget(label(words.where(one), "body", tone="quiet", name="details_where", wrap=True))
        self._marks(column, one)
        if one.id in self.wrong:
            column.addWidget(label(self.wrong[one.id], "small", tone="danger", name="details_wrong", wrap=True))
        for own, other in ((one.a_id, one.b_id), (one.b_id, one.a_id)):
            column.addSpacing(4)
            self._side(column, own, other)
        column.addSpacing(4)
        if one.interpreter_id is not None:
            name = words.person(one.interpreter_id)
            column.addWidget(label(t("Interpreter: {name}", name=name), "body", wrap=True))
        elif needs_interpreter(words.session, one.a_id, one.b_id):
            column.addWidget(label(t("They have no language in common."), "small", tone="warn", wrap=True))
        if is_live(one):
            column.addWidget(label(t("Why here"), "strong"))
            for line in self._why(one):
                column.addWidget(label(line, "small", tone="quiet", wrap=True))
        self._buttons(column, [one])

    def _marks(self, column: QVBoxLayout, one: r.Meeting) -> None:
        words, theme = self._part.words, self._ctx.theme
        row = QHBoxLayout()
        row.setSpacing(8)
        tone, state = words.state(one)
        if state:
            row.addWidget(pill(state, tone))
        if one.locked:
            row.addWidget(picture(theme, "lock", "text2", 15))
            row.addWidget(label(self._ctx.t("Locked"), "small", tone="quiet"))
        row.addStretch(1)
        column.addLayout(row)

    def _side(self, column: QVBoxLayout, own: UUID, other: UUID) -> None:
        """Tell who sits for one side, and what it said of the other."""
        words, t = self._part.words, self._ctx.t
        column.addWidget(label(words.full(own), "strong", wrap=True))
        for person in words.session.people_of(own):
            spoken = ", ".join(language_name(code) for code in person.languages)
            name = words.person(person.id)
            column.addWidget(label(f"{name} ({spoken})" if spoken else name, "body", wrap=True))
        pair = pair_of(words.session, own, other)
        asked = next((one for one in (pair.ours, pair.theirs) if one is not None and one.from_id == own), None)
        said = marks.words(t, asked.wish) if asked is not None and asked.wish is not None else ""
        if asked is None or not said:
            said = t("Asked for the meeting") if asked is not None else t("Did not ask for the meeting")
        note = f": “{asked.note}”" if asked is not None and asked.note else ""
        column.addWidget(label(f"{said}{note}", "small", tone="quiet", wrap=True))

    def _why(self, one: r.Meeting) -> Iterator[str]:
        """Give what speaks for the place of a meeting, and where else it could be."""
        t, words, targets = self._ctx.t, self._part.words, self._part.targets(one)
        session = words.session
        pair = pair_of(session, one.a_id, one.b_id)
        if pair.mutual:
            yield t("Both sides asked for it.")
        elif pair.wish is not None:
            yield t("One side asked for it.")
        else:
            yield t("Nobody asked for it: it was put here by hand.")
        yield from self._orders(one)
        if one.locked:
            yield t("It is locked: proposals leave it where it is.")
            return
        others = [slot for slot in session.slots if slot.position != one.slot]
        found = {slot.position: in_slot(targets, slot.position) for slot in others}
        open_ = [words.slot(slot) for slot in others if isinstance(found[slot.position], Fits)]
        if open_:
            told = ", ".join(open_[:_TOLD]) + (" …" if len(open_) > _TOLD else "")
            yield t("Other slots that take it: {slots}", slots=told)
        elif any(isinstance(found[slot.position], Blocked) for slot in others):
            yield why_nowhere(self._ctx, targets, words)

    def _orders(self, one: r.Meeting) -> Iterator[str]:
        """Give which meetings have to come after or before one."""
        t, words, session = self._ctx.t, self._part.words, self._part.words.session
        for order in session.orders():
            other = session.meeting(order.second_id if order.first_id == one.id else order.first_id)
            if other is not None and order.first_id == one.id:
                yield t("It has to come before “{pair}”.", pair=words.pair(other))
            elif other is not None and order.second_id == one.id:
                yield t("It has to come after “{pair}”.", pair=words.pair(other))

    # -- verbs ------------------------------------------------------------------------------------

    def _buttons(self, column: QVBoxLayout, some: Sequence[r.Meeting]) -> None:
        t, deeds, session = self._ctx.t, self._deeds, self._part.words.session
        live = [one for one in some if is_live(one)]
        stored = [one for one in live if session.meeting(one.id) is not None]
        placed = [one for one in live if session.slot(one.slot) is not None]
        verbs: list[tuple[str, str, Callable[[], object]]] = []
        if len(live) == 1:
            verbs.append((t("Move…") if placed else t("Place…"), "details_move", deeds.ask))
        if len(stored) == 1 and session.interpreters:
            verbs.append((t("Interpreter…"), "details_interpreter", deeds.ask_interpreter))
        if placed:
            words = t("Release") if all(one.locked for one in placed) else t("Lock")
            verbs.append((words, "details_lock", deeds.lock))
            verbs.append((t("Take off the timetable"), "details_off", deeds.take_off))
        if (two := deeds.two()) is not None:
            words = t("Free their order") if deeds.orders_of(two) else t("Keep their order")
            verbs.append((words, "details_order", deeds.keep_order))
        if stored:
            words = t("Cancel the meeting") if len(stored) == 1 else t("Cancel the meetings")
            verbs.append((words, "details_cancel", deeds.cancel))
        if len(live) < len(some):
            verbs.append((t("Bring the meeting back"), "details_back", deeds.bring_back))
        column.addSpacing(4)
        for words, name, do in verbs:
            made = button(words, name)
            made.clicked.connect(lambda _on=False, do=do: do())
            column.addWidget(made)
