"""Find the records of a part of a mission by what they belong to, without going through all of them each time."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import Any, get_args, get_type_hints
from uuid import UUID

from missionplanner.domain import records as r


class Owned:
    """Look up the records in the parts of a value by the field that names their owner."""

    def of(self, part: str, owner: str, identity: UUID) -> tuple[Any, ...]:
        """Return the records of ``part`` whose field ``owner`` is this id, in their order."""
        index = self._indexes.get((part, owner))
        if index is None:
            index = self._indexes[part, owner] = self._owned(part, owner)
        return index.get(identity.int, ()) if index else ()

    @cached_property
    def _indexes(self) -> dict[tuple[str, str], dict[int, tuple[Any, ...]]]:
        return {}

    def _owned(self, part: str, owner: str) -> dict[int, tuple[Any, ...]]:
        lists: dict[int, list[Any]] = {}
        for one in getattr(self, part):
            identity = getattr(one, owner)
            if identity is not None:
                lists.setdefault(identity.int, []).append(one)
        return {key: tuple(value) for key, value in lists.items()}


def parts_of(owner: type[Any]) -> dict[str, type[r.Record]]:
    """Return the parts of a value by their names, each with the kind of its records."""
    hints = get_type_hints(owner)
    kinds = {one.name: get_args(hints[one.name]) for one in fields(owner)}
    return {
        name: args[0]
        for name, args in kinds.items()
        if len(args) == 2 and args[1] is Ellipsis and issubclass(args[0], r.Record)
    }
