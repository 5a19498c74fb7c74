"""Hold of a record what likeness is judged by, ready to be compared many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.domain.likeness import words
from missionplanner.domain.likeness.vocabulary import STREETS
from missionplanner.domain.text import folded


@dataclass(frozen=True, slots=True)
class Likeness:
    """Be a judgement: ``score`` from 0 to 1, and the reasons as people read them, the weightiest first."""

    score: float
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True)
class PersonFacts:
    """Be what is known of a person. ``phones`` are in E.164."""

    id: UUID
    given: str = ""
    family: str = ""
    native_name: str = ""
    organisation: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()

    @cached_property
    def _name(self) -> tuple[tuple[str, ...], str]:
        return words.person_name(f"{self.given} {self.family}")

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Return the words of the name, without titles, as they are compared."""
        return self._name[0]

    @cached_property
    def has_initial(self) -> bool:
        return any(len(one) == 1 for one in self.tokens)

    @cached_property
    def generation(self) -> str:
        """Return what tells a father from a son of the same name."""
        return self._name[1]

    @cached_property
    def natives(self) -> frozenset[str]:
        """Return the name in its own script, without blanks, wherever it was written."""
        if self.native_name.isascii() and self.family.isascii() and self.given.isascii():
            return frozenset()
        some = ("".join(one.split()) for one in (self.native_name, f"{self.family}{self.given}"))
        return frozenset(one for one in some if one and not one.isascii() and not words.is_latin(one))

    @cached_property
    def mailbox(self) -> str:
        return self.email.strip().casefold()

    @cached_property
    def domain(self) -> str:
        """Return the domain of the e-mail where it tells the organisation."""
        return words.own_domain(self.mailbox)

    @cached_property
    def workplace(self) -> words.Name:
        return words.organisation_name(self.organisation)


@dataclass(frozen=True)
class OrganisationFacts:
    """Be what is known of an organisation."""

    id: UUID
    name: str = ""
    short: str = ""
    native_name: str = ""
    city: str = ""
    country: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()
    website: str = ""

    @cached_property
    def names(self) -> tuple[words.Name, ...]:
        """Return its names as they are compared: the whole one, the short one, the native one."""
        some = (words.organisation_name(one) for one in (self.name, self.short, self.native_name))
        return tuple(dict.fromkeys(one for one in some if one.tokens))

    @cached_property
    def town(self) -> str:
        return words.town(self.city)

    @cached_property
    def mailbox(self) -> str:
        return self.email.strip().casefold()

    @cached_property
    def domain(self) -> str:
        """Return the domain of its website, else of its e-mail."""
        return words.host(self.website) or words.own_domain(self.mailbox)


@dataclass(frozen=True)
class PlaceFacts:
    """Be what is known of a place."""

    id: UUID
    name: str = ""
    address: str = ""
    city: str = ""
    country: str = ""
    phones: tuple[str, ...] = ()

    @cached_property
    def words(self) -> words.Name:
        return words.place_name(self.name, self.city)

    @cached_property
    def town(self) -> str:
        return words.town(self.city)

    @cached_property
    def street(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words of the street and the numbers of the house and the postcode."""
        tokens = words.name_tokens(folded(self.address))
        numbers = frozenset(one for one in tokens if any(c.isdigit() for c in one))
        return frozenset(tokens) - numbers - STREETS - {self.town}, numbers


Facts = PersonFacts | OrganisationFacts | PlaceFacts
