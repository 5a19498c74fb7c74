"""Make booklets for the pocket: an itinerary or a programme on small pages, put on sheets of A4 to fold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missionplanner.documents import imposition
from missionplanner.documents.kinds import itinerary, programme
from missionplanner.documents.makers import Desk, Maker
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.notes import draw_notes
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document

LayOut = Callable[[Desk, Setter, Document, Any, Order], int]


def folded(made: Maker) -> Maker:
    """Return the maker of the same content as a booklet."""

    def lay_out(desk: Desk, setter: Setter, document: Document, content: Any, order: Order) -> int:
        if order.choice("fold") == "pages":
            return made.lay_out(desk, setter, document, content, order)
        return _folded(made.lay_out, (desk, setter, document, content, order))

    return replace(made, lay_out=lay_out)


def _folded(lay_out: LayOut, what: tuple[Desk, Setter, Document, Any, Order]) -> int:
    """Lay out pages on sheets to fold: once to count them, once where each belongs."""
    desk, setter, document, content, order = what
    counting = replace(setter, spots=None)
    pages = lay_out(desk, counting, setter.batch.sketch(), content, order)
    total = imposition.padded(pages)
    sheets = imposition.impose(setter, document, total, order.paper)
    lay_out(desk, setter, document, content, order)
    for _ in range(total - pages):
        page = document.page(setter.sheet.width, setter.sheet.height)
        draw_notes(setter, page, setter.sheet.ceiling - 10, setter.sheet.bottom)
    return len(sheets)


BOOKLET_MAKER = folded(itinerary.MAKER)
PROGRAMME_BOOKLET_MAKER = folded(programme.MAKER)
