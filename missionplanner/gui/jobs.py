"""Run long work off the window's thread: reading jobs beside each other, writing jobs one at a time."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from threading import Event
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from missionplanner.base.errors import Cancelled, MissionPlannerError
from missionplanner.base.progress import Progress

Work = Callable[[Progress], object]
_log = logging.getLogger("missionplanner.jobs")

READERS = 2
"""Reading jobs at once: the machine's other core stays with the window."""
TURN = 0.001
"""Seconds a job may hold the interpreter while the window waits for it, instead of Python's five milliseconds.

A repaint gives it away dozens of times, so that each millisecond counts: the longest wait of the window while 500
personal agendas print fell from 260 to 118 ms (tests/benchmarks/bench_printing.py, on a busy machine).
"""


def while_there(owner: QObject, tell: Callable[[Any], object]) -> Callable[[Any], None]:
    """Return ``tell`` for a signal of a job that may outlive who asked: nothing is told once ``owner`` is gone.

    Qt lets go of methods of a widget that is deleted, of what wraps them it does not: a window built anew, as for
    another language, would be told what the old one had asked.
    """

    def told(value: Any) -> None:
        if shiboken6.isValid(owner):
            tell(value)

    return told


class Job(QObject):
    """Be one piece of work under way. All signals arrive in the window's thread; ``ended`` comes last, always."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _stepped = Signal(int, int, str)
    _finished = Signal(object, object)

    def __init__(self, work: Work, title: str, can_stop: bool, parent: QObject, of: QObject | None) -> None:
        super().__init__(parent)
        self.title, self.can_stop, self._of = title, can_stop, of
        self._work: Work | None = work
        self.left = Event()
        """Set once the thread holds nothing of the job any more."""
        self._progress = Progress(self._stepped.emit)
        self._stepped.connect(self._tell_step, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._tell_end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._progress.cancel()

    def run(self) -> None:
        """Do the work, in the thread that calls."""
        work = self._work
        assert work is not None
        try:
            result, error = work(self._progress), None
        except BaseException as caught:  # told in the window's thread, whatever it was
            result, error = None, caught
        self._finished.emit(result, error)
        del result, error

    @Slot(int, int, str)
    def _tell_step(self, done: int, total: int, text: str) -> None:
        if self._is_wanted():
            self.progressed.emit(done, total, text)

    @Slot(object, object)
    def _tell_end(self, result: object, error: BaseException | None) -> None:
        self.left.wait()
        try:
            if error is not None and not isinstance(error, MissionPlannerError | Cancelled):
                _log.error("a job failed", exc_info=error)
            if self._is_wanted():
                self._tell(result, error)
        finally:
            self._work = self._of = None
            self.ended.emit()

    def _is_wanted(self) -> bool:
        return self._of is None or shiboken6.isValid(self._of)

    def _tell(self, result: object, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(error)


class _Turn:
    """Be a job in its thread, and let go of it before the window hears that it is over.

    What a thread frees last is destroyed there: a widget that only the work still knows, or the job itself while
    its signal is on its way. Both must happen in the window's thread.
    """

    def __init__(self, job: Job) -> None:
        self._job: Job | None = job

    def __call__(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            left = job.left
            job.run()
            del job
            left.set()


class Jobs(QObject):
    """Start jobs and know which are under way."""

    started = Signal(object)
    ended = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._readers, self._writers = QThreadPool(self), QThreadPool(self)
        self._readers.setMaxThreadCount(READERS)
        self._writers.setMaxThreadCount(1)
        self.under_way: list[Job] = []
        self._ending = False

    def read(self, work: Work, title: str = "", *, of: QObject | None = None) -> Job:
        """Start work that only reads. Connect its signals before returning to the event loop.

        Where it is asked for ``of`` a widget, nothing but its end is told once that is gone: a window built anew,
        as for another language, would be told what the old one had asked.
        """
        return self._start(work, title, self._readers, can_stop=True, of=of)

    def write(self, work: Work, title: str = "", *, can_stop: bool = False) -> Job:
        """Start work that writes, after the writing jobs before it. Connect its signals as for ``read``.

        Most of it is one transaction, soon over, that takes no steps at which it could stop.
        """
        return self._start(work, title, self._writers, can_stop=can_stop)

    def cancel_all(self, *, for_good: bool = False) -> None:
        """Ask everything under way to stop, with ``for_good`` also whatever is begun from now on."""
        self._ending = self._ending or for_good
        for job in self.under_way:
            job.cancel()

    def wait(self, milliseconds: int = -1) -> bool:
        """Wait for the threads, without an event loop; what they told is delivered later or never."""
        return self._readers.waitForDone(milliseconds) and self._writers.waitForDone(milliseconds)

    def _start(
        self, work: Work, title: str, pool: QThreadPool, *, can_stop: bool, of: QObject | None = None
    ) -> Job:
        job = Job(work, title, can_stop, self, of)
        if self._ending:
            job.cancel()
        self.under_way.append(job)
        job.ended.connect(lambda: self._end(job))
        if title:
            self.started.emit(job)
        pool.start(_Turn(job))
        return job

    def _end(self, job: Job) -> None:
        self.under_way.remove(job)
        self.ended.emit(job)
        job.deleteLater()
        if not self.under_way:
            self.idle.emit()
