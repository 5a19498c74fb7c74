"""Put the rows of a programme in order where the file leaves the order to itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

R = TypeVar("R")


def positions(rows: Iterable[tuple[dt.date | str | None, int | None]]) -> list[int]:
    """Return the position of every row of (day, position): its own, else one after the row above it that day."""
    last: dict[dt.date | str | None, int] = {}
    found = []
    for day, position in rows:
        own = last.get(day, 0) + 1 if position is None else position
        last[day] = own
        found.append(own)
    return found


def by_day(rows: Sequence[R], days: Sequence[str | None], places: Sequence[int]) -> list[R]:
    """Return rows by ISO day (those without one last) and position; equal ones stay as they stood."""
    order = sorted(range(len(rows)), key=lambda n: (days[n] is None, days[n] or "", places[n]))
    return [rows[n] for n in order]
