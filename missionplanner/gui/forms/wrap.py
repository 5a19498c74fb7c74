"""Lay chips and small buttons out in lines, as words are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Wrap(QLayout):
    """Put items beside each other at their own size and begin a line where the width ends."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
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
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(0, max((one.height() for one in hints), default=0))

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        self._place(area, apply=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, area: QRect, *, apply: bool) -> int:
        left, top, height = area.x(), area.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            width = min(size.width(), area.width())
            if left > area.x() and left + width > area.x() + area.width():
                left, top, height = area.x(), top + height + self._gap, 0
            if apply:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, size.height())))
            left += width + self._gap
            height = max(height, size.height())
        return top + height - area.y()


class Wrapped(QWidget):
    """Be as high as the lines of its chips."""

    def __init__(self, gap: int = 6, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._wrap = Wrap(gap)
        self.setLayout(self._wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Add chips at the end."""
        for one in widgets:
            self._wrap.addWidget(one)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        """Keep the height of all lines: a scroll area asks for the least height whatever the width."""
        self.setMinimumHeight(self._wrap.heightForWidth(max(1, self.width())))

    def arrange(self) -> None:
        """Give chips whose words have changed the room they need now, not when Qt next looks at them."""
        for chip in self.chips():
            inner = chip.layout()
            if inner is not None:
                inner.activate()
            chip.updateGeometry()
        self._wrap.invalidate()
        self._wrap.activate()
        self._hold()

    def clear(self) -> None:
        """Take all chips away."""
        while self._wrap.count():
            item = self._wrap.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def chips(self) -> list[QWidget]:
        """Return the chips in their order."""
        items = (self._wrap.itemAt(place) for place in range(self._wrap.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]
