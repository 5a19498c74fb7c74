"""Tell when an item or a leg is: in which zone, from which moment to which (EXCHANGE §2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from missionplanner.domain import records as r
from missionplanner.domain.clock import Span, utc
from missionplanner.domain.plan import MissionPlan


@dataclass(frozen=True, slots=True)
class Times:
    """Be the wall times of a row: days and zones resolved, times None where nobody knows them."""

    date: dt.date | None
    start: dt.time | None
    zone: str
    end_date: dt.date | None
    end: dt.time | None
    end_zone: str

    @property
    def span(self) -> Span:
        """Return the stretch in UTC; an end before its start is kept as it is, for a check to tell."""
        start = utc(self.date, self.start, self.zone) if self.date and self.start else None
        end = utc(self.end_date, self.end, self.end_zone) if self.end_date and self.end else None
        return Span(start, end)

    @property
    def crosses_zones(self) -> bool:
        return self.zone != self.end_zone


def place_zone(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return the zone an item inherits: of its place, of its city among the destinations, of its day."""
    place = plan.place(item.place_id) if item.place_id is not None else None
    if place is not None and place.zone:
        return place.zone
    city = (item.city or (place.city if place else None) or "").casefold()
    if city:
        for destination in plan.destinations:
            if destination.zone and (destination.city or "").casefold() == city:
                return destination.zone
    return day_zone(plan, item.date)


def day_zone(plan: MissionPlan, day: dt.date | None) -> str:
    """Return the zone of a day: of the last destination reached by then, else the mission's."""
    found = plan.mission.zone
    if day is not None and plan.destinations:
        reached = [one for one in plan.destinations if one.zone and one.from_day and one.from_day <= day]
        latest = max((one.from_day for one in reached if one.from_day), default=None)
        for one in reached:
            if one.from_day == latest and one.zone:
                found = one.zone
    return found


def leg_times(plan: MissionPlan, leg: r.Leg) -> Times:
    """Return the times of a leg. Without a zone it is in its day's; without an end day it ends the same day."""
    zone = leg.zone or day_zone(plan, leg.date)
    end_zone = leg.end_zone or zone
    return Times(leg.date, leg.start, zone, leg.end_date or leg.date, leg.end, end_zone)


def item_times(plan: MissionPlan, item: r.AgendaItem) -> Times:
    """Return the times of an item; those of its leg where it stands for one."""
    leg = plan.leg(item.leg_id) if item.leg_id is not None else None
    if leg is not None:
        times = leg_times(plan, leg)
        return Times(
            times.date or item.date,
            times.start or item.start,
            leg.zone or item.zone or place_zone(plan, item),
            times.end_date or item.end_date or item.date,
            times.end or item.end,
            leg.end_zone or item.end_zone or leg.zone or item.zone or place_zone(plan, item),
        )
    zone = item.zone or place_zone(plan, item)
    return Times(item.date, item.start, zone, item.end_date or item.date, item.end, item.end_zone or zone)


def option_zone(plan: MissionPlan, option: r.ItemOption) -> str:
    """Return the zone of a proposed slot: that its item would have on that day."""
    item = plan.item(option.item_id)
    if item is None:
        return day_zone(plan, option.date)
    return item.zone or place_zone(plan, replace(item, date=option.date))


def start_of(plan: MissionPlan, item: r.AgendaItem) -> dt.datetime | None:
    """Return when an item starts, in UTC; None where nobody knows."""
    if item.leg_id is not None:
        return span_of(plan, item).start
    if item.date is None or item.start is None:
        return None
    return utc(item.date, item.start, item.zone or place_zone(plan, item))


def span_of(plan: MissionPlan, item: r.AgendaItem) -> Span:
    """Return an item's stretch in UTC."""
    return item_times(plan, item).span
