"""Show what is doubtful about a file as a whole: wrong weekdays, guessed years, rows that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.words import place_of
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label, picture
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.imports import Reading

_SHOWN, _LINE, _MOST = 2, 18, 200


class WarningsBox(QFrame):
    """Be the lines above what was found; gone where there are none."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.setObjectName("import_warnings")
        self.setProperty("banner", "warn")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self.hide()

    def show_warnings(self, reading: Reading) -> None:
        """Show the doubts of a reading, and what of it was left out."""
        t = self._ctx.t
        texts = [t.say(one.message) for one in reading.warnings]
        texts += [
            f"{place_of(one.source, t)}: {t.say(one.why)}" if one.source else t.say(one.why)
            for one in reading.refused
        ]
        while self._row.count():
            item = self._row.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        self.setVisible(bool(texts))
        if not texts:
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for text in texts[:_MOST]:
            column.addWidget(label(text, "small", wrap=True))
        column.addStretch(1)
        words = t.plural("{count} thing to know", "{count} things to know", len(texts))
        area = Scrolled("import_warnings_area", words, inside, reads=len(texts) > _SHOWN)
        area.setFixedHeight(roomy(_LINE) * min(len(texts), _SHOWN) + 4)
        self._row.addWidget(picture(self._ctx.theme, "triangle-alert", "warn", 16))
        self._row.addWidget(area, 1)
