"""Tell delegates, the other people of a mission, partners with their log, organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.vocabulary import LegMode
from missionplanner.exchange.mission_lists.telling import Row, Teller
from missionplanner.exchange.tables.fields.people import CARE, TRAVEL_PAPERS

_SEALED_IN_PLAN = ("nationality", "document_expires", "diet")
_SEALED_APART = tuple(one.key for one in (*TRAVEL_PAPERS, *CARE) if one.key not in _SEALED_IN_PLAN)


def delegates(tell: Teller) -> Iterator[Row]:
    """Yield the delegates that are named, in their order."""
    confidential = {one.delegate_id: one for one in tell.dossier.confidential}
    for one in tell.plan.delegates:
        person = tell.plan.person(one.person_id)
        if person is not None and not person.unnamed:
            yield delegate(tell, one, confidential.get(one.id))


def delegate(tell: Teller, one: r.Delegate, apart: r.Confidential | None) -> Row:
    """Return what is told of a delegate; ``apart`` is what no plan carries of them."""
    person = tell.plan.person(one.person_id)
    known = someone(tell, person) if person is not None else {}
    return known | _in_mission(tell, one) | _journey(tell, one) | _sealed(tell, one, apart)


def unnamed(tell: Teller) -> Iterator[Row]:
    """Yield the places nobody is named for: how many of each organisation in the same role and groups."""
    counted: dict[tuple[str | None, str | None, tuple[str, ...]], int] = {}
    for one in tell.plan.delegates:
        if not tell.plan.is_named(one):
            person = tell.plan.person(one.person_id)
            owner = one.place_of_id or (person.organisation_id if person is not None else None)
            key = (tell.organisation(owner), tell.word(one.role), tell.groups(one))
            counted[key] = counted.get(key, 0) + 1
    for (name, role, groups), places in counted.items():
        yield {"organisation": name, "places": places, "role": role, "groups": groups}


def others(tell: Teller) -> Iterator[Row]:
    """Yield who is no delegate: contacts, speakers, hosts."""
    for one in tell.plan.people:
        if not one.unnamed and one.id not in tell.plan.delegate_by_person:
            yield someone(tell, one)


def someone(tell: Teller, person: r.Person) -> Row:
    """Return what is told of anybody: city and country are those of the organisation they work for."""
    work = tell.plan.organisation(person.organisation_id)
    return {
        **tell.named(person.id),
        "job": tell.text(person.job),
        "email": person.email,
        "mobile": person.mobile,
        "phone": person.phone,
        "city": work.city if work is not None else None,
        "country": tell.country(work.country) if work is not None else None,
        "languages": tell.tongues(person.languages),
        "tags": person.tags,
    }


def _in_mission(tell: Teller, one: r.Delegate) -> Row:
    return {
        "role": tell.word(one.role),
        "status": tell.word(one.status),
        "groups": tell.groups(one),
        "precedence": one.precedence,
        "badge": one.badge,
        "visa": tell.word(one.visa),
        "insurance": tell.word(one.insurance),
        "room": tell.word(one.room_wish),
        "share_with": tell.delegate(one.share_with_id),
        "fee": _fee(tell, one),
        "fee_state": tell.word(one.fee_state),
        "consent_photo": tell.yes_no(one.consent_photo),
        "consent_contact": tell.yes_no(one.consent_contact),
        "joins": one.joins,
        "leaves": one.leaves,
        "notes": one.notes,
    }


def _fee(tell: Teller, one: r.Delegate) -> Decimal | str | None:
    """Return a fee as a number, with its currency where that is not the mission's."""
    if one.fee is None or one.fee_currency in (None, tell.plan.mission.currency):
        return one.fee
    return f"{one.fee} {one.fee_currency}"


def _journey(tell: Teller, one: r.Delegate) -> Row:
    found: Row = {}
    for way, identity in (("arrival", one.arrival_id), ("departure", one.departure_id)):
        leg = tell.plan.leg(identity)
        if leg is None:
            continue
        times = leg_times(tell.plan, leg)
        arriving = way == "arrival"
        found[f"{way}_date"] = times.end_date if arriving else times.date
        found[f"{way}_time"] = times.end if arriving else times.start
        found[f"{way}_flight"] = leg.number if leg.mode in (None, LegMode.FLIGHT) else None
    return found


def _sealed(tell: Teller, one: r.Delegate, apart: r.Confidential | None) -> Row:
    if not tell.sensitive:
        return {}
    found: Row = {key: _typed(tell, key, getattr(one, key)) for key in _SEALED_IN_PLAN}
    if apart is not None:
        found |= {key: _typed(tell, key, getattr(apart, key)) for key in _SEALED_APART}
    return found


def _typed(tell: Teller, key: str, held: Any) -> Any:
    """Return a sealed text as a day or a country where it is one."""
    text = tell.secret(held)
    if text is None:
        return None
    if key == "nationality":
        return tell.country(text)
    if key in ("document_expires", "document_issued", "document_born"):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text


def partners(tell: Teller) -> Iterator[Row]:
    """Yield the partners with their contacts, the visits they host and the next day to ask again."""
    plan = tell.plan
    hosted: dict[UUID, list[str]] = {}
    for item in plan.items:
        for host in plan.hosts(item):
            hosted.setdefault(host.id, []).append(tell.text(item.title) or "")
    for one in plan.partners:
        contacts = plan.of("partner_contacts", "partner_id", one.id)
        log = plan.of("partner_requests", "partner_id", one.id)
        days = [each.next_day for each in log if each.next_day is not None and each.answered_on is None]
        yield {
            "organisation": tell.organisation(one.organisation_id),
            "role": tell.word(one.role),
            "state": tell.word(one.state),
            "region": one.region,
            "contacts": tuple(name for each in contacts if (name := tell.person(each.person_id))),
            "visits": tuple(name for name in hosted.get(one.organisation_id, ()) if name),
            "next_day": min(days, default=None),
            "notes": one.notes,
        }


def requests(tell: Teller) -> Iterator[Row]:
    """Yield the log of what was asked and answered, partner by partner."""
    for partner in tell.plan.partners:
        for one in tell.plan.of("partner_requests", "partner_id", partner.id):
            yield {
                "organisation": tell.organisation(partner.organisation_id),
                "date": one.date,
                "channel": tell.word(one.channel),
                "person": tell.person(one.person_id),
                "text": one.text,
                "answer": one.answer,
                "answered_on": one.answered_on,
                "next_day": one.next_day,
            }


def organisations(tell: Teller) -> Iterator[Row]:
    """Yield the organisations the mission refers to."""
    for one in tell.plan.organisations:
        yield organisation(tell, one)


def organisation(tell: Teller, one: r.Organisation) -> Row:
    """Return what is told of an organisation."""
    return {
        "name": one.name or one.short or one.native_name,
        "native_name": one.native_name,
        "short": one.short,
        "kind": tell.word(one.kind),
        "country": tell.country(one.country),
        "region": one.region,
        "city": one.city,
        "address": one.address,
        "website": one.website,
        "email": one.email,
        "phone": one.phone,
        "vat": one.vat,
        "employees": one.employees,
        "ecosystems": tell.words(one.ecosystems),
        "value_chains": one.value_chains,
        "profile": tell.text(one.profile),
        "offers": tell.text(one.offers),
        "seeks": tell.text(one.seeks),
        "tags": one.tags,
        "notes": one.notes,
    }
