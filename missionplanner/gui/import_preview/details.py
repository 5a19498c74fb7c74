"""Say what there is to know of one entry, and ask whether it is one that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.import_preview.words import details, place_of
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import Elided, label
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.imports import Entry

_HEIGHT, _LOW = 96, 72
"""Height in a large window, and in one of the least height."""


class Details(QFrame):
    """Follow the current entry."""

    def __init__(self, ctx: Context, review: Review) -> None:
        super().__init__()
        self._ctx, self._review = ctx, review
        self.setObjectName("import_details")
        self.setProperty("look", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 14, 6)
        self._row.setSpacing(16)
        self.set_low(False)
        self._shown: Entry | None = None

    def set_low(self, low: bool) -> None:
        """Take less room where there is little."""
        self.setFixedHeight(roomy(_LOW if low else _HEIGHT))

    def show_entry(self, one: Entry | None) -> None:
        """Show another entry, or none."""
        if one is not None and one == self._shown:
            return
        self._shown = one
        while self._row.count():
            item = self._row.takeAt(0)
            part = item.widget() if item is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        if one is None:
            return
        self._row.addWidget(self._told(one), 1)
        if one.likes or self._review.decision(one.draft.number).into is not None:
            self._row.addWidget(self._question(one))

    def _told(self, one: Entry) -> QWidget:
        t, theme = self._ctx.t, self._ctx.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Elided(one.name, "strong", colour="text", theme=theme))
        for text, tone in details(one, self._ctx.wording):
            column.addWidget(label(text, "small", tone=tone, wrap=True))
        written = " ".join(one.draft.words.split())
        where = " · ".join(part for part in (place_of(one.draft.source, t), written) if part)
        column.addWidget(Elided(where, "small", colour="text3", theme=theme))
        column.addStretch(1)
        return Scrolled("import_told", t("About this entry"), inside, reads=True)

    def _question(self, one: Entry) -> QWidget:
        t = self._ctx.t
        made = QWidget()
        made.setFixedWidth(roomy(320))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = t("It looks like one that is there already")
        column.addWidget(Elided(words, "label", colour="warn", theme=self._ctx.theme))
        entries: dict[str, object] = {t("Add as another"): None}
        for like in one.likes:
            entries[t("Same as {name} ({percent} %)", name=like.name, percent=round(like.score * 100))] = like.id
        decided = self._review.decision(one.draft.number)
        answers: Choice = choice(entries, decided.into, self._ctx.theme)
        answers.setObjectName("import_likes")
        answers.setFont(font("body"))
        answers.setAccessibleName(words)
        number = one.draft.number
        answers.activated.connect(lambda _at: self._review.merge(number, answers.chosen()))
        column.addWidget(answers)
        column.addStretch(1)
        return made
