"""Tell what of an earlier plan still holds in a later one: what rules rest on besides rows and legs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan

N = TypeVar("N", r.Group, r.Person)

OF_AUDIENCES = ("audience_groups", "audience_people", "item_people")
"""Parts of a plan that say who is at which item."""


def stands_on(new: MissionPlan, old: MissionPlan, has_named: Callable[[UUID], bool]) -> bool:
    """Tell whether days, zones and names are as they were.

    ``has_named`` tells whether a sentence about the earlier plan named somebody.
    """
    return (
        (new.mission is old.mission or new.mission == old.mission)
        and new.destinations is old.destinations
        and _are_called(new.groups, old.groups, _group)
        and len(new.groups) == len(old.groups)
        and _are_called(new.people, old.people, _person)
        and (_knows_whose_places(new, old) or not any(one.unnamed for one in new.people))
        and not (new.people is not old.people and any(has_named(one) for one in _came(new, old)))
    )


def _are_called(new: tuple[N, ...], old: tuple[N, ...], name: Callable[[N], object]) -> bool:
    """Tell whether all who were there still are, under the same names."""
    if new is old:
        return True
    now = {one.id: one for one in new}
    same = ((past, now.get(past.id)) for past in old)
    return all(one is past or (one is not None and name(one) == name(past)) for past, one in same)


def _knows_whose_places(new: MissionPlan, old: MissionPlan) -> bool:
    """Tell whether people whose names are not known yet are called as they were: by who sends them."""
    return new.delegates is old.delegates and new.organisations is old.organisations


def _came(new: MissionPlan, old: MissionPlan) -> set[UUID]:
    return {one.id for one in new.people} - {one.id for one in old.people}


def _group(one: r.Group) -> object:
    return one.name


def _person(one: r.Person) -> object:
    return one.given, one.family, one.name_order, one.native_name, one.organisation_id if one.unnamed else None


def is_where_it_was(new: MissionPlan, old: MissionPlan, item: r.AgendaItem) -> bool:
    """Tell whether the place of an item is still in the same city and zone."""
    if item.place_id is None or new.places is old.places:
        return True
    now, before = new.place(item.place_id), old.place(item.place_id)
    if now is before:
        return True
    return now is not None and before is not None and _lies(now) == _lies(before)


def _lies(place: r.Place) -> object:
    return place.zone, place.city, place.country


def has_audiences_of(new: MissionPlan, old: MissionPlan) -> bool:
    """Tell whether the same people are meant by everyone and by each group."""
    if new.delegates is old.delegates and new.delegate_groups is old.delegate_groups and new.groups is old.groups:
        return True
    return (
        new.everyone == old.everyone
        and new.group_members == old.group_members
        and _stretches(new) == _stretches(old)
    )


def _stretches(plan: MissionPlan) -> list[object]:
    """Return who comes later or leaves earlier than the others."""
    return [(one.person_id, one.joins, one.leaves) for one in plan.travellers if one.joins or one.leaves]
