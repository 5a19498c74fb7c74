"""Run a reader of foreign files in a process of its own, under bounds (RELIABILITY §2).

The process gets the file through its standard input and answers through its standard output. It can open no
socket, write no file and start no program; it ends with the answer, with its bounds, or when somebody cancels.
Nothing it says is trusted: what comes back may be built only from our own dataclasses and enums, days, times,
decimals and plain values.
"""

from __future__ import annotations

import io
import logging
import os
import pickle
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from missionplanner.base import errors
from missionplanner.base.errors import Damaged, Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.exchange.bounded_child import OUT_OF_MEMORY, reader

CHILD_ARGUMENT = "--bounded-reader"
"""What a frozen program is called with to become such a process."""

_MEGABYTE = 1024 * 1024
_HEAD = struct.Struct(">I")
_TICK = 0.05
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from missionplanner.exchange.bounded_child import main; main()"
)
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZDIR")
_VALUES = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("uuid", "UUID"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("builtins", "bytearray"),
    }
)
"""What an answer may name beside our own dataclasses and enums."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Be what a reader may use: seconds of processor and of waiting, bytes of memory and of its answer."""

    cpu_seconds: int = 20
    wall_seconds: float = 60.0
    memory: int = 512 * _MEGABYTE
    answer: int = 256 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """Be what a reader said, or the error it ended with, and what it used: seconds and bytes where known."""

    value: Any = None
    error: MissionPlannerError | None = None
    seconds: float | None = None
    peak: int | None = None


def run(
    name: str, data: bytes, /, *, progress: Progress | None = None, bounds: Bounds | None = None, **options: Any
) -> Any:
    """Return what the reader ``name`` makes of ``data`` in a bounded process.

    ``name`` is the dotted name of a function below missionplanner.exchange that takes bytes and keyword options
    and returns frozen values. Raises what the reader raises of our known errors, Damaged for anything else that
    goes wrong in it, Invalid past its bounds, Cancelled when ``progress`` is cancelled.
    """
    answer = ask(name, data, progress=progress, bounds=bounds, **options)
    if answer.error is not None:
        raise answer.error
    return answer.value


def ask(
    name: str, data: bytes, /, *, progress: Progress | None = None, bounds: Bounds | None = None, **options: Any
) -> Answer:
    """Do as ``run`` does, but return the reader's error, with what it used. Raises Cancelled only."""
    reader(name)  # a wrong name is our bug, and is told here
    within = bounds or Bounds()
    head = pickle.dumps((name, options, within.cpu_seconds, within.memory))
    process = _start()
    try:
        said = _talk(process, _HEAD.pack(len(head)) + head, data, (within, progress or Progress()))
    except BaseException:
        process.kill()
        raise
    finally:
        _end(process)
    if said is None:
        return Answer(error=_too_long())
    if len(said) > within.answer:
        return Answer(error=_too_much(within))
    return _answer(said, process.returncode, within)


# -- the process ------------------------------------------------------------------------------------


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, str(Path(__file__).resolve().parents[2])]


def _start() -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a library's complaint may quote what it read
        env=kept,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=os.name != "nt",  # Ctrl+C is for us; we end what we started
    )


def _talk(
    process: subprocess.Popen[bytes], head: bytes, data: bytes, terms: tuple[Bounds, Progress]
) -> bytes | None:
    """Send the file, return the answer as far as it came, None past the time to wait. Raises Cancelled."""
    within, progress = terms
    said = io.BytesIO()

    def send() -> None:
        assert process.stdin is not None
        try:
            with process.stdin as pipe:
                pipe.write(head)
                pipe.write(data)
        except OSError:  # it ended before it had read everything: what it said counts
            return

    def receive() -> None:
        assert process.stdout is not None
        while chunk := os.read(process.stdout.fileno(), 1 << 16):
            said.write(chunk)
            if said.tell() > within.answer:
                process.kill()
                return

    threads = [threading.Thread(target=one, daemon=True) for one in (send, receive)]
    for one in threads:
        one.start()
    until = time.monotonic() + within.wall_seconds
    while threads[1].is_alive():
        threads[1].join(_TICK)
        progress.step(0, 1)
        if time.monotonic() > until:
            process.kill()
            return None
    return said.getvalue()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave no process and no open pipe behind, whatever happened."""
    try:
        process.wait(timeout=1.0)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()
    for pipe in (process.stdout, process.stdin):
        try:
            if pipe is not None:
                pipe.close()
        except OSError:  # what was still to be sent has no reader any more
            continue


# -- the answer -------------------------------------------------------------------------------------


class _Careful(pickle.Unpickler):
    """Build nothing but our own dataclasses and enums and plain values of the standard library."""

    def find_class(self, module: str, name: str, /) -> Any:
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module.startswith("missionplanner.") and "." not in name:
            found = super().find_class(module, name)
            ours = isinstance(found, type) and found.__module__ == module
            if ours and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _member(kind: object, name: object) -> Enum:
    """Return a member by its name: Python 3.11.0 to 3.11.3 write an enum as ``getattr`` of its class."""
    if isinstance(kind, type) and issubclass(kind, Enum) and isinstance(name, str):
        return kind[name]
    raise pickle.UnpicklingError("getattr")


def _answer(said: bytes, code: int | None, within: Bounds) -> Answer:
    if not said:
        return Answer(error=_ended(code, within))
    try:
        status, payload, seconds, peak = _Careful(io.BytesIO(said)).load()
    except Exception:
        _log.warning("a bounded reader ended with code %s and a broken answer", code)
        return Answer(error=_ended(code, within))
    if status == "value":
        return Answer(payload, None, seconds, peak)
    if status == "memory":
        return Answer(None, _too_much(within), seconds, peak)
    if status == "known":
        return Answer(None, _known(*payload), seconds, peak)
    _log.warning("a bounded reader failed: %s", payload)
    return Answer(None, _unreadable(), seconds, peak)


def _known(kind: str, text: str, arguments: dict[str, Any], field: str | None) -> MissionPlannerError:
    """Make one of our errors again from its name, its sentence and what the sentence tells."""
    made = getattr(errors, kind, None)
    if not (isinstance(made, type) and issubclass(made, MissionPlannerError)):
        return Invalid(text, field=field, **arguments)
    return made(text, field=field, **arguments) if issubclass(made, Invalid) else made(text, **arguments)


def _ended(code: int | None, within: Bounds) -> MissionPlannerError:
    """Say why a process ended that said nothing: by its negative number where a signal ended it."""
    import signal

    signals = {getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")}
    if code is not None and -code in signals:
        return _too_long()
    if code == OUT_OF_MEMORY or (code is not None and -code == getattr(signal, "SIGABRT", None)):
        return _too_much(within)
    return _unreadable()


def _too_long() -> Invalid:
    return Invalid(N_("This file takes too long to read; nothing was taken from it."))


def _too_much(within: Bounds) -> Invalid:
    return Invalid(
        N_("This file needs more than {most} MB of memory to be read; nothing was taken from it."),
        most=within.memory // _MEGABYTE,
    )


def _unreadable() -> Damaged:
    return Damaged(N_("This file cannot be read: it is damaged, or not what its name says."))
