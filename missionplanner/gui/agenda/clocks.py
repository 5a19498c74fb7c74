"""Say how the clocks of two places differ, and name zones by their cities."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.gui.wording import Wording


def zones_of(plan: MissionPlan) -> list[str]:
    """Return the zones a mission knows: home first, then its own and its destinations', each once."""
    found = (plan.mission.home_zone, plan.mission.zone, *(one.zone for one in plan.destinations))
    return list(dict.fromkeys(zone for zone in found if zone))


def others(plan: MissionPlan, day: dt.date | None) -> list[str]:
    """Return the zones a mission knows but that of the day itself."""
    return [zone for zone in zones_of(plan) if zone != day_zone(plan, day or plan.mission.start)]


def city_of(zone: str, language: str) -> str:
    """Return the city a zone is named after, in a language: ``Europe/Rome`` is Roma in Italian."""
    from babel.dates import get_timezone_location

    return get_timezone_location(zone, locale=language, return_city=True)


def difference(zone: str, other: str, day: dt.date) -> int:
    """Return by how many minutes the clocks of ``other`` are ahead of those of ``zone`` at noon of a day."""
    noon = dt.datetime.combine(day, dt.time(12), ZoneInfo(zone))
    here, there = noon.utcoffset(), noon.astimezone(ZoneInfo(other)).utcoffset()
    return round(((there or dt.timedelta()) - (here or dt.timedelta())).total_seconds() / 60)


def compared(plan: MissionPlan, other: str, day: dt.date | None, wording: Wording) -> str:
    """Say how a zone differs from that of a day: "London is 1 h behind", "Same time as Bologna"."""
    t = wording.t
    shown = day or plan.mission.start
    minutes = difference(day_zone(plan, shown), other, shown)
    city = city_of(other, t.language)
    if not minutes:
        return t("Same time as {city}", city=city)
    hours, rest = divmod(abs(minutes), 60)
    length = " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)
    text = t("{city} is {length} ahead") if minutes > 0 else t("{city} is {length} behind")
    return text.format(city=city, length=length)
