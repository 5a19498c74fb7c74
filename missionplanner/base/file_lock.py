"""Hold a file for oneself or together with others; the system lets go when the program ends or crashes."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from typing import IO

from missionplanner.base.atomic_files import not_written
from missionplanner.base.errors import Locked
from missionplanner.base.messages import N_


class FileLock:
    """Be a lock on ``<file>.lock``: shared by all who have a workspace open, exclusive for a moment.

    A process that has the lock may ask for the other kind. Where that is refused it has what it had before,
    or nothing, if somebody else was faster: systems let go of the one before they give the other.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._file: IO[bytes] | None = None
        self._alone: bool | None = None

    def share(self, wait: float = 0.0) -> None:
        """Take the lock together with others. Raises Locked if somebody holds it alone for ``wait`` seconds."""
        if not self._take(False, wait):
            raise Locked(N_("The workspace is being restored or updated elsewhere. Try again in a moment."))

    def hold_alone(self, wait: float = 0.0) -> None:
        """Take the lock alone. Raises Locked if anybody else has it for ``wait`` seconds."""
        if not self._take(True, wait):
            raise Locked(N_("The workspace is open elsewhere. Close the other window or command first."))

    def release(self) -> None:
        """Let go. The lock file stays: removing it would let two programs hold two files of one name."""
        if self._file is not None:
            self._file.close()
            self._file = self._alone = None

    def _take(self, alone: bool, wait: float) -> bool:
        before = self._alone
        end = time.monotonic() + wait
        while not self._try(alone):
            if time.monotonic() >= end:
                if before is None or not self._try(before):
                    self.release()
                return False
            time.sleep(random.uniform(_PAUSE / 2, _PAUSE))
        return True

    def _try(self, alone: bool) -> bool:
        if sys.platform == "win32":  # where one handle's locks may not overlap
            self.release()
        if self._file is None:
            self._file = _opened(self._path)
        try:
            _lock(self._file, exclusive=alone)
        except OSError:
            return False
        self._alone = alone
        return True


_PAUSE = 0.02


def _opened(path: Path) -> IO[bytes]:
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb+")
    except OSError as error:
        raise not_written(path, error) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], *, exclusive: bool) -> None:
        # The C library knows no shared lock: sharers take one of many bytes, the exclusive holder all of them.
        file.seek(0)
        places = 512
        if exclusive:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, places)
            return
        for place in range(places):
            file.seek(place)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                continue
            return
        raise OSError("no place left in the lock")

else:
    import fcntl

    def _lock(file: IO[bytes], *, exclusive: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
