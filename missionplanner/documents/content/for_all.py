"""Say what a programme holds: the common one, that of a group, that of whoever leads."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.dates import listed
from missionplanner.documents.content.frame import Edition, mission_texts
from missionplanner.documents.content.listings import delegation, hosts
from missionplanner.documents.content.told import Told, of_days, of_frame
from missionplanner.documents.content.values import Fact, Listing, ProgrammeContent, fingerprint
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.text import folded

KIND = N_("Mission programme")
MOST_NAMES = 4
"""Names a cover lists; of more it tells how many."""


def programme_content(agenda: Agenda, edition: Edition, group: r.Group | None, leading: bool) -> ProgrammeContent:
    """Return all that a programme shows. ``leading`` adds talking points, profiles and biographies."""
    voice = agenda.voice
    travelling, hosting = delegation(voice, group), hosts(voice, biographies=leading)
    for_whom = voice.group_name(group) if group else voice.t("For the head of delegation") if leading else ""
    return ProgrammeContent(
        frame=agenda.frame(voice.t(KIND), edition, for_whom),
        for_whom=for_whom,
        facts=_facts(voice, travelling, hosting),
        days=agenda.programme_days(group, leading),
        listings=tuple(one for one in (travelling, hosting) if one.entries),
    )


def mission_facts(voice: Voice) -> tuple[Fact, ...]:
    """Return what a cover tells of a mission: theme, places, delegation, partners."""
    return _facts(voice, delegation(voice), hosts(voice))


def _facts(voice: Voice, travelling: Listing, hosting: Listing) -> tuple[Fact, ...]:
    t = voice.t
    towns = route_of_mission(voice)
    found = [
        Fact(t("Theme"), voice.said(voice.plan.mission.theme).text),
        Fact(t("Places"), " – ".join(towns)),
        Fact(t("Delegation"), travelling.count if travelling.entries else "", _organisations(voice)),
        Fact(t("Partners"), _some([entry.name for entry in hosting.entries], hosting.count)),
    ]
    return tuple(fact for fact in found if fact.value)


def _some(names: list[str], count: str) -> str:
    return " · ".join(names) if len(names) <= MOST_NAMES else count


def _organisations(voice: Voice) -> str:
    """Return the organisations the delegates come from: their names, or how many they are."""
    names: list[str] = []
    for delegate in voice.plan.travellers:
        person = voice.plan.person(delegate.person_id)
        identity = (person.organisation_id if person else None) or delegate.place_of_id
        organisation = voice.plan.organisation(identity)
        name = (organisation.short or voice.organisation_name(organisation)) if organisation else ""
        if name and name not in names:
            names.append(name)
    if not names:
        return ""
    if len(names) <= MOST_NAMES:
        return listed(names, voice.language)
    return voice.t.plural("{count} organisation", "{count} organisations", len(names))


def route_of_mission(voice: Voice) -> tuple[str, ...]:
    """Return the towns of a mission: its destinations in order, each once."""
    towns: list[str] = []
    for destination in voice.plan.destinations:
        town = destination.city or ""
        if town and folded(town) not in [folded(one) for one in towns]:
            towns.append(town)
    return tuple(towns)


def programme_blocks(agenda: Agenda, content: ProgrammeContent) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown, block by block."""
    yield "mission", fingerprint(*mission_texts(content.frame), content.for_whom, content.facts)
    yield from agenda.shown(content.days)
    for listing in content.listings:
        yield listing.key, fingerprint(listing.title, listing.count)
        for entry in listing.entries:
            yield entry.key, fingerprint(entry)


def programme_told(content: ProgrammeContent) -> Iterator[Told]:
    """Give what the blocks of a programme tell, in the order of ``programme_blocks``."""
    yield of_frame(content.frame)
    yield from of_days(content.days)
    for listing in content.listings:
        yield Told(title=listing.title, rest=listing.count)
        for entry in listing.entries:
            yield Told(title=entry.name, rest="\n".join((entry.native, entry.role, *entry.lines)))
