"""Print from the window: ask where to, work beside it, say what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Occupied
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.documents import PrintReport, PrintRequest


class Printing(QObject):
    """Print one programme or everyone's personal agenda."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    def programme(self, plan: MissionPlan, language: str) -> None:
        """Ask for a file and print the programme into it."""
        from missionplanner.base.atomic_files import safe_name

        t = self._ctx.t
        word = t("programme")
        name = safe_name(f"{plan.mission.code}_{word}_{language}") + ".pdf"
        target = self._ctx.files.save_file(self._window, t("Print the programme"), name, t("PDF (*.pdf)"))
        if target is not None:
            target = target if target.suffix else target.with_suffix(".pdf")
            self._print(plan.mission.code, target, t("Printing the programme"), language=language, force=True)

    def itineraries(self, plan: MissionPlan) -> None:
        """Ask for a folder and print a personal agenda for every delegate, each in their language."""
        t = self._ctx.t
        folder = self._ctx.files.folder(self._window, t("Print all personal agendas into a folder"))
        if folder is not None:
            self._print(plan.mission.code, folder, t("Printing personal agendas"), language="", force=False)

    def _print(self, code: str, target: Path, title: str, *, language: str, force: bool) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            return
        everyone = not language

        def work(progress: Progress) -> object:
            from missionplanner.services import documents

            request: PrintRequest = documents.PrintRequest(
                kind="itinerary" if everyone else "programme",
                language=language or None,
                everyone=everyone,
                force=force,
            )
            return documents.print_to(workspace, code, request, target, progress)

        job = self._ctx.jobs.read(work, title)
        job.done.connect(lambda report: self._tell(cast("PrintReport", report), target))
        job.cancelled.connect(self._tell_stopped)
        job.failed.connect(lambda error: self._explain(error, code, target, title))

    def _tell(self, report: PrintReport, target: Path) -> None:
        t = self._ctx.t
        if target.is_dir():
            count = len(report.files)
            text = t.plural(
                "{count} personal agenda is in “{folder}”.",
                "{count} personal agendas are in “{folder}”.",
                count,
                folder=target.name,
            )
            open_it = Step(t("Open the folder"), lambda: self._ctx.files.show(target))
        else:
            text = t("The programme is in “{file}”.", file=target.name)
            open_it = Step(t("Open"), lambda: self._ctx.files.show(target))
        if report.missing:
            text += " " + t("Some characters could not be drawn: {characters}", characters="".join(report.missing))
        self._ctx.notices.say(text, open_it, tone="warn" if report.missing else "ok")

    def _tell_stopped(self) -> None:
        self._ctx.notices.say(self._ctx.t("Printing stopped. No file was changed."), tone="info")

    def _explain(self, error: BaseException, code: str, target: Path, title: str) -> None:
        if not isinstance(error, Occupied):
            self._ctx.tell_failure(error)
            return
        from missionplanner.gui.dialogs.question import Question

        t = self._ctx.t
        Question(
            self._window,
            t("Replace what is there?"),
            t("In “{folder}” there are personal agendas of an earlier printing.", folder=target.name),
            t("Replace them"),
            t("Keep them"),
            lambda: self._print(code, target, title, language="", force=True),
        ).open()


def language_name(code: str) -> str:
    """Return a language's name in that language, as Italiano."""
    name = QLocale(code).nativeLanguageName()
    name = "English" if code.split("-")[0] == "en" else name
    return name[:1].upper() + name[1:]
