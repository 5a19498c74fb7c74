"""Hold a file for oneself or together with others; the system lets go when the program ends or crashes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from missionplanner.base.errors import Locked
from missionplanner.base.messages import N_


class FileLock:
    """Be a lock on ``<file>.lock``: shared by all who have a workspace open, exclusive for a moment."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        self._file: IO[bytes] | None = None

    def share(self) -> None:
        """Take the lock together with others. Raises Locked while somebody holds it alone."""
        self._take(exclusive=False)

    def hold_alone(self) -> None:
        """Take the lock alone. Raises Locked while anybody else has it."""
        self._take(exclusive=True)

    def release(self) -> None:
        """Let go. The lock file stays: removing it would let two programs hold two files of one name."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _take(self, *, exclusive: bool) -> None:
        if self._file is None:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            self._file = os.fdopen(handle, "rb+")
        try:
            _lock(self._file, exclusive=exclusive)
        except OSError as error:
            if exclusive:
                self._restore_share()
                raise Locked(
                    N_("The workspace is open elsewhere. Close the other window or command first.")
                ) from error
            self.release()
            raise Locked(
                N_("The workspace is being restored or updated elsewhere. Try again in a moment.")
            ) from error

    def _restore_share(self) -> None:
        if self._file is not None:
            try:
                _lock(self._file, exclusive=False)
            except OSError:
                self.release()


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
