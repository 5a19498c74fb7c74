"""Ask how late one is, show what that does and how it is mended, and do it as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.live_day import Cascade, calls_for
from missionplanner.domain.programme.timing import item_times, leg_times
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.jobs import while_there
from missionplanner.gui.theme import roomy
from missionplanner.gui.today.words import DayWords
from missionplanner.gui.widgets.basics import button, label
from missionplanner.services.results import live_day

_PAUSE = 200
"""Milliseconds without a key before a delay is worked out."""
_USUAL = "15"


class LateDialog(FormDialog):
    """Foresee a delay of one of some items and legs; nothing is changed until it is applied.

    ``run_sheet_wanted`` tells that the changed day is to be printed.
    """

    run_sheet_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        items: Iterable[UUID],
        first: UUID,
        *,
        begun: bool = False,
    ) -> None:
        plan = ctx.mission.plan
        assert plan is not None, "items are of the mission on screen"
        t = ctx.t
        super().__init__(parent, t, t("Running late"), t("Change the programme"))
        self.setObjectName("late_dialog")
        self._ctx, self._plan = ctx, plan
        self._words = DayWords(t, ctx.wording, plan)
        self._found: Cascade | None = None
        self._asked = 0
        entries: dict[str, object] = {}
        for one in items:
            item, leg = plan.item(one), plan.leg(one)
            times = (
                item_times(plan, item) if item is not None else leg_times(plan, leg) if leg is not None else None
            )
            start = f"{times.start:%H:%M} " if times is not None and times.start is not None else ""
            entries.setdefault(f"{start}{self._words.of(one, one)}", one)
        self.item = choice(entries, first, ctx.theme)
        self.minutes = line(_USUAL, "15")
        self.overrun = Check(t("It began on time and only ends late"), ctx.theme)
        self.overrun.setObjectName("late_overrun")
        self.overrun.setChecked(begun)
        self.sheet = Check(t("Then show the new run sheet of the day"), ctx.theme)
        self.sheet.setObjectName("late_sheet")
        self._told = QWidget()
        self._told.setObjectName("late_told")
        self._lines = QVBoxLayout(self._told)
        self._lines.setContentsMargins(0, 4, 0, 0)
        self._lines.setSpacing(5)
        self.copy = button(t("Copy the call sheet"), "late_copy", look="link")
        self.copy.clicked.connect(self.copy_calls)
        self.add_row(Field("late_item", t("What is late"), self.item))
        self.add_row(Field("minutes", t("Minutes"), self.minutes))
        self.body.addWidget(self.overrun)
        self.body.addWidget(self._told)
        self.body.addWidget(self.sheet)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.item.currentIndexChanged.connect(lambda _place: self._soon.start())
        self.minutes.textChanged.connect(lambda _text: self._soon.start())
        self.overrun.toggled.connect(lambda _on: self._soon.start())
        self.finish_with(self._apply)
        self.minutes.setFocus()
        self.minutes.selectAll()
        self._show(None)
        self._look()

    @property
    def found(self) -> Cascade | None:
        """Return what was worked out last, None while nothing is."""
        return self._found

    def copy_calls(self) -> None:
        """Put whom to ring and what to say on the clipboard."""
        if self._found is not None:
            QGuiApplication.clipboard().setText(self._words.call_sheet(calls_for(self._plan, self._found)))
            self._ctx.notices.say(self.t("The call sheet is on the clipboard: paste it into a message."))

    def _wanted(self) -> tuple[UUID, int, bool]:
        text = self.minutes.text().strip()
        if not text.isdecimal():
            raise Invalid(N_("“{text}” is not a whole number."), field="minutes", text=text)
        return self.item.chosen(), int(text), self.overrun.isChecked()

    def _look(self) -> None:
        """Work the delay out beside the window."""
        self._asked += 1
        number, plan = self._asked, self._plan
        try:
            item, minutes, overrun = self._wanted()
        except MissionPlannerError:
            self._show(None)
            return

        def work(_progress: Progress) -> object:
            return live_day.foresee(plan, item, minutes, overrun=overrun)

        def take(found: Cascade) -> None:
            if number == self._asked:
                self.fields["minutes"].refuse("")
                self._show(found)

        def refuse(error: BaseException) -> None:
            if number == self._asked:
                self._show(None)
                if isinstance(error, MissionPlannerError):
                    self.fields["minutes"].refuse(self.t.say(error))

        job = self._ctx.jobs.read(work)
        job.done.connect(while_there(self, take))
        job.failed.connect(while_there(self, refuse))

    def _show(self, found: Cascade | None) -> None:
        """Tell who is late, what is proposed, what stays wrong and whom to ring."""
        t, words = self.t, self._words
        self._found = found
        while (old := self._lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        calls = calls_for(self._plan, found) if found is not None else ()
        self.copy.setVisible(bool(calls))
        self.sheet.setVisible(found is not None and bool(found.changes))
        self.done_button.setEnabled(found is not None and bool(found.changes))
        if found is None:
            return
        sections: tuple[tuple[str, Callable[[], Iterable[str]], str], ...] = (
            (t("If nothing is done"), lambda: words.late(found), ""),
            (t("Proposal"), lambda: words.repairs(found), ""),
            (t("What stays wrong"), lambda: words.left(found), "danger"),
            (t("Whom to ring"), lambda: (f"{words.call(one)}\n{words.tell(one)}" for one in calls), ""),
        )
        for title, give, tone in sections:
            lines = list(give())
            if lines:
                self._put(label(title, "strong"))
            for one in lines:
                self._put(label(one, "body", tone=tone, wrap=True))
        if not found.changes:
            self._put(label(t("The programme can stay as it is."), "body", tone="quiet", wrap=True))
        QTimer.singleShot(0, self, self.order_tabs)  # what was hidden had no place in it

    def _put(self, one: QLabel) -> None:
        width = roomy(FIELD_WIDTH)
        one.setFixedWidth(width)
        if one.wordWrap():  # else the form gives it the height it would have if it were as wide as it liked
            one.setMinimumHeight(one.heightForWidth(width))
        self._lines.addWidget(one)

    def _apply(self) -> None:
        found, workspace = self._found, self._ctx.workspace
        if found is None or workspace is None or self._wanted() != (found.cause_id, found.minutes, found.overrun):
            raise Invalid(N_("Wait until the delay is worked out."), field="minutes")
        live_day.apply(workspace, found)
        self._ctx.told_with_undo(self.t("The programme was changed."))
        if self.sheet.isChecked():
            self.run_sheet_wanted.emit()
