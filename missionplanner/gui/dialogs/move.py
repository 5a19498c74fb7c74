"""Ask where an item is to lie: the way to move it without dragging."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placing_of
from missionplanner.domain.records import AgendaItem
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, choice, line
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.widgets.basics import label


class MoveDialog(FormDialog):
    """Ask for day, start, end and groups of one item."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        item: AgendaItem,
        store: Callable[[Placing], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Move"), t("Move"))
        self.setObjectName("move_dialog")
        self._before = placing_of(plan, item)
        days: dict[str, object] = {ctx.wording.weekday(day): day for day in plan.days}
        self._day = choice({**days, t("Not placed"): None}, self._before.date, ctx.theme)
        self._start = line(_shown(self._before.start), "9:30")
        self._end = line(_shown(self._before.end), t("10:45 or +75"))
        self.add_row(
            Field("date", t("Day"), self._day),
            Field("start", t("Start"), self._start),
            Field("end", t("End"), self._end),
        )
        own = (
            {one.id for one in plan.item_groups(item)}
            if item.audience_limited
            else {one.id for one in plan.groups}
        )
        self._groups: dict[UUID, Check] = {}
        self._had = own
        if plan.groups:
            self.body.addWidget(label(t("Groups"), "label", tone="quiet"))
        for number, group in enumerate(plan.groups):
            name = group.name.best(t.language, plan.mission.languages) if group.name else str(number + 1)
            box = Check(name, ctx.theme)
            box.setObjectName(f"group_box_{number}")
            box.setChecked(group.id in own)
            self._groups[group.id] = box
            self.body.addWidget(box)
        self.finish_with(lambda: store(self.placing()))
        self._start.setFocus()
        self._start.selectAll()

    def placing(self) -> Placing:
        """Return what is asked for. Raises Invalid for what is no time."""
        start = typed_time(self._start.text(), "start")
        end = typed_time(self._end.text(), "end", after=start)
        day: dt.date | None = self._day.chosen()
        ticked = tuple(one for one, box in self._groups.items() if box.isChecked())
        groups: tuple[UUID, ...] | None = () if len(ticked) in (0, len(self._groups)) else ticked
        same = set(ticked) == self._had
        kept = start != self._before.start and end == self._before.end
        return replace(
            self._before,
            date=day,
            start=start,
            end=None if kept else end,
            end_date=None,
            groups=None if same else groups,
        )


def _shown(time: dt.time | None) -> str:
    return time.strftime("%H:%M") if time is not None else ""
