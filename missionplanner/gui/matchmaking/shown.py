"""Know which B2B session of the open mission is on screen, and see it as the plan has it now."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session
    from missionplanner.domain.plan import MissionPlan

NOBODY = UUID(int=0)
"""The id of no session: lists of it are empty."""


class ShownSession(QObject):
    """Hold one session of the mission on screen. ``changed`` tells that another is shown, or it is other now.

    ``switched`` comes before it where what is shown is another session altogether, or none.
    """

    changed = Signal()
    switched = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._plan: MissionPlan | None = None
        self.session: Session | None = None
        self.all: tuple[Session, ...] = ()
        ctx.mission.changed.connect(self.follow)
        self.follow()

    @property
    def id(self) -> UUID:
        """Return the session's id, that of no session where none is shown."""
        return self.session.id if self.session is not None else NOBODY

    def show(self, identity: UUID) -> None:
        """Show another session of the mission."""
        self._take(identity)

    def follow(self) -> None:
        """See the sessions as the plan has them now; the one on screen stays, else it is the first."""
        if self._ctx.mission.plan is not self._plan:
            self._take(self.id)

    def title_of(self, session: Session) -> str:
        """Return what to call a session: its title, else its place among the others."""
        title = session.title(self._ctx.t.language)
        number = self.all.index(session) + 1 if session in self.all else 1
        return title or self._ctx.t("B2B session {number}", number=number)

    def _take(self, wanted: UUID) -> None:
        from missionplanner.domain.meetings.session import sessions

        before = self.id
        self._plan = self._ctx.mission.plan
        self.all = sessions(self._plan) if self._plan is not None else ()
        first = self.all[0] if self.all else None
        self.session = next((one for one in self.all if one.id == wanted), first)
        if self.id != before:
            self.switched.emit()
        self.changed.emit()
