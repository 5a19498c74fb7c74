"""Show rooms as a grid of nights, or as a list of every field, with what is odd beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.domain.delegates.naming import ROOM_WISHES
from missionplanner.domain.logistics.rooming_grid import Grid
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import LIST, NEW, ROWS
from missionplanner.gui.actions.logistics import BEDS_NEEDED, GUESTS, ROOM
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.no_rooms import NoRooms
from missionplanner.gui.logistics.rooms_deeds import RoomsDeeds
from missionplanner.gui.logistics.rooms_drag import RoomsDrag
from missionplanner.gui.logistics.rooms_grid import RoomsGrid
from missionplanner.gui.logistics.rooms_side import RoomsSide
from missionplanner.gui.logistics.stays import SPEC
from missionplanner.gui.tables.clipboard import as_html, as_text
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.basics import ActionButton, card, fit_words, label
from missionplanner.gui.widgets.segments import Segments

SIDE_FROM = 980
"""Width from which there is room for what is told beside the grid."""
BAR_EDGES = 40
"""Margins of the bar above the grid, in pixels."""
GRID, AS_LIST = "grid", "list"


class RoomsPanel(QWidget):
    """Be the part of the page that is about nights. ``changed`` tells that other deeds can be done now."""

    changed = Signal()
    rows_pasted = Signal(str, str)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("rooms_panel")
        self.ctx, self._actions = ctx, actions
        self.grid = RoomsGrid(ctx)
        self.deeds_ = RoomsDeeds(ctx, self.grid, self)
        self.drag = RoomsDrag(ctx, self.grid, self.deeds_)
        self.side = RoomsSide(ctx, self.deeds_)
        self.empty = NoRooms(ctx, self.deeds_.make)
        self.list: ListView | None = None
        self._width = 0
        self.shown: Grid | None = None
        self._stale = True
        self._shows = GRID
        self._build()
        self.grid.chosen.connect(self._follow)
        self.grid.opened.connect(self.deeds_.assign)
        self.grid.customContextMenuRequested.connect(
            lambda at: self.menu().popup(self.grid.viewport().mapToGlobal(at))
        )

    def _build(self) -> None:
        t = self.ctx.t
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.above = QHBoxLayout()
        self.above.setContentsMargins(16, 12, 16, 0)
        self.above.setSpacing(8)
        words = {GRID: t("By night"), AS_LIST: t("As a list")}
        self.looks = Segments("rooms_look", t("How rooms are shown"), words, GRID)
        self.looks.chosen.connect(lambda look: self.show_look(str(look)))
        self.above.addStretch(1)
        self.above.addWidget(self.looks)
        whole.addLayout(self.above)
        self._stack = QStackedWidget()
        whole.addWidget(self._stack, 1)
        self._stack.addWidget(self._by_night())
        self._stack.addWidget(self.empty)

    def _by_night(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(16, 8, 16, 14)
        column.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        self._bar = bar
        self._lack: QLabel = label("", "strong", name="rooms_lack")
        bar.addWidget(self._lack)
        bar.addStretch(1)
        self._buttons = [
            ActionButton(self._actions[name], self.ctx.theme, look="flat")
            for name in ("assign", "move_guest", "room_nights", "split_stay", "list_copy")
        ]
        for one in self._buttons:
            bar.addWidget(one)
        column.addLayout(bar)
        both = QHBoxLayout()
        both.setSpacing(12)
        frame = card("rooms_card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 4, 1, 4)
        inner.addWidget(self.grid)
        both.addWidget(frame, 1)
        both.addWidget(self.side)
        column.addLayout(both, 1)
        return made

    # -- what is shown ----------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the rooms of the open mission as they are now, or note that they are to be."""
        self._stale = True
        if self.isVisible():
            self.arrive()

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._shows == AS_LIST:
            self.stays_list().arrive()
            self._stack.setCurrentWidget(self.stays_list())
            return
        if self._stale and self.ctx.mission.plan is not None:
            self._refill()
        bare = self.shown is None or not (self.shown.lines or self.shown.without)
        self._stack.setCurrentIndex(1 if bare else 0)
        self._follow()

    def leave(self) -> None:
        """Be out of sight."""
        if self.list is not None:
            self.list.leave()

    def _refill(self) -> None:
        from missionplanner.services.logistics import rooms

        plan = self.ctx.mission.plan
        assert plan is not None
        self._stale = False
        self.shown = shown = rooms.grid(plan)
        self.grid.refill(lambda model: model.show_grid(plan, shown))
        self.grid.begin()
        self._lack.setText(self._lacking())
        self._fit_bar()

    def _lacking(self) -> str:
        """Return how many have no bed in the first night that lacks some."""
        t = self.ctx.t
        if self.shown is None or not self.shown.without:
            return t("Everybody has a bed")
        night, people = next(iter(self.shown.without.items()))
        day = self.ctx.wording.plain_day(night)
        return t.plural(
            "{count} without a bed, night of {day}", "{count} without a bed, night of {day}", len(people), day=day
        )

    def show_look(self, look: str) -> None:
        """Show rooms by night, or as a list."""
        self._shows = look
        self.looks.group.buttons()[(GRID, AS_LIST).index(look)].setChecked(True)
        if look == GRID:
            self.leave()
        self.arrive()
        self.take_focus()
        self.changed.emit()

    def stays_list(self) -> ListView:
        """Return the list, made when it is first wanted."""
        if self.list is None:
            self.list = ListView(self.ctx, self._actions, SPEC)
            self.list.changed.connect(self.changed)
            self.list.rows_pasted.connect(self.rows_pasted)
            self._stack.addWidget(self.list)
        return self.list

    def show_stays(self, ids: list[UUID]) -> None:
        """Choose rooms and bring them into sight."""
        if self._shows == AS_LIST and ids:
            self.stays_list().show_row(ids[0])
        else:
            self.grid.choose(ids)

    # -- what the page asks -----------------------------------------------------------------------

    @property
    def _lists(self) -> bool:
        return self._shows == AS_LIST

    def count_words(self) -> str:
        """Return how many rooms there are, of which kinds."""
        plan, t = self.ctx.mission.plan, self.ctx.t
        if plan is None:
            return ""
        kinds = {kind: sum(one.room is kind for one in plan.stays) for kind in ROOM_WISHES}
        told = [f"{count} × {t(ROOM_WISHES[kind])}" for kind, count in kinds.items() if count]
        rooms = t.plural("{count} room", "{count} rooms", len(plan.stays))
        return self.ctx.wording.listed((rooms, ", ".join(told)))

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what actions do here."""
        if self._lists:
            return {**self.stays_list().deeds(), "make_rooms": self.deeds_.make}
        do = self.deeds_
        return {
            "list_new": do.make,
            "list_details": do.assign,
            "list_duplicate": do.duplicate,
            "list_delete": do.delete,
            "list_copy": self.copy,
            "make_rooms": do.make,
            "assign": do.assign,
            "move_guest": do.move,
            "take_out": do.take_out,
            "split_stay": do.split,
            "room_nights": do.nights,
        }

    def there(self) -> set[str]:
        """Return which needs of actions are met."""
        if self._lists:
            return self.stays_list().there()
        cell = self.grid.cell()
        met = {LIST, NEW}
        if cell is not None:
            met.add(BEDS_NEEDED)
        if cell is not None and cell.stay is not None:
            met |= {ROOM, ROWS}
            if cell.people:
                met.add(GUESTS)
        elif self.grid.chosen_stays():
            met |= {ROOM, ROWS}
        return met

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        if self._lists:
            return self.stays_list().regions()
        main: QWidget = self.grid if self._stack.currentIndex() == 0 else self.empty
        return [main, *([self.side] if self.side.isVisible() else [])]

    def take_focus(self) -> None:
        """Give the focus to what one does first here."""
        if self._lists:
            self.stays_list().take_focus()
        elif self._stack.currentIndex() == 1:
            self.empty.take_focus()
        else:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Copy the grid as a table, for Word, e-mail and spreadsheets."""
        from PySide6.QtCore import QMimeData

        grid = self.grid.rooms.table()
        data = QMimeData()
        data.setText(as_text(grid))
        data.setHtml(as_html(grid[1:], grid[0]))
        QGuiApplication.clipboard().setMimeData(data)
        self.ctx.notices.say(
            self.ctx.t("Copied as a table: paste it into a document, an e-mail or a spreadsheet.")
        )

    def menu(self) -> QMenu:
        """Return the menu of the chosen room."""
        made = QMenu(self)
        made.setObjectName("rooms_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (
            "assign",
            "move_guest",
            "take_out",
            "",
            "room_nights",
            "split_stay",
            "",
            "list_duplicate",
            "list_copy",
            "list_delete",
        ):
            made.addAction(self._actions[name]) if name else made.addSeparator()
        return made

    def _follow(self) -> None:
        if self.shown is not None:
            self.side.show_cell(self.shown, self.grid.cell())
        self.changed.emit()

    def set_width(self, width: int) -> None:
        """Fit what is told beside the grid, and the words of buttons, to a width."""
        self._width = width
        self.side.setVisible(width >= SIDE_FROM)
        self._fit_bar()

    def _fit_bar(self) -> None:
        if self._width:
            fit_words(self._bar, self._buttons, self._width - BAR_EDGES)
