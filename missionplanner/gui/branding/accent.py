"""Choose the colour of a mission's paper: one of a few, or any by its number; says whether it can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base import colours
from missionplanner.gui.context import Context
from missionplanner.gui.forms.fields import Field, line
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.widgets.basics import label

_SIDE = 26


class Swatch(QAbstractButton):
    """Be one colour of a few; the chosen one has a ring and a name that says so."""

    def __init__(self, colour: str, name: str, theme: Theme) -> None:
        super().__init__()
        self.colour, self._theme = colour, theme
        self.setObjectName(f"accent_{colour[1:]}")
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {colour}")
        self.setCheckable(True)
        self.setFixedSize(roomy(_SIDE), roomy(_SIDE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.rect().toRectF()
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "text"), 2))
            painter.drawEllipse(whole.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self.colour))
        painter.drawEllipse(whole.adjusted(4, 4, -4, -4))


class AccentField(QWidget):
    """Show colours to choose from and the number of the chosen one. ``changed`` carries a colour, "" for none."""

    changed = Signal(str)

    def __init__(self, ctx: Context, accent: str | None) -> None:
        super().__init__()
        from missionplanner.services.paper.branding import ACCENTS

        self.setObjectName("accent_field")
        self._t = t = ctx.t
        self.line = line(accent or "", t("The usual one"))
        self.field = Field("accent", t("Colour"), self.line)
        self._swatches = [Swatch(colour, t(name), ctx.theme) for colour, name in ACCENTS.items()]
        chips = Wrapped(4, "accents")
        chips.add(*self._swatches)
        self._note = label("", "small", tone="quiet", name="accent_note", wrap=True)
        both = QHBoxLayout()
        both.setSpacing(8)
        self.field.setFixedWidth(roomy(112))
        both.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(chips, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(both)
        column.addWidget(self._note)
        self.line.textChanged.connect(self._follow)
        for one in self._swatches:
            one.clicked.connect(lambda _checked=False, one=one: self.line.setText(one.colour))
        self._follow()

    def accent(self) -> str | None:
        """Return what was typed or chosen, None for the usual colour."""
        return self.line.text().strip() or None

    def _follow(self) -> None:
        typed = self.line.text()
        found = colours.written(typed)
        for one in self._swatches:
            one.setChecked(one.colour == found)
        self.field.refuse("")
        self._note.setText(self._said(found, typed.strip()))
        tone = "warn" if found is not None and not colours.reads_on_paper(found) else "quiet"
        self._note.setProperty("tone", tone)
        self._note.style().polish(self._note)
        self.changed.emit(found or "")

    def _said(self, found: str | None, typed: str) -> str:
        t = self._t
        if found is None:
            return (
                t("A number such as #1F7A5C, or one of these.") if typed else t("The colour of what is personal.")
            )
        if colours.reads_on_paper(found):
            return t("It reads well on white.")
        return t("It cannot be read on white: paper would have the usual colour.")
