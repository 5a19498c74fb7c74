"""Hold what a confirmation says of nights and journeys, each value with the line it stands on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from missionplanner.domain.vocabulary import LegMode, RoomKind
from missionplanner.exchange.problems import Problem

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """Be a value as it was read: how sure that is (0 to 1), and the words it was read from."""

    value: V
    confidence: float
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDraft:
    """Be one booking of a hotel. None means that it is not written."""

    hotel: Found[str] | None = None
    address: Found[str] | None = None
    city: Found[str] | None = None
    check_in: Found[dt.date] | None = None
    check_out: Found[dt.date] | None = None
    room: Found[RoomKind] | None = None
    rooms: Found[int] | None = None
    guests: Found[tuple[str, ...]] | None = None
    booking: Found[str] | None = None
    price: Found[Decimal] | None = None
    currency: Found[str] | None = None
    board: Found[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegDraft:
    """Be one stretch of a journey. ``origin`` and ``destination`` are IATA codes, the texts any other place.

    Times are local to where they are; ``end_date`` is None on the day of the start.
    """

    mode: Found[LegMode]
    operator: Found[str] | None = None
    number: Found[str] | None = None
    origin: Found[str] | None = None
    destination: Found[str] | None = None
    origin_text: Found[str] | None = None
    destination_text: Found[str] | None = None
    date: Found[dt.date] | None = None
    start: Found[dt.time] | None = None
    end: Found[dt.time] | None = None
    end_date: Found[dt.date] | None = None
    passengers: Found[tuple[str, ...]] | None = None
    booking: Found[str] | None = None
    seat: Found[str] | None = None
    baggage: Found[str] | None = None
    ticket: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Be what one mail, file or pasted text confirms, with its ``lines``.

    ``compared`` are the lines as they were read, American days turned into ours.
    """

    stays: tuple[StayDraft, ...] = ()
    legs: tuple[LegDraft, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()

    def line_of(self, found: Found[Any]) -> int | None:
        """Return the number of the line a value was read from, counted from 0; None where no line says it."""
        words = found.source or (found.value if isinstance(found.value, str) else "")
        if not words:
            return None
        whole = next((number for number, line in enumerate(self.compared) if line == words), None)
        cell = next((number for number, line in enumerate(self.compared) if words in line.split("\t")), None)
        within = next((number for number, line in enumerate(self.compared) if words in line), None)
        return next((one for one in (whole, cell, within) if one is not None), None)
