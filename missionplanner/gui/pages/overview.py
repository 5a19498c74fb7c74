"""Tell at one look how the open mission stands: how long until it leaves, what is ready, due, wrong, new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.checks.findings import Severity
from missionplanner.domain.missions.phases import Phase
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.missions import CARD
from missionplanner.gui.context import Context
from missionplanner.gui.countdown import countdown
from missionplanner.gui.mission_edits import MissionEdits
from missionplanner.gui.page import Page
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets import overview_cards as cards
from missionplanner.gui.widgets.basics import ActionButton, card, label, picture
from missionplanner.gui.widgets.phase_cards import BEFORE, ahead, next_card, phase_words, today_card
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.start_card import StartCard

if TYPE_CHECKING:
    from uuid import UUID

    from missionplanner.domain.checks.findings import Finding
    from missionplanner.domain.missions.readiness import Count
    from missionplanner.services.overview import Overview

_WIDEST = 1400
_PRIMARY = {
    Phase.UNDER_WAY: "today",
    Phase.CLOSING: "produce_report",
    Phase.FOLLOW_UP: "produce_report",
    Phase.OVER: "produce_report",
}
_ABOUT_TO = frozenset({Phase.PRINT, Phase.UNDER_WAY})
"""Phases in which tomorrow may be a day of the mission."""
_AFTER = frozenset({Phase.CLOSING, Phase.FOLLOW_UP, Phase.OVER})


_SAID_BY_PHASE = frozenset({"outcome_missing", "followup_overdue"})
"""Rules whose findings stand among what is next."""


def _matters(one: Finding, phase: Phase) -> bool:
    """Tell whether a finding is to be told: what does not fit in a programme that is over is of no use."""
    return one.rule not in _SAID_BY_PHASE and (phase not in _AFTER or one.severity is Severity.TO_DO)


def _links(phase: Phase) -> tuple[str, ...]:
    """Return the actions beside the countdown."""
    if phase is Phase.UNDER_WAY:
        return ("print_run_sheet", "agenda", "documents", "mission_details")
    if phase in _AFTER:
        return ("report", "documents", "mission_details")
    return ("agenda", "documents", "mission_details", "mission_branding")


class OverviewPage(Page):
    """Show a mission in cards. ``item_wanted`` carries the id of an item somebody wants to see on the agenda."""

    NAME = "overview"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self._edits = MissionEdits(ctx, self)
        self._found: Overview | None = None
        self._checked = False
        self._stale = True
        self._narrow = False
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = Scrolled("overview_area", ctx.t("Overview"))
        whole.addWidget(self._area)
        ctx.mission.changed.connect(self._hear)
        ctx.mission.checked.connect(self._hear_checks)
        ctx.hub.changed.connect(self._hear)
        self._show()

    def primary(self) -> str:
        """Return what the phase is about: to print before, the day while under way, the report afterwards."""
        plan, found = self.ctx.mission.plan, self._found
        if plan is None or not plan.items:
            return ""
        own = found is not None and found.plan.mission.id == plan.mission.id
        return _PRIMARY.get(found.stage.phase, "print_agenda") if found is not None and own else "print_agenda"

    def day(self) -> dt.date | None:
        """Return the day whose programme is in front, where the mission is under way or about to be."""
        plan = self.ctx.mission.plan
        if plan is None:
            return None
        _today, day, coming = ahead(plan, self.clock())
        return day if coming else None

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "mission_details": lambda: self._edits.details(self.ctx.mission.code),
            "mission_branding": lambda: self._edits.branding(self.ctx.mission.code),
        }

    def there(self) -> set[str]:
        return {CARD} if self.ctx.mission.plan is not None else set()

    def arrive(self) -> None:
        if self._stale:
            self._read()

    def take_focus(self) -> None:
        inside = self._area.widget()
        first = inside.findChild(ActionButton) if inside is not None else None
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def place(self) -> object:
        return self._area.place()

    def restore(self, place: object) -> None:
        if isinstance(place, int):
            self._area.return_to(place)

    # -- reading ----------------------------------------------------------------------------------

    def _hear(self, _receipt: object = None) -> None:
        self._stale = True
        self._checked = False
        if self.isVisible():
            self._later.start()

    def _hear_checks(self) -> None:
        self._checked = True
        if self.isVisible() and not self._stale:
            self._show()

    def _read(self) -> None:
        """Read how the mission stands, beside the window; what is shown stays until then."""
        workspace, code = self.ctx.workspace, self.ctx.mission.code
        if workspace is None or not code:
            self._found = None
            self._show()
            return
        self._stale = False
        now = self.clock()

        def work(_progress: Progress) -> object:
            from missionplanner.services import overview

            return overview.overview(workspace, code, now.astimezone().date(), now)

        job = self.ctx.jobs.read(work)
        job.done.connect(self._take)
        job.failed.connect(self._fail)

    def _take(self, found: object) -> None:
        self._found = cast("Overview", found)
        self._show()
        self.changed.emit()

    def _fail(self, error: BaseException) -> None:
        self._stale = True
        self.ctx.tell_failure(error)

    # -- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        scrolled = self._area.place()
        inside = QWidget()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(20, 16, 20, 20)
        middle = QWidget()
        middle.setMaximumWidth(roomy(_WIDEST))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        outer.addWidget(middle, 1)
        found = self._found
        mission = self.ctx.mission
        if found is None or mission.plan is None or found.plan.mission.id != mission.plan.mission.id:
            column.addWidget(label(self.ctx.t("Reading the mission…"), tone="quiet"))
        else:
            column.addWidget(self._hero(found))
            if found.plan.items:
                column.addLayout(self._cards(found))
            else:
                column.addWidget(self._beginning())
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.return_to(scrolled)

    def _hero(self, found: Overview) -> QFrame:
        t, mission, wording = self.ctx.t, found.plan.mission, self.ctx.wording
        _tone, when = countdown(t, mission.first_day, mission.last_day, found.today, mission.status)
        frame = card("hero")
        whole = QBoxLayout(self._direction(), frame)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        shown = when[:1].upper() + when[1:] if when else wording.mission_status(mission.status)[1]
        words.addWidget(label(shown, "display", name="countdown", wrap=True))
        cities = ", ".join(dict.fromkeys(one.city for one in found.plan.destinations if one.city))
        facts = wording.listed((wording.days(mission.first_day, mission.last_day), cities))
        words.addWidget(label(facts, tone="quiet", wrap=True))
        phase = phase_words(self.ctx, found)
        if phase and mission.status is not MissionStatus.CANCELLED:
            words.addWidget(label(phase, "small", tone="quiet", name="phase", wrap=True))
        whole.addLayout(words, 1)
        links = QHBoxLayout()
        links.setSpacing(8)
        for name in _links(found.stage.phase):
            if self.actions_[name].isVisible():
                links.addWidget(ActionButton(self.actions_[name], self.ctx.theme))
        links.addStretch(1 if self._narrow else 0)
        whole.addLayout(links)
        return frame

    def _cards(self, found: Overview) -> QBoxLayout:
        ctx, mission = self.ctx, self.ctx.mission
        both = QBoxLayout(self._direction())
        both.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, share in ((left, 6), (right, 5)):
            column.setSpacing(14)
            both.addLayout(column, 0 if self._narrow else share)
        phase, want = found.stage.phase, self.item_wanted.emit
        findings = mission.findings if self._checked or mission.findings else None
        if findings and phase not in BEFORE:
            findings = tuple(one for one in findings if _matters(one, phase))
        day = today_card(ctx, self.actions_, found.plan, self.clock(), want) if phase in _ABOUT_TO else None
        next_ = next_card(ctx, found, self._lead)
        for one in (day, next_):
            if one is not None:
                left.addWidget(one)
        if phase in BEFORE or phase is Phase.STOPPED:
            left.addWidget(cards.readiness_card(ctx, found, want))
        if findings or phase not in _AFTER:
            left.addWidget(cards.issues_card(ctx, found.plan, findings, want), 1)
        else:
            left.addStretch(1)
        right.addWidget(cards.deadlines_card(ctx, found, want, self._show_step))
        right.addWidget(cards.changes_card(ctx, found, self.actions_["history"]), 1)
        return both

    def _lead(self, one: Count) -> None:
        cast(Any, self.window()).commands.lead_to(one.key)  # pages know no other page

    def _show_step(self, step: UUID) -> None:
        cast(Any, self.window()).commands.show_step(step)

    def _beginning(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 40, 0, 24)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture(theme, "calendar-days", "accent", 48), 0, middle)
        column.addSpacing(6)
        column.addWidget(label(t("Let’s build the agenda"), "h1", name="beginning"), 0, middle)
        grows = t("What stands here grows with it: what is ready, what is due, what does not fit.")
        words = label(grows, tone="quiet", wrap=True)
        words.setAlignment(middle)
        column.addWidget(words)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for name, title, about in (
            ("new_item", t("Add the first item"), t("A visit, a meeting, a flight: what is known already.")),
            (
                "templates",
                t("Start from a template"),
                t("Days of visits, B2B or institutions, to be moved."),
            ),
            ("agenda", t("Open the agenda"), t("Draw items on the days, or paste a programme.")),
        ):
            one = StartCard(self.actions_[name], about, theme, title=title)
            one.setFixedWidth(roomy(228))
            one.setMinimumHeight(roomy(128))
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _direction(self) -> QBoxLayout.Direction:
        return QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
