"""The keyboard reaches everything: regions, tab order, keys that mean one thing each, and places that stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from missionplanner.base import assets
from missionplanner.gui.actions import SPECS
from missionplanner.gui.actions.spec import Spec
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.places import PAGES, TROUBLE
from tests import looks, scenes
from tests.stage import Stage

Staged = Callable[..., Stage]
# Menus open without a window manager.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
SHOWN = [name for name in PAGES if name != TROUBLE]
PARTS = 4
"""More parts than a date or a time has that take Tab for themselves."""
STEPS = 200
"""More presses of Tab than any window has controls."""


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


def walked(root: QWidget, key: Qt.Key, steps: int = STEPS) -> Iterator[QWidget]:
    """Press a key until the focus comes to nothing new; yield each place once. A date keeps it for its parts."""
    seen: list[QWidget] = []
    old = 0
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget() or root, key)
        now = QApplication.focusWidget()
        old = old + 1 if now is None or now in seen else 0
        if old > PARTS:
            return
        if now is not None and now not in seen:
            seen.append(now)
            yield now


def within(one: QWidget, region: QWidget) -> bool:
    return one is region or region.isAncestorOf(one)


@pytest.mark.parametrize("page", SHOWN)
def test_f6_goes_through_every_region_and_back_again(stage: Stage, page: str) -> None:
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


@pytest.mark.parametrize("page", SHOWN)
def test_tab_and_f6_reach_every_control(stage: Stage, page: str) -> None:
    """A view keeps Tab where it goes from cell to cell, and F6 leads out of it."""
    stage.go(page)
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
    missed = [
        one.objectName()
        for one in looks.controls(root)
        if one in there and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one not in reached
    ]
    assert missed == []


def test_tab_goes_through_every_dialog_from_top_to_bottom(stage: Stage) -> None:
    out_of_order = {}
    for scene in [one for one in scenes.OVER if one.ground == scenes.SAMPLE]:
        shown = scene.play(stage)
        if not isinstance(shown, QDialog):
            continue
        shown.activateWindow()
        every = [one for one in looks.controls(shown) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        steps_at_most = max(60, len(every) + 10)
        order = [one for one in walked(shown, Qt.Key.Key_Tab, steps_at_most) if shown.isAncestorOf(one)]
        missed = [one.objectName() for one in every if one.isEnabled() and one not in order and not by_arrows(one)]
        steps = [
            (one, after)
            for one, after in pairwise(order)
            if above(shown, after, one) and not beside(shown, after, one)
        ]
        back = [f"{one.objectName()} → {after.objectName()}" for one, after in steps]
        if missed or len(back) > 1:  # once round, from the last to the first
            out_of_order[scene.name] = (missed, back)
    stage.clear()
    assert out_of_order == {}


def by_arrows(one: QWidget) -> bool:
    """Tell whether arrow keys lead to a button: another of its group is chosen, and Tab goes to that one."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, one)


def above(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether a control lies wholly above another one."""
    bottom = one.mapTo(root, one.rect().bottomLeft()).y()
    return bottom < other.mapTo(root, other.rect().topLeft()).y()


def beside(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether a control lies wholly at the right of another: where the next column is read from its top."""
    return one.mapTo(root, one.rect().topLeft()).x() > other.mapTo(root, other.rect().center()).x()


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


@pytest.mark.parametrize("page", SHOWN)
def test_another_language_and_theme_keep_the_place(stage: Stage, page: str) -> None:
    stage.go(page)
    if page == "agenda":
        stage.choose([stage.visit])
    before, chosen = page_place(stage.window), stage.agenda.chosen()
    stage.ctx.appearance.choose_language("it")
    stage.settle()
    stage.ctx.appearance.choose_theme("dark")
    stage.settle()
    assert stage.window.page == page
    assert page_place(stage.window) == before
    assert stage.agenda.chosen() == chosen
    assert looks.faults(stage.window) == []


class Windows(QObject):
    """Note every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName())
        return False


def test_nothing_flashes_up_while_the_window_is_built_anew(stage: Stage, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    for page in SHOWN:
        stage.go(page)
        stage.ctx.appearance.choose_theme("dark" if stage.ctx.theme.tokens.name == "light" else "light")
        stage.settle()
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def page_place(window: MainWindow) -> object:
    place = window.places.shown.place()
    return type(place), getattr(place, "view", place) if window.page == "agenda" else place


def test_every_menu_entry_says_its_key(stage: Stage) -> None:
    named = {spec.name: spec.keys for spec in SPECS if spec.menu}
    shown: list[QAction] = [stage.window.actions_[name] for name in named]
    assert [one.objectName() for one in shown if len(one.shortcuts()) != len(named[one.objectName()])] == []
