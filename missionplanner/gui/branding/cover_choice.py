"""Choose one of two covers by its picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from missionplanner.domain.vocabulary import CoverStyle
from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label

_WIDE, _TALL = 60, 84
_FINE = 2
"""Pixels of a picture for each logical one."""


class CoverChoice(QWidget):
    """Show both covers in the mission's colour; the arrow keys go from one to the other."""

    def __init__(self, ctx: Context, now: CoverStyle | None) -> None:
        super().__init__()
        t = ctx.t
        self.setObjectName("cover_choice")
        self.setAccessibleName(t("Cover"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        above: QLabel = label(t("Cover of the programme"), "label", tone="quiet")
        column.addWidget(above)
        row = QVBoxLayout()
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self._styles = list(CoverStyle)
        words = {CoverStyle.INSTITUTIONAL: t("Institutional"), CoverStyle.ILLUSTRATED: t("Illustrated")}
        for number, style in enumerate(self._styles):
            made = button(f"  {words[style]}", f"cover_{style}", look="chip")
            made.setCheckable(True)
            made.setChecked(style is (now or CoverStyle.INSTITUTIONAL))
            made.setIconSize(QSize(roomy(_WIDE), roomy(_TALL)))
            made.setMinimumHeight(roomy(_TALL + 20))
            made.setAccessibleName(t("Cover: {style}", style=words[style]))
            self._group.addButton(made, number)
            row.addWidget(made)
        column.addLayout(row)
        self.tint("", ctx)

    def style_chosen(self) -> CoverStyle:
        """Return the cover that is chosen."""
        return self._styles[self._group.checkedId()]

    def tint(self, accent: str, ctx: Context) -> None:
        """Paint both covers in a colour, "" for the program's own."""
        colour = QColor(accent) if accent else ctx.theme.colour("accent")
        for number, style in enumerate(self._styles):
            self._group.button(number).setIcon(QIcon(_picture(style, colour, ctx.theme.colour("border_strong"))))


def _picture(style: CoverStyle, accent: QColor, edge: QColor) -> QPixmap:
    made = QPixmap(_WIDE * _FINE, _TALL * _FINE)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    page = QRectF(0.5, 0.5, _WIDE - 1, _TALL - 1)
    painter.fillRect(page, Qt.GlobalColor.white if style is CoverStyle.INSTITUTIONAL else accent.lighter(185))
    (_institutional if style is CoverStyle.INSTITUTIONAL else _illustrated)(painter, accent)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(page)
    painter.end()
    return made


def _institutional(painter: QPainter, accent: QColor) -> None:
    """Paint logos in a row, a title, facts."""
    grey = accent.darker(250)
    for x in (7, 22, 37):
        painter.fillRect(QRectF(x, 8, 11, 5), accent.lighter(150))
    painter.fillRect(QRectF(7, 30, 10, 1.5), accent)
    for y, wide in ((35, 38), (42, 30)):
        painter.fillRect(QRectF(7, y, wide, 4.5), grey)
    for x in (7, 22, 37):
        painter.fillRect(QRectF(x, 64, 12, 1), grey)
        painter.fillRect(QRectF(x, 68, 8, 1.5), accent.lighter(150))


def _illustrated(painter: QPainter, accent: QColor) -> None:
    """Paint a title, a sun, hills."""
    for y, wide in ((12, 38), (19, 30)):
        painter.fillRect(QRectF(7, y, wide, 4.5), accent.darker(250))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(QRectF(31, 32, 20, 20))
    for top, shade in ((46, 120), (55, 170), (64, 250)):
        hill = QPainterPath()
        hill.moveTo(1, _TALL - 1)
        hill.lineTo(1, top + 4)
        hill.cubicTo(16, top - 10, 34, top + 14, _WIDE - 1, top - 2)
        hill.lineTo(_WIDE - 1, _TALL - 1)
        hill.closeSubpath()
        painter.setBrush(accent.darker(shade))
        painter.drawPath(hill)
