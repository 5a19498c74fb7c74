"""Hold what everything on a board is drawn with: the theme's colours, letters of a few sizes, icons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import Tint

_FIGURES = QFont.Tag("tnum")
FADED = 0.28
"""How much is left of an item that is not the one's one sees as."""
LEAST_CUT = 2
"""Letters, with the ellipsis, under which a text is better cut off plainly."""
_HALF, _OFF = 0.45, 0.5


@dataclass(frozen=True)
class Face:
    """Be letters of one size with their measures."""

    font: QFont
    measures: QFontMetricsF

    @property
    def height(self) -> float:
        return self.measures.height()

    def wide(self, text: str) -> float:
        """Return the width of a text."""
        return _width(self, text)

    def cut(self, text: str, room: float) -> str:
        """Return a text with an ellipsis where it does not fit."""
        if self.wide(text) <= room:
            return text
        cut = self.measures.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return cut if len(cut) > LEAST_CUT else self._clipped(text, room)

    def _clipped(self, text: str, room: float) -> str:
        """Return the first letters that fit: where there is room for two, an ellipsis would leave one."""
        fitting = (text[:count] for count in range(LEAST_CUT + 1, 0, -1) if self.wide(text[:count]) <= room)
        return next(fitting, "")

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(maxsize=8192)
def _width(face: Face, text: str) -> float:
    return face.measures.horizontalAdvance(text)


class Ink:
    """Be a theme ready to draw with."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.name = theme, theme.tokens.name
        self.title, self.small = _face("pill"), _face("caption", figures=True)
        self.struck = _face("pill", struck=True)
        self.day, self.hour = _face("strong"), _face("caption", figures=True)
        self.tiny = _face("caption")
        self._tight = [_face("pill", pixels=roomy(size)) for size in (9, 10, 11)]
        self.times = _face("pill", figures=True)
        self._colours: dict[str, QColor] = {}

    def tight(self, height: float) -> Face:
        """Return the letters that fit a line of this height."""
        fitting = (face for face in reversed(self._tight) if face.measures.capHeight() + 3.4 <= height)
        return next(fitting, self._tight[0])

    def colour(self, name: str) -> QColor:
        """Return a token's colour."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = self.theme.colour(name)
        return found

    def tint(self, family: str) -> Tint:
        """Return the colours of a family of kinds."""
        return self.theme.tokens.tints[family]

    @property
    def half_line(self) -> QColor:
        """Return the colour of half hours and lanes: the border, fainter."""
        return blended(self.colour("border"), self.colour("surface"), _HALF)

    @property
    def off_hours(self) -> QColor:
        """Return the ground of early and late hours."""
        return blended(self.colour("surface2"), self.colour("surface"), _OFF)

    def icon(self, painter: QPainter, name: str, colour: str, x: float, y: float, size: int) -> None:
        """Draw an icon."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(QPointF(x, y), self.theme.pixmap(name, colour, size, ratio))


def blended(one: QColor, other: QColor, share: float) -> QColor:
    """Return a mixture with this share of the first colour."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def centred(painter: QPainter, area: QRectF, text: str) -> None:
    """Draw one line in the middle of an area."""
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def _face(role: str, *, figures: bool = False, struck: bool = False, pixels: int = 0) -> Face:
    letters = font(role)
    if pixels:
        letters.setPixelSize(pixels)
    letters.setStrikeOut(struck)
    if figures:
        letters.setFeature(_FIGURES, 1)
    return Face(letters, QFontMetricsF(letters))
