"""Tell what was printed: files, and what no font could draw."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """Be a file that was written; ``person`` is the name of whom it is for."""

    path: Path
    person: str | None
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PrintReport:
    """Tell what was printed; ``missing`` are characters no font here can draw."""

    files: tuple[PrintedFile, ...]
    missing: tuple[str, ...]
