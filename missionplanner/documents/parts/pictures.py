"""Set photographs two beside each other, with what they show and who took them; shrunk to their size on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PIL import Image, ImageOps, UnidentifiedImageError

from missionplanner.documents import design, typography
from missionplanner.documents.content.drawn import Picture, Pictures
from missionplanner.documents.parts.chapter import label
from missionplanner.documents.parts.organisers import fitted
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Piece
from missionplanner.documents.typeset import Block

GUTTER = 18.0
TALLEST = 176.0
ABOVE, BELOW = 14.0, 12.0
DOTS = 200
"""Dots an inch of a photograph on paper."""
LARGEST = 25_000_000
CAPTION = typography.coloured(typography.sized(typography.FACT_DETAIL, 9.0, 11.6), design.INK)
CREDIT = typography.sized(typography.FACT_DETAIL, 9.0, 11.6)

Shown = tuple[Picture, bytes, float, float, tuple[Run, ...]]


def pieces(setter: Setter, part: Pictures, media: Mapping[str, bytes]) -> Iterator[Piece]:
    """Give rows of photographs; what is no picture is left out."""
    width = (setter.sheet.measure - GUTTER) / 2
    shown = [one for one in (_shown(setter, one, width, media) for one in part.pictures) if one is not None]
    if shown:
        yield from label(setter, part.title)
    for first in range(0, len(shown), 2):
        row = shown[first : first + 2]
        tall = max(one[3] for one in row)
        height = tall + max(sum(run.height for run in one[4]) for one in row) + BELOW
        above = ABOVE if first or not part.title else 2.0
        yield Piece(height, partial(_row, setter, row, (width, tall)), above=above, key=row[0][0].key)


def _shown(setter: Setter, one: Picture, width: float, media: Mapping[str, bytes]) -> Shown | None:
    data = _small(setter, one.picture, media.get(one.picture, b""), width)
    size = fitted(data, width, TALLEST) if data else None
    if data is None or size is None:
        return None
    texts = [setter.run(one.caption.text, CAPTION, width, before=6.0, language=one.caption.language)]
    if one.credit:
        texts.append(setter.run(setter.t("Photo: {name}", name=one.credit), CREDIT, width))
    return one, data, *size, tuple(run for run in texts if any(run.lines))


def _small(setter: Setter, name: str, data: bytes, width: float) -> bytes | None:
    """Return a photograph as large as paper needs it, made once a batch."""
    key = ("photograph", name, width)
    if key not in setter.kept:
        setter.kept[key] = shrunk(data, round(width / 72 * DOTS), round(TALLEST / 72 * DOTS))
    made: bytes | None = setter.kept[key]
    return made


def shrunk(data: bytes, wide: int, tall: int) -> bytes | None:
    """Return a photograph no larger than a box of pixels, as a JPEG; None for what is no picture we can show."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                return None
            image.draft(
                "RGB", (wide * 2, tall * 2)
            )  # a JPEG is read at a fraction of its size, eight times faster
            picture = ImageOps.exif_transpose(image)
            if picture.mode in ("RGBA", "LA", "P"):
                picture = picture.convert("RGBA")
                ground = Image.new("RGBA", picture.size, "white")
                picture = Image.alpha_composite(ground, picture)
            picture = picture.convert("RGB")
            picture.thumbnail((wide, tall), Image.Resampling.LANCZOS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=84, optimize=False)
    return out.getvalue()


def _row(setter: Setter, row: Sequence[Shown], size: tuple[float, float]) -> Block:
    block = setter.batch.block()
    width, tall = size
    for number, (one, data, wide, high, texts) in enumerate(row):
        x = number * (width + GUTTER)
        said = one.caption.text or setter.t("Photo of the mission")
        with block.tag("Figure", alt=said):
            block.image(f"photo:{one.picture}:{wide:.0f}", data, x, -tall, wide, high)
        y = -tall
        for run in texts:
            with block.tag("P", lang=run.language):
                y = draw_run(block, run, x, y - run.before - run.style.size) + run.style.size
    return block
