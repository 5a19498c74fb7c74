"""Say what a kind of document is, for window, command line and press alike; nothing heavy is read here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.base.messages import N_
from missionplanner.domain.redaction import Audience

LANGUAGES = ("it", "en", "es", "fr", "de", "nl", "pt")
PAPERS = ("a4", "letter")
COVERS = ("institutional", "illustrated")
VARIANTS = ("common", "group", "leader")


def spoken(codes: Iterable[str]) -> str | None:
    """Return the first of some languages that paper speaks, without its region; None where it speaks none."""
    return next((one for code in codes if (one := code.split("-")[0].lower()) in LANGUAGES), None)


class Section(StrEnum):
    """Say where a kind stands in the list of documents."""

    PROGRAMME = "programme"
    PEOPLE = "people"
    VISITS = "visits"
    ON_SITE = "on_site"
    LOGISTICS = "logistics"
    MEETINGS = "meetings"
    RESULTS = "results"


SECTIONS: dict[Section, str] = {
    Section.PROGRAMME: N_("Programme"),
    Section.PEOPLE: N_("People"),
    Section.VISITS: N_("Visits and hosts"),
    Section.ON_SITE: N_("On site"),
    Section.LOGISTICS: N_("Logistics"),
    Section.MEETINGS: N_("Meetings"),
    Section.RESULTS: N_("Results"),
}


class Per(StrEnum):
    """Say what there is one of for each: one document of a mission, or one a person, a visit, a hotel …"""

    MISSION = "mission"
    PERSON = "person"
    DAY = "day"
    """Each day something is planned on."""
    VISIT = "visit"
    ITEM = "item"
    TABLED = "tabled"
    INVITING = "inviting"
    HOTEL = "hotel"
    LEG = "leg"
    VEHICLE = "vehicle"
    SITE = "site"
    PARTICIPANT = "participant"
    ORGANISATION = "organisation"
    """Each organisation that takes part in B2B meetings, in whatever sessions."""
    INTERPRETER = "interpreter"
    SESSION = "session"
    """Each session of B2B meetings that has any."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Be an option of a kind: what it is called, and its values with their words; the first is usual."""

    id: str
    title: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """Be a kind of document. ``whole`` says that of several subjects one document for all may be asked too."""

    id: str
    title: str
    section: Section
    audience: Audience
    per: Per = Per.MISSION
    about: str = ""
    whole: bool = False
    languages: tuple[str, ...] = LANGUAGES
    papers: tuple[str, ...] = PAPERS
    variants: tuple[str, ...] = ("common",)
    covers: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    two_languages: bool = True
    """Whether it can be in two languages at once."""
    portraits: bool = False
    """Whether it shows photographs of people."""
    results: bool = False
    """Whether it tells what came of a mission: attendance, outcomes, agreements, costs."""
    made_in: str = ""
    """The module of this package that makes it, where it has another name than the kind."""

    def read_by(self, variant: str) -> Audience:
        """Return for whose eyes a variant is."""
        return Audience.LEADER if variant == "leader" else self.audience

    @property
    def for_persons(self) -> bool:
        return self.per is Per.PERSON

    @property
    def for_subjects(self) -> bool:
        """Tell whether it is about one visit, hotel, vehicle … of the mission."""
        return self.per not in (Per.MISSION, Per.PERSON)
