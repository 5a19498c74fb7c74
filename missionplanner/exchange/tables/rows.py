"""Turn the rows of a sheet into drafts: never all or nothing for one bad cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.base.messages import N_, Message
from missionplanner.domain.text import folded
from missionplanner.exchange.tables.cells import Beside, reading
from missionplanner.exchange.tables.drafts import Circumstances, Draft, Problem, Refusal, Rows
from missionplanner.exchange.tables.fields import NEEDED, Field, Kind, Sort, bare, field_of
from missionplanner.exchange.tables.finishing import finished
from missionplanner.exchange.tables.mapping import Column, Mapping
from missionplanner.exchange.tables.sheets import Cell, Row, Sheet
from missionplanner.exchange.tables.values import days, nations, numbers
from missionplanner.exchange.tables.values.reading import Value, line_of

_TOTALS = frozenset(
    {
        *("totale", "total", "totali", "totals", "gesamt", "gesamtsumme", "summe", "suma", "somme"),
        *("subtotale", "subtotal", "sous-total", "zwischensumme", "sub-total"),
        *("totale generale", "totale complessivo", "grand total", "importe total", "total general"),
    }
)
_DAY_FIRST = frozenset({"it", "es", "fr", "de"})
"""Languages that write the day before the month; English does either."""
_CARRIED = {Kind.AGENDA: ("date",), Kind.ROOMING: ("hotel",)}
"""What a list of a kind writes once, for the rows below as well."""


def rows(sheet: Sheet, mapping: Mapping, around: Circumstances) -> Rows:
    """Return a draft or a refusal for every row below the header that holds anything.

    Empty rows are skipped. A row is refused with a sentence where it repeats the header, adds up others, or
    names nothing to make a record of. A cell that cannot be read costs its own value only.
    """
    columns = _columns(sheet, mapping, around)
    drafts: list[Draft] = []
    refused: list[Refusal] = []
    carried: dict[str, Value] = {}
    headed = mapping.columns if mapping.header_row is not None else ()
    heads = {column.index: bare(column.header) for column in headed if column.header}
    for number in range(mapping.first_row, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(cell is not None for cell in row):
            continue
        day = _heading(row, mapping, around)
        if day is not None:
            carried["date"] = day
            continue
        why = _refused(row, heads)
        draft = _draft(sheet, number, (mapping, columns, around), carried) if why is None else None
        if draft is not None and why is None:
            why = _unnamed(draft)
        if why is not None or draft is None:
            refused.append(Refusal(number, sheet.address(number), why or Message.of(_EMPTY, {})))
            continue
        carried.update({key: draft.values[key] for key in _CARRIED.get(mapping.kind, ()) if key in draft.values})
        drafts.append(draft)
    return Rows(mapping.kind, tuple(drafts), tuple(refused))


_EMPTY = N_("This row names nothing to add.")


def _columns(sheet: Sheet, mapping: Mapping, around: Circumstances) -> list[tuple[Column, Field, Beside]]:
    """Return the columns that are read, each with what its cells tell of one another."""
    known = [(column, field_of(mapping.kind, column.field or "")) for column in mapping.columns]
    read = [(column, one) for column, one in known if one is not None and column.index < sheet.width]
    cells = {c.index: [row[c.index] for row in sheet.rows[mapping.first_row :]] for c, _ in read}
    of_days = [cell for column, one in read if one.sort is Sort.DAY for cell in cells[column.index]]
    common = days.month_first(of_days, around.calendar)
    found = []
    for column, one in read:
        order, mark = (False, False), None
        if one.sort is Sort.DAY:
            order = days.month_first(cells[column.index], around.calendar)
            order = order if order[1] else common
            if not order[1] and (column.language or next(iter(around.languages), "")) in _DAY_FIRST:
                order = (False, True)
        elif one.sort is Sort.AMOUNT:
            mark = numbers.decimal_mark(cells[column.index])
        found.append((column, one, Beside(around.home_country, around.calendar, order, mark)))
    return found


def _heading(row: Row, mapping: Mapping, around: Circumstances) -> dt.date | None:
    """Return the day of a row that heads the rows below with nothing but a day, in a programme."""
    filled = [cell for cell in row if cell is not None]
    if mapping.kind is not Kind.AGENDA or len(set(filled)) != 1:
        return None
    value = days.day(filled[0], around.calendar).value
    return value if isinstance(value, dt.date) else None


def _refused(row: Row, heads: dict[int, str]) -> Message | None:
    """Return why a row is none of the list: the header again, or a total."""
    texts = [(index, cell) for index, cell in enumerate(row) if isinstance(cell, str)]
    if any(heads.get(index) == bare(cell) for index, cell in texts[:2]):
        same = sum(heads.get(index) == bare(cell) for index, cell in texts)
        if same * 10 >= 7 * sum(cell is not None for cell in row):
            return Message.of(N_("This row repeats the header."), {})
    if texts and len(texts) <= 2 and folded(texts[0][1]).strip(" :.") in _TOTALS:
        return Message.of(N_("This row adds up others."), {})
    return None


def _unnamed(draft: Draft) -> Message | None:
    lacking = [group for group in NEEDED[draft.kind] if not any(key in draft.values for key in group)]
    return Message.of(_EMPTY, {}) if lacking else None


def _draft(
    sheet: Sheet,
    number: int,
    how: tuple[Mapping, list[tuple[Column, Field, Beside]], Circumstances],
    carried: dict[str, Value],
) -> Draft:
    mapping, columns, around = how
    row = sheet.rows[number]
    country = _country(row, mapping) or around.home_country
    values: dict[str, Value] = dict(carried)
    problems: list[Problem] = []
    unsure: dict[str, None] = {}
    raw: dict[str, Cell] = {}
    for column, one, beside in columns:
        cell = row[column.index]
        if cell is None:
            continue
        raw[one.key] = cell
        if one.sort is Sort.SPAN:
            continue
        read = reading(cell, one, Beside(country, beside.calendar, beside.order, beside.mark))
        if read.problem is not None:
            source = sheet.address(number, column.index)
            problems.append(Problem(one.key, line_of(cell), source, read.problem))
        if read.value is not None:
            values[one.key] = read.value
        if read.doubtful:
            unsure[one.key] = None
    headers = {column.field: column.header for column in mapping.columns if column.field}
    finished(mapping.kind, values, unsure, (raw, headers, country, around))
    problems += _added(mapping.kind, raw, values, (sheet, number, mapping))
    sure = [column.confidence for column, one, _ in columns if one.key in raw]
    confidence = round(sum(sure) / len(sure), 2) if sure else 0.0
    return Draft(mapping.kind, number, sheet.address(number), values, tuple(problems), tuple(unsure), confidence)


def _added(
    kind: Kind, raw: dict[str, Cell], values: dict[str, Value], where: tuple[Sheet, int, Mapping]
) -> Iterator[Problem]:
    """Yield what only a whole row shows: a time that cannot be read, an end before its start."""
    sheet, number, mapping = where
    column = mapping.column_of("span")
    if "span" in raw and column is not None and "start" not in values and "part_of_day" not in values:
        problem = days.span(raw["span"])[0].problem
        if problem is not None:
            yield Problem("span", line_of(raw["span"]), sheet.address(number, column.index), problem)
    start, end = values.get("from_day"), values.get("to_day")
    last = mapping.column_of("to_day")
    if isinstance(start, dt.date) and isinstance(end, dt.date) and end < start and last is not None:
        sentence = Message.of(N_("The day of leaving is before the day of arrival."), {})
        yield Problem("to_day", line_of(raw.get("to_day")), sheet.address(number, last.index), sentence)


def _country(row: Row, mapping: Mapping) -> str | None:
    """Return the country of a row, read first because phones are read in it."""
    column = mapping.column_of("country")
    if column is None or column.index >= len(row):
        return None
    return nations.country_code(line_of(row[column.index]))
