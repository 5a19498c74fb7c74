"""Read a programme together with its text, line by line, so that both can be shown beside each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from missionplanner.exchange.opened.opening import opened_text
from missionplanner.exchange.opened.sheet import Grid, Sheet, Source
from missionplanner.exchange.programme_text.found import Programme
from missionplanner.exchange.programme_text.reading import opened, told

_BETWEEN = " │ "


@dataclass(frozen=True, slots=True)
class Shown:
    """Be a programme and the lines of its file; a row of a table is one line. ``places`` say which each is."""

    programme: Programme
    lines: tuple[str, ...]
    places: tuple[tuple[int | None, ...], ...]

    def line_of(self, source: Source) -> int | None:
        """Return the number of the line a source stands on, counted from 0; None where it is not shown."""
        place = _place(source)
        return self.places.index(place) if place in self.places else None


def show(
    data: bytes,
    name: str,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    language: str | None = None,
    today: dt.date | None = None,
) -> Shown:
    """Return what a file holds of a programme, with its text; see ``reading.read``. Raises Invalid."""
    return _shown(opened(data, name), start, end, language, today)


def show_text(
    data: bytes,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    language: str | None = None,
    today: dt.date | None = None,
) -> Shown:
    """Return what a pasted text in UTF-8 holds of a programme, with the text. Raises Invalid."""
    return _shown(opened_text(data.decode("utf-8", "replace")), start, end, language, today)


def _shown(
    sheet: Sheet, start: dt.date | None, end: dt.date | None, language: str | None, today: dt.date | None
) -> Shown:
    lines: list[str] = []
    places: list[tuple[int | None, ...]] = []
    for block in sheet.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                texts = dict.fromkeys(id(cell) for cell in row)
                own = {id(cell): cell for cell in row}
                lines.append(_BETWEEN.join(" ".join(own[one].text.split()) for one in texts))
                places.append(_place(row[0].source) if row else ())
        else:
            lines.append(block.text)
            places.append(_place(block.source))
    return Shown(told(sheet, start, end, language, today), tuple(lines), tuple(places))


def _place(source: Source) -> tuple[int | None, ...]:
    return (source.page, source.table, source.row if source.table is not None else source.line)
