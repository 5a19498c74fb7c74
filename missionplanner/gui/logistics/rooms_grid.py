"""Show the rooming grid: rooms as rows, nights as columns, each stay one bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from missionplanner.domain import records as r
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.rooms_model import Cell, RoomsModel
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.alone import GoesAlone
from missionplanner.gui.widgets.painting import draw_icon

Index = QModelIndex | QPersistentModelIndex
ROW, NAME, NIGHT = 34, 190, 132
_NAMES_FROM = 11
"""Pixels from the edge of a cell to the names in its bar."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RoomsGrid(GoesAlone, QTableView):
    """Be the grid. ``chosen`` tells that another cell is, ``opened`` that Enter was pressed on it."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.rooms = RoomsModel(ctx, self)
        self.lit: frozenset[UUID] = frozenset()
        self.setModel(self.rooms)
        self.setObjectName("rooms_grid")
        self.setAccessibleName(ctx.t("Rooms by night"))
        self.setItemDelegate(RoomDelegate(self, self.rooms, ctx.theme))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setFont(font("label"))
        head.setFixedHeight(roomy(32))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        tokens = ctx.theme.tokens
        head.setStyleSheet(
            f"QHeaderView {{ background: {tokens.surface}; }}"
            f" QHeaderView::section {{ background: {tokens.surface}; color: {tokens.text2}; border: none;"
            f" border-bottom: 1px solid {tokens.border_strong}; padding-left: 11px; }}"
        )
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(roomy(ROW))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_changed: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_changed: self.chosen.emit())

    # -- what is shown and chosen -----------------------------------------------------------------

    def refill(self, fill: Callable[[RoomsModel], object]) -> None:
        """Show the grid anew; what was chosen stays chosen, and so does the place one had scrolled to."""
        kept = [one.id for one in self.chosen_stays()]
        current, place = self.currentIndex(), self.verticalScrollBar().value()
        at = (current.row(), current.column())
        self.clearSpans()
        fill(self.rooms)
        for row, column, count in self.rooms.spans:
            self.setSpan(row, column, 1, count)
        self._fit()
        self.verticalScrollBar().setValue(place)
        if kept:
            self.choose(kept)
        elif 0 <= at[0] < self.rooms.rowCount() and at[1] < self.rooms.columnCount():
            self.setCurrentIndex(self.rooms.index(*at))

    def _fit(self) -> None:
        count = self.rooms.columnCount() - 1
        if count < 1:
            return
        name = roomy(NAME)
        room = max(0, self.viewport().width() - name)
        width = max(roomy(NIGHT), room // count)
        for column in range(count + 1):
            self.setColumnWidth(column, width if column else name)

    def cell(self) -> Cell | None:
        """Return the cell one is at: of a room's name the first of its stays."""
        index = self.currentIndex()
        found = self.rooms.cell(index)
        stays = self.rooms.stays_of(index.row()) if index.isValid() else ()
        if found is None and stays and index.column() == 0:
            return self.rooms.cell(self.rooms.place_of(stays[0].id))
        return found

    def chosen_stays(self) -> list[r.Stay]:
        """Return the chosen stays, those of a chosen name of a room too."""
        found: dict[UUID, r.Stay] = {}
        for index in self.selectionModel().selectedIndexes():
            cell = self.rooms.cell(index)
            some = self.rooms.stays_of(index.row()) if index.column() == 0 else ()
            for stay in (cell.stay,) if cell is not None and cell.stay is not None else some:
                found[stay.id] = stay
        return list(found.values())

    def choose(self, stays: list[UUID]) -> None:
        """Choose stays and bring the first into sight."""
        model = self.selectionModel()
        places = [one for one in map(self.rooms.place_of, stays) if one.isValid()]
        if not places:
            return
        model.setCurrentIndex(places[0], QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for one in places[1:]:
            model.select(one, QItemSelectionModel.SelectionFlag.Select)
        self.scrollTo(places[0])

    def begin(self) -> None:
        """Have a current cell: who has no bed, else the first room."""
        if not self.currentIndex().isValid():
            for row in range(self.rooms.rowCount()):
                for column in range(1, self.rooms.columnCount()):
                    index = self.rooms.index(row, column)
                    if self.rooms.cell(index) is not None:
                        self.setCurrentIndex(index)
                        return

    # -- carrying ---------------------------------------------------------------------------------

    def light(self, stays: frozenset[UUID]) -> None:
        """Light the rooms that what is carried can go to."""
        self.lit = stays
        self.viewport().update()

    def name_at(self, index: Index, at: QPoint, names: Sequence[str]) -> int:
        """Return which of the names in a bar is under a spot."""
        measures = QFontMetrics(font("body"))
        left = self.visualRect(index).left() + _NAMES_FROM
        for place, name in enumerate(names[:-1]):
            left += measures.horizontalAdvance(f"{name}, ")
            if at.x() < left:
                return place
        return len(names) - 1

    # -- Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # no search by typing: letters are keys of the page
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()


class RoomDelegate(QStyledItemDelegate):
    """Draw bars with their guests: dashed where a bed is free, outlined where something is odd."""

    def __init__(self, view: RoomsGrid, rooms: RoomsModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._rooms, self._theme = view, rooms, theme
        self._body, self._strong, self._small = font("body"), font("strong"), font("small")
        self._measures = QFontMetrics(self._body)
        names = "surface surface2 border selected accent text text2 text3 info_bg warn warn_bg danger danger_bg"
        self._ink: dict[str, QColor] = {name: theme.colour(name) for name in names.split()}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(roomy(NIGHT), roomy(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() >= len(self._rooms.rows):
            return
        row, area, ink = self._rooms.rows[index.row()], QRect(option.rect), self._ink
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, ink["surface2" if row.rooms else "surface"])
        painter.setPen(ink["border"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if row.rooms:
            self._hotel(painter, area, row.hotel, row.rooms)
        elif index.column() == 0:
            self._name(painter, area, str(index.data()), chosen, bold=row.lacks)
        else:
            if not row.rooms:
                painter.drawLine(area.topLeft(), area.bottomLeft())
            cell = self._rooms.cell(index)
            if cell is not None:
                self._bar(painter, area.adjusted(3, 3, -3, -4), cell, chosen)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(ink["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 5, 5)
        painter.restore()

    def _hotel(self, painter: QPainter, area: QRect, name: str, rooms: int) -> None:
        side = roomy(16)
        square = QRect(area.left() + 12, area.center().y() - side // 2, side, side)
        draw_icon(painter, self._theme, "hotel", "text2", square)
        painter.setFont(self._strong)
        painter.setPen(self._ink["text"])
        words = area.adjusted(side + 20, 0, -8, 0)
        painter.drawText(words, _MIDDLE, name)
        painter.setFont(self._small)
        painter.setPen(self._ink["text2"])
        left = QFontMetrics(self._strong).horizontalAdvance(name) + 12
        painter.drawText(words.adjusted(left, 0, 0, 0), _MIDDLE, str(rooms))

    def _name(self, painter: QPainter, area: QRect, text: str, chosen: bool, *, bold: bool) -> None:
        if chosen:
            painter.fillRect(area.adjusted(0, 0, 0, -1), self._ink["selected"])
        painter.setFont(self._strong if bold else self._body)
        painter.setPen(self._ink["warn" if bold else "text2"])
        inner = area.adjusted(12, 0, -6, 0)
        painter.drawText(
            inner, _MIDDLE, self._measures.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        )

    def _bar(self, painter: QPainter, area: QRect, cell: Cell, chosen: bool) -> None:
        ink = self._ink
        ground, edge = "info_bg", "info_bg"
        if cell.tone:
            ground, edge = f"{cell.tone}_bg", cell.tone
        elif cell.free and cell.stay is not None:
            ground, edge = "surface", "text3"
        chosen = chosen or (cell.stay is not None and cell.stay.id in self._view.lit)
        painter.setBrush(ink["selected" if chosen and cell.stay is not None else ground])
        pen = QPen(ink["accent" if chosen else edge], 2 if chosen else 1)
        if cell.free and cell.stay is not None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        inner = area.adjusted(8, 0, -6, 0)
        if cell.tone:
            side = roomy(14)
            square = QRect(inner.left(), inner.center().y() - side // 2, side, side)
            draw_icon(painter, self._theme, "triangle-alert", cell.tone, square)
            inner.setLeft(inner.left() + side + 5)
        painter.setFont(self._strong if cell.stay is None else self._body)
        empty = cell.stay is not None and not cell.people
        painter.setPen(ink["text3" if empty else "text"])
        text = self._measures.elidedText(cell.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _MIDDLE, text)
