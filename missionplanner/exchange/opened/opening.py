"""Open any document by what it holds rather than by what it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.opened import from_docx, from_html, from_mail, from_pdf, from_text
from missionplanner.exchange.opened.from_mail import Letter
from missionplanner.exchange.opened.sheet import Sheet, require_size

ENDINGS = (".docx", ".pdf", ".html", ".htm", ".txt")
"""Endings of what is read of the files that hang on a mail."""
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<body", b"<div", b"<meta")
Chosen = Callable[[Letter], Sheet]


def opened(data: bytes, name: str = "", chosen: Chosen | None = None) -> Sheet:
    """Return a file as lines and tables. ``chosen`` picks what counts of a mail; without it none is opened.

    A file without a name is a mail where it begins like one, else where it is called so. Raises Invalid, with
    one sentence, for a file that is empty, too large, damaged, scanned, or no document.
    """
    require_size(data)
    name = name.lower()
    beginning = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith(_OLD_WORD) or beginning.startswith(_RTF):
        raise Invalid(N_("This is a document of an old format; save it as .docx and try again."))
    if data.startswith(_ZIP) or name.endswith(".docx"):
        return from_docx.sheet_of(data)
    if _PDF in data[:1024] or name.endswith(".pdf"):
        return from_pdf.sheet_of(data)
    if chosen is not None and (name.endswith(".eml") or (not name and from_mail.is_letter(data))):
        letter = from_mail.letter(data)
        return replace(chosen(letter), written=letter.sent)
    text = from_text.decoded(data)
    if name.endswith((".html", ".htm")) or beginning.lower().startswith(_PAGES):
        return from_html.sheet_of(text)
    return from_text.sheet_of(text)


def opened_text(text: str) -> Sheet:
    """Return a pasted text or HTML table as lines and tables. Raises Invalid."""
    require_size(text.encode("utf-8", "replace")[: 1 << 25])
    beginning = text[:200].lstrip("\ufeff \r\n\t").lower().encode("utf-8", "replace")
    return from_html.sheet_of(text) if beginning.startswith(_PAGES) else from_text.sheet_of(text)
