"""Tell who is at an item or on a leg, also while nobody is named yet."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan


class Attendees:
    """Answer who is where in one plan.

    Where no traveller is named yet, the delegation stands for one: each group counts as a member, and
    so does the mission itself where it has no groups. Such members are not people: ``named`` drops them.
    What depends on no item is taken from ``known``, whose plan differs in nothing else.
    """

    def __init__(self, plan: MissionPlan, known: Attendees | None = None) -> None:
        self.plan = plan
        self._legs: dict[UUID, frozenset[UUID]] = {}
        self._passengers: dict[UUID, frozenset[UUID]] = known._passengers if known is not None else {}
        if known is not None:
            lasting = ("everyone", "arrivals", "departures")
            self.__dict__.update((name, known.__dict__[name]) for name in lasting if name in known.__dict__)
        self._items: dict[UUID, frozenset[UUID]] = {}

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
        audience = self._audience(item)
        leg = self.plan.leg(item.leg_id)
        if leg is not None:
            audience &= self.on(leg)
        roles = self.plan.item_roles(item)
        return audience | {one.person_id for one in roles} if roles else audience

    def _audience(self, item: r.AgendaItem) -> frozenset[UUID]:
        if self.plan.everyone:
            return self.plan.audience(item)
        if not item.audience_limited:
            return self.everyone
        groups = frozenset(one.group_id for one in self.plan.of("audience_groups", "item_id", item.id))
        people = self.plan.of("audience_people", "item_id", item.id)
        included = frozenset(one.person_id for one in people if not one.excepted)
        excepted = frozenset(one.person_id for one in people if one.excepted)
        if excepted and not included and not groups:
            return self.everyone
        return (included | groups) - excepted

    def on(self, leg: r.Leg) -> frozenset[UUID]:
        """Return who travels on a leg.

        Without passengers it carries everyone its rows are meant for, but not those who arrive or
        leave on a leg of their own while this one is the arrival or departure of others.
        """
        if leg.id not in self._legs:
            self._legs[leg.id] = self._named_on(leg) or self._carried(leg)
        return self._legs[leg.id]

    def _named_on(self, leg: r.Leg) -> frozenset[UUID]:
        if leg.id not in self._passengers:
            self._passengers[leg.id] = frozenset(one.person_id for one in self.plan.leg_passengers(leg))
        return self._passengers[leg.id]

    def _carried(self, leg: r.Leg) -> frozenset[UUID]:
        rows = self.plan.of("items", "leg_id", leg.id)
        carried = self.everyone
        if rows:
            carried &= frozenset().union(*(self._audience(row) for row in rows))
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
