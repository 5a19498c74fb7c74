"""Ask for the frame of a B2B session: what it is, its slots, its tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.meetings.arranging import MOST_TABLES, Desk, Hours, numbered_desks
from missionplanner.domain.typed_amounts import number_of
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.day_line import DayLine
from missionplanner.gui.forms.fields import Field, choice, line
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.matchmaking.frame_rows import SlotLines, TableLines
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.matchmaking.sessions import SessionDraft

T = TypeVar("T")
WIDTH = 560
LENGTH, PAUSE = 25, 5
"""Minutes of a meeting and between two that are offered first."""
FRAME, SLOTS, TABLES = "frame", "slots", "tables"
_PART_OF = {
    "slots": SLOTS,
    "slot_day": SLOTS,
    "slot_from": SLOTS,
    "slot_to": SLOTS,
    "slot_minutes": SLOTS,
    "slot_pause": SLOTS,
    "tables": TABLES,
    "table_count": TABLES,
    "table_seats": TABLES,
}
_FIELDS = {"start": "slot_from", "end": "slot_to", "minutes": "slot_minutes", "pause": "slot_pause"}
"""Fields as the rules call them → the form's own."""


class SessionDialog(FormDialog):
    """Show a draft of a session in three parts; ``store`` gets what it has become."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        draft: SessionDraft,
        store: Callable[[SessionDraft], object],
        *,
        new: bool = False,
    ) -> None:
        t = ctx.t
        super().__init__(
            parent,
            t,
            t("New B2B session") if new else t("B2B session"),
            t("Make the session") if new else t("Apply"),
        )
        self.setObjectName("session_dialog")
        self._ctx, self._plan, self._draft = ctx, plan, draft
        words = {FRAME: t("Session"), SLOTS: t("Slots"), TABLES: t("Tables")}
        self.segments = Segments("session_part", t("Part of the session"), words, FRAME)
        self.segments.chosen.connect(lambda part: self.show_page(str(part)))
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        self.body.addLayout(top)
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._stack = QStackedWidget()
        self._stack.setFixedWidth(roomy(WIDTH))
        for made in (self._frame(), self._slots(), self._tables()):
            self._stack.addWidget(made)
        self.body.addWidget(self._stack)
        self._sum = label("", "label", tone="quiet", name="session_sum", wrap=True)
        self._sum.setFixedWidth(roomy(WIDTH))
        self.body.addWidget(self._sum)
        self.finish_with(lambda: self._pass_on(store))
        self.slots.add(draft.slots)
        self.tables.add(draft.tables)
        self.slots.changed.connect(self._count)
        self.tables.changed.connect(self._count)
        self._count()
        self._title.setFocus()

    # -- what is asked for ------------------------------------------------------------------------

    def draft(self) -> SessionDraft:
        """Return the session as the form says it. Raises Invalid with the field."""
        return replace(
            self._draft,
            title=self._title.text().strip(),
            language=self.t.language,
            item_id=self._item.chosen(),
            slots=self.slots.slots(),
            tables=self.tables.tables(),
            max_per_day=number_of(self._most.text(), "max_per_day"),
            allow_repeats=True if self._again.isChecked() else (False if self._draft.allow_repeats else None),
        )

    def _pass_on(self, store: Callable[[SessionDraft], object]) -> None:
        try:
            if self._from.isModified() or self._to.isModified():  # typed, and the button beside forgotten
                self.slots.add(self._hours_typed())
                self._take_as_read()
            store(self.draft())
        except Invalid as error:
            self._lead_to(error)
            raise

    def _lead_to(self, error: MissionPlannerError) -> None:
        field = (error.field if isinstance(error, Invalid) else "") or ""
        self.show_page(_PART_OF.get(_FIELDS.get(field, field), FRAME))

    def show_page(self, part: str) -> None:
        """Show one of the three parts."""
        self.segments.choose(part)
        self._stack.setCurrentIndex((FRAME, SLOTS, TABLES).index(part))
        self.order_tabs()

    # -- parts ------------------------------------------------------------------------------------

    def _frame(self) -> QWidget:
        t, draft = self.t, self._draft
        made, column = _page()
        self._title = line(draft.title, t("As the item of the programme"))
        titles: dict[str, object] = {t("None: it has hours of its own"): None}
        for one in self._plan.items:
            if one.kind is ItemKind.B2B or one.id == draft.item_id:
                words = one.title.best(t.language, self._plan.mission.languages) or t("B2B meetings")
                day = self._ctx.wording.weekday(one.date) if one.date is not None else ""
                titles[" · ".join(filter(None, (words, day)))] = one.id
        self._item = choice(titles, draft.item_id, self._ctx.theme)
        self._item.currentIndexChanged.connect(self._take_hours)
        self._most = line(str(draft.max_per_day) if draft.max_per_day is not None else "", t("No limit"))
        for field in (
            Field("title", t("Title"), self._title),
            Field("item_id", t("Item of the programme"), self._item),
            Field("max_per_day", t("Meetings of a participant a day, at most"), self._most),
        ):
            column.addWidget(field)
            self.remember(field)
        self._again = Check(t("Pairs that met before may meet again"), self._ctx.theme)
        self._again.setObjectName("allow_repeats")
        self._again.setChecked(bool(draft.allow_repeats))
        column.addWidget(self._again)
        hint = t("Without it, pairs that met in another session or an earlier mission are not proposed.")
        column.addWidget(label(hint, "small", tone="quiet", wrap=True))
        column.addStretch(1)
        return made

    def _slots(self) -> QWidget:
        t = self.t
        made, column = _page()
        day, start, end = self._hours()
        self._day, self._from, self._to = DayLine(self._ctx, day), line(start, "9:30"), line(end, "13:00")
        self._minutes, self._pause = line(str(LENGTH)), line(str(PAUSE))
        row = QHBoxLayout()
        row.setSpacing(6)
        for field, share in (
            (Field("slot_day", t("Day"), self._day), 4),
            (Field("slot_from", t("From"), self._from), 2),
            (Field("slot_to", t("To"), self._to), 2),
            (Field("slot_minutes", t("Minutes"), self._minutes), 2),
            (Field("slot_pause", t("Pause"), self._pause), 2),
        ):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
            self.remember(field)
        column.addLayout(row)
        buttons = QHBoxLayout()
        add = button(t("Add these slots"), "slots_add")
        add.clicked.connect(lambda: self.add_slots(anew=False))
        anew = button(t("Replace all slots"), "slots_anew")
        anew.clicked.connect(lambda: self.add_slots(anew=True))
        for one in (add, anew):
            buttons.addWidget(one)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.slots = SlotLines(self._ctx)
        column.addWidget(self.slots, 1)
        return made

    def _tables(self) -> QWidget:
        t = self.t
        made, column = _page()
        self._many, self._seats = line("6"), line("4")
        row = QHBoxLayout()
        row.setSpacing(6)
        for field in (
            Field("table_count", t("Number of tables"), self._many),
            Field("table_seats", t("Seats at each"), self._seats),
        ):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.remember(field)
        column.addLayout(row)
        buttons = QHBoxLayout()
        add = button(t("Add these tables"), "tables_add")
        add.clicked.connect(lambda: self.add_tables())
        anew = button(t("Replace all tables"), "tables_anew")
        anew.clicked.connect(lambda: self.add_tables(anew=True))
        for one in (add, anew):
            buttons.addWidget(one)
        buttons.addStretch(1)
        column.addLayout(buttons)
        places: dict[str, UUID] = {one.name: one.id for one in self._plan.places if one.name}
        self.tables = TableLines(self._ctx, places)
        column.addWidget(self.tables, 1)
        return made

    # -- making many ------------------------------------------------------------------------------

    def add_slots(self, *, anew: bool) -> None:
        """Add the slots that fit into the hours typed, or have these alone."""
        found = self._tried(self._hours_typed)
        if found is not None:
            if anew:
                self.slots.clear()
            self.slots.add(found)
            self._take_as_read()

    def _hours_typed(self) -> tuple[Hours, ...]:
        """Return the slots that fit into the hours typed. Raises Invalid with the field."""
        from missionplanner.services.matchmaking.sessions import hours_between

        day = self._day.day()
        start = typed_time(self._from.text(), "slot_from")
        end = typed_time(self._to.text(), "slot_to", after=start)
        if day is None or start is None or end is None:
            empty = "slot_day" if day is None else "slot_from" if start is None else "slot_to"
            raise Invalid(N_("Say the day and the hours the meetings are in."), field=empty)
        minutes = number_of(self._minutes.text(), "slot_minutes")
        pause = number_of(self._pause.text(), "slot_pause")
        found = hours_between(day, start, end, minutes or 0, pause or 0)
        if not found:
            raise Invalid(N_("No meeting of this length fits into these hours."), field="slot_minutes")
        return found

    def _take_as_read(self) -> None:
        """Know that there are slots of the hours typed already."""
        for one in (self._from, self._to):
            one.setModified(False)

    def add_tables(self, *, anew: bool = False) -> None:
        """Add as many tables as typed, numbered on from those there are, or have these alone."""

        def wanted() -> list[Desk]:
            count, seats = (
                number_of(self._many.text(), "table_count"),
                number_of(self._seats.text(), "table_seats"),
            )
            if not 1 <= (count or 0) <= MOST_TABLES:
                raise Invalid(N_("Say how many tables there are, from 1 to 500."), field="table_count")
            if anew:
                return list(numbered_desks(count or 0, seats))
            return [Desk(name, seats) for name in self.tables.next_names(count or 0)]

        found = self._tried(wanted)
        if found is not None:
            if anew:
                self.tables.clear()
            self.tables.add(found)

    def _tried(self, wanted: Callable[[], T]) -> T | None:
        """Return what is wanted; say at its field what is wrong."""
        for field in self.fields.values():
            field.refuse("")
        try:
            return wanted()
        except Invalid as error:
            at = self.fields.get(_FIELDS.get(error.field or "", error.field or ""))
            if at is not None:
                at.refuse(self.t.say(error))
                at.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return None

    def _take_hours(self) -> None:
        """Offer the hours of the item that was chosen."""
        from missionplanner.domain.programme.timing import item_times

        item = self._plan.item(self._item.chosen())
        if item is None:
            return
        times = item_times(self._plan, item)
        if times.date is not None and times.start is not None and times.end is not None:
            self._day.setText(self._ctx.wording.days(times.date, times.date))
            self._from.setText(f"{times.start:%H:%M}")
            self._to.setText(f"{times.end:%H:%M}")
            if not self.slots.lines:
                self.add_slots(anew=False)

    def _hours(self) -> tuple[dt.date, str, str]:
        """Return day, start and end that are offered for slots: those of the slots there are."""
        some = self._draft.slots
        if not some:
            return self._plan.mission.first_day, "", ""
        day = some[0].date
        own = [one for one in some if one.date == day]
        return day, f"{min(one.start for one in own):%H:%M}", f"{max(one.end for one in own):%H:%M}"

    def _count(self) -> None:
        """Say how many meetings there is room for, and which slots lie beside the mission."""
        t, slots, tables = self.t, len(self.slots.lines), len(self.tables.lines)
        told = (
            t.plural("{count} slot", "{count} slots", slots),
            t.plural("{count} table", "{count} tables", tables),
        )
        room = t.plural("room for {count} meeting", "room for {count} meetings", slots * tables)
        mission = self._plan.mission
        beside = self.slots.outside(mission.first_day, mission.last_day)
        warned = t.plural(
            "{count} slot is not on a day of the mission.",
            "{count} slots are not on a day of the mission.",
            beside,
        )
        words = self._ctx.wording.listed((*told, room if slots and tables else ""))
        self._sum.setText(f"{words}\n{warned}" if beside else words)


def _page() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(10)
    return made, column
