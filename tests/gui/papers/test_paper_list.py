"""The list of documents: what is in it, what is searched for, and what it says of copies given out."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.papers.paper_model import Entry, PaperModel
from missionplanner.gui.wording import Wording
from missionplanner.services.paper import papers
from missionplanner.services.paper.papers import Paper, State
from tests.factories import delegate, plan

ENGLISH = Wording(translator("en"))
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def mission(*names: str) -> MissionPlan:
    return plan(*(delegate(name, groups=["Green"]) for name in names), languages=("en", "it"))


def shown(*names: str) -> PaperModel:
    model = PaperModel(ENGLISH)
    there = mission(*names)
    model.show(there, papers.listed(there))
    return model


def texts(model: PaperModel, key: object = None) -> list[str]:
    above = model.index_of(key) if key else QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def entry(model: PaperModel, key: object) -> Entry:
    found = model.entry(model.index_of(key))
    assert found is not None
    return found


def given_out(paper: Paper, state: State) -> Paper:
    return replace(paper, state=state, version=2, issued_at=dt.datetime(2025, 4, 28, 12, tzinfo=dt.UTC))


def test_kinds_stand_under_their_sections_with_their_documents_inside() -> None:
    model = shown("Zoé Neri", "Bo Li")
    assert texts(model)[:3] == ["Programme", "Mission programme", "Personal itinerary"]
    assert texts(model, "programme") == ["English", "Italiano", "Green", "For leaders"]
    assert texts(model, "itinerary") == ["Zoé Neri", "Bo Li"]
    assert entry(model, "itinerary").note == "2 people"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    group = model.index(2, 0, model.index_of("programme"))
    assert group.data(SPOKEN) == "Green, Group  ·  Not given out yet"
    assert model.parent(group) == model.index_of("programme")
    assert entry(model, "badges").paper is not None  # the only one of its kind is the kind itself


def test_a_kind_without_anything_says_why() -> None:
    model = shown("Bo Li")
    assert entry(model, "driver").why == "No vehicle in this mission."
    assert entry(model, "rooming").why == "No hotel has rooms in this mission."
    assert entry(model, "changes").why == "Nobody holds a copy to compare with yet."
    assert model.index_of("driver").data(SPOKEN) == "Driver’s order, No vehicle in this mission."


@pytest.mark.parametrize(
    ("words", "kinds", "inside"),
    [
        ("zoe badge", [], []),
        ("personal itinerary zoe", ["Personal itinerary"], ["Zoé Neri"]),
        ("agenda personale NERI", ["Personal itinerary"], ["Zoé Neri"]),
        ("mission programme green", ["Mission programme"], []),
        ("autista", ["Driver’s order"], []),
    ],
)
def test_a_search_finds_kinds_in_both_languages_and_people_in_them(
    words: str, kinds: list[str], inside: list[str]
) -> None:
    model = shown("Zoé Neri", "Bo Li")
    model.search(words)
    assert [one.name for one in model.kinds()][:1] == kinds
    assert (texts(model, "itinerary") if inside else []) == inside
    if not kinds:
        assert texts(model) == ["No document matches."]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.GIVEN_OUT, "Version 2 of 28 April"),
        (State.UP_TO_DATE, "Version 2 of 28 April, up to date"),
        (State.CHANGED, "Changed since version 2 of 28 April"),
    ],
)
def test_states_are_said_in_words_and_counted_for_the_kind(qtbot: QtBot, state: State, words: str) -> None:
    model = shown("Zoé Neri", "Bo Li")
    first = next(one for one in model.papers if one.request.kind == "itinerary")
    with qtbot.waitSignal(model.dataChanged):
        model.judge([given_out(first, state)])
    assert entry(model, first.key).note == words
    counts = {State.GIVEN_OUT: "1 given out", State.UP_TO_DATE: "up to date", State.CHANGED: "1 changed"}
    assert entry(model, "itinerary").note == f"2 people  ·  {counts[state]}"


def test_the_same_documents_again_keep_their_rows(qtbot: QtBot) -> None:
    model, there = PaperModel(ENGLISH), mission("Bo Li")
    model.show(there, papers.listed(there))
    resets: list[Any] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show(there, papers.listed(there))
    assert resets == []
    more = mission("Bo Li", "Zoé Neri")
    model.show(more, papers.listed(more))
    assert resets == [1]


def test_five_hundred_delegates_are_listed_at_once() -> None:
    there, model = mission(*(f"Person{n} Family{n}" for n in range(500))), PaperModel(ENGLISH)
    there.travellers  # noqa: B018 - worked out with the plan, before any list
    begun = time.process_time()
    model.show(there, papers.listed(there))
    assert len(model.papers) > 1500
    assert time.process_time() - begun < 0.3
