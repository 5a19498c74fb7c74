"""Jobs: beside each other or one at a time, told in the window's thread, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import NotFound
from missionplanner.base.progress import Progress
from missionplanner.gui.jobs import Jobs, while_there

FREED = 50


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    return Jobs(qapp)


def test_a_job_works_elsewhere_and_tells_here(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[object, bool]] = []
    main = QThread.currentThread()
    job = jobs.read(lambda _progress: QThread.currentThread() is main)
    job.done.connect(lambda result: told.append((result, QThread.currentThread() is main)))
    with qtbot.waitSignal(jobs.idle):
        pass
    assert told == [(False, True)]
    assert jobs.under_way == []


def test_progress_arrives_in_order_and_cancel_stops_at_the_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(1, 3, "one")
        assert go_on.wait(10)
        progress.step(2, 3, "two")

    seen: list[tuple[int, int, str]] = []
    ends: list[str] = []
    job = jobs.write(work, "counting", can_stop=True)
    job.progressed.connect(lambda *step: seen.append(step))
    job.done.connect(lambda _result: ends.append("done"))
    job.failed.connect(lambda _error: ends.append("failed"))
    job.cancelled.connect(lambda: ends.append("cancelled"))
    with qtbot.waitSignal(job.progressed):
        pass
    job.cancel()
    go_on.set()
    with qtbot.waitSignal(jobs.idle):
        pass
    assert (seen, ends) == ([(1, 3, "one")], ["cancelled"])


def test_writing_jobs_run_one_at_a_time_and_reading_ones_beside_them(qtbot: QtBot, jobs: Jobs) -> None:
    at_once = 0
    most = 0
    met = threading.Barrier(2)
    lock = threading.Lock()

    def write(_progress: Progress) -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        with lock:
            at_once -= 1

    def read(_progress: Progress) -> None:
        met.wait(10)

    for _ in range(5):
        jobs.write(write)
    for _ in range(2):
        jobs.read(read)
    with qtbot.waitSignal(jobs.idle, timeout=20_000):
        pass
    assert most == 1


def test_a_known_failure_is_passed_on_and_another_one_logged(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[BaseException] = []

    def fail(error: Exception) -> None:
        job = jobs.read(lambda _progress: _raise(error))
        job.failed.connect(failures.append)
        with qtbot.waitSignal(jobs.idle):
            pass

    fail(NotFound("There is no file {path}.", path="x"))
    assert caplog.records == []
    fail(ZeroDivisionError("a fault of ours"))
    assert [type(one) for one in failures] == [NotFound, ZeroDivisionError]
    assert [one.message for one in caplog.records] == ["a job failed"]


def _raise(error: Exception) -> None:
    raise error


def test_nothing_is_told_to_who_is_gone_meanwhile(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []
    gone, there = QObject(), QObject()
    jobs.read(lambda _progress: "gone").done.connect(while_there(gone, told.append))
    jobs.read(lambda _progress: "there").done.connect(while_there(there, told.append))
    shiboken6.delete(gone)
    with qtbot.waitSignal(jobs.idle):
        pass
    assert told == ["there"]


def _steps_and_ends(progress: Progress) -> str:
    progress.step(1, 2)
    return "done"


def _steps_and_fails(progress: Progress) -> str:
    progress.step(1, 2)
    raise NotFound("Nothing there.")


@pytest.mark.parametrize("work", [_steps_and_ends, _steps_and_fails])
@pytest.mark.parametrize("stopped", [True, False])
def test_a_job_of_who_is_gone_tells_nothing_but_its_end(
    qtbot: QtBot, jobs: Jobs, work: Callable[[Progress], str], stopped: bool
) -> None:
    told: list[str] = []
    gone = QObject()
    job = jobs.read(work, of=gone)
    for name in ("progressed", "done", "failed", "cancelled", "ended"):
        getattr(job, name).connect(lambda *_some, name=name: told.append(name))
    shiboken6.delete(gone)
    if stopped:
        job.cancel()
    with qtbot.waitSignal(jobs.idle):
        pass
    assert told == ["ended"]


class _Known:
    """Be something only a job knows, which tells in which thread it was freed."""

    freed: list[bool] = []

    def __del__(self) -> None:
        self.freed.append(threading.current_thread() is threading.main_thread())


def _made(known: _Known, fails: bool, _progress: Progress) -> _Known:
    if fails:
        raise NotFound("Nothing there.")
    return known


@pytest.mark.parametrize("fails", [False, True])
def test_what_only_a_job_knows_is_freed_in_the_window_s_thread(qtbot: QtBot, jobs: Jobs, fails: bool) -> None:
    _Known.freed = []
    for _ in range(FREED):
        with qtbot.waitSignal(jobs.idle):
            jobs.read(partial(_made, _Known(), fails))
    qtbot.waitUntil(lambda: len(_Known.freed) == FREED)
    assert all(_Known.freed)


def test_a_thread_has_let_go_of_a_job_when_its_end_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    left: list[bool] = []
    for _ in range(FREED):
        job = jobs.read(lambda _progress: None)
        job.ended.connect(lambda job=job: left.append(job.left.is_set()))
        with qtbot.waitSignal(jobs.idle):
            pass
    assert left == [True] * FREED
