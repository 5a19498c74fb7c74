"""Ask who is sent a form to fill in, in which language, and whether what is sealed stands in it already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.export_lists import LANGUAGES
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.delegates.forms import FormRequest

DELEGATES, ORGANISATIONS = "delegates", "organisations"


class SendFormsDialog(FormDialog):
    """Ask for whom; ``write`` is called with the request."""

    def __init__(
        self, parent: QWidget, ctx: Context, plan: MissionPlan, write: Callable[[FormRequest], object]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Send out forms"), t("Choose a folder…"))
        self.setObjectName("send_forms_dialog")
        about = label(
            t(
                "A spreadsheet for each, filled with what is known and in their language. Send the files as "
                "they are: each is known again when it comes back, whatever it is called then."
            ),
            wrap=True,
        )
        about.setProperty("tone", "quiet")
        about.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(about)
        language = t.language
        whom: dict[str, object] = {t("All delegates"): DELEGATES}
        for one in plan.groups:
            name = one.name.best(language, plan.mission.languages) if one.name else ""
            whom |= {t("Delegates of “{group}”", group=name): str(one.id)} if name else {}
        whom |= {t("Organisations and partners"): ORGANISATIONS}
        self.whom = choice(whom, DELEGATES, ctx.theme)
        self.add_row(Field("whom", t("For whom"), self.whom))
        languages: dict[str, object] = {t("Each in their own"): None}
        languages |= {name: code for code, name in LANGUAGES.items()}
        self.language = choice(languages, None, ctx.theme)
        self.add_row(Field("language", t("Language"), self.language))
        self.sensitive = Check(t("Fill in what is confidential too"), ctx.theme)
        self.sensitive.setObjectName("confidential")
        self.body.addWidget(self.sensitive)
        self._note = label(
            t("Without this, travel documents and diets are asked anew: so none of them travels by mail unasked."),
            "small",
            tone="quiet",
            wrap=True,
        )
        self._note.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._note)
        self.whom.currentIndexChanged.connect(lambda: self._fit())
        self.finish_with(lambda: write(self.request()))
        self.whom.setFocus()

    def request(self) -> FormRequest:
        """Return what is chosen."""
        from missionplanner.services.delegates.forms import FormRequest

        whom = str(self.whom.chosen())
        return FormRequest(
            group=whom if whom not in (DELEGATES, ORGANISATIONS) else None,
            everyone=whom == DELEGATES,
            organisations=whom == ORGANISATIONS,
            language=self.language.chosen(),
            sensitive=self.sensitive.isChecked() and whom != ORGANISATIONS,
        )

    def _fit(self) -> None:
        of_people = self.whom.chosen() != ORGANISATIONS
        self.sensitive.setVisible(of_people)
        self._note.setVisible(of_people)
