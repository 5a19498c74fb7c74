"""List who travels and who receives, in the order protocol and the programme give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from missionplanner.documents.content.dates import day_and_month, listed
from missionplanner.documents.content.rows import is_printed
from missionplanner.documents.content.values import Entry, Listing
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ORGANISATIONS, PARTNERS, ROLES
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import DelegateRole, ItemStatus, PartnerRole, PartnerState

_RANK = {role: rank for rank, role in enumerate(DelegateRole)}


def delegation(voice: Voice, group: r.Group | None = None) -> Listing:
    """Return the travelling delegates: by precedence, then role, then the order they were entered in."""
    members = [one for one in voice.plan.travellers if group is None or group in voice.plan.groups_of(one)]
    ordered = in_protocol_order(members)
    count = voice.t.plural("{count} delegate", "{count} delegates", len(ordered))
    return Listing("delegation", voice.t("Delegation"), count, tuple(_delegate(voice, one) for one in ordered))


def in_protocol_order(delegates: Iterable[r.Delegate]) -> list[r.Delegate]:
    """Sort delegates by precedence, then role, then the order they were entered in."""
    return sorted(
        delegates,
        key=lambda one: (
            one.precedence is None,
            one.precedence or 0,
            _RANK.get(one.role or DelegateRole.DELEGATE, 0),
            one.position,
        ),
    )


def _delegate(voice: Voice, delegate: r.Delegate) -> Entry:
    person = voice.plan.person(delegate.person_id)
    role = voice.t(ROLES[delegate.role]) if delegate.role in ROLES else ""
    if person is None or person.unnamed:
        own = delegate.place_of_id or (person.organisation_id if person else None)
        place_of = voice.organisation_name(voice.plan.organisation(own))
        return Entry(
            str(delegate.id),
            place_of or voice.t.context("delegate", "Place"),
            "",
            role,
            (voice.t("name to be confirmed"),),
        )
    job = voice.job_line(person)
    native = person.native_name if person.full_name else None
    return Entry(str(delegate.id), voice.person_name(person), native or "", role, (job,) if job else ())


def hosts(voice: Voice, biographies: bool = False) -> Listing:
    """Return partners and the hosts of the programme's items, with the days the delegation meets them."""
    plan = voice.plan
    partners = {one.organisation_id: one for one in plan.partners if one.state is not PartnerState.DECLINED}
    met = _days_met(voice)
    shown = [one for one in partners if one in met or partners[one].role is not PartnerRole.SUPPLIER]
    shown += [one for one in met if one not in partners]
    entries = []
    for identity in shown:
        organisation = plan.organisation(identity)
        if organisation is not None:
            entries.append(_host(voice, organisation, partners.get(identity), met.get(identity, []), biographies))
    count = voice.t.plural("{count} organisation", "{count} organisations", len(entries))
    return Listing("hosts", voice.t("Hosts and partners"), count, tuple(entries))


def _days_met(voice: Voice) -> dict[UUID, list[dt.date]]:
    """Return the hosts of printed items in the order the programme meets them."""
    met: dict[UUID, list[dt.date]] = {}
    for item in voice.plan.items:
        if is_printed(item) and item.status is not ItemStatus.CANCELLED and item.date is not None:
            for host in voice.plan.hosts(item):
                days = met.setdefault(host.id, [])
                if item.date not in days:
                    days.append(item.date)
    return met


def _host(
    voice: Voice,
    organisation: r.Organisation,
    partner: r.Partner | None,
    days: list[dt.date],
    biographies: bool,
) -> Entry:
    role = voice.t(PARTNERS[partner.role]) if partner and partner.role else ""
    kind = voice.t(ORGANISATIONS[organisation.kind]) if organisation.kind in ORGANISATIONS else ""
    what = joined((kind, organisation.city))
    when = listed([day_and_month(day, voice.language) for day in days], voice.language) if days else ""
    people = [voice.plan.person(one) for one in voice.contacts_by_host.get(organisation.id, ())]
    contacts = [person for person in people if person is not None]
    lines = [" · ".join(part for part in (what, when) if part)]
    if biographies:
        lines.append(voice.text(organisation.profile))
        lines += [
            joined((voice.person_name(one), voice.text(one.job), voice.text(one.bio)), ". ") for one in contacts
        ]
    else:
        lines.append(listed([voice.person_name(one) for one in contacts], voice.language) if contacts else "")
    native = organisation.native_name if organisation.name else None
    shown = tuple(line for line in lines if line)
    return Entry(str(organisation.id), voice.organisation_name(organisation), native or "", role, shown)
