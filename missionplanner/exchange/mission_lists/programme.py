"""Tell the programme, its places, and what is due before it."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import due_dates, in_order
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.vocabulary import ReadyState
from missionplanner.exchange.mission_lists.telling import Row, Teller


def programme(tell: Teller) -> Iterator[Row]:
    """Yield the items that have a day, in the order of the days."""
    for one in tell.plan.items:
        if one.date is not None:
            yield _item(tell, one)


def shelf(tell: Teller) -> Iterator[Row]:
    """Yield the items that no day was found for."""
    for one in tell.plan.items_on(None):
        yield _item(tell, one)


def _item(tell: Teller, one: r.AgendaItem) -> Row:
    times = item_times(tell.plan, one)
    place = tell.plan.place(one.place_id)
    return {
        "date": times.date,
        "start": times.start,
        "end": times.end,
        "span": tell.word(one.part_of_day) if times.start is None else None,
        "title": tell.text(one.title),
        "kind": tell.word(one.kind),
        "status": tell.word(one.status),
        "place": one.place_text or (place.name if place is not None else None),
        "city": one.city or (place.city if place is not None else None),
        "country": tell.country(one.country or (place.country if place is not None else None)),
        "hosts": tuple(name for host in tell.plan.hosts(one) if (name := tell.organisation(host.id))),
        "people": tuple(name for each in tell.plan.item_roles(one) if (name := tell.person(each.person_id))),
        "groups": tuple(name for group in tell.plan.item_groups(one) if (name := tell.text(group.name))),
        "language": tell.tongues((one.language,)) if one.language else None,
        "dress_code": one.dress_code,
        "zone": one.zone,
        "text": tell.text(one.text),
        "team_notes": one.team_notes,
    }


def places(tell: Teller) -> Iterator[Row]:
    """Yield the places the mission refers to."""
    for one in tell.plan.places:
        yield {
            "name": one.name,
            "organisation": tell.organisation(one.organisation_id),
            "address": one.address,
            "city": one.city,
            "country": tell.country(one.country),
            "zone": one.zone,
            "lat": one.lat,
            "lon": one.lon,
            "entrance": one.entrance,
            "meeting_point": one.meeting_point,
            "capacity": one.capacity,
            "opens": one.opens,
            "closes": one.closes,
            "id_required": tell.yes_no(one.id_required),
            "notice_days": one.notice_days,
            "nda": tell.yes_no(one.nda),
            "safety_gear": tell.text(one.safety_gear),
            "no_photos": tell.yes_no(one.no_photos),
            "website": one.website,
            "phone": one.phone,
            "tags": one.tags,
            "notes": one.notes,
        }


def requirements(tell: Teller) -> Iterator[Row]:
    """Yield what is due, a row for each delegate it concerns, the earliest first."""
    plan = tell.plan
    for due in due_dates(plan):
        one = due.requirement
        states = {each.delegate_id: each for each in plan.of("requirement_states", "requirement_id", one.id)}
        head: Row = {
            "requirement": tell.text(one.name) or tell.word(one.kind),
            "kind": tell.word(one.kind),
            "due": due.day,
        }
        if not due.concerned:
            yield head
        for identity in due.concerned:
            delegate = plan.get(r.Delegate, identity)
            state = states.get(identity)
            if delegate is not None:
                yield head | _state(tell, (one, delegate, state))


def _state(tell: Teller, about: tuple[r.Requirement, r.Delegate, r.RequirementState | None]) -> Row:
    one, delegate, state = about
    person = tell.plan.person(delegate.person_id)
    known = state.state if state is not None else None
    if known is None:
        known = ReadyState.DONE if in_order(tell.plan, one, delegate) else ReadyState.OPEN
    return {
        "delegate": tell.person(delegate.person_id),
        "organisation": tell.organisation(person.organisation_id) if person is not None else None,
        "state": tell.word(known),
        "date": state.date if state is not None else None,
        "note": state.note if state is not None else None,
    }
