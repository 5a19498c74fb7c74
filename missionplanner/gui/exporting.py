"""Export lists from the window: ask what and where to, work beside it, say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs import occupied
from missionplanner.gui.dialogs.export_lists import ALL, CSV, EACH_ICS, ICS, THIS, VCF, XLSX, Offer, Wish
from missionplanner.gui.notices import Step
from missionplanner.gui.page import Page

if TYPE_CHECKING:
    from missionplanner.gui.forms_flow import FormsFlow
    from missionplanner.gui.tables.list_view import ListView
    from missionplanner.services.exports import ExportReport, ExportRequest
    from missionplanner.services.workspace import Workspace

Work = Callable[[bool, Progress], object]
"""Writes, replacing what is there or not; returns an ExportReport."""


class Exporting(QObject):
    """Ask, write and tell: for the list on screen and for those of the open mission."""

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window

    @cached_property
    def forms(self) -> FormsFlow:
        """Return the flow of forms that go out and come back."""
        from missionplanner.gui.forms_flow import FormsFlow

        return FormsFlow(self._ctx, self._window, self)

    def ask(self, page: Page, wanted: str = "") -> None:
        """Ask what of a page and of its mission goes out; ``wanted`` is the list that is chosen to begin with."""
        from missionplanner.gui.dialogs.export_lists import ExportListsDialog

        view = _list_on(page)
        offers = [*self._of_view(view), *self._of_mission(page.EXPORTS)]
        offers.sort(key=lambda one: one.what != wanted)
        if not offers or self._ctx.workspace is None:
            return
        ExportListsDialog(
            self._window, self._ctx, offers, self._language(), lambda wish: self._choose(wish, view)
        ).open()

    def run(self, title: str, target: Path, work: Work, *, force: bool = False) -> None:
        """Write beside the window; where something is in the way, ask whether to replace it."""
        job = self._ctx.jobs.read(lambda progress: work(force, progress), title)
        job.done.connect(lambda report: self._tell(cast("ExportReport", report), target))
        job.cancelled.connect(lambda: self._ctx.notices.say(self._ctx.t("Export stopped."), tone="info"))
        job.failed.connect(lambda error: self._explain(error, (title, target, work)))

    # -- what can go out --------------------------------------------------------------------------

    def _of_view(self, view: ListView | None) -> list[Offer]:
        if view is None:
            return []
        from missionplanner.gui.tables.export import holds_sealed

        t, rows = self._ctx.t, view.model.rowCount()
        words = t.plural(
            "“{list}” as shown ({count} row)",
            "“{list}” as shown ({count} rows)",
            rows,
            list=t(view.spec.words.title),
        )
        forms = (XLSX, CSV, VCF) if view.spec.table == "person" else (XLSX, CSV)
        return [Offer(THIS, words, forms, holds_sealed(view))]

    def _of_mission(self, first: Sequence[str]) -> list[Offer]:
        """Offer all lists of the mission and each of them, before all those that a page names as its own."""
        plan = self._ctx.mission.plan
        if plan is None:
            return []
        from missionplanner.services import exports

        t = self._ctx.t
        named = plan.mission.title.best(t.language, plan.mission.languages) or plan.mission.code
        every = Offer(ALL, t("All lists of “{title}”", title=named), (XLSX, CSV, VCF, ICS, EACH_ICS), True)
        lists = [
            Offer(name, exports.list_title(name, t.language), _forms(name), exports.holds_sealed(name))
            for name in exports.LISTS
        ]
        own = sorted((one for one in lists if one.what in first), key=lambda one: first.index(one.what))
        return [*own, every, *(one for one in lists if one not in own)]

    def _language(self) -> str:
        plan = self._ctx.mission.plan
        wanted = plan.mission.languages[0] if plan is not None and plan.mission.languages else self._ctx.t.language
        from missionplanner.services import exports

        return exports.language_among(wanted)

    # -- writing ----------------------------------------------------------------------------------

    def _choose(self, wish: Wish, view: ListView | None) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            return
        if wish.what == THIS and view is not None:
            self._write_view(workspace, wish, view)
            return
        plan = self._ctx.mission.plan
        if plan is None:
            return
        from missionplanner.services import exports

        request = exports.ExportRequest(
            format=exports.Format.ICS if wish.form == EACH_ICS else exports.Format(wish.form),
            lists=() if wish.what == ALL else (wish.what,),
            language=wish.language if wish.form in (XLSX, CSV) else None,
            everyone=wish.form == EACH_ICS,
            sensitive=wish.sensitive,
        )
        self._write_mission(workspace, plan.mission.code, request)

    def _write_mission(self, workspace: Workspace, code: str, request: ExportRequest) -> None:
        from dataclasses import replace

        from missionplanner.services import exports

        t = self._ctx.t
        if exports.is_folder(request):
            target = self._ctx.files.folder(self._window, t("Export into a folder"))
            sure = False
        else:
            target, sure = self._ask_file(exports.file_name(code, request), str(request.format))
        if target is None:
            return
        where = target

        def work(force: bool, progress: Progress) -> object:
            return exports.export_to(workspace, code, replace(request, force=force), where, progress)

        self.run(t("Exporting “{file}”", file=where.name), where, work, force=sure)

    def _write_view(self, workspace: Workspace, wish: Wish, view: ListView) -> None:
        from missionplanner.gui.tables.export import listing_of
        from missionplanner.services import exports

        t = self._ctx.t
        target, sure = self._ask_file(exports.plain_name(t(view.spec.words.title), wish.form), wish.form)
        if target is None:
            return
        where = target
        rows = [view.model.row(place).id for place in range(view.model.rowCount())]
        listing: Any = listing_of(view, sensitive=wish.sensitive) if wish.form != VCF else None
        language = t.language

        def work(force: bool, _progress: Progress) -> object:
            if listing is None:
                return exports.write_cards(workspace, where, rows, language=language, force=force)
            return exports.write_listing(where, listing, exports.Format(wish.form), force=force)

        self.run(t("Exporting “{file}”", file=where.name), where, work, force=sure)

    def _ask_file(self, name: str, ending: str) -> tuple[Path | None, bool]:
        """Ask for a file; True where the dialog has asked already whether to replace what is there."""
        t = self._ctx.t
        kinds = {
            XLSX: t("Workbooks (*.xlsx)"),
            CSV: t("CSV (*.csv)"),
            VCF: t("Contacts (*.vcf)"),
            ICS: t("Calendars (*.ics)"),
        }
        path = self._ctx.files.save_file(self._window, t("Export lists"), name, kinds[ending])
        if path is None or path.suffix.lower() == f".{ending}":
            return path, True
        return path.with_name(f"{path.name}.{ending}"), False

    # -- telling ----------------------------------------------------------------------------------

    def _tell(self, report: ExportReport, target: Path) -> None:
        t = self._ctx.t
        folder = target if target.is_dir() else target.parent
        show = Step(t("Open the folder"), lambda: self._ctx.files.show(folder))
        if target.is_dir():
            text = t.plural(
                "{count} file is in “{folder}”.",
                "{count} files are in “{folder}”.",
                len(report.files),
                folder=target.name,
            )
        else:
            text = t("Saved as “{file}”.", file=target.name)
        if report.left_out:
            text = f"{text} {t(_LEFT_OUT)}"
        self._ctx.notices.say(text, show)

    def _explain(self, error: BaseException, again: tuple[str, Path, Work]) -> None:
        holds = occupied.exported(self._ctx, again[1].name)
        occupied.explain(self._ctx, self._window, error, holds, partial(self.run, *again, force=True))


MEETINGS = "meetings"
_LEFT_OUT = N_("What is confidential stayed out.")


def _forms(name: str) -> tuple[str, ...]:
    """Return the forms of one list: meetings are events too."""
    return (XLSX, CSV, ICS, EACH_ICS) if name == MEETINGS else (XLSX, CSV)


def _list_on(page: QWidget) -> ListView | None:
    """Return the list a page shows, None where it shows none."""
    from missionplanner.gui.tables.list_view import ListView

    return next((one for one in page.findChildren(ListView) if one.isVisible()), None)
