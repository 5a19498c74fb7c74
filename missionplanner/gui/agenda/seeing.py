"""Know as whom the agenda can be seen: people, groups, organisations, places, vehicles; and what is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.wording import Wording


@dataclass(frozen=True, slots=True)
class Viewer:
    """Be somebody or something the agenda can be seen as. ``kind`` groups viewers under one heading."""

    kind: str
    identity: UUID
    name: str
    icon: str


PERSON, GROUP, ORGANISATION, PLACE, VEHICLE = "person", "group", "organisation", "place", "vehicle"


def viewers(plan: MissionPlan, wording: Wording) -> list[Viewer]:
    """Return everyone and everything a mission's agenda can be seen as, people first."""
    return [
        *_people(plan),
        *_groups(plan, wording),
        *sorted(_organisations(plan), key=_by_name),
        *sorted(_places(plan), key=_by_name),
        *_vehicles(plan, wording),
    ]


def items_of(plan: MissionPlan, viewer: Viewer) -> frozenset[UUID]:
    """Return the ids of the items that are a viewer's: those it takes part in, hosts, or that take place in it."""
    attendees = Attendees(plan)
    match viewer.kind:
        case "person":
            mine = (item for item in plan.items if viewer.identity in attendees.at(item))
        case "group":
            members = plan.group_members.get(viewer.identity, frozenset()) | {viewer.identity}
            mine = (item for item in plan.items if members & attendees.at(item))
        case "organisation":
            people = {one.id for one in plan.people if one.organisation_id == viewer.identity}
            hosted = {one.item_id for one in plan.item_hosts if one.organisation_id == viewer.identity}
            mine = (item for item in plan.items if item.id in hosted or people & attendees.at(item))
        case "place":
            mine = (item for item in plan.items if item.place_id == viewer.identity)
        case _:
            mine = (item for item in plan.items if item.leg_id == viewer.identity)
    return frozenset(item.id for item in mine)


def _people(plan: MissionPlan) -> Iterator[Viewer]:
    people = [one for delegate in plan.delegates if (one := plan.person(delegate.person_id)) is not None]
    for person in sorted(people, key=lambda one: (one.family or "", one.given or "")):
        yield Viewer(PERSON, person.id, plan.label(person.id), "user")


def _groups(plan: MissionPlan, wording: Wording) -> Iterator[Viewer]:
    for group in plan.groups:
        name = group.name.best(wording.t.language, plan.mission.languages) if group.name else ""
        yield Viewer(GROUP, group.id, name or wording.t("Group"), "users")


def _organisations(plan: MissionPlan) -> Iterator[Viewer]:
    hosts = {one.organisation_id for one in plan.item_hosts}
    theirs = {one.organisation_id for one in plan.people}
    for one in plan.organisations:
        if one.id in hosts | theirs:
            yield Viewer(ORGANISATION, one.id, one.name or "", "building-2")


def _places(plan: MissionPlan) -> Iterator[Viewer]:
    used = {item.place_id for item in plan.items}
    for one in plan.places:
        if one.id in used:
            yield Viewer(PLACE, one.id, one.name or one.address or "", "map-pin")


def _vehicles(plan: MissionPlan, wording: Wording) -> Iterator[Viewer]:
    shown = {item.leg_id for item in plan.items}
    for leg in plan.legs:
        if leg.id in shown:
            ends = (leg.origin or leg.origin_text or "", leg.destination or leg.destination_text or "")
            name = " ".join(part for part in (leg.number or "", " → ".join(end for end in ends if end)) if part)
            yield Viewer(VEHICLE, leg.id, name or wording.t("Leg"), "bus")


def _by_name(viewer: Viewer) -> str:
    return viewer.name.casefold()
