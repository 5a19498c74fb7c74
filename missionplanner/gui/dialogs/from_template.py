"""Ask what a mission made from a template is called, when it begins and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.new_mission import NewMissionDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.services.missions import MissionDraft
    from missionplanner.services.programme.templates import Choice as Template
    from missionplanner.services.workspace import Workspace


class FromTemplateDialog(NewMissionDialog):
    """Ask for a template and what a new mission begins with; ``made`` gets the code of the new mission."""

    def __init__(self, parent: QWidget, ctx: Context, workspace: Workspace, made: Callable[[str], object]) -> None:
        super().__init__(parent, ctx, self._create_from, title=ctx.t("New from a template"))
        self.setObjectName("from_template_dialog")
        self._ctx, self._workspace, self._made = ctx, workspace, made
        t = ctx.t
        entries: dict[str, object] = {}
        for one in _for_missions(workspace):
            name = one.name.best(t.language)
            entries[name if name not in entries else f"{name} ({len(entries) + 1})"] = one
        self._template = choice(entries, next(iter(entries.values())), ctx.theme)
        field = Field("template", t("Template"), self._template)
        field.setFixedWidth(roomy(FIELD_WIDTH))
        self.remember(field)
        self._about = label("", "small", tone="quiet", name="template_about", wrap=True)
        self._about.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.insertWidget(0, field)
        self.body.insertWidget(1, self._about)
        self._template.currentIndexChanged.connect(self._follow_template)
        self._follow_template()
        self.setTabOrder(self._template, self._title)

    def _follow_template(self) -> None:
        one: Template = self._template.chosen()
        t = self._ctx.t
        days = t.plural("{count} day", "{count} days", one.days)
        about = t("{days}, {items}. The times can be moved, the places are still to be said.")
        self._about.setText(about.format(days=days, items=self._ctx.wording.items(one.items)))
        self._days.last(one.days)

    def _create_from(self, draft: MissionDraft) -> None:
        from missionplanner.services import missions
        from missionplanner.services.programme import templates

        receipt = templates.new_mission(self._workspace, draft, self._template.chosen().identity)
        code = next(one.code for one in missions.listing(self._workspace) if one.id == receipt.first_added)
        self._made(code)
        self._ctx.told_with_undo(self._ctx.t("Mission made from the template."))


def _for_missions(workspace: Workspace) -> list[Template]:
    """Return the templates to begin a mission with: the program's whole missions and everything of one's own."""
    from missionplanner.services.programme import templates

    return [one for one in templates.listing(workspace) if one.own or one.kind is TemplateKind.MISSION]
