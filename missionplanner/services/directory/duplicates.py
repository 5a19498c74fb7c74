"""Look for what is in the directory twice, and remember what is not the same however alike it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.db import lists
from missionplanner.db.rows import table_of
from missionplanner.domain.likeness import Pair
from missionplanner.domain.likeness.merge import shown
from missionplanner.domain.records import DistinctPair
from missionplanner.services.directory import known_names, likeness
from missionplanner.services.directory.known_names import Name
from missionplanner.services.directory.likeness import Kind
from missionplanner.services.workspace import Receipt, Workspace


@dataclass(frozen=True, slots=True)
class Double:
    """Be two records that may be one, with their names. ``score`` is 0 to 1; the weightiest reason comes first."""

    one: Name
    other: Name
    score: float
    reasons: tuple[Message, ...]

    @property
    def ids(self) -> frozenset[UUID]:
        return frozenset((self.one.id, self.other.id))


def look(ws: Workspace, kind: Kind, progress: Progress | None = None) -> tuple[Double, ...]:
    """Return the likely doubles of a kind, the likeliest first, without those told apart before.

    Raises Cancelled through ``progress``.
    """
    return _doubles(ws, kind, likeness.pairs(ws, kind, progress))


def around(ws: Workspace, kind: Kind, identity: UUID) -> tuple[Double, ...]:
    """Return the likely doubles of one record: after a merge, only these are others than before."""
    return _doubles(ws, kind, likeness.around(ws, kind, identity))


def keep_apart(ws: Workspace, kind: Kind, one: UUID, other: UUID) -> Receipt:
    """Remember that two records are not the same. Raises NotFound, and Invalid where they are one already."""
    if one == other:
        raise Invalid(N_("These are one and the same already."))
    least, most = sorted((one, other), key=lambda identity: identity.int)
    with ws.edit(N_("Not the same")) as edit:
        first, second = edit.get(kind, one), edit.get(kind, other)
        edit.call(N_("“{name}” and “{other}” are not the same"), name=shown(first), other=shown(second))
        if not edit.all(DistinctPair, one_id=least, other_id=most):
            edit.add(DistinctPair(kind=table_of(kind).name, one_id=least, other_id=most))
    return edit.receipt


def _doubles(ws: Workspace, kind: Kind, pairs: Iterable[Pair]) -> tuple[Double, ...]:
    with ws.reading() as connection:
        rows = lists.rows(connection, DistinctPair, ("one_id", "other_id"), ())
    apart = {frozenset((one, other)) for _id, one, other in rows}
    some = [pair for pair in pairs if {pair.one, pair.other} not in apart]
    names = known_names.named(ws, kind, {identity for pair in some for identity in (pair.one, pair.other)})
    return tuple(
        Double(names[pair.one], names[pair.other], pair.likeness.score, pair.likeness.reasons)
        for pair in some
        if pair.one in names and pair.other in names
    )
