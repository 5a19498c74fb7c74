"""Say what stands on badges, name tents and place cards: of whom, in both scripts, and what they are here for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from missionplanner.documents.content.frame import mission_texts
from missionplanner.documents.content.listings import in_protocol_order
from missionplanner.documents.content.told import Told, of_frame
from missionplanner.documents.content.values import Frame, fingerprint
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.content.words import ITEM_ROLES, ROLES
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import DelegateRole, ItemRole


class Look(StrEnum):
    """Say what somebody is to be told by on a badge."""

    DELEGATE = "delegate"
    HEAD = "head"
    STAFF = "staff"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    PRESS = "press"
    HOST = "host"


LOOKS: dict[DelegateRole, Look] = {
    DelegateRole.HEAD_OF_DELEGATION: Look.HEAD,
    DelegateRole.DEPUTY_HEAD: Look.HEAD,
    DelegateRole.MISSION_MANAGER: Look.STAFF,
    DelegateRole.STAFF: Look.STAFF,
    DelegateRole.SPEAKER: Look.SPEAKER,
    DelegateRole.INTERPRETER: Look.INTERPRETER,
    DelegateRole.PRESS: Look.PRESS,
}
PARTS: dict[ItemRole, Look] = {
    ItemRole.SPEAKER: Look.SPEAKER,
    ItemRole.MODERATOR: Look.SPEAKER,
    ItemRole.INTERPRETER: Look.INTERPRETER,
    ItemRole.HOST_CONTACT: Look.HOST,
    ItemRole.GUIDE: Look.HOST,
}
"""What those are who are not of the delegation and have a part in an item."""
SPEAKING = frozenset({ItemRole.SPEAKER, ItemRole.MODERATOR})


class Named(NamedTuple):
    """Be what a label says. ``name`` is "" where somebody is to write it.

    ``role`` is a word or "", ``about`` where to sit or what for.
    """

    key: str
    name: str = ""
    native: str = ""
    organisation: str = ""
    role: str = ""
    look: Look = Look.DELEGATE
    about: str = ""
    lines: tuple[str, ...] = ()
    honorific: str = ""

    @property
    def full_name(self) -> str:
        """Return the name with the honorific."""
        return " ".join(part for part in (self.honorific, self.name) if part)


@dataclass(frozen=True, slots=True)
class Labels:
    """Be all labels of a document. ``nothing`` is what is said where there are none."""

    frame: Frame
    title: str
    labels: tuple[Named, ...]
    nothing: str


def label_blocks(agenda: Any, content: Labels) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown: of the mission, of each label."""
    yield "mission", fingerprint(*mission_texts(content.frame))
    for one in content.labels:
        yield one.key, fingerprint(one)


def labels_told(content: Labels) -> Iterator[Told]:
    """Give what each of the blocks tells, in their order."""
    yield of_frame(content.frame)
    for one in content.labels:
        shown = (one.native, one.organisation, one.role, one.about, *one.lines)
        yield Told(title=one.full_name or one.organisation, rest="\n".join(part for part in shown if part))


def delegates(voice: Voice, order: Order) -> list[r.Delegate]:
    """Return the travelling delegates that are wanted, in the order of the delegation."""
    return [one for one in in_protocol_order(voice.plan.travellers) if order.wants(one.person_id)]


def delegate_label(voice: Voice, delegate: r.Delegate, about: str = "") -> Named:
    """Return the label of a delegate; of a place nobody was named for yet, one with the organisation only."""
    person = voice.plan.person(delegate.person_id)
    role = delegate.role or DelegateRole.DELEGATE
    word = voice.t(ROLES[role]) if role in ROLES else voice.t("Delegate")
    look = LOOKS.get(role, Look.DELEGATE)
    if person is None or person.unnamed:
        own = delegate.place_of_id or (person.organisation_id if person else None)
        organisation = voice.organisation_name(voice.plan.organisation(own))
        return Named(str(delegate.id), organisation=organisation, role=word, look=look, about=about)
    return person_label(voice, person, (word, look), about)._replace(key=str(delegate.id))


def person_label(
    voice: Voice, person: r.Person, part: tuple[str, Look] = ("", Look.DELEGATE), about: str = ""
) -> Named:
    """Return the label of a person: name, the same in the other script, organisation."""
    native = person.native_name if person.full_name else None
    return Named(
        str(person.id),
        voice.plan.label(person.id),
        native or "",
        voice.organisation_of(person),
        *part,
        about,
        honorific=person.honorific or "",
    )


def others(voice: Voice, order: Order, roles: frozenset[ItemRole] | None = None) -> Iterator[Named]:
    """Give those of no delegation who have one of these parts in the programme, each once, in its order."""
    plan, done = voice.plan, set(voice.plan.delegate_by_person)
    for item in plan.items:
        for one in plan.item_roles(item):
            person = plan.person(one.person_id)
            wanted = one.role in PARTS and (roles is None or one.role in roles)
            if person is None or person.unnamed or not wanted or one.role is None or not order.wants(person.id):
                continue
            if person.id not in done:
                done.add(person.id)
                yield person_label(voice, person, (voice.t(ITEM_ROLES[one.role][0]), PARTS[one.role]))
