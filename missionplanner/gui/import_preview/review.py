"""Hold what is being looked through: the reading, where it goes, what was decided, what would come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.base.errors import Cancelled, MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.sheets_looked_at import SheetsLookedAt
from missionplanner.gui.jobs import Job

if TYPE_CHECKING:
    from missionplanner.services.imports import Decision, Entry, Form, Otherwise, Proposal, Reading, Target
    from missionplanner.services.workspace import Workspace

_PAUSE = 120
"""Milliseconds after a decision before all is laid side by side anew."""

Read = Callable[["Workspace", "str | None", "Form | None", Progress], "Reading"]


class Review(QObject):
    """Read a source and propose what to do with it, off the window's thread; each change of mind proposes anew.

    ``read_anew`` tells that the reading is another, ``proposed`` that what would come of it is; ``refused``
    carries why nothing can be proposed now. Of a workbook one sheet is in front; what is proposed is of all
    that were looked at, those that are not ticked left out.
    """

    read_anew = Signal()
    proposed = Signal()
    refused = Signal(str)
    working = Signal(bool)

    def __init__(self, ctx: Context, source: Read, target: Target, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._source = ctx, source
        self.target = target
        self.reading: Reading | None = None
        self.proposal: Proposal | None = None
        self.sheets = SheetsLookedAt()
        self.decisions: dict[int, Decision] = {}
        self._job: Job | None = None
        self._turn = 0
        self._reads = False
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._propose)

    # -- reading ------------------------------------------------------------------------------------

    def begin(self, form: Form | None = None) -> None:
        """Read the source, as a form or as what it must be."""
        code = self.target.code

        def work(workspace: Workspace, progress: Progress) -> object:
            return self._source(workspace, code, form, progress)

        self._read(work)

    def read_as(self, how: Otherwise) -> None:
        """Read a table again: as another form, another sheet, otherwise. Other sources are read anew."""
        known, code = self.reading, self.target.code
        if known is None or known.book is None or (how.form is not None and not _is_table(how.form)):
            self.begin(how.form)
            return

        def work(workspace: Workspace, _progress: Progress) -> object:
            from missionplanner.services import imports

            return imports.read_again(workspace, code, known, how)

        self._read(work)

    def show_sheet(self, number: int) -> None:
        """Bring a sheet of the book in front; one nobody looked at yet is read and ticked."""
        from missionplanner.services.imports import Otherwise

        known = self.sheets.readings.get(number)
        if known is None:
            self.read_as(Otherwise(sheet=number))
        elif known is not self.reading:
            self.reading = known
            self.read_anew.emit()
            self.proposed.emit()
            self._timer.start()

    def tick(self, number: int, on: bool) -> None:
        """Take a sheet in, or leave it out; one that was not looked at yet comes in front."""
        if number in self.sheets.readings:
            self.sheets.tick(number, on)
            self._timer.start()
        elif on:
            self.show_sheet(number)

    def aim(self, target: Target) -> None:
        """Let it go somewhere else."""
        self.target = target
        self._timer.start()

    def _take_reading(self, found: object) -> None:
        self._reads = False
        reading = cast("Reading", found)
        for one in self.sheets.take(reading):
            self.decisions.pop(one, None)
        if not self.sheets.several:
            self.decisions.clear()
        self.reading = reading
        self.proposal = None
        self.read_anew.emit()
        self._timer.start()

    # -- deciding -----------------------------------------------------------------------------------

    def decision(self, number: int) -> Decision:
        """Return what was decided of an entry so far."""
        from missionplanner.services.imports import Decision

        return self.decisions.get(number, Decision())

    def take(self, numbers: list[int], on: bool) -> None:
        """Take entries in, or leave them out."""
        for number in numbers:
            self.decisions[number] = replace(self.decision(number), take=on)
        self._timer.start()

    def merge(self, number: int, into: UUID | None) -> None:
        """Say which record an entry is the same as; None, that it is none there is."""
        kept = replace(self.decision(number), into=into, apart=into is None, take=True)
        self.decisions[number] = kept
        self._timer.start()

    def change(self, number: int, key: str, value: Any) -> None:
        """Put a value somebody typed in the place of what the file says."""
        before = self.decision(number)
        self.decisions[number] = replace(before, values={**before.values, key: value})
        self._timer.start()

    def settle(self) -> None:
        """Propose at once what waits to be."""
        if self._timer.isActive():
            self._timer.stop()
            self._propose()

    def entry(self, number: int) -> Entry | None:
        """Return an entry of what is proposed by its number."""
        entries = self.proposal.entries if self.proposal is not None else ()
        return next((one for one in entries if one.draft.number == number), None)

    def shown(self) -> tuple[Entry, ...]:
        """Return the entries of the sheet in front; of other sources all."""
        entries = self.proposal.entries if self.proposal is not None else ()
        if self.reading is None or not self.sheets.several:
            return entries
        return tuple(one for one in entries if one.draft.sheet == self.reading.sheet)

    @property
    def whole(self) -> Reading | None:
        """Return what is proposed: of a workbook all the sheets that were looked at and are not taken in yet."""
        return self.sheets.whole(self.reading) if self.reading is not None else None

    def decided(self) -> dict[int, Decision]:
        """Return all decisions; the entries of sheets that are not ticked are left out."""
        left = {one.number: replace(self.decision(one.number), take=False) for one in self.sheets.left_out()}
        return {**self.decisions, **left}

    def _propose(self) -> None:
        reading, target, decisions = self.whole, self.target, self.decided()
        if reading is None or self._reads:  # what is being read asks for a proposal itself
            return

        def work(workspace: Workspace, progress: Progress) -> object:
            from missionplanner.services import imports

            return imports.propose(workspace, reading, target, decisions, progress)

        self._run(work, self._take_proposal)

    def _take_proposal(self, proposal: object) -> None:
        self.proposal = cast("Proposal", proposal)
        self.proposed.emit()

    def go_on(self, target: Target) -> bool:
        """Go to the next sheet nobody has taken in, after others were; tell whether there is one."""
        self.sheets.taken_in()
        following = self.sheets.following()
        if following is None:
            return False
        self.target, self.proposal = target, None
        self.show_sheet(following)
        return True

    # -- jobs ---------------------------------------------------------------------------------------

    def _read(self, work: Callable[[Workspace, Progress], object]) -> None:
        self._run(work, self._take_reading)
        self._reads = True

    def _run(self, work: Callable[[Workspace, Progress], object], done: Callable[[object], None]) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            return
        self.cancel()
        self._reads = False
        self._turn += 1
        turn = self._turn
        job = self._ctx.jobs.read(lambda progress: work(workspace, progress), of=self)
        self._job = job
        job.done.connect(lambda result: done(result) if turn == self._turn else None)
        job.failed.connect(lambda error: self._fail(error) if turn == self._turn else None)
        job.ended.connect(lambda: self._end(turn))
        self.working.emit(True)

    def cancel(self) -> None:
        """Stop what is under way: the process that reads is ended."""
        if self._job is not None:
            self._job.cancel()

    def leave(self) -> None:
        """Want nothing any more."""
        self._timer.stop()
        self._turn += 1
        self.cancel()

    def _end(self, turn: int) -> None:
        if turn == self._turn:
            self._job, self._reads = None, False
            self.working.emit(False)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        self.proposal = None
        t = self._ctx.t
        known = isinstance(error, MissionPlannerError)
        self.refused.emit(t.say(cast(MissionPlannerError, error)) if known else t("This file could not be read."))


def _is_table(form: Form) -> bool:
    from missionplanner.services.imports.sheets import KINDS

    return form in KINDS
