"""Check and clean every value of a mission file by its kind, in place, and look its ids up.

The checks are compiled once from the annotations of the shapes; a path is spelled only when something is wrong.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Container, Mapping
from functools import lru_cache
from typing import Any

from msgspec import inspect

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import clock
from missionplanner.domain.text import clean
from missionplanner.exchange.mission_file import kinds
from missionplanner.exchange.mission_file.shapes import MissionFile, Shape
from missionplanner.exchange.mission_file.trouble import Trouble, shown

FIRST_DAY = dt.date(1800, 1, 1)
LAST_DAY = dt.date(2199, 12, 31)
_RAW_TIMES = 20
"""How many times longer a text may be before it is cleaned; beyond, cleaning alone would take seconds."""

Known = Mapping[str, Container[str]]
"""List of the file → the ids in it."""
Step = Callable[[Any, Known], Any]
Leaf = Callable[[Mapping[str, Any]], Step | None]

_SHAPES: dict[str, tuple[re.Pattern[str], str]] = {
    "time": (re.compile(kinds.TIME_PATTERN), N_("{path} holds “{value}”, which is not a time such as 09:20.")),
    "moment": (
        re.compile(kinds.MOMENT_PATTERN),
        N_("{path} holds “{value}”, which is not a moment in UTC such as 2025-05-06T09:20:00Z."),
    ),
    "country": (
        re.compile(kinds.COUNTRY_PATTERN),
        N_("{path} holds “{value}”, which is not a country code of two capital letters, such as IT."),
    ),
    "language": (
        re.compile(kinds.LANGUAGE_PATTERN),
        N_("{path} holds “{value}”, which is not a language code, such as it or pt-BR."),
    ),
    "currency": (
        re.compile(kinds.CURRENCY_PATTERN),
        N_("{path} holds “{value}”, which is not a currency code of three letters, such as EUR."),
    ),
    "colour": (
        re.compile(kinds.COLOUR_PATTERN),
        N_("{path} holds “{value}”, which is not a colour such as #4350C4."),
    ),
    "money": (
        re.compile(kinds.MONEY_PATTERN),
        N_("{path} holds “{value}”, which is not a plain amount such as 12000.00."),
    ),
    "rate": (
        re.compile(kinds.RATE_PATTERN),
        N_("{path} holds “{value}”, which is not a rate such as 0.9215."),
    ),
    "percent": (
        re.compile(kinds.PERCENT_PATTERN),
        N_("{path} holds “{value}”, which is not a share from 0 to 100, such as 33.3."),
    ),
}


def clean_values(file: MissionFile) -> None:
    """Clean every text of a file and check every value by its kind. Raises Trouble."""
    _cleaning()(file, {})


def require_known(file: MissionFile, known: Known) -> None:
    """Raise Trouble where an id names what its list lacks."""
    _looking_up()(file, known)


@lru_cache(maxsize=1)
def _cleaning() -> Step:
    return _compiled(_cleaner)


@lru_cache(maxsize=1)
def _looking_up() -> Step:
    return _compiled(_finder)


# -- one value --------------------------------------------------------------------------------------


def _cleaner(extra: Mapping[str, Any]) -> Step | None:
    kind, longest = extra["kind"], extra.get("longest", 0)
    if kind == "day":
        return _day
    if kind == "texts":
        return lambda value, _: _texts(value, longest)
    if kind == "zone":
        return lambda value, _: _zone(_line(value, longest))
    if kind == "id":
        return lambda value, _: _id(_line(value, longest))
    if kind == "moment":
        return lambda value, _: _moment(_shaped(_line(value, longest), kind))
    if kind in _SHAPES:
        return lambda value, _: _shaped(_line(value, longest), kind)
    return lambda value, _: _line(value, longest)


def _finder(extra: Mapping[str, Any]) -> Step | None:
    of = extra.get("of")
    return None if of is None else lambda value, known: _found(value, of, known)


def _found(value: str, of: str, known: Known) -> str:
    if value not in known[of]:
        raise Trouble(
            N_("{path} names “{value}”, which is not among the {list} of this file."),
            value=shown(value),
            list=of,
        )
    return value


def _line(value: str, longest: int) -> str:
    if len(value) > _RAW_TIMES * longest:
        raise _too_long(len(value), longest)
    try:
        return clean(value, longest)
    except Invalid as error:
        raise _too_long(dict(error.message.arguments)["length"], longest) from error


def _too_long(length: int, longest: int) -> Trouble:
    return Trouble(N_("{path} has {length} characters; at most {longest} fit."), length=length, longest=longest)


def _id(value: str) -> str:
    if not value:
        raise Trouble(N_("{path} must not be empty."))
    return value


def _shaped(value: str, kind: str) -> str:
    pattern, sentence = _SHAPES[kind]
    if pattern.fullmatch(value) is None:
        raise Trouble(sentence, value=shown(value))
    return value


def _zone(value: str) -> str:
    try:
        clock.zone(value)
    except Invalid as error:
        raise Trouble(
            N_("{path} holds “{value}”, which is not a known time zone, such as Europe/Rome."),
            value=shown(value),
        ) from error
    return value


def _day(value: dt.date, _: Known) -> dt.date:
    if not FIRST_DAY <= value <= LAST_DAY:
        raise Trouble(
            N_("{path} holds {value}; only days from {first} to {last} fit."),
            value=value.isoformat(),
            first=FIRST_DAY.isoformat(),
            last=LAST_DAY.isoformat(),
        )
    return value


def _moment(value: str) -> str:
    try:
        _day(dt.date.fromisoformat(value[:10]), {})
    except ValueError as error:
        raise Trouble(_SHAPES["moment"][1], value=shown(value)) from error
    return value


def _texts(value: str | dict[str, str | None], longest: int) -> str | dict[str, str] | None:
    """Clean a text; of one by language drop what is null. None where nothing remains."""
    if isinstance(value, str):
        return _line(value, longest)
    texts: dict[str, str] = {}
    for language, text in value.items():
        try:
            _shaped(language, "language")
            if text is not None:
                texts[language] = _line(text, longest)
        except Trouble as trouble:
            raise trouble.within(language) from None
    return texts or None


# -- what holds values ------------------------------------------------------------------------------


def _compiled(leaf: Leaf) -> Step:
    step = _step(inspect.type_info(MissionFile), leaf)
    assert step is not None  # a mission file has values of every kind
    return step


def _step(kind: inspect.Type, leaf: Leaf) -> Step | None:
    """Return what visits a value of this type, None where nothing in it is of interest."""
    match kind:
        case inspect.Metadata(extra=dict() as extra):
            return leaf(extra)
        case inspect.DateType():
            return leaf({"kind": "day"})
        case inspect.UnionType(types=types):
            return _either([one for one in types if not isinstance(one, inspect.NoneType)], leaf)
        case inspect.ListType(item_type=item):
            return _each(_step(item, leaf))
        case inspect.TupleType(item_types=items):
            return _one_by_one([_step(item, leaf) for item in items])
        case inspect.StructType(fields=fields):
            return _fields([(one, _step(one.type, leaf)) for one in fields])
        case _:
            return None


def _either(types: list[inspect.Type], leaf: Leaf) -> Step | None:
    """Return what visits a value of one of these types, of which one at most is an object."""
    whole = next((_step(one, leaf) for one in types if isinstance(one, inspect.StructType)), None)
    others = [one for one in types if not isinstance(one, inspect.StructType)]
    plain = next((step for one in others if (step := _step(one, leaf)) is not None), None)
    if whole is None or not others:
        return whole or plain

    def visit(value: Any, known: Known) -> Any:
        step = whole if isinstance(value, Shape) else plain
        return value if step is None else step(value, known)

    return visit


def _each(step: Step | None) -> Step | None:
    if step is None:
        return None

    def visit(values: list[Any], known: Known) -> list[Any]:
        for index, value in enumerate(values):
            try:
                values[index] = step(value, known)
            except Trouble as trouble:
                raise trouble.within(index) from None
        return values

    return visit


def _one_by_one(steps: list[Step | None]) -> Step | None:
    if not any(steps):
        return None

    def visit(values: tuple[Any, ...], known: Known) -> tuple[Any, ...]:
        done = []
        for index, (value, step) in enumerate(zip(values, steps, strict=True)):
            try:
                done.append(value if step is None else step(value, known))
            except Trouble as trouble:
                raise trouble.within(index) from None
        return tuple(done)

    return visit


def _fields(fields: list[tuple[inspect.Field, Step | None]]) -> Step | None:
    rows = [(one.name, one.encode_name, one.required, step) for one, step in fields if step is not None]
    if not rows:
        return None

    def visit(shape: Any, known: Known) -> Any:
        for name, key, required, step in rows:
            before = getattr(shape, name)
            if before is None:
                continue
            try:
                after = step(before, known)
            except Trouble as trouble:
                raise trouble.within(key) from None
            if after is None and required:
                raise Trouble(N_("{path} is missing; a mission file cannot do without it."), path=[key])
            if after is not before:
                setattr(shape, name, after)
        return shape

    return visit
