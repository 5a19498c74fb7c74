"""The list of documents: what is in it, what is searched for, and what it says of copies given out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.papers.paper_list import IS_HEADING, PAPER, PaperModel
from missionplanner.gui.wording import Wording
from missionplanner.services import papers
from missionplanner.services.papers import Paper, State
from tests.factories import delegate, plan, uid

ENGLISH = Wording(translator("en"))
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def mission(*names: str) -> MissionPlan:
    return plan(*(delegate(name, groups=["Green"]) for name in names), languages=("en", "it"))


def shown(*names: str) -> PaperModel:
    model = PaperModel(ENGLISH)
    there = mission(*names)
    model.show(there, papers.papers(there))
    return model


def texts(model: PaperModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_documents_stand_under_two_headings() -> None:
    model = shown("Zoé Neri", "Bo Li")
    assert texts(model) == [
        "For everybody",
        "Programme · English",
        "Programme · Italiano",
        "Green",
        "Programme for leaders",
        "Personal agendas (2)",
        "Zoé Neri",
        "Bo Li",
    ]
    assert [model.index(row).data(IS_HEADING) for row in (0, 1, 5)] == [True, None, True]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(3).data(SPOKEN) == "Programme of Green, Not given out yet"
    assert model.note(model.index(3).data(PAPER)) == "Group  ·  Not given out yet"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zoe", ["Personal agendas (1)", "Zoé Neri"]),
        ("agenda li", ["Personal agendas (1)", "Bo Li"]),
        ("  italiano", ["For everybody", "Programme · Italiano"]),
        ("green", ["For everybody", "Green"]),
        ("nobody", ["No document matches."]),
    ],
)
def test_a_search_finds_words_in_any_order_without_accents(words: str, found: list[str]) -> None:
    model = shown("Zoé Neri", "Bo Li")
    model.search(words)
    assert texts(model) == found
    model.search("")
    assert model.rowCount() == 8


def test_without_delegates_the_list_says_so() -> None:
    model = shown()
    assert texts(model)[-1].startswith("No delegate is named yet.")
    assert model.index(model.rowCount() - 1).data(IS_HEADING) is False
    model.clear()
    assert texts(model) == []


def given_out(paper: Paper, state: State) -> Paper:
    return replace(paper, state=state, version=3, issued_at=dt.datetime(2025, 5, 6, 12, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.UP_TO_DATE, "Version 3 of 6 May, up to date"),
        (State.CHANGED, "Changed since version 3 of 6 May"),
    ],
)
def test_a_copy_given_out_says_version_day_and_whether_it_holds(state: State, words: str) -> None:
    model = shown("Bo Li")
    assert model.state(given_out(model.papers[0], state)) == words


def test_what_changed_in_place_keeps_the_rows(qtbot: QtBot) -> None:
    model = shown("Bo Li")
    there = mission("Bo Li")
    newer = tuple(given_out(one, State.CHANGED) for one in papers.papers(there))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(there, newer)
    assert "Changed" in str(model.index(1).data(SPOKEN))


def test_documents_are_found_by_key_and_person_whatever_is_searched_for() -> None:
    model = shown("Zoé Neri", "Bo Li")
    key = ("programme", "en", None, None, "common")
    model.search("neri")
    assert model.place_of(key) is None
    assert model.paper_of(key) is model.papers[0]
    found = model.paper_for(uid("person:Bo Li"))
    assert found is not None
    assert found.person is not None
    assert found.person.family == "Li"
    assert model.paper_for(uid("person:Nobody")) is None


def test_qt_finds_nothing_wrong_while_documents_come_and_go(qtmodeltester: Any) -> None:
    model = PaperModel(ENGLISH)
    qtmodeltester.check(model)
    for names in (("Bo Li",), ("Bo Li", "Zoé Neri"), ()):
        there = mission(*names)
        model.show(there, papers.papers(there))
        for words in ("", "li", "nobody"):
            model.search(words)
            qtmodeltester.check(model)
    model.clear()
    qtmodeltester.check(model)
