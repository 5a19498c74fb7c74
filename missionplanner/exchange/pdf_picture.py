"""Take the first page of a PDF as a logo: as a drawing where flat shapes show the same, else as a sharp picture.

To be called in a bounded process: a PDF from outside is read (RELIABILITY §2).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from missionplanner.base.drawings import LARGEST, Drawing, Matrix
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange import pdf_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

SIDE = 1_600
"""Pixels of the longer side of a picture: 600 an inch at the widest a logo is printed."""
_LOOK, _COMPARED, _WHOLE = 1_000, 700, 2_400
"""Pixels of the longer side of a page that is looked at; of a logo that is compared, and of its page at most."""
_UNITS = 1_000.0
_LARGEST_PAGE = 15_000.0
_FAINT = 8
"""How much of 255 a pixel differs from paper before something is there."""
_BLOCK, _UNLIKE = 4, 24
"""Side of the blocks two pictures are compared by, and the most of 255 by which one may differ."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a file begins as a PDF does."""
    return b"%PDF-" in data[:1024]


def read(data: bytes) -> Drawing | Image:
    """Return what the first page shows, without the empty paper around it. The same bytes give the same.

    Raises Invalid for a PDF that is damaged, locked, has no page, or nothing on its first page.
    """
    from pypdfium2 import PdfiumError

    try:
        with _first_page(data) as page:
            cut = _ink_box(page)
            return _drawing(page, cut) or _picture(page, cut, SIDE)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Invalid(N_("This PDF is locked with a password; save it without one.")) from error
        raise Invalid(N_("This PDF is damaged, or is none.")) from error


@contextmanager
def _first_page(data: bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        if not len(document):
            raise Invalid(N_("This PDF is damaged, or is none."))
        page = document[0]
        if not all(0 < side <= _LARGEST_PAGE for side in page.get_size()):
            raise Invalid(N_("The first page of this PDF is too large for a logo."))
        yield page
    finally:
        document.close()


_Cut = tuple[float, float, float, float]
"""Points cut off a page at the left, below, at the right and above."""


def _ink_box(page: Any) -> _Cut:
    """Return what of a page is empty. Raises Invalid where all of it is."""
    from PIL import Image, ImageChops

    wide, tall = page.get_size()
    scale = _LOOK / max(wide, tall)
    shown = page.render(scale=scale, draw_annots=False).to_pil().convert("RGB")
    change = ImageChops.difference(shown, Image.new("RGB", shown.size, "white")).convert("L")
    box = change.point([0] * _FAINT + [255] * (256 - _FAINT)).getbbox()
    if box is None:
        raise Invalid(N_("There is nothing on the first page of this PDF."))
    left, top, right, bottom = (side / scale for side in box)
    return left, max(0.0, tall - bottom), max(0.0, wide - right), top


def _picture(page: Any, cut: _Cut, side: int) -> Image:
    """Return what is on a page as a picture, its longer side of so many pixels, empty paper shown through."""
    wide, tall = page.get_size()
    scale = side / max(wide - cut[0] - cut[2], tall - cut[1] - cut[3])
    shown = page.render(scale=scale, crop=cut, fill_color=(255, 255, 255, 0), draw_annots=False)
    made: Image = shown.to_pil().convert("RGBA")
    return made


def _drawing(page: Any, cut: _Cut) -> Drawing | None:
    """Return what is on a page as shapes, None where they would not show the same."""
    wide, tall = page.get_size()
    width, height = wide - cut[0] - cut[2], tall - cut[1] - cut[3]
    scale = _UNITS / max(width, height)
    a, b, c, d, e, f = _upright(page)
    outer = (a * scale, b * scale, c * scale, d * scale, (e - cut[0]) * scale, (f - cut[3]) * scale)
    try:
        made = Drawing(width * scale, height * scale, pdf_shapes.shapes_of(page, outer))
    except ValueError:
        return None
    if not made.shapes or len(made.svg) > LARGEST:
        return None
    back = (1 / scale, 0, 0, -1 / scale, cut[0], tall - cut[3])
    return (
        made if _is_like(made, page, back, min(_COMPARED / max(width, height), _WHOLE / max(wide, tall))) else None
    )


def _upright(page: Any) -> Matrix:
    """Return what brings the places of a page to its upper left corner, y down, turned as it is shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Matrix] = {
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    return turns.get(page.get_rotation(), (1, 0, 0, -1, -left, top))


def _is_like(drawing: Drawing, page: Any, back: Matrix, scale: float) -> bool:
    """Tell whether a drawing, brought ``back`` to a page of the same size, looks as the page does."""
    from PIL import Image, ImageChops
    from pypdfium2 import PdfDocument

    document = PdfDocument.new()
    try:
        other = document.new_page(*page.get_size())
        pdf_shapes.draw(other, drawing.shapes, back)
        other.gen_content()
        ours, theirs = (
            one.render(scale=scale, draw_annots=False).to_pil().convert("RGB") for one in (other, page)
        )
    finally:
        document.close()
    channels = ImageChops.difference(ours, theirs).split()
    change = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    blocks = max(1, change.width // _BLOCK), max(1, change.height // _BLOCK)
    return max(change.resize(blocks, Image.Resampling.BOX).tobytes()) < _UNLIKE


def png(drawing: Drawing, side: int = SIDE // 2) -> bytes:
    """Return a drawing as a PNG, its longer side of so many pixels, empty paper shown through."""
    from io import BytesIO

    from pypdfium2 import PdfDocument

    document, buffer = PdfDocument.new(), BytesIO()
    try:
        page = document.new_page(drawing.width, drawing.height)
        pdf_shapes.draw(page, drawing.shapes, (1, 0, 0, -1, 0, drawing.height))
        page.gen_content()
        scale = side / max(drawing.width, drawing.height)
        shown = page.render(scale=scale, fill_color=(255, 255, 255, 0)).to_pil().convert("RGBA")
        shown.save(buffer, "PNG")
    finally:
        document.close()
    return buffer.getvalue()
