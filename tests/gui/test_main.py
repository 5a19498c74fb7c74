"""What the program does with its arguments: a window, or the command line."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import pytest

import missionplanner.cli.main
from missionplanner import __main__
from missionplanner.gui import app


@pytest.mark.parametrize(
    ("arguments", "called"),
    [
        ([], (None, False)),
        (["open"], (None, False)),
        (["open", "a.mplanner"], (Path("a.mplanner"), False)),
        (["-w", "a.mplanner"], (Path("a.mplanner"), False)),
        (["demo"], (None, True)),
    ],
)
def test_without_a_command_the_window_opens(
    arguments: list[str], called: tuple[Path | None, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[Path | None, bool]] = []

    def run(path: Path | None = None, *, sample: bool = False) -> int:
        calls.append((path, sample))
        return 7

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(sys, "argv", ["missionplanner", *arguments])
    assert __main__.main() == 7
    assert calls == [called]


@pytest.mark.parametrize("arguments", [["missions"], ["demo", "--no-window"], ["--help"], ["open", "--help"]])
def test_anything_else_goes_to_the_command_line(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def run(passed: list[str]) -> int:
        calls.append(passed)
        return 3

    monkeypatch.setattr(missionplanner.cli.main, "run", run)
    monkeypatch.setattr(sys, "argv", ["missionplanner", *arguments])
    assert __main__.main() == 3
    assert calls == [arguments]


def test_a_process_a_frozen_program_started_for_itself_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended() -> None:
        raise SystemExit(0)

    monkeypatch.setattr(multiprocessing, "freeze_support", ended)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(app, "run", lambda *_told, **_named: pytest.fail("a window was opened"))
    monkeypatch.setattr(missionplanner.cli.main, "run", lambda _passed: pytest.fail("a command was run"))
    monkeypatch.setattr(sys, "argv", ["missionplanner", "--multiprocessing-fork", "pipe_handle=7"])
    with pytest.raises(SystemExit):
        __main__.main()
