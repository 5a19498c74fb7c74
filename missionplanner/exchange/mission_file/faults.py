"""Turn what the JSON parser complains about into sentences for the person who wrote the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

from missionplanner.base.messages import N_
from missionplanner.exchange.mission_file.scan import path_at
from missionplanner.exchange.mission_file.shapes import MissionFile
from missionplanner.exchange.mission_file.trouble import PathStep, Trouble, shown

_PLACE = re.compile(r" - at `\$([^`]*)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|(\[\.\.\.\])")
_BYTE = re.compile(r"\(byte (\d+)\)$")
_NO_NUMBER = re.compile(rb"-?(NaN|Infinity)\b")
_LIMIT = re.compile(r"^Expected `\w+` (>=|<=) (\S+)")
_MISSING = re.compile(r"^Object missing required field `(.+)`")
_ANY_KEY = "[...]"
_ALLOWED_SHOWN = 8

_EXPECTED = {
    "str": N_("{path} holds {value}, but must be a text in quotes."),
    "texts": N_("{path} holds {value}, but must be a text in quotes, or an object of texts by language."),
    "int": N_("{path} holds {value}, but must be a whole number without quotes."),
    "float": N_("{path} holds {value}, but must be a number without quotes."),
    "bool": N_("{path} holds {value}, but must be true or false."),
    "date": N_("{path} holds {value}, but must be a day in quotes, such as “2025-05-06”."),
    "array": N_("{path} holds {value}, but must be a list in square brackets."),
    "object": N_("{path} holds {value}, but must be an object in braces."),
}


def syntax(error: Exception, data: bytes) -> Trouble:
    """Tell where a file stops being JSON."""
    found = _BYTE.search(str(error))
    offset = min(int(found[1]), len(data)) if found else len(data)
    path = path_at(data, offset)
    number = _NO_NUMBER.match(data, max(0, offset - (data[offset - 1 : offset] == b"-")))
    if number is not None:
        return Trouble(
            N_("{path} holds {value}, which is not a number a file may hold."), path=path, value=number[0].decode()
        )
    line, column = data.count(b"\n", 0, offset) + 1, offset - data.rfind(b"\n", 0, offset)
    if not path:
        return Trouble(
            N_("This file is not valid JSON from line {line}, column {column} on."), line=line, column=column
        )
    if found is None:
        return Trouble(N_("The file breaks off in the middle, at {path}."), path=path)
    return Trouble(
        N_("This file is not valid JSON from line {line}, column {column} on, at {path}."),
        path=path,
        line=line,
        column=column,
    )


def validation(error: msgspec.ValidationError, data: bytes) -> Trouble:
    """Tell which value does not fit the shapes, and what was expected."""
    message = str(error)
    place = _PLACE.search(message)
    path = _steps(place[1], data) if place else []
    what = _PLACE.sub("", message)
    value = _at(data, path)
    kind = _type_at(path)
    missing = _MISSING.match(what)
    if missing:
        return Trouble(N_("{path} is missing; a mission file cannot do without it."), path=[*path, missing[1]])
    if what.startswith("Object contains unknown field"):
        return _unknown_key(path, value, kind)
    if what.startswith("Invalid enum value") and isinstance(kind, inspect.EnumType):
        return _unknown_word(path, _plain(value), [one.value for one in kind.cls])
    limit = _LIMIT.match(what)
    if limit:
        return _out_of_range(path, value, limit)
    return _wrong_type(what, path, value)


def _unknown_key(path: list[PathStep], value: msgspec.Raw, kind: inspect.Type | None) -> Trouble:
    keys = [one.encode_name for one in kind.fields] if isinstance(kind, inspect.StructType) else []
    unknown = next((key for key in msgspec.json.decode(value, type=dict[str, msgspec.Raw]) if key not in keys), "")
    near = _nearest(unknown, keys)
    if near is None:
        return Trouble(
            N_("{path} is not a key of the mission file. Here it knows: {allowed}."),
            path=[*path, unknown],
            allowed=_some(keys),
        )
    return Trouble(
        N_("{path} is not a key of the mission file. Did you mean “{nearest}”?"),
        path=[*path, unknown],
        nearest=near,
    )


def _unknown_word(path: list[PathStep], word: object, words: list[str]) -> Trouble:
    near = _nearest(str(word), words)
    if near is None:
        return Trouble(
            N_("{path} holds “{value}”, which is not one of its words: {allowed}."),
            path=path,
            value=shown(word),
            allowed=_some(words),
        )
    return Trouble(
        N_("{path} holds “{value}”, which is not one of its words. Did you mean “{nearest}”?"),
        path=path,
        value=shown(word),
        nearest=near,
    )


def _out_of_range(path: list[PathStep], value: msgspec.Raw, limit: re.Match[str]) -> Trouble:
    sentence = (
        N_("{path} holds {value}, but must be at least {limit}.")
        if limit[1] == ">="
        else N_("{path} holds {value}, but must be at most {limit}.")
    )
    return Trouble(sentence, path=path, value=_shown_raw(value), limit=limit[2].removesuffix(".0"))


def _wrong_type(what: str, path: list[PathStep], value: msgspec.Raw) -> Trouble:
    if not path:
        return Trouble(
            N_("This is not a mission file: it must be an object with “format”, “version” and “mission”.")
        )
    shown_value = _shown_raw(value)
    if "of length 3" in what:
        return Trouble(N_("{path} must be a slot: a day, a start and an end."), path=path)
    if what.startswith("Number out of range"):
        return Trouble(N_("{path} holds a number too large to keep: {value}."), path=path, value=shown_value)
    if what.startswith("Invalid RFC3339 encoded date"):
        return Trouble(
            N_("{path} holds {value}, which is not a day of the calendar, such as “2025-05-06”."),
            path=path,
            value=shown_value,
        )
    expected = re.findall(r"\w+", what.split(",")[0])
    key = "texts" if {"str", "object"} <= set(expected) else next((e for e in expected if e in _EXPECTED), None)
    if key is None:
        return Trouble(N_("{path} holds {value}, which does not belong there."), path=path, value=shown_value)
    if key == "int" and "float" in expected:
        key = "float"
    return Trouble(_EXPECTED[key], path=path, value=shown_value)


# -- finding the place ------------------------------------------------------------------------------


def _steps(place: str, data: bytes) -> list[PathStep]:
    steps: list[PathStep] = []
    for key, index, _ in _STEP.findall(place):
        steps.append(key or (int(index) if index else _odd_key(data, steps)))
    return steps


def _odd_key(data: bytes, path: list[PathStep]) -> str:
    """Return the first language whose text is none, of a text by language."""
    entries = msgspec.json.decode(_at(data, path), type=dict[str, msgspec.Raw])
    return next((key for key, raw in entries.items() if bytes(raw)[:1] not in (b'"', b"n")), _ANY_KEY)


def _at(data: bytes, path: Iterable[PathStep]) -> msgspec.Raw:
    """Return the JSON text at a path, decoding no more than the way there."""
    raw = msgspec.Raw(data)
    for step in path:
        if isinstance(step, int):
            raw = msgspec.json.decode(raw, type=list[msgspec.Raw])[step]
        else:
            raw = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])[step]
    return raw


def _type_at(path: Iterable[PathStep]) -> inspect.Type | None:
    kind: inspect.Type | None = inspect.type_info(MissionFile)
    for step in path:
        match _bare(kind):
            case inspect.StructType(fields=fields) if isinstance(step, str):
                kind = next((one.type for one in fields if one.encode_name == step), None)
            case inspect.ListType(item_type=item):
                kind = item
            case _:
                return None
    return _bare(kind)


def _bare(kind: inspect.Type | None) -> inspect.Type | None:
    """Return the type a value has when it is not null."""
    if isinstance(kind, inspect.UnionType):
        known = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        return next((one for one in known if isinstance(one, inspect.StructType)), known[0])
    return kind


def _plain(raw: msgspec.Raw) -> Any:
    return msgspec.json.decode(raw)


def _shown_raw(raw: msgspec.Raw) -> str:
    return shown(bytes(raw)[:200].decode("utf-8", "ignore"))


def _nearest(word: str, words: list[str]) -> str | None:
    return next(iter(get_close_matches(word[:60].lower(), words, n=1)), None)


def _some(words: list[str]) -> str:
    """List a few words, and say that there are more."""
    return ", ".join(words[:_ALLOWED_SHOWN]) + (" …" if len(words) > _ALLOWED_SHOWN else "")
