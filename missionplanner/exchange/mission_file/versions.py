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

_THIRD: dict[type[s.Shape], frozenset[str]] = {
    s.MissionFile: frozenset({"photos", "survey", "field_notes", "contacts_made"}),
    s.Mission: frozenset({"emblem", "cover", "footer", "insurance"}),
    s.Funding: frozenset({"evidence_until"}),
    s.Person: frozenset({"address_form"}),
    s.Item: frozenset(
        {
            *("booking", "payer", "plan_b", "background", "questions", "actual_start", "actual_end"),
            "seating",
        }
    ),
    s.Part: frozenset({"rsvp", "companions"}),
    s.Session: frozenset({"allow_repeats", "interpreters", "orders"}),
    s.Participant: frozenset({"session", "max_per_day"}),
    s.MeetingRequest: frozenset({"note"}),
    s.Meeting: frozenset({"interpreter"}),
    s.Attendance: frozenset({"arrived", "left", "substitute", "note"}),
    s.Outcome: frozenset({"why_not", "satisfaction"}),
}
"""Keys of version 3 among those of shapes that earlier versions had."""

_NEW: dict[type[s.Shape], int] = {s.Table: 3}
"""Objects that stand where earlier versions had but a text."""


def needed(file: s.MissionFile) -> int:
    """Return the lowest version that has every key a file uses."""
    return max((version for version, _ in _later(file)), default=1)


def require(file: s.MissionFile) -> None:
    """Raise Trouble where a file uses a key that came after the version it says it is of."""
    if file.version >= s.VERSION:
        return
    found = next(((version, path) for version, path in _later(file) if version > file.version), None)
    if found is not None:
        raise Trouble(
            N_("{path} is a key of version {later} of the mission file, but this file says version {version}."),
            path=found[1],
            later=found[0],
            version=file.version,
        )


def _later(shape: s.Shape) -> Iterator[tuple[int, list[PathStep]]]:
    """Yield every key that version 1 did not have: the version that brought it, and its path."""
    second, third = (added.get(type(shape), frozenset()) for added in (_SECOND, _THIRD))
    for name, key in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True):
        value = getattr(shape, name)
        if value is None or value == []:
            continue
        if name in second or name in third:
            yield 3 if name in third else 2, [key]
        if isinstance(value, s.Shape):
            yield from ((version, [key, *path]) for version, path in _later(value))
        elif isinstance(value, list):
            yield from ((version, [key, *path]) for version, path in _within(value))


def _within(rows: list[object]) -> Iterator[tuple[int, list[PathStep]]]:
    for number, one in enumerate(rows):
        if not isinstance(one, s.Shape):
            continue
        if type(one) in _NEW:
            yield _NEW[type(one)], [number]
        yield from ((version, [number, *path]) for version, path in _later(one))
