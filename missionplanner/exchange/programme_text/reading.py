"""Read a programme as people send it: bytes and a file's name, or a text, to what it holds."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.exchange.opened import opening
from missionplanner.exchange.opened.sheet import Grid, Line, Sheet
from missionplanner.exchange.programme_text.columns import aligned
from missionplanner.exchange.programme_text.dating import Around, reckon
from missionplanner.exchange.programme_text.days import Said, days_in, range_in
from missionplanner.exchange.programme_text.found import Entry, Programme
from missionplanner.exchange.programme_text.furniture import NO_WORDS, is_version
from missionplanner.exchange.programme_text.gathering import Draft, Gathering
from missionplanner.exchange.programme_text.kinds import begins_item, kind_of
from missionplanner.exchange.programme_text.language import language_of
from missionplanner.exchange.programme_text.letters import programme_of
from missionplanner.exchange.programme_text.lines import LineReader
from missionplanner.exchange.programme_text.plain import plain, words_of
from missionplanner.exchange.programme_text.rows import read_grid
from missionplanner.exchange.programme_text.weighing import entry_of, out_of_order, warnings_of

ENDINGS = (".docx", ".txt", ".text", ".md", ".eml", ".pdf", ".html", ".htm", ".tsv")
"""Endings of the names of files that are read."""

_TOWN_WORDS = 3
_HEADING = 300
"""Characters of a line within which a day is looked for."""
_FULL_YEAR = re.compile(r"(?:19|20)\d\d|[/.-]\d\d(?!\d)")
_APART = re.compile(r"[/:;]|\s[-–—]\s")


def read(
    data: bytes,
    name: str,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    language: str | None = None,
    today: dt.date | None = None,
) -> Programme:
    """Return what a file holds of a programme.

    ``start`` and ``end`` are the days of the mission where it has some: they settle years, months and bare
    weekdays. ``language`` overrides the one the words tell. ``today`` is only for guessing a year. Raises Invalid,
    with one sentence, for a file that is empty, too large, damaged, scanned, or no document.
    """
    return told(opened(data, name), start, end, language, today)


def read_text(
    text: str,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    language: str | None = None,
    today: dt.date | None = None,
) -> Programme:
    """Return what a pasted text or HTML table holds of a programme; see ``read``. Raises Invalid."""
    return told(opening.opened_text(text), start, end, language, today)


def opened(data: bytes, name: str) -> Sheet:
    """Return a file as lines and tables. Raises Invalid as ``read`` does."""
    return opening.opened(data, name, programme_of)


def told(
    sheet: Sheet, start: dt.date | None, end: dt.date | None, language: str | None, today: dt.date | None
) -> Programme:
    """Return what lines and tables hold of a programme."""
    found = Gathering()
    reader = LineReader(found)
    for block in aligned(sheet.blocks):
        if isinstance(block, Grid):
            read_grid(block, found)
            reader.follow(found.day)
        else:
            reader.read(block)
    around = Around(start, end, _named(sheet), sheet.written, today or dt.date.today())
    reckoned = reckon([mention.said for mention in found.mentions], around)
    spoken = language or language_of(_texts(sheet))
    entries: list[Entry] = []
    positions: Counter[dt.date | None] = Counter()
    for draft in _drafts(found):
        day = reckoned[draft.day] if draft.day is not None else None
        entry = entry_of(
            draft, day, positions[day.date if day is not None else None], passing=_in_passing(found, draft)
        )
        if entry is None:
            found.refuse(draft.source, NO_WORDS)
            continue
        positions[entry.date] += 1
        town = _town(found.mentions[draft.day].words) if draft.day is not None else None
        entries.append(replace(entry, city=town) if town is not None else entry)
    warnings = [*warnings_of(found.mentions, reckoned), *out_of_order(entries)]
    title = next((words_of(line) for line in found.preamble if words_of(line)), None)
    return Programme(title, spoken, tuple(entries), tuple(found.refused), tuple(warnings))


def _in_passing(found: Gathering, draft: Draft) -> bool:
    return draft.day is not None and found.mentions[draft.day].passing


def _named(sheet: Sheet) -> list[Said]:
    """Return the days a file names in full, ranges and days of its headings before versions and deadlines."""
    lines = [block for block in sheet.blocks if isinstance(block, Line)]
    ranges: list[Said] = []
    days: list[Said] = []
    late: list[Said] = []
    for line in lines:
        folded = plain(line.text[:_HEADING])
        if _FULL_YEAR.search(folded) is None:
            continue
        span = range_in(folded)
        if span is not None:
            ranges += span
        (late if is_version(line.text) else days).extend(days_in(folded))
    return [one for one in (*ranges, *days, *late) if one.year is not None]


def _texts(sheet: Sheet) -> list[str]:
    lines = [block.text for block in sheet.blocks if isinstance(block, Line)]
    cells = [cell.text for block in sheet.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    return [*cells, *lines]


def _drafts(found: Gathering) -> Iterator[Draft]:
    """Yield the drafts that are items, and the title of a day that has no other."""
    by_day: dict[int | None, list[Draft]] = {}
    for draft in found.drafts:
        if not draft.parts:
            by_day.setdefault(draft.day, []).append(draft)
    yield from by_day.get(None, [])
    for number, mention in enumerate(found.mentions):
        own = by_day.get(number, [])
        if not own and mention.words:
            own = [Draft(mention.source, number, mention.words, weak=True)]
        yield from own


def _town(words: str) -> str | None:
    """Return the town a day's title is, as in ``Tuesday 18 March – Eindhoven``."""
    parts = words.split()
    short = 1 <= len(parts) <= _TOWN_WORDS and words[:1].isupper() and not any(one.isdigit() for one in words)
    return (
        words
        if short and kind_of(words) is ItemKind.OTHER and not begins_item(words) and not _APART.search(words)
        else None
    )
