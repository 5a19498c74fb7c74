"""Show the day under way: what each group does now and next, what a delay does; keep what happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.domain.clock import local
from missionplanner.domain.live_day import Lane, Moment, may_be_late, now_and_next
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.results.roll_call import SIGNED
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.today import ITEM, MOMENT
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.page import Page
from missionplanner.gui.results.meet_dialog import MeetDialog
from missionplanner.gui.theme import roomy
from missionplanner.gui.today.capture import Capture
from missionplanner.gui.today.lane_card import LaneCard
from missionplanner.gui.today.late_dialog import LateDialog
from missionplanner.gui.today.moment_bar import MomentBar
from missionplanner.gui.today.note_dialog import NoteDialog
from missionplanner.gui.today.words import DayWords
from missionplanner.gui.widgets.basics import ActionButton, fit_words
from missionplanner.gui.widgets.flow import Columns
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.services.results import attendance
from missionplanner.services.results.contacts_made import Met

_TICK = 20_000
"""Milliseconds between two looks at the clock."""
_CAPTURE = ("today_present", "today_note", "today_contact", "today_card", "today_photos", "print_run_sheet")


class TodayPage(Page):
    """Show one moment of the mission. ``clock`` returns the moment it is, in UTC."""

    NAME = "today"
    PRIMARY = "today_late"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self.lanes: tuple[Lane, ...] = ()
        self.cards: list[LaneCard] = []
        self._shown: object = None
        self.bar = MomentBar(ctx)
        self.capture = Capture(self, ctx, lambda: (self.clock(), self.item_now()))
        self.capture.noted.connect(self.note)
        self.setAcceptDrops(True)
        self.nothing = Nothing(ctx, "today_nothing", "sun")
        self._buttons = [ActionButton(actions[name], ctx.theme, look="flat") for name in _CAPTURE]
        self._build()
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self.refresh)
        self.bar.changed.connect(self.refresh)
        ctx.mission.changed.connect(self._hear)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        found, plan = self.ctx.mission.heading(), self.ctx.mission.plan
        if plan is None:
            return found
        there = self.day() or plan.mission.first_day
        number = plan.days.index(there) + 1 if there in plan.days else 0
        day = self.ctx.t("Day {number} of {count}", number=number, count=len(plan.days)) if number else ""
        facts = self.ctx.wording.listed((self.ctx.wording.full_day(there), day))
        return Heading(found.title, facts, found.status, found.tone)

    def primary(self) -> str:
        return self.PRIMARY if self.lanes else ""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "today_late": lambda: self.ask_late(None),
            "today_present": self.all_present,
            "today_note": lambda: self.note(),
            "today_contact": self.met,
            "today_card": self.capture.ask_card,
            "today_photos": self.capture.ask_photos,
            "today_paste": self.capture.paste,
        }

    def there(self) -> set[str]:
        met = {MOMENT} if self.lanes else set()
        return met | ({ITEM} if self._signed() is not None else set())

    def day(self) -> dt.date | None:
        plan, moment = self.ctx.mission.plan, self.moment()
        if plan is None:
            return None
        return local(moment, day_zone(plan, local(moment, plan.mission.zone).date())).date()

    def regions(self) -> list[QWidget]:
        return [self.bar, self._area if self.lanes else self.nothing]

    def take_focus(self) -> None:
        self.bar.day.setFocus()

    def arrive(self) -> None:
        self.refresh()

    def place(self) -> object:
        return self.bar.day.currentIndex(), self._area.place()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 2:
            self.bar.day.setCurrentIndex(min(int(place[0]), self.bar.day.count() - 1))
            self._area.return_to(place[1])

    # -- what is on -------------------------------------------------------------------------------

    def moment(self) -> dt.datetime:
        """Return the moment that is looked at."""
        plan, now = self.ctx.mission.plan, self.clock()
        return self.bar.moment(plan, now) if plan is not None else now

    def item_now(self) -> UUID | None:
        """Return the item that is on now, the first of several; else the one that comes next."""
        moments = [
            *(one for lane in self.lanes for one in lane.now),
            *(one for lane in self.lanes for one in lane.next),
        ]
        return next((one.item.id for one in moments if one.item is not None), None)

    def leg_now(self) -> UUID | None:
        """Return the leg without a row that somebody is on now, else the one that comes next."""
        moments = [one for give in ("now", "next") for lane in self.lanes for one in getattr(lane, give)]
        return next((one.leg.id for one in moments if one.item is None and one.leg is not None), None)

    def _signed(self) -> UUID | None:
        """Return the item on now whose attendance is noted."""
        items = (one.item for lane in self.lanes for one in lane.now)
        return next((one.id for one in items if one is not None and one.kind in SIGNED), None)

    # -- deeds ------------------------------------------------------------------------------------

    def ask_late(self, item: UUID | None) -> None:
        """Ask how late something of the day is."""
        plan = self.ctx.mission.plan
        if plan is None:
            return
        first, t = item or self.item_now() or self.leg_now(), self.ctx.t
        there = plan.item(first) or plan.leg(first)
        day = there.date if there is not None else None
        some = [one.id for one in may_be_late(plan, day)] if day is not None else []
        if item is None and first not in some:
            first = some[0] if some else None
        if first is None or first not in some:
            self.ctx.notices.say(t("Nothing is on that could be late."), tone="info")
            return
        begun = any(first in _ids(one) for lane in self.lanes for one in lane.now)
        dialog = LateDialog(self.window(), self.ctx, some, first, begun=begun)
        dialog.run_sheet_wanted.connect(lambda: self.print_day(day))
        dialog.open()

    def print_day(self, day: dt.date | None) -> None:
        """Show the run sheet of a day as it will be printed; coming back, one looks at that day."""
        if day is not None and day != self.day():
            self.bar.show_day(day)
        self.actions_["print_run_sheet"].trigger()

    def all_present(self) -> None:
        """Note that all who are expected at what is on now are there."""
        item, plan = self._signed(), self.ctx.mission.plan
        if item is None or plan is None:
            return
        receipt = self.ctx.run_edit(lambda ws: attendance.everybody(ws, item))
        if receipt is not None:
            title = DayWords(self.ctx.t, self.ctx.wording, plan).of(item, None)
            self.ctx.told_with_undo(self.ctx.t("“{title}”: all present.", title=title))

    def note(self, text: str = "") -> None:
        """Jot something down about what is on now; ``text`` is there already."""
        plan = self.ctx.mission.plan
        if plan is not None:
            form = NoteDialog(self.window(), self.ctx, plan.mission.id, self.item_now(), self.clock())
            form.text.setPlainText(text)
            form.open()

    def met(self) -> None:
        """Ask who was met at what is on now."""
        plan = self.ctx.mission.plan
        if plan is not None:
            met = Met(item_id=self.item_now(), date=self.day())
            MeetDialog(self.window(), self.ctx, plan, met).open()

    # -- showing ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the moment; cards are made anew only where something of them is other."""
        plan = self.ctx.mission.plan
        if plan is None:
            return
        self.bar.fill(plan, self.clock())
        moment = self.moment()
        self.bar.tell(plan, moment)
        now = (plan, moment.replace(second=0, microsecond=0))
        if now != self._shown:
            self._shown = now
            self._deal(plan, moment)
        self.changed.emit()

    def _deal(self, plan: MissionPlan, moment: dt.datetime) -> None:
        found = now_and_next(plan, moment).groups
        self.lanes = tuple(one for one in found if one.now or one.next or one.loose)
        words = DayWords(self.ctx.t, self.ctx.wording, plan)
        inside = QWidget()
        inside.setObjectName("today_lanes")
        flow = Columns(inside, narrowest=roomy(330), widest=10_000, gap=12)
        self.cards = []
        for number, lane in enumerate(self.lanes):
            card = LaneCard(self.ctx, words, lane, moment, number)
            card.late.connect(self.ask_late)
            card.item_wanted.connect(self.item_wanted)
            flow.addWidget(card)
            self.cards.append(card)
        self._area.setWidget(inside)
        self._stack.setCurrentIndex(0 if self.lanes else 1)
        if not self.lanes:
            t = self.ctx.t
            go = (t("Open the agenda"), "today_agenda", "calendar-days", self.actions_["agenda"].trigger)
            hint = t("Choose another day above, or look at the agenda.")
            self.nothing.tell(t("Nothing is on from this moment on"), hint, [go])

    def _hear(self) -> None:
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        fit_words(self._capture, self._buttons, self.width() - 32)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.capture.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.capture.take(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._ticking.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(self.bar)
        capture = self._capture = QHBoxLayout()
        capture.setSpacing(6)
        for one in self._buttons:
            capture.addWidget(one)
        capture.addStretch(1)
        whole.addLayout(capture)
        self._area = Scrolled("today_area", self.ctx.t("Now and next"))
        ground = QWidget()
        self._stack = QStackedLayout(ground)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.nothing)
        whole.addWidget(ground, 1)


def _ids(one: Moment) -> set[UUID]:
    """Return the ids of what is on: of its item, or of its leg."""
    return {some.id for some in (one.item, one.leg) if some is not None}
