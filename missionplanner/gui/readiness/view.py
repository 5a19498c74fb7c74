"""Show how far every delegate is with what is due, overdue first; a click or Space goes one state further."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from missionplanner.domain import records as r
from missionplanner.domain.checks.options import day_of
from missionplanner.domain.delegates.requirements import Due
from missionplanner.domain.delegates.standing import NEXT, Board, Standing
from missionplanner.domain.vocabulary import ReadyState
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.taking_part import BOARD, REQUIREMENT, STATES
from missionplanner.gui.context import Context
from missionplanner.gui.matrix import lines as lined
from missionplanner.gui.matrix.grid_card import GridCard
from missionplanner.gui.matrix.grid_view import GridView
from missionplanner.gui.matrix.lines import By
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.readiness.asking import Asking
from missionplanner.gui.readiness.dialogs import StateDialog
from missionplanner.gui.readiness.model import ReadinessModel, name_of, states
from missionplanner.gui.readiness.tools import Filter, ReadinessTools

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.delegates.readiness_board import Told
    from missionplanner.services.workspace import Receipt, Workspace

COLUMN = 148
"""Pixels of a requirement's column."""
Cell = tuple[UUID, UUID]


class ReadinessView(GridView):
    """Be the readiness board of the open mission."""

    model: ReadinessModel
    tools: ReadinessTools

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, "readiness", ctx.t("Readiness"))
        self.model = ReadinessModel(ctx, self)
        self.table = GridTable(ctx, self.model, ctx.t("Readiness"), column=COLUMN, banded=False)
        self.table.setObjectName("readiness_table")
        self.tools = ReadinessTools(ctx, actions)
        self.asking = Asking(ctx, self)
        self.nothing = Nothing(ctx, "readiness_nothing", "list-checks")
        self.card = GridCard("readiness_card", self.model, self.table, self.nothing)
        self.put_together(self.table.over)
        self.table.toggled.connect(self.go_further)
        self.table.put.connect(self.put)
        self.table.opened.connect(self.ask_state)

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the board do here."""
        return {
            "ready_next": self.go_further,
            "ready_state": self.ask_state,
            "requirement_new": self._add,
            "requirement_change": self.change,
            "requirement_delete": self.delete,
            "requirement_sets": self.asking.choose_set,
            "requirement_copy": self.asking.choose_mission,
        }

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        if self.ctx.mission.plan is None:
            return set()
        met = {BOARD}
        if self.card.shows() and self.table.currentIndex().isValid():
            met.add(REQUIREMENT)
            if self.cells():
                met.add(STATES)
        return met

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.tools.part(), self.tools.requirement(), self.tools.query(), self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 4:
            part, requirement, query, cell = place
            self.tools.choose(Filter(part), requirement, query)
            self.show_now()
            if cell is not None:
                self.table.choose([cell])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the cells that an undo or redo has touched."""
        plan = self.ctx.mission.plan
        touched = {one for _table, one in receipt.touched}
        if plan is not None:
            some = [one for one in plan.requirement_states if one.id in touched]
            self.table.choose([(("delegate", one.delegate_id), one.requirement_id) for one in some])

    def count_words(self) -> str:
        """Return how much of what is due is in order."""
        board, t = self.model.board, self.ctx.t
        if board is None or not board.dues:
            return ""
        some = [board.of_requirement(one) for one in board.dues]
        done, total = sum(one.done for one in some), sum(one.total for one in some)
        late = sum(one.overdue for one in some)
        return self.ctx.wording.listed(
            (
                t("{done} of {total} in order", done=done, total=total),
                t.plural("{count} overdue", "{count} overdue", late) if late else "",
            )
        )

    # -- states -----------------------------------------------------------------------------------

    def cells(self) -> dict[Cell, Standing]:
        """Return the chosen cells that concern somebody, headings as those below them."""
        found: dict[Cell, Standing] = {}
        board = self.model.board
        for row, place in self.table.chosen_places() if board is not None else []:
            line, due = self.model.lines[row], self.model.dues[place]
            for one in (line.delegate,) if line.delegate is not None else line.members:
                standing = board.standing(due, one) if board is not None else None
                if standing is not None:
                    found[due.requirement.id, one.id] = standing
        return found

    def go_further(self) -> None:
        """Take the chosen cells one state further, all to the state after that of the first."""
        cells = self.cells()
        if cells:
            self._say(cells, NEXT[next(iter(cells.values())).state])

    def put(self, on: bool) -> None:
        """Say that the chosen cells are done, or open again."""
        self._say(self.cells(), ReadyState.DONE if on else ReadyState.OPEN)

    def ask_state(self) -> None:
        """Ask state, day and note of the chosen cells."""
        cells = self.cells()
        if not cells:
            return
        index, t = self.table.currentIndex(), self.ctx.t
        about = self.model.spoken(index.row(), index.column())
        if len(cells) > 1:
            about = t.plural("{count} cell", "{count} cells", len(cells))
        StateDialog(
            self.window(), self.ctx, about, cells.values(), lambda told: self._set(dict.fromkeys(cells, told))
        ).open()

    def _say(self, cells: Mapping[Cell, Standing], state: ReadyState) -> None:
        from missionplanner.services.delegates.readiness_board import Told

        self._set(dict.fromkeys(cells, Told(state, dt.date.today())))

    def _set(self, told: Mapping[Cell, Told]) -> None:
        code = self.ctx.mission.code

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.delegates import readiness_board

            return readiness_board.set_each(ws, code, told)

        receipt = self.ctx.run_edit(edit) if told else None
        if receipt is not None:
            self._aloud = True
            if len(told) > 1 and receipt.changeset is not None:
                t = self.ctx.t
                self.ctx.told_with_undo(t.plural("{count} cell changed.", "{count} cells changed.", len(told)))

    # -- requirements -----------------------------------------------------------------------------

    def change(self) -> None:
        """Ask what is different about the requirement of the current column."""
        due = self._due()
        if due is not None:
            self.asking.ask(due.requirement)

    def delete(self) -> None:
        """Delete the requirement of the current column."""
        due = self._due()
        if due is not None:
            self.asking.delete(due.requirement)

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        made = QMenu(self)
        made.setObjectName("readiness_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cells = self.cells()
        for state, words in states(self.ctx.t).items():
            action = made.addAction(words)
            action.setEnabled(bool(cells))
            action.triggered.connect(lambda _checked=False, state=state: self._say(self.cells(), state))
        made.addSeparator()
        for name in ("ready_state", "", "requirement_change", "requirement_delete", "", *_ADDING):
            made.addAction(self._actions[name]) if name else made.addSeparator()
        return made

    def _add(self) -> None:
        self.asking.ask(None)

    def _due(self) -> Due | None:
        place = self.table.currentIndex().column()
        return self.model.dues[place] if 0 <= place < len(self.model.dues) else None

    # -- showing ----------------------------------------------------------------------------------

    def choose_all(self, _heads: QHeaderView, place: int) -> None:
        """Go to the requirement of a column, on the line one is at: its menu is about that requirement."""
        self.table.setCurrentIndex(self.model.index(max(self.table.currentIndex().row(), 0), place))

    def fill(self, plan: MissionPlan) -> None:
        board = Board(plan, day_of(plan, dt.date.today()))
        self.tools.fill([(one.requirement.id, name_of(self.ctx, plan, one.requirement)) for one in board.dues])
        part, one, query = self.tools.part(), self.tools.requirement(), self.tools.query()
        dues = [due for due in board.dues if one in (None, due.requirement.id)]
        people = [each for each in board.delegates if part is Filter.ALL or _has(board, dues, each, part)]
        if part is not Filter.ALL:
            dues = [due for due in dues if any(_is(board.standing(due, each), part) for each in people)]
        found = lined.lines_of(self.ctx.t, plan, people, By.GROUP, query)
        self.model.show_board(board, found, dues)
        self._tell_nothing(board, query)

    def _tell_nothing(self, board: Board, query: str) -> None:
        t, nothing = self.ctx.t, self.nothing
        if not board.delegates:
            start = (t("Add delegates"), "readiness_delegates", "user-plus", self.delegates_wanted.emit)
            nothing.tell(t("No delegate with a name yet"), t("What is due is asked of people."), [start])
        elif not board.dues:
            starts = [
                (t("Usual requirements"), "readiness_sets", "layout-template", self.asking.choose_set),
                (t("Requirements of another mission"), "readiness_copy", "copy", self.asking.choose_mission),
                (t("Add a requirement"), "readiness_add", "plus", self._add),
            ]
            words = t("Documents, visas, flights, agreements: with the day they are due, per person.")
            nothing.tell(t("Nothing is asked of the delegates yet"), words, starts)
        else:
            clear = (t("Clear the filter"), "readiness_clear", "", self._clear)
            whole = (
                t("Nothing matches “{text}”.", text=query) if query else t("Nothing of this kind: all is well.")
            )
            nothing.tell(whole, "", [clear])

    def _clear(self) -> None:
        self.tools.choose(Filter.ALL, None, "")
        self.show_now()
        self.take_focus()


_ADDING = ("requirement_new", "requirement_sets", "requirement_copy")


def _has(board: Board, dues: list[Due], delegate: r.Delegate, part: Filter) -> bool:
    return any(_is(board.standing(due, delegate), part) for due in dues)


def _is(standing: Standing | None, part: Filter) -> bool:
    """Tell whether a cell is what is looked at: overdue, or up to the planner."""
    if standing is None:
        return False
    return standing.overdue if part is Filter.OVERDUE else standing.ours
