"""Note from the rounds what came of meetings, and let others meet instead of who did not come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.meetings.rounds import Replacement
from missionplanner.gui.context import Edit
from missionplanner.gui.matchmaking.round_cards import Facts, MeetingCard, absent_of

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session
    from missionplanner.gui.matchmaking.round import RoundView
    from missionplanner.services.workspace import Receipt, Workspace


class RoundOutcomes:
    """Read and write the outcomes of the meetings that a view of rounds shows."""

    def __init__(self, view: RoundView) -> None:
        self._view, self._ctx = view, view.ctx
        self.known: Mapping[UUID, r.Outcome] = {}
        self._offers: dict[UUID, tuple[Replacement, ...]] = {}

    # -- reading ----------------------------------------------------------------------------------

    def read(self, session: Session) -> None:
        """Read what was noted of the meetings of a session: a plan does not carry it."""
        from missionplanner.services import missions
        from missionplanner.services.matchmaking.looking import by_meeting

        self._offers = {}
        if self._ctx.workspace is None:
            self.known = {}
            return
        try:
            record = missions.record(self._ctx.workspace, self._ctx.mission.code)
        except MissionPlannerError as error:
            self._ctx.tell(error)
        else:
            self.known = by_meeting(session, record.outcomes)

    def facts(self, one: r.Meeting) -> Facts:
        """Return what is known of a meeting; of one that somebody did not come to, who could meet instead."""
        outcome = self.known.get(one.id)
        absent = absent_of(self._view.words, one, outcome)
        return Facts(one, outcome, self._offered(one, absent) if absent else ())

    def _offered(self, one: r.Meeting, absent: Collection[UUID]) -> tuple[Replacement, ...]:
        """Return who could meet instead; pairs that met in other missions are left out."""
        from missionplanner.services.matchmaking import rounds

        if one.id not in self._offers and self._ctx.workspace is not None:
            try:
                self._offers[one.id] = rounds.offers(self._ctx.workspace, one.id, absent, one.matchmaking_id)
            except MissionPlannerError as error:
                self._ctx.tell(error)
        return self._offers.get(one.id, ())

    # -- writing ----------------------------------------------------------------------------------

    def note_held(self, facts: Facts | None) -> None:
        """Note that a meeting was held; what was noted so is taken back."""
        if facts is None:
            return
        if facts.held is True:
            self.forget(facts)
            return

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import rounds

            return rounds.held(ws, [facts.meeting.id])

        self._write(edit, facts.meeting.id)

    def forget(self, facts: Facts | None) -> None:
        """Take back what was noted of a meeting."""
        if facts is None or facts.outcome is None:
            return

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import rounds

            return rounds.forget(ws, [facts.meeting.id])

        self._write(edit, facts.meeting.id)

    def ask_absent(self, card: MeetingCard) -> None:
        """Ask which side did not come to a meeting."""
        made = self.absent_menu(card)
        made.popup(card.mapToGlobal(QPoint(card.width() // 4, card.height() // 2)))
        made.setActiveAction(made.actions()[0])

    def absent_menu(self, card: MeetingCard) -> QMenu:
        """Return the menu of who did not come to a meeting."""
        t, words, one = self._ctx.t, self._view.words, card.facts.meeting
        made = QMenu(self._view)
        made.setObjectName("round_absent")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, some in (
            (t("{name} did not come", name=words.short(one.a_id)), (one.a_id,)),
            (t("{name} did not come", name=words.short(one.b_id)), (one.b_id,)),
            (t("Neither came"), (one.a_id, one.b_id)),
        ):
            made.addAction(text).triggered.connect(lambda _on=False, some=some: self.note_absent(one.id, some))
        if card.facts.held is False:
            made.addSeparator()
            again = made.addAction(t("Forget what was said of the meeting"))
            again.triggered.connect(lambda _on=False: self.forget(card.facts))
        return made

    def note_absent(self, meeting: UUID, absent: Collection[UUID]) -> None:
        """Note who did not come; who could meet instead is offered then."""

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import rounds

            return rounds.no_show(ws, meeting, absent, self._language())

        self._write(edit, meeting)

    def let_meet(self, facts: Facts | None, offer: Replacement) -> None:
        """Let two who are free meet at the table of a meeting that is not held."""
        if facts is None:
            return
        words, t = self._view.words, self._ctx.t
        absent, later = absent_of(words, facts.meeting, facts.outcome), words.planned(offer)

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import rounds

            return rounds.instead(ws, facts.meeting.id, absent, offer, self._language())

        if self._write(edit, None):
            pair = f"{words.short(offer.a)} – {words.short(offer.b)}"
            moved = t("{pair} meet instead of later ({when}).", pair=pair, when=later)
            self._ctx.told_with_undo(moved if later else t("{pair} meet instead.", pair=pair))

    def _language(self) -> str:
        """Return the language notes are written in: the mission's first."""
        session = self._view.session
        return next(iter(session.plan.mission.languages if session is not None else ()), self._ctx.t.language)

    def _write(self, edit: Edit, meeting: UUID | None) -> bool:
        """Run an edit and show at once what came of it."""
        if self._ctx.run_edit(edit) is None:
            return False
        self._view.at = meeting or self._view.at
        self._ctx.mission.reread()
        card = self._view.cards.get(meeting) if meeting is not None else None
        if card is not None:
            self._ctx.say_aloud(card, card.accessibleName())
        return True
