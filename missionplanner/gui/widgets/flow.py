"""Lay out cards in as many equal columns as fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Columns(QLayout):
    """Give each item the width of a column, at least ``narrowest`` and at most ``widest`` pixels."""

    def __init__(self, parent: QWidget, *, narrowest: int = 340, widest: int = 420, gap: int = 12) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._narrowest, self._widest, self._gap = narrowest, widest, gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - the names are Qt's
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._place(QRect(0, 0, width, 0), apply=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(self._narrowest, tallest)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        self._place(area, apply=True)

    def columns(self, width: int) -> int:
        """Return how many columns a width holds."""
        return max(1, (width + self._gap) // (self._narrowest + self._gap))

    def _place(self, area: QRect, *, apply: bool) -> int:
        columns = self.columns(area.width())
        width = min(self._widest, (area.width() - (columns - 1) * self._gap) // columns)
        top = area.y()
        for begin in range(0, len(self._items), columns):
            row = self._items[begin : begin + columns]
            height = max(_height(item, width) for item in row)
            for number, item in enumerate(row):
                if apply:
                    left = area.x() + number * (width + self._gap)
                    item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            top += height + self._gap
        return max(0, top - self._gap - area.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
