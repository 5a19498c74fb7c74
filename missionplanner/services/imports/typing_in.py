"""Know the fields of an entry: what each is called, what it says, and what somebody types over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.tables import Circumstances, Kind, labels
from missionplanner.exchange.tables.cells import Beside, reading
from missionplanner.exchange.tables.fields import field_of, fields_of
from missionplanner.services.imports import drafts as d
from missionplanner.services.imports import speech
from missionplanner.services.imports.drafts import Form
from missionplanner.services.imports.sheets import KINDS

_KINDS: Mapping[str, Kind] = {
    d.AGENDA: Kind.AGENDA,
    d.DELEGATES: Kind.DELEGATES,
    d.PEOPLE: Kind.DELEGATES,
    d.ORGANISATIONS: Kind.ORGANISATIONS,
    d.PLACES: Kind.PLACES,
    d.STAYS: Kind.ROOMING,
    d.LEGS: Kind.LEGS,
    d.BUDGET: Kind.BUDGET,
    d.EXPENSES: Kind.EXPENSES,
    d.WISHES: Kind.WISHES,
}
SHOWN: Mapping[str, tuple[str, ...]] = {
    d.AGENDA: ("date", "start", "end", "title", "place", "hosts"),
    d.DELEGATES: ("given", "family", "organisation", "job", "email", "mobile"),
    d.PEOPLE: ("given", "family", "organisation", "job", "email", "mobile"),
    d.ORGANISATIONS: ("name", "kind", "city", "country", "website", "email"),
    d.PLACES: ("name", "address", "city", "country", "organisation", "capacity"),
    d.STAYS: ("hotel", "guests", "from_day", "to_day", "room", "booking"),
    d.LEGS: ("number", "date", "from", "start", "to", "end", "booking"),
    d.BUDGET: ("category", "text", "planned", "currency", "payer"),
    d.EXPENSES: ("date", "category", "text", "amount", "currency", "payer"),
    d.WISHES: ("from", "to", "wish"),
}
"""Fields of each list that a preview shows, in their order."""
_NOT_TYPED = frozenset({"people", "guests", "from", "to", "hosts", "legs", "passengers"})
_WORDS = {"guests": N_("Guests"), "from": N_("From"), "to": N_("To")}


def title_of(target: str, key: str, language: str) -> str:
    """Return what a field is called; English for what has no word of its own in a language."""
    own = None if target == d.WISHES else _WORDS.get(key)
    return own or labels(_KINDS[target], language).get(key, key)


def heading_of(target: str, name: str, language: str) -> str:
    """Return what the field of a record is called in a list, empty where lists have no such field."""
    return labels(_KINDS[target], language).get(_LISTED.get(name, name), "")


_LISTED = {"place_text": "place", "room_wish": "room", "hotel": "hotel"}
"""Fields of records that are called otherwise in lists."""


def has_own_word(target: str, key: str) -> bool:
    """Tell whether a field's word is in the catalogue of the program, to be translated there."""
    return key in _WORDS and target != d.WISHES


def can_type(target: str, key: str) -> bool:
    """Tell whether a field can be typed over as one text."""
    return (target == d.WISHES or key not in _NOT_TYPED) and field_of(_KINDS[target], key) is not None


def said(values: Mapping[str, Any], key: str, language: str, show_day: speech.ShowDay) -> str:
    """Return what an entry says in a field, as one line in a language."""
    if key == "guests":
        return ", ".join(values.get("guests") or _name(values))
    if key in ("from", "to") and key not in values:
        stop = "origin" if key == "from" else "destination"
        return str(values.get(stop) or values.get(f"{stop}_text") or "")
    shown = values.get(key)
    if shown is None and key == "start":
        shown = values.get("part_of_day")
    return speech.value(shown, language, show_day)


def _name(values: Mapping[str, Any]) -> tuple[str, ...]:
    name = " ".join(str(values[key]) for key in ("given", "family") if values.get(key))
    return (name,) if name else ()


def typed(target: str, key: str, text: str, around: Circumstances | None = None) -> Any:
    """Return the value of a field somebody typed, None for nothing. Raises Invalid for what cannot be one."""
    one = field_of(_KINDS[target], key)
    if one is None or not can_type(target, key):
        raise Invalid(N_("This cannot be changed here."), field=key)
    if not text.strip():
        return None
    beside = around or Circumstances(dt.date.today())
    found = reading(text.strip(), one, Beside(beside.home_country, beside.calendar, (False, True)))
    if found.problem is not None:
        raise Invalid(found.problem.text, field=key, **dict(found.problem.arguments))
    return found.value


def choices(form: Form, language: str) -> dict[str, str]:
    """Return the fields a column of a form may be, by key, with what they are called."""
    names = labels(KINDS[form], language)
    return {one.key: names[one.key] for one in fields_of(KINDS[form])}
