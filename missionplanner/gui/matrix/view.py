"""Show who takes part in what, delegates down and items across; change it by cell, line, column and group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from missionplanner.domain.records import AgendaItem
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.taking_part import CELLS, MATRIX
from missionplanner.gui.context import Context
from missionplanner.gui.matrix import lines as lined
from missionplanner.gui.matrix.choosing import Wanted, wanted
from missionplanner.gui.matrix.footer import Footer, FootModel
from missionplanner.gui.matrix.grid_card import GridCard
from missionplanner.gui.matrix.heads import ROOMY
from missionplanner.gui.matrix.model import MatrixModel
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.matrix.tools import MatrixTools, legend
from missionplanner.gui.theme import roomy

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.workspace import Receipt, Workspace

COLUMN = 104
"""Pixels of an item's column."""


class MatrixView(QWidget):
    """Be the matrix of the open mission. ``changed`` tells that what is chosen or shown is other now.

    ``item_wanted`` carries the id of an item somebody wants to see on the agenda, ``delegates_wanted`` that
    somebody wants to add delegates.
    """

    changed = Signal()
    item_wanted = Signal(object)
    delegates_wanted = Signal()

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("matrix")
        self.setAccessibleName(ctx.t("Who takes part"))
        self.ctx, self._actions = ctx, actions
        self.model = MatrixModel(ctx, self)
        self.table = GridTable(ctx, self.model, ctx.t("Who takes part"), column=COLUMN, banded=True)
        self.table.setObjectName("matrix_table")
        self.counts = FootModel(ctx, self.model, self)
        self.footer = Footer(ctx, self.counts, self.table)
        self.tools = MatrixTools(ctx, actions)
        self.nothing = Nothing(ctx, "matrix_nothing", "users")
        self.card = GridCard("matrix_card", self.model, self.table, self.nothing, self.footer)
        self._stale, self._aloud = True, False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        self._build()
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

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.tools, self.card.region()]

    def take_focus(self) -> None:
        """Give the focus to the cells, or to what one begins with."""
        self.card.take_focus()

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._stale:
            self._show()

    def leave(self) -> None:
        """Be out of sight: diets are no longer counted."""
        if self.counts.with_diets:
            self.count_diets()

    def set_narrow(self, narrow: bool) -> None:
        """Show names as wide as they are, or as narrow as they can be."""
        self.card.set_narrow(narrow)

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.tools.day(), self.tools.by(), self.tools.query(), self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 4:
            day, by, query, cell = place
            self.tools.choose(day, by, query)
            self._show()
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
        self._show()

    def show_cell(self, delegate_id: UUID, item_id: UUID) -> None:
        """Bring a delegate and an item into sight, whatever is filtered."""
        self.tools.choose(None, self.tools.by(), "")
        self._show()
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
        ctx, table = self.ctx, self.table
        ctx.mission.changed.connect(self._hear)
        ctx.mission.checked.connect(self._hear_checks)
        self.tools.changed.connect(self._show)
        self.tools.left.connect(self.take_focus)
        table.toggled.connect(self.toggle)
        table.put.connect(self.put)
        table.turned.connect(self.tools.turn)
        table.sought.connect(self.tools.take_focus)
        table.chosen.connect(self._soon.start)
        table.opened.connect(lambda: self.menu().popup(table.spot_of(table.currentIndex())))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask)
        for heads in (table.over, table.names):
            heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            heads.customContextMenuRequested.connect(lambda at, heads=heads: self._ask_at_edge(heads, at))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self.set_narrow(self.width() < roomy(ROOMY))
        self.footer.fit()

    def _ask(self, at: QPoint) -> None:
        self.menu().popup(self.table.viewport().mapToGlobal(at))

    def _ask_at_edge(self, heads: QHeaderView, at: QPoint) -> None:
        """Open the menu for a whole line or column."""
        place = heads.logicalIndexAt(at)
        if place >= 0:
            self.table.selectColumn(place) if heads is self.table.over else self.table.selectRow(place)
            self.menu().popup(heads.mapToGlobal(at))

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def _hear_checks(self) -> None:
        if self.isVisible() and not self._stale:
            self.model.show_findings(self.ctx.mission.findings)

    def _show(self) -> None:
        plan = self.ctx.mission.plan
        if plan is None:
            return
        self._stale = False
        self.tools.fill_days(plan, tuple(dict.fromkeys(one.date for one in items_of(plan, None))))
        day, by, query = self.tools.day(), self.tools.by(), self.tools.query()
        people = lined.lines_of(self.ctx.t, plan, lined.concerned(plan), by, query)
        self.model.show_plan(plan, people, tuple(items_of(plan, day)), self.ctx.mission.findings)
        self._recount()
        self._tell_nothing(plan, query)
        self.card.follow()
        self._legend.setVisible(self.card.shows())
        self._speak()
        self._soon.start()

    def _recount(self) -> None:
        self.counts.recount()
        self.footer.fit()

    def _speak(self) -> None:
        index = self.table.currentIndex()
        if self._aloud and index.isValid():
            self.ctx.say_aloud(self.table, self.model.spoken(index.row(), index.column()))
        self._aloud = False

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
        self._show()
        self.take_focus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self.card, 1)
        self._legend = legend(self.ctx)
        column.addWidget(self._legend)
        self.setFocusProxy(self.table)

    # A view that is hidden keeps what it shows; the plan may be another one when it comes back.
    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self._stale = True
        super().hideEvent(event)


def items_of(plan: MissionPlan, day: dt.date | None) -> Iterable[AgendaItem]:
    """Return the items of a day, or all of them for None, but those that are cancelled."""
    some = plan.items_on(day) if day is not None else plan.items
    return (one for one in some if one.status is not ItemStatus.CANCELLED)
