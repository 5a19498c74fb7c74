"""Ask what a mission is: titles, code, status, days, zone, destinations; less often used things under More."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.domain.naming import MISSION_KINDS
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.dialogs.new_mission import DaysFields, checked_zone
from missionplanner.gui.forms.chips import toggle
from missionplanner.gui.forms.destinations import DestinationsField
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line, suggestion
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.forms.zones import zone_names
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label, set_icon
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Destination, Mission

LANGUAGES = ("it", "en", "es", "fr", "de", "pt", "nl")
CURRENCIES = ["EUR", "CHF", "DKK", "GBP", "JPY", "NOK", "PLN", "SEK", "USD"]

Save = Callable[["Mission", "list[Destination]"], object]


class MissionDetailsDialog(FormDialog):
    """Show a mission's own fields and pass the changed ones on."""

    def __init__(self, parent: QWidget, ctx: Context, plan: MissionPlan, save: Save) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Mission details"), t("Save"))
        self.setObjectName("mission_details_dialog")
        self._ctx, self._mission, self._save = ctx, plan.mission, save
        self._titles: dict[str, QLineEdit] = {}
        self._zones = zone_names(t)
        self._names = {zone: name for name, zone in self._zones.items()}
        self._add_fields(plan.destinations)
        self._add_more()
        self.finish_with(self._pass_on)
        first = next(iter(self._titles.values()))
        first.setFocus()
        first.selectAll()

    def _add_fields(self, destinations: Sequence[Destination]) -> None:
        from missionplanner.domain.records import Destination

        t, ctx, mission = self.t, self._ctx, self._mission
        for language in self._title_languages():
            made = line(mission.title.exactly(language) or "")
            self._titles[language] = made
            words = t("Name") if language == "und" else t("Name ({language})", language=language_name(language))
            self.add_row(Field("title" if len(self._titles) == 1 else f"title_{language}", words, made))
        statuses: dict[str, object] = {ctx.wording.mission_status(one)[1]: one for one in MissionStatus}
        self._status = choice({**statuses, t("Without a status"): None}, mission.status, ctx.theme)
        self._code = line(mission.code)
        self.add_row(Field("status", t("Status"), self._status), Field("code", t("Code"), self._code))
        self._days = DaysFields(ctx, _day(mission.start), _day(mission.end))
        self.add_row(*self._days.fields(t("First working day"), t("Last working day")))
        self._zone = suggestion(list(self._zones), self._names.get(mission.zone, mission.zone), ctx.theme)
        self.add_row(Field("zone", t("Time zone: the largest city nearby"), self._zone))
        self._destinations = DestinationsField(ctx, destinations, Destination(mission_id=mission.id))
        self._destinations.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(self._destinations)

    def _add_more(self) -> None:
        t, ctx, mission = self.t, self._ctx, self._mission
        self._more = button(t("More"), "more_fields", look="link")
        set_icon(self._more, ctx.theme.icon("chevron-right", "accent", 14), 14)
        self._more.setCheckable(True)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        body, self.body = self.body, column
        kinds: dict[str, object] = {t("Not said"): None, **{t(word): one for one, word in MISSION_KINDS.items()}}
        self._kind = choice(kinds, mission.kind, ctx.theme)
        self._currency = suggestion(CURRENCIES, mission.currency or "", ctx.theme)
        self.add_row(Field("kind", t("Kind"), self._kind), Field("currency", t("Currency"), self._currency))
        self._home = suggestion(["", *self._zones], self._names.get(mission.home_zone or "", ""), ctx.theme)
        self.add_row(Field("home_zone", t("Time zone at home"), self._home))
        column.addWidget(self._language_chips())
        self._on_call, self._phone = line(mission.on_call_name or ""), line(mission.on_call_phone or "")
        self.add_row(
            Field("on_call_name", t("On call"), self._on_call),
            Field("on_call_phone", t("Phone"), self._phone),
        )
        self.body = body
        self.body.addWidget(inside)
        inside.hide()
        self._more.toggled.connect(lambda on: self._unfold(inside, on))

    def _unfold(self, inside: QWidget, on: bool) -> None:
        inside.setVisible(on)
        set_icon(self._more, self._ctx.theme.icon("chevron-down" if on else "chevron-right", "accent", 14), 14)
        if on:
            QTimer.singleShot(0, inside, lambda: self.show_part(inside))
            QTimer.singleShot(0, inside, self.order_tabs)

    def _language_chips(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.t("Languages of the mission"), "label", tone="quiet"))
        chips = Wrapped(6, "languages")
        chips.setFixedWidth(roomy(FIELD_WIDTH))
        own = self._mission.languages
        self._spoken = {
            code: toggle(language_name(code), f"language_{code}", on=code in own)
            for code in dict.fromkeys((*own, *LANGUAGES))
        }
        chips.add(*self._spoken.values())
        chips.setFixedHeight(chips.heightForWidth(roomy(FIELD_WIDTH)))
        column.addWidget(chips)
        return box

    def _title_languages(self) -> list[str]:
        mission = self._mission
        found = list(dict.fromkeys((*mission.title.languages, *mission.languages)))
        return [one for one in found if one != "und" or mission.title.exactly("und")] or [self.t.language]

    def _pass_on(self) -> None:
        mission = self._mission
        title = mission.title
        for language, made in self._titles.items():
            title = title.written(language, made.text().strip())
        start, end = self._days.days()
        home = self._home.currentText().strip()
        changed = replace(
            mission,
            title=title,
            code=self._code.text(),
            status=self._status.chosen(),
            start=start,
            end=end,
            travel_start=_moved(mission.travel_start, start - mission.start),
            travel_end=_moved(mission.travel_end, end - mission.end),
            zone=checked_zone(self._zone.currentText(), self._zones),
            kind=self._kind.chosen(),
            currency=self._currency_typed(),
            home_zone=checked_zone(home, self._zones) if home else None,
            languages=tuple(code for code, chip in self._spoken.items() if chip.isChecked()),
            on_call_name=self._on_call.text().strip() or None,
            on_call_phone=self._phone.text().strip() or None,
        )
        self._save(changed, self._destinations.destinations())

    def _currency_typed(self) -> str | None:
        from missionplanner.base.errors import Invalid

        typed = self._currency.currentText().strip().upper()
        if typed and not (len(typed) == 3 and typed.isalpha() and typed.isascii()):
            if not self._more.isChecked():
                self._more.setChecked(True)
            raise Invalid(N_("“{text}” is not the code of a currency, such as EUR."), field="currency", text=typed)
        return typed or None


def _moved(day: dt.date | None, by: dt.timedelta) -> dt.date | None:
    """Return a day of travel as far from the working days as it was."""
    return day + by if day is not None else None


def _day(day: object) -> QDate:
    return QDate.fromString(str(day), Qt.DateFormat.ISODate)
