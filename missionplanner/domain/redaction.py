"""Say who may read what: fields carry tags, audiences the tags they may see; all else is taken out of a plan.

Paper is composed from a plan with everything taken out that its audience may not read, so that no document can
show it, whatever it prints (DOCUMENTS §1, "redaction by audience").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from operator import is_not
from typing import Any, TypeVar

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord


class Tag(StrEnum):
    """Say why a field is not for everybody."""

    IDENTITY = "identity"
    """Nationality and travel documents."""
    DIET = "diet"
    HEALTH = "health"
    HOME = "home"
    """Home address and whom to ring in an emergency."""
    CONTACT = "contact"
    """Mobiles and e-mail addresses of people."""
    BOOKING = "booking"
    """Booking references, tickets, baggage."""
    TALKING = "talking"
    """What the head of the delegation is to say."""
    BRIEFING = "briefing"
    """Background and questions of a visit: for those visiting, not for those visited."""
    CONSENT = "consent"
    """Whether somebody agreed to be shown and to be rung: for documents that depend on it."""
    MONEY = "money"
    """Fees, prices, who pays."""
    READINESS = "readiness"
    """States of visas, insurances, consents."""
    RESULTS = "results"
    """What was said and agreed, what it may be worth, who owes whom what next."""
    TEAM = "team"
    """Notes of the team among itself."""


class Audience(StrEnum):
    """Say for whose eyes a document is."""

    PUBLIC = "public"
    SHOWN = "shown"
    """Anybody, of faces: only those who agreed may be shown."""
    DELEGATE = "delegate"
    """Any delegate, and whoever gets the common programme."""
    PERSON = "person"
    """One person, of what is their own."""
    LEADER = "leader"
    HOST = "host"
    DRIVER = "driver"
    CARRIER = "carrier"
    """Who carries the delegation: an airline's desk, a coach company."""
    HOTEL = "hotel"
    CATALOGUE = "catalogue"
    """Hosts and counterparts, of organisations and of those who agreed to be rung."""
    CATERER = "caterer"
    SITE = "site"
    """The security of a place that asks for a list of visitors."""
    PRESS = "press"
    BOARD = "board"
    """One's own house and its partners, of what came of a mission, without its money."""
    AUDITOR = "auditor"
    """Who funds a mission, and those who check for them."""
    TEAM = "team"


ALLOWED: Mapping[Audience, frozenset[Tag]] = {
    Audience.PUBLIC: frozenset(),
    Audience.SHOWN: frozenset({Tag.CONSENT}),
    Audience.PRESS: frozenset(),
    Audience.DELEGATE: frozenset({Tag.CONTACT}),
    Audience.PERSON: frozenset({Tag.CONTACT, Tag.BOOKING, Tag.TALKING, Tag.BRIEFING}),
    Audience.LEADER: frozenset({Tag.CONTACT, Tag.TALKING, Tag.BRIEFING}),
    Audience.HOST: frozenset({Tag.CONTACT}),
    Audience.DRIVER: frozenset({Tag.CONTACT}),
    Audience.CATALOGUE: frozenset({Tag.CONTACT, Tag.CONSENT}),
    Audience.CARRIER: frozenset({Tag.CONTACT, Tag.BOOKING}),
    Audience.HOTEL: frozenset({Tag.BOOKING}),
    Audience.CATERER: frozenset({Tag.DIET, Tag.BOOKING}),
    Audience.SITE: frozenset({Tag.CONTACT, Tag.IDENTITY}),
    Audience.BOARD: frozenset({Tag.RESULTS}),
    Audience.AUDITOR: frozenset({Tag.BOOKING, Tag.MONEY, Tag.RESULTS}),
    Audience.TEAM: frozenset(
        {
            Tag.CONTACT,
            Tag.BOOKING,
            Tag.TALKING,
            Tag.BRIEFING,
            Tag.CONSENT,
            Tag.MONEY,
            Tag.READINESS,
            Tag.RESULTS,
            Tag.TEAM,
        }
    ),
}
"""Health, home addresses and travel documents are on no common paper, not even the team's."""

