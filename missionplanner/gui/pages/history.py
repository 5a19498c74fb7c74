"""Show what was done, newest first, and take steps back where that is possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.models.history import HistoryModel
from missionplanner.gui.page import Page
from missionplanner.gui.widgets.basics import button, card, label, picture
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.history_list import HistoryList
from missionplanner.gui.widgets.search_field import search_field
from missionplanner.gui.widgets.segments import Segments
from missionplanner.gui.widgets.step_bar import StepBar

if TYPE_CHECKING:
    from uuid import UUID

    from missionplanner.services.history import Entry
    from missionplanner.services.workspace import Receipt, Workspace

_MINE, _ALL = "mission", "everything"
_TOLD = 6
"""Steps that the question before undoing several names."""


class HistoryPage(Page):
    """List the steps of the open mission, or of the whole workspace."""

    NAME = "history"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self._stale = True
        self._scope = _MINE
        self._chosen = 0
        self._settling = False
        self.model = HistoryModel(ctx.wording, self)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._reread)
        words = ctx.t("Search the history")
        self.search = search_field("history_search", words, words, ctx.theme, ctx.t)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.take_focus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 16)
        whole.setSpacing(10)
        whole.addLayout(self._toolbar())
        frame = card("history_card")
        self._stack = QStackedLayout(frame)
        self._stack.setContentsMargins(4, 4, 4, 8)
        self.list = HistoryList(ctx.theme, ctx.wording)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty())
        whole.addWidget(frame, 1)
        self.bar = StepBar(ctx, self._undo_one, self._ask_back, self._redo_one)
        whole.addWidget(self.bar)
        ctx.hub.changed.connect(self._hear)
        ctx.mission.changed.connect(self._hear)
        ctx.closed.connect(self._leave)

    def heading(self) -> Heading:
        """Return what the header shows."""
        t = self.ctx.t
        about = self.ctx.mission.heading().title if self._mission_id is not None else t("All missions")
        return Heading(t("History"), about)

    def arrive(self) -> None:
        self._offer_scopes()
        self._chosen = 0
        if self._stale:
            self._reread()
        else:
            self._settle()

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        return [self.list, self.bar]

    def set_narrow(self, narrow: bool) -> None:
        self.bar.set_narrow(narrow)

    def place(self) -> object:
        return self._scope, self._chosen, self.search.text()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3:
            self._scope, self._chosen = str(place[0]), int(place[1])
            self.search.setText(str(place[2]))
            self._offer_scopes()
            self._reread()

    # -- reading ----------------------------------------------------------------------------------

    @property
    def _mission_id(self) -> UUID | None:
        plan = self.ctx.mission.plan
        return plan.mission.id if plan is not None and self._scope == _MINE else None

    def _hear(self, _receipt: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _leave(self) -> None:
        self._stale = True
        self.model.clear()
        self.bar.show_step(None, None, 0)

    def _reread(self) -> None:
        workspace, mission = self.ctx.workspace, self._mission_id
        if workspace is None:
            return

        def read(before: int | None, count: int) -> tuple[Entry, ...]:
            from missionplanner.services import history

            try:
                return history.page(workspace, mission=mission, before=before, count=count)
            except MissionPlannerError as error:
                self.ctx.tell(error)
                return ()

        self._stale = False
        self.model.show(read)
        if self.search.text():
            self.model.search(self.search.text())
        self._settle()

    def _filter(self) -> None:
        self.model.search(self.search.text())
        self._settle()

    def _settle(self) -> None:
        """Show the list or why it is empty; stay at the step one was at."""
        row = self.model.row_of(self._chosen)
        row = row if row >= 0 else self.model.first_entry()
        self._stack.setCurrentIndex(0 if row >= 0 else 1)
        searching = bool(self.search.text())
        t = self.ctx.t
        nothing = t("No step matches “{text}”.", text=self.search.text())
        self._none.setText(nothing if searching else t("Nothing was changed yet."))
        self._clear.setVisible(searching)
        self._settling = True  # whether a step can be undone is read once, not for each reason to ask
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        self._settling = False
        self._show_step()
        self.changed.emit()

    # -- one step ---------------------------------------------------------------------------------

    def _entry(self) -> Entry | None:
        line = self.model.line(self.list.currentIndex())
        return line.entry if line is not None else None

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        entry = self._entry()
        if entry is not None:
            self._chosen = entry.id
        if not self._settling:
            self._show_step()

    def _show_step(self) -> None:
        entry, workspace = self._entry(), self.ctx.workspace
        if entry is None or workspace is None:
            self.bar.show_step(None, None, 0)
            return
        from missionplanner.services import history

        try:
            obstacle = history.why_not_undone(workspace, (entry.id,))[entry.id]
            newest = history.next_undo(workspace)
        except MissionPlannerError as error:
            self.ctx.tell(error)
            return
        self.bar.show_step(entry, obstacle, int(newest is not None and newest.id > entry.id))

    def _undo_one(self) -> None:
        from missionplanner.services import history

        self._reverse(lambda ws, number: history.undo(ws, number), self.ctx.t("Undone: {step}"))

    def _redo_one(self) -> None:
        from missionplanner.services import history

        self._reverse(lambda ws, number: history.redo(ws, number), self.ctx.t("Done again: {step}"))

    def _reverse(self, step: Callable[[Workspace, int], Receipt], words: str) -> None:
        entry = self._entry()
        if entry is None:
            return
        receipt = self.ctx.run_edit(lambda ws: step(ws, entry.id))
        if receipt is not None:
            self.ctx.notices.say(words.format(step=self.ctx.t.say(receipt.label)), tone="info")
            self.ctx.mission.reread()

    def _ask_back(self) -> None:
        """Name the steps that would be undone, and ask."""
        entry, workspace = self._entry(), self.ctx.workspace
        if entry is None or workspace is None:
            return
        from missionplanner.gui.dialogs.question import Question

        t = self.ctx.t
        some = _in_force_since(workspace, entry.id)
        names = [f"• {t.say(one.label)}" for one in some[:_TOLD]]
        if len(some) > _TOLD:
            left = len(some) - _TOLD
            names.append(t.plural("and {count} more", "and {count} more", left))
        title = t.plural("Undo {count} step?", "Undo {count} steps?", len(some))
        about = t("All that was done since, in any mission, is taken back in order. Each can be done again.")
        Question(
            self.window(),
            title,
            "\n".join([about, "", *names]),
            t("Undo them"),
            t("Leave them"),
            lambda: self._go_back(entry.id),
        ).open()

    def _go_back(self, number: int) -> None:
        workspace = self.ctx.workspace
        if workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services import history

            undone = 0
            while (newest := history.next_undo(workspace)) is not None and newest.id >= number:
                progress.step(undone, 0)
                history.undo(workspace)
                undone += 1
            return undone

        t = self.ctx.t
        job = self.ctx.jobs.write(work, t("Undoing"), can_stop=True)
        job.done.connect(lambda count: self.ctx.notices.say(_told(self.ctx, count), tone="info"))
        job.failed.connect(self.ctx.tell_failure)

    # -- building ---------------------------------------------------------------------------------

    def _toolbar(self) -> QHBoxLayout:
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.search, 1)
        self._row.addStretch(0)
        self._scopes: Segments | None = None
        return self._row

    def _offer_scopes(self) -> None:
        """Offer this mission or everything, where a mission is open."""
        if self._scopes is not None:
            self._row.removeWidget(self._scopes)
            self._scopes.hide()
            self._scopes.deleteLater()
            self._scopes = None
        if self.ctx.mission.plan is None:
            return
        t = self.ctx.t
        scopes = {_MINE: t("This mission"), _ALL: t("Everything")}
        self._scopes = Segments("history_scope", t("Show"), scopes, self._scope)
        self._scopes.chosen.connect(self._take_scope)
        self._row.addWidget(self._scopes)

    def _take_scope(self, scope: object) -> None:
        self._scope = str(scope)
        self._reread()

    def _empty(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(picture(self.ctx.theme, "history", "text3", 40), 0, middle)
        self._none = label("", "title", name="history_none", wrap=True)
        self._none.setAlignment(middle)
        column.addWidget(self._none)
        self._clear = button(self.ctx.t("Clear the search"), "history_clear_search", look="link")
        self._clear.clicked.connect(self.search.clear)
        column.addWidget(self._clear, 0, middle)
        column.addStretch(3)
        return made


def _in_force_since(workspace: Workspace, number: int) -> list[Entry]:
    """Return the steps in force from an entry on, newest first."""
    from missionplanner.services import history

    found: list[Entry] = []
    before: int | None = None
    while page := history.page(workspace, before=before, count=200):
        found += [one for one in page if one.id >= number and one.undoable and not one.undone]
        before = page[-1].id
        if before <= number:
            break
    return found


def _told(ctx: Context, count: object) -> str:
    number = count if isinstance(count, int) else 0
    return ctx.t.plural("{count} step undone.", "{count} steps undone.", number)
