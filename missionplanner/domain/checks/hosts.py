"""Find what is still to be settled with hosts: whether, where, with whom, and who may enter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, crowded, some_of, who
from missionplanner.domain.checks.places import at_places
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Row, in_programme_order
from missionplanner.domain.checks.when import instant
from missionplanner.domain.delegates.requirements import settled_by
from missionplanner.domain.partners.access_lists import notice_of
from missionplanner.domain.partners.partnering import by_silence
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import (
    AccessState,
    ItemKind,
    ItemRole,
    ItemStatus,
    RequirementKind,
)

VISITS = frozenset({ItemKind.SITE_VISIT, ItemKind.INSTITUTIONAL_MEETING})
OPEN = frozenset({ItemStatus.REQUESTED, ItemStatus.TENTATIVE})
RECEIVING = frozenset({ItemRole.HOST_CONTACT, ItemRole.GUIDE, ItemRole.SPEAKER, ItemRole.MODERATOR})
"""Roles of somebody on the other side one may call."""
SIGNING_DAYS = 7
"""Days before a visit by which papers are signed where a place names no days of its own."""

_UNCONFIRMED = Lists(
    one=N_("“{names}” is not confirmed yet; departure is on {departure_day}."),
    few=N_("“{names}” are not confirmed yet; departure is on {departure_day}."),
    many=N_("{count} items are not confirmed yet, among them “{names}”; departure is on {departure_day}."),
)
_ADDRESS = Lists(
    one=N_("“{names}” has no address."),
    few=N_("“{names}” have no address."),
    many=N_("{count} items have no address, among them “{names}”."),
)
_CONTACT = Lists(
    one=N_("“{names}”: nobody is named to contact at the host."),
    few=N_("“{names}”: nobody is named to contact at the hosts."),
    many=N_("{count} items, among them “{names}”: nobody is named to contact at the hosts."),
)
_ENTRANCE = Lists(
    one=N_("“{names}” asks for documents at the door, and nobody says which entrance it is."),
    few=N_("“{names}” ask for documents at the door, and nobody says which entrance it is."),
    many=N_(
        "{count} places ask for documents at the door, among them “{names}”; nobody says which entrance it is."
    ),
)
_ANSWER = Lists(
    one=N_("“{names}” has not answered for more than {days} days."),
    few=N_("“{names}” have not answered for more than {days} days."),
    many=N_("{count} hosts have not answered for more than {days} days, among them “{names}”."),
)
_LIST = N_("{place} wants the list of visitors by {day}; people: {people}.")
_LATE_LIST = Lists(
    one=N_("The list of visitors for “{names}” was due by {day}."),
    few=N_("The lists of visitors for “{names}” were due, the first by {day}."),
    many=N_("The lists of visitors for {count} places were due, the first by {day}, among them “{names}”."),
)
_TURNED_AWAY = Lists(
    one=N_("{who}: {place} refused them, and they are still meant for “{names}”."),
    few=N_("{who}: {place} refused them, and they are still meant for “{names}”."),
    many=N_("{who}: {place} refused them, and they are still meant for {count} items, among them “{names}”."),
)
_NDA = N_("{place} asks for signed non-disclosure agreements by {day}; people: {people}.")
_LATE_NDA = Lists(
    one=N_("The signed non-disclosure agreements for “{names}” were due by {day}."),
    few=N_("The signed non-disclosure agreements for “{names}” were due, the first by {day}."),
    many=N_(
        "The signed non-disclosure agreements for {count} places were due, the first by {day}, "
        "among them “{names}”."
    ),
)


def _days_left(scene: Scene) -> int | None:
    today = scene.options.today
    return max(0, (scene.plan.mission.first_day - today).days) if today is not None else None


def _about(scene: Scene, sentences: Lists, rows: list[Row], **told: object) -> Observed:
    message, titles = some_of(scene, sentences, [row.item.title for row in rows], dict(told))
    return Observed(message=message, items=tuple(row.item.id for row in rows), titles=titles)


def _open(scene: Scene) -> Iterable[Row]:
    """Return the rows that are not over."""
    today, rows = scene.options.today, scene.in_order
    return (row for row in rows if today is None or row.times.date is None or row.times.date >= today)


@rule("unconfirmed", severity=Severity.TO_DO, title=N_("Not confirmed"), opens=30, options=("confirm_days",))
def unconfirmed(scene: Scene) -> Iterator[Observed]:
    """Yield the items of the programme that are only asked for, in one line; gravely shortly before departure."""
    rows = [row for row in _open(scene) if row.item.status in OPEN]
    days = _days_left(scene)
    if not rows or days is None:
        return
    told = {"departure_day": scene.plan.mission.first_day.isoformat()}
    message, titles = some_of(scene, _UNCONFIRMED, [row.item.title for row in rows], told)
    yield Observed(
        message=message,
        items=tuple(row.item.id for row in rows),
        titles=titles,
        severity=Severity.WARNING if days <= scene.options.confirm_days else None,
        at=_first_day(rows),
    )


def _first_day(rows: list[Row]) -> str:
    return min((row.times.date.isoformat() for row in rows if row.times.date), default="")


@rule("no_address", severity=Severity.TO_DO, title=N_("Without an address"), opens=21)
def no_address(scene: Scene) -> Iterator[Observed]:
    """Yield visits and meetings of which neither the place nor its host has an address."""
    rows = [row for row in _open(scene) if row.item.kind in AT_HOSTS and not _has_address(scene, row)]
    if rows:
        yield _about(scene, _ADDRESS, rows)


def _has_address(scene: Scene, row: Row) -> bool:
    place = scene.plan.place(row.item.place_id)
    if place is not None and (place.address or (place.lat is not None and place.lon is not None)):
        return True
    return any(one.address for one in scene.plan.hosts(row.item))


@rule("no_host_contact", severity=Severity.TO_DO, title=N_("Nobody to contact at the host"), opens=21)
def no_host_contact(scene: Scene) -> Iterator[Observed]:
    """Yield visits and meetings for which nobody on the other side is named, neither there nor as a partner's."""
    received = _received(scene)
    rows = [row for row in _open(scene) if row.item.kind in VISITS and row.item.id not in received]
    if rows:
        yield _about(scene, _CONTACT, rows)


