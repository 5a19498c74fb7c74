"""Paint heads of columns whose lines stand close together at the bottom: the title, then what is counted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import Grid, Head
from missionplanner.gui.matrix.heads import BAND, ColumnHeads
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.basics import draw_lines

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft


class LowHeads(ColumnHeads):
    """Show a title of one or two lines, below it up to two short ones."""

    def _words(self, painter: QPainter, room: QRect, head: Head) -> None:
        small, large = metrics("caption").height(), metrics("label").height()
        counted = [one for one in (head.over, head.under) if one]
        lines = 2 if metrics("label").horizontalAdvance(head.title) > room.width() else 1
        top = room.bottom() - small * len(counted) - large * lines - 1
        painter.setFont(font("label"))
        painter.setPen(self._theme.colour("text"))
        draw_lines(painter, QRect(room.left(), top, room.width(), large * lines), head.title, lines)
        below = QRect(room.left(), top + large * lines + 1, room.width(), small)
        for text in counted:
            self._write(painter, below, text, ("caption", "text2"), _LEFT)
            below.translate(0, small)


def put_low_heads(table: GridTable, model: Grid, ctx: Context, *, banded: bool, height: int) -> None:
    """Give a table such heads of a height in pixels, below their band."""
    width = table.over.defaultSectionSize()
    table.over = LowHeads(table, model, ctx, banded=banded)
    table.setHorizontalHeader(table.over)
    table.over.setDefaultSectionSize(width)
    table.over.setFixedHeight(roomy(height + (BAND if banded else 0)))
