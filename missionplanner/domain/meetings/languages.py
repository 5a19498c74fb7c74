"""Tell which meetings need somebody to interpret, and who can."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session

Spoken = frozenset[str]
"""Codes of languages without their regions; empty where nobody told any."""


def codes(languages: Iterable[str]) -> Spoken:
    """Return languages without their regions: "pt" of "pt-BR"."""
    return frozenset(one.replace("_", "-").split("-")[0].lower() for one in languages if one)


def spoken_by(session: Session, organisation: UUID) -> Spoken:
    """Return the languages of those who sit for an organisation; nothing where one of them told none."""
    known = [codes(one.languages) for one in session.people_of(organisation)]
    return frozenset().union(*known) if known and all(known) else frozenset()


def needs_interpreter(session: Session, one: UUID, other: UUID) -> bool:
    """Tell whether two organisations have no language in common, as far as all of their people told theirs."""
    first, second = spoken_by(session, one), spoken_by(session, other)
    return bool(first and second) and first.isdisjoint(second)


def able(session: Session, one: UUID, other: UUID) -> tuple[r.SessionInterpreter, ...]:
    """Return the interpreters of a session who speak with both sides, as far as anybody told their languages."""
    first, second = spoken_by(session, one), spoken_by(session, other)
    found = []
    for each in session.interpreters:
        person = session.plan.person(each.person_id)
        voice = codes(each.languages) or (codes(person.languages) if person is not None else frozenset())
        if all(not voice or not side or not voice.isdisjoint(side) for side in (first, second)):
            found.append(each)
    return tuple(found)


def sits_for_others(session: Session, person: UUID, one: UUID, other: UUID) -> bool:
    """Tell whether somebody sits alone for an organisation that is neither of two: its meetings need them."""
    return any(
        seated.id not in (one, other) and [each.id for each in seated.people] == [person]
        for seated in session.participants
    )
