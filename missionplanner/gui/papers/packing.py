"""Print packs from the window: ask, look, write beside it, tell what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs import occupied
from missionplanner.gui.papers.checking import Checking
from missionplanner.gui.papers.concerns import Said
from missionplanner.gui.papers.wishes import Wishes

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Recipe
    from missionplanner.services.paper.documents import PrintRequest
    from missionplanner.services.paper.packs import PackReport
    from missionplanner.services.workspace import Workspace

MISSIONS = 40
"""For how many missions it is kept which pack was printed last."""

Work = Callable[["Workspace", str, tuple[Progress, bool]], object]
"""Writes a mission's paper, replacing what is there or not; returns a PackReport."""


class Packing(QObject):
    """Go from the wish for a pack to its files."""

    def __init__(self, ctx: Context, page: QWidget, checking: Checking) -> None:
        super().__init__(page)
        self._ctx, self._page, self._checking = ctx, page, checking
        self._wishes = Wishes.kept_by(ctx)

    def ask(self) -> None:
        """Ask what is in the pack: as it was asked for last of this mission."""
        from missionplanner.gui.dialogs.pack import PackDialog

        plan = self._ctx.mission.plan
        if plan is None or self._ctx.workspace is None:
            return
        mission = plan.mission.id
        start = self._wishes.packs.get(mission) or (self._printed_last(str(mission)), None)
        dialog = PackDialog(self._page.window(), self._ctx, plan, start, self._begin)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _printed_last(self, mission: str) -> str:
        kept = dict(one.partition("=")[::2] for one in self._ctx.settings.values.packs)
        return kept.get(mission, "")

    def _remember(self, key: str, recipe: Recipe) -> None:
        plan = self._ctx.mission.plan
        if plan is None:
            return
        self._wishes.packs[plan.mission.id] = (key, recipe)
        mission = f"{plan.mission.id}="
        others = [one for one in self._ctx.settings.values.packs if not one.startswith(mission)]
        self._ctx.settings.change(packs=(f"{mission}{key}", *others[: MISSIONS - 1]))

    # -- looking ----------------------------------------------------------------------------------

    def _begin(self, key: str, recipe: Recipe) -> None:
        self._remember(key, recipe)
        self._checking.look_at_pack(recipe, lambda some: self._look(recipe, some))

    def _look(self, recipe: Recipe, some: tuple[Said, ...]) -> None:
        """Show what would be wrong before anything is written; it can be printed all the same."""
        if not any(one.concern.weight.value == "wrong" for one in some):
            self._where(recipe)
            return
        from missionplanner.gui.dialogs.before_printing import BeforePrinting

        BeforePrinting(self._page.window(), self._ctx, self._checking, some, lambda: self._where(recipe)).open()

    # -- writing ----------------------------------------------------------------------------------

    def _where(self, recipe: Recipe) -> None:
        from missionplanner.domain.paper.recipes import Form

        t, files, window, code = self._ctx.t, self._ctx.files, self._page.window(), self._ctx.mission.code
        if recipe.form is Form.FOLDERS:
            target = files.folder(window, t("Print the pack into a folder"))
        elif recipe.form is Form.MERGED:
            target = files.save_file(window, t("Print the pack into one file"), f"{code}.pdf", t("PDF (*.pdf)"))
        else:
            target = files.save_file(window, t("Print the pack into a zip file"), f"{code}.zip", t("Zip (*.zip)"))
        if target is not None:
            suffix = {Form.MERGED: ".pdf", Form.ZIP: ".zip"}.get(recipe.form, "")
            target = target.with_suffix(suffix) if suffix and not target.suffix else target
            self._write(recipe, target, force=recipe.form is not Form.FOLDERS)

    def again(self, requests: Sequence[PrintRequest]) -> None:
        """Ask for a folder and print documents anew into it: each is a new version."""
        target = self._ctx.files.folder(self._page.window(), self._ctx.t("Print the new copies into a folder"))
        if target is not None and requests:
            self._run(lambda ws, code, how: _again(ws, code, requests, target, how), target, issue=True)

    def _write(self, recipe: Recipe, target: Path, *, force: bool) -> None:
        def work(ws: Workspace, code: str, how: tuple[Progress, bool]) -> object:
            from missionplanner.services.paper import packs

            progress, again = how
            return packs.write(ws, code, recipe, target, progress, force=force or again)

        self._run(work, target, issue=recipe.issue)

    def _run(self, work: Work, target: Path, *, issue: bool, force: bool = False) -> None:
        workspace, code, ctx = self._ctx.workspace, self._ctx.mission.code, self._ctx
        if workspace is None:
            return
        title, do = ctx.t("Printing the pack"), partial(_do, work, workspace, code, force)
        # What is kept of copies given out is written.
        job = ctx.jobs.write(do, title, can_stop=True) if issue else ctx.jobs.read(do, title)
        job.done.connect(lambda report: self._tell(cast("PackReport", report), target))
        job.cancelled.connect(
            lambda: ctx.notices.say(ctx.t("Printing stopped. No file was changed."), tone="info")
        )
        again = partial(self._run, work, target, issue=issue, force=True)
        job.failed.connect(lambda error: self._explain(error, target, again))

    def _tell(self, report: PackReport, target: Path) -> None:
        from missionplanner.gui.dialogs.pack_done import PackDone

        PackDone(self._page.window(), self._ctx, report, target).open()

    def _explain(self, error: BaseException, target: Path, again: Callable[[], object]) -> None:
        holds = occupied.printed(self._ctx, target.name)
        occupied.explain(self._ctx, self._page.window(), error, holds, again)


def _do(work: Work, workspace: Workspace, code: str, force: bool, progress: Progress) -> object:
    return work(workspace, code, (progress, force))


def _again(
    workspace: Workspace, code: str, requests: Sequence[PrintRequest], target: Path, how: tuple[Progress, bool]
) -> object:
    from missionplanner.services.paper import packs

    progress, force = how
    return packs.write_again(workspace, code, requests, target, progress, force=force)
