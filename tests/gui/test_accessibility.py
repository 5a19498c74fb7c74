"""The keyboard reaches everything: regions, tab order, keys that mean one thing each, and places that stay."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from missionplanner.base import assets
from missionplanner.gui.actions import SPECS
from missionplanner.gui.actions.spec import Spec
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.places import PAGES, TROUBLE
from tests import looks, scenes
from tests.stage import Stage
from tests.tabbing import walked

Staged = Callable[..., Stage]
# Menus open without a window manager.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
SHOWN = [name for name in PAGES if name != TROUBLE]


@pytest.fixture
def stage(staged: Staged) -> Stage:
    made = staged(scenes.SAMPLE, width=1440, height=900)
    made.window.activateWindow()
    return made


# ---- actions ----------------------------------------------------------------------------------------


def test_every_action_has_a_deed_and_an_icon_that_exists(stage: Stage) -> None:
    own = set(stage.window.commands._deeds)
    done = {page: set(stage.window.places.page(page).deeds()) for page in SHOWN}
    without = [spec.name for spec in SPECS if spec.name not in (done[spec.page] if spec.page else own)]
    drawn = [spec.icon for spec in SPECS if spec.icon and not assets.path(f"icons/{spec.icon}.svg").is_file()]
    listed = {spec.name for spec in SPECS}
    assert without == []
    assert drawn == []
    assert [
        name for name in [*own, *(one for deeds in done.values() for one in deeds)] if name not in listed
    ] == []


def meet(one: Spec, other: Spec) -> bool:
    """Tell whether the keys of two actions can be pressed at the same place."""
    return not (one.local and other.local) or one.page == other.page


def test_no_key_means_two_things_at_one_place() -> None:
    twice = [
        (one.name, other.name, key)
        for one, other in combinations(SPECS, 2)
        for key in {QKeySequence(each).toString() for each in one.keys}
        & {QKeySequence(each).toString() for each in other.keys}
        if meet(one, other)
    ]
    assert twice == []


def test_keys_of_one_letter_can_be_switched_off(stage: Stage) -> None:
    stage.ctx.appearance.choose_letters(on=False)
    keys = [key.toString() for spec in SPECS for key in stage.window.actions_[spec.name].shortcuts()]
    assert [key for key in keys if len(key.removeprefix("Shift+")) == 1] == []


# ---- the focus --------------------------------------------------------------------------------------


def within(one: QWidget, region: QWidget) -> bool:
    return one is region or region.isAncestorOf(one)


@pytest.mark.parametrize("page", SHOWN)
def test_f6_goes_through_every_region_and_tab_reaches_every_control(stage: Stage, page: str) -> None:
    stage.go(page)
    if page == "agenda":
        stage.choose([stage.visit])
    regions = [stage.window.rail, stage.window.header, *stage.window.places.shown.regions()]
    for key in ("next_region", "previous_region"):
        met = set()
        for _ in regions:
            stage.do(key)
            focused = QApplication.focusWidget()
            assert focused is not None
            met |= {region.objectName() for region in regions if within(focused, region)}
        assert met == {region.objectName() for region in regions}
    assert missed_by_tab(stage) == []


def missed_by_tab(stage: Stage) -> list[str]:
    """Return what neither Tab nor F6 reaches: a view keeps Tab to go from cell to cell, and F6 leads out of it."""
    root = stage.window
    starts: list[QWidget] = []
    for _ in range(8):
        stage.do("next_region")
        focused = QApplication.focusWidget()
        if focused is not None and focused not in starts:
            starts.append(focused)
    reached, there = set(starts), set(looks.controls(root))  # Tab goes over rows, and with them what is beside
    for start in starts:
        start.setFocus(Qt.FocusReason.TabFocusReason)
        reached |= set(walked(root, Qt.Key.Key_Tab))
    return [
        one.objectName()
        for one in looks.controls(root)
        if one in there and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one not in reached
    ]


def test_the_focus_can_be_seen_wherever_it_goes(stage: Stage) -> None:
    """Where the focus goes, something is drawn differently."""
    unseen = set()
    for page in SHOWN:
        stage.go(page)
        for one in walked(stage.window, Qt.Key.Key_Tab, 40):
            if isinstance(one, QScrollArea):
                continue
            with_focus = one.grab().toImage()
            one.clearFocus()
            without = one.grab().toImage()
            one.setFocus(Qt.FocusReason.TabFocusReason)
            if with_focus == without:
                unseen.add(one.objectName())
    assert unseen == set()


# ---- another language, another theme ----------------------------------------------------------------


class Windows(QObject):
    """Note every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName())
        return False


@pytest.mark.parametrize("page", SHOWN)
def test_another_language_and_theme_keep_the_place_and_nothing_flashes_up(
    stage: Stage, qapp: QApplication, page: str
) -> None:
    stage.go(page)
    if page == "agenda":
        stage.choose([stage.visit])
    before, chosen, windows = page_place(stage.window), stage.agenda.chosen(), Windows()
    stage.ctx.appearance.choose_language("it")
    stage.settle()
    qapp.installEventFilter(windows)
    stage.ctx.appearance.choose_theme("dark")
    stage.settle()
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert stage.window.page == page
    assert page_place(stage.window) == before
    assert stage.agenda.chosen() == chosen
    assert looks.faults(stage.window) == []


def page_place(window: MainWindow) -> object:
    place = window.places.shown.place()
    return type(place), getattr(place, "view", place) if window.page == "agenda" else place


def test_every_menu_entry_says_its_key(stage: Stage) -> None:
    named = {spec.name: spec.keys for spec in SPECS if spec.menu}
    shown: list[QAction] = [stage.window.actions_[name] for name in named]
    assert [one.objectName() for one in shown if len(one.shortcuts()) != len(named[one.objectName()])] == []
