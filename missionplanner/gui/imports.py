"""Take files in: chosen, dropped on the window or pasted; looked through first, then one step of undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.returned_flow import ReturnedFlow

if TYPE_CHECKING:
    from missionplanner.gui.import_preview.dialog import ImportDialog
    from missionplanner.gui.import_preview.review import Read
    from missionplanner.services.exchange import ImportReport, Preview
    from missionplanner.services.imports import Form, Proposal, Reading
    from missionplanner.services.workspace import Receipt, Workspace

MISSION_FILES = (".json", ".mission")
SUFFIXES = (
    *MISSION_FILES,
    *(".docx", ".pdf", ".eml", ".txt", ".text", ".md", ".html", ".htm", ".ics", ".vcf"),
    *(".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"),
)
FORMS = (".xlsx", ".xls", ".ods")
"""Endings of forms that come back."""
_FORMS = {
    "agenda": "programme",
    "partners": "organisations",
    "participants": "organisations",
    "people": "delegates",
}
"""What rows pasted into a list are read as, where it is not called after the list."""


class Imports(QObject):
    """Show what a file holds and take it in when asked. ``taken`` carries the code of the mission."""

    taken = Signal(str)

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        self.session: UUID | None = None
        """The B2B session wishes go into while one is on screen, None for the mission's first."""
        self.returned = ReturnedFlow(ctx, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self, expected: str | None = None) -> None:
        """Ask for a file and show what it holds, as the ``expected`` list where it does not tell what it is."""
        t = self._ctx.t
        every = " ".join(f"*{one}" for one in SUFFIXES)
        kinds = ";;".join(
            (
                t("Files that can be imported ({endings})", endings=every),
                t("Mission files (*.json *.mission)"),
                t("All files (*)"),
            )
        )
        path = self._ctx.files.open_file(self._window, t("Import a file"), kinds)
        if path is not None:
            self.look(path, expected)

    def look_at(self, paths: list[Path]) -> None:
        """Show what one file brings; several, or a folder, are forms that came back."""
        if len(paths) == 1 and not paths[0].is_dir():
            self.look(paths[0])
        else:
            self.returned.look(paths)

    def look(self, path: Path, expected: str | None = None) -> None:
        """Read a file away from the window and show what importing it would do."""
        if path.suffix.lower() in MISSION_FILES:
            self._look_at_mission(path)
            return

        def read(workspace: Workspace, code: str | None, form: Form | None, progress: Progress) -> Reading:
            from missionplanner.services import exchange, imports

            data = exchange.bytes_of(path)
            if form is None and expected is not None:
                return imports.read_expected(workspace, code, data, path.name, imports.Form(expected), progress)
            return imports.read(workspace, code, data, path.name, form, progress)

        title = self._ctx.t("Import “{file}”", file=path.name)
        dialog = self._preview(read, title, self._ctx.mission.code or None, None)
        if dialog is not None:
            dialog.review.read_anew.connect(lambda: self._hand_on(dialog, path))

    def _hand_on(self, dialog: ImportDialog, path: Path) -> None:
        """Show what a form says that came back, where a file turns out to be one."""
        from missionplanner.services.imports import Form

        reading = dialog.review.reading
        if reading is not None and reading.form is Form.RETURNED:
            dialog.reject()
            self.returned.look([path])

    def look_at_paste(self, kind: str, text: str, html: str) -> None:
        """Show what taking a pasted text or table in would do. ``kind`` is the list it was pasted into."""
        people = kind == "people"

        def read(workspace: Workspace, code: str | None, form: Form | None, progress: Progress) -> Reading:
            from missionplanner.services import imports

            found = imports.read_paste(workspace, code, text, html, form, progress)
            return imports.as_people(found) if people else found

        shared = kind in ("people", "organisations", "places")
        code = None if shared else self._ctx.mission.code or None
        title, form = self._ctx.t("Take in what was pasted"), _FORMS.get(kind, kind)
        self._preview(read, title, code, form, takes_part=kind == "participants")

    def _preview(
        self, read: Read, title: str, code: str | None, form: str | None, *, takes_part: bool = False
    ) -> ImportDialog | None:
        if self._ctx.workspace is None:
            self._ctx.notices.say(self._ctx.t("No workspace is open."), tone="warn")
            return None
        from missionplanner.gui.import_preview.dialog import ImportDialog
        from missionplanner.gui.import_preview.review import Review
        from missionplanner.services import imports

        target = imports.Target(code, update=True, session=self.session, takes_part=takes_part)
        review = Review(self._ctx, read, target, self)
        dialog = ImportDialog(self._window, self._ctx, review, title, self._tell_taken)
        dialog.open()
        review.begin(imports.Form(form) if form is not None else None)
        return dialog

    def _tell_taken(self, receipt: Receipt, proposal: Proposal) -> None:
        t, added, changed = self._ctx.t, proposal.added, proposal.changed
        if receipt.changeset is None:
            self._ctx.notices.say(t("The file brings nothing new."), tone="info")
            return
        parts = [t.plural("{count} entry added", "{count} entries added", added)] if added else []
        parts += [t.plural("{count} updated", "{count} updated", changed)] if changed else []
        self._ctx.told_with_undo(f"{', '.join(parts)}.")
        if proposal.mission is not None and proposal.mission != self._ctx.mission.code:
            self.taken.emit(proposal.mission)

    # -- mission files ------------------------------------------------------------------------------

    def _look_at_mission(self, path: Path) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            self._ctx.notices.say(self._ctx.t("No workspace is open."), tone="warn")
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import exchange

            return exchange.look(workspace, path)

        job = self._ctx.jobs.write(work, self._ctx.t("Reading “{file}”", file=path.name))
        job.done.connect(lambda preview: self._show(cast("Preview", preview), path))
        job.failed.connect(self._ctx.tell_failure)

    def take(self, path: Path, *, update: bool) -> None:
        """Import a mission file as one step, then show its mission."""
        workspace = self._ctx.workspace
        if workspace is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import exchange

            return exchange.import_file(workspace, path, update=update)

        job = self._ctx.jobs.write(work, self._ctx.t("Importing “{file}”", file=path.name))
        job.done.connect(lambda report: self._tell(cast("ImportReport", report)))
        job.failed.connect(self._ctx.tell_failure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            return self._weigh(event)
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = _files(event)
            if paths:
                event.acceptProposedAction()
                self.look_at(paths)
                return True
        return super().eventFilter(watched, event)

    def _weigh(self, event: QDragMoveEvent) -> bool:
        busy = QApplication.activeModalWidget() is not None or self._ctx.workspace is None
        if busy or not _files(event):
            return False
        event.acceptProposedAction()
        return True

    def _show(self, preview: Preview, path: Path) -> None:
        from missionplanner.gui.dialogs.import_preview import ImportPreview

        def take() -> None:
            self.take(path, update=preview.known)

        ImportPreview(self._window, self._ctx, preview, path.name, take).open()

    def _tell(self, report: ImportReport) -> None:
        t = self._ctx.t
        self.taken.emit(report.mission)
        text = t("Mission “{code}” imported.", code=report.mission)
        if report.doubts:
            doubts = t.plural("{count} entry is doubtful.", "{count} entries are doubtful.", len(report.doubts))
            text = f"{text} {doubts}"
        if report.receipt.changeset is None:
            self._ctx.notices.say(t("The file brings nothing new."), tone="info")
        else:
            self._ctx.told_with_undo(text)


def open_pasted(ctx: Context, window: QWidget, kind: str, text: str, html: str) -> None:
    """Show what taking pasted rows in would do: of delegates, organisations, people, places, partners, agenda …"""
    known = window.window().findChild(Imports)
    (known or Imports(ctx, window.window())).look_at_paste(kind, text, html)


def _files(event: QDropEvent) -> list[Path]:
    """Return what is being dropped: one file we read, or forms that came back, as files or in a folder."""
    urls = event.mimeData().urls()
    paths = [Path(one.toLocalFile()) for one in urls if one.isLocalFile()]
    if len(paths) != len(urls):
        return []
    if len(paths) == 1:
        return paths if paths[0].is_dir() or paths[0].suffix.lower() in SUFFIXES else []
    return paths if all(one.suffix.lower() in FORMS for one in paths) else []
