"""The guard of conftest: no test reaches the network or the home folder."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def conftest(request: pytest.FixtureRequest) -> ModuleType:
    """Return the module of tests/conftest.py."""
    loaded = request.config.pluginmanager.get_plugins()
    (module,) = [each for each in loaded if isinstance(each, ModuleType) and hasattr(each, "trespasses")]
    return module


@pytest.fixture
def forgiven(conftest: ModuleType) -> list[str]:
    """Return the guard's list of refusals, to be emptied by a test that provoked some."""
    refusals: list[str] = conftest.trespasses
    return refusals


@pytest.mark.parametrize("address", [("192.0.2.1", 9), ("2001:db8::1", 9)])
def test_a_connection_to_elsewhere_is_refused(address: tuple[str, int], forgiven: list[str]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as plug, pytest.raises(PermissionError, match="network"):
        plug.connect(address)
    assert forgiven.pop().startswith("network")


def test_a_name_is_not_looked_up(forgiven: list[str]) -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.getaddrinfo("example.org", 80)
    assert forgiven.pop().startswith("network")


def test_this_machine_may_be_talked_to() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as plug,
    ):
        assert plug.getpeername() == server.getsockname()


def test_the_home_folder_is_an_empty_one() -> None:
    assert str(Path.home()) != os.environ["MISSIONPLANNER_TESTS_TRUE_HOME"]
    assert list(Path.home().iterdir()) == []


def test_the_true_home_folder_is_closed(
    conftest: ModuleType, forgiven: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "TRUE_HOME", os.path.realpath(tmp_path))
    monkeypatch.setattr(conftest, "WRITABLE", (os.path.realpath(tmp_path / "checkout"),))
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / "file").touch()
    attempts: list[Callable[[], object]] = [
        lambda: (tmp_path / "file").write_text("no", "utf-8"),
        lambda: (tmp_path / "folder").mkdir(),
        lambda: sqlite3.connect(tmp_path / "workspace"),
    ]
    for attempt in attempts:
        with pytest.raises(PermissionError, match="home folder"):
            attempt()
        assert forgiven.pop().startswith("home folder")


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0
