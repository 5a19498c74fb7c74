"""Ask into which parallel parts an item is split: a part for each group, by ticking."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.splitting import Part, split
from missionplanner.domain.records import AgendaItem
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

MOST = 5
"""How many parts the form offers; more groups go together."""


class SplitDialog(FormDialog):
    """Give every group one of the parts, and each part its title.

    ``foreseen`` carries what that would change, None where nothing can be asked for like this.
    """

    foreseen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        item: AgendaItem,
        store: Callable[[tuple[Part, ...], bool], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Split groups"), t("Split"))
        self.setObjectName("split_dialog")
        self._plan, self._item = plan, item
        own = {one.id for one in plan.item_groups(item)} if item.audience_limited else set()
        groups = [one for one in plan.groups if not own or one.id in own] or list(plan.groups)
        self._count = min(MOST, max(2, len(groups)))
        title = item.title.best(t.language, plan.mission.languages)
        letters = [chr(ord("A") + number) for number in range(self._count)]
        self._parts: dict[UUID, Choice] = {}
        for number, group in enumerate(groups):
            name = group.name.best(t.language, plan.mission.languages) if group.name else letters[0]
            picked = choice(
                {t("Part {letter}", letter=letter): place for place, letter in enumerate(letters)},
                min(number, self._count - 1),
                ctx.theme,
            )
            picked.currentIndexChanged.connect(lambda _index: self._preview())
            self._parts[group.id] = picked
            count = len(plan.group_members.get(group.id, ()))
            words = f"{name} · {ctx.wording.delegates(count)}" if count else name
            self.add_row(Field(f"part_{number}", words, picked))
        self._titles = [line(title) for _letter in letters]
        for one in self._titles:
            one.setCursorPosition(0)  # its beginning tells what it is
        for place, (letter, typed) in enumerate(zip(letters, self._titles, strict=True)):
            self.add_row(Field(f"title_{place}", t("Title of part {letter}", letter=letter), typed))
        self._transfers = Check(t("Copy the transfers before and after too"), ctx.theme)
        self._transfers.setObjectName("with_transfers")
        self._transfers.setChecked(True)
        self._transfers.toggled.connect(lambda _on: self._preview())
        self.body.addWidget(self._transfers)
        self._said = label("", "small", tone="quiet", name="split_preview", wrap=True)
        self._said.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._said)
        self.finish_with(lambda: store(self.parts(), self._transfers.isChecked()))
        next(iter(self._parts.values())).setFocus()
        self._preview()

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that have a group."""
        found: dict[int, list[UUID]] = {}
        for group, picked in self._parts.items():
            found.setdefault(picked.chosen(), []).append(group)
        return tuple(
            Part(tuple(groups), self._titles[place].text().strip()) for place, groups in sorted(found.items())
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        self._preview()

    def _preview(self) -> None:
        used = {picked.chosen() for picked in self._parts.values()}
        for place in range(self._count):
            self.fields[f"title_{place}"].setVisible(place in used)
        try:
            made = split(self._plan, self._item.id, self.parts(), with_transfers=self._transfers.isChecked())
        except MissionPlannerError as error:
            self._said.setText(self.t.say(error))
            self.foreseen.emit(None)
            return
        self.foreseen.emit(made.changes)
        warnings = dict.fromkeys(self.t.say(one) for one in made.warnings)  # parts of one title say the same
        self._said.setText("\n".join(warnings))
        self._said.setVisible(bool(made.warnings))
