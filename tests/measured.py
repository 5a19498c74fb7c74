"""Measure what is on a page from its file: where each text stands, what runs into what, what is cut off."""

from __future__ import annotations

import ctypes
import io
import subprocess
from collections.abc import Iterator
from typing import Any, NamedTuple
from unicodedata import normalize

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

EDGE = 8.0
"""Points at the edge of a sheet that no office printer reaches."""
DEPTH = 0.6
"""How deep letters of two texts may reach into each other, in points: accents over a line do."""
LEAST_PANEL = (20.0, 8.0)
THIN = 3.0
HEADINGS = frozenset({"H1", "H2", "H3", "H4"})
_UNSAID = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))
UNSEEN = frozenset("\u00a0\u200b\u200c\u200d\u200e\u200f\u00ad")


class Box(NamedTuple):
    """Be a rectangle in points, from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def into(self, other: Box) -> float:
        """Return how deep two boxes reach into each other, 0 or less where they do not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return min(across, min(self.top, other.top) - max(self.bottom, other.bottom))


class Text(NamedTuple):
    """Be what is drawn in one go: its characters, the box around their ink, and that of each."""

    words: str
    box: Box
    letters: tuple[Box, ...]


def faults(data: bytes) -> list[str]:
    """Say what is wrong on the pages: text off the sheet, over other text, under a rule, out of a panel."""
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            size = page.get_size()
            texts = sorted(_texts(page), key=lambda one: one.box.bottom)
            found += [f"page {number}: {fault}" for fault in _of_page(texts, size, list(_shapes(page, size)))]
    return found


def words(data: bytes) -> str:
    """Return all that a file says as pdftotext reads it, without spaces and marks of direction."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return "".join(normalize("NFC", done.stdout.decode()).translate(_UNSAID).split())


def _of_page(texts: list[Text], size: tuple[float, float], shapes: list[Box]) -> Iterator[str]:
    sheet = Box(EDGE, EDGE, size[0] - EDGE, size[1] - EDGE)
    rules = [one for one in shapes if min(one.right - one.left, one.top - one.bottom) < THIN]
    panels = [one for one in shapes if one not in rules]
    for at, text in enumerate(texts):
        if not _within(text.box, sheet):
            yield f"{text.words!r} is off the sheet at {_told(text.box)}"
        for other in texts[at + 1 :]:
            if other.box.bottom > text.box.top:
                break
            if text.box.into(other.box) > DEPTH and _touch(text, other):
                yield f"{text.words!r} and {other.words!r} are over each other at {_told(text.box)}"
        if any(_crosses(rule, text.box) for rule in rules):
            yield f"a rule goes through {text.words!r} at {_told(text.box)}"
        if any(_leaves(text.box, panel) for panel in panels):
            yield f"{text.words!r} leaves its panel at {_told(text.box)}"


def _told(box: Box) -> str:
    return ", ".join(f"{edge:.0f}" for edge in box)


def _touch(one: Text, other: Text) -> bool:
    return any(mine.into(theirs) > DEPTH for mine in one.letters for theirs in other.letters)


def _within(box: Box, bounds: Box, slack: float = 0.5) -> bool:
    return (
        box.left >= bounds.left - slack
        and box.right <= bounds.right + slack
        and box.bottom >= bounds.bottom - slack
        and box.top <= bounds.top + slack
    )


def _crosses(rule: Box, text: Box) -> bool:
    """Tell whether a rule runs through a text, not along its edge."""
    middle = (rule.left + rule.right) / 2, (rule.bottom + rule.top) / 2
    if rule.right - rule.left > rule.top - rule.bottom:
        along = min(text.right, rule.right) - max(text.left, rule.left)
        return along > 2 and text.bottom + 1 < middle[1] < text.top - 1
    along = min(text.top, rule.top) - max(text.bottom, rule.bottom)
    return along > 2 and text.left + 1 < middle[0] < text.right - 1


def _leaves(text: Box, panel: Box) -> bool:
    """Tell whether a text that begins in a panel ends outside of it."""
    begins = panel.left <= text.left < panel.right and panel.bottom < (text.bottom + text.top) / 2 < panel.top
    return begins and not _within(text, panel)


def _texts(page: Any) -> Iterator[Text]:
    """Give the texts of a page with the boxes of their letters, spaces left out."""
    reader = page.get_textpage().raw
    edges = [ctypes.c_double() for _ in range(4)]
    found: dict[int, list[tuple[str, Box]]] = {}
    for at in range(pdfium.FPDFText_CountChars(reader)):
        sign = chr(pdfium.FPDFText_GetUnicode(reader, at))
        if sign <= " " or sign in UNSEEN or not pdfium.FPDFText_GetCharBox(reader, at, *edges):
            continue
        left, right, bottom, top = (edge.value for edge in edges)
        drawn = pdfium.FPDFText_GetTextObject(reader, at)
        if drawn and right > left and top > bottom:
            letter = sign, Box(left, bottom, right, top)
            found.setdefault(ctypes.addressof(drawn.contents), []).append(letter)
    for letters in found.values():
        boxes = tuple(box for _, box in letters)
        left, bottom = min(one.left for one in boxes), min(one.bottom for one in boxes)
        around = Box(left, bottom, max(one.right for one in boxes), max(one.top for one in boxes))
        yield Text("".join(sign for sign, _ in letters), around, boxes)


def _shapes(page: Any, size: tuple[float, float]) -> Iterator[Box]:
    """Give straight lines and filled rectangles; not what covers the sheet from side to side."""
    edges = [ctypes.c_float() for _ in range(4)]
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        pdfium.FPDFPageObj_GetBounds(one.raw, *edges)
        pdfium.FPDFPath_GetDrawMode(one.raw, filled, stroked)
        box = Box(*(edge.value for edge in edges))
        wide, tall = box.right - box.left, box.top - box.bottom
        segments = pdfium.FPDFPath_CountSegments(one.raw)
        is_rule = segments == 2 and min(wide, tall) < THIN
        is_panel = filled.value and segments in (4, 5) and wide > LEAST_PANEL[0] and tall > LEAST_PANEL[1]
        if is_rule or (is_panel and wide < size[0] - 2):
            yield box


class Element(NamedTuple):
    """Be an element of the structure: its role, and the pages its content is on."""

    role: str
    pages: frozenset[int]


def structure(data: bytes) -> tuple[list[Element], dict[int, str]]:
    """Return the elements of a file in reading order, and by page the role of the last thing said on it."""
    elements: list[Element] = []
    last: dict[int, str] = {}
    with pikepdf.open(io.BytesIO(data)) as file:
        numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(file.pages, 1)}

        def walk(one: Any, heading: str) -> set[int]:
            role = str(one.get("/S", "/"))[1:]
            heading = role if role in HEADINGS else heading or role
            at, pages = len(elements), set()
            elements.append(Element(role, frozenset()))
            kids = one.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    pages |= walk(kid, heading if heading in HEADINGS else "")
                elif not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") == "/MCR":
                    page = kid.Pg if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid else one.Pg
                    pages.add(numbers[page.objgen])
                    last[numbers[page.objgen]] = heading
            elements[at] = Element(role, frozenset(pages))
            return pages

        walk(file.Root.StructTreeRoot, "")
    return elements, last
