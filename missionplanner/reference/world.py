"""Read the world that comes with the program: one small SQLite database, unpacked into memory on first use.

``packaging/reference.py`` builds it. Nothing is written anywhere, and any thread may ask.
"""

from __future__ import annotations

import atexit
import sqlite3
import threading
import zlib
from functools import lru_cache
from typing import Any

from missionplanner.base import assets

FILE = "reference/world.sqlite.z"
DEGREE = 10_000
"""Coordinates are stored as whole ten-thousandths of a degree: 11 m."""

SCHEMA = """
CREATE TABLE zone (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE city (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, division TEXT NOT NULL,
    lat INTEGER NOT NULL, lon INTEGER NOT NULL, people INTEGER NOT NULL, zone INTEGER NOT NULL,
    aliases TEXT NOT NULL
);
CREATE INDEX city_lat ON city (lat);
CREATE VIRTUAL TABLE city_term USING fts5(
    terms, content='', detail=none, prefix='1 2 3', tokenize="ascii tokenchars '_.'"
);
CREATE TABLE airport (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, city TEXT NOT NULL,
    country TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, zone TEXT NOT NULL, usual TEXT NOT NULL
);
CREATE VIRTUAL TABLE airport_term USING fts5(
    terms, content='', detail=none, prefix='1 2 3', tokenize="ascii tokenchars '_.'"
);
CREATE TABLE region (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, level INTEGER NOT NULL, key TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE member (country TEXT PRIMARY KEY) WITHOUT ROWID;
"""
"""``usual`` is what the gazetteer calls an airport's city. Cities and airports are numbered by size, biggest
first, so that an index gives them in that order."""

_ONE_AT_A_TIME = threading.Lock()


@lru_cache(maxsize=1)
def _database() -> sqlite3.Connection:
    packed = assets.path(FILE).read_bytes()
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.deserialize(zlib.decompress(packed))
    database.execute("PRAGMA query_only=ON")
    atexit.register(database.close)
    return database


def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a query gives. The first one unpacks the database, some 0.1 s."""
    with _ONE_AT_A_TIME:
        return _database().execute(query, values).fetchall()
