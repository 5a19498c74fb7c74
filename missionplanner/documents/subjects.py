"""Tell what a kind of document is made of each for: the visits, hotels, vehicles … a mission has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from uuid import UUID, uuid5

from missionplanner.documents.kinds import LANGUAGES, Kind, Per
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import sessions
from missionplanner.domain.partners.access_lists import access_lists
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.results.roll_call import SIGNED
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus

VISITED = frozenset(
    {
        ItemKind.SITE_VISIT,
        ItemKind.INSTITUTIONAL_MEETING,
        ItemKind.WORKING_TABLE,
        ItemKind.FAIR_VISIT,
    }
)
"""Items somebody is briefed for."""
TABLED = frozenset({ItemKind.MEAL, ItemKind.RECEPTION, ItemKind.CEREMONY})
"""Items people are seated at."""
INVITING = TABLED | {
    ItemKind.NETWORKING,
    ItemKind.CONFERENCE,
    ItemKind.PRESS,
    ItemKind.CULTURAL,
    ItemKind.PITCHING,
}
"""Items with a list at the door."""


class Subject(NamedTuple):
    """Be what one document is about: the id of a record, and its name as text or in languages.

    A day has no record: its id is made of it, and ``ref`` is the day as ISO text.
    """

    id: UUID
    name: str | Texts
    ref: str = ""


def subjects(plan: MissionPlan, kind: Kind) -> tuple[Subject, ...]:
    """Return what there is a document of this kind for, in the order of the programme; none for a whole one."""
    of = _OF.get(kind.per)
    return tuple(of(plan)) if of is not None else ()


def planned(plan: MissionPlan, kinds: frozenset[ItemKind]) -> Iterator[r.AgendaItem]:
    """Give the items of some kinds that take place on a day, in order."""
    for item in plan.items:
        if item.date is not None and item.kind in kinds and item.status not in _NOT_HELD:
            yield item


_NOT_HELD = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})


def planned_days(plan: MissionPlan) -> tuple[dt.date, ...]:
    """Return the days on which something is printed: items, and legs that are not private, without a row."""
    from missionplanner.documents.content.rows import is_printed

    items = [one for one in plan.items if is_printed(one)]
    shown = {one.leg_id for one in items}
    legs = (one for one in plan.legs if one.id not in shown and not one.private)
    days = (*(one.date for one in items), *(one.date for one in legs))
    return tuple(sorted({one for one in days if one is not None}))


def day_id(plan: MissionPlan, day: dt.date) -> UUID:
    """Return what stands for a day among the things a document can be about."""
    return uuid5(plan.mission.id, day.isoformat())


def _days(plan: MissionPlan) -> Iterator[Subject]:
    from missionplanner.documents.content.dates import long_day, weekday

    for day in planned_days(plan):
        said = Texts(tuple((code, f"{weekday(day, code)} {long_day(day, code)}") for code in LANGUAGES))
        yield Subject(day_id(plan, day), said, day.isoformat())


def _items(kinds: frozenset[ItemKind]) -> Callable[[MissionPlan], Iterator[Subject]]:
    return lambda plan: (Subject(item.id, item.title) for item in planned(plan, kinds))


def hotels(plan: MissionPlan) -> tuple[r.Place, ...]:
    """Return the hotels somebody sleeps in, in the order of the first night there."""
    first: dict[UUID, object] = {}
    for stay in sorted(plan.stays, key=lambda one: (str(one.from_day or ""), one.position)):
        if stay.hotel_id is not None:
            first.setdefault(stay.hotel_id, stay)
    return tuple(place for one in first if (place := plan.place(one)) is not None)


def _hotels(plan: MissionPlan) -> Iterator[Subject]:
    return (Subject(place.id, place.name or "") for place in hotels(plan))


def _legs(plan: MissionPlan) -> Iterator[Subject]:
    for leg in plan.legs:
        if not leg.private:
            ends = (leg.origin_text or leg.origin, leg.destination_text or leg.destination)
            name = " ".join(part for part in (leg.operator, leg.number) if part)
            route = " → ".join(end for end in ends if end)
            yield Subject(leg.id, " · ".join(part for part in (name, route) if part))


def _vehicles(plan: MissionPlan) -> Iterator[Subject]:
    return (Subject(one.id, one.name or one.plate or "") for one in plan.vehicles)


def _sites(plan: MissionPlan) -> Iterator[Subject]:
    return (Subject(one.place.id, one.place.name or "") for one in access_lists(plan))


def _participants(plan: MissionPlan) -> Iterator[Subject]:
    for one in plan.participants:
        organisation = plan.organisation(one.organisation_id)
        if organisation is not None:
            yield Subject(one.id, organisation.name or organisation.short or organisation.native_name or "")


def meeting_organisations(plan: MissionPlan) -> tuple[UUID, ...]:
    """Return the organisations that take part in B2B meetings, in the order of the first session of each."""
    return tuple(dict.fromkeys(one.id for session in sessions(plan) for one in session.participants))


def _sessions(plan: MissionPlan) -> Iterator[Subject]:
    for session in sessions(plan):
        item = plan.item(session.record.item_id)
        if session.live:
            yield Subject(session.id, session.record.title or (item.title if item is not None else "B2B"))


def interpreting(plan: MissionPlan) -> tuple[UUID, ...]:
    """Return who interprets at B2B meetings, or is at hand for it."""
    at_hand = (one.person_id for session in sessions(plan) for one in session.interpreters)
    called = (one.interpreter_id for one in plan.meetings if one.interpreter_id is not None)
    return tuple(one for one in dict.fromkeys((*at_hand, *called)) if plan.person(one) is not None)


def _organisations(plan: MissionPlan) -> Iterator[Subject]:
    for identity in meeting_organisations(plan):
        one = plan.organisation(identity)
        if one is not None:
            yield Subject(identity, one.name or one.short or one.native_name or "")


def _interpreters(plan: MissionPlan) -> Iterator[Subject]:
    return (Subject(one, plan.label(one)) for one in interpreting(plan))


_OF: Mapping[Per, Callable[[MissionPlan], Iterator[Subject]]] = {
    Per.DAY: _days,
    Per.VISIT: _items(VISITED),
    Per.ITEM: _items(SIGNED),
    Per.TABLED: _items(TABLED),
    Per.INVITING: _items(INVITING),
    Per.HOTEL: _hotels,
    Per.LEG: _legs,
    Per.VEHICLE: _vehicles,
    Per.SITE: _sites,
    Per.PARTICIPANT: _participants,
    Per.ORGANISATION: _organisations,
    Per.INTERPRETER: _interpreters,
    Per.SESSION: _sessions,
}
