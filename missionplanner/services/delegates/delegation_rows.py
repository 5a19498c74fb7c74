"""Read the delegates of a mission as rows of a list, and what the workspace remembers of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db import lists
from missionplanner.domain import records as r
from missionplanner.domain.delegates import delegation
from missionplanner.domain.logistics.seating import called
from missionplanner.services.delegates.delegate_cells import CONFIDENTIAL, OWN, SEALED, opened
from missionplanner.services.directory.memory import earlier
from missionplanner.services.rows import Linked, Page, Row, Section, linked
from missionplanner.services.workspace import Workspace

_OF_PERSON = ("family", "given", "job", "email", "mobile", "photo")
FIELDS = (
    "person_id",
    "organisation_id",
    "groups",
    "named",
    *OWN,
    *_OF_PERSON,
    *SEALED,
    *CONFIDENTIAL,
    "replaced_by_id",
)
"""What a row of the delegation holds, in this order. A place not yet named goes by its own id."""
HIDDEN = "•••••"
"""Stands for what is private and was not asked for; the text itself stays sealed then."""
_DELEGATE = ("person_id", "place_of_id", "position", "replaced_by_id", *OWN, *SEALED)
_PERSON = ("given", "family", "name_order", "native_name", "organisation_id", "job", "email", "mobile", "photo")
_LEG = ("mode", "operator", "number", "origin", "destination", "origin_text", "destination_text", "date")
PlaceName = Callable[[str, int, int], str]
"""Says a place not yet named: whose it is, and which of how many."""


def plain_place(organisation: str, number: int, count: int) -> str:
    """Return a place not yet named, without words of a language."""
    return f"{organisation} {number}/{count}" if count > 1 else organisation


def page(
    ws: Workspace,
    mission_id: UUID,
    *,
    revealed: bool = False,
    place: PlaceName = plain_place,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    """Read the delegates of a mission in protocol order, those of ``ids``, or the first of them.

    What is sealed comes as ``HIDDEN`` unless it is asked for.
    """
    with ws.reading() as connection:
        reader = _Reader(connection, mission_id, revealed, place)
        rows = [reader.row(one) for one in reader.delegates if ids is None or one["id"] in ids]
    return Page(rows if limit is None else rows[:limit], len(reader.delegates))


def about(ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return what the workspace remembers of a delegate: earlier missions and what they did there."""
    with ws.reading() as connection:
        found = lists.rows(connection, r.Delegate, ("person_id",), ("id",), ids=[identity])
    person = found[0][1] if found else None
    return (earlier(ws, r.Person, person, language),) if person is not None else ()


class _Reader:
    """Read the delegates of a mission with what they refer to: one query a kind."""

    def __init__(self, connection: sa.Connection, mission_id: UUID, revealed: bool, place: PlaceName) -> None:
        self._connection, self._of, self._revealed = connection, {"mission_id": mission_id}, revealed
        found = self._read(r.Delegate, _DELEGATE)
        found.sort(key=lambda one: delegation.given_rank(one["precedence"], one["role"], one["position"]))
        self.delegates = found
        ids = {one["person_id"] for one in found if one["person_id"] is not None}
        some = lists.rows(connection, r.Person, _PERSON, ("id",), ids=ids)
        self._people = {row[0]: r.Person(id=row[0], **dict(zip(_PERSON, row[1:], strict=True))) for row in some}
        legs = [r.Leg(mission_id=mission_id, **one) for one in self._read(r.Leg, _LEG)]
        self._legs = {one.id: called(one) for one in legs}
        self._sealed = {
            one["delegate_id"]: one for one in self._read(r.Confidential, ("delegate_id", *CONFIDENTIAL))
        }
        self._groups: dict[UUID, list[UUID]] = {}
        for one in self._read(r.DelegateGroup, ("delegate_id", "group_id", "position"), ("position",)):
            self._groups.setdefault(one["delegate_id"], []).append(one["group_id"])
        self._owners = {one["id"]: self._owner(one) for one in found}
        self._organisations = lists.names(connection, r.Organisation)
        self._names = self._all_names(place)

    def _read(
        self, kind: type[r.Record], names: tuple[str, ...], order: tuple[str, ...] = ("id",)
    ) -> list[dict[str, Any]]:
        found = lists.rows(self._connection, kind, names, order, equal=self._of)
        return [dict(zip(("id", *names), row, strict=True)) for row in found]

    def _owner(self, one: Mapping[str, Any]) -> UUID | None:
        person = self._people.get(one["person_id"])
        own = person.organisation_id if person is not None else None
        place = one["place_of_id"]
        return place or own if person is None or person.unnamed else own or place

    def _named(self, one: Mapping[str, Any]) -> bool:
        person = self._people.get(one["person_id"])
        return person is not None and not person.unnamed

    def _all_names(self, place: PlaceName) -> dict[UUID, str]:
        unnamed = sorted((one for one in self.delegates if not self._named(one)), key=lambda one: one["position"])
        numbers = delegation.numbered_places([(one["id"], self._owners[one["id"]]) for one in unnamed])
        found = {}
        for one in self.delegates:
            identity, person = one["id"], self._people.get(one["person_id"])
            if identity in numbers:
                owner = self._owners[identity]
                found[identity] = place(self._organisations.get(owner, "") if owner else "", *numbers[identity])
            elif person is not None:
                found[identity] = person.full_name or person.native_name or ""
        return found

    def row(self, one: Mapping[str, Any]) -> Row:
        """Return the row of a delegate."""
        identity, person = one["id"], self._people.get(one["person_id"])
        named = self._named(one)
        told: dict[str, Any] = {key: one[key] for key in OWN} | dict.fromkeys(_OF_PERSON)
        if person is not None and named:
            told |= {key: getattr(person, key) for key in _OF_PERSON}
        told["person_id"] = Linked(person.id if person is not None and named else identity, self._names[identity])
        told["organisation_id"] = linked(self._organisations, self._owners[identity])
        told["groups"], told["named"] = tuple(self._groups.get(identity, ())), named
        for key in ("arrival_id", "departure_id"):
            told[key] = linked(self._legs, one[key])
        for key in ("share_with_id", "replaced_by_id"):
            told[key] = linked(self._names, one[key])
        confidential = self._sealed.get(identity, {})
        told |= {key: self._shown(key, one[key]) for key in SEALED}
        told |= {key: self._shown(key, confidential.get(key)) for key in CONFIDENTIAL}
        return Row(identity, tuple(told[key] for key in FIELDS))

    def _shown(self, key: str, value: Any) -> object:
        if value is None:
            return None
        return opened(key, value) if self._revealed else HIDDEN
