"""Carry what a cell says, with what is wrong or unsure about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from missionplanner.base.messages import Message
from missionplanner.exchange.tables.sheets import Cell

Value = str | int | float | Decimal | bool | dt.date | dt.time | StrEnum | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Be the value of a cell, None where it has none; a problem says why, doubt that it was guessed."""

    value: Value = None
    problem: Message | None = None
    doubtful: bool = False


NOTHING = Reading()


def wrong(sentence: str, **arguments: Any) -> Reading:
    """Return a reading without a value, and the sentence that says why."""
    return Reading(None, Message.of(sentence, arguments))


def text_of(cell: Cell) -> str:
    """Return a cell as a person would have typed it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10f}".rstrip("0").rstrip(".")
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "minutes")
    return str(cell).strip()


def line_of(cell: Cell) -> str:
    """Return a cell as one line."""
    return " ".join(text_of(cell).split())


def shown(cell: Cell) -> str:
    """Return a cell short enough for a sentence."""
    text = line_of(cell)
    return text if len(text) <= 40 else text[:39] + "…"
