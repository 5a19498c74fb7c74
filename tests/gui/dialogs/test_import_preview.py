"""The preview of a mission file: what it holds, what is new, what is doubtful."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from missionplanner.base.messages import Message
from missionplanner.domain.likeness.belonging import LISTS
from missionplanner.domain.texts import Texts
from missionplanner.gui.dialogs.import_preview import ImportPreview, counted
from missionplanner.gui.main_window import MainWindow
from missionplanner.services.exchange import Preview

NEW = Preview(
    code="ER-EUS-2025",
    title=Texts.of({"en": "Mission to the Basque Country"}),
    languages=("en",),
    first_day=dt.date(2025, 5, 5),
    last_day=dt.date(2025, 5, 7),
    cities=("Bilbao", "Zamudio"),
    known=False,
    counts={"agenda": 34, "people": 1},
    added={"agenda": 34, "people": 1},
    changed={},
    doubts=(),
    pictures=2,
)
Show = Callable[..., list[str]]


@pytest.fixture
def taken() -> list[str]:
    return []


@pytest.fixture
def show(composed: Callable[..., MainWindow], taken: list[str]) -> Callable[[Preview], ImportPreview]:
    window = composed()

    def make(preview: Preview) -> ImportPreview:
        made = ImportPreview(window, window.ctx, preview, "basque.json", lambda: taken.append(preview.code))
        made.open()
        return made

    return make


def words(dialog: ImportPreview) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.text()]


def test_a_new_mission_is_told_with_days_places_and_counts(
    show: Callable[[Preview], ImportPreview], taken: list[str]
) -> None:
    dialog = show(NEW)
    told = words(dialog)
    assert {"Mission to the Basque Country", "5–7 May 2025  ·  Bilbao, Zamudio", "New"} <= set(told)
    assert {"34 agenda items", "1 person", "2 pictures"} <= set(told)
    dialog.findChild(QAbstractButton, "import_done").click()  # type: ignore[union-attr]
    assert taken == ["ER-EUS-2025"]


def test_of_a_known_mission_what_is_new_and_changed_is_told(show: Callable[[Preview], ImportPreview]) -> None:
    dialog = show(replace(NEW, known=True, added={"agenda": 2}, changed={"agenda": 1, "people": 1}))
    told = words(dialog)
    assert "Here already: brings it up to date" in told
    assert {"2 new, 1 changed", "1 changed"} <= set(told)
    done = dialog.findChild(QAbstractButton, "import_done")
    assert done is not None
    assert done.text() == "Bring up to date"
    dialog.reject()


def test_where_nothing_is_new_there_is_nothing_to_do(
    show: Callable[[Preview], ImportPreview], taken: list[str]
) -> None:
    dialog = show(replace(NEW, known=True, added={}, changed={}))
    assert dialog.findChild(QAbstractButton, "import_done") is None
    dialog.findChild(QAbstractButton, "import_cancel").click()  # type: ignore[union-attr]
    assert taken == []


def test_doubts_are_shown_as_plain_text_and_counted(show: Callable[[Preview], ImportPreview]) -> None:
    doubts = tuple(Message.of("“{name}” looks odd.", {"name": f"<b>{number}</b>"}) for number in range(60))
    dialog = show(replace(NEW, doubts=doubts))
    told = words(dialog)
    assert "60 entries to look at" in told
    assert "“<b>0</b>” looks odd." in told
    assert "and 10 more" in told
    dialog.reject()


def test_every_list_of_a_file_can_be_counted(composed: Callable[..., MainWindow]) -> None:
    assert set(LISTS.values()) == set(counted(composed().ctx.t))
