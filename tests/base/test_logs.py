"""The log tells where something failed, and nobody's name."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.base import logs

LOGGER = logging.getLogger("missionplanner.test")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = logs.start(tmp_path / "logs")
    assert path is not None
    yield path
    logs.stop()


@pytest.mark.parametrize(
    "secret",
    ["anna.neri@example.org", "+39 051 123 45 67", "+34 600 000 112", "0511234567", "YA1234567", "CA00000AA"],
)
def test_addresses_numbers_and_documents_are_masked(log: Path, secret: str) -> None:
    LOGGER.warning("sent to %s, item 42", secret)
    written = log.read_text("utf-8")
    assert secret not in written
    assert "item 42" in written


def test_ids_and_times_are_kept(log: Path) -> None:
    identity = "158710ac-4be4-4a46-9626-513ef36cf2ef"
    LOGGER.info("changed %s", identity)
    assert identity in log.read_text("utf-8")


def test_an_exception_tells_where_not_what(log: Path) -> None:
    try:
        try:
            raise KeyError("Anna Neri")
        except KeyError as error:
            raise ValueError("Anna Neri's passport") from error
    except ValueError:
        LOGGER.exception("it failed")
    written = log.read_text("utf-8")
    assert "Neri" not in written
    assert "builtins.ValueError" in written
    assert "builtins.KeyError" in written
    assert "test_logs.py:" in written


def test_the_log_does_not_grow_without_end(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST", 200)
    for number in range(40):
        LOGGER.info("line number %s of many", number)
    files = sorted(log.parent.glob("missionplanner.log*"))
    assert len(files) == logs.KEPT + 1
    assert all(file.stat().st_size < 400 for file in files)


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"a file in the way")
    assert logs.start(tmp_path / "logs") is None
    LOGGER.error("said to nobody")
    logs.stop()
