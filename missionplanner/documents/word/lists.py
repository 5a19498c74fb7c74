"""Write documents of lists, forms and notes for Word: chapters as headings, lists as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from missionplanner.documents.content.drawn import Drawn
from missionplanner.documents.content.sheets import (
    Cards,
    Cell,
    Chapter,
    Fields,
    Paragraphs,
    Part,
    Points,
    Questions,
    Seating,
    Sheets,
    Sittings,
    Table,
)
from missionplanner.documents.content.values import Detail, Said
from missionplanner.documents.word.figures import write_figures
from missionplanner.documents.word.sheet import WordSheet
from missionplanner.documents.word.widths import WHOLE, least

BOX = "☐"
WRITE_ON = "_" * 60


def write_lists(sheet: WordSheet, content: Sheets) -> None:
    """Write a document of chapters."""
    sheet.logos()
    sheet.heading(content.title, 0)
    for line in (content.native, *content.lines):
        if line:
            sheet.paragraph(line, style="Subtitle")
    if content.facts:
        sheet.facts(content.facts)
    if not content.chapters and content.nothing:
        sheet.paragraph(content.nothing)
    for number, chapter in enumerate(content.chapters):
        _chapter(sheet, chapter, fresh=chapter.fresh and number > 0)


def _chapter(sheet: WordSheet, chapter: Chapter, *, fresh: bool) -> None:
    about = " · ".join(part for part in (chapter.about, chapter.count) if part)
    if chapter.title:
        sheet.heading(chapter.title, 2 if chapter.minor else 1, about, fresh=fresh)
    elif about:
        sheet.paragraph(about, quiet=True)
    if chapter.facts:
        sheet.facts(chapter.facts)
    for part in chapter.parts:
        _part(sheet, part, 3 if chapter.minor else 2)


def _part(sheet: WordSheet, part: Part, level: int) -> None:
    if isinstance(part, Drawn):
        write_figures(sheet, part)
        return
    match part:
        case Table():
            _table(sheet, part.trimmed)
        case Paragraphs():
            _texts(sheet, part, part.paragraphs, level)
        case Points():
            _texts(sheet, part, part.points, level)
        case Fields():
            _details(sheet, part.details)
        case Cards():
            _cards(sheet, part)
        case Questions():
            _questions(sheet, part)
        case Sittings():
            _sittings(sheet, part)
        case Seating():
            _headed(sheet, " · ".join(text for text in (part.name, part.about) if text))
            _details(sheet, (Detail(str(number), name) for number, name in part.guests))


def _texts(sheet: WordSheet, part: Paragraphs | Points, texts: tuple[Said, ...], level: int) -> None:
    if texts and part.title:
        sheet.heading(part.title, level)
    for said in texts:
        sheet.paragraph(said, style="List Bullet" if isinstance(part, Points) else None)


def _details(sheet: WordSheet, details: Iterable[Detail]) -> None:
    from docx.shared import Pt

    paragraph = None
    for one in details:
        paragraph = sheet.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        sheet.labelled(paragraph, one.label, one.text)
    if paragraph is not None:
        paragraph.paragraph_format.space_after = Pt(8)


def _headed(sheet: WordSheet, title: str) -> None:
    if title:
        sheet.heading(title, 2)


def _table(sheet: WordSheet, table: Table) -> None:
    if not table.columns:
        return
    made = sheet.table((column.share for column in table.columns), _needs(table))
    for cell, column in zip(sheet.row(made, head=True), table.columns, strict=True):
        if column.look == "number":
            sheet.figure(cell, column.title)
        else:
            sheet.run(sheet.line(cell), column.title, bold=True, quiet=True)
    for row in table.rows:
        cells = sheet.row(made)
        if row.tall:
            _tall(cells[0], row.tall)
        for cell, said, column in zip(cells, row.cells, table.columns, strict=True):
            if column.look == "number" and said.text:
                sheet.figure(cell, Said(said.text, said.language), struck=row.struck and not column.holds)
                said = said._replace(text="")
            _cell(
                sheet, cell, said, bold=column.look in ("strong", "time"), struck=row.struck and not column.holds
            )
    sheet.document.add_paragraph().paragraph_format.space_after = 0


def _needs(table: Table) -> list[float]:
    """Return the points each column of a table needs."""
    needs = []
    for number, column in enumerate(table.columns):
        said = [row.cells[number].text for row in table.rows]
        needs.append(max(least((column.title,)), least(said, whole=column.look in WHOLE)))
    return needs


def _tall(cell: Any, height: float) -> None:
    from docx.shared import Pt
    from docx.table import _Row

    _Row(cell._tc.getparent(), cell._parent).height = Pt(height)


def _cell(sheet: WordSheet, cell: Any, said: Cell, *, bold: bool, struck: bool) -> None:
    if said.text:
        sheet.run(sheet.line(cell), Said(said.text, said.language), bold=bold, struck=struck)
    if said.detail:
        sheet.run(sheet.line(cell), said.detail, quiet=True)
    for line in said.lines:
        sheet.labelled(sheet.line(cell), line.label, line.text)
    for text in said.boxes:
        sheet.run(sheet.line(cell), f"{BOX} {text}".strip())


def _cards(sheet: WordSheet, cards: Cards) -> None:
    table = sheet.table((100,))
    for card in cards.cards:
        (cell,) = sheet.row(table)
        name = sheet.line(cell)
        sheet.run(name, card.name, bold=True)
        if card.native:
            sheet.run(name, f" {card.native}")
        for text in (card.role, *card.lines, card.note):
            if text:
                sheet.run(sheet.line(cell), text)


def _sittings(sheet: WordSheet, part: Sittings) -> None:
    _headed(sheet, " · ".join(text for text in (part.title, part.about) if text))
    made = sheet.table((18, 64, 18))
    for one in part.sittings:
        time, met, table = sheet.row(made)
        sheet.run(sheet.line(time), one.time, bold=not one.free)
        sheet.run(sheet.line(met), one.name, bold=not one.free, quiet=one.free)
        for text in one.lines:
            sheet.run(sheet.line(met), text)
        for detail in one.details:
            sheet.labelled(sheet.line(met), detail.label, detail.text)
        if one.room:
            sheet.run(sheet.line(met), WRITE_ON, quiet=True)
        if one.table:
            sheet.labelled(sheet.line(table), sheet.t("Table"), one.table)
    sheet.document.add_paragraph().paragraph_format.space_after = 0


def _questions(sheet: WordSheet, questions: Questions) -> None:
    for question in questions.questions:
        sheet.run(sheet.document.add_paragraph(), question.text, bold=True)
        if question.answers:
            sheet.paragraph("    ".join(f"{BOX} {answer}".strip() for answer in question.answers))
        for _ in range(question.lines):
            sheet.paragraph(WRITE_ON, quiet=True)
