"""Show who was there, people down and items across; tick it by key, by item and from a signed sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from missionplanner.domain.plan import TRAVELLING, MissionPlan, MissionRecord
from missionplanner.domain.records import AgendaItem, Delegate
from missionplanner.domain.results.attendance import ATTENDANCE, signed_items
from missionplanner.domain.vocabulary import AttendanceState
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.report import CELLS, COLUMN
from missionplanner.gui.context import Context
from missionplanner.gui.matrix import lines as lined
from missionplanner.gui.matrix.footer import Footer
from missionplanner.gui.matrix.grid_card import GridCard
from missionplanner.gui.matrix.heads import ROOMY
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.matrix.table import Cell, GridTable
from missionplanner.gui.matrix.tools import MatrixTools, signs
from missionplanner.gui.results.attendance_foot import AttendanceFoot
from missionplanner.gui.results.attendance_model import LOOKS, AttendanceModel, besides, told
from missionplanner.gui.results.part import ResultsPart
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import keys_of, label
from missionplanner.services.entries import in_each
from missionplanner.services.results import attendance

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace

COLUMN_WIDTH = 104
SHORT = 520
"""Height under which people are low and have the room of the legend; the menu of a cell says the same."""
_STATES: dict[str, AttendanceState | None] = {
    "attend_present": AttendanceState.PRESENT,
    "attend_late": AttendanceState.LATE,
    "attend_left": AttendanceState.LEFT_EARLY,
    "attend_absent": AttendanceState.ABSENT,
    "attend_excused": AttendanceState.EXCUSED,
    "attend_replaced": AttendanceState.REPLACED,
    "attend_forget": None,
}
_BUTTONS = ("attend_all", "attend_sheet", "attend_details")
_DIGITS = {"1": "present", "2": "late", "3": "left", "4": "absent", "5": "excused", "6": "replaced", "0": "forget"}


class AttendanceTable(GridTable):
    """Show who was there. ``said`` carries the action a digit stands for: the same that has it as its key."""

    said = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        digit = _DIGITS.get(event.text())
        if digit is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.said.emit(f"attend_{digit}")
        else:
            super().keyPressEvent(event)


class AttendanceView(ResultsPart):
    """Be the grid of attendance. Who is expected stands there as not recorded until somebody says more."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        t = ctx.t
        self.setObjectName("attendance")
        self.setAccessibleName(t("Attendance"))
        self.model = AttendanceModel(ctx, self)
        self.table = AttendanceTable(ctx, self.model, t("Attendance"), column=COLUMN_WIDTH, banded=True)
        self.table.setObjectName("attendance_table")
        self.counts = AttendanceFoot(ctx, self.model, self)
        self.footer = Footer(ctx, self.counts, self.table)
        self.tools = MatrixTools(ctx, actions, _BUTTONS)
        self.nothing = Nothing(ctx, "attendance_nothing", "clipboard-check")
        self.told = label("", "label", tone="quiet", name="attendance_told", wrap=True)
        self.card = GridCard("attendance_card", self.model, self.table, self.nothing, self.footer)
        self._aloud = False
        self._noted: Cell | None = None
        self._build()
        self._connect()

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            **{name: partial(self.say, state) for name, state in _STATES.items()},
            "attend_details": self.ask_details,
            "attend_sheet": self.key_sheet,
            "attend_all": self.all_present,
            "attend_host": self.host_absent,
        }

    def there(self) -> set[str]:
        if not self.shows():
            return set()
        met = {COLUMN} if self.item() is not None else set()
        return met | ({CELLS} if self._chosen() else set())

    def regions(self) -> list[QWidget]:
        return [self.tools, self.card.region()]

    def give_focus(self) -> None:
        self.card.take_focus()

    def count_words(self) -> str:
        whole = [self.model.presence(place) for place in range(len(self.model.items))]
        known = [one for one in whole if one.recorded]
        items = self.ctx.wording.items(len(whole))
        if not known:
            return self.ctx.wording.listed((items, self.ctx.t("nobody recorded yet")))
        return self.ctx.wording.listed((items, told(self.ctx.t, sum(known[1:], known[0]))))

    def set_narrow(self, narrow: bool) -> None:
        self.card.set_narrow(narrow)

    def place(self) -> object:
        return self.tools.day(), self.tools.by(), self.tools.query(), self.table.current_cell()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 4:
            self.tools.choose(*place[:3])
            self.refresh()
            if place[3] is not None:
                self.table.choose([place[3]])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the cells that an undo or redo has touched, once they are shown as they are now."""
        touched = {one for table, one in receipt.touched if table == "attendance"}
        before = self.record.attendance if self.record is not None else ()
        items = [one.item_id for one in before if one.id in touched and one.item_id in self.model.keys]
        cell = self.table.current_cell()
        if items and cell is not None and cell[1] not in items:
            self.table.choose([(cell[0], items[0])])

    # -- deeds ------------------------------------------------------------------------------------

    def say(self, state: AttendanceState | None) -> None:
        """Say of the chosen people whether they were there."""
        chosen = self._chosen()
        if chosen:
            self._write(chosen, state)

    def toggle(self) -> None:
        """Tick the chosen people as present; take it back where all of them are."""
        chosen = self._chosen()
        sheets = [(self.model.sheet_of(self.model.place_of(item)), some) for item, some in chosen]
        noted = [own[one].state for own, some in sheets for one in some]
        if noted:
            all_in = all(one is AttendanceState.PRESENT for one in noted)
            self._write(chosen, None if all_in else AttendanceState.PRESENT)

    def _note(self, name: str) -> None:
        """Say by a digit what is noted of whom one is at, and go on to the next on the sheet."""
        alone = len(self.table.chosen_places()) == 1
        self.say(_STATES[name])
        place = self.table.currentIndex().column()
        rows = range(self.table.currentIndex().row() + 1, len(self.model.lines))
        following = next((row for row in rows if self.model.entry(row, place) is not None), None)
        if alone and following is not None:
            self._noted = self.table.current_cell()
            self.table.setCurrentIndex(self.model.index(following, place))

    def all_present(self) -> None:
        """Say that all were at the item one is at of whom nothing else was said."""
        item = self.item()
        if item is not None:
            self._edit(lambda ws: attendance.everybody(ws, item.id), self.ctx.t("All of them were there."))

    def host_absent(self) -> None:
        """Say that who was to receive us at the item one is at was not there."""
        item = self.item()
        if item is not None:
            self._edit(lambda ws: attendance.host_absent(ws, item.id), self.ctx.t("Noted: the host was absent."))

    def key_sheet(self) -> None:
        """Ask for the numbers on the signed sheet of the item one is at."""
        from missionplanner.gui.results.sheet_dialog import SheetDialog

        item, plan = self.item(), self.plan
        if item is not None and plan is not None:
            entries = tuple(self.model.sheet_of(self.model.place_of(item.id)).values())
            SheetDialog(self.window(), self.ctx, plan, item, entries).open()

    def ask_details(self) -> None:
        """Ask when somebody came and left, who came instead, and what is to be remembered."""
        from missionplanner.gui.results.sheet_dialog import AttendanceDialog

        chosen, plan, item = self._chosen(), self.plan, self.item()
        if plan is not None and item is not None and chosen:
            people = next((some for one, some in chosen if one == item.id), chosen[0][1])
            entry = self.model.sheet_of(self.model.place_of(item.id)).get(people[0])
            if entry is not None:
                AttendanceDialog(self.window(), self.ctx, plan, item, entry).open()

    def item(self) -> AgendaItem | None:
        """Return the item of the column one is at."""
        place = self.table.currentIndex().column()
        return self.model.items[place] if 0 <= place < len(self.model.items) else None

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        made = QMenu(self)
        made.setObjectName("attendance_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (*_STATES, "attend_details", "", "attend_all", "attend_sheet", "attend_host"):
            made.addAction(self.actions_[name]) if name else made.addSeparator()
        item = self.item()
        if item is not None:
            made.addSeparator()
            made.addAction(self.ctx.t("Show in the agenda")).triggered.connect(
                lambda _checked=False: self.item_wanted.emit(item.id)
            )
        return made

    def _chosen(self) -> list[tuple[UUID, list[UUID]]]:
        """Return the chosen people by item; a heading stands for all below it, who is not expected is left out."""
        found: dict[UUID, dict[UUID, None]] = {}
        for row, place in self.table.chosen_places():
            own, line = self.model.sheet_of(place), self.model.lines[row]
            if line.heading:
                keys = [self.model.key_of(one) for one in line.members]
            else:
                one = self.model.entry(row, place)
                keys = [one.key] if one is not None else []
            for key in keys:
                if key in own:
                    found.setdefault(self.model.items[place].id, {})[key] = None
        return [(item, list(some)) for item, some in found.items()]

    def _write(self, chosen: Sequence[tuple[UUID, list[UUID]]], state: AttendanceState | None) -> None:
        gesture = uuid4().hex if len(chosen) > 1 else None

        def edit(ws: Workspace) -> Receipt:
            told: Receipt | None = None
            for item, people in chosen:
                told = attendance.change_cells(ws, item, in_each(people, "state", state), gesture=gesture)
            assert told is not None, "somebody is chosen"
            return told

        count = sum(len(some) for _item, some in chosen)
        t = self.ctx.t
        words = t.plural("{count} cell changed.", "{count} cells changed.", count) if count > 1 else ""
        self._edit(edit, words)

    def _edit(self, edit: Callable[[Workspace], Receipt], words: str) -> None:
        receipt = self.ctx.run_edit(edit)
        if receipt is None:
            return
        self._aloud = True
        if receipt.changeset is None:
            self.ctx.notices.say(self.ctx.t("Nothing to change: it is said so already."), tone="info")
        elif words:
            self.ctx.told_with_undo(words)

    # -- showing ----------------------------------------------------------------------------------

    def shows(self) -> bool:
        """Tell whether there is a cell to be seen."""
        return self.card.shows()

    def show_now(self, plan: MissionPlan, record: MissionRecord) -> None:
        every = tuple(signed_items(plan))
        self.tools.fill_days(plan, tuple(dict.fromkeys(one.date for one in every)))
        day, query, t = self.tools.day(), self.tools.query(), self.ctx.t
        items = tuple(one for one in every if day is None or one.date == day)
        people = lined.lines_of(t, plan, _expected(plan, record), self.tools.by(), query)
        lines = [*people, *besides(t, self.model.attendees_of(plan), record, items, query)]
        self.model.show_record(plan, record, lines, items)
        self.counts.recount()
        self.footer.fit()
        self._tell_nothing(query, bool(every))
        self.card.follow()
        self.told.setVisible(self.shows())
        self._legend.setVisible(self.shows() and self.height() >= roomy(SHORT))
        self._tell()
        self._speak()

    def refresh(self) -> None:
        """Show the same in another order or filter."""
        if self.plan is not None and self.record is not None:
            self.show_now(self.plan, self.record)
            self.tell_changed()

    def _tell(self) -> None:
        """Say below the grid what is noted of the cell one is at."""
        index = self.table.currentIndex()
        self.model.at = index.column()
        inside = 0 <= index.row() < len(self.model.lines) and 0 <= index.column() < len(self.model.items)
        self.told.setText(self.model.spoken(index.row(), index.column()) if inside else "")
        self.table.names.viewport().update()

    def _speak(self) -> None:
        if self._aloud and self.told.text():
            self.ctx.say_aloud(self.table, " ".join(filter(None, (self._noted_words(), self.told.text()))))
        self._aloud, self._noted = False, None

    def _noted_words(self) -> str:
        """Return what was noted of whom one has left since, nothing where one is still there."""
        if self._noted is None:
            return ""
        row, place = self.model.row_of(self._noted[0]), self.model.place_of(self._noted[1])
        return f"{self.model.spoken(row, place)}." if row >= 0 and place >= 0 else ""

    def _tell_nothing(self, query: str, items: bool) -> None:
        t = self.ctx.t
        if not items:
            go = (t("Open the agenda"), "attendance_agenda", "calendar-days", self.actions_["agenda"].trigger)
            self.nothing.tell(t("Nothing in the agenda yet"), t("Each item of it is a column here."), [go])
        elif query:
            clear = (t("Clear the filter"), "attendance_clear", "", self._clear)
            self.nothing.tell(t("Nothing matches “{text}”.", text=query), "", [clear])
        else:
            go = (t("Open the delegation"), "attendance_people", "users", self.actions_["delegation"].trigger)
            self.nothing.tell(t("No delegates yet"), t("Here you say who was there."), [go])

    def _clear(self) -> None:
        self.tools.choose(None, self.tools.by(), "")
        self.refresh()
        self.take_focus()

    # -- building ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        table = self.table
        self.tools.changed.connect(self.refresh)
        self.tools.left.connect(self.take_focus)
        table.toggled.connect(self.toggle)
        table.said.connect(self._note)
        table.put.connect(lambda on: self.say(AttendanceState.PRESENT if on else None))
        table.turned.connect(self.tools.turn)
        table.sought.connect(self.tools.take_focus)
        table.chosen.connect(self.tell_changed)
        table.selectionModel().currentChanged.connect(lambda *_some: self._tell())
        table.opened.connect(lambda: self.menu().popup(table.spot_of(table.currentIndex())))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask)

    def _ask(self, at: QPoint) -> None:
        self.menu().popup(self.table.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self.set_narrow(self.width() < roomy(ROOMY))
        low = self.height() < roomy(SHORT)
        self._legend.setVisible(self.shows() and not low)
        self.table.set_low(low)
        self.footer.set_low(low)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self.card, 1)
        column.addWidget(self.told)
        t = self.ctx.t
        keys = {state: keys_of(self.actions_[name]) for name, state in _STATES.items()}
        words = {state: t(word) for state, word in ATTENDANCE.items()} | {None: t("Not recorded")}
        shown = [(LOOKS[state], f"{keys[state]} {words[state]}".strip()) for state in keys]
        told = t("Space ticks, digits note and go on, letters find a person.")
        self._legend = signs(shown, told, "attendance_legend", self.ctx.theme)
        column.addWidget(self._legend)
        self.setFocusProxy(self.table)


def _expected(plan: MissionPlan, record: MissionRecord) -> Iterable[Delegate]:
    """Return the delegates who travel, and those of whom something is noted all the same."""
    noted = {one.person_id for one in record.attendance}
    return (one for one in plan.delegates if one.status in TRAVELLING or one.person_id in noted)
