"""Carry what is wrong with a value from the value out to the file, gathering its path on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.domain.text import clean

PathStep = str | int
SENSITIVE = frozenset({"document", "diet", "access_needs", "emergency", "home_address"})
"""Keys beneath which no sentence repeats what was written."""
_SHOWN = 40


class Trouble(Exception):
    """Say what is wrong with a value; whoever holds the value adds its key with ``within``."""

    def __init__(self, text: str, /, *, path: Iterable[PathStep] = (), **arguments: Any) -> None:
        super().__init__(text)
        self.text = text
        self.arguments = arguments
        self.path = list(path)

    def within(self, step: PathStep) -> Trouble:
        """Put a key or an index in front of the path."""
        self.path.insert(0, step)
        return self

    def refusal(self) -> Invalid:
        """Return the error a person reads."""
        path = spelled(self.path)
        arguments = dict(self.arguments)
        if "value" in arguments and SENSITIVE.intersection(map(str, self.path)):
            arguments["value"] = "…"
        return Invalid(self.text, field=path or None, path=path, **arguments)


def spelled(path: Iterable[PathStep]) -> str:
    """Write a path as people read it: ``agenda[3].start``."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in path]
    return "".join(parts).removeprefix(".")


def shown(value: object) -> str:
    """Return a value short and clean enough for a sentence."""
    text = str(value)[: 4 * _SHOWN]
    line = " ".join(clean(text).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
