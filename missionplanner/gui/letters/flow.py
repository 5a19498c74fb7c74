"""Write letters and messages from the window: ask, write beside it, tell what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs import occupied
from missionplanner.gui.dialogs.written import Told, Written
from missionplanner.gui.letters.wording import fields_said, unknown_words
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.gui.results.own_template import Pouring
    from missionplanner.services.paper.letters import LetterReport, LetterRequest
    from missionplanner.services.paper.sending import SendReport, SendRequest
    from missionplanner.services.results.report_templates import Poured


@dataclass(frozen=True, slots=True)
class _Errand:
    """Be one thing to write: ``work`` gets whether to replace what is there, ``told`` words its report."""

    title: str
    target: Path
    work: Callable[[bool, Progress], object]
    told: Callable[[object], Told]
    keeps: bool = False


class Outgoing(QObject):
    """Go from the wish for letters or messages to their files."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def letters(self) -> None:
        """Ask which letters to write."""
        from missionplanner.gui.letters.dialog import LettersDialog

        plan = self._ctx.mission.plan
        if plan is not None and self._ctx.workspace is not None:
            self._open(LettersDialog(self._window, self._ctx, plan, self._write, self._templates))

    def templates(self) -> None:
        """Show the letters there are."""
        if self._ctx.workspace is not None:
            self._templates(self._window).open()

    def own_report(self) -> None:
        """Ask for the document of one's own that the report is poured into."""
        from missionplanner.gui.results.own_template import OwnTemplates

        if self._ctx.mission.plan is not None and self._ctx.workspace is not None:
            OwnTemplates(self._window, self._ctx, self._pour).open()

    def send(self) -> None:
        """Ask what to send."""
        from missionplanner.gui.letters.sending import SendDialog

        plan = self._ctx.mission.plan
        if plan is not None and self._ctx.workspace is not None:
            self._open(SendDialog(self._window, self._ctx, plan, self._send))

    def _templates(self, parent: QWidget) -> QDialog:
        from missionplanner.gui.letters.templates import LetterTemplates

        return LetterTemplates(parent, self._ctx)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    # -- writing ----------------------------------------------------------------------------------

    def _write(self, request: LetterRequest) -> None:
        from dataclasses import replace

        from missionplanner.services.paper import letters

        t, workspace, code = self._ctx.t, self._ctx.workspace, self._ctx.mission.code
        target = self._ctx.files.folder(self._window, t("Write the letters into a folder"))
        if target is None or workspace is None:
            return

        def work(force: bool, progress: Progress) -> object:
            return letters.write(workspace, code, replace(request, force=force), target, progress)

        self._run(_Errand(t("Writing letters"), target, work, self._of_letters))

    def _pour(self, asked: Pouring) -> None:
        """Ask for a file and write the report into it beside the window; it is opened when it is there."""
        from missionplanner.base import atomic_files
        from missionplanner.services.results import report_templates

        t, workspace, code, files = self._ctx.t, self._ctx.workspace, self._ctx.mission.code, self._ctx.files
        name = atomic_files.safe_name(" ".join((code, t("Mission report"))))
        path = files.save_file(self._window, t("Write the report"), f"{name}.docx", t("Word documents (*.docx)"))
        if path is None or workspace is None:
            return
        target = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        wish = report_templates.PourRequest(
            language=asked.language, day=dt.date.today(), for_funder=asked.for_funder, force=True
        )

        def work(progress: Progress) -> object:
            return report_templates.pour_into(workspace, code, asked.data, target, wish, progress)

        def tell(made: object) -> None:
            unknown = cast("Poured", made).unknown
            said = t("The report is in “{file}”.", file=target.name)
            if unknown:
                named = ", ".join(unknown)
                said = t("{what} Not filled in, because no report has them: {fields}.", what=said, fields=named)
            again = Step(t("Open"), lambda: files.show(target))
            self._ctx.notices.say(said, again, tone="warn" if unknown else "ok")
            files.show(target)

        job = self._ctx.jobs.read(work, t("Writing the report"))
        job.done.connect(tell)
        job.cancelled.connect(
            lambda: self._ctx.notices.say(t("Writing stopped. No file was changed."), tone="info")
        )
        job.failed.connect(self._ctx.tell_failure)

    def _send(self, request: SendRequest) -> None:
        from dataclasses import replace

        from missionplanner.services.paper import sending

        t, workspace, code = self._ctx.t, self._ctx.workspace, self._ctx.mission.code
        target = self._ctx.files.folder(self._window, t("Write the e-mails into a folder"))
        if target is None or workspace is None:
            return

        def work(force: bool, progress: Progress) -> object:
            return sending.write(workspace, code, replace(request, force=force), target, progress)

        self._run(_Errand(t("Writing e-mails"), target, work, self._of_messages, request.recipe.issue))

    def _run(self, errand: _Errand, *, force: bool = False) -> None:
        jobs, work = self._ctx.jobs, partial(errand.work, force)
        # What is kept of copies given out is written.
        job = jobs.write(work, errand.title, can_stop=True) if errand.keeps else jobs.read(work, errand.title)
        job.done.connect(
            lambda report: Written(self._window, self._ctx, errand.told(report), errand.target).open()
        )
        job.cancelled.connect(
            lambda: self._ctx.notices.say(self._ctx.t("Writing stopped. No file was changed."), tone="info")
        )
        job.failed.connect(lambda error: self._explain(error, errand))

    def _explain(self, error: BaseException, errand: _Errand) -> None:
        holds = occupied.exported(self._ctx, errand.target.name)
        again = partial(self._run, errand, force=True)
        occupied.explain(self._ctx, self._window, error, holds, again)

    # -- telling ----------------------------------------------------------------------------------

    def _of_letters(self, made: object) -> Told:
        t, report = self._ctx.t, cast("LetterReport", made)
        counted = (
            t.plural("{count} letter", "{count} letters", report.count),
            t.plural("{count} file", "{count} files", len(report.paths)),
        )
        left = t.plural("{count} lacks something", "{count} lack something", len(report.lacking))
        lines = [
            t("{name}: {what}", name=name or t("Without a name"), what=fields_said(t, names))
            for name, names in report.lacking
        ]
        words = self._ctx.wording.listed(counted)
        return Told(t("Letters written"), words, unknown_words(t, report), left, lines)

    def _of_messages(self, made: object) -> Told:
        t, report = self._ctx.t, cast("SendReport", made)
        counted = (
            t.plural("{count} e-mail", "{count} e-mails", report.people),
            t.plural("{count} file", "{count} files", len(report.paths)),
        )
        left = t.plural("{count} left out", "{count} left out", len(report.left_out))
        lines = [t("{name}: {what}", name=name, what=t.say(why)) for name, why in report.left_out]
        return Told(t("E-mails ready to be sent"), self._ctx.wording.listed(counted), "", left, lines)
