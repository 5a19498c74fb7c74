"""Compare what rules see before and after a change: whom does it leave worse off?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from missionplanner.domain.checks.findings import Finding, Observed
from missionplanner.domain.clock import DAY

Seen = tuple[str, Observed]
"""The id of a rule and what it saw."""
Key = tuple[Any, ...]

_OF_A_DAY = frozenset({"long_day", "short_rest", "idle_delegate", "interpreter_overload", "over_capacity"})
"""Rules that speak of a whole day: its items may well be others afterwards."""
_OF_ITEMS = frozenset({"closed", "holiday", "weekend"})
"""Rules that tell of several items in one line."""


@dataclass(frozen=True, slots=True)
class Harm:
    """Be what was seen of one thing: whom it concerns, and the most that is short: minutes, seats, places."""

    people: frozenset[UUID]
    short: int


def keys(rule: str, one: Observed | Finding) -> Iterator[Key]:
    """Yield what a finding is about, in terms that stay while others join or leave it."""
    told = dict(one.message.arguments)
    if rule == "no_bed":
        first = dt.date.fromisoformat(told.get("first_day") or told["day"])
        last = dt.date.fromisoformat(told["last_day"]) if "last_day" in told else first + DAY
        yield from ((rule, first + DAY * night) for night in range((last - first).days))
    elif rule == "no_meal":
        # Lunch and dinner are two things: whoever missed one must not come to miss both.
        yield (rule, told.get("day"), "lunch" in one.message.text)
    elif rule in _OF_A_DAY:
        yield (rule, told.get("day"), one.others)
    elif rule in _OF_ITEMS and one.items:
        yield from ((rule, item) for item in one.items)
    else:
        yield (rule, frozenset((*one.items, *one.legs, *one.others)), one.subject)


def tally(seen: Iterable[Seen]) -> dict[Key, Harm]:
    """Return what was seen of each thing."""
    found: dict[Key, Harm] = {}
    for rule, one in seen:
        for key in keys(rule, one):
            old = found.get(key)
            people, short = frozenset(one.people), _short(one)
            found[key] = Harm(people | old.people, max(short, old.short)) if old else Harm(people, short)
    return found


def worsens(seen: Seen, before: Mapping[Key, Harm]) -> bool:
    """Tell whether something is there that was not, for people it did not concern, or by more than before."""
    rule, one = seen
    for key in keys(rule, one):
        old = before.get(key)
        if old is None or _short(one) > old.short or not old.people.issuperset(one.people):
            return True
    return False


def is_same(finding: Finding, seen: Seen) -> bool:
    """Tell whether something seen is what a finding was about, for any of its people."""
    rule, one = seen
    if rule != finding.rule or set(keys(rule, finding)).isdisjoint(keys(rule, one)):
        return False
    return not one.people or not finding.people or not set(finding.people).isdisjoint(one.people)


def _short(one: Observed) -> int:
    if one.short is not None:
        return one.short
    count = dict(one.message.arguments).get("people")
    return count if isinstance(count, int) else 0
