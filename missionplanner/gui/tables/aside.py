"""Keep cells aside that were not stored, with what was to be in them and why not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.listing import Listing, Section
from missionplanner.gui.tables.edits import Problem
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.widgets.basics import button, label, picture

_TOLD = 200


class Aside(QFrame):
    """Be the strip under a list. ``wanted`` carries row and column of the first cell that is kept aside."""

    wanted = Signal(object, str)

    def __init__(self, ctx: Context, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("list_aside")
        tokens = ctx.theme.tokens
        self.setStyleSheet(f"#list_aside {{ background: {tokens.warn_bg}; border-top: 1px solid {tokens.warn}; }}")
        self._ctx, self._model = ctx, model
        self.problems: list[Problem] = []
        t = ctx.t
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(picture(ctx.theme, "triangle-alert", "warn", 16))
        self._words = label("", "small", name="aside_words", wrap=True)
        row.addWidget(self._words, 1)
        for words, name, do in (
            (t("Show them"), "aside_show", self._show),
            (t("Go to the first"), "aside_first", self._go),
            (t("Leave them"), "aside_close", self._leave),
        ):
            made: QPushButton = button(words, name, look="link")
            made.clicked.connect(do)
            row.addWidget(made)
        self.hide()

    def show_problems(self, problems: list[Problem]) -> None:
        """Say what was not stored; nothing takes the strip away."""
        self.problems = problems
        self.setVisible(bool(problems))
        if problems:
            first, count = problems[0], len(problems)
            kept = self._ctx.t.plural("{count} cell was kept aside:", "{count} cells were kept aside:", count)
            self._words.setText(f"{kept} {self._place(first)}: {first.why}")
            self._ctx.say_aloud(self, self._words.text())

    def lines(self) -> list[tuple[str, str]]:
        """Return every problem: where, what was to be there and why it is not."""
        return [(f"{self._place(one)}: {one.text}", one.why) for one in self.problems[:_TOLD]]

    def _place(self, one: Problem) -> str:
        t, row = self._ctx.t, self._model.place_of(one.id)
        title = t(one.column.title)
        return t("row {row}, {column}", row=row + 1, column=title) if row >= 0 else title

    def _show(self) -> None:
        t = self._ctx.t
        sections: list[Section] = [("", [(f"{words}\n{why}", "") for words, why in self.lines()])]
        Listing(self.window(), t("Kept aside"), sections, t("Close")).open()

    def _go(self) -> None:
        if self.problems:
            self.wanted.emit(self.problems[0].id, self.problems[0].column.key)

    def _leave(self) -> None:
        self.show_problems([])
