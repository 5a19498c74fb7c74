"""Wrap what must not be shown by accident: passports, diets, emergency contacts."""

from __future__ import annotations


class Secret:
    """Hold a sensitive text that neither ``repr`` nor ``str`` nor a log line shows."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text. Each call site is a place a reviewer should look at."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(("Secret", self._value))
