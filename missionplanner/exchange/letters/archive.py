"""Take a Word document apart and put it together again: bounded, and refused where it would do anything.

Nothing is extracted to disk and nothing a document points to is opened. Macros, embedded programs, contents
taken from other files and fields that fetch or run something are refused; the link to the template a document
was once made from, which Word would open, is left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from missionplanner.base.errors import Damaged, Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange import zipped

MEGABYTE = 1024 * 1024
MAX_BYTES = 25 * MEGABYTE
MAX_UNPACKED = 60 * MEGABYTE
MAX_PART = 6 * MEGABYTE
"""Bytes of one part of markup."""
MAX_ENTRIES = 500
MAIN = "word/document.xml"
FILLED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""Parts with text of the letter."""
_RUNNING = re.compile(r"vbaproject|activex|oleobject|attachedtoolbars|/embeddings/.*\.bin$", re.IGNORECASE)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']""")
_OUTSIDE = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?TargetMode\s*=\s*[\"']External[\"'][^>]*?/?>")
_TARGET = re.compile(rb"""\bTarget\s*=\s*["']([^"']*)["']""")
_TYPE = re.compile(rb"""\bType\s*=\s*["']([^"']*)["']""")
_LINKS = (b"https:", b"http:", b"mailto:", b"tel:")
_MADE_FROM = re.compile(rb"<w:attachedTemplate\b[^>]*?/>")


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name, in their order. Raises Invalid and Damaged for what is not read."""
    if len(data) > MAX_BYTES:
        raise too_large()
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Invalid(N_("This document is locked with a password or of an old format; save it as .docx."))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive)
    except zipped.DAMAGED as error:
        raise Damaged(N_("This Word document is damaged or incomplete; nothing was taken from it.")) from error
    if MAIN not in parts or "[Content_Types].xml" not in parts:
        raise Invalid(N_("This file is no Word document: it holds no text."))
    if b"macroenabled" in parts["[Content_Types].xml"].lower():
        raise _runs_something()
    return {name: _harmless(name, part) for name, part in parts.items()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a document of these parts; the same parts give the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, part)
    return buffer.getvalue()


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if len(entries) > MAX_ENTRIES or len({one.filename for one in entries}) != len(entries):
        raise too_large()
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        if _RUNNING.search(entry.filename):
            raise _runs_something()
        most = min(left, MAX_PART if entry.filename.endswith((".xml", ".rels")) else left)
        with archive.open(entry) as stream:
            part = stream.read(most + 1)
        if len(part) > most:
            raise too_large()
        left -= len(part)
        parts[entry.filename] = part
    return parts


def _harmless(name: str, part: bytes) -> bytes:
    """Return a part of markup without what would be fetched. Raises Invalid where that cannot be left out."""
    if name.endswith(".rels"):
        _require_plain(part)
        return _OUTSIDE.sub(_kept, part)
    if name.endswith(".xml"):
        _require_plain(part)
    return _MADE_FROM.sub(b"", part) if name == "word/settings.xml" else part


def _require_plain(part: bytes) -> None:
    encoding = _ENCODED.match(part.removeprefix(b"\xef\xbb\xbf"))
    known = encoding is None or encoding.group(1).lower() in (b"utf-8", b"us-ascii")
    if not known or b"\x00" in part or _DECLARED.search(part):
        raise Invalid(N_("This document declares entities, which no word processor writes; it is not read."))


def _kept(found: re.Match[bytes]) -> bytes:
    """Return a relation to the outside where it is a link to click on; "" for that to its old template."""
    target, kind = _TARGET.search(found.group()), _TYPE.search(found.group())
    if kind is not None and kind.group(1).endswith(b"/attachedTemplate"):
        return b""
    is_link = kind is not None and kind.group(1).endswith(b"/hyperlink")
    if is_link and target is not None and target.group(1).strip().lower().startswith(_LINKS):
        return found.group()
    raise fetches()


def fetches() -> Invalid:
    """Return what a document is refused with that takes contents from other files."""
    return Invalid(
        N_("This document takes pictures or texts from elsewhere. Put them into it, then choose it again.")
    )


def _runs_something() -> Invalid:
    return Invalid(N_("This document holds macros or programs. Save it as a plain .docx, then choose it again."))


def too_large() -> Invalid:
    """Return what a document is refused with that is no letter by its size."""
    return Invalid(N_("This document is too large to be a letter."))
