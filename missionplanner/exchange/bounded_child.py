"""Be the process a reader of foreign files runs in: take the file, give up what it does not need, answer.

Imports little, because every import costs each file that is read.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

READERS = "missionplanner.exchange."
"""Where readers live; nothing else is run in such a process."""
OUT_OF_MEMORY = 3
"""The code a process ends with that had no memory left to say so."""
_HEAD = struct.Struct(">I")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "socket.",
    "subprocess.",
    "urllib.",
    "ftplib.",
    "http.",
    "smtplib.",
    "shutil.",
    "tempfile.",
    "sqlite3.",
    "webbrowser.",
    "winreg.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.kill",
)
"""Events of the interpreter that no reader needs."""


def main() -> None:
    """Read one request from standard input, answer on standard output, end."""
    source, target = os.fdopen(0, "rb", closefd=False), os.fdopen(1, "wb", closefd=False)
    (length,) = _HEAD.unpack(source.read(_HEAD.size))
    name, options, cpu_seconds, memory = pickle.loads(source.read(length))
    function = reader(name)
    give_up(cpu_seconds, memory)
    status, payload = outcome(function, source.read, options)
    try:
        pickle.dump((status, payload, *used()), target, protocol=5)
        target.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    os._exit(0)  # what is left to tidy belongs to this process alone


def reader(name: str) -> Any:
    """Return the function of a dotted name. Raises LookupError for what is no reader below exchange."""
    module_name, _, function_name = name.rpartition(".")
    if not module_name.startswith(READERS) or function_name.startswith("_"):
        raise LookupError(name)
    function = getattr(import_module(module_name), function_name, None)
    if not callable(function) or not getattr(function, "__module__", "").startswith(READERS):
        raise LookupError(name)
    return function


def outcome(function: Callable[..., Any], read: Callable[[], bytes], options: dict[str, Any]) -> tuple[str, Any]:
    """Return what a reader says of the file, or how it failed, in plain values."""
    from missionplanner.base.errors import MissionPlannerError

    try:
        return "value", function(read(), **options)
    except MissionPlannerError as error:
        told = error.message
        return "known", (type(error).__name__, told.text, dict(told.arguments), getattr(error, "field", None))
    except MemoryError:
        return "memory", None
    except BaseException as error:  # a library's panic is no Exception; its text may quote the file
        import traceback

        frames = traceback.extract_tb(error.__traceback__)[-3:]
        where = ", ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)
        return "bug", f"{type(error).__name__} at {where}"


def give_up(cpu_seconds: int, memory: int) -> None:
    """Give up, for good, more time and memory than that, the network, files to write and other programs."""
    with suppress(ImportError):
        import resource

        endless = resource.RLIM_INFINITY
        wanted = [
            ("RLIMIT_CPU", cpu_seconds, cpu_seconds + 1),
            ("RLIMIT_AS", memory, memory),
            ("RLIMIT_CORE", 0, 0),
            ("RLIMIT_FSIZE", 0, 0),
        ]
        for name, soft, hard in wanted:
            with suppress(AttributeError, ValueError, OSError):  # macOS has some of these in name only
                most = resource.getrlimit(getattr(resource, name))[1]
                limits = (soft, hard) if most == endless else (min(soft, most), min(hard, most))
                resource.setrlimit(getattr(resource, name), limits)
    sys.dont_write_bytecode = True
    sys.addaudithook(refuse)


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what reaches outside of this process. Raises PermissionError."""
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        writing = isinstance(mode, str) and set(mode) & set("wax+")
        if writing or (isinstance(flags, int) and flags & _WRITING):
            raise PermissionError(event)
    elif event.startswith(_REFUSED):
        raise PermissionError(event)


def used() -> tuple[float, int | None]:
    """Return the seconds of processor and the most bytes of memory this process has used."""
    with suppress(OSError, IndexError, ValueError), Path("/proc/self/status").open("rb") as status:
        return time.process_time(), int(status.read().split(b"VmHWM:")[1].split()[0]) * 1024
    try:
        import resource
    except ImportError:
        return time.process_time(), None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # on Linux it would count the parent's
    return time.process_time(), peak if sys.platform == "darwin" else peak * 1024
