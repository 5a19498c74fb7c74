"""Tell which cells of a table are in sight, and what is special of them: for tables that draw a frame at once."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QTableView

Cell = tuple[int, int]
"""Row and column."""
NO_CELL: Cell = (-1, -1)


class Span(NamedTuple):
    """Be a row or a column in sight: which it is, where it begins and how long it is."""

    place: int
    begin: int
    length: int


def rows_in(view: QTableView, count: int, clip: QRect) -> list[Span]:
    """Return the rows, of so many, that touch a part of the viewport, from the top."""
    head, found = view.verticalHeader(), []
    first = max(view.rowAt(clip.top()), 0)
    begin = view.rowViewportPosition(first) if first < count else 0
    for row in range(first, count):
        if begin > clip.bottom():
            break
        length = head.sectionSize(row)
        found.append(Span(row, begin, length))
        begin += length
    return found


def columns_in(view: QTableView, count: int, clip: QRect) -> list[Span]:
    """Return the columns, of so many, that touch a part of the viewport, from the left."""
    head = view.horizontalHeader()
    visual = max(head.visualIndexAt(clip.left()), 0)
    found = []
    for place in (head.logicalIndex(one) for one in range(visual, head.count())):
        if head.isSectionHidden(place) or place >= count:
            continue
        begin = view.columnViewportPosition(place)
        if begin > clip.right():
            break
        found.append(Span(place, begin, head.sectionSize(place)))
    return found


def chosen_in(view: QTableView, rows: list[Span]) -> dict[int, set[int]]:
    """Return the columns that are chosen in each of these rows."""
    found: dict[int, set[int]] = {}
    if rows:
        selection = view.selectionModel().selection()
        for number in range(selection.count()):
            part = selection.at(number)
            places = range(part.left(), part.right() + 1)
            for row in range(max(part.top(), rows[0].place), min(part.bottom(), rows[-1].place) + 1):
                found.setdefault(row, set()).update(places)
    return found


def cell_under_pointer(view: QTableView) -> Cell:
    """Return the cell the pointer is over."""
    port = view.viewport()
    if not port.underMouse():
        return NO_CELL
    at = port.mapFromGlobal(QCursor.pos())
    return view.rowAt(at.y()), view.columnAt(at.x())
