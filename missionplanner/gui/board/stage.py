"""Know what a board shows: the rows of the model, laid out on the days asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.board.dragging import Frame
from missionplanner.gui.board.edge_paint import GUTTER, SECOND
from missionplanner.gui.board.entries import Entry, entries_of
from missionplanner.gui.board.facts import Facts, facts_of
from missionplanner.gui.board.ink import Ink
from missionplanner.gui.board.layout import laid_out
from missionplanner.gui.board.scale import CHIP, Scale
from missionplanner.gui.board.scene import Looks, Scene, caches, empty_layout
from missionplanner.gui.board.walk import Walk
from missionplanner.gui.models.rows import Row
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.wording import Wording

SHELF, SHELF_NARROW, SHELF_CLOSED = 164, 128, 30
NARROW = 960
"""Width of a board under which the shelf takes less."""
DAY_LEAST, LANE_LEAST = 168, 58
"""Width a day and a lane have at least: more days than fit are scrolled."""
HEAD, HEAD_PLAIN = 58, 38
"""Height of the heads of days, with groups and without."""


class Stage:
    """Be what is on the board. ``show``, the days, kinds and people wanted are inputs; ``scene`` is drawn."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        self._wording = wording
        self.ink = Ink(theme)
        self._blocks, self._chips = caches(self.ink)
        self.plan: MissionPlan | None = None
        self.findings: tuple[Finding, ...] = ()
        self.rows: Sequence[Row] = ()
        self.wanted_days: tuple[dt.date, ...] | None = None
        self.kinds: frozenset[ItemKind] | None = None
        self.mine: frozenset[UUID] | None = None
        self.entries: dict[int, Entry] = {}
        self.dates: tuple[dt.date, ...] = ()
        layout = empty_layout()
        self.walk = Walk(layout)
        self.scene = Scene(
            self.ink,
            layout,
            Scale(1, 1, 0, GUTTER, HEAD, 0, 1, layout.hours, 0, 1),
            Facts(),
            Looks((), None, wording.t.language, self._blocks),
            self._blocks,
            self._chips,
            shelf_title=wording.t("Not placed"),
        )

    def refresh(self) -> None:
        """Lay out what there is now."""
        plan, rows, scene = self.plan, self.rows, self.scene
        if plan is None:
            rows = self.rows = ()
        self.dates = self.wanted_days or (plan.days if plan is not None else ())
        found = entries_of(rows, plan) if plan is not None else []
        self.entries = {entry.place: entry for entry in found if self._wanted(rows[entry.place])}
        lanes = max(1, len(plan.groups)) if plan is not None else 1
        scene.layout = laid_out(self.entries.values(), self.dates, lanes)
        self.walk = Walk(scene.layout)
        scene.looks = Looks(rows, plan, self._wording.t.language, self._blocks)
        self.refresh_facts()
        self.fade()

    def refresh_facts(self) -> None:
        """Say again what stands around the items."""
        if self.plan is not None:
            shown = facts_of(self.plan, self.findings, self.rows, self.dates, self._wording)
            self.scene.facts = shown
        else:
            self.scene.facts = Facts()

    def fade(self) -> None:
        """Tell the scene which rows are those of the one one sees as."""
        mine = self.mine
        self.scene.mine = None if mine is None else {n for n, row in enumerate(self.rows) if row.id in mine}

    def fit(self, width: float, height: float, hour: float, scrolled: tuple[float, float, float]) -> Scale:
        """Take measures for a size, a zoom and what is scrolled away: across, down, and of the shelf."""
        scene, layout = self.scene, self.scene.layout
        gutter = roomy(GUTTER) + (roomy(SECOND) if scene.second is not None else 0)
        shelf = self._shelf_width(width)
        days = max(1, len(self.dates))
        least = roomy(max(DAY_LEAST, LANE_LEAST * layout.lanes))
        head = HEAD if layout.lanes > 1 else HEAD_PLAIN
        x, y, shelf_y = scrolled
        scene.scale = Scale(
            width,
            height,
            shelf,
            gutter,
            roomy(head),
            len(self.dates),
            layout.lanes,
            layout.hours,
            layout.levels,
            max(least, (width - shelf - gutter - 2) / days),
            hour,
            x,
            y,
            shelf_y,
            roomy(CHIP),
        )
        return scene.scale

    def frame(self) -> Frame:
        """Return what a drag may not leave."""
        assert self.plan is not None
        mission = self.plan.mission
        first, last = min(mission.first_day, *self.dates), max(mission.last_day, *self.dates)
        return Frame(self.dates, first, last, self.scene.layout.lanes)

    def locked(self, place: int) -> bool:
        """Tell whether a row has to stay."""
        return self.rows[place].locked

    def _wanted(self, row: Row) -> bool:
        return self.kinds is None or row.item.kind in self.kinds

    def _shelf_width(self, width: float) -> float:
        if not self.scene.layout.shelf:
            return 0
        if not self.scene.shelf_open:
            return SHELF_CLOSED
        return roomy(SHELF if width >= NARROW else SHELF_NARROW)
