"""Tell what of an earlier look at a mission still holds: what a rule's answers rest on besides rows and legs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan

if TYPE_CHECKING:
    from missionplanner.domain.checks.scene import Scene

N = TypeVar("N", r.Group, r.Person)

OF_AUDIENCES = ("audience_groups", "audience_people", "item_people")
"""Parts of a plan that say who is at which item."""
BESIDES = frozenset({"rides", "knowledge", "record"})
"""What a rule may rest on besides parts of a plan: legs as they take place, the world, what came of it."""


def stands_on(scene: Scene, before: Scene) -> bool:
    """Tell whether days, zones and names are as they were: where they changed, all is looked at anew."""
    new, old = scene.plan, before.plan
    return (
        (new.mission is old.mission or new.mission == old.mission)
        and scene.options == before.options
        and new.destinations is old.destinations
        and _are_called(new.groups, old.groups, _group)
        and len(new.groups) == len(old.groups)
        and _are_called(new.people, old.people, _person)
        and (_knows_whose_places(new, old) or not any(one.unnamed for one in new.people))
        and not (new.people is not old.people and any(before.has_named(one) for one in _came(new, old)))
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


def is_where_it_was(scene: Scene, before: Scene, item: r.AgendaItem) -> bool:
    """Tell whether the place of an item is still in the same city and zone."""
    if item.place_id is None or scene.plan.places is before.plan.places:
        return True
    new, old = scene.plan.place(item.place_id), before.plan.place(item.place_id)
    if new is old:
        return True
    return new is not None and old is not None and _lies(new) == _lies(old)


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


def rests_on_the_same(scene: Scene, before: Scene, parts: Iterable[str]) -> bool:
    """Tell whether all that a rule says it rests on is as it was."""
    return all(_is_same(scene, before, one) for one in parts)


def _is_same(scene: Scene, before: Scene, part: str) -> bool:
    if part == "rides":
        return scene.rides_as_before
    if part in BESIDES:
        return getattr(scene, part) is getattr(before, part)
    return getattr(scene.plan, part) is getattr(before.plan, part)
