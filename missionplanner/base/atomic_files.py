"""Write files so that a crash leaves the old one or the new one, never half of either."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from missionplanner.base.errors import MissionPlannerError, Occupied
from missionplanner.base.messages import N_

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)", re.IGNORECASE)
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST_NAME = 180
"""Bytes of an exported file's name, well within every file system's limit of 255."""
BIDI_CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class NotWritten(MissionPlannerError):
    """Fail to write where somebody asked to."""


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file aside, then put it in its place, mode 0600.

    Raises Occupied where something is there and ``force`` is not given, NotWritten where the disk says no.
    """
    with aside(path, force=force) as temporary:
        temporary.write_bytes(data)


@contextmanager
def aside(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a file beside ``path`` to write; on leaving without an error it takes the place of ``path``.

    Raises Occupied and NotWritten as ``write`` does. The file aside never outlives the block.
    """
    refuse_occupied(path, force=force)
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise not_written(path, error) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _flush(temporary)
        if force:
            temporary.replace(path)
        else:
            _place(temporary, path)
        _flush_folder(path.parent)
    except FileExistsError as error:
        raise _occupied(path) from error
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def refuse_occupied(path: Path, *, force: bool) -> None:
    """Raise Occupied where a file is in the way and nobody said to replace it."""
    if path.is_dir():
        raise Occupied(N_("{path} is a folder. Name a file."), path=str(path))
    if not force and os.path.lexists(path):
        raise _occupied(path)


def _occupied(path: Path) -> Occupied:
    return Occupied(N_("{path} exists already. It was left as it is; use --force to replace it."), path=str(path))


def _place(temporary: Path, path: Path) -> None:
    """Give a file its name, unless somebody took the name meanwhile: FileExistsError then."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: looking first is the best there is
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.replace(path)


def folder(path: Path) -> Path:
    """Make a folder, private to its owner, where there is none. Raises NotWritten."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(path, error) from error
    return path


@contextmanager
def folder_aside(parent: Path) -> Iterator[Path]:
    """Give a hidden folder for files on their way, on the same disk; gone afterwards, whatever happens.

    Raises NotWritten for whatever the disk refuses within the block.
    """
    new = not parent.exists()
    folder(parent)
    try:
        made = Path(tempfile.mkdtemp(prefix=".printing-", dir=parent))
    except OSError as error:
        raise not_written(parent, error) from error
    try:
        yield made
    except OSError as error:
        raise not_written(parent, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if new and not any(parent.iterdir()):
            parent.rmdir()


def distinct(names: Iterable[str]) -> list[str]:
    """Return names of files of one folder, numbered where two would be the same to some file system."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        made, number = name, 1
        while made.casefold() in taken:
            number += 1
            made = f"{stem or ending}_{number}{dot}{ending if stem else ''}"
        taken.add(made.casefold())
        found.append(made)
    return found


def safe_name(text: str) -> str:
    """Return a file name from any text: no separators, no reserved words, never hidden, never empty."""
    name = _UNFIT.sub(" ", unicodedata.normalize("NFC", text))
    name = "".join(one for one in name if unicodedata.category(one) != "Cs" and one not in BIDI_CONTROLS)
    name = _cut("_".join(name.split()).strip(" ."))
    if not name or _RESERVED.match(name):
        name = f"_{name}"
    return name


def _cut(name: str) -> str:
    """Return as much of a name as file systems take, whole characters with their marks."""
    room = name.encode()[:LONGEST_NAME].decode(errors="ignore")
    while len(room) < len(name) and unicodedata.combining(name[len(room)]):
        name, room = room, room[:-1]
    return room.rstrip(" .")


def not_written(path: Path, error: OSError) -> NotWritten:
    """Say in our words why a disk refused."""
    why = error.strerror or str(error)
    return NotWritten(N_("{path} could not be written: {why}. Nothing was changed."), path=str(path), why=why)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there, and its entries are journalled
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
