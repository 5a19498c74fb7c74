"""Texts fit: in a language 40 % longer, in the smallest window, in both themes; and pictures can be taken."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import Translator
from missionplanner.gui import app
from missionplanner.gui.main_window import MainWindow
from tests.windows import agenda_of

Settled = Callable[[MainWindow], None]
_ACCENTED = str.maketrans("aeiouAEIOUnc", "áèïõûÁÈÏÕÛñç")


class Stretched(gettext.NullTranslations):
    """Say everything with accents and 40 % longer, its arguments untouched."""

    def gettext(self, message: str) -> str:
        parts = re.split(r"(\{\w*\})", message)
        longer = "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
        return f"{longer} {'~' * max(1, round(len(message) * 0.4) - 1)}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("missionplanner.gui.context.translator", lambda _code: Translator("en", Stretched()))


def cut(root: QWidget) -> list[str]:
    """Return the words that have less room than they need, and the buttons that stick out."""
    shown = [one for one in root.findChildren(QWidget) if one.isVisible()]
    words = [one.text() for one in shown if isinstance(one, QLabel) and one.text() and is_cut(one)]
    buttons = [one for one in shown if isinstance(one, QAbstractButton)]
    words += [one.text() for one in buttons if isinstance(one, QPushButton) and is_tight(one)]
    inside = root.rect()
    return words + [
        one.objectName() for one in buttons if not inside.contains(one.mapTo(root, one.rect().bottomRight()))
    ]


def is_cut(one: QLabel) -> bool:
    if one.wordWrap():
        return one.heightForWidth(one.width()) > one.height() + 1
    return one.sizeHint().width() > one.width() + 1 or one.sizeHint().height() > one.height() + 1


def is_tight(one: QPushButton) -> bool:
    return bool(one.text()) and one.sizeHint().width() > one.width() + 1


SIZES = [{"width": 1440, "height": 900}, {"width": 1024, "height": 640}]


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("size", SIZES)
def test_the_beginning_in_a_longer_language_is_not_cut(
    composed: Callable[..., MainWindow], settled: Settled, size: dict[str, int]
) -> None:
    window = composed(**size)
    app.begin(window)
    settled(window)
    assert cut(window) == []


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("size", SIZES)
def test_pages_in_a_longer_language_are_not_cut(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Settled,
    size: dict[str, int],
) -> None:
    window = opened(sample_template, **size)
    assert cut(window) == []
    window.open_mission("ER-EUS-2025")
    settled(window)
    qtbot.waitUntil(lambda: bool(agenda_of(window).strip.findings))
    assert cut(window) == []
    agenda_of(window).turn_day(1)
    agenda_of(window).items.setCurrentIndex(agenda_of(window).items.model().index(0, 0))
    window.actions_["delete_items"].trigger()
    QApplication.processEvents()
    assert cut(window) == []


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("action", ["new_mission", "new_item", "edit_item", "shortcuts"])
def test_dialogs_in_a_longer_language_are_not_cut(
    agenda_window: MainWindow, qapp: QApplication, action: str
) -> None:
    agenda_of(agenda_window).items.setCurrentIndex(agenda_of(agenda_window).items.model().index(0, 0))
    agenda_window.actions_[action].trigger()
    QApplication.processEvents()
    (shown,) = [one for one in qapp.topLevelWidgets() if one.isVisible() and one is not agenda_window]
    assert cut(shown) == []
    shown.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_pictures_of_every_page_can_be_taken(
    opened: Callable[..., MainWindow], settled: Settled, language: str, theme: str
) -> None:
    window = opened(language=language, theme=theme, width=1024, height=640)
    pictures = [window.grab()]
    window.open_mission("BIO")
    settled(window)
    pictures.append(window.grab())
    ground = window.ctx.theme.colour("bg").name()
    for picture in pictures:
        assert picture.toImage().pixelColor(window.width() - 4, window.height() // 2).name() == ground
    assert cut(window) == []
