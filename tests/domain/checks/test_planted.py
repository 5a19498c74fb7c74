"""Whole missions: planted ones, with what a careful reader finds, and real ones, which raise no false alarm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.checks import check
from missionplanner.domain.plan import MissionPlan
from missionplanner.exchange.mission_file import read

ROOT = Path(__file__).resolve().parents[3]
PLANTED = ROOT / "tests" / "data" / "planted"
EXPECTED = json.loads((PLANTED / "expected.json").read_text("utf-8"))
REAL = sorted((ROOT / "tests" / "data" / "missions").glob("*.mission.json"))


def found(path: Path) -> list[dict[str, Any]]:
    one: MissionPlan = read(path.read_bytes()).plan
    return [
        {
            "rule": each.rule,
            "items": sorted(map(one.ref, each.items)),
            "people": sorted(map(one.ref, each.people)),
        }
        for each in check(one)
    ]


def in_any_order(findings: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in findings)


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: str(case["file"]))
def test_planted_missions_give_what_a_careful_reader_finds(case: dict[str, Any]) -> None:
    assert in_any_order(found(PLANTED / case["file"])) == in_any_order(case["findings"])


def test_every_planted_mission_is_expected() -> None:
    assert sorted(case["file"] for case in EXPECTED) == sorted(
        path.name for path in PLANTED.glob("*.mission.json")
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_missions_raise_no_false_alarm(path: Path) -> None:
    assert found(path) == []


def test_the_samples_hold_the_issues_they_are_meant_to_show() -> None:
    samples = ROOT / "resources" / "samples"
    assert found(samples / "closer-netherlands-2025.mission.json") == []
    assert sorted(one["rule"] for one in found(samples / "basque-country-2025.mission.json")) == [
        "before_arrival",
        "double_booking",
        "impossible_travel",
    ]
