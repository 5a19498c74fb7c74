"""Show a day's items as a list one can walk, edit and read out."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from missionplanner.base.i18n import Translator
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.gui.models.agenda import ROW, AgendaModel, Row
from missionplanner.gui.theme import Theme, font, metrics
from missionplanner.gui.tokens import Tint
from missionplanner.gui.widgets.basics import draw_lines
from missionplanner.gui.widgets.painting import draw_icon, draw_pill

ROW_HEIGHT, GAP, GUTTER = 54, 6, 92
_UNSURE = (ItemStatus.IDEA, ItemStatus.REQUESTED, ItemStatus.TENTATIVE)

AnyIndex = QModelIndex | QPersistentModelIndex


class AgendaList(QListView):
    """Be the list of one day. Keys for editing are actions of the page; here are only Qt's own."""

    def __init__(self, model: AgendaModel, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("items")
        self.setAccessibleName(t("Items of the day"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(theme, t, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)

    def chosen(self) -> list[Row]:
        """Return the selected rows, from top to bottom."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [row for place in places if isinstance(row := self._row(place), Row)]

    def current(self) -> Row | None:
        """Return the row with the focus."""
        return self._row(self.currentIndex().row())

    def choose(self, identities: list[UUID]) -> None:
        """Select items, the first of them with the focus."""
        model = self.model()
        if not isinstance(model, AgendaModel):
            return
        places = [place for one in identities if (place := model.place_of(one)) is not None]
        if not places:
            return
        selection = self.selectionModel()
        flag = selection.SelectionFlag
        selection.setCurrentIndex(model.index(places[0]), flag.ClearAndSelect)
        for place in places[1:]:
            selection.select(model.index(place), flag.Select)
        self.scrollTo(model.index(places[0]))

    def choose_place(self, place: int) -> None:
        """Select the row at a place, or the last one where there are fewer."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model().index(min(max(place, 0), last), 0))

    def _row(self, place: int) -> Row | None:
        found = self.model().index(place, 0).data(ROW)
        return found if isinstance(found, Row) else None


class _TitleEditor(QLineEdit):
    """Be the field of a title: while it is there, keys are typing, not the list's actions."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class _Delegate(QStyledItemDelegate):
    """Paint a row: its times at the left, the item as a block in the colours of its kind."""

    def __init__(self, theme: Theme, t: Translator, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self.t = theme, t

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(320, ROW_HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._times(painter, row, area)
        block = _block(area)
        tint = self._theme.tokens.tint(row.item.kind)
        self._ground(painter, row, block, tint, state)
        draw_icon(painter, self._theme, row.icon, tint.bar, QRect(block.x() + 16, block.center().y() - 9, 18, 18))
        right = self._marks(painter, row, block)
        self._words(painter, row, _words_area(block, right), tint)
        painter.restore()

    def createEditor(  # noqa: N802 - the names are Qt's
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = _TitleEditor(parent)
        editor.setObjectName("title_editor")
        editor.setAccessibleName(self.t("Title"))
        editor.setFont(font("strong"))
        editor.setMaxLength(500)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        block = _block(option.rect)
        height = editor.sizeHint().height()
        editor.setGeometry(block.x() + 40, block.center().y() - height // 2, block.width() - 52, height)

    def _times(self, painter: QPainter, row: Row, area: QRect) -> None:
        middle = area.y() + ROW_HEIGHT // 2
        top = middle - 18 if row.end else middle - 9
        room = QRect(area.x(), top, GUTTER - 14, 18)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("time"))
        painter.setPen(self._theme.colour("text" if row.start else "text3"))
        painter.drawText(room, right, row.start or "–")
        painter.setPen(self._theme.colour("text3"))
        painter.drawText(room.translated(0, 18), right, row.end)

    def _ground(self, painter: QPainter, row: Row, block: QRect, tint: Tint, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(block, 8, 8)
        painter.setBrush(QColor(tint.bar))
        painter.drawRoundedRect(QRect(block.x(), block.y(), 8, block.height()), 4, 4)
        painter.setBrush(QColor(tint.ground))
        painter.drawRect(QRect(block.x() + 4, block.y(), 5, block.height()))
        pen = self._border(row, tint, state)
        if pen is not None:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(block.toRectF().adjusted(1, 1, -1, -1), 8, 8)

    def _border(self, row: Row, tint: Tint, state: QStyle.StateFlag) -> QPen | None:
        if state & QStyle.StateFlag.State_Selected:
            return QPen(self._theme.colour("accent"), 2)
        if row.clash:
            return QPen(self._theme.colour("danger"), 1.5)
        if row.item.status in _UNSURE:
            return QPen(QColor(tint.bar), 1, Qt.PenStyle.DashLine)
        if state & QStyle.StateFlag.State_MouseOver:
            return QPen(QColor(tint.bar), 1)
        return None

    def _marks(self, painter: QPainter, row: Row, block: QRect) -> int:
        """Draw status, lock and issues from the right edge; return where the words have to end."""
        right, middle = block.right() - 12, block.center().y()
        if row.issues:
            colour = "danger" if row.clash else "warn"
            draw_icon(painter, self._theme, "triangle-alert", colour, QRect(right - 18, middle - 9, 18, 18))
            right -= 26
        if row.item.locked:
            draw_icon(painter, self._theme, "lock", "text3", QRect(right - 15, middle - 7, 15, 15))
            right -= 23
        if row.status:
            right = draw_pill(painter, self._theme, row.status, row.tone, right, middle) - 10
        return right

    def _words(self, painter: QPainter, row: Row, area: QRect, tint: Tint) -> None:
        title = font("strong")
        title.setStrikeOut(row.faint)
        painter.setFont(title)
        painter.setPen(QColor(tint.text))
        top = area.y() if row.facts else area.center().y() - metrics("strong").height() // 2
        draw_lines(painter, QRect(area.x(), top, area.width(), 18), row.title)
        painter.setFont(font("small"))
        draw_lines(painter, QRect(area.x(), area.y() + 20, area.width(), 18), row.facts)


def _block(area: QRect) -> QRect:
    return QRect(area.x() + GUTTER, area.y(), area.width() - GUTTER - 12, ROW_HEIGHT)


def _words_area(block: QRect, right: int) -> QRect:
    left = block.x() + 46
    return QRect(left, block.y() + 8, max(20, right - left), 40)
