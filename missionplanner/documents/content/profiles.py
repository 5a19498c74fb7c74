"""Say who the organisations of a delegation are: what they do, offer and seek, who comes, whom to write to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.documents.content.listings import in_protocol_order
from missionplanner.documents.content.told import Told, of_facts, of_frame
from missionplanner.documents.content.values import Detail, Fact, Frame, Said, fingerprint
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ORGANISATIONS
from missionplanner.domain import records as r
from missionplanner.domain.text import folded

SHORT = 4
"""Signs of a name that stand in the place of a logo as they are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Be half a page on an organisation: ``facts`` stand beside its texts, ``logo`` names a file of the media."""

    key: str
    name: str
    native: str
    logo: str | None
    initials: str
    facts: tuple[Fact, ...]
    texts: tuple[tuple[str, tuple[Said, ...]], ...]
    people: tuple[Detail, ...]
    chains: tuple[str, ...] = ()
    """Names of its value chains; where a name is not known its code, which is in ``codes``."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Be organisations under a heading, which is empty where all are in one list."""

    title: str
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class CatalogueContent:
    """Be all that a catalogue shows."""

    frame: Frame
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    nothing: str


def profiles(voice: Voice, chains: Mapping[str, str]) -> tuple[tuple[r.Organisation, Profile], ...]:
    """Return the organisations delegates come from, by name; ``chains`` names value chains by their code."""
    people: dict[UUID, list[r.Delegate]] = {}
    for delegate in in_protocol_order(voice.plan.travellers):
        person = voice.plan.person(delegate.person_id)
        identity = (person.organisation_id if person else None) or delegate.place_of_id
        if identity is not None:
            people.setdefault(identity, []).append(delegate)
    found = [(one, people[one.id]) for one in map(voice.plan.organisation, people) if one is not None]
    found.sort(key=lambda pair: (folded(voice.organisation_name(pair[0])), str(pair[0].id)))
    return tuple((one, _profile(voice, one, some, chains)) for one, some in found)


def _profile(
    voice: Voice, organisation: r.Organisation, delegates: list[r.Delegate], chains: Mapping[str, str]
) -> Profile:
    t, name = voice.t, voice.organisation_name(organisation)
    texts = (
        ("", organisation.profile),
        (t("What it offers"), organisation.offers),
        (t("What it seeks"), organisation.seeks),
    )
    return Profile(
        key=str(organisation.id),
        name=name,
        native=(organisation.native_name or "") if organisation.name else "",
        logo=organisation.logo,
        initials=_initials(organisation.short or name),
        facts=tuple(_facts(voice, organisation)),
        texts=tuple((label, _paragraphs(voice.said(text))) for label, text in texts if text),
        people=tuple(_people(voice, delegates)),
        chains=tuple(chains.get(code) or code for code in organisation.value_chains),
        codes=organisation.value_chains,
    )


def _initials(name: str) -> str:
    """Return a few signs for where there is no logo: a short name, capitals, an abbreviation, one letter."""
    if len(name) <= SHORT:
        return name
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(capitals) > 1:
        return capitals[:3]
    first = next((word for word in re.split(r"\W+", name) if word), name)
    return first[:SHORT] if first.isupper() else first[:1]


def _facts(voice: Voice, organisation: r.Organisation) -> Iterator[Fact]:
    t = voice.t
    kind = t(ORGANISATIONS[organisation.kind]) if organisation.kind in ORGANISATIONS else ""
    size = organisation.employees
    contacts = (organisation.website, organisation.email, organisation.phone)
    told = (
        (t("Kind"), kind),
        (t("Based in"), joined((organisation.city, organisation.country))),
        (t("Size"), t.plural("{count} employee", "{count} employees", size) if size else ""),
        (t("Contacts"), "\n".join(one for one in contacts if one)),
    )
    return (Fact(label, value) for label, value in told if value)


def _people(voice: Voice, delegates: list[r.Delegate]) -> Iterator[Detail]:
    """Give name and job of each delegate; mobile and e-mail of those only who agreed to it."""
    for delegate in delegates:
        person = voice.plan.person(delegate.person_id)
        if person is None or person.unnamed:
            continue
        reach = (person.mobile, person.email) if delegate.consent_contact else ()
        about = (voice.text(person.job), *reach)
        yield Detail(voice.person_name(person), " · ".join(one for one in about if one))


def _paragraphs(said: Said) -> tuple[Said, ...]:
    return tuple(said._replace(text=line.strip()) for line in said.text.splitlines() if line.strip())


def by_value_chain(
    found: tuple[tuple[r.Organisation, Profile], ...], chains: Mapping[str, str], others: str
) -> tuple[Section, ...]:
    """Return organisations under the first value chain each belongs to; ``others`` heads those without one."""
    sections: dict[str, list[Profile]] = {}
    for organisation, profile in found:
        code = organisation.value_chains[0] if organisation.value_chains else ""
        sections.setdefault(chains.get(code) or code, []).append(profile)
    ordered = sorted(sections, key=lambda title: (not title, folded(title)))
    return tuple(Section(title or others, tuple(sections[title])) for title in ordered)


def catalogue_told(content: CatalogueContent) -> Iterator[Told]:
    """Give what the blocks of a catalogue tell, in the order of ``catalogue_blocks``."""
    yield of_frame(content.frame)
    yield of_facts(content.title, content.facts)
    for section in content.sections:
        for one in section.profiles:
            texts = [said.text for _, paragraphs in one.texts for said in paragraphs]
            people = [f"{person.label} {person.text}" for person in one.people]
            yield of_facts(one.name, one.facts, "\n".join((section.title, one.native, *texts, *people)))


def catalogue_blocks(mission: str, content: CatalogueContent) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown; ``mission`` is the hash of what the frame says of the mission.

    What value chains are called is known to the workspace, not to the plan: their codes count.
    """
    yield "mission", mission
    yield "head", fingerprint(content.title, content.facts)
    for section in content.sections:
        for profile in section.profiles:
            yield profile.key, fingerprint(replace(profile, chains=()))
