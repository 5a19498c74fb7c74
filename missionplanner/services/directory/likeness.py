"""Find people, organisations and places that are in the directory twice, or would be after an import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from missionplanner.base.progress import Progress
from missionplanner.db import names
from missionplanner.domain import records as r
from missionplanner.domain.likeness import Facts, Index, OrganisationFacts, Pair, PersonFacts, PlaceFacts
from missionplanner.exchange import phones
from missionplanner.services.workspace import Workspace

Kind = type[r.Person] | type[r.Organisation] | type[r.Place]

_MANY = 500
"""Records changed since, above which all are read again."""


@dataclass(slots=True)
class _Known:
    """Be the index of one kind as of one edit."""

    changeset: int
    index: Index


_indexes: WeakKeyDictionary[Workspace, dict[Kind, _Known]] = WeakKeyDictionary()


def pairs(ws: Workspace, kind: Kind, progress: Progress | None = None) -> tuple[Pair, ...]:
    """Return the likely doubles of a kind, the likeliest first, each with a score from 0 to 1 and the reasons.

    The reasons are messages, said in the language of whoever reads them. Raises Cancelled through ``progress``.
    """
    return _index(ws, kind).pairs(progress)


def like(ws: Workspace, kind: Kind, draft: Facts | r.Person | r.Organisation | r.Place) -> tuple[Pair, ...]:
    """Return the records of the workspace a draft may stand for, the likeliest first; ``other`` is theirs.

    Whoever asks often asks quickly: names are read once and kept up with the edits since.
    """
    return _index(ws, kind).like(draft if isinstance(draft, Facts) else facts_of(draft))


def around(ws: Workspace, kind: Kind, identity: UUID) -> tuple[Pair, ...]:
    """Return the likely doubles of a stored record, the likeliest first; none of one that is not there."""
    index = _index(ws, kind)
    known = index.known(identity)
    return index.like(known) if known is not None else ()


def facts_of(one: r.Person | r.Organisation | r.Place, organisation: r.Organisation | None = None) -> Facts:
    """Return what likeness is judged by, of a record that need not be stored; ``organisation`` is the person's."""
    if isinstance(one, r.Person):
        country = organisation.country if organisation else None
        named = organisation.name or organisation.short if organisation else None
        return _person(one.id, one, named, country)
    return _organisation(one) if isinstance(one, r.Organisation) else _place(one)


def _index(ws: Workspace, kind: Kind) -> Index:
    """Return the index of a kind, brought up to the last edit."""
    known = _indexes.setdefault(ws, {})
    with ws.reading() as connection:
        last = names.last_changeset(connection)
        found = known.get(kind)
        if found is not None and found.changeset == last:
            return found.index
        changed = names.touched(connection, kind, found.changeset) if found is not None else frozenset()
        work = names.touched(connection, r.Organisation, found.changeset) if found and kind is r.Person else ()
        if found is None or len(changed) > _MANY or work:
            from rapidfuzz.distance import OSA

            rows = names.reached(connection, kind)
            found = _Known(last, Index(map(_read(kind), rows), OSA.distance))
        else:
            for identity in changed:
                found.index.discard(identity)
            for row in names.reached(connection, kind, tuple(changed)) if changed else ():
                found.index.add(_read(kind)(row))
            found.changeset = last
    known[kind] = found
    return found.index


def _read(kind: Kind) -> Callable[[Any], Facts]:
    if kind is r.Person:
        return lambda row: _person(row.id, row, row.organisation, row.country)
    return _organisation if kind is r.Organisation else _place


def _person(identity: UUID, one: Any, organisation: str | None, country: str | None) -> PersonFacts:
    return PersonFacts(
        identity,
        one.given or "",
        one.family or "",
        one.native_name or "",
        organisation or "",
        one.email or "",
        _phones(country, one.mobile, one.phone),
    )


def _organisation(one: Any) -> OrganisationFacts:
    return OrganisationFacts(
        one.id,
        one.name or "",
        one.short or "",
        one.native_name or "",
        one.city or "",
        one.country or "",
        one.email or "",
        _phones(one.country, one.phone),
        one.website or "",
    )


def _place(one: Any) -> PlaceFacts:
    number = _phones(one.country, one.phone)
    return PlaceFacts(one.id, one.name or "", one.address or "", one.city or "", one.country or "", number)


def _phones(country: str | None, *numbers: str | None) -> tuple[str, ...]:
    """Return numbers in E.164; most are stored with a prefix and need no looking up."""
    found = (_number(one, country) for one in numbers if one)
    return tuple(one for one in found if one)


def _number(text: str, country: str | None) -> str | None:
    if text.startswith("+") and "(" not in text:
        digits = text[1:].replace(" ", "")
        if not (digits.isascii() and digits.isdigit()):
            digits = "".join(one for one in text if one.isdigit())
        return f"+{digits}" if 7 <= len(digits) <= 15 else None
    return phones.e164(text, country)
