from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.readiness.view import ReadinessView
from tests import grids


@pytest.fixture(scope="session")
def grid_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("grids") / "grids.mplanner"
    grids.make(path)
    return path


@pytest.fixture
def window(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], grid_template: Path
) -> MainWindow:
    """Open a window on a mission with a delegation."""
    made = opened(grid_template)
    made.open_mission(grids.CODE)
    settled(made)
    return made


@pytest.fixture
def view(window: MainWindow) -> Iterator[ReadinessView]:
    """Show the board by itself."""
    made = ReadinessView(window.ctx, window.actions_)
    made.resize(1200, 640)
    made.show()
    made.arrive()
    made.take_focus()
    yield made
    made.close()
    made.deleteLater()
