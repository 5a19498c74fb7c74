from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from missionplanner.base.atomic_files import NotWritten
from missionplanner.base.errors import Locked
from missionplanner.base.file_lock import FileLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.mplanner"


def test_many_share(path: Path) -> None:
    locks = [FileLock(path) for _ in range(5)]
    for one in locks:
        one.share()
        one.share()
    for one in locks:
        one.release()


def test_one_alone_shuts_the_others_out_until_it_lets_go(path: Path) -> None:
    alone, other = FileLock(path), FileLock(path)
    alone.hold_alone()
    for take in (other.share, other.hold_alone):
        with pytest.raises(Locked):
            take(0.03)
    alone.release()
    other.hold_alone()
    other.release()


def test_a_refusal_leaves_a_share_and_gives_none_to_whom_had_nothing(path: Path) -> None:
    first, second, third = FileLock(path), FileLock(path), FileLock(path)
    first.share()
    second.share()
    with pytest.raises(Locked):
        second.hold_alone()
    with pytest.raises(Locked):
        third.hold_alone()
    first.release()
    with pytest.raises(Locked):
        third.hold_alone()
    second.release()
    third.hold_alone()
    third.release()


def test_alone_can_become_shared(path: Path) -> None:
    first, second = FileLock(path), FileLock(path)
    first.hold_alone()
    first.share()
    second.share()
    first.release()
    second.hold_alone()
    second.release()


def test_the_lock_file_is_private_and_stays(path: Path) -> None:
    old = os.umask(0)
    try:
        lock = FileLock(path)
        lock.share()
        lock.release()
    finally:
        os.umask(old)
    (left,) = path.parent.iterdir()
    assert stat.S_IMODE(left.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        FileLock(tmp_path / "none" / "w.mplanner").share()
