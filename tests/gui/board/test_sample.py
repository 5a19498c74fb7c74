"""The missions that come with the program on the board, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.plan import MissionPlan
from missionplanner.services import checks, missions, workspace

Shower = Callable[..., Any]


@pytest.fixture(params=["ER-EUS-2025", "CLOSER-NL-2025"])
def sample(request: pytest.FixtureRequest, sample_template: Path, tmp_path: Path) -> MissionPlan:
    path = tmp_path / "sample.mplanner"
    shutil.copy(sample_template, path)
    with workspace.open_workspace(path) as ws:
        return missions.plan(ws, request.param)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("width", [480, 1100])
def test_every_item_is_found_where_it_is_drawn(
    shown: Shower, sample: MissionPlan, language: str, width: int
) -> None:
    board = shown(sample, width=width, language=language).board
    board.resize(width, 1400)
    board.settle()
    scene = board.scene
    found = set()
    for place in range(len(sample.items)):
        boxes = scene.scale.boxes_of(scene.layout, place)
        assert boxes, sample.items[place].title
        corners = [(box.x + 3, box.y + 3) for box in boxes] + [(box.right - 3, box.bottom - 3) for box in boxes]
        found |= {scene.place_at(*corner) for corner in corners}
    in_sight = {
        place
        for place in range(len(sample.items))
        if all(box.right < scene.scale.width for box in scene.scale.boxes_of(scene.layout, place))
    }
    assert in_sight <= found
    assert not board.viewport().grab().isNull()


def test_what_the_checks_find_is_marked_on_its_day(shown: Shower, sample: MissionPlan) -> None:
    found = checks.check(sample)
    board = shown(sample).board
    board.show_plan(sample, found)
    clashes = sum(day.clashes for day in board.scene.facts.days)
    dates = {(one.identity, item.date) for one in found for item in map(sample.item, one.items) if item}
    assert clashes == len(dates)
