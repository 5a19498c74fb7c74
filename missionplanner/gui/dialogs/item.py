"""Ask what a row of the programme is: for a new one and to change one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, choice, line, suggestion
from missionplanner.gui.forms.item_values import ItemValues
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.tokens import ICONS


class ItemDialog(FormDialog):
    """Show the values of an item and pass the changed ones on. ``lockable`` offers to hold its time."""

    def __init__(  # noqa: PLR0913 - what a form needs to be filled
        self,
        parent: QWidget,
        ctx: Context,
        values: ItemValues,
        days: list[dt.date],
        places: list[str],
        finish: Callable[[ItemValues], object],
        *,
        lockable: bool = False,
    ) -> None:
        t = ctx.t
        title, verb = (t("Edit the item"), t("Save")) if lockable else (t("New item"), t("Add to the programme"))
        super().__init__(parent, t, title, verb)
        self.setObjectName("item_dialog")
        self._ctx, self._pass = ctx, finish
        self._fill(values, days, places)
        self._locked = Check(t("Hold day and time: it cannot be moved"), ctx.theme)
        self._locked.setObjectName("locked")
        self._locked.setChecked(values.locked)
        self._locked.setVisible(lockable)
        self.body.addWidget(self._locked)
        self.finish_with(lambda: self._pass(self.values()))
        self._title.setFocus()
        self._title.selectAll()

    def values(self) -> ItemValues:
        """Return what is typed. Raises Invalid for what is no time."""
        start = typed_time(self._start.text(), "start")
        return ItemValues(
            title=self._title.text().strip(),
            kind=self._kind.chosen(),
            date=self._day.chosen(),
            start=start,
            end=typed_time(self._end.text(), "end", after=start),
            place=self._place.currentText().strip(),
            status=self._status.chosen(),
            locked=self._locked.isChecked(),
        )

    def _fill(self, values: ItemValues, days: list[dt.date], places: list[str]) -> None:
        t, wording, theme = self.t, self._ctx.wording, self._ctx.theme
        self._title = line(values.title, t("for example: Visit to the automotive centre"))
        kinds = {wording.kind(kind): kind for kind in ICONS}
        self._kind = choice(dict(sorted(kinds.items())), values.kind, theme)
        dates: dict[str, object] = {wording.weekday(day): day for day in days}
        self._day = choice({**dates, t("Not placed"): None}, values.date, theme)
        self._start = line(_shown(values.start), "9:30")
        self._end = line(_shown(values.end), t("10:45 or +75"))
        self._place = suggestion(places, values.place, theme)
        statuses: dict[str, object] = {word: status for status, word in wording.item_statuses().items()}
        self._status = choice({**statuses, t("Without a status"): None}, values.status, theme)
        self.add_row(Field("title", t("Title"), self._title))
        self.add_row(Field("kind", t("Kind"), self._kind), Field("status", t("Status"), self._status))
        self.add_row(
            Field("date", t("Day"), self._day),
            Field("start", t("Start"), self._start),
            Field("end", t("End"), self._end),
        )
        self.add_row(Field("place", t("Place"), self._place))


def _shown(time: dt.time | None) -> str:
    return time.strftime("%H:%M") if time is not None else ""
