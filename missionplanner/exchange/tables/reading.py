"""Read any file of tables by what it is, not by what its name says."""

from __future__ import annotations

import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.tables.markup import is_markup, sheets_of
from missionplanner.exchange.tables.plain import decoded, read_plain, table_of
from missionplanner.exchange.tables.sheets import Book, Sheet, require_bytes
from missionplanner.exchange.tables.workbooks import COMPOUND, ZIPPED, read_workbook

_OTHERS = (
    (b"%PDF-", N_("This is a PDF, not a spreadsheet.")),
    (b"{\\rtf", N_("This is a text document, not a spreadsheet.")),
    (b"<?xml", N_("This XML file is no spreadsheet; save it as .xlsx, then choose it again.")),
    (b"\x89PNG", N_("This is a picture, not a spreadsheet.")),
    (b"\xff\xd8\xff", N_("This is a picture, not a spreadsheet.")),
    (b"BEGIN:VC", N_("This is a calendar or a card, not a spreadsheet.")),
)
_FRAGMENT = re.compile(r"<!--(?:Start|End)Fragment-->")


def read(data: bytes, name: str, encoding: str | None = None, separator: str | None = None) -> Book:
    """Return the sheets of a file: xlsx, xls, ods, csv, tsv, txt, or a page saved as ``.xls``.

    ``name`` is the file's, for the sheet of a plain text, whose encoding and separator are guessed where nobody
    chose them. Raises Invalid and Damaged, one sentence each, for
    what is something else, is broken, or passes the bounds of RELIABILITY §2. Run it through ``bounded.run``.
    """
    require_bytes(len(data))
    if data.startswith((ZIPPED, COMPOUND)):
        return _with_content(read_workbook(data))
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, sentence in _OTHERS:
        if bare.startswith(beginning):
            raise Invalid(sentence)
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or name
    title = " ".join(stem.split())[:60] or "1"
    if is_markup(data):
        text, found = decoded(data)
        return _with_content(Book("html", sheets_of(text, title), found))
    return _with_content(read_plain(data, title, encoding, separator))


def pasted(text: str, html: str | None = None, name: str = "1") -> Book:
    """Return the table of a clipboard: of its HTML where that holds one, else of its text.

    Raises Invalid where there is none, and past the bounds.
    """
    require_bytes(len(text.encode("utf-8", "replace")) or len((html or "").encode("utf-8", "replace")))
    if html and "<table" in html.lower():
        require_bytes(len(html.encode("utf-8", "replace")))
        sheets: tuple[Sheet, ...] = sheets_of(_FRAGMENT.sub("", html), name)
        if sheets:
            return Book("html", sheets)
    return _with_content(table_of(text, name))


def _with_content(book: Book) -> Book:
    if not any(sheet.rows for sheet in book.sheets):
        raise Invalid(N_("This file holds no table."))
    return book
