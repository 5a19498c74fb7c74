"""Many processes at once, and processes that are killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from missionplanner.db import header

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("MISSIONPLANNER_KILLS", "100"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX's")


def run(*words: str) -> dict[str, Any]:
    command = [sys.executable, "-W", "error", "-m", "tests.writers", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.timeout(max(300, KILLS * 3))
def test_nothing_acknowledged_is_lost_to_kills(memory_folder: Path) -> None:
    told = run("kills", str(KILLS), str(memory_folder))
    assert told["acknowledged"] >= KILLS
    bad = {name: told[name] for name in ("lost", "unsound", "never told", "disagreeing")}
    assert (told["kills"], bad) == (KILLS, dict.fromkeys(bad, 0))


def test_nothing_acknowledged_is_lost_among_ten_writers(memory_folder: Path) -> None:
    told = run("many", "10", str(memory_folder))
    assert told == {"acknowledged": 200, "lost": 0, "in order": True, "taken back": True}


def test_one_of_ten_migrates_and_the_others_wait(memory_folder: Path) -> None:
    told = run("migrate", "10", str(memory_folder))
    assert set(told.pop("told")) <= {"1", "locked"}
    assert told == {"answers": 10, "migrations": 1, "version": header.SCHEMA + 1, "backups": 1}


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "w.mplanner"
    code = (
        "import sys; from pathlib import Path; from missionplanner.base.file_lock import FileLock;"
        "lock = FileLock(Path(sys.argv[1])); lock.hold_alone(); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        from missionplanner.base.errors import Locked
        from missionplanner.base.file_lock import FileLock

        lock = FileLock(path)
        with pytest.raises(Locked):
            lock.share()
        holder.kill()
        holder.wait()
        lock.hold_alone()
        lock.release()
