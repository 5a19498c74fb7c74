from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base import atomic_files
from missionplanner.base.atomic_files import LONGEST_NAME, NotWritten, safe_name
from missionplanner.base.errors import Occupied


def test_it_writes_for_the_owner_alone_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    old = os.umask(0)
    try:
        atomic_files.write(path, b"paper")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"paper"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_there_stays_unless_it_is_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Occupied):
        atomic_files.write(path, b"new")
    assert path.read_bytes() == b"old"
    atomic_files.write(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_what_came_in_between_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(Occupied), atomic_files.aside(path) as temporary:
        temporary.write_bytes(b"mine")
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_without_links_is_written_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", none)
    atomic_files.write(tmp_path / "a", b"x")
    with pytest.raises(Occupied):
        atomic_files.write(tmp_path / "a", b"y")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"x"]


def test_a_failure_in_between_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), atomic_files.aside(path, force=True) as temporary:
        temporary.write_bytes(b"half")
        raise RuntimeError
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_a_folder_that_is_none_and_a_folder_in_the_way_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        atomic_files.write(tmp_path / "no" / "a", b"")
    with pytest.raises(Occupied):
        atomic_files.write(tmp_path, b"", force=True)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritten):
        atomic_files.folder(tmp_path / "file" / "below")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Müller & Söhne", "Müller_&_Söhne"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a/b\\c:d", "a_b_c_d"),
        (".hidden", "hidden"),
        ("", "_"),
        ("...", "_"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com¹", "_com¹"),
        ("日本", "日本"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("lone\ud800", "lone"),
    ],
)
def test_names_of_files(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(st.characters(), max_size=400))
def test_any_text_makes_a_name_that_stays_in_its_folder(text: str) -> None:
    name = safe_name(text)
    assert Path(name).name == name
    assert 0 < len(name.encode()) <= LONGEST_NAME + 1
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert safe_name(name) == name


def test_a_name_is_not_cut_within_a_character() -> None:
    name = safe_name("a" * (LONGEST_NAME - 1) + unicodedata.normalize("NFD", "q\u0323\u0307"))
    assert name == "a" * (LONGEST_NAME - 1)


@given(st.text(st.characters(), max_size=60).filter(lambda text: text.isprintable()))
def test_a_named_file_can_be_written(text: str) -> None:
    folder = Path(os.environ["HOME"])
    path = folder / safe_name(text)
    atomic_files.write(path, b"x", force=True)
    assert path.parent == folder and path.read_bytes() == b"x"
    path.unlink()
