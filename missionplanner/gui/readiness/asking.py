"""Ask things of delegates: add, change and delete requirements, bring the usual ones or those of a mission."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirement_sets import NAMES, RequirementSet, offered
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.readiness.dialogs import RequirementDialog

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


class Asking:
    """Do what concerns requirements of the open mission; ``over`` is what dialogs belong to."""

    def __init__(self, ctx: Context, over: QWidget) -> None:
        self._ctx, self._over = ctx, over

    def ask(self, one: r.Requirement | None) -> None:
        """Ask for a new requirement, or what is different about one."""
        plan = self._ctx.mission.plan
        if plan is not None:
            form = RequirementDialog(
                self._over.window(), self._ctx, plan, one, lambda made: self._keep(made, one is None)
            )
            form.open()

    def delete(self, one: r.Requirement) -> None:
        """Delete a requirement; a toast takes it back."""

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.delegates import readiness_board

            return readiness_board.delete(ws, [one.id])

        if self._ctx.run_edit(edit) is not None:
            self._ctx.told_with_undo(self._ctx.t("Requirement deleted."))

    def choose_set(self) -> None:
        """Ask which usual requirements to add."""
        t, plan = self._ctx.t, self._ctx.mission.plan
        if plan is None:
            return
        counts = {one: len(offered(plan, one).added) for one in RequirementSet}
        words = {one: t.plural("{count} to add", "{count} to add", count) for one, count in counts.items()}
        options = [Option(t(NAMES[one]), one, "layout-template", words[one]) for one in RequirementSet]
        self._choose(t("Usual requirements"), options, self.add_set)

    def choose_mission(self) -> None:
        """Ask from which mission to take requirements over."""
        from missionplanner.services import missions

        workspace, t, wording = self._ctx.workspace, self._ctx.t, self._ctx.wording
        others = missions.listing(workspace) if workspace is not None else ()
        options = [
            Option(one.title.best(t.language, one.languages), one.code, "copy", wording.days(one.start, one.end))
            for one in others
            if one.code != self._ctx.mission.code
        ]
        if options:
            self._choose(t("Requirements of another mission"), options, self.copy_from)
        else:
            self._ctx.notices.say(t("There is no other mission yet."), tone="info")

    def add_set(self, which: RequirementSet) -> None:
        """Add the usual requirements of a kind of mission."""
        from missionplanner.services.delegates import readiness_board

        self._bring(lambda ws: readiness_board.add_set(ws, self._ctx.mission.code, which))

    def copy_from(self, code: str) -> None:
        """Add the requirements of another mission."""
        from missionplanner.services.delegates import readiness_board

        self._bring(lambda ws: readiness_board.copy_from(ws, self._ctx.mission.code, code))

    def _choose(self, title: str, options: list[Option], take: Callable[..., object]) -> None:
        Chooser(self._over.window(), self._ctx, title, options, take, (self._ctx.t("Add"), "")).open()

    def _keep(self, one: r.Requirement, new: bool) -> None:
        """Store what the form says; what is wrong is raised for the form to tell."""
        from missionplanner.services.delegates import readiness_board

        workspace = self._ctx.workspace
        if workspace is not None:
            code = self._ctx.mission.code
            readiness_board.add(workspace, code, one) if new else readiness_board.change(workspace, one)

    def _bring(self, edit: Callable[[Workspace], Receipt]) -> None:
        receipt = self._ctx.run_edit(edit)
        if receipt is not None:
            t = self._ctx.t
            words = t.plural("{count} requirement added.", "{count} requirements added.", len(receipt.added))
            self._ctx.told_with_undo(words)
