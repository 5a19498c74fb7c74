"""Lay a session out as a grid: slots down under their days, with long breaks between, tables across."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matrix.lines import Key, Line

BREAK = 15
"""Minutes from which a pause between two slots is a break that is shown as one."""

Column = tuple[str, str]
"""Kind and name of a column: a table, or one of the columns of meetings without one."""
TABLE, LOOSE = "table", "loose"


@dataclass(frozen=True, slots=True)
class SlotLine(Line):
    """Be one slot, or the heading of a day or a break."""

    slot: r.Slot | None = None

    @property
    def heading(self) -> bool:
        return self.slot is None


@dataclass(frozen=True, slots=True)
class Laid:
    """Be a session laid out: its lines, its columns, and the meeting at each line and column."""

    lines: tuple[SlotLine, ...]
    columns: tuple[Column, ...]
    meetings: dict[tuple[int, int], r.Meeting]


def laid_out(ctx: Context, session: Session, words: MeetingWords) -> Laid:
    """Return the grid of a session. Meetings that share a table, or have none, stand in columns of their own."""
    lines = tuple(_lines(ctx, session, words))
    rows = {one.slot.position: row for row, one in enumerate(lines) if one.slot is not None}
    columns: list[Column] = [(TABLE, one.name) for one in session.tables]
    places = {name: place for place, (_kind, name) in enumerate(columns)}
    found: dict[tuple[int, int], r.Meeting] = {}
    loose: dict[int, list[r.Meeting]] = {}
    for one in session.placed:
        row = rows[one.slot or 0]
        place = places.get(one.table or "")
        if place is None or (row, place) in found:
            loose.setdefault(row, []).append(one)
        else:
            found[row, place] = one
    most = max((len(some) for some in loose.values()), default=0)
    for row, some in loose.items():
        for number, one in enumerate(some):
            found[row, len(columns) + number] = one
    columns += [(LOOSE, str(number)) for number in range(most)]
    return Laid(lines, tuple(columns), found)


def _lines(ctx: Context, session: Session, words: MeetingWords) -> Iterator[SlotLine]:
    before: r.Slot | None = None
    for rank, slot in enumerate(session.slots):
        if before is None or before.date != slot.date:
            yield SlotLine(_key("day", slot), ctx.wording.weekday(slot.date))
        elif (pause := minutes_between(before, slot)) >= BREAK:
            name = ctx.t.plural("Break of {count} minute", "Break of {count} minutes", pause)
            yield SlotLine(_key("break", slot), name)
        number = ctx.t("Round {number}", number=rank + 1)
        yield SlotLine(_key("slot", slot), words.hours(slot), number, slot=slot)
        before = slot


def _key(kind: str, slot: r.Slot) -> Key:
    return kind, slot.id


def minutes_between(one: r.Slot, after: r.Slot) -> int:
    """Return how long it is from the end of a slot to the start of another of the same day, in minutes."""
    end, start = (dt.datetime.combine(one.date, time) for time in (one.end, after.start))
    return round((start - end) / dt.timedelta(minutes=1))
