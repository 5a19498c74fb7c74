from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from missionplanner.services import workspace
from missionplanner.services.workspace import Workspace
from tests import writers


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new workspace once a session, to be copied: making one takes ten times as long."""
    path = tmp_path_factory.mktemp("new") / "w.mplanner"
    workspace.create(path).close()
    return path


@pytest.fixture
def ws(untouched: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Give a new, empty workspace."""
    path = tmp_path / "w.mplanner"
    shutil.copy(untouched, path)
    with workspace.open_workspace(path) as made:
        yield made


@pytest.fixture
def memory_folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: for tests of thousands of commits, not of the disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as name:
        yield Path(name)


@pytest.fixture
def state() -> Callable[[Path], str]:
    """Give what tells one content of a workspace from another."""
    return writers.state
