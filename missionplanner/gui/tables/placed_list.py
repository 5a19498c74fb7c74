"""Be a list that is one of several parts of a page: it knows where one is, and what an undo has touched."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.spec import TableSpec

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt


class PlacedList(ListView):
    """Show one list as a part of a page."""

    def __init__(self, ctx: Context, actions: Actions, spec: TableSpec) -> None:
        super().__init__(ctx, actions, spec)
        self._list_actions = actions

    def arrive(self) -> None:
        self._list_actions["list_new"].setText(f"{self.ctx.t(self.spec.words.add)}…")
        super().arrive()

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.table.current_id, self.model.query

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2:
            self.box.show_query(str(place[1]))
            if isinstance(place[0], UUID):
                self.show_row(place[0])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the rows that an undo or redo has touched."""
        touched = [one for table, one in receipt.touched if table == self.spec.table and self.model.has(one)]
        if touched:
            self.table.choose(touched)

    def show_another(self) -> None:
        """Forget the rows: what the list is of is another thing now."""
        self.model.show((), 0)
        self.feed.reread()
