"""Be a field for a day one may leave out: typed in any way, read near the mission."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from missionplanner.domain.checks.options import day_of as looked_at
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.gui.forms.fields import line

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


def today_of(ctx: Context) -> dt.date:
    """Return the day the mission on screen is looked at: today, of a sample one before it."""
    plan, today = ctx.mission.plan, dt.date.today()
    return looked_at(plan, today) if plan is not None else today


class DayLine(QLineEdit):
    """Show a day in words; ``day`` reads what was typed: 6/5, tomorrow, +7."""

    def __init__(self, ctx: Context, day: dt.date | None = None, hint: str = "") -> None:
        super().__init__()
        self._ctx = ctx
        plain = line(hint=hint)
        self.setPlaceholderText(plain.placeholderText())
        self.setMaxLength(plain.maxLength())
        self._around = Around((), today_of(ctx), today_of(ctx))
        if day is not None:
            self.setText(ctx.wording.days(day, day))

    def day(self) -> dt.date | None:
        """Return the day, None where nothing is typed. Raises Invalid with the name of the field."""
        return day_of(self.text(), self.objectName(), self._around)
