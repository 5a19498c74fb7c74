"""Store what the inspector's fields hold: each committed field is one service call and one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.programme.placing import SHORTEST, Placing, placing_of
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.gui.context import Context
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.inspector.selection import Chosen, length_of

if TYPE_CHECKING:
    from missionplanner.domain.vocabulary import ItemRole
    from missionplanner.services.programme.agenda_fields import Known
    from missionplanner.services.workspace import Receipt, Workspace

Do = Callable[["Workspace"], "Receipt"]


class Refuses(Protocol):
    """Be a field, or whatever says in its place what is wrong with what was typed."""

    def refuse(self, text: str) -> None:
        """Say it; nothing takes it back."""


class Edits:
    """Carry out the edits of the chosen items."""

    def __init__(self, ctx: Context, chosen: Callable[[], Chosen | None]) -> None:
        self._ctx, self._chosen = ctx, chosen

    def store(self, do: Callable[[Chosen], Do], field: Refuses | None = None) -> bool:
        """Run an edit of what is chosen; what it refuses is said under the field, and nothing typed is lost."""
        chosen, workspace = self._chosen(), self._ctx.workspace
        if chosen is None or workspace is None:
            return False
        try:
            do(chosen)(workspace)
        except Invalid as error:
            if field is None:
                self._ctx.tell(error)
            else:
                field.refuse(self._ctx.t.say(error))
            return False
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return False
        if field is not None:
            field.refuse("")
            settle = getattr(getattr(field, "control", None), "settle", None)
            if settle is not None:
                settle()
        self._ctx.mission.reread()
        return True

    # -- fields -----------------------------------------------------------------------------------

    def values(self, field: Refuses | None = None, **values: Any) -> bool:
        """Set fields of all chosen items."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            return lambda ws: agenda_fields.change_many(ws, chosen.plan.mission.code, chosen.ids, values)

        return self.store(do, field)

    def say(self, field: Refuses, name: str, text: str) -> bool:
        """Write a text of several languages in the one on screen."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            said = {name: agenda_fields.Said(chosen.code_for(name), text)}
            return lambda ws: agenda_fields.change_many(ws, chosen.plan.mission.code, chosen.ids, said)

        return self.store(do, field)

    # -- when -------------------------------------------------------------------------------------

    def day(self, field: Refuses, text: str) -> bool:
        """Move the items to the day that was typed; nothing typed is the shelf."""

        def do(chosen: Chosen) -> Do:
            current = chosen.items[0].date
            return self.on_day(chosen, day_of(text, "date", Around(chosen.plan.days, current, dt.date.today())))

        return self.store(do, field)

    def on_day(self, chosen: Chosen, date: dt.date | None) -> Do:
        """Return the edit that moves the items to a day, each at its own time."""
        now = (placing_of(chosen.plan, one) for one in chosen.items)
        return _place(chosen, [Placing(one.item_id, date, one.start) for one in now])

    def start(self, field: Refuses, text: str) -> bool:
        """Begin at the time that was typed, as long as before; nothing typed takes the clock times away."""

        def do(chosen: Chosen) -> Do:
            time = typed_time(text, "start", after=chosen.times(chosen.items[0]).start)
            if time is None:
                return _without(chosen, start=None, end=None, end_date=None)
            return _place(chosen, [Placing(one.id, chosen.times(one).date, time) for one in chosen.items])

        return self.store(do, field)

    def end(self, field: Refuses, text: str) -> bool:
        """End at the time that was typed, or that long after the start; nothing typed takes the end away."""

        def do(chosen: Chosen) -> Do:
            first = chosen.times(chosen.items[0])
            time = typed_time(text, "end", after=first.start)
            if time is None:
                return _without(chosen, end=None, end_date=None)
            if first.start is None:
                raise Invalid(N_("Give it a start first."), field="end")
            return _place(chosen, [_ending(chosen, one.id, time) for one in chosen.items])

        return self.store(do, field)

    def begin_later(self, minutes: int) -> bool:
        """Move the items by minutes."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda

            return lambda ws: agenda.shift(ws, chosen.plan.mission.code, chosen.ids, minutes=minutes)

        return self.store(do)

    def last_longer(self, minutes: int) -> bool:
        """Make the items longer or shorter by minutes, never shorter than five."""

        def do(chosen: Chosen) -> Do:
            placings = [one for item in chosen.items if (one := _longer(chosen, item.id, minutes)) is not None]
            return _place(chosen, placings)

        return self.store(do)

    def end_day(self, days: int) -> bool:
        """End so many days after the day of the start."""

        def do(chosen: Chosen) -> Do:
            placings = [
                replace(now, end_date=now.date + dt.timedelta(days=days))
                for now in (placing_of(chosen.plan, one) for one in chosen.items)
                if now.date is not None and now.end is not None
            ]
            return _place(chosen, placings)

        return self.store(do)

    # -- where and who ----------------------------------------------------------------------------

    def place(self, field: Refuses, place: UUID | None = None, *, text: str = "", new: bool = False) -> bool:
        """Say where: a place of the directory, a new one of the name ``text``, or the text alone."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields as fields

            code = chosen.plan.mission.code
            if new:
                return lambda ws: fields.set_new_place(ws, code, chosen.ids, text)
            return lambda ws: fields.set_place(ws, code, chosen.ids, place, text)

        return self.store(do, field)

    def hosts(self, field: Refuses, hosts: Sequence[Known]) -> bool:
        """Say who hosts."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            return lambda ws: agenda_fields.set_hosts(ws, chosen.ids, hosts)

        return self.store(do, field)

    def people(self, field: Refuses | None, people: Sequence[tuple[Known, ItemRole | None]]) -> bool:
        """Say who does what in the one chosen item."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            return lambda ws: agenda_fields.set_people(ws, chosen.ids[0], people)

        return self.store(do, field)

    def toggle_group(self, group: UUID) -> bool:
        """Put a group into the items, or take it out where all have it."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import grouping

            return lambda ws: grouping.toggle_group(ws, chosen.plan.mission.code, chosen.ids, group)

        return self.store(do)

    def for_everyone(self) -> bool:
        """Make the items for everyone."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import grouping

            return lambda ws: grouping.everyone(ws, chosen.plan.mission.code, chosen.ids)

        return self.store(do)

    def takers(self, people: frozenset[UUID]) -> bool:
        """Say exactly who takes part in the one chosen item."""

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            return lambda ws: agenda_fields.set_takers(ws, chosen.plan, chosen.ids[0], people)

        return self.store(do)


def _place(chosen: Chosen, placings: Sequence[Placing]) -> Do:
    from missionplanner.services.programme import agenda

    return lambda ws: agenda.place(ws, chosen.plan.mission.code, placings)


def _without(chosen: Chosen, **nothing: None) -> Do:
    from missionplanner.services.programme import agenda_fields

    return lambda ws: agenda_fields.change_many(ws, chosen.plan.mission.code, chosen.ids, nothing)


def _ending(chosen: Chosen, identity: UUID, time: dt.time) -> Placing:
    item = chosen.plan.item(identity)
    assert item is not None
    now = placing_of(chosen.plan, item)
    return replace(now, end=time, end_date=None)


def _longer(chosen: Chosen, identity: UUID, minutes: int) -> Placing | None:
    item = chosen.plan.item(identity)
    assert item is not None
    times = item_times(chosen.plan, item)
    if times.date is None or times.start is None:
        return None
    length = max((length_of(times) or dt.timedelta()) + dt.timedelta(minutes=minutes), SHORTEST)
    if times.crosses_zones and times.end is not None and times.end_date is not None:
        ends = dt.datetime.combine(times.end_date, times.end) + dt.timedelta(minutes=minutes)
    else:
        ends = dt.datetime.combine(times.date, times.start) + length
    return Placing(item.id, times.date, times.start, ends.time(), ends.date())
