"""Set cards of people and organisations: a picture or initials, a name in both scripts, a few lines."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Card, Cards
from missionplanner.documents.parts.organisers import size_of
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Holder, Piece
from missionplanner.documents.typeset import Block, Style

GUTTER = 24.0
PICTURE = 52.0
BESIDE = 14.0
BETWEEN = 16.0
PIXELS = 220
"""Side of a portrait as it is embedded: 300 dots an inch at its size."""
MOST_LINES = 2
"""Lines of a card's note."""
NOTE = typography.coloured(typography.sized(typography.NOTE, 9.0, 11.8), design.INK)
INITIALS = Style(face="display", weight="semibold", size=17, leading=20, colour=design.PETROL)


def pieces(setter: Setter, part: Cards, media: Mapping[str, bytes]) -> Iterator[Piece]:
    """Give cards row by row."""
    columns = 1 if part.wide else 2
    width = (setter.sheet.measure - GUTTER * (columns - 1)) / columns
    holder = Holder("L")
    for first in range(0, len(part.cards), columns):
        row = [(card, _runs(setter, card, width - _indent(part))) for card in part.cards[first : first + columns]]
        least = PICTURE if part.pictures else 0.0
        height = max(max(least, sum(run.height for run in runs)) for _, runs in row)
        draw = partial(_row, setter, part, row, (width, media))
        yield Piece(height, draw, above=BETWEEN, inside=holder, key=part.cards[first].key)


def _indent(part: Cards) -> float:
    return PICTURE + BESIDE if part.pictures else 0.0


def _runs(setter: Setter, card: Card, width: float) -> tuple[Run, ...]:
    texts = [(card.name, typography.ENTRY_NAME), (card.native, typography.BODY)]
    texts.append((card.role, typography.coloured(typography.STRONG, design.PETROL)))
    texts += [(line, typography.FACT_DETAIL) for line in card.lines]
    runs = [setter.run(text, style, width) for text, style in texts if text]
    if card.note:
        runs.append(Run(_note(setter, card.note, width), NOTE, 2.5))
    return tuple(runs)


def _note(setter: Setter, text: str, width: float) -> tuple[str, ...]:
    """Break a note into the lines it may take; where it is longer it ends after a word."""
    lines = setter.batch.wrap(text, NOTE, width, max_lines=MOST_LINES)
    kept, space, _ = lines[-1].rpartition(" ")
    if space and lines[-1].endswith("…") and not text.endswith("…"):
        return (*lines[:-1], kept.rstrip(" ,;:–-") + " …")
    return lines


def _row(
    setter: Setter,
    part: Cards,
    row: Sequence[tuple[Card, tuple[Run, ...]]],
    page: tuple[float, Mapping[str, bytes]],
) -> Block:
    width, media = page
    block = setter.batch.block()
    for number, (card, runs) in enumerate(row):
        x = number * (width + GUTTER)
        with block.tag("LI"), block.tag("LBody"):
            if part.pictures:
                _picture(block, part, card, (x, media))
            y = -10.0
            for run in runs:
                with block.tag("P"):
                    y = draw_run(block, run, x + _indent(part), y)
    return block


def _picture(block: Block, part: Cards, card: Card, at: tuple[float, Mapping[str, bytes]]) -> None:
    x, media = at
    data = media.get(card.picture) if card.picture else None
    if data is not None and part.round:
        portrait = round_portrait(data)
        if portrait is not None:
            with block.tag("Figure", alt=card.name):
                block.image(f"portrait:{card.picture}", portrait, x, -PICTURE, PICTURE, PICTURE)
            return
    size = size_of(data) if data is not None else None
    if data is not None and size is not None and min(size) > 0:
        scale = min(PICTURE / size[0], PICTURE / size[1])
        wide, tall = size[0] * scale, size[1] * scale
        with block.tag("Figure", alt=card.name):
            block.image(card.picture or card.name, data, x, -tall, wide, tall)
        return
    half = PICTURE / 2
    if part.round:
        block.circle(x + half, -half, half - 0.5, fill=design.PAPER, stroke=design.RULE)
    else:
        block.rect(x, -PICTURE, PICTURE, PICTURE, fill=design.PAPER, radius=3)
    block.text(x + half, -half - 6, card.initials, INITIALS, align="centre")


@lru_cache(maxsize=512)
def round_portrait(data: bytes) -> bytes | None:
    """Return the middle of a picture as a circle on white, None for what is no picture."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            square = ImageOps.fit(image.convert("RGB"), (PIXELS, PIXELS), centering=(0.5, 0.35))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    mask = Image.new("L", (PIXELS * 3, PIXELS * 3), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, PIXELS * 3 - 1, PIXELS * 3 - 1), fill=255)
    made = Image.new("RGB", square.size, (255, 255, 255))
    made.paste(square, mask=mask.resize(square.size))
    out = io.BytesIO()
    made.save(out, "JPEG", quality=88)
    return out.getvalue()
