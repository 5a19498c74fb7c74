"""Read the reservations that mails carry for machines (schema.org JSON-LD)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from missionplanner.base.errors import Invalid
from missionplanner.domain.text import clean
from missionplanner.domain.vocabulary import LegMode
from missionplanner.exchange.confirmations import people
from missionplanner.exchange.confirmations.drafts import Found, LegDraft, StayDraft

MAX_NODES = 2_000
MAX_DEPTH = 12
_CERTAIN = 0.99
_LODGING = "LodgingReservation"
_TRIPS = {
    "FlightReservation": (LegMode.FLIGHT, "flightNumber", "Airport"),
    "TrainReservation": (LegMode.TRAIN, "trainNumber", "Station"),
    "BoatReservation": (LegMode.FERRY, "identifier", "BoatTerminal"),
    "BusReservation": (LegMode.COACH, "busNumber", "BusStop"),
}
T = TypeVar("T")


def read(blocks: Sequence[str]) -> tuple[tuple[StayDraft, ...], tuple[LegDraft, ...]]:
    """Return the stays and legs of blocks of JSON-LD; what is no JSON or no reservation is passed over."""
    stays: list[StayDraft] = []
    legs: list[LegDraft] = []
    for block in blocks[:50]:
        for node in _nodes(block):
            kind = _kind(node)
            if kind == _LODGING:
                stays.append(_stay(node))
            elif kind in _TRIPS:
                legs.append(_leg(node, kind))
    return tuple(one for one in stays if one.check_in), tuple(one for one in legs if one.date)


def _nodes(block: str) -> Iterator[dict[str, Any]]:
    try:
        whole = json.loads(block)
    except (ValueError, RecursionError):
        return
    front: list[tuple[Any, int]] = [(whole, 0)]
    for _ in range(MAX_NODES):
        if not front:
            return
        one, depth = front.pop(0)
        if depth > MAX_DEPTH:
            continue
        if isinstance(one, list):
            front += [(each, depth + 1) for each in one[:200]]
        elif isinstance(one, dict):
            if _kind(one) == _LODGING or _kind(one) in _TRIPS:
                yield one
            else:
                front += [(each, depth + 1) for each in list(one.values())[:100] if isinstance(each, dict | list)]


def _kind(node: Any) -> str:
    kind = node.get("@type") if isinstance(node, dict) else None
    return str(kind[0] if isinstance(kind, list) and kind else kind).rpartition("/")[2]


def _stay(node: dict[str, Any]) -> StayDraft:
    hotel = _object(node, "reservationFor")
    address = hotel.get("address")
    street, city = _address(address)
    price, currency = _price(node)
    return StayDraft(
        hotel=_text(hotel, "name"),
        address=street,
        city=city,
        check_in=_day(node, "checkinTime", "checkinDate", "checkInTime"),
        check_out=_day(node, "checkoutTime", "checkoutDate", "checkOutTime"),
        guests=_people(node),
        booking=_text(node, "reservationNumber", "reservationId"),
        price=price,
        currency=currency,
    )


def _leg(node: dict[str, Any], kind: str) -> LegDraft:
    mode, number_key, place = _TRIPS[kind]
    trip = _object(node, "reservationFor")
    number = _text(trip, number_key)
    carrier = _object(trip, "airline") or _object(trip, "provider")
    code = _text(carrier, "iataCode")
    operator = code or _text(carrier, "name")
    if number is not None and code is not None and number.value.isdigit():
        number = Found(f"{code.value}{number.value}", _CERTAIN)
    origin, destination = _object(trip, f"departure{place}"), _object(trip, f"arrival{place}")
    start, end = _moment(trip, "departureTime"), _moment(trip, "arrivalTime")
    other_day = end is not None and start is not None and end.date() != start.date()
    codes = (_text(origin, "iataCode"), _text(destination, "iataCode"))
    return LegDraft(
        mode=Found(mode, _CERTAIN),
        operator=operator,
        number=number,
        origin=codes[0],
        destination=codes[1],
        origin_text=_text(origin, "name") if codes[0] is None else None,
        destination_text=_text(destination, "name") if codes[1] is None else None,
        date=_sure(start.date() if start else None),
        start=_sure(start.time() if start else None),
        end=_sure(end.time() if end else None),
        end_date=_sure(end.date() if end and other_day else None),
        passengers=_people(node),
        booking=_text(node, "reservationNumber", "reservationId"),
        seat=_text(node, "airplaneSeat")
        or _text(_object(_object(node, "reservedTicket"), "ticketedSeat"), "seatNumber"),
        ticket=_text(node, "ticketNumber") or _text(_object(node, "reservedTicket"), "ticketNumber"),
    )


def _sure(value: T | None) -> Found[T] | None:
    return None if value is None else Found(value, _CERTAIN)


def _object(node: dict[str, Any], name: str) -> dict[str, Any]:
    value = node.get(name)
    if isinstance(value, list):
        value = next(iter(value), None)
    return value if isinstance(value, dict) else {}


def _text(node: dict[str, Any], *names: str) -> Found[str] | None:
    for name in names:
        value = node.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            text = " ".join(clean(str(value)[:300]).split())
            if text:
                return Found(text, _CERTAIN)
    return None


def _address(address: Any) -> tuple[Found[str] | None, Found[str] | None]:
    if isinstance(address, str):
        return _sure(clean(address[:300]) or None), None
    if not isinstance(address, dict):
        return None, None
    street, code, city = (_text(address, name) for name in ("streetAddress", "postalCode", "addressLocality"))
    town = " ".join(one.value for one in (code, city) if one)
    whole = ", ".join(one for one in (street.value if street else "", town) if one)
    return _sure(whole or None), city


def _moment(node: dict[str, Any], name: str) -> dt.datetime | None:
    """Return the wall time of a moment: its distance from UTC is left to the place's own zone."""
    value = node.get(name)
    found = re.match(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", value) if isinstance(value, str) else None
    try:
        return dt.datetime.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _day(node: dict[str, Any], *names: str) -> Found[dt.date] | None:
    for name in names:
        value = node.get(name)
        try:
            if isinstance(value, str):
                return Found(dt.date.fromisoformat(value[:10]), _CERTAIN)
        except ValueError:
            continue
    return None


def _people(node: dict[str, Any]) -> Found[tuple[str, ...]] | None:
    value = node.get("underName")
    some = value if isinstance(value, list) else [value]
    names = [_text(one, "name") for one in some[:50] if isinstance(one, dict)]
    found = tuple(dict.fromkeys(people.one(one.value) or one.value for one in names if one))
    return _sure(found or None)


def _price(node: dict[str, Any]) -> tuple[Found[Decimal] | None, Found[str] | None]:
    value = node.get("totalPrice", node.get("price"))
    currency = _text(node, "priceCurrency")
    if isinstance(value, dict):
        currency = _text(value, "currency", "priceCurrency") or currency
        value = value.get("value", value.get("price"))
    try:
        amount = Decimal(str(value)) if value is not None else None
    except (InvalidOperation, Invalid):
        return None, currency
    if amount is None or not amount.is_finite() or not 0 <= amount < Decimal(10) ** 9:
        return None, currency
    return Found(amount, _CERTAIN), currency
