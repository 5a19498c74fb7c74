"""Write tables as CSV, and say where XLSX and CSV go: aside first, then in place."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path

from missionplanner.base import atomic_files
from missionplanner.exchange.tables.listings import Listing, Shown, written

_RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""Beginnings that a spreadsheet runs, or that ours would take for such a one quoted."""


def write_xlsx(path: Path, listings: Sequence[Listing], *, force: bool = False) -> None:
    """Write a workbook. Raises Occupied and NotWritten as every export does."""
    from missionplanner.exchange.tables.workbook import xlsx

    atomic_files.write(path, xlsx(listings), force=force)


def write_csv(path: Path, listing: Listing, *, separator: str = ";", force: bool = False) -> None:
    """Write a table as CSV. Raises Occupied and NotWritten as every export does."""
    atomic_files.write(path, csv_bytes(listing, separator=separator), force=force)


def csv_bytes(listing: Listing, *, separator: str = ";") -> bytes:
    """Return a table as CSV in UTF-8 with a mark, as spreadsheets expect it.

    Days are ISO, decimals have a comma beside semicolons. A text that a spreadsheet would run is quoted with
    ``'``, which reading takes off again.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    writer.writerow([quoted(heading.title) for heading in listing.headings])
    for row in listing.rows:
        writer.writerow([_cell(value, separator) for value in row])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def quoted(text: str) -> str:
    """Put a quotation mark before a text that a spreadsheet would run as a formula."""
    return f"'{text}" if _RUN.match(text) else text


def _cell(value: Shown, separator: str) -> str:
    cell = written(value)
    if cell is None:
        return ""
    if isinstance(cell, str):
        return quoted(cell)
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        text = format(value, "f") if isinstance(value, Decimal) else repr(cell)
        return text.replace(".", ",") if separator == ";" and "e" not in text else text
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "seconds")
    return (
        cell.isoformat("minutes" if not cell.second else "seconds")
        if isinstance(cell, dt.time)
        else cell.isoformat()
    )
