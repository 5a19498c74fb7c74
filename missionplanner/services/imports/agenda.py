"""Take agenda items in, with their hosts, people, groups and the flights they stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.domain.vocabulary import ItemKind, ItemRole
from missionplanner.services import knowledge
from missionplanner.services.imports import matching
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.drafts import AGENDA
from missionplanner.services.imports.taking import Decision, Taken
from missionplanner.services.programme import agenda

_PLAIN = (
    *("date", "start", "end", "end_date", "zone", "end_zone", "part_of_day", "city", "country", "status"),
    *("dress_code", "team_notes"),
)


_BIG = 100_000
"""Inhabitants of a city that is known by its name alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """Be somebody an item names, in the role they have there."""

    name: str
    role: ItemRole | None = None
    job: str | None = None
    email: str | None = None


def item(desk: Desk, values: Mapping[str, Any], decision: Decision, ref: str | None = None) -> Taken:
    """Take an item in: the one of this name in an earlier file, else of this title on this day, else a new one.

    Raises Invalid for one without a title and for a time that clocks skip.
    """
    title = _title(values)
    ours = _known(desk, values, title, decision, ref)
    told = _told(desk, values, title)
    if ours is None:
        position = len([one for one in desk.all(r.AgendaItem) if one.date == told.get("date")]) + 1
        told.setdefault("kind", ItemKind.OTHER)
        record = desk.add(r.AgendaItem(mission_id=desk.mission.id, position=position, **told))
    else:
        record = desk.lay(ours, _news(desk, ours, told))
    assert desk.plan is not None
    agenda.refuse_impossible(desk.plan, record)
    hosts = _hosts(desk, record, values)
    _people(desk, record, values, hosts)
    record = _audience(desk, record, values)
    record = _legs(desk, record, values)
    if ref is not None and (AGENDA, ref) not in desk.refs and not desk.all(r.FileRef, list=AGENDA, ref=ref):
        place = len(desk.all(r.FileRef, list=AGENDA))
        desk.add(
            r.FileRef(mission_id=record.mission_id, list=AGENDA, record_id=record.id, ref=ref, position=place)
        )
    return Taken(record)


def _title(values: Mapping[str, Any]) -> str:
    hosts = values.get("hosts") or ()
    title = values.get("title") or (hosts[0] if hosts else None) or values.get("place")
    typed = clean(" ".join(str(title or "").split())[:MAX_LINE], MAX_LINE)
    if not typed:
        raise Invalid(N_("Give the item a title."), field="title")
    return typed


def _known(
    desk: Desk, values: Mapping[str, Any], title: str, decision: Decision, ref: str | None
) -> r.AgendaItem | None:
    if decision.into is not None:
        return desk.get(r.AgendaItem, decision.into)
    if decision.apart:
        return None
    if ref is not None and (AGENDA, ref) in desk.refs:
        return desk.get(r.AgendaItem, desk.refs[AGENDA, ref])
    taken = {op.record_id for op in desk.all(r.FileRef, list=AGENDA)} if ref is not None else set()
    wanted, date, start = folded(title), values.get("date"), values.get("start")
    same = [
        one
        for one in desk.all(r.AgendaItem)
        if one.date == date and one.id not in taken and wanted in {folded(text) for _, text in one.title.entries}
    ]
    return desk.claim([*(one for one in same if one.start == start), *same])


def _told(desk: Desk, values: Mapping[str, Any], title: str) -> dict[str, Any]:
    told = {name: values[name] for name in _PLAIN if values.get(name) not in (None, ())}
    if values.get("kind") not in (None, ItemKind.OTHER):
        told["kind"] = values["kind"]
    told["title"] = desk.texts(title)
    told["text"] = desk.texts(values.get("text"))
    spoken = values.get("language")
    told["language"] = (spoken[0] if spoken else None) if isinstance(spoken, tuple) else spoken
    known = matching.place_named(desk, values.get("place"), make=False, city=values.get("city"))
    if known is not None:
        told["place_id"] = known.id
    else:
        parts = (values.get("place"), values.get("address"))
        told["place_text"] = ", ".join(str(one) for one in parts if one)[:MAX_LINE] or None
    if told.get("city") and not told.get("country"):
        countries = {one.country for one in desk.all(r.Destination) if one.country}
        cities = [knowledge.city(told["city"], one) for one in sorted(countries)] or [knowledge.city(told["city"])]
        told["country"] = next((one.country for one in cities if one is not None), None)
    return {name: value for name, value in told.items() if value not in (None, ())}


