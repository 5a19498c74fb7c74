"""Read the tables of a programme: columns in any order, days as rows or as columns, groups side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from missionplanner.exchange.opened.from_text import line_of
from missionplanner.exchange.opened.sheet import Cell, Grid, Row, too_much
from missionplanner.exchange.programme_text import furniture
from missionplanner.exchange.programme_text.clocks import Moment, moment_at
from missionplanner.exchange.programme_text.days import day_at
from missionplanner.exchange.programme_text.details import status_in
from missionplanner.exchange.programme_text.gathering import MOST_ITEMS, Draft, Gathering
from missionplanner.exchange.programme_text.headings import Heading, group_of, groups_apart, heading_of, table_of
from missionplanner.exchange.programme_text.kinds import begins_item
from missionplanner.exchange.programme_text.lines import LineReader
from missionplanner.exchange.programme_text.plain import plain, start_of, words_of
from missionplanner.exchange.programme_text.roles import Role, role_of

_HEAD_ROWS = 4
_CELL_LINES = 100
_TIMES_SHARE = 0.4
_WORDS = (Role.ACTIVITY, Role.NOTES, Role.PLACE, Role.HOST, Role.CONTACT, Role.SPEAKER)
_SINGLE = frozenset({Role.TIME, Role.START, Role.END, Role.DATE, Role.ACTIVITY})


@dataclass(slots=True)
class _Layout:
    """Be what the columns of a table hold."""

    roles: dict[int, Role] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    days: dict[int, Heading] = field(default_factory=dict)
    head: int = -1
    """The row of the heads, -1 where there is none."""

    def column(self, role: Role) -> int | None:
        return next((column for column, held in self.roles.items() if held is role), None)


def read_grid(grid: Grid, found: Gathering) -> None:
    """Read a table into what was gathered; what is no programme is refused."""
    layout = _layout(grid)
    if layout is None:
        for row in grid.rows:
            found.refuse(row[0].source, furniture.LISTED)
        return
    reader = _GridReader(found, layout, grid.rows[layout.head] if layout.head >= 0 else ())
    for number, row in enumerate(grid.rows):
        if number != layout.head or layout.head < 0:
            reader.read(row, number <= layout.head)


def _layout(grid: Grid) -> _Layout | None:
    """Return what the columns hold, None for a table that is a list of people."""
    for number, row in enumerate(grid.rows[:_HEAD_ROWS]):
        layout = _headed(row, number)
        if layout is not None:
            if layout.roles and _is_list(layout):
                return None
            return layout if layout.days else _completed(layout, grid)
    return _completed(_Layout(), grid)


def _headed(row: Row, number: int) -> _Layout | None:
    """Return the layout that a row of heads tells, None for a row that is none."""
    if len({id(cell) for cell in row}) < 2:
        return None
    days = {
        column: day for column, cell in enumerate(row) if (day := heading_of(cell.text.split("\n")[0])) is not None
    }
    if len({(day.said.day, day.said.weekday, day.said.number) for day in days.values()}) > 1:
        roles = {} if 0 in days else {0: Role.TIME}
        return _Layout(roles, days=days, head=number)
    if days:
        return None
    roles = {column: role for column, cell in enumerate(row) if (role := role_of(cell.text)) is not None}
    groups = {column: cell.text for column, cell in enumerate(row) if (group_of(cell.text) or ("", "-"))[1] == ""}
    for column in groups:
        roles.pop(column, None)
    if len(groups) > 1:
        return _Layout(roles or {0: Role.TIME}, groups, head=number)
    filled = sum(bool(cell.text.strip()) for cell in row)
    return _Layout(roles, head=number) if len(roles) >= 2 and len(roles) * 2 >= filled else None


def _is_list(layout: _Layout) -> bool:
    held = set(layout.roles.values())
    return not held & {Role.TIME, Role.START, Role.DATE} and bool(held & {Role.NAME, Role.REACH})


def _completed(layout: _Layout, grid: Grid) -> _Layout:
    """Add to a layout what its cells tell: times, days, the longest words."""
    if layout.groups:
        return layout
    roles: dict[int, Role] = {}
    for column, role in layout.roles.items():
        if role in _SINGLE and role in roles.values():
            role = Role.NOTES
        roles[column] = role
    layout.roles = roles
    rows = grid.rows[layout.head + 1 :]
    free = [column for column in range(len(grid.rows[0])) if column not in roles] if grid.rows else []
    if not {Role.TIME, Role.START} & set(roles.values()):
        best = max(free, key=lambda column: _share(rows, column), default=None)
        if best is not None and _share(rows, best) >= _TIMES_SHARE:
            roles[best] = Role.TIME
            free.remove(best)
    for column in list(free):
        if Role.DATE not in roles.values() and _dates(rows, column) > 0.5:
            roles[column] = Role.DATE
            free.remove(column)
    if Role.ACTIVITY not in roles.values() and free:
        best = max(free, key=lambda column: sum(len(row[column].text) for row in rows))
        roles[best] = Role.ACTIVITY
        free.remove(best)
    for column in free:
        taken = Role.PLACE in roles.values()
        roles[column] = Role.NOTES if taken or layout.head >= 0 else Role.PLACE
    return layout


def _own(rows: Sequence[Row], column: int) -> list[str]:
    """Return the filled cells of a column that do not run across the table."""
    return [
        row[column].text
        for row in rows
        if row[column].text.strip() and len({id(cell) for cell in row}) > 1 or len(row) == 1
    ]


def _share(rows: Sequence[Row], column: int) -> float:
    texts = _own(rows, column)
    timed = sum(len(text) < 40 and _moment(text) is not None for text in texts)
    return timed / len(texts) if texts else 0.0


def _dates(rows: Sequence[Row], column: int) -> float:
    texts = _own(rows, column)
    return sum(heading_of(text) is not None for text in texts) / len(texts) if texts else 0.0


def _moment(text: str) -> Moment | None:
    """Return when a cell of times says, its lines joined to one span."""
    joined = " ".join(text.split("\n")) if re.search(r"[-–—]", text) else " - ".join(text.split("\n"))
    folded = plain(joined)
    return moment_at(folded, start_of(folded), loose=True)


class _GridReader:
    """Read the rows of a table one after the other."""

    def __init__(self, found: Gathering, layout: _Layout, head: Row) -> None:
        self._found = found
        self._layout = layout
        self._day = found.day
        self._dated: Cell | None = None
        self._above: Row | None = None
        self._day_of = {
            column: found.mention(day.said, head[column].source, day.words) for column, day in layout.days.items()
        }

    def read(self, row: Row, before_head: bool) -> None:
        """Take a row."""
        if len(self._found.drafts) >= MOST_ITEMS:
            raise too_much()
        filled = {id(cell): cell for cell in row if cell.text.strip()}
        if not filled:
            return
        if len(filled) == 1 and not self._layout.days:
            (cell,) = filled.values()
            if len({id(one) for one in row}) == 1 or row[-1] is not cell:
                across = len({id(one) for one in row}) == 1
                if self._across(cell, across or row[0] is cell, across):
                    self._above = row
                    return
        if before_head or self._is_head(row):
            return
        if self._layout.days:
            self._by_day(row)
        elif self._layout.groups:
            self._by_group(row)
        else:
            self._plain(row)
        self._above = row

    def _is_head(self, row: Row) -> bool:
        told = [role_of(cell.text) for cell in row if cell.text.strip()]
        return len(told) > 1 and None not in told and Role.TIME in told

    # -- rows that run across ---------------------------------------------------------------------------

    def _across(self, cell: Cell, first: bool, merged: bool) -> bool:
        """Take a cell that stands alone in its row: a day, a part of one, an item, a note."""
        heading = heading_of(cell.text.split("\n")[0]) if first else None
        if heading is not None:
            self._day = self._found.mention(heading.said, cell.source, heading.words)
            self._dated = cell
            if heading.item is None and "\n" not in cell.text:
                return True
        if not merged and heading is None:
            return False
        reader = LineReader(self._found, self._day)
        lines = cell.text.split("\n")
        if heading is None and (moment_at(plain(lines[0])) is None and not begins_item(lines[0])):
            self._found.refuse(cell.source, furniture.NOTE)
            return True
        for text in lines if heading is None or heading.item is not None else lines[1:]:
            reader.read(line_of(text, cell.source))
        return True

    # -- days and groups as columns ---------------------------------------------------------------------

    def _by_day(self, row: Row) -> None:
        times = self._layout.column(Role.TIME)
        for column in self._layout.days:
            cell = row[column]
            if not cell.text.strip() or (self._above is not None and self._above[column] is cell):
                continue
            moment = _moment(row[times].text) if times is not None and row[times] is not cell else None
            self._take(cell, moment, self._day_of[column], [])

    def _by_group(self, row: Row) -> None:
        times = self._layout.column(Role.TIME) or 0
        place = self._layout.column(Role.PLACE)
        moment = _moment(row[times].text)
        cells: dict[int, tuple[Cell, list[str]]] = {}
        for column, group in self._layout.groups.items():
            if row[column].text.strip():
                cells.setdefault(id(row[column]), (row[column], []))[1].append(group)
        for cell, groups in cells.values():
            for draft in self._take(
                cell, moment, self._day, groups if len(groups) < len(self._layout.groups) else []
            ):
                draft.place = row[place].text if place is not None else None

    def _take(self, cell: Cell, moment: Moment | None, day: int | None, groups: list[str]) -> list[Draft]:
        """Take a cell that is an item, or several where its lines begin with times."""
        lines = [text for text in cell.text.split("\n") if text.strip()][:_CELL_LINES]
        own = [text for text in lines if (one := moment_at(plain(text), start_of(text))) is not None and one.start]
        count = len(self._found.drafts)
        if own and (len(own) > 1 or moment is None):
            reader = LineReader(self._found, day)
            for text in lines:
                reader.read(line_of(text, cell.source))
        else:
            draft = Draft(cell.source, day, lines[0], moment, lines[1:], weak=moment is None)
            self._found.drafts.append(draft)
        for draft in self._found.drafts[count:]:
            draft.groups += groups
        return self._found.drafts[count:]

    # -- one item a row ---------------------------------------------------------------------------------

    def _plain(self, row: Row) -> None:
        self._date(row)
        moment, words = self._when(row)
        activity = self._layout.column(Role.ACTIVITY)
        cell = row[activity] if activity is not None else row[0]
        lines = [text for text in cell.text.split("\n") if words_of(text)][:_CELL_LINES]
        own = [text for text in lines if moment_at(plain(text), start_of(text)) is not None]
        if moment is None and own and activity is not None:
            self._lined(cell, lines, row)
            return
        if not lines:
            lines = [text for column, text in self._others(row) if self._layout.roles.get(column) in _WORDS][:1]
        if not lines or not (moment or self._day is not None or words):
            self._found.refuse(
                row[0].source if not lines else cell.source, furniture.NO_WORDS if moment else furniture.NOTE
            )
            return
        draft = self._draft(row, cell, lines, moment)
        draft.status = status_in(words) if words else None
        draft.weak = moment is None and draft.status is None
        self._parted(draft)

    def _draft(self, row: Row, cell: Cell, lines: list[str], moment: Moment | None) -> Draft:
        draft = Draft(cell.source, self._day, lines[0], moment, lines[1:])
        self._found.drafts.append(draft)
        for column, text in self._others(row):
            role = self._layout.roles.get(column)
            if row[column] is cell or words_of(text) == words_of(draft.title):
                continue
            if role is Role.PLACE:
                draft.place = f"{draft.place}, {text}" if draft.place else text
            elif role is Role.HOST:
                draft.hosts.append(text)
            elif role in (Role.CONTACT, Role.SPEAKER):
                (draft.contacts if role is Role.CONTACT else draft.speakers).append(text)
            elif role is Role.GROUP and group_of(text) is not None:
                draft.groups.append(text)
            elif role is Role.STATUS:
                draft.status = status_in(text)
            elif words_of(text):
                draft.lines.append(text)
        return draft

    def _parted(self, draft: Draft) -> None:
        """Part an item whose lines are groups side by side into one for each."""
        parts = [part for line in [draft.title, *draft.lines] for part in groups_apart(line)]
        grouped = [(part, group) for part in parts if (group := group_of(part)) is not None and group[1]]
        tables = [words for part in parts if (words := table_of(part)) is not None]
        if len(grouped) < 2 and len(tables) < 2:
            return
        title = draft.title if group_of(draft.title) is None and table_of(draft.title) is None else ""
        draft.parts = len(grouped) or len(tables)
        made = [(words, [name]) for _, (name, words) in grouped] or [(words, []) for words in tables]
        for words, groups in made:
            lines = [title] if title else []
            child = Draft(draft.source, draft.day, words, draft.moment, lines, draft.place, groups=list(groups))
            self._found.drafts.append(child)

    def _lined(self, cell: Cell, lines: Sequence[str], row: Row) -> None:
        reader, count = LineReader(self._found, self._day), len(self._found.drafts)
        for text in lines:
            reader.read(line_of(text, cell.source))
        place = self._layout.column(Role.PLACE)
        for draft in self._found.drafts[count:]:
            draft.place = draft.place or (row[place].text or None if place is not None else None)

    def _date(self, row: Row) -> None:
        column = self._layout.column(Role.DATE)
        if column is None or row[column] is self._dated or not row[column].text.strip():
            return
        said = day_at(plain(row[column].text))
        if said is not None:
            self._day = self._found.mention(said, row[column].source)
            self._dated = row[column]

    def _when(self, row: Row) -> tuple[Moment | None, str]:
        """Return when a row is, and the words where its time should be."""
        start, end = self._layout.column(Role.START), self._layout.column(Role.END)
        column = self._layout.column(Role.TIME)
        if column is None and start is not None:
            begins = _moment(row[start].text)
            ends = _moment(row[end].text) if end is not None else None
            if begins is not None and ends is not None and begins.end is None:
                return Moment(0, 0, begins.start, ends.start, sure=begins.sure and ends.sure), ""
            return begins, "" if begins is not None else row[start].text
        if column is None:
            return None, ""
        text = row[column].text
        moment = _moment(text)
        return moment, "" if moment is not None else text

    def _others(self, row: Row) -> Iterator[tuple[int, str]]:
        seen: set[int] = set()
        for column, cell in enumerate(row):
            text = " ".join(cell.text.split("\n")).strip()
            if text and id(cell) not in seen and self._layout.roles.get(column) not in _SINGLE:
                seen.add(id(cell))
                yield column, text
