"""Tell records the way a list writes them: names instead of ids, words of a language, days and numbers typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import Dossier, MissionPlan, MissionRecord
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.exchange.mission_lists.words import word, yes_no
from missionplanner.exchange.tables.fields import LANGUAGES
from missionplanner.exchange.tables.listings import Shown
from missionplanner.exchange.tables.values import nations

Row = dict[str, Shown]
"""What one row tells, by the key of its column."""


@dataclass(frozen=True)
class Teller:
    """Be a mission about to be told in one of the five languages; ``sensitive`` tells what is sealed as well."""

    dossier: Dossier
    language: str
    sensitive: bool = False

    @property
    def plan(self) -> MissionPlan:
        return self.dossier.plan

    @property
    def record(self) -> MissionRecord:
        return self.dossier.record

    def text(self, texts: Texts | None) -> str | None:
        """Return a text in the list's language, else in the mission's."""
        return texts.best(self.language, self.plan.mission.languages) or None if texts else None

    def word(self, member: StrEnum | None) -> str | None:
        return word(member, self.language)

    def words(self, members: tuple[StrEnum, ...]) -> tuple[str, ...]:
        return tuple(said for one in members if (said := self.word(one)))

    def yes_no(self, value: bool | None) -> str | None:
        return yes_no(value, self.language)

    def organisation(self, identity: UUID | None) -> str | None:
        """Return the name an organisation is known by and found again by."""
        one = self.plan.organisation(identity)
        return (one.name or one.short or one.native_name) if one is not None else None

    def person(self, identity: UUID | None) -> str | None:
        one = self.plan.person(identity)
        return (one.full_name or one.native_name or None) if one is not None else None

    def place(self, identity: UUID | None) -> str | None:
        one = self.plan.place(identity)
        return one.name if one is not None else None

    def delegate(self, identity: UUID | None) -> str | None:
        one = self.plan.get(r.Delegate, identity)
        return self.person(one.person_id) if one is not None else None

    def named(self, identity: UUID | None) -> Row:
        """Return the columns that say who somebody is."""
        one = self.plan.person(identity)
        if one is None:
            return {}
        return {
            "given": one.given,
            "family": one.family,
            "native_name": one.native_name,
            "honorific": one.honorific,
            "organisation": self.organisation(one.organisation_id),
        }

    def groups(self, delegate: r.Delegate) -> tuple[str, ...]:
        return tuple(name for one in self.plan.groups_of(delegate) if (name := self.text(one.name)))

    def country(self, code: str | None) -> str | None:
        """Return a country by its name where that is read back as the same country, else as it is kept."""
        return _country(code, self.language) if code else None

    def tongues(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return languages by their names."""
        return tuple(_tongue(code, self.language) for code in codes)

    def secret(self, held: Secret | None) -> str | None:
        """Return a sealed text, None where sealed texts stay out."""
        return held.reveal() if held is not None and self.sensitive else None


def language_among(wanted: str) -> str:
    """Return the one of the five languages that is meant, English where it is none of them."""
    code = wanted.replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else "en"


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    from babel import Locale

    name = str(Locale.parse(language).territories.get(code) or code)
    return name if nations.country_code(name) == code else code


@lru_cache(maxsize=256)
def _tongue(code: str, language: str) -> str:
    from babel import Locale

    name = str(Locale.parse(language).languages.get(code) or code)
    return name if nations.languages(name).value == (code,) else code
