"""The JSON Schema says what the reader takes: every file of ours fits it, what breaks the shape does not."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.exchange.mission_file import schema

ROOT = Path(__file__).resolve().parents[2]
MISSIONS = [*(ROOT / "tests/data/missions").glob("*.json"), *(ROOT / "resources/samples").glob("*.mission.json")]
SCHEMA: dict[str, Any] = json.loads(schema())
TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float)}
TYPES |= {"boolean": bool, "null": type(None)}
KNOWN = {"$ref", "anyOf", "type", "const", "enum", "properties", "required", "additionalProperties", "items"}
KNOWN |= {
    "prefixItems",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "format",
}
KNOWN |= {"title", "description", "$schema", "$defs"}


def fits(value: Any, rule: Any) -> bool:
    """Tell whether a value fits a schema, of the words that ours uses."""
    if isinstance(rule, bool):
        return rule
    assert set(rule) <= KNOWN, rule
    if "$ref" in rule:
        return fits(value, SCHEMA["$defs"][rule["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in rule:
        return any(fits(value, one) for one in rule["anyOf"])
    if "const" in rule:
        return bool(value == rule["const"])
    if "enum" in rule:
        return value in rule["enum"]
    kind = rule["type"]
    if not isinstance(value, TYPES[kind]) or (kind in ("integer", "number") and isinstance(value, bool)):
        return False
    return {"object": fits_object, "array": fits_list, "string": fits_text}.get(kind, fits_number)(value, rule)


def fits_object(value: Any, rule: dict[str, Any]) -> bool:
    known, others = rule.get("properties", {}), rule.get("additionalProperties", True)
    return set(rule.get("required", ())) <= set(value) and all(
        fits(one, known.get(key, others)) for key, one in value.items()
    )


def fits_list(value: Any, rule: dict[str, Any]) -> bool:
    first = rule.get("prefixItems", [])
    if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
        return False
    rules = [*first, *[rule.get("items", True)] * (len(value) - len(first))]
    return all(fits(one, each) for one, each in zip(value, rules, strict=True))


def fits_text(value: str, rule: dict[str, Any]) -> bool:
    if rule.get("format") == "date":
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            return False
    return rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", len(value)) and bool(
        re.search(rule.get("pattern", ""), value)
    )


def fits_number(value: Any, rule: dict[str, Any]) -> bool:
    return value is None or bool(rule.get("minimum", value) <= value <= rule.get("maximum", value))


@pytest.mark.parametrize("path", MISSIONS, ids=lambda path: path.stem)
def test_our_files_fit(path: Path) -> None:
    assert fits(json.loads(path.read_bytes()), SCHEMA)


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("format",), "other"),
        (("version",), 4),
        (("nonsense",), 1),
        (("mission", "code"), ""),
        (("mission", "start"), "2025-02-30"),
        (("mission", "accent"), "red"),
        (("mission", "title"), 3),
        (("agenda", 1, "kind"), "dinner"),
        (("agenda", 1, "start"), "24:10"),
        (("agenda", 1, "tittle"), "x"),
        (("places", 0, "lat"), 91),
        (("places", 0, "closed_days"), [8]),
        (("places", 0, "country"), "es"),
        (("matchmaking", 0, "slots"), [["2025-05-06", "11:30"]]),
        (("matchmaking", 0, "tables"), ["1", {"name": "2", "colour": "red"}]),
        (("photos", 0, "taken_at"), "2025-05-06T08:05:09+02:00"),
        (("outcomes", 0, "satisfaction"), 6),
        (("budget", 0, "planned"), 12000),
        (("budget", 0, "planned"), "12,000.00"),
        (("people", 0, "languages"), ["english!"]),
    ],
    ids=str,
)
def test_what_breaks_the_shape_does_not_fit(way: tuple[Any, ...], value: Any, complete: dict[str, Any]) -> None:
    holder: Any = complete
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    assert not fits(complete, SCHEMA)


def test_vocabularies_and_required_keys_are_named() -> None:
    item = SCHEMA["$defs"]["Item"]
    assert set(item["required"]) == {"id", "date", "kind", "title"}
    assert item["additionalProperties"] is False
    assert set(SCHEMA["$defs"]["ItemKind"]["enum"]) == {str(one) for one in ItemKind}


def test_the_schema_is_the_same_bytes_every_time() -> None:
    assert schema() == schema() and schema().endswith(b"}\n")
