"""Programmes as people send them, in eight languages and five kinds of file, against what they hold in truth.

The truth was written before the reader. Those marked as held out were not looked at while it was mended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import pytest

from missionplanner.domain.text import folded
from missionplanner.exchange.programme_text import Entry

LEAST = {
    "items": 0.95,
    "times": 0.98,
    "precision": 0.95,
    "kind": 0.90,
    "status": 0.90,
    "place": 0.80,
    "host": 0.75,
}
LIKE = 0.6


@dataclass
class Tally:
    """Count what was right of how many."""

    right: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)

    def note(self, name: str, right: bool) -> None:
        self.right[name] = self.right.get(name, 0) + right
        self.of[name] = self.of.get(name, 0) + 1

    def share(self, name: str) -> float:
        return self.right.get(name, 0) / self.of.get(name, 1)

    def __str__(self) -> str:
        return " · ".join(f"{name} {self.right[name]}/{self.of[name]} {self.share(name):.1%}" for name in self.of)


def likeness(one: str, other: str) -> float:
    one, other = folded(one), folded(other)
    return 1.0 if one in other or other in one else SequenceMatcher(None, one, other, autojunk=False).ratio()


def taken(truth: dict[str, Any], left: list[Entry]) -> Entry | None:
    """Take the entry of the day that is most like an item, one of the same start before all others."""
    start = dt.time.fromisoformat(truth["start"]) if truth["start"] else None
    fitting = [
        (likeness(truth["title"], entry.title) + (entry.start == start), -place)
        for place, entry in enumerate(left)
        if str(entry.date) == truth["date"] and likeness(truth["title"], entry.title) >= LIKE
    ]
    return left.pop(-max(fitting)[1]) if fitting else None


def times(entry: Entry) -> tuple[str | None, ...]:
    start, end = (one.strftime("%H:%M") if one else None for one in (entry.start, entry.end))
    return start, end, entry.part_of_day, str(entry.end_date) if entry.end_date else None


def weigh(tally: Tally, truth: dict[str, Any], entry: Entry) -> None:
    expected = (truth["start"], truth["end"], truth.get("part_of_day"), truth.get("end_date"))
    tally.note("times", times(entry) == expected)
    told: dict[str, Sequence[str]] = {
        "kind": [entry.kind],
        "status": [entry.status or ""],
        "place": [entry.place_text or ""],
        "host": entry.hosts,
        "person": [person.name for person in entry.people],
        "group": entry.groups,
        "flight": [leg.number or "" for leg in entry.legs],
    }
    for name, words in told.items():
        if name in truth:
            exact = name in ("kind", "status", "place")
            whole = " ".join(words)
            tally.note(
                name, folded(truth[name]) == folded(whole) if exact else folded(truth[name]) in folded(whole)
            )


def tallied(samples: Iterable[Any]) -> Tally:
    tally = Tally()
    for sample in samples:
        found = sample.found
        left = list(found.entries)
        for truth in sample.truth["items"]:
            entry = taken(truth, left)
            tally.note("items", entry is not None)
            if entry is not None:
                tally.note("precision", True)
                weigh(tally, truth, entry)
        for _ in left:
            tally.note("precision", False)
        for rule in sample.truth["warnings"]:
            tally.note("warnings", rule in [warned.rule for warned in found.warnings])
        tally.note("language", found.language == sample.truth["language"])
    return tally


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
def test_items_and_times_are_found(samples: list[Any], held_out: bool) -> None:
    chosen = [sample for sample in samples if sample.truth["held_out"] is held_out]
    tally = tallied(chosen)
    print(f"\n{len(chosen)} programmes: {tally}")
    assert len(chosen) >= 12
    assert {name: tally.share(name) for name, least in LEAST.items() if tally.share(name) < least} == {}
    assert tally.share("language") == 1.0
    assert tally.right.get("warnings") == tally.of.get("warnings")


def test_there_are_programmes_of_every_language_and_file(samples: list[Any]) -> None:
    assert len(samples) >= 44
    assert {sample.truth["language"] for sample in samples} == {"it", "en", "es", "fr", "de", "nl", "pt", "ja"}
    assert {sample.name.rpartition(".")[2] for sample in samples} == {"txt", "docx", "eml", "html", "pdf"}


def test_every_entry_says_where_it_stood(samples: list[Any]) -> None:
    for sample in samples:
        for entry in sample.found.entries:
            assert entry.source.text
            assert entry.source.line or entry.source.row
            assert 0 < entry.confidence <= 1
            assert entry.confidence == 1 or entry.reasons


def test_no_end_is_invented(samples: list[Any]) -> None:
    for sample in samples:
        known = {item["end"] for item in sample.truth["items"]}
        found = sample.found.entries
        assert {times(entry)[1] for entry in found if entry.end is not None and not entry.legs} <= known
