"""Say what is wrong with one thing of a file, so that the rest of it can still be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from missionplanner.base.messages import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """Be a sentence about one place of a file. ``source`` names it: a card, an event, a line."""

    source: str
    message: Message

    @classmethod
    def of(cls, source: str, text: str, /, **arguments: Any) -> Problem:
        return cls(source, Message.of(text, arguments))
