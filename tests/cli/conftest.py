"""Run command lines as a shell would, on a workspace of the test's own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from missionplanner.cli.main import run

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


@dataclass
class Outcome:
    """Be what a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def mp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Give a function that runs a command line on a new workspace, in English."""
    monkeypatch.setenv("MISSIONPLANNER_WORKSPACE", str(tmp_path / "workspace.mplanner"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)

    def command(*words: object) -> Outcome:
        capsys.readouterr()
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command


@pytest.fixture(scope="session")
def with_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with the Basque sample once a session, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "workspace.mplanner"
    assert run(["-w", str(path), "import", str(SAMPLES / "basque-country-2025.mission.json")]) == 0
    return path


@pytest.fixture
def basque(mp: Command, with_sample: Path, tmp_path: Path) -> Command:
    """Give the same, on a workspace with the Basque sample."""
    shutil.copy(with_sample, tmp_path / "workspace.mplanner")
    return mp
