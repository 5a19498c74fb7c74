"""Keep the photos of a mission: made safe, placed at the item they were taken at, cleared by those they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import Cancelled, Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.clock import local, utc
from missionplanner.domain.figures.held import ON_THE_WAY
from missionplanner.domain.live_day.now import held_span
from missionplanner.domain.media import sha256_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.exchange import bounded
from missionplanner.exchange.photos import MAX_BYTES
from missionplanner.services import media
from missionplanner.services.directory import pictures
from missionplanner.services.entries import Entries
from missionplanner.services.results import chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.photos import Shot

FIELDS = ("medium", "caption", "credit", "taken_at", "item_id", "cleared")
"""What a row of photos holds, in this order; ``medium`` is read with ``media.read``, ``taken_at`` is UTC."""
KINDS = ("jpg", "jpeg", "png", "webp")
"""Endings of files that may be chosen."""
_SHOT = "missionplanner.exchange.photos.shot"
_FAR = 400
"""Days from the mission beyond which a camera's clock was wrong."""


@dataclass(frozen=True, slots=True)
class Added:
    """Be what came of adding files: ``refused`` are names with why, ``known`` those that were there already."""

    receipt: Receipt
    refused: tuple[tuple[str, MissionPlannerError], ...] = ()
    known: tuple[str, ...] = ()


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the photos of a mission in their order."""
    book = chronicle.read(ws, mission_id)
    found = book.record.photos
    rows = [
        Row(one.id, (one.medium, one.caption, one.credit, one.taken_at, book.item(one.item_id), one.cleared))
        for one in found
        if ids is None or one.id in ids
    ]
    return Page(rows[:limit], len(found))


def add(
    ws: Workspace,
    mission_id: UUID,
    files: Sequence[Path],
    progress: Progress | None = None,
    *,
    credit: str | None = None,
) -> Added:
    """Add pictures from files as one step, in the order they were taken; to be called off the window's thread.

    They are kept small and without what a camera tells, but for when they were taken, which tells at which item.
    What cannot be read is told and left out; a picture the mission has already is not added again. Raises
    NotFound, Cancelled; nothing is stored then.
    """
    steps = progress or Progress()
    read: list[tuple[str, Shot]] = []
    refused: list[tuple[str, MissionPlannerError]] = []
    for number, path in enumerate(files):
        steps.step(number, len(files), path.name)
        try:
            read.append((path.name, bounded.run(_SHOT, _bytes(path), progress=progress)))
        except Cancelled:
            raise
        except MissionPlannerError as error:
            refused.append((path.name, error))
    return _stored(ws, mission_id, read, refused, credit)


def keep(ws: Workspace, mission_id: UUID, data: bytes, at: dt.datetime, item_id: UUID | None) -> Added:
    """Add one picture that no file holds, taken at a moment, at an item; to be called off the window's thread.

    Raises NotFound, Invalid for what is no picture.
    """
    return keep_shot(ws, mission_id, bounded.run(_SHOT, data), at, item_id)


def keep_shot(ws: Workspace, mission_id: UUID, shot: Shot, at: dt.datetime, item_id: UUID | None) -> Added:
    """Add a picture that was made safe already, as ``keep`` does. Raises NotFound."""
    return _stored(ws, mission_id, [("", shot)], [], None, (at.astimezone(dt.UTC).replace(microsecond=0), item_id))


def _stored(
    ws: Workspace,
    mission_id: UUID,
    read: Sequence[tuple[str, Shot]],
    refused: Sequence[tuple[str, MissionPlannerError]],
    credit: str | None,
    known_at: tuple[dt.datetime, UUID | None] | None = None,
) -> Added:
    known: list[str] = []
    with ws.edit(N_("Add {count} photos"), count=len(read)) as edit:
        book = chronicle.within(edit, mission_id)
        there = {sha256_of(one.medium) for one in book.record.photos if one.medium}
        position = max((one.position for one in book.record.photos), default=-1) + 1
        for name, taken in sorted(read, key=lambda pair: (pair[1].wall or dt.datetime.max, pair[0])):
            if taken.photo.sha256 in there:
                known.append(name)
                continue
            there.add(taken.photo.sha256)
            at = moment(book.plan, taken.wall, taken.offset)
            new = r.Photo(mission_id=mission_id, position=position, medium=pictures.stored(edit, taken.photo))
            item = item_at(book.plan, at) if at is not None else None
            new = replace(new, taken_at=at, item_id=item.id if item else None)
            if known_at is not None:
                chronicle.require_own(edit, mission_id, known_at[1], "item_id")
                new = replace(new, taken_at=known_at[0], item_id=known_at[1])
            edit.add(_ENTRIES.written(edit, new, {"credit": credit}))
            position += 1
        edit.call(N_("Add {count} photos"), count=len(read) - len(known))
    return Added(edit.receipt, tuple(refused), tuple(known))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Invalid(N_("There is no file {path}, or it cannot be read."), path=path.name) from error


def moment(plan: MissionPlan, wall: dt.datetime | None, offset: int | None = None) -> dt.datetime | None:
    """Return when a camera's clock says something was, in UTC; without an offset it showed the local time there.

    A day far from the mission is no day: that clock was never set.
    """
    if wall is None:
        return None
    first, last = plan.mission.first_day, plan.mission.last_day
    if not (first - dt.timedelta(days=_FAR) <= wall.date() <= last + dt.timedelta(days=_FAR)):
        return None
    if offset is not None:
        return wall.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset))).astimezone(dt.UTC)
    return utc(wall.date(), wall.time(), day_zone(plan, wall.date()))


def item_at(plan: MissionPlan, at: dt.datetime) -> r.AgendaItem | None:
    """Return the item under way at a moment, as it was held where that is noted; None where it is not just one."""
    found = list(_under_way(plan, at))
    return found[0] if len(found) == 1 else None


def _under_way(plan: MissionPlan, at: dt.datetime) -> Iterator[r.AgendaItem]:
    for row in Scene(plan).placed:
        span = held_span(row)
        same_day = local(at, row.times.zone).date() == row.times.date
        if row.item.kind not in ON_THE_WAY and span.end is not None and span.holds(at) and same_day:
            yield row.item


def arrange(ws: Workspace, mission_id: UUID, ids: Sequence[UUID]) -> Receipt:
    """Put photos in this order; those not named stay behind them. Raises NotFound."""
    with ws.edit(N_("Arrange the photos")) as edit:
        there = {one.id: one for one in edit.all(r.Photo, mission_id=mission_id)}
        first = [edit.get(r.Photo, one) for one in dict.fromkeys(ids)]
        wanted = [*first, *(one for key, one in there.items() if key not in set(ids))]
        for position, one in enumerate(wanted):
            edit.save(replace(one, position=position))
    return edit.receipt


def picture(ws: Workspace, medium: str) -> bytes | None:
    """Return a photo's bytes by the name its row holds, None where the workspace has none."""
    return media.read(ws, medium)


def _checked(edit: Edit, _before: r.Photo | None, after: r.Photo) -> r.Photo:
    chronicle.require_own(edit, after.mission_id, after.item_id, "item_id")
    if not after.medium:
        raise Invalid(N_("A photo needs a picture."), field="medium")
    return after


_ENTRIES = Entries(
    kind=r.Photo,
    name=lambda _one: "",
    added=N_("Add a photo"),
    changed=N_("Change a photo"),
    changed_many=N_("Change {count} photos"),
    deleted=N_("Delete a photo"),
    deleted_many=N_("Delete {count} photos"),
    checked=_checked,
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
