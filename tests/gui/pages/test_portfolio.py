"""The portfolio page on the sample of nine clusters: what it shows, filters, opens and prints."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.base import paths
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.portfolio import PortfolioPage, Wanted, nearest
from missionplanner.services import samples

Opener = Callable[..., MainWindow]
Settled = Callable[[MainWindow], None]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.open_sample(tmp_path_factory.mktemp("nine") / "nine.mplanner", paths.PORTFOLIO_SAMPLE)


def shown(window: MainWindow, qtbot: QtBot) -> PortfolioPage:
    window.show_page("portfolio")
    found = window.places.page("portfolio")
    assert isinstance(found, PortfolioPage)
    qtbot.waitUntil(lambda: found.loaded is not None, timeout=20_000)
    return found


def choose(page: PortfolioPage, name: str, value: str, qtbot: QtBot) -> None:
    made = {"initiative": page.initiatives, "cluster": page.clusters}[name]
    before = page.loaded
    made.setCurrentIndex(made.findText(value))
    made.activated.emit(made.currentIndex())
    qtbot.waitUntil(lambda: page.loaded is not before, timeout=20_000)


def test_the_year_is_shown_filtered_opened_and_printed(
    qtbot: QtBot, opened: Opener, settled: Settled, template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "nine.mplanner"
    shutil.copy(template, path)
    window = opened(path)
    page = shown(window, qtbot)
    assert page.heading().title == "Portfolio 2016"
    assert page.heading().facts.startswith("10 missions")
    assert page.primary() == "print_portfolio"
    labels = [one.text() for one in page.clashes.findChildren(QLabel)]
    assert any("Chiara Ferrario" in text for text in labels)
    assert any("Elena Riva" in text for text in labels)
    assert "São Paulo · 2" in page.map.names

    choose(page, "cluster", "LE2C", qtbot)
    assert {one.entry.code for one in page.year.bars} == {
        "LE2C-BR-2016",
        "LE2C-MX-2016",
        "LE2C-LYS-2016",
        "LREI-MI-2016",
        "ECC-BXL-2016",
    }
    choose(page, "initiative", "Low Carbon Business Action – Brazil and Mexico", qtbot)
    assert {one.entry.code for one in page.year.bars} == {"LE2C-BR-2016", "LE2C-MX-2016"}
    assert page.figures.bars.bars[0].name in ("Brazil", "Mexico")

    answers = window.ctx.files
    answers.path = tmp_path / "year.pdf"  # type: ignore[attr-defined]
    window.actions_["print_portfolio"].trigger()
    settled(window)
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF")

    window.places.mission_wanted.disconnect(window.open_mission)  # the agenda is no part of this
    with qtbot.waitSignal(window.places.mission_wanted) as wanted:
        page.year.bars[0].click()
    assert wanted.args == ["LE2C-BR-2016"]
    place = page.place()
    page.restore((Wanted(), "", 0))
    settled(window)
    assert len(page.year.bars) > 2
    page.restore(place)
    settled(window)
    assert len(page.year.bars) == 2


def test_without_a_mission_the_page_says_how_to_begin(qtbot: QtBot, opened: Opener, tmp_path: Path) -> None:
    from missionplanner.services import workspace

    path = tmp_path / "none.mplanner"
    workspace.create(path).close()
    page = shown(opened(path), qtbot)
    assert page.loaded is not None
    assert page.loaded.years == ()
    assert page.primary() == "new_mission"
    for kind, name in ((QLabel, "portfolio_nothing"), (QPushButton, "portfolio_sample_button")):
        found = page.findChild(kind, name)
        assert found is not None
        assert found.isVisible()


@pytest.mark.parametrize(
    ("years", "wanted", "found"),
    [((2016,), 2025, 2016), ((2024, 2026), 2025, 2026), ((2025, 2026), 2025, 2025), ((), 2025, 2025)],
)
def test_the_year_that_is_shown_first_is_the_nearest(years: tuple[int, ...], wanted: int, found: int) -> None:
    assert nearest(years, wanted) == found
