"""Print what is in front beside the window, and show it when it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from missionplanner.base.errors import Invalid
from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import Job
from missionplanner.gui.preview.pane import PreviewPane
from missionplanner.gui.preview.sheets import Size, sizes
from missionplanner.gui.preview.view import Line

if TYPE_CHECKING:
    from missionplanner.services.paper.documents import PrintRequest
    from missionplanner.services.paper.papers import Preview

AFTER, SOON = 150, 30
"""Milliseconds until the preview is printed anew after a change (UX §9), and after another one is chosen."""
PATIENCE = 1000
"""Milliseconds until it is said that the first preview is being printed."""


@dataclass(frozen=True)
class Asked:
    """Be what the preview was printed of."""

    plan: MissionPlan
    request: PrintRequest

    def same(self, other: Asked | None) -> bool:
        """Tell whether another would look the same; plans are compared by what they are, not by all they hold."""
        return other is not None and self.plan is other.plan and self.request == other.request


class Previewing(QObject):
    """Keep a pane showing what is wanted. ``wanted`` asks for it when it is time to print; ``shown`` carries the
    characters that could not be drawn."""

    wanted = Signal()
    shown = Signal(object)

    def __init__(self, ctx: Context, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._ctx, self._pane = ctx, pane
        self.asked: Asked | None = None
        self.job: Job | None = None
        self.pages = 0
        self.later = QTimer(self, interval=AFTER, singleShot=True)
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self.later.timeout.connect(self.wanted)
        self._patience.timeout.connect(self._be_patient)

    def soon(self, *, other: bool = False) -> None:
        """Ask for a print before long; ``other`` says that another document was chosen."""
        self.later.start(SOON if other else AFTER)

    def wait(self) -> None:
        """Say before long that something is being printed, unless something is shown."""
        if not self.pages:
            self._patience.start()

    def clear(self, why: str = "") -> None:
        """Show nothing, and why."""
        self.later.stop()
        self.asked, self.pages = None, 0
        self._show(b"", ())
        self._pane.view.say(why)

    def ask(self, plan: MissionPlan, request: PrintRequest) -> None:
        """Print a document beside the window; what is shown stays until it is there."""
        workspace, asked = self._ctx.workspace, Asked(plan, request)
        if workspace is None or asked.same(self.asked):
            return
        if self.job is not None and self.job in self._ctx.jobs.under_way:
            self.job.failed.disconnect(self._refuse)
            self.job.cancel()
        self.asked = asked

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import papers

            shown = papers.preview(workspace, plan, request, progress)
            return asked, shown, sizes(shown.data)

        self.job = self._ctx.jobs.read(work)
        self.job.done.connect(self._take)
        self.job.failed.connect(self._refuse)

    # -- inside -----------------------------------------------------------------------------------

    def _take(self, made: object) -> None:
        asked, shown, pages = cast("tuple[Asked, Preview, tuple[Size, ...]]", made)
        if asked is not self.asked:
            return
        self.pages = shown.pages
        lines = [
            Line(one.page, one.key, QRectF(one.left, one.top, one.right - one.left, one.bottom - one.top))
            for one in shown.spots
        ]
        self._show(shown.data, pages, lines)
        self.shown.emit(shown.missing)
        words = self._ctx.t.plural("{count} page", "{count} pages", shown.pages)
        self._ctx.say_aloud(self._pane.view, words)

    def _refuse(self, error: BaseException) -> None:
        """Say why the press refused, and show nothing that is not what was asked for."""
        words = self._ctx.t.say(error) if isinstance(error, Invalid) else ""
        self.clear(words or self._ctx.t("The preview could not be printed."))
        self._ctx.tell_failure(error)

    def _show(self, data: bytes, pages: tuple[Size, ...], lines: list[Line] | None = None) -> None:
        self._patience.stop()
        self._pane.show_document(data, pages, lines or [])

    def _be_patient(self) -> None:
        if not self.pages:
            self._pane.view.say(self._ctx.t("Printing the preview…"))
