"""Show the legs of the mission, or the passengers of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.delegates.stand_ins import names_of, peopled
from missionplanner.domain.logistics import leg_steps, seating
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import NEW
from missionplanner.gui.actions.logistics import BEDS_NEEDED, LEG, PASSENGERS, SEVERAL_LEGS
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.logistics import offers
from missionplanner.gui.logistics.assigning import Assigning
from missionplanner.gui.logistics.legs import SPEC
from missionplanner.gui.logistics.other_legs import OtherLegs
from missionplanner.gui.logistics.passengers import passengers_spec
from missionplanner.gui.logistics.passengers_drag import PassengersDrag
from missionplanner.gui.logistics.seats import SeatBar, Seats, left_words, loads_of, said
from missionplanner.gui.logistics.waiting import Waiting, WaitingDrag
from missionplanner.gui.messages import share_message
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.basics import ActionButton, fit_words, label
from missionplanner.gui.widgets.pages_stack import PagesStack


class JourneysPanel(QWidget):
    """Be the part of the page that is about journeys. ``changed`` tells that other deeds can be done now."""

    changed = Signal()
    rows_pasted = Signal(str, str)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("journeys_panel")
        self.ctx, self._actions = ctx, actions
        self.leg_id: UUID | None = None
        self.legs = ListView(ctx, actions, SPEC)
        self.legs.changed.connect(self.changed)
        self.legs.rows_pasted.connect(self.rows_pasted)
        for seats in self.legs.findChildren(Seats):
            seats.assign_wanted.connect(lambda leg: self._assign([cast(UUID, leg)]))
            seats.list_wanted.connect(self.show_passengers)
        self.passengers: ListView | None = None
        self._stack = PagesStack()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.above = QHBoxLayout()
        self.above.setContentsMargins(16, 12, 16, 0)
        self.above.setSpacing(8)
        self.above.addStretch(1)
        self._tools = [
            ActionButton(actions[name], ctx.theme, look="flat")
            for name in ("assign", "show_passengers", "leg_programme", "join_legs")
        ]
        for one in self._tools:
            self.above.addWidget(one)
        whole.addLayout(self.above)
        self._head = self._heading()
        whole.addWidget(self._head)
        whole.addWidget(self._stack, 1)
        self._stack.addWidget(self.legs)

    def _heading(self) -> QWidget:
        """Return what stands above the passengers: whose they are, how full it is, who has no seat."""
        made = QWidget()
        made.setObjectName("passengers_heading")
        column = QVBoxLayout(made)
        column.setContentsMargins(16, 10, 16, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(ActionButton(self._actions["leave_passengers"], self.ctx.theme, look="flat"))
        self._title = label("", "title", name="passengers_title")
        row.addWidget(self._title)
        row.addStretch(1)
        column.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(12)
        self._bar = SeatBar(self.ctx.theme)
        self._bar.setMaximumWidth(280)
        self._said = label("", "body", name="passengers_said")
        line.addWidget(self._bar, 1)
        line.addWidget(self._said)
        line.addStretch(2)
        column.addLayout(line)
        self.waiting = Waiting(self.ctx)
        self.waiting.more_wanted.connect(self.assign)
        self.waiting.chosen.connect(self._seat_here)
        column.addWidget(self.waiting)
        self.others = OtherLegs(self.ctx)
        self.others.chosen.connect(lambda leg: self.move_passengers(self._passengers_chosen(), cast(UUID, leg)))
        column.addWidget(self.others)
        made.hide()
        return made

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def view(self) -> ListView:
        """Return the list on screen."""
        return self.passengers if self.passengers is not None and self.leg_id is not None else self.legs

    @property
    def _leg(self) -> r.Leg | None:
        plan = self.ctx.mission.plan
        return plan.leg(self.leg_id) if plan is not None else None

    def show_plan(self, *, other: bool) -> None:
        """Follow the open mission; ``other`` where it is another one than before."""
        if other:
            self.leg_id = None
            self._forget(self.legs)
            if self.passengers is not None:
                self._forget(self.passengers)
        if self.leg_id is not None and self._leg is None:
            self.leg_id = None
            if self.isVisible():
                self.legs.arrive()
        self._show()

    @staticmethod
    def _forget(view: ListView) -> None:
        view.model.show((), 0)
        view.feed.reread()

    def arrive(self) -> None:
        """Prepare to be shown."""
        self.view.arrive()
        self._show()

    def leave(self) -> None:
        """Be out of sight."""
        self.view.leave()

    def show_passengers(self, leg_id: object = None) -> None:
        """Show who travels on a leg: the one that is chosen, where none is told."""
        chosen = self.legs.table.chosen_ids()
        wanted = leg_id if isinstance(leg_id, UUID) else chosen[0] if chosen else None
        if wanted is None:
            return
        self.legs.leave()
        anew = self.passengers is not None
        self.leg_id = wanted
        if self.passengers is None:
            self.passengers = ListView(self.ctx, self._actions, passengers_spec(lambda: self.leg_id))
            self.passengers.changed.connect(self.changed)
            self.passengers.changed.connect(self._offer_others)
            self._drag = PassengersDrag(self.ctx, self.passengers, self.others, self, self.move_passengers)
            self._seating = WaitingDrag(self.ctx, self.waiting, self.others, self, self.seat)
            self.passengers.table.left.connect(self.leave_passengers)
            self.passengers.empty.add_wanted.connect(self.assign)
            self._stack.addWidget(self.passengers)
        if anew:
            self._forget(self.passengers)
        self.arrive()
        self.take_focus()

    def leave_passengers(self) -> None:
        """Go back to the legs, to the one whose passengers were shown."""
        leg, self.leg_id = self.leg_id, None
        if self.passengers is not None:
            self.passengers.leave()
        self.arrive()
        if leg is not None:
            self.legs.show_row(leg)

    def _show(self) -> None:
        inside = self.leg_id is not None and self.passengers is not None
        self._head.setVisible(inside)
        self._tools[1].setVisible(not inside)
        self._tools[3].setVisible(not inside)
        if inside:
            self._tell()
        self._stack.setCurrentWidget(self.view)
        self.changed.emit()

    def _tell(self) -> None:
        leg, ctx = self._leg, self.ctx
        loads, names = loads_of(ctx)
        load = loads.get(leg.id) if leg is not None else None
        if leg is None or load is None:
            return
        day = ctx.wording.weekday(leg.date) if leg.date is not None else ""
        self._title.setText(ctx.wording.listed((seating.called(leg), day)))
        words = ctx.wording.listed((said(ctx, load), left_words(ctx, load)))
        self._said.setText(words)
        self._bar.show_load(load, words)
        self.waiting.show_load(load, names)
        if self.passengers is not None:
            self._seating.follow(leg.id, self.passengers)
        self.others.show_leg(offers.plan_of(ctx), leg)
        self._offer_others()

    def _offer_others(self) -> None:
        """Offer the other journeys for whom is chosen."""
        plan, chosen = self.ctx.mission.plan, set(self._passengers_chosen())
        if plan is None or self._leg is None:
            return
        self.others.offer([one.person_id for one in plan.leg_passengers(self._leg) if one.id in chosen])

    def _passengers_chosen(self) -> list[UUID]:
        return self.passengers.table.chosen_ids() if self.passengers is not None else []

    # -- deeds ------------------------------------------------------------------------------------

    def _chosen(self) -> list[UUID]:
        return [self.leg_id] if self.leg_id is not None else self.legs.table.chosen_ids()

    def assign(self) -> None:
        """Ask who travels on the chosen legs."""
        self._assign(self._chosen())

    def _assign(self, ids: list[UUID]) -> None:
        plan = offers.plan_of(self.ctx)
        legs = [leg for one in ids if (leg := plan.leg(one)) is not None]
        if legs:
            Assigning(self.ctx, self.window(), plan, legs).open()

    def move_passengers(self, ids: Sequence[UUID], leg: UUID) -> None:
        """Move passengers to another journey as one step."""
        from missionplanner.services.logistics import passengers

        if ids and self.ctx.run_edit(lambda ws: passengers.move(ws, ids, leg)) is not None:
            words = self.ctx.t.plural("{count} passenger moved.", "{count} passengers moved.", len(ids))
            self.ctx.told_with_undo(words)

    def _seat_here(self, person: object) -> None:
        if self.leg_id is not None:
            self.seat(cast(UUID, person), self.leg_id)

    def seat(self, person: UUID, leg_id: UUID) -> None:
        """Give somebody a seat on a leg as one step; it becomes how they come or go where it is likely to be."""
        from missionplanner.services.logistics import passengers

        plan = peopled(offers.plan_of(self.ctx))
        leg, delegate = plan.leg(leg_id), plan.delegate_by_person.get(person)
        if leg is None or delegate is None:
            return
        way = leg_steps.likely_way(plan, [leg])
        ways, code = [way] if way is not None else [], plan.mission.code
        if self.ctx.run_edit(
            lambda ws: passengers.assign(ws, code, [leg_id], [delegate.id], ways=ways, fitting=True)
        ):
            name = names_of(plan).get(person, "–")
            words = self.ctx.t("{name} has a seat on {leg} now.", name=name, leg=seating.called(leg))
            self.ctx.told_with_undo(words)

    def turn_programme(self) -> None:
        """Give the chosen legs a row in the programme, or take the rows out where all have one."""
        from missionplanner.services.logistics import legs as service

        plan, ids = offers.plan_of(self.ctx), self._chosen()
        on = not all(plan.of("items", "leg_id", one) for one in ids)
        if ids and self.ctx.run_edit(lambda ws: service.show_in_programme(ws, ids, on)) is not None:
            t = self.ctx.t
            words = (
                t.plural(
                    "{count} leg is in the programme now.", "{count} legs are in the programme now.", len(ids)
                )
                if on
                else t.plural(
                    "{count} leg taken out of the programme.", "{count} legs taken out of the programme.", len(ids)
                )
            )
            self.ctx.told_with_undo(words)

    def copy_message(self) -> None:
        """Put the chosen leg on the clipboard as a message to its passengers."""
        from missionplanner.services.programme import clipboard

        plan, chosen = self.ctx.mission.plan, self._chosen()
        if plan is None or not chosen:
            return
        try:
            text = clipboard.leg_message(plan, chosen[0], self.ctx.t, self.ctx.wording.full_day)
        except MissionPlannerError as error:
            self.ctx.tell(error)
        else:
            share_message(self.ctx, text)

    def join(self) -> None:
        """Ask what the journey of the chosen legs is called."""
        from missionplanner.services.logistics import legs as service

        t, ids = self.ctx.t, self.legs.table.chosen_ids()

        def store(name: str) -> None:
            language = self.ctx.t.language
            self.ctx.run_edit(lambda ws: service.join(ws, ids, name, language=language))

        words = (t("One journey of the legs"), t("Name of the journey"), t("Make the journey"))
        NameDialog(self.window(), self.ctx, words, store).open()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what actions do here."""
        own: dict[str, Callable[[], object]] = {
            "assign": self.assign,
            "show_passengers": self.show_passengers,
            "leave_passengers": self.leave_passengers,
            "leg_programme": self.turn_programme,
            "copy_leg_message": self.copy_message,
            "join_legs": self.join,
        }
        lists = dict(self.view.deeds())
        if self.leg_id is not None:
            lists["list_new"] = self.assign
        return {**lists, **own}

    def there(self) -> set[str]:
        """Return which needs of actions are met."""
        met = self.view.there()
        chosen = self._chosen()
        if chosen:
            met |= {LEG, BEDS_NEEDED}
        if len(chosen) > 1:
            met.add(SEVERAL_LEGS)
        if self.leg_id is not None:
            met |= {PASSENGERS, NEW}
        return met

    def count_words(self) -> str:
        """Return how many legs or passengers there are."""
        return self.view.count_words()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return self.view.regions()

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.view.take_focus()

    def set_width(self, width: int) -> None:
        """Show the words of the buttons where there is room for them."""
        fit_words(self.above, self._tools, width)

    def show_leg(self, identity: UUID) -> None:
        """Show a leg in the list."""
        if self.leg_id is not None:
            self.leave_passengers()
        self.legs.show_row(identity)
        self.legs.table.setFocus(Qt.FocusReason.OtherFocusReason)
