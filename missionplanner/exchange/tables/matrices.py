"""Read a table of everyone against everyone: who asks in the first column, whom in the first row, marks within."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.base.messages import N_, Message
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import Wish
from missionplanner.exchange.tables.drafts import Draft, Problem, Refusal, Rows
from missionplanner.exchange.tables.fields import Kind
from missionplanner.exchange.tables.headers import FURTHEST
from missionplanner.exchange.tables.sheets import Cell, Row, Sheet
from missionplanner.exchange.tables.sniffing import is_day, is_email, is_phone, is_time
from missionplanner.exchange.tables.values import words
from missionplanner.exchange.tables.values.reading import line_of, shown

_MARK = re.compile(r"[x✓✔✗✘√•●*+v]{1,3}", re.I)
_NOTHING = frozenset({"", "-", "–", "—", "/", "."})
_SUMS = frozenset(
    (
        "totale",
        "totali",
        "total",
        "totals",
        "totales",
        "totaux",
        "somma",
        "sum",
        "suma",
        "somme",
        "summe",
        "gesamt",
    )
)
"""What heads a row or column that counts the marks of the others: no company."""
_LONGEST_WORD = 24
_LEAST = 2
"""Names in the first row and column that make a table one of everyone against everyone."""
_MOSTLY = 0.8
_MOSTLY_WISHES = 0.5
"""Share of a column's cells that are wishes from which on the others of it are taken for slips, and told."""
_ALIKE = 0.4
"""Share of the names of the one side that are among the other's where both are the same companies."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Be where the names of a matrix stand: the row of those asked, the column of those who ask, by index.

    ``sure`` tells that the same names stand on both sides.
    """

    heading: int
    names: int
    columns: tuple[int, ...]
    sure: bool


def matrix_of(sheet: Sheet, heading: int | None = None, *, said: bool = False) -> Matrix | None:
    """Return the matrix a sheet holds, None where it is a list.

    ``heading`` is the row a person chose. Where somebody ``said`` that these are wishes, one column and one row of
    them are enough, slips among them or not.
    """
    rows = range(min(FURTHEST, len(sheet.rows))) if heading is None else (heading,)
    for row in rows:
        found = _headed_by(sheet, row, said)
        if found is not None:
            return found
    return None


def _headed_by(sheet: Sheet, heading: int, said: bool) -> Matrix | None:
    if not 0 <= heading < len(sheet.rows) - 1:
        return None
    below = [row for row in sheet.rows[heading + 1 :] if any(cell is not None for cell in row)]
    names = next((at for at in range(sheet.width) if _are_names([row[at] for row in below])), None)
    if names is None:
        return None
    below = [row for row in below if not _is_sum(row[names], row[names + 1 :])]
    heads = sheet.rows[heading]
    columns = tuple(
        at
        for at in range(names + 1, sheet.width)
        if _is_name(heads[at])
        and not _is_sum(heads[at], [row[at] for row in below])
        and _wished(below, at, names) >= _MOSTLY_WISHES
    )
    whole = len(columns) if said else sum(_wished(below, at, names) == 1 for at in columns)
    least = 1 if said else _LEAST
    marks = sum(not _is_empty(row[at]) for row in below for at in columns)
    if whole < least or len(below) < least or not marks:
        return None
    asked = {folded(line_of(heads[at])) for at in columns}
    asking = {folded(line_of(row[names])) for row in below if row[names] is not None}
    alike = len(asked & asking) >= _ALIKE * min(len(asked), len(asking))
    return Matrix(heading, names, columns, alike)


def _is_sum(head: Cell, cells: Sequence[Cell]) -> bool:
    """Tell whether a row or column counts the others; a company called Total has marks, not counts."""
    counts = all(_is_empty(cell) or line_of(cell).isdecimal() for cell in cells)
    return counts and folded(line_of(head)).strip(" :.") in _SUMS


def _is_name(cell: Cell) -> bool:
    is_value = isinstance(cell, str) and (is_email(cell) or is_phone(cell) or is_day(cell) or is_time(cell))
    return isinstance(cell, str) and len(cell.strip()) > 1 and not is_value


def _are_names(cells: list[Cell]) -> bool:
    """Tell whether a column names companies: texts that are no wishes and that do not come twice."""
    filled = [line_of(cell) for cell in cells if cell is not None]
    texts = [text for cell, text in zip(cells, map(line_of, cells), strict=True) if _is_name(cell) and text]
    fair = bool(filled) and len(texts) >= _MOSTLY * len(filled) and len(set(texts)) >= _MOSTLY * len(texts)
    return fair and not all(words.is_word(Wish, text) for text in texts)


def _wished(below: list[Row], column: int, names: int) -> float:
    """Return the share of a column's filled cells that are wishes, 1 where none is filled."""
    filled = [row[column] for row in below if row[names] is not None and not _is_empty(row[column])]
    return sum(wish_of(cell) is not None for cell in filled) / len(filled) if filled else 1


def _is_empty(cell: Cell) -> bool:
    return cell is None or line_of(cell) in _NOTHING


def wish_of(cell: Cell) -> Wish | None:
    """Return the wish a cell marks, None for what is none."""
    if isinstance(cell, bool):
        return Wish.WANT if cell else Wish.NO_THANKS
    text = line_of(cell)
    if _MARK.fullmatch(text):
        return Wish.NO_THANKS if text[0] in "✗✘" else Wish.WANT
    if len(text) > _LONGEST_WORD or not words.is_word(Wish, text):
        return None
    found, _ = words.member_of(Wish, text)
    return found if isinstance(found, Wish) else None


def block_of(cells: Sequence[Sequence[str]]) -> list[list[Wish | None]] | None:
    """Return the wishes of cells without any names, None where one of them is something else."""
    found = [[wish_of(cell) for cell in line] for line in cells]
    known = all(
        wish is not None or _is_empty(cell or None)
        for line, marks in zip(cells, found, strict=True)
        for cell, wish in zip(line, marks, strict=True)
    )
    return found if known and any(map(any, found)) else None


def wishes(sheet: Sheet, matrix: Matrix) -> Rows:
    """Return a draft for each wish of a matrix, row by row; a row asks, the head of a column is asked."""
    drafts: list[Draft] = []
    refused: list[Refusal] = []
    heads = {at: line_of(sheet.rows[matrix.heading][at]) for at in matrix.columns}
    for number in range(matrix.heading + 1, len(sheet.rows)):
        row = sheet.rows[number]
        name = line_of(row[matrix.names])
        if _is_sum(name, row[matrix.names + 1 :]):
            continue
        some = [at for at in matrix.columns if not _is_empty(row[at])]
        if not name and some:
            why = Message.of(N_("It is not said who asks in this row."), {})
            refused.append(Refusal(number, sheet.address(number), why))
            continue
        for at in some:
            if folded(heads[at]) == folded(name):
                continue
            drafts.append(_draft(sheet, (number, at), {"from": name, "to": heads[at]}))
    return Rows(Kind.WISHES, tuple(drafts), tuple(refused))


def _draft(sheet: Sheet, place: tuple[int, int], who: dict[str, str]) -> Draft:
    row, column = place
    cell, source = sheet.rows[row][column], sheet.address(row, column)
    wish = wish_of(cell)
    if wish is not None:
        return Draft(Kind.WISHES, row, source, {**who, "wish": wish})
    sentence = Message.of(N_("“{value}” is none of the words known here."), {"value": shown(cell)})
    problem = Problem("wish", line_of(cell), source, sentence)
    return Draft(Kind.WISHES, row, source, dict(who), (problem,))
