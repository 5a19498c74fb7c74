"""Hold the thresholds rules go by, with the defaults of DOMAIN §6; a mission or workspace may set its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from math import isfinite
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.plan import MissionPlan

QUIET_UNTIL = "quiet_until."
"""How the name of an option begins that says from how many days before departure a rule speaks."""
OFF = "off."
"""How the name of an option begins that silences a rule: its value is "1", or "0" where it speaks after all."""
MOST = {"minutes": 600, "hours": 48, "days": 730, "months": 60, "km": 500}
"""The largest value by unit; the least is 0."""


SAMPLE_DAYS = 90
"""How many days before its departure a sample is shown."""


@dataclass(frozen=True, slots=True)
class Options:
    """Be what rules go by: thresholds, and the day it is.

    ``today`` None means nobody knows: nothing falls due then. Names that end in ``_minutes``, ``_hours``,
    ``_days``, ``_months`` and ``_km`` say their unit; days count back from departure. ``quiet_until`` are
    pairs of a rule and its days, ``off`` the rules that say nothing.
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
    rest_hours: float = 10.0
    long_day_hours: float = 14.0
    meal_gap_hours: float = 6.0
    meal_minutes: int = 45
    lunch_from: dt.time = dt.time(12)
    lunch_to: dt.time = dt.time(14)
    dinner_from: dt.time = dt.time(19)
    dinner_to: dt.time = dt.time(21)
    long_haul_hours: float = 6.0
    recovery_hours: float = 3.0
    interpreter_hours: float = 6.0
    interpreter_stretch_minutes: int = 90
    interpreter_break_minutes: int = 10
    document_months: int = 6
    answer_days: int = 10
    confirm_days: int = 14
    notice_lead_days: int = 14
    quiet_until: tuple[tuple[str, int], ...] = ()
    off: frozenset[str] = frozenset()

    def opens(self, rule: str, default: int | None) -> int | None:
        """Return from how many days before departure a rule speaks; None: always."""
        return dict(self.quiet_until).get(rule, default)

    def with_(self, pairs: Iterable[tuple[str, Any]]) -> Options:
        """Return a copy with values somebody set: by name, as numbers or text; what is unknown is left out."""
        known = {one.name: getattr(self, one.name) for one in fields(self)}
        changed: dict[str, Any] = {}
        quiet, off = dict(self.quiet_until), set(self.off)
        for name, value in pairs:
            if name.startswith(QUIET_UNTIL):
                days = _number(value)
                if days is not None:
                    quiet[name.removeprefix(QUIET_UNTIL)] = int(days)
            elif name.startswith(OFF):
                (off.add if _number(value) else off.discard)(name.removeprefix(OFF))
            else:
                read = _read(known.get(name), value)
                if read is not None:
                    changed[name] = read
        return replace(self, **changed, quiet_until=tuple(sorted(quiet.items())), off=frozenset(off))

    def value(self, name: str, default: int | None = None) -> bool | float | dt.time | None:
        """Return what an option is, by its name; ``default`` are the days of a rule that is not asked to wait."""
        if name.startswith(OFF):
            return name.removeprefix(OFF) in self.off
        if name.startswith(QUIET_UNTIL):
            return self.opens(name.removeprefix(QUIET_UNTIL), default)
        found: float | dt.time = getattr(self, name)
        return found


def written(name: str, value: Any) -> str:
    """Return a value the way it is kept. Raises Invalid with the option as field where it is none for it."""
    if name.startswith(OFF):
        return "1" if value else "0"
    default = 0 if name.startswith(QUIET_UNTIL) else getattr(Options(), name, None)
    if isinstance(default, dt.time):
        time = _time(value)
        if time is None:
            raise Invalid(N_("“{text}” is not a time, such as 12:30."), field=name, text=str(value))
        return f"{time:%H:%M}"
    if not isinstance(default, int | float):
        raise Invalid(N_("There is no such option: “{text}”."), field=name, text=name)
    number, most = _number(str(value).replace(",", ".")), MOST["days" if "." in name else name.rpartition("_")[2]]
    if number is None or not 0 <= number <= most:
        raise Invalid(N_("A number from 0 to {most}, please."), field=name, most=most)
    if isinstance(default, int) and number != int(number):
        raise Invalid(N_("A whole number from 0 to {most}, please."), field=name, most=most)
    return f"{number:g}"


def day_of(plan: MissionPlan, today: dt.date) -> dt.date:
    """Return the day a mission is looked at: today, but a sample that is over or under way is still to come.

    Its days are those of a real mission of the past. Somebody who opens it is to see a mission being planned,
    with the issues it is there to show, and not what one leaves undone that was never theirs.
    """
    if plan.mission.sample and plan.mission.first_day <= today:
        return plan.mission.first_day - dt.timedelta(days=SAMPLE_DAYS)
    return today


def options_of(plan: MissionPlan, today: dt.date | None = None) -> Options:
    """Return the options of a mission: its own come before the workspace's, these before the defaults."""
    kept = sorted(plan.check_options, key=lambda one: (one.mission_id is not None, one.name, str(one.id)))
    return Options(today=today).with_((one.name, one.value) for one in kept)


def _read(default: Any, value: Any) -> Any:
    """Return a value as the kind of its default, None where it is none of that kind."""
    if isinstance(default, dt.time):
        return _time(value)
    if isinstance(default, int | float):
        number = _number(value)
        return None if number is None or number < 0 else type(default)(number)
    return None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if isfinite(number) else None


def _time(value: Any) -> dt.time | None:
    if isinstance(value, dt.time):
        return value
    try:
        return dt.time.fromisoformat(str(value))
    except ValueError:
        return None
