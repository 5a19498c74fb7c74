"""Make labels and buttons the way all pages want them: plain text, a role's font, a name for everyone."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from missionplanner.gui.theme import Theme, font, roomy

ICON = 16
"""Pixels of an icon beside words, at the usual size of letters."""


def label(text: str, role: str = "body", *, tone: str = "", name: str = "", wrap: bool = False) -> QLabel:
    """Return a label that shows its text as it is, whatever marks it holds."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(font(role))
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    made.setObjectName(name)
    return made


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is, whatever marks it holds: Qt guesses at rich text in tips."""
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>") if text else ""


def pill(text: str, tone: str) -> QLabel:
    """Return a status in its colour; the word says it, the colour only repeats it."""
    made = label(text, "pill")
    made.setProperty("pill", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def button(text: str, name: str, *, look: str = "") -> QPushButton:
    """Return a button. ``look`` is primary, danger, flat, link or nothing for a plain one."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setFont(font("strong" if look in ("primary", "danger", "link") else "button"))
    if look:
        made.setProperty("look", look)
    made.setAutoDefault(False)
    return made


def icon_button(text: str, name: str, icon: str, theme: Theme, *, look: str = "") -> QPushButton:
    """Return a button with an icon before its words."""
    made = button(f" {text}", name, look=look)
    made.setAccessibleName(text)
    shade = {"primary": "on_accent", "link": "accent"}.get(look, "text2")
    set_icon(made, theme.icon(icon, shade, ICON))
    return made


def set_icon(made: QAbstractButton, icon: QIcon, size: int = ICON) -> None:
    """Put an icon on a button, grown as its words are. ``size`` is in pixels at the usual size of letters."""
    made.setIcon(icon)
    made.setIconSize(QSize(roomy(size), roomy(size)))


class ActionButton(QPushButton):
    """Do an action; follow its state, words and keys."""

    def __init__(self, action: QAction, theme: Theme, *, look: str = "", icon_only: bool = False) -> None:
        super().__init__()
        self._action, self._icon_only = action, icon_only
        self.setObjectName(f"{action.objectName()}_button")
        self.setFont(font("strong" if look == "primary" else "button"))
        if look:
            self.setProperty("look", look)
        self.setAutoDefault(False)
        if icon_name(action):
            shade = "on_accent" if look == "primary" else "text2"
            set_icon(self, theme.icon(icon_name(action), shade, ICON))
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon alone, or the words beside it."""
        self._icon_only = icon_only
        self._follow()

    def _follow(self) -> None:
        words = self._action.text().rstrip("…").replace("&", "")
        keys = keys_of(self._action)
        self.setText("" if self._icon_only else f" {words}")
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {keys}" if keys else words)
        self.setEnabled(self._action.isEnabled())


def fit_words(row: QLayout, buttons: Sequence[ActionButton], width: int) -> None:
    """Leave buttons of a row their icons only, the last ones first, until nothing beside them is squeezed."""
    for one in buttons:
        one.set_icon_only(False)
    for one in reversed(buttons):
        row.invalidate()
        if row.sizeHint().width() <= width:
            return
        one.set_icon_only(True)
    row.invalidate()


def keys_of(action: QAction) -> str:
    """Return the first shortcut of an action as this system and its language write it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def icon_name(action: QAction) -> str:
    """Return the name of an action's icon."""
    from missionplanner.gui.actions import SPECS

    return next(spec.icon for spec in SPECS if spec.name == action.objectName())


def card(name: str = "") -> QFrame:
    """Return a surface with a fine border and round corners."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("look", "card")
    return made


def picture(theme: Theme, icon: str, colour: str, size: int) -> QLabel:
    """Return a label that shows an icon; it says nothing to a screen reader, the text beside it does."""
    made = QLabel()
    made.setPixmap(theme.icon(icon, colour, size).pixmap(QSize(roomy(size), roomy(size))))
    made.setFixedSize(roomy(size), roomy(size))
    return made


class Elided(QWidget):
    """Be one or more lines of text that give way to an ellipsis; all of it is in the tool tip and the name."""

    def __init__(self, text: str, role: str = "body", *, colour: str, theme: Theme, lines: int = 1) -> None:
        super().__init__()
        self._role, self._lines = role, lines
        self._colour = theme.colour(colour)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFont(font(role))
        self._text = ""
        self.set_text(text)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        measures = self.fontMetrics()
        return QSize(measures.horizontalAdvance(self._text) + 2, measures.height() * self._lines)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(40, self.fontMetrics().height() * self._lines)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._text if self._is_cut() else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        painter = QPainter(self)
        painter.setPen(self._colour)
        draw_lines(painter, self.rect(), self._text, self._lines)

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self._text) > self.width() * (self._lines - 0.2)


def draw_lines(painter: QPainter, area: QRect, text: str, lines: int = 1) -> None:
    """Draw plain text from the top left in at most ``lines`` lines, the last one elided."""
    measures = painter.fontMetrics()
    left = [text] if lines == 1 else text.split()
    height = measures.height()
    for number in range(lines):
        if not left:
            return
        line = left.pop(0)
        while left and (number == lines - 1 or measures.horizontalAdvance(f"{line} {left[0]}") <= area.width()):
            line = f"{line} {left.pop(0)}"
        shown = measures.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
        place = QRect(area.x(), area.y() + number * height, area.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
