"""Recognise who and what a file names: in the workspace, among what the file added before, or as new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.domain import records as r
from missionplanner.domain.likeness import OrganisationFacts, PersonFacts, PlaceFacts
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.exchange.tables.values import names
from missionplanner.services import knowledge
from missionplanner.services.directory.places import guessed_zone
from missionplanner.services.imports.desk import Desk, Like

SURE = 0.9
"""Likeness from which a mere name is taken for what it is like."""


@dataclass(frozen=True, slots=True)
class Match:
    """Be what an entry was recognised as: surely, or perhaps one of ``likes``."""

    sure: Any = None
    likes: tuple[Like, ...] = ()


# -- organisations ------------------------------------------------------------------------------------


def organisation(desk: Desk, values: Mapping[str, Any]) -> Match:
    """Recognise an organisation by its VAT number, or its name in its country."""
    name, country = str(values.get("name") or values.get("native_name") or ""), values.get("country")
    for one in desk.fresh(r.Organisation, folded(name)):
        if _same(one.country, country):
            return Match(one)
    facts = OrganisationFacts(
        uuid4(),
        name,
        str(values.get("short") or ""),
        str(values.get("native_name") or ""),
        str(values.get("city") or ""),
        str(country or ""),
        str(values.get("email") or ""),
        tuple(str(one) for one in (values.get("phone"),) if one),
        str(values.get("website") or ""),
    )
    found = desk.alike(r.Organisation, facts)
    wanted = {folded(one) for one in (name, str(values.get("short") or "")) if one}
    for one, _ in found:
        own = {folded(text) for text in (one.name, one.short, one.native_name) if text}
        if own & wanted and _same(one.country, country):
            return Match(one)
        if values.get("vat") and _digits(one.vat) == _digits(values["vat"]):
            return Match(one)
    return Match(None, tuple(like for _, like in found))


def organisation_named(desk: Desk, name: object, **more: Any) -> r.Organisation | None:
    """Return the organisation of a name: known, as good as known, or new; None for no name.

    ``more`` is what else is told of one that is new or lacks it.
    """
    typed = clean(" ".join(str(name or "").split())[:MAX_LINE], MAX_LINE)
    if not typed or names.is_open(typed):
        return None
    match = organisation(desk, {"name": typed, **more})
    found: r.Organisation | None = match.sure
    if found is None and match.likes and match.likes[0].score >= SURE:
        found = desk.get(r.Organisation, match.likes[0].id)
    told = {key: value for key, value in more.items() if value not in (None, ())}
    if found is None:
        return desk.add(r.Organisation(name=typed, **told), folded(typed))
    blank = {key: value for key, value in told.items() if getattr(found, key) in (None, ())}
    return desk.save(replace(found, **blank)) if blank else found


# -- people -------------------------------------------------------------------------------------------


def person(desk: Desk, values: Mapping[str, Any], *, among: frozenset[UUID] = frozenset()) -> Match:
    """Recognise somebody by e-mail, else by name and organisation; ``among`` are people of the mission."""
    facts = _facts(values)
    name, mail, work = folded(full_name(values)), folded(str(values.get("email") or "")), facts.organisation
    for one in desk.fresh(r.Person, mail) if mail else ():
        return Match(one)
    for one in desk.fresh(r.Person, name) if name else ():
        if _compatible(desk, one, mail, work):
            return Match(one)
    found = desk.alike(r.Person, facts)
    if mail:
        for one, _ in found:
            if folded(one.email or "") == mail:
                return Match(one)
    same = [one for one, _ in found if name and name in _names(one) and _compatible(desk, one, mail, work)]
    known = [one for one in same if one.id in among]
    if len(known) == 1:
        return Match(known[0])
    certain = [one for one in same if work and folded(_employer(desk, one)) == folded(work)]
    if len(certain) == 1:
        return Match(certain[0])
    return Match(None, tuple(like for _, like in found))


def person_named(
    desk: Desk, name: str, employer: r.Organisation | None = None, *, make: bool = True, **more: Any
) -> r.Person | None:
    """Return somebody a file merely names: known, as good as known, or new where ``make``; None for nobody."""
    typed = clean(" ".join(name.split())[:MAX_LINE], MAX_LINE)
    if not typed or names.is_open(typed):
        return None
    parts = names.parted(typed, country=employer.country if employer is not None else None)
    values = {"given": parts.given, "family": parts.family, "native_name": parts.native}
    among = frozenset(one.person_id for one in desk.all(r.Delegate) if one.person_id is not None)
    match = person(desk, {**values, "organisation": employer and employer.name}, among=among)
    found: r.Person | None = match.sure or _only(desk, match, folded(full_name(values)))
    if found is not None or not make:
        return found
    made = r.Person(
        given=parts.given,
        family=parts.family,
        native_name=parts.native,
        honorific=parts.honorific,
        name_order=parts.order,
        organisation_id=employer.id if employer is not None else None,
        **more,
    )
    return desk.add(made, folded(full_name(values)))


def _only(desk: Desk, match: Match, name: str) -> r.Person | None:
    """Return the one person of a whole name, else the one that is as good as known."""
    some = [one for like in match.likes if (one := desk.get(r.Person, like.id)) is not None]
    same = [one for one in some if name in _names(one)]
    if len(same) == 1 and " " in name:
        return same[0]
    return some[0] if some and not same and match.likes[0].score >= SURE else None


def delegate_named(desk: Desk, name: str) -> r.Delegate | None:
    """Return the delegate of a name, in whichever order its parts are written; None where it is nobody, or two."""
    wanted = frozenset(folded(names.without_honorific(name)[1]).replace(",", " ").split())
    found = []
    for one in desk.all(r.Delegate):
        own = desk.get(r.Person, one.person_id)
        if own is not None and wanted and any(wanted == frozenset(text.split()) for text in _names(own)):
            found.append(one)
    return found[0] if len(found) == 1 else None


def traveller(desk: Desk, values: Mapping[str, Any]) -> r.Person | None:
    """Return who a room or a seat is for: a delegate by name, else somebody known or new."""
    name = full_name(values)
    if not name:
        return None
    known = delegate_named(desk, name)
    if known is not None:
        return desk.get(r.Person, known.person_id)
    employer = organisation_named(desk, values.get("organisation"))
    return person_named(desk, name, employer)


def full_name(values: Mapping[str, Any]) -> str:
    """Return the whole name a draft tells."""
    parts = (values.get("given"), values.get("family"))
    return " ".join(str(one) for one in parts if one) or str(values.get("native_name") or "")


def _facts(values: Mapping[str, Any]) -> PersonFacts:
    return PersonFacts(
        uuid4(),
        str(values.get("given") or ""),
        str(values.get("family") or ""),
        str(values.get("native_name") or ""),
        str(values.get("organisation") or ""),
        str(values.get("email") or ""),
        tuple(str(values[key]) for key in ("mobile", "phone") if values.get(key)),
    )


def _names(one: r.Person) -> set[str]:
    turned = " ".join(part for part in (one.family, one.given) if part)
    some = (one.full_name, turned, one.native_name, " ".join(p for p in (one.given, one.family) if p))
    return {folded(text) for text in some if text}


def _employer(desk: Desk, one: r.Person) -> str:
    own = desk.get(r.Organisation, one.organisation_id)
    return (own.name or own.short or "") if own is not None else ""


def _compatible(desk: Desk, one: r.Person, mail: str, work: str) -> bool:
    """Tell whether nothing that is told speaks against somebody of this name."""
    if mail and one.email and folded(one.email) != mail:
        return False
    employer = _employer(desk, one)
    if not work or not employer or folded(work) == folded(employer):
        return True
    own = desk.get(r.Organisation, one.organisation_id)
    return own is not None and folded(work) in {folded(t) for t in (own.name, own.short, own.native_name) if t}


# -- places and groups --------------------------------------------------------------------------------


def place(desk: Desk, values: Mapping[str, Any]) -> Match:
    """Recognise a place by name, city and country."""
    name, city, country = (str(values.get(key) or "") for key in ("name", "city", "country"))
    for one in desk.fresh(r.Place, folded(name)):
        if _same(one.city, city) and _same(one.country, country):
            return Match(one)
    facts = PlaceFacts(uuid4(), name, str(values.get("address") or ""), city, country)
    found = desk.alike(r.Place, facts)
    for one, _ in found:
        if folded(one.name or "") == folded(name) and _same(one.city, city) and _same(one.country, country):
            return Match(one)
    return Match(None, tuple(like for _, like in found))


def place_named(desk: Desk, name: object, *, make: bool, **more: Any) -> r.Place | None:
    """Return the place of a name: known, as good as known, or new where ``make``; None for none."""
    typed = clean(" ".join(str(name or "").split())[:MAX_LINE], MAX_LINE)
    if not typed:
        return None
    match = place(desk, {"name": typed, **more})
    if match.sure is not None:
        return match.sure  # type: ignore[no-any-return]
    found = desk.get(r.Place, match.likes[0].id) if match.likes and match.likes[0].score >= SURE else None
    if found is not None or not make:
        return found
    made = r.Place(name=typed, **{key: value for key, value in more.items() if value})
    return desk.add(replace(made, zone=made.zone or guessed_zone(made)), folded(typed))


def group_named(desk: Desk, name: str) -> r.Group | None:
    """Return the group of a name or of its letter, new where there is none; None for no name."""
    typed = clean(" ".join(name.split())[:MAX_LINE], MAX_LINE)
    if not typed:
        return None
    wanted = folded(typed)
    bare = wanted.removeprefix("gruppo ").removeprefix("group ").removeprefix("gruppe ").removeprefix("grupo ")
    for one in desk.all(r.Group):
        own = {folded(text) for _, text in one.name.entries} if one.name else set()
        if own & {wanted, bare, f"group {bare}", f"gruppo {bare}"}:
            return one
    position = len(desk.all(r.Group))
    return desk.add(r.Group(mission_id=desk.mission.id, position=position, name=desk.texts(typed)))


def zone_of(city: str | None, country: str | None) -> str | None:
    """Return the zone of a city, None where nobody knows it."""
    found = knowledge.city(city, country) if city else None
    return found.zone if found is not None else None


def _same(one: object, other: object) -> bool:
    """Tell whether two values agree, or one of them is not told."""
    return not one or not other or folded(str(one)) == folded(str(other))


def _digits(text: object) -> str:
    return "".join(one for one in str(text or "") if one.isalnum()).upper()