def _contacts(scene: Scene, partner: r.Partner) -> bool:
    return bool(scene.plan.of("partner_contacts", "partner_id", partner.id))


def _received(scene: Scene) -> set[UUID]:
    """Return the items at which somebody on the other side is named, or at whose host a partner knows somebody."""
    plan, delegates = scene.plan, scene.plan.delegate_by_person
    known = {one.organisation_id for one in plan.partners if _contacts(scene, one)}
    there = {one.item_id for one in plan.item_hosts if one.organisation_id in known} if known else set()
    return there.union(
        one.item_id for one in plan.item_people if one.role in RECEIVING and one.person_id not in delegates
    )


@rule("no_entrance", severity=Severity.TO_DO, title=N_("Without an entrance"), opens=14)
def no_entrance(scene: Scene) -> Iterator[Observed]:
    """Yield places with a controlled door of which nobody says where it is."""
    places: dict[UUID, list[Row]] = {}
    for row in _open(scene):
        place = scene.plan.place(row.item.place_id)
        if place is not None and place.id_required and not place.entrance and not place.meeting_point:
            places.setdefault(place.id, []).append(row)
    if not places:
        return
    named = sorted((one for one in scene.plan.places if one.id in places), key=lambda one: str(one.id))
    message, titles = some_of(scene, _ENTRANCE, [one.name for one in named])
    yield Observed(
        message=message,
        items=tuple(row.item.id for one in named for row in places[one.id]),
        others=tuple(one.id for one in named),
        titles=titles,
    )


