"""Say what taking an entry in gives, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.services.imports.desk import Like
from missionplanner.services.imports.matching import Match


@dataclass(frozen=True, slots=True)
class Decision:
    """Be what a person decided about an entry. ``take`` False leaves it out, None goes by the proposal.

    ``into`` is the record it is the same as, ``apart`` says that it is none of those it is like. ``values`` are
    what was typed over what the file says; None empties a field.
    """

    take: bool | None = None
    into: UUID | None = None
    apart: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)


AS_PROPOSED = Decision()


@dataclass(frozen=True, slots=True)
class Taken:
    """Be what an entry has become: its main record, and whom it may be as well."""

    record: r.Record
    likes: tuple[Like, ...] = ()


def settled(match: Match, found: Any, decision: Decision) -> tuple[Any, tuple[Like, ...]]:
    """Return the record an entry is laid over, None for a new one, and the likes that are open still.

    ``found`` is the record the person named, if any.
    """
    if found is not None:
        return found, match.likes
    if decision.apart:
        return None, match.likes
    return match.sure, match.likes if match.sure is None else ()
