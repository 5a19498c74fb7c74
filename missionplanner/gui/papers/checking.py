"""Look at paper before it is printed: beside the window, once for the same question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.papers.concerns import Said

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Recipe
    from missionplanner.services.paper.print_requests import PrintRequest

LINGER = 60
"""Milliseconds the pointer rests on a fix before it is worked out what that would do."""
_KEPT = 16
Take = Callable[[tuple[Said, ...]], object]


class Checking(QObject):
    """Work out concerns, apply fixes and say what they would do. ``foretold`` carries those words, or nothing."""

    foretold = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._plan: MissionPlan | None = None
        self._known: dict[object, tuple[Said, ...]] = {}
        self._considered: tuple[Finding, Fix] | None = None
        self._later = QTimer(self, interval=LINGER, singleShot=True)
        self._later.timeout.connect(self._foretell)

    # -- concerns ---------------------------------------------------------------------------------

    def look(self, request: PrintRequest, take: Take) -> None:
        """Look at one document or all of a kind; ``take`` gets what is found, at once where that is known."""
        plan, ctx = self._ctx.mission.plan, self._ctx
        workspace, findings = ctx.workspace, ctx.mission.findings
        if plan is None or workspace is None:
            return
        if plan is not self._plan or len(self._known) > _KEPT:
            self._plan, self._known = plan, {}
        key = (request.kind, request.language, findings)
        if key in self._known:
            take(self._known[key])
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.paper import documents, preflight

            orders = documents.orders_of(plan, request)
            return _said(ctx, plan, preflight.before(workspace, plan, orders, findings))

        def keep(some: object) -> None:
            self._known[key] = cast("tuple[Said, ...]", some)
            if plan is ctx.mission.plan:
                take(self._known[key])

        job = ctx.jobs.read(work, of=self)
        job.done.connect(keep)
        job.failed.connect(lambda _error: take(()))  # the preview says why it cannot be printed

    def look_at_pack(self, recipe: Recipe, take: Take) -> None:
        """Look at everything in a pack."""
        plan, ctx = self._ctx.mission.plan, self._ctx
        workspace, findings = ctx.workspace, ctx.mission.findings
        if plan is None or workspace is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.paper import packs, preflight

            orders = [one.order for one in packs.drawn_up(plan, recipe).items]
            return _said(ctx, plan, preflight.before(workspace, plan, orders, findings))

        job = ctx.jobs.read(work, ctx.t("Looking at what will be printed"), of=self)
        job.done.connect(take)
        job.failed.connect(ctx.tell_failure)

    def proof(self, request: PrintRequest, take: Take) -> None:
        """Lay documents out, and look for what only that shows."""
        plan, ctx, workspace = self._ctx.mission.plan, self._ctx, self._ctx.workspace
        if plan is None or workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import documents, preflight

            orders = documents.orders_of(plan, request)
            return _said(ctx, plan, preflight.proof(workspace, plan, orders, progress))

        job = ctx.jobs.read(work, ctx.t("Looking at fonts and layout"), of=self)
        job.done.connect(take)
        job.failed.connect(ctx.tell_failure)

    # -- fixes ------------------------------------------------------------------------------------

    def fix(self, finding: Finding, fix: Fix) -> None:
        """Make a fix; it can be undone."""
        from missionplanner.services import fixing

        code, t = self._ctx.mission.code, self._ctx.t
        receipt = self._ctx.run_edit(lambda ws: fixing.apply(ws, code, finding, fix, language=t.language))
        if receipt is not None and receipt.changeset is not None:
            self._ctx.told_with_undo(t.say(receipt.label))

    def consider(self, finding: Finding | None, fix: Fix | None) -> None:
        """Say what a fix would do while somebody considers it; None: no longer."""
        self._later.stop()
        self._considered = (finding, fix) if finding is not None and fix is not None else None
        if self._considered is None:
            self.foretold.emit("")
        else:
            self._later.start()

    def _foretell(self) -> None:
        plan, wording, considered = self._ctx.mission.plan, self._ctx.wording, self._considered
        if plan is None or considered is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.gui.agenda.foreseeing import foreseen
            from missionplanner.services import fixing

            return foreseen(plan, fixing.preview(plan, *considered), wording).words

        def tell(words: str) -> None:
            if self._considered == considered:
                self.foretold.emit(words or self._ctx.t.say(considered[1].message))

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(tell)
        job.failed.connect(
            lambda error: tell(self._ctx.t.say(error) if isinstance(error, MissionPlannerError) else "")
        )


def _said(ctx: Context, plan: MissionPlan, some: Sequence[object]) -> tuple[Said, ...]:
    from missionplanner.services.paper import preflight
    from missionplanner.services.paper.preflight import Concern

    found = [one for one in some if isinstance(one, Concern)]
    return tuple(Said(one, preflight.sentence(plan, one, ctx.t)) for one in found)
