"""Be the place of a photo or a logo; without one, the first letters of the name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from missionplanner.gui.theme import Theme, font
from missionplanner.gui.widgets.stored_picture import draw_whole

SIZE = 48


class Portrait(QWidget):
    """Show a picture in a square with round corners, or letters.

    ``whole`` shows all of it on white, as a logo wants; else what is too long is cut, as of a face.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("portrait")
        self._theme = theme
        self._picture = QPixmap()
        self._letters = ""
        self.whole = False
        self.setFixedSize(SIZE, SIZE)

    def show_picture(self, picture: QPixmap, name: str) -> None:
        """Show a picture; an empty one is the first letters of the name."""
        self._picture = picture
        words = [word for word in name.split() if word[:1].isalnum()]
        self._letters = "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(self.rect().toRectF(), 8, 8)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), self._theme.colour("selected"))
        if self.whole and not self._picture.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            draw_whole(painter, self._picture, self.rect().toRectF().adjusted(4, 4, -4, -4))
        elif not self._picture.isNull():
            cut = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            place = QRect(
                (self.width() - cut.width()) // 2, (self.height() - cut.height()) // 2, cut.width(), cut.height()
            )
            painter.drawPixmap(place, self._picture)
        else:
            painter.setFont(font("title"))
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 4))
            painter.drawRoundedRect(self.rect().toRectF(), 8, 8)
