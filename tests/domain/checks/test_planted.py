"""Whole missions: planted ones, with what a careful reader finds, and real ones, which raise no false alarm."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.checks import RULES, Finding, Severity, check, options_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.exchange.mission_file import read
from missionplanner.services import knowledge

ROOT = Path(__file__).resolve().parents[3]
PLANTED = ROOT / "tests" / "data" / "planted"
SAMPLES = ROOT / "resources" / "samples"
EXPECTED = json.loads((PLANTED / "expected.json").read_text("utf-8"))
REAL = sorted((ROOT / "tests" / "data" / "missions").glob("*.mission.json"))
SAMPLE_FILES = sorted(SAMPLES.glob("*.mission.json"))
ELSEWHERE = {"outdated_paper", "requirement_due"}
"""Rules that go by more than a mission file of then: given out by services, tested with their own."""
AFTER = 60
"""Days after which everything is over."""


def judged(path: Path, today: dt.date | None = None) -> tuple[MissionPlan, tuple[Finding, ...]]:
    dossier = read(path.read_bytes())
    known, options = knowledge.of(dossier.plan), options_of(dossier.plan, today)
    return dossier.plan, check(dossier.plan, known, options=options, record=dossier.record)


def findings(path: Path, today: dt.date | None = None) -> tuple[Finding, ...]:
    return judged(path, today)[1]


def found(path: Path, today: dt.date | None = None) -> list[dict[str, Any]]:
    one, seen = judged(path, today)
    return [
        {
            "rule": each.rule,
            "items": sorted(map(one.ref, each.items)),
            "people": sorted(map(one.ref, each.people)),
        }
        for each in seen
    ]


def in_any_order(findings: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in findings)


def on(path: Path, days: int) -> dt.date:
    """Return the day so many days after a mission's departure."""
    return read(path.read_bytes()).plan.mission.first_day + dt.timedelta(days=days)


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: str(case["file"]))
def test_planted_missions_give_what_a_careful_reader_finds(case: dict[str, Any]) -> None:
    today = dt.date.fromisoformat(case["today"]) if "today" in case else None
    assert in_any_order(found(PLANTED / case["file"], today)) == in_any_order(case["findings"])


def test_every_planted_mission_is_expected() -> None:
    files = {path.name for path in PLANTED.glob("*.mission.json")}
    assert {case["file"] for case in EXPECTED} == files


def test_every_rule_is_planted() -> None:
    planted = {one["rule"] for case in EXPECTED for one in case["findings"]}
    assert planted == set(RULES) - ELSEWHERE


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
@pytest.mark.parametrize("days", [-300, -60, -30, -10, -1, AFTER])
def test_real_missions_raise_no_false_alarm(path: Path, days: int) -> None:
    seen = findings(path, on(path, days))
    assert [one.rule for one in seen if one.severity is Severity.CLASH] == []
    assert len([one for one in seen if one.severity is Severity.WARNING]) <= 3
    assert len(seen) <= 6


def test_without_a_day_real_missions_are_quiet() -> None:
    told = {path.name.partition("-")[0]: [one["rule"] for one in found(path)] for path in REAL}
    # 14 October 2002 was a holiday in Japan: the mayors worked.
    assert {name: rules for name, rules in told.items() if rules} == {"hokkaido": ["holiday"]}


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("days", [None, -300, -30, -3, AFTER])
def test_the_samples_hold_the_issues_they_are_meant_to_show(path: Path, days: int | None) -> None:
    seen = findings(path, on(path, days) if days is not None else None)
    expected = ["before_arrival", "double_booking", "impossible_travel"] if "basque" in path.name else []
    assert [one.rule for one in seen[: len(expected)]] == expected
    assert all(one.severity is not Severity.CLASH for one in seen[len(expected) :])
    assert len(seen) <= len(expected) + 7
