"""Take a mission file in: chosen, or dropped on the window; looked through first, then one step of undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.services.exchange import ImportReport, Preview

SUFFIXES = (".json", ".mission")


class Imports(QObject):
    """Show what a file holds and import it when asked. ``taken`` carries the code of the mission."""

    taken = Signal(str)

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Ask for a mission file and show what it holds."""
        t = self._ctx.t
        kinds = t("Mission files (*.json *.mission)")
        path = self._ctx.files.open_file(self._window, t("Import a mission file"), kinds)
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Read a file away from the window and show what importing it would do."""
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
            path = _mission_file(event)
            if path is not None:
                event.acceptProposedAction()
                self.look(path)
                return True
        return super().eventFilter(watched, event)

    def _weigh(self, event: QDragMoveEvent) -> bool:
        busy = QApplication.activeModalWidget() is not None or self._ctx.workspace is None
        if busy or _mission_file(event) is None:
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


def _mission_file(event: QDropEvent) -> Path | None:
    """Return the mission file that is being dropped, None where it is something else or several things."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None
