"""Ask in which form a mission leaves the workspace as a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

PACKAGE, PLAIN = ".mission", ".json"


class ExportMissionDialog(FormDialog):
    """Ask for the form of the file, and, where there is something confidential, whether it goes along."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        title: str,
        confidential: bool,
        write: Callable[[str, bool], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Export the mission file"), t("Choose where to save…"))
        self.setObjectName("export_mission_dialog")
        about = label(t("“{title}” as a file that another Mission Planner can import.", title=title), wrap=True)
        about.setProperty("tone", "quiet")
        about.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(about)
        forms: dict[str, object] = {
            t("Package with photos and logos (.mission)"): PACKAGE,
            t("Text only (.json)"): PLAIN,
        }
        self._form = choice(forms, PACKAGE, ctx.theme)
        self.add_row(Field("form", t("Form"), self._form))
        self._confidential = Check(t("Include what is confidential"), ctx.theme)
        self._confidential.setObjectName("confidential")
        self._confidential.setVisible(confidential)
        self.body.addWidget(self._confidential)
        words = label(
            t("Travel documents, diets, access needs and emergency contacts stay out unless you tick this."),
            "small",
            tone="quiet",
            wrap=True,
        )
        words.setFixedWidth(roomy(FIELD_WIDTH))
        words.setVisible(confidential)
        self.body.addWidget(words)
        self.finish_with(lambda: write(self._form.chosen(), self._confidential.isChecked()))
        self._form.setFocus()
