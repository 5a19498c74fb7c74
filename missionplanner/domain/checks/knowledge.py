"""Hold what rules may know of the world, filled by services, so that tests can plant any world."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def _empty() -> Mapping[Any, Any]:
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Airport:
    """Be an airport: its city, country (ISO 3166, two letters) and IANA zone."""

    city: str | None = None
    country: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Be what is known of the places and days of one mission; empty means nothing is known.

    ``airports`` go by IATA code, ``holidays`` by country and day, ``distances`` in km by two ids of
    places, ``zones`` by city in lower case.
    """

    airports: Mapping[str, Airport] = field(default_factory=_empty)
    holidays: Mapping[tuple[str, dt.date], str] = field(default_factory=_empty)
    distances: Mapping[tuple[UUID, UUID], float] = field(default_factory=_empty)
    zones: Mapping[str, str] = field(default_factory=_empty)
