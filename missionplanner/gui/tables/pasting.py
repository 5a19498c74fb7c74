"""Tell which cells what is on the clipboard is meant for."""

from __future__ import annotations

from collections.abc import Sequence

from missionplanner.gui.tables.clipboard import Grid
from missionplanner.gui.tables.edits import Wanted
from missionplanner.gui.tables.model import RecordModel

_TITLES = 2
"""Titles of columns that make a first row one of headings."""


def names_columns(grid: Grid, model: RecordModel) -> bool:
    """Tell whether the first row holds titles of columns, in English or Italian: these are rows of their own."""
    heads = [one for one in grid[0] if one]
    known = sum(model.language.column(one) is not None for one in heads)
    return len(grid) > 1 and known >= _TITLES and known * 2 >= len(heads)


def cells_to_paste(
    grid: Grid, model: RecordModel, rows: Sequence[int], columns: Sequence[int], onwards: Sequence[int]
) -> list[Wanted]:
    """Return what goes where: one cell into all that are selected, several from the first selected on.

    ``onwards`` are the columns from the first selected one to the right. Where more rows are selected than were
    copied, the copied ones repeat as often as they fit.
    """
    if len(grid) == 1 and len(grid[0]) == 1:
        return _wanted(model, [(row, place, grid[0][0]) for row in rows for place in columns])
    first, times = rows[0], max(1, len(rows) // len(grid)) if _contiguous(rows) else 1
    cells = [
        (first + number, place, text)
        for number, line in enumerate(grid * times)
        for place, text in zip(onwards, line, strict=False)
        if first + number < model.rowCount()
    ]
    return _wanted(model, cells)


def _wanted(model: RecordModel, cells: Sequence[tuple[int, int, str]]) -> list[Wanted]:
    return [
        Wanted(model.row(row).id, model.columns[place], text)
        for row, place, text in cells
        if model.editable(place) and text != model.text(row, place)
    ]


def _contiguous(rows: Sequence[int]) -> bool:
    return rows[-1] - rows[0] + 1 == len(rows)
