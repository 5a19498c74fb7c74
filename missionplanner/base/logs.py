"""Write what went wrong to a file that tells no one's name: ids and places in the code, never data."""

from __future__ import annotations

import faulthandler
import logging
import re
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

NAME = "missionplanner"
LARGEST = 512 * 1024
KEPT = 3

_EMAIL = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
_DOCUMENT = re.compile(r"\b(?=[A-Z0-9]*\d{3})[A-Z]{1,3}[A-Z0-9]{6,10}\b")
_PHONE = re.compile(r"(?<![\w.:+-])\+?\(?\d[\d\s()./-]{5,}\d(?![\w:])")
_crashes: list[IO[str]] = []


def masked(text: str) -> str:
    """Return the text without e-mail addresses, phone numbers and numbers of documents."""
    text = _EMAIL.sub("<e-mail>", text)
    text = _DOCUMENT.sub("<document>", text)
    return _PHONE.sub("<phone>", text)


class Discreet(logging.Formatter):
    """Mask messages; of an exception tell its kind and where it was raised, never what it said.

    What exceptions say holds titles, names and the parameters of queries.
    """

    def format(self, record: logging.LogRecord) -> str:
        head, _, trace = super().format(record).partition("\nTraceback")
        when, level, rest = head.split(" ", 2)
        return f"{when} {level} {masked(rest)}" + (f"\nTraceback{trace}" if trace else "")

    def formatException(  # noqa: N802 - the name is logging's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        error = ei[1]
        lines = ["Traceback"]
        while error is not None:
            for frame in traceback.extract_tb(error.__traceback__):
                lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


class Bounded(logging.FileHandler):
    """Write to a file up to a size, then go on in a new one; ``KEPT`` old ones stay beside it."""

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None and self.stream.tell() > LARGEST:
            self._turn()

    def _turn(self) -> None:
        self.close()
        path = Path(self.baseFilename)
        for number in range(KEPT, 0, -1):
            older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
            if older.exists():
                older.replace(path.with_name(f"{path.name}.{number}"))
        self.stream = self._open()


def start(folder: Path) -> Path | None:
    """Log to a file in ``folder`` from now on, hard crashes too; return it, None where none can be written."""
    logger = logging.getLogger(NAME)
    stop()
    path = folder / f"{NAME}.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = Bounded(path, encoding="utf-8")
        crashes = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        logger.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    faulthandler.enable(crashes)
    _crashes.append(crashes)
    return path


def stop() -> None:
    """Close the log and let crashes go back to the terminal."""
    logger = logging.getLogger(NAME)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    while _crashes:
        faulthandler.disable()
        _crashes.pop().close()
