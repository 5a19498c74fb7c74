"""Ask who travels on a leg, or on all legs of its journey, and whether that is how they come or go."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.logistics import leg_steps, seating
from missionplanner.domain.logistics.leg_steps import Way
from missionplanner.domain.logistics.seating import Load, Trip
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.logistics.people_dialog import PeopleDialog, candidates
from missionplanner.gui.logistics.seats import loads_of


class Assigning:
    """Be the question who travels on some legs; ``open`` asks it."""

    def __init__(self, ctx: Context, parent: QWidget, plan: MissionPlan, legs: list[r.Leg]) -> None:
        self._ctx, self._parent, self._plan, self._legs = ctx, parent, plan, legs
        self._trip = self._journey()
        self._whole: Check | None = None
        self._ways: dict[Way, Check] = {}
        self._load: Load | None = None
        self._aboard: frozenset[UUID] = frozenset()

    def _journey(self) -> Trip | None:
        """Return the journey of the one leg that was chosen, where it has more."""
        if len(self._legs) != 1:
            return None
        found = next(one for one in seating.trips(self._plan) if self._legs[0] in one.legs)
        return found if len(found.legs) > 1 else None

    def open(self) -> PeopleDialog:
        """Show the dialog; who waits for a seat is ticked."""
        ctx, t = self._ctx, self._ctx.t
        loads, _names = loads_of(ctx)
        self._load = load = loads.get(self._legs[0].id)
        named = [{one.person_id for one in self._plan.leg_passengers(leg)} for leg in self._legs]
        self._aboard = frozenset.intersection(*map(frozenset, named)) if named else frozenset()
        waiting = load.waiting if load is not None else frozenset()
        facts = {one: t("without a seat") for one in waiting}
        some = [one for one in candidates(ctx, self._plan, facts) if one.person_id not in self._aboard]
        some.sort(key=lambda one: one.person_id not in waiting)
        name = seating.called(self._legs[0]) if len(self._legs) == 1 else ""
        title = (
            t("Who travels on {leg}", leg=name)
            if name
            else t.plural("Who travels on this leg", "Who travels on these {count} legs", len(self._legs))
        )
        dialog = PeopleDialog(self._parent, ctx, title, some, self._store, t("Assign"))
        self._add_options(dialog)
        dialog.tick([one.delegate_id for one in some if one.person_id in waiting])
        dialog.tell(self._words)
        dialog.open()
        return dialog

    def _add_options(self, dialog: PeopleDialog) -> None:
        t = self._ctx.t
        if self._trip is not None:
            words = t.plural(
                "On the whole journey, {count} leg", "On the whole journey, {count} legs", len(self._trip.legs)
            )
            self._whole = dialog.add_check(words, "whole_journey", on=True)
        likely = leg_steps.likely_way(self._plan, self._all_legs())
        for way, words in (
            (Way.ARRIVAL, t("This is how they arrive")),
            (Way.DEPARTURE, t("This is how they go home")),
        ):
            if likely in (way, None) and likely is not None:
                self._ways[way] = dialog.add_check(words, f"as_{way.value}", on=True)

    def _all_legs(self) -> list[r.Leg]:
        return list(self._trip.legs) if self._trip is not None else self._legs

    def _words(self, chosen: list[UUID]) -> str:
        """Return how many seats would be taken then."""
        load = self._load
        if load is None or len(self._legs) != 1:
            return ""
        count = len(chosen) + (len(load.heads) if load.named else 0)
        if load.capacity is None:
            return self._ctx.t.plural("{count} aboard then", "{count} aboard then", count)
        return self._ctx.t("{count} of {seats} seats taken then", count=count, seats=load.capacity)

    def _store(self, delegates: list[UUID]) -> None:
        from missionplanner.services.logistics import passengers

        whole = self._whole is not None and self._whole.isChecked()
        legs = [one.id for one in (self._all_legs() if whole else self._legs)]
        ways = [way for way, box in self._ways.items() if box.isChecked()]
        code = self._plan.mission.code
        receipt = self._ctx.run_edit(lambda ws: passengers.assign(ws, code, legs, delegates, ways=ways))
        if receipt is not None:
            t = self._ctx.t
            self._ctx.told_with_undo(
                t.plural("{count} person assigned.", "{count} people assigned.", len(delegates))
            )
