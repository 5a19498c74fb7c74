"""Set up a Word document: paper, styles, head and foot of every page; what all kinds of documents share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from missionplanner.base.i18n import Translator, spelling_of
from missionplanner.documents.content.values import Fact, Frame, Said
from missionplanner.documents.design import VERMILION
from missionplanner.documents.parts.organisers import fitted
from missionplanner.documents.word.widths import shared_out
from missionplanner.domain.text import clean

FONT, TITLE_FONT = "Calibri", "Cambria"
SIZES = {"a4": (210, 297), "letter": (215.9, 279.4), "a5": (148, 210), "a6": (105, 148)}
"""Millimetres."""
INK, QUIET, RULE = "16232B", "525F67", "DAD6CB"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
LOGO_HEIGHT, LOGO_WIDTH = 30.0, 118.0
"""Points an organiser's logo is tall and wide at most."""


class WordSheet:
    """Be a Word document under way."""

    def __init__(self, frame: Frame, t: Translator, paper: str, *, across: bool = False) -> None:
        from docx import Document

        self.t = t
        self.frame = frame
        self.media: Mapping[str, bytes] = {}
        """Pictures by their names."""
        self.document: Any = Document()
        self._page(paper, across)
        self._styles()
        self._furniture()

    def data(self, moment: dt.datetime, title: str, author: str) -> bytes:
        """Return the file. Its moment is that of the mission's last change, not of writing."""
        core = self.document.core_properties
        core.title, core.author, core.comments = clean(title)[:250], clean(author)[:250], ""
        core.language = self.frame.language.partition("+")[0]
        plain = moment.astimezone(dt.UTC).replace(tzinfo=None) if moment.tzinfo else moment
        core.created = core.modified = plain.replace(microsecond=0)
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    # -- blocks -----------------------------------------------------------------------------------

    def heading(self, text: str, level: int, about: str = "", *, fresh: bool = False) -> None:
        """Add a heading, on a ``fresh`` page if it is to begin one, with what explains it in a line below."""
        made = self.document.add_heading(clean(text), level)
        made.paragraph_format.page_break_before = fresh or None
        if about:
            self.paragraph(about, quiet=True).paragraph_format.keep_with_next = True

    def logos(self) -> None:
        """Put the organisers' logos in their order above all else; those without one are named below."""
        from docx.shared import Pt

        shown = [(one.name, self.media.get(one.logo or "")) for one in self.frame.organisers]
        shown = [(name, data) for name, data in shown if data and fitted(data, 1, 1)]
        paragraph = self.document.add_paragraph() if shown else None
        for number, (name, data) in enumerate(shown):
            size = fitted(data or b"", LOGO_WIDTH, LOGO_HEIGHT)
            if paragraph is not None and data and size is not None:
                run = paragraph.add_run("      " if number else "")
                run.add_picture(BytesIO(data), width=Pt(size[0]), height=Pt(size[1]))._inline.docPr.set(
                    "descr", name
                )

    def paragraph(self, text: str | Said, *, quiet: bool = False, style: str | None = None) -> Any:
        """Add a paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        self.run(paragraph, text, quiet=quiet)
        return paragraph

    def run(
        self, paragraph: Any, text: str | Said, *, bold: bool = False, quiet: bool = False, struck: bool = False
    ) -> None:
        """Add words to a paragraph, marked with their language where it is not the document's."""
        from docx.shared import RGBColor

        said = text if isinstance(text, Said) else Said(text)
        run = paragraph.add_run(_spaced(said.text))
        run.bold = bold or None
        run.font.strike = struck or None
        if quiet:
            run.font.color.rgb = RGBColor.from_string(QUIET)
        if said.language:
            self._spoken(run._r.get_or_add_rPr(), said.language)

    def figure(self, cell: Any, text: str | Said, *, bold: bool = True, struck: bool = False) -> None:
        """Write a figure in a cell, at its right."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = self.line(cell)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.run(paragraph, text, bold=bold, struck=struck)

    def labelled(self, paragraph: Any, label: str, text: str) -> None:
        """Add a label and what it says."""
        self.run(paragraph, f"{label}: " if label else "", quiet=True)
        self.run(paragraph, text)

    def facts(self, facts: Iterable[Fact]) -> None:
        """Add facts, one below the other."""
        for fact in facts:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.space_after = 0
            self.labelled(paragraph, fact.label, " · ".join(part for part in (fact.value, fact.detail) if part))
        self.document.add_paragraph().paragraph_format.space_after = 0

    def table(self, shares: Iterable[float], needs: Sequence[float] = ()) -> Any:
        """Add a table with a rule between its rows.

        ``shares`` are those of its columns of the width, ``needs`` the points each needs at least.
        """
        from docx.shared import Emu, Pt

        parts = list(shares)
        table = self.document.add_table(rows=0, cols=len(parts))
        table.autofit = False
        section = self.document.sections[0]
        width = Emu(section.page_width - section.left_margin - section.right_margin).pt
        for column, got in zip(table.columns, shared_out(parts, needs or [0.0] * len(parts), width), strict=True):
            column.width = Pt(got)
        self._ruled(table)
        return table

    def row(self, table: Any, *, head: bool = False) -> list[Any]:
        """Add a row that no page break divides; return its cells. A head is repeated on every page."""
        row = table.add_row()
        look = row._tr.get_or_add_trPr()
        look.append(self._element("w:cantSplit"))
        if head:
            look.append(self._element("w:tblHeader"))
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
            cell.paragraphs[0].paragraph_format.space_after = 0
        return list(row.cells)

    def line(self, cell: Any) -> Any:
        """Return a paragraph of a cell to write on: its first while that is empty, else one below."""
        first = cell.paragraphs[0]
        paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        return paragraph

    # -- the page ---------------------------------------------------------------------------------

    def _page(self, paper: str, across: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section = self.document.sections[0]
        width, height = SIZES.get(paper, SIZES["a4"])
        if across:
            width, height, section.orientation = height, width, WD_ORIENT.LANDSCAPE
        small = width < SIZES["a4"][0] - 1
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(11 if small else 20)
        section.top_margin, section.bottom_margin = Mm(14 if small else 22), Mm(14 if small else 20)

    def _styles(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        for name, font, size in (
            ("Normal", FONT, 10.5),
            ("Title", TITLE_FONT, 28),
            ("Subtitle", FONT, 13),
            ("Heading 1", TITLE_FONT, 17),
            ("Heading 2", TITLE_FONT, 13),
            ("Heading 3", FONT, 11),
        ):
            style = styles[name]
            style.font.name, style.font.size = font, Pt(size)
            style.font.color.rgb = RGBColor.from_string(INK)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(kind), font)
            for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                fonts.attrib.pop(qn(kind), None)
        for rule in styles["Title"].element.findall(f".//{qn('w:pBdr')}/{qn('w:bottom')}"):
            rule.set(qn("w:color"), (self.frame.accent or VERMILION).removeprefix("#"))
        for odd in styles["Subtitle"].element.findall(f".//{qn('w:spacing')}"):
            if odd.get(qn("w:val")):  # letters set apart, which no other line has
                odd.getparent().remove(odd)
        self._spoken(styles["Normal"].element.get_or_add_rPr(), self.frame.language.partition("+")[0])

    def _spoken(self, look: Any, language: str) -> None:
        from docx.oxml.ns import qn

        for old in look.findall(qn("w:lang")):
            look.remove(old)
        spoken = self._element("w:lang")
        if language in RIGHT_TO_LEFT:
            look.append(self._element("w:rtl"))
            spoken.set(qn("w:bidi"), language)
        spoken.set(qn("w:val"), spelling_of(language))
        look.append(spoken)

    def _element(self, name: str) -> Any:
        from docx.oxml import OxmlElement

        return OxmlElement(name)

    def _ruled(self, table: Any) -> None:
        from docx.oxml.ns import qn

        borders = self._element("w:tblBorders")
        for side in ("top", "bottom", "insideH"):
            rule = self._element(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
                rule.set(qn(f"w:{name}"), value)
            borders.append(rule)
        look = table._tbl.tblPr
        after = [one for name in ("w:tblLayout", "w:tblLook") for one in look.findall(qn(name))]
        (after[0].addprevious if after else look.append)(borders)

    def _furniture(self) -> None:
        """Put on every page what paper has there: mission and draft above, status and edition and number below."""
        frame, section = self.frame, self.document.sections[0]
        above = " · ".join(part for part in (*frame.headings, frame.subject, frame.sample, frame.draft) if part)
        self._small(section.header.paragraphs[0], above)
        below = [part for part in (frame.status, frame.edition, frame.times, frame.changes) if part]
        foot = section.footer
        self._small(foot.paragraphs[0], " · ".join(below))
        for line in frame.funding:
            self._small(foot.add_paragraph(), line)
        self._numbered(foot.add_paragraph())

    def _small(self, paragraph: Any, text: str) -> None:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(_spaced(text))
        run.font.size, run.font.color.rgb = Pt(8), RGBColor.from_string(QUIET)
        paragraph.paragraph_format.space_after = 0

    def _numbered(self, paragraph: Any) -> None:
        """Write ``Page x of y`` with numbers that Word keeps right."""
        said = self.t("Page {page} of {pages}", page="\x00", pages="\x01")
        for part in _parted(said):
            if part in ("\x00", "\x01"):
                self._field(paragraph, "PAGE" if part == "\x00" else "NUMPAGES")
            else:
                self._small(paragraph, part)

    def _field(self, paragraph: Any, name: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        field = self._element("w:fldSimple")
        field.set(qn("w:instr"), name)
        run = paragraph.add_run("1")
        run.font.size = Pt(8)
        field.append(run._r)
        paragraph._p.append(field)


def _spaced(text: str) -> str:
    """Return a text cleaned, with the space it begins or ends with towards its neighbours."""
    return f"{' ' * text.startswith(' ')}{clean(text)}{' ' * text.endswith(' ')}" if text.strip() else ""


def _parted(text: str) -> list[str]:
    return [part for part in re.split(r"([\x00\x01])", text) if part]
