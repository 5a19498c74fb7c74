"""Describe the mission file as a JSON Schema, for whoever writes one by another program."""

from __future__ import annotations

from typing import Any

import msgspec

from missionplanner.exchange.mission_file.shapes import FORMAT, VERSION, MissionFile, Shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> bytes:
    """Return the JSON Schema (2020-12) of the mission file as UTF-8 JSON.

    It says what a key may hold; that ids are found, times exist and legs agree, only reading tells.
    """
    made: dict[str, Any] = msgspec.json.schema(MissionFile)
    definitions: dict[str, Any] = made["$defs"]
    for definition in definitions.values():
        if definition.get("description") == Shape.__doc__:
            del definition["description"]
        for described in definition.get("properties", {}).values():
            if described.get("default", ...) is None:
                del described["default"]
    properties = definitions[MissionFile.__name__]["properties"]
    properties["format"] = {"const": FORMAT}
    properties["version"] = {"enum": [*range(1, VERSION + 1)]}
    whole = {
        "$schema": _DIALECT,
        "title": f"{FORMAT} {VERSION}",
        **made,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
