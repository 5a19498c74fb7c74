"""Ask what checks go by: which rules speak, from when on, and by which thresholds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Severity
from missionplanner.domain.checks.options import OFF, QUIET_UNTIL
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, line
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label, pill

if TYPE_CHECKING:
    from missionplanner.domain.checks import Rule
    from missionplanner.services.check_options import Chosen, Value

WIDTH = 560
INDENT = 28
"""Width of the form, and by how much what belongs to a rule is set in."""

FAMILIES = {
    "people": N_("People"),
    "dates": N_("Days and times"),
    "journeys": N_("Arrivals and departures"),
    "places": N_("Places and vehicles"),
    "travel": N_("Ways and journeys"),
    "days": N_("Long days, meals and rest"),
    "languages": N_("Languages"),
    "beds": N_("Nights"),
    "seats": N_("Seats"),
    "hosts": N_("Hosts"),
    "paperwork": N_("Documents and diets"),
    "holidays": N_("Holidays and clocks"),
    "frame": N_("Groups and objectives"),
    "timetables": N_("B2B meetings"),
    "follow_up": N_("After the mission"),
}
WAITS = N_("Days before departure from which it speaks")
NAMES = {
    "buffer_on_foot_minutes": N_("Minutes to spare on foot"),
    "buffer_road_minutes": N_("Minutes to spare by road"),
    "buffer_flight_minutes": N_("Minutes from landing to the door"),
    "airport_long_haul_minutes": N_("Minutes at the airport before a long flight"),
    "airport_europe_minutes": N_("Minutes at the airport before other flights"),
    "station_minutes": N_("Minutes at the station before a train"),
    "connection_minutes": N_("Minutes to change planes"),
    "walk_km": N_("Kilometres people walk"),
    "rest_hours": N_("Hours of rest at night"),
    "long_day_hours": N_("Hours a day may last"),
    "meal_gap_hours": N_("Hours without a meal"),
    "meal_minutes": N_("Minutes of pause that are enough for one"),
    "lunch_from": N_("Lunch from"),
    "lunch_to": N_("Lunch until"),
    "dinner_from": N_("Dinner from"),
    "dinner_to": N_("Dinner until"),
    "long_haul_hours": N_("Hours from which a flight is long"),
    "recovery_hours": N_("Hours free of business after it"),
    "interpreter_hours": N_("Hours an interpreter works in a day"),
    "interpreter_stretch_minutes": N_("Minutes an interpreter works without a break"),
    "interpreter_break_minutes": N_("Minutes of a break"),
    "document_months": N_("Months a document has to last after the return"),
    "answer_days": N_("Days a host may take to answer"),
    "confirm_days": N_("Days before departure from which it is grave"),
    "notice_lead_days": N_("Days of warning before it is due"),
}
SEVERITIES = {
    Severity.CLASH: (N_("Clash"), "danger"),
    Severity.WARNING: (N_("Warning"), "warn"),
    Severity.TO_DO: (N_("To do"), "info"),
}

Store = Callable[["dict[str, Value | str]"], object]


class CheckOptionsDialog(FormDialog):
    """Show every rule by family; ``store`` gets the options as they were typed, ``reset`` sets all back."""

    def __init__(
        self, parent: QWidget, ctx: Context, chosen: Chosen, store: Store, reset: Callable[[], object]
    ) -> None:
        from missionplanner.services import check_options

        t = ctx.t
        own = chosen.mission_id is not None
        super().__init__(parent, t, t("Checks of this mission") if own else t("Checks of all missions"), t("Save"))
        self.setObjectName("check_options_dialog")
        self._ctx, self._chosen, self._store, self._reset = ctx, chosen, store, reset
        self._boxes: dict[str, Check] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._introduce(own)
        for family, rules in check_options.families():
            self.body.addSpacing(6)
            self.body.addWidget(label(t(FAMILIES[family]), "title"))
            for rule in rules:
                self._add_rule(rule, [name for name in check_options.names_of(rule) if name not in self._lines])
        self.finish_with(self._pass_on)
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _introduce(self, own: bool) -> None:
        t = self.t
        about = t("What you change here holds for this mission only; the rest is as for all missions.")
        if not own:
            about = t("What you change here holds for all missions that have nothing of their own.")
        words = label(about, tone="quiet", wrap=True)
        words.setFixedWidth(roomy(WIDTH))
        self.body.addWidget(words)
        back = button(t("Reset all"), "check_options_reset")
        back.setEnabled(bool(self._chosen.own))
        back.clicked.connect(self._set_back)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_rule(self, rule: Rule, names: list[str]) -> None:
        t = self.t
        box = Check(t(rule.title), self._ctx.theme)
        box.setObjectName(OFF + rule.id)
        box.setChecked(not self._chosen.value(OFF + rule.id))
        word, tone = SEVERITIES[rule.severity]
        box.setAccessibleDescription(t(word))
        self._boxes[OFF + rule.id] = box
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(pill(t(word), tone))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        fields = [self._field(rule, name) for name in names if not name.startswith(OFF)]
        if fields:
            inside = QWidget()
            inside.setLayout(_in_pairs(fields))
            inside.setEnabled(box.isChecked())
            box.toggled.connect(inside.setEnabled)
            column.addWidget(inside)
        self.body.addLayout(column)

    def _field(self, rule: Rule, name: str) -> Field:
        t = self.t
        made = line(_written(self._chosen.value(name), t.language))
        usual = _written(self._chosen.usual(name), t.language)
        made.setPlaceholderText(usual)
        made.setToolTip(t("Otherwise {value}", value=usual))
        words = t(WAITS) if name.startswith(QUIET_UNTIL) else t(NAMES[name])
        field = Field(name, words, made)
        for text in field.findChildren(QLabel):
            text.setWordWrap(True)
        made.setAccessibleName(f"{t(rule.title)}: {words}")
        self._lines[name] = made
        self.remember(field)
        return field

    def _set_back(self) -> None:
        self._reset()
        self.accept()

    def _pass_on(self) -> None:
        values: dict[str, Value | str] = {name: not box.isChecked() for name, box in self._boxes.items()}
        values |= {name: made.text().strip() or None for name, made in self._lines.items()}
        try:
            self._store(values)
        except Invalid as error:
            field = self.fields.get(error.field or "")
            if field is not None:
                self.show_part(field)
            raise


def _in_pairs(fields: list[Field]) -> QVBoxLayout:
    """Return fields two by two, below the words of their rule."""
    column = QVBoxLayout()
    column.setContentsMargins(INDENT, 0, 0, 6)
    column.setSpacing(8)
    for number in range(0, len(fields), 2):
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields[number : number + 2]:
            field.setFixedWidth((roomy(WIDTH) - INDENT - 12) // 2)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column.addLayout(row)
    return column


def _written(value: Value, language: str) -> str:
    """Return a value as the language writes it."""
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    text = f"{value:g}" if value is not None else ""
    return text if language == "en" else text.replace(".", ",")
