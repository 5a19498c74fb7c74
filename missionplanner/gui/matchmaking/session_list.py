"""Be a list of the session on screen, as a part of a part: it follows the session."""

from __future__ import annotations

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.tables import clipboard
from missionplanner.gui.tables.placed_list import PlacedList
from missionplanner.gui.tables.spec import TableSpec


class SessionList(PlacedList):
    """Show one list. Rows that are new are handed to the preview of imports as ``pasted``, where that is one."""

    def __init__(
        self, ctx: Context, actions: Actions, shown: ShownSession, spec: TableSpec, pasted: str = ""
    ) -> None:
        super().__init__(ctx, actions, spec)
        shown.switched.connect(self.show_another)
        if pasted:
            self.rows_pasted.connect(lambda text, html: self._look_at_rows(pasted, text, html))
        else:
            self.rows_pasted.connect(lambda *_rows: self._refuse_rows())

    def _look_at_rows(self, pasted: str, text: str, html: str) -> None:
        """Show what rows would bring in; a bare column of names is one of what the list names first."""
        grid, first = clipboard.grid_of(text, html), self.spec.columns[0]
        if all(len(line) == 1 for line in grid) and self.model.language.column(grid[0][0]) is None:
            text, html = "\n".join((self.ctx.t(first.title), *(line[0] for line in grid))), ""
        open_pasted(self.ctx, self, pasted, text, html)

    def _refuse_rows(self) -> None:
        """Say how new rows come in here: a list of names alone says too little of who interprets."""
        words = self.ctx.t("New rows are not pasted here: add each interpreter with the languages they speak.")
        self.ctx.notices.say(words, tone="info")
