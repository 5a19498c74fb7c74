"""Show a mission's programme on the board or as a list, edit it, and say what the checks find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.records import AgendaItem
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.agenda import GROUP_KEYS
from missionplanner.gui.actions.spec import FIXABLE, ITEMS, PASTE, SLOTS
from missionplanner.gui.agenda import views
from missionplanner.gui.agenda.caption import Caption
from missionplanner.gui.agenda.edits import AgendaEdits
from missionplanner.gui.agenda.empty import EmptyAgenda
from missionplanner.gui.agenda.following import Following
from missionplanner.gui.agenda.foresight import Foresight
from missionplanner.gui.agenda.hint import Hint
from missionplanner.gui.agenda.issues import Issues
from missionplanner.gui.agenda.judging import Judge
from missionplanner.gui.agenda.menus import Looks, menu_of, name_groups
from missionplanner.gui.agenda.proposing import Proposing
from missionplanner.gui.agenda.sharing import Sharing
from missionplanner.gui.agenda.side import Side
from missionplanner.gui.agenda.tools import AgendaTools
from missionplanner.gui.agenda.views import Views
from missionplanner.gui.agenda.whole import WholeSteps
from missionplanner.gui.board.board import AgendaBoard
from missionplanner.gui.board.dragging import New
from missionplanner.gui.context import Context
from missionplanner.gui.inspector.panel import Inspector
from missionplanner.gui.models.agenda import AgendaModel, Column
from missionplanner.gui.models.rows import all_rows
from missionplanner.gui.page import Page
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.agenda_table import AgendaTable
from missionplanner.gui.widgets.basics import card
from missionplanner.gui.widgets.editing import begin
from missionplanner.gui.widgets.find_bar import FindBar
from missionplanner.gui.widgets.findings_strip import FindingsStrip

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt


SHORT = 540
"""Height of the page under which what the checks found is one line: the board needs the room."""


class AgendaPage(Page):
    """Show the open mission's programme."""

    NAME = "agenda"
    PRIMARY = "print_agenda"
    LOCAL = False

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self._model = AgendaModel(ctx.wording, self)
        self.tools = AgendaTools(ctx, actions)
        self.board = AgendaBoard(self._model, ctx.theme, ctx.wording)
        self.table = AgendaTable(ctx, self._model)
        self.table.setSelectionModel(self.board.selectionModel())
        self.find_bar = FindBar(ctx.theme, ctx.t)
        self.inspector = Inspector(ctx, actions)
        folded = ctx.settings.values.issues_folded
        self.strip = FindingsStrip(ctx.theme, ctx.wording, actions["next_issue"], folded=folded)
        self.edits, self.sharing, self.whole = AgendaEdits(ctx, self), Sharing(ctx, self), WholeSteps(ctx, self)
        self.empty = EmptyAgenda(ctx, self.whole.apply_template, self._take_in)
        self.views = Views(ctx, self.tools, self.board, self.table, self.empty)
        self._shown: UUID | None = None
        self._judge: Judge | None = None
        self._hint = Hint(ctx, self.board, self._model)
        self._row, self._frame = QHBoxLayout(self), QWidget()
        self._build()
        caption = Caption(ctx, self._frame, lambda: self.side.covers)
        self.foresight = Foresight(ctx, self.board, self.strip, caption)
        self.issues, self.proposing = Issues(ctx, self), Proposing(ctx, self)
        self.side = Side(self, self._row, self.inspector)
        for part in (self.board, self.table, self.empty):
            part.addActions(actions.local_to(self.NAME))
        self._following = Following(self, self._follow, self._take)
        self._connect()
        self._follow()
        self._take()

    # -- what the window asks ---------------------------------------------------------------------

    @property
    def plan(self) -> MissionPlan | None:
        return self.ctx.mission.plan

    def there(self) -> set[str]:
        met = {
            ITEMS: bool(self.chosen()),
            PASTE: self.sharing.can_paste(),
            FIXABLE: self.issues.fixable,
            SLOTS: bool(self.proposing.chosen()),
        }
        return {name for name, is_so in met.items() if is_so}

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**self._editing(), **self._looking()}

    def _editing(self) -> dict[str, Callable[[], object]]:
        e, s, w, p = self.edits, self.sharing, self.whole, self.proposing
        return {
            "new_item": e.add, "rename_item": self.edit_title, "inspect": self.inspect,
            "duplicate": e.duplicate, "delete_items": e.delete, "lock": e.lock,
            "earlier": partial(e.nudge, -5), "later": partial(e.nudge, 5),
            "much_earlier": partial(e.nudge, -30), "much_later": partial(e.nudge, 30),
            "shorter": partial(e.lengthen, -5), "longer": partial(e.lengthen, 5),
            "day_before": partial(e.move_days, -1), "day_after": partial(e.move_days, 1),
            "all_groups": partial(e.toggle_group, 0),
            **{f"group_{number}": partial(e.toggle_group, number) for number in range(1, GROUP_KEYS + 1)},
            "cut": s.cut, "copy": s.copy, "copy_message": s.copy_message,
            "copy_day_message": s.copy_day_message,
            "paste": s.paste, "paste_after": partial(s.paste, after_last=True),
            "move_item": w.move, "shift": w.shift, "split": w.split, "rejoin": w.rejoin,
            "copy_day": w.copy_day, "templates": w.show_templates, "save_template": w.save_template,
            "propose_slot": p.propose, "choose_slot": p.choose,
        }  # fmt: skip

    def _looking(self) -> dict[str, Callable[[], object]]:
        v, board, i = self.views, self.board, self.issues
        return {
            "choose_day": self.choose_day, "choose_all": self.choose_all, "choose_kind": self.choose_kind,
            "see_as": v.ask_viewer, "see_everyone": partial(v.see_as, None),
            **{name: partial(v.turn, name) for name in (views.WHOLE, views.DAY, views.LIST)},
            "second_zone": v.turn_zone, "find": self.seek,
            "zoom_in": partial(board.zoom_by, 1.25), "zoom_out": partial(board.zoom_by, 0.8), "fit": board.fit,
            "previous_day": partial(v.turn_day, -1), "next_day": partial(v.turn_day, 1),
            "shelf": board.turn_shelf, "fold_issues": self.strip.fold,
            "next_issue": partial(i.turn, 1), "previous_issue": partial(i.turn, -1),
            "apply_fix": i.fix, "accept_issue": i.accept,
        }  # fmt: skip

    def regions(self) -> list[QWidget]:
        return [self.tools, self.views.part, self.inspector, self.strip]

    def focus_part(self) -> QWidget:
        """Return the board or the list, whichever is shown."""
        return self.views.part

    def take_focus(self) -> None:
        self.views.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        self._following.catch_up()
        self.board.snap = self.ctx.settings.values.snap

    def place(self) -> object:
        return self.views.look()

    def restore(self, place: object) -> None:
        self.views.restore(cast("views.Look", place))

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        look = self.edits.look_of(step, undone=self.ctx.undo.redo_step == step)
        if look is not None:
            self.views.look_again(look)
        else:
            self.show_items([identity for table, identity in receipt.touched if table == "agenda_item"])
        self.take_focus()

    # -- what is chosen and shown -----------------------------------------------------------------

    def chosen(self) -> list[UUID]:
        """Return the ids of the chosen items, in the order of the programme."""
        return [row.id for row in self.table.rows()] if self.views.view == views.LIST else self.board.chosen()

    def day(self) -> dt.date | None:
        """Return the day one is on."""
        return self.views.day()

    def next_gap(self, length: dt.timedelta) -> Placing:
        """Return where a new item of this length would fit next, for the groups of the cursor."""
        day = self.day() or (self.plan.days[0] if self.plan is not None and self.plan.days else None)
        if day is None:
            return Placing(UUID(int=0), None, None)
        return _placing(self.board.next_free_gap(day, int(length.total_seconds() // 60)))

    def judged(self, placings: Sequence[Placing]) -> str:
        """Say what items would clash with where they are placed."""
        if self.plan is None:
            return ""
        if self._judge is None:
            self._judge = Judge(self.plan, self.ctx.wording)
        return self._judge(placings)

    def show_items(self, identities: Sequence[UUID]) -> None:
        """Choose these items and bring the first of them into view, also where a filter hid it."""
        there = [one for one in identities if self.plan is not None and self.plan.item(one) is not None]
        self.views.reveal(there)
        if there and self.views.view == views.LIST:
            self.table.choose(there)
        elif there:
            self.board.choose(there, there[0])

    def edit_title(self) -> None:
        """Begin to edit the title of the current item in place."""
        row = self.board.currentIndex().row()
        index = self._model.index(row, Column.TITLE)
        if index.isValid() and self.views.view == views.LIST:
            begin(self.table, index)
        elif index.isValid():
            begin(self.board, index)

    def inspect(self) -> None:
        """Show the details of what is chosen and go there."""
        self.side.open()

    def choose_day(self) -> None:
        """Choose everything of the day one is on."""
        if self.plan is not None:
            mine = {item.id for item in self.plan.items_on(self.day())}
            self._choose_those(lambda item: item.id in mine)

    def choose_all(self) -> None:
        """Choose everything there is."""
        self._choose_those(lambda _item: True)

    def choose_kind(self) -> None:
        """Choose everything of the kinds of what is chosen."""
        if self.plan is not None:
            kinds = {item.kind for one in self.chosen() if (item := self.plan.item(one)) is not None}
            self._choose_those(lambda item: item.kind in kinds)

    def _choose_those(self, wanted: Callable[[AgendaItem], bool]) -> None:
        """Choose items among those that no filter hides: what one does not see, one does not want to change."""
        if self.plan is not None:
            self.show_items([item.id for item in self.plan.items if wanted(item) and self.views.shows(item)])

    def seek(self) -> None:
        """Ask what to look for; the list shows what holds it."""
        self.views.turn(views.LIST)
        self.find_bar.begin()

    def _take_in(self) -> None:
        """Paste what was copied, else ask for a mission file."""
        if self.sharing.can_paste():
            self.sharing.paste()
        else:
            self.actions_["import"].trigger()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        column = QVBoxLayout()
        self._row.addLayout(column, 1)  # before it is filled: each new parent would dress all within anew
        column.setSpacing(0)
        upper = QVBoxLayout()
        column.addLayout(upper, 1)
        upper.setContentsMargins(16, 0, 16, 12)
        upper.setSpacing(0)
        upper.addWidget(self.tools)
        upper.addWidget(self._frame, 1)
        listing = card("listing_card")
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.table, 1)
        nothing = card("empty_card")
        within = QVBoxLayout(nothing)
        within.setContentsMargins(1, 1, 1, 1)
        within.addWidget(self.empty)
        self._frame.setLayout(
            self.views.stack
        )  # first, or the stack shows what is put into it as a window of its own
        for part in (self.board, listing, nothing):  # the board draws its own edge
            self.views.stack.addWidget(part)
        column.addWidget(self.strip)
        self._row.addWidget(self.inspector)
        self.tools.show_view(views.WHOLE)

    def _connect(self) -> None:
        self.ctx.mission.changed.connect(self._hear)  # methods are let go with the page, functions are not
        self.ctx.mission.checked.connect(self._hear_checks)
        self.board.judge = self.judged
        self.board.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.board.placed.connect(self.edits.place)
        self.board.copied.connect(self.edits.copy_to)
        self.board.create_wanted.connect(lambda new: self.edits.add(_placing(new)))
        self.board.opened.connect(lambda _id: self.inspect())
        self.board.menu_wanted.connect(self._menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda point: self._menu(self.table.viewport().mapToGlobal(point))
        )
        self._model.edited.connect(self._take_typed, Qt.ConnectionType.QueuedConnection)
        self.edits.edited.connect(lambda _receipt: self._hint.finish())
        self.views.turned.connect(self._sum_up)
        self.inspector.left.connect(self._leave_inspector)
        self.inspector.closed.connect(self._close_inspector)
        self.table.left.connect(self.views.turn_back)
        self.inspector.item_wanted.connect(lambda one: self.show_items([one]))
        self.find_bar.sought.connect(self.table.seek)
        self.find_bar.moved.connect(self.table.seek_next)
        self.table.clear_wanted.connect(self.find_bar.line.clear)
        self.find_bar.left.connect(self.views.turn_back)
        self.table.found.connect(self.find_bar.show_count)

    # -- following --------------------------------------------------------------------------------

    def _hear(self) -> None:
        self._following.hear(self._follow)

    def _hear_checks(self) -> None:
        self._following.hear(self._take)

    def _follow(self) -> None:
        plan = self.plan
        self._judge = None
        other = plan is not None and plan.mission.id != self._shown
        self._shown = plan.mission.id if plan is not None else None
        if other:
            self.views.forget()
        self._fill()
        self.views.follow()
        self.sharing.follow()
        bare = self.views.bare
        self.strip.setVisible(not bare)
        self.side.want(not bare)
        name_groups(self.actions_, plan, self.ctx.t)

    def _fill(self) -> None:
        plan, findings = self.plan, self.ctx.mission.findings
        self.board.show_plan(plan, findings)
        self._model.show(all_rows(plan, findings, self.ctx.wording) if plan is not None else [])
        self.proposing.follow()
        self._sum_up()

    def _take_typed(self, identity: UUID, column: int, text: str) -> None:
        if column == Column.TITLE:
            self.edits.rename(identity, text)

    def _take(self) -> None:
        plan = self.plan
        if plan is not None:
            self.strip.show_findings(self.ctx.mission.findings, plan.mission.languages)
            self._fill()
            self._hint.point()

    def _choose(self) -> None:
        self.inspector.show_items(self.chosen())
        self._sum_up()

    def _sum_up(self) -> None:
        """Have the inspector sum up the day shown, or the mission, where nothing is chosen."""
        self.inspector.show_day(self.day() if self.views.view == views.DAY else None)
        shelved = self.plan is not None and bool(self.plan.items_on(None))
        self.tools.show_shelf(shelved and self.views.view != views.LIST)
        self.changed.emit()

    def _menu(self, point: QPoint) -> None:
        first = (*self.issues.entries(), *self.proposing.entries())
        looks = Looks(self.issues.look_at, self.foresight.leave)
        menu_of(self, self.actions_, self.ctx.theme, looks, chosen=bool(self.chosen()), first=first).popup(point)

    def _leave_inspector(self) -> None:
        self.side.leave()
        self.take_focus()

    def _close_inspector(self) -> None:
        self.side.close()
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        if event.key() == Qt.Key.Key_Escape and self.sharing.keep():
            self.ctx.notices.say(self.ctx.t("What was cut stays where it is."), tone="info")
        else:
            super().keyPressEvent(event)

    # -- fitting ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        self.side.fit()
        self.strip.fit(short=self.height() < roomy(SHORT))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.side.fit()


def _placing(new: New) -> Placing:
    return Placing(UUID(int=0), new.date, new.start, new.end, None, new.groups)
