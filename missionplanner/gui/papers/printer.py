"""Send a document to a printer: the pages that the preview shows, drawn at the printer's own fineness."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Cancelled, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.gui.preview.sheets import POINTS_AN_INCH, draw, sizes

FINEST = 300
"""Dots an inch beyond which paper looks no better."""


def ask(parent: QWidget, name: str, paper: str, pages: int) -> QPrinter | None:
    """Ask for a printer and which of the pages; None where the person thinks better of it."""
    printer = prepared(name, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if pages:
        dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def prepared(name: str, paper: str) -> QPrinter:
    """Return the usual printer, ready for a document of a name on a paper: ``a4`` or ``letter``."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, data: bytes, progress: Progress | None = None) -> int:
    """Print the pages a printer was asked for; return how many. Off the window's thread: a page takes a while.

    Raises NotFound where the printer does not answer, Cancelled where ``progress`` says so.
    """
    progress = progress or Progress()
    shown = sizes(data)
    first, last = printer.fromPage() or 1, min(printer.toPage() or len(shown), len(shown))
    painter = QPainter()
    if not painter.begin(printer):
        raise NotFound(N_("The printer does not answer."))
    try:
        for number in range(first, last + 1):
            progress.step(number - first, last + 1 - first)
            if number > first:
                printer.newPage()
            _draw_page(painter, printer, data, number - 1, shown[number - 1].width)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return max(0, last + 1 - first)


def _draw_page(painter: QPainter, printer: QPrinter, data: bytes, page: int, width: float) -> None:
    picture = draw(data, page, round(width / POINTS_AN_INCH * min(printer.resolution(), FINEST)))
    whole = printer.pageLayout().fullRectPixels(printer.resolution())
    size = picture.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(whole.topLeft(), size), picture)
