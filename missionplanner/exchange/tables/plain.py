"""Read plain texts of tables: CSV, TSV and what people paste. Encoding and separator are guessed, and told."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Literal

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.tables.sheets import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Book,
    Cell,
    Sheet,
    even,
)
from missionplanner.exchange.tables.workbooks import text_cell

SEPARATORS = (";", "\t", ",", "|")
QUOTED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
"""What a careful writer puts before a text that a spreadsheet would run as a formula (RELIABILITY §2)."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LETTERS = {
    "cp1252": "àèéìòùÀÈÉñÑçÇäöüÄÖÜßáíóúâêîôûëïœ’‘“”–…€°ªº«»åøæÅØÆãõ¡",
    "cp1250": "ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎŘŠŤŽőűŐŰăâîşţ",
    "mac_roman": "àèéìòùñçäöüß’“”–…€áíóúâêîôû",
    "cp850": "àèéìòùñçäöüßáíóúâêîôû",
}
"""Eight-bit encodings files come in, with the letters that speak for each."""


def read_plain(data: bytes, name: str, encoding: str | None = None, separator: str | None = None) -> Book:
    """Return the table of a plain text; what a person chose is not guessed. Raises Invalid for what is no text."""
    if encoding is None:
        text, found = decoded(data)
    else:
        text, found = data.decode(encoding, "replace"), encoding
    return table_of(text, name, found, separator)


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of some bytes and the encoding they were in. Raises Invalid for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    encoding = _wide(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        cut_off = error.end >= len(data) - 3 and error.reason == "unexpected end of data"
        encoding = "utf-8" if cut_off or _mostly_utf8(data) else _narrow(data)
        text = data.decode(encoding, "replace")
    if len(_BINARY.findall(text[:_SAMPLE])) > max(2, len(text[:_SAMPLE]) // 200):
        raise Invalid(N_("This file is neither a spreadsheet nor a plain text."))
    return text, encoding


def _wide(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every second byte of Latin text is zero."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) < len(sample) // 4:
        return None
    first, second = sample[::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if second > 4 * first else "utf-16-be" if first > 4 * second else None


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether a text is UTF-8 with a few bytes of something else pasted in."""
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    wrong = sample.decode("utf-8", "replace").count("\ufffd")
    return high > 0 and wrong * 10 < high


def _narrow(data: bytes) -> str:
    """Return the eight-bit encoding whose letters a text seems to be written with."""
    high = bytes(byte for byte in data[:_SAMPLE] if byte > 127)

    def fit(encoding: str) -> int:
        counted = Counter(high.decode(encoding, "replace"))
        return sum(many if letter in _LETTERS[encoding] else -many for letter, many in counted.items())

    return max(_LETTERS, key=fit)


def table_of(text: str, name: str, encoding: str | None = None, separator: str | None = None) -> Book:
    """Return the table of a text: lines of cells parted by the separator that fits best."""
    text = text.removeprefix("\ufeff")
    told = _SEP_LINE.match(text)
    if told is not None:
        text = text[told.end() :]
    separator = separator or (told[1] if told is not None else separator_of(text))
    rows = even(_rows(text, separator), name)
    return Book("csv" if encoding else "text", (Sheet(name, rows),), encoding, separator)


def separator_of(text: str) -> str:
    """Return the separator that parts most lines into equally many cells, more than one."""
    csv.field_size_limit(MAX_BYTES)
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:60]
    best, separator = 0.0, ","
    for one in SEPARATORS:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=one) if len(row) > 1)
        if counts:
            width, many = max(counts.items(), key=lambda pair: (pair[1] * min(pair[0], 4), pair[0]))
            score = many / len(lines) + min(width, 20) / 100 + (0.2 if one == "\t" else 0)
            if score > best:
                best, separator = score, one
    return separator


def _rows(text: str, separator: str) -> Iterator[list[Cell]]:
    """Yield the rows; a quotation mark that is never closed is read as a mark."""
    marks = True
    csv.field_size_limit(MAX_BYTES)  # cells are measured one by one
    try:
        for _ in islice(csv.reader(_lines(text), delimiter=separator, strict=True), MAX_ROWS):
            continue
    except csv.Error:
        marks = not _unclosed(text, separator)
    try:
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if marks else csv.QUOTE_NONE
        for row in csv.reader(_lines(text), delimiter=separator, quoting=quoting):
            if len(row) > MAX_COLUMNS * 50:
                row = row[: MAX_COLUMNS + 1]
            yield [_cell(one) for one in row]
    except csv.Error as error:
        raise Invalid(N_("A cell of this table has more than {most} characters."), most=MAX_CELL) from error


def _unclosed(text: str, separator: str) -> bool:
    """Tell whether reading with quotation marks would swallow lines."""
    try:
        for row in csv.reader(_lines(text), delimiter=separator):
            if any(one.count("\n") > 40 for one in row):
                return True
    except csv.Error:
        return True
    return False


def _lines(text: str) -> Iterator[str]:
    return iter(StringIO(text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")))


def _cell(text: str) -> Cell:
    return text_cell(unquoted(text), "CSV")


def unquoted(text: str) -> str:
    """Take off the quotation mark that kept a text from being run as a formula."""
    return text[1:] if QUOTED.match(text) else text
