"""Lend the programmes of tests/data/programmes, with Word and PDF files made of their blocks.

Blocks are lines: ``# `` and ``## `` head, ``- `` is of a list, ``|`` parts the cells of a row, ``<<`` goes on to
the left, ``^^`` above, ``¶`` breaks a line within a cell.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from missionplanner.exchange.programme_text import Programme, read

TODAY = dt.date(2025, 3, 1)
PROGRAMMES = Path(__file__).resolve().parents[2] / "data" / "programmes"


@dataclass(frozen=True)
class Sample:
    """Be a programme with the name it would come under, what it holds in truth, and what is found in it."""

    name: str
    data: bytes
    truth: dict[str, Any]
    found: Programme


def _blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Yield lines, and tables as rows of cells; a row of another width begins a new one."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        inner = line.strip()[1:-1].split("|") if line.startswith("|") else []
        cells = [cell.strip().replace("¶", "\n") for cell in inner]
        if rows and (not cells or len(cells) != len(rows[0])):
            yield rows
            rows = []
        if cells:
            rows.append(cells)
        elif line:
            yield line


def word_document(text: str) -> bytes:
    """Return the Word document of these blocks."""
    from docx import Document

    document = Document()
    for block in _blocks(text):
        if isinstance(block, list):
            _word_table(document.add_table(len(block), len(block[0])), block)
        elif block.startswith("#"):
            document.add_heading(block.lstrip("# "), block.count("#", 0, 3))
        elif block.startswith("- "):
            document.add_paragraph(block[2:], "List Bullet")
        else:
            document.add_paragraph(block)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _word_table(table: Any, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "<<":
                table.cell(number, column - 1).merge(table.cell(number, column))
            elif text == "^^":
                table.cell(number - 1, column).merge(table.cell(number, column))
            else:
                table.cell(number, column).text = text


def pdf_document(text: str) -> bytes:
    """Return the PDF of these blocks, words wrapped in their cells."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    story: list[Any] = []
    for block in _blocks(text):
        if isinstance(block, list):
            cells = [[Paragraph(cell.replace("&", "&amp;"), styles["BodyText"]) for cell in row] for row in block]
            table = Table(cells, colWidths=[110, 210, 150], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
            story.append(table)
        elif block.startswith("#"):
            story.append(Paragraph(block.lstrip("# "), styles["Heading2"]))
        elif block.startswith("- "):
            story.append(Paragraph(block[2:], styles["Bullet"], bulletText="•"))
        else:
            story.append(Paragraph(block, styles["BodyText"]))
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(story)
    return buffer.getvalue()


def _sample(file: Path) -> Sample:
    truth = json.loads((PROGRAMMES / f"{file.name.partition('.')[0]}.json").read_text("utf-8"))
    name, data = file.name, file.read_bytes()
    if file.suffix == ".blocks":
        name = file.stem
        data = (word_document if name.endswith(".docx") else pdf_document)(data.decode("utf-8"))
    return Sample(name, data, truth, read(data, name, today=TODAY))


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    """Return every programme with its truth."""
    return [_sample(file) for file in sorted(PROGRAMMES.iterdir()) if file.suffix != ".json"]


@pytest.fixture(scope="session")
def as_word() -> Callable[[str], bytes]:
    """Return what makes a Word document of blocks."""
    return word_document


@pytest.fixture(scope="session")
def as_pdf() -> Callable[[str], bytes]:
    """Return what makes a PDF of blocks."""
    return pdf_document
