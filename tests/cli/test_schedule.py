"""A timetable of meetings from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.meetings.session import sessions
from missionplanner.services import missions, workspace
from missionplanner.services.matchmaking import meetings


def test_a_timetable_is_proposed_told_and_taken_over_as_one_step(basque: Any, tmp_path: Path) -> None:
    with workspace.open_workspace(tmp_path / "workspace.mplanner") as ws:
        first = sessions(missions.plan(ws, "ER-EUS-2025"))[0]
        meetings.move(ws, next(one.id for one in first.placed if not one.locked), None)
    first = basque("schedule", "ER-EUS-2025", "--session", "m1", "--seconds", "0.5", "--json", "--dry-run")
    again = basque("schedule", "ER-EUS-2025", "--session", "m1", "--seconds", "0.5", "--json")
    told, dry = again.json, first.json
    places = [
        [(one["a"], one["b"], one["slot"], one["table"]) for one in each["meetings"]] for each in (dry, told)
    ]
    assert told["cut"] or dry["cut"] or places[0] == places[1]  # under load the time may end before the search
    assert told["session"] == "m1"
    busy = [(one["slot"], side) for one in told["meetings"] for side in (one["a"], one["b"])]
    assert len(set(busy)) == len(busy) == 2 * told["figures"]["meetings"] > 0
    assert all(one["why"] for one in told["unserved"])
    assert isinstance(told["proved"], bool)
    assert told["figures"]["breaks"] <= told["before"]["breaks"]
    assert "timetable" in basque("undo").out


def test_all_sessions_are_planned_in_one_step(basque: Any) -> None:
    outcome = basque("schedule", "ER-EUS-2025", "--seconds", "0.5", "--keep")
    assert outcome.code == 0
    assert "Meetings" in outcome.out and " s)." in outcome.err
    assert len(basque("history", "--json").json) <= 2


def test_what_cannot_be_planned_is_said(basque: Any) -> None:
    assert basque("schedule", "NONE").code == 3
    wrong = basque("schedule", "ER-EUS-2025", "--session", "x")
    assert (wrong.code, "There are: m1" in wrong.err) == (2, True)


@pytest.mark.parametrize("typed", ["abc", "0", "-5", "nan", "inf", "1e9", "", "9" * 400])
def test_wrong_seconds_are_refused_in_one_sentence(mp: Any, typed: str) -> None:
    wrong = mp("schedule", "ER-EUS-2025", "--seconds", typed)
    said = f"--seconds takes a number from 0.1 to 86400; “{typed}” is none.\n"
    assert (wrong.code, wrong.out, wrong.err) == (2, "", said)


@pytest.mark.parametrize("typed", ["x", "1.5", "-1", "9" * 400])
@pytest.mark.parametrize(
    ("words", "name", "range_"),
    [
        (("schedule", "ER-EUS-2025", "--seed"), "--seed", "0 to 2147483648"),
        (("undo", "--"), "ENTRY", "1 to 9223372036854775807"),
        (("redo", "--"), "ENTRY", "1 to 9223372036854775807"),
    ],
)
def test_what_is_no_whole_number_is_refused_in_one_sentence(
    mp: Any, words: tuple[str, ...], name: str, range_: str, typed: str
) -> None:
    wrong = mp(*words, typed)
    assert (wrong.code, wrong.err) == (2, f"{name} takes a whole number from {range_}; “{typed}” is none.\n")


def test_seconds_may_be_typed_with_a_comma(basque: Any) -> None:
    assert basque("schedule", "ER-EUS-2025", "--seconds", "0,3", "--seed", "7", "--dry-run").code == 0
