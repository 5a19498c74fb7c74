"""Texts fit: in a language 40 % longer, in the smallest window, at 200 %, with large letters, in both themes."""

from __future__ import annotations

import gettext
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import wrap

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import Translator
from missionplanner.base.settings import TEXT_SIZES
from missionplanner.gui.theme import set_text_size
from tests import looks, scenes
from tests.stage import Stage

ROOT = Path(__file__).resolve().parents[2]
Staged = Callable[..., Stage]
Turn = Callable[[str, int], list[scenes.Scene]]
# Menus open without a window manager.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
LONGEST_WORD = 14
PARTS = {scenes.SAMPLE: 4}
"""Into how many tests the states of a ground are parted in the look that takes them all, to run side by side."""
_ACCENTED = str.maketrans("aeiouAEIOUnc", "áèïõûÁÈÏÕÛñç")


class Stretched(gettext.NullTranslations):
    """Say everything with accents and 40 % longer, its arguments untouched."""

    def gettext(self, message: str) -> str:
        parts = re.split(r"(\{\w*\})", message)
        longer = "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
        return f"{longer} {' '.join(wrap('~' * max(1, round(len(message) * 0.4) - 1), LONGEST_WORD))}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("missionplanner.gui.context.translator", lambda _code: Translator("en", Stretched()))


@pytest.fixture
def large_letters() -> Iterator[dict[str, object]]:
    """Return the look of the largest letters; give the next test the usual ones."""
    yield {"width": 1440, "height": 900, "text_size": TEXT_SIZES[-1], "theme": "dark"}
    set_text_size(100)


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize(
    ("ground", "part"), [(ground, part) for ground in scenes.GROUNDS for part in range(PARTS.get(ground, 1))]
)
def test_nothing_is_cut_or_out_of_reach_in_a_longer_language_and_small(
    staged: Staged, ground: str, part: int
) -> None:
    some = scenes.of(ground)[part :: PARTS.get(ground, 1)]
    assert some
    assert scenes.faults(staged(ground, width=1024, height=640), some, keys=True) == {}


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("ground", scenes.GROUNDS)
def test_nothing_is_cut_in_a_longer_language(staged: Staged, in_turn: Turn, ground: str) -> None:
    stage = staged(ground, width=1440, height=900)
    assert scenes.faults(stage, in_turn(ground, 2)) == {}


@pytest.mark.parametrize("ground", [scenes.FIRST, scenes.SAMPLE])
def test_nothing_is_cut_with_the_largest_letters(
    staged: Staged, in_turn: Turn, large_letters: dict[str, object], ground: str
) -> None:
    stage = staged(ground, **large_letters)
    assert scenes.faults(stage, in_turn(ground, 3)) == {}


def test_nothing_is_cut_or_unnamed_at_200_per_cent(request: pytest.FixtureRequest) -> None:
    turn = [] if request.config.getoption("explore") else ["--turn", "4"]
    line = [sys.executable, str(ROOT / "packaging" / "shots.py"), "--judge", "it-light-200-1180", *turn]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110)
    assert done.stdout, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {}


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QHBoxLayout(whole)
    words, tight, outside = QLabel("Words that need room"), QPushButton("Save the file"), QPushButton("Far", whole)
    words.setFixedWidth(40)
    tight.setFixedWidth(40)
    outside.setGeometry(190, 5, 160, 30)
    row.addWidget(words)
    row.addWidget(tight)
    whole.setFixedSize(200, 80)
    whole.show()
    assert [one.partition(":")[0] for one in looks.cut(whole)] == ["cut", "tight", "outside"]
