"""Say for each kind of list what its columns may hold, and which of it a row needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from missionplanner.exchange.tables.fields import logistics, money
from missionplanner.exchange.tables.fields import people as p
from missionplanner.exchange.tables.fields.directory import DELEGATES, ORGANISATIONS, PLACES
from missionplanner.exchange.tables.fields.field import LANGUAGES, Field, Kind, Sort, bare

__all__ = ["FIELDS", "LANGUAGES", "NEEDED", "Field", "Kind", "Sort", "bare", "field_of", "fields_of", "labels"]

FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.DELEGATES: DELEGATES,
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.PLACES: PLACES,
    Kind.AGENDA: logistics.AGENDA,
    Kind.ROOMING: logistics.ROOMING,
    Kind.LEGS: logistics.LEGS,
    Kind.BUDGET: money.BUDGET,
    Kind.EXPENSES: money.EXPENSES,
    Kind.WISHES: money.WISHES,
}

_NAMED = tuple(one.key for one in (p.FULL_NAME, p.GIVEN, p.FAMILY, p.NATIVE_NAME))
NEEDED: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.DELEGATES: ((*_NAMED, "email", "organisation"),),
    Kind.ORGANISATIONS: (("name", "native_name"),),
    Kind.PLACES: (("name",),),
    Kind.AGENDA: (("title", "place", "hosts"),),
    Kind.ROOMING: ((*_NAMED, "organisation"),),
    Kind.LEGS: (("number", "origin", "destination", "origin_text", "destination_text", "operator", "route"),),
    Kind.BUDGET: (("text", "category"),),
    Kind.EXPENSES: (("amount",),),
    Kind.WISHES: (("from",), ("to",)),
}
"""Of each group, a row needs one: else there is nothing to make a record of."""


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return what the columns of a kind of list may hold."""
    return FIELDS[kind]


@lru_cache(maxsize=1024)
def field_of(kind: Kind, key: str) -> Field | None:
    """Return a field of a kind by its key, None where it has none."""
    return next((one for one in FIELDS[kind] if one.key == key), None)


def labels(kind: Kind, language: str) -> dict[str, str]:
    """Return by key what to head the columns of a kind with, in one of the five languages, else English."""
    return {one.key: one.label(language) for one in FIELDS[kind]}
