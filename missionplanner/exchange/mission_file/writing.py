"""Write the shapes of a mission file as bytes, and say what a file is once normalised."""

from __future__ import annotations

from typing import Any

import msgspec

from missionplanner.domain.text import clean
from missionplanner.domain.texts import UNDETERMINED
from missionplanner.exchange.mission_file.order import by_day, positions
from missionplanner.exchange.mission_file.scan import prepared
from missionplanner.exchange.mission_file.shapes import MissionFile

_AUDIENCE = ("groups", "people", "except")


def encoded(file: MissionFile) -> bytes:
    """Return the file as UTF-8 JSON, one space of indent a level, keys in the order of the format."""
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def normal_form(data: bytes) -> dict[str, Any]:
    """Return what a round trip keeps of a valid file (EXCHANGE §1).

    Texts are cleaned; null, [] and {} are dropped, except in ``audience``, whose three lists are always
    there; the agenda is by date and position; a text of undetermined language alone is a string.
    """
    found: dict[str, Any] = _normal(msgspec.json.decode(prepared(data))) or {}
    agenda = found.get("agenda")
    if agenda:
        days = [one.get("date") for one in agenda]
        places = positions((one.get("date"), one.get("position")) for one in agenda)
        found["agenda"] = by_day(agenda, days, places)
    return found


def _normal(value: Any, key: str = "") -> Any:
    """Return a value normalised, None where nothing remains of it."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        # A row of a list stays a row, even where all it says is unknown.
        rows = [{} if (one := _normal(each)) is None else one for each in value]
        return ([_table(one) for one in rows] if key == "tables" else rows) or None
    if not isinstance(value, dict):
        return value
    if key == "audience":
        return {name: [clean(one) for one in value.get(name) or ()] for name in _AUDIENCE}
    if set(value) == {UNDETERMINED}:
        return _normal(value[UNDETERMINED])
    kept = {name: _normal(each, name) for name, each in value.items()}
    return {name: each for name, each in kept.items() if each is not None} or None


def _table(value: Any) -> Any:
    """Return a table of which no more is known than its name as that name."""
    return value["name"] if isinstance(value, dict) and value.keys() == {"name"} else value
