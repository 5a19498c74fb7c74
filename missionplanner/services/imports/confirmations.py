"""Read confirmations of hotels and tickets into drafts: a room or a leg each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.exchange import bounded
from missionplanner.services.imports.drafts import LEGS, LOW, STAYS, Draft, Form, Reading, Refused, Setting, Warned


def read(data: bytes, name: str, _form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    """Return the rooms and legs a mail, a PDF or a text confirms. Raises Invalid, Damaged, Cancelled."""
    found = bounded.run(
        "missionplanner.exchange.confirmations.reading.read",
        data,
        progress=progress,
        name=name,
        received=setting.around.today,
    )
    drafts: list[Draft] = []
    warnings: list[Warned] = []
    for one in found.stays:
        for values in _rooms(one, warnings):
            drafts.append(_found_draft(len(drafts), STAYS, (found, one), values))
    for one in found.legs:
        values = _plain(one, ("check_in",))
        drafts.append(_found_draft(len(drafts), LEGS, (found, one), values))
    refused = tuple(Refused("", one.message) for one in found.problems)
    return Reading(
        file=name,
        form=Form.CONFIRMATION,
        drafts=tuple(drafts),
        refused=refused,
        warnings=tuple(warnings),
        lines=found.lines,
    )


def _plain(one: Any, without: Iterable[str] = ()) -> dict[str, Any]:
    names = [name for name in type(one).__dataclass_fields__ if name not in without]
    found = {name: getattr(one, name) for name in names}
    return {name: value.value for name, value in found.items() if value is not None}


def _rooms(one: Any, warnings: list[Warned]) -> list[dict[str, Any]]:
    """Return what is told of each room of a booking: one for each guest where there are as many."""
    values = _plain(one, ("check_in", "check_out", "rooms"))
    values |= {"from_day": one.check_in.value} if one.check_in else {}
    values |= {"to_day": one.check_out.value} if one.check_out else {}
    count = one.rooms.value if one.rooms else 1
    guests = tuple(values.pop("guests", ()))
    if count <= 1 or count > _MOST_ROOMS:
        return [values | ({"guests": guests} if guests else {})]
    price = values.pop("price", None)
    if price is not None:
        text = Message.of(
            N_("{sum} {currency} is the price of {count} rooms together and was not taken."),
            {"sum": str(price), "currency": values.get("currency", ""), "count": count},
        )
        warnings.append(Warned("price_of_many", None, one.price.source, text))
    shares = [guests[place::count] for place in range(count)]
    if len(guests) > count:
        each = -(-len(guests) // count)
        shares = [guests[place * each : (place + 1) * each] for place in range(count)]
    return [values | ({"guests": share} if share else {}) for share in shares]


_MOST_ROOMS = 200


_CALLED = {"check_in": "from_day", "check_out": "to_day"}
"""Fields that entries call otherwise."""


def _found_draft(number: int, target: str, read_from: tuple[Any, Any], values: dict[str, Any]) -> Draft:
    whole, one = read_from
    told = {
        _CALLED.get(name, name): value
        for name in type(one).__dataclass_fields__
        if (value := getattr(one, name)) is not None
    }
    places = {name: line for name, value in told.items() if (line := whole.line_of(value)) is not None}
    sources = dict.fromkeys(value.source for value in told.values() if value.source)
    return Draft(
        number=number,
        list=target,
        source=f"line {min(places.values()) + 1}" if places else "",
        words=" │ ".join(sources),
        line=min(places.values(), default=None),
        values=values,
        confidence=round(min((value.confidence for value in told.values()), default=0.0), 2),
        unsure=tuple(name for name, value in told.items() if value.confidence < LOW),
        places=places,
    )
