"""Be what a report is made from: plan and record as its readers may see them, counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.dates import locale_of
from missionplanner.documents.content.places import leg_end
from missionplanner.documents.content.values import Said
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.figures import (
    Course,
    Held,
    MeetingCount,
    Presence,
    Results,
    course,
    meeting_counts,
    presence,
    results,
)
from missionplanner.domain.figures.held import VISITS
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Interest


@dataclass(frozen=True)
class Matter:
    """Be what a report is made from."""

    desk: Desk
    order: Order

    @property
    def voice(self) -> Voice:
        return self.desk.voice

    @property
    def t(self) -> Translator:
        return self.desk.voice.t

    @property
    def language(self) -> str:
        return self.desk.voice.language

    @property
    def plan(self) -> MissionPlan:
        return self.desk.voice.plan

    @property
    def record(self) -> MissionRecord:
        return self.desk.archive.record

    @cached_property
    def course(self) -> tuple[Course, ...]:
        return course(self.plan, self.record)

    @cached_property
    def visits(self) -> tuple[Course, ...]:
        return tuple(one for one in self.course if one.item.kind in VISITS)

    @cached_property
    def results(self) -> Results:
        return results(self.plan, self.record)

    @cached_property
    def meetings(self) -> MeetingCount:
        return meeting_counts(self.plan, self.record)

    @cached_property
    def presence(self) -> Presence:
        return presence(self.plan, self.record)

    def shown(self, section: str) -> bool:
        """Tell whether a section is wanted."""
        return self.order.choice(section) == "yes"

    def outcomes(self, one: r.AgendaItem | r.Meeting) -> tuple[r.Outcome, ...]:
        return self.record.outcomes_of(one)

    def organisation(self, identity: UUID | None) -> str:
        return self.voice.organisation_name(self.plan.organisation(identity))

    def short(self, identity: UUID | None) -> str:
        """Return an organisation's short name where it has one."""
        one = self.plan.organisation(identity)
        return (one.short if one is not None else None) or self.voice.organisation_name(one)

    def person(self, identity: UUID | None) -> str:
        """Return somebody's name, "" where nobody is meant."""
        one = self.plan.person(identity)
        return self.voice.person_name(one) if one is not None else ""

    def country(self, code: str) -> str:
        return str(locale_of(self.language).territories.get(code.upper(), code))

    def region(self, code: str) -> str:
        """Return a region by its name and code."""
        return joined((self.desk.archive.regions.get(code), code), " · ")

    def chain(self, code: str) -> str:
        return self.desk.archive.chains.get(code) or code

    def interest(self, some: Iterable[r.Outcome]) -> str:
        """Return the interest outcomes tell of, in a word that stands under the head "Interest"."""
        t = self.t
        words = {
            Interest.NONE: t.context("interest", "None"),
            Interest.LOW: t.context("interest", "Low"),
            Interest.MEDIUM: t.context("interest", "Medium"),
            Interest.HIGH: t.context("interest", "High"),
        }
        return ", ".join(dict.fromkeys(words[one.interest] for one in some if one.interest is not None))

    def route_of(self, leg: r.Leg) -> str:
        """Return where a leg begins and ends, airports by their city: ``Bologna (BLQ) → Bilbao (BIO)``."""
        ends = ((leg.origin, leg.origin_text), (leg.destination, leg.destination_text))
        return " → ".join(said for code, text in ends if (said := self._end(code, text)))

    def _end(self, code: str | None, text: str | None) -> str:
        city = self.desk.archive.ports.get(code or "")
        return f"{text or city} ({code})" if code and (text or city) else leg_end(code, text)

    def lines(self, texts: Texts | None) -> tuple[Said, ...]:
        """Return a text's paragraphs."""
        said = self.voice.said(texts)
        return tuple(said._replace(text=line.strip()) for line in said.text.splitlines() if line.strip())

    def held_of(self, some: tuple[Course, ...]) -> str:
        """Return how many of some items were held; nothing while it is known of none."""
        held = self.of(Held.HELD, some)
        if not held and not self.of(Held.NOT_HELD, some):
            return ""
        return self.t("{held} of {count} held", held=held, count=len(some))

    def of(self, held: Held, some: tuple[Course, ...] | None = None) -> int:
        """Return how many items went this way."""
        return sum(one.held is held for one in (self.course if some is None else some))
