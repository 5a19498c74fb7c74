"""Tell who is at an item or on a leg, also while nobody is named yet."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan


class Attendees:
    """Answer who is where in one plan.

    Where no traveller is named yet, the delegation stands for one: each group counts as a member, and
    so does the mission itself where it has no groups. Such members are not people: ``named`` drops them.

    Who joins late or leaves early is at nothing outside their days that does not name them, and who travels
    on a leg by themselves, on a private extension, counts as nowhere on it. What can be is taken from
    ``known``, who answered for the plan before an edit.
    """

    def __init__(self, plan: MissionPlan, known: Attendees | None = None) -> None:
        self.plan = plan
        self._legs: dict[UUID, frozenset[UUID]] = {}
        self._items: dict[UUID, frozenset[UUID]] = {}
        self._within: dict[tuple[frozenset[UUID], dt.date], frozenset[UUID]] = {}
        self._passengers: dict[UUID, frozenset[UUID] | None] = {}
        self.signing: dict[UUID, tuple[UUID, ...]] = {}
        """Who signs for an item, by its id, as far as anybody asked."""
        self._together: dict[str, tuple[dict[UUID, UUID], dict[UUID, frozenset[UUID]]]] = {}
        if known is not None:
            self._together = known._together
            if plan.passengers is known.plan.passengers:
                self._passengers = known._passengers
            if plan.delegates is known.plan.delegates and plan.groups is known.plan.groups:
                same: tuple[str, ...] = _OF_DELEGATES
                if plan.legs is known.plan.legs and plan.passengers is known.plan.passengers:
                    same += _OF_JOURNEYS
                self.__dict__.update((name, known.__dict__[name]) for name in same if name in known.__dict__)

    @cached_property
    def everyone(self) -> frozenset[UUID]:
        """Return the members of the delegation."""
        if self.plan.everyone:
            return self.plan.everyone
        return frozenset(one.id for one in self.plan.groups) or frozenset({self.plan.mission.id})

    def named(self, members: frozenset[UUID]) -> frozenset[UUID]:
        """Return those of the members that are people."""
        if self.plan.everyone:
            return members
        return members - frozenset(one.id for one in self.plan.groups) - {self.plan.mission.id}

    @cached_property
    def _places(self) -> frozenset[UUID]:
        return frozenset(one.id for one in self.plan.travellers if one.person_id is None)

    @cached_property
    def _places_by_group(self) -> dict[UUID, frozenset[UUID]]:
        found: dict[UUID, set[UUID]] = {}
        for one in self.plan.delegate_groups:
            if one.delegate_id in self._places:
                found.setdefault(one.group_id, set()).add(one.delegate_id)
        return {group: frozenset(some) for group, some in found.items()}

    def unnamed(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return the delegates an item is meant for whose person is not named yet: they need room too."""
        if not self._places or not item.audience_limited:
            return self._places
        groups = self.plan.of("audience_groups", "item_id", item.id)
        people = self.plan.of("audience_people", "item_id", item.id)
        if not groups and people and all(one.excepted for one in people):
            return self._places
        return frozenset().union(*(self._places_by_group.get(one.group_id, frozenset()) for one in groups))

    def at(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return who is at an item: its audience and those with a role; of a leg's row, who travels on it."""
        if item.id not in self._items:
            self._items[item.id] = self._at(item)
        return self._items[item.id]

    def _at(self, item: r.AgendaItem) -> frozenset[UUID]:
        audience = self.meant(item)
        leg = self.plan.leg(item.leg_id)
        if leg is not None:
            audience &= self.on(leg)
        roles = self.plan.item_roles(item)
        return audience | {one.person_id for one in roles} if roles else audience

    @cached_property
    def stretches(self) -> dict[UUID, tuple[dt.date, dt.date]]:
        """Return the first and the last day of who joins late or leaves early."""
        return {
            one.person_id: (one.joins or dt.date.min, one.leaves or dt.date.max)
            for one in self.plan.travellers
            if one.person_id is not None and (one.joins or one.leaves)
        }

    def meant(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return the members an item is meant for on its day, whether a leg takes them along or not."""
        if self.plan.everyone:
            meant = self.plan.audience(item)
            return self._there(meant, item) if self.stretches else meant
        if not item.audience_limited:
            return self.everyone
        groups = frozenset(one.group_id for one in self.plan.of("audience_groups", "item_id", item.id))
        people = self.plan.of("audience_people", "item_id", item.id)
        included = frozenset(one.person_id for one in people if not one.excepted)
        excepted = frozenset(one.person_id for one in people if one.excepted)
        if excepted and not included and not groups:
            return self.everyone
        return (included | groups) - excepted

    def _there(self, meant: frozenset[UUID], item: r.AgendaItem) -> frozenset[UUID]:
        """Return those of an audience who are on the mission that day, or whom the item names."""
        day = item.date
        if day is None:
            return meant
        if (meant, day) not in self._within:
            some = (one for one, (first, last) in self.stretches.items() if not first <= day <= last)
            self._within[meant, day] = meant.difference(some)
        left = self._within[meant, day]
        if len(left) == len(meant) or not item.audience_limited:
            return left
        return left | (self.by_name(item) & meant)

    def by_name(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return who is named for an item, or plays a part in it."""
        people = self.plan.of("audience_people", "item_id", item.id)
        named = {one.person_id for one in people if not one.excepted}
        return frozenset(named.union(one.person_id for one in self.plan.item_roles(item)))

    def on(self, leg: r.Leg) -> frozenset[UUID]:
        """Return who travels on a leg as a part of the mission.

        Without passengers it carries everyone its rows are meant for, but not those who arrive or
        leave on a leg of their own while this one is the arrival or departure of others.
        """
        if leg.id not in self._legs:
            named = self._named_on(leg)
            self._legs[leg.id] = self._carried(leg) if named is None else named
        return self._legs[leg.id]

    def _named_on(self, leg: r.Leg) -> frozenset[UUID] | None:
        """Return the passengers of a leg but those on a stretch of their own; None where it has none."""
        if leg.id not in self._passengers:
            some = self.plan.leg_passengers(leg)
            named = frozenset(one.person_id for one in some if not one.private)
            self._passengers[leg.id] = named if some else None
        return self._passengers[leg.id]

    def _carried(self, leg: r.Leg) -> frozenset[UUID]:
        rows = self.plan.of("items", "leg_id", leg.id)
        carried = self.everyone
        if rows:
            carried &= frozenset().union(*(self.meant(row) for row in rows))
        for own in (self.arrivals, self.departures):
            if leg.id in own.values():
                carried = frozenset(one for one in carried if own.get(one, leg.id) == leg.id)
        return carried

    @cached_property
    def arrivals(self) -> dict[UUID, UUID]:
        """Return the arrival leg of every traveller who has one."""
        return {
            one.person_id: one.arrival_id
            for one in self.plan.travellers
            if one.person_id is not None and one.arrival_id is not None
        }

    @cached_property
    def departures(self) -> dict[UUID, UUID]:
        """Return the departure leg of every traveller who has one."""
        return {
            one.person_id: one.departure_id
            for one in self.plan.travellers
            if one.person_id is not None and one.departure_id is not None
        }

    @cached_property
    def ways_in(self) -> dict[UUID, UUID]:
        """Return the arrival legs that are journeys of the mission, not private ones."""
        return self._of_the_mission(self.arrivals)

    @cached_property
    def ways_out(self) -> dict[UUID, UUID]:
        """Return the departure legs that are journeys of the mission, not private ones."""
        return self._of_the_mission(self.departures)

    @property
    def arriving(self) -> dict[UUID, frozenset[UUID]]:
        """Return who arrives on which leg."""
        return self._by_leg("in", self.ways_in)

    @property
    def departing(self) -> dict[UUID, frozenset[UUID]]:
        """Return who leaves on which leg."""
        return self._by_leg("out", self.ways_out)

    def _by_leg(self, name: str, ways: dict[UUID, UUID]) -> dict[UUID, frozenset[UUID]]:
        found = self._together.get(name)
        if found is None or found[0] is not ways:
            groups: dict[UUID, set[UUID]] = {}
            for person, leg in ways.items():
                groups.setdefault(leg, set()).add(person)
            found = self._together[name] = (ways, {leg: frozenset(some) for leg, some in groups.items()})
        return found[1]

    def _of_the_mission(self, legs: dict[UUID, UUID]) -> dict[UUID, UUID]:
        own = {(one.person_id, one.leg_id) for one in self.plan.passengers if one.private}
        private = {one.id for one in self.plan.legs if one.private}
        if not own and not private:
            return legs
        return {who: leg for who, leg in legs.items() if leg not in private and (who, leg) not in own}


_OF_DELEGATES = ("everyone", "arrivals", "departures", "stretches")
_OF_JOURNEYS = ("ways_in", "ways_out")
