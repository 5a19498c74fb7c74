"""Make the who's who: faces and names of the delegation, by protocol or by organisation; hosts too if wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from missionplanner.documents.content.dates import language_name, listed, sentence_case
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import delegates
from missionplanner.documents.content.sheets import Card, Cards, Chapter, Sheets
from missionplanner.documents.content.tongues import in_each
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ITEM_ROLES, ORGANISATIONS, PARTNERS, ROLES
from missionplanner.documents.kinds.briefing import initials
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import ItemRole, PartnerState

SHOWN = frozenset({ItemRole.HOST_CONTACT, ItemRole.SPEAKER, ItemRole.MODERATOR, ItemRole.GUIDE})
"""What somebody does in an item who is one of its hosts' people."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return cards of the delegates and, if wanted, of those who receive them.

    Photograph and biography are shown of those who agreed to be shown, and of nobody else.
    """
    voice, t = desk.voice, desk.voice.t
    only_agreed = order.choice("shown") == "agreed"
    people = [
        one
        for one in delegates(voice, order)
        if voice.plan.is_named(one) and (one.consent_photo or not only_agreed)
    ]
    by_organisation = order.choice("order") == "organisation"
    chapters = list(_by_organisation(voice, people)) if by_organisation else list(_by_protocol(voice, people))
    if order.choice("hosts") == "with":
        chapters += _hosts(voice, order, bool(chapters))
    kind = t("Who’s who")
    return Sheets(
        frame=frame_of(voice, kind, order.edition),
        title=kind,
        chapters=tuple(chapters),
        nothing=t("Nobody has agreed to be shown yet.") if only_agreed else t("No delegate is named yet."),
    )


def _by_protocol(voice: Voice, people: list[r.Delegate]) -> Iterator[Chapter]:
    if people:
        count = voice.t.plural("{count} delegate", "{count} delegates", len(people))
        cards = tuple(_delegate(voice, one) for one in people)
        yield Chapter("delegation", voice.t("Delegation"), count=count, parts=(Cards(cards),))


def _by_organisation(voice: Voice, people: list[r.Delegate]) -> Iterator[Chapter]:
    """Give a chapter for each organisation, in the order of the first of its people; those of none come last."""
    found: dict[UUID | None, list[r.Delegate]] = {}
    for one in people:
        person = voice.plan.person(one.person_id)
        own = person.organisation_id if person is not None else None
        found.setdefault(own if voice.plan.organisation(own) is not None else None, []).append(one)
    for identity in sorted(found, key=lambda one: one is None):
        organisation = voice.plan.organisation(identity)
        cards = tuple(_delegate(voice, one, with_organisation=False) for one in found[identity])
        if organisation is None:
            yield Chapter("others", voice.t("Without an organisation"), parts=(Cards(cards),))
        else:
            yield _chapter(voice, organisation, cards)


def _chapter(voice: Voice, organisation: r.Organisation, cards: tuple[Card, ...], role: str = "") -> Chapter:
    kind = voice.t(ORGANISATIONS[organisation.kind]) if organisation.kind in ORGANISATIONS else ""
    native = organisation.native_name if organisation.name else None
    about = " · ".join(part for part in (native, joined((kind, organisation.city))) if part)
    name = voice.organisation_name(organisation) or voice.t("Organisation")
    return Chapter(str(organisation.id), name, about=about, count=role, parts=(Cards(cards),))


def _delegate(voice: Voice, delegate: r.Delegate, with_organisation: bool = True) -> Card:
    person = voice.plan.person(delegate.person_id)
    assert person is not None, "only the named are shown"
    role = voice.t(ROLES[delegate.role]) if delegate.role in ROLES else ""
    return _card(voice, person, role, (with_organisation, bool(delegate.consent_photo)))


def _card(voice: Voice, person: r.Person, role: str, what: tuple[bool, bool]) -> Card:
    """Return a person's card: with the organisation or not, with picture and biography or not."""
    with_organisation, agreed = what
    job = voice.job_line(person) if with_organisation else voice.text(person.job)
    native = person.native_name if person.full_name else None
    return Card(
        key=str(person.id),
        name=voice.person_name(person),
        native=native or "",
        role=role,
        lines=tuple(line for line in (job, _spoken(person.languages, voice.language)) if line),
        picture=person.photo if agreed else None,
        initials=initials(person),
        note=" ".join(voice.text(person.bio).split()) if agreed else "",
    )


@in_each(1)
def _spoken(codes: tuple[str, ...], language: str) -> str:
    """Return languages in a line: ``Italian and English``."""
    names = [language_name(code, language) for code in dict.fromkeys(codes)]
    return sentence_case(listed(names, language)) if names else ""


# -- those who receive --------------------------------------------------------------------------------


def _hosts(voice: Voice, order: Order, follows: bool) -> Iterator[Chapter]:
    """Give a chapter for each host with its people, in the order of the partners, then of the programme."""
    plan = voice.plan
    roles = {one.organisation_id: one.role for one in plan.partners if one.role}
    met: dict[UUID, dict[UUID, str]] = {}
    for person, part in _met(voice):
        if person.organisation_id is not None and order.wants(person.id):
            met.setdefault(person.organisation_id, {}).setdefault(person.id, part)
    for number, (identity, people) in enumerate(met.items()):
        organisation = plan.organisation(identity)
        cards = tuple(_cards(voice, people))
        if organisation is not None and cards:
            role = roles.get(identity)
            made = _chapter(voice, organisation, cards, voice.t(PARTNERS[role]) if role else "")
            yield made if number or not follows else _fresh(made)


def _fresh(chapter: Chapter) -> Chapter:
    return Chapter(chapter.key, chapter.title, chapter.about, chapter.count, parts=chapter.parts, fresh=True)


def _cards(voice: Voice, people: dict[UUID, str]) -> Iterator[Card]:
    for identity, part in people.items():
        person = voice.plan.person(identity)
        if person is not None:
            yield _card(voice, person, part, (False, False))


def _met(voice: Voice) -> Iterable[tuple[r.Person, str]]:
    """Give contacts of the partners and those with a part in the programme, who are no delegates."""
    plan = voice.plan
    for partner in plan.partners:
        if partner.state is not PartnerState.DECLINED:
            for one in plan.of("partner_contacts", "partner_id", partner.id):
                yield from _person(voice, one.person_id, "")
    for one in plan.item_people:
        if one.role in SHOWN:
            word = "" if one.role is ItemRole.HOST_CONTACT else voice.t(ITEM_ROLES[one.role][0])
            yield from _person(voice, one.person_id, word)


def _person(voice: Voice, identity: UUID, part: str) -> Iterator[tuple[r.Person, str]]:
    person = voice.plan.person(identity)
    if person is not None and not person.unnamed and person.id not in voice.plan.delegate_by_person:
        yield person, part


MAKER = of_sheets(content)
