"""Hold the mission on screen: its plan and its findings, read anew whenever an edit touched them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.base.errors import Busy, MissionPlannerError, NotFound
from missionplanner.base.progress import Progress
from missionplanner.gui.widgets.header import Heading

if TYPE_CHECKING:
    from missionplanner.domain.checks.findings import Finding
    from missionplanner.domain.plan import MissionPlan, MissionRecord
    from missionplanner.gui.context import Context
    from missionplanner.services.checks import Checker
    from missionplanner.services.workspace import Receipt

AGAIN = 1000
"""Milliseconds until a plan that could not be read, because somebody writes, is read again."""


class OpenMission(QObject):
    """Be what all pages of a mission show.

    ``changed`` tells that the plan is another one, ``checked`` that findings have come for it, ``gone`` that the
    mission was deleted. ``plan`` is None where no mission is open. ``record``, what came of the mission, is read
    for who asks (``ask_record``); ``recorded`` tells that it is that of the plan now.
    """

    changed = Signal()
    recorded = Signal()
    checked = Signal()
    gone = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._ctx = ctx
        self.plan: MissionPlan | None = None
        self.record: MissionRecord | None = None
        self._record_of: MissionPlan | None = None
        self._record_asked: MissionPlan | None = None
        self.findings: tuple[Finding, ...] = ()
        self._checker: Checker | None = None
        self._checked: UUID | None = None
        self._fixed: tuple[MissionPlan, tuple[Finding, ...], tuple[Finding, ...]] | None = None
        """The last plan that fixes were looked for in, its findings without them and with them."""
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.reread)
        ctx.hub.changed.connect(self._hear)
        ctx.closed.connect(self.close)

    @property
    def code(self) -> str:
        """Return the mission's code, empty where none is open."""
        return self.plan.mission.code if self.plan is not None else ""

    def open(self, code: str) -> bool:
        """Show a mission; False where it could not be read, which was said then."""
        if code != self.code:
            self.plan, self.record, self.findings = None, None, ()
        return self._read(code)

    def close(self) -> None:
        """Show no mission."""
        self._later.stop()
        if self.plan is not None:
            self.plan, self.record, self.findings = None, None, ()
            self.changed.emit()
            self.checked.emit()

    def reread(self) -> None:
        """Read the mission again now, not when the event loop next turns."""
        self._later.stop()
        if self.plan is not None:
            self._read(self.code)

    def ask_record(self) -> bool:
        """Have what came of the mission read beside the window; True where it is known for the plan on screen."""
        plan, workspace = self.plan, self._ctx.workspace
        if plan is None or workspace is None or self._record_of is plan:
            return self._record_of is plan and plan is not None
        if self._record_asked is plan:
            return False
        self._record_asked = plan

        def work(_progress: Progress) -> object:
            from missionplanner.services import missions

            return missions.record(workspace, plan.mission.code)

        def take(found: object) -> None:
            if plan is self.plan:
                self.record, self._record_of = cast("MissionRecord", found), plan
                self.recorded.emit()

        job = self._ctx.jobs.read(work)
        job.done.connect(take)
        job.failed.connect(self._ctx.tell_failure)
        return False

    def heading(self) -> Heading:
        """Return title, facts and status of the mission as headers show them."""
        if self.plan is None:
            return Heading("")
        mission, wording = self.plan.mission, self._ctx.wording
        cities = list(dict.fromkeys(one.city for one in self.plan.destinations if one.city))
        facts = wording.listed(
            (
                wording.days(mission.first_day, mission.last_day),
                ", ".join(cities),
                wording.delegates(len(self.plan.delegates)) if self.plan.delegates else "",
                wording.items(len(self.plan.items)),
            )
        )
        tone, status = wording.mission_status(mission.status)
        title = mission.title.best(self._ctx.t.language, mission.languages)
        return Heading(title or mission.code, facts, status, tone)

    @property
    def under_way(self) -> bool:
        """Tell whether the mission on screen takes place now."""
        if self.plan is None:
            return False
        from missionplanner.domain.missions.phases import Phase, phase_of

        return phase_of(self.plan.mission, dt.date.today()) is Phase.UNDER_WAY

    def days(self) -> str:
        """Return the days of the mission as the rail shows them, nothing where none is open."""
        if self.plan is None:
            return ""
        return self._ctx.wording.days(self.plan.mission.first_day, self.plan.mission.last_day)

    def _hear(self, receipt: Receipt | None) -> None:
        mine = self.plan is not None and (receipt is None or self.plan.mission.id in receipt.missions)
        shared = receipt is not None and not receipt.missions
        if self.plan is not None and (mine or shared):
            self._later.start(0)

    def _read(self, code: str) -> bool:
        from missionplanner.services import missions

        workspace = self._ctx.workspace
        if workspace is None:
            return False
        try:
            self.plan = missions.plan(workspace, self._code_now(code), before=self.plan)
        except NotFound:
            self.close()
            self.gone.emit()
            return False
        except MissionPlannerError as error:
            self._ctx.tell(error)
            if isinstance(error, Busy):
                self._later.start(AGAIN)
            return False
        self.changed.emit()
        self._check()
        return True

    def _code_now(self, code: str) -> str:
        """Return the code of the open mission as it is now: an edit may have given it another."""
        from missionplanner.services import missions

        if self.plan is None or self._ctx.workspace is None:
            return code
        same = (one.code for one in missions.listing(self._ctx.workspace) if one.id == self._identity)
        return next(same, code)

    @property
    def _identity(self) -> object:
        return self.plan.mission.id if self.plan is not None else None

    def _check(self) -> None:
        plan, workspace = self.plan, self._ctx.workspace
        if plan is None or workspace is None:
            return
        checker = self._its_checker(plan)

        def work(_progress: Progress) -> object:
            from missionplanner.services import checks
            from missionplanner.services.paper import outdated_paper

            record = checks.record_of(workspace, plan)
            return plan, (*checker.check(plan, record=record), *outdated_paper.found(plan, workspace))

        job = self._ctx.jobs.read(work)
        job.done.connect(self._take)
        job.failed.connect(self._ctx.tell_failure)

    def _its_checker(self, plan: MissionPlan) -> Checker:
        """Return what remembers the last check of this mission, so that an edit is checked in little time."""
        from missionplanner.services.checks import Checker

        if self._checker is None or self._checked != plan.mission.id:
            self._checker, self._checked = Checker(), plan.mission.id
        return self._checker

    def _take(self, result: tuple[MissionPlan, tuple[Finding, ...]]) -> None:
        plan, found = result
        from missionplanner.domain.unchanged import unchanged

        if plan is not self.plan:
            return
        if self._fixed is not None and self._fixed[1] == found and unchanged(self._fixed[0], plan):
            self._show(self._fixed[2])
            return
        self._show(found)
        self._look_for_fixes(plan, found)

    def _show(self, found: tuple[Finding, ...]) -> None:
        self.findings = found
        self.checked.emit()

    def _look_for_fixes(self, plan: MissionPlan, found: tuple[Finding, ...]) -> None:
        """Work out what could be done about the gravest findings, once they are shown: that takes longer."""
        language = self._ctx.t.language
        if not any(one.accepted is None for one in found):
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import checks

            return checks.with_fixes(plan, found, language=language)

        def take(mended: object) -> None:
            if plan is self.plan and self.findings is found:
                self._fixed = (plan, found, cast("tuple[Finding, ...]", mended))
                if mended != found:
                    self._show(self._fixed[2])

        job = self._ctx.jobs.read(work)
        job.done.connect(take)
        job.failed.connect(self._ctx.tell_failure)
