"""Read the instances of the literature: MiniZinc data of B2B meeting scheduling.

Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret: Constraint Solving Approaches to the Business-to-
Business Meeting Scheduling Problem, JAIR 74 (2022) 263–301. All meetings are held, breaks of two participants
differ by at most ``fairness``, and the sum of breaks is to be small.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from missionplanner.base.errors import Damaged, Invalid
from missionplanner.base.messages import N_
from missionplanner.matchmaking.problem import Party, Problem, SlotTime, Wanted

LARGEST_FILE = 4_000_000
"""Bytes; the largest published instance has 17 kB."""
MOST_PARTIES, MOST_SLOTS, MOST_MEETINGS = 5_000, 200, 50_000
_MORNING, _AFTERNOON, _ANY = 1, 2, 3
_STATEMENT = re.compile(r"\s*(\w{1,40})\s*=\s*([^=]*)\Z")
_SET = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d{1,7}\Z")

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """Be one line of the published results: breaks None where it was proved that no timetable exists."""

    instance: str
    fairness: int
    breaks: int | None
    seconds: float


def read(path: Path, fairness: int | None = 2) -> Problem:
    """Read one instance. Raises Damaged for a file too large or not text, Invalid for a fault in it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise Damaged(N_("“{file}” is too large for a timetable instance."), file=path.name)
        return parse(content.decode("utf-8"), fairness)
    except UnicodeDecodeError:
        raise Damaged(N_("“{file}” is not a text file."), file=path.name) from None


def parse(text: str, fairness: int | None = 2) -> Problem:
    """Turn the text of an instance into a problem. Raises Invalid, with the name it stumbled over as field."""
    values = _statements(text)
    parties = _count(values, "nBusiness", MOST_PARTIES)
    slots = _count(values, "nTotalSlots", MOST_SLOTS)
    mornings = _count(values, "nMorningSlots", slots)
    tables = _count(values, "nTables", MOST_MEETINGS)
    meetings = _count(values, "nMeetings", MOST_MEETINGS)
    asked = _rows(values, meetings)
    forbidden = [_mask(one, slots) for one in _sets(values, "forbidden", parties)]
    fixed = _fixed(values, meetings, slots)
    morning = (1 << mornings) - 1
    halves = {_MORNING: morning, _AFTERNOON: ((1 << slots) - 1) & ~morning, _ANY: (1 << slots) - 1}
    wanted = []
    for (a, b, half), slot in zip(asked, fixed, strict=True):
        if not (1 <= a <= parties and 1 <= b <= parties and a != b and half in halves):
            raise Invalid(N_("A row of “{name}” is not possible."), name="requested", field="requested")
        wanted.append(Wanted(a - 1, b - 1, halves[half] & (1 << slot - 1 if slot else -1)))
    return Problem(
        parties=tuple(Party(str(number + 1), mask) for number, mask in enumerate(forbidden)),
        slots=tuple(SlotTime(0, number, number + 1, tables, str(number + 1)) for number in range(slots)),
        meetings=tuple(wanted),
        precedences=_orders(values, meetings),
        fairness=fairness,
        idle_counts=False,
    )


