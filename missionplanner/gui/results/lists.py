"""Be a list of the open mission's results, as a part of the report: it follows the mission that is open."""

from __future__ import annotations

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.tables.placed_list import PlacedList
from missionplanner.gui.tables.spec import TableSpec


class MissionList(PlacedList):
    """Show one list of the mission; another one once another mission is open."""

    def __init__(self, ctx: Context, actions: Actions, spec: TableSpec) -> None:
        super().__init__(ctx, actions, spec)
        self.actions_ = actions
        self._mission = self._open_now()
        ctx.mission.changed.connect(self._follow_mission)

    def arrive(self) -> None:
        self._follow_mission()
        super().arrive()

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one."""

    def _open_now(self) -> object:
        plan = self.ctx.mission.plan
        return plan.mission.id if plan is not None else None

    def _follow_mission(self) -> None:
        now = self._open_now()
        if now != self._mission:
            self._mission = now
            self.show_another()
