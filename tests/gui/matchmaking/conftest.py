from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.b2b import B2BPage
from tests import meetings


@pytest.fixture(scope="session")
def meetings_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with one B2B session once."""
    path = tmp_path_factory.mktemp("sessions") / "meetings.mplanner"
    meetings.make(path)
    return path


@pytest.fixture
def b2b_page(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], meetings_template: Path
) -> B2BPage:
    """Open a window on the page of that session."""
    window = opened(meetings_template, width=1440, height=900)
    window.open_mission(meetings.CODE)
    window.show_page("b2b")
    window.activateWindow()
    settled(window)
    return cast("B2BPage", window.places.page("b2b"))
