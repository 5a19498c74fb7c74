"""Take delegates in: the person, the organisation, the delegate and what belongs to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import LegMode
from missionplanner.services.imports import directory, matching
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.taking import Decision, Taken, settled

_PLAIN = ("role", "status", "precedence", "badge", "visa", "fee", "consent_photo", "consent_contact", "notes")
_SECRET = ("diet", "nationality", "document_expires")
_CONFIDENTIAL = (
    *("access_needs", "emergency", "home_address", "document_number", "document_name", "document_issuer"),
    *("document_issued", "document_born", "document_birthplace"),
)


def delegate(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take a delegate in; a row with an organisation and no name is a place not yet named. Raises Invalid."""
    if not matching.full_name(values):
        if not values.get("organisation"):
            raise Invalid(N_("Nobody is named here."), field="family")
        return _unnamed(desk, values)
    among = frozenset(one.person_id for one in desk.all(r.Delegate) if one.person_id is not None)
    match = matching.person(desk, values, among=among)
    ours, likes = settled(match, desk.get(r.Person, decision.into), decision)
    one = directory.person(desk, values, ours)
    known = desk.all(r.Delegate, person_id=one.id)
    record = known[0] if known else _added(desk, person_id=one.id)
    record = desk.lay(record, _told(values))
    _groups(desk, record, values)
    _confidential(desk, record, values)
    record = _journeys(desk, record, one, values)
    if values.get("share_with"):
        desk.later(lambda: _share(desk, record, str(values["share_with"])))
    return Taken(record, likes)


def _unnamed(desk: Desk, values: Mapping[str, Any]) -> Taken:
    owner = matching.organisation_named(
        desk,
        values["organisation"],
        **{key: values.get(key) for key in ("country", "city", "website") if values.get(key)},
    )
    if owner is None:
        raise Invalid(N_("Nobody is named here."), field="family")
    free = desk.claim(
        one
        for one in desk.all(r.Delegate, place_of_id=owner.id)
        if (who := desk.get(r.Person, one.person_id)) is None or who.unnamed
    )
    record = desk.lay(free or _added(desk, place_of_id=owner.id), _told(values))
    _groups(desk, record, values)
    return Taken(record)


def _added(desk: Desk, **who: Any) -> r.Delegate:
    position = len(desk.all(r.Delegate))
    return desk.add(r.Delegate(mission_id=desk.mission.id, position=position, **who))


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: values[name] for name in _PLAIN if values.get(name) not in (None, ())}
    told |= {"room_wish": values["room"]} if values.get("room") else {}
    told |= {name: Secret(_text(values[name])) for name in _SECRET if values.get(name)}
    if isinstance(values.get("fee"), Decimal) and values.get("currency"):
        told["fee_currency"] = values["currency"]
    return told


def _groups(desk: Desk, record: r.Delegate, values: Mapping[str, Any]) -> None:
    for name in values.get("groups") or ():
        group = matching.group_named(desk, name)
        if group is None or desk.all(r.DelegateGroup, delegate_id=record.id, group_id=group.id):
            continue
        place = len(desk.all(r.DelegateGroup, delegate_id=record.id))
        desk.add(
            r.DelegateGroup(mission_id=record.mission_id, delegate_id=record.id, group_id=group.id, position=place)
        )


def _confidential(desk: Desk, record: r.Delegate, values: Mapping[str, Any]) -> None:
    told: dict[str, Any] = {name: Secret(_text(values[name])) for name in _CONFIDENTIAL if values.get(name)}
    if not told:
        return
    known = desk.all(r.Confidential, delegate_id=record.id)
    if known:
        desk.lay(known[0], told)
    else:
        desk.add(r.Confidential(mission_id=record.mission_id, delegate_id=record.id, **told))


def _journeys(desk: Desk, record: r.Delegate, one: r.Person, values: Mapping[str, Any]) -> r.Delegate:
    """Let the flights a row names be the ways there and back; those of one number and day are one leg."""
    for way in ("arrival", "departure"):
        number, day = values.get(f"{way}_flight"), values.get(f"{way}_date")
        if not number or not isinstance(day, dt.date):
            continue
        leg = next(
            (leg for leg in desk.all(r.Leg) if leg.number == number and day in (leg.date, leg.end_date)), None
        )
        if leg is None:
            time: dict[str, Any] = {"end" if way == "arrival" else "start": values.get(f"{way}_time")}
            position = len(desk.all(r.Leg))
            leg = desk.add(
                r.Leg(
                    mission_id=record.mission_id,
                    position=position,
                    mode=LegMode.FLIGHT,
                    number=number,
                    date=day,
                    **time,
                )
            )
        if not desk.is_stored(leg) or desk.all(r.LegPassenger, leg_id=leg.id):  # without any it carries everyone
            boarded(desk, leg, one)
        record = desk.lay(record, {f"{way}_id": leg.id})
    return record


def boarded(desk: Desk, leg: r.Leg, one: r.Person, **more: Any) -> r.LegPassenger:
    """Put somebody on a leg, with what is told of their place on it."""
    there = desk.all(r.LegPassenger, leg_id=leg.id, person_id=one.id)
    told = {key: value for key, value in more.items() if value}
    if there:
        return desk.lay(there[0], told)
    position = len(desk.all(r.LegPassenger, leg_id=leg.id))
    return desk.add(
        r.LegPassenger(mission_id=leg.mission_id, leg_id=leg.id, person_id=one.id, position=position, **told)
    )


def _share(desk: Desk, record: r.Delegate, name: str) -> None:
    other = matching.delegate_named(desk, name)
    own = desk.get(r.Delegate, record.id)
    if other is not None and own is not None and other.id != own.id:
        desk.lay(own, {"share_with_id": other.id})


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
