"""A reader runs in a process of its own, ends in time, reaches nothing outside, and says one sentence."""

from __future__ import annotations

import datetime as dt
import io
import os
import pickle
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from missionplanner.base.errors import Cancelled, Damaged, Invalid
from missionplanner.base.messages import Message
from missionplanner.base.progress import Progress
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.exchange import bounded, bounded_child
from missionplanner.exchange.tables import Sheet

READ = "missionplanner.exchange.tables.reading.read"
TWO_ROWS = b"Nome;Cognome\nAnna;Rossi\n"


def fake_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Run this code after the request was read, under the bounds, in place of a reader."""
    root = str(Path(bounded.__file__).resolve().parents[2])
    start = (
        "import pickle, struct, sys, time, os; sys.path.insert(0, sys.argv[1])\n"
        "from missionplanner.exchange.bounded_child import give_up, outcome\n"
        "source, target = os.fdopen(0, 'rb'), os.fdopen(1, 'wb')\n"
        "(length,) = struct.unpack('>I', source.read(4))\n"
        "name, options, cpu, memory = pickle.loads(source.read(length))\n"
        f"give_up(cpu, memory)\n{code}"
    )
    monkeypatch.setattr(bounded, "_command", lambda: [sys.executable, "-I", "-c", start, root])


def said_by(code: str) -> str:
    """Return code that answers with what a reader of this body does."""
    inner = "\n    ".join(code.splitlines())
    return (
        f"def read(data):\n    {inner}\n"
        "status, payload = outcome(read, source.read, {})\n"
        "pickle.dump((status, payload, 0.0, None), target); target.flush()"
    )


def test_a_reader_answers_with_frozen_values_and_what_it_used() -> None:
    answer = bounded.ask(READ, TWO_ROWS, name="people.csv")
    assert answer.value.sheets == (Sheet("people", (("Nome", "Cognome"), ("Anna", "Rossi"))),)
    assert answer.seconds is not None and answer.peak is not None and answer.peak < 60 * 1024 * 1024


def test_a_known_error_comes_back_as_itself() -> None:
    with pytest.raises(Invalid, match="This file is empty"):
        bounded.run(READ, b"", name="people.csv")
    with pytest.raises(Damaged):
        bounded.run(READ, b"PK\x03\x04", name="people.xlsx")


@pytest.mark.parametrize(
    "name",
    ["os.system", "missionplanner.services.workspace.open", "missionplanner.exchange.bounded._start",
     "missionplanner.exchange.bounded.subprocess.Popen", "missionplanner.exchange.bounded.Decimal",
     "missionplanner.exchange.tables.reading.require_nothing"],
)  # fmt: skip
def test_nothing_but_readers_is_run(name: str) -> None:
    with pytest.raises((LookupError, ModuleNotFoundError)):
        bounded.run(name, b"x")


def test_a_process_that_computes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, "while True: pass")
    answer = bounded.ask(READ, b"x", bounds=bounded.Bounds(cpu_seconds=1, wall_seconds=20))
    assert "takes too long" in str(answer.error)


def test_a_process_that_waits_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, "time.sleep(60)")
    answer = bounded.ask(READ, b"x" * 1_000_000, bounds=bounded.Bounds(wall_seconds=0.2))
    assert "takes too long" in str(answer.error)


def test_cancelling_ends_the_process_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, "time.sleep(60)")
    started: list[subprocess.Popen[bytes]] = []
    begin = bounded._start

    def start() -> subprocess.Popen[bytes]:
        started.append(begin())
        return started[0]

    monkeypatch.setattr(bounded, "_start", start)
    progress = Progress()
    progress.cancel()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        bounded.run(READ, b"x", progress=progress)
    assert started[0].returncode is not None
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_a_process_that_takes_too_much_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, said_by("return bytearray(300_000_000)"))
    answer = bounded.ask(READ, b"x", bounds=bounded.Bounds(memory=200 * 1024 * 1024))
    assert "more than 200 MB" in str(answer.error)


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, "while True: target.write(bytes(65536))")
    answer = bounded.ask(READ, b"x", bounds=bounded.Bounds(answer=1_000_000))
    assert "MB of memory" in str(answer.error)


REACHING_OUT = {
    "network": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "name": "import socket; socket.getaddrinfo('example.org', 80)",
    "file": "open('/tmp/missionplanner-left-behind', 'w')",
    "descriptor": "os.open('/tmp/missionplanner-left-behind', os.O_CREAT | os.O_WRONLY)",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "os.system('true')",
    "deletion": "os.remove('/tmp/missionplanner-not-there')",
    "temporary file": "import tempfile; tempfile.TemporaryFile()",
}


@pytest.mark.parametrize("what", REACHING_OUT)
def test_a_reader_reaches_nothing_outside(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_child(monkeypatch, said_by(f"{REACHING_OUT[what]}\nreturn 'reached'"))
    answer = bounded.ask(READ, b"x")
    assert answer.value is None
    assert isinstance(answer.error, Damaged)
    assert not Path("/tmp/missionplanner-left-behind").exists()


def test_a_bug_is_one_sentence_and_its_text_is_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fake_child(monkeypatch, said_by("raise ValueError('YA1234567')"))
    answer = bounded.ask(READ, b"x")
    assert "cannot be read" in str(answer.error)
    assert "ValueError at" in caplog.text and "YA1234567" not in caplog.text


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize("value", [_Evil(), Path("/"), os.system])
def test_an_answer_may_build_nothing_but_plain_values(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        bounded._Careful(io.BytesIO(pickle.dumps(value))).load()


def test_members_of_enums_may_come_by_name_and_nothing_else_does() -> None:
    assert bounded._member(ItemKind, "B2B") is ItemKind.B2B
    with pytest.raises(pickle.UnpicklingError):
        bounded._member(os, "system")


def test_an_answer_may_build_our_records_and_plain_values() -> None:
    value = (
        Message("x", (("a", 1),)),
        dt.date(2025, 5, 5),
        dt.time(9),
        Decimal("1.5"),
        frozenset({1}),
        {"a": (1.5, None)},
    )
    assert bounded._Careful(io.BytesIO(pickle.dumps(value))).load() == value


def test_the_process_gets_no_surroundings_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_OURS", "x")
    fake_child(monkeypatch, said_by("return tuple(sorted(os.environ))"))
    names = bounded.run(READ, b"x")
    assert "SECRET_OF_OURS" not in names and "HOME" not in names


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert bounded._command() == [sys.executable, bounded.CHILD_ARGUMENT]


def test_the_process_brings_in_nothing_heavy() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import missionplanner.exchange.bounded_child\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    root = str(Path(bounded_child.__file__).resolve().parents[2])
    done = subprocess.run([sys.executable, "-I", "-c", code, root], capture_output=True, text=True, check=True)
    assert not {"PySide6", "sqlalchemy", "subprocess", "dateutil", "babel", "openpyxl"} & set(done.stdout.split())
