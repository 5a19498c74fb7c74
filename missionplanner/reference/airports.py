"""Know the airports of the world that have an IATA code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from missionplanner.domain.checks.knowledge import Airport
from missionplanner.reference import world
from missionplanner.reference.spelling import LATER, key

_COLUMNS = "code, name, city, country, lat, lon, zone"
_OF_TERM = f"""
    SELECT {_COLUMNS}, usual FROM airport_term JOIN airport ON airport.id = airport_term.rowid
    WHERE airport_term MATCH ? ORDER BY airport_term.rowid LIMIT ?
"""
_CANDIDATES = 40


@lru_cache(maxsize=1024)
def find(code: str) -> Airport | None:
    """Return the airport of an IATA code, None where it is none."""
    found = world.rows(f"SELECT {_COLUMNS} FROM airport WHERE code = ?", code.strip().upper())
    return _airport(found[0]) if found else None


def search(prefix: str, limit: int = 12) -> tuple[tuple[str, Airport], ...]:
    """Return code and airport of those whose code, city or name begins like this, likeliest first.

    The one of this code comes first, then by city, by name, by another name of the city, and those with such
    a later word; within each, those of the biggest cities first.
    """
    wanted = key(prefix)
    if not wanted:
        return ()
    rows = world.rows(_OF_TERM, f'"{wanted}" *', _CANDIDATES)
    ranked = sorted(rows, key=lambda row: _rank(row, wanted))
    if len(ranked) < limit:
        ranked += world.rows(_OF_TERM, f'"{LATER}{wanted}" *', limit)
    return tuple({row[0]: _airport(row) for row in ranked}.items())[:limit]


def only(name: str, countries: Iterable[str]) -> Airport | None:
    """Return the only airport in some countries whose city or name has these words, if there is just one."""
    wanted = key(name)
    terms = f'"{wanted}" * OR "{LATER}{wanted}" *'
    rows = world.rows(_OF_TERM, terms, _CANDIDATES) if wanted else []
    found = [_airport(row) for row in rows if row[3] in set(countries)]
    return found[0] if len(found) == 1 else None


def _rank(row: tuple[Any, ...], wanted: str) -> int:
    code, name, city, *_, usual = row
    if key(code) == wanted:
        return 0
    if any(key(one).startswith(wanted) for one in (city, usual)):
        return 1
    return 2 if key(name).startswith(wanted) else 3


def _airport(row: tuple[Any, ...]) -> Airport:
    _, name, city, country, lat, lon, zone, *_ = row
    return Airport(city or None, country, zone, name, lat, lon)
