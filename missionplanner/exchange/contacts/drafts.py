"""Hold what a card says of a person and their organisation, before anything of it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.exchange.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """Be one card. None and () mean that it does not say.

    ``source`` names the card in its file. Without ``given``, ``family`` and ``native_name`` it is of the
    organisation alone. ``address`` is the street, of the workplace where both are told, ``division`` the region,
    state or prefecture; ``country`` is a code of ISO 3166
    or, where it is none the program knows, what was written. ``photo`` holds bytes as they came: whoever keeps
    them passes them through ``exchange.photos`` first.
    """

    source: str = ""
    given: str | None = None
    family: str | None = None
    name_order: NameOrder | None = None
    native_name: str | None = None
    phonetic: str | None = None
    honorific: str | None = None
    job: str | None = None
    organisation: str | None = None
    department: str | None = None
    email: str | None = None
    more_emails: tuple[str, ...] = ()
    mobile: str | None = None
    phone: str | None = None
    languages: tuple[str, ...] = ()
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    division: str | None = None
    country: str | None = None
    website: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None
    photo: bytes | None = None

    @property
    def is_person(self) -> bool:
        return bool(self.given or self.family or self.native_name)

    @property
    def whole_address(self) -> str | None:
        """Return the address on one line, as a letter bears it, without the country."""
        town = " ".join(
            part for part in (self.postcode, self.city, self.division and f"({self.division})") if part
        )
        return ", ".join(part for part in (self.address, town) if part) or None


@dataclass(frozen=True, slots=True)
class Contacts:
    """Be the cards of a file and what could not be read of them."""

    drafts: tuple[ContactDraft, ...]
    problems: tuple[Problem, ...] = ()


def card_of(
    person: r.Person,
    organisation: r.Organisation | None = None,
    *,
    language: str = "en",
    photo: bytes | None = None,
) -> ContactDraft:
    """Return the card of a person: what is meant for others, never the notes kept about them."""
    return ContactDraft(
        given=person.given,
        family=person.family,
        name_order=person.name_order,
        native_name=person.native_name,
        honorific=person.honorific,
        job=person.job.best(language) or None if person.job else None,
        organisation=organisation.name if organisation else None,
        email=person.email,
        mobile=person.mobile,
        phone=person.phone,
        languages=person.languages,
        address=organisation.address if organisation else None,
        city=organisation.city if organisation else None,
        country=organisation.country if organisation else None,
        website=organisation.website if organisation else None,
        photo=photo,
    )
