"""Hold chips and small buttons in lines, as words are."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.gui.widgets.flow import Wrap


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
