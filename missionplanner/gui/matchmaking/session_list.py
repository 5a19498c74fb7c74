"""Be a list of the session on screen, as a part of a part: it follows the session."""

from __future__ import annotations

from functools import partial

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.matchmaking.shown import ShownSession
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
            self.rows_pasted.connect(partial(open_pasted, ctx, self, pasted))
        else:
            self.rows_pasted.connect(lambda *_rows: self._refuse_rows())

    def _refuse_rows(self) -> None:
        """Say how new rows come in here: a list of names alone says too little of them."""
        words = self.ctx.t("New rows are not pasted here: paste wishes, and whoever they name takes part.")
        self.ctx.notices.say(words, tone="info")