def results(path: Path) -> tuple[Published, ...]:
    """Read published results: instance, fairness, breaks or “-”, seconds. Raises Invalid for another table."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            try:
                name, fairness, breaks, seconds = row[:4]
                found.append(
                    Published(name, int(fairness), None if breaks == "-" else int(breaks), float(seconds))
                )
            except ValueError:
                raise Invalid(N_("“{file}” is not a table of results."), file=path.name) from None
    return tuple(found)


def _statements(text: str) -> Values:
    found: Values = {}
    plain = "\n".join(line.partition("%")[0] for line in text.splitlines())
    for statement in plain.split(";"):
        if not statement.strip():
            continue
        match = _STATEMENT.match(statement)
        if match is None:
            raise Invalid(N_("This is not a timetable instance: a statement has no name and value."))
        name, value = match.groups()
        if name in found:
            raise Invalid(N_("“{name}” is given twice."), name=name, field=name)
        found[name] = value.strip()
    return found


def _value(values: Values, name: str) -> str:
    if name not in values:
        raise Invalid(N_("“{name}” is missing."), name=name, field=name)
    return values[name]


def _count(values: Values, name: str, most: int) -> int:
    value = _number(_value(values, name), name)
    if value > most:
        raise Invalid(N_("“{name}” is {value}, more than {most}."), name=name, value=value, most=most, field=name)
    return value


def _number(text: str, name: str) -> int:
    if not _NUMBER.match(text.strip()):
        raise Invalid(N_("“{name}” holds something that is not a whole number."), name=name, field=name)
    return int(text)


def _numbers(text: str, name: str) -> list[int]:
    return [_number(one, name) for one in text.split(",") if one.strip()]


def _inside(values: Values, name: str, opening: str, closing: str) -> str:
    value = _value(values, name)
    if not (value.startswith(opening) and value.endswith(closing) and len(value) >= len(opening + closing)):
        raise Invalid(N_("“{name}” is not a list."), name=name, field=name)
    return value[len(opening) : -len(closing)]


def _rows(values: Values, count: int) -> list[tuple[int, int, int]]:
    inside = _inside(values, "requested", "[|", "]")
    rows = [_numbers(one, "requested") for one in inside.split("|") if one.strip()]
    if any(len(row) != 3 for row in rows):
        raise Invalid(N_("A row of “{name}” is not possible."), name="requested", field="requested")
    _refuse_length(rows, count, "requested")
    return [(row[0], row[1], row[2]) for row in rows]


def _sets(values: Values, name: str, count: int) -> list[list[int]]:
    inside = _inside(values, name, "[", "]")
    if re.sub(r"[\s,]", "", _SET.sub("", inside)):
        raise Invalid(N_("“{name}” is not a list."), name=name, field=name)
    written = _SET.findall(inside)
    _refuse_length(written, count, name)
    return [_members(one, name) for one in written]


def _members(text: str, name: str) -> list[int]:
    """Return the numbers of a set, written one by one or as first..last; 0 stands for nothing."""
    first, dots, last = text.partition("..")
    if dots:
        low, high = _number(first, name), _number(last, name)
        if high - low > MOST_SLOTS:
            raise Invalid(N_("A range in “{name}” is too long."), name=name, field=name)
        return list(range(max(low, 1), high + 1))
    return [number for number in _numbers(text, name) if number]


def _refuse_length(some: Sequence[object], count: int, name: str) -> None:
    if len(some) != count:
        raise Invalid(
            N_("“{name}” has {found} entries instead of {count}."),
            name=name,
            found=len(some),
            count=count,
            field=name,
        )


def _mask(numbers: list[int], slots: int) -> int:
    if any(number > slots for number in numbers):
        raise Invalid(N_("“{name}” names a slot that is not there."), name="forbidden", field="forbidden")
    return sum(1 << number - 1 for number in set(numbers))


def _fixed(values: Values, meetings: int, slots: int) -> list[int]:
    name = "fixat" if "fixat" in values else "fixed"
    if name not in values:
        return [0] * meetings
    found = _numbers(_inside(values, name, "[", "]"), name)
    _refuse_length(found, meetings, name)
    if any(slot > slots for slot in found):
        raise Invalid(N_("“{name}” names a slot that is not there."), name=name, field=name)
    return found


def _orders(values: Values, meetings: int) -> tuple[tuple[int, int], ...]:
    """Return pairs (earlier, later), from the meetings that come before each."""
    if "precedences" not in values:
        return ()
    sets = _sets(values, "precedences", meetings)
    if any(not 1 <= one <= meetings for some in sets for one in some):
        raise Invalid(N_("An order of meetings names a meeting that is not there."), field="precedences")
    return tuple((one - 1, later) for later, some in enumerate(sets) for one in some)
