"""Keep what a block of a document told, so that a later copy can say what is different; nothing of its layout."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from missionplanner.documents.content.sheets import (
    Card,
    Question,
    RowLike,
    Seating,
    Sheets,
    Sitting,
    Table,
    rows_of,
)
from missionplanner.documents.content.values import Day, Fact, Frame, Row

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """Be what a block told: of a row its day (ISO), hours, place; labelled lines; meetings with hour and table.

    ``rest`` is what needs no words of its own: notes, clocks of other zones.
    """

    title: str = ""
    day: str = ""
    when: str = ""
    place: str = ""
    mark: str = ""
    cancelled: bool = False
    facts: tuple[Pair, ...] = ()
    lines: tuple[tuple[str, str, str, str], ...] = ()
    """Time, name, table and what about, of meetings and pitches."""
    rest: str = ""


_USUAL = Told()
_NAMES = tuple(one.name for one in fields(Told))


def written(told: Told) -> str:
    """Return what was told as JSON, the same for the same; what is empty is left out."""
    values = {name: getattr(told, name) for name in _NAMES if getattr(told, name)}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read(text: str | None) -> Told | None:
    """Return what ``written`` wrote, None for what nobody kept or understands."""
    try:
        values: Any = json.loads(text or "null")
        if not values or not isinstance(values, dict):
            return None
        kept = {name: values[name] for name in _NAMES if name in values}
        for name, size in (("facts", 2), ("lines", 4)):
            kept[name] = tuple(tuple(map(str, one)) for one in kept.get(name, ()) if len(one) == size)
        return Told(**kept)
    except (ValueError, TypeError, AttributeError):
        return None


def of_row(day: Day, row: Row) -> Told:
    """Return what a row of an agenda tells."""
    labelled = [(one.label, one.value) for one in row.meta]
    labelled += [(one.label, one.text) for one in (*row.details, *row.practical)]
    notes = [said.text for said in row.notes]
    return Told(
        title=row.title.text,
        day=day.date.isoformat(),
        when=row.when.spoken,
        place=row.place,
        mark="" if row.cancelled else row.mark,
        cancelled=row.cancelled,
        facts=tuple(labelled),
        lines=tuple((one.time, one.name, one.table, one.about) for one in row.lines),
        rest="\n".join((row.kind_word, row.zones, *notes)),
    )


def of_days(days: Iterable[Day]) -> Iterator[Told]:
    """Give what the rows of days tell, in their order."""
    return (of_row(day, row) for day in days for row in day.rows)


def of_facts(title: str, facts: Iterable[Fact], rest: str = "") -> Told:
    """Return what labelled facts tell: hotel, room, journeys."""
    told = tuple((one.label, " · ".join(part for part in (one.value, one.detail) if part)) for one in facts)
    return Told(title=title, facts=told, rest=rest)


def of_frame(frame: Frame) -> Told:
    """Return what the pages of a document tell of the mission."""
    on_call = frame.on_call
    duty = " · ".join(part for part in (on_call.name, on_call.phone) if part) if on_call else ""
    facts = (("", frame.dates), ("", frame.status), ("", duty), ("", frame.times))
    organisers = ", ".join(one.name for one in frame.organisers)
    rest = "\n".join((organisers, frame.theme.text, *frame.funding))
    return Told(title=frame.title.text, facts=facts, rest=rest)


def of_sheets(content: Sheets) -> Iterator[Told]:
    """Give what the blocks of a document of chapters tell, in the order of ``sheet_blocks``."""
    yield of_frame(content.frame)
    yield of_facts(content.title, content.facts, "\n".join((content.native, *content.lines)))
    for chapter in content.chapters:
        yield of_facts(chapter.title, chapter.facts, "\n".join((chapter.about, chapter.count)))
        columns = {
            id(row): [column.title for column in part.columns]
            for part in chapter.parts
            if isinstance(part, Table)
            for row in part.rows
        }
        for one in rows_of(chapter):
            yield _of_part(one, columns.get(id(one), []))


def _of_part(one: RowLike, columns: list[str]) -> Told:
    if isinstance(one, Card):
        return Told(title=one.name, rest="\n".join((one.native, one.role, *one.lines, one.note)))
    if isinstance(one, Question):
        return Told(title=one.text, rest="\n".join(one.answers))
    if isinstance(one, Seating):
        return Told(title=one.name, facts=tuple((str(number), name) for number, name in one.guests))
    if isinstance(one, Sitting):
        labelled = tuple((detail.label, detail.text) for detail in one.details)
        return Told(title=one.name, when=one.time, place=one.table, facts=labelled, rest="\n".join(one.lines))
    cells = [" · ".join(part for part in (cell.text, cell.detail) if part) for cell in one.cells]
    shown = tuple(pair for pair in zip(columns, cells, strict=False) if pair[1])
    named = next((text for _, text in shown if len(text) > 3), "")
    return Told(title=named, cancelled=one.struck, facts=shown)
