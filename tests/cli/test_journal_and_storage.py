"""Undo, back up, restore and verify from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from missionplanner import __version__
from missionplanner.db import header


def test_undo_and_redo_an_import(basque: Any) -> None:
    undone = basque("undo", "--json").json
    assert undone["label"] == "Import mission “ER-EUS-2025”"
    assert basque("missions", "--json").json == []
    assert basque("history", "--json").json[0]["undone"] is True
    assert basque("redo").code == 0
    assert [one["code"] for one in basque("missions", "--json").json] == ["ER-EUS-2025"]
    nothing = basque("redo")
    assert nothing.code == 3 and nothing.err == "There is nothing to redo.\n"


def test_history_is_read_in_todays_language(basque: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")
    assert basque("history", "--json").json[0]["label"] == "Importa la missione “ER-EUS-2025”"


def test_backup_restore_and_verify(basque: Any, tmp_path: Path) -> None:
    made = basque("backup", "--json").json
    assert made["ok"] and Path(made["path"]).is_file()
    basque("undo")
    assert basque("restore", made["path"]).code == 0
    assert [one["code"] for one in basque("missions", "--json").json] == ["ER-EUS-2025"]
    assert len(list(tmp_path.glob("*.before-restore-*"))) == 1
    assert basque("verify", "--json").json["problems"] == []


def test_a_damaged_workspace_is_told_and_left(basque: Any, tmp_path: Path) -> None:
    path = tmp_path / "workspace.mplanner"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    outcome = basque("missions")
    assert outcome.code == 3 and "damaged" in outcome.err
    assert path.read_bytes() == whole[: len(whole) // 2]
    assert basque("verify").code == 3


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"Dear diary, today", "not a Mission Planner workspace")]
)
def test_foreign_and_empty_files_are_refused(mp: Any, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "other.mplanner"
    path.write_bytes(content)
    outcome = mp("-w", path, "missions")
    assert outcome.code == 3 and said in outcome.err
    assert path.read_bytes() == content


def test_info_says_where_things_are(mp: Any, tmp_path: Path) -> None:
    facts = mp("info", "--json").json
    assert facts["version"] == __version__ and facts["schema"] == header.SCHEMA
    assert facts["workspace"] == str(tmp_path / "workspace.mplanner")
    assert mp("--version").out == f"missionplanner {__version__}\n"


def test_options_may_stand_before_or_behind_the_command(mp: Any, tmp_path: Path) -> None:
    other = tmp_path / "other.mplanner"
    assert mp("--json", "-w", other, "missions").json == []
    assert mp("missions", "--json", "-w", other).json == []
    assert other.is_file() and not (tmp_path / "workspace.mplanner").exists()


def test_wrong_use_is_exit_2(mp: Any) -> None:
    assert mp("fly").code == 2
    assert mp("print", "programme").code == 2


def test_no_command_imports_qt(tmp_path: Path) -> None:
    script = (
        "import sys, json; from missionplanner.cli.main import run\n"
        "codes = [run(['-w', 'w.mplanner', words]) for words in ('missions', 'info', 'history', 'verify')]\n"
        "print(json.dumps([codes, [name for name in sys.modules if name.startswith(('PySide', 'shiboken'))]]))"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert json.loads(done.stdout.splitlines()[-1]) == [[0, 0, 0, 0], []]
