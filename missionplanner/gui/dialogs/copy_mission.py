"""Ask what comes along when a mission is copied for its next edition."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.texts import Texts
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.dialogs.new_mission import date_of
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, date_field, line
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.domain.missions.mission_copy import Carry
    from missionplanner.domain.records import Mission

_YEAR = 364
"""Days until the copy begins: a year later, on the same day of the week."""


@dataclass(frozen=True, slots=True)
class CopyWish:
    """Be what the form asks: title, code and first day of the copy, and what comes along."""

    title: Texts
    code: str
    start: dt.date
    carry: Carry


class CopyMissionDialog(FormDialog):
    """Ask title, code, first day and what to carry, and pass them on."""

    def __init__(
        self, parent: QWidget, ctx: Context, mission: Mission, copy: Callable[[CopyWish], object]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Copy the mission"), t("Make the copy"))
        self.setObjectName("copy_mission_dialog")
        self._mission, self._copy = mission, copy
        self._shown = mission.title.best(t.language, mission.languages)
        self._title = line(self._shown)
        start = mission.start + dt.timedelta(days=_YEAR)
        while start < dt.date.today():
            start += dt.timedelta(days=_YEAR)
        self._code = line(_next_code(mission.code, mission.start.year, start.year))
        self._first = date_field(QDate(start.year, start.month, start.day), ctx.wording, ctx.theme)
        self.add_row(Field("title", t("Name"), self._title))
        self.add_row(Field("start", t("First working day"), self._first), Field("code", t("Code"), self._code))
        self._add_choices(ctx)
        self.finish_with(self._pass_on)
        self._title.setFocus()
        self._title.selectAll()

    def _add_choices(self, ctx: Context) -> None:
        t = ctx.t
        self.body.addSpacing(2)
        self.body.addWidget(label(t("What comes along"), "label", tone="quiet"))
        column = QVBoxLayout()
        column.setSpacing(2)
        self._carried: dict[str, Check] = {}
        for name, words, ticked in (
            ("agenda", t("The agenda, on the same days of the mission"), True),
            ("partners", t("Partners and their contacts"), True),
            ("people", t("Delegates, to be invited again"), False),
            ("logistics", t("Journeys and hotels, without bookings"), False),
            ("budget", t("The budget as planned"), False),
        ):
            made = Check(words, ctx.theme)
            made.setObjectName(f"carry_{name}")
            made.setChecked(ticked)
            self._carried[name] = made
            column.addWidget(made)
        self.body.addLayout(column)
        always = t(
            "Destinations, organisers, objectives and groups always come. What was confirmed is tentative in the "
            "copy; personal documents and results stay behind."
        )
        below = label(always, "small", tone="quiet", wrap=True)
        below.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(below)

    def _pass_on(self) -> None:
        from missionplanner.base.errors import Invalid
        from missionplanner.base.messages import N_
        from missionplanner.domain.missions.mission_copy import Carry

        title = self._title.text().strip()
        if not title:
            raise Invalid(N_("Give the mission a title."), field="title")
        carry = Carry(**{name: made.isChecked() for name, made in self._carried.items()})
        self._copy(CopyWish(self._renamed(title), self._code.text(), date_of(self._first), carry))

    def _renamed(self, title: str) -> Texts:
        mission = self._mission
        if title == self._shown:
            return mission.title
        language = mission.title.language_of(self._shown)
        return mission.title.written(language, title) if language else Texts.of(title)


def _next_code(code: str, year: int, new_year: int) -> str:
    """Return a code for the copy: with the new year where it held the old one."""
    if str(year) in code:
        return code.replace(str(year), str(new_year))
    number = re.search(r"-(\d+)$", code)
    return f"{code[: number.start()]}-{int(number[1]) + 1}" if number else f"{code}-2"
