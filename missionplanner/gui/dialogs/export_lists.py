"""Ask which lists go out, in which form and language, and whether what is sealed goes along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

LANGUAGES = {"it": "Italiano", "en": "English", "es": "Español", "fr": "Français", "de": "Deutsch"}
"""Languages lists are headed in, each in its own name."""
THIS, ALL = "this", "all"
XLSX, CSV, VCF, ICS, EACH_ICS = "xlsx", "csv", "vcf", "ics", "each_ics"

_FORMS = {
    XLSX: N_("Workbook (.xlsx)"),
    CSV: N_("Text with semicolons (.csv)"),
    VCF: N_("Contacts (.vcf)"),
    ICS: N_("Calendar (.ics)"),
    EACH_ICS: N_("A calendar for each delegate (.ics)"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Be what somebody wants out: THIS list as it is on screen, ALL of the mission or one by name."""

    what: str
    form: str
    language: str
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Be one thing that can go out: its name, its words, forms it can take, whether it holds what is sealed."""

    what: str
    words: str
    forms: tuple[str, ...]
    sealed: bool = False


class ExportListsDialog(FormDialog):
    """Ask what to export; ``write`` is called with the wish."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        offers: Sequence[Offer],
        language: str,
        write: Callable[[Wish], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Export lists"), t("Choose where to save…"))
        self.setObjectName("export_lists_dialog")
        self._offers = {one.what: one for one in offers}
        self.what = choice({one.words: one.what for one in offers}, offers[0].what, ctx.theme)
        self.form = choice({t(_FORMS[one]): one for one in offers[0].forms}, offers[0].forms[0], ctx.theme)
        self.language = choice({name: code for code, name in LANGUAGES.items()}, language, ctx.theme)
        self.add_row(Field("what", t("What"), self.what))
        self.add_row(Field("form", t("Form"), self.form))
        self._language = Field("language", t("Language of headings and words"), self.language)
        self.add_row(self._language)
        self.sensitive = Check(t("Include what is confidential"), ctx.theme)
        self.sensitive.setObjectName("confidential")
        self.body.addWidget(self.sensitive)
        self._warning = label("", "small", tone="quiet", name="confidential_warning", wrap=True)
        self._warning.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._warning)
        self.what.currentIndexChanged.connect(self._follow)
        self.form.currentIndexChanged.connect(lambda: self._fit())
        self.sensitive.toggled.connect(lambda: self._fit())
        self.finish_with(lambda: write(self.wish()))
        self._fit()
        self.what.setFocus()

    def wish(self) -> Wish:
        """Return what is chosen."""
        sensitive = self._may_seal() and self.sensitive.isChecked()
        return Wish(self.what.chosen(), self.form.chosen(), self.language.chosen(), sensitive)

    def _may_seal(self) -> bool:
        return self._offers[self.what.chosen()].sealed and self.form.chosen() in (XLSX, CSV)

    def _follow(self) -> None:
        """Offer the forms what is chosen can take, and keep the chosen one where it can."""
        before, forms = self.form.chosen(), self._offers[self.what.chosen()].forms
        self.form.blockSignals(True)
        self.form.clear()
        self.form.addItems([self.t(_FORMS[one]) for one in forms])
        self.form.values = forms
        self.form.setCurrentIndex(forms.index(before) if before in forms else 0)
        self.form.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        """Ask only what matters for what is chosen."""
        t, form = self.t, self.form.chosen()
        self._language.setEnabled(self.what.chosen() != THIS and form in (XLSX, CSV))
        sealed = self._may_seal()
        self.sensitive.setVisible(sealed)
        self._warning.setVisible(sealed)
        if self.sensitive.isChecked():
            words = t(
                "The file will hold travel documents, diets and emergency contacts in plain text. Give it only to "
                "those who need it, and delete it afterwards."
            )
        else:
            words = t(
                "Travel documents, diets, access needs and emergency contacts stay out unless you tick this."
            )
        self._warning.setText(words)
        self._warning.setProperty("tone", "warn" if self.sensitive.isChecked() else "quiet")
        self._warning.style().polish(self._warning)
