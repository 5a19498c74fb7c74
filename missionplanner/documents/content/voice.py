"""Read a plan aloud in one language: its texts, its names, its numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.dates import language_name, offset, sentence_case
from missionplanner.documents.content.tongues import BETWEEN, PLUS, once, tongues
from missionplanner.documents.content.values import Said
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, day_zone, item_times
from missionplanner.domain.text import folded
from missionplanner.domain.texts import UNDETERMINED, Texts

NOTHING = Said("")
SHORT = 120
"""Characters two languages of a text may have on one line."""


@dataclass(frozen=True)
class Voice:
    """Be a plan and the language it is told in: a code, or two as ``it+en``; fixed words fall back to English."""

    plan: MissionPlan
    wanted: str

    @cached_property
    def t(self) -> Translator:
        return tongues(self.wanted)

    @cached_property
    def language(self) -> str:
        """Return the language of dates and fixed words, which is the document's; of two, both as ``it+en``."""
        return self.t.language

    @property
    def first_language(self) -> str:
        """Return the language a document is filed under."""
        return self.language.partition(PLUS)[0]

    def said(self, texts: Texts | None) -> Said:
        """Return the best text for this language, and its own language where that is another.

        A document in two languages has both texts, one below the other.
        """
        if texts is None:
            return NOTHING
        if PLUS in self.wanted:
            return Said(once(self._each(texts), "\n"))
        if len(texts.entries) == 1:
            language, text = texts.entries[0]
            return Said(text, None if language in (UNDETERMINED, self.language) else language)
        text = texts.best(self.wanted, self.plan.mission.languages)
        written = texts.language_of(text)
        return Said(text, None if written == self.language else written)

    def text(self, texts: Texts | None) -> str:
        """Return the best text for this language; short ones of two languages on one line."""
        if texts and PLUS in self.wanted:
            each = self._each(texts)
            return once(each, BETWEEN if sum(map(len, each)) <= SHORT and "\n" not in "".join(each) else "\n")
        return texts.best(self.wanted, self.plan.mission.languages) if texts else ""

    def line(self, texts: Texts | None) -> Said:
        """Return what ``said`` does on one line, as for a title that is repeated on every page."""
        said = self.said(texts)
        return said._replace(text=said.text.replace("\n", BETWEEN)) if PLUS in self.wanted else said

    def each(self, texts: Texts) -> tuple[Said, ...]:
        """Return the text in each of two languages where they differ; nothing in a document in one language."""
        if PLUS not in self.wanted:
            return ()
        second = self.wanted.split(PLUS)[1]
        one, other = self._each(texts)
        return (Said(one), Said(other, second)) if one != other else ()

    def _each(self, texts: Texts) -> list[str]:
        return [texts.best(one, self.plan.mission.languages) for one in self.wanted.split(PLUS)]

    # -- names ------------------------------------------------------------------------------------

    def person_name(self, person: r.Person | None) -> str:
        """Return a name as it is printed, with the honorific; of one unknown, that it is to be confirmed.

        A place that nobody was named for yet goes by the organisation whose it is.
        """
        if person is None:
            return self.t("to be confirmed")
        name = self.plan.label(person.id) or person.full_name or person.native_name or ""
        return " ".join(part for part in (person.honorific, name) if part) or self.t("to be confirmed")

    def organisation_name(self, organisation: r.Organisation | None) -> str:
        """Return an organisation's name in full, else its short or native one."""
        if organisation is None:
            return ""
        return organisation.name or organisation.short or organisation.native_name or ""

    def organisation_of(self, person: r.Person | None) -> str:
        return self.organisation_name(self.plan.organisation(person.organisation_id)) if person else ""

    def job_line(self, person: r.Person) -> str:
        """Return job and organisation in one line."""
        return ", ".join(part for part in (self.text(person.job), self.organisation_of(person)) if part)

    def group_name(self, group: r.Group) -> str:
        """Return a group's name; a bare letter or number is called a group."""
        name = self.text(group.name) or self.plan.ref(group.id)
        return self.t("Group {name}", name=name) if len(name) <= 2 else name

    def reached(self, person: r.Person | None) -> str:
        """Return a contact with the mobile, or that either is to be confirmed."""
        if person is None:
            return self.t("to be confirmed")
        mobile = person.mobile or self.t("mobile to be confirmed")
        return f"{self.person_name(person)} · {mobile}"

    def in_language(self, code: str) -> str:
        return sentence_case(language_name(code, self.language))

    # -- relations --------------------------------------------------------------------------------

    @cached_property
    def peopled(self) -> frozenset[int]:
        """Return the numbers of the items with hosts, people or pitches: of all others none need be looked up."""
        parts = (self.plan.item_hosts, self.plan.item_people, self.plan.pitches)
        return frozenset(one.item_id.int for part in parts for one in part)

    @cached_property
    def contacts_by_host(self) -> dict[UUID, tuple[UUID, ...]]:
        """Return the contact persons of every partner organisation."""
        return {
            partner.organisation_id: tuple(
                one.person_id for one in self.plan.of("partner_contacts", "partner_id", partner.id)
            )
            for partner in self.plan.partners
        }

    @cached_property
    def stays_by_person(self) -> dict[UUID, list[r.Stay]]:
        """Return the nights of every guest, in time."""
        found: dict[UUID, list[r.Stay]] = {}
        for stay in sorted(self.plan.stays, key=lambda one: (one.from_day or dt.date.max, one.position)):
            for guest in self.plan.stay_guests(stay):
                found.setdefault(guest.person_id, []).append(stay)
        return found

    @cached_property
    def legs_by_person(self) -> dict[UUID, list[r.Leg]]:
        """Return the legs everybody travels on, in time."""
        found: dict[UUID, list[r.Leg]] = {}
        for leg in sorted(
            self.plan.legs, key=lambda one: (one.date or dt.date.max, one.start or dt.time.max, one.position)
        ):
            for person in self.plan.travellers_of(leg):
                found.setdefault(person, []).append(leg)
        return found

    @cached_property
    def seats(self) -> dict[tuple[UUID, UUID], r.LegPassenger]:
        """Return what is known of a person on a leg, by leg and person."""
        return {(one.leg_id, one.person_id): one for one in self.plan.passengers}

    @cached_property
    def laid(self) -> dict[tuple[UUID, UUID], tuple[r.SeatingTable, r.Seat]]:
        """Return where everybody is seated, by item and person."""
        tables = {one.id: one for one in self.plan.seating_tables}
        return {
            (tables[seat.table_id].item_id, seat.person_id): (tables[seat.table_id], seat)
            for seat in self.plan.seats
            if seat.table_id in tables
        }

    @cached_property
    def towns(self) -> frozenset[str]:
        """Return every town the plan names, folded."""
        plan = self.plan
        cities = [one.city for one in plan.destinations]
        cities += [one.city for one in plan.places]
        cities += [one.city for one in plan.organisations]
        cities += [one.city for one in plan.items]
        return frozenset(folded(city) for city in cities if city)

    @cached_property
    def several_zones(self) -> bool:
        """Tell whether the clocks of the mission's days differ."""
        clocks: set[tuple[dt.date, str]] = set()
        for item in self.plan.items:
            if item.date is not None:
                times = self.times_of(item)
                clocks.update(((item.date, times.zone), (item.date, times.end_zone)))
        clocks |= {(day, self.zone_of(day)) for day, _ in clocks}
        noons = ((dt.datetime.combine(day, dt.time(12), dt.UTC), name) for day, name in clocks)
        return len({offset(noon, name) for noon, name in noons}) > 1

    def zone_of(self, day: dt.date) -> str:
        """Return the zone of a day, looked up once."""
        found = self._zones.get(day)
        if found is None:
            found = self._zones[day] = day_zone(self.plan, day)
        return found

    @cached_property
    def _zones(self) -> dict[dt.date, str]:
        return {}

    @cached_property
    def _times(self) -> dict[int, Times]:
        return {}

    def times_of(self, item: r.AgendaItem) -> Times:
        """Return the times of an item, worked out once."""
        number = item.id.int
        found = self._times.get(number)
        if found is None:
            found = self._times[number] = item_times(self.plan, item)
        return found

    def forget(self, item: r.AgendaItem) -> None:
        """Let go of the times of an item nobody asks for again: thousands of items fill the memory."""
        self._times.pop(item.id.int, None)


def joined(parts: Iterable[str | None], separator: str = ", ") -> str:
    """Join the parts of a line; a part an earlier one already says is left out."""
    kept, said = "", ""
    for part in parts:
        if not part:
            continue
        folded_part = part.casefold()
        if not kept:
            kept, said = part, folded_part
        elif folded_part not in said:
            kept, said = f"{kept}{separator}{part}", f"{said}{separator}{folded_part}"
    return kept
