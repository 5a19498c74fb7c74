"""Turn pages of a PDF into pictures."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from PySide6.QtGui import QImage

_pdfium = Lock()
"""The library that draws pages may be in one thread at a time only."""
POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class Size:
    """Be the size of a page in points."""

    width: float
    height: float


def sizes(data: bytes) -> tuple[Size, ...]:
    """Return the sizes of all pages. Raises ValueError for what is no PDF."""
    from pypdfium2 import PdfDocument, PdfiumError

    with _pdfium:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            raise ValueError("not a PDF") from error
        try:
            return tuple(Size(*document.get_page_size(number)) for number in range(len(document)))
        finally:
            document.close()


def draw(data: bytes, page: int, width: int) -> QImage:
    """Return a page as a picture of so many pixels across."""
    from pypdfium2 import PdfDocument

    with _pdfium:
        document = PdfDocument(data)
        try:
            sheet = document[page]
            scale = (width - 0.001) / sheet.get_width()  # sizes are rounded up: one pixel more would blur
            bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            kind = QImage.Format.Format_RGBX8888
            shown = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
            return shown.copy()  # the bitmap's memory goes with the document
        finally:
            document.close()
