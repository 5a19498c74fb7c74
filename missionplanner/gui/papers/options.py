"""Ask how the document in front is to look; every change prints the preview anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.documents import PrintRequest
    from missionplanner.services.papers import Paper

WIDTH, NARROW = 276, 248


class PaperOptions(QFrame):
    """Be the column of options. ``changed`` tells that the document would look different now."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("paper_options")
        self._paper: Paper | None = None
        self._filling = self._narrow = False
        t, theme = ctx.t, ctx.theme
        self._title = label("", "title", name="paper_title", wrap=True)
        self._state = label("", "small", tone="quiet", name="paper_state", wrap=True)
        self.language = Choice(theme)
        self.cover = choice({t("Institutional"): "institutional", t("Illustrated"): "illustrated"}, None, theme)
        self.paper = choice({"A4": "a4", "Letter": "letter"}, ctx.settings.values.paper, theme)
        self._language_field = Field("paper_language", t("Language"), self.language)
        self._cover_field = Field("paper_cover", t("Cover"), self.cover)
        self._paper_field = Field("paper_size", t("Paper"), self.paper)
        self.draft = Check(t("Mark as a draft"), theme)
        self.draft.setObjectName("paper_draft")
        self.given_out = Check(t("Remember as given out"), theme)
        self.given_out.setObjectName("paper_given_out")
        said = t("Saving or printing then counts as a new version: you see later whose copy has changed since.")
        self.given_out.setAccessibleDescription(said)
        self._build(label(said, "small", tone="quiet", name="paper_given_out_note", wrap=True))
        self.set_narrow(False)
        for one in (self.language, self.cover, self.paper):
            one.currentIndexChanged.connect(lambda _index: self._tell())
        self.draft.toggled.connect(lambda _on: self._tell())
        self.setEnabled(False)

    def show_paper(self, paper: Paper, title: str, state: str, languages: tuple[str, ...]) -> None:
        """Offer the options of a document; what was chosen for paper, cover and draft stays."""
        other = self._paper is None or self._paper.key != paper.key
        self._paper = paper
        self._title.setText(title)
        self._state.setText(state)
        self.setEnabled(True)
        if not other:
            return
        self._filling = True
        self.language.clear()
        self.language.values = languages
        self.language.addItems([language_name(code) for code in languages])
        self.language.setCurrentIndex(languages.index(paper.language) if paper.language in languages else 0)
        self._cover_field.setVisible(paper.request.kind == "programme")
        self._filling = False

    def show_nothing(self) -> None:
        """Offer nothing: no document is in front."""
        self._paper = None
        self._title.clear()
        self._state.clear()
        self.setEnabled(False)

    def request(self) -> PrintRequest | None:
        """Return what to ask of the press for the document in front, to be looked at."""
        if self._paper is None or not self.language.values:
            return None
        return replace(
            self._paper.request,
            language=self.language.chosen(),
            cover=self.cover.chosen(),
            paper=self.paper.chosen(),
            draft=self.draft.isChecked(),
        )

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one; no word is cut in either."""
        self._narrow = narrow
        words = max(self._inside.minimumSizeHint().width(), self._foot.minimumSize().width())
        self.setFixedWidth(max(roomy(NARROW if narrow else WIDTH), words))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the foot, where it is always in view."""
        self._foot.addWidget(widget)
        self.set_narrow(self._narrow)

    def _build(self, note: QWidget) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 14)
        whole.setSpacing(10)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 16, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._state)
        for field in (self._language_field, self._cover_field, self._paper_field):
            column.addWidget(field)
        column.addWidget(self.draft)
        column.addWidget(self.given_out)
        column.addWidget(note)
        column.addStretch(1)
        whole.addWidget(Scrolled("paper_options_area", "", self._inside), 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(16, 0, 16, 0)
        self._foot.setSpacing(8)
        whole.addLayout(self._foot)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
