"""Lay out what fills lines: cards in as many equal columns as fit, chips beside each other as words are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrap(QLayout):
    """Put items beside each other at their own size and begin a line where the width ends."""

    def __init__(self, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - the names are Qt's
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        found = self._heights.get(width)  # asked many times while what is around it is laid out
        if found is None:
            found = self._heights[width] = self.placed(QRect(0, 0, width, 0), apply=False)
        return found

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(0, max((one.height() for one in hints), default=0))

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        self.placed(area, apply=True)

    def placed(self, area: QRect, *, apply: bool) -> int:
        """Return the height the items take in an area's width; ``apply`` also puts them there."""
        top = area.y()
        for line in self._lines(area.width()):
            height, left = max(size.height() for _item, size in line), area.x()
            for item, size in line if apply else ():
                beside = (height - size.height()) // 2  # what is lower stands in the middle of its line
                item.setGeometry(QRect(QPoint(left, top + beside), size))
                left += size.width() + self._gap
            top += height + self._gap
        return max(0, top - self._gap - area.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items of each line with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class Columns(Wrap):
    """Give each item the width of a column, at least ``narrowest`` and at most ``widest`` pixels."""

    def __init__(self, parent: QWidget, *, narrowest: int = 340, widest: int = 420, gap: int = 12) -> None:
        super().__init__(gap, parent)
        self._narrowest, self._widest = narrowest, widest

    def minimumSize(self) -> QSize:  # noqa: N802 - the name is Qt's
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(self._narrowest, tallest)

    def columns(self, width: int) -> int:
        """Return how many columns a width holds."""
        return max(1, (width + self._gap) // (self._narrowest + self._gap))

    def placed(self, area: QRect, *, apply: bool) -> int:
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
