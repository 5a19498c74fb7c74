"""Offer the other journeys of a day over a leg's passengers: by a click or by dragging, they change seats."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.logistics import seating
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.seats import left_words, loads_of
from missionplanner.gui.widgets.basics import button, label, plain_tip, set_icon
from missionplanner.gui.widgets.flow import Wrap

MOST = 8
"""Journeys that are offered at once: those that leave nearest to this one."""


def other_legs(plan: MissionPlan, leg: r.Leg) -> tuple[r.Leg, ...]:
    """Return the other journeys of a leg's day that take place by departure, those nearest in time."""
    some = [one for one in plan.legs if one.id != leg.id and one.date is not None and one.date == leg.date]
    at = seating.departure(plan, leg)[0]
    near = sorted(some, key=lambda one: abs((seating.departure(plan, one)[0] - at).total_seconds()))[:MOST]
    return tuple(sorted(near, key=lambda one: seating.departure(plan, one)))


class OtherLegs(QWidget):
    """Be a row of buttons, one for each journey with seats left for whom is chosen. ``chosen`` carries its id."""

    chosen = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("other_legs")
        self.setAccessibleName(ctx.t("Other journeys of the day"))
        self._ctx = ctx
        self.legs: dict[UUID, QPushButton] = {}
        self._row = Wrap(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        self.setVisible(False)

    def show_leg(self, plan: MissionPlan, leg: r.Leg) -> None:
        """Offer the journeys beside a leg; nothing is seen where there are none."""
        while (item := self._row.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.legs = {}
        some = other_legs(plan, leg)
        buttons = [self._button(plan, one, number) for number, one in enumerate(some)]
        if buttons:
            words = label(self._ctx.t("Drag or send who is chosen to"), "small", tone="quiet")
            words.setFixedHeight(buttons[0].sizeHint().height())
            self._row.addWidget(words)
        for made in buttons:
            self._row.addWidget(made)
        self._row.invalidate()
        self.setVisible(bool(some))
        self.offer(())

    def _button(self, plan: MissionPlan, leg: r.Leg, number: int) -> QPushButton:
        ctx = self._ctx
        vehicle = plan.get(r.Vehicle, leg.vehicle_id)
        time = leg.start.strftime("%H:%M") if leg.start is not None else ""
        words = ctx.wording.listed(
            part for part in (seating.called(leg), vehicle.name if vehicle is not None else "", time) if part
        )
        made = button(words, f"other_leg_{number}", look="chip")
        set_icon(made, ctx.theme.icon("bus" if vehicle is not None else "route", "text2"))
        made.clicked.connect(lambda: self.chosen.emit(leg.id))
        self.legs[leg.id] = made
        return made

    def offer(self, people: Sequence[UUID]) -> None:
        """Let those journeys be chosen that have a seat for each of some people; say why the others have not."""
        fitting, t = self.fitting(people), self._ctx.t
        loads, _names = loads_of(self._ctx)
        for leg, made in self.legs.items():
            load, fits = loads.get(leg), leg in fitting
            made.setEnabled(fits)
            tip = (left_words(self._ctx, load) if load is not None else "") or t("Nobody counted its seats.")
            if not fits:
                tip = (
                    t("All are aboard already, or the seats do not suffice.")
                    if people
                    else t("Choose passengers.")
                )
            made.setToolTip(plain_tip(tip))
            made.setAccessibleDescription(tip)

    def fitting(self, people: Sequence[UUID]) -> frozenset[UUID]:
        """Return the journeys with seats for some people who are not all aboard already."""
        loads, _names = loads_of(self._ctx)
        plan = self._ctx.mission.plan
        if plan is None:
            return frozenset()
        some = ((plan.leg(one), loads.get(one)) for one in self.legs)
        found = (
            leg.id
            for leg, load in some
            if leg is not None and load is not None and seating.can_take(plan, leg, load, people)
        )
        return frozenset(found)

    def at(self, point: QPoint) -> UUID | None:
        """Return the journey under a point of the screen that can be chosen."""
        for leg, made in self.legs.items():
            if made.isEnabled() and made.isVisible() and made.rect().contains(made.mapFromGlobal(point)):
                return leg
        return None

    def light(self, on: bool, under: UUID | None = None) -> None:
        """Light what can be chosen while somebody is carried; what is ``under`` the pointer the most."""
        tokens = self._ctx.theme.tokens
        for leg, made in self.legs.items():
            lit = on and made.isEnabled()
            ground = f" background: {tokens.selected};" if lit and leg == under else ""
            made.setStyleSheet(f"QPushButton {{ border: 1px solid {tokens.accent};{ground} }}" if lit else "")
