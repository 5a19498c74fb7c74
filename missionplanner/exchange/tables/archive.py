"""Look through a zipped spreadsheet before a library does, piece by piece and never as a whole.

Refused here: bombs, entries that lie about their size, XML that declares types or entities, cells far outside,
texts no person wrote, files locked with a password. What passes fits into a reader's memory.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO

from missionplanner.base.errors import Damaged, Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange import zipped
from missionplanner.exchange.tables.sheets import (
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED,
    MEGABYTE,
    place_of,
    require_size,
    too_long_a_cell,
)

MAX_ENTRIES = 5_000
_RATIO_FROM = 4 * MEGABYTE
_RATIO = 200
"""Larger entries that unpack to more than this many times their size were made to."""
_CHUNK = 1 << 18
_LONGEST_RUN = 8 * MAX_CELL
"""Bytes between two tags: ten thousand characters take four bytes each at most, some are written as escapes."""
_LONG = re.compile(rb">[^<>]{%d}" % (_LONGEST_RUN + 1))
_COLUMN = re.compile(rb'\br="([A-Z]{1,3})[0-9]')
_ROW = re.compile(rb'<(?:\w{1,20}:)?row\s(?:[^<>]*?\s)?r="([0-9]{1,7})"')
_FILLED = re.compile(
    rb"""<(?:\w{1,20}:)?c\s(?:[^<>]*?\s)?r\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})["'](?:[^<>]*[^/<>])?>(?!</)"""
)
_TYPES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_END = struct.Struct("<4s4H2LH")


def examined(data: bytes) -> str:
    """Return what a zipped file is: ``xlsx`` or ``ods``. Raises Invalid and Damaged for what is not to be read."""
    _require_small_directory(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {entry.filename for entry in archive.infolist()}
            form = _form(archive, names)
            left = MAX_UNPACKED
            for entry in archive.infolist():
                _require_plain(entry)
                left -= _examine(archive, entry, form, left)
    except zipped.DAMAGED as error:
        raise _damaged() from error
    return form


def _form(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "content.xml" in names:
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in archive.open(manifest).read(MEGABYTE):
            raise locked()
        return "ods"
    if any(name.lower().startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("word/") for name in names):
        raise Invalid(N_("This is a text document, not a spreadsheet."))
    raise Invalid(N_("This archive holds no spreadsheet."))


def _require_small_directory(data: bytes) -> None:
    """Refuse an archive whose list of entries alone would fill the memory, before it is built."""
    place = data.rfind(b"PK\x05\x06", -(_END.size + 0xFFFF))
    if place < 0 or place + _END.size > len(data):
        raise _damaged()
    entries, size = _END.unpack_from(data, place)[4:6]
    if entries > MAX_ENTRIES or size > MAX_ENTRIES * 256:
        raise Invalid(N_("This archive holds more than {most} files."), most=MAX_ENTRIES)


def _require_plain(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x41:
        raise locked()
    if entry.file_size > MAX_UNPACKED or entry.file_size > max(_RATIO_FROM, entry.compress_size * _RATIO):
        raise _bomb()


def _examine(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, form: str, left: int) -> int:
    """Look through one entry; return its true size."""
    name = entry.filename
    is_xml = name.lower().endswith((".xml", ".rels", ".vml"))
    reach = _Reach(name) if form == "xlsx" and _SHEET.fullmatch(name) else None
    size = 0
    for piece, more in _pieces(_chunks(archive, entry)):
        size += more
        if size > left:
            raise _bomb()
        if is_xml:
            _require_plain_xml(piece, name)
        if reach is not None:
            reach.see(piece)
    if reach is not None and reach.is_wide():
        reach.see_filled(piece for piece, _ in _pieces(_chunks(archive, entry)))
    if form == "ods" and name == "content.xml":
        from missionplanner.exchange.tables.opendocument import require_bounds

        require_bounds(_chunks(archive, entry))
    return size


def _pieces(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the chunks so that each ends before a tag where it can, with how many new bytes came with it."""
    rest = b""
    for chunk in chunks:
        whole = rest + chunk
        cut = whole.rfind(b"<") if len(rest) < _CHUNK else len(whole)
        cut = cut if cut > 0 else len(whole)
        rest = whole[cut:]
        yield whole[:cut], len(chunk)
    if rest:
        yield rest, 0


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _require_plain_xml(piece: bytes, name: str) -> None:
    """Refuse declared types, entities and other encodings, and texts longer than a cell may be."""
    if b"\x00" in piece or _TYPES.search(piece):
        raise Invalid(N_("This spreadsheet holds declarations that no spreadsheet needs; it is not read."))
    if _LONG.search(piece):
        raise too_long_a_cell(name.rpartition("/")[2])


class _Reach:
    """Find how far a worksheet reaches: first counting every cell it names, then only the filled ones."""

    def __init__(self, name: str) -> None:
        self.name = name.rpartition("/")[2]
        self.count = 0
        self.columns: set[bytes] = set()
        self.row = 0
        self.odd = False

    def see(self, piece: bytes) -> None:
        """Take a piece of the sheet. Raises Invalid where it holds more cells than fit."""
        self.count += piece.count(b"<c ") + piece.count(b":c ") + piece.count(b"<c>") + piece.count(b"<c/>")
        if self.count > 2 * MAX_CELLS:
            require_size(MAX_ROWS, MAX_COLUMNS, self.name)
        self.columns.update(_COLUMN.findall(piece))
        numbers = _ROW.findall(piece)
        self.row = max(self.row, *map(int, numbers), 0)
        unnumbered = piece.count(b"<row ") + piece.count(b"<row>") + piece.count(b":row") > len(numbers)
        self.odd = self.odd or unnumbered or b"r='" in piece or b"r =" in piece

    def is_wide(self) -> bool:
        """Tell whether it may reach outside of the bounds."""
        places = [place_of(one.decode("ascii") + "1") for one in self.columns]
        columns = max((place[1] + 1 for place in places if place is not None), default=0)
        rows = max(self.row, 1)
        return self.odd or rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS

    def see_filled(self, pieces: Iterator[bytes]) -> None:
        """Go through the sheet again, slower: styled empty cells do not count. Raises Invalid past the bounds."""
        rows = columns = 0
        for piece in pieces:
            for reference in _FILLED.findall(piece):
                place = place_of(reference.decode("ascii"))
                if place is not None:
                    rows, columns = max(rows, place[0] + 1), max(columns, place[1] + 1)
            require_size(rows, columns, self.name)


def locked() -> Invalid:
    """Return what a file is refused with that asks for a password."""
    return Invalid(N_("This file is locked with a password: save it without one, then choose it again."))


def _bomb() -> Invalid:
    return Invalid(N_("This file unpacks to far more than it should; it is not read."))


def _damaged() -> Damaged:
    return Damaged(N_("This file is damaged or incomplete; nothing was taken from it."))
