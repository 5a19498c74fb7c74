"""Tell whom and what chosen cells of the matrix mean: delegates, whole groups, and who cannot be there anyhow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.delegates.taking_part import IN, Part
from missionplanner.gui.matrix.model import MatrixModel

Cell = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Be what chosen cells mean: delegates and groups with their items, and whether all take part now.

    ``away`` counts the cells of who cannot be there; they are left alone.
    """

    cells: tuple[Cell, ...]
    groups: tuple[Cell, ...]
    all_in: bool
    away: int = 0


def wanted(model: MatrixModel, places: Iterable[tuple[int, int]]) -> Wanted:
    """Return what cells mean: the heading of a group is the group, any other heading its members."""
    cells: dict[Cell, None] = {}
    groups: dict[Cell, None] = {}
    all_in, away = True, 0
    for row, place in places:
        line, item, taking = model.lines[row], model.items[place].id, model.takers(place)
        if line.group_id is not None:
            groups[line.group_id, item] = None
            some, whole = model.share(row, place)
            all_in = all_in and some == whole
            continue
        for one in (line.delegate,) if line.delegate is not None else line.members:
            part = taking.part(one)
            if part is Part.AWAY:
                away += 1
                continue
            cells[one.id, item] = None
            all_in = all_in and part in IN
    return Wanted(tuple(cells), tuple(groups), all_in, away)
