from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from missionplanner.services import workspace
from missionplanner.services.workspace import Workspace
from tests import writers


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Give a new, empty workspace."""
    with workspace.create(tmp_path / "w.mplanner") as made:
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
