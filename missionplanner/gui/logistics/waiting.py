"""Show who has no seat on a leg: by a click they get one there, by dragging there or on another of the day."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.logistics import seating
from missionplanner.domain.logistics.seating import Load
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.carrying import Carrying
from missionplanner.gui.logistics.other_legs import OtherLegs
from missionplanner.gui.logistics.seats import loads_of
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label, plain_tip, set_icon
from missionplanner.gui.widgets.flow import Wrap

MOST, FEW, ROOMY = 12, 5, 1280
"""People who are shown at once, and in a window that is less wide; the dialog offers the others too."""


class Waiting(QWidget):
    """Be a button for each who has no seat. ``chosen`` carries a person's id, ``more_wanted`` asks for all."""

    chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("passengers_waiting")
        self.setAccessibleName(ctx.t("Without a seat"))
        self._ctx = ctx
        self.people: dict[QPushButton, UUID] = {}
        self._row = Wrap(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        self.hide()

    def show_load(self, load: Load, names: dict[UUID, str]) -> None:
        """Show who waits for a seat, by name; nothing is seen where nobody does."""
        while (item := self._row.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        t, some = self._ctx.t, sorted(load.waiting, key=lambda one: names.get(one, "–"))
        most = MOST if self.window().width() >= roomy(ROOMY) else FEW
        made = [self._button(names.get(one, "–"), number) for number, one in enumerate(some[:most])]
        self.people = dict(zip(made, some, strict=False))
        more = len(some) - most
        if more > 0:
            rest = button(t.plural("{count} more…", "{count} more…", more), "waiting_more", look="chip")
            rest.clicked.connect(self.more_wanted)
            made.append(rest)
        if made:
            words = label(t("Without a seat"), "small", tone="danger")
            words.setFixedHeight(made[0].sizeHint().height())
            self._row.addWidget(words)
        for one in made:
            self._row.addWidget(one)
        self._row.invalidate()
        self.setVisible(bool(made))

    def _button(self, name: str, number: int) -> QPushButton:
        made = button(name, f"waiting_{number}", look="chip")
        set_icon(made, self._ctx.theme.icon("user", "text2"))
        tip = self._ctx.t("A click gives a seat here; drag to another journey of the day.")
        made.setToolTip(plain_tip(tip))
        made.setAccessibleDescription(tip)
        made.clicked.connect(lambda: self.chosen.emit(self.people[made]))
        return made


class WaitingDrag(Carrying):
    """Carry somebody without a seat onto the list of this leg's passengers, or to another journey of the day."""

    def __init__(
        self, ctx: Context, waiting: Waiting, legs: OtherLegs, over: QWidget, drop: Callable[[UUID, UUID], object]
    ) -> None:
        super().__init__(ctx, waiting, over, "carried_waiting")
        self._ctx, self._waiting, self._legs, self._drop = ctx, waiting, legs, drop
        self._own: tuple[UUID, ListView] | None = None
        self._person: UUID | None = None
        self._fits = False

    def follow(self, leg: UUID, view: ListView) -> None:
        """Watch whom the list of a leg leaves without a seat."""
        self._own = leg, view
        self.forget()
        for one in self._waiting.people:
            self.watch(one, one)

    def taken(self, room: QWidget, _at: QPoint) -> bool:
        self._person = next((one for made, one in self._waiting.people.items() if made is room), None)
        return self._person is not None

    def begin(self) -> str:
        assert self._person is not None, "somebody was taken"
        loads, names = loads_of(self._ctx)
        plan, own = self._ctx.mission.plan, self._own[0] if self._own is not None else None
        leg = plan.leg(own) if plan is not None else None
        load = loads.get(own) if own is not None else None
        self._fits = (
            plan is not None
            and leg is not None
            and load is not None
            and seating.can_take(plan, leg, load, [self._person])
        )
        self._legs.offer([self._person])
        return names.get(self._person, "–")

    def target(self, where: QPoint) -> UUID | None:
        if self._own is not None and self._fits:
            leg, view = self._own
            if view.isVisible() and view.rect().contains(view.mapFromGlobal(where)):
                return leg
        return self._legs.at(where)

    def light(self, on: bool, under: UUID | None = None) -> None:
        self._legs.light(on, under)
        if self._own is None:
            return
        leg, view = self._own
        tokens, frame = self._ctx.theme.tokens, view.findChild(QFrame, "list_card")
        width = 2 if under == leg else 1
        lit = f"#list_card {{ border: {width}px solid {tokens.accent}; }}" if on and self._fits else ""
        if frame is not None and frame.styleSheet() != lit:
            frame.setStyleSheet(lit)
        if not on:
            view.changed.emit()  # what the chosen passengers can change to is offered again

    def drop(self, target: UUID) -> None:
        if self._person is not None:
            self._drop(self._person, target)
