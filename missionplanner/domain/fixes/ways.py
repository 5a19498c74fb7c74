"""Name a way out of a finding: what it changes, what that costs people, and how to say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from missionplanner.base.messages import Message
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Fix

TITLE_LENGTH = 30
"""Characters of a title that a button has room for."""


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """Be what a way out asks of people; the least comes first.

    ``last`` marks a last resort, ``people`` are those whose day changes, ``minutes`` how much of it, ``firm``
    how settled is what gives way: hosted, confirmed.
    """

    last: bool = False
    people: int = 0
    minutes: int = 0
    firm: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """Be a way out of a finding that was not tried yet.

    ``id`` is the same each time it is thought of; ``message`` is for a button beside the finding, ``label``
    says it in full for the history.
    """

    id: str
    message: Message
    label: Message
    changes: Changes
    cost: Cost

    @property
    def fix(self) -> Fix:
        return Fix(self.id, self.message)

    @property
    def order(self) -> tuple[Cost, bool, str]:
        """Return what ways are sorted by: of two that cost the same, nothing is cut short by a move."""
        return self.cost, not self.id.startswith("move:"), self.id


@dataclass(frozen=True, slots=True)
class Search:
    """Be ways of one kind, found one by one, and the least that any of them costs.

    Each step yields a way that was tried and holds.
    """

    least: Cost
    ways: Iterator[Way]


def elided(title: str) -> str:
    """Return a title short enough for a button, cut between words where that goes."""
    if len(title) <= TITLE_LENGTH:
        return title
    cut = title[: TITLE_LENGTH - 1]
    head = cut.rpartition(" ")[0] if " " in cut[TITLE_LENGTH // 2 :] else cut
    return f"{head.rstrip(' ,;:–-(')}…"


def told(short: str, full: str, title: str, alone: bool, /, **arguments: Any) -> tuple[Message, Message]:
    """Return message and label: beside a finding about one item its title need not be said again."""
    label = Message.of(full, {"item": title, **arguments})
    if alone:
        return Message.of(short, arguments), label
    return Message.of(full, {"item": elided(title), **arguments}), label
