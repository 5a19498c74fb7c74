"""Be a card with one figure: what it counts, the figure large, how far it is, what stands below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.results.figures_words import Tile
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.basics import label, picture

_LARGE = 8
"""Characters of a figure that have room in the largest letters."""


class TileCard(QFrame):
    """Show one figure."""

    def __init__(self, theme: Theme, tile: Tile) -> None:
        super().__init__()
        self.setObjectName(f"figure_{tile.name}")
        self.setProperty("look", "card")
        self._figure = label("", "display", name=f"figure_{tile.name}_value")
        self._detail = label("", "small", tone="quiet", name=f"figure_{tile.name}_detail", wrap=True)
        self._gauge = _Gauge(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(7)
        if tile.icon:
            top.addWidget(picture(theme, tile.icon, "text3", 16))
        self._title = label(tile.title, "label", tone="quiet", wrap=True)
        top.addWidget(self._title, 1)
        column.addLayout(top)
        column.addWidget(self._figure)
        column.addWidget(self._gauge)
        column.addWidget(self._detail)
        column.addStretch(1)
        self.show_tile(tile)

    def show_tile(self, tile: Tile) -> None:
        """Show another figure of the same kind."""
        self.setAccessibleName(f"{tile.title}: {tile.figure}")
        self.setAccessibleDescription(tile.detail)
        self._figure.setText(tile.figure)
        self._figure.setFont(font("h1" if len(tile.figure) > _LARGE else "display"))
        self._detail.setText(tile.detail)
        self._detail.setVisible(bool(tile.detail))
        self._gauge.show_share(tile.share, tile.tone)

    @property
    def figure(self) -> str:
        """Return the figure as it stands there."""
        return self._figure.text()

    @property
    def detail(self) -> str:
        """Return what stands below it."""
        return self._detail.text()


class _Gauge(QWidget):
    """Repeat a share as a thin bar: the figure above says it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share, self._tone = theme, 0.0, "accent"
        self.setFixedHeight(roomy(6))

    def show_share(self, share: float | None, tone: str) -> None:
        self.setVisible(share is not None)
        self._share, self._tone = min(max(share or 0.0, 0.0), 1.0), tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(roomy(80), roomy(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("border"))
        painter.drawRoundedRect(self.rect(), 3, 3)
        wide = round(self.width() * self._share)
        if wide > 0:
            painter.setBrush(self._theme.colour(self._tone))
            painter.drawRoundedRect(QRect(0, 0, max(wide, 6), self.height()), 3, 3)
