"""Remember where a document's pages show which record, for somebody who points at a line of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from missionplanner.documents.design import Sheet
from missionplanner.documents.parts.pair import SetPair
from missionplanner.documents.parts.parallel import SetParallel, placed_entries
from missionplanner.documents.parts.row import SetRow
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.spot import Spot
from missionplanner.documents.typeset import Document


@contextmanager
def on_paper(setter: Setter, document: Document) -> Iterator[None]:
    """Draw small pages at their scale meanwhile; spots are then where paper shows them."""
    scale, first = setter.sheet.scale, len(setter.spots or ())
    if scale == 1.0:
        yield
        return
    document.scale = scale
    yield
    document.scale = 1.0
    if setter.spots is not None:
        setter.spots[first:] = [_moved(one, document) for one in setter.spots[first:]]


def _moved(spot: Spot, document: Document) -> Spot:
    page = document.pages[spot.page]
    left, top = page.on_sheet(spot.left, page.height - spot.top)
    right, bottom = page.on_sheet(spot.right, page.height - spot.bottom)
    tall = max(page.sheet.height, top)
    return Spot(page.folio, spot.key, left, tall - top, right, tall - bottom)


def spots_of(
    entries: Sequence[SetRow | SetParallel | SetPair], sheet: Sheet, page: int, at: tuple[float, float]
) -> Iterator[Spot]:
    """Return the spots of entries placed below each other from a height down, gaps opened by a stretch."""
    y, stretch = at
    for entry in entries:
        top = sheet.height - y
        if isinstance(entry, SetParallel):
            for one, x, above, width in placed_entries(entry):
                left, upper = sheet.left + x, top - above
                yield Spot(page, one.row.key, left, upper, left + width, upper + one.height)
        else:
            bottom = top + entry.height - entry.setting.gap
            yield Spot(page, entry.row.key, sheet.left, top, sheet.left + sheet.measure, bottom)
        y -= entry.height + stretch
