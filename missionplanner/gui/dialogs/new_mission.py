"""Ask the four things a new mission begins with: its name, its days, where it goes, the zone there."""

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
    """Ask name, days, place and time zone, and pass a draft on. The zone follows the place until it is chosen."""

    def __init__(
        self, parent: QWidget, ctx: Context, create: Callable[[MissionDraft], object], *, title: str = ""
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, title or t("New mission"), t("Create the mission"))
        self.setObjectName("new_mission_dialog")
        self._create = create
        self._country = ""
        self._add_fields(ctx)
        self.finish_with(self._pass_on)
        self._title.setFocus()

    def _add_fields(self, ctx: Context) -> None:
        t, theme = ctx.t, ctx.theme
        self._title = line(hint=t("for example: Mission to the Basque Country"))
        self.add_row(Field("title", t("Name"), self._title))
        self._days = DaysFields(ctx)
        self.add_row(*self._days.fields(t("First day"), t("Last day")))
        self._place = line(hint=t("for example: Bilbao"))
        self._place.editingFinished.connect(self._guess_zone)
        self.add_row(Field("city", t("Place"), self._place))
        self._zones = zone_names(t)
        self._names = {zone: name for name, zone in self._zones.items()}
        own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self._zone = suggestion(list(self._zones), self._names.get(own, ""), theme)
        self._offered = self._zone.currentText()
        self.add_row(Field("zone", t("Time zone: the largest city nearby"), self._zone))

    def _guess_zone(self) -> None:
        """Take country and zone of the place; a zone that somebody chose stays."""
        place = self._place.text().strip()
        if not place:
            return
        from missionplanner.services import knowledge

        found = knowledge.city(place)
        if found is None:
            self._country = ""
            return
        self._country = found.country
        name = self._names.get(found.zone)
        if name is not None and self._zone.currentText() == self._offered:
            self._offered = name
            self._zone.setCurrentText(name)

    def _pass_on(self) -> None:
        from missionplanner.services.missions import MissionDraft

        self._guess_zone()
        start, end = self._days.days()
        self._create(
            MissionDraft(
                title=self._title.text(),
                start=start,
                end=end,
                zone=checked_zone(self._zone.currentText(), self._zones),
                city=self._place.text(),
                country=self._country if self._place.text().strip() else "",
                language=self.t.language,
            )
        )


class DaysFields:
    """Be the first and the last day of a mission: the last follows the first as far behind as it was."""

    def __init__(self, ctx: Context, first: QDate | None = None, last: QDate | None = None) -> None:
        first = first or QDate.currentDate().addDays(_FIRST_DAYS_AHEAD)
        last = last or first.addDays(_LENGTH)
        self._first = date_field(first, ctx.wording, ctx.theme)
        self._last = date_field(last, ctx.wording, ctx.theme)
        self._span = first.daysTo(last)
        self._first.dateChanged.connect(self._follow)
        self._last.dateChanged.connect(self._measure)

    def fields(self, first: str, last: str) -> tuple[Field, Field]:
        """Return both as fields of a form, named ``start`` and ``end`` as the services name them."""
        return Field("start", first, self._first), Field("end", last, self._last)

    def last(self, days: int) -> None:
        """Make it so many days, from the first on."""
        self._span = max(0, days - 1)
        self._follow(self._first.date())

    def days(self) -> tuple[dt.date, dt.date]:
        """Return what is chosen."""
        return date_of(self._first), date_of(self._last)

    def _follow(self, first: QDate) -> None:
        self._last.setDate(first.addDays(self._span))

    def _measure(self, last: QDate) -> None:
        self._span = max(0, self._first.date().daysTo(last))


def date_of(field: QDateEdit) -> dt.date:
    """Return the day of a field."""
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())


def checked_zone(text: str, names: dict[str, str]) -> str:
    """Return the zone of what was typed. Raises Invalid with the field ``zone``."""
    from missionplanner.base.errors import Invalid
    from missionplanner.domain import clock

    zone = chosen_zone(text, names)
    try:
        clock.zone(zone)
    except Invalid as error:
        error.field = "zone"
        raise
    return zone
