"""Compare pages with pictures of how they looked when somebody looked at them (DOCUMENTS §6).

MISSIONPLANNER_PICTURES=new draws them anew: look at every one that changed before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

KEPT = Path(__file__).parent / "data" / "pages"
RENEW = os.environ.get("MISSIONPLANNER_PICTURES") == "new"
DPI = 96
LEVELS = 16
"""Shades of grey of a kept picture: enough to see what moved, a tenth of the bytes."""
TILE = 24
"""Pixels of the squares that are looked at one by one: a word that moved is lost in the mean of a page."""
PAGE, SQUARE = 1.0, 24.0
"""Differences of grey, of 255, below which nothing moved: of a page, of a square; a word two pixels off has 30."""


def first_page(data: bytes) -> Image.Image:
    """Return the first page of a PDF in shades of grey."""
    with pypdfium2.PdfDocument(data) as document:
        drawn: Image.Image = document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    step = 255 / (LEVELS - 1)
    return drawn.point([round(round(shade / step) * step) for shade in range(256)])


def difference(name: str, data: bytes) -> str:
    """Say how a document's first page differs from its kept picture, "" where it does not.

    Keeps the picture instead where they are drawn anew.
    """
    drawn, path = first_page(data), KEPT / f"{name}.png"
    if RENEW:
        KEPT.mkdir(exist_ok=True)
        drawn.quantize(LEVELS).save(path, optimize=True)
        return ""
    if not path.is_file():
        return f"There is no picture {path.name}."
    with Image.open(path) as kept:
        known = kept.convert("L")
    if known.size != drawn.size:
        return f"The page is {drawn.size} and was {known.size}."
    apart = ImageChops.difference(known, drawn)
    mean = ImageStat.Stat(apart).mean[0]
    worst = max(apart.reduce(TILE).tobytes())
    if mean <= PAGE and worst <= SQUARE:
        return ""
    return f"The page differs by {mean:.1f} on average (at most {PAGE}) and by {worst} in one place ({SQUARE})."
