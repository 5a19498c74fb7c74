"""Hold where on a page a record is shown, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Say where a page shows a record: ``key`` names it, measures are in points from the page's top left."""

    page: int
    key: str
    left: float
    top: float
    right: float
    bottom: float
