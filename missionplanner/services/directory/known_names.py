"""List the names of people, organisations and places of a whole workspace, for those who search."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from missionplanner.db import names
from missionplanner.domain.records import Organisation, Person, Place, Record
from missionplanner.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Name:
    """Be somebody or something by name. ``others`` are further names, ``detail`` tells namesakes apart."""

    id: UUID
    name: str
    others: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Be all names of a workspace at one moment, each kind in the order of the alphabet."""

    people: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()


def everything(ws: Workspace) -> Names:
    """Read all names: three queries, however many there are. What has no name is left out."""
    with ws.reading() as connection:
        people = tuple(_person(row) for row in names.people(connection))
        organisations = tuple(_organisation(row) for row in names.organisations(connection))
        places = tuple(_place(row) for row in names.places(connection))
    return Names(*(tuple(one for one in some if one.name) for some in (people, organisations, places)))


def named(ws: Workspace, kind: type[Record], ids: Collection[UUID]) -> dict[UUID, Name]:
    """Return the names of these people, organisations or places; of many, all of the kind are read at once."""
    with ws.reading() as connection:
        rows = names.reached(connection, kind, tuple(ids) if len(ids) <= _MANY else None)
    return {row.id: _NAMED[kind](row) for row in rows if row.id in ids}


def _person(row: Any) -> Name:
    known = Person(id=row.id, given=row.given, family=row.family, name_order=row.name_order)
    name = known.full_name or row.native_name or ""
    turned = " ".join(part for part in (row.family, row.given) if part)
    return Name(row.id, name, _but(name, turned, row.native_name), row.organisation or "")


def _organisation(row: Any) -> Name:
    name = row.name or row.short or ""
    return Name(row.id, name, _but(name, row.short, row.native_name), _at(row))


def _place(row: Any) -> Name:
    name = row.name or row.address or ""
    return Name(row.id, name, _but(name, row.address), _at(row))


def _but(name: str | None, *others: str | None) -> tuple[str, ...]:
    """Return the other names that say more than the name."""
    return tuple(dict.fromkeys(one for one in others if one and one != name))


def _at(row: Any) -> str:
    return str(row.city or row.country or "")


_MANY = 500
"""Names above which one query reads all."""
_NAMED: dict[type[Record], Callable[[Any], Name]] = {Person: _person, Organisation: _organisation, Place: _place}
