"""Say why a workspace cannot be opened, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import Damaged, Foreign, Locked, MissionPlannerError, Newer, NotFound
from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.notices import Step
from missionplanner.gui.page import Page
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label, picture
from missionplanner.gui.widgets.header import Heading

_WIDTH = 560
_TITLES: tuple[tuple[type[MissionPlannerError], str, str], ...] = (
    (Newer, "refresh-cw", N_("This workspace needs a newer Mission Planner")),
    (Locked, "lock", N_("This workspace is in use")),
    (NotFound, "search", N_("This workspace is not there")),
    (Foreign, "file-warning", N_("This is not a workspace")),
    (Damaged, "file-warning", N_("This workspace is damaged")),
)


class TroublePage(Page):
    """Show one error and its ways out; the file itself was left as it was."""

    NAME = "trouble"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self._heading = Heading(ctx.t("The workspace could not be opened"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 40, 40, 40)
        self._body: QWidget | None = None

    def heading(self) -> Heading:
        """Return what the header shows."""
        return self._heading

    def show_error(self, error: MissionPlannerError, steps: list[Step]) -> None:
        """Show an error; the first step is the one to try first."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        t, theme = self.ctx.t, self.ctx.theme
        icon, title = next(
            ((icon, t(title)) for kind, icon, title in _TITLES if isinstance(error, kind)),
            ("file-warning", self._heading.title),
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(picture(theme, icon, "danger", 48), 0, middle)
        column.addSpacing(6)
        column.addWidget(label(title, "h1", name="trouble_title"), 0, middle)
        words = label(t.say(error), tone="quiet", name="trouble_text", wrap=True)
        words.setAlignment(middle)
        words.setFixedWidth(roomy(_WIDTH))
        words.setMinimumHeight(words.heightForWidth(roomy(_WIDTH)))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words, 0, middle)
        column.addSpacing(10)
        column.addLayout(self._buttons(steps))
        column.addStretch(3)
        self._column.addWidget(self._body)

    def _buttons(self, steps: list[Step]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for number, step in enumerate(steps):
            made = button(step.text, f"trouble_step_{number}", look="" if number else "primary")
            made.clicked.connect(lambda _checked=False, do=step.do: do())
            row.addWidget(made)
            if not number:
                made.setFocus()
        row.addStretch(1)
        return row
