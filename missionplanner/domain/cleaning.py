"""Clean every text of a record that came from a form."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from missionplanner.base.errors import Invalid
from missionplanner.domain.records import Record
from missionplanner.domain.text import MAX_LINE, MAX_TEXT, clean
from missionplanner.domain.texts import Texts

R = TypeVar("R", bound=Record)

_LINES = frozenset({"title", "code", "name"})


def cleaned(one: R) -> R:
    """Return the record with clean texts; one that is empty then is unknown. Raises Invalid with the field."""
    values = {item.name: _clean(item.name, getattr(one, item.name), item.default is None) for item in fields(one)}
    return replace(one, **{name: value for name, value in values.items() if value != getattr(one, name)})


def _clean(name: str, value: Any, may_be_unknown: bool) -> Any:
    longest = MAX_LINE if name in _LINES else MAX_TEXT
    if isinstance(value, Texts):
        entries = ((language, _line(name, text, longest)) for language, text in value.entries)
        some = tuple((language, text) for language, text in entries if text)
        return None if may_be_unknown and not some else Texts(some)
    if type(value) is str:
        return _line(name, value, longest) or (None if may_be_unknown else "")
    return value


def _line(name: str, text: str, longest: int) -> str:
    try:
        return clean(text, longest)
    except Invalid as error:
        error.field = name
        raise
