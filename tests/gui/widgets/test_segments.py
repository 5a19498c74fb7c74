"""A few words beside each other: Tab comes to one of them, arrows lead to the others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.segments import Segments

CHOICES = {"day": "Day", "week": "Week", "all": "Everything"}


def reached(some: Segments) -> list[str]:
    """Return the words Tab comes to."""
    return [one.text() for one in some.group.buttons() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize(("now", "word"), [("week", "Week"), (None, "Day")])
def test_tab_comes_to_the_chosen_word_from_the_first_or_else_to_the_first_of_all(
    qtbot: QtBot, now: str | None, word: str
) -> None:
    some = Segments("span", "Span", CHOICES, now)
    qtbot.addWidget(some)
    assert reached(some) == [word]


def test_tab_comes_to_what_the_program_chose(qtbot: QtBot) -> None:
    some = Segments("span", "Span", CHOICES, "day")
    qtbot.addWidget(some)
    some.choose("all")
    assert (some.value(), reached(some)) == ("all", ["Everything"])
