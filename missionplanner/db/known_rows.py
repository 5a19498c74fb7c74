"""Remember what the rows of a mission were made into, so that reading it again makes only what changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from missionplanner.domain.records import Record

Row = tuple[Any, ...]
"""A row as the driver gives it."""
_MOST = 4
"""Missions of one file that are remembered: the one on screen, and those looked at beside it."""


class KnownRows:
    """Be the rows of one kind, with the record that each was made into; any thread may ask.

    A record is known as long as every column of its row is what it was. Only the last reading is remembered.
    """

    def __init__(self) -> None:
        self._last: tuple[list[Row], tuple[Any, ...]] = ([], ())

    def records(
        self, rows: list[Row], place: int, make: Callable[[Iterable[Row]], Iterable[Any]]
    ) -> tuple[Any, ...]:
        """Return the records of these rows, whose id is at ``place``; ``make`` makes those not known.

        Where nothing changed it is the very tuple of the last time, so that whoever works from it may keep that.
        """
        before, made = self._last
        if before == rows:
            return made
        known = {row[place]: (row, one) for row, one in zip(before, made, strict=True)}
        found = [known.get(row[place]) for row in rows]
        old = [one[1] if one is not None and one[0] == row else None for one, row in zip(found, rows, strict=True)]
        fresh = iter(make([row for row, one in zip(rows, old, strict=True) if one is None]))
        whole = tuple([next(fresh) if one is None else one for one in old])
        self._last = (rows, whole)
        return whole


class _File:
    """Be what is remembered of one file: by mission and kind, the missions asked last."""

    def __init__(self) -> None:
        self._missions: OrderedDict[UUID, dict[type[Record], KnownRows]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, mission_id: UUID, kind: type[Record]) -> KnownRows:
        with self._lock:
            kinds = self._missions.setdefault(mission_id, {})
            self._missions.move_to_end(mission_id)
            while len(self._missions) > _MOST:
                self._missions.popitem(last=False)
            return kinds.setdefault(kind, KnownRows())


_files: WeakKeyDictionary[sa.Engine, _File] = WeakKeyDictionary()


def known_rows(connection: sa.Connection, mission_id: UUID, kind: type[Record]) -> KnownRows:
    """Return what is remembered of one kind of a mission; all of it goes with the engine of its file."""
    return _files.setdefault(connection.engine, _File()).of(mission_id, kind)
