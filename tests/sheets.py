"""Make the content of documents of lists and forms for tests, and print them, as the press would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.content.sheets import Chapter, Sheets, Table
from missionplanner.documents.content.values import texts_of
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import redacted

Sealed = Mapping[UUID, r.Confidential]


def order_of(kind: str, language: str = "en", **options: Any) -> Order:
    """Return an order of a first copy."""
    return Order(**{"kind": kind, "languages": (language,), "version": 1, "issued": True, **options})


def sheets(
    plan: MissionPlan,
    kind: str,
    language: str = "en",
    *,
    sealed: Sealed | None = None,
    archive: Archive = NOTHING,
    **options: Any,
) -> Sheets:
    """Return what a document of chapters shows, of what its readers may see."""
    content = content_of(plan, kind, language, sealed=sealed, archive=archive, **options)
    assert isinstance(content, Sheets)
    return content


def content_of(
    plan: MissionPlan,
    kind: str,
    language: str = "en",
    *,
    sealed: Sealed | None = None,
    archive: Archive = NOTHING,
    **options: Any,
) -> Any:
    """Return what a document of any layout shows, of what its readers may see."""
    order, found = order_of(kind, language, **options), kind_of(kind)
    assert found is not None
    desk = Desk.of(redacted(plan, found.read_by(order.variant)), language, {}, sealed or {}, archive)
    return maker(found).content(desk, order)


def printed(plan: MissionPlan, kind: str, language: str = "en", **options: Any) -> Printed:
    """Return a document as it comes from the press."""
    return next(print_batch(plan, [order_of(kind, language, **options)], {}, Progress()))


def told(content: Sheets) -> str:
    """Return every text of a document in one."""
    found: list[str] = []
    texts_of((content.title, content.lines, content.facts, content.chapters, content.nothing), found)
    return "\n".join(found)


def tables(content: Sheets) -> Iterator[tuple[Chapter, Table]]:
    """Give the tables of a document as they are printed, each with its chapter."""
    for chapter in content.chapters:
        for part in chapter.parts:
            if isinstance(part, Table):
                yield chapter, part.trimmed


def rows(content: Sheets, chapter: int = 0) -> list[tuple[str, ...]]:
    """Return the rows of the tables of a chapter: of each field text, detail, lines and boxes in one."""
    shown = content.chapters[chapter]
    return [
        tuple(_field(cell) for cell in row.cells)
        for one, table in tables(content)
        if one is shown
        for row in table.rows
    ]


def _field(cell: Any) -> str:
    lines = (f"{label}: {text}" for label, text in cell.lines)
    boxes = (f"[{box}]" for box in cell.boxes)
    return " | ".join(part for part in (cell.text, cell.detail, *lines, *boxes) if part)
