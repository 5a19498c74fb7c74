"""Make the call sheet of a delay: whom to ring, at which number, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.live_day.cascade import Cascade, Late, Move
from missionplanner.domain.partners.partnering import newest_first
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole


class Reason(StrEnum):
    """Say as what somebody is rung."""

    HOST = "host"
    DRIVER = "driver"
    PLACE = "place"
    PART = "part"
    """Somebody who plays a part in it: speaks, interprets, guides."""
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Call:
    """Be somebody to ring. ``number`` "" is not known: it has to be found.

    ``about`` is the item or leg, ``say`` what to tell; its title is in the mission's first language, ``title`` has
    it in all there are. ``languages`` are those they speak, the best first, or that are spoken at the item.
    """

    reason: Reason
    name: str
    of: str
    number: str
    about: UUID | None
    say: Message
    person_id: UUID | None = None
    languages: tuple[str, ...] = ()
    title: Texts | None = None

    def say_in(self, language: str, others: tuple[str, ...] = ()) -> Message:
        """Return what to tell with the title in a language, else in one of the others."""
        if self.title is None:
            return self.say
        return Message.of(self.say.text, {**dict(self.say.arguments), "title": self.title.best(language, others)})


_LATER = N_("“{title}” begins at {start} instead of {planned}: {minutes} minutes later.")
_SHORTER = N_("“{title}” ends at {end} instead of {planned}.")
_LATE = N_("We come {minutes} minutes late to “{title}” at {planned}.")
_SOME_LATE = N_("Some of us ({people}) come {minutes} minutes late to “{title}” at {planned}.")
_RIDE = N_("The departure of {title} is at {start} instead of {planned}.")
_WAIT = N_("We come {minutes} minutes late to the departure of {title} at {planned}.")
_TELL = {ItemRole.SPEAKER, ItemRole.INTERPRETER, ItemRole.MODERATOR, ItemRole.GUIDE}
_HOUSES = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})
"""Items of which the house itself is rung where nobody hosts them."""


def calls_for(plan: MissionPlan, found: Cascade) -> tuple[Call, ...]:
    """Return whom to ring before a proposal holds, in the order of the day, each once for each thing.

    Hosts by their contact, drivers, restaurants, who plays a part from outside, and the leaders of the groups.
    """
    calls: dict[tuple[object, ...], Call] = {}
    for move in found.moves:
        for one in _of_move(plan, move):
            calls.setdefault((one.person_id or one.name, one.about), one)
    for late in found.missed:
        for one in _of_late(plan, late):
            calls.setdefault((one.person_id or one.name, one.about), one)
    for one in _leaders(plan, found):
        calls.setdefault((one.person_id or one.name, one.about), one)
    return tuple(calls.values())


def _of_move(plan: MissionPlan, move: Move) -> Iterator[Call]:
    item, leg = plan.item(move.item_id), plan.leg(move.leg_id)
    start, planned, end = move.after.start, move.before.start, move.after.end
    told: dict[str, Any] = {
        "start": f"{start:%H:%M}" if start else "",
        "planned": f"{planned:%H:%M}" if planned else "",
        "minutes": move.minutes,
    }
    if leg is not None:
        yield from _driver(plan, leg, Message.of(_RIDE, {"title": _leg_title(plan, leg, item), **told}))
        return
    if item is None:
        return
    told |= {"title": _title(plan, item)}
    if not move.minutes:
        told |= {
            "end": f"{end:%H:%M}" if end else "",
            "planned": f"{move.before.end:%H:%M}" if move.before.end else "",
        }
    yield from _of_item(plan, item, Message.of(_LATER if move.minutes else _SHORTER, told))


def _of_late(plan: MissionPlan, late: Late) -> Iterator[Call]:
    item, leg = plan.item(late.item_id), plan.leg(late.leg_id)
    if leg is not None:
        told = {"title": _leg_title(plan, leg, item), "minutes": late.minutes, "planned": _clock(leg.start)}
        yield from _driver(plan, leg, Message.of(_WAIT, told))
    elif item is not None:
        told = {"title": _title(plan, item), "minutes": late.minutes, "planned": _clock(item.start)}
        some = 0 < len(late.people) < len(plan.audience(item))
        say = Message.of(_SOME_LATE, {**told, "people": len(late.people)}) if some else Message.of(_LATE, told)
        yield from _of_item(plan, item, say)


def _clock(time: Any) -> str:
    return f"{time:%H:%M}" if time is not None else ""


def _of_item(plan: MissionPlan, item: r.AgendaItem, say: Message) -> Iterator[Call]:
    spoken = (item.language,) if item.language else ()
    for one in _at(plan, item, say):
        yield replace(one, languages=one.languages or spoken, title=item.title)


def _at(plan: MissionPlan, item: r.AgendaItem, say: Message) -> Iterator[Call]:
    contacts = list(_contacts(plan, item))
    for person, owner in contacts:
        yield _to(plan, person, Reason.HOST, item.id, say, owner)
    place = plan.place(item.place_id)
    if not contacts:
        for host in plan.hosts(item):
            yield Call(Reason.HOST, _name(host), "", host.phone or _phone(place), item.id, say)
    if place is not None and not plan.hosts(item) and (item.kind in _HOUSES or place.phone):
        yield Call(Reason.PLACE, place.name or "", place.city or "", _phone(place), item.id, say)
    ours = plan.everyone
    for role in plan.item_roles(item):
        guest = plan.person(role.person_id)
        if role.role in _TELL and guest is not None and not guest.unnamed and guest.id not in ours:
            yield _to(plan, guest, Reason.PART, item.id, say)


def _contacts(plan: MissionPlan, item: r.AgendaItem) -> Iterator[tuple[r.Person, r.Organisation | None]]:
    """Give who answers for the host at an item: its host contacts, else those of the partner, best first."""
    named = [one.person_id for one in plan.item_roles(item) if one.role is ItemRole.HOST_CONTACT]
    found = [(person, None) for one in named if (person := plan.person(one)) is not None and not person.unnamed]
    if found:
        yield from found
        return
    for host in plan.hosts(item):
        for partner in plan.of("partners", "organisation_id", host.id):
            log = newest_first(plan.of("partner_requests", "partner_id", partner.id))
            ids = [one.person_id for one in plan.of("partner_contacts", "partner_id", partner.id)]
            ids += [one.person_id for one in log]
            known = [person for one in ids if (person := plan.person(one)) is not None and not person.unnamed]
            if known:
                yield known[0], host
                break


def _to(
    plan: MissionPlan,
    person: r.Person,
    reason: Reason,
    about: UUID | None,
    say: Message,
    owner: r.Organisation | None = None,
) -> Call:
    own = owner or plan.organisation(person.organisation_id)
    number = person.mobile or person.phone or (own.phone if own is not None else None) or ""
    name = person.full_name or person.native_name or ""
    return Call(reason, name, _name(own), number, about, say, person.id, person.languages)


def _driver(plan: MissionPlan, leg: r.Leg, say: Message) -> Iterator[Call]:
    vehicle = plan.get(r.Vehicle, leg.vehicle_id)
    supplier = plan.organisation(vehicle.supplier_id) if vehicle is not None else None
    if vehicle is not None and (vehicle.driver or vehicle.driver_phone or vehicle.name):
        number = vehicle.driver_phone or (supplier.phone if supplier is not None else None) or ""
        yield Call(Reason.DRIVER, vehicle.driver or vehicle.name or "", _name(supplier), number, leg.id, say)
    elif leg.operator:
        yield Call(Reason.DRIVER, leg.operator, "", "", leg.id, say)


def _leaders(plan: MissionPlan, found: Cascade) -> Iterator[Call]:
    """Give the leaders of the groups the delay reaches, with the first thing that is another for them."""
    for group in plan.groups:
        members = plan.group_members.get(group.id, frozenset())
        leader = plan.person(group.leader_id or group.deputy_id)
        if leader is None or leader.unnamed:
            continue
        for move in found.moves:
            item, start = plan.item(move.item_id), move.after.start
            if item is None or not move.minutes or start is None or members.isdisjoint(plan.people_of(item)):
                continue
            told = {
                "title": _title(plan, item),
                "start": f"{start:%H:%M}",
                "planned": _clock(move.before.start),
                "minutes": move.minutes,
            }
            yield replace(_to(plan, leader, Reason.GROUP, item.id, Message.of(_LATER, told)), title=item.title)
            break


def _leg_title(plan: MissionPlan, leg: r.Leg, item: r.AgendaItem | None) -> str:
    number = " ".join(one for one in (leg.operator, leg.number) if one)
    route = "–".join(
        one for one in (leg.origin_text or leg.origin, leg.destination_text or leg.destination) if one
    )
    return ", ".join(one for one in (number, route) if one) or (_title(plan, item) if item is not None else "")


def _title(plan: MissionPlan, item: r.AgendaItem) -> str:
    return item.title.best("", plan.mission.languages)


def _phone(place: r.Place | None) -> str:
    return (place.phone or "") if place is not None else ""


def _name(one: r.Organisation | None) -> str:
    return (one.name or one.short or one.native_name or "") if one is not None else ""
