"""Check missions and print their paper from the command line."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from missionplanner.domain import records as r
from missionplanner.services import missions
from missionplanner.services.paper.documents import file_name
from missionplanner.services.workspace import open_workspace

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_check_finds_the_three_planted_clashes(basque: Any) -> None:
    outcome = basque("check", "ER-EUS-2025", "--json")
    assert outcome.code == 1
    clashes = [one for one in outcome.json if one["severity"] == "clash"]
    assert [(one["rule"], one["items"]) for one in clashes] == [
        ("before_arrival", ["i6"]),
        ("double_booking", ["i25", "i26"]),
        ("impossible_travel", ["i30"]),
    ]
    assert all(one["accepted"] is None and one["people"] for one in clashes)


def test_check_of_a_sound_mission_finds_nothing_grave(mp: Any) -> None:
    mp("import", SAMPLES / "closer-netherlands-2025.mission.json")
    outcome = mp("check", "CLOSER-NL-2025", "--json")
    assert (outcome.code, outcome.json) == (0, [])
    assert mp("check", "NOWHERE").code == 3


def test_check_of_a_mission_that_is_over_asks_for_what_came_of_it(mp: Any, tmp_path: Path) -> None:
    told = json.loads((SAMPLES / "closer-netherlands-2025.mission.json").read_text("utf-8"))
    told["mission"]["sample"] = False  # a sample is looked at as if it were still to come
    told["outcomes"] = [one for one in told["outcomes"] if one["item"] != "i12"]
    told["followups"] = []
    file = tmp_path / "over.mission.json"
    file.write_text(json.dumps(told), "utf-8")
    mp("import", file)
    assert {one["rule"] for one in mp("check", "CLOSER-NL-2025", "--json").json} == {"outcome_missing"}
    assert "no outcome yet" in mp("check", "CLOSER-NL-2025").out


def test_check_tells_who_holds_paper_that_has_changed(basque: Any, tmp_path: Path) -> None:
    basque("print", "itinerary", "ER-EUS-2025", "--for", "Capucci", "-o", tmp_path / "a.pdf", "--issue")
    assert "outdated_paper" not in {one["rule"] for one in basque("check", "ER-EUS-2025", "--json").json}
    with open_workspace(tmp_path / "workspace.mplanner") as ws:
        missions.shift(ws, "ER-EUS-2025", 7)
    told = [one for one in basque("check", "ER-EUS-2025", "--json").json if one["rule"] == "outdated_paper"]
    assert [one["text"] for one in told] == ["Copies given out have changed: Federico Capucci needs a new one."]


def test_programme_in_both_languages(basque: Any, tmp_path: Path) -> None:
    for language, word in (("it", "Lunedì"), ("en", "Monday")):
        path = tmp_path / f"{language}.pdf"
        told = basque("print", "programme", "ER-EUS-2025", "-o", path, "--lang", language, "--json").json
        assert told["files"][0]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert word in text_of(path)


def test_itineraries_for_all_in_their_language(basque: Any, tmp_path: Path) -> None:
    told = basque("print", "itinerary", "ER-EUS-2025", "--all", "-o", "out", "--json").json["files"]
    names = {Path(one["path"]).name for one in told}
    assert len(told) == 22 == len(names)
    assert "ER-EUS-2025_itinerary_Capucci_Federico_it.pdf" in names
    assert all(one["pages"] >= 2 and one["for"] for one in told)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)


def test_one_person_by_name_or_id(basque: Any, tmp_path: Path) -> None:
    for number, wanted in enumerate(("federico capucci", "Capucci Federico", "capucci")):
        path = tmp_path / f"{number}.pdf"
        told = basque("print", "itinerary", "ER-EUS-2025", "--for", wanted, "-o", path, "--json").json
        assert told["files"][0]["for"] == "Federico Capucci"
    assert basque("print", "itinerary", "ER-EUS-2025", "--for", "Nobody", "-o", "x.pdf").code == 3
    assert basque("print", "itinerary", "ER-EUS-2025", "-o", "x.pdf").code == 3


def test_the_portfolio_is_printed_by_its_year(basque: Any, tmp_path: Path) -> None:
    told = basque("print", "portfolio", "2025", "--lang", "en", "-o", "year.pdf", "--json").json
    assert told["files"][0]["bytes"] == (tmp_path / "year.pdf").stat().st_size
    assert basque("print", "portfolio", "2025", "-o", "year.pdf").code == 3
    assert "2025" in basque("print", "portfolio", "2019", "-o", "x.pdf").err
    assert basque("print", "portfolio", "ER-EUS-2025", "-o", "x.pdf").code == 2


def test_printing_twice_gives_the_same_bytes(basque: Any, tmp_path: Path) -> None:
    for name in ("a", "b"):
        basque("print", "itinerary", "ER-EUS-2025", "--all", "-o", name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_an_occupied_place_stops_the_whole_batch(basque: Any, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    occupied = folder / "ER-EUS-2025_itinerary_Capucci_Federico_it.pdf"
    occupied.write_text("mine too")
    assert basque("print", "itinerary", "ER-EUS-2025", "--all", "-o", folder).code == 3
    assert {path.name for path in folder.iterdir()} == {"letter.txt", occupied.name}
    assert basque("print", "itinerary", "ER-EUS-2025", "--all", "-o", folder, "--force").code == 0
    assert (folder / "letter.txt").read_text() == "mine"


def test_issuing_is_kept_numbered_and_not_undone(basque: Any, tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / f"{number}.pdf"
        assert basque("print", "programme", "ER-EUS-2025", "-o", path, "--lang", "en", "--issue").code == 0
        assert f"Version {number}" in text_of(path)
    later = tmp_path / "later.pdf"
    basque("print", "programme", "ER-EUS-2025", "-o", later, "--lang", "en")
    assert later.read_bytes() == (tmp_path / "2.pdf").read_bytes()
    assert basque("undo", "--json").json["label"] == "Import mission “ER-EUS-2025”"


def test_draft_and_illustrated_cover(basque: Any, tmp_path: Path) -> None:
    plain, fancy = tmp_path / "plain.pdf", tmp_path / "fancy.pdf"
    basque("print", "programme", "ER-EUS-2025", "-o", plain)
    basque("print", "programme", "ER-EUS-2025", "-o", fancy, "--cover", "illustrated", "--draft")
    assert plain.read_bytes() != fancy.read_bytes()
    assert basque("print", "programme", "ER-EUS-2025", "-o", "x.pdf", "--lang", "xx").code == 3


def test_demo_prints_the_sample(mp: Any, tmp_path: Path) -> None:
    told = mp("-w", "sample.mplanner", "demo", "--no-window", "--json").json["files"]
    assert len(told) == 2 * 2 + 24 + 22
    assert all(Path(one["path"]).is_file() for one in told)
    assert (tmp_path / "sample-output").is_dir()
    assert mp("-w", "sample.mplanner", "demo", "--no-window").code == 0


def test_a_full_disk_changes_nothing(basque: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from missionplanner.base import atomic_files

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_files, "_flush", full)
    outcome = basque("print", "itinerary", "ER-EUS-2025", "--all", "-o", tmp_path / "out")
    assert outcome.code == 3 and "No space left" in outcome.err
    assert not (tmp_path / "out").exists()


def test_demo_never_replaces_somebodys_workspace(mp: Any, tmp_path: Path) -> None:
    own = tmp_path / "own.mplanner"
    luxembourg = Path(__file__).parents[1] / "data/missions/luxembourg-korea-japan-2014.mission.json"
    assert mp("-w", own, "import", luxembourg).code == 0
    empty = tmp_path / "empty.mplanner"
    assert mp("-w", empty, "missions").code == 0
    letter = tmp_path / "letter.odt"
    letter.write_text("mine")
    for path in (own, empty, letter):
        before = path.read_bytes()
        assert mp("-w", path, "demo", "--no-window").code == 3
        assert path.read_bytes() == before


def test_a_path_no_system_takes_is_a_sentence(basque: Any) -> None:
    outcome = basque("print", "programme", "ER-EUS-2025", "-o", "x" * 300 + ".pdf")
    assert outcome.code == 3 and len(outcome.err.splitlines()) == 1


def test_for_whom_is_said_once(basque: Any, tmp_path: Path) -> None:
    for more in (["--all", "--for", "Capucci"], ["--all", "--group", "A"], ["--group", "A", "--for", "Capucci"]):
        assert basque("print", "itinerary", "ER-EUS-2025", *more, "-o", "out").code == 3
    outcome = basque("print", "programme", "ER-EUS-2025", "--variant", "group", "-o", "x.pdf")
    assert outcome.code == 3 and "--group" in outcome.err
    assert not (tmp_path / "out").exists() and not (tmp_path / "x.pdf").exists()


def test_long_names_leave_room_for_kind_and_language() -> None:
    person = r.Person(given="語" * 200, family="長" * 200)
    name = file_name("C" * 200, "itinerary", person, "it")
    assert "_itinerary_長" in name and name.endswith("_it.pdf") and "_語" in name


def test_a_command_asked_to_end_leaves_nothing(basque: Any, tmp_path: Path) -> None:
    """Ask in the middle of the work, from within the progress of printing."""
    script = (
        "import os, signal, sys\n"
        "from missionplanner.base.progress import Progress\n"
        "from missionplanner.cli.main import run\n"
        "step, count = Progress.step, []\n"
        "def ended(self, *told):\n"
        "    count.append(1)\n"
        "    if len(count) == 30:\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "    step(self, *told)\n"
        "Progress.step = ended\n"
        "sys.exit(run(['print', 'itinerary', 'ER-EUS-2025', '--all', '-o', 'out', '--issue']))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (130, "Stopped, as you asked. Nothing was changed.\n")
    assert not (tmp_path / "out").exists()
    assert len(basque("history", "--json").json) == 1


def test_a_report_goes_to_word_and_a_text_to_the_press(basque: Any, tmp_path: Path) -> None:
    for asked in (
        ("export", "docx", "ER-EUS-2025", "--document", "report", "-o", tmp_path / "r.docx"),
        ("export", "press", "ER-EUS-2025", "--lang", "en", "-o", tmp_path / "p.txt"),
    ):
        assert basque(*asked).code == 0
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "p.txt").read_text("utf-8") == "Nothing was recorded of this mission yet.\n"
    template = tmp_path / "own.docx"
    template.write_bytes((tmp_path / "r.docx").read_bytes())
    told = basque(
        "export", "docx", "ER-EUS-2025", "--document", "report", "--template", template, "-o", tmp_path / "o.docx"
    )
    assert told.code == 0
