"""Say of visitors what a place asks for, in the order it asks: a way out for what is under seal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.partners.access_lists import AccessList, Visitor, organisation_of, plates_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import AccessField, AccessState


def going_to(found: AccessList) -> tuple[tuple[Visitor, ...], int]:
    """Return whom to announce to a place, and how many more are coming whose name nobody knows yet.

    Whom the place refused is left out.
    """
    going = [one for one in found.visitors if one.state is not AccessState.REFUSED]
    named = tuple(one for one in going if name_of(one))
    return named, len(going) - len(named)


def name_of(one: Visitor) -> str:
    """Return a visitor's name, "" while nobody is named."""
    return (one.person.full_name or one.person.native_name or "") if one.person is not None else ""


class VisitorData:
    """Say what is known of the visitors of a place in one language; ``country`` names a country by its code."""

    def __init__(self, plan: MissionPlan, found: AccessList, t: Translator, country: Callable[[str], str]) -> None:
        self._plan, self._found, self.t, self._country_of = plan, found, t, country
        self._said: dict[AccessField, Callable[[Visitor, r.Confidential | None], Any]] = {
            AccessField.NAME: self._named,
            AccessField.ORGANISATION: lambda one, _sealed: self._organisation(one),
            AccessField.JOB: lambda one, _sealed: self._job(one),
            AccessField.NATIONALITY: lambda one, _sealed: self._country(_open(one.delegate.nationality)),
            AccessField.DOCUMENT_NUMBER: lambda _one, sealed: _open(sealed.document_number) if sealed else None,
            AccessField.DOCUMENT_EXPIRES: lambda one, _sealed: _day(_open(one.delegate.document_expires)),
            AccessField.BIRTH_DATE: lambda _one, sealed: _day(_open(sealed.document_born)) if sealed else None,
            AccessField.BIRTHPLACE: lambda _one, sealed: _open(sealed.document_birthplace) if sealed else None,
            AccessField.EMAIL: lambda one, _sealed: one.person.email if one.person else None,
            AccessField.MOBILE: lambda one, _sealed: one.person.mobile if one.person else None,
            AccessField.PHOTO: lambda one, _sealed: self._photo(one),
            AccessField.VEHICLE_PLATE: lambda one, _sealed: plates_of(self._plan, self._found, one),
        }

    def row(self, one: Visitor, sealed: r.Confidential | None) -> tuple[Any, ...]:
        """Return what the place asks for of a visitor: texts, days, several number plates; None is unknown."""
        return tuple(self._said[field](one, sealed) for field in self._found.asks)

    def _named(self, one: Visitor, sealed: r.Confidential | None) -> str:
        """Return the name as the travel document has it where its number is asked for too."""
        by_document = AccessField.DOCUMENT_NUMBER in self._found.asks and sealed is not None
        return (_open(sealed.document_name) if by_document and sealed is not None else None) or name_of(one)

    def _organisation(self, one: Visitor) -> str | None:
        owner = organisation_of(self._plan, one)
        return (owner.name or owner.short) if owner is not None else None

    def _job(self, one: Visitor) -> str | None:
        job = one.person.job if one.person is not None else None
        return job.best(self.t.language, self._plan.mission.languages) if job else None

    def _country(self, code: str | None) -> str | None:
        return self._country_of(code) if code else None

    def _photo(self, one: Visitor) -> str:
        return self.t("Yes") if one.person is not None and one.person.photo else self.t("No")


def _open(secret: Secret | None) -> str | None:
    return secret.reveal() if secret is not None else None


def _day(text: str | None) -> dt.date | str | None:
    """Return a day that is kept as ISO text; a text that is none stays as it is."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return text
