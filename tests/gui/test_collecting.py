"""Widgets are destroyed in the window's thread, whichever thread makes objects meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from missionplanner.gui.collecting import OLD_EVERY, Collector


class Ring:
    """Be an object that only the collector can free, and say in which thread it does."""

    def __init__(self, seen: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: seen.append(threading.get_ident()))


@pytest.fixture
def collector() -> Iterator[Collector]:
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()


@pytest.mark.usefixtures("qtbot")
def test_what_another_thread_leaves_is_freed_in_this_one(collector: Collector) -> None:
    seen: list[int] = []

    def work() -> None:
        for _ in range(5000):
            Ring(seen)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == []
    for _ in range(OLD_EVERY):
        collector.look()
    assert len(seen) == 5000
    assert set(seen) == {threading.get_ident()}


def test_python_itself_does_not_collect_meanwhile(qtbot: QtBot, collector: Collector) -> None:
    assert collector.parent() is not None
    assert not gc.isenabled()
