"""Say what one person's agenda holds."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.facts import personal_facts
from missionplanner.documents.content.frame import Edition
from missionplanner.documents.content.personal import own_groups
from missionplanner.documents.content.told import Told, of_days, of_facts, of_frame
from missionplanner.documents.content.values import Fact, ItineraryContent, fingerprint
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ROLES
from missionplanner.domain import records as r

KIND = N_("Personal itinerary")


def itinerary_content(agenda: Agenda, person: r.Person, edition: Edition) -> ItineraryContent:
    """Return all that a person's itinerary shows."""
    voice = agenda.voice
    name = voice.person_name(person)
    frame = agenda.frame(voice.t(KIND), edition, name)
    return ItineraryContent(
        frame=frame,
        name=name,
        native_name=person.native_name or "" if person.full_name else "",
        role=_role(voice, person),
        facts=personal_facts(voice, person, frame.on_call),
        days=agenda.days_of(person),
        groups=_groups(voice, person),
    )


def _role(voice: Voice, person: r.Person) -> str:
    delegate = voice.plan.delegate_by_person.get(person.id)
    role = voice.t(ROLES[delegate.role]) if delegate is not None and delegate.role in ROLES else ""
    return joined((role, voice.job_line(person)), " · ")


def _groups(voice: Voice, person: r.Person) -> tuple[Fact, ...]:
    """Return the person's groups, each with whoever leads it."""
    found = []
    for group in own_groups(voice, person):
        leader = voice.plan.person(group.leader_id)
        if leader is None:
            detail = ""
        elif leader.id == person.id:
            detail = voice.t("you lead this group")
        else:
            named = joined((voice.person_name(leader), leader.mobile), " · ")
            detail = voice.t("led by {leader}", leader=named)
        found.append(Fact(voice.t("Group"), voice.group_name(group), detail))
    return tuple(found)


def itinerary_blocks(agenda: Agenda, content: ItineraryContent) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown, block by block."""
    yield "mission", agenda.mission_print(content.frame)
    yield (
        "person",
        fingerprint(content.name, content.native_name, content.role, content.facts, content.groups),
    )
    yield from agenda.shown(content.days)


def itinerary_told(content: ItineraryContent) -> Iterator[Told]:
    """Give what the blocks of an itinerary tell, in the order of ``itinerary_blocks``."""
    yield of_frame(content.frame)
    groups = "\n".join(f"{one.value} {one.detail}" for one in content.groups)
    duty = content.frame.on_call
    ringing = (duty.phone, duty.name) if duty is not None else ()  # which the frame tells already
    facts = [one for one in content.facts if one.value not in ringing]
    yield of_facts(content.name, facts, "\n".join((content.native_name, content.role, groups)))
    yield from of_days(content.days)
