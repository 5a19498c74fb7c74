"""Show who takes part in what, delegates down and items across; change it by cell, line, column and group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from missionplanner.domain.records import AgendaItem
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.taking_part import CELLS, MATRIX
from missionplanner.gui.context import Context
from missionplanner.gui.matrix import lines as lined
from missionplanner.gui.matrix.choosing import Wanted, wanted
from missionplanner.gui.matrix.footer import Footer, FootModel
from missionplanner.gui.matrix.grid_card import GridCard
from missionplanner.gui.matrix.grid_view import GridView
from missionplanner.gui.matrix.model import MatrixModel
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.matrix.tools import MatrixTools, legend

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.workspace import Receipt, Workspace

COLUMN = 104
"""Pixels of an item's column."""


class MatrixView(GridView):
    """Be the matrix of the open mission.

    ``item_wanted`` carries the id of an item somebody wants to see on the agenda.
    """

    item_wanted = Signal(object)
    model: MatrixModel
    tools: MatrixTools

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, "matrix", ctx.t("Who takes part"))
        self.model = MatrixModel(ctx, self)
        self.table = GridTable(ctx, self.model, ctx.t("Who takes part"), column=COLUMN, banded=True)
        self.table.setObjectName("matrix_table")
        self.counts = FootModel(ctx, self.model, self)
        self.footer = Footer(ctx, self.counts, self.table)
        self.tools = MatrixTools(ctx, actions)
        self.nothing = Nothing(ctx, "matrix_nothing", "users")
        self.card = GridCard("matrix_card", self.model, self.table, self.nothing, self.footer)
        self._legend = legend(ctx)
        self.put_together(self.table.over, self.table.names, below=self._legend)
        self._connect()

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the matrix do here."""
        return {
            "part_in": lambda: self.put(True),
            "part_out": lambda: self.put(False),
            "part_everyone": self.for_everyone,
            "part_groups": self.in_groups,
            "part_diets": self.count_diets,
        }

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        if not self.card.shows():
            return set()
        return {MATRIX, CELLS} if self.table.chosen_places() else {MATRIX}

    def leave(self) -> None:
        """Be out of sight: diets are no longer counted."""
        if self.counts.with_diets:
            self.count_diets()

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.tools.day(), self.tools.by(), self.tools.query(), self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 4:
            day, by, query, cell = place
            self.tools.choose(day, by, query)
            self.show_now()
            if cell is not None:
                self.table.choose([cell])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the items whose audience an undo or redo has touched, on the line one was at."""
        plan = self.ctx.mission.plan
        touched = {one for _table, one in receipt.touched}
        if plan is None:
            return
        items = {one.item_id for one in plan.audience_people if one.id in touched}
        items |= {one.item_id for one in plan.audience_groups if one.id in touched}
        items |= {one.id for one in plan.items if one.id in touched}
        cell = self.table.current_cell()
        if cell is not None and items and cell[1] not in items:
            self.table.choose([(cell[0], one) for one in self.model.keys if one in items])

    def count_words(self) -> str:
        """Return how many people and items are shown."""
        people = sum(not one.heading for one in self.model.lines)
        return self.ctx.wording.listed(
            (self.ctx.wording.delegates(people), self.ctx.wording.items(len(self.model.items)))
        )

    # -- deeds ------------------------------------------------------------------------------------

    def put(self, takes: bool) -> None:
        """Let the chosen delegates and groups take part in the chosen items, or not."""
        self._store(wanted(self.model, self.table.chosen_places()), takes)

    def toggle(self) -> None:
        """Let the chosen ones take part, or not where all of them do."""
        some = wanted(self.model, self.table.chosen_places())
        self._store(some, not some.all_in)

    def for_everyone(self) -> None:
        """Make the chosen items for everyone."""
        self._edit_items("for_everyone", self.ctx.t("For everyone now."))

    def in_groups(self) -> None:
        """Say who takes part in the chosen items by groups, as far as they go."""
        self._edit_items("in_groups", self.ctx.t("Said by groups now; the same people take part."))

    def count_diets(self) -> None:
        """Count the diets of each meal by kind, or no longer."""
        self.counts.with_diets = not self.counts.with_diets
        self._recount()
        shown = len(self.counts.lines) > 2
        if self.counts.with_diets and not shown:
            self.counts.with_diets = False
            self.ctx.notices.say(self.ctx.t("No diet is known of those at the meals shown."), tone="info")
        elif shown:
            self.ctx.say_aloud(self.footer, self.ctx.t("Diets are counted below the meals."))

    def show_day(self, day: dt.date | None) -> None:
        """Show the items of a day, of all of them for None."""
        self.tools.choose(day, self.tools.by(), self.tools.query())
        self.show_now()

    def show_cell(self, delegate_id: UUID, item_id: UUID) -> None:
        """Bring a delegate and an item into sight, whatever is filtered."""
        self.tools.choose(None, self.tools.by(), "")
        self.show_now()
        self.table.choose([(("delegate", delegate_id), item_id)])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        made = QMenu(self)
        made.setObjectName("matrix_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("part_in", "part_out", "", "part_everyone", "part_groups", "", "part_diets"):
            made.addAction(self._actions[name]) if name else made.addSeparator()
        cell = self.table.current_cell()
        if cell is not None:
            made.addSeparator()
            made.addAction(self.ctx.t("Show in the agenda")).triggered.connect(
                lambda _checked=False: self.item_wanted.emit(cell[1])
            )
        return made

    def _store(self, some: Wanted, takes: bool) -> None:
        if not some.cells and not some.groups:
            if some.away:
                words = self.ctx.t("Not there then: joining and leaving days, or another ride, keep them away.")
                self.ctx.notices.say(words, tone="info")
            return
        code = self.ctx.mission.code

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.delegates import taking_part

            return taking_part.set_part(ws, code, some.cells, takes, groups=some.groups)

        receipt = self.ctx.run_edit(edit)
        if receipt is None:
            return
        self._aloud = True
        count = len(some.cells) + len(some.groups)
        if count > 1 and receipt.changeset is not None:
            t = self.ctx.t
            words = t.plural("{count} cell changed.", "{count} cells changed.", count)
            self.ctx.told_with_undo(words)

    def _edit_items(self, step: str, words: str) -> None:
        items = list(dict.fromkeys(self.model.items[place].id for _row, place in self.table.chosen_places()))
        code = self.ctx.mission.code

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.delegates import taking_part

            return (taking_part.for_everyone if step == "for_everyone" else taking_part.in_groups)(ws, code, items)

        receipt = self.ctx.run_edit(edit) if items else None
        if receipt is not None:
            if receipt.changeset is not None:
                self.ctx.told_with_undo(words)
            else:
                self.ctx.notices.say(self.ctx.t("Nothing to change: it is said so already."), tone="info")

    # -- showing ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        table = self.table
        self.ctx.mission.checked.connect(self._hear_checks)
        table.toggled.connect(self.toggle)
        table.put.connect(self.put)
        table.turned.connect(self.tools.turn)
        table.opened.connect(lambda: self.menu().popup(table.spot_of(table.currentIndex())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self.footer.fit()

    def _hear_checks(self) -> None:
        if self.isVisible() and not self._stale:
            self.model.show_findings(self.ctx.mission.findings)

    def fill(self, plan: MissionPlan) -> None:
        self.tools.fill_days(plan, tuple(dict.fromkeys(one.date for one in items_of(plan, None))))
        day, by, query = self.tools.day(), self.tools.by(), self.tools.query()
        people = lined.lines_of(self.ctx.t, plan, lined.concerned(plan), by, query)
        self.model.show_plan(plan, people, tuple(items_of(plan, day)), self.ctx.mission.findings)
        self._recount()
        self._tell_nothing(plan, query)
        self._legend.setVisible(self.card.shows())

    def _recount(self) -> None:
        self.counts.recount()
        self.footer.fit()

    def _tell_nothing(self, plan: MissionPlan, query: str) -> None:
        t, clear = self.ctx.t, (self.ctx.t("Clear the filter"), "matrix_clear", "", self._clear)
        if not plan.delegates:
            start = (t("Add delegates"), "matrix_delegates", "user-plus", self.delegates_wanted.emit)
            self.nothing.tell(t("No delegates yet"), t("Here you say who takes part in what."), [start])
        elif not self.model.items and self.tools.day() is None:
            go = (t("Open the agenda"), "matrix_agenda", "calendar-days", self._actions["agenda"].trigger)
            self.nothing.tell(t("Nothing in the agenda yet"), t("Each item of it is a column here."), [go])
        elif not self.model.lines:
            self.nothing.tell(t("Nothing matches “{text}”.", text=query), "", [clear])
        else:
            self.nothing.tell(t("Nothing on this day."), "", [clear])

    def _clear(self) -> None:
        self.tools.choose(None, self.tools.by(), "")
        self.show_now()
        self.take_focus()


def items_of(plan: MissionPlan, day: dt.date | None) -> Iterable[AgendaItem]:
    """Return the items of a day, or all of them for None, but those that are cancelled."""
    some = plan.items_on(day) if day is not None else plan.items
    return (one for one in some if one.status is not ItemStatus.CANCELLED)
