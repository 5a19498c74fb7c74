"""Show who can come to which slot; a click or Space marks somebody as not available."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.domain.meetings.availability import Because
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.matchmaking import SLOT_CELLS
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.grid_part import GridPart, Sign
from missionplanner.gui.matchmaking.low_heads import put_low_heads
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.matchmaking.slot_model import INTERPRETER, LEGEND, LOOKS, SlotModel
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.nothing import Start
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.widgets.basics import ActionButton

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session
    from missionplanner.services.entries import Cell
    from missionplanner.services.workspace import Receipt, Workspace

COLUMN = 104
"""Pixels of a slot's column."""
Who = tuple[str, UUID]
"""Whether somebody is a participant or an interpreter, and the id of the record."""


class SlotsView(GridPart):
    """Be the grid of a session's participants, interpreters and slots."""

    NAME = "slots"

    def __init__(self, ctx: Context, actions: Actions, shown: ShownSession) -> None:
        super().__init__(ctx, actions, shown)
        self.table.toggled.connect(self.toggle)
        self.table.put.connect(self.put)

    def make(self) -> tuple[Grid, GridTable]:
        self.model = SlotModel(self.ctx, self)
        self.table = GridTable(self.ctx, self.model, self.ctx.t("Availability"), column=COLUMN, banded=True)
        put_low_heads(self.table, self.model, self.ctx, banded=True, height=46)
        return self.model, self.table

    # -- the part asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the grid do here."""
        return {"slot_away": self.toggle}

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        return {SLOT_CELLS} if self.shows() and self.table.chosen_places() else set()

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.query(), self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2:
            self.search.setText(str(place[0]))
            self.refresh()
            if place[1] is not None:
                self.table.choose([place[1]])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Go to the line whose availability an undo or redo has touched."""
        touched = {
            one for table, one in receipt.touched if table in ("matchmaking_participant", "session_interpreter")
        }
        cell = self.table.current_cell()
        if cell is not None and touched and cell[0][1] not in touched:
            self.refresh()
            self.table.choose([(one.key, cell[1]) for one in self.model.lines if one.key[1] in touched][:1])

    def count_words(self) -> str:
        """Return how many participants and slots there are."""
        session, t = self._shown.session, self.ctx.t
        if session is None:
            return ""
        return self.ctx.wording.listed(
            (
                t.plural("{count} participant", "{count} participants", len(session.participants)),
                t.plural("{count} slot", "{count} slots", len(session.slots)),
            )
        )

    # -- deeds ------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Mark the chosen cells as not available, or as available again where all of them are marked."""
        wanted = self._wanted()
        self._store(wanted, any(numbers - self._marked(one) for one, numbers in wanted.items()))

    def put(self, free: bool) -> None:
        """Mark the chosen cells as available, or as not."""
        self._store(self._wanted(), not free)

    def _wanted(self) -> dict[Who, set[int]]:
        """Return which slots of whom the chosen cells are; a heading means all below it."""
        found: dict[Who, set[int]] = {}
        for row, place in self.table.chosen_places():
            for one in self.model.parties(row):
                kind, identity = one.key
                if identity is not None:
                    found.setdefault((kind, identity), set()).add(self.model.slots[place].position)
        return found

    def _marked(self, who: Who) -> set[int]:
        session = self._shown.session
        if session is None:
            return set()
        if who[0] == INTERPRETER:
            return {number for one in session.interpreters if one.id == who[1] for number in one.unavailable}
        some = (one.participant for one in session.participants)
        return {number for one in some if one.id == who[1] for number in one.unavailable}

    def _store(self, wanted: Mapping[Who, set[int]], away: bool) -> None:
        def after(who: Who, numbers: set[int]) -> tuple[int, ...]:
            now = self._marked(who)
            return tuple(sorted(now | numbers if away else now - numbers))

        cells = {who: (who[1], "unavailable", after(who, numbers)) for who, numbers in wanted.items()}
        receipt = self._edit(
            [cell for who, cell in cells.items() if who[0] != INTERPRETER],
            [cell for who, cell in cells.items() if who[0] == INTERPRETER],
        )
        if receipt is None:
            return
        self.say_next()
        count = sum(len(some) for some in wanted.values())
        if count > 1 and receipt.changeset is not None:
            t = self.ctx.t
            self.ctx.told_with_undo(t.plural("{count} cell changed.", "{count} cells changed.", count))

    def _edit(self, parties: list[Cell], voices: list[Cell]) -> Receipt | None:
        """Store what is marked of participants and of interpreters: one step, where it is both."""
        gesture = uuid4().hex if parties and voices else None

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import interpreters, participants

            receipt = participants.change_cells(ws, parties, gesture=gesture) if parties else None
            if voices:
                receipt = interpreters.change_cells(ws, voices, gesture=gesture)
            assert receipt is not None
            return receipt

        return self.ctx.run_edit(edit) if parties or voices else None

    # -- the grid ---------------------------------------------------------------------------------

    def fill(self, session: Session, query: str) -> None:
        self.model.show_session(session, query)

    def words(self) -> str:
        index = self.table.currentIndex()
        there = index.isValid() and index.row() < len(self.model.lines) and index.column() < len(self.model.keys)
        return self.model.spoken(index.row(), index.column()) if there else ""

    def missing(self, session: Session, query: str) -> tuple[str, str, list[Start]]:
        t = self.ctx.t
        if not session.slots:
            frame = self.starting_with(t("Slots and tables"), "b2b_frame", "settings")
            return t("No slots yet"), t("Each slot of the session is a column here."), [frame]
        if not session.participants:
            add = self.starting_with(t("Add the organisations of the mission"), "b2b_add_sides", "building-2")
            return t("No participants yet"), t("Each participant has a row here."), [add]
        return self.cleared(query)

    def menu(self) -> QMenu:
        made = QMenu(self)
        made.setObjectName("slots_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(self._actions["slot_away"])
        made.addSeparator()
        made.addAction(self._actions["b2b_frame"])
        return made

    def legend(self) -> tuple[Iterable[Sign], str]:
        t = self.ctx.t
        signs = [Sign(LOOKS[one].icon, LOOKS[one].tone, t(LEGEND[one])) for one in Because]
        return signs, t("Space or a click marks a slot; names in green are meetings.")

    def controls(self) -> list[QWidget]:
        return [ActionButton(self._actions["slot_away"], self.ctx.theme)]
