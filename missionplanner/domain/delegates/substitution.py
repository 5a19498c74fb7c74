"""Let one delegate take the place of another, or leave the delegation: what passes on, what goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import TRAVELLING, MissionPlan
from missionplanner.domain.vocabulary import DelegateStatus

_ASSIGNED = (
    ("audience_people", "item_id"),
    ("item_people", "item_id"),
    ("passengers", "leg_id"),
    ("guests", "stay_id"),
    ("participant_people", "participant_id"),
    ("seats", "table_id"),
    ("interpreters", "matchmaking_id"),
)
"""Parts of a plan that assign a person to something, with the field that says to what."""


def substituted(plan: MissionPlan, delegate: r.Delegate, person_id: UUID) -> Changes:
    """Return what puts a person in the place of a delegate, with role, groups, items, seats and beds.

    What is personal does not pass: documents, visa, insurance, diet, consents, fee and tickets in a name.
    Raises Invalid where the person travels already, or the delegate has no name yet.
    """
    old = delegate.person_id
    if old is None or not plan.is_named(delegate):
        raise Invalid(N_("Nobody is named for this place yet. Name somebody instead."), field="person")
    there = plan.delegate_by_person.get(person_id)
    if there is not None and (there.id == delegate.id or there.status in TRAVELLING):
        raise Invalid(N_("“{name}” is in the delegation already."), field="person", name=plan.label(person_id))
    base = there or r.Delegate(mission_id=plan.mission.id, position=_next(plan), person_id=person_id)
    new = replace(
        base,
        role=delegate.role,
        status=DelegateStatus.SELECTED,
        precedence=delegate.precedence,
        arrival_id=delegate.arrival_id,
        departure_id=delegate.departure_id,
        joins=delegate.joins,
        leaves=delegate.leaves,
        room_wish=delegate.room_wish,
        share_with_id=delegate.share_with_id,
    )
    gone = replace(delegate, status=DelegateStatus.REPLACED, replaced_by_id=new.id, precedence=None)
    saved: list[r.Record] = [gone, *_sharing(plan, delegate.id, new.id), *_leading(plan, old, person_id)]
    removed: list[r.Record] = []
    for one, double in _assigned(plan, old, person_id):
        (removed if double else saved).append(one if double else _given_to(one, person_id))
    saved += [replace(one, person_id=person_id) for one in plan.pitches if one.person_id == old]
    saved += [replace(one, interpreter_id=person_id) for one in plan.interpreted_by(old)]
    added: list[r.Record] = [] if there is not None else [new]
    if there is not None:
        saved.append(new)
    return Changes(tuple(saved), (*added, *_groups(plan, delegate, new)), tuple(removed))


def removed(plan: MissionPlan, ids: Collection[UUID]) -> Changes:
    """Return what takes delegates out of a mission with their seats, beds, parts in items and meetings.

    Whoever only stood for a place not yet named goes, too.
    """
    gone: list[r.Record] = [one for one in plan.delegates if one.id in ids]
    people = {one.person_id for one in plan.delegates if one.id in ids and one.person_id is not None}
    for part, _owner in _ASSIGNED:
        gone += [one for one in getattr(plan, part) if one.person_id in people]
    gone += [one for one in plan.people if one.id in people and one.unnamed]
    groups = [
        replace(
            one,
            leader_id=None if one.leader_id in people else one.leader_id,
            deputy_id=None if one.deputy_id in people else one.deputy_id,
        )
        for one in plan.groups
        if {one.leader_id, one.deputy_id} & people
    ]
    pitches = [replace(one, person_id=None) for one in plan.pitches if one.person_id in people]
    meetings = [replace(one, interpreter_id=None) for one in plan.meetings if one.interpreter_id in people]
    return Changes((*groups, *pitches, *meetings), (), tuple(gone))


def left_behind(delegate: r.Delegate, own: r.Confidential | None, tickets: bool) -> tuple[str, ...]:
    """Return what of a delegate is not passed on to whom takes their place, as message ids."""
    document = ("number", "name", "issuer", "issued", "born", "birthplace")
    sealed = [getattr(own, f"document_{name}") for name in document] if own is not None else []
    told: tuple[tuple[object, str], ...] = (
        (any([delegate.nationality, delegate.document_expires, *sealed]), N_("travel document")),
        (delegate.visa, N_("visa")),
        (delegate.insurance, N_("insurance")),
        (delegate.diet, N_("diet")),
        (own is not None and own.access_needs, N_("access needs")),
        (own is not None and own.emergency, N_("emergency contact")),
        (own is not None and own.home_address, N_("home address")),
        ((delegate.consent_photo, delegate.consent_contact) != (None, None), N_("consents")),
        (delegate.fee is not None or delegate.fee_state, N_("fee")),
        (tickets, N_("tickets in their name")),
    )
    return tuple(word for found, word in told if found)


def _next(plan: MissionPlan) -> int:
    return max((one.position for one in plan.delegates), default=-1) + 1


def _assigned(plan: MissionPlan, old: UUID, new: UUID) -> Iterator[tuple[Any, bool]]:
    """Give what is assigned to one person; True where the other has the same already."""
    for part, owner in _ASSIGNED:
        taken = {_what(one, owner) for one in getattr(plan, part) if one.person_id == new}
        for one in getattr(plan, part):
            if one.person_id == old:
                yield one, _what(one, owner) in taken


def _what(one: Any, owner: str) -> tuple[object, object]:
    return getattr(one, owner), getattr(one, "role", None)


def _given_to(one: Any, person_id: UUID) -> r.Record:
    if isinstance(one, r.LegPassenger):
        return replace(one, person_id=person_id, ticket=None)
    if isinstance(one, r.ItemPerson):  # the other answers for themselves
        return replace(one, person_id=person_id, rsvp=None, companions=None)
    if isinstance(one, r.SessionInterpreter):
        return replace(one, person_id=person_id, languages=(), unavailable=())
    given: r.Record = replace(one, person_id=person_id)
    return given


def _groups(plan: MissionPlan, old: r.Delegate, new: r.Delegate) -> Iterator[r.Record]:
    there = {one.group_id for one in plan.of("delegate_groups", "delegate_id", new.id)}
    for one in plan.of("delegate_groups", "delegate_id", old.id):
        if one.group_id not in there:
            yield r.DelegateGroup(
                mission_id=one.mission_id, delegate_id=new.id, group_id=one.group_id, position=one.position
            )


def _sharing(plan: MissionPlan, old: UUID, new: UUID) -> Iterator[r.Record]:
    for one in plan.delegates:
        if one.share_with_id == old and one.id != new:
            yield replace(one, share_with_id=new)


def _leading(plan: MissionPlan, old: UUID, new: UUID) -> Iterator[r.Record]:
    for one in plan.groups:
        if old in (one.leader_id, one.deputy_id):
            leader = new if one.leader_id == old else one.leader_id
            deputy = new if one.deputy_id == old else one.deputy_id
            yield replace(one, leader_id=leader, deputy_id=deputy if deputy != leader else None)
