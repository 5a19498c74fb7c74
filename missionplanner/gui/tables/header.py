"""Be the header of a list: sort by click and key, move, size and hide columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QTableView

from missionplanner.gui.context import Context
from missionplanner.gui.tables.layout import NARROWEST, WIDEST, Layout
from missionplanner.gui.tables.model import RecordModel, SortKey
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.painting import draw_icon

_STEP = 24
_ARROW = 12


class Header(QHeaderView):
    """Show titles and the order. ``laid_out`` tells that somebody changed the layout."""

    laid_out = Signal()
    chooser_wanted = Signal()

    def __init__(self, table: QTableView, model: RecordModel, ctx: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._rows, self._ctx = table, model, ctx
        self.pinned = True
        self._setting = False
        self.setObjectName("list_header")
        self.setAccessibleName(ctx.t("Columns"))
        self.setFont(font("label"))
        self.setFixedHeight(roomy(34))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(NARROWEST)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setFirstSectionMovable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)
        self.sectionClicked.connect(self._clicked)
        self.sectionMoved.connect(self._changed)
        self.sectionResized.connect(self._changed)

    # -- layout -----------------------------------------------------------------------------------

    def show_layout(self, layout: Layout) -> None:
        """Lay the columns out."""
        self._setting = True
        wanted = dict(layout.columns)
        for place, column in enumerate(self._rows.columns):
            self.setSectionHidden(place, column.key not in wanted)
            self.resizeSection(place, roomy(wanted.get(column.key, column.width)))
        for visual, key in enumerate(wanted):
            self.moveSection(self.visualIndex(self._rows.place_of_column(key)), visual)
        self.pinned = layout.pinned
        self._setting = False
        self.viewport().update()

    def layout_now(self, query: str) -> Layout:
        """Return how the columns are laid out, with the order of the rows and a filter."""
        scale = max(roomy(100), 1) / 100
        shown = [
            (self._rows.columns[place].key, round(self.sectionSize(place) / scale)) for place in self.in_order()
        ]
        return Layout(tuple(shown), self.pinned, self._rows.sorted, query)

    def in_order(self) -> list[int]:
        """Return the places of the shown columns, from left to right."""
        places = [self.logicalIndex(visual) for visual in range(self.count())]
        return [place for place in places if not self.isSectionHidden(place)]

    def shift(self, place: int, steps: int) -> None:
        """Move a column among the shown ones; the first one stays."""
        shown = self.in_order()
        if place not in shown or shown.index(place) == 0:
            return
        target = shown.index(place) + steps
        if 1 <= target < len(shown):
            self.moveSection(self.visualIndex(place), self.visualIndex(shown[target]))

    def widen(self, place: int, by: int) -> None:
        """Make a column wider or narrower."""
        self.resizeSection(place, min(max(self.sectionSize(place) + roomy(by), NARROWEST), WIDEST))

    def set_shown(self, place: int, on: bool) -> None:
        """Show a column, or hide it; the first is always there."""
        if place:
            self.setSectionHidden(place, not on)
            self._changed()

    def set_pinned(self, on: bool) -> None:
        """Keep the first column in sight while the others scroll, or not."""
        self.pinned = on
        self._changed()

    # -- order ------------------------------------------------------------------------------------

    def sort(self, place: int, down: bool, *, further: bool = False) -> None:
        """Sort by a column, or by it after those that order the rows already."""
        key = self._rows.columns[place].key
        others = tuple(one for one in self._rows.sorted if one[0] != key) if further else ()
        self._sort_by((*others, (key, down)))

    def _clicked(self, place: int) -> None:
        key = self._rows.columns[place].key
        further = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        now = dict(self._rows.sorted)
        if now.get(key) is True:  # up, down, as it was
            self._sort_by(tuple(one for one in self._rows.sorted if one[0] != key) if further else ())
        else:
            self.sort(place, now.get(key) is False, further=further)

    def _sort_by(self, keys: tuple[SortKey, ...]) -> None:
        self._rows.sort_by(keys)
        self.viewport().update()
        self.laid_out.emit()
        t, rows = self._ctx.t, self._rows
        if keys:
            title = t(rows.columns[rows.place_of_column(keys[-1][0])].title)
            said = (
                t("Sorted by {column}, downwards", column=title)
                if keys[-1][1]
                else t("Sorted by {column}", column=title)
            )
            self._ctx.say_aloud(self._table, said)

    # -- menu -------------------------------------------------------------------------------------

    def menu(self, place: int) -> QMenu:
        """Return what can be done with a column."""
        t, made = self._ctx.t, QMenu(self._table)
        made.setObjectName("column_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self._rows.columns[place]
        several = bool(self._rows.sorted) and self._rows.sorted[0][0] != column.key
        entries = [
            (t("Sort upwards"), lambda: self.sort(place, False), True),
            (t("Sort downwards"), lambda: self.sort(place, True), True),
            (t("Then sort by this, upwards"), lambda: self.sort(place, False, further=True), several),
            (t("Then sort by this, downwards"), lambda: self.sort(place, True, further=True), several),
            ("", None, True),
            (t("Move left"), lambda: self.shift(place, -1), place != 0),
            (t("Move right"), lambda: self.shift(place, 1), place != 0),
            (t("Wider"), lambda: self.widen(place, _STEP), True),
            (t("Narrower"), lambda: self.widen(place, -_STEP), True),
            (t("As wide as its texts"), lambda: self._table.resizeColumnToContents(place), True),
            (t("Hide this column"), lambda: self.set_shown(place, False), place != 0),
            ("", None, True),
        ]
        for words, do, can in entries:
            if do is None:
                made.addSeparator()
                continue
            action = made.addAction(words)
            action.setEnabled(can)
            action.triggered.connect(lambda _checked=False, do=do: do())
        pin = made.addAction(t("Keep the first column in sight"))
        pin.setCheckable(True)
        pin.setChecked(self.pinned)
        pin.toggled.connect(self.set_pinned)
        made.addAction(t("Choose columns…")).triggered.connect(self.chooser_wanted)
        return made

    def _ask(self, at: QPoint) -> None:
        place = self.logicalIndexAt(at)
        self.menu(max(place, 0)).popup(self.mapToGlobal(at))

    def _changed(self, *_told: object) -> None:
        if not self._setting:
            self.laid_out.emit()

    # -- painting ---------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the names are Qt's
        super().mouseReleaseEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:  # noqa: N802
        if place >= len(self._rows.columns):
            return
        theme, column = self._ctx.theme, self._rows.columns[place]
        painter.save()
        painter.fillRect(area, theme.colour("surface"))
        painter.setPen(theme.colour("border_strong"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        room = area.adjusted(10, 0, -10, 0)
        keys = [key for key, _down in self._rows.sorted]
        if column.key in keys:
            down = dict(self._rows.sorted)[column.key]
            spot = QRect(room.right() - _ARROW + 1, room.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
            draw_icon(painter, theme, "arrow-down" if down else "arrow-up", "accent", spot)
            room = room.adjusted(0, 0, -_ARROW - 4, 0)
            if len(keys) > 1:
                painter.setFont(font("caption"))
                painter.setPen(theme.colour("accent"))
                number = str(keys.index(column.key) + 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
                room = room.adjusted(0, 0, -12, 0)
        painter.setFont(font("label"))
        painter.setPen(theme.colour("text2"))
        title = painter.fontMetrics().elidedText(
            self._ctx.t(column.title), Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()
