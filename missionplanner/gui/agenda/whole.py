"""Carry out steps that ask first: move, shift, split, copy a day, templates, fixes and acceptances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.domain.programme.shifting import Shift
    from missionplanner.domain.programme.splitting import Part
    from missionplanner.gui.dialogs.shift import ShiftDialog
    from missionplanner.gui.dialogs.split import SplitDialog
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace

BESIDE = 12
"""Pixels between the window's right edge and a form that leaves the board in sight."""


class WholeSteps(QObject):
    """Ask and edit on behalf of the agenda page. What a form's edit raises is said at its field."""

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page

    def move(self) -> None:
        """Ask where the current item is to lie."""
        from missionplanner.gui.dialogs.move import MoveDialog

        plan, item = self._current()
        if plan is not None and item is not None:
            MoveDialog(self._page.window(), self._ctx, plan, item, self._place).open()

    def shift(self, minutes: int = 15) -> None:
        """Ask by how much to shift the chosen items or all that follows."""
        from missionplanner.gui.dialogs.shift import ShiftDialog

        plan, _item = self._current()
        chosen = tuple(self._page.chosen())
        if plan is not None and chosen:
            self._with_ghosts(ShiftDialog(self._page.window(), self._ctx, plan, chosen, self._shift, minutes))

    def split(self) -> None:
        """Ask into which parallel parts the current item is split."""
        from missionplanner.gui.dialogs.split import SplitDialog

        plan, item = self._current()
        if plan is None or item is None:
            return
        if len(plan.groups) < 2:
            self._ctx.notices.say(self._ctx.t("This mission has no groups yet to split into."), tone="info")
            return
        self._with_ghosts(
            SplitDialog(self._page.window(), self._ctx, plan, item, lambda *asked: self._split(item.id, *asked))
        )

    def rejoin(self) -> None:
        """Join the chosen parallel items into one."""
        from missionplanner.services.programme import grouping

        chosen, code = self._page.chosen(), self._ctx.mission.code
        receipt = self._page.edits.run(lambda ws: grouping.rejoin(ws, code, chosen), choose=chosen[:1])
        if receipt is not None and receipt.changeset is not None:
            self._page.edits.told(self._ctx.t("Groups are together again."))

    def copy_day(self) -> None:
        """Ask which day to copy to which."""
        from missionplanner.gui.dialogs.copy_day import CopyDayDialog

        plan = self._ctx.mission.plan
        if plan is not None and plan.days:
            CopyDayDialog(self._page.window(), self._ctx, plan, self._page.day(), self._copy_day).open()

    def show_templates(self) -> None:
        """Offer the templates there are, for the day of the cursor."""
        from missionplanner.gui.agenda.templates import options
        from missionplanner.gui.dialogs.templates import TemplatesDialog

        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        if plan is not None and workspace is not None:
            wording = self._ctx.wording
            listed = partial(options, workspace, wording)
            TemplatesDialog(self._page.window(), self._ctx, listed, self.apply_template).open()

    def save_template(self) -> None:
        """Ask for the name under which the chosen items become a template."""
        from missionplanner.gui.dialogs.name import NameDialog

        t = self._ctx.t
        if self._page.chosen():
            title, field = t("Save as a template"), t("Name of the template")
            NameDialog(self._page.window(), self._ctx, (title, field, t("Save")), self._save_template).open()

    def fix(self, finding: Finding, fix: Fix) -> None:
        """Do what a fix of a finding says."""
        from missionplanner.services import fixing

        code, language = self._ctx.mission.code, self._ctx.t.language
        self._page.foresight.leave()
        receipt = self._page.edits.run(
            lambda ws: fixing.apply(ws, code, finding, fix, language=language), choose=finding.items
        )
        if receipt is not None and receipt.changeset is not None:
            self._page.edits.told(self._ctx.t.say(receipt.label))

    def accept(self, finding: Finding) -> None:
        """Ask why a finding is all right, and keep the reason."""
        from missionplanner.gui.dialogs.accept import AcceptDialog

        sentence = self._page.strip.sentence(finding)
        AcceptDialog(self._page.window(), self._ctx, sentence, lambda why: self._accept(finding, why)).open()

    def withdraw(self, finding: Finding) -> None:
        """Show a finding again that was accepted."""
        from missionplanner.services import checks

        code = self._ctx.mission.code
        receipt = self._page.edits.run(lambda ws: checks.withdraw(ws, code, finding))
        if receipt is not None and receipt.changeset is not None:
            self._page.edits.told(self._ctx.t("The issue is shown again."))

    # -- what the forms store ---------------------------------------------------------------------

    def _place(self, placing: Placing) -> None:
        from missionplanner.services.programme import agenda

        code = self._ctx.mission.code
        self._raised(lambda ws: agenda.place(ws, code, [placing]), [placing.item_id])

    def _shift(self, asked: Shift) -> None:
        from missionplanner.services.programme import shifting

        code = self._ctx.mission.code
        receipt = self._raised(lambda ws: shifting.apply(ws, code, asked), list(asked.item_ids))
        self._page.edits.told(self._ctx.t.say(receipt.label))

    def _split(self, item_id: UUID, parts: tuple[Part, ...], with_transfers: bool) -> None:
        from missionplanner.services.programme import grouping

        code, language = self._ctx.mission.code, self._ctx.t.language
        receipt = self._raised(
            lambda ws: grouping.split(ws, code, item_id, parts, language=language, with_transfers=with_transfers),
            [item_id],
        )
        self._page.edits.told(self._ctx.t.say(receipt.label))

    def _copy_day(self, source: dt.date, target: dt.date, with_people: bool, with_transfers: bool) -> None:
        from missionplanner.services.programme import agenda

        code = self._ctx.mission.code
        receipt = self._raised(
            lambda ws: agenda.copy_day(
                ws, code, source, target, with_people=with_people, with_transfers=with_transfers
            )
        )
        self._page.edits.told(self._ctx.t.say(receipt.label))

    def apply_template(self, identity: str | UUID) -> None:
        """Add the items of a template, from the day of the cursor on."""
        from missionplanner.services.programme import templates

        day, code = self._page.day(), self._ctx.mission.code
        receipt = self._page.edits.run(lambda ws: templates.apply(ws, code, identity, day))
        if receipt is not None and receipt.changeset is not None:
            self._page.edits.told(self._ctx.t.say(receipt.label))

    def _save_template(self, name: str) -> None:
        from missionplanner.services.programme import templates

        chosen, code = self._page.chosen(), self._ctx.mission.code
        self._raised(lambda ws: templates.save(ws, code, chosen, name))
        self._page.edits.told(self._ctx.t("Template “{name}” saved.", name=name))

    def _accept(self, finding: Finding, why: str) -> None:
        from missionplanner.services import checks

        code = self._ctx.mission.code
        self._raised(lambda ws: checks.accept(ws, code, finding, why))
        self._page.edits.told(self._ctx.t("Issue accepted."))

    def _with_ghosts(self, dialog: ShiftDialog | SplitDialog) -> None:
        """Open a form whose step shows on the board while it is asked for, beside most of what that is."""
        foresight, window = self._page.foresight, self._page.window()
        dialog.foreseen.connect(lambda changes: foresight.look(changes, ""))
        dialog.finished.connect(lambda _result: foresight.leave())
        dialog.open()
        corner = window.mapToGlobal(window.rect().topRight())
        top = self._page.mapToGlobal(self._page.rect().topLeft()).y()
        dialog.move(corner.x() - dialog.width() - BESIDE, min(top, corner.y() + window.height() - dialog.height()))

    # -- what several of them need ----------------------------------------------------------------

    def _current(self) -> tuple[MissionPlan | None, r.AgendaItem | None]:
        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        return plan, plan.item(chosen[0]) if plan is not None and chosen else None

    def _raised(self, edit: Callable[[Workspace], Receipt], choose: list[UUID] | None = None) -> Receipt:
        """Run an edit whose errors a form shows at its fields. Raises what the edit raises."""
        workspace = self._ctx.workspace
        if workspace is None:
            raise NotFound(N_("No workspace is open."))
        return self._page.edits.keep(edit(workspace), self._page.views.look(), choose)
