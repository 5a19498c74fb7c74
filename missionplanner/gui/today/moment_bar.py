"""Choose which moment one looks at: now, or a day and time of the mission, to rehearse or to look back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.clock import local, utc
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.typed_times import time_of
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import label

_USUAL = dt.time(9)


class MomentBar(QWidget):
    """Hold the day and the time. ``changed`` tells that another moment is looked at."""

    changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        t = ctx.t
        self.setObjectName("moment_bar")
        self.setAccessibleName(t("Moment"))
        self._ctx = ctx
        self._days: tuple[dt.date | None, ...] = ()
        self.day = choice({t("Now"): None}, None, ctx.theme)
        self.day.setObjectName("moment_day")
        self.day.setAccessibleName(t("Day"))
        self.day.setFont(font("body"))
        self.day.setFixedHeight(roomy(CONTROL))
        self.day.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.time = Entry("9:30")
        self.time.setObjectName("moment_time")
        self.time.setAccessibleName(t("Time"))
        self.time.setFixedSize(roomy(88), roomy(CONTROL))
        self.told = label("", "display", name="moment_told")
        self.hint = label("", "small", tone="quiet", name="moment_hint", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.told)
        row.addWidget(self.hint, 1)
        row.addWidget(self.day)
        row.addWidget(self.time)
        self.day.currentIndexChanged.connect(self._turn)
        self.time.committed.connect(lambda _text: self._take())
        self._at = _USUAL
        self.setFocusProxy(self.day)

    def fill(self, plan: MissionPlan, now: dt.datetime) -> None:
        """Offer the days of a mission; where it is not under way, its first morning is looked at."""
        days = (None, *plan.days)
        if days == self._days:
            return
        self._days = days
        wording = self._ctx.wording
        with QSignalBlocker(self.day):
            self.day.clear()
            self.day.addItems([self._ctx.t("Now"), *(wording.weekday(one) for one in plan.days)])
            self.day.values = days
            today = local(now, plan.mission.zone).date()
            under_way = plan.mission.first_day <= today <= plan.mission.last_day
            self.day.setCurrentIndex(0 if under_way or len(days) < 2 else 1)
        self._turn_to(plan, self.day.chosen())

    def show_day(self, day: dt.date) -> None:
        """Look at another day of the mission, at its first item."""
        if day in self._days:
            self.day.setCurrentIndex(self._days.index(day))

    def moment(self, plan: MissionPlan, now: dt.datetime) -> dt.datetime:
        """Return the moment that is looked at, in UTC."""
        day = self.day.chosen()
        return utc(day, self._at, day_zone(plan, day)) if day is not None else now

    def tell(self, plan: MissionPlan, moment: dt.datetime) -> None:
        """Say the moment on the clock of the place one is at then."""
        zone = day_zone(plan, local(moment, plan.mission.zone).date())
        there = local(moment, zone)
        self.told.setText(f"{there:%H:%M}")
        day = self._ctx.wording.full_day(there.date())
        hint = "" if self.day.chosen() is None else self._ctx.t("as if it were this moment")
        self.hint.setText(self._ctx.wording.listed((day, hint)))
        self.time.setVisible(self.day.chosen() is not None)

    def _turn(self, _place: int) -> None:
        plan = self._ctx.mission.plan
        if plan is not None:
            self._turn_to(plan, self.day.chosen())
            self.changed.emit()

    def _turn_to(self, plan: MissionPlan, day: dt.date | None) -> None:
        starts = [one.start for one in plan.items_on(day) if one.start is not None] if day is not None else []
        self._at = min(starts, default=_USUAL)
        self.time.show_text(f"{self._at:%H:%M}", anew=True)

    def _take(self) -> None:
        try:
            at = time_of(self.time.text(), "moment_time")
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        if at is not None:
            self._at = at
        self.time.show_text(f"{self._at:%H:%M}", anew=True)
        self.changed.emit()
