"""List the sheets of a workbook: what each is, whether it is taken in; the one in front is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.painting import draw_icon

if TYPE_CHECKING:
    from missionplanner.services.imports import SheetSeen

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROW, _BOX, _PAD = 48, 18, 10
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class Sheets(QAbstractListModel):
    """Follow a review: its sheets, ticked where they are taken in."""

    def __init__(self, ctx: Context, review: Review, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._review = ctx, review
        self.seen: tuple[SheetSeen, ...] = ()
        review.read_anew.connect(self.follow)
        review.proposed.connect(self._freshen)

    def follow(self) -> None:
        """Show the sheets of the reading there is now."""
        if self.seen != self._review.sheets.seen:
            self.beginResetModel()
            self.seen = self._review.sheets.seen
            self.endResetModel()
        self._freshen()

    def _freshen(self) -> None:
        if self.seen:
            self.dataChanged.emit(self.index(0), self.index(len(self.seen) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.seen)

    def words(self, one: SheetSeen) -> str:
        """Return what a sheet is and how long."""
        from missionplanner.services.imports import NAMES

        t = self._ctx.t
        if not one.rows:
            return t("Empty")
        reading = self._review.sheets.readings.get(one.number)
        form = reading.form if reading is not None and reading.drafts else one.form
        name = t(NAMES[form]) if form is not None else t("Not recognised")
        rows = t.plural("{count} row", "{count} rows", one.rows)
        if one.number in self._review.sheets.done:
            rows = t("taken in")
        return self._ctx.wording.listed((name, rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.seen):
            return None
        one = self.seen[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}: {self.words(one)}"
        if role == Qt.ItemDataRole.CheckStateRole and one.rows:
            ticked = one.number in self._review.sheets.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self.seen) or not self.seen[index.row()].rows:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.CheckStateRole or not self.seen[index.row()].rows:
            return False
        self._review.tick(self.seen[index.row()].number, Qt.CheckState(value) is Qt.CheckState.Checked)
        self._freshen()
        return True

    def toggle(self, row: int) -> None:
        """Tick a sheet, or take its tick away."""
        on = self.data(self.index(row), Qt.ItemDataRole.CheckStateRole) is not Qt.CheckState.Checked
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.setData(self.index(row), state, Qt.ItemDataRole.CheckStateRole)


class SheetsList(QListView):
    """Show the sheets; choosing one brings it in front, Space or a press on its box ticks it."""

    def __init__(self, ctx: Context, review: Review) -> None:
        super().__init__()
        self._review = review
        self.setObjectName("import_sheets")
        self.setAccessibleName(ctx.t("Sheets of the file"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheets = Sheets(ctx, review, self)
        self.setModel(self.sheets)
        self.setItemDelegate(_Cells(self, ctx.theme))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        review.read_anew.connect(self.follow)

    def follow(self) -> None:
        """Choose the sheet that is in front."""
        reading = self._review.reading
        for row, one in enumerate(self.sheets.seen):
            if reading is not None and one.number == reading.sheet and row != self.currentIndex().row():
                self.setCurrentIndex(self.sheets.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - the names are Qt's
        super().currentChanged(current, previous)
        reading = self._review.reading
        if current.isValid() and reading is not None:
            number = self.sheets.seen[current.row()].number
            if number != reading.sheet:
                self._review.show_sheet(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.sheets.toggle(self.currentIndex().row())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # which is the dialog's
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and event.position().x() < roomy(_BOX) + 2 * _PAD
            and self.sheets.seen[index.row()].rows
        ):
            self.sheets.toggle(index.row())
            return
        super().mousePressEvent(event)


class _Cells(QStyledItemDelegate):
    def __init__(self, view: SheetsList, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(roomy(160), roomy(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._view.sheets
        if not 0 <= index.row() < len(model.seen):
            return
        one, area, theme = model.seen[index.row()], QRect(option.rect), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.colour("selected" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        side = roomy(_BOX)
        box = QRect(area.left() + _PAD, area.center().y() - side // 2, side, side)
        ticked = model.data(index, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        if one.rows:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent" if ticked else "border_strong"), 1))
            painter.setBrush(theme.colour("accent" if ticked else "surface"))
            painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            draw_icon(painter, theme, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        text = area.adjusted(side + 2 * _PAD, 4, -_PAD, -4)
        upper, lower = text.adjusted(0, 0, 0, -text.height() // 2), text.adjusted(0, text.height() // 2, 0, 0)
        for words, role, colour, part in (
            (one.name, "strong", "text", upper),
            (model.words(one), "small", "text2", lower),
        ):
            painter.setFont(font(role))
            painter.setPen(theme.colour(colour if one.rows else "text3"))
            fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, _LINE, fitting)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