@rule(
    "no_answer",
    severity=Severity.TO_DO,
    title=N_("No answer"),
    opens=180,
    options=("answer_days",),
    rests_on=("partners", "partner_requests", "organisations"),
)
def no_answer(scene: Scene) -> Iterator[Observed]:
    """Yield the partners asked too many days ago who have not answered, in one line."""
    today, days = scene.options.today, scene.options.answer_days
    if today is None:
        return
    silent = [(today - dt.timedelta(gone), one) for one, gone in by_silence(scene.plan, today) if gone > days]
    if not silent:
        return
    organisations = [scene.plan.organisation(one.organisation_id) for _, one in silent]
    names = [(one.short or one.name) if one else None for one in organisations]
    message, titles = some_of(scene, _ANSWER, names, {"days": days})
    yield Observed(
        message=message,
        others=tuple(one.id for _, one in silent),
        titles=titles,
        facts=tuple(day.isoformat() for day, _ in silent),
        at=silent[0][0].isoformat(),
    )


# -- papers that places ask for ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Door:
    """Be one host's house: its places, the rows there by day, by when it wants papers, and whose are left."""

    name: str
    places: tuple[UUID, ...]
    rows: tuple[Row, ...]
    days: int
    due: dt.date
    left: frozenset[UUID] = frozenset()


@rule(
    "access_list_due",
    severity=Severity.TO_DO,
    title=N_("List of visitors due"),
    opens=365,
    options=("notice_lead_days",),
)
def access_list_due(scene: Scene) -> Iterator[Observed]:
    """Yield houses that want names some days before, and in one line those too late, until all were sent.

    Who was refused and is still meant to go there is warned of.
    """
    doors = _doors(scene, lambda place: notice_of(scene.plan, place))
    yield from _due(scene, [_but(scene, one, _announced(scene, one)) for one in doors], _LIST, _LATE_LIST)
    for door in doors:
        yield from _turned_away(scene, door)


@rule("nda_due", severity=Severity.TO_DO, title=N_("Agreement to sign"), opens=365, options=("notice_lead_days",))
def nda_due(scene: Scene) -> Iterator[Observed]:
    """Yield houses that want a signed agreement before a visit, until all have signed."""
    doors = _doors(scene, _signing_days)
    yield from _due(scene, [_but(scene, one, _signed(scene, one)) for one in doors], _NDA, _LATE_NDA)


def _signing_days(place: r.Place) -> int | None:
    return (SIGNING_DAYS if place.notice_days is None else place.notice_days) if place.nda else None


def _entries(scene: Scene, door: Door, states: Collection[AccessState]) -> frozenset[UUID]:
    """Return the visitors of a house whose entry is in one of these states at every place of it that has one."""
    found: dict[UUID, list[bool]] = {}
    for place in door.places:
        for one in scene.plan.of("access_entries", "place_id", place):
            found.setdefault(one.delegate_id, []).append(one.state in states)
    return _heads_of(scene, (one for one, known in found.items() if all(known)))


def _heads_of(scene: Scene, delegates: Iterable[UUID]) -> frozenset[UUID]:
    """Return who delegates are where heads are counted: their persons, themselves while nobody is named."""
    known = {one.id: one.person_id or one.id for one in scene.plan.delegates}
    return frozenset(known[one] for one in delegates if one in known)


def _announced(scene: Scene, door: Door) -> frozenset[UUID]:
    return _entries(scene, door, (AccessState.SENT, AccessState.CLEARED, AccessState.REFUSED))


def _signed(scene: Scene, door: Door) -> frozenset[UUID]:
    if not scene.plan.requirements:
        return frozenset()
    some = [settled_by(scene.plan, RequirementKind.NDA, place) for place in door.places]
    return _heads_of(scene, frozenset.intersection(*some))


def _but(scene: Scene, door: Door, done: frozenset[UUID]) -> Door:
    """Return a house with those left of whom something is still due."""
    return replace(door, left=_heads(scene, door) - done)


