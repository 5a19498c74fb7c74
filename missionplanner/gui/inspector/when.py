"""Edit when chosen items are: day, start, end, length, part of the day; typed, or step by step with a click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.programme.timing import Times
from missionplanner.domain.vocabulary import PartOfDay
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.selection import MIXED, Chosen, length_of
from missionplanner.gui.widgets.basics import label

STEP = 5
"""Minutes of one click on a step."""
_LAST_DAYS = 3


class When(QWidget):
    """Be the fields of time. They are shut while an item is locked."""

    def __init__(self, ctx: Context, edits: Edits) -> None:
        super().__init__()
        self.setObjectName("when")
        self._ctx, self._edits = ctx, edits
        self._chosen: Chosen | None = None
        t = ctx.t
        self.day = Lookup(self._days, ctx.theme)
        self.start, self.end = Entry("9:30"), Entry("+60")
        self.fields = {
            "date": Field("date", t("Day"), self.day),
            "start": Field("start", t("Start"), self.start),
            "end": Field("end", t("End"), self.end),
        }
        self.part = Choice(ctx.theme)
        self.part_field = Field("part_of_day", t("Part of the day"), self.part)
        self.end_day = Choice(ctx.theme)
        self.end_day_field = Field("end_day", t("Ends on"), self.end_day)
        self._start_words = label(t("Start"), "label", tone="quiet")
        self.length = label("", "label", tone="quiet", name="length")
        self._steps = self._make_steps()
        self._build()
        self._connect()

    def show_chosen(self, chosen: Chosen, *, anew: bool) -> None:
        """Show when these items are."""
        self._chosen = chosen
        wording = self._ctx.wording
        times = [chosen.times(one) for one in chosen.items]
        day = chosen.same(lambda item: chosen.times(item).date)
        shown = "" if day is MIXED else wording.weekday(day) if day is not None else self._ctx.t("Not placed")
        _show(self.day, shown, self._mixed(day is MIXED, ""), anew)
        start, end = _same([one.start for one in times]), _same([one.end for one in times])
        _show(self.start, _clock(start), self._mixed(start is MIXED, "9:30"), anew)
        _show(self.end, _clock(end), self._mixed(end is MIXED, "+60"), anew)
        locked = chosen.locked
        for control in (self.day, self.start, self.end, *self._steps):
            control.setEnabled(not locked)
        self._show_length(times)
        self._show_part(chosen, times)
        self._show_end_day(times, locked)
        if anew:
            for field in (*self.fields.values(), self.part_field, self.end_day_field):
                field.refuse("")

    def entries(self) -> list[Entry]:
        """Return the fields that are typed into."""
        return [self.day, self.start, self.end]

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, share in (("date", 5), ("start", 3), ("end", 3)):
            row.addWidget(self.fields[name], share)
        column.addLayout(row)
        self._stepping = Wrapped(10, "steps")
        self._stepping.add(_beside(self._start_words, *self._steps[:2]), _beside(self.length, *self._steps[2:]))
        column.addWidget(self._stepping)
        column.addWidget(self.end_day_field)
        column.addWidget(self.part_field)

    def _make_steps(self) -> list[QPushButton]:
        t = self._ctx.t
        steps: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("start_earlier", "minus", t("Start 5 minutes earlier"), lambda: self._edits.begin_later(-STEP)),
            ("start_later", "plus", t("Start 5 minutes later"), lambda: self._edits.begin_later(STEP)),
            ("shorter", "minus", t("5 minutes shorter"), lambda: self._edits.last_longer(-STEP)),
            ("longer", "plus", t("5 minutes longer"), lambda: self._edits.last_longer(STEP)),
        )
        return [self._step(*one) for one in steps]

    def _step(self, name: str, icon: str, words: str, do: Callable[[], object]) -> QPushButton:
        made = QPushButton()
        made.setObjectName(name)
        made.setProperty("look", "step")
        made.setIcon(self._ctx.theme.icon(icon, "text2", 14))
        made.setIconSize(QSize(14, 14))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setAutoRepeat(True)
        made.setAutoRepeatDelay(500)
        made.setAutoRepeatInterval(150)
        made.clicked.connect(lambda: self._stepped(do))
        return made

    def _connect(self) -> None:
        edits = self._edits
        self.day.committed.connect(lambda text: edits.day(self.fields["date"], text))
        self.day.chosen.connect(self._to_day)
        self.start.committed.connect(lambda text: edits.start(self.fields["start"], text))
        self.end.committed.connect(lambda text: edits.end(self.fields["end"], text))
        for control, name in ((self.day, "date"), (self.start, "start"), (self.end, "end")):
            control.reverted.connect(lambda field=self.fields[name]: field.refuse(""))
        self.part.activated.connect(lambda: edits.values(self.part_field, part_of_day=self.part.chosen()))
        self.end_day.activated.connect(lambda: edits.end_day(self.end_day.chosen()))

    # -- following --------------------------------------------------------------------------------

    def _days(self) -> Sequence[Option]:
        if self._chosen is None:
            return ()
        wording = self._ctx.wording
        days = [Option(wording.weekday(one), one, (wording.full_day(one),)) for one in self._chosen.plan.days]
        return [*days, Option(self._ctx.t("Not placed"), None)]

    def _to_day(self, day: dt.date | None) -> None:
        self._edits.store(lambda chosen: self._edits.on_day(chosen, day), self.fields["date"])

    def _stepped(self, do: Callable[[], object]) -> None:
        for entry in self.entries():
            entry.commit()
        if do() and self._chosen is not None:
            times = self._chosen.times(self._chosen.items[0])
            self._ctx.say_aloud(self, f"{_clock(times.start)}–{_clock(times.end)}")

    def _mixed(self, mixed: bool, hint: str) -> str:
        return self._ctx.t("Mixed") if mixed else hint

    def _show_length(self, times: list[Times]) -> None:
        lengths = [length_of(one) for one in times]
        same = _same(lengths)
        started = any(one.start is not None and one.date is not None for one in times)
        self._stepping.setVisible(started)
        t, known = self._ctx.t, isinstance(same, dt.timedelta)
        self.length.setText(t("Length {length}", length=spoken_length(same)) if known else t("Length"))
        self._stepping.arrange()

    def _show_part(self, chosen: Chosen, times: list[Times]) -> None:
        self.part_field.setVisible(all(one.start is None for one in times))
        t, wording = self._ctx.t, self._ctx.wording
        entries: dict[str, object] = {t("Not said"): None, **{wording.part(one): one for one in PartOfDay}}
        self._fill(self.part, entries, chosen.common("part_of_day"))

    def _show_end_day(self, times: list[Times], locked: bool) -> None:
        first = times[0]
        later = {one.end_date != one.date for one in times if one.end is not None}
        visible = len(times) == 1 and True in later and first.date is not None
        self.end_day_field.setVisible(visible)
        if not visible or first.date is None or first.end_date is None:
            return
        days = (first.end_date - first.date).days
        offered = sorted({*range(_LAST_DAYS), days})
        entries: dict[str, object] = {
            self._ctx.wording.weekday(first.date + dt.timedelta(days=one)): one for one in offered
        }
        self._fill(self.end_day, entries, days)
        self.end_day.setEnabled(not locked)

    def _fill(self, control: Choice, entries: dict[str, object], chosen: object) -> None:
        if chosen is MIXED:
            entries = {self._ctx.t("Mixed"): MIXED, **entries}
        if tuple(entries.values()) != control.values:
            control.clear()
            control.addItems(list(entries))
            control.values = tuple(entries.values())
        control.setCurrentIndex(control.values.index(chosen))


def spoken_length(length: object) -> str:
    """Return a length as it is written: "1 h 20 min"."""
    assert isinstance(length, dt.timedelta)
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")
    return " ".join(part for part in parts if part)


def _same(values: Sequence[object]) -> object:
    return values[0] if all(one == values[0] for one in values) else MIXED


def _clock(time: object) -> str:
    return time.strftime("%H:%M") if isinstance(time, dt.time) else ""


def _show(control: Entry, text: str, hint: str, anew: bool) -> None:
    control.setPlaceholderText(hint)
    control.show_text(text, anew=anew)


def _beside(words: QWidget, *controls: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(words)
    for one in controls:
        row.addWidget(one)
    return made
