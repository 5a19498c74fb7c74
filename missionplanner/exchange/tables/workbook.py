"""Write workbooks people can go on working with: every text a text, days and numbers typed, ready to print.

Equal listings give equal bytes: the archive carries no time and no machine.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

from missionplanner.exchange.tables.listings import Heading, Listing, Shown, written
from missionplanner.exchange.tables.sheets import letters_of

LISTS = "_lists"
"""The hidden sheet that holds what drop-downs offer."""
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_THEN = b"2000-01-01T00:00:00Z"
_DAY, _MOMENT, _TIME = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm"
_NARROWEST, _WIDEST = 8, 48
_MEASURED = 300
"""Rows that widths are measured on."""
_LINE, _TALLEST = 15.0, 400.0
"""Points of a line of a cell, and of the tallest row spreadsheets have."""
_HEAD_COLOUR = "FF1F3A5F"


def xlsx(listings: Sequence[Listing]) -> bytes:
    """Return a workbook of some listings, at least one of them to be seen."""
    from defusedxml import DefusedXmlException  # openpyxl reads and writes with it where it is installed
    from openpyxl import DEFUSEDXML, Workbook

    assert DEFUSEDXML and DefusedXmlException is not None
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "Mission Planner"
    names: set[str] = set()
    offered: list[tuple[str, ...]] = []
    for listing in listings:
        sheet = workbook.create_sheet(_sheet_name(listing.name, names))
        _fill(sheet, listing)
        _offer(sheet, listing, offered)
        if listing.hidden:
            sheet.sheet_state = "veryHidden"
        else:
            _dress(sheet, listing)
    if offered:
        add_lists(workbook, offered)
    buffer = BytesIO()
    workbook.save(buffer)
    workbook.close()
    return timeless(buffer.getvalue())


def put(cell: Any, value: Shown, decimals: int | None = None) -> None:
    """Put a value into a cell: a text stays a text, whatever it begins with."""
    from openpyxl.styles import Alignment

    content = written(value)
    if content is None:
        return
    if isinstance(content, str):
        cell.value = _ESCAPE.sub("_x005F_", content)
        cell.data_type = "s"
        if content[0] in "=+-@'":
            cell.quotePrefix = True
        if "\n" in content or len(content) > _WIDEST:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cell.value = content
    if isinstance(content, dt.datetime):
        cell.number_format = _MOMENT
    elif isinstance(content, dt.date):
        cell.number_format = _DAY
    elif isinstance(content, dt.time):
        cell.number_format = _TIME
    elif isinstance(value, Decimal) or decimals is not None:
        cell.number_format = "#,##0" + (f".{'0' * (2 if decimals is None else decimals)}" if decimals != 0 else "")


def _fill(sheet: Any, listing: Listing) -> None:
    for column, heading in enumerate(listing.headings, 1):
        put(sheet.cell(1, column), heading.title)
    for number, row in enumerate(listing.rows, 2):
        for column, value in enumerate(row, 1):
            if value is not None:
                decimals = listing.headings[column - 1].decimals if column <= len(listing.headings) else None
                put(sheet.cell(number, column), value, decimals)


def _dress(sheet: Any, listing: Listing) -> None:
    """Style the header, freeze it, filter by it, and set the page up: landscape, as wide as the paper."""
    from openpyxl.styles import Alignment, Font, PatternFill

    last = letters_of(max(len(listing.headings), 1) - 1)
    widths = [_width(heading, listing, column) for column, heading in enumerate(listing.headings)]
    _heighten(sheet, listing, widths)
    for column, width in enumerate(widths):
        sheet.column_dimensions[letters_of(column)].width = width
    for column in range(len(listing.headings)):
        cell = sheet.cell(1, column + 1)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", start_color=_HEAD_COLOUR)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(listing.rows) + 1}"
    sheet.print_title_rows = "1:1"
    set_up_page(sheet, landscape=True)


def _heighten(sheet: Any, listing: Listing, widths: Sequence[float]) -> None:
    """Give rows of long texts their height, which not every program works out, and all their cells one top."""
    from openpyxl.styles import Alignment

    for number, row in enumerate(listing.rows, 2):
        pairs = zip(row, widths, strict=False)
        lines = max((_lines(str(written(one)), width) for one, width in pairs if _is_wrapped(one)), default=0)
        if not lines:
            continue
        sheet.row_dimensions[number].height = min(_TALLEST, _LINE * lines)
        for column in range(1, len(row) + 1):
            cell = sheet.cell(number, column)
            if not cell.alignment.wrap_text:
                cell.alignment = Alignment(vertical="top")


def _lines(text: str, width: float) -> int:
    """Return in how many lines a text stands in a cell of a width in characters, words not parted."""
    return sum(max(1, ceil(len(part) / max(4.0, width))) for part in text.split("\n"))


def _is_wrapped(value: Shown) -> bool:
    content = written(value)
    return isinstance(content, str) and ("\n" in content or len(content) > _WIDEST)


def set_up_page(sheet: Any, *, landscape: bool) -> None:
    """Print on A4, as wide as the paper, pages numbered."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "&P / &N"


def _width(heading: Heading, listing: Listing, column: int) -> float:
    if heading.width is not None:
        return heading.width
    lengths = [len(heading.title) + 3]
    for row in listing.rows[:_MEASURED]:
        content = written(row[column]) if column < len(row) else None
        lengths.append(12 if isinstance(content, dt.date) else max(map(len, str(content or "").split("\n"))) + 2)
    return float(min(max(*lengths, _NARROWEST), _WIDEST))


def _offer(sheet: Any, listing: Listing, offered: list[tuple[str, ...]]) -> None:
    for column, heading in enumerate(listing.headings):
        if heading.choices:
            last = max(len(listing.rows) + 1, 200)
            offer(sheet, f"{letters_of(column)}2:{letters_of(column)}{last}", heading.choices, offered)


def offer(sheet: Any, cells: str, choices: tuple[str, ...], offered: list[tuple[str, ...]]) -> None:
    """Give some cells a drop-down; other words stay possible. ``offered`` gathers the lists of the workbook."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if choices not in offered:
        offered.append(choices)
    letters = letters_of(offered.index(choices))
    formula = f"'{LISTS}'!${letters}$1:${letters}${len(choices)}"
    validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    validation.add(cells)
    sheet.add_data_validation(validation)


def add_lists(workbook: Any, offered: list[tuple[str, ...]]) -> None:
    """Add the hidden sheet of what drop-downs offer."""
    sheet = workbook.create_sheet(LISTS)
    sheet.sheet_state = "veryHidden"
    for column, choices in enumerate(offered, 1):
        for row, choice in enumerate(choices, 1):
            put(sheet.cell(row, column), choice)


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name a sheet may have: 31 characters, none of those spreadsheets forbid, not used before."""
    bare = " ".join(_NO_NAME.sub(" ", name).split()).strip("'")[:31] or "1"
    made, number = bare, 2
    while made.lower() in taken:
        made = f"{bare[:27]} {number}"
        number += 1
    taken.add(made.lower())
    return made


def timeless(data: bytes) -> bytes:
    """Return a workbook packed again without the time and the machine it was made on."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _THEN + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, content)
    return buffer.getvalue()
