"""Show who takes part in a session: as a list, with when each can come, and who interprets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from missionplanner.gui.matchmaking import lists
from missionplanner.gui.matchmaking.session_list import SessionList
from missionplanner.gui.matchmaking.several import Choice, Several
from missionplanner.gui.matchmaking.slots_view import SlotsView

LIST, SLOTS, VOICES = "list", "slots", "voices"


class ParticipantsView(Several):
    """Show the list, the availability or the interpreters."""

    NAME = "participants"

    def choices(self) -> Mapping[str, Choice]:
        t, of = self.ctx.t, (self.ctx, self._actions, self._shown)
        own = partial(SessionList, *of, lists.participants(self._shown), "participants")
        voices = partial(SessionList, *of, lists.interpreters(self._shown))
        return {
            LIST: Choice(t("List"), own, ("list_new", "b2b_add_sides", "b2b_frame")),
            SLOTS: Choice(t("Availability"), partial(SlotsView, *of), ("b2b_add_sides", "b2b_frame")),
            VOICES: Choice(t("Interpreters"), voices, ("list_new",)),
        }
