"""What is listed, and that it is found by Italian and English words in any window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import SPECS
from missionplanner.gui.actions import spec as needs
from missionplanner.gui.palette.action_source import ELSEWHERE, SUGGESTED, USUAL, WHY_NOT
from missionplanner.gui.palette.verb_source import MOST, typed_minutes

OverSample = Callable[..., Any]


def plan_of(driven: Any) -> MissionPlan:
    plan = driven.window.ctx.mission.plan
    assert isinstance(plan, MissionPlan)
    return plan


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("move", "verb:move_day"),
        ("sposta", "verb:move_day"),
        ("move day", "verb:move_day"),
        ("sposta giorno", "verb:move_day"),
        ("posticipa", "verb:move_day"),
        ("copia giorno", "verb:copy_day"),
        ("see as", "verb:see_as"),
        ("vedi come", "verb:see_as"),
        ("vai al giorno", "verb:go_to_day"),
        ("nuova missione", "action:new_mission"),
        ("new mission", "action:new_mission"),
        ("stampa programma", "paper:programme:en"),
        ("itinerari", "paper:itineraries"),
        ("italiano", "setting:language:it"),
        ("dark", "setting:theme:dark"),
        ("130", "setting:text_size:130"),
        ("missioni", "page:missions"),
    ],
)
def test_both_languages_find_in_both_windows(over_sample: OverSample, language: str, query: str, key: str) -> None:
    driven = over_sample(language=language)
    driven.find(query)
    assert key in driven.keys[:3]


def test_every_action_is_found_by_its_words_in_both_languages(over_sample: OverSample) -> None:
    driven = over_sample()
    listed = {one.entry.key for one in driven.palette.contents._index if not one.entry.why_not}
    sought = [spec for spec in SPECS if f"action:{spec.name}" in listed]
    assert len(sought) > 8
    for spec in sought:
        for text in (spec.text, translator("it")(spec.text)):
            found = driven.palette.contents.found(f">{text.rstrip('…')}", [], "agenda")
            assert f"action:{spec.name}" in {one.key for group in found for one in group.entries}, text


def test_suggestions_and_reasons_are_about_what_there_is(over_sample: OverSample) -> None:
    driven = over_sample()
    there = {one.entry.key for one in driven.palette.contents._index}
    declared = {f"action:{spec.name}" for spec in SPECS} | {f"page:{spec.name}" for spec in SPECS}
    suggested = {*USUAL, *(key for keys in SUGGESTED.values() for key in keys)}
    assert suggested <= there | declared
    assert {spec.name for spec in SPECS} >= ELSEWHERE - {"settings"}
    assert WHY_NOT.keys() >= {spec.needs for spec in SPECS if spec.needs and hasattr(needs, spec.needs.upper())}


def test_items_people_organisations_and_places_of_the_mission(over_sample: OverSample) -> None:
    driven = over_sample()
    assert "Guided visit to the Guggenheim Museum" in driven.find("guggenheim")
    driven.find("visita guidata")  # its Italian title
    assert "Guided visit to the Guggenheim Museum" in driven.titles
    driven.find("@lolli andrea")
    assert driven.titles == ["Andrea Lolli"]
    assert driven.rows[0].heading == "People"
    assert "Hotel Ercilla" in driven.find("ercilla")


def test_the_directory_of_the_workspace_is_found_without_a_mission(over_sample: OverSample, qtbot: QtBot) -> None:
    driven = over_sample()
    driven.palette.dismiss()
    driven.window.ctx.mission.close()
    driven.open()
    assert driven.find("@lolli") == ["Andrea Lolli"]
    assert driven.find("#lolli") == []


def test_a_name_changed_in_the_directory_is_found_at_the_next_opening(
    over_sample: OverSample, settled: Callable[[Any], None]
) -> None:
    from dataclasses import replace

    from missionplanner.base.messages import N_

    driven = over_sample()
    person = next(one for one in plan_of(driven).people if one.family == "Lolli")
    with driven.window.ctx.workspace.edit(N_("Import")) as edit:
        edit.save(replace(edit.get(type(person), person.id), family="Zzyzx"))
    settled(driven.window)
    driven.palette.dismiss()
    driven.open()
    assert driven.find("zzyzx") == ["Andrea Zzyzx"]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("+20", 20),
        ("20", 20),
        ("-15", -15),
        ("− 15 min", -15),
        ("1h", 60),
        ("+1h30", 90),
        ("1:30", 90),
        ("-2 ore", -120),
        ("90 minuti", 90),
        ("", None),
        ("0", None),
        ("abc", None),
        ("+20 x", None),
        (str(MOST + 1), None),
    ],
)
def test_minutes_are_read_as_people_type_them(typed: str, minutes: int | None) -> None:
    assert typed_minutes(typed) == minutes


def test_a_day_is_moved_and_taken_back(over_sample: OverSample, settled: Callable[[Any], None]) -> None:
    driven = over_sample()
    before = plan_of(driven)
    day = before.days[1]
    driven.find("move day tuesday +20")
    driven.press(Qt.Key.Key_Return)
    settled(driven.window)
    changed = {one.id: one.start for one in plan_of(driven).items_on(day)}
    moved = [one for one in before.items_on(day) if changed[one.id] != one.start]
    assert moved
    assert not any(one.locked for one in moved)
    assert driven.window.toast.text() == "Tue 6 May moved 20 minutes later."
    driven.window.actions_["undo"].trigger()
    settled(driven.window)
    assert plan_of(driven).items_on(day) == before.items_on(day)


def test_a_day_is_copied(over_sample: OverSample, settled: Callable[[Any], None]) -> None:
    driven = over_sample()
    first, second, *_rest = plan_of(driven).days
    count = len(plan_of(driven).items_on(second))
    driven.find("copia giorno 5/5 to 6/5")
    driven.press(Qt.Key.Key_Return)
    settled(driven.window)
    assert len(plan_of(driven).items_on(second)) > count
    assert driven.window.toast.text() == "Mon 5 May copied to Tue 6 May."


def test_a_palette_that_is_gone_bears_names_that_arrive_late(
    over_sample: OverSample, settled: Callable[[Any], None]
) -> None:
    driven = over_sample()
    palette = driven.palette
    palette.dismiss()
    driven.window.ctx.hub.changed.emit(None)
    palette.open("agenda")
    palette.dismiss()
    shiboken6.delete(palette)
    settled(driven.window)
    assert not driven.window.ctx.jobs.under_way
