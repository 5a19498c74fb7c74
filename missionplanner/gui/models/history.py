"""Tell the history as a list: a heading for each day, then what was done on it, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.domain.text import folded
from missionplanner.gui.moments import day_heading, local
from missionplanner.gui.widgets.basics import plain_tip
from missionplanner.gui.wording import Wording

if TYPE_CHECKING:
    from missionplanner.services.history import Entry

PAGE = 200
"""Entries that are read at once, as one scrolls."""
LINE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
Read = Callable[["int | None", int], "tuple[Entry, ...]"]


@dataclass(frozen=True, slots=True)
class Line:
    """Be one row: the heading of a day where ``entry`` is None."""

    text: str
    when: str = ""
    entry: Entry | None = None


class HistoryModel(QAbstractListModel):
    """Hold lines. What reads gives the page before an entry, the newest for None; a short page is the last."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._read: Read | None = None
        self._entries: list[Entry] = []
        self._lines: list[Line] = []
        self._wanted = ""
        self._whole = True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - the names are Qt's
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(line)
        if role == Qt.ItemDataRole.ToolTipRole and line.entry is not None:
            return plain_tip(line.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None or line.entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not parent.isValid() and not self._whole and self._read is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        if parent.isValid() or self._read is None or self._whole:
            return
        before = self._entries[-1].id if self._entries else None
        page = self._read(before, PAGE)
        self._whole = len(page) < PAGE
        self._entries += page
        self._append(page)

    # -- content ----------------------------------------------------------------------------------

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return what has been read, newest first."""
        return tuple(self._entries)

    def show(self, read: Read) -> None:
        """Show what ``read`` gives, from the newest on, at least as far as what was shown."""
        self.beginResetModel()
        self._read = read
        wanted = max(PAGE, len(self._entries))
        self._entries = list(read(None, wanted))
        self._whole = len(self._entries) < wanted
        self._lines = []
        self._lines = list(self._made(self._entries))
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._read, self._entries, self._lines, self._whole = None, [], [], True
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only what holds these words; all of the history is read for it."""
        self._wanted = folded(text)
        if self._wanted and self._read is not None:
            while not self._whole:
                page = self._read(self._entries[-1].id if self._entries else None, PAGE)
                self._whole = len(page) < PAGE
                self._entries += page
        self.beginResetModel()
        self._lines = []
        self._lines = list(self._made(self._entries))
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return the line of an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, number: int) -> int:
        """Return the row of an entry, -1 where it is not shown."""
        rows = (row for row, line in enumerate(self._lines) if line.entry is not None and line.entry.id == number)
        return next(rows, -1)

    def first_entry(self) -> int:
        """Return the row of the newest entry shown, -1 where there is none."""
        return next((row for row, line in enumerate(self._lines) if line.entry is not None), -1)

    def _append(self, page: Iterable[Entry]) -> None:
        new = list(self._made(page))
        if new:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._lines += new
            self.endInsertRows()

    def _made(self, entries: Iterable[Entry]) -> Iterable[Line]:
        """Yield lines, with a heading wherever the day is another than of the line before."""
        t, today = self._wording.t, dt.date.today()
        last = next((line.entry for line in reversed(self._lines) if line.entry is not None), None)
        day = local(last.time).date() if last is not None else None
        for one in entries:
            text = t.say(one.label)
            if self._wanted and self._wanted not in folded(text):
                continue
            here = local(one.time)
            if here.date() != day:
                day = here.date()
                yield Line(day_heading(self._wording, day, today))
            yield Line(text, here.strftime("%H:%M"), one)

    def _said(self, line: Line) -> str:
        if line.entry is None:
            return line.text
        state = self._wording.t("undone") if line.entry.undone else ""
        return ", ".join(part for part in (line.text, line.when, state) if part)
