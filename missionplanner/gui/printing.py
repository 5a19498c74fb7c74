"""Print from the window: ask where to, work beside it, say what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs import occupied
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.documents import PrintReport, PrintRequest


class Printing(QObject):
    """Save one document, everyone's personal agenda, or hand a document to a printer.

    ``given_out`` tells that copies were made of which it is remembered what they showed.
    """

    given_out = Signal()

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._parent = ctx, parent

    def save(self, plan: MissionPlan, request: PrintRequest) -> None:
        """Ask for a file and print one document into it."""
        t, name = self._ctx.t, self._name(plan, request)
        target = self._ctx.files.save_file(self._parent, t("Save as PDF"), name, t("PDF (*.pdf)"))
        if target is not None:
            target = target if target.suffix else target.with_suffix(".pdf")
            title = t("Printing “{name}”", name=target.name)
            self._print(plan.mission.code, replace(request, force=True), target, title)

    def portfolio(self, year: int, initiative: UUID | None = None, cluster: UUID | None = None) -> None:
        """Ask for a file and print the portfolio of a year into it, in the window's language."""
        workspace, t = self._ctx.workspace, self._ctx.t
        name = t("Portfolio {year}", year=year)
        target = self._ctx.files.save_file(self._parent, t("Save as PDF"), f"{name}.pdf", t("PDF (*.pdf)"))
        if target is None or workspace is None:
            return
        target = target if target.suffix else target.with_suffix(".pdf")
        paper = self._ctx.settings.values.paper

        def work(_progress: Progress) -> object:
            from missionplanner.services.results import portfolio_paper

            request = portfolio_paper.PortfolioRequest(
                year=year, language=t.language, paper=paper, initiative=initiative, cluster=cluster, force=True
            )
            return portfolio_paper.print_to(workspace, request, target)

        job = self._ctx.jobs.read(work, t("Printing “{name}”", name=target.name))
        job.done.connect(lambda report: self._tell(cast("PrintReport", report), target, agendas=False))
        job.failed.connect(self._ctx.tell_failure)

    def everyone(self, plan: MissionPlan, request: PrintRequest | None = None) -> None:
        """Ask for a folder and print a document for each: without a request everybody's personal agenda.

        ``request`` says of which kind they are and how they look.
        """
        from missionplanner.services.paper import documents

        t, paper = self._ctx.t, self._ctx.settings.values.paper
        asked = request or documents.PrintRequest(kind="itinerary", everyone=True, paper=paper)
        agendas = asked.kind == "itinerary"
        where = t("Print all personal agendas into a folder") if agendas else t("Print all of them into a folder")
        folder = self._ctx.files.folder(self._parent, where)
        if folder is not None:
            title = t("Printing personal agendas") if agendas else t("Printing “{name}”", name=self._kind(asked))
            self._print(plan.mission.code, asked, folder, title)

    def send(self, plan: MissionPlan, request: PrintRequest, pages: int = 0) -> None:
        """Ask for a printer, print one document and hand its pages over; ``pages`` is how many it has."""
        workspace, t, name = self._ctx.workspace, self._ctx.t, self._name(plan, request)
        if workspace is None:
            return
        printer = self._ctx.files.printer(self._parent, name, request.paper, pages)
        if printer is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.gui.papers.printer import print_pages
            from missionplanner.services.paper import papers

            return print_pages(printer, papers.to_hand(workspace, plan, request, progress), progress)

        title = t("Printing “{name}”", name=name)
        if request.issue:  # what is kept of the copies is written
            job = self._ctx.jobs.write(work, title, can_stop=True)
        else:
            job = self._ctx.jobs.read(work, title)
        job.done.connect(lambda _pages: self._tell_sent(name, self._noted(request)))
        if request.issue:
            job.done.connect(self._hand_out)
        job.cancelled.connect(lambda: self._ctx.notices.say(t("Printing stopped."), tone="info"))
        job.failed.connect(self._ctx.tell_failure)

    def _kind(self, request: PrintRequest) -> str:
        from missionplanner.services.paper import paper_kinds

        kind = paper_kinds.kind_of(request.kind)
        return self._ctx.t(kind.title) if kind is not None else request.kind

    def _name(self, plan: MissionPlan, request: PrintRequest) -> str:
        """Return what the file of a document is called, all of a kind by their title."""
        from missionplanner.services.paper import documents

        if request.everyone:
            return self._kind(request)
        order = documents.orders_of(plan, request)[0]
        group = plan.group(order.group_id)
        named = group.name.best(order.languages[0], plan.mission.languages) if group and group.name else None
        person, language = plan.person(order.person_id), "+".join(order.languages)
        variant = order.variant if order.variant == "leader" else None
        about = named or documents.subject_name(plan, order) or variant
        return documents.file_name(plan.mission.code, request.kind, person, language, about)

    def _noted(self, request: PrintRequest) -> str:
        """Say that issuing a list of visitors has noted it as sent; "" for any other printing."""
        from missionplanner.services.paper import documents

        issued = request.issue and request.kind == documents.ACCESS
        return self._ctx.t("Its visitors are noted as sent; Undo takes the note back.") if issued else ""

    def _tell_sent(self, name: str, note: str) -> None:
        text = self._ctx.t("“{name}” is on its way to the printer.", name=name)
        self._ctx.notices.say(" ".join(part for part in (text, note) if part))

    def _hand_out(self) -> None:
        self.given_out.emit()

    def _print(self, code: str, request: PrintRequest, target: Path, title: str) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import documents

            return documents.print_to(workspace, code, request, target, progress)

        if request.issue:  # what is kept of the copies is written
            job = self._ctx.jobs.write(work, title, can_stop=True)
        else:
            job = self._ctx.jobs.read(work, title)
        agendas = request.kind == "itinerary"
        job.done.connect(
            lambda report: self._tell(
                cast("PrintReport", report), target, agendas=agendas, note=self._noted(request)
            )
        )
        if request.issue:
            job.done.connect(self._hand_out)
        job.cancelled.connect(self._tell_stopped)
        again = lambda: self._print(code, replace(request, force=True), target, title)  # noqa: E731
        job.failed.connect(lambda error: self._explain(error, target, again))

    def _tell(self, report: PrintReport, target: Path, *, agendas: bool, note: str = "") -> None:
        t = self._ctx.t
        if target.is_dir():
            text = self._counted(len(report.files), target.name, agendas=agendas)
            open_it = Step(t("Open the folder"), lambda: self._ctx.files.show(target))
        else:
            text = t("The document is in “{file}”.", file=target.name)
            open_it = Step(t("Open"), lambda: self._ctx.files.show(target))
        text = " ".join(part for part in (text, note) if part)
        if report.missing:
            text += " " + t("Some characters could not be drawn: {characters}", characters="".join(report.missing))
        self._ctx.notices.say(text, open_it, tone="warn" if report.missing else "ok")

    def _counted(self, count: int, folder: str, *, agendas: bool) -> str:
        t = self._ctx.t
        if agendas:
            return t.plural(
                "{count} personal agenda is in “{folder}”.",
                "{count} personal agendas are in “{folder}”.",
                count,
                folder=folder,
            )
        return t.plural(
            "{count} document is in “{folder}”.", "{count} documents are in “{folder}”.", count, folder=folder
        )

    def _tell_stopped(self) -> None:
        self._ctx.notices.say(self._ctx.t("Printing stopped. No file was changed."), tone="info")

    def _explain(self, error: BaseException, target: Path, again: Callable[[], object]) -> None:
        occupied.explain(self._ctx, self._parent.window(), error, occupied.printed(self._ctx, target.name), again)
