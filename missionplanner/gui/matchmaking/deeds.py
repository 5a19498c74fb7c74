"""Do what concerns a B2B session as a whole: make, change and delete it, fill it, have its timetable proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.context import Context
from missionplanner.gui.imports import Imports
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.page import Page

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.matchmaking.sessions import SessionDraft
    from missionplanner.services.workspace import Receipt, Workspace

WISHES = "wishes"
"""What a file is expected to list that somebody opens here."""
TABLES_FIRST = 6
"""Tables a new session is offered where nobody knows yet who hosts."""


class SessionDeeds(QObject):
    """Carry the deeds out. ``part_wanted`` names the part of the page that shows what was made."""

    part_wanted = Signal(str)

    def __init__(self, ctx: Context, page: Page, shown: ShownSession) -> None:
        super().__init__(page)
        self._ctx, self._page, self._shown = ctx, page, shown

    def all(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "b2b_propose": self.propose,
            "b2b_frame": self.change,
            "b2b_new": self.new,
            "b2b_delete": self.delete,
            "b2b_import_wishes": self.import_wishes,
            "b2b_add_sides": self.add_sides,
            "b2b_export": self.export,
        }

    # -- the session ------------------------------------------------------------------------------

    def free_items(self) -> list[tuple[UUID, str]]:
        """Return the B2B items of the programme that no session is for yet, with their titles."""
        plan, t = self._ctx.mission.plan, self._ctx.t
        if plan is None:
            return []
        taken = {one.item_id for one in plan.matchmaking}
        return [
            (one.id, one.title.best(t.language, plan.mission.languages) or t("B2B meetings"))
            for one in plan.items
            if one.kind is ItemKind.B2B and one.id not in taken and one.status is not ItemStatus.CANCELLED
        ]

    def new(self) -> None:
        """Ask for a session, for the first item of the programme that waits for one where there is one."""
        items = self.free_items()
        self.begin(items[0][0] if items else None)

    def begin(self, item_id: UUID | None) -> None:
        """Ask for a session that an item of the programme is for, or with hours of its own."""
        from missionplanner.gui.matchmaking.session_dialog import SessionDialog

        plan = self._ctx.mission.plan
        if plan is not None:
            draft = self._draft(plan, item_id)
            SessionDialog(self._page.window(), self._ctx, plan, draft, self._create, new=True).open()

    def _draft(self, plan: MissionPlan, item_id: UUID | None) -> SessionDraft:
        from missionplanner.gui.matchmaking.session_dialog import LENGTH, PAUSE
        from missionplanner.services.matchmaking import sessions

        slots: tuple[sessions.Hours, ...] = ()
        if item_id is not None:
            try:
                slots = sessions.hours_of_item(plan, item_id, LENGTH, PAUSE)
            except MissionPlannerError:  # an item without hours: they are typed in the form
                slots = ()
        tables = sessions.numbered_desks(TABLES_FIRST)
        return sessions.SessionDraft(language=self._ctx.t.language, item_id=item_id, slots=slots, tables=tables)

    def _create(self, draft: SessionDraft) -> None:
        from missionplanner.services.matchmaking import sessions

        workspace, code = self._ctx.workspace, self._ctx.mission.code
        if workspace is None:
            return
        receipt = sessions.create(workspace, code, draft)
        self._ctx.mission.reread()
        made = next((one for table, one in receipt.added if table == "matchmaking"), None)
        if made is not None:
            self._shown.show(made)
        self._ctx.told_with_undo(self._ctx.t("B2B session made."))
        self.part_wanted.emit("participants")

    def change(self) -> None:
        """Ask what the session is to be, with its slots and tables."""
        from missionplanner.gui.matchmaking.session_dialog import SessionDialog
        from missionplanner.services.matchmaking import sessions

        session = self._shown.session
        if session is None:
            return

        def store(draft: SessionDraft) -> None:
            workspace = self._ctx.workspace
            if workspace is not None:
                receipt = sessions.change(workspace, session.id, draft)
                if receipt.changeset is not None:
                    self._ctx.told_with_undo(self._ctx.t("Session changed."))

        draft = sessions.draft_of(session, self._ctx.t.language)
        SessionDialog(self._page.window(), self._ctx, session.plan, draft, store).open()

    def delete(self) -> None:
        """Delete the session with all it holds; a toast takes it back."""
        session = self._shown.session
        if session is None:
            return

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import sessions

            return sessions.delete(ws, session.id)

        title = self._shown.title_of(session)
        if self._ctx.run_edit(edit) is not None:
            self._ctx.told_with_undo(self._ctx.t("“{title}” deleted.", title=title))

    # -- what it holds ----------------------------------------------------------------------------

    def add_sides(self) -> None:
        """Let the organisations of the delegation take part, and those that host."""
        identity, t = self._shown.id, self._ctx.t

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import participants

            return participants.from_mission(ws, identity)

        receipt = self._ctx.run_edit(edit) if self._shown.session is not None else None
        if receipt is None:
            return
        count = len(receipt.added)
        if count:
            words = t.plural("{count} participant added.", "{count} participants added.", count)
            self._ctx.told_with_undo(words)
            return
        session = self._shown.session
        if session is not None and session.participants:
            words = t("All organisations of the mission take part already.")
        else:
            words = t(
                "The mission has neither delegates nor hosts yet: add participants by name, or import wishes."
            )
        self._ctx.notices.say(words, tone="info")

    def import_wishes(self) -> None:
        """Ask for a spreadsheet and show what it holds; wishes go into the session on screen."""
        known = self._imports
        (known or Imports(self._ctx, self._page.window())).ask(WISHES)

    def export(self) -> None:
        """Ask in which form the meetings go out: as a workbook, or as events for everybody's calendar."""
        from missionplanner.gui.exporting import MEETINGS, Exporting

        window = self._page.window()
        (window.findChild(Exporting) or Exporting(self._ctx, window)).ask(self._page, MEETINGS)

    def direct_imports(self, there: bool) -> None:
        """Let wishes that are taken in go into the session on screen; into the first once the page is left."""
        session, known = self._shown.session, self._imports
        if known is not None:
            known.session = session.id if there and session is not None else None

    @property
    def _imports(self) -> Imports | None:
        return self._page.window().findChild(Imports)

    def propose(self) -> None:
        """Ask how a timetable is to be looked for, and show what is found."""
        session, t = self._shown.session, self._ctx.t
        if session is None:
            self.new()
            return
        if not session.slots or not session.tables:
            self._ctx.notices.say(t("Say first which slots and tables there are."), tone="info")
            self.change()
        elif not any(one.wish is not None for one in session.requests) and not session.live:
            self._ctx.notices.say(t("Nobody wants to meet anybody yet: type wishes, or import them."), tone="info")
            self.part_wanted.emit("wishes")
        else:
            from missionplanner.gui.matchmaking.propose import ProposeDialog

            ProposeDialog(self._page.window(), self._ctx, session, self._accepted).open()

    def _accepted(self) -> None:
        self.part_wanted.emit("timetable")
