"""Show what is doubtful about a file as a whole: wrong weekdays, guessed years, rows that were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.messages import Message
from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.words import place_of, sentence
from missionplanner.gui.theme import metrics
from missionplanner.gui.widgets.basics import label, picture
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.imports import Reading

_SHOWN, _GAP, _MOST = 3, 2, 200


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
        from missionplanner.services.imports.tables import OTHER_SHEETS

        t = self._ctx.t
        # sheets nobody looked at stand in their own list
        known = [one for one in reading.warnings if one.rule != OTHER_SHEETS]
        told = [(one.source if one.rule == "value" else "", one.message) for one in known]
        texts = [self._placed(source, message) for source, message in told]
        texts += [self._placed(one.source, one.why) for one in reading.refused]
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
        column.setSpacing(_GAP)
        for text in texts[:_MOST]:
            column.addWidget(label(text, "small", wrap=True))
        column.addStretch(1)
        words = t.plural("{count} thing to know", "{count} things to know", len(texts))
        area = Scrolled("import_warnings_area", words, inside, reads=len(texts) > _SHOWN)
        lines = min(len(texts), _SHOWN)
        area.setFixedHeight(lines * metrics("small").lineSpacing() + (lines - 1) * _GAP)
        self._row.addWidget(picture(self._ctx.theme, "triangle-alert", "warn", 16))
        self._row.addWidget(area, 1)

    def _placed(self, source: str, message: Message) -> str:
        """Return a sentence with where in the file it is about."""
        text = sentence(message, self._ctx.wording)
        return f"{place_of(source, self._ctx.t)}: {text}" if source else text
