"""Send forms out and take in what came back, from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.returned_flow import ReturnedFlow

if TYPE_CHECKING:
    from missionplanner.gui.exporting import Exporting
    from missionplanner.services.delegates.forms import FormRequest


class FormsFlow(QObject):
    """Ask for whom and where to, and write the forms; take in those that come back."""

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
        if self._ctx.workspace is not None:
            ReturnedFlow(self._ctx, self._window).ask()

    def _write(self, request: FormRequest) -> None:
        from dataclasses import replace

        from missionplanner.services.delegates import forms

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
