"""Paint what stands over the columns and before the lines of a grid; both stay in sight while it scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView

from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import Facts, Grid, Head
from missionplanner.gui.matrix.lines import Line
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.basics import draw_lines
from missionplanner.gui.widgets.painting import draw_icon

BAND, TALL, LOW = 22, 80, 58
WIDE, NARROW = 292, 228
"""Pixels of the names: where there is room, and where there is little."""
ROOMY = 1180
"""Width from which all of it has room with its words."""
_SIGN = 14
_TWO_LINES, _LEAST = 34, 36
"""Height from which a name has its detail below it, and the width that shows enough of it beside the name."""
_MOST = 3000
"""Pictures of sections that are kept."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight


class _Heads(QHeaderView):
    """Be what both have in common: chosen by a click, never by Tab."""

    def __init__(self, orientation: Qt.Orientation, table: QTableView, model: Grid, ctx: Context) -> None:
        super().__init__(orientation, table)
        self._table, self._grid, self._theme = table, model, ctx.theme
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(roomy(20))

    def _lay(
        self, painter: QPainter, area: QRect, key: tuple[object, ...], draw: Callable[[QPainter, QRect], object]
    ) -> None:
        """Show what ``draw`` makes of a section; words take long, so what stays the same is drawn once."""
        ratio = self.devicePixelRatioF()
        whole = (*key, area.width(), area.height(), ratio)
        made = self._kept.get(whole)
        if made is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            made = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
            made.setDevicePixelRatio(ratio)
            inside = QPainter(made)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            draw(inside, QRect(0, 0, area.width(), area.height()))
            inside.end()
            self._kept[whole] = made
        painter.drawPixmap(area.topLeft(), made)

    def _ground(self, painter: QPainter, area: QRect, colour: str) -> None:
        painter.fillRect(area, self._theme.colour(colour))
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())

    def _write(self, painter: QPainter, area: QRect, text: str, look: tuple[str, str], side: int) -> None:
        role, colour = look
        painter.setFont(font(role))
        painter.setPen(self._theme.colour(colour))
        painter.drawText(area, side, metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


class ColumnHeads(_Heads):
    """Show a band over columns that belong together, then a line above, the title and a line below it."""

    def __init__(self, table: QTableView, model: Grid, ctx: Context, *, banded: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal, table, model, ctx)
        self.setObjectName("grid_columns")
        self.setAccessibleName(ctx.t("Columns"))
        self._banded, self._low = banded, False
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Take no more room than the words need, or as much as usual."""
        self._low = low
        self.setFixedHeight(roomy((LOW if low else TALL) + (BAND if self._banded else 0)))

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(roomy(100), self.maximumHeight())

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:  # noqa: N802 - the name is Qt's
        if not 0 <= place < len(self._grid.keys):
            return
        head = self._grid.head(place)
        current = self._table.currentIndex().column() == place and self._table.hasFocus()
        room = QRect(area)
        if self._banded:
            room.setTop(area.top() + roomy(BAND))
            painter.save()
            self._band(painter, QRect(area.left(), area.top(), area.width(), roomy(BAND)), place, head)
            painter.restore()

        def draw(inside: QPainter, whole: QRect) -> None:
            self._ground(inside, whole, "hover" if current else "surface")
            edge = 2 if self._low else 5
            self._words(inside, whole.adjusted(8, edge, -8, -edge), head)

        self._lay(painter, room, (head, current), draw)

    def _band(self, painter: QPainter, area: QRect, place: int, head: Head) -> None:
        painter.fillRect(area, self._theme.colour("surface2"))
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        first = place == 0 or self._grid.head(place - 1).band != head.band
        if first:
            painter.drawLine(area.topLeft(), area.bottomLeft())
        if first or self.sectionViewportPosition(place) <= 0:
            left = max(area.left(), 0) + 8
            room = QRect(left, area.top(), area.right() - left - 4, area.height())
            self._write(painter, room, head.band, ("pill", "text2"), _LEFT)

    def _words(self, painter: QPainter, room: QRect, head: Head) -> None:
        height = metrics("caption").height()
        top = QRect(room.left(), room.top(), room.width(), height)
        tone = head.tone or "text2"
        if head.icon:
            side = roomy(_SIGN)
            spot = QRect(room.left(), top.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, self._theme, head.icon, tone, spot)
            top.setLeft(room.left() + side + 5)
        self._write(painter, top, head.over, ("caption", tone), _LEFT)
        painter.setFont(font("label"))
        painter.setPen(self._theme.colour("text"))
        middle = QRect(room.left(), top.bottom() + 3, room.width(), metrics("label").height() * 2)
        draw_lines(painter, middle, head.title, 2)
        if head.under:
            below = QRect(room.left(), middle.bottom() + 2, room.width(), height)
            self._write(painter, below, head.under, ("caption", "text2"), _LEFT)


class LineHeads(_Heads):
    """Show names with what they belong to, and what is counted of them at the right."""

    def __init__(self, table: QTableView, model: Grid, ctx: Context) -> None:
        super().__init__(Qt.Orientation.Vertical, table, model, ctx)
        self.setObjectName("grid_lines")
        self.setAccessibleName(ctx.t("People"))
        self.wide = WIDE

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(roomy(self.wide), roomy(100))  # the usual one would measure the words of every line

    def set_wide(self, pixels: int) -> None:
        """Give the names another width."""
        if pixels != self.wide:
            self.wide = pixels
            self.updateGeometry()
            self.geometriesChanged.emit()

    def paintSection(self, painter: QPainter, area: QRect, row: int) -> None:  # noqa: N802 - the name is Qt's
        if not 0 <= row < len(self._grid.lines):
            return
        line, facts = self._grid.lines[row], self._grid.facts(row)
        ground = "surface2" if line.heading else "surface"
        if self._table.currentIndex().row() == row:
            ground = "hover"
        key = (line.key, line.name, line.detail, facts, ground)
        self._lay(painter, area, key, lambda inside, whole: self._draw(inside, whole, (line, facts, ground)))

    def _draw(self, painter: QPainter, area: QRect, what: tuple[Line, Facts, str]) -> None:
        line, facts, ground = what
        self._ground(painter, area, ground)
        room = area.adjusted(12, 0, -10, 0)
        room.setRight(room.right() - self._tell(painter, room, facts))
        if line.heading:
            self._write(painter, room, line.name, ("strong", "text"), _LEFT)
        elif not line.detail or room.height() < roomy(_TWO_LINES):
            self._on_one_line(painter, room.adjusted(8, 0, 0, 0), line)
        else:
            half = room.height() // 2
            upper = QRect(room.left() + 8, room.top() + 2, room.width() - 8, half)
            self._write(painter, upper, line.name, ("strong", "text"), _LEFT)
            self._write(painter, upper.translated(0, half - 4), line.detail, ("caption", "text3"), _LEFT)

    def _on_one_line(self, painter: QPainter, room: QRect, line: Line) -> None:
        self._write(painter, room, line.name, ("strong", "text"), _LEFT)
        left = metrics("strong").horizontalAdvance(line.name) + 8
        if line.detail and room.width() - left >= roomy(_LEAST):
            self._write(painter, room.adjusted(left, 0, 0, 0), line.detail, ("caption", "text3"), _LEFT)

    def _tell(self, painter: QPainter, room: QRect, facts: Facts) -> int:
        """Write what is counted; return the width it takes."""
        if not facts.upper and not facts.lower:
            return 0
        wide = max(metrics("caption").horizontalAdvance(one) for one in (facts.upper, facts.lower)) + 2
        wide = min(wide, room.width() // 2)
        spot = QRect(room.right() - wide + 1, room.top(), wide, room.height())
        if facts.upper and facts.lower:
            half = room.height() // 2
            spot = QRect(spot.left(), spot.top() + 2, wide, half)
            below = spot.translated(0, half - 4)
            self._write(painter, below, facts.lower, ("caption", facts.tone or "text3"), _RIGHT)
        elif facts.lower:
            self._write(painter, spot, facts.lower, ("caption", facts.tone or "text3"), _RIGHT)
        if facts.upper:
            self._write(painter, spot, facts.upper, ("caption", "text2"), _RIGHT)
        return wide + 8
