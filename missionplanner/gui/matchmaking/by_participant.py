"""Show a B2B session by participant: whom each meets when, where it waits, how full its days are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.naming import SIDES
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.meetings import MEETING
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.matchmaking.by_participant_model import ORDERS, Order, ParticipantsModel, Wanted
from missionplanner.gui.matchmaking.meeting_deeds import MeetingDeeds
from missionplanner.gui.matchmaking.meeting_part import MeetingPart
from missionplanner.gui.matchmaking.meeting_table import MeetingTable
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ActionButton, Elided, card, fit_words
from missionplanner.gui.widgets.search_field import search_field

COLUMN, WIDEST, COUNT, HEAD = 118, 190, 84, 80
"""Pixels of a slot's column, of the widest one, of a column that counts, and of what stands over them."""
NAMES, NARROW = 236, 186
"""Pixels of the names where there is room and where there is little."""
_BUTTONS = ("meeting_place", "meeting_lock", "meeting_cancel")


class ParticipantsTable(MeetingTable):
    """Be the grid: slots as wide as there is room for, narrow columns of what is counted."""

    SEEKS = True

    def __init__(self, ctx: Context, model: ParticipantsModel) -> None:
        self.times = model
        super().__init__(ctx, model, ctx.t("Timetable by participant"), column=COLUMN, banded=True)
        self.setObjectName("participants_times_table")
        self.names.setAccessibleName(ctx.t("Participants"))
        self.names.set_wide(NAMES)
        self.over.setFixedHeight(roomy(HEAD))
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give what is counted little room, and share the rest between the slots."""
        slots = [place for place in range(len(self.times.keys)) if self.times.slot(place) is not None]
        if not slots:
            return
        counted = [place for place in range(len(self.times.keys)) if place not in slots]
        room = self.viewport().width() - roomy(COUNT) * len(counted)
        wide = min(max(room // len(slots), roomy(COLUMN)), roomy(WIDEST))
        for places, width in ((slots, wide), (counted, roomy(COUNT))):
            for place in places:
                if self.over.sectionSize(place) != width:
                    self.over.resizeSection(place, width)


class ParticipantsTimes(MeetingPart):
    """Be the timetable by participant. The chosen meetings are those of the chosen cells."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        t = ctx.t
        self.setObjectName("participants_times")
        self.setAccessibleName(t("Timetable by participant"))
        self.model = ParticipantsModel(ctx, self)
        self.table = ParticipantsTable(ctx, self.model)
        self.deeds_ = MeetingDeeds(ctx, self, self.chosen)
        self.nothing = Nothing(ctx, "participants_times_nothing", "users-round")
        self.says = Elided("", "small", colour="text2", theme=ctx.theme)
        self.says.setObjectName("participants_times_says")
        self.search = search_field(
            "participants_times_search", t("Find participants"), t("Name or person"), ctx.theme, t
        )
        self.search.setMinimumWidth(roomy(150))
        sides: dict[str, object] = {t("Both sides"): None} | {t(word): side for side, word in SIDES.items()}
        self._side = _choice(choice(sides, None, ctx.theme), "participants_times_side", t("Side"))
        orders: dict[str, object] = {t(word): order for order, word in ORDERS.items()}
        self._order = _choice(choice(orders, Order.SEATED, ctx.theme), "participants_times_order", t("Order"))
        self._build()
        self._connect()

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of meetings do here."""
        every = {**self.deeds_.all()}
        # Slots lie across here: what is before and after in time is left and right.
        every["meeting_left"], every["meeting_right"] = every["meeting_earlier"], every["meeting_later"]
        return every

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        return self.deeds_.there() - {MEETING} if self._shows() else set()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self._tools, self.table if self._shows() else self.nothing]

    def take_focus(self) -> None:
        """Give the focus to the cells, or to what one begins with."""
        if self._shows():
            self.table.go_to_first()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._filtered():
            self.nothing.take_focus()
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.wanted(), self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2 and isinstance(place[0], Wanted):
            self.show_wanted(place[0])
            if place[1] is not None:
                self.table.choose([place[1]])

    def set_narrow(self, narrow: bool) -> None:
        """Show names as wide as they are, or as narrow as they can be."""
        self.table.names.set_wide(NARROW if narrow else NAMES)

    def count_words(self) -> str:
        """Return how many participants are shown and what their timetable asks of them."""
        some = self.model.loads
        if self.session is None or some is None:
            return ""
        t = self.ctx.t
        shown = sum(self.model.seated(row) is not None for row in range(len(self.model.lines)))
        return self.ctx.wording.listed(
            (
                t.plural("{count} participant", "{count} participants", shown),
                t.plural("{count} meeting", "{count} meetings", some.meetings),
                t.plural("{count} break", "{count} breaks", some.breaks),
            )
        )

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen(self) -> Sequence[r.Meeting]:
        """Return the meetings of the chosen cells, each once."""
        cells = (self.model.meeting(row, place) for row, place in self.table.chosen_places())
        return list({one.id: one for one in cells if one is not None}.values())

    def show_meetings(self, wanted: list[UUID]) -> None:
        """Choose the cells of meetings: on the line one is at where the meeting is of that participant."""
        now = self.table.currentIndex().row()
        cells: list[tuple[int, int]] = []
        for one in wanted:
            found = self.model.cells_of(one)
            cells += [cell for cell in found if cell[0] == now] or found[:1]
        if cells:
            keys = [(self.model.lines[row].key, self.model.keys[place]) for row, place in cells]
            self.table.choose(keys)
        self._follow()

    def wanted(self) -> Wanted:
        """Return which participants are shown."""
        return Wanted(self.search.text().strip(), self._side.chosen(), Order(self._order.chosen()))

    def show_wanted(self, wanted: Wanted) -> None:
        """Show other participants, in another order."""
        self.search.setText(wanted.query)
        self._side.setCurrentIndex(self._side.values.index(wanted.side))
        self._order.setCurrentIndex(self._order.values.index(wanted.order))

    # -- showing ----------------------------------------------------------------------------------

    def show_now(self) -> None:
        session = self.session
        free = self.free if session is not None else None
        wrong = self.amiss()
        self.model.show_session(session, free, wrong, self.wanted())
        self._stack.setCurrentIndex(0 if self._shows() else 1)
        self._tell_nothing()
        self._follow()

    def _follow(self) -> None:
        index = self.table.currentIndex()
        words = self.model.spoken(index.row(), index.column()) if index.isValid() and self._shows() else ""
        self.says.set_text(words)
        self._soon.start()

    def _shows(self) -> bool:
        return bool(self.model.lines and self.model.keys)

    def _filtered(self) -> bool:
        return self.session is not None and bool(self.session.participants and self.session.slots)

    def _tell_nothing(self) -> None:
        t = self.ctx.t
        if self._shows():
            return
        if self.session is None:
            self.nothing.tell(t("No B2B session yet"), t("Its participants and their slots stand here."), [])
        elif self._filtered():
            clear = (t("Clear the filter"), "participants_times_clear", "", self._clear)
            self.nothing.tell(t("No participant matches."), "", [clear])
        elif not self.session.participants:
            add = self.starting_with(t("Add the organisations of the mission"), "b2b_add_sides", "building-2")
            bring = self.starting_with(t("Import wishes"), "b2b_import_wishes", "file-input")
            self.nothing.tell(t("Nobody takes part yet"), t("Each participant is a row here."), [add, bring])
        else:
            hint = t("Give the session its hours: each slot is a column here.")
            self.nothing.tell(t("No slots yet"), hint, self.framing())

    def _clear(self) -> None:
        self.show_wanted(Wanted())
        self.show_now()
        self.take_focus()

    # -- following --------------------------------------------------------------------------------

    def _connect(self) -> None:
        table = self.table
        self.search.textChanged.connect(self._filter)
        self._side.currentIndexChanged.connect(self._filter)
        self._order.currentIndexChanged.connect(self._filter)
        table.chosen.connect(self._follow)
        table.selectionModel().currentChanged.connect(lambda *_some: self._follow())
        table.opened.connect(self.deeds_.ask)
        table.sought.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        table.doubleClicked.connect(lambda _index: self.deeds_.ask())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask)

    def _filter(self, *_changed: Any) -> None:
        self.show_now()

    def _ask(self, at: QPoint) -> None:
        self.changed.emit()  # the actions of what was just chosen
        made = QMenu(self)
        made.setObjectName("participants_times_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self.deeds_.all():
            if self.actions_[name].isEnabled():
                made.addAction(self.actions_[name])
        made.popup(self.table.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        fit_words(self._above, self._buttons, self.width() - 32)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._tools = QWidget()
        self._tools.setObjectName("participants_times_tools")
        self._tools.setAccessibleName(self.ctx.t("Filter, side and order"))
        self._above = QHBoxLayout(self._tools)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(8)
        self._buttons = [ActionButton(self.actions_[name], self.ctx.theme) for name in _BUTTONS]
        self._above.addWidget(self.search, 1)
        for one in (self._side, self._order, *self._buttons):
            self._above.addWidget(one)
        self._tools.setFocusProxy(self.search)
        frame = card("participants_times_card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        self._stack = QStackedLayout()
        inside.addLayout(self._stack)  # before its widgets: one without a parent would come up as a window
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 12)
        whole.setSpacing(8)
        whole.addWidget(self._tools)
        whole.addWidget(frame, 1)
        whole.addWidget(self.says)
        self.setFocusProxy(self.table)


def _choice(made: Choice, name: str, title: str) -> Choice:
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setFont(font("body"))
    made.setFixedHeight(roomy(CONTROL))
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
