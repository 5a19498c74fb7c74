"""Show the timetable of a B2B session: slots and tables, what has no place, details of the chosen meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import is_live
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.meetings import PLACING
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.meeting_deeds import MeetingDeeds
from missionplanner.gui.matchmaking.meeting_part import MeetingPart
from missionplanner.gui.matchmaking.meeting_places import ask_who, tray_reason
from missionplanner.gui.matchmaking.timetable_details import MeetingDetails
from missionplanner.gui.matchmaking.timetable_drag import TimetableDrag
from missionplanner.gui.matchmaking.timetable_grid import TimetableGrid
from missionplanner.gui.matchmaking.timetable_model import Spot, TimetableModel
from missionplanner.gui.matchmaking.timetable_tray import Entry, Kind, Tray, entries_of
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, Elided, card, fit_words, label

SIDE, SIDE_NARROW = 280, 232
"""Pixels of what stands beside the timetable."""
_BUTTONS = ("meeting_place", "meeting_lock", "meeting_cancel", "meeting_details")
_MENU = (
    ("meeting_details", "meeting_outcome"),
    ("meeting_place", "meeting_take_off"),
    ("meeting_lock", "meeting_order", "meeting_interpreter"),
    ("meeting_cancel", "meeting_back"),
)


class TimetableView(MeetingPart):
    """Be the timetable by slot and table. The chosen meetings are those of the grid, or the entry of the tray."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.setObjectName("timetable")
        self.setAccessibleName(ctx.t("Timetable of meetings"))
        self.model = TimetableModel(ctx, self)
        self.grid = TimetableGrid(ctx, self.model)
        self.tray = Tray(ctx, self._reason)
        self._in_tray = False
        self.deeds_ = MeetingDeeds(ctx, self, self.chosen)
        self.details = MeetingDetails(self, self.deeds_)
        self.drag = TimetableDrag(self, self.grid, self.tray, self.deeds_)
        self.nothing = Nothing(ctx, "timetable_nothing", "table-2")
        self.says = Elided("", "small", colour="text2", theme=ctx.theme)
        self.says.setObjectName("timetable_says")
        self.says.setMinimumWidth(roomy(300))
        self.wrong: Mapping[UUID, str] = {}
        self._build()
        self._connect()

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the timetable do here."""
        return {**self.deeds_.all(), "meeting_details": self.show_details, "meeting_place": self.ask_place}

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        if not self._shows():
            return set()
        return self.deeds_.there() | ({PLACING} if self._empty_spot() is not None else set())

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        if not self._shows():
            return [self.nothing]
        return [self.grid, self.tray if self._side.currentIndex() == 0 else self.details]

    def take_focus(self) -> None:
        """Give the focus to the meetings, or to what one begins with."""
        if self._shows():
            self.grid.go_to_first()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.nothing.take_focus()

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.grid.current_spot(), self._side.currentIndex() == 1

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2:
            spot, detailed = place
            if spot is not None:
                self.grid.choose_spot(spot)
            if detailed:
                self.show_details(focus=False)

    def set_narrow(self, narrow: bool) -> None:
        """Give what stands beside less room."""
        self._side.setFixedWidth(roomy(SIDE_NARROW if narrow else SIDE))

    def count_words(self) -> str:
        """Return how many meetings have their place, and how many wishes none."""
        if self.session is None:
            return ""
        t, placed = self.ctx.t, len(self.session.placed)
        left = sum(isinstance(one, Entry) and one.kind is Kind.WISH for one in self.tray.entries.rows)
        return self.ctx.wording.listed(
            (
                t.plural("{count} meeting placed", "{count} meetings placed", placed),
                t.plural("{count} wish without a meeting", "{count} wishes without a meeting", left)
                if left
                else "",
            )
        )

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen(self) -> Sequence[r.Meeting]:
        """Return the chosen meetings, of grid or tray: where one was last."""
        entry = self.tray.entry() if self._in_tray else None
        return [entry.meeting] if entry is not None else self.grid.chosen_meetings()

    def show_meetings(self, wanted: list[UUID]) -> None:
        """Choose meetings on the timetable, else in the tray."""
        self._in_tray = not self.grid.choose_meetings(wanted) and any(self.tray.choose(one) for one in wanted)
        self._follow()

    def show_details(self, *, focus: bool = True) -> None:
        """Show all of the chosen meeting beside the timetable."""
        self._side.setCurrentIndex(1)
        self._follow()
        if focus:
            self.details.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_place(self) -> None:
        """Ask where the chosen meeting goes; at a place where nobody meets, who meets there."""
        spot = self._empty_spot()
        if spot is None or self.session is None:
            self.deeds_.ask()
            return
        waiting = [one.meeting for one in self.tray.entries.rows if isinstance(one, Entry)]
        some = [one for one in (*waiting, *self.session.placed) if is_live(one)]
        ask_who(self, self.ctx, map(self.targets, some), self.words, spot, lambda one: self.deeds_.put(one, spot))

    def _empty_spot(self) -> Spot | None:
        """Return the place one is at where nobody meets."""
        spot = None if self._in_tray else self.grid.current_spot()
        return spot if spot is not None and not self.grid.chosen_meetings() else None

    def _enter(self) -> None:
        self.ask_place() if self._empty_spot() is not None else self.show_details()

    def show_tray(self) -> None:
        """Show what has no place beside the timetable again."""
        focused = QApplication.focusWidget()
        within = focused is not None and self.details.isAncestorOf(focused)
        self._side.setCurrentIndex(0)
        if within:
            self.take_focus()

    def menu(self) -> QMenu:
        """Return the menu of the chosen meetings."""
        made = QMenu(self)
        made.setObjectName("timetable_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in _MENU:
            for name in group:
                if name and self.actions_[name].isEnabled():
                    made.addAction(self.actions_[name])
            made.addSeparator()
        return made

    # -- showing ----------------------------------------------------------------------------------

    def show_now(self) -> None:
        session = self.session
        self.wrong = self.amiss()
        self.model.show_session(session, self.wrong)
        self.tray.show_entries(entries_of(session, self.words) if session is not None else [])
        self._tell_empty()
        self._stack.setCurrentIndex(0 if self._shows() else 1)
        self._tell_nothing()
        self.grid.fit()
        self._follow()

    def _tell_empty(self) -> None:
        """Say why nothing waits: each wish has its meeting, or nobody has said one."""
        session, t = self.session, self.ctx.t
        asked = session is not None and any(one.wish is not Wish.NO_THANKS for one in session.requests)
        none = t("Nobody wishes to meet anybody in this session yet.")
        self._empty.setText(t("Every wish has its meeting.") if asked else none)
        self._empty.setVisible(not self.tray.entries.rows)

    def _reason(self, entry: Entry) -> str:
        if entry.kind is Kind.CANCELLED:
            called_off = self.ctx.t.context("meeting", "Cancelled")
            return self.words.where(entry.meeting) if entry.meeting.slot is not None else called_off
        return tray_reason(self.ctx, self.targets(entry.meeting), self.words)

    def _follow(self) -> None:
        if self._side.currentIndex() == 1 and self.session is not None:
            self.details.wrong = dict(self.wrong)
            self.details.show_meetings(self.chosen())
        self._tell()
        self._soon.start()

    def _tell(self) -> None:
        """Say below the grid what the current cell is."""
        index = self.grid.currentIndex()
        words = self.model.spoken(index.row(), index.column()) if index.isValid() and self._shows() else ""
        self.says.set_text(words)

    def _shows(self) -> bool:
        return bool(self.model.lines and self.model.keys)

    def _tell_nothing(self) -> None:
        if self._shows():
            return
        t = self.ctx.t
        if self.session is None:
            self.nothing.tell(t("No B2B session yet"), t("Its slots and tables make a timetable here."), [])
        elif not self.session.slots:
            self.nothing.tell(
                t("No slots yet"), t("Give the session its hours: each slot is a row here."), self.framing()
            )
        else:
            hint = t("Give the session its tables: each is a column here.")
            self.nothing.tell(t("No tables yet"), hint, self.framing())

    # -- following --------------------------------------------------------------------------------

    def _connect(self) -> None:
        grid, tray = self.grid, self.tray
        grid.chosen.connect(self._grid_chosen)
        grid.selectionModel().currentChanged.connect(lambda *_some: self._grid_chosen())
        grid.entered.connect(self._enter)
        grid.left.connect(self.show_tray)
        tray.chosen.connect(self._tray_chosen)
        tray.clicked.connect(lambda _index: self._tray_chosen())
        tray.entered.connect(self.deeds_.ask)
        tray.left.connect(self.take_focus)
        self.details.closed.connect(self.show_tray)
        self.drag.told.connect(lambda words: self.says.set_text(words) if words else self._tell())
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(lambda at: self._ask(grid, at))
        tray.customContextMenuRequested.connect(lambda at: self._ask(tray, at))

    def _grid_chosen(self) -> None:
        self._in_tray = False
        self._follow()

    def _tray_chosen(self) -> None:
        if self.tray.entry() is not None and self.tray.hasFocus():
            self._in_tray = True
            self._follow()

    def _ask(self, view: QWidget, at: QPoint) -> None:
        self.changed.emit()  # the actions of what was just chosen
        room: QWidget = view.viewport()  # type: ignore[attr-defined]
        self.menu().popup(room.mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        fit_words(self._below, self._buttons, self.width() - 32)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        ctx = self.ctx
        frame = card("timetable_card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.grid)
        self._side = QStackedWidget()
        self._side.setObjectName("timetable_side")
        self._side.addWidget(self._tray_card())
        self.details.setProperty("look", "card")
        self._side.addWidget(self.details)
        self._side.setFixedWidth(roomy(SIDE))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(frame, 1)
        row.addWidget(self._side)
        self._stack = QStackedLayout()
        self._stack.addWidget(both)
        self._stack.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 12)
        whole.setSpacing(8)
        whole.addLayout(self._stack, 1)
        self._below = QHBoxLayout()
        self._below.setSpacing(8)
        self._below.addWidget(self.says, 1)
        self._buttons = [ActionButton(self.actions_[name], ctx.theme) for name in _BUTTONS]
        for one in self._buttons:
            self._below.addWidget(one)
        whole.addLayout(self._below)
        self.setFocusProxy(self.grid)

    def _tray_card(self) -> QWidget:
        frame = card("timetable_tray_card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 10, 4, 6)
        inside.setSpacing(6)
        head = label(self.ctx.t("Not on the timetable"), "strong")
        head.setContentsMargins(8, 0, 0, 0)
        inside.addWidget(head)
        self._empty = label("", "body", tone="quiet", wrap=True, name="timetable_tray_empty")
        self._empty.setContentsMargins(8, 0, 8, 0)
        inside.addWidget(self._empty)
        inside.addWidget(self.tray, 1)
        return frame
