"""Make the Word document of a letter the program brings: letterhead, address, subject, text, signature.

The text is plain: a first line ``# subject``, paragraphs parted by empty lines, ``- points``, and rows of a table
as ``| one | other |``, the first of them its head. What all letters have in common is added here.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

from missionplanner.base.i18n import spelling_of

HEAD = ("{{sender.organisation}}", "{{#sender.address}}{{sender.address}}{{/sender.address}}")
ADDRESS = (
    "{{recipient.name}}",
    "{{#recipient.job}}{{recipient.job}}{{/recipient.job}}",
    "{{#recipient.organisation}}{{recipient.organisation}}{{/recipient.organisation}}",
    "{{#recipient.address}}{{recipient.address}}{{/recipient.address}}",
)
PLACE_AND_DATE = "{{letter.place_and_date}}"
SALUTATION = "{{recipient.salutation}}"
CLOSING = "{{recipient.closing}}"
SIGNATURE = (
    "{{sender.name}}",
    "{{#sender.job}}{{sender.job}}{{/sender.job}}",
    "{{sender.organisation}}",
)
FOOT = ("{{mission.title}} · {{mission.dates}}", "{{#mission.funding}}{{mission.funding}}{{/mission.funding}}")
FONT = "Calibri"
PAIR = (0.28, 0.72)
"""Shares of the width of a table of two columns: what a row is about, and what it says."""
TITLE_STYLE = "Subject"


def starter(text: str, language: str) -> bytes:
    """Return a template in Word's format, made of a plain text with fields; the same text gives the same bytes."""
    from docx import Document

    document = Document()
    _page(document, language)
    _lines(document, ADDRESS, after=18)
    _lines(document, (PLACE_AND_DATE,), after=18, right=True)
    for kind, lines in _blocks(text):
        if kind == "#":
            _lines(document, lines, after=12, style=TITLE_STYLE)
            _lines(document, (SALUTATION,), after=8)
        else:
            _block(document, kind, lines)
    _lines(document, (CLOSING,), after=30, before=8)
    _lines(document, SIGNATURE)
    for paragraph in document.paragraphs[-len(SIGNATURE) - 2 : -1]:  # no signature stands alone on a page
        paragraph.paragraph_format.keep_with_next = True
    return _saved(document)


def plain_starter(text: str, language: str) -> bytes:
    """Return a template in Word's format that is no letter: headings, paragraphs, points and tables alone."""
    from docx import Document

    document = Document()
    _page(document, language)
    for number, (kind, lines) in enumerate(_blocks(text)):
        if kind == "#":
            _lines(document, lines, after=6, before=14, style="Title" if number == 0 else "Heading 1")
        else:
            _block(document, kind, lines)
    return _saved(document)


def _block(document: Any, kind: str, lines: list[str]) -> None:
    """Add a table, points or a paragraph."""
    if kind == "|":
        _table(document, lines)
    elif kind == "-":
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    else:
        _lines(document, lines, after=8)


def _saved(document: Any) -> bytes:
    from missionplanner.exchange.letters.archive import packed, unpacked

    buffer = BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the blocks of a plain text: its sign (#, |, - or "" for a paragraph) and its lines without it."""
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        for sign, some in groupby(lines, key=lambda line: line[0] if line[0] in "#|-" else ""):
            yield sign, [line.removeprefix(sign).strip() for line in some]


def _page(document: Any, language: str) -> None:
    """Set A4, margins, font and language; put the letterhead and the foot there."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(35), Mm(25)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    look = normal.element.get_or_add_rPr()
    look.get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    spoken = look.makeelement(qn("w:lang"), {qn("w:val"): spelling_of(language)})
    look.append(spoken)
    subject = document.styles.add_style(TITLE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    subject.base_style, subject.font.bold = normal, True
    for place, lines, size in ((section.header, HEAD, 10), (section.footer, FOOT, 8)):
        for number, line in enumerate(lines):
            paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
            run = paragraph.add_run(line)
            run.font.size, run.font.color.rgb = Pt(size), RGBColor(0x52, 0x5F, 0x67)
            run.bold = number == 0 and place is section.header
    document.core_properties.author = ""
    document.core_properties.comments = ""


def _lines(
    document: Any,
    lines: tuple[str, ...] | list[str],
    *,
    after: float = 0,
    before: float = 0,
    right: bool = False,
    style: str | None = None,
) -> None:
    """Add lines that belong together, with room before the first and after the last, in points."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for number, line in enumerate(lines):
        paragraph = document.add_paragraph(line, style=style)
        look = paragraph.paragraph_format
        look.space_before = Pt(before if number == 0 else 0)
        look.space_after = Pt(after if number == len(lines) - 1 else 0)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _table(document: Any, lines: list[str]) -> None:
    """Add a table, its first row a head that is repeated on every page, and a little room below it."""
    from docx.oxml.ns import qn
    from docx.shared import Emu, Pt

    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    if len(table.columns) == len(PAIR):
        table.autofit = False
        whole = sum(column.width for column in table.columns)
        for column, share in zip(table.columns, PAIR, strict=True):
            column.width = Emu(int(whole * share))
    for number, cells in enumerate(rows):
        row = table.add_row()
        if number == 0:
            row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:tblHeader"), {}))
        for cell, said, column in zip(row.cells, cells, table.columns, strict=False):
            cell.width = column.width
            run = cell.paragraphs[0].add_run(said)
            run.bold = number == 0
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    document.add_paragraph().paragraph_format.space_after = Pt(4)
