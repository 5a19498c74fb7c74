"""Hold the thresholds rules go by, with the defaults of DOMAIN §6; a mission or workspace may set its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from missionplanner.domain.plan import MissionPlan

QUIET_UNTIL = "quiet_until."
"""How the name of an option begins that says from how many days before departure a rule speaks."""


@dataclass(frozen=True, slots=True)
class Options:
    """Be what rules go by: thresholds, and the day it is.

    ``today`` None means nobody knows: nothing falls due then. Names that end in ``_minutes``, ``_hours``,
    ``_days``, ``_months`` and ``_km`` say their unit; days count back from departure. ``quiet_until`` are
    pairs of a rule and its days.
    """

    today: dt.date | None = None
    buffer_on_foot_minutes: int = 5
    buffer_road_minutes: int = 10
    buffer_flight_minutes: int = 30
    airport_long_haul_minutes: int = 120
    airport_europe_minutes: int = 90
    station_minutes: int = 20
    connection_minutes: int = 45
    walk_km: float = 1.5
    rest_hours: float = 10
    long_day_hours: float = 14
    meal_gap_hours: float = 6
    meal_minutes: int = 45
    lunch_from: dt.time = dt.time(12)
    lunch_to: dt.time = dt.time(14)
    dinner_from: dt.time = dt.time(19)
    dinner_to: dt.time = dt.time(21)
    long_haul_hours: float = 6
    recovery_hours: float = 3
    interpreter_hours: float = 6
    interpreter_stretch_minutes: int = 90
    interpreter_break_minutes: int = 10
    document_months: int = 6
    answer_days: int = 10
    confirm_days: int = 14
    notice_lead_days: int = 14
    quiet_until: tuple[tuple[str, int], ...] = ()

    def opens(self, rule: str, default: int | None) -> int | None:
        """Return from how many days before departure a rule speaks; None: always."""
        return dict(self.quiet_until).get(rule, default)

    def with_(self, pairs: Iterable[tuple[str, Any]]) -> Options:
        """Return a copy with values somebody set: by name, as numbers or text; what is unknown is left out."""
        known = {one.name: getattr(self, one.name) for one in fields(self)}
        changed: dict[str, Any] = {}
        quiet = dict(self.quiet_until)
        for name, value in pairs:
            if name.startswith(QUIET_UNTIL):
                days = _number(value)
                if days is not None:
                    quiet[name.removeprefix(QUIET_UNTIL)] = int(days)
                continue
            read = _read(known.get(name), value)
            if read is not None:
                changed[name] = read
        return replace(self, **changed, quiet_until=tuple(sorted(quiet.items())))


def options_of(plan: MissionPlan, today: dt.date | None = None) -> Options:
    """Return the options of a mission: its own come before the workspace's, these before the defaults."""
    kept = sorted(plan.check_options, key=lambda one: (one.mission_id is not None, one.name, str(one.id)))
    return Options(today=today).with_((one.name, one.value) for one in kept)


def _read(default: Any, value: Any) -> Any:
    """Return a value as the kind of its default, None where it is none of that kind."""
    if isinstance(default, dt.time):
        return _time(value)
    if isinstance(default, (int, float)):
        number = _number(value)
        return None if number is None or number < 0 else type(default)(number)
    return None


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _time(value: Any) -> dt.time | None:
    if isinstance(value, dt.time):
        return value
    try:
        return dt.time.fromisoformat(str(value))
    except ValueError:
        return None
