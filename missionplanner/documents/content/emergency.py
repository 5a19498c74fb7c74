"""Say what somebody lost or hurt abroad needs: where they sleep, how to get there, whom to ring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from missionplanner.documents.content.abroad import RESCUE, TAKE_ME, Rescue, take_me
from missionplanner.documents.content.dates import interval
from missionplanner.documents.content.frame import mission_texts, on_call_of
from missionplanner.documents.content.told import Told, of_facts, of_frame
from missionplanner.documents.content.values import Fact, Frame, Said, fingerprint
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import OrganisationKind, PartnerState

MOST_EMBASSIES = 1


class Hotel(NamedTuple):
    """Be where somebody sleeps: ``native`` is the name on the door, ``about`` until when."""

    name: str
    native: str = ""
    address: str = ""
    phone: str = ""
    about: str = ""


class Card(NamedTuple):
    """Be a card for the wallet; ``ask`` is what a driver is shown, ``asks`` the same in the owner's language.

    ``rescue`` is what stands largest on the back. ``language`` is the owner's, None where it is the document's.
    """

    key: str
    title: str
    name: str
    native: str
    ask: tuple[Said, ...]
    asks: str
    hotel: Hotel
    rescue: Fact
    facts: tuple[Fact, ...]
    mission: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Be the cards of a document. ``nothing`` is what is said where there are none."""

    frame: Frame
    title: str
    cards: tuple[Card, ...]
    nothing: str


def card_blocks(agenda: Any, content: Cards) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown: of the mission, of each card."""
    yield "mission", fingerprint(*mission_texts(content.frame))
    for card in content.cards:
        yield card.key, fingerprint(card)


def cards_told(content: Cards) -> Iterator[Told]:
    """Give what each of the blocks tells, in their order."""
    yield of_frame(content.frame)
    for card in content.cards:
        hotel = Fact(card.title, card.hotel.name, card.hotel.address)
        yield of_facts(card.name, (hotel, card.rescue, *card.facts))


def cards_of(voice: Voice, person: r.Person, language: str | None = None) -> Iterator[Card]:
    """Give a card for each hotel somebody sleeps in; one without a hotel where none is known yet."""
    stays: dict[UUID, list[r.Stay]] = {}
    for stay in voice.stays_by_person.get(person.id, []):
        if stay.hotel_id is not None:
            stays.setdefault(stay.hotel_id, []).append(stay)
    places = [place for one in stays if (place := voice.plan.place(one)) is not None]
    for place in places:
        yield _card(voice, person, place, _nights(voice, stays[place.id]) if len(places) > 1 else "")._replace(
            language=language, key=f"{person.id}/{place.id}"
        )
    if not places:
        yield _card(voice, person, None, "")._replace(language=language)


def _nights(voice: Voice, stays: list[r.Stay]) -> str:
    first = min((one.from_day for one in stays if one.from_day), default=None)
    last = max((one.to_day for one in stays if one.to_day), default=None)
    return interval(first, last, voice.language, with_year=False) if first and last else ""


def _card(voice: Voice, person: r.Person, place: r.Place | None, about: str) -> Card:
    t, country = voice.t, _country(voice, place)
    mission = voice.plan.mission
    asked = tuple(Said(text, code) for code, text in take_me(country)) if country and place is not None else ()
    return Card(
        key=str(person.id),
        title=t("Emergency card"),
        name=voice.person_name(person),
        native=(person.native_name or "") if person.full_name else "",
        ask=asked or ((Said(TAKE_ME["en"], "en"),) if place is not None else ()),
        asks=t("Please take me to this address") if place is not None else "",
        hotel=_hotel(voice, place, about),
        rescue=_rescue(voice, RESCUE.get(country)),
        facts=tuple(_facts(voice, place, country)),
        mission=joined(
            (voice.text(mission.title) or mission.code, interval(mission.start, mission.end, voice.language))
        ),
    )


def _country(voice: Voice, place: r.Place | None) -> str:
    """Return the country of a hotel: its own, that of its town among the destinations, the first of these."""
    if place is not None and place.country:
        return place.country.upper()
    known = [one for one in voice.plan.destinations if one.country]
    city = folded(place.city) if place is not None and place.city else ""
    there = [one for one in known if one.city and folded(one.city) == city]
    return next((one.country.upper() for one in (*there, *known) if one.country), "")


def _hotel(voice: Voice, place: r.Place | None, about: str) -> Hotel:
    if place is None:
        return Hotel(voice.t("Hotel to be confirmed"))
    own = voice.plan.organisation(place.organisation_id)
    native = own.native_name if own is not None else None
    address = place.address or (own.address if own is not None else None)
    phone = place.phone or (own.phone if own is not None else None)
    town = joined((address, place.city), ", ")
    return Hotel(
        place.name or voice.t("Hotel"),
        native if native and native != place.name else "",
        town or voice.t("address to be confirmed"),
        phone or "",
        about,
    )


def _rescue(voice: Voice, rescue: Rescue | None) -> Fact:
    t = voice.t
    if rescue is None:
        return Fact("", "")
    if not rescue.police:
        return Fact(t("Emergency number"), rescue.ambulance, t("Ambulance, police, fire brigade"))
    return Fact(t("Ambulance"), rescue.ambulance, t("Police: {number}", number=rescue.police))


def _facts(voice: Voice, place: r.Place | None, country: str) -> Iterator[Fact]:
    t, duty = voice.t, on_call_of(voice)
    if duty is not None:
        yield Fact(t("On call"), duty.phone or duty.name, duty.name if duty.phone else t("phone to be confirmed"))
    else:
        yield Fact(t("On call"), t("to be confirmed"))
    for one in _embassies(voice, place, country):
        name, where = voice.organisation_name(one), joined((one.address, one.city))
        yield Fact(t("Embassy"), one.phone or name, joined((name if one.phone else "", where)))
    insurance = voice.plan.mission.insurance
    if insurance:
        first, _, rest = insurance.strip().partition("\n")
        yield Fact(t("Insurance"), first.strip(), " ".join(rest.split()))


def _embassies(voice: Voice, place: r.Place | None, country: str) -> list[r.Organisation]:
    """Return the embassy or consulate in the country of a hotel: the one in its town, else the first."""
    declined = {one.organisation_id for one in voice.plan.partners if one.state is PartnerState.DECLINED}
    towns = {folded(one.city): (one.country or "").upper() for one in voice.plan.destinations if one.city}
    there = [
        one
        for one in voice.plan.organisations
        if one.kind is OrganisationKind.EMBASSY
        and one.id not in declined
        and country
        and country == ((one.country or "").upper() or towns.get(folded(one.city or ""), ""))
    ]
    city = folded(place.city) if place is not None and place.city else ""
    return sorted(there, key=lambda one: folded(one.city or "") != city)[:MOST_EMBASSIES]