TAGS: Mapping[type[r.Record], Mapping[str, Tag]] = {
    r.Mission: {"notes": Tag.TEAM},
    r.Organisation: {"notes": Tag.TEAM, "tags": Tag.TEAM},
    r.Person: {
        "mobile": Tag.CONTACT,
        "phone": Tag.CONTACT,
        "email": Tag.CONTACT,
        "notes": Tag.TEAM,
        "tags": Tag.TEAM,
    },
    r.Place: {"notes": Tag.TEAM, "tags": Tag.TEAM},
    r.Initiative: {"notes": Tag.TEAM, "budget": Tag.MONEY},
    r.AgendaItem: {
        "team_notes": Tag.TEAM,
        "talking_points": Tag.TALKING,
        "background": Tag.BRIEFING,
        "questions": Tag.BRIEFING,
        "booking": Tag.BOOKING,
        "payer_id": Tag.MONEY,
        "plan_b": Tag.TEAM,
    },
    r.ItemOption: {"note": Tag.TEAM},
    r.Delegate: {
        "diet": Tag.DIET,
        "nationality": Tag.IDENTITY,
        "document_expires": Tag.IDENTITY,
        "visa": Tag.READINESS,
        "insurance": Tag.READINESS,
        "consent_photo": Tag.CONSENT,
        "consent_contact": Tag.CONSENT,
        "fee": Tag.MONEY,
        "fee_currency": Tag.MONEY,
        "fee_state": Tag.MONEY,
        "notes": Tag.TEAM,
    },
    r.Confidential: {
        "access_needs": Tag.HEALTH,
        "emergency": Tag.HOME,
        "home_address": Tag.HOME,
        "document_number": Tag.IDENTITY,
        "document_name": Tag.IDENTITY,
        "document_issuer": Tag.IDENTITY,
        "document_issued": Tag.IDENTITY,
        "document_born": Tag.IDENTITY,
        "document_birthplace": Tag.IDENTITY,
    },
    r.RequirementState: {"note": Tag.TEAM},
    r.AccessEntry: {"note": Tag.TEAM},
    r.Partner: {"notes": Tag.TEAM},
    r.PartnerRequest: {"text": Tag.TEAM, "answer": Tag.TEAM},
    r.Journey: {"notes": Tag.TEAM},
    r.Vehicle: {"notes": Tag.TEAM, "driver_phone": Tag.CONTACT},
    r.Leg: {"booking": Tag.BOOKING},
    r.LegPassenger: {"booking": Tag.BOOKING, "ticket": Tag.BOOKING, "baggage": Tag.BOOKING},
    r.Stay: {"booking": Tag.BOOKING, "price": Tag.MONEY, "currency": Tag.MONEY, "notes": Tag.TEAM},
    r.BudgetLine: {"notes": Tag.TEAM},
    r.Quote: {"notes": Tag.TEAM, "document": Tag.TEAM},
    r.Expense: {"notes": Tag.TEAM, "receipt": Tag.TEAM},
    r.Attendance: {"note": Tag.TEAM},
    r.Outcome: {
        "why_not": Tag.RESULTS,
        "satisfaction": Tag.RESULTS,
        "interest": Tag.RESULTS,
        "summary": Tag.RESULTS,
        "next_step": Tag.RESULTS,
    },
    r.Agreement: {"value": Tag.RESULTS, "currency": Tag.RESULTS},
    r.SurveyAnswer: {"person_id": Tag.TEAM, "organisation_id": Tag.TEAM},
    r.ContactMade: {"note": Tag.TEAM, "interest": Tag.RESULTS},
}
"""Record → field → why it is not for everybody. A test keeps every sealed field and every note in it."""

WHOLE: Mapping[type[r.Record], Tag] = {
    r.BudgetLine: Tag.MONEY,
    r.PayerShare: Tag.MONEY,
    r.Quote: Tag.MONEY,
    r.Expense: Tag.MONEY,
    r.FollowUp: Tag.RESULTS,
    r.SurveyAnswer: Tag.RESULTS,
    r.FieldNote: Tag.TEAM,
    r.ContactNote: Tag.TEAM,
}
"""Record → why all of it is not for everybody."""


def hidden_from(audience: Audience, kind: type[r.Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record that an audience may not read."""
    allowed = ALLOWED[audience]
    return tuple(name for name, tag in TAGS.get(kind, {}).items() if tag not in allowed)


R = TypeVar("R", bound=r.Record)


def shown_to(audience: Audience, record: R) -> R:
    """Return a record without what an audience may not read; itself where there is no such thing."""
    empty: dict[str, Any] = {
        name: _EMPTY.get(name) for name in hidden_from(audience, type(record)) if getattr(record, name)
    }
    return replace(record, **empty) if empty else record


_EMPTY: Mapping[str, Any] = {"tags": ()}
"""What stands for "not known" where it is not None."""


def redacted(plan: MissionPlan, audience: Audience) -> MissionPlan:
    """Return a plan without what an audience may not read; the very same one where there is no such thing."""
    changed: dict[str, Any] = {}
    mission = shown_to(audience, plan.mission)
    if mission is not plan.mission:
        changed["mission"] = mission
    for name, kind in PARTS.items():
        if hidden_from(audience, kind):
            before = getattr(plan, name)
            after = tuple(shown_to(audience, one) for one in before)
            if any(map(is_not, before, after)):
                changed[name] = after
    return plan.changed(**changed) if changed else plan


def redacted_record(record: MissionRecord, audience: Audience) -> MissionRecord:
    """Return what came of a mission without what an audience may not read; the same where there is no such thing.

    Pictures of which nobody said that those shown agreed are for the team alone.
    """
    changed: dict[str, Any] = {}
    for name in RECORD_PARTS:
        before = getattr(record, name)
        after = tuple(shown_to(audience, one) for one in before if _may_see(audience, one))
        if len(after) != len(before) or any(map(is_not, before, after)):
            changed[name] = after
    return replace(record, **changed) if changed else record


def _may_see(audience: Audience, record: r.Record) -> bool:
    if isinstance(record, r.Photo) and not record.cleared:
        return audience is Audience.TEAM
    tag = WHOLE.get(type(record))
    return tag is None or tag in ALLOWED[audience]
