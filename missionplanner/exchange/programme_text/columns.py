"""Make tables of lines whose pieces stand beneath the words of a head, as on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from missionplanner.exchange.opened.sheet import Cell, Grid, Line, Source, wide
from missionplanner.exchange.programme_text.details import label_at
from missionplanner.exchange.programme_text.headings import heading_of
from missionplanner.exchange.programme_text.roles import Role, role_of

_LEAST = 2
_TOLERANCE = 0.25
"""How far before a column, in widths of the narrowest, a piece may begin that belongs to it."""


def aligned(blocks: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """Yield the blocks with the lines beneath a head of columns as tables."""
    open_table: _Table | None = None
    for block in blocks:
        if open_table is not None and isinstance(block, Line) and open_table.takes(block):
            continue
        if open_table is not None:
            yield from open_table.finished()
            open_table = None
        if isinstance(block, Line) and _is_head(block):
            open_table = _Table(block)
        else:
            yield block
    if open_table is not None:
        yield from open_table.finished()


def _is_head(line: Line) -> bool:
    if len(line.pieces) < _LEAST:
        return False
    roles = [role_of(text) for _, text in line.pieces]
    known = [role for role in roles if role is not None]
    return (
        len(line.pieces) >= _LEAST and len(known) == len(roles) and Role.TIME in known and Role.ACTIVITY in known
    )


class _Table:
    """Be the lines beneath a head as rows: one begins where something stands in the first column."""

    def __init__(self, head: Line) -> None:
        self._starts = [place for place, _ in head.pieces]
        gaps = [after - before for before, after in zip(self._starts, self._starts[1:], strict=False)]
        self._tolerance = _TOLERANCE * min(gaps)
        self._times = next(place for place, (_, text) in enumerate(head.pieces) if role_of(text) is Role.TIME)
        self._rows: list[list[Cell]] = [
            [Cell(text, self._source(head, n)) for n, (_, text) in enumerate(head.pieces)]
        ]
        self._blank: Line | None = None

    def takes(self, line: Line) -> bool:
        """Take a line that belongs to the table, and tell whether it did."""
        if not line.pieces:
            self._blank = line
            return True
        if len(line.pieces) == 1 and heading_of(line.text) is not None:
            cell = Cell(line.text.strip(), self._source(line, 0))
            self._rows.append([cell] * len(self._starts))
            return True
        if _is_head(line):
            return [role_of(text) for _, text in line.pieces] == [role_of(cell.text) for cell in self._rows[0]]
        cells = self._placed(line)
        if cells is None:
            return False
        if cells[self._times] and not self._goes_on():
            self._rows.append([Cell(text, self._source(line, number)) for number, text in enumerate(cells)])
        else:
            self._append(cells)
        self._blank = None
        return True

    def finished(self) -> Iterator[Grid]:
        """Yield the table."""
        yield wide(self._rows)

    def _source(self, line: Line, column: int) -> Source:
        return replace(line.source, column=column + 1)

    def _placed(self, line: Line) -> list[str] | None:
        """Return the pieces of a line by column, None for a line that runs across them."""
        cells = [""] * len(self._starts)
        for place, text in line.pieces:
            fitting = [n for n, start in enumerate(self._starts) if start <= place + self._tolerance]
            column = fitting[-1] if fitting else 0
            cells[column] = f"{cells[column]} {text}".strip()
        return None if self._strange(line, cells) else cells

    def _strange(self, line: Line, cells: Sequence[str]) -> bool:
        """Tell whether a line is a sentence: alone, where times stand, and none; or loose beneath a blank."""
        from missionplanner.exchange.programme_text.clocks import moment_at
        from missionplanner.exchange.programme_text.plain import plain

        times = cells[self._times]
        if times and moment_at(plain(times), loose=True) is None and not self._goes_on():
            return len(line.pieces) == 1 or len(times) > 24
        return not times and (self._blank is not None or len(self._rows) == 1)

    def _goes_on(self) -> bool:
        return self._rows[-1][self._times].text.rstrip().endswith(("-", "–", "—"))

    def _append(self, cells: Sequence[str]) -> None:
        row = self._rows[-1]
        for number, text in enumerate(cells):
            if text:
                between = "\n" if label_at(text) is not None else " "
                joined = f"{row[number].text}{between}{text}".strip()
                row[number] = Cell(joined, replace(row[number].source, text=joined))
