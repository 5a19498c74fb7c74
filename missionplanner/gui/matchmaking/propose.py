"""Ask how a B2B timetable is to be looked for, show the best so far, then what it would be: accept or discard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.typed_amounts import number_of
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, line
from missionplanner.gui.jobs import Job
from missionplanner.gui.matchmaking.propose_told import Told
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.base.progress import Progress
    from missionplanner.domain.meetings.session import Session
    from missionplanner.services.matchmaking.proposing import Glimpse, Proposal
    from missionplanner.services.workspace import Workspace

WIDTH, HEIGHT = 640, 560
NEW, KEEP = "new", "keep"
SECONDS, MOST_SECONDS = 10, 600
SEED = 1


class _Teller(QObject):
    """Carry what is found in the worker's thread over to the window's."""

    glimpsed = Signal(object)


class ProposeDialog(QDialog):
    """Go through three steps: how, meanwhile, and the result. ``taken_over`` is called once it is taken over."""

    def __init__(self, parent: QWidget, ctx: Context, session: Session, taken_over: Callable[[], object]) -> None:
        super().__init__(parent)
        t = ctx.t
        self._ctx, self._session, self._taken_over = ctx, session, taken_over
        self._job: Job | None = None
        self._stopping = False
        self.told: Told | None = None
        """What was found, on screen; None while nothing was."""
        self.setObjectName("propose_dialog")
        self.setWindowTitle(t("Propose a timetable"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._teller = _Teller()
        self._teller.glimpsed.connect(self._show_glimpse)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._asking())
        self._stack.addWidget(self._meanwhile())
        self._build()
        window = parent.window()
        self.resize(min(roomy(WIDTH), window.width() - 40), min(roomy(HEIGHT), window.height() - 40))
        self.segments.setFocus()

    @property
    def proposal(self) -> Proposal | None:
        """Return what was found, None while nothing was."""
        return self.told.proposal if self.told is not None else None

    # -- how --------------------------------------------------------------------------------------

    def _asking(self) -> QWidget:
        t, session, made = self._ctx.t, self._session, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self._facts(), "body", tone="quiet", name="propose_facts", wrap=True))
        there = bool(session.placed)
        words = {KEEP: t("Change as little as can be"), NEW: t("Make it anew")}
        self.segments = Segments("propose_mode", t("How"), words, KEEP if there else NEW)
        self.segments.setEnabled(there)
        self.segments.chosen.connect(lambda _mode: self._explain())
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        column.addLayout(top)
        self._why = label("", "small", tone="quiet", name="propose_why", wrap=True)
        column.addWidget(self._why)
        self._seconds = line(str(SECONDS))
        self.seconds = Field("seconds", t("Search for so many seconds"), self._seconds)
        self._seed = line(str(SEED))
        self.seed = Field("seed", t("Number the search begins with"), self._seed)
        self._prove = Check(t("Prove that nothing better exists (takes longer)"), self._ctx.theme)
        self._prove.setObjectName("propose_prove")
        row = QHBoxLayout()
        row.addWidget(self.seconds, 1)
        row.addStretch(1)
        column.addLayout(row)
        self._more = button(t("More"), "propose_more", look="link")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        under = QHBoxLayout()
        under.addWidget(self._more)
        under.addStretch(1)
        column.addLayout(under)
        column.addWidget(self._prove)
        last = QHBoxLayout()
        last.addWidget(self.seed, 1)
        last.addStretch(1)
        column.addLayout(last)
        self._seed_hint = label(
            t("The same number gives the same timetable again; another one begins elsewhere."),
            "small",
            tone="quiet",
            wrap=True,
        )
        column.addWidget(self._seed_hint)
        column.addStretch(1)
        self._show_more(False)
        self._explain()
        return made

    def choose(self, mode: str) -> None:
        """Choose how free the search is, where there is a timetable to keep."""
        if self.segments.isEnabled():
            self.segments.choose(mode)
            self._explain()

    def type_seconds(self, seconds: int) -> None:
        """Say how long is searched."""
        self._seconds.setText(str(seconds))

    def _facts(self) -> str:
        from missionplanner.domain.meetings.wishes import pairs

        t, session = self._ctx.t, self._session
        wished = sum(one.wish is not None for one in pairs(session))
        locked = sum(bool(one.locked) for one in session.placed)
        return self._ctx.wording.listed(
            (
                t.plural("{count} participant", "{count} participants", len(session.participants)),
                t.plural("{count} pair to meet", "{count} pairs to meet", wished),
                t.plural("{count} slot", "{count} slots", len(session.slots)),
                t.plural("{count} table", "{count} tables", len(session.tables)),
                t.plural("{count} locked", "{count} locked", locked) if locked else "",
            )
        )

    def _explain(self) -> None:
        t = self._ctx.t
        self._why.setText(
            t("Meetings stay where they are as far as can be; wishes that wait get a place.")
            if self.segments.value() == KEEP
            else t(
                "All meetings may move but the locked ones and those that were held: fewest breaks for everybody."
            )
        )
        self._prove.setEnabled(self.segments.value() == NEW)

    def _show_more(self, on: bool) -> None:
        from missionplanner.services.matchmaking import proposing

        for one in (self.seed, self._seed_hint):
            one.setVisible(on)
        self._prove.setVisible(on and proposing.can_prove())
        self._more.setText(self._ctx.t("Less") if on else self._ctx.t("More"))
        self._more.setAccessibleName(self._more.text())

    # -- meanwhile --------------------------------------------------------------------------------

    def _meanwhile(self) -> QWidget:
        t, made = self._ctx.t, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addStretch(2)
        self.bar = QProgressBar()
        self.bar.setObjectName("propose_bar")
        self.bar.setAccessibleName(t("Progress of the search"))
        self.bar.setTextVisible(False)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(label(t("Best so far"), "label", tone="quiet"), 0, middle)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        self._glimpses = []
        names = (t("Wishes not served"), t("Breaks"), t("Slots of waiting"))
        for place, words in enumerate(names):
            number = label("–", "display", name=f"glimpse_{place}")
            self._glimpses.append(number)
            grid.addWidget(number, 0, place, middle)
            grid.addWidget(label(words, "small", tone="quiet"), 1, place, middle)
        column.addLayout(grid)
        column.addWidget(self.bar)
        hint = t("Stop whenever you like: the best timetable found until then is shown.")
        told = label(hint, "small", tone="quiet", name="propose_hint", wrap=True)
        told.setAlignment(middle)
        column.addWidget(told)
        column.addStretch(3)
        return made

    def show_search(self, found: Glimpse) -> None:
        """Show the search under way with the best so far."""
        self._show_step(1)
        self._show_glimpse(found)

    def _show_glimpse(self, found: Glimpse) -> None:
        for one, figure in zip(self._glimpses, (found.unserved, found.breaks, found.idle), strict=True):
            one.setText(str(figure))

    def _step(self, done: int, total: int, _text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    # -- the search -------------------------------------------------------------------------------

    def search(self) -> None:
        """Look for a timetable beside the window."""
        workspace, code, session = self._ctx.workspace, self._ctx.mission.code, self._session.id
        for field in (self.seconds, self.seed):
            field.refuse("")
        self._fault.hide()
        self._stopped.hide()
        try:
            seconds, seed = self._number("seconds", 1, MOST_SECONDS), self._number("seed", 0, 2**31)
        except Invalid as error:
            field = {"seconds": self.seconds, "seed": self.seed}[error.field or "seconds"]
            field.refuse(self._ctx.t.say(error))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if workspace is None:
            return
        mode = str(self.segments.value())
        prove, told = self._prove.isChecked() and mode == NEW, self._teller.glimpsed

        def work(progress: Progress) -> object:
            from missionplanner.services.matchmaking import proposing

            return proposing.propose(
                workspace,
                code,
                session,
                seconds=seconds,
                seed=seed,
                mode=mode,
                prove=prove,
                progress=progress,
                seen=told.emit,
            )

        self._begin(self._ctx.jobs.read(work))

    def _begin(self, job: Job) -> None:
        self._job, self._stopping = job, False
        self.bar.setRange(0, 0)
        for one in self._glimpses:
            one.setText("–")
        self._show_step(1)
        job.progressed.connect(self._step)
        job.done.connect(self._take)
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._tell_stopped)

    def _number(self, name: str, least: int, most: int) -> int:
        typed = {"seconds": self._seconds, "seed": self._seed}[name]
        found = number_of(typed.text(), name)
        if found is None or not least <= found <= most:
            raise Invalid(N_("Type a number from {least} to {most}."), field=name, least=least, most=most)
        return found

    def _take(self, found: object) -> None:
        """Show what was found."""
        proposal = cast("Proposal", found)
        self._job = None
        if self.told is not None:
            self._stack.removeWidget(self.told)
            self.told.deleteLater()
        self.told = Told(self._ctx, proposal)
        self._stack.addWidget(self.told)
        self._show_step(2)
        self._ctx.say_aloud(self, ". ".join(self.told.verdict()[1:]))

    def _refuse(self, error: BaseException) -> None:
        self._back()
        if not isinstance(error, MissionPlannerError):
            self._ctx.tell_failure(error)
            self.reject()
            return
        self._fault.setText(self._ctx.t.say(error))
        self._fault.show()

    def _tell_stopped(self) -> None:
        """Say that the search ended before anything was found, and that nothing came of it."""
        self._back()
        words = self._ctx.t("Stopped, as you asked. Nothing was changed.")
        self._stopped.setText(words)
        self._stopped.show()
        self._ctx.say_aloud(self, words)

    def _back(self) -> None:
        self._job = None
        self._show_step(0)

    def stop(self) -> None:
        """Stop the search and show the best found so far; back to the questions where there is nothing yet."""
        if self._job is not None and not self._stopping:
            self._stopping = True
            self._cancel.setText(self._ctx.t("Stopping…"))
            self._cancel.setAccessibleName(self._cancel.text())
            self._cancel.setEnabled(False)
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ctx.say_aloud(self, self._cancel.text())
            self._job.cancel()

    def take_over(self) -> None:
        """Take the proposed timetable over as one step."""
        workspace, proposal, t = self._ctx.workspace, self.proposal, self._ctx.t
        if workspace is None or proposal is None:
            return
        try:
            accept(workspace, proposal)
        except MissionPlannerError as error:
            self._fault.setText(t.say(error))
            self._fault.show()
            return
        self.accept()
        self._ctx.told_with_undo(t("Timetable taken over."))
        self._taken_over()

    def reject(self) -> None:
        """Stop a search that is under way; leave where there is none, or it is stopped already."""
        if self._job is not None and not self._stopping:
            self.stop()
        else:
            super().reject()

    # -- building ---------------------------------------------------------------------------------

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        t, proposal = self._ctx.t, self.proposal
        self._go.setVisible(step == 0)
        self._again.setVisible(step == 2)
        self._done.setVisible(step == 2)
        self._done.setEnabled(proposal is not None and not proposal.is_the_same)
        self._cancel.setText(t("Discard") if step == 2 else t("Stop the search") if step == 1 else t("Cancel"))
        self._cancel.setAccessibleName(self._cancel.text())
        self._cancel.setEnabled(True)
        chosen = self._go if step == 0 else self._done if self._done.isEnabled() else self._again
        chosen.setDefault(True)
        (chosen if step != 1 else self._cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        t = self._ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(t("Propose a timetable"), "h1", name="propose_title"))
        column.addWidget(self._stack, 1)
        self._fault = label("", "small", tone="danger", name="propose_fault", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        self._stopped = label("", "small", tone="quiet", name="propose_stopped", wrap=True)
        self._stopped.hide()
        column.addWidget(self._stopped)
        self._cancel = self._button(t("Cancel"), "propose_cancel", self.reject)
        self._again = self._button(t("Search again…"), "propose_again", self._back)
        self._go = self._button(t("Search"), "propose_search", self.search, look="primary")
        self._done = self._button(t("Take it over"), "propose_accept", self.take_over, look="primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._again)
        row.addStretch(1)
        for one in (self._cancel, self._go, self._done):
            row.addWidget(one)
        column.addLayout(row)
        self._show_step(0)

    @staticmethod
    def _button(words: str, name: str, do: Callable[[], object], look: str = "") -> QPushButton:
        made = button(words, name, look=look)
        made.clicked.connect(lambda _checked=False: do())
        return made


def accept(workspace: Workspace, proposal: Proposal) -> None:
    """Store a proposed timetable. Raises Stale where the session has changed since."""
    from missionplanner.services.matchmaking import proposing

    proposing.accept(workspace, proposal)
