"""Show a mission's programme day by day, edit it, and say what the checks find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.spec import ITEMS
from missionplanner.gui.agenda_edits import AgendaEdits
from missionplanner.gui.context import Context
from missionplanner.gui.models.agenda import AgendaModel, Row, rows_of
from missionplanner.gui.models.days import Day, DaysModel, cities_of, days_of
from missionplanner.gui.page import Page
from missionplanner.gui.tokens import TOOLBAR
from missionplanner.gui.widgets.agenda_list import AgendaList
from missionplanner.gui.widgets.basics import ActionButton, Elided, card, label, picture
from missionplanner.gui.widgets.day_list import WIDTH, WIDTH_NARROW, DayList
from missionplanner.gui.widgets.findings_strip import FindingsStrip
from missionplanner.gui.widgets.start_card import StartCard

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt


class AgendaPage(Page):
    """Show the open mission's programme."""

    NAME = "agenda"
    PRIMARY = "print_agenda"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.edits = AgendaEdits(ctx, self)
        self._days_model, self._model = DaysModel(self), AgendaModel(ctx.wording, self)
        self.days = DayList(self._days_model, ctx.theme, ctx.t)
        self.items = AgendaList(self._model, ctx.theme, ctx.t)
        self.strip = FindingsStrip(ctx.theme, ctx.wording, actions["next_issue"])
        self._day_title = Elided("", "title", colour="text", theme=ctx.theme)
        self._day_facts = Elided("", "small", colour="text2", theme=ctx.theme)
        self._tab_order: list[QWidget] = [self.days]
        self._build()
        self._shown: UUID | None = None
        self._connect()
        self._follow()

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def plan(self) -> MissionPlan | None:
        return self.ctx.mission.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.ctx.mission.findings

    @property
    def day(self) -> dt.date | None:
        """Return the day on screen; None is the shelf."""
        found = self._shown_day()
        return found.date if found is not None else None

    def there(self) -> set[str]:
        return {ITEMS} if self.chosen() else set()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new_item": self.edits.add,
            "edit_item": self.edits.edit,
            "rename_item": self.edit_title,
            "earlier": lambda: self.edits.nudge(-5),
            "later": lambda: self.edits.nudge(5),
            "delete_items": self.edits.delete,
            "previous_day": lambda: self.turn_day(-1),
            "next_day": lambda: self.turn_day(1),
            "next_issue": lambda: self.turn_issue(1),
            "previous_issue": lambda: self.turn_issue(-1),
        }

    def place(self) -> object:
        return self.day

    def restore(self, place: object) -> None:
        self._show_day(cast("dt.date | None", place))

    def follow_reversal(self, receipt: Receipt) -> None:
        self.show_items([identity for table, identity in receipt.touched if table == "agenda_item"])

    def take_focus(self) -> None:
        """Give the focus to the items, or to the days where there are none."""
        target = self.items if self._model.rows else self.days
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.days, self.items, self.strip]

    def turn_day(self, steps: int) -> None:
        """Show the day before or after."""
        place = self.days.currentIndex().row() + steps
        if 0 <= place < self._days_model.rowCount():
            self.days.setCurrentIndex(self._days_model.index(place))

    def turn_issue(self, steps: int) -> None:
        """Go to the next finding, or the one before, and to its item."""
        finding = self.strip.turn(steps)
        if finding is not None:
            self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Show the items a finding is about."""
        self.show_items(list(finding.items))
        self.ctx.say_aloud(self.items, self.strip.sentence(finding))

    def show_items(self, identities: list[UUID]) -> None:
        """Show the day of the first of these items that is there, and select those of that day."""
        items = [item for one in identities if self.plan is not None and (item := self.plan.item(one)) is not None]
        if not items:
            return
        self._show_day(items[0].date)
        self.items.choose([item.id for item in items if item.date == items[0].date])
        self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 12, 16, 12)
        middle.setSpacing(12)
        middle.addWidget(self.days)
        board = card("day_card")
        column = QVBoxLayout(board)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(self._tools())
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.items)
        self._stack.addWidget(self._empty())
        column.addWidget(holder, 1)
        middle.addWidget(board, 1)
        whole.addLayout(middle, 1)
        whole.addWidget(self.strip)
        self.days.setFixedWidth(WIDTH)
        self._tab_order += [self.items, self.strip]
        for one, following in pairwise(self._tab_order):
            QWidget.setTabOrder(one, following)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._day_title)
        words.addWidget(self._day_facts)
        row.addLayout(words, 1)
        for name, look in (("edit_item", "flat"), ("delete_items", "flat"), ("new_item", "")):
            one = ActionButton(self.actions_[name], self.ctx.theme, look=look)
            row.addWidget(one)
            self._tab_order.append(one)
        row.addStrut(TOOLBAR - 16)
        return row

    def _empty(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(picture(theme, "calendar-days", "accent", 44), 0, middle)
        column.addWidget(label(t("Nothing planned yet"), "h1"), 0, middle)
        column.addWidget(label(t("Add the first visit, meeting or meal of this day."), tone="quiet"), 0, middle)
        column.addSpacing(10)
        first = StartCard(self.actions_["new_item"], t("A title is enough: time and place can follow."), theme)
        first.setMinimumSize(QSize(228, 112))
        first.setMaximumWidth(260)
        column.addWidget(first, 0, middle)
        column.addStretch(3)
        return made

    def _connect(self) -> None:
        self.ctx.mission.changed.connect(self._follow)
        self.ctx.mission.checked.connect(self._take)
        self.days.selectionModel().currentChanged.connect(self._turn)
        self.items.selectionModel().selectionChanged.connect(self._choose)
        self._model.renamed.connect(self.edits.rename)
        self._model.modelReset.connect(self.changed)
        self.strip.wanted.connect(self.show_finding)

    def set_narrow(self, narrow: bool) -> None:
        """Give the days less room in a narrow window."""
        self.days.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

    # -- following --------------------------------------------------------------------------------

    def reread(self) -> None:
        """Read the mission again now, not when the event loop next turns."""
        self.ctx.mission.reread()

    def _follow(self) -> None:
        day, chosen = self.day, [row.id for row in self.items.chosen()]
        other = self.plan is not None and self.plan.mission.id != self._shown
        self._shown = self.plan.mission.id if self.plan is not None else None
        if self.plan is None:
            self._days_model.show([])
            self._model.show([])
            return
        self._fill()
        if other:
            self._show_day(self.plan.days[0] if self.plan.days else None)
        elif self.day == day:
            self.items.choose(chosen)

    def _fill(self) -> None:
        if self.plan is None:
            return
        day, known = self.day, self._shown_day() is not None
        self._days_model.show(days_of(self.plan, self.findings, self.ctx.wording))
        if known and self._days_model.place_of(day) is not None:
            self._show_day(day)
        elif known or self._days_model.days:
            self._show_day(self.plan.days[0] if self.plan.days else None)
        self._fill_day()
        self.changed.emit()

    def _fill_day(self) -> None:
        shown = self._shown_day()
        if self.plan is None or shown is None:
            self._model.show([])
            return
        wording = self.ctx.wording
        self._model.show(rows_of(self.plan, shown.date, self.findings, wording))
        self._day_title.set_text(wording.full_day(shown.date) if shown.date is not None else shown.title)
        items = self.plan.items_on(shown.date)
        facts = (cities_of(self.plan, items), wording.items(len(items)) if items else "")
        self._day_facts.set_text(wording.listed(facts))
        self._day_facts.setVisible(any(facts))
        self._stack.setCurrentIndex(0 if items else 1)

    def _take(self) -> None:
        plan, found = self.plan, self.findings
        if plan is None:
            return
        self.strip.show_findings(found, plan.mission.languages)
        chosen = [row.id for row in self.items.chosen()]
        self._days_model.show(days_of(plan, found, self.ctx.wording))
        self._fill_day()
        if chosen != [row.id for row in self.items.chosen()]:
            self.items.choose(chosen)
        self.changed.emit()

    def _shown_day(self) -> Day | None:
        place = self.days.currentIndex().row()
        return self._days_model.days[place] if 0 <= place < len(self._days_model.days) else None

    def _show_day(self, day: dt.date | None) -> None:
        place = self._days_model.place_of(day)
        if place is not None:
            self.days.setCurrentIndex(self._days_model.index(place))

    def _turn(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._fill_day()
            self.changed.emit()

    def _choose(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.changed.emit()

    # -- what the edits need ----------------------------------------------------------------------

    def chosen(self) -> list[Row]:
        """Return the selected rows."""
        return self.items.chosen()

    def edit_title(self) -> None:
        """Begin to edit the title of the current item in place."""
        index = self.items.currentIndex()
        if index.isValid() and self.items.state() is not QListView.State.EditingState:
            self.items.edit(index)
