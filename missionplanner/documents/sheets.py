"""Lay out documents of lists, forms and notes: a head, then chapter after chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from missionplanner.documents import story, typography
from missionplanner.documents.content.drawn import Drawn
from missionplanner.documents.content.sheets import (
    Cards,
    Chapter,
    Fields,
    Paragraphs,
    Part,
    Points,
    Questions,
    Seating,
    Sheets,
    Sittings,
    SpareRow,
    Table,
)
from missionplanner.documents.content.values import Said, is_turned
from missionplanner.documents.parts import cards, chapter, figures, questions, seating, sittings, table
from missionplanner.documents.parts.band import Head, draw_band, set_band
from missionplanner.documents.parts.colophon import colophon
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.story import Opening, Piece, drawn
from missionplanner.documents.typeset import Document, Page

MARGIN = 40.0
"""At the left and the right of a working paper, in points."""
CLOSING = 22.0
"""Over who paid, where that closes a chapter."""
LEAST_ROWS = 2
LEAST_SHARE = 0.62
"""Share of its usual height that a chapter set tightest takes at least."""
BETWEEN = 8.0
"""Over a table that is not the first thing in its chapter."""
TITLES = tuple(typography.sized(typography.NAME, size) for size in (30.0, 26.0, 22.0, 18.0))


def lay_out(
    setter: Setter,
    document: Document,
    content: Sheets,
    media: Mapping[str, bytes],
    cover: Callable[[int], None] | None = None,
) -> int:
    """Draw a document of chapters; return how many pages it has. A ``cover`` stands in the place of its head."""
    setter = _on_sheet(setter, content)
    frame = replace(content.frame, funding=(), emblem=None) if content.working else content.frame
    opening = None if content.working or cover else _opening(setter, _headed(content), media)
    if cover is not None:
        content = replace(content, title="")
    pieces = tuple(_pieces(setter, content, media, opening.height - setter.sheet.top if opening else 0.0))
    return story.lay_out(setter, document, frame, pieces, opening, cover)


def _is_headed(content: Sheets) -> bool:
    """Tell whether the one chapter there is gives the document its head: nothing is said twice."""
    return not content.working and len(content.chapters) == 1 and content.title == content.frame.kind


def _headed(content: Sheets) -> Sheets:
    """Return a document as its head shows it."""
    if not _is_headed(content):
        return content
    one = content.chapters[0]
    parts = tuple(part for part in (one.about, one.count) if part)
    return replace(
        content,
        title=one.title or content.title,
        lines=(*content.lines, *(parts if is_turned(one.about) else (" · ".join(parts),))),
        facts=(*content.facts, *one.facts),
    )


def _on_sheet(setter: Setter, content: Sheets) -> Setter:
    """Return a setter for the sheet a document wants: what it keeps is of that sheet alone."""
    sheet = setter.sheet
    if content.working:
        sheet = replace(sheet, left=MARGIN, right=MARGIN, top=52.0, bottom=52.0, foot=None)
    if content.across:
        sheet = replace(sheet, width=sheet.height, height=sheet.width)
    return setter if sheet is setter.sheet else replace(setter, sheet=sheet, kept={}, heads={})


def _opening(setter: Setter, content: Sheets, media: Mapping[str, bytes]) -> Opening:
    lines = tuple(line for line in (content.native, *content.lines) if line)
    head = Head(content.title, lines, facts=content.facts, sizes=TITLES, air=26.0)
    band = set_band(setter, content.frame, head, media)

    def draw(page: Page) -> None:
        draw_band(setter, page, band, content.frame)

    return Opening(band.height, draw)


def _pieces(setter: Setter, content: Sheets, media: Mapping[str, bytes], taken: float) -> Iterator[Piece]:
    """Give all pieces; ``taken`` is what the head takes of the room of the first page, in points."""
    if not content.chapters:
        if content.working:
            yield from chapter.heading(setter, Chapter("", content.title), top=True)
        yield from chapter.paragraphs(setter, Said(content.nothing), typography.BODY)
    closing, last = colophon(setter, content.frame), len(content.chapters)
    for number, one in enumerate(content.chapters, 1):
        closes = closing is not None and not content.working and (content.parted or number == last)
        room = setter.sheet.room - (taken if number == 1 else 0.0)
        room -= closing.height + CLOSING if closing is not None and closes else 0.0
        pieces = _chapter(setter, content, one, media, room)
        if one.fresh and pieces:
            pieces[0] = replace(pieces[0], fresh=True)
        if closing is not None and closes and number < last and pieces:
            pieces[-1] = replace(pieces[-1], kept=True)
            pieces.append(Piece(closing.height, drawn(closing), above=CLOSING))
        yield from pieces


def _chapter(
    setter: Setter, content: Sheets, one: Chapter, media: Mapping[str, bytes], room: float
) -> list[Piece]:
    """Return the pieces of a chapter, at the loosest setting that keeps it on a page if it is to stay on one.

    Where none does, a list is set as usual and goes on, a working paper as tight as can be.
    """
    headed = _is_headed(content)
    heading = () if headed else tuple(chapter.heading(setter, one, top=content.working))
    if headed or content.working or not (one.title or one.minor):
        # Nothing but the title of the document stands over its parts.
        setter = replace(setter, rank="H2")
    usual = made = [*heading, *_parts(setter, one, media, table.SETTINGS[0])]
    if _height(usual) > room and (shorter := _without_spare(one)) is not None:
        return _chapter(setter, content, shorter, media, room)
    if one.minor:
        return [replace(piece, kept=True) for piece in made[:-1]] + made[-1:]
    height = _height(made)
    if not one.whole or height <= room or (height * LEAST_SHARE > room and not content.working):
        return usual
    for setting in table.SETTINGS[1:]:
        made = [*heading, *_parts(setter, one, media, setting)]
        if _height(made) <= room:
            return made
    if content.working:
        setter.batch.note_overfull(one.title)
    return made if content.working else usual


def _without_spare(one: Chapter) -> Chapter | None:
    """Return a chapter with one empty row less, None where its last part has none at its end."""
    last = one.parts[-1] if one.parts else None
    if not isinstance(last, Table) or len(last.rows) < LEAST_ROWS or not isinstance(last.rows[-1], SpareRow):
        return None
    return replace(one, parts=(*one.parts[:-1], replace(last, rows=last.rows[:-1])))


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.above + piece.height for piece in pieces)


def _parts(setter: Setter, one: Chapter, media: Mapping[str, bytes], setting: table.Setting) -> Iterator[Piece]:
    for number, part in enumerate(one.parts):
        some = _part(setter, one, part, (media, setting))
        if number and isinstance(part, Table):
            first = next(some)
            yield replace(first, above=BETWEEN)
        yield from some


def _part(
    setter: Setter, one: Chapter, part: Part, made_of: tuple[Mapping[str, bytes], table.Setting]
) -> Iterator[Piece]:
    media, setting = made_of
    if isinstance(part, Table):
        return table.pieces(setter, part, one.title, setting)
    if isinstance(part, Cards):
        return cards.pieces(setter, part, media)
    if isinstance(part, Drawn):
        return figures.pieces(setter, part, media)
    return next(make for kind, make in _SET.items() if isinstance(part, kind))(setter, part)


_SET: Mapping[type, Callable[[Setter, Any], Iterator[Piece]]] = {
    Seating: seating.pieces,
    Sittings: sittings.pieces,
    Questions: questions.pieces,
    Fields: chapter.fields,
    Points: chapter.points,
    Paragraphs: chapter.texts,
}
"""Part of a chapter → what sets it."""
