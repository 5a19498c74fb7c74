"""Be what a list on screen reads: an id and the values of its columns, nothing mapped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID


class Row(NamedTuple):
    """Be one row. ``values`` stand in the order of the fields of the list it was read for."""

    id: UUID
    values: tuple[Any, ...]


class Linked(NamedTuple):
    """Be what a cell refers to, with its name; a cell that is typed into refers to it by either."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """Be some rows of a list and how many there are in all."""

    rows: Sequence[Row]
    total: int


@dataclass(frozen=True, slots=True)
class Line:
    """Be one line of what a list tells beside a row: its text, what is said of it, a day, and what it is about."""

    text: str
    detail: str = ""
    day: dt.date | None = None
    code: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Be lines under a heading, a message id. ``nothing`` is said where there are none."""

    heading: str
    lines: tuple[Line, ...]
    nothing: str = ""


def linked(names: Mapping[UUID, str], identity: UUID | None) -> Linked | None:
    """Return what a column refers to by its id, None where it refers to nothing."""
    return Linked(identity, names.get(identity, "")) if identity is not None else None
