from __future__ import annotations

from pathlib import Path

import pytest

from missionplanner.base import paths


def test_the_environment_names_the_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, "~/mine.mplanner")
    assert paths.default_workspace() == Path.home() / "mine.mplanner"


def test_without_it_the_workspace_is_in_the_data_folder_and_the_sample_apart() -> None:
    assert paths.default_workspace().parent == paths.data_folder()
    assert paths.sample_workspace() != paths.default_workspace()


def test_backups_lie_beside_their_workspace(tmp_path: Path) -> None:
    assert paths.backup_folder(tmp_path / "my.missions.mplanner") == tmp_path / "my.missions-backups"