def _news(desk: Desk, ours: r.AgendaItem, told: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the item's leg or its place says already, where the item itself says nothing."""
    leg, place = desk.get(r.Leg, ours.leg_id), desk.get(r.Place, ours.place_id)
    known: dict[str, Any] = {}
    if leg is not None:
        known |= {"start": leg.start, "end": leg.end, "end_date": leg.end_date or leg.date}
    if place is not None:
        known |= {"city": place.city, "country": place.country}
    return {
        name: value
        for name, value in told.items()
        if getattr(ours, name) is not None or name not in known or value != known[name]
    }


def _hosts(desk: Desk, record: r.AgendaItem, values: Mapping[str, Any]) -> list[r.Organisation]:
    found = []
    for name in values.get("hosts") or ():
        host = matching.organisation_named(desk, name)
        if host is None:
            continue
        found.append(host)
        if not desk.all(r.ItemHost, item_id=record.id, organisation_id=host.id):
            place = len(desk.all(r.ItemHost, item_id=record.id))
            desk.add(
                r.ItemHost(
                    mission_id=record.mission_id, item_id=record.id, organisation_id=host.id, position=place
                )
            )
    return found


def _people(desk: Desk, record: r.AgendaItem, values: Mapping[str, Any], hosts: list[r.Organisation]) -> None:
    employer = hosts[0] if len(hosts) == 1 else None
    for one in values.get("people") or ():
        named = one if isinstance(one, Named) else Named(str(one))
        theirs = employer if named.role in (ItemRole.HOST_CONTACT, ItemRole.GUIDE) else None
        found = matching.person_named(desk, named.name, theirs, job=desk.texts(named.job), email=named.email)
        if found is None or desk.all(r.ItemPerson, item_id=record.id, person_id=found.id):
            continue
        place = len(desk.all(r.ItemPerson, item_id=record.id))
        desk.add(
            r.ItemPerson(
                mission_id=record.mission_id,
                item_id=record.id,
                person_id=found.id,
                role=named.role,
                position=place,
            )
        )


def _audience(desk: Desk, record: r.AgendaItem, values: Mapping[str, Any]) -> r.AgendaItem:
    groups = [group for name in values.get("groups") or () if (group := matching.group_named(desk, name))]
    for group in groups:
        if not desk.all(r.AudienceGroup, item_id=record.id, group_id=group.id):
            place = len(desk.all(r.AudienceGroup, item_id=record.id))
            desk.add(
                r.AudienceGroup(mission_id=record.mission_id, item_id=record.id, group_id=group.id, position=place)
            )
    return desk.lay(record, {"audience_limited": True}) if groups and not record.audience_limited else record


# -- legs ---------------------------------------------------------------------------------------------


def _legs(desk: Desk, record: r.AgendaItem, values: Mapping[str, Any]) -> r.AgendaItem:
    """Make the flights and trains an item names legs; an item with one alone stands for it."""
    named = [one for one in values.get("legs") or () if one.number or one.operator]
    legs = [_leg(desk, record, one, alone=len(named) == 1) for one in named]
    if len(legs) != 1 or record.leg_id is not None or record.date is None:
        return record
    leg = legs[0]
    agrees = all(getattr(record, name) in (None, getattr(leg, name)) for name in ("start", "end", "end_date"))
    return desk.set(record, leg_id=leg.id) if agrees else record


def _leg(desk: Desk, record: r.AgendaItem, found: Any, *, alone: bool) -> r.Leg:
    same = [one for one in desk.all(r.Leg) if one.number == found.number and one.date == record.date]
    start = found.start or (record.start if alone else None)
    end = found.end or (record.end if alone else None)
    days = dt.timedelta(days=found.end_days)
    told: dict[str, Any] = {
        "mode": found.mode,
        "operator": found.operator,
        "number": found.number,
        "date": record.date,
        "start": start,
        "end": end,
        "end_date": record.date + days if record.date and found.end_days else None,
        **stops(found.origin, found.destination),
    }
    if same and found.number:
        return desk.lay(same[0], told)
    return desk.add(r.Leg(mission_id=record.mission_id, position=len(desk.all(r.Leg)), **told))


def stops(origin: str | None, destination: str | None) -> dict[str, Any]:
    """Return where a leg begins and ends: airports by code with their zones, other places as they are written."""
    told: dict[str, Any] = {}
    for key, zone, name in (("origin", "zone", origin), ("destination", "end_zone", destination)):
        if not name:
            continue
        port = knowledge.airport(name) if len(name) == 3 and name.isupper() else None
        if port is not None:
            told |= {key: name, zone: port.zone}
            continue
        told[f"{key}_text"] = name
        town = knowledge.city(name)
        if town is not None and town.people >= _BIG:
            told[zone] = town.zone
    return told
