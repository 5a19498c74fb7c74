"""Know which keys each version of the format brought, so that a file says no more than it needs.

A file says the lowest version that has all its keys: what an older program can read, it reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_
from missionplanner.exchange.mission_file import shapes as s
from missionplanner.exchange.mission_file.trouble import PathStep, Trouble

_SECOND: dict[type[s.Shape], frozenset[str]] = {
    s.MissionFile: frozenset(
        {"value_chains", "requirements", "access", "journeys", "vehicles", "expenses", "notes"},
    ),
    s.Initiative: frozenset({"short", "grant", "start", "end", "currency", "website", "objectives"}),
    s.Organisation: frozenset({"offers", "seeks", "employees", "vat", "email", "phone", "tags"}),
    s.Person: frozenset({"phone", "tags"}),
    s.Place: frozenset({"access_fields", "website", "phone", "tags"}),
    s.Delegate: frozenset(
        {
            *("joins", "leaves", "replaced_by", "room_wish", "share_with", "home_address", "insurance"),
            *("consent_photo", "consent_contact", "fee", "fee_currency", "fee_state"),
        }
    ),
    s.Partner: frozenset({"region"}),
    s.Request: frozenset({"answer", "answered_on"}),
    s.Item: frozenset({"options"}),
    s.Leg: frozenset({"journey", "vehicle", "private"}),
    s.Passenger: frozenset({"ticket", "baggage", "private"}),
    s.Stay: frozenset({"booking", "board", "price", "currency"}),
    s.BudgetLine: frozenset(
        {
            *("quantity", "unit", "rate", "rate_date", "rate_source", "payers", "organisation", "delegate"),
            *("in_kind", "cup", "cig", "quotes", "notes"),
        }
    ),
}
"""Keys of version 2 among those of shapes that version 1 had."""


def needed(file: s.MissionFile) -> int:
    """Return the lowest version that has every key a file uses."""
    return 1 if next(_later(file), None) is None else s.VERSION


def require(file: s.MissionFile) -> None:
    """Raise Trouble where a file uses a key that came after the version it says it is of."""
    found = next(_later(file), None) if file.version < s.VERSION else None
    if found is not None:
        raise Trouble(
            N_("{path} is a key of version {later} of the mission file, but this file says version {version}."),
            path=found,
            later=s.VERSION,
            version=file.version,
        )


def _later(shape: s.Shape) -> Iterator[list[PathStep]]:
    """Yield the path of every key that version 1 did not have."""
    added = _SECOND.get(type(shape), frozenset())
    names = zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True)
    for name, key in names:
        value = getattr(shape, name)
        if value is None or value == []:
            continue
        if name in added:
            yield [key]
        elif isinstance(value, s.Shape):
            yield from ([key, *path] for path in _later(value))
        elif isinstance(value, list) and isinstance(value[0], s.Shape):
            for number, one in enumerate(value):
                yield from ([key, number, *path] for path in _later(one))
