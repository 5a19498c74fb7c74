"""Lend what lists are read beside to the tests of tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from missionplanner.exchange import tables

Reader = Callable[..., tables.Rows]


@pytest.fixture
def around() -> tables.Circumstances:
    """Return the circumstances of a mission of three days in May 2025, from Italy."""
    days = tuple(dt.date(2025, 5, day) for day in (5, 6, 7))
    return tables.Circumstances(dt.date(2025, 3, 1), "IT", days, ("it", "en"), "EUR")


@pytest.fixture
def read_list(around: tables.Circumstances) -> Reader:
    """Return what reads a pasted list as a kind, with the guessed mapping."""

    def read(text: str, kind: tables.Kind = tables.Kind.DELEGATES) -> tables.Rows:
        sheet = tables.pasted(text).sheets[0]
        return tables.rows(sheet, tables.guessed(sheet, kind), around)

    return read
