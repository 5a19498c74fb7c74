"""The set-up tool's decisions, without carrying them out."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(name: str) -> ModuleType:
    """Load a script of packaging/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(ROOT / "packaging"))  # a script finds what lies beside it there
dev = load("dev")
system = sys.modules["system_libraries"]
write_locks = load("write_locks")
BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n'
TRIXIE = BOOKWORM.replace("12", "13").replace("bookworm", "trixie")
MINT = "ID=linuxmint\nVERSION_CODENAME=virginia\nUBUNTU_CODENAME=jammy\n"
NOBLE = "ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n"


def fake_interpreter(folder: Path, name: str, version: str) -> Path:
    """Write a program that answers the version question as that Python would."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    answer = 0 if tuple(map(int, version.split("."))) >= (3, 11) else 1
    file.write_text(f"#!/bin/sh\nexit {answer}\n", "utf-8")
    file.chmod(0o700)
    return file


def test_any_python_from_3_9_can_read_it() -> None:
    for name in ("dev", "system_libraries"):
        ast.parse((ROOT / "packaging" / f"{name}.py").read_text("utf-8"), feature_version=(3, 9))


def test_a_newer_interpreter_is_found_tested_versions_first(tmp_path: Path) -> None:
    old = fake_interpreter(tmp_path / "bin", "python3", "3.9")
    untested = fake_interpreter(tmp_path / "bin", "python3.14", "3.14")
    kept = fake_interpreter(tmp_path / ".pyenv" / "versions" / "3.13.0" / "bin", "python3", "3.13")
    found = dev.other_interpreters(str(tmp_path / "bin"), tmp_path)
    assert found == [str(untested), str(old), str(kept)]
    assert [dev.is_new_enough(name) for name in found] == [True, False, True]


def test_this_interpreter_is_new_enough_and_a_missing_one_is_not(tmp_path: Path) -> None:
    assert dev.is_new_enough(sys.executable)
    assert not dev.is_new_enough(str(tmp_path / "python3"))


def test_without_a_newer_interpreter_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Stop, match="Python 3.11 or newer is needed"):
        dev.continue_on_newer(["test"])


@pytest.mark.parametrize(
    ("release", "glib"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (MINT, "libglib2.0-0"),
        (NOBLE, "libglib2.0-0t64"),
        ("", "libglib2.0-0t64"),
    ],
)
def test_packages_are_named_as_the_release_names_them(release: str, glib: str) -> None:
    assert system.apt_names(["libglib2.0-0", "libegl1"], system.read_release(release)) == [glib, "libegl1"]


def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    assert system.missing_libraries({"libnothing-of-the-kind.so.7": "libnothing7"}) == ["libnothing7"]


@pytest.mark.parametrize(
    ("command", "environ", "needed"),
    [
        ("run", {}, set()),
        ("run", {"DISPLAY": ":0"}, {"x11"}),
        ("run", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, {"x11"}),
        ("run", {"WAYLAND_DISPLAY": "wayland-0"}, {"wayland"}),
        ("test", {"DISPLAY": ":0"}, set()),
    ],
)
def test_only_a_window_needs_its_display(command: str, environ: dict[str, str], needed: set[str]) -> None:
    essential, wanted = system.library_sets(command, environ)
    displays = {"x11": system.X11, "wayland": system.WAYLAND}
    assert {name for name, libraries in displays.items() if libraries.items() <= essential.items()} == needed
    assert {**system.OFFSCREEN, **system.X11, **system.WAYLAND}.items() <= wanted.items()


def test_without_rights_the_line_to_run_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "missing_libraries", lambda libraries: ["libegl1"])
    monkeypatch.setattr(system, "rights_to_install", lambda: None)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(dev.Stop, match=r"sudo apt-get install .*libegl1"):
        system.ensure_system("test", has_environment=True)


def test_without_apt_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "missing_libraries", lambda libraries: ["libegl1"])
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(dev.Stop, match="libegl1"):
        system.ensure_system("test", has_environment=True)


def test_what_only_a_window_needs_does_not_stop_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "missing_libraries", lambda libraries: ["libxcb-cursor0"])
    monkeypatch.setattr(system, "rights_to_install", lambda: None)
    asked: list[str] = []
    monkeypatch.setattr(system, "install_packages", lambda rights, names: asked.extend(names))
    system.ensure_system("test", has_environment=True)
    assert asked == []


def test_the_stamp_changes_with_interpreter_lock_and_project(tmp_path: Path) -> None:
    lock, project = tmp_path / "lock", tmp_path / "project"
    lock.write_text("a==1", "utf-8")
    project.write_text("[project]", "utf-8")
    seen = {dev.fingerprint("3.11", [lock, project]), dev.fingerprint("3.13", [lock, project])}
    lock.write_text("a==2", "utf-8")
    seen.add(dev.fingerprint("3.11", [lock, project]))
    project.write_text("[project]\n", "utf-8")
    seen.add(dev.fingerprint("3.11", [lock, project]))
    assert len(seen) == 4


def test_the_development_packages_are_enough_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "STAMPS", tmp_path)
    assert not dev.is_installed("runtime")
    (tmp_path / "dev").write_text(dev.stamp_of("dev"), "utf-8")
    assert dev.is_installed("runtime")
    assert not dev.is_installed("bench")
    (tmp_path / "dev").write_text("older", "utf-8")
    assert not dev.is_installed("runtime")


@pytest.mark.parametrize(
    ("given", "environ", "platform", "expected"),
    [
        ([], {}, "linux", ["demo", "--no-window"]),
        ([], {"DISPLAY": ":0"}, "linux", ["demo"]),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "linux", ["demo"]),
        ([], {}, "darwin", ["demo"]),
        (["missions", "--json"], {}, "linux", ["missions", "--json"]),
    ],
)
def test_the_demonstration_opens_a_window_where_it_can(
    given: list[str], environ: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert dev.program_arguments(given, environ, platform) == expected


def test_children_may_write_byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "file:///mirror")
    environ = dev.child_environment(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONDONTWRITEBYTECODE" not in environ
    assert environ["PIP_INDEX_URL"] == "file:///mirror"
    assert environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize("arguments", [[], ["fly"], ["--help"]])
def test_the_commands_are_listed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = dev.main(arguments)
    assert code == (0 if "--help" in arguments else 2)
    listed = set(re.findall(r"^  ([a-z]+) ", capsys.readouterr().err, re.MULTILINE))
    assert listed == {"run", "test", "check", "bench", "shots", "freeze", "lock"}


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["bench", "no-such-thing"]) == 1
    assert "No benchmark is called no-such-thing" in capsys.readouterr().err


def test_the_resolver_asks_the_index_that_pip_asks() -> None:
    listing = "global.index-url='file:///mirror/simple'\n:env:.timeout='9'\nglobal.cert='/etc/ca.pem'\n"
    expected = {"UV_DEFAULT_INDEX": "file:///mirror/simple", "SSL_CERT_FILE": "/etc/ca.pem"}
    assert write_locks.mirror(listing) == expected
    assert write_locks.mirror("") == {}
