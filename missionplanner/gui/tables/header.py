"""Be the header of a list: sort by click and key, move, size and hide columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QTableView

from missionplanner.gui.context import Context
from missionplanner.gui.tables.layout import NARROWEST, WIDEST, Layout
from missionplanner.gui.tables.model import RecordModel, SortKey
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.column_widths import fitted
from missionplanner.gui.widgets.painting import draw_icon

_STEP = 24
_MARGIN = 10
_ARROW = 12
_BUTTON, _EDGE, _NARROW = 24, 6, 64
"""Pixels of the button of a column, beside the edge one widens it by; a narrower column has none."""


class Header(QHeaderView):
    """Show titles, the order and what is filtered. ``laid_out`` tells that somebody changed the layout.

    ``values_wanted`` carries the column somebody wants to filter by its values.
    """

    laid_out = Signal()
    chooser_wanted = Signal()
    values_wanted = Signal(int)

    def __init__(self, table: QTableView, model: RecordModel, ctx: Context) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._rows, self._ctx = table, model, ctx
        self.pinned = True
        self._setting = False
        self._wanted: dict[int, int] = {}
        self._under = -1
        self.setMouseTracking(True)
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
        self.sectionResized.connect(self._drawn)

    # -- layout -----------------------------------------------------------------------------------

    def show_layout(self, layout: Layout) -> None:
        """Lay the columns out."""
        self._setting = True
        wanted = dict(layout.columns)
        for place, column in enumerate(self._rows.columns):
            self.setSectionHidden(place, column.key not in wanted)
            self._wanted[place] = wanted.get(column.key, column.width)
            self.resizeSection(place, roomy(self._wanted[place]))
        for visual, key in enumerate(wanted):
            self.moveSection(self.visualIndex(self._rows.place_of_column(key)), visual)
        self.pinned = layout.pinned
        self._setting = False
        self.fit()
        self.viewport().update()

    def layout_now(self, query: str) -> Layout:
        """Return how the columns are laid out, with the order of the rows and a filter."""
        shown = ((self._rows.columns[place].key, self._wanted[place]) for place in self.in_order())
        return Layout(tuple(shown), self.pinned, self._rows.sorted, query)

    def fit(self) -> None:
        """Fill the table's width; what somebody drew stays, the first other column takes what is over."""
        if not self._wanted:  # a copy of the first column alone
            return
        shown, columns = self.in_order(), self._rows.columns
        wanted = {place: roomy(self._wanted[place]) for place in shown}
        least = dict(wanted)
        own = [place for place in shown if self._wanted[place] == columns[place].width]
        for place in own:
            title = self._title_width(place)
            wanted[place] = max(wanted[place], title)
            least[place] = max(roomy(columns[place].narrowest), title, NARROWEST)
        self._setting = True
        room = self._table.viewport().width()
        for place, width in fitted(wanted, least, room, own[0] if own else None).items():
            self.resizeSection(place, width)
        self._setting = False

    def _title_width(self, place: int) -> int:
        words = self._ctx.t(self._rows.columns[place].title)
        return QFontMetrics(font("label")).horizontalAdvance(words) + 2 * _MARGIN + 1

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
        self.fit()

    def widen_to_texts(self, place: int) -> None:
        """Make a column as wide as the longest text it shows."""
        self._table.resizeColumnToContents(place)
        self.fit()

    def set_shown(self, place: int, on: bool) -> None:
        """Show a column, or hide it; the first is always there."""
        if place:
            self.setSectionHidden(place, not on)
            self.fit()
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
        by_value = not column.masked or column.key in self._rows.values.revealed
        entries = [
            (t("Filter by value…"), lambda: self.values_wanted.emit(place), by_value),
            ("", None, True),
            (t("Sort upwards"), lambda: self.sort(place, False), True),
            (t("Sort downwards"), lambda: self.sort(place, True), True),
            (t("Then sort by this, upwards"), lambda: self.sort(place, False, further=True), several),
            (t("Then sort by this, downwards"), lambda: self.sort(place, True, further=True), several),
            ("", None, True),
            (t("Move left"), lambda: self.shift(place, -1), place != 0),
            (t("Move right"), lambda: self.shift(place, 1), place != 0),
            (t("Wider"), lambda: self.widen(place, _STEP), True),
            (t("Narrower"), lambda: self.widen(place, -_STEP), True),
            (t("As wide as its texts"), lambda: self.widen_to_texts(place), True),
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
        self.ask(max(self.logicalIndexAt(at), 0), at)

    def ask(self, place: int, at: QPoint | None = None) -> None:
        """Offer what can be done with a column, under its title where no spot is given; the first is marked."""
        made = self.menu(place)
        made.setActiveAction(made.actions()[0])
        made.popup(self.mapToGlobal(at if at is not None else self.spot_under(place)))

    def spot_under(self, place: int) -> QPoint:
        """Return the spot under the title of a column."""
        return QPoint(max(self.sectionViewportPosition(place), 0), self.height())

    def _drawn(self, place: int, _before: int, width: int) -> None:
        """Want a column as wide as somebody drew it."""
        if not self._setting and width and place in self._wanted:
            self._wanted[place] = round(width * 100 / max(roomy(100), 1))
        self._changed()

    def _changed(self, *_told: object) -> None:
        if not self._setting:
            self.laid_out.emit()

    # -- painting ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the names are Qt's
        place = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._button(place).contains(
            event.position().toPoint()
        ):
            self.ask(place)  # neither sorted nor moved by it
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._go_over(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._go_over(-1)

    def _go_over(self, place: int) -> None:
        if place != self._under:
            self._under = place
            self.viewport().update()

    def _button(self, place: int) -> QRect:
        """Return where a column has its menu, as soon as the pointer is on it; the edge stays for its width."""
        if place < 0 or place != self._under or self.sectionSize(place) < _NARROW:
            return QRect()
        right = self.sectionViewportPosition(place) + self.sectionSize(place) - _EDGE
        return QRect(right - _BUTTON, (self.height() - _BUTTON) // 2, _BUTTON, _BUTTON)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        self.fit()
        self.viewport().update()

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:  # noqa: N802
        if place >= len(self._rows.columns):
            return
        theme, column = self._ctx.theme, self._rows.columns[place]
        painter.save()
        painter.fillRect(area, theme.colour("surface"))
        painter.setPen(theme.colour("border_strong"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        room = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        room = self._paint_marks(painter, column.key, room)
        painter.setFont(font("label"))
        painter.setPen(theme.colour("text2"))
        title = painter.fontMetrics().elidedText(
            self._ctx.t(column.title), Qt.TextElideMode.ElideRight, room.width()
        )
        side = (
            Qt.AlignmentFlag.AlignRight if column.figures and column.tone is None else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_button(painter, place)
        painter.restore()

    def _paint_marks(self, painter: QPainter, key: str, room: QRect) -> QRect:
        """Draw how a column is sorted and that it is filtered; return what room that leaves its title."""
        theme = self._ctx.theme
        keys = [one for one, _down in self._rows.sorted]
        if key in self._rows.filtered:
            draw_icon(painter, theme, "funnel", "accent", _at_right(room))
            room = room.adjusted(0, 0, -_ARROW - 4, 0)
        if key in keys:
            down = dict(self._rows.sorted)[key]
            draw_icon(painter, theme, "arrow-down" if down else "arrow-up", "accent", _at_right(room))
            room = room.adjusted(0, 0, -_ARROW - 4, 0)
            if len(keys) > 1:
                painter.setFont(font("caption"))
                painter.setPen(theme.colour("accent"))
                number = str(keys.index(key) + 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
                room = room.adjusted(0, 0, -12, 0)
        return room

    def _paint_button(self, painter: QPainter, place: int) -> None:
        area = self._button(place)
        if area.isValid():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ctx.theme.colour("surface2"))
            painter.drawRoundedRect(area, 5, 5)
            inner = QRect(0, 0, _ARROW, _ARROW)
            inner.moveCenter(area.center())
            draw_icon(painter, self._ctx.theme, "chevron-down", "text2", inner)


def _at_right(room: QRect) -> QRect:
    """Return the square of a mark at the right end of this room."""
    return QRect(room.right() - _ARROW + 1, room.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW)
