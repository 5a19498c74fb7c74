"""Take missions in and give them out again from the command line."""

from __future__ import annotations

import hashlib
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from missionplanner.exchange import mission_file

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
FILES = sorted([*SAMPLES.glob("*.json"), *(ROOT / "tests/data/missions").glob("*.mission.json")])


def code_of(path: Path) -> str:
    return str(json.loads(path.read_bytes())["mission"]["code"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_export_after_import_equals_the_file(mp: Any, tmp_path: Path, path: Path) -> None:
    assert mp("import", path).code == 0
    assert mp("export", "json", code_of(path), "-o", "out.json", "--sensitive").code == 0
    assert mission_file.normalised((tmp_path / "out.json").read_bytes()) == mission_file.normalised(
        path.read_bytes()
    )


def test_package_carries_the_same_mission(basque: Any, tmp_path: Path) -> None:
    assert basque("export", "mission", "ER-EUS-2025", "-o", "out.mission", "--sensitive").code == 0
    other = tmp_path / "other.mplanner"
    assert basque("-w", other, "import", "out.mission").code == 0
    assert basque("-w", other, "export", "json", "ER-EUS-2025", "-o", "out.json", "--sensitive").code == 0
    written = mission_file.normalised((tmp_path / "out.json").read_bytes())
    assert written == mission_file.normalised((SAMPLES / "basque-country-2025.mission.json").read_bytes())


def test_import_tells_entries_as_json(mp: Any) -> None:
    told = mp("import", SAMPLES / "basque-country-2025.mission.json", "--json").json
    assert told["mission"] == "ER-EUS-2025"
    assert set(told) == {"file", "mission", "added", "changed", "doubtful", "refused", "warnings"}
    agenda = [one for one in told["added"] if one["list"] == "agenda"]
    assert len(agenda) == 35
    assert all(one["confidence"] == 1.0 and one["source"].startswith("agenda[") and one["title"] for one in agenda)
    assert '"diet"' not in json.dumps(told)


def test_several_files_are_a_list(mp: Any) -> None:
    told = mp("import", *sorted(SAMPLES.glob("*.json")), "--json").json
    assert [one["mission"] for one in told] == ["ER-EUS-2025", "CLOSER-NL-2025"]


def test_dry_run_writes_nothing(mp: Any) -> None:
    assert mp("import", SAMPLES / "basque-country-2025.mission.json", "--dry-run").code == 0
    assert mp("missions", "--json").json == []
    assert mp("history", "--json").json == []


def test_a_second_import_is_refused_without_update(basque: Any) -> None:
    again = basque("import", SAMPLES / "basque-country-2025.mission.json")
    assert again.code == 3
    assert "ER-EUS-2025" in again.err and "--update" in again.err
    assert len(basque("history", "--json").json) == 1


def test_update_with_the_same_file_changes_nothing(basque: Any) -> None:
    again = basque("import", SAMPLES / "basque-country-2025.mission.json", "--update", "--json")
    assert again.code == 0
    assert again.json["added"] == again.json["changed"] == []
    assert len(basque("history", "--json").json) == 1


def test_update_brings_what_changed(basque: Any, tmp_path: Path) -> None:
    file = json.loads((SAMPLES / "basque-country-2025.mission.json").read_bytes())
    file["agenda"][3]["title"] = {"it": "Altro titolo", "en": "Another title"}
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(file), "utf-8")
    told = basque("import", changed, "--update", "--json").json
    assert [(one["list"], one["id"]) for one in told["changed"]] == [("agenda", file["agenda"][3]["id"])]
    assert basque("undo").code == 0
    assert basque("export", "json", "ER-EUS-2025", "-o", "out.json", "--sensitive").code == 0
    original = (SAMPLES / "basque-country-2025.mission.json").read_bytes()
    assert mission_file.normalised((tmp_path / "out.json").read_bytes()) == mission_file.normalised(original)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xff\xfe{}", "UTF-8"),
        (b'{"format": "missionplanner/mission", "version": 1}', "mission"),
        (b'{"format": "missionplanner/mission", "version": 99, "mission": {}}', "newer"),
    ],
)
def test_a_broken_file_is_one_sentence(mp: Any, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    outcome = mp("import", path)
    assert outcome.code == 3
    assert said.lower() in outcome.err.lower()
    assert "Traceback" not in outcome.err and outcome.err.count("\n") == 1
    assert mp("missions", "--json").json == []


def test_a_missing_and_an_unknown_file(mp: Any, tmp_path: Path) -> None:
    assert mp("import", "nothing.json").code == 3
    (tmp_path / "list.xyz").write_text("x")
    assert ".json" in mp("import", "list.xyz").err


def test_export_refuses_to_overwrite(basque: Any, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    assert basque("export", "json", "ER-EUS-2025", "-o", target).code == 3
    assert target.read_text() == "mine"
    assert basque("export", "json", "ER-EUS-2025", "-o", target, "--force").code == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_sensitive_fields_stay_unless_asked_for(basque: Any, tmp_path: Path) -> None:
    plain = basque("export", "json", "ER-EUS-2025", "-o", "plain.json")
    assert "--sensitive" in plain.err
    delegates = json.loads((tmp_path / "plain.json").read_bytes())["delegates"]
    assert not any({"diet", "document", "emergency", "access_needs"} & set(one) for one in delegates)
    basque("export", "json", "ER-EUS-2025", "-o", "all.json", "--sensitive")
    assert any("diet" in one for one in json.loads((tmp_path / "all.json").read_bytes())["delegates"])


def test_schema_is_written(mp: Any, tmp_path: Path) -> None:
    assert mp("export", "schema", "-o", "schema.json").code == 0
    schema = json.loads((tmp_path / "schema.json").read_bytes())
    assert "$defs" in schema or "properties" in schema
    assert mp("export", "json", "-o", "x.json").code == 2


def test_people_of_both_samples_are_recognised(mp: Any) -> None:
    told = mp("import", *sorted(SAMPLES.glob("*.json")), "--json").json
    both = [one for one in told[1]["added"] if one["list"] == "people"]
    file = json.loads((SAMPLES / "closer-netherlands-2025.mission.json").read_bytes())
    assert len(both) < len(file["people"])


def test_identical_exports_are_identical_bytes(basque: Any, tmp_path: Path) -> None:
    digests = set()
    for name in ("a.mission", "b.mission"):
        basque("export", "mission", "ER-EUS-2025", "-o", name)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_of_several_files_none_is_imported_where_one_is_unfit(mp: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    outcome = mp("import", *sorted(SAMPLES.glob("*.json")), bad)
    assert outcome.code == 3 and len(outcome.err.splitlines()) == 1
    assert mp("import", FILES[0], FILES[0]).code == 3
    assert mp("missions", "--json").json == []


def test_a_refused_export_says_one_sentence(basque: Any, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    outcome = basque("export", "json", "ER-EUS-2025", "-o", "out.json")
    assert outcome.code == 3 and len(outcome.err.splitlines()) == 1
    assert (tmp_path / "out.json").read_text() == "mine"


def test_an_export_says_what_it_left_out(mp: Any, tmp_path: Path) -> None:
    file = json.loads((SAMPLES / "basque-country-2025.mission.json").read_bytes())
    for delegate in file["delegates"]:
        for key in ("document", "diet", "access_needs", "emergency"):
            delegate.pop(key, None)
    for code, birthplace in (("PLAIN", None), ("BORN", "Modena")):
        file["mission"]["code"] = code
        file["delegates"][0]["document"] = {"birthplace": birthplace}
        (tmp_path / f"{code}.json").write_text(json.dumps(file))
        assert mp("import", f"{code}.json").code == 0
        assert ("--sensitive" in mp("export", "json", code, "-o", f"{code}.out").err) is (birthplace is not None)


@pytest.mark.parametrize("zone", ["posixrules", "posix/Europe/Rome", "right/Europe/Rome", "localtime", "Factory"])
def test_a_file_of_the_system_beside_the_zones_is_no_zone(mp: Any, tmp_path: Path, zone: str) -> None:
    file = json.loads(FILES[0].read_bytes())
    file["mission"]["zone"] = zone
    (tmp_path / "m.json").write_text(json.dumps(file))
    outcome = mp("import", "m.json")
    assert outcome.code == 3 and outcome.err.startswith("mission.zone holds")
