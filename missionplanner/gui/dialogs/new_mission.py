"""Ask the four things a new mission begins with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTimeZone
from PySide6.QtWidgets import QDateEdit, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import Field, date_field, line, suggestion
from missionplanner.gui.forms.zones import chosen_zone, zone_names

if TYPE_CHECKING:
    from missionplanner.services.missions import MissionDraft

_FIRST_DAYS_AHEAD, _LENGTH = 60, 2
"""A new mission is offered two months from now, for three days."""


class NewMissionDialog(FormDialog):
    """Ask title, first and last day and time zone, and pass a draft on."""

    def __init__(self, parent: QWidget, ctx: Context, create: Callable[[MissionDraft], object]) -> None:
        t, wording, theme = ctx.t, ctx.wording, ctx.theme
        super().__init__(parent, t, t("New mission"), t("Create the mission"))
        self.setObjectName("new_mission_dialog")
        self._create = create
        self._zones = zone_names(t)
        by_zone = {zone: name for name, zone in self._zones.items()}
        own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        first = QDate.currentDate().addDays(_FIRST_DAYS_AHEAD)
        self._title = line(hint=t("for example: Mission to the Basque Country"))
        self._first, self._last = (
            date_field(first, wording, theme),
            date_field(first.addDays(_LENGTH), wording, theme),
        )
        self._zone = suggestion(list(self._zones), by_zone.get(own, ""), theme)
        self.add_row(Field("title", t("Name"), self._title))
        self.add_row(Field("start", t("First day"), self._first), Field("end", t("Last day"), self._last))
        self.add_row(Field("zone", t("Time zone: the largest city nearby"), self._zone))
        self._first.dateChanged.connect(self._follow)
        self._span = _LENGTH
        self._last.dateChanged.connect(self._measure)
        self.finish_with(self._pass_on)
        self._title.setFocus()

    def _follow(self, first: QDate) -> None:
        self._last.setDate(first.addDays(self._span))

    def _measure(self, last: QDate) -> None:
        self._span = max(0, self._first.date().daysTo(last))

    def _pass_on(self) -> None:
        from missionplanner.base.errors import Invalid
        from missionplanner.domain import clock
        from missionplanner.services.missions import MissionDraft

        zone = chosen_zone(self._zone.currentText(), self._zones)
        try:
            clock.zone(zone)
        except Invalid as error:
            error.field = "zone"
            raise
        self._create(
            MissionDraft(
                title=self._title.text(),
                start=_date(self._first),
                end=_date(self._last),
                zone=zone,
                language=self.t.language,
            )
        )


def _date(field: QDateEdit) -> dt.date:
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())
