"""Take items to the clipboard and back: for this program, for Word and e-mail, and as a message for a chat."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, cast
from uuid import UUID, uuid4

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import placing_of
from missionplanner.gui.agenda.cutting import TOKEN_TYPE, Cut, cut_of, moved
from missionplanner.gui.agenda.edits import Gesture
from missionplanner.gui.agenda.seeing import PERSON
from missionplanner.gui.context import Context
from missionplanner.gui.messages import share_message
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace


class Sharing(QObject):
    """Cut, copy and paste on behalf of the agenda page.

    What is cut stays where it is, faintly, until it is pasted: within its mission the items themselves move.
    """

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._cut: Cut | None = None
        self._held = _holds_items()
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    def can_paste(self) -> bool:
        """Tell whether the clipboard holds items, or a text that may hold some."""
        return self._held

    def copy(self) -> None:
        """Put the chosen items on the clipboard, as they are and as a table other programs take."""
        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        if plan is not None and chosen:
            QGuiApplication.clipboard().setMimeData(self._packed(plan, chosen))
            t = self._ctx.t
            said = t.plural("{count} item copied.", "{count} items copied.", len(chosen))
            self._ctx.notices.say(said, tone="info")

    def cut(self) -> None:
        """Put the chosen items on the clipboard; they leave their place when they are pasted."""
        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        if plan is None or not chosen:
            return
        self._cut = cut_of(plan, chosen)
        data = self._packed(plan, chosen)
        data.setData(TOKEN_TYPE, self._cut.token.encode())
        QGuiApplication.clipboard().setMimeData(data)
        self._page.views.show_cut(chosen)
        t = self._ctx.t
        said = t.plural(
            "{count} item cut. It moves where you paste it.", "{count} items cut. They move where you paste them.",
            len(chosen),
        )  # fmt: skip
        self._ctx.notices.say(said, Step(t("Keep there"), self.keep), tone="info")

    def keep(self) -> bool:
        """Leave what was cut where it is; False where nothing was."""
        had, self._cut = self._cut is not None, None
        self._page.views.show_cut(())
        return had

    def follow(self) -> None:
        """Let what was cut fade in its own mission only."""
        plan, cut = self._ctx.mission.plan, self._cut
        mine = cut is not None and plan is not None and cut.mission == plan.mission.id
        wanted = frozenset(cut.items) if cut is not None and mine else frozenset()
        if wanted != self._page.views.cut:
            self._page.views.show_cut(wanted)

    def paste(self, *, after_last: bool = False) -> None:
        """Put what the clipboard holds on the day of the cursor, at its clock times or after the day's last."""
        from missionplanner.services.programme import clipboard

        held, plan = _held(), self._ctx.mission.plan
        if plan is None or held is None:
            return
        if not held.hasFormat(clipboard.MIME_TYPE):
            self._take_in(held)
            return
        text = bytes(held.data(clipboard.MIME_TYPE).data()).decode(errors="replace")
        day = self._page.day() or (plan.days[0] if plan.days else None)
        cut, self._cut = self._cut, None
        self._page.views.show_cut(())
        if cut is not None and cut.mission == plan.mission.id and day is not None:
            self._move(plan, cut, day, after_last)
        else:
            self._add(text, day, cut, after_last)

    def _take_in(self, held: QMimeData) -> None:
        """Show what a programme copied elsewhere holds before anything of it is added."""
        from missionplanner.gui.imports import open_pasted

        if held.hasText() or held.hasHtml():
            open_pasted(self._ctx, self._page, "agenda", held.text(), held.html() if held.hasHtml() else "")

    def copy_message(self) -> None:
        """Put the current item on the clipboard as a message to send."""
        from missionplanner.services.programme import clipboard

        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        if plan is None or not chosen:
            return
        share_message(self._ctx, clipboard.message(plan, chosen[0], self._ctx.t, self._ctx.wording.full_day))

    def copy_day_message(self) -> None:
        """Put the day of the cursor on the clipboard as a message: as the person has it whose agenda is seen."""
        from missionplanner.services.programme import clipboard

        plan = self._ctx.mission.plan
        day = self._page.day() or (plan.days[0] if plan is not None and plan.days else None)
        if plan is None or day is None:
            return
        viewer = self._page.views.viewer
        seen = viewer.identity if viewer is not None and viewer.kind == PERSON else None
        words = self._ctx.wording.full_day
        share_message(self._ctx, clipboard.day_message(plan, day, self._ctx.t, words, seen))

    # -- the parts of it --------------------------------------------------------------------------

    def _packed(self, plan: MissionPlan, chosen: list[UUID]) -> QMimeData:
        from missionplanner.services.programme import clipboard

        made = clipboard.copied(plan, chosen, self._ctx.t, self._ctx.wording.full_day)
        data = QMimeData()
        data.setData(clipboard.MIME_TYPE, made.data.encode())
        data.setText(made.plain)
        data.setHtml(made.html)
        return data

    def _move(self, plan: MissionPlan, cut: Cut, day: dt.date, after_last: bool) -> None:
        gesture = Gesture(uuid4().hex, cut.items, self._page.views.look())
        self._page.edits.place(moved(plan, cut.items, day, after_last=after_last), gesture)

    def _add(self, text: str, day: dt.date | None, cut: Cut | None, after_last: bool) -> None:
        """Paste copies; what was cut in another mission of this workspace leaves it in the same step."""
        from missionplanner.services.programme import clipboard

        code, gesture = self._ctx.mission.code, uuid4().hex

        def edit(ws: Workspace) -> Receipt:
            if after_last and day is not None:
                return clipboard.paste_after_last(ws, code, text, day, gesture=gesture)
            return clipboard.paste(ws, code, text, clipboard.Target(day), gesture=gesture)

        receipt = self._page.edits.run(edit)
        if receipt is None or receipt.changeset is None:
            return
        if cut is not None:
            self._take_away(cut, gesture)
        said = self._ctx.t.say(receipt.label)
        if not after_last and self._clashing(receipt):
            again = Step(self._ctx.t("Paste after the last item"), lambda: self._paste_later(text, day, cut))
            self._page.edits.told(said, again)
        else:
            self._page.edits.told(said)

    def _take_away(self, cut: Cut, gesture: str) -> None:
        from missionplanner.services.programme import agenda

        workspace = self._ctx.workspace
        if workspace is not None:
            try:
                agenda.delete(workspace, cut.code, cut.items, gesture=gesture)
            except MissionPlannerError as error:  # gone meanwhile: what was pasted stays
                self._ctx.tell(error)

    def _paste_later(self, text: str, day: dt.date | None, cut: Cut | None) -> None:
        """Take back what was pasted onto others and paste it behind them."""
        self._page.actions_["undo"].trigger()
        self._add(text, day, cut, after_last=True)

    def _clashing(self, receipt: Receipt) -> bool:
        plan = self._ctx.mission.plan
        added = [one for table, one in receipt.added if table == "agenda_item"]
        items = [item for one in added if plan is not None and (item := plan.item(one)) is not None]
        return plan is not None and bool(self._page.judged([placing_of(plan, item) for item in items]))

    def _look(self) -> None:
        """See what the clipboard holds now: asked once a change, because the system may answer slowly."""
        self._held = _holds_items()
        held = _held()
        token = bytes(held.data(TOKEN_TYPE).data()).decode(errors="replace") if held is not None else ""
        if self._cut is not None and token != self._cut.token:
            self.keep()
        self._page.changed.emit()


def _holds_items() -> bool:
    from missionplanner.services.programme.clipboard import MIME_TYPE

    held = _held()
    if held is None or held.hasFormat(MIME_TYPE):
        return held is not None
    return held.hasText() and _MANY.search(held.text().strip()[:_BEGINNING]) is not None  # as somebody sent it


_MANY, _BEGINNING = re.compile(r"[\n\t]|\d"), 2_000
"""What a text has that may be a programme: lines, columns or a number, near its beginning."""


def _held() -> QMimeData | None:
    # None where the system's clipboard does not answer, whatever the stubs say.
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
