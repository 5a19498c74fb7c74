"""Show the B2B sessions of the open mission: who takes part, who asked for whom, who meets when, each round."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions, matchmaking, meetings
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.actions.matchmaking import SESSION
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.deeds import SessionDeeds
from missionplanner.gui.matchmaking.participants import ParticipantsView
from missionplanner.gui.matchmaking.session_chooser import SessionChooser
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.matchmaking.wishes import WishesView
from missionplanner.gui.matrix.nothing import Nothing, Start
from missionplanner.gui.page import Page
from missionplanner.gui.parts import Part, Parts
from missionplanner.gui.widgets.basics import ActionButton
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

PARTICIPANTS, WISHES, TIMETABLE, TIMES, ROUND = "participants", "wishes", "timetable", "times", "round"
PARTS: dict[str, str] = {
    PARTICIPANTS: N_("Participants"),
    WISHES: N_("Wishes"),
    TIMETABLE: N_("Timetable"),
    TIMES: N_("By participant"),
    ROUND: N_("Live round"),
}
PLUGGED = {
    TIMETABLE: ("missionplanner.gui.matchmaking.timetable", "TimetableView"),
    TIMES: ("missionplanner.gui.matchmaking.by_participant", "ParticipantsTimes"),
    ROUND: ("missionplanner.gui.matchmaking.round", "RoundView"),
}
"""Parts that are told which session to show: module and class of each; made when first looked at."""
OF_PARTS = tuple(spec.name for spec in (*matchmaking.SPECS, *meetings.SPECS) if spec.local)
"""Actions of what one part shows; they need something chosen there."""
MOST_OFFERED = 2
"""How many items of the programme are offered to begin with."""


class B2BPage(Page):
    """Show one part of one session at a time."""

    NAME = "b2b"
    PRIMARY = "b2b_propose"
    EXPORTS = ("meetings", "timetable", "participants", "wishes")

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self.session = ShownSession(ctx, self)
        self._deeds = SessionDeeds(ctx, self, self.session)
        self._parts = Parts(self._part_made, PARTICIPANTS)
        there = {name: word for name, word in PARTS.items() if name not in PLUGGED or _is_there(name)}
        self._names = list(there)
        words = {name: ctx.t(word) for name, word in there.items()}
        self.segments = Segments("b2b_part", ctx.t("Part of the B2B session"), words, PARTICIPANTS)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self.chooser = SessionChooser(ctx, self.session, self)
        self.nothing = Nothing(ctx, "b2b_nothing", "messages-square")
        self._build()
        self.session.switched.connect(self._switch)
        self.session.changed.connect(self._follow)
        self._deeds.part_wanted.connect(self.show_part)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        found = self.ctx.mission.heading()
        facts = self.part.count_words() if self._has_session else ""
        return Heading(found.title, facts, found.status, found.tone)

    def primary(self) -> str:
        return self.PRIMARY if self._has_session else "b2b_new"

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        of_parts = {name: partial(self._in_part, name) for name in OF_PARTS}
        shown = self.part.deeds() if self._has_session else {}
        return {**of_parts, **shown, **self._deeds.all()}

    def there(self) -> set[str]:
        return {SESSION, *self.part.there()} if self._has_session else set()

    def regions(self) -> list[QWidget]:
        return [self._head, *self.part.regions()] if self._has_session else [self.nothing]

    def take_focus(self) -> None:
        (self.part if self._has_session else self.nothing).take_focus()

    def arrive(self) -> None:
        self.session.follow()
        self._follow()
        self._deeds.direct_imports(there=True)
        if self._has_session:
            self.show_part(self._parts.name)

    def place(self) -> object:
        return self.session.id, self._parts.name, self.part.place() if self._has_session else None

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3 and place[1] in self._names and self._has_session:
            if isinstance(place[0], UUID) and any(one.id == place[0] for one in self.session.all):
                self.session.show(place[0])
            self.show_part(str(place[1]))
            self.part.restore(place[2])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        if self._has_session:
            self.part.follow_reversal(receipt, step)

    def set_narrow(self, narrow: bool) -> None:
        self._parts.set_narrow(narrow)

    # -- parts ------------------------------------------------------------------------------------

    def _in_part(self, name: str) -> None:
        """Do with what is chosen what the part on screen does."""
        deed = self.part.deeds().get(name) if self._has_session else None
        if deed is not None:
            deed()

    @property
    def _has_session(self) -> bool:
        return self.session.session is not None

    @property
    def part(self) -> Part:
        """Return the part on screen."""
        return self._parts.part

    def part_of(self, name: str) -> Part:
        """Return a part by its name, made when it is first wanted."""
        return self._parts.of(name)

    def _part_made(self, name: str) -> Part:
        made = self._made(name)
        made.changed.connect(self.changed)
        return made

    def _made(self, name: str) -> Part:
        own = {PARTICIPANTS: ParticipantsView, WISHES: WishesView}
        if name in own:
            return own[name](self.ctx, self.actions_, self.session)
        module, kind = PLUGGED[name]
        made: Any = getattr(importlib.import_module(module), kind)(self.ctx, self.actions_)
        made.show_session(self.session.id)
        self.session.switched.connect(lambda: made.show_session(self.session.id))
        return cast(Part, made)

    def show_part(self, name: str) -> None:
        """Show another part, where it is there."""
        if name not in self._names:
            return
        with self.segments.moving_to(name):
            self._parts.show_part(name)
        self._print.setVisible(name in (TIMETABLE, TIMES))
        self.changed.emit()

    # -- following --------------------------------------------------------------------------------

    def _switch(self) -> None:
        """Show another session; the part on screen reads it anew."""
        if self.isVisible():
            self._deeds.direct_imports(there=True)
            if self._has_session:
                self.part.arrive()

    def _follow(self) -> None:
        """Show what there is: the session, or how to begin one."""
        self._head.setVisible(self._has_session)
        self._parts.setVisible(self._has_session)
        self.nothing.setVisible(not self._has_session)
        if not self._has_session:
            self._tell_nothing()
        self.changed.emit()

    def _tell_nothing(self) -> None:
        t = self.ctx.t
        starts: list[Start] = [
            (
                t("From “{title}”", title=title),
                f"b2b_from_{number}",
                "calendar-plus",
                partial(self._deeds.begin, one),
            )
            for number, (one, title) in enumerate(self._deeds.free_items()[:MOST_OFFERED])
        ]
        hours = t("From hours of its own") if starts else t("New B2B session")
        starts.append((hours, "b2b_from_hours", "clock", self._deeds.new))
        starts.append((t("Import wishes"), "b2b_from_wishes", "file-input", self._deeds.import_wishes))
        hint = t("Say who takes part and who wants to meet whom; the timetable is proposed from that.")
        self.nothing.tell(t("No B2B session yet"), hint, starts)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        beside = self.segments.sizeHint().width() + self._print.sizeHint().width()
        self.chooser.set_room(self.width() - beside)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        if self._has_session:
            self.part.leave()
        self._deeds.direct_imports(there=False)
        super().hideEvent(event)

    def _build(self) -> None:
        self._head = QWidget()
        self._head.setObjectName("b2b_head")
        self._head.setAccessibleName(self.ctx.t("Session and its parts"))
        self._head.setFocusProxy(self.segments)
        top = QHBoxLayout(self._head)
        top.setContentsMargins(16, 12, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.segments)
        top.addStretch(1)
        self._print = ActionButton(self.actions_["print_tables"], self.ctx.theme, look="flat", icon_only=True)
        self._print.hide()
        top.addWidget(self._print)
        top.addWidget(self.chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._parts, 1)
        whole.addWidget(self.nothing, 1)


def _is_there(name: str) -> bool:
    return find_spec(PLUGGED[name][0]) is not None
