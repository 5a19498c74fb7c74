"""Say which key of a shape is which field of a record, and turn the value of one into that of the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_type_hints
from uuid import UUID

from msgspec import inspect

from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.exchange.mission_file import shapes as s

Kind = tuple[type[s.Shape], type[r.Record]]


@dataclass(frozen=True, slots=True)
class Column:
    """Tie the attribute of a shape to the field of a record; ``of`` is the list an id is found in."""

    name: str
    field: str
    kind: str
    of: str | None
    secret: bool


_DAYS = {"from_": "from_day", "to": "to_day"}
_RENAMED: dict[Kind, dict[str, str]] = {
    (s.Funding, r.Mission): {"statement": "funding_statement"},
    (s.OnCall, r.Mission): {"name": "on_call_name", "phone": "on_call_phone"},
    (s.Destination, r.Destination): _DAYS,
    (s.Document, r.Delegate): {"nationality": "nationality", "expires": "document_expires"},
    (s.Document, r.Confidential): {
        name: f"document_{name}" for name in ("number", "name", "issuer", "issued", "born", "birthplace")
    },
    (s.Request, r.PartnerRequest): {"who": "person_id", "next": "next_day"},
    (s.Note, r.ContactNote): {"next": "next_day"},
    (s.Leg, r.Leg): {
        "from_": "origin",
        "to": "destination",
        "from_text": "origin_text",
        "to_text": "destination_text",
    },
    (s.Stay, r.Stay): _DAYS,
    (s.MeetingRequest, r.MeetingRequest): {"from_": "from_id", "to": "to_id"},
    (s.About, r.FollowUp): {
        "organisation": "about_organisation_id",
        "person": "about_person_id",
        "item": "about_item_id",
    },
}


def columns(shape: type[s.Shape], record: type[r.Record]) -> tuple[Column, ...]:
    """Return what a shape and a record have in common, but ``id``: that is a ref in one, a UUID in the other."""
    pair: Any = (shape, record)
    return _columns(pair)


@lru_cache(maxsize=128)
def _columns(pair: Kind) -> tuple[Column, ...]:
    shape, record = pair
    renamed = _RENAMED.get(pair, {})
    hints = get_type_hints(record)
    present = {one.name for one in fields(record)}
    found = []
    for one in inspect.type_info(shape).fields:  # type: ignore[attr-defined]
        described = _described(one.type)
        if described is None or one.name == "id":
            continue
        kind, of = described
        field = renamed.get(one.name) or (f"{one.name}_id" if kind == "ref" else one.name)
        if field in present:
            found.append(Column(one.name, field, kind, of, "Secret" in str(hints[field])))
    return tuple(found)


def _described(kind: inspect.Type) -> tuple[str, str | None] | None:
    """Return the kind of a value and the list it names, None for what holds rows of its own."""
    match kind:
        case inspect.UnionType(types=types):
            return _described(next(one for one in types if not isinstance(one, inspect.NoneType)))
        case inspect.Metadata(extra=dict() as extra):
            of = extra.get("of")
            return ("ref", str(of)) if of is not None else (str(extra["kind"]), None)
        case inspect.ListType(item_type=item):
            inner = _described(item)
            return None if inner is None or inner[0] == "ref" else ("list", None)
        case inspect.StructType() | inspect.TupleType():
            return None
        case inspect.DateType():
            return "day", None
        case _:
            return "plain", None


# -- file to record ---------------------------------------------------------------------------------

_INWARD: dict[str, Callable[[Any], Any]] = {
    "texts": Texts.of,
    "time": dt.time.fromisoformat,
    "moment": dt.datetime.fromisoformat,
    **dict.fromkeys(("money", "rate", "percent"), Decimal),
    "list": tuple,
}


def values(shape: s.Shape | None, record: type[r.Record], ids: Mapping[str, Mapping[str, UUID]]) -> dict[str, Any]:
    """Return the fields of a record that a shape fills; what is unknown is left to the record."""
    if shape is None:
        return {}
    found: dict[str, Any] = {}
    for column in columns(type(shape), record):
        value = getattr(shape, column.name)
        if value is None:
            continue
        if column.secret:
            value = Secret(value.isoformat() if column.kind == "day" else value)
        elif column.of is not None:
            value = ids[column.of][value]
        elif column.kind in _INWARD:
            value = _INWARD[column.kind](value)
        found[column.field] = value
    return found


# -- record to file ---------------------------------------------------------------------------------

_OUTWARD: dict[str, Callable[[Any], Any]] = {
    "texts": lambda value: value.as_plain() if value.entries else None,
    "time": lambda value: value.strftime("%H:%M"),
    "moment": lambda value: f"{value.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}",
    **dict.fromkeys(("money", "rate", "percent"), lambda value: format(value, "f")),
    "list": lambda value: list(value) or None,
}


def keys(shape: type[s.Shape], record: r.Record | None, ref: Callable[[UUID], str]) -> dict[str, Any]:
    """Return the keys of a shape that a record fills. What is sensitive is not among them."""
    if record is None:
        return {}
    found: dict[str, Any] = {}
    for column in columns(shape, type(record)):
        value = getattr(record, column.field)
        if value is None or column.secret:
            continue
        if column.of is not None:
            value = ref(value)
        elif column.kind in _OUTWARD:
            value = _OUTWARD[column.kind](value)
        found[column.name] = value
    return found
