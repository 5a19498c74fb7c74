"""Say what can be done with one step of the history, and why not where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import icon_button, label

if TYPE_CHECKING:
    from missionplanner.base.messages import Message
    from missionplanner.services.history import Entry


class StepBar(QFrame):
    """Show the chosen step with its buttons."""

    def __init__(
        self, ctx: Context, undo: Callable[[], object], back: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self.setObjectName("step_bar")
        self.setProperty("look", "card")
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 12, 16, 12)
        self._whole.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        self._title = label("", "strong", name="step_title", wrap=True)
        self._about = label("", "small", tone="quiet", name="step_about", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._whole.addLayout(words, 1)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        t, theme = ctx.t, ctx.theme
        self.undo = icon_button(t("Undo this step"), "undo_step", "undo-2", theme)
        self.back = icon_button(t("Undo back to here…"), "undo_back", "history", theme)
        self.redo = icon_button(t("Do it again"), "redo_step", "redo-2", theme)
        for made, do in ((self.undo, undo), (self.back, back), (self.redo, redo)):
            made.clicked.connect(do)
            row.addWidget(made)
        row.addStretch(0)
        self._whole.addWidget(self._buttons)
        self.show_step(None, None, 0)

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below the words, or beside them."""
        to_bottom, to_right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(to_bottom if narrow else to_right)

    def show_step(self, entry: Entry | None, obstacle: Message | None, after: int) -> None:
        """Show a step; ``obstacle`` says why it cannot be undone alone, ``after`` how many were done since."""
        t = self._ctx.t
        self._buttons.setVisible(entry is not None)
        if entry is None:
            self._title.setText(t("Nothing is chosen"))
            self._about.setText(t("Choose a step to see what can be done with it."))
            return
        self._title.setText(t.say(entry.label))
        moment = QDateTime.fromSecsSinceEpoch(int(entry.time.timestamp()))
        when = self._ctx.wording.locale.toString(moment, "dddd d MMMM yyyy, HH:mm")
        self._about.setText(f"{when[:1].upper()}{when[1:]}  ·  {self._state(entry, obstacle, after)}")
        self.undo.setVisible(not entry.undone and entry.undoable)
        self.undo.setEnabled(obstacle is None)
        self.back.setVisible(not entry.undone and entry.undoable and after > 0)
        self.redo.setVisible(entry.undone)

    def _state(self, entry: Entry, obstacle: Message | None, after: int) -> str:
        t = self._ctx.t
        if entry.undone:
            return t("It was undone and can be done again.")
        if obstacle is None:
            return t("It can be undone by itself.") if after else t("It is the last step.")
        return t.say(obstacle)
