"""Tell programs what came of a file, in the shape of EXCHANGE §3."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import Message
from missionplanner.services.imports import drafts as d
from missionplanner.services.imports import speech
from missionplanner.services.imports.proposing import Entry, Proposal, State

_ALWAYS: Mapping[str, tuple[str, ...]] = {
    d.AGENDA: (
        *(
            "date",
            "start",
            "end",
            "end_date",
            "zone",
            "end_zone",
            "part_of_day",
            "kind",
            "title",
            "city",
            "country",
        ),
        *("status", "language", "dress_code", "text", "team_notes"),
    ),
    d.DELEGATES: (
        *(
            "given",
            "family",
            "native_name",
            "honorific",
            "organisation",
            "job",
            "role",
            "status",
            "email",
            "mobile",
        ),
        *("phone", "languages", "groups", "precedence", "badge", "visa", "country", "city"),
    ),
    d.PEOPLE: (
        *(
            "given",
            "family",
            "name_order",
            "native_name",
            "honorific",
            "organisation",
            "job",
            "languages",
            "email",
        ),
        *("mobile", "phone"),
    ),
    d.ORGANISATIONS: (
        *("name", "native_name", "short", "kind", "country", "region", "city", "address", "ecosystems"),
        *("value_chains", "website", "email", "phone", "profile"),
    ),
    d.PLACES: (
        *("name", "organisation", "address", "entrance", "meeting_point", "city", "country", "zone", "lat", "lon"),
        *("capacity", "id_required", "notice_days", "nda", "safety_gear", "no_photos", "opens", "closes"),
    ),
    d.STAYS: ("hotel", "room", "room_no", "booking", "board", "price", "currency"),
    d.LEGS: (
        *("mode", "operator", "number", "date", "start", "end", "end_date", "terminal", "capacity", "booking"),
        *("seat", "ticket", "baggage"),
    ),
    d.BUDGET: ("category", "text", "planned", "committed", "paid", "currency", "payer", "eligible"),
    d.EXPENSES: (
        "date",
        "category",
        "text",
        "amount",
        "currency",
        "payer",
        "supplier",
        "organisation",
        "eligible",
    ),
    d.WISHES: ("from", "to", "wish"),
}
"""Keys an entry of a list always has; null where the file says nothing."""
_DOCUMENT = ("number", "name", "issuer", "issued", "expires", "born", "birthplace")


def report(proposal: Proposal, t: Translator) -> dict[str, Any]:
    """Return what came of a file, or would. A doubtful entry stands among the doubtful alone."""
    show_day = speech.day_in(t)
    told: dict[str, list[dict[str, Any]]] = {"added": [], "changed": [], "doubtful": []}
    refused = [{"source": one.source or None, "why": t.say(one.why)} for one in proposal.reading.refused]
    for one in proposal.entries:
        if one.state is State.REFUSED:
            refused.append({"source": one.draft.source, "why": t.say(one.why) if one.why else ""})
        elif one.taken and one.open:
            told["doubtful"].append(entry(one) | {"text": _doubt(one, t)})
        elif one.taken and one.state is not State.SAME:
            told[str(one.state)].append(entry(one))
    warnings = [
        {
            "rule": one.rule,
            "date": one.date.isoformat() if one.date else None,
            "source": one.source or None,
            "text": speech.sentence(one.message, t, show_day),
        }
        for one in proposal.warnings
    ]
    return {
        "file": proposal.reading.file,
        "mission": proposal.mission,
        **told,
        "refused": refused,
        "warnings": warnings,
    }


def entry(one: Entry) -> dict[str, Any]:
    """Return an entry in the shape of the mission file, with where it stood and how sure it is."""
    values = one.values
    shown: dict[str, Any] = {"id": str(one.record_id) if one.record_id else None}
    shown |= {key: plain(values.get(key)) for key in _ALWAYS[one.draft.list]}
    if one.draft.list == d.AGENDA:
        shown |= _item(values)
    elif one.draft.list == d.DELEGATES:
        shown |= _delegate(values)
    elif one.draft.list == d.STAYS:
        shown |= {"from": plain(values.get("from_day")), "to": plain(values.get("to_day"))}
        shown["guests"] = list(values.get("guests") or _whole(values))
    elif one.draft.list == d.LEGS:
        shown |= {"from": values.get("origin"), "to": values.get("destination")}
        shown |= {"from_text": values.get("origin_text"), "to_text": values.get("destination_text")}
        names = values.get("passengers") or _whole(values)
        shown["passengers"] = [{"person": name} for name in names] or None
    about = {"list": one.draft.list, "source": one.draft.source or None, "confidence": one.draft.confidence}
    return about | shown


def _item(values: Mapping[str, Any]) -> dict[str, Any]:
    spoken, groups = values.get("language"), list(values.get("groups") or ())
    return {
        "language": spoken[0] if isinstance(spoken, tuple) and spoken else plain(spoken),
        "place": None,
        "place_text": values.get("place"),
        "hosts": list(values.get("hosts") or ()),
        "people": [
            {"person": getattr(who, "name", who), "role": plain(getattr(who, "role", None))}
            for who in values.get("people") or ()
        ],
        "audience": {"groups": groups, "people": [], "except": []} if groups else None,
        "legs": [
            {
                "mode": plain(leg.mode),
                "operator": leg.operator,
                "number": leg.number,
                "from": leg.origin,
                "to": leg.destination,
                "start": plain(leg.start),
                "end": plain(leg.end),
            }
            for leg in values.get("legs") or ()
        ],
    }


def _delegate(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what only a delegate has; of sensitive fields only that they are told."""
    names = [f"document_{key}" for key in _DOCUMENT] + ["diet", "access_needs", "emergency", "nationality"]
    told = [name for name in names if values.get(name)]
    return {"person": " ".join(_whole(values)) or None, "confidential": told}


def _whole(values: Mapping[str, Any]) -> tuple[str, ...]:
    name = " ".join(str(values[key]) for key in ("given", "family") if values.get(key))
    name = name or str(values.get("native_name") or "")
    return (name,) if name else ()


def _doubt(one: Entry, t: Translator) -> str:
    likes = [
        t("It looks like “{name}”, which is there already; it is taken as another.", name=like.name)
        for like in one.likes[:1]
    ]
    return " ".join([*likes, *(t.say(doubt) for doubt in (*one.draft.doubts, *one.doubts))]) or t(
        "Its day is not known."
    )


def plain(value: object) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return None if isinstance(value, bytes | Message) else value
