"""Choose a Word document the report is poured into: keep, replace, delete one's own, begin one from a starter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.paper import report_fields
from missionplanner.domain.paper.letters import SUBJECTS
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Option
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.letters.word_documents import AddDocument, WordDocuments, field_option, section_option
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.tabbing import in_reading_order
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.results.report_templates import ReportTemplate


_SUBJECTS = {
    "report": N_("The mission in brief"),
    "objective": N_("Objectives"),
    "held": N_("Visits and meetings"),
    "agreement": N_("Agreements"),
    "followup": N_("Next steps"),
    "cost": N_("Budget and expenses"),
}
"""Headings of the fields only reports have."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Be the document a report is poured into: one's own, or with ``template`` None the program's starter."""

    language: str
    template: ReportTemplate | None = None


@dataclass(frozen=True, slots=True)
class Pouring:
    """Be what is asked for: a report in a language, in a document, with or without the money a funder reads."""

    data: bytes
    language: str
    for_funder: bool


class OwnTemplates(WordDocuments):
    """List the documents there are; ``write`` gets the one the report is to be poured into."""

    def __init__(self, parent: QWidget, ctx: Context, write: Callable[[Pouring], object]) -> None:
        self._write = write
        self._read: dict[object, tuple[str, ...] | str] = {}
        t = ctx.t
        verbs, title = (t("Write the report…"), t("Close")), t("The report in a document of your own")
        super().__init__(parent, ctx, "own_template", title, _options(ctx), verbs)
        self.setObjectName("own_templates_dialog")
        self.funder = Check(t("For a funder, who reads what things cost"), ctx.theme)
        self.funder.setObjectName("own_template_funder")
        self._found = label("", name="own_template_found", wrap=True)
        self._replace, self._delete = self._build()
        self.resize(roomy(620), min(roomy(600), parent.window().height() - 40))
        in_reading_order(self)
        self.list.doubleClicked.connect(lambda _index: self._finish())
        self.begin()

    # -- what is in front -------------------------------------------------------------------------

    def front(self) -> Chosen | None:
        """Return the document in front."""
        option = self.option()
        return cast("Chosen", option.value) if option is not None else None

    def _click(self, index: QModelIndex) -> None:
        """Leave it at choosing: what it lacks is to be read before anything is written."""

    def _data(self, chosen: Chosen) -> bytes:
        """Return the Word document. Raises NotFound."""
        from missionplanner.services.results import report_starters, report_templates

        assert self._ctx.workspace is not None, "templates are of a workspace"
        if chosen.template is None:
            return report_starters.starter(chosen.language)
        return report_templates.file_of(self._ctx.workspace, chosen.template)

    def follow(self) -> None:
        """Say of the document in front what it names that no report has."""
        chosen, t = self.front(), self._ctx.t
        own = chosen is not None and chosen.template is not None
        self._replace.setEnabled(own)
        self._delete.setEnabled(own)
        if chosen is None:
            self._found.setText("")
            return
        found = self._look(chosen)
        fault = isinstance(found, str)
        self._verb.setEnabled(not fault)
        if isinstance(found, str):
            self._found.setText(found)
        elif found:
            named = ", ".join(f"{{{{{one}}}}}" for one in found)
            said = t.plural("No report has the field {fields}.", "No report has the fields {fields}.", len(found),
                            fields=named)  # fmt: skip
            self._found.setText(t("{what} It stays in the document as it is written.", what=said))
        else:
            self._found.setText(t("Every field in it is known."))

    def _look(self, chosen: Chosen) -> tuple[str, ...] | str:
        """Return the unknown fields of a document, or why it cannot be read; each document is read once."""
        from missionplanner.services.results import report_templates

        key = chosen.template.medium if chosen.template is not None else chosen
        if key not in self._read:
            try:
                self._read[key] = report_templates.unknown_fields(self._data(chosen))
            except MissionPlannerError as error:
                self._read[key] = self._ctx.t.say(error)
        return self._read[key]

    # -- deeds ------------------------------------------------------------------------------------

    def take(self, value: object) -> None:
        chosen = cast("Chosen", value)
        self._write(Pouring(self._data(chosen), chosen.language, self.funder.isChecked()))

    def _finish(self) -> None:
        """Pass on the document in front; where it cannot be read the list stays open."""
        chosen = self.front()
        if chosen is not None and not isinstance(self._look(chosen), str):
            super()._finish()

    def _ask_file(self) -> None:
        t = self._ctx.t
        path = self.ask_word(t("Add a template"))
        if path is not None:
            AddTemplate(self, self._ctx, path, self._keep).open()

    def _ask_other(self) -> None:
        """Ask for the document that takes the place of the one in front."""
        chosen, t = self.front(), self._ctx.t
        if chosen is None or chosen.template is None:
            return
        path = self.ask_word(t("Replace the template"))
        if path is None:
            return
        try:
            self._keep(chosen.template.name, chosen.language, path)
        except MissionPlannerError as error:
            self.say(t.say(error))

    def _keep(self, name: str, language: str, path: Path) -> None:
        """Keep a document as a template. Raises what the service raises, for the form to say."""
        from missionplanner.services import exchange
        from missionplanner.services.results import report_templates

        t, workspace = self._ctx.t, self._ctx.workspace
        if workspace is None:
            return
        report_templates.add(workspace, name, language, exchange.bytes_of(path))
        mine = (one for one in report_templates.templates(workspace) if one.language == language)
        same = next((one for one in mine if one.name == name.strip()), None)
        self.relist(Chosen(language, same))
        self.say(t("Template “{name}” kept.", name=name.strip()), undo=True)

    def _copy(self) -> None:
        """Save the document in front as a file, to be changed in Word."""
        chosen, option, t = self.front(), self.option(), self._ctx.t
        if chosen is not None and option is not None:
            name = f"{option.text} {chosen.language}"
            self.save_copy(t("Save a copy of the template"), name, lambda: self._data(chosen))

    def _show_fields(self) -> None:
        self.show_fields(self._ctx.t("Fields of reports"), _fields(self._ctx))

    def remove(self) -> None:
        from missionplanner.services.results import report_templates

        chosen = self.front()
        if chosen is None or chosen.template is None:
            return
        template = chosen.template
        if self._ctx.run_edit(lambda ws: report_templates.delete(ws, template.id)) is not None:
            self.relist()
            self.say(self._ctx.t("Template “{name}” deleted.", name=template.name), undo=True)

    # -- showing ----------------------------------------------------------------------------------

    def relist(self, front: Chosen | None = None) -> None:
        self.show_options(_options(self._ctx), front)
        self.follow()

    def _build(self) -> tuple[QPushButton, QPushButton]:
        t, made = self._ctx.t, {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, words, deed in (
            ("add", t("Add…"), self._ask_file),
            ("replace", t("Replace…"), self._ask_other),
            ("delete", t("Delete"), self.remove),
            ("copy", t("Save a copy…"), self._copy),
            ("fields", t("Fields…"), self._show_fields),
        ):
            made[name] = button(words, f"own_template_{name}")
            made[name].clicked.connect(deed)
            row.addWidget(made[name])
        row.addStretch(1)
        last = self.column.count() - 1
        for place, layout in enumerate((row, self.told)):
            self.column.insertLayout(last + place, layout)
        self.column.insertWidget(last, self._found)
        self.column.insertWidget(last + 3, self.funder)
        return made["replace"], made["delete"]


class AddTemplate(AddDocument):
    """Ask what a Word document is called and in which language it is."""

    def __init__(self, parent: OwnTemplates, ctx: Context, path: Path, store: Callable[..., object]) -> None:
        t = ctx.t
        super().__init__(parent, ctx, t("Add a template"), path)
        self.setObjectName("add_template")
        self.add_row(Field("name", t("Name of the template"), self.name))
        self.add_row(Field("language", t("Language"), self.language))
        self.finish_with(lambda: store(self.name.text(), self.language.chosen(), path))
        self.ready()


def _options(ctx: Context) -> list[Option]:
    """Return the templates of the workspace, then the program's starter in each language, the window's first."""
    from missionplanner.services.results import report_starters, report_templates

    t, workspace = ctx.t, ctx.workspace
    there = report_templates.templates(workspace) if workspace is not None else ()
    own = sorted(there, key=lambda one: (one.name, one.language))
    made = [
        Option(one.name, Chosen(one.language, one), "file-text", language_name(one.language), t("Your own"))
        for one in own
    ]
    languages = sorted(report_starters.languages(), key=lambda one: one != t.language)
    begin = t("To begin from")
    return made + [
        Option(t("Mission report"), Chosen(one), "file-text", language_name(one), begin) for one in languages
    ]


def _fields(ctx: Context) -> list[Option]:
    headings = {**SUBJECTS, **_SUBJECTS}
    made = [field_option(ctx, one.name, one.words, headings[one.subject]) for one in report_fields.fields()]
    sections = report_fields.REPORT_SECTIONS.items()
    return made + [section_option(ctx, name, words) for name, (_subject, words) in sections]
