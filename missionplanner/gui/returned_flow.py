"""Take in the forms that came back, from the window: read them, show what they say, write it as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.services.delegates.returned_forms import Answer, Collected


class ReturnedFlow(QObject):
    """Look forms through, wherever they come from: a folder that was chosen, files dropped on the window."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def ask(self) -> None:
        """Ask for the folder the forms came back into and show what they say."""
        folder = self._ctx.files.folder(self._window, self._ctx.t("Folder with the returned forms"))
        if folder is not None:
            self.look([folder])

    def look(self, files: list[Path]) -> None:
        """Show what the forms among some files and folders say."""
        t, workspace = self._ctx.t, self._ctx.workspace
        if workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.delegates import returned_forms

            return returned_forms.collect(workspace, files, progress)

        job = self._ctx.jobs.read(work, t("Reading the returned forms"))
        job.done.connect(lambda found: self._show(cast("tuple[Collected, ...]", found)))
        job.cancelled.connect(lambda: self._ctx.notices.say(t("Nothing was taken in."), tone="info"))
        job.failed.connect(self._ctx.tell_failure)

    def _show(self, found: tuple[Collected, ...]) -> None:
        from missionplanner.gui.dialogs.returned_forms import ReturnedFormsDialog

        ReturnedFormsDialog(self._window, self._ctx, found, self._apply).open()

    def _apply(self, answers: list[Answer]) -> None:
        from missionplanner.services.delegates import returned_forms

        receipt = self._ctx.run_edit(lambda ws: returned_forms.apply(ws, answers))
        if receipt is None:
            return
        t = self._ctx.t
        if receipt.changeset is None:
            self._ctx.notices.say(t("The forms bring nothing new."), tone="info")
            return
        count = len(answers)
        self._ctx.told_with_undo(t.plural("{count} form taken in.", "{count} forms taken in.", count))
