"""Send forms out and take in what came back, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.gui.exporting import Exporting
    from missionplanner.services.forms import FormRequest
    from missionplanner.services.returned_forms import Answer, Collected


class FormsFlow(QObject):
    """Ask for whom and where to; read a folder of answers, show them, write them as one step."""

    def __init__(self, ctx: Context, window: QWidget, exporting: Exporting) -> None:
        super().__init__(window)
        self._ctx, self._window, self._exporting = ctx, window, exporting

    def send(self) -> None:
        """Ask who gets a form and write the files."""
        plan = self._ctx.mission.plan
        if plan is None:
            return
        from missionplanner.gui.dialogs.send_forms import SendFormsDialog

        SendFormsDialog(self._window, self._ctx, plan, self._write).open()

    def collect(self) -> None:
        """Ask for the folder the forms came back into and show what they say."""
        t, workspace = self._ctx.t, self._ctx.workspace
        if workspace is None:
            return
        folder = self._ctx.files.folder(self._window, t("Folder with the returned forms"))
        if folder is None:
            return
        where = folder

        def work(progress: Progress) -> object:
            from missionplanner.services import returned_forms

            return returned_forms.collect(workspace, [where], progress)

        job = self._ctx.jobs.read(work, t("Reading the returned forms"))
        job.done.connect(lambda found: self._show(cast("tuple[Collected, ...]", found)))
        job.cancelled.connect(lambda: self._ctx.notices.say(t("Nothing was taken in."), tone="info"))
        job.failed.connect(self._ctx.tell_failure)

    def _write(self, request: FormRequest) -> None:
        from dataclasses import replace

        from missionplanner.services import forms

        plan, workspace, t = self._ctx.mission.plan, self._ctx.workspace, self._ctx.t
        if plan is None or workspace is None:
            return
        folder = self._ctx.files.folder(self._window, t("Folder for the forms"))
        if folder is None:
            return
        code, where = plan.mission.code, folder

        def work(force: bool, progress: Progress) -> object:
            return forms.send_out(workspace, code, replace(request, force=force), where, progress)

        self._exporting.run(t("Writing the forms"), where, work)

    def _show(self, found: tuple[Collected, ...]) -> None:
        from missionplanner.gui.dialogs.returned_forms import ReturnedFormsDialog

        ReturnedFormsDialog(self._window, self._ctx, found, self._apply).open()

    def _apply(self, answers: list[Answer]) -> None:
        from missionplanner.services import returned_forms

        receipt = self._ctx.run_edit(lambda ws: returned_forms.apply(ws, answers))
        if receipt is None:
            return
        t = self._ctx.t
        if receipt.changeset is None:
            self._ctx.notices.say(t("The forms bring nothing new."), tone="info")
            return
        count = len(answers)
        self._ctx.told_with_undo(t.plural("{count} form taken in.", "{count} forms taken in.", count))
