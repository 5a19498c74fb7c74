"""The program packed into a folder: what goes in, and how it comes into a desktop's menu."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
sys.path.insert(0, str(ROOT / "packaging"))  # a script finds what lies beside it there

import freeze  # noqa: E402

needs_sh = pytest.mark.skipif(os.name == "nt", reason="the script is for Linux")


def test_what_is_packed_by_name_is_there_and_nothing_is_said_twice(tmp_path: Path) -> None:
    arguments = freeze.packing(tmp_path / "icon.png", tmp_path)
    assert len(arguments) == len(set(arguments))
    assert arguments[-1] == str(ROOT / "missionplanner" / "__main__.py")
    assert f"--add-data={ROOT / 'resources'}{os.pathsep}missionplanner/resources" in arguments
    for name in (*freeze.LOADED_BY_NAME, *freeze.WITH_DATA):
        assert importlib.util.find_spec(name) is not None, name
    for name in ("missionplanner", "phonenumbers", "holidays"):
        assert f"--collect-submodules={name}" in arguments


def test_the_sample_it_is_tried_on_is_there() -> None:
    assert (ROOT / "resources" / "samples" / freeze.SAMPLE).is_file()


def installed(program: Path, home: Path, *arguments: str) -> configparser.SectionProxy | None:
    """Run the script as a person does; return the entry in their menu, None where there is none."""
    environ = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run(
        ["/bin/sh", str(program / "install.sh"), *arguments], env=environ, check=True, capture_output=True
    )
    entry = home / ".local" / "share" / "applications" / "missionplanner.desktop"
    if not entry.exists():
        return None
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(entry, "utf-8")
    return parser["Desktop Entry"]


def _argument(value: str) -> list[str]:
    """Read a command as the Desktop Entry Specification says: a string first, quoted arguments then."""
    string = re.sub(r"\\(.)", r"\1", value)
    quoted = re.match(r'"((?:[^"\\]|\\.)*)" ', string)
    assert quoted
    return [re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%"), *string[quoted.end() :].split()]


@needs_sh
@pytest.mark.parametrize("folder", ["missionplanner", "La mia cartella", "100 %", r"""a"b$c`d\e"""])
def test_it_comes_into_the_menu_and_leaves_it(tmp_path: Path, folder: str) -> None:
    program, home = tmp_path / folder, tmp_path / "home"
    program.mkdir()
    home.mkdir()
    for file in LINUX.iterdir():
        (program / file.name).write_bytes(file.read_bytes())
    (program / "missionplanner.png").write_bytes(b"png")
    entry = installed(program, home)
    assert entry is not None
    assert _argument(entry["Exec"]) == [f"{program}/missionplanner", "open", "%f"]
    assert entry["Name"] == "Mission Planner" and entry["Icon"] == "missionplanner"
    put = {file.name for file in home.rglob("missionplanner.*")}  # the system's tools may write lists beside
    assert put == {"missionplanner.desktop", "missionplanner.png", "missionplanner.xml"}
    assert installed(program, home, "--remove") is None
    assert not list(home.rglob("missionplanner.*"))


def test_the_type_of_workspaces_is_the_one_the_menu_entry_opens() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    root = ElementTree.parse(LINUX / "missionplanner.xml").getroot()
    kind = root.find(f"{space}mime-type")
    assert kind is not None
    glob = kind.find(f"{space}glob")
    assert glob is not None and glob.get("pattern") == "*.mplanner"
    assert f"MimeType={kind.get('type')};" in (LINUX / "missionplanner.desktop").read_text("utf-8").splitlines()
