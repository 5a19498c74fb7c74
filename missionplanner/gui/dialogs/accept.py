"""Ask why somebody can live with what a check found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, line
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label


class AcceptDialog(FormDialog):
    """Show the sentence of a finding and pass on the reason."""

    def __init__(self, parent: QWidget, ctx: Context, sentence: str, store: Callable[[str], object]) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Accept the issue"), t("Accept"))
        self.setObjectName("accept_dialog")
        words = label(sentence, tone="quiet", name="accept_sentence", wrap=True)
        words.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(words)
        self._reason = line("", t("for example: agreed with both hosts"))
        self.add_row(Field("reason", t("Why this is all right"), self._reason))
        said = t("It is no longer shown, and comes back if what it rests on changes.")
        after = label(said, "small", tone="quiet", wrap=True)
        after.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(after)
        self.finish_with(lambda: store(self._checked()))
        self._reason.setFocus()

    def _checked(self) -> str:
        text = self._reason.text().strip()
        if not text:
            raise Invalid(N_("Say why, so that others understand it later."), field="reason")
        return text
