"""Tell at one look how the open mission stands: how long until it leaves, what is ready, due, wrong, new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.missions import CARD
from missionplanner.gui.context import Context
from missionplanner.gui.countdown import countdown
from missionplanner.gui.mission_edits import MissionEdits
from missionplanner.gui.page import Page
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets import overview_cards as cards
from missionplanner.gui.widgets.basics import ActionButton, card, label, picture
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.start_card import StartCard

if TYPE_CHECKING:
    from missionplanner.services.overview import Overview

_WIDEST = 1400


class OverviewPage(Page):
    """Show a mission in cards. ``item_wanted`` carries the id of an item somebody wants to see on the agenda."""

    NAME = "overview"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
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
        plan = self.ctx.mission.plan
        return "print_agenda" if plan is not None and plan.items else ""

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

        def work(_progress: Progress) -> object:
            from missionplanner.services import overview

            return overview.overview(workspace, code, dt.date.today())

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
        whole.addLayout(words, 1)
        links = QHBoxLayout()
        links.setSpacing(8)
        for name in ("agenda", "documents", "mission_details", "mission_branding"):
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
        findings = mission.findings if self._checked or mission.findings else None
        left.addWidget(cards.readiness_card(ctx, found, self.item_wanted.emit))
        left.addWidget(cards.issues_card(ctx, found.plan, findings, self.item_wanted.emit), 1)
        right.addWidget(cards.deadlines_card(ctx, found, self.item_wanted.emit))
        right.addWidget(cards.changes_card(ctx, found, self.actions_["history"]), 1)
        return both

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
