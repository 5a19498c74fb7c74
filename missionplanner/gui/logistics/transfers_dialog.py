"""Show which transfers lack on a day, and in which vehicles they would go; make those that are ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.logistics.transfer_plans import Proposal, allotted
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.logistics import offers
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import button, card, label
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.tabbing import in_reading_order

Key = tuple[UUID, UUID]
Store = Callable[[dt.date, Mapping[Key, tuple[UUID, ...]]], object]


class TransfersDialog(QDialog):
    """List the transfers of a day with boxes to tick; those that would be late are not ticked at first."""

    def __init__(self, parent: QWidget, ctx: Context, day: dt.date, store: Store) -> None:
        super().__init__(parent)
        self.setObjectName("transfers_dialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._store = ctx, store
        self._plan = offers.plan_of(ctx)
        self._boxes: dict[Key, tuple[Check, Choice]] = {}
        t = ctx.t
        self.setWindowTitle(t("Make transfers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(t("Make transfers"), "h1", name="transfers_title"))
        hint = t(
            "Between items in different places, for those who go from one to the other. "
            "Times follow from the distance; change them afterwards as you like."
        )
        column.addWidget(label(hint, "small", tone="quiet", wrap=True))
        days: dict[str, object] = {ctx.wording.full_day(one): one for one in self._plan.days}
        self.day = choice(days, day, ctx.theme)
        self.day.setObjectName("transfers_day")
        self.day.setAccessibleName(t("Day"))
        self.day.setFont(font("body"))
        self.day.setFixedHeight(roomy(CONTROL))
        self.day.currentIndexChanged.connect(lambda _index: self._fill())
        column.addWidget(self.day)
        self._area = Scrolled("transfers_area", t("Transfers"))
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        leave = button(t("Cancel"), "transfers_cancel")
        leave.clicked.connect(self.reject)
        self.verb = button("", "transfers_make", look="primary")
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._finish)
        foot.addWidget(leave)
        foot.addWidget(self.verb)
        column.addLayout(foot)
        self.resize(roomy(640), roomy(560))
        self._fill()

    # -- what lacks -------------------------------------------------------------------------------

    def _fill(self) -> None:
        from missionplanner.services.logistics import transfers

        day: dt.date = self.day.chosen()
        found = transfers.proposals(self._plan, day)
        vehicles = allotted(self._plan, [one for one in found if not one.late])
        self._boxes = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 8, 4)
        column.setSpacing(8)
        for number, one in enumerate(found):
            column.addWidget(self._line(number, one, vehicles.get(one.key, ())))
        if not found:
            nothing = self._ctx.t("No transfer lacks on this day: nobody goes farther than on foot without one.")
            column.addWidget(label(nothing, "body", tone="quiet", name="transfers_none", wrap=True))
        column.addStretch(1)
        self._area.setWidget(inside)
        in_reading_order(self)
        self._follow()

    def _line(self, number: int, one: Proposal, vehicles: tuple[UUID, ...]) -> QWidget:
        t, plan = self._ctx.t, self._plan
        frame = card(f"transfer_{number}")
        whole = QVBoxLayout(frame)
        whole.setContentsMargins(12, 8, 12, 10)
        whole.setSpacing(4)
        first, second = self._title(plan, one.first), self._title(plan, one.second)
        hours = f"{one.start:%H:%M}–{one.end:%H:%M}"
        box = Check(f"{hours}  {self._place(plan, one.second)}", self._ctx.theme)
        box.setObjectName(f"transfer_box_{number}")
        box.setAccessibleName(t("{hours}, from {first} to {second}", hours=hours, first=first, second=second))
        box.setChecked(not one.late)
        box.toggled.connect(lambda _on: self._follow())
        whole.addWidget(box)
        km = f"{one.km:.0f}" if one.km >= 10 else self._ctx.wording.locale.toString(one.km, "f", 1)
        people = t.plural("{count} person", "{count} people", one.heads)
        told = self._ctx.wording.listed((f"{first} → {second}", people, f"{km} km"))
        whole.addWidget(label(told, "small", tone="quiet", wrap=True))
        if one.late:
            late = t.plural("Arrives {count} minute too late.", "Arrives {count} minutes too late.", one.late)
            whole.addWidget(label(late, "small", tone="danger", wrap=True))
        picked = self._vehicles(number, one, vehicles)
        whole.addWidget(picked)
        self._boxes[one.key] = (box, picked)
        return frame

    def _vehicles(self, number: int, one: Proposal, best: tuple[UUID, ...]) -> Choice:
        t = self._ctx.t
        entries: dict[str, object] = {}
        names = {vehicle.id: vehicle.name or vehicle.plate or "–" for vehicle in self._plan.vehicles}
        if len(best) > 1:
            entries[t("{names} together", names=", ".join(names[each] for each in best))] = best
        for vehicle in self._plan.vehicles:
            seats = vehicle.capacity
            words = names[vehicle.id]
            if seats is not None:
                few = seats < one.heads
                words = (
                    t("{name}: {seats} seats, too few", name=words, seats=seats)
                    if few
                    else t("{name}: {seats} seats", name=words, seats=seats)
                )
            entries[words] = (vehicle.id,)
        entries[t("No vehicle yet")] = ()
        made = choice(entries, best, self._ctx.theme)
        made.setObjectName(f"transfer_vehicle_{number}")
        made.setAccessibleName(t("Vehicle"))
        made.setFont(font("small"))
        return made

    def _title(self, plan: MissionPlan, item_id: UUID) -> str:
        item = plan.item(item_id)
        return item.title.best(self._ctx.t.language, plan.mission.languages) if item is not None else ""

    def _place(self, plan: MissionPlan, item_id: UUID) -> str:
        item = plan.item(item_id)
        place = plan.place(item.place_id) if item is not None else None
        name = (place.name if place is not None else None) or (item.place_text if item is not None else None)
        return self._ctx.t("to {place}", place=name or self._title(plan, item_id))

    # -- making them ------------------------------------------------------------------------------

    def wanted(self) -> dict[Key, tuple[UUID, ...]]:
        """Return the transfers that are ticked, with the vehicles of each."""
        return {key: picked.chosen() for key, (box, picked) in self._boxes.items() if box.isChecked()}

    def _follow(self) -> None:
        count = len(self.wanted())
        for box, picked in self._boxes.values():
            picked.setEnabled(box.isChecked())
        words = self._ctx.t.plural("Make {count} transfer", "Make {count} transfers", count)
        self.verb.setText(words)
        self.verb.setAccessibleName(words)
        self.verb.setEnabled(bool(count))

    def _finish(self) -> None:
        wanted, day = self.wanted(), self.day.chosen()
        if wanted:
            self.accept()
            self._store(day, wanted)
