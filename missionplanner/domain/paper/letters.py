"""Say which letters there are, whom each is to, and the fields a template may name, each with its words.

A template writes fields as ``{{mission.title}}``; ``{{#delegates}} … {{/delegates}}`` repeats what stands between,
and within it ``delegate.…`` is each in turn. A field opened and closed so is shown only where it is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.redaction import Audience

VERSION = 1
LONGEST = 10_000
"""Characters of what is kept of a template that are looked at at all."""


class LetterKind(StrEnum):
    INVITATION = "invitation"
    APPOINTMENT = "appointment"
    VISA = "visa"
    HOST_REQUEST = "host_request"
    THANKS = "thanks"
    TO_DELEGATES = "to_delegates"
    TO_HOSTS = "to_hosts"


class Addressee(StrEnum):
    """Say whom a letter is written for: there is one for each of them."""

    DELEGATE = "delegate"
    HOST = "host"


TITLES: Mapping[LetterKind, str] = {
    LetterKind.INVITATION: N_("Invitation to join the mission"),
    LetterKind.APPOINTMENT: N_("Letter of appointment"),
    LetterKind.VISA: N_("Letter for a visa"),
    LetterKind.HOST_REQUEST: N_("Request to a host"),
    LetterKind.THANKS: N_("Thank-you letter"),
    LetterKind.TO_DELEGATES: N_("Other letter to delegates"),
    LetterKind.TO_HOSTS: N_("Other letter to hosts"),
}
STARTERS = (
    LetterKind.INVITATION,
    LetterKind.APPOINTMENT,
    LetterKind.VISA,
    LetterKind.HOST_REQUEST,
    LetterKind.THANKS,
)
"""Letters the program brings a text for, in every language of paper."""

_TO_HOSTS = frozenset({LetterKind.HOST_REQUEST, LetterKind.THANKS, LetterKind.TO_HOSTS})


def addressee(kind: LetterKind) -> Addressee:
    """Return whom there is one letter of this kind for each of."""
    return Addressee.HOST if kind in _TO_HOSTS else Addressee.DELEGATE


def audience(kind: LetterKind) -> Audience:
    """Return for whose eyes a letter is: travel documents are in that for a visa and in no other."""
    if kind is LetterKind.VISA:
        return Audience.SITE
    return Audience.HOST if kind in _TO_HOSTS else Audience.PERSON


@dataclass(frozen=True, slots=True)
class Field:
    """Be something a template may name: ``mission.title``, with its words for a list of them."""

    name: str
    words: str

    @property
    def subject(self) -> str:
        return self.name.partition(".")[0]


SUBJECTS: Mapping[str, str] = {
    "letter": N_("The letter"),
    "recipient": N_("Who gets the letter"),
    "sender": N_("Who writes"),
    "mission": N_("Mission"),
    "delegate": N_("Delegate"),
    "document": N_("Travel document"),
    "host": N_("Host"),
    "visit": N_("Visit"),
    "day": N_("Day"),
}

FIELDS = (
    Field("letter.date", N_("Date of the letter")),
    Field("letter.place_and_date", N_("Place and date")),
    Field("recipient.salutation", N_("Salutation, in the right form")),
    Field("recipient.closing", N_("Closing, in the right form")),
    Field("recipient.name", N_("Name, as it is addressed")),
    Field("recipient.job", N_("Job")),
    Field("recipient.organisation", N_("Organisation")),
    Field("recipient.address", N_("Address")),
    Field("recipient.city", N_("City")),
    Field("recipient.country", N_("Country")),
    Field("sender.name", N_("Name")),
    Field("sender.job", N_("Job")),
    Field("sender.organisation", N_("Organisation")),
    Field("sender.address", N_("Address")),
    Field("sender.city", N_("City")),
    Field("sender.phone", N_("Phone")),
    Field("sender.email", N_("E-mail")),
    Field("mission.title", N_("Title")),
    Field("mission.code", N_("Code")),
    Field("mission.dates", N_("Days, from and to")),
    Field("mission.start", N_("First day")),
    Field("mission.end", N_("Last day")),
    Field("mission.places", N_("Towns")),
    Field("mission.countries", N_("Countries")),
    Field("mission.theme", N_("Theme")),
    Field("mission.summary", N_("Summary")),
    Field("mission.organisers", N_("Organisers")),
    Field("mission.delegation", N_("How many delegates")),
    Field("mission.on_call", N_("Who is on call")),
    Field("mission.funding", N_("Funding statement, grant and CUP")),
    Field("delegate.name", N_("Name, with the title")),
    Field("delegate.role", N_("Role in the delegation")),
    Field("delegate.job", N_("Job")),
    Field("delegate.organisation", N_("Organisation")),
    Field("delegate.groups", N_("Groups")),
    Field("delegate.outbound", N_("Journey there")),
    Field("delegate.return", N_("Journey back")),
    Field("delegate.hotel", N_("Hotel")),
    Field("document.name", N_("Name as in the document")),
    Field("document.number", N_("Number")),
    Field("document.nationality", N_("Nationality")),
    Field("document.issuer", N_("Issued by")),
    Field("document.issued", N_("Issued on")),
    Field("document.expires", N_("Valid until")),
    Field("document.born", N_("Date of birth")),
    Field("document.birthplace", N_("Place of birth")),
    Field("host.name", N_("Name")),
    Field("host.city", N_("City")),
    Field("host.address", N_("Address")),
    Field("visit.title", N_("Title")),
    Field("visit.day", N_("Day")),
    Field("visit.time", N_("Time")),
    Field("visit.place", N_("Place and address")),
    Field("visit.people", N_("How many take part")),
    Field("visit.language", N_("Language")),
    Field("visit.about", N_("Text for delegates")),
    Field("day.name", N_("Day")),
    Field("day.route", N_("Towns")),
)

SECTIONS: Mapping[str, tuple[str, str]] = {
    "delegates": ("delegate", N_("For each delegate")),
    "visits": ("visit", N_("For each visit")),
    "days": ("day", N_("For each day")),
}
"""What repeats: its name → the subject it goes through, and its words."""


def fields(kind: LetterKind) -> tuple[Field, ...]:
    """Return the fields a letter of this kind may name, in the order of a list of them."""
    left_out = set() if kind is LetterKind.VISA else {"document"}
    if addressee(kind) is Addressee.DELEGATE:
        left_out.add("host")
    return tuple(one for one in FIELDS if one.subject not in left_out)


def unknown(named: Iterable[str], kind: LetterKind) -> tuple[str, ...]:
    """Return what a template names that a letter of this kind does not have, each once, in order."""
    known = {one.name for one in fields(kind)} | SECTIONS.keys()
    return tuple(dict.fromkeys(name for name in named if name not in known))


def as_text(kind: LetterKind) -> str:
    """Return what a template of the workspace keeps beside its file, as JSON."""
    return json.dumps({"version": VERSION, "letter": kind.value}, sort_keys=True)


def kind_of(template: r.Template) -> LetterKind:
    """Return which letter a template of the workspace is for. Raises Invalid for what is none."""
    try:
        if len(template.content) > LONGEST:
            raise ValueError(len(template.content))
        plain = json.loads(template.content)
        if plain["version"] != VERSION:
            raise ValueError(plain["version"])
        return LetterKind(plain["letter"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Invalid(N_("This letter cannot be read. Choose its file again.")) from error
