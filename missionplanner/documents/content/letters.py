"""Say what letters may name, in the letter's language: whom it is to, the mission, visits, travel documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.dates import (
    clock,
    interval,
    listed,
    locale_of,
    long_day,
    weekday_and_day,
)
from missionplanner.documents.content.for_all import route_of_mission
from missionplanner.documents.content.places import leg_number, leg_route, place_line
from missionplanner.documents.content.times import when_of
from missionplanner.documents.content.values import When
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.domain import records as r
from missionplanner.domain.delegates.naming import DELEGATE_ROLES
from missionplanner.domain.paper.address_forms import addressed, closing, salutation
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import DelegateRole, ItemStatus

Values: TypeAlias = "Mapping[str, str | Sequence[Values]]"
_WITHIN_CONSULATE = ("job", "organisation", "address", "city")
"""What a letter to a consulate has of who reads it: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """Be whom a letter is to and from: a delegate or a host with the person who opens it, and who signs when.

    ``sealed`` is what is under seal of the delegate, for a letter that may name it; ``to_consulate`` says that the
    letter about the delegate is to a consulate.
    """

    day: dt.date
    person: r.Person | None = None
    delegate: r.Delegate | None = None
    host: r.Organisation | None = None
    sender: r.Person | None = None
    sealed: r.Confidential | None = None
    to_consulate: bool = False


def letter_values(agenda: Agenda, one: Correspondence) -> Values:
    """Return what a letter may name. What is not known is an empty text, what it may not name is not there."""
    voice = agenda.voice
    found: dict[str, str | Sequence[Values]] = {
        **_letter(voice, one),
        **_recipient(voice, one),
        **_sender(voice, one.sender),
        **_mission(voice),
        "delegates": [_delegate(voice, each) for each in voice.plan.travellers if voice.plan.is_named(each)],
        "days": list(_days(agenda)),
    }
    if one.delegate is not None:
        found |= _delegate(voice, one.delegate)
    if one.to_consulate and one.delegate is not None:
        found |= _document(voice, one.delegate, one.sealed)
    if one.host is not None:
        visits = list(_visits(voice, one.host))
        found |= {**_host(one.host, voice), "visits": visits, **(visits[0] if visits else {})}
    return found


def _letter(voice: Voice, one: Correspondence) -> dict[str, str]:
    day = long_day(one.day, voice.language)
    town = _organisation_of_sender(voice, one.sender).city or ""
    both = voice.t("{place}, {day}", place=town, day=day) if town else day
    return {"letter.date": day, "letter.place_and_date": both}


# -- people ---------------------------------------------------------------------------------------------------


def _recipient(voice: Voice, one: Correspondence) -> dict[str, str]:
    if one.to_consulate:
        section, unnamed = voice.t("To the visa section of the consulate"), dict.fromkeys(_WITHIN_CONSULATE, "")
        said = {"salutation": salutation(None, voice.language), "closing": closing(None, voice.language)}
        return _values("recipient", **said, **unnamed, name=section, country=_countries(voice))
    person = one.person if one.person is not None and not one.person.unnamed else None
    own = one.host or voice.plan.organisation(person.organisation_id if person else None)
    name = voice.organisation_name(own)
    return _values(
        "recipient",
        salutation=salutation(person, voice.language),
        closing=closing(person, voice.language),
        name=addressed(person, voice.language) if person else name,
        job=voice.text(person.job) if person else "",
        organisation=name if person else "",
        address=_address(voice, own),
        city=(own.city or "") if own else "",
        country=country_name(own.country, voice.language) if own and own.country else "",
    )


def _organisation_of_sender(voice: Voice, sender: r.Person | None) -> r.Organisation:
    """Return whose letterhead it is: that of who signs, else of the first organiser."""
    own = voice.plan.organisation(sender.organisation_id if sender else None)
    first = next(iter(voice.plan.organisers), None)
    return own or voice.plan.organisation(first.organisation_id if first else None) or r.Organisation()


def _sender(voice: Voice, sender: r.Person | None) -> dict[str, str]:
    mission, own = voice.plan.mission, _organisation_of_sender(voice, sender)
    number = (sender.mobile or sender.phone) if sender else None
    return _values(
        "sender",
        name=" ".join(part for part in (sender.honorific, sender.full_name) if part)
        if sender
        else mission.on_call_name or "",
        job=voice.text(sender.job) if sender else "",
        organisation=voice.organisation_name(own),
        address=_address(voice, own),
        city=own.city or "",
        phone=number or mission.on_call_phone or own.phone or "",
        email=(sender.email if sender else None) or own.email or "",
    )


def _delegate(voice: Voice, one: r.Delegate) -> dict[str, str]:
    person = voice.plan.person(one.person_id)
    groups = [voice.group_name(group) for group in voice.plan.groups_of(one)]
    stays = voice.stays_by_person.get(one.person_id, []) if one.person_id else []
    return _values(
        "delegate",
        name=voice.person_name(person),
        role=voice.t(DELEGATE_ROLES[one.role or DelegateRole.DELEGATE]),
        job=voice.text(person.job) if person else "",
        organisation=voice.organisation_of(person),
        groups=listed(groups, voice.language) if groups else "",
        outbound=_journey(voice, voice.plan.leg(one.arrival_id)),
        hotel="; ".join(filter(None, (_stay(voice, stay) for stay in stays))),
        **{"return": _journey(voice, voice.plan.leg(one.departure_id))},
    )


