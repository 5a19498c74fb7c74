"""Take programmes and lists in from the command line (EXCHANGE §3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from missionplanner.cli.commands.importing import ReadAs
from missionplanner.services.imports import Form

ROOT = Path(__file__).resolve().parents[2]
PROGRAMME = ROOT / "tests/data/programmes/01-it-paesi-baschi.txt"
KEYS = {"file", "mission", "added", "changed", "doubtful", "refused", "warnings"}
LIST = "Given name,Family name,Organisation,E-mail\nAnna,Neri,ART-ER,anna@example.org\n"


def test_a_programme_makes_its_mission_and_goes_out_as_a_mission_file(mp: Any, tmp_path: Path) -> None:
    dry = mp("import", PROGRAMME, "--mission", "EUS", "--dry-run", "--json").json
    assert mp("missions", "--json").json == []
    told = mp("import", PROGRAMME, "--mission", "EUS", "--json").json
    assert set(told) == KEYS and told["mission"] == "EUS" and len(told["added"]) == 15
    assert [one["title"] for one in dry["added"]] == [one["title"] for one in told["added"]]
    first = told["added"][0]
    assert (first["list"], first["source"], first["confidence"]) == ("agenda", "line 7", 1.0)
    assert (first["date"], first["start"], first["end"], first["kind"]) == (
        "2025-05-05",
        "06:40",
        "08:10",
        "flight",
    )
    assert all(one["source"] and one["why"] for one in told["refused"])
    assert mp("export", "json", "EUS", "-o", "out.json").code == 0
    assert mp("-w", tmp_path / "other.mplanner", "import", "out.json").code == 0
    assert mp("undo").code == 0 and mp("missions", "--json").json == []


def test_several_files_are_a_list_and_each_is_one_step(mp: Any, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(LIST)
    told = mp("import", PROGRAMME, people, "--mission", "EUS", "--json").json
    assert [one["mission"] for one in told] == ["EUS", "EUS"]
    (anna,) = told[1]["added"]
    assert (anna["list"], anna["organisation"], anna["source"]) == ("delegates", "ART-ER", "people!2")
    assert len(mp("history", "--json").json) == 2


def test_weekdays_that_are_wrong_are_told(mp: Any) -> None:
    path = ROOT / "tests/data/programmes/17-it-weekday-sbagliato.txt"
    told = mp("import", path, "--mission", "W", "--zone", "Europe/Rome", "--json").json
    assert "weekday_mismatch" in {one["rule"] for one in told["warnings"]}
    assert all(set(one) == {"rule", "date", "source", "text"} for one in told["warnings"])


@pytest.mark.parametrize(
    "words",
    [
        ("people.csv",),
        ("people.csv", "--mission", "NONE"),
        ("people.csv", "--mission", "NONE", "--as", "programme"),
        ("missing.docx", "--mission", "X"),
        ("people.csv", "--mission", "X", "--zone", "Mars/Olympus"),
        ("people.exe", "--mission", "X"),
    ],
)
def test_what_cannot_be_is_one_plain_sentence(mp: Any, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "people.csv").write_text(LIST)
    (tmp_path / "people.exe").write_bytes(b"MZ")
    said = mp("import", *words)
    assert said.code == 3 and len(said.err.strip().splitlines()) == 1 and not said.out
    assert mp("history", "--json").json == []


def test_as_takes_a_word_of_the_list_only(mp: Any) -> None:
    assert mp("import", PROGRAMME, "--as", "novel").code == 2


def test_a_file_is_what_somebody_says_it_is(mp: Any, tmp_path: Path) -> None:
    assert {one.value for one in ReadAs} == {one.value for one in Form} - {"returned"}
    mp("import", PROGRAMME, "--mission", "EUS")
    asked = tmp_path / "asked.csv"
    asked.write_text(";AFM\nMECH;x\nAGRI;must\n", "utf-8")
    told = mp("import", asked, "--mission", "EUS", "--as", "wishes", "--json").json
    assert [(one["list"], one["from"], one["to"], one["wish"]) for one in told["doubtful"]] == [
        ("wishes", "MECH", "AFM", "want"),
        ("wishes", "AGRI", "AFM", "must"),
    ]