def _turned_away(scene: Scene, door: Door) -> Iterator[Observed]:
    today, last = scene.options.today, door.rows[-1].times.date
    refused = _entries(scene, door, (AccessState.REFUSED,)) & _heads(scene, door)
    rows = [row for row in door.rows if not refused.isdisjoint(scene.heads(row))]
    if not refused or not rows or (today is not None and last is not None and today > last):
        return
    message, titles = some_of(
        scene, _TURNED_AWAY, [row.item.title for row in rows], _refused_at(scene, door, refused)
    )
    yield Observed(
        message=message,
        items=tuple(row.item.id for row in rows),
        **crowded(scene, refused),
        others=door.places,
        subject="refused",
        titles=titles,
        severity=Severity.WARNING,
        at=instant(rows[0].span.start, rows[0].times.date),
    )


def _refused_at(scene: Scene, door: Door, refused: frozenset[UUID]) -> dict[str, Any]:
    return {"who": who(scene, refused), "place": door.name}


def _doors(scene: Scene, notice: Callable[[r.Place], int | None]) -> list[Door]:
    """Return the houses that want something some days before the first visit, by the day it is due."""
    houses: dict[tuple[object, int], list[tuple[r.Place, list[Row]]]] = {}
    for identity, rows in at_places(scene):
        place = scene.plan.place(identity)
        days = notice(place) if place is not None else None
        if place is not None and days is not None:
            house = (place.organisation_id or folded(place.address or "") or place.id, days)
            houses.setdefault(house, []).append((place, rows))
    return sorted(
        (_door(scene, some, days) for (_, days), some in houses.items()), key=lambda one: (one.due, one.name)
    )


def _door(scene: Scene, some: list[tuple[r.Place, list[Row]]], days: int) -> Door:
    some.sort(key=lambda pair: (folded(pair[0].name or ""), str(pair[0].id)))
    rows = tuple(in_programme_order(row for _, own in some for row in own))
    host = scene.plan.organisation(some[0][0].organisation_id) if len(some) > 1 else None
    name = (host.name if host else None) or some[0][0].name or some[0][0].address or "–"
    assert rows[0].times.date is not None
    due = rows[0].times.date - dt.timedelta(days=days)
    return Door(name, tuple(place.id for place, _ in some), rows, days, due)


def _due(scene: Scene, doors: list[Door], soon: str, late: Lists) -> Iterator[Observed]:
    today = scene.options.today
    if today is None:
        return
    lead = dt.timedelta(days=scene.options.notice_lead_days)
    passed: list[Door] = []
    for door in doors:
        if not door.left and _heads(scene, door):
            continue
        if door.rows[0].times.date is None or today > door.rows[0].times.date or today < door.due - lead:
            continue
        if today > door.due:
            passed.append(door)
            continue
        told = {"place": door.name, "people": len(door.left), "day": door.due.isoformat()}
        yield Observed(message=Message.of(soon, told), **_concerned(scene, [door]), at=door.due.isoformat())
    if passed:
        told = {"day": passed[0].due.isoformat()}
        message, titles = some_of(scene, late, [one.name for one in passed], told)
        yield Observed(
            message=message,
            **_concerned(scene, passed),
            titles=titles,
            severity=Severity.WARNING,
            at=passed[0].due.isoformat(),
        )


def _concerned(scene: Scene, doors: list[Door]) -> dict[str, Any]:
    """Return the fields of a finding: whose names are asked for counts among its facts."""
    heads = frozenset().union(*(door.left for door in doors))
    return {
        "items": tuple(row.item.id for door in doors for row in door.rows),
        "others": tuple(identity for door in doors for identity in door.places),
        "facts": (*(door.due.isoformat() for door in doors), *sorted(map(str, heads))),
    }


def _heads(scene: Scene, door: Door) -> frozenset[UUID]:
    """Return who of the delegation goes there, the places not yet named among them."""
    delegation = scene.plan.everyone | frozenset(one.id for one in scene.plan.travellers if one.person_id is None)
    return frozenset().union(*(scene.heads(row) for row in door.rows)) & delegation
