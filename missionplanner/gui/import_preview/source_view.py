"""Show the text of a file, line by line, with the lines lit that the chosen entry was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, roomy

if TYPE_CHECKING:
    from missionplanner.services.imports import Reading

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_PAD, _NUMBER = 8, 34


class Lines(QAbstractListModel):
    """Be the lines of a file; ``numbers`` are the entries read from each, ``keys`` the fields, where it is one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[str, ...] = ()
        self.numbers: dict[int, int] = {}
        self.keys: dict[int, str] = {}

    def show(self, reading: Reading) -> None:
        """Show the lines of another reading."""
        self.beginResetModel()
        self.lines, self.numbers, self.keys = reading.lines, {}, {}
        for one in reading.drafts:
            if one.line is not None:
                self.numbers.setdefault(one.line, one.number)
            for key, line in one.places.items():
                self.numbers.setdefault(line, one.number)
                self.keys.setdefault(line, key)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - the name is Qt's
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.row() < len(
            self.lines
        ):
            return self.lines[index.row()]
        return None


class SourceView(QListView):
    """Be the text beside what was read of it; ``picked`` carries entry and field of a line that was chosen."""

    picked = Signal(int, str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("import_source")
        self.setAccessibleName(ctx.t("Text of the file"))
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Line(self, ctx.theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._following = False
        self.around: frozenset[int] = frozenset()
        """Lines the entry in front was read from beside the one that is lit."""

    def light(self, line: int | None, around: frozenset[int] = frozenset()) -> None:
        """Light a line and bring it into sight; those ``around`` it a little."""
        self._following, self.around = True, around
        if line is None or line >= self.lines.rowCount():
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self.lines.index(line))
            self.scrollTo(self.lines.index(line), QListView.ScrollHint.EnsureVisible)
        self._following = False
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - the name is Qt's
        super().currentChanged(current, previous)
        number = self.lines.numbers.get(current.row())
        if number is not None and not self._following:
            self.picked.emit(number, self.lines.keys.get(current.row(), ""))


class _Line(QStyledItemDelegate):
    def __init__(self, view: SourceView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme, self._font = view, theme, font("small")

    def _layout(self, text: str, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text or " ", self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            line.setPosition(line.position() + _down(height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        width = self._view.viewport().width() - roomy(_NUMBER) - 2 * _PAD
        _, height = self._layout(str(index.data() or ""), width)
        return QSize(self._view.viewport().width(), round(height) + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, theme = QRect(option.rect), self._theme
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        read = index.row() in self._view.lines.numbers
        if lit:
            painter.fillRect(area, theme.colour("selected"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        elif index.row() in self._view.around:
            painter.fillRect(area, theme.colour("surface2"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("border_strong"))
        painter.setFont(self._font)
        painter.setPen(theme.colour("text3"))
        number = QRect(area.left() + 4, area.top() + 3, roomy(_NUMBER) - 8, area.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(index.row() + 1))
        painter.setPen(theme.colour("text" if read or lit else "text2"))
        layout, _ = self._layout(str(index.data() or ""), area.width() - roomy(_NUMBER) - 2 * _PAD)
        layout.draw(painter, (area.topLeft().toPointF() + _right(roomy(_NUMBER) + _PAD) + _down(3)))


def _down(distance: float) -> QPointF:
    return QPointF(0.0, distance)


def _right(distance: float) -> QPointF:
    return QPointF(float(distance), 0.0)
