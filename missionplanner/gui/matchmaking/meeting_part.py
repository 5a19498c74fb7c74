"""Be what timetable, participants and rounds have in common: which session is shown, and when it is shown anew."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matrix.nothing import Nothing, Start

if TYPE_CHECKING:
    from missionplanner.domain import records as r
    from missionplanner.domain.meetings.availability import Availability
    from missionplanner.domain.meetings.session import Session
    from missionplanner.domain.meetings.targets import Targets
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.workspace import Receipt


class MeetingPart(QWidget):
    """Show one session of the open mission. ``changed`` tells that what is chosen or shown is other now.

    A part that is hidden keeps what it shows and catches up when it comes back.
    """

    changed = Signal()
    nothing: Nothing
    """What says that there is nothing to show; each part makes its own."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.ctx, self.actions_ = ctx, actions
        self._wanted: UUID | None = None
        self._plan: MissionPlan | None = None
        self._session: Session | None = None
        self._free: Availability | None = None
        self._stale = True
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        ctx.mission.changed.connect(self._hear)

    # -- what is shown ----------------------------------------------------------------------------

    def show_session(self, identity: UUID | None) -> None:
        """Show a session of the mission, its first for None."""
        self._wanted, self._plan = identity, None
        self._hear()

    @property
    def session(self) -> Session | None:
        """Return the session as the plan has it now: the wanted one, else the first; None where there is none."""
        from missionplanner.domain.meetings.session import session_of, sessions

        plan = self.ctx.mission.plan
        if plan is not self._plan or plan is None:
            every = sessions(plan) if plan is not None else ()
            wanted = session_of(plan, self._wanted) if plan is not None else None
            self._session = wanted or (every[0] if every else None)
            self._plan, self._free = plan, None
        return self._session

    @property
    def free(self) -> Availability:
        """Return who can come when, worked out once for each state of the mission."""
        from missionplanner.domain.meetings.availability import availability

        session = self.session
        assert session is not None
        if self._free is None:
            self._free = availability(session.plan, session)
        return self._free

    @property
    def words(self) -> MeetingWords:
        """Return the words of the session."""
        assert self.session is not None
        return MeetingWords(self.ctx, self.session)

    def targets(self, meeting: r.Meeting) -> Targets:
        """Return where a meeting can go."""
        from missionplanner.domain.meetings.targets import Targets

        assert self.session is not None
        return Targets(self.session, meeting, self.free)

    def amiss(self) -> dict[UUID, str]:
        """Return what is amiss with meetings where they are."""
        from missionplanner.gui.matchmaking.meeting_amiss import amiss

        if self.session is None:
            return {}
        return {one: self.ctx.t.say(why) for one, why in amiss(self.session, self.free).items()}

    def starting_with(self, words: str, action: str, icon: str) -> Start:
        """Return a way to begin, where nothing is there yet, that does an action."""
        return words, f"{self.nothing.objectName()}_{action}", icon, self.actions_[action].trigger

    def framing(self) -> list[Start]:
        """Return the way to give a session its slots and tables."""
        return [self.starting_with(self.ctx.t("Slots and tables"), "b2b_frame", "settings")]

    # -- the page asks ----------------------------------------------------------------------------

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._stale:
            self._renew()

    def leave(self) -> None:
        """Be out of sight."""

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one."""

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the meetings that an undo or redo has touched."""
        plan = self.ctx.mission.plan
        if plan is not None and self.session is not None:
            touched = {one for _table, one in receipt.touched}
            there = [one.id for one in self.session.meetings if one.id in touched]
            if there:
                self.show_meetings(there)

    def show_meetings(self, wanted: list[UUID]) -> None:
        """Choose meetings and bring the first into sight."""

    # -- following --------------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show the session as it is now."""

    def _renew(self) -> None:
        self._stale = False
        self.show_now()
        self._soon.start()

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self._renew()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self._stale = True
        super().hideEvent(event)
