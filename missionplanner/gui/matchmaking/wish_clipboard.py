"""Take wishes from the matrix to a spreadsheet, and a block of them back into its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from missionplanner.base.i18n import Translator
from missionplanner.domain.naming import WISHES
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.matchmaking.wish_model import Couple, WishModel
from missionplanner.gui.tables.clipboard import as_html, as_text, grid_of


@dataclass(frozen=True, slots=True)
class Laid:
    """Be what each pair is to say that says something else now; ``over`` counts wishes beside the matrix."""

    said: dict[Couple, Wish | None]
    over: int


def copied(t: Translator, model: WishModel, places: Sequence[tuple[int, int]]) -> QMimeData:
    """Return the wishes of cells as words: as text alone, to be laid elsewhere, as HTML with the names."""
    rows = sorted({row for row, _place in places})
    columns = sorted({place for _row, place in places})
    chosen = set(places)
    grid = [[_word(t, model, row, one) if (row, one) in chosen else "" for one in columns] for row in rows]
    data = QMimeData()
    data.setText(as_text(grid))
    named = [[model.lines[row].name, *line] for row, line in zip(rows, grid, strict=True)]
    data.setHtml(as_html(named, ["", *(model.head(one).title for one in columns)]))
    return data


def _word(t: Translator, model: WishModel, row: int, place: int) -> str:
    couple = model.couple(row, place)
    wish = model.wish(couple) if couple is not None else None
    return t(WISHES[wish]) if wish is not None else ""


def laid(model: WishModel, places: Sequence[tuple[int, int]], data: QMimeData) -> Laid | None:
    """Return what a block of wishes says where it is laid, None where there is anything else in it.

    One wish goes into all the chosen cells, several from the first of them on; an empty cell takes a wish away.
    """
    from missionplanner.services.matchmaking import wishes

    block = wishes.block_of(grid_of(data.text(), data.html()))
    if block is None or not places:
        return None
    if len(block) == len(block[0]) == 1:
        spots = dict.fromkeys(places, block[0][0])
    else:
        spots = _spots(model, places, block)
    said: dict[Couple, Wish | None] = {}
    over = 0
    for (row, place), wish in spots.items():
        there = row < len(model.lines) and place < len(model.columns)
        couple = model.couple(row, place) if there else None
        if couple is None:
            over += wish is not None
        elif model.wish(couple) != wish:
            said[couple] = wish
    return Laid(said, over)


def _spots(
    model: WishModel, places: Sequence[tuple[int, int]], block: list[list[Wish | None]]
) -> dict[tuple[int, int], Wish | None]:
    """Return the cells a block comes to lie on; a line that only heads others is passed over."""
    top, left = min(row for row, _place in places), min(place for _row, place in places)
    rows = [row for row in range(top, len(model.lines)) if not model.lines[row].heading]
    rows += range(len(model.lines), len(model.lines) + len(block))
    return {
        (row, left + across): wish
        for row, line in zip(rows, block, strict=False)
        for across, wish in enumerate(line)
    }
