"""Ask to which day a day is copied, and what comes along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, choice


class CopyDayDialog(FormDialog):
    """Ask from which day to which; pass on both and whether people and transfers come along."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        day: dt.date | None,
        store: Callable[[dt.date, dt.date, bool, bool], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Copy a day"), t("Copy"))
        self.setObjectName("copy_day_dialog")
        days: dict[str, object] = {ctx.wording.weekday(one): one for one in plan.days}
        source = day if day in plan.days else plan.days[0]
        others = [one for one in plan.days if one > source] or [one for one in plan.days if one != source]
        self._source = choice(days, source, ctx.theme)
        self._target = choice(days, others[0] if others else source, ctx.theme)
        self.add_row(Field("source", t("From"), self._source), Field("target", t("To"), self._target))
        self._people = Check(t("With the people who take part"), ctx.theme)
        self._transfers = Check(t("With the transfers"), ctx.theme)
        for name, box in (("with_people", self._people), ("with_transfers", self._transfers)):
            box.setObjectName(name)
            box.setChecked(True)
            self.body.addWidget(box)
        self.finish_with(
            lambda: store(
                self._source.chosen(),
                self._target.chosen(),
                self._people.isChecked(),
                self._transfers.isChecked(),
            )
        )
        self._target.setFocus()
