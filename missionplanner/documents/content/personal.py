"""Add to a row what concerns one person: when they speak, where they sit, whom they meet, who leads them."""

from __future__ import annotations

from missionplanner.documents.content import pitches, places
from missionplanner.documents.content.values import Detail, Fact, Row, Said
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.content.words import MY_ROLES
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import DelegateRole, LegMode

LEADING = frozenset({DelegateRole.HEAD_OF_DELEGATION, DelegateRole.DEPUTY_HEAD})


def may_be_personal(voice: Voice, item: r.AgendaItem) -> bool:
    """Tell whether an item may show one person something else than another."""
    plan = voice.plan
    return bool(
        item.talking_points
        or item.leg_id is not None
        or item.kind in places.VISITS
        or (plan.seating_tables and plan.item_tables(item))
        or (item.id.int in voice.peopled and (plan.item_pitches(item) or plan.item_roles(item)))
    )


def personal_row(voice: Voice, row: Row, item: r.AgendaItem, person: r.Person) -> Row:
    """Return the row as this person sees it; the very same value where nothing is personal."""
    if row.cancelled:
        return row
    meta = (
        *own_parts(voice, item, person),
        *seat_facts(voice, voice.plan.leg(item.leg_id), person),
        *table_facts(voice, item, person),
    )
    notes = own_notes(voice, item, person)
    details = _led(voice, row, item, person)
    if not meta and not notes and not details:
        return row
    return row._replace(meta=meta + row.meta, notes=row.notes + notes, details=row.details + details)


def own_parts(voice: Voice, item: r.AgendaItem, person: r.Person) -> tuple[Fact, ...]:
    """Return what the person does in an item, with the clock time of their pitch."""
    t = voice.t
    found = []
    for pitch, time in pitches.turns(voice, item):
        if _is_mine(pitch, person):
            order = pitches.in_turn(voice, item)
            turn = t("{number} of {count}", number=order.index(pitch) + 1, count=len(order))
            found.append(Fact(t("You speak"), time or turn))
    if found:
        return tuple(found)
    roles = {one.role for one in voice.plan.item_roles(item) if one.person_id == person.id}
    return tuple(Fact(t("Your part"), t(word)) for role, word in MY_ROLES.items() if role in roles)


def own_notes(voice: Voice, item: r.AgendaItem, person: r.Person) -> tuple[Said, ...]:
    """Return the topics the person presents, and the talking points where they lead the delegation."""
    t = voice.t
    found = []
    for pitch in pitches.in_turn(voice, item):
        topic = voice.text(pitch.topic)
        if topic and _is_mine(pitch, person):
            found.append(Said(t("You present: {topic}", topic=topic)))
    delegate = voice.plan.delegate_by_person.get(person.id)
    if item.talking_points and delegate is not None and delegate.role in LEADING:
        found.append(Said(t("Talking points: {text}", text=" ".join(item.talking_points.split()))))
    return tuple(found)


def _is_mine(pitch: r.Pitch, person: r.Person) -> bool:
    if pitch.person_id is not None:
        return pitch.person_id == person.id
    return pitch.organisation_id is not None and pitch.organisation_id == person.organisation_id


def seat_facts(voice: Voice, leg: r.Leg | None, person: r.Person) -> tuple[Fact, ...]:
    """Return seat and booking of a person on a leg."""
    if leg is None:
        return ()
    t = voice.t
    own = voice.seats.get((leg.id, person.id))
    booking = (own.booking if own else None) or leg.booking
    found = [Fact(t("Seat"), own.seat)] if own and own.seat else []
    if booking and leg.mode is not LegMode.COACH:
        found.append(Fact(t("Booking"), booking))
    return tuple(found)


def table_facts(voice: Voice, item: r.AgendaItem, person: r.Person) -> tuple[Fact, ...]:
    """Return table and seat of a person at a dinner, where they are seated."""
    found = voice.laid.get((item.id, person.id)) if voice.plan.seating_tables else None
    if found is None:
        return ()
    table, seat = found
    number = voice.plan.item_tables(item).index(table) + 1
    told = [Fact(voice.t("Table"), table.name or str(number))]
    return tuple(told + [Fact(voice.t("Seat"), str(seat.number))] if seat.number else told)


def own_groups(voice: Voice, person: r.Person) -> tuple[r.Group, ...]:
    delegate = voice.plan.delegate_by_person.get(person.id)
    return voice.plan.groups_of(delegate) if delegate is not None else ()


def _led(voice: Voice, row: Row, item: r.AgendaItem, person: r.Person) -> tuple[Detail, ...]:
    """Return the leader of the person's group: on visits always, else where the row is not for everybody."""
    if item.kind not in places.VISITS:
        return ()
    groups = own_groups(voice, person)
    if item.audience_limited:
        meant = {group.id for group in voice.plan.item_groups(item)}
        groups = tuple(group for group in groups if group.id in meant)
    leaders = {group.leader_id: group for group in groups if group.leader_id != person.id}
    return tuple(_leader(voice, group) for group in leaders.values())


def _leader(voice: Voice, group: r.Group) -> Detail:
    return Detail(voice.t("Group leader"), voice.reached(voice.plan.person(group.leader_id)))
