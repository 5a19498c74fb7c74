"""Be the slots and the tables of a session as lines of a form: each is changed where it stands, or taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.meetings.arranging import Desk, Hours
from missionplanner.domain.typed_amounts import number_of
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.day_line import DayLine
from missionplanner.gui.forms.fields import choice, line
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.tables.section import small_button
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import label
from missionplanner.gui.widgets.scrolled import Scrolled

L = TypeVar("L")
OUT = 34
"""Pixels of the button that takes a line out, with what is before it."""


class Lines(QWidget, Generic[L]):
    """Show lines under their headings; ``changed`` tells that there are others, or that one says another thing."""

    changed = Signal()
    NAME = ""
    STRETCH: tuple[int, ...] = (1,)

    def __init__(self, ctx: Context, title: str, heads: Sequence[str]) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName(f"{self.NAME}_lines")
        self.lines: list[tuple[L, QWidget, QPushButton]] = []
        self._heads = heads
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        area = Scrolled(f"{self.NAME}_area", title, self._inside)
        area.setMinimumHeight(roomy(190))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        top = QGridLayout()
        top.setContentsMargins(0, 0, 6 + roomy(OUT), 0)
        for place, (words, stretch) in enumerate(zip(heads, self.STRETCH, strict=True)):
            top.addWidget(label(words, "label", tone="quiet"), 0, place)
            top.setColumnStretch(place, stretch)
        whole.addLayout(top)
        whole.addWidget(area, 1)

    def put(self, one: L, controls: Sequence[QWidget]) -> None:
        """Add a line of these controls, which stand for ``one``."""
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        number = len(self.lines)
        for place, control in enumerate(controls):
            control.setObjectName(f"{self.NAME}_{number}_{place}")
            control.setAccessibleName(f"{self._heads[place]} {number + 1}")
            control.setFont(font("body"))
            control.setFixedHeight(roomy(CONTROL))
            grid.addWidget(control, 0, place)
            grid.setColumnStretch(place, self.STRETCH[place])
        words = self.ctx.t("Take line {number} out", number=number + 1)
        out = small_button("x", f"{self.NAME}_{number}_out", words, self.ctx.theme, lambda: self.take_out(row))
        grid.addWidget(out, 0, len(controls))
        self._column.insertWidget(number, row)
        self.lines.append((one, row, out))

    def take_out(self, row: QWidget) -> None:
        """Take a line out; the focus goes to the next."""
        place = next(number for number, (_one, each, _out) in enumerate(self.lines) if each is row)
        del self.lines[place]
        row.hide()
        row.deleteLater()
        if self.lines:
            self.lines[min(place, len(self.lines) - 1)][2].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def clear(self) -> None:
        """Take all lines out."""
        for _one, row, _out in self.lines:
            row.hide()
            row.deleteLater()
        self.lines = []


@dataclass(frozen=True, eq=False)
class _Slot:
    day: DayLine
    start: QLineEdit
    end: QLineEdit
    number: int | None


class SlotLines(Lines[_Slot]):
    """Hold slots."""

    NAME = "slot"
    STRETCH = (3, 2, 2)

    def __init__(self, ctx: Context) -> None:
        t = ctx.t
        super().__init__(ctx, t("Slots"), (t("Day"), t("Start"), t("End")))

    def add(self, some: Sequence[Hours]) -> None:
        """Add slots; those that begin when one there begins are left out."""
        there = {(one.date, one.start) for one in self._readable()}
        for one in some:
            if (one.date, one.start) in there:
                continue
            made = _Slot(
                DayLine(self.ctx, one.date), line(f"{one.start:%H:%M}"), line(f"{one.end:%H:%M}"), one.number
            )
            for control in (made.day, made.start, made.end):
                control.textChanged.connect(self.changed)
            self.put(made, (made.day, made.start, made.end))
        self.changed.emit()

    def slots(self) -> tuple[Hours, ...]:
        """Return the slots. Raises Invalid with the field ``slots``."""
        return tuple(self._read(one) for one, _row, _out in self.lines)

    def outside(self, first: dt.date, last: dt.date) -> int:
        """Return how many slots that can be read lie on no day from ``first`` to ``last``."""
        return sum(not first <= one.date <= last for one in self._readable())

    def _readable(self) -> list[Hours]:
        found = []
        for one, _row, _out in self.lines:
            try:
                found.append(self._read(one))
            except Invalid:
                continue
        return found

    @staticmethod
    def _read(one: _Slot) -> Hours:
        try:
            day, start = one.day.day(), typed_time(one.start.text(), "slots")
            end = typed_time(one.end.text(), "slots", after=start)
        except Invalid as error:
            error.field = "slots"
            raise
        if day is None or start is None or end is None:
            raise Invalid(N_("Each slot needs a day, a start and an end."), field="slots")
        return Hours(day, start, end, one.number)


@dataclass(frozen=True, eq=False)
class _Table:
    name: QLineEdit
    seats: QLineEdit
    place: Choice
    id: UUID | None


class TableLines(Lines[_Table]):
    """Hold tables; each may stand in a place of its own."""

    NAME = "table"
    STRETCH = (3, 2, 4)

    def __init__(self, ctx: Context, places: dict[str, UUID]) -> None:
        t = ctx.t
        super().__init__(ctx, t("Tables"), (t("Name"), t("Seats"), t("Place")))
        self._places: dict[str, object] = {t("With the session"): None, **places}

    def add(self, some: Sequence[Desk]) -> None:
        """Add tables."""
        for one in some:
            seats = str(one.capacity) if one.capacity is not None else ""
            made = _Table(line(one.name), line(seats), choice(self._places, one.place_id, self.ctx.theme), one.id)
            made.place.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            made.place.setMinimumContentsLength(12)
            made.name.textChanged.connect(self.changed)
            made.seats.textChanged.connect(self.changed)
            self.put(made, (made.name, made.seats, made.place))
        self.changed.emit()

    def next_names(self, count: int) -> list[str]:
        """Return the numbers that further tables go by."""
        there = {one.name.text().strip() for one, _row, _out in self.lines}
        found: list[str] = []
        number = 1
        while len(found) < count:
            if str(number) not in there:
                found.append(str(number))
            number += 1
        return found

    def tables(self) -> tuple[Desk, ...]:
        """Return the tables. Raises Invalid with the field ``tables``."""
        found = []
        for one, _row, _out in self.lines:
            name = one.name.text().strip()
            if not name:
                raise Invalid(N_("Each table needs a name or a number."), field="tables")
            found.append(Desk(name, number_of(one.seats.text(), "tables"), one.place.chosen(), one.id))
        return tuple(found)
