"""Make the row of an agenda item as everybody sees it; what one person sees besides is in ``personal``."""

from __future__ import annotations

from collections.abc import Sequence

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import listed
from missionplanner.documents.content.times import when_of, zones_line
from missionplanner.documents.content.values import Detail, Fact, Row, Said
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.content.words import ITEM_ROLES
from missionplanner.domain import records as r
from missionplanner.domain.logistics.naming import LEGS, kind_of
from missionplanner.domain.naming import KINDS
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemRole, ItemStatus, LegMode

MOST_NAMED = 3
"""People a row names as its audience; of more it tells how many."""
UNCONFIRMED = (ItemStatus.TENTATIVE, ItemStatus.REQUESTED)


def is_printed(item: r.AgendaItem) -> bool:
    """Tell whether paper shows an item: placed on a day, and more than an idea."""
    return item.date is not None and item.status is not ItemStatus.IDEA


def item_row(voice: Voice, item: r.AgendaItem) -> Row:
    """Return the row of an item, without anything that concerns one person."""
    plan, t = voice.plan, voice.t
    times = voice.times_of(item)
    cancelled = item.status is ItemStatus.CANCELLED
    title = voice.said(item.title)
    leg = plan.leg(item.leg_id) if item.leg_id is not None else None
    grouped = item.audience_limited and plan.audience_groups
    groups = [voice.group_name(one) for one in plan.item_groups(item)] if grouped else []
    place = places.place_line(voice, item)
    if leg is not None:
        connection = places.leg_line(voice, leg, title.text)
        place = " · ".join(part for part in (connection, place) if part)
    return Row(
        key=str(item.id),
        kind=item.kind,
        kind_word=t(KINDS[item.kind]),
        when=when_of(voice, item.kind, times, item.part_of_day, cancelled),
        title=title,
        place=place,
        zones=zones_line(voice, item.kind, times, located=bool(place)),
        notes=() if cancelled else notes_of(voice, item),
        practical=() if cancelled else practical_of(voice, item, f"{title.text} {place}"),
        details=() if cancelled else _contacts(voice, item),
        mark=t("cancelled") if cancelled else t("to be confirmed") if item.status in UNCONFIRMED else "",
        cancelled=cancelled,
        on_foot=leg is not None and leg.mode is LegMode.ON_FOOT,
        meta=(Fact(t("For"), "\n".join(groups)),) if groups else (),
    )


def meant_for(voice: Voice, item: r.AgendaItem) -> tuple[Fact, ...]:
    """Return the groups and people an item is meant for, nothing where it is for everybody."""
    if not item.audience_limited:
        return ()
    plan = voice.plan
    named = [one.person_id for one in plan.of("audience_people", "item_id", item.id) if not one.excepted]
    names = [voice.group_name(one) for one in plan.item_groups(item)]
    if len(named) > MOST_NAMED:
        names.append(voice.t.plural("{count} person", "{count} people", len(named)))
    else:
        names += [voice.person_name(plan.person(one)) for one in named]
    return (Fact(voice.t("For"), "\n".join(names)),) if names else ()


def leg_row(voice: Voice, leg: r.Leg) -> Row:
    """Return the row of a leg that no item stands for."""
    mode = leg.mode or LegMode.TRANSFER
    kind = kind_of(mode)
    times = leg_times(voice.plan, leg)
    word, route = voice.t(LEGS[mode]), places.leg_route(leg)
    title = f"{word} {route}" if route else word
    return Row(
        key=str(leg.id),
        kind=kind,
        kind_word=word,
        when=when_of(voice, kind, times, None, cancelled=False),
        title=Said(title),
        place=places.leg_line(voice, leg, title),
        zones=zones_line(voice, kind, times, located=True),
        on_foot=mode is LegMode.ON_FOOT,
    )


def notes_of(voice: Voice, item: r.AgendaItem) -> tuple[Said, ...]:
    """Return the paragraphs of an item's text, then what its place asks of visitors."""
    if item.text is None and item.place_id is None:
        return ()
    text = voice.said(item.text)
    paragraphs = [Said(line.strip(), text.language) for line in text.text.splitlines() if line.strip()]
    rules = places.access_rules(voice, item) if item.place_id is not None else ""
    if rules and paragraphs and text.language is None and paragraphs[-1].text.endswith((".", "!", "?")):
        paragraphs[-1] = Said(f"{paragraphs[-1].text} {rules}")
    elif rules:
        paragraphs.append(Said(rules))
    return tuple(paragraphs)


def practical_of(voice: Voice, item: r.AgendaItem, said: str) -> tuple[Detail, ...]:
    """Return door, hosts, speakers, language and dress. ``said`` is what title and place tell already."""
    t = voice.t
    found = list(places.place_details(voice, item, said)) if item.place_id is not None else []
    peopled = item.id.int in voice.peopled
    hosts = [voice.organisation_name(host) for host in voice.plan.hosts(item)] if peopled else []
    heard = folded(said) if hosts else ""
    unsaid = [name for name in hosts if name and folded(name) not in heard]
    if unsaid:
        found.append(Detail(t("Hosted by"), listed(unsaid, voice.language)))
    if peopled:
        found += _taking_part(voice, item)
    if item.language and item.language != voice.language:
        found.append(Detail(t("Language"), voice.in_language(item.language)))
    if item.dress_code:
        found.append(Detail(t("Dress code"), item.dress_code))
    return tuple(found)


def _taking_part(voice: Voice, item: r.AgendaItem) -> list[Detail]:
    """Return who speaks, moderates, guides and interprets; a running order names its own speakers."""
    if not voice.plan.item_roles(item):
        return []
    roles = [ItemRole.MODERATOR, ItemRole.GUIDE, ItemRole.INTERPRETER]
    if not voice.plan.item_pitches(item):
        roles.insert(0, ItemRole.SPEAKER)
    found, receiving = [], host_contacts(voice, item)
    for role in roles:
        people = [one for one in people_with(voice, item, role) if one not in receiving]
        if people:
            names = listed([_introduced(voice, person) for person in people], voice.language)
            found.append(Detail(voice.t(ITEM_ROLES[role][len(people) > 1]), names))
    return found


def people_with(voice: Voice, item: r.AgendaItem, role: ItemRole) -> list[r.Person]:
    """Return the people who play a role in an item, in their order."""
    roles = voice.plan.item_roles(item)
    people = [voice.plan.person(one.person_id) for one in roles if one.role is role]
    return [person for person in people if person is not None]


def host_contacts(voice: Voice, item: r.AgendaItem) -> Sequence[r.Person]:
    """Return who receives: the item's own contacts, else, on a visit, those of its hosts."""
    named = people_with(voice, item, ItemRole.HOST_CONTACT)
    if named or item.kind not in places.VISITS:
        return named
    plan = voice.plan
    ids = [one for host in plan.hosts(item) for one in voice.contacts_by_host.get(host.id, ())]
    return [person for person in map(plan.person, ids) if person is not None]


def _contacts(voice: Voice, item: r.AgendaItem) -> tuple[Detail, ...]:
    people = host_contacts(voice, item) if item.id.int in voice.peopled else ()
    if not people and item.kind not in places.VISITS:
        return ()
    label = voice.t(ITEM_ROLES[ItemRole.HOST_CONTACT][0])
    if not people:
        return (Detail(label, voice.t("to be confirmed")),)
    return tuple([Detail(label, voice.reached(person)) for person in people])


def _introduced(voice: Voice, person: r.Person) -> str:
    organisation = voice.organisation_of(person)
    name = voice.person_name(person)
    return f"{name} ({organisation})" if organisation else name
