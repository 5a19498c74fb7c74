"""Ask for whom a pack is, in which language and paper, and as what it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.papers.whom import ask_people
from missionplanner.gui.papers.wishes import OWN
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Line, Recipe
    from missionplanner.domain.plan import MissionPlan

EVERYBODY, SOME = "everybody", "some"


class PackOptions(QWidget):
    """Be the column. ``changed`` tells that the pack would be another one now."""

    changed = Signal()

    def __init__(self, ctx: Context, plan: MissionPlan, window: QWidget) -> None:
        super().__init__()
        self.setObjectName("pack_options")
        self._ctx, self._window, self._filling = ctx, window, False
        self._people: tuple[UUID, ...] = ()
        self._recipe: Recipe | None = None
        from missionplanner.domain.paper.recipes import Form
        from missionplanner.services.paper import paper_kinds

        t, theme, languages = ctx.t, ctx.theme, plan.mission.languages
        groups = {one.name.best(t.language, languages): one.id for one in plan.groups if one.name is not None}
        self.whom = choice({t("Everybody"): EVERYBODY, **groups, t("Chosen people"): SOME}, EVERYBODY, theme)
        self.people = button(t("Choose people…"), "pack_people")
        self.people.clicked.connect(self._ask)
        spoken = {language_name(code): code for code in paper_kinds.LANGUAGES}
        self.language = choice({t("Each their own"): OWN, **spoken}, OWN, theme)
        self.beside = choice({t("No second language"): OWN, **spoken}, OWN, theme)
        self.paper = choice({"A4": "a4", "Letter": "letter"}, ctx.settings.values.paper, theme)
        forms = {
            t("Folders with named files"): Form.FOLDERS,
            t("One PDF"): Form.MERGED,
            t("A zip file"): Form.ZIP,
        }
        self._beside = Field("pack_beside", t("Second language"), self.beside)
        self.form = choice(forms, Form.FOLDERS, theme)
        self.calendars = self._check(t("A calendar beside each personal agenda"), "pack_calendars")
        self.draft = self._check(t("Mark as a draft"), "pack_draft")
        self.issue = self._check(t("Remember as given out"), "pack_issue")
        self._build()
        for one in (self.whom, self.language, self.beside, self.paper, self.form):
            one.currentIndexChanged.connect(lambda _index: self._tell())
        for box in (self.calendars, self.draft, self.issue):
            box.toggled.connect(lambda _on: self._tell())
        self._tell()

    def show_recipe(self, recipe: Recipe) -> None:
        """Choose as a recipe says; groups and people of another mission are nobody here."""
        self._filling = True
        self._recipe, self._people = recipe, recipe.people
        whom: object = EVERYBODY
        if recipe.people or len(recipe.groups) > 1:
            whom = SOME
            self._people = recipe.people or self._members(recipe.groups)
        elif recipe.groups and recipe.groups[0] in self.whom.values:
            whom = recipe.groups[0]
        languages = {one.languages for one in recipe.lines if one.languages}
        language, _, beside = (next(iter(languages))[0] if len(languages) == 1 else OWN).partition("+")
        for control, wanted in (
            (self.whom, whom),
            (self.language, language),
            (self.beside, beside),
            (self.paper, recipe.paper),
            (self.form, recipe.form),
        ):
            control.setCurrentIndex(control.values.index(wanted) if wanted in control.values else 0)
        self.calendars.setChecked(recipe.calendars)
        self.draft.setChecked(recipe.draft)
        self.issue.setChecked(recipe.issue)
        self._filling = False
        self._tell()

    def languages(self) -> tuple[str, ...]:
        """Return the language of everything, two as ``it+en`` beside each other; none for each their own."""
        first, second = self.language.chosen(), self.beside.chosen()
        if not first:
            return ()
        return (f"{first}+{second}" if second and second != first else str(first),)

    def recipe(self, lines: tuple[Line, ...]) -> Recipe:
        """Return the recipe of these documents."""
        from missionplanner.domain.paper.recipes import Recipe

        whom = self.whom.chosen()
        return replace(
            self._recipe or Recipe(lines=lines),
            lines=lines,
            form=self.form.chosen(),
            groups=(whom,) if isinstance(whom, UUID) else (),
            people=self._people if whom == SOME else (),
            paper=self.paper.chosen(),
            issue=self.issue.isChecked(),
            draft=self.draft.isChecked(),
            calendars=self.calendars.isChecked(),
        )

    # -- inside -----------------------------------------------------------------------------------

    def _members(self, groups: Sequence[UUID]) -> tuple[UUID, ...]:
        plan = self._ctx.mission.plan
        if plan is None:
            return ()
        return tuple(sorted({one for group in groups for one in plan.group_members.get(group, ())}, key=str))

    def _check(self, text: str, name: str) -> Check:
        made = Check(text, self._ctx.theme)
        made.setObjectName(name)
        return made

    def _ask(self) -> None:
        ask_people(self._window, self._ctx, self._people, self._take)

    def _take(self, people: Sequence[UUID]) -> None:
        self._people = tuple(people)
        if not people:
            self.whom.setCurrentIndex(0)
        self._tell()

    def _tell(self) -> None:
        from missionplanner.domain.paper.recipes import Form

        some = self.whom.chosen() == SOME
        t = self._ctx.t
        words = t.plural("{count} person chosen…", "{count} people chosen…", len(self._people))
        self.people.setText(words if self._people else t("Choose people…"))
        self.people.setAccessibleName(self.people.text())
        self.people.setVisible(some)
        self._beside.setVisible(bool(self.language.chosen()))
        self.calendars.setEnabled(self.form.chosen() is not Form.MERGED)
        if not self._filling:
            self.changed.emit()

    def _build(self) -> None:
        t = self._ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 10, 0)
        column.setSpacing(10)
        column.addWidget(Field("pack_whom", t("Personal documents for"), self.whom))
        column.addWidget(self.people)
        column.addWidget(Field("pack_language", t("Language"), self.language))
        column.addWidget(self._beside)
        column.addWidget(Field("pack_paper", t("Paper"), self.paper))
        column.addWidget(Field("pack_form", t("Written as"), self.form))
        for one in (self.calendars, self.draft, self.issue):
            column.addWidget(one)
        said = t("It is then kept who holds which version, and you see later whose copy has changed since.")
        column.addWidget(label(said, "small", tone="quiet", name="pack_issue_note", wrap=True))
        column.addStretch(1)
