"""Write single facts of a delegate, wherever they are kept: on the delegate, the person, or under seal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import contact_data
from missionplanner.domain import records as r
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.secret import Secret
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.services.delegates import placeholders
from missionplanner.services.delegates.groups import into
from missionplanner.services.directory import people
from missionplanner.services.entries import said
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.workspace import Edit

OWN = (
    "precedence",
    "role",
    "status",
    "arrival_id",
    "departure_id",
    "joins",
    "leaves",
    "room_wish",
    "share_with_id",
    "visa",
    "insurance",
    "consent_photo",
    "consent_contact",
    "fee",
    "fee_currency",
    "fee_state",
    "badge",
    "notes",
)
"""Fields of a delegate that say themselves."""
SEALED = ("diet", "nationality", "document_expires")
"""Fields of a delegate that are sealed."""
CONFIDENTIAL = (
    "access_needs",
    "emergency",
    "home_address",
    "document_number",
    "document_name",
    "document_issuer",
    "document_issued",
    "document_born",
    "document_birthplace",
)
"""Fields of what no plan carries."""
DAYS = frozenset({"document_expires", "document_issued", "document_born"})
"""Sealed fields that are days, as ISO text."""
_PERSON = ("family", "given", "job", "email", "mobile")
_REACH: dict[str, Callable[[str, str], str | None]] = {
    "email": contact_data.email,
    "mobile": contact_data.phone,
}


class Cells:
    """Write within one edit. What is made of a name is made once, however many delegates it is for."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._made: dict[tuple[str, str], UUID] = {}

    def store(self, identity: UUID, key: str, value: Any) -> None:
        """Set one fact. Raises Invalid with the key; nothing of it is written then. Raises NotFound."""
        delegate = self._edit.get(r.Delegate, identity)
        try:
            self._store(delegate, key, value)
        except Invalid as error:
            error.field = key
            raise

    def _store(self, delegate: r.Delegate, key: str, value: Any) -> None:
        if key in OWN:
            self._edit.save(checked(cleaned(_with(delegate, key, value))))
        elif key in SEALED:
            self._edit.save(_with(delegate, key, _sealed(value)))
        elif key in CONFIDENTIAL:
            self._store_confidential(delegate, key, _sealed(value))
        elif key == "person_id":
            self._name(delegate, value)
        elif key == "organisation_id":
            self._store_organisation(delegate, value)
        elif key == "groups":
            wanted = [self._group(delegate, one) for one in value or ()]
            into(self._edit, delegate, wanted)
        elif key in _PERSON:
            self._store_of_person(delegate, key, value)
        else:
            raise Invalid(N_("This cannot be changed here."))

    def _store_confidential(self, delegate: r.Delegate, key: str, value: Secret | None) -> None:
        found = self._edit.all(r.Confidential, delegate_id=delegate.id)
        if found:
            self._edit.save(_with(found[0], key, value))
        elif value is not None:
            blank = r.Confidential(mission_id=delegate.mission_id, delegate_id=delegate.id)
            self._edit.add(_with(blank, key, value))

    def _name(self, delegate: r.Delegate, value: UUID | str | None) -> None:
        if value is None:
            raise Invalid(N_("A delegate stays who they are. Take them out, or replace them by somebody else."))
        known = value if isinstance(value, UUID) else placeholders.typed_person(value)
        placeholders.name_with(self._edit, delegate, known)

    def _store_organisation(self, delegate: r.Delegate, value: UUID | str | None) -> None:
        place = placeholders.is_place(self._edit, delegate)
        if place and value is None:
            raise Invalid(N_("A place that is not named yet needs the organisation whose it is."))
        known = self._organisation(value) if isinstance(value, str) else value
        if place:
            self._edit.save(replace(delegate, place_of_id=known))
        person = self._edit.find(r.Person, delegate.person_id)
        if person is not None:
            self._edit.save(replace(person, organisation_id=known))

    def _store_of_person(self, delegate: r.Delegate, key: str, value: Any) -> None:
        if placeholders.is_place(self._edit, delegate):
            if value is None:
                return
            if key not in ("family", "given"):
                raise Invalid(N_("Nobody is named for this place yet. Name somebody first."))
            named = cleaned(_with(r.Person(), key, value))
            placeholders.name_with(self._edit, delegate, named)
            return
        person = self._edit.get(r.Person, _known(delegate.person_id))
        if isinstance(value, Said):
            value = said(person.job if isinstance(person.job, Texts) else None, value)
        if key in _REACH:
            value = _REACH[key](value or "", key)
        changed = cleaned(_with(person, key, value))
        if changed.unnamed:
            raise Invalid(N_("A person needs a name."))
        self._edit.save(changed)

    def _organisation(self, name: str) -> UUID:
        if ("organisation", name) not in self._made:
            self._made["organisation", name] = people.made(self._edit, name)
        return self._made["organisation", name]

    def _group(self, delegate: r.Delegate, known: UUID | str) -> UUID:
        if isinstance(known, UUID):
            return self._edit.get(r.Group, known).id
        if ("group", known) not in self._made:
            from missionplanner.services.delegates.groups import added

            self._made["group", known] = added(self._edit, delegate.mission_id, known, "").id
        return self._made["group", known]


def checked(one: r.Delegate) -> r.Delegate:
    """Return the delegate as it is stored. Raises Invalid for what cannot be."""
    if one.joins is not None and one.leaves is not None and one.leaves < one.joins:
        raise Invalid(N_("Somebody cannot leave before they join."), field="leaves")
    if one.precedence is not None and one.precedence < 1:
        raise Invalid(N_("The first in protocol order has number 1."), field="precedence")
    if one.fee is not None and one.fee < Decimal(0):
        raise Invalid(N_("This cannot be less than nothing."), field="fee")
    if one.share_with_id == one.id:
        raise Invalid(N_("Nobody shares a room with themselves."), field="share_with_id")
    currency = (one.fee_currency or "").upper()
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise Invalid(N_("A currency has a code of three letters, such as EUR."), field="fee_currency")
    return replace(one, fee_currency=currency or None)


def opened(key: str, value: Secret | None) -> object:
    """Return what a sealed field holds, a day as a day. Each call shows what is private to whoever asked."""
    if value is None:
        return None
    text = value.reveal()
    if key not in DAYS:
        return text
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _sealed(value: object) -> Secret | None:
    if isinstance(value, dt.date):
        return Secret(value.isoformat())
    text = clean(str(value), MAX_LINE) if value is not None else ""
    return Secret(text) if text else None


def _with(one: Any, key: str, value: object) -> Any:
    return replace(one, **{key: value})


def _known(identity: UUID | None) -> UUID:
    assert identity is not None
    return identity
