"""Carry a sentence as message id and arguments, so that it can be said in any language later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


def N_(message: str) -> str:
    """Mark a message id for the catalogues and return it unchanged."""
    return message


@dataclass(frozen=True, slots=True)
class Message:
    """Be a message id with named arguments. Arguments are plain values: strings, numbers, days as ISO text."""

    text: str
    arguments: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(cls, text: str, arguments: Mapping[str, Any]) -> Message:
        return cls(text, tuple(arguments.items()))

    def __str__(self) -> str:
        return self.text.format(**dict(self.arguments)) if self.arguments else self.text
