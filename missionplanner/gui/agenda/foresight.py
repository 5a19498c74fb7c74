"""Show what a step would do while somebody considers it: worked out beside the window, kept for the next look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.agenda.caption import Caption
from missionplanner.gui.agenda.foreseeing import Foreseen, foreseen
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.fix_button import FixButton

if TYPE_CHECKING:
    from missionplanner.gui.board.board import AgendaBoard
    from missionplanner.gui.widgets.findings_strip import FindingsStrip

LINGER = 60
"""Milliseconds the pointer rests before anything is worked out: it passes over many buttons."""
Key = tuple[str, str]


class Foresight(QObject):
    """Be the look ahead of one agenda: ghosts on the board, and a line that says what they are."""

    def __init__(self, ctx: Context, board: AgendaBoard, strip: FindingsStrip, caption: Caption) -> None:
        super().__init__(board)
        self._ctx, self._board, self._strip, self.caption = ctx, board, strip, caption
        self._known: dict[Key, Foreseen] = {}
        self._considered: tuple[Finding, Fix] | None = None
        self._under_way: set[Key] = set()
        self._later = QTimer(self, interval=LINGER, singleShot=True)
        self._later.timeout.connect(self._work_out)
        ctx.mission.changed.connect(self.forget)

    def point(self, finding: Finding | None, fix: Fix | None) -> None:
        """Look at what a fix would do; None: no longer."""
        self._later.stop()
        if finding is None or fix is None:
            self.leave()
            return
        self._considered = finding, fix
        known = self._known.get(_key(finding, fix))
        if known is not None:
            self._show(known, known.words)
        else:
            self._later.start()

    def look(self, changes: Changes | None, words: str | None = None) -> None:
        """Look at what changes would do; ``words`` None says what they are, None as changes looks no longer."""
        plan = self._ctx.mission.plan
        self._later.stop()
        self._considered = None
        if plan is None or not changes:
            self.leave()
            return
        would = foreseen(plan, changes, self._ctx.wording)
        self._show(would, would.words if words is None else words)

    def leave(self) -> None:
        """Look at what is."""
        self._considered = None
        self._later.stop()
        self._board.outlook.leave()
        self.caption.say("")
        self._strip.tell("")

    def forget(self) -> None:
        """Know nothing any more: the plan is another one."""
        self._known.clear()
        self._under_way.clear()
        self.leave()

    # -- working it out -----------------------------------------------------------------------------

    def _work_out(self) -> None:
        """Have every fix of the finding worked out off the window's thread, once."""
        plan = self._ctx.mission.plan
        if plan is None or self._considered is None:
            return
        finding, fix = self._considered
        key, wording = _key(finding, fix), self._ctx.wording
        if key in self._under_way:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import fixing

            return foreseen(plan, fixing.preview(plan, finding, fix), wording)

        self._under_way.add(key)
        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._take, plan, key))
        job.failed.connect(lambda error: self._refuse(key, error))
        job.ended.connect(lambda: self._under_way.discard(key))

    def _take(self, plan: MissionPlan, key: Key, found: Foreseen) -> None:
        if plan is not self._ctx.mission.plan:
            return
        self._known[key] = found
        if self._considered is not None and _key(*self._considered) == key:
            self._show(found, found.words)

    def _refuse(self, key: Key, error: BaseException) -> None:
        """Say why there is nothing to see of a fix; the fault of a preview is no fault of what is stored."""
        if self._considered is not None and _key(*self._considered) == key:
            self._board.outlook.leave()
            self._say(self._ctx.t.say(error) if isinstance(error, MissionPlannerError) else "")

    def _show(self, found: Foreseen, words: str) -> None:
        self._board.outlook.show(found.plan, found.ghosts, found.moved, found.about)
        told = words
        if not told and self._considered is not None:
            told = self._ctx.t.say(self._considered[1].message)
        self._say(told)

    def _say(self, words: str) -> None:
        self.caption.say(words)
        self._strip.tell(words)
        focused = QApplication.focusWidget()
        if words and isinstance(focused, FixButton) and (focused.finding, focused.fix) == self._considered:
            focused.setAccessibleDescription(words)
            self._ctx.say_aloud(focused, words)


def _key(finding: Finding, fix: Fix) -> Key:
    return finding.identity, fix.id
