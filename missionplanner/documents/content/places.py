"""Say where a row is: place, door, address, town; and which connection a journey takes."""

from __future__ import annotations

from missionplanner.documents.content.values import Detail
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemKind

VISITS = (ItemKind.SITE_VISIT,)
"""Rows that say who receives, where and with whom, or that it is to be confirmed (DOCUMENTS §1)."""

EASY = frozenset(
    {
        ItemKind.MEAL,
        ItemKind.RECEPTION,
        ItemKind.NETWORKING,
        ItemKind.HOTEL,
        ItemKind.FREE_TIME,
        ItemKind.LOGISTICS,
    }
)
"""Rows that need no word on doors and rules: people are there already, or a table is laid."""


def place_line(voice: Voice, item: r.AgendaItem) -> str:
    """Return place, address and town in one line, nothing said twice."""
    place = voice.plan.place(item.place_id) if item.place_id else None
    known = [place.name, item.place_text, place.address] if place else [item.place_text]
    city = item.city or (place.city if place else None)
    if item.kind in VISITS and not item.place_text and not (place and place.address):
        if not any(known):
            return joined((voice.t("place to be confirmed"), city))
        return joined((*_segments(*known, city), voice.t("address to be confirmed")))
    return joined(_segments(*known, city))


def _segments(*parts: str | None) -> list[str]:
    return [segment.strip() for part in parts if part for segment in part.split(",")]


def place_details(voice: Voice, item: r.AgendaItem, said: str) -> tuple[Detail, ...]:
    """Return door and meeting point, where they are known and ``said`` does not name them already."""
    place = voice.plan.place(item.place_id) if item.place_id else None
    if place is None or item.kind in EASY:
        return ()
    found = ((voice.t("Entrance"), place.entrance), (voice.t("Meeting point"), place.meeting_point))
    return tuple(Detail(label, text) for label, text in found if text and folded(text) not in folded(said))


def access_rules(voice: Voice, item: r.AgendaItem) -> str:
    """Return what a visitor has to know before the door, in one line."""
    place, t = voice.plan.place(item.place_id) if item.place_id else None, voice.t
    if place is None or item.kind in EASY:
        return ""
    rules = (
        t("Bring an identity document.") if place.id_required else "",
        t("A confidentiality agreement has to be signed.") if place.nda else "",
        t("No photographs.") if place.no_photos else "",
        voice.text(place.safety_gear),
    )
    return " ".join(rule if rule.endswith((".", "!", "?")) else f"{rule}." for rule in rules if rule)


def town_of(item: r.AgendaItem, place: r.Place | None) -> str:
    return item.city or (place.city if place else None) or ""


def leg_end(code: str | None, text: str | None) -> str:
    """Return one end of a leg: ``Bologna BLQ``."""
    return joined((text, code), " ")


def leg_route(leg: r.Leg) -> str:
    ends = (leg_end(leg.origin, leg.origin_text), leg_end(leg.destination, leg.destination_text))
    return " → ".join(end for end in ends if end)


def leg_number(leg: r.Leg) -> str:
    """Return operator and number; the operator once where the number begins with it."""
    number, operator = leg.number or "", leg.operator or ""
    if operator and folded(number).startswith(folded(operator)):
        return number
    return " ".join(part for part in (operator, number) if part)


def leg_line(voice: Voice, leg: r.Leg, title: str) -> str:
    """Return number, route and terminal of a leg, without what the row's title says already."""
    said = folded(title)
    number, route = leg_number(leg), leg_route(leg)
    ends = [end for end in (leg.origin or leg.origin_text, leg.destination or leg.destination_text) if end]
    parts = (
        number if folded(number) not in said else "",
        route if not all(folded(end) in said for end in ends) else "",
        voice.t("Terminal {terminal}", terminal=leg.terminal) if leg.terminal else "",
    )
    return " · ".join(part for part in parts if part)
