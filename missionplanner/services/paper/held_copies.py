"""Say which copy of their agenda or programme people hold, and what it showed them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from missionplanner.db import reading
from missionplanner.documents.archive import Copy
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.services.workspace import Workspace

PERSONAL = frozenset({"itinerary", "booklet"})
COMMON = frozenset({"programme", "programme_booklet"})
TELLING: dict[str, frozenset[str]] = {"changes": PERSONAL, "programme_changes": COMMON}
"""Kinds that say what has changed → the kinds of the copies they compare with."""


def held(plan: MissionPlan, kinds: frozenset[str]) -> dict[UUID | None, r.IssuedDocument]:
    """Return the copy of these kinds each person was given last; of what is common to all, under None."""
    found: dict[UUID | None, r.IssuedDocument] = {}
    for one in plan.issued:
        if one.kind in kinds and one.variant in (None, "common") and one.group_id is None:
            last = found.get(one.person_id)
            if last is None or (last.issued_at, last.version) <= (one.issued_at, one.version):
                found[one.person_id] = one
    return found


def copies(ws: Workspace, plan: MissionPlan, orders: Sequence[Order]) -> dict[UUID | None, Copy]:
    """Return what those hold whom documents about changes are for; nothing is read for other documents."""
    wanted: dict[UUID | None, r.IssuedDocument] = {}
    for kind in {one.kind for one in orders} & TELLING.keys():
        last = held(plan, TELLING[kind])
        people = {one.person_id for one in orders if one.kind == kind}
        wanted.update({person: last[person] for person in people if person in last})
    blocks = {person: blocks_of(plan, one) for person, one in wanted.items()}
    digests = {digest for some in blocks.values() for _, digest in some}
    if not digests:
        return {}
    with ws.reading() as connection:
        told = reading.issued_contents(connection, plan.mission.id, digests)
    return {person: _copy(one, blocks[person], told) for person, one in wanted.items()}


def blocks_of(plan: MissionPlan, one: r.IssuedDocument) -> tuple[tuple[str, str], ...]:
    """Return key and hash of each block of a copy, in its order."""
    found = plan.of("issued_blocks", "document_id", one.id)
    return tuple((block.key, block.content_hash) for block in sorted(found, key=lambda block: block.position))


def _copy(one: r.IssuedDocument, blocks: tuple[tuple[str, str], ...], told: dict[str, str]) -> Copy:
    return Copy(one.kind, tuple(one.language.split("+")), one.version, one.issued_at, blocks, told)
