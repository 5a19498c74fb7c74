"""Show the delegation of the open mission: people, groups, who takes part in what, and what is still missing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.delegation import NAMED, PLACE, ROWS_HERE
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.context import Context
from missionplanner.gui.delegation.deeds import Deeds
from missionplanner.gui.delegation.groups import GroupsView
from missionplanner.gui.delegation.people import DelegateRows, spec_of
from missionplanner.gui.page import Page
from missionplanner.gui.parts import Shown
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.basics import ActionButton, fit_words
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.pages_stack import PagesStack
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.gui.matrix.view import MatrixView
    from missionplanner.gui.readiness.view import ReadinessView
    from missionplanner.services.workspace import Receipt

PEOPLE, GROUPS, MATRIX, READINESS = "people", "groups", "matrix", "readiness"
PLUGGED = {
    MATRIX: (N_("Who takes part"), "missionplanner.gui.matrix.view", "MatrixView"),
    READINESS: (N_("Readiness"), "missionplanner.gui.readiness.view", "ReadinessView"),
}
"""Further parts: words, module and class of each; made when first looked at."""
_BUTTONS = ("replace_delegate", "delegates_to_group", "add_places", "show_private")


class DelegationPage(Page):
    """Show one part at a time."""

    NAME = "delegation"
    PRIMARY = "list_new"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self.rows = DelegateRows(ctx)
        self.list = ListView(ctx, actions, spec_of(self.rows))
        self._deeds = Deeds(ctx, self.list, self.rows)
        self.groups = GroupsView(ctx, self._deeds.new_group)
        self._parts: dict[str, Shown] = {PEOPLE: self.list, GROUPS: self.groups}
        self._shown, self._mission = PEOPLE, ""
        self._narrow = False
        t = ctx.t
        words = {PEOPLE: t("People"), GROUPS: t("Groups")} | {
            name: t(word) for name, (word, _module, _kind) in PLUGGED.items()
        }
        self.segments = Segments("delegation_part", t("Show"), words, PEOPLE)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self._names = list(words)
        self._buttons = [ActionButton(actions[name], ctx.theme, look="flat") for name in _BUTTONS]
        self._build()
        self._connect()

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        found = self.ctx.mission.heading()
        return Heading(found.title, self.part.count_words(), found.status, found.tone)

    def primary(self) -> str:
        return self.PRIMARY if self._shown in (PEOPLE, GROUPS) else ""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**self.part.deeds(), **self._deeds.all()}

    def there(self) -> set[str]:
        met = set(self.part.there())
        if self._shown == GROUPS:
            met |= {need for need in self.list.there() if need == "new_row"}
        if self._shown == PEOPLE:
            chosen = self._deeds.chosen
            met |= {ROWS_HERE} if chosen else set()
            if len(chosen) == 1:
                met.add(NAMED if self._deeds.is_named(chosen[0]) else PLACE)
        return met

    def regions(self) -> list[QWidget]:
        return [self.segments, *self.part.regions()]

    def take_focus(self) -> None:
        self.part.take_focus()

    def arrive(self) -> None:
        self._follow_mission()
        self.show_part(self._shown)

    def place(self) -> object:
        within = self.plugged.place() if self.plugged is not None else None
        return self._shown, self.list.table.current_id, self.list.model.query, within

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 4 and place[0] in self._names:
            self.show_part(str(place[0]))
            self.list.box.show_query(str(place[2]))
            if isinstance(place[1], UUID) and place[0] == PEOPLE:
                self.list.show_row(place[1])
            if self.plugged is not None:
                self.plugged.restore(place[3])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        if self.plugged is not None:
            self.plugged.follow_reversal(receipt, step)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if self.plugged is not None:
            self.plugged.set_narrow(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        fit_words(self._top, self._buttons, self.width())

    # -- parts ------------------------------------------------------------------------------------

    @property
    def part(self) -> Shown:
        """Return the part on screen."""
        return self.part_of(self._shown)

    @property
    def plugged(self) -> MatrixView | ReadinessView | None:
        """Return the part on screen where it is one of those that know places and reversals themselves."""
        return cast("MatrixView | ReadinessView", self.part) if self._shown in PLUGGED else None

    def part_of(self, name: str) -> Shown:
        """Return a part by its name, made when it is first wanted."""
        if name not in self._parts:
            _words, module, kind = PLUGGED[name]
            made = getattr(importlib.import_module(module), kind)(self.ctx, self.actions_)
            self._parts[name] = made
            self._stack.addWidget(made)
            made.set_narrow(self._narrow)
            made.changed.connect(self.changed)
            made.delegates_wanted.connect(self._deeds.add)
            if name == MATRIX:
                made.item_wanted.connect(self.item_wanted)
        return self._parts[name]

    def show_part(self, name: str) -> None:
        """Show another part."""
        if name != self._shown:
            self.part.leave()
        self._shown = name
        with self.segments.moving_to(name):
            part = self.part
            part.arrive()
            self._stack.setCurrentWidget(cast(QWidget, part))
        for one in self._buttons:
            one.setVisible(name == PEOPLE)
        self.actions_["list_new"].setText(f"{self.ctx.t(self.list.spec.words.add)}…")
        self.changed.emit()

    def show_delegate(self, identity: UUID) -> None:
        """Show a delegate by their own id or that of their person."""
        self.show_part(PEOPLE)
        plan = self.ctx.mission.plan
        delegate = plan.delegate_by_person.get(identity) if plan is not None else None
        self.list.show_row(delegate.id if delegate is not None else identity)

    def _show_group(self, group: object) -> None:
        plan = self.ctx.mission.plan
        found = plan.group(group) if plan is not None and isinstance(group, UUID) else None
        name = found.name.best(self.ctx.t.language, ()) if found is not None and found.name is not None else ""
        self.show_part(PEOPLE)
        self.list.box.show_query(f'groups:"{name}"' if name else "missing:groups")
        self.list.take_focus()

    # -- following --------------------------------------------------------------------------------

    def _follow_mission(self) -> None:
        """Read the delegates of the mission that is open now; groups in cells are named after its plan."""
        plan = self.ctx.mission.plan
        mission = str(plan.mission.id) if plan is not None else ""
        if mission != self._mission:
            self._mission = mission
            self._deeds.show_private(False)
            self.list.model.show((), 0)
            self.list.feed.reread()
        self.list.table.viewport().update()

    def _paste(self, text: str, html: str) -> None:
        """Hand rows that are new to the preview of imports."""
        from missionplanner.gui.imports import open_pasted

        open_pasted(self.ctx, self.window(), "delegates", text, html)

    def _private_words(self) -> None:
        t = self.ctx.t
        words = t("Hide personal data") if self.rows.revealed else t("Show personal data")
        self.actions_["show_private"].setText(words)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self.part.leave()
        if self.rows.revealed:
            self._deeds.show_private(False)
            self._private_words()
        super().hideEvent(event)

    # -- building ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.changed.connect(self.changed)
        self.list.changed.connect(self._private_words)
        self.list.rows_pasted.connect(self._paste)
        self.list.empty.add_wanted.disconnect()
        self.list.empty.add_wanted.connect(self._deeds.add)
        self.groups.shown.connect(self._show_group)
        self.groups.changed.connect(self.changed)
        self.ctx.mission.changed.connect(self._follow_mission)

    def _build(self) -> None:
        self._stack = PagesStack()
        top = self._top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.setSpacing(6)
        top.addWidget(self.segments)
        top.addStretch(1)
        for one in self._buttons:
            top.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.groups)
