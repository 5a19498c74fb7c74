"""Show who wants to meet whom in a session: as a matrix of both sides, and as a list with what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from missionplanner.gui.matchmaking import lists
from missionplanner.gui.matchmaking.session_list import SessionList
from missionplanner.gui.matchmaking.several import Choice, Several
from missionplanner.gui.matchmaking.wish_matrix import WishMatrix

MATRIX, LIST = "matrix", "list"


class WishesView(Several):
    """Show the matrix or the list."""

    NAME = "wishes"

    def choices(self) -> Mapping[str, Choice]:
        t, of = self.ctx.t, (self.ctx, self._actions, self._shown)
        listed = partial(SessionList, *of, lists.wishes(self._shown), "wishes")
        return {
            MATRIX: Choice(t("Matrix"), partial(WishMatrix, *of), ("b2b_import_wishes",)),
            LIST: Choice(t("List"), listed, ("list_new", "b2b_import_wishes")),
        }
