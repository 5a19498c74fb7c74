"""Write programmes and itineraries for Word: days as headings, what happens as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from missionplanner.documents.content.dates import full_day
from missionplanner.documents.content.values import (
    Day,
    ItineraryContent,
    Listing,
    Pair,
    Parallel,
    ProgrammeContent,
    Row,
)
from missionplanner.documents.word.sheet import WordSheet

TIME, WHAT = 22.0, 78.0
"""Shares of the width."""


def write_programme(sheet: WordSheet, content: ProgrammeContent) -> None:
    """Write a programme: title, facts, days, delegation, hosts."""
    frame = content.frame
    _title(sheet, frame.title.text, (frame.kind, frame.dates, content.for_whom))
    for said in (frame.theme, frame.summary):
        if said:
            sheet.paragraph(said)
    for one in frame.organisers:
        sheet.labelled(sheet.document.add_paragraph(), one.role, one.name)
    sheet.facts(content.facts)
    _days(sheet, content.days)
    for listing in content.listings:
        _listing(sheet, listing)


def write_itinerary(sheet: WordSheet, content: ItineraryContent) -> None:
    """Write an itinerary: whose it is, facts, days."""
    _title(sheet, content.name, (content.native_name, content.role, *content.frame.headings))
    sheet.facts((*content.facts, *content.groups))
    _days(sheet, content.days)


def _title(sheet: WordSheet, title: str, lines: Iterable[str]) -> None:
    sheet.logos()
    sheet.heading(title, 0)
    for line in lines:
        if line:
            sheet.paragraph(line, style="Subtitle")


def _days(sheet: WordSheet, days: Iterable[Day]) -> None:
    empty = True
    for day in days:
        empty = False
        about = " · ".join(part for part in (day.about, " – ".join(day.route)) if part)
        sheet.heading(full_day(day.date, sheet.frame.language), 1, about)
        pairs = any(isinstance(one, Pair) for one in day.entries)
        table = sheet.table((TIME, WHAT / 2, WHAT / 2) if pairs else (TIME, WHAT))
        for entry in day.entries:
            _entry(sheet, table, entry)
    if empty:
        sheet.paragraph(sheet.t("Nothing is planned yet."))


def _entry(sheet: WordSheet, table: Any, entry: Row | Parallel | Pair) -> None:
    if isinstance(entry, Parallel):
        for track in entry.tracks:
            cells = sheet.row(table)
            whole = cells[0].merge(cells[-1])
            sheet.run(sheet.line(whole), track.name, bold=True)
            for row in track.rows:
                _row(sheet, table, (row,))
    elif isinstance(entry, Pair):
        _row(sheet, table, (entry.first, entry.second))
    else:
        _row(sheet, table, (entry,))


def _row(sheet: WordSheet, table: Any, rows: tuple[Row, ...]) -> None:
    cells = sheet.row(table)
    when = rows[0].when.spoken
    if when:
        sheet.run(sheet.line(cells[0]), when, bold=True)
    if rows[0].kind_word:
        sheet.run(sheet.line(cells[0]), rows[0].kind_word, quiet=True)
    for cell, row in zip(cells[1:], rows, strict=False):
        _told(sheet, cell, row)


def _told(sheet: WordSheet, cell: Any, row: Row) -> None:
    """Write what a row tells, in the order paper does."""
    title = sheet.line(cell)
    sheet.run(title, row.title, bold=True, struck=row.cancelled)
    if row.mark:
        sheet.run(title, f" ({row.mark})", quiet=True)
    for text in (row.place, row.zones):
        if text:
            sheet.run(sheet.line(cell), text)
    for fact in row.meta:
        text = " · ".join(part for part in (fact.value, fact.detail) if part)
        sheet.labelled(sheet.line(cell), fact.label, text)
    for note in row.notes:
        sheet.run(sheet.line(cell), note)
    for detail in (*row.details, *row.practical):
        sheet.labelled(sheet.line(cell), detail.label, detail.text)
    for one in row.lines:
        text = " · ".join(part for part in (one.time, one.name, one.about, one.table) if part)
        sheet.run(sheet.line(cell), text, bold=one.mine)


def _listing(sheet: WordSheet, listing: Listing) -> None:
    sheet.heading(listing.title, 1, listing.count)
    table = sheet.table((100,))
    for entry in listing.entries:
        (cell,) = sheet.row(table)
        name = sheet.line(cell)
        sheet.run(name, entry.name, bold=True)
        if entry.native:
            sheet.run(name, f" {entry.native}")
        for text in (entry.role, *entry.lines):
            if text:
                sheet.run(sheet.line(cell), text)