def _journey(voice: Voice, leg: r.Leg | None) -> str:
    if leg is None:
        return ""
    times = leg_times(voice.plan, leg)
    day = long_day(times.date, voice.language) if times.date else ""
    return joined((leg_number(leg), leg_route(leg), day))


def _stay(voice: Voice, stay: r.Stay) -> str:
    hotel = voice.plan.place(stay.hotel_id)
    if hotel is None:
        return ""
    nights = interval(stay.from_day, stay.to_day, voice.language) if stay.from_day and stay.to_day else ""
    where = joined((hotel.name, hotel.address, hotel.city))
    return f"{where} ({nights})" if nights else where


def _document(voice: Voice, one: r.Delegate, sealed: r.Confidential | None) -> dict[str, str]:
    """Return the travel document: only ever called for a letter to a consulate."""
    person = voice.plan.person(one.person_id)
    own = sealed or r.Confidential(mission_id=one.mission_id, delegate_id=one.id)
    nationality = _open(one.nationality)
    return _values(
        "document",
        name=_open(own.document_name) or (person.full_name if person else ""),
        number=_open(own.document_number),
        nationality=country_name(nationality, voice.language) if nationality else "",
        issuer=_open(own.document_issuer),
        issued=_iso_day(voice, _open(own.document_issued)),
        expires=_iso_day(voice, _open(one.document_expires)),
        born=_iso_day(voice, _open(own.document_born)),
        birthplace=_open(own.document_birthplace),
    )


def _open(secret: Secret | None) -> str:
    return secret.reveal() if secret is not None else ""


def _iso_day(voice: Voice, text: str) -> str:
    """Return a day that is kept as ISO text in words; a text that is none stays as it is."""
    try:
        return long_day(dt.date.fromisoformat(text), voice.language) if text else ""
    except ValueError:
        return text


# -- the mission ----------------------------------------------------------------------------------------------


def _mission(voice: Voice) -> dict[str, str]:
    mission, t = voice.plan.mission, voice.t
    owners = (voice.plan.organisation(one.organisation_id) for one in voice.plan.organisers)
    organisers = [name for name in map(voice.organisation_name, owners) if name]
    numbers = (
        t("Grant {number}", number=mission.grant) if mission.grant else "",
        t("CUP {number}", number=mission.cup) if mission.cup else "",
    )
    towns = route_of_mission(voice)
    return _values(
        "mission",
        title=voice.text(mission.title) or mission.code,
        code=mission.code,
        dates=interval(mission.start, mission.end, voice.language),
        start=long_day(mission.start, voice.language),
        end=long_day(mission.end, voice.language),
        places=listed(towns, voice.language) if towns else "",
        countries=_countries(voice),
        theme=voice.text(mission.theme),
        summary=voice.text(mission.summary),
        organisers=listed(organisers, voice.language) if organisers else "",
        delegation=t.plural("{count} person", "{count} people", len(voice.plan.travellers)),
        on_call=joined((mission.on_call_name, mission.on_call_phone)),
        funding=joined((voice.text(mission.funding_statement), *numbers), " · "),
    )


def _countries(voice: Voice) -> str:
    codes = dict.fromkeys(one.country for one in voice.plan.destinations if one.country)
    return listed([country_name(code, voice.language) for code in codes], voice.language) if codes else ""


def country_name(code: str, language: str) -> str:
    """Return what a country is called; its code where Babel has no name for it."""
    return str(locale_of(language).territories.get(code.upper(), code))


def _days(agenda: Agenda) -> Iterator[Values]:
    for day in agenda.programme_days(None, False):
        said = weekday_and_day(day.date, agenda.voice.language)
        rows = [row for row in day.rows if not row.cancelled]
        visits = [_values("visit", title=row.title.text, time=row.when.spoken, place=row.place) for row in rows]
        yield {"day.name": said, "day.route": " – ".join(day.route), "visits": visits}


# -- visits of a host -----------------------------------------------------------------------------------------


def _host(host: r.Organisation, voice: Voice) -> dict[str, str]:
    return _values("host", name=voice.organisation_name(host), city=host.city or "", address=_address(voice, host))


def _visits(voice: Voice, host: r.Organisation) -> Iterator[Values]:
    """Give what a host receives the delegation for, with every time proposed for it."""
    for item in voice.plan.items:
        options = voice.plan.of("item_options", "item_id", item.id)
        placed = item.date is not None or options
        if not placed or item.status is ItemStatus.CANCELLED or host not in voice.plan.hosts(item):
            continue
        slots = [(one.date, _clocks(one)) for one in options] or [(item.date, _when(voice, item))]
        for day, when in slots:
            yield _values(
                "visit",
                title=voice.text(item.title),
                day=weekday_and_day(day, voice.language) if day else "",
                time=when.spoken,
                place=place_line(voice, item),
                people=str(len(voice.plan.audience(item))),
                language=voice.in_language(item.language) if item.language else "",
                about=voice.text(item.text),
            )


def _clocks(one: r.ItemOption) -> When:
    return When(clock(one.start) if one.start else "", clock(one.end) if one.end else "")


def _when(voice: Voice, item: r.AgendaItem) -> When:
    return when_of(voice, item.kind, voice.times_of(item), item.part_of_day, False)


def _address(voice: Voice, own: r.Organisation | None) -> str:
    if own is None:
        return ""
    country = country_name(own.country, voice.language) if own.country else ""
    return joined((own.address, own.city, country))


def _values(subject: str, **values: str) -> dict[str, str]:
    return {f"{subject}.{name}": value for name, value in values.items()}
