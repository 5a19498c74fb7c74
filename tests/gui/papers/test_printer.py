"""Pages on a printer: here one that writes a PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Cancelled, NotFound
from missionplanner.base.progress import Progress
from missionplanner.gui.papers.printer import ask, prepared, print_pages

A4 = (595, 842)


@pytest.fixture
def data() -> bytes:
    """Make four pages, each with a black box whose place tells its number."""
    document = pypdfium2.PdfDocument.new()
    for number in range(4):
        page = document.new_page(*A4)
        box = pypdfium2.raw.FPDFPageObj_CreateNewRect(100, 100 + 150 * number, 395, 100)
        pypdfium2.raw.FPDFPageObj_SetFillColor(box, 0, 0, 0, 255)
        pypdfium2.raw.FPDFPath_SetDrawMode(box, 1, 0)
        pypdfium2.raw.FPDFPage_InsertObject(page.raw, box)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    made = prepared("Agenda", "a4")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    made.setResolution(100)
    return made


def boxes(path: Path) -> list[int]:
    """Return, page by page, which of the four boxes it shows."""
    found = []
    for page in pypdfium2.PdfDocument(path.read_bytes()):
        picture = page.render(scale=0.5).to_pil().convert("L")
        width, height = picture.size
        middles = [int(height * (1 - (150 + 150 * n) / A4[1])) for n in range(4)]
        found += [n for n, y in enumerate(middles) if picture.getpixel((width // 2, y)) < 80]
    return found


def test_all_pages_come_out_in_order(printer: QPrinter, data: bytes, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    assert print_pages(printer, data, Progress(lambda done, total, _: steps.append((done, total)))) == 4
    assert boxes(tmp_path / "out.pdf") == [0, 1, 2, 3]
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    page = pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes())[0]
    assert page.get_size() == pytest.approx(A4, abs=1)


@pytest.mark.parametrize(("first", "last", "printed"), [(2, 3, [1, 2]), (4, 4, [3]), (3, 9, [2, 3])])
def test_only_the_pages_somebody_chose_are_printed(
    printer: QPrinter, data: bytes, tmp_path: Path, first: int, last: int, printed: list[int]
) -> None:
    printer.setFromTo(first, last)
    assert print_pages(printer, data) == len(printed)
    assert boxes(tmp_path / "out.pdf") == printed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printing_that_is_stopped_or_impossible_says_so(printer: QPrinter, data: bytes, tmp_path: Path) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        print_pages(printer, data, stopped)
    printer.setOutputFileName(str(tmp_path / "no folder" / "out.pdf"))
    with pytest.raises(NotFound):
        print_pages(printer, data)


@pytest.mark.parametrize("accepted", [True, False])
def test_a_printer_is_asked_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, accepted: bool) -> None:
    asked: list[tuple[int, int]] = []

    def answer(dialog: QPrintDialog) -> int:
        asked.append((dialog.minPage(), dialog.maxPage()))
        return int(accepted)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    found = ask(parent, "Agenda", "letter", 7)
    assert asked == [(1, 7)]
    assert (found is not None) == accepted
    if found is not None:
        assert found.docName() == "Agenda"
        assert found.pageLayout().pageSize().size(found.pageLayout().pageSize().Unit.Point).width() == 612
