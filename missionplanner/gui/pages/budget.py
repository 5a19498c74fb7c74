"""Show what the mission costs: lines, expenses, offers and totals, with the totals always in sight."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.budget import KEPT_PAPER, OFFER, PAPER
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.budget.attachment import Attachment
from missionplanner.gui.budget.totals_bar import TotalsBar
from missionplanner.gui.context import Context
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.page import Page
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.spec import TableSpec
from missionplanner.gui.widgets.basics import ActionButton
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.pages_stack import PagesStack
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.gui.budget.totals import TotalsView
    from missionplanner.services.costs.budget_totals import Summary
    from missionplanner.services.workspace import Receipt

LINES, EXPENSES, QUOTES, TOTALS = "lines", "expenses", "quotes", "totals"
PARTS = {LINES: N_("Lines"), EXPENSES: N_("Expenses"), QUOTES: N_("Offers"), TOTALS: N_("Totals")}
"""Parts of the page; but for the totals each is a list, in the module of that name in ``gui.budget``."""
PASTED = {LINES: "budget", EXPENSES: "expenses"}
"""What rows pasted into a part are."""
_TABLES = frozenset(
    {"budget_line", "payer_share", "quote", "expense", "organisation", "person", "delegate", "mission"}
)
_OWNERS = {"budget_line": LINES, "payer_share": LINES, "expense": EXPENSES, "quote": QUOTES}


class BudgetPage(Page):
    """Show one part at a time; each is made when it is first looked at."""

    NAME = "budget"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self._lists: dict[str, ListView] = {}
        self._totals: TotalsView | None = None
        self._part = LINES
        self._mission: UUID | None = None
        self._summary: Summary | None = None
        self._reading = self._again = False
        words = {name: ctx.t(word) for name, word in PARTS.items()}
        self.segments = Segments("budget_part", ctx.t("Budget"), words, self._part)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self.bar = TotalsBar(ctx)
        self.bar.wanted.connect(self.show_filtered)
        self._stack = PagesStack()
        self._build()
        ctx.hub.changed.connect(self._hear)
        ctx.mission.changed.connect(self._follow_mission)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        mission = self.ctx.mission.heading()
        shown = self.list
        words = shown.count_words() if shown is not None else ""
        return Heading(self.ctx.t("Budget"), self.ctx.wording.listed((mission.title, words)))

    def primary(self) -> str:
        return "export_budget" if self._part == TOTALS else "list_new"

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        shown = self.list
        return {
            **(shown.deeds() if shown is not None else {}),
            "export_budget": self.export,
            "usual_lines": self.add_usual_lines,
            "delegate_expense": self.add_expense,
            "choose_offer": self.choose_offer,
            "attach_paper": lambda: self._on_paper(Attachment.attach),
            "show_paper": lambda: self._on_paper(Attachment.show_paper),
        }

    def there(self) -> set[str]:
        shown = self.list
        if shown is None:
            return set()
        met, chosen = shown.there(), shown.table.chosen_ids()
        if len(chosen) == 1 and self._part in (EXPENSES, QUOTES):
            met.add(PAPER)
            if shown.model.value_of(chosen[0], "receipt" if self._part == EXPENSES else "document"):
                met.add(KEPT_PAPER)
            if self._part == QUOTES and not shown.model.value_of(chosen[0], "chosen"):
                met.add(OFFER)
        return met

    def regions(self) -> list[QWidget]:
        shown = self.list
        return [self.segments, *(shown.regions() if shown is not None else [self.totals.table])]

    def take_focus(self) -> None:
        shown = self.list
        if shown is not None:
            shown.take_focus()
        else:
            self.totals.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        self._follow_mission()
        self.show_part(self._part)
        self.reread()

    def place(self) -> object:
        shown = self.list
        return self._part, *((shown.table.current_id, shown.model.query) if shown is not None else (None, ""))

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3 and place[0] in PARTS:
            self.show_filtered(str(place[0]), str(place[2]))
            if isinstance(place[1], UUID) and self.list is not None:
                self.list.show_row(place[1])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        touched = [(table, identity) for table, identity in receipt.touched if table in _OWNERS]
        if touched:
            self.show_part(_OWNERS[touched[0][0]])
            shown = self.list
            if shown is not None and shown.spec.table == touched[0][0]:
                shown.show_row(touched[0][1])

    # -- parts ------------------------------------------------------------------------------------

    @property
    def list(self) -> ListView | None:
        """Return the list on screen, None for the totals."""
        return self.list_of(self._part) if self._part != TOTALS else None

    def list_of(self, part: str) -> ListView:
        """Return a list by its part, made when it is first wanted."""
        if part not in self._lists:
            module = importlib.import_module(f"missionplanner.gui.budget.{part}")
            made = ListView(self.ctx, self.actions_, cast(TableSpec, module.SPEC))
            self._lists[part] = made
            self._stack.addWidget(made)
            made.changed.connect(self.changed)
            if part in PASTED:
                made.rows_pasted.connect(partial(open_pasted, self.ctx, self, PASTED[part]))
        return self._lists[part]

    @property
    def totals(self) -> TotalsView:
        """Return the totals, made when they are first wanted."""
        from missionplanner.gui.budget.totals import TotalsView

        if self._totals is None:
            self._totals = TotalsView(self.ctx)
            self._stack.addWidget(self._totals)
            if self._summary is not None:
                self._totals.show_summary(self._summary)
        return self._totals

    def show_part(self, part: str) -> None:
        """Show another part."""
        if part != self._part and self._part in self._lists:
            self._lists[self._part].leave()
        self._part = part
        with self.segments.moving_to(part):
            shown = self.list
            if shown is not None:
                shown.arrive()
                self._stack.setCurrentWidget(shown)
                self.actions_["list_new"].setText(f"{self.ctx.t(shown.spec.words.add)}…")
            else:
                self._stack.setCurrentWidget(self.totals)
        self._arrange_buttons()
        self.changed.emit()

    def show_filtered(self, part: str, query: str) -> None:
        """Show what a warning is about."""
        self.show_part(part)
        if self.list is not None:
            self.list.box.show_query(query)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        if self._part in self._lists:
            self._lists[self._part].leave()
        super().hideEvent(event)

    # -- deeds ------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where the budget goes, and write it."""
        from missionplanner.services.costs import budget_export

        plan, workspace, t = self.ctx.mission.plan, self.ctx.workspace, self.ctx.t
        if plan is None or workspace is None:
            return
        name = t("{code} budget", code=plan.mission.code) + budget_export.WORKBOOK
        kinds = t("Excel workbook (*.xlsx);;Text with separators (*.csv)")
        path = self.ctx.files.save_file(self, t("Export budget"), name, kinds)
        if path is None:
            return
        try:
            budget_export.write(workspace, plan.mission.id, path, language=t.language, force=True)
        except MissionPlannerError as error:
            self.ctx.tell(error)
            return
        self.ctx.notices.say(t("The budget is in {path}.", path=path.name))

    def add_usual_lines(self) -> None:
        """Add the lines a mission usually has; a toast takes them back."""
        from missionplanner.services.costs import budget

        plan = self.ctx.mission.plan
        if plan is None:
            return
        receipt = self.ctx.run_edit(lambda ws: budget.add_usual_lines(ws, plan.mission.id))
        if receipt is not None:
            count = sum(table == "budget_line" for table, _id in receipt.added)
            self.show_part(LINES)
            self.ctx.told_with_undo(self.ctx.t.plural("{count} line added.", "{count} lines added.", count))

    def add_expense(self) -> None:
        """Ask for an expense of a delegate."""
        from missionplanner.gui.budget.expense_form import DelegateExpense

        if self.ctx.mission.plan is not None:
            self.show_part(EXPENSES)
            DelegateExpense(self.window(), self.ctx, self.list_of(EXPENSES).show_row).open()

    def choose_offer(self) -> None:
        """Choose the selected offer for its line."""
        from missionplanner.services.costs import quotes

        chosen = self.list_of(QUOTES).table.chosen_ids()
        if len(chosen) == 1 and self.ctx.run_edit(lambda ws: quotes.choose(ws, chosen[0])):
            self.ctx.told_with_undo(self.ctx.t("The line commits this offer now."))

    def _on_paper(self, do: Callable[[Attachment], None]) -> None:
        shown = self.list
        part = shown.details.findChild(Attachment) if shown is not None else None
        if part is not None and shown is not None:
            part.show_row(shown.table.chosen_ids()[0])
            do(part)

    # -- totals -----------------------------------------------------------------------------------

    def reread(self) -> None:
        """Read the totals anew, beside the window."""
        plan, workspace = self.ctx.mission.plan, self.ctx.workspace
        if plan is None or workspace is None:
            return
        if self._reading:
            self._again = True
            return
        mission, self._reading = plan.mission.id, True

        def work(_progress: Progress) -> object:
            from missionplanner.services.costs import budget_totals

            return mission, budget_totals.summary(workspace, mission)

        job = self.ctx.jobs.read(work)
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)

    def _take(self, found: tuple[UUID, Summary]) -> None:
        mission, summary = found
        plan = self.ctx.mission.plan
        if plan is not None and plan.mission.id == mission:
            self._summary = summary
            self.bar.show_summary(summary)
            if self._totals is not None:
                self._totals.show_summary(summary)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, NotFound):  # the mission was deleted: the window leaves the page
            self.ctx.tell_failure(error)

    def _end(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.reread()

    def _hear(self, receipt: Receipt | None) -> None:
        touched = {table for table, _id in receipt.touched} if receipt is not None else _TABLES
        if touched & _TABLES and self.isVisible():
            self.reread()

    def _follow_mission(self) -> None:
        """Show another mission's money once another is open."""
        plan = self.ctx.mission.plan
        mission = plan.mission.id if plan is not None else None
        if mission == self._mission:
            return
        self._mission = mission
        for one in self._lists.values():
            one.details.show_rows([])
            one.model.show((), 0)
            one.feed.reread()
        if self.isVisible():
            self.reread()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.segments)
        top.addStretch(1)
        self._buttons = {
            name: ActionButton(self.actions_[name], self.ctx.theme)
            for name in ("usual_lines", "delegate_expense", "choose_offer", "export_budget")
        }
        for one in self._buttons.values():
            top.addWidget(one)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.bar)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)

    def _arrange_buttons(self) -> None:
        """Show the buttons of the part on screen; the export stands in the header beside the totals."""
        part = {"usual_lines": LINES, "delegate_expense": EXPENSES, "choose_offer": QUOTES}
        for name, one in self._buttons.items():
            one.setVisible(self._part == part[name] if name in part else self._part != TOTALS)
