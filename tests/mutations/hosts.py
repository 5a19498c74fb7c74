"""Ways to break what hosts need and give: addresses, doors, lists, answers, voices."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace

from missionplanner.domain import records as r
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.vocabulary import ItemKind, ItemRole, PartnerState
from tests.mutations.programme import made
from tests.mutations.world import DAY, KINDS, Fault, Planted, World, ends, identity


def _at_hosts(world: World) -> list[r.AgendaItem]:
    return [one for one in world.placed if one.kind in AT_HOSTS]


@KINDS.add(15)
def an_address_lost(world: World, chance: random.Random) -> Planted | None:
    """Take the place and the hosts from a visit."""
    rows = _at_hosts(world)
    if not rows:
        return None
    item = chance.choice(rows)
    hosts = world.plan.of("item_hosts", "item_id", item.id)
    after = made(world, replace(item, place_id=None), without=hosts)
    bare = frozenset(one.id for one in _at_hosts(after) if not _address(after, one))
    told = frozenset(
        {"no_address", "no_host_contact", "closed", "over_capacity", "no_entrance", "access_list_due"}
    )
    told |= {"nda_due", "tight_travel", "missing_transfer", "place_double_booked", "holiday", "weekend"}
    assert item.date is not None
    same = {one.id for one in world.placed if one.place_id is not None}  # a host's houses are told of together
    fault, day = Fault(("no_address",), bare), frozenset({item.date})
    return Planted(after.plan, (fault,), bare | same, world.who(item), day, told)


def _address(world: World, item: r.AgendaItem) -> bool:
    place = world.plan.place(item.place_id)
    if place is not None and (place.address or place.lat is not None):
        return True
    hosts = {one.organisation_id for one in world.plan.item_hosts if one.item_id == item.id}
    return any(one.address for one in world.plan.organisations if one.id in hosts)


def _a_place(world: World, chance: random.Random) -> r.Place | None:
    used = {one.place_id for one in world.binding if one.place_id is not None}
    places = [one for one in world.plan.places if one.id in used]
    return chance.choice(places) if places else None


@KINDS.add(10)
def a_door_nobody_knows(world: World, chance: random.Random) -> Planted | None:
    """Have a place ask for documents at a door nobody named."""
    place = _a_place(world, chance)
    if place is None:
        return None
    after = made(world, replace(place, id_required=True, entrance=None, meeting_point=None))
    used = {one.place_id for one in after.placed}
    doors = [one for one in after.plan.places if one.id in used and one.id_required]
    others = frozenset(one.id for one in doors if not one.entrance and not one.meeting_point)
    fault = Fault(("no_entrance",), others=others)
    return Planted(after.plan, (fault,), others, consequences=frozenset({"no_entrance"}))


def _paper(asked: Callable[[r.Place], r.Place], rule: str, world: World, place: r.Place | None) -> Planted | None:
    if place is None:
        return None
    own = replace(asked(place), organisation_id=None, address="Somewhere else 1")
    after = made(world, own)
    first = min(day for one in after.binding if one.place_id == place.id and (day := one.date))
    rows = frozenset(one.id for one in after.binding if one.place_id == place.id)
    late = world.today is not None and world.today > first - dt.timedelta(days=own.notice_days or 7)
    fault = Fault((rule,), None if late else rows, about=frozenset({place.id}))
    touched = rows | {one.id for one in after.plan.places}  # those too late are told in one line
    told = frozenset({"access_list_due", "nda_due"})
    return Planted(after.plan, (fault,), frozenset(touched), consequences=told)


@KINDS.add(10)
def a_list_that_is_due(world: World, chance: random.Random) -> Planted | None:
    """Have a place want the names of its visitors some days before."""
    days = chance.choice([3, 8, 20])
    return _paper(lambda one: replace(one, notice_days=days), "access_list_due", world, _a_place(world, chance))


@KINDS.add(10)
def an_agreement_to_sign(world: World, chance: random.Random) -> Planted | None:
    """Have a place want an agreement signed."""
    return _paper(lambda one: replace(one, nda=True), "nda_due", world, _a_place(world, chance))


@KINDS.add(30)
def a_host_who_is_silent(world: World, chance: random.Random) -> Planted | None:
    """Have a partner asked weeks ago without an answer."""
    if not world.plan.partners or world.today is None:
        return None
    partner = chance.choice(world.plan.partners)
    asked = r.PartnerRequest(
        id=identity("asked"),
        mission_id=partner.mission_id,
        partner_id=partner.id,
        date=world.today - chance.randint(11, 60) * DAY,
    )
    old = world.plan.of("partner_requests", "partner_id", partner.id)
    after = made(world, replace(partner, state=PartnerState.CONTACTED), asked, without=old)
    silent = frozenset(
        one.id
        for one in after.plan.partners
        if one.state is PartnerState.CONTACTED
        and (
            days := [each.date for each in after.plan.partner_requests if each.partner_id == one.id and each.date]
        )
        and (world.today - max(days)).days > 10
    )
    fault = Fault(("no_answer",), others=silent)
    return Planted(after.plan, (fault,), silent, consequences=frozenset({"no_answer"}))


@KINDS.add(15)
def nobody_to_call(world: World, chance: random.Random) -> Planted | None:
    """Take everybody on the other side from a visit: who receives there, and the contacts of its hosts."""
    rows = [one for one in world.placed if one.kind in {ItemKind.SITE_VISIT, ItemKind.INSTITUTIONAL_MEETING}]
    if not rows:
        return None
    item = chance.choice(rows)
    hosts = {one.organisation_id for one in world.plan.item_hosts if one.item_id == item.id}
    partners = {one.id for one in world.plan.partners if one.organisation_id in hosts}
    contacts = [one for one in world.plan.partner_contacts if one.partner_id in partners]
    roles = [one for one in world.plan.item_people if one.item_id == item.id]
    fault = Fault(("no_host_contact",), contains=frozenset({item.id}))
    told = frozenset(
        {"no_host_contact", "interpreter_missing", "interpreter_overload", "over_capacity", "double_booking"}
    )
    assert item.date is not None
    after, day = made(world, without=(*contacts, *roles)), frozenset({item.date})
    return Planted(after.plan, (fault,), frozenset({item.id}), world.who(item), day, told)


@KINDS.add()
def one_voice_for_too_long(world: World, chance: random.Random) -> Planted | None:
    """Have somebody interpret alone at two items one after the other, for more than an hour and a half."""
    rows = sorted(
        (one for one in world.meetings if not _voices(world, one)), key=lambda one: ends(world.times(one))
    )
    pairs = []
    for one, two in zip(rows, rows[1:], strict=False):
        (start, end), (begins, over) = ends(world.times(one)), ends(world.times(two))
        pause, total = begins - end, (end - start) + (over - begins)
        at_once = one.date == two.date and dt.timedelta(0) <= pause < dt.timedelta(minutes=10)
        if at_once and dt.timedelta(minutes=90) < total <= dt.timedelta(hours=6):
            pairs.append((one, two))
    if not pairs:
        return None
    both = chance.choice(pairs)
    voice = r.Person(id=identity("voice"), given="Vera", family="Voce")
    roles = [
        r.ItemPerson(
            id=identity(f"voice {one.id}"),
            mission_id=one.mission_id,
            item_id=one.id,
            person_id=voice.id,
            role=ItemRole.INTERPRETER,
        )
        for one in both
    ]
    items = frozenset(one.id for one in both)
    fault = Fault(("interpreter_overload",), items, frozenset({voice.id}))
    told = frozenset({"over_capacity", "access_list_due", "nda_due"})
    return Planted(made(world, voice, *roles).plan, (fault,), items, consequences=told)


def _voices(world: World, item: r.AgendaItem) -> list[r.ItemPerson]:
    return [one for one in world.plan.item_people if one.item_id == item.id and one.role is ItemRole.INTERPRETER]
